import Logging
import Mail
import People
import ServiceLifecycle
import Transfer

/// Sends the mail that waits in the outbox, for as long as the server runs.
struct OutgoingMail: Service {
    let people: People.Slice
    let settings: MailSettings
    let logger: Logger

    func run() async throws {
        let smtp = SMTPSender(settings.server), logger = logger
        let sender = OutboxSender(
            people.outbox, node: Digest.hex(Digest.randomBytes(8)), from: settings.from, now: people.now,
            send: DemoMail.sending(DemoMark(people.journal)) { await smtp.send($0) }, close: { await smtp.close() })
        await cancelWhenGracefulShutdown {
            await sender.run { error in logger.error("mail waits", metadata: ["error": .string("\(error)")]) }
        }
        await smtp.close()
    }
}
