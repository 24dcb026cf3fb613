import Areas
import Core
import Synchronization

/// Keeps the drawn outlines of maps that were asked for. Made anew when the areas change.
package final class MapShelf: Sendable {
    private struct Key: Hashable {
        let place: AreaCode
        let level: AreaLevel
        let year: Int
    }

    private let kept = Mutex<[Key: MapPaths]>([:])
    /// About 40 kB each.
    private static let most = 400

    package init() {}

    /// The outlines of all areas of a level within a place; nil when there are none.
    func paths(of level: AreaLevel, within place: Area, map: AreaMap, shapes: ShapeStore) async throws -> MapPaths? {
        let key = Key(place: place.code, level: level, year: place.year)
        if let known = kept.withLock({ $0[key] }) { return known }
        let codes = map.areas(of: level, within: place.code).map(\.code)
        guard let fresh = MapPaths(try await shapes.outlines(of: codes, year: place.year)) else { return nil }
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll() }
            kept[key] = fresh
        }
        return fresh
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
