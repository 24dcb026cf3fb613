import Foundation
import Geo
import Testing

/// The real boundaries: the folder LEEFKRING_DATA, or `../shared/data` beside the checkout. Tests that need them are skipped without.
enum BoundaryFiles {
    static let folder: URL? = {
        let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let named = ProcessInfo.processInfo.environment["LEEFKRING_DATA"].map { URL(fileURLWithPath: $0) }
        let data = named ?? checkout.deletingLastPathComponent().appendingPathComponent("shared/data")
        let folder = data.appendingPathComponent("boundaries")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static var arePresent: Bool { folder != nil }

    static func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: try #require(folder).appendingPathComponent(name)))
    }

    static func features(_ name: String) throws -> [Feature] {
        let bytes = try bytes(name)
        return name.hasSuffix("topojson") ? try TopoJSON.read(bytes) : try GeoJSON.read(bytes)
    }
}

extension MultiPolygon {
    /// A rectangle with its lower left corner at x, y.
    static func rectangle(_ x: Double, _ y: Double, _ width: Double, _ height: Double, hole: (x: Double, y: Double, size: Double)? = nil) -> MultiPolygon {
        func ring(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [Point] {
            [Point(x: x, y: y), Point(x: x + width, y: y), Point(x: x + width, y: y + height), Point(x: x, y: y + height)]
        }
        var rings = [ring(x, y, width, height)]
        if let hole { rings.append(ring(hole.x, hole.y, hole.size, hole.size)) }
        return MultiPolygon([rings])
    }

    /// Squares of a given size, row by row from the south west, as neighbours that share corners exactly.
    static func lattice(columns: Int, rows: Int, size: Double = 1000, x: Double = 150_000, y: Double = 450_000) -> [MultiPolygon] {
        (0..<rows).flatMap { row in
            (0..<columns).map { column in rectangle(x + Double(column) * size, y + Double(row) * size, size, size) }
        }
    }
}
