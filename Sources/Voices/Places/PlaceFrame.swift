import Geo

/// A place on the ground: whole metres of the national grid (RD).
package struct GroundPoint: Sendable, Hashable {
    package let x: Int
    package let y: Int

    package init(_ x: Int, _ y: Int) {
        self.x = x
        self.y = y
    }

    /// To ten metres: as exact as a place in public space is kept.
    package var rounded: GroundPoint { GroundPoint((x + 5) / 10 * 10, (y + 5) / 10 * 10) }

    /// The centre of its cell of 100 by 100 metres: as exact as a place at home is kept.
    package var coarse: GroundPoint { GroundPoint(x / 100 * 100 + 50, y / 100 * 100 + 50) }
}

/// A square of the map: `C4`. Letters run from west to east, figures from north to south.
package struct MapSquare: Sendable, Hashable, LosslessStringConvertible {
    /// 0 to 7, from the west.
    package let column: Int
    /// 0 to 7, from the north.
    package let row: Int

    package static let letters = Array("ABCDEFGH")
    package static let count = 8
    package static let all = (0..<count).flatMap { row in (0..<count).map { MapSquare(column: $0, row: row) } }

    init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    package init?(_ text: String) {
        let signs = Array(text.uppercased())
        guard signs.count == 2, let column = Self.letters.firstIndex(of: signs[0]), let row = signs[1].wholeNumberValue, (1...Self.count).contains(row) else {
            return nil
        }
        self.init(column: column, row: row - 1)
    }

    package var description: String { "\(Self.letters[column])\(row + 1)" }

    /// Several, as someone types them: `C4, D4` or `c4 d4`; nil where one of them is no square.
    static func typed(_ text: String) -> [MapSquare]? {
        let pieces = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }
        let squares = pieces.compactMap { MapSquare(String($0)) }
        return squares.count == pieces.count ? squares : nil
    }
}

/// The part of the ground that a map shows: a square that holds the area, in 8 by 8 squares, each of which is a map again.
package struct PlaceFrame: Sendable, Hashable {
    /// The corner in the south-west, and the length of a side, in metres.
    package let west: Int
    package let south: Int
    package let side: Int

    /// A side is a multiple of this: twice zoomed in, squares still have sides of whole metres.
    private static let step = 512
    static let deepest = 2

    package init(west: Int, south: Int, side: Int) {
        self.west = west
        self.south = south
        self.side = side
    }

    /// - Parameter box: of the area, in RD metres; nil where it is empty
    package init?(around box: BoundingBox) {
        guard !box.isEmpty else { return nil }
        // A margin, so that the cell of a place at the edge of the area lies on the map too.
        let least = Int(max(box.width, box.height)) + 220, side = (least + Self.step - 1) / Self.step * Self.step
        self.init(west: Int((box.minX + box.maxX) / 2) - side / 2, south: Int((box.minY + box.maxY) / 2) - side / 2, side: side)
    }

    package var box: BoundingBox { BoundingBox(minX: Double(west), minY: Double(south), maxX: Double(west + side), maxY: Double(south + side)) }

    package func part(_ square: MapSquare) -> PlaceFrame {
        let size = side / MapSquare.count
        return PlaceFrame(west: west + square.column * size, south: south + (MapSquare.count - 1 - square.row) * size, side: size)
    }

    /// Squares within squares.
    package func part(_ squares: [MapSquare]) -> PlaceFrame { squares.reduce(self) { $0.part($1) } }

    package var centre: GroundPoint { GroundPoint(west + side / 2, south + side / 2) }

    /// nil for a point beside the map. The west and south edges belong to it.
    package func square(of point: GroundPoint) -> MapSquare? {
        let size = side / MapSquare.count, (dx, dy) = (point.x - west, point.y - south)
        guard size > 0, (0..<side).contains(dx), (0..<side).contains(dy) else { return nil }
        return MapSquare(column: dx / size, row: MapSquare.count - 1 - dy / size)
    }

    /// Where a place of a picture of the map lies.
    ///
    /// - Parameters:
    ///   - across: from the west, below `size`
    ///   - down: from the north, below `size`
    package func point(across: Int, down: Int, size: Int) -> GroundPoint? {
        guard (0..<size).contains(across), (0..<size).contains(down) else { return nil }
        return GroundPoint(west + across * side / size, south + side - 1 - down * side / size)
    }
}
