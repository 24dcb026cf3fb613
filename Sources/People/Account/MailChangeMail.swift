import Core
import Mail
import Web

extension MailChangeLetter {
    /// What the outbox calls the mail with the code. It is left out of the file of who asked: whether one went out would tell whether someone else has the
    /// address.
    static let codeKind = "mail-change"

    /// The mail itself.
    ///
    /// - Parameter name: of the site, as it is now
    func mail(from installation: Installation, named name: String) -> OutboxMail {
        switch self {
        case .code(let code, let mail, let person, let expiry):
            let words = MailChangeWords(person.language)
            // No name: it is not known yet whose mailbox this is.
            let parts: [MailLetter.Part] = [
                .paragraph(words.hello), .paragraph(words.codeFor(name)), .code(code, after: words.code), .paragraph(words.codeOnce),
                .paragraph(words.notAsked),
            ]
            let letter = MailLetter(language: person.language, site: name, subject: words.codeSubject, parts: parts)
            return OutboxMail(kind: Self.codeKind, person: person.id, to: Mailbox(mail), letter: letter, expiry: expiry)
        case .taken(let person):
            let words = MailChangeWords(person.language)
            let parts: [MailLetter.Part] = [.paragraph(words.takenLead(name)), .paragraph(words.takenYou)]
            return told("mail-change-taken", words.takenSubject, parts, to: person, named: name)
        case .changed(let before, let moment):
            let words = MailChangeWords(before.language)
            let place = installation.origin.map { $0 + ContactRoute.site().address.url(in: before.language) }
            let parts: [MailLetter.Part?] = [
                .paragraph(words.changedLead(name, at: moment)), .paragraph(words.changedYou), .paragraph(words.changedNotYou(name)),
                place.map { .link(words: words.contact, address: $0, after: words.contactLead) },
            ]
            return told("mail-changed", words.changedSubject, parts.compactMap { $0 }, to: before, named: name)
        }
    }

    private func told(_ kind: String, _ subject: String, _ parts: [MailLetter.Part], to person: Person, named name: String) -> OutboxMail {
        let words = NoticeWords(person.language)
        let letter = MailLetter(
            language: person.language, site: name, subject: subject, parts: [.paragraph(words.greeting(person.name))] + parts,
            footnotes: [.paragraph(words.whySecurity)])
        return OutboxMail(kind: kind, person: person.id, to: Mailbox(person.mail, name: person.name), letter: letter)
    }
}
