import Logging
import Synchronization

/// Keeps what is logged, one text a line, so that a test can look at it.
package final class LogBook: Sendable {
    private let kept = Mutex<[String]>([])

    package init() {}

    /// `level message key=value …`, keys in order.
    package var lines: [String] { kept.withLock { $0 } }

    /// Keeps a line that came otherwise.
    package func add(_ line: String) { kept.withLock { $0.append(line) } }

    /// A logger that writes here, from level info on, or everything.
    package func logger(everything: Bool = false) -> Logger {
        Logger(label: "test") { _ in Writer(book: self, logLevel: everything ? .trace : .info) }
    }

    private struct Writer: LogHandler {
        let book: LogBook
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let all = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
            let line = "\(event.level) \(event.message) " + all.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
            book.kept.withLock { $0.append(line) }
        }
    }
}
