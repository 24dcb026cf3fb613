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
