import Core
import Geo
import SQL

/// Who borders on whom, for all areas of a level: positions refer to `codes`.
package struct Neighbours: Sendable {
    package let year: Int
    package let level: AreaLevel
    package let kind: ContiguityKind
    package let codes: [AreaCode]
    package let contiguity: Contiguity

    package init(year: Int, level: AreaLevel, kind: ContiguityKind, codes: [AreaCode], contiguity: Contiguity) {
        self.year = year
        self.level = level
        self.kind = kind
        self.codes = codes
        self.contiguity = contiguity
    }

    /// The same for a part of the areas: who borders only on areas outside it has no neighbour left.
    package func among(_ wanted: Set<AreaCode>) -> Neighbours {
        let kept = codes.indices.filter { wanted.contains(codes[$0]) && $0 < contiguity.count }
        let places = Dictionary(kept.enumerated().map { (Int32($1), Int32($0)) }, uniquingKeysWith: { first, _ in first })
        var start: [Int32] = [0]
        var neighbours: [Int32] = []
        for shape in kept {
            neighbours += contiguity[shape].compactMap { places[$0] }
            start.append(Int32(neighbours.count))
        }
        return Neighbours(
            year: year, level: level, kind: kind, codes: kept.map { codes[$0] },
            contiguity: Contiguity(kind: contiguity.kind, start: start, neighbours: neighbours))
    }
}

extension Neighbours {
    /// Of `area_neighbours`.
    package static let columns: [StaticString] = ["year", "level", "kind", "codes", "starts", "neighbours", "islands"]

    /// A row with the columns above.
    package var row: [Value] {
        [
            .integer(Int64(year)), .text(level.rawValue), .text(kind.rawValue), .bytes(Array(codes.map { $0.description + "\n" }.joined().utf8)),
            .bytes(Int32List.encode(contiguity.start)), .bytes(Int32List.encode(contiguity.neighbours)), .integer(Int64(contiguity.islands.count)),
        ]
    }

    /// From a row with these columns but the last; nil for lists that do not fit together, as a damaged bundle may bring.
    package init?(row: borrowing Row) throws {
        guard let level = AreaLevel(rawValue: try row.string(1)), let kind = ContiguityKind(rawValue: try row.string(2)) else { return nil }
        let codes = try row.bytes(3).split(separator: 0x0A).compactMap { AreaCode(String(decoding: $0, as: UTF8.self)) }
        let starts = Int32List.decode(try row.bytes(4)), neighbours = Int32List.decode(try row.bytes(5))
        let isWhole = starts.count == codes.count + 1 && starts.first == 0 && starts.last.map(Int.init) == neighbours.count
        guard isWhole, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }), neighbours.allSatisfy({ codes.indices.contains(Int($0)) }) else { return nil }
        self.init(
            year: try row.int(0), level: level, kind: kind, codes: codes, contiguity: Contiguity(kind: kind, start: starts, neighbours: neighbours))
    }
}

/// Whole numbers as bytes, four each, little-endian.
enum Int32List {
    static func encode(_ numbers: [Int32]) -> [UInt8] {
        numbers.flatMap { number in withUnsafeBytes(of: number.littleEndian) { Array($0) } }
    }

    static func decode(_ bytes: [UInt8]) -> [Int32] {
        bytes.withUnsafeBytes { raw in
            (0..<bytes.count / 4).map { Int32(littleEndian: raw.loadUnaligned(fromByteOffset: $0 * 4, as: Int32.self)) }
        }
    }
}
