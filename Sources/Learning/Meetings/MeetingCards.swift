import Core
import HTML
import Web

/// A meeting as lists show it.
struct MeetingLine: Sendable {
    let meeting: Meeting
    let places: Places?
    let state: RegistrationState
    /// The series or network that it belongs to, by name.
    let part: String?
    /// Where one registers; nil where nobody can.
    let form: PageAddress?
}

/// Meetings one below the other: the day first.
struct MeetingCards: Component {
    let lines: [MeetingLine]
    let language: Language
    /// Two below the heading of the page, three below that of a section.
    var isBelowSection = false

    private var words: MeetingWords { MeetingWords(language) }

    var body: some HTML {
        ul(.class("bijeen")) { Each(lines) { line in card(line) } }
    }

    private func card(_ line: MeetingLine) -> some HTML {
        let facts = line.meeting.facts, isOver = line.state == .past || line.state == .cancelled
        return li(isOver ? .class("voorbij") : .none) {
            DayMark(moment: facts.startsAt, language: language)
            div {
                title(line)
                p { MeetingHours.whole(facts.startsAt, facts.endsAt, language) }
                p(.class("subtiel")) { about(line) }
            }
            div(.class("doe")) {
                StateTag(state: line.state, language: language)
                if let (address, label) = call(line) {
                    a(.class("knop", "licht", when: line.state == .full).href(address.url(in: language))) {
                        label
                        span(.class("vh")) { words.forMeeting(facts.title) }
                    }
                }
            }
        }
    }

    private func title(_ line: MeetingLine) -> some HTML {
        let link = a(.href(MeetingRoute.meeting(line.meeting.id).address.url(in: language))) { line.meeting.facts.title }
        return Group {
            if isBelowSection { h3 { link } } else { h2(.class("kaartkop")) { link } }
        }
    }

    private func about(_ line: MeetingLine) -> String {
        let facts = line.meeting.facts
        let series = line.part.map { part in facts.number.map { words.number($0, part) } ?? part }
        let left = [RegistrationState.open, .few].contains(line.state) ? line.places.flatMap { $0.main.left(of: facts.capacity) } : nil
        let room = left.flatMap { left in facts.capacity.map { words.left(left, of: $0) } }
        let parts: [String?] = [
            facts.subject.isEmpty ? nil : facts.subject, series, MeetingFacts.placeLine(facts, language),
            facts.kind == .meeting ? nil : facts.kind.name[language],
        ]
        let sentence = parts.compactMap(\.self).joined(separator: ", ") + "."
        return room.map { sentence + " " + $0 } ?? sentence
    }

    private func call(_ line: MeetingLine) -> (PageAddress, String)? {
        guard let form = line.form else { return nil }
        return switch line.state {
        case .open, .few: (form, words.register)
        case .full: (form, words.wait)
        case .cancelled, .past, .closed, .notYetOpen: nil
        }
    }
}

/// The day as a mark; the words beside it say it in full.
private struct DayMark: Component {
    let moment: Int64
    let language: Language

    var body: some HTML {
        let pieces = MeetingHours.date(moment, language).split(separator: " ").map(String.init)
        return HTML::time(.class("dag").datetime(MeetingHours.stamp(moment)).ariaHidden()) {
            b { pieces.first ?? "" }
            String((pieces.count > 1 ? pieces[1] : "").prefix(3))
        }
    }
}

/// The state of registration, with a sign beside the words.
struct StateTag: Component {
    let state: RegistrationState
    let language: Language

    var body: some HTML {
        span(.class("tag", kind, when: !kind.isEmpty)) {
            Icon(sign)
            " "
            MeetingWords(language).state(state)
        }
    }

    private var kind: String {
        switch state {
        case .open: "goed"
        case .few: "let-op"
        case .full, .notYetOpen: "info"
        case .cancelled: "fout"
        case .past, .closed: ""
        }
    }

    private var sign: Icon.Sign {
        switch state {
        case .open, .past: .check
        case .few, .cancelled: .warning
        case .full, .closed, .notYetOpen: .info
        }
    }
}

/// Sentences about the facts of a meeting.
enum MeetingFacts {
    /// Where it is: a place, online, or both. Never the link.
    static func placeLine(_ facts: Meeting.Facts, _ language: Language) -> String {
        let words = MeetingWords(language)
        let place = facts.place.isEmpty ? words.placeUnknown : facts.place
        return switch facts.form {
        case .online: words.online
        case .physical: place
        case .both: words.and(place, words.online)
        }
    }

    static func audience(_ facts: Meeting.Facts, _ language: Language) -> String {
        let words = MeetingWords(language)
        guard !facts.audience.isEmpty else { return words.everyone }
        let names = Role.allCases.filter(facts.audience.contains).map { $0.name[language].lowercased() }
        return words.audience(names, isClosed: facts.isClosedCircle)
    }
}
