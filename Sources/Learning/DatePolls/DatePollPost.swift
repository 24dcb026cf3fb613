import Core
import Credentials
import Mail
import People
import SQL
import Transfer
import Web

/// Tells people of date polls. No mail changes anything by being opened: its link leads to a page with one button (D-13).
package struct DatePollPost: Sendable {
    let outbox: Outbox
    let notices: NoticeStore
    let installation: Installation
    /// Whom an invitation in a calendar comes from; nil for mail without one.
    let organizer: Mailbox?

    private typealias Words = DatePollWords

    static let noticeKind = NoticeKind("datumprikker-gesloten", Words.both(\.noticeKind))

    /// 128 random bits.
    static func token() -> String { RandomText.token(bits: 128) }

    static func digest(_ token: String) -> [UInt8] { Digest.sha256(Array("date poll \(token)".utf8)) }

    /// Asks one person; in the transaction that notes the digest of the token.
    ///
    /// - Parameter isReminder: asked before, without an answer
    func invite(
        _ guest: DatePoll.Guest, to poll: DatePoll, token: String, isReminder: Bool = false, site: String, from origin: Origin,
        in transaction: Transaction
    ) throws {
        let words = Words(guest.language), title = poll.facts.title
        let lead = isReminder ? words.reminderLead(title) : words.inviteLead(title)
        let subject = isReminder ? words.reminderSubject(title) : words.inviteSubject(title)
        var parts: [MailLetter.Part] = [.paragraph(words.greeting(Self.name(guest))), .paragraph(lead)]
        if !poll.facts.about.isEmpty { parts.append(.quote(poll.facts.about)) }
        parts.append(.facts(Self.facts(poll, words)))
        if let base = installation.origin {
            let address = base + DatePollRoute.asked(token).address.url(in: guest.language)
            parts += [.link(words: words.inviteLink, address: address, after: words.inviteLinkLead), .paragraph(words.keepPrivate)]
        }
        let letter = MailLetter(
            language: guest.language, site: site, subject: subject, parts: parts, footnotes: [.paragraph(words.mailWhy)])
        let mail = OutboxMail(
            kind: "date-poll", person: guest.person, to: Mailbox(guest.mail, name: Self.name(guest)), letter: letter, expiry: poll.facts.deadline)
        try outbox.add(mail, from: origin, in: transaction)
    }

    /// Tells one person which moment it became, with a file for their calendar.
    func tellChosen(
        _ guest: DatePoll.Guest, _ poll: DatePoll, _ option: DatePoll.Option, _ meeting: Identifier, site: String, from origin: Origin,
        in transaction: Transaction
    ) throws {
        let words = Words(guest.language)
        var facts = [MailLetter.Fact(words.day, MeetingHours.whole(option.startsAt, option.endsAt, guest.language))]
        facts.append(MailLetter.Fact(words.location, Self.place(poll, guest.language)))
        let letter = MailLetter(
            language: guest.language, site: site, subject: words.chosenSubject(poll.facts.title),
            parts: [.paragraph(words.greeting(Self.name(guest))), .paragraph(words.chosenLead(poll.facts.title)), .facts(facts)],
            footnotes: [.paragraph(words.mailWhy)])
        let to = Mailbox(guest.mail, name: Self.name(guest))
        var mail = OutboxMail(kind: "date-poll", person: guest.person, to: to, letter: letter, expiry: option.endsAt)
        let event = Self.event(poll, option, meeting, at: origin.time, guest.language)
        if let organizer {
            mail.calendar = MailCalendar(CalendarFile(event, for: .request(CalendarFile.Parties(organizer: organizer, attendee: to))))
        } else {
            mail.calendar = MailCalendar(CalendarFile(event))
        }
        try outbox.add(mail, from: origin, in: transaction)
    }

    func tellClosed(_ poll: Identifier, to organiser: Identifier, from origin: Origin, in transaction: Transaction) throws {
        let text = NoticeText(Words.both(\.noticeTitle), detail: Words.both(\.noticeDetail), address: DatePollRoute.poll(poll).address)
        try notices.tell(Self.noticeKind, text, to: [organiser], from: origin, in: transaction)
    }

    /// The same id as the meeting has in every calendar, so that what is told of it later finds this. A draft has no page to lead to yet.
    static func event(_ poll: DatePoll, _ option: DatePoll.Option, _ meeting: Identifier, at now: Int64, _ language: Language) -> CalendarEvent {
        var event = CalendarEvent(
            id: "\(meeting)@leefkring", sequence: 0, start: option.startsAt, end: option.endsAt, changedAt: now, status: .tentative, summary: poll.facts.title)
        event.description = poll.facts.about
        event.place = place(poll, language)
        return event
    }

    static func place(_ poll: DatePoll, _ language: Language) -> String {
        poll.facts.location.isEmpty ? poll.facts.form.name[language] : poll.facts.location
    }

    private static func facts(_ poll: DatePoll, _ words: DatePollWords) -> [MailLetter.Fact] {
        [
            MailLetter.Fact(words.takes, words.minutes(poll.facts.minutes)), MailLetter.Fact(words.location, place(poll, words.language)),
            MailLetter.Fact(words.answerBefore, MeetingHours.moment(poll.facts.deadline, words.language)),
        ]
    }

    /// Letters of a name, so that nobody can have others read something by way of this site.
    private static func name(_ guest: DatePoll.Guest) -> String? { RegistrationMails.isName(guest.name) ? guest.name : nil }
}
