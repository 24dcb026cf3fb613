import Core
import Mail

/// A question when people can: some moments, and who says what of each (D-08).
package struct DatePoll: Sendable, Hashable {
    package let id: Identifier
    package let place: Place
    package let facts: Facts
    package let options: [Option]
    package let state: State
    /// Who asked; nil for someone who was erased.
    package let organiser: Identifier?
    /// The number of the option that it became.
    package let chosen: Int?
    /// The meeting that it became; nil where that was taken away.
    package let meeting: Identifier?
    /// Milliseconds since 1970.
    package let addedAt: Int64

    /// Where the meeting will belong.
    package struct Place: Sendable, Hashable {
        package let programme: Identifier
        /// Nil for the programme itself.
        package let part: Identifier?

        package init(programme: Identifier, part: Identifier? = nil) {
            self.programme = programme
            self.part = part
        }
    }

    package struct Facts: Sendable, Hashable {
        package var title: String
        package var about: String
        /// How much time it asks.
        package var minutes: Int
        package var form: Meeting.Form
        /// In words; empty for online.
        package var location: String
        /// Nobody answers from then on, milliseconds since 1970.
        package var deadline: Int64

        package init(title: String, about: String = "", minutes: Int, form: Meeting.Form, location: String = "", deadline: Int64) {
            self.title = title
            self.about = about
            self.minutes = minutes
            self.form = form
            self.location = location
            self.deadline = deadline
        }
    }

    /// A moment that it can be. Milliseconds since 1970.
    package struct Option: Sendable, Hashable {
        /// From 1, by their start.
        package let number: Int
        package let startsAt: Int64
        package let endsAt: Int64
        /// The most who can choose it; nil for no limit.
        package let maximum: Int?

        package init(number: Int, startsAt: Int64, endsAt: Int64, maximum: Int? = nil) {
            self.number = number
            self.startsAt = startsAt
            self.endsAt = endsAt
            self.maximum = maximum
        }
    }

    package enum State: String, Sendable, Hashable, CaseIterable {
        case open = "open"
        case closed = "gesloten"
        case decided = "gekozen"
    }

    package enum Answer: String, Sendable, Hashable, CaseIterable {
        case yes = "ja"
        case ifNeeded = "als-het-moet"
        case no = "nee"

        /// Whether they would be there.
        package var can: Bool { self != .no }
    }

    /// Someone who was asked.
    package struct Invitee: Sendable, Hashable {
        package let id: Identifier
        package let guest: Guest
        package let answeredAt: Int64?
        /// By the number of the option; empty before they answered.
        package let answers: [Int: Answer]

        /// What to call them for who organises.
        package var shown: String { guest.name.isEmpty ? guest.mail.description : guest.name }
    }

    /// Whom to ask.
    package struct Guest: Sendable, Hashable {
        package let mail: MailAddress
        /// Empty where it is not known.
        package let name: String
        package let person: Identifier?
        package let language: Language
        /// Without them it cannot be.
        package let isRequired: Bool

        package init(mail: MailAddress, name: String = "", person: Identifier? = nil, language: Language = .nl, isRequired: Bool) {
            self.mail = mail
            self.name = name
            self.person = person
            self.language = language
            self.isRequired = isRequired
        }
    }

    package func isOpen(at now: Int64) -> Bool { state == .open && now < facts.deadline }

    package func option(_ number: Int?) -> Option? { number.flatMap { number in options.first { $0.number == number } } }
}

/// What can be asked. Pure.
package enum DatePollRules {
    package static let options = 1...12
    package static let mostPeople = 100
    package static let minutes = 5...1440
    static let titleLimit = 200
    static let aboutLimit = 2000
    static let locationLimit = 200
    /// Days that a personal link works after the deadline, and after the last moment.
    static let linkDays: Int64 = 30
    /// How long before the deadline who did not answer is reminded, milliseconds.
    static let reminder: Int64 = 2 * 86_400_000
    /// Days after both that answers and addresses stay.
    package static let keptDays: Int64 = 90

    /// - Returns: whether it can be asked now
    package static func fits(_ facts: DatePoll.Facts, _ options: [DatePoll.Option], at now: Int64) -> Bool {
        MeetingRules.fits(facts.title, 1...titleLimit) && MeetingRules.fits(facts.about, 0...aboutLimit)
            && MeetingRules.fits(facts.location, 0...locationLimit) && minutes.contains(facts.minutes) && self.options.contains(options.count)
            && options.allSatisfy { $0.endsAt > $0.startsAt && $0.startsAt > facts.deadline && $0.endsAt - $0.startsAt <= MeetingRules.longest }
            && Set(options.map(\.startsAt)).count == options.count && facts.deadline > now
    }
}

/// How many people can come when, and which moment follows from it. Pure.
package struct DatePollTally: Sendable, Hashable {
    package struct Line: Sendable, Hashable {
        package let option: DatePoll.Option
        package let yes: Int
        package let ifNeeded: Int
        package let no: Int
        /// Of those who must be there, how many can.
        package let requiredCan: Int
        package let optionalCan: Int

        /// Whether another can choose it.
        package var isFull: Bool { option.maximum.map { yes + ifNeeded >= $0 } ?? false }
    }

    package let lines: [Line]
    package let people: Int
    package let required: Int
    package let answered: Int

    package init(_ options: [DatePoll.Option], _ invitees: [DatePoll.Invitee]) {
        people = invitees.count
        required = invitees.filter(\.guest.isRequired).count
        answered = invitees.filter { $0.answeredAt != nil }.count
        lines = options.map { option in
            let said = invitees.compactMap { one in one.answers[option.number].map { (answer: $0, isRequired: one.guest.isRequired) } }
            func count(_ answer: DatePoll.Answer) -> Int { said.filter { $0.answer == answer }.count }
            return Line(
                option: option, yes: count(.yes), ifNeeded: count(.ifNeeded), no: count(.no),
                requiredCan: said.filter { $0.answer.can && $0.isRequired }.count, optionalCan: said.filter { $0.answer.can && !$0.isRequired }.count)
        }
    }

    /// The moment at which all can who must, then most others, then the earliest; nil where there is none, and then the organiser chooses.
    package var proposed: DatePoll.Option? {
        lines.filter { $0.requiredCan == required && $0.requiredCan + $0.optionalCan > 0 }
            .min { ($1.optionalCan, $0.option.startsAt, $0.option.number) < ($0.optionalCan, $1.option.startsAt, $1.option.number) }?.option
    }
}
