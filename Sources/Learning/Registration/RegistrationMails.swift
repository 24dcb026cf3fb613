import Core
import Credentials
import Mail
import People
import Web

/// The mails about one meeting. Links in them lead to a page with buttons: no mail changes anything by being opened (D-13).
struct RegistrationMails {
    let door: MeetingDoor
    /// The name of the site, as it is now.
    let site: String
    let installation: Installation
    /// Why it was cancelled or moved, in the organiser's words.
    var reason = ""
    /// Whom an invitation in a calendar comes from; nil for mail without one.
    var organizer: Mailbox?

    init(door: MeetingDoor, site: String, installation: Installation, organizer: Mailbox? = nil) {
        self.door = door
        self.site = site
        self.installation = installation
        self.organizer = organizer
    }

    /// What brings the mail.
    enum Occasion: Sendable, Hashable {
        case first(RegistrationStanding, by: RegistrationPath)
        /// The same address was filled in again.
        case again
        case cause(RegistrationCause)
    }

    /// What it says besides the meeting.
    struct Facts: Sendable, Hashable {
        /// How many people wait before them.
        var ahead = 0
        /// Until when a place is kept, milliseconds since 1970.
        var offerEnd: Int64?
        /// The name of their subgroup.
        var subgroup: String?
    }

    /// - Parameter occasions: at least one; several of one day make one mail
    func mail(to registration: Registration, _ occasions: [Occasion], _ facts: Facts) -> OutboxMail {
        let letter = letter(to: registration, occasions, facts)
        var mail = OutboxMail(
            kind: "registration", person: registration.draft.person,
            to: Mailbox(registration.mail, name: Self.isName(registration.name) ? registration.name : nil),
            letter: letter, expiry: registration.standing == .offered ? facts.offerEnd : nil)
        mail.calendar = calendar(for: registration, occasions)
        return mail
    }

    private func letter(to registration: Registration, _ occasions: [Occasion], _ facts: Facts) -> MailLetter {
        let words = RegistrationMailWords(registration.language), standing = registration.standing
        var parts: [MailLetter.Part] = [.paragraph(words.greeting(Self.isName(registration.name) ? registration.name : nil))]
        parts += occasions.map { .paragraph(words.lead($0, facts)) }
        if !reason.isEmpty { parts.append(.paragraph(words.reason(reason))) }
        parts.append(.facts(self.facts(registration, facts, words)))
        if let origin = installation.origin {
            let address = origin + RegistrationRoute.own(RegistrationProof.make(registration.id, door, installation.key)).address.url(in: registration.language)
            parts.append(.link(words: words.button(standing), address: address, after: words.after(standing)))
            parts.append(.paragraph(words.keepPrivate))
        }
        let isFirst = occasions.contains { if case .first = $0 { true } else { false } }
        let subject = occasions.first.map { words.subject($0, door.facts.title) } ?? door.facts.title
        return MailLetter(
            language: registration.language, site: site, subject: subject, parts: parts, footnotes: isFirst ? [.paragraph(words.notYou)] : [])
    }

    private func facts(_ registration: Registration, _ facts: Facts, _ words: RegistrationMailWords) -> [MailLetter.Fact] {
        let language = registration.language, meeting = door.facts
        let place = [meeting.place, meeting.address].filter { !$0.isEmpty }.joined(separator: ", ")
        return [
            MailLetter.Fact(words.when, MeetingHours.whole(meeting.startsAt, meeting.endsAt, language)),
            // The link to join stands on the page of who registered, never in mail that can be passed on.
            registration.draft.way == .online
                ? MailLetter.Fact(words.whereLabel, words.online)
                : place.isEmpty ? nil : MailLetter.Fact(words.whereLabel, place),
            facts.subgroup.map { MailLetter.Fact(words.subgroup, $0) },
            facts.offerEnd.flatMap { registration.standing == .offered ? MailLetter.Fact(words.answerBefore, MeetingHours.moment($0, language)) : nil },
            meeting.preparation > 0 && registration.standing == .registered
                ? MailLetter.Fact(words.preparation, words.minutes(meeting.preparation)) : nil,
        ].compactMap { $0 }
    }

    // MARK: The calendar

    /// An invitation for who has a place; taken back for who has it no more.
    private func calendar(for registration: Registration, _ occasions: [Occasion]) -> MailCalendar? {
        guard let organizer else { return nil }
        let parties = CalendarFile.Parties(
            organizer: organizer, attendee: Mailbox(registration.mail, name: Self.isName(registration.name) ? registration.name : nil))
        if door.isCancelled || [.cancelled, .moved].contains(registration.standing) {
            // Only who got an invitation knows what is taken back.
            let wasRegistered = occasions.contains { [.cause(.cancelled), .cause(.removed), .cause(.moved), .cause(.calledOff)].contains($0) }
            guard wasRegistered, [.registered, .cancelled, .moved].contains(registration.standing) else { return nil }
            return MailCalendar(CalendarFile(RegistrationCalendar.event(door, in: registration.language, origin: installation.origin), for: .cancel(parties)))
        }
        guard registration.standing == .registered else { return nil }
        return MailCalendar(CalendarFile(RegistrationCalendar.event(door, in: registration.language, origin: installation.origin), for: .request(parties)))
    }

    /// Letters and what stands in names, and few of them: nobody can have others read something by way of this site.
    static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.unicodeScalars.count <= 60
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark || " -'’.".unicodeScalars.contains($0)
            }
    }
}

/// The proof in the link of a mail that someone is who registered: signed, for one registration, until 30 days after the meeting.
enum RegistrationProof {
    private static let life: Int64 = 30 * 86_400_000

    static func make(_ registration: Identifier, _ door: MeetingDoor, _ key: SecretKey) -> String {
        TokenSigner(key, purpose: "registration").sign(registration.description, until: door.facts.endsAt + life)
    }

    /// Nil for a proof that was not made here, or is over its time.
    static func open(_ proof: String, _ key: SecretKey, at now: Int64) -> Identifier? {
        (try? TokenSigner(key, purpose: "registration").open(proof, at: now)).flatMap { Identifier($0) }
    }
}
