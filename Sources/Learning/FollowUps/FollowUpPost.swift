import Core
import Mail
import People
import SQL
import Web

/// What people are asked later, as a kind of message that they can switch off.
package enum FollowUpNotice {
    package static let kind = NoticeKind("navraag", FollowUpWords.both(\.notice))
    package static let kinds = [kind]
}

/// The mail that asks. Opening its link changes nothing.
package struct FollowUpPost: Sendable {
    let notices: NoticeStore
    let outbox: Outbox
    /// Of the site, for links in mail; nil where it does not know its own address.
    let origin: String?

    /// Whom it goes to: someone with an account as they chose, someone without one by mail.
    package struct Recipient: Sendable, Hashable {
        let tag: [UInt8]
        let person: Identifier?
        let mail: String
        let name: String
        let language: Language
    }

    /// Without an address of its own the site can ask only who has an account: nobody is counted as asked who was not.
    func reaches(_ one: Recipient) -> Bool { one.person != nil || origin != nil }

    /// - Parameters:
    ///   - asked: at least one
    ///   - isReminder: all of them were asked before
    ///   - site: the name of the site now
    func send(
        _ asked: [FollowUp], to one: Recipient, token: String, isReminder: Bool, site: String, from origin: Origin, in transaction: Transaction
    ) throws {
        if let person = one.person {
            let text = NoticeText(FollowUpWords.both(\.told), detail: FollowUpWords.both(\.toldDetail), address: FollowUpRoute.mine.address)
            guard self.origin != nil else {
                try notices.tell(FollowUpNotice.kind, text, to: [person], from: origin, in: transaction)
                return
            }
            let own: NoticeStore.OwnMail = { [self] person in
                let letter = letter(asked, name: person.name, token: token, isReminder: isReminder, site: site, person.language)
                return OutboxMail(
                    kind: "notice-" + FollowUpNotice.kind.key, person: person.id, to: Mailbox(person.mail, name: person.name), letter: letter,
                    expiry: origin.time + FollowUp.life)
            }
            try notices.tell(FollowUpNotice.kind, text, to: [person], mail: own, from: origin, in: transaction)
        } else if let address = try? MailAddress(one.mail), self.origin != nil {
            let name = RegistrationMails.isName(one.name) ? one.name : nil
            let letter = letter(asked, name: name, token: token, isReminder: isReminder, site: site, one.language)
            let mail = OutboxMail(kind: "follow-up", person: nil, to: Mailbox(address, name: name), letter: letter, expiry: origin.time + FollowUp.life)
            try outbox.add(mail, from: origin, in: transaction)
        }
    }

    private func letter(_ asked: [FollowUp], name: String?, token: String, isReminder: Bool, site: String, _ language: Language) -> MailLetter {
        let words = FollowUpWords(language), address = (origin ?? "") + FollowUpRoute.proof(token).address.url(in: language)
        return MailLetter(
            language: language, site: site, subject: isReminder ? words.subjectAgain : words.subject,
            parts: [
                .paragraph(words.greeting(name)), .paragraph(words.lead),
                .items(asked.map { MailLetter.Item(title: words.title($0), detail: words.when($0), address: nil) }),
                .link(words: words.open, address: address, after: words.openAfter), .paragraph(words.noNeed),
            ], footnotes: [.paragraph(words.why)])
    }
}
