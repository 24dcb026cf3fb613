import Core
import Mail
import Web

/// The mails about a question.
struct ContactMails {
    let message: ContactMessage
    let place: ContactPlace
    /// The name of the site, as it is now.
    let site: String
    /// `https://…` of the site; nil where it is not known.
    let origin: String?

    private var draft: ContactDraft { message.draft }
    private var about: String { place.name ?? site }

    /// What stands on the site for who answers. The page behind it has the words.
    var notice: NoticeText {
        let title = NoticeWords.both(\.question)
        let detail = NoticeWords.both { $0.questionDetail(about, before: ContactWords($0.language).day(message.promisedAt)) }
        return NoticeText(title, detail: detail, address: ContactRoute.question(message.id).address)
    }

    /// For someone with an account who answers.
    func question(to person: Person) -> OutboxMail {
        mail(question(in: person.language, isKnown: true), person.id, to: Mailbox(person.mail, name: person.name))
    }

    /// For someone without an account who answers.
    func question(to point: ContactPoint, in language: Language) -> OutboxMail {
        // Only who has an address is asked; without one it goes nowhere.
        mail(question(in: language, isKnown: false), nil, to: Mailbox(point.details.mail ?? draft.mail, name: point.details.name))
    }

    private func mail(_ letter: MailLetter, _ person: Identifier?, to mailbox: Mailbox) -> OutboxMail {
        var mail = OutboxMail(kind: "contact-question", person: person, to: mailbox, letter: letter)
        mail.replyTo = Mailbox(draft.mail, name: draft.name)
        return mail
    }

    /// The words themselves. An answer goes to who asked.
    ///
    /// - Parameter isKnown: they have an account, and so a page to look at
    private func question(in language: Language, isKnown: Bool) -> MailLetter {
        let words = ContactWords(language)
        let facts = [
            MailLetter.Fact(words.from, draft.name), MailLetter.Fact(words.mail, draft.mail.description), draft.phone.map { MailLetter.Fact(words.phone, $0) },
            MailLetter.Fact(words.topic, draft.topic.name[language]), MailLetter.Fact(words.subject, draft.subject),
            MailLetter.Fact(words.answerBefore, words.day(message.promisedAt)),
        ].compactMap { $0 }
        var parts: [MailLetter.Part] = [.paragraph(words.mailLead(about)), .facts(facts), .quote(draft.body), .paragraph(words.mailAnswer(draft.name))]
        if !message.doubts.isEmpty { parts.append(.paragraph(words.mailDoubt)) }
        if isKnown, let origin {
            let address = origin + ContactRoute.question(message.id).address.url(in: language)
            parts.append(.link(words: words.mailPage, address: address, after: words.mailState))
        }
        return MailLetter(language: language, site: site, subject: words.mailSubject(about, draft.subject), parts: parts)
    }

    /// For who asked: who takes it along and by when. None of their words: nobody can have others read something by way of this site.
    ///
    /// - Parameter name: of who answers; nil for the administrators
    func receipt(from name: String?) -> MailLetter {
        let words = ContactWords(draft.language)
        let parts: [MailLetter.Part] = [
            .paragraph(words.greeting(Self.isName(draft.name) ? draft.name : nil)), .paragraph(words.receiptLead(about)),
            .paragraph(words.takes(name) + " " + words.promise(message.promisedAt)), .paragraph(words.receiptOther),
        ]
        return MailLetter(language: draft.language, site: site, subject: words.receiptSubject, parts: parts)
    }

    /// Letters and what stands in names, and few of them.
    private static func isName(_ text: String) -> Bool {
        text.unicodeScalars.count <= 60
            && text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark || " -'’".unicodeScalars.contains($0)
            }
    }
}
