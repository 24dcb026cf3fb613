import Foundation
import Logging

/// Writes one line for an event: time in UTC, level, message, and facts by name (ASVS 5.0: 16.2.2). Whatever stands in a fact, it stays within its line
/// (16.4.1).
///
/// Every request gives its logger some metadata; they become words only for a line that is written.
package struct LineLog: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    package var logLevel: Logger.Level = .info
    private let clock: WebClock
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes a line with its end
    package init(clock: WebClock = .system, write: @escaping @Sendable (String) -> Void = LineLog.toStandardError) {
        self.clock = clock
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var facts = metadata
        if let provided = metadataProvider?.get() { facts.merge(provided) { $1 } }
        if let own = event.metadata { facts.merge(own) { $1 } }
        let words = facts.sorted { $0.key < $1.key }.map { " \(Self.plain($0.key))=\(Self.quoted("\($0.value)"))" }
        write("\(UTCTime.text(clock.epoch())) \(event.level) \(Self.plain("\(event.message)"))\(words.joined())\n")
    }

    package static let toStandardError: @Sendable (String) -> Void = { FileHandle.standardError.write(Data($0.utf8)) }

    /// As it is where it is one word, else in quotes.
    private static func quoted(_ value: String) -> String {
        let safe = plain(value)
        let isWord = !safe.isEmpty && safe == value && !value.contains { $0 == " " || $0 == "\"" || $0 == "=" }
        return isWord ? safe : "\"" + safe.replacing("\"", with: "\\\"") + "\""
    }

    /// Without signs that begin a line, move the place of writing, or turn the direction of letters.
    private static func plain(_ text: String) -> String {
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned:
                safe += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }
}
