import Core
import HTML
import People
import Web

/// The page behind a personal link: the moments, three answers for each, and one button. Opening it changes nothing (D-13).
struct DatePollAnswerPage: Component {
    struct Sight: Sendable {
        let asked: DatePollStore.Asked
        let url: String
        let form: Form
        let isSaved: Bool
        /// Came too late with the answer just now.
        let isLate: Bool
        let now: Int64
    }

    let sight: Sight
    let token: FormToken
    let language: Language

    private typealias Words = DatePollWords
    private var words: Words { Words(language) }
    private var poll: DatePoll { sight.asked.poll }

    var body: some HTML {
        TextColumn(poll.facts.title, faults: ErrorSummary(sight.form.errors, language: language)) {
            if sight.isLate { Notice(.caution) { p { words.over } } }
            if sight.isSaved { Notice { p { words.sent } } }
            Paragraphs(poll.facts.about)
            facts
            standing
        }
    }

    private var facts: some HTML {
        dl {
            dt { words.takes }
            dd { words.minutes(poll.facts.minutes) }
            dt { words.location }
            dd { DatePollPost.place(poll, language) }
            if poll.isOpen(at: sight.now) {
                dt { words.answerBefore }
                dd { MeetingHours.moment(poll.facts.deadline, language) }
            }
        }
    }

    @HTMLBuilder private var standing: some HTML {
        if let chosen = poll.option(poll.chosen) {
            p(.class("inleiding")) { strong { words.itIs(MeetingHours.whole(chosen.startsAt, chosen.endsAt, language)) } }
            if poll.meeting != nil { p { a(.href(DatePollRoute.file(sight.url).address.url(in: language)).download("agenda.ics")) { words.calendar } } }
        } else if poll.isOpen(at: sight.now) {
            p { words.lead + " " + words.effort }
            PostForm(to: DatePollRoute.asked(sight.url).address, in: language, token: token) {
                Each(sight.asked.tally.lines) { line in moment(line) }
                p(.class("hint")) { words.privacy }
                button(.type("submit").class("knop")) { words.send }
            }
        } else {
            p { words.closed }
            answers
        }
    }

    private func moment(_ line: DatePollTally.Line) -> some HTML {
        ChoiceField(
            DatePollForm.option(line.option.number), hours(line.option), kind: .one,
            choices: DatePoll.Answer.allCases.map { answer in Choice(answer.rawValue, Words.both { $0.answer(answer) }) }, hint: hint(line),
            form: sight.form, language: language)
    }

    private func hours(_ option: DatePoll.Option) -> Localized {
        Localized(nl: MeetingHours.whole(option.startsAt, option.endsAt, .nl), en: MeetingHours.whole(option.startsAt, option.endsAt, .en))
    }

    private func hint(_ line: DatePollTally.Line) -> Localized {
        Words.both { words in
            let room = line.option.maximum.map { " " + words.maximum($0) + (line.isFull ? " " + words.full : "") } ?? ""
            return words.count(yes: line.yes, ifNeeded: line.ifNeeded) + room
        }
    }

    @HTMLBuilder private var answers: some HTML {
        if !sight.asked.invitee.answers.isEmpty {
            section(.class("sectie").id("antwoord")) {
                h2 { words.yours }
                ul {
                    Each(poll.options) { option in
                        li { hours(option)[language] + ": " + (sight.asked.invitee.answers[option.number].map(words.answer) ?? words.silent) }
                    }
                }
            }
        }
    }
}
