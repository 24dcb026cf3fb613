import Core
import Synchronization

/// The links as they were last read.
struct HeldLinks: Sendable {
    /// By the name of their source.
    let ofSources: [String: [Link]]
    let byHand: Set<Link>
    /// The terms that things are linked to, besides the labels that their own slice gives them.
    let labels: [ThingReference: Set<ThingReference>]

    init(ofSources: [String: [Link]] = [:], byHand: Set<Link> = []) {
        self.ofSources = ofSources
        self.byHand = byHand
        var labels: [ThingReference: Set<ThingReference>] = [:]
        for link in ofSources.values.flatMap(\.self) + byHand where link.relation == .about { labels[link.from, default: []].insert(link.to) }
        self.labels = labels
    }
}

extension SearchEntry {
    /// With the labels that links gave it, so that it is found by them. A subject counts with the theme above it.
    func labelled(_ given: Set<ThingReference>, _ terms: [ThingReference: SearchEntry]) -> SearchEntry {
        guard !given.isEmpty else { return self }
        let known = Set(labels.map(\.key))
        var added: [String: Label] = [:]
        for label in given.compactMap({ terms[$0] }).flatMap(\.labels) where !known.contains(label.key) { added[label.key] = label }
        guard !added.isEmpty else { return self }
        return SearchEntry(
            kind, key, title: title, note: note, text: text, labels: labels + added.values.sorted { $0.key < $1.key }, areas: areas, path: path,
            audience: audience)
    }
}

/// The links of the last reading, to be looked at without a turn of the one who reads.
final class LinkWindow: Sendable {
    private struct State {
        var shelf: LinkShelf?
        var checked: ContinuousClock.Instant?
        var isReading = false
    }

    /// How old the knowledge of versions may be before a page asks for itself: a server that follows the database looks twice as often.
    private static let interval = Duration.seconds(1)

    private let state = Mutex(State())

    /// What may be shown at once; nil where it is too old and nobody is reading.
    func shelf() -> LinkShelf? {
        state.withLock { state in
            guard let shelf = state.shelf else { return nil }
            if state.isReading { return shelf }
            guard let checked = state.checked, ContinuousClock.now - checked < Self.interval else { return nil }
            return shelf
        }
    }

    /// However old it is.
    var last: LinkShelf? { state.withLock { $0.shelf } }

    func begin() { state.withLock { $0.isReading = true } }
    func end() { state.withLock { $0.isReading = false } }
    func show(_ shelf: LinkShelf) { state.withLock { $0.shelf = shelf } }
    func checked(at time: ContinuousClock.Instant) { state.withLock { $0.checked = time } }
}
