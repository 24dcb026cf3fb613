import Core
import Web

/// Every thing that can be found and every link between two of them, at one moment, in memory.
package struct LinkShelf: Sendable {
    /// A link, seen from one of its ends.
    package struct End: Sendable, Hashable {
        package let relation: Relation
        /// Seen from the thing that the link leads to.
        package let isBack: Bool
        package let other: ThingReference
        /// Someone laid it, and may take it away.
        package let isByHand: Bool

        /// The link, as it was laid.
        func link(at thing: ThingReference) -> Link { isBack ? Link(other, relation, thing) : Link(thing, relation, other) }
    }

    /// By id.
    private let entries: [String: SearchEntry]
    /// Things that the search has no more, and that links lead to.
    private let elsewhere: [ThingReference: SearchEntry]
    /// In the order in which pages show them.
    private let ends: [ThingReference: [End]]

    /// Everything that is linked, in order.
    var things: [ThingReference] { ends.keys.map { ($0.description, $0) }.sorted { $0.0 < $1.0 }.map(\.1) }

    static let empty = LinkShelf(entries: [:], elsewhere: [], links: [], byHand: [])

    /// - Parameters:
    ///   - elsewhere: things that ended and the like
    ///   - links: those that follow from what stands elsewhere
    ///   - byHand: those that people laid
    init(entries: [String: SearchEntry], elsewhere: [SearchEntry], links: [Link], byHand: Set<Link>) {
        self.entries = entries
        let others = Dictionary(elsewhere.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
        self.elsewhere = others
        var ends: [ThingReference: Set<End>] = [:]
        for link in byHand.union(links).union(Self.labelled(entries)) {
            let isByHand = byHand.contains(link)
            ends[link.from, default: []].insert(End(relation: link.relation, isBack: false, other: link.to, isByHand: isByHand))
            ends[link.to, default: []].insert(End(relation: link.relation, isBack: !link.relation.isSymmetric, other: link.from, isByHand: isByHand))
        }
        self.ends = ends.mapValues { ends in
            Self.inOrder(ends.compactMap { end in (entries[end.other.description] ?? others[end.other]).map { (end, $0) } }).map(\.end)
        }
    }

    /// By relation and direction, then by the Dutch name of the other end.
    static func inOrder(_ ends: [(end: End, entry: SearchEntry)]) -> [(end: End, entry: SearchEntry)] {
        let keyed = ends.map { item in
            (key: (places[item.end.relation] ?? 0, item.end.isBack ? 1 : 0, item.entry.title.nl.lowercased(), item.entry.id), item: item)
        }
        return keyed.sorted { $0.key < $1.key }.map(\.item)
    }

    private static let places = Dictionary(uniqueKeysWithValues: Relation.allCases.enumerated().map { ($1, $0) })

    /// Whatever carries a label is about its term: slices that give labels with their entries give these links with them.
    private static func labelled(_ entries: [String: SearchEntry]) -> [Link] {
        var terms: [String: ThingReference] = [:]
        for entry in entries.values where entry.kind == .term { if let label = entry.labels.first { terms[label.key] = entry.reference } }
        guard !terms.isEmpty else { return [] }
        return entries.values.filter { $0.kind != .term && !$0.labels.isEmpty }.flatMap { entry in
            entry.labels.compactMap { label in terms[label.key].map { Link(entry.reference, .about, $0) } }
        }
    }

    /// The thing, as far as someone may know of it; nil where there is none, and where they may not.
    ///
    /// - Parameter keys: of ``SearchAudience/containing(_:)``; nil for everyone
    func entry(_ thing: ThingReference, for keys: Set<String>?) -> SearchEntry? {
        guard let entry = entries[thing.description] ?? elsewhere[thing], entry.isVisible(to: keys) else { return nil }
        return entry
    }

    /// What hangs together with a thing, of what someone may see; a link to what they may not see is not there.
    func ends(of thing: ThingReference, for keys: Set<String>?) -> [(end: End, entry: SearchEntry)] {
        guard let all = ends[thing] else { return [] }
        return all.compactMap { end in entry(end.other, for: keys).map { (end, $0) } }
    }

    /// The places by which rights hold on a thing: its own, and of what it is a part of.
    func scopes(of thing: ThingReference) -> Set<Scope> {
        switch thing.kind {
        case .organisation: return Set(Identifier(thing.key).map { [.organisation($0)] } ?? [])
        case .programme: return Set(Identifier(thing.key).map { [.programme($0)] } ?? [])
        case .area: return Set((entry(thing, for: nil)?.areas ?? []).map { .area($0) })
        case .part:
            // Four kinds of parts hang below each other, and the programme above them.
            var here = thing
            for _ in 0..<5 where here.kind == .part {
                guard let above = ends[here]?.first(where: { $0.relation == .partOf && !$0.isBack }) else { return [] }
                here = above.other
            }
            return here.kind == .programme ? scopes(of: here) : []
        default: return []
        }
    }
}

extension SearchEntry {
    /// - Parameter keys: of ``SearchAudience/containing(_:)``; nil for everyone
    func isVisible(to keys: Set<String>?) -> Bool {
        audience.contains(.everyone) || keys.map { !SearchAudience.keys(of: audience).isDisjoint(with: $0) } ?? false
    }
}

extension LinkShelf {
    /// Most things in one line of a panel.
    static let shown = 8

    /// The panel of a page that anyone may keep.
    func panel(of thing: ThingReference, in language: Language) -> LinkedThings {
        guard entry(thing, for: nil) != nil else { return .none }
        let words = KnowledgeWords(language)
        let lines = Self.lines(ends(of: thing, for: nil)).map { line in
            let mixes = Set(line.map(\.entry.kind)).count > 1
            let things = line.prefix(Self.shown).compactMap { item in
                item.entry.path.map { path in
                    LinkedThings.Thing(
                        title: item.entry.title[language], note: mixes ? words.about(item.entry) : item.entry.note[language], address: PageAddress(path))
                }
            }
            return LinkedThings.Line(relation: line[0].end.relation, isBack: line[0].end.isBack, things: things, count: line.count)
        }
        return LinkedThings(lines: lines, permanent: LinkRoute.thing(thing).address, all: LinkRoute.links(thing).address)
    }

    /// Those of one relation and one direction together.
    static func lines(_ ends: [(end: End, entry: SearchEntry)]) -> [[(end: End, entry: SearchEntry)]] {
        var lines: [[(end: End, entry: SearchEntry)]] = []
        for item in ends {
            if let last = lines.last?.last, last.end.relation == item.end.relation, last.end.isBack == item.end.isBack {
                lines[lines.count - 1].append(item)
            } else {
                lines.append([item])
            }
        }
        return lines
    }
}
