import Core
import HTML
import Mail
import Web

extension SignInLetter {
    /// The mail with the code, and with the link where the site knows its own address.
    ///
    /// - Parameter name: of the site, as it is now
    func mail(from installation: Installation, named name: String) -> OutboxMail {
        let words = SignInWords(person.language)
        let address = installation.origin.map { $0 + PeopleRoute.link(attempt, token: link).address.url(in: person.language) }
        let text = words.mailText(name: person.name, code: code, link: address, site: name)
        return OutboxMail(
            kind: "sign-in", person: person.id, to: Mailbox(person.mail, name: person.name), language: person.language, subject: words.mailSubject,
            text: text, html: Self.document(text, link: address, language: person.language, title: words.mailSubject),
            expiry: expiry)
    }

    /// The same text as a document: paragraphs, and the link as a link.
    static func document(_ text: String, link: String?, language: Language, title: String) -> String {
        let paragraphs = text.split(separator: "\n\n").map(String.init)
        let page = html(.lang(language.rawValue)) {
            head {
                meta(.charset("utf-8"))
                pageTitle { title }
            }
            pageBody {
                Each(paragraphs) { paragraph in
                    if let link, paragraph.hasSuffix(link) {
                        p {
                            String(paragraph.dropLast(link.count))
                            a(.href(link)) { link }
                        }
                    } else {
                        p { paragraph }
                    }
                }
            }
        }
        return String(decoding: renderDocument(page), as: UTF8.self)
    }
}
