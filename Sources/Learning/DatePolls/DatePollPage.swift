import Core
import HTML
import Mail
import People
import Web

/// One poll for who organises: who can when, the proposal, and one button that makes it a meeting.
struct DatePollPage: Component {
    struct Sight: Sendable {
        let poll: DatePoll
        let invitees: [DatePoll.Invitee]
        let form: Form
        /// What was tried is over.
        let isOver: Bool
        let now: Int64

        var tally: DatePollTally { DatePollTally(poll.options, invitees) }
    }

    let sight: Sight
    let token: FormToken
    let language: Language

    private var words: DatePollWords { DatePollWords(language) }
    private var poll: DatePoll { sight.poll }

    var body: some HTML {
        TextColumn(poll.facts.title, faults: ErrorSummary(sight.form.errors, language: language)) {
            if sight.isOver { Notice(.caution) { p { words.over } } }
            p(.class("inleiding")) { words.state(poll, at: sight.now) + ". " + words.answered(sight.tally.answered, of: sight.tally.people) }
            if poll.state != .decided { p { words.answerBefore + ": " + MeetingHours.moment(poll.facts.deadline, language) } }
            decided
            DatePollResults(sight: sight, language: language)
            if poll.state != .decided { DatePollChoosing(sight: sight, token: token, language: language) }
            DatePollPeople(sight: sight, token: token, language: language)
            p(.class("hint")) { words.kept }
            p { a(.href(DatePollRoute.list.address.url(in: language))) { words.polls } }
        }
    }

    @HTMLBuilder private var decided: some HTML {
        if let chosen = poll.option(poll.chosen) {
            Notice {
                p { strong { words.itIs(MeetingHours.whole(chosen.startsAt, chosen.endsAt, language)) } }
                if let meeting = poll.meeting { p { a(.href(MeetingRoute.edit(meeting).address.url(in: language))) { words.toMeeting } } }
            }
        }
    }
}

/// Every moment with who can.
private struct DatePollResults: Component {
    let sight: DatePollPage.Sight
    let language: Language

    private var words: DatePollWords { DatePollWords(language) }

    var body: some HTML {
        section(.class("sectie").id("wie-wanneer")) {
            h2 { words.results }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.results)) {
                table(.class("stapel")) {
                    caption(.class("vh")) { words.results }
                    ColumnHeads(words.moment, words.answer(.yes), words.answer(.ifNeeded), words.answer(.no))
                    tbody { Each(sight.poll.options) { option in row(option) } }
                }
            }
        }
    }

    private func row(_ option: DatePoll.Option) -> some HTML {
        tr {
            th(.scope("row")) { MeetingHours.whole(option.startsAt, option.endsAt, language) }
            Each(DatePoll.Answer.allCases) { answer in td(.data("kop", words.answer(answer))) { span { names(option.number, answer) } } }
        }
    }

    /// Who must be there is said in words.
    private func names(_ option: Int, _ answer: DatePoll.Answer) -> String {
        let found = sight.invitees.filter { $0.answers[option] == answer }
        guard !found.isEmpty else { return words.nobody }
        return "\(found.count): " + found.map { $0.shown + ($0.guest.isRequired ? " (\(words.mustBe))" : "") }.joined(separator: ", ")
    }
}

/// The proposal and the choice.
private struct DatePollChoosing: Component {
    let sight: DatePollPage.Sight
    let token: FormToken
    let language: Language

    private typealias Words = DatePollWords
    private var words: Words { Words(language) }

    var body: some HTML {
        section(.class("sectie").id("kies")) {
            h2 { words.choose }
            if let proposed {
                p { words.proposal + ": " + words.proposed(MeetingHours.whole(proposed.startsAt, proposed.endsAt, language)) }
            } else {
                p { words.noProposal }
            }
            p { words.chooseLead }
            PostForm(to: DatePollRoute.choosing(sight.poll.id).address, in: language, token: token) {
                SelectField("moment", Words.both(\.moment), choices: choices, form: form, language: language)
                button(.type("submit").class("knop")) { words.chooseDo }
            }
            if sight.poll.isOpen(at: sight.now) {
                PostForm(to: DatePollRoute.closing(sight.poll.id).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { words.close }
                }
            }
        }
    }

    private var proposed: DatePoll.Option? { sight.tally.proposed }

    private var form: Form { Form(items: proposed.map { [.init("moment", String($0.number))] } ?? []) }

    private var choices: [Choice] {
        sight.poll.options.map { option in
            Choice(
                String(option.number),
                Localized(nl: MeetingHours.whole(option.startsAt, option.endsAt, .nl), en: MeetingHours.whole(option.startsAt, option.endsAt, .en)))
        }
    }
}

/// Who was asked.
private struct DatePollPeople: Component {
    let sight: DatePollPage.Sight
    let token: FormToken
    let language: Language

    private var words: DatePollWords { DatePollWords(language) }

    var body: some HTML {
        section(.class("sectie").id("mensen")) {
            h2 { words.people }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.people)) {
                table(.class("stapel")) {
                    caption(.class("vh")) { words.people }
                    ColumnHeads(words.person, words.mail, words.answeredAt, words.actions)
                    tbody { Each(sight.invitees) { invitee in row(invitee) } }
                }
            }
            if sight.poll.isOpen(at: sight.now) {
                h3 { words.addPeople }
                PostForm(to: DatePollRoute.people(sight.poll.id).address, in: language, token: token) {
                    DatePollPeopleFields(form: sight.form, language: language)
                    button(.type("submit").class("knop licht")) { words.ask }
                }
            }
        }
    }

    private func row(_ invitee: DatePoll.Invitee) -> some HTML {
        tr {
            th(.scope("row")) { invitee.shown + (invitee.guest.isRequired ? " (\(words.mustBe))" : "") }
            td(.data("kop", words.mail)) { invitee.guest.mail.description }
            td(.data("kop", words.answeredAt)) { invitee.answeredAt.map { MeetingHours.moment($0, language) } ?? words.silent }
            td(.data("kop", words.actions)) { removal(invitee) }
        }
    }

    @HTMLBuilder private func removal(_ invitee: DatePoll.Invitee) -> some HTML {
        if sight.poll.state != .decided {
            PostForm(to: DatePollRoute.removal(sight.poll.id, invitee.id).address, in: language, token: token) {
                button(.type("submit").class("knop licht")) {
                    words.remove
                    span(.class("vh")) { ": " + invitee.shown }
                }
            }
        }
    }
}
