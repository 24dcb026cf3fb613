import Areas
import Core
import Synchronization

/// Keeps the panels of areas that were asked for a moment ago: a page that many people open at once is made once.
///
/// Entries live for a minute, less than browsers and proxies keep the page itself.
package final class PanelShelf: Sendable {
    struct Key: Hashable, Sendable {
        let code: AreaCode
        let year: Int
        let language: Language
        let figure: String?
        /// The newest delivery in the book the panels were made from.
        let edition: Int64
    }

    private struct Entry {
        let part: AreaPagePart
        let made: ContinuousClock.Instant
    }

    private let kept = Mutex<[Key: Entry]>([:])
    /// About 250 kB each.
    private static let most = 96
    private static let life = Duration.seconds(60)

    package init() {}

    func part(_ key: Key, at now: ContinuousClock.Instant = .now) -> AreaPagePart? {
        kept.withLock { kept in
            guard let entry = kept[key], now - entry.made < Self.life else { return nil }
            return entry.part
        }
    }

    func keep(_ part: AreaPagePart, as key: Key, at now: ContinuousClock.Instant = .now) {
        kept.withLock { kept in
            if kept.count >= Self.most { kept = kept.filter { now - $0.value.made < Self.life } }
            if kept.count >= Self.most { kept.removeAll() }
            kept[key] = Entry(part: part, made: now)
        }
    }
}
