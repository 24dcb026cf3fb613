import Core
import Mail

/// Mail of the demonstration: it is written like any other, and never leaves.
package enum DemoMail {
    /// Reserved in this product for people who do not exist. Whoever owns the domain has nothing to do with them.
    package static let domain = "voorbeeld.nl"

    package static func isFictional(_ address: MailAddress) -> Bool { address.domain.lowercased() == domain }

    /// What stands with a mail that was not sent, in the place of the word of a mail server.
    package static let refusal = SMTPDelivery(
        outcome: .permanent, code: nil, answer: "a made-up address: nothing was sent", transcript: [], server: "leefkring demo")

    /// Sends all mail, but on a site with the demonstration what goes to made-up people ends here.
    package static func sending(
        _ mark: DemoMark, _ send: @escaping @Sendable (MailMessage) async -> SMTPDelivery
    ) -> @Sendable (MailMessage) async -> SMTPDelivery {
        { message in
            guard isFictional(message.to.address) else { return await send(message) }
            do {
                return try await mark.isLoaded() ? refusal : await send(message)
            } catch {
                return SMTPDelivery(outcome: .notSent, code: nil, answer: "\(error)", transcript: [], server: "leefkring demo")
            }
        }
    }
}
