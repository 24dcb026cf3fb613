import Core
import Foundation

@testable import Figures

/// Real files beside the checkout, and mappings in it.
enum DeliveryFiles {
    /// The folder with open data: `LEEFKRING_DATA`, else `../shared/data` beside the checkout; nil where it is absent.
    static let data: String? = {
        let beside = root + "/../shared/data"
        let places = [ProcessInfo.processInfo.environment["LEEFKRING_DATA"], beside, root + "/../../shared/data"]
        return places.compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0 + "/kerncijfers") }
    }()

    static var isPresent: Bool { data != nil }

    /// The checkout.
    static let root: String = {
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.path
    }()

    struct Absent: Error { let path: String }

    static func bytes(_ path: String) throws -> [UInt8] {
        guard let data, let content = FileManager.default.contents(atPath: data + "/" + path) else { throw Absent(path: path) }
        return [UInt8](content)
    }

    /// A mapping of the project.
    static func mapping(id: String) throws -> Mapping {
        try Mapping(path: root + "/mappings/\(id).json")
    }

    /// A mapping made in a test: the obliged words are filled in.
    static func mapping(_ parts: String, period: String = "\"period\": \"2024\",") throws -> Mapping {
        let json = """
            { "id": "test", "title": { "nl": "Proef", "en": "Test" }, "publisher": "CBS", "licence": "CC0", "attribution": { "nl": "a", "en": "a" },
              "url": "https://example.org", "boundaryYear": 2024, \(period) "code": { "columns": ["code", "WijkenEnBuurten", "Codering"] }, \(parts) }
            """
        return try Mapping(json: Array(json.utf8), source: "test.json")
    }

    static let day = Date(timeIntervalSince1970: 1_760_000_000)
}

extension DeliveredTable {
    /// The column of an indicator, of the first period if not told.
    func column(_ indicator: String, _ period: String? = nil, _ role: MeasureRole = .value) -> DeliveredColumn? {
        columns.first { $0.indicator == indicator && $0.role == role && (period == nil || $0.period.description == period) }
    }

    func value(_ indicator: String, _ code: String, _ period: String? = nil, _ role: MeasureRole = .value) -> Double? {
        guard let row = codes.firstIndex(where: { $0.description == code }), let column = column(indicator, period, role) else { return nil }
        return column.missing[row] == 0 ? column.values[row] : nil
    }

    func reason(_ indicator: String, _ code: String, _ period: String? = nil, _ role: MeasureRole = .value) -> MissingReason? {
        guard let row = codes.firstIndex(where: { $0.description == code }), let column = column(indicator, period, role) else { return nil }
        return column.reason(row)
    }
}
