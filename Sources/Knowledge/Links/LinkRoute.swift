import Core
import Web

/// Every address by which things are named for good, and linked.
package enum LinkRoute: Sendable, Hashable {
    /// Leads to the page of a thing, whatever it is called and wherever it stands.
    case thing(ThingReference)
    /// What hangs together with it; with the words by which another thing to link to is looked for.
    case links(ThingReference, search: String? = nil)
    case removal(ThingReference)

    package enum Key {
        static let search = "zoek"
    }

    package var address: PageAddress {
        switch self {
        case .thing(let thing): Self.of(thing)
        case .links(let thing, let search): Self.of(thing, ["verbanden"], query: search.map { [.init(Key.search, $0)] } ?? [])
        case .removal(let thing): Self.of(thing, ["verbanden", "weg"])
        }
    }

    private static func of(_ thing: ThingReference, _ more: [String] = [], query: [PageAddress.Item] = []) -> PageAddress {
        PageAddress(["ding", thing.kind.rawValue, thing.key] + more, query: query)
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let segments = address.segments
        guard segments.count >= 3, segments[0] == "ding", let kind = SearchEntry.Kind(rawValue: segments[1]), let key = ThingReference.key(segments[2])
        else { return nil }
        let thing = ThingReference(kind, key)
        switch segments[3...] {
        case []: self = .thing(thing)
        case ["verbanden"]: self = .links(thing, search: address.query.first { $0.name == Key.search }?.value)
        case ["verbanden", "weg"]: self = .removal(thing)
        default: return nil
        }
    }
}
