import Core
import Dutch
import Search
import Synchronization

/// Everything that can be found at one moment, in each language.
package struct SearchShelf: Sendable {
    let dutch: SearchSnapshot
    let english: SearchSnapshot
    /// By id.
    let entries: [String: Core.SearchEntry]
    /// Names of labels by their keys.
    let labels: [String: Localized]

    init(dutch: SearchSnapshot, english: SearchSnapshot, entries: [String: Core.SearchEntry]) {
        self.dutch = dutch
        self.english = english
        self.entries = entries
        // Of two names of one label the same one on every node.
        let named = entries.values.filter { !$0.labels.isEmpty }.sorted { $0.id < $1.id }
        labels = Dictionary(named.flatMap { $0.labels.map { ($0.key, $0.name) } }, uniquingKeysWith: { first, _ in first })
    }

    func snapshot(in language: Language) -> SearchSnapshot { language == .nl ? dutch : english }
}

/// Keeps the index of this node as the database is: twice a second it asks every source for its version, and reads anew what changed.
///
/// A node that serves asks by itself (``follow(interval:report:)``); elsewhere a question asks, at most as often. So a write is found within two
/// seconds on every node, also where nodes know nothing of each other.
package actor SearchDesk {
    /// How old the knowledge of versions may be: half of what a reader may wait for less than the reading of a change takes.
    package static let interval = Duration.milliseconds(500)
    /// Entries that go into the index at once: others get a turn in between.
    private static let batch = 4_000

    private let sources: [SearchSource]
    private let words: @Sendable () -> WordList?
    private var indexes: (dutch: SearchIndex, english: SearchIndex)?
    private var versions: [String: Int64] = [:]
    /// What each source gave last, by id.
    private var held: [String: [String: Core.SearchEntry]] = [:]
    private var refreshing: Task<Void, any Error>?
    private var checked: ContinuousClock.Instant?
    private var shelf: SearchShelf?

    /// - Parameter words: reads the words that compounds consist of, when the index is first made
    package init(sources: [SearchSource], words: @escaping @Sendable () -> WordList?) {
        self.sources = sources
        self.words = words
    }

    /// What can be found, as of half a second ago. While a long change is read, what there was before it.
    package func current() async throws -> SearchShelf {
        if let shelf, let checked, ContinuousClock.now - checked < Self.interval { return shelf }
        if let shelf, refreshing != nil { return shelf }
        try await refresh()
        return shelf ?? Self.nothing
    }

    /// Looks whether anything changed, and takes it in.
    package func refresh() async throws {
        if let refreshing { return try await refreshing.value }
        let task = Task { try await self.takeIn() }
        refreshing = task
        defer { refreshing = nil }
        try await task.value
    }

    /// Keeps the index up to date until the task is cancelled. What goes wrong is reported, and tried again.
    package func follow(interval: Duration = interval, report: @Sendable (any Error) -> Void) async {
        while !Task.isCancelled {
            do { try await refresh() } catch is CancellationError { return } catch { report(error) }
            try? await Task.sleep(for: interval)
        }
    }

    private static let nothing = SearchShelf(dutch: SearchIndex(words: nil).snapshot, english: SearchIndex(words: nil).snapshot, entries: [:])

    private func takeIn() async throws {
        let started = ContinuousClock.now
        var changes: [Change] = []
        var news: [(source: String, version: Int64, entries: [String: Core.SearchEntry])] = []
        for source in sources {
            let version = try await source.version()
            guard versions[source.name] != version else { continue }
            let entries = Dictionary(try await source.entries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            let before = held[source.name] ?? [:]
            changes += entries.values.filter { before[$0.id] != $0 }.sorted { $0.id < $1.id }.map(Change.put)
            changes += before.keys.filter { entries[$0] == nil }.sorted().map(Change.remove)
            news.append((source.name, version, entries))
        }
        if !changes.isEmpty || shelf == nil { await apply(changes) }
        // Only now: what failed above is read again.
        for new in news { (held[new.source], versions[new.source]) = (new.entries, new.version) }
        checked = started
    }

    private enum Change {
        case put(Core.SearchEntry)
        case remove(String)

        func indexed(in language: Language) -> SearchChange {
            switch self {
            case .put(let entry): .put(entry.indexed(in: language))
            case .remove(let id): .remove(id: id)
            }
        }
    }

    private func apply(_ changes: [Change]) async {
        let indexes =
            indexes
            ?? {
                let list = words()
                return (SearchIndex(words: list), SearchIndex(words: list))
            }()
        self.indexes = indexes
        var entries = shelf?.entries ?? [:]
        for start in stride(from: 0, to: changes.count, by: Self.batch) {
            let part = changes[start..<min(start + Self.batch, changes.count)]
            for change in part {
                switch change {
                case .put(let entry): entries[entry.id] = entry
                case .remove(let id): entries[id] = nil
                }
            }
            indexes.dutch.apply(part.map { $0.indexed(in: .nl) })
            indexes.english.apply(part.map { $0.indexed(in: .en) })
            await Task.yield()
        }
        shelf = SearchShelf(dutch: indexes.dutch.snapshot, english: indexes.english.snapshot, entries: entries)
    }
}
