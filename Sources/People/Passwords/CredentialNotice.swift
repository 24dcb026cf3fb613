import Core
import HTML
import Mail
import SQL
import Web

/// A change of what someone signs in with: it is always told to them by mail, and cannot be turned off (ASVS 5.0: 6.3.7).
package enum CredentialNotice: Sendable, Hashable {
    case passwordSet, passwordChanged, passwordRemoved
    case secondFactorSet
    /// - name: of the provider
    case identityAdded(name: Localized)
    case identityRemoved(name: Localized)

    /// Tells it, in the transaction that does it.
    package typealias Post = @Sendable (CredentialNotice, Identifier, Origin, Transaction) throws -> Void
}

/// Writes the mail about a change.
struct CredentialMail: Sendable {
    let outbox: Outbox
    let installation: Installation

    func post(_ notice: CredentialNotice, to id: Identifier, from origin: Origin, in transaction: Transaction) throws {
        guard let person = try PersonStore.open(id, transaction) else { return }
        let site = try SettingsStore.look(transaction)?.name ?? installation.name
        let words = CredentialWords(person.language)
        let link = installation.origin.map { $0 + PeopleRoute.account.address.url(in: person.language) }
        let subject = words.subject(notice, site: site)
        let text = words.text(notice, name: person.name, time: AccountWords(person.language).time(origin.time), link: link, site: site)
        let letter = MailLetter(
            language: person.language, site: site, subject: subject, parts: text.split(separator: "\n\n").map { MailLetter.Part.paragraph(String($0)) })
        let mail = OutboxMail(kind: "credentials", person: person.id, to: Mailbox(person.mail, name: person.name), letter: letter)
        try outbox.add(mail, from: origin, in: transaction)
    }
}
