import Core
import People
import Web

/// Says on every page of a site with the demonstration that its people and stories are made up, for as long as the demonstration is there.
package struct DemoMark: Sendable {
    private let loaded: Snapshot<Bool>

    static let action = "demo.loaded"

    package init(_ journal: Journal) {
        let question = JournalQuestion(action: Self.action)
        // The question goes through the whole journal, so once a minute will do.
        loaded = Snapshot(interval: .seconds(60)) {
            try await journal.lines(question, limit: 1).first?.number ?? 0
        } load: {
            try await !journal.lines(question, limit: 1).isEmpty
        }
    }

    package func isLoaded() async throws -> Bool { try await loaded.current() }

    /// Nil on every other site.
    package func notice() async throws -> Localized? { try await isLoaded() ? Self.text : nil }

    private static let text = Localized(
        nl: "Voorbeeld. De mensen, organisaties, bijeenkomsten en verhalen van Lindenmeer, Kleverdam en Oeverhuizen zijn verzonnen.",
        en: "Example. The people, organisations, meetings and stories of Lindenmeer, Kleverdam and Oeverhuizen are made up.")
}
