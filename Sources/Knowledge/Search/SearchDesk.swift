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
    let synonyms: Synonyms

    init(dutch: SearchSnapshot, english: SearchSnapshot, entries: [String: Core.SearchEntry], synonyms: Synonyms = .none) {
        self.synonyms = synonyms
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
    private let linkSources: [LinkSource]
    /// Links that people lay.
    private let byHand: (@Sendable () async throws -> Set<Link>)?
    private let synonymSource: SynonymSource?
    private let words: @Sendable () -> WordList?
    private var indexes: (dutch: SearchIndex, english: SearchIndex)?
    private var versions: [String: Int64] = [:]
    /// What each source gave last, by id.
    private var held: [String: [String: Core.SearchEntry]] = [:]
    private var heldLinks = HeldLinks()
    private var synonyms = Synonyms.none
    private var refreshing: Task<Void, any Error>?
    private var checked: ContinuousClock.Instant?
    private var shelf: SearchShelf?
    /// The links of the last reading, for pages that may not wait.
    private nonisolated let window = LinkWindow()

    /// - Parameters:
    ///   - links: how things hang together, of every slice
    ///   - byHand: every link that people laid; read again when one of the `links` changed
    ///   - synonyms: words that mean the same
    ///   - words: reads the words that compounds consist of, when the index is first made
    package init(
        sources: [SearchSource], links: [LinkSource] = [], byHand: (@Sendable () async throws -> Set<Link>)? = nil, synonyms: SynonymSource? = nil,
        words: @escaping @Sendable () -> WordList?
    ) {
        self.sources = sources
        self.linkSources = links
        self.byHand = byHand
        self.synonymSource = synonyms
        self.words = words
    }

    /// How things hang together, as of a second ago. Never waits for an index that is being made.
    package nonisolated func links() async throws -> LinkShelf {
        if let shelf = window.shelf() { return shelf }
        return try await freshLinks()
    }

    private func freshLinks() async throws -> LinkShelf {
        do { _ = try await current() } catch { if window.last == nil { throw error } }
        return window.last ?? .empty
    }

    /// What a slice knows of a thing that is found no more and that no link leads to.
    package nonisolated func elsewhere(_ thing: ThingReference) async throws -> Core.SearchEntry? {
        for source in linkSources { if let known = try await source.things([thing]).first { return known } }
        return nil
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
        window.begin()
        defer { window.end() }
        var read: [String: [String: Core.SearchEntry]] = [:], newVersions: [String: Int64] = [:]
        for source in sources {
            let version = try await source.version()
            guard versions[source.name] != version else { continue }
            read[source.name] = Dictionary(try await source.entries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            newVersions[source.name] = version
        }
        let newLinks = try await readLinks(&newVersions), newSynonyms = try await readSynonyms(&newVersions)
        if !read.isEmpty || newLinks != nil || newSynonyms != nil || shelf == nil {
            let links = newLinks ?? heldLinks
            let all = held.merging(read) { $1 }
            let changes = changes(from: read, in: all, links)
            var entries = shelf?.entries ?? [:]
            for change in changes { entries[change.id] = change.entry }
            window.show(try await linkShelf(entries, links))
            if let newSynonyms { synonyms = newSynonyms }
            if !changes.isEmpty || newSynonyms != nil || shelf == nil { await apply(changes, entries) }
            // Only now: what failed above is read again.
            (held, heldLinks) = (all, links)
            versions.merge(newVersions) { $1 }
        }
        checked = started
        window.checked(at: started)
    }

    /// Nil where no link changed.
    private func readLinks(_ newVersions: inout [String: Int64]) async throws -> HeldLinks? {
        var read: [String: [Link]] = [:]
        for source in linkSources {
            let version = try await source.version(), name = "links of " + source.name
            guard versions[name] != version else { continue }
            read[source.name] = try await source.links()
            newVersions[name] = version
        }
        guard !read.isEmpty else { return nil }
        return HeldLinks(ofSources: heldLinks.ofSources.merging(read) { $1 }, byHand: try await byHand?() ?? [])
    }

    /// Nil where none changed.
    private func readSynonyms(_ newVersions: inout [String: Int64]) async throws -> Synonyms? {
        guard let source = synonymSource else { return nil }
        let version = try await source.version()
        guard versions["synonyms"] != version else { return nil }
        newVersions["synonyms"] = version
        return Synonyms(try await source.groups())
    }

    /// What differs, of the sources that were read and of the things that got or lost a label.
    private func changes(
        from read: [String: [String: Core.SearchEntry]], in all: [String: [String: Core.SearchEntry]], _ new: HeldLinks
    ) -> [Change] {
        let terms = Self.terms(in: all), before = Self.terms(in: held)
        var ids: Set<String> = []
        for (name, entries) in read {
            for entry in entries.values where held[name]?[entry.id] != entry { ids.insert(entry.id) }
            for id in (held[name] ?? [:]).keys where entries[id] == nil { ids.insert(id) }
        }
        for thing in Set(new.labels.keys).union(heldLinks.labels.keys) where terms != before || new.labels[thing] != heldLinks.labels[thing] {
            ids.insert(thing.description)
        }
        return ids.sorted().compactMap { id in
            let known = sources.lazy.compactMap { all[$0.name]?[id] }.first
            let entry = known.map { $0.labelled(new.labels[$0.reference] ?? [], terms) }
            guard entry != shelf?.entries[id] else { return nil }
            return entry.map(Change.put) ?? .remove(id)
        }
    }

    /// Every term as a thing that can be found, by its reference.
    private static func terms(in held: [String: [String: Core.SearchEntry]]) -> [ThingReference: Core.SearchEntry] {
        let terms = held.values.flatMap { $0.values.filter { $0.kind == .term } }
        return Dictionary(terms.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func linkShelf(_ entries: [String: Core.SearchEntry], _ links: HeldLinks) async throws -> LinkShelf {
        let laid = links.ofSources.values.flatMap(\.self)
        let missing = Set((laid + links.byHand).flatMap { [$0.from, $0.to] }.filter { entries[$0.description] == nil })
        var elsewhere: [Core.SearchEntry] = []
        if !missing.isEmpty { for source in linkSources { elsewhere += try await source.things(missing) } }
        return LinkShelf(entries: entries, elsewhere: elsewhere, links: laid, byHand: links.byHand)
    }

    private enum Change {
        case put(Core.SearchEntry)
        case remove(String)

        var id: String {
            switch self {
            case .put(let entry): entry.id
            case .remove(let id): id
            }
        }

        var entry: Core.SearchEntry? {
            if case .put(let entry) = self { entry } else { nil }
        }

        func indexed(in language: Language) -> SearchChange {
            switch self {
            case .put(let entry): .put(entry.indexed(in: language))
            case .remove(let id): .remove(id: id)
            }
        }
    }

    private func apply(_ changes: [Change], _ entries: [String: Core.SearchEntry]) async {
        let indexes =
            indexes
            ?? {
                let list = words()
                return (SearchIndex(words: list), SearchIndex(words: list))
            }()
        self.indexes = indexes
        for start in stride(from: 0, to: changes.count, by: Self.batch) {
            let part = changes[start..<min(start + Self.batch, changes.count)]
            indexes.dutch.apply(part.map { $0.indexed(in: .nl) })
            indexes.english.apply(part.map { $0.indexed(in: .en) })
            await Task.yield()
        }
        shelf = SearchShelf(dutch: indexes.dutch.snapshot, english: indexes.english.snapshot, entries: entries, synonyms: synonyms)
    }
}
