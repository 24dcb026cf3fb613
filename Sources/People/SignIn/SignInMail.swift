import Core
import Mail
import Web

extension SignInLetter {
    /// The mail with the code, and with the link where the site knows its own address.
    ///
    /// - Parameter name: of the site, as it is now
    func mail(from installation: Installation, named name: String) -> OutboxMail {
        let words = SignInWords(person.language)
        let address = installation.origin.map { $0 + PeopleRoute.link(attempt, token: link).address.url(in: person.language) }
        let paragraphs = words.mailText(name: person.name, code: code, link: address, site: name).split(separator: "\n\n").map(String.init)
        let parts = paragraphs.map { paragraph -> MailLetter.Part in
            if paragraph.hasSuffix(" " + code) { return .code(code, after: String(paragraph.dropLast(code.count + 1))) }
            if let address, paragraph.hasSuffix(address) {
                let sentence = String(paragraph.dropLast(address.count)).split(whereSeparator: \.isNewline).joined(separator: " ")
                return .link(words: words.title, address: address, after: sentence)
            }
            return .paragraph(paragraph)
        }
        let letter = MailLetter(language: person.language, site: name, subject: words.mailSubject, parts: parts)
        return OutboxMail(kind: "sign-in", person: person.id, to: Mailbox(person.mail, name: person.name), letter: letter, expiry: expiry)
    }
}
