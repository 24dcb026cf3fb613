import Core
import People
import Web

/// Every address of places.
package enum PlaceRoute: Sendable, Hashable {
    case list(Identifier, PlaceFilter = PlaceFilter(), page: Int = 1)
    case file(Identifier, File, PlaceFilter = PlaceFilter())
    case new(Identifier, way: Way? = nil)
    /// The picture on which one points.
    case map(Identifier)
    /// What a giver reads once: the signed proof holds the code.
    case thanks(Identifier, proof: String)

    package enum File: String, Sendable, Hashable, CaseIterable {
        case csv = "plekken.csv"
        case geoJSON = "plekken.geojson"
    }

    /// On the map, or in words: both end in the same.
    package enum Way: String, Sendable, Hashable, CaseIterable {
        case map = "kaart"
        case words = "woorden"
    }

    package var address: PageAddress {
        switch self {
        case .list(let id, let filter, let page):
            PageAddress(["stemmen", id.description, "plekken"], query: Self.items(filter) + (page > 1 ? [.init("blad", String(page))] : []))
        case .file(let id, let file, let filter): PageAddress(["stemmen", id.description, "plekken", file.rawValue], query: Self.items(filter))
        case .new(let id, let way): PageAddress(["stemmen", id.description, "plekken", "nieuw"], query: way.map { [.init("weg", $0.rawValue)] } ?? [])
        case .map(let id): PageAddress("stemmen", id.description, "plekken", "kaart.svg")
        case .thanks(let id, let proof): PageAddress(["stemmen", id.description, "plekken", "bedankt"], query: [.init("bewijs", proof)])
        }
    }

    private static func items(_ filter: PlaceFilter) -> [PageAddress.Item] {
        var items: [PageAddress.Item] = []
        if let feeling = filter.feeling { items.append(.init(PlaceForm.feeling, feeling.rawValue)) }
        if let theme = filter.theme { items.append(.init(PlaceForm.theme, theme)) }
        if let month = filter.month { items.append(.init(PlaceForm.month, month)) }
        if !filter.squares.isEmpty { items.append(.init(PlaceForm.square, filter.squares.map(\.description).joined())) }
        return items
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard parts.count >= 3, parts[0] == "stemmen", parts[2] == "plekken", let id = Identifier(parts[1]) else { return nil }
        func item(_ name: String) -> String? { address.query.first { $0.name == name }?.value }
        let filter = PlaceFilter(reading: item)
        switch parts.dropFirst(3) {
        case []: self = .list(id, filter, page: item("blad").flatMap { Int($0) } ?? 1)
        case ["nieuw"]: self = .new(id, way: item("weg").flatMap { Way(rawValue: $0) })
        case ["kaart.svg"]: self = .map(id)
        case ["bedankt"]: self = .thanks(id, proof: item("bewijs") ?? "")
        default:
            guard parts.count == 4, let file = File(rawValue: parts[3]) else { return nil }
            self = .file(id, file, filter)
        }
    }
}

extension PlaceFilter {
    /// What cannot be read is not asked.
    init(reading item: (String) -> String?) {
        let month = item(PlaceForm.month).flatMap { text in DutchDay(text + "-01").map { String($0.description.prefix(7)) } }
        let signs = Array(item(PlaceForm.square) ?? "").prefix(2 * PlaceFrame.deepest)
        let squares = stride(from: 0, to: signs.count - 1, by: 2).map { MapSquare(String(signs[$0...$0 + 1])) }
        self.init(
            feeling: item(PlaceForm.feeling).flatMap { Place.Feeling(rawValue: $0) }, theme: item(PlaceForm.theme).flatMap { $0.isEmpty ? nil : $0 },
            month: month, squares: squares.contains(nil) ? [] : squares.compactMap(\.self))
    }
}
