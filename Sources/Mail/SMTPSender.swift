import Dispatch

/// Sends messages over SMTP by libcurl: one connection, kept open between messages, on a thread of its own, so that waiting never holds up Swift's own threads.
///
/// A sender does not stop in the middle of a message when the task that asked is cancelled: then nobody would know whether the message was taken.
package final class SMTPSender: Sendable {
    private let queue = DispatchQueue(label: "leefkring.mail")
    private let connection: SMTPConnection

    package init(_ server: SMTPServer) {
        connection = SMTPConnection(server)
    }

    /// Sends and waits for the server's word. Never throws: what went wrong is the outcome.
    ///
    /// - Parameter bounces: where reports of trouble go (the envelope's sender); as a rule the address of `From`
    package func send(_ message: MailMessage, bounces: MailAddress? = nil) async -> SMTPDelivery {
        let bytes = message.bytes
        return await withCheckedContinuation { continuation in
            queue.async { [connection] in
                continuation.resume(returning: connection.send(bytes, from: bounces ?? message.from.address, to: message.to.address))
            }
        }
    }

    /// Closes the connection, at the end of a batch. The next message opens a connection again.
    package func close() async {
        await withCheckedContinuation { continuation in
            queue.async { [connection] in
                connection.close()
                continuation.resume()
            }
        }
    }
}
