import Areas
import Core
import Geo

/// Keeps the outlines and the maps that were drawn. Made anew when the areas change.
package final class MapShelf: Sendable {
    private struct Key: Hashable {
        let place: AreaCode
        let level: AreaLevel
        let year: Int
    }

    private struct SheetKey: Hashable {
        let map: Key
        let figure: String
        /// The deliveries the map was made from.
        let editions: [Int64]
        let language: Language
    }

    /// About 40 kB each.
    private let kept = Kept<Key, MapPaths>(most: 400)
    /// About 20 kB each. Nil for a figure that none of the areas has.
    private let sheets = Kept<SheetKey, MapSheet?>(most: 600)
    /// About 2 MB for all neighbourhoods of the country.
    private let borders = Kept<BorderKey, Neighbours>(most: 8)

    private struct BorderKey: Hashable {
        let level: AreaLevel
        let year: Int
    }

    /// Another for boundaries that were read again: tells what was worked out from these.
    package let identity = Gazetteer.Identity()

    package init() {}

    /// The outlines of all areas of a level within a place; nil when there are none.
    func paths(of level: AreaLevel, within place: Area, map: AreaMap, shapes: ShapeStore) async throws -> MapPaths? {
        let key = Key(place: place.code, level: level, year: place.year)
        if let known = kept.known(key) { return known }
        let codes = map.areas(of: level, within: place.code).map(\.code)
        return MapPaths(try await shapes.outlines(of: codes, year: place.year)).map { kept.keep($0, for: key) }
    }

    /// Who touches whom, along a border or at a corner; nil where the level has no boundaries in that year.
    func neighbours(of level: AreaLevel, year: Int, shapes: ShapeStore) async throws -> Neighbours? {
        let key = BorderKey(level: level, year: year)
        if let known = borders.known(key) { return known }
        return try await shapes.neighbours(year: year, level: level, kind: .queen).map { borders.keep($0, for: key) }
    }

    /// The map of one figure on the page of an area; nil when none of the areas has the figure.
    func sheet(
        of indicator: Indicator, _ scope: MapScope, _ paths: MapPaths, _ scene: ProfileScene, _ areaMap: AreaMap, _ gazetteer: Gazetteer
    ) -> MapSheet? {
        let key = SheetKey(
            map: Key(place: scope.place.code, level: scope.level, year: scope.place.year), figure: indicator.key,
            editions: scene.book.editions.map(\.id), language: scene.language)
        return sheets.value(for: key) {
            let drawn = areaMap.areas(of: scope.level, within: scope.place.code)
            guard let values = MapValues(indicator, areas: drawn, book: scene.book, gazetteer: gazetteer),
                let classes = MapClasses(values, method: .fixed, classes: MapClasses.usualClasses, book: scene.book, language: scene.language)
            else { return nil }
            return MapSheet(values: values, classes: classes, paths: paths, place: scope.place, link: scene.url(of:), isLinked: false, language: scene.language)
        }
    }
}

/// Of which place and in which areas a map is drawn.
struct MapScope: Sendable {
    let place: Area
    let level: AreaLevel

    /// More areas than this make a profile too heavy; then its districts are drawn.
    private static let mostOnProfile = 200

    /// The small map on a profile: the areas of its own level in the municipality; for a municipality the areas in it; above that municipalities.
    init?(profile area: Area, map: AreaMap) {
        switch area.level {
        case .country, .province: self.init(place: area, level: .municipality)
        case .municipality:
            let neighbourhoods = map.areas(of: .neighbourhood, within: area.code).count
            let isSmall = neighbourhoods > 0 && neighbourhoods <= Self.mostOnProfile
            self.init(place: area, level: isSmall || map.areas(of: .district, within: area.code).isEmpty ? .neighbourhood : .district)
        case .district, .neighbourhood:
            guard let municipality = area.code.municipality, let place = map.area(municipality) else { return nil }
            self.init(place: place, level: area.level)
        }
    }

    init(place: Area, level: AreaLevel) {
        self.place = place
        self.level = level
    }

    /// The levels a map of an area can be drawn in, the usual one first.
    static func levels(for area: Area, map: AreaMap) -> [AreaLevel] {
        guard area.level >= .municipality, let municipality = area.code.municipality else { return [.municipality] }
        let usual: [AreaLevel] = area.level == .district ? [.district, .neighbourhood] : [.neighbourhood, .district]
        return usual.filter { !map.areas(of: $0, within: municipality).isEmpty }
    }
}
