import Areas
import Core
import Geo
import Measures

/// Who borders on whom among the areas of an analysis, from the borders of the whole country.
enum AreaNetwork {
    /// Links that count 1. An area without a border on another of these areas has none; nor has one without a boundary.
    static func weights(among areas: [Area], in neighbours: Neighbours) -> SpatialWeights? {
        let places = Dictionary(areas.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        let order = CodeOrder(neighbours.codes)
        let rows = areas.map { area -> [Int] in
            guard let position = order.position(of: area.code), position < neighbours.contiguity.count else { return [] }
            return neighbours.contiguity[position].compactMap { other in
                neighbours.codes.indices.contains(Int(other)) ? places[neighbours.codes[Int(other)]] : nil
            }
        }
        return try? SpatialWeights(neighbours: rows)
    }

    /// As other programs read it; areas are named by their codes.
    static func file(_ weights: SpatialWeights, _ areas: [Area]) -> [UInt8]? {
        GALFile(ids: areas.map(\.code.description), weights: weights).map { Array($0.text().utf8) }
    }
}
