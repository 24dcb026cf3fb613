import Areas
import Core
import Figures
import Foundation
import SQL
import TestSupport

/// Small deliveries made in a test, read and stored as real ones are.
enum TownDelivery {
    static let csv = """
        code,naam,inwoners,huishoudens,woz
        GM9999,Lindenmeer,9877,4702,284
        WK999900,Centrum,5925,3010,262
        BU99990001,Oude Haven,2315,1410,249
        BU99990002,Lindelaan,2985,1325,.
        BU99990003,Haveneiland,625,275,

        """

    private static let columns: KeyValuePairs = ["inwoners": "inwoners", "huishoudens": "huishoudens", "woz": "woningwaarde"]

    static func mapping(_ id: String = "kern", year: Int = 2024, columns: KeyValuePairs<String, String> = columns, isRegister: Bool = true) throws -> Mapping {
        let list = columns.map { "{ \"column\": \"\($0)\", \"indicator\": \"\($1)\" }" }.joined(separator: ", ")
        let json = """
            { "id": "\(id)", "title": { "nl": "Proef", "en": "Test" }, "publisher": "Gemeente Lindenmeer", "licence": "CC0", "table": "9999LIN",
              "attribution": { "nl": "Lindenmeer", "en": "Lindenmeer" }, "url": "https://lindenmeer.example", "boundaryYear": \(year), "period": "\(year)",
              "code": { "columns": ["code"] }, \(isRegister ? "\"area\": { \"name\": \"naam\" }," : "")
              "missing": { "": "zeroOrSecret", ".": "secret" }, "columns": [\(list)],
              "skip": [{ "columns": ["naam"], "reason": { "nl": "Naam.", "en": "Name." } }] }
            """
        return try Mapping(json: Array(json.utf8), source: "\(id).json")
    }

    static func table(_ text: String = csv, mapping: Mapping? = nil) throws -> DeliveredTable {
        let mapping = try mapping ?? Self.mapping()
        return try Delivery.csv(Array(text.utf8), name: "kern.csv", mapping: mapping, checks: .catalogue, retrieved: DeliveryFiles.day)
    }

    /// Reads and stores, as an import command does.
    @discardableResult
    static func store(_ text: String = csv, mapping: Mapping? = nil, in database: Database, at now: Int64 = 1) async throws -> FigureImport.Report {
        let table = try table(text, mapping: mapping)
        return try await FigureImport(database).store(table, digest: FigureImport.digest(of: Array(text.utf8), mapping: []), at: now)
    }

    static func with(_ engine: TestDatabase.Engine, _ body: (Database) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(engine, migrations: AreasMigrations.all + FiguresMigrations.all, body)
    }
}

extension FigureBook {
    /// The value of an area in the only column of an indicator, with the reason where there is none.
    func cell(_ key: String, _ code: String) -> (value: Double?, reason: MissingReason?) {
        guard let column = columns(of: key).first, let position = AreaCode(code).flatMap(column.frame.position) else { return (nil, nil) }
        let value = column.value(at: position)
        return (value.isNaN ? nil : value, column.missing(at: position))
    }
}

extension Database {
    /// Number of rows in each table of the slice, for showing that nothing changed.
    func figureRows() async throws -> [Int] {
        try await read { reading in
            try ["edition", "edition_column", "edition_note", "area", "area_import"].map { table in
                try reading.first("SELECT COUNT(*) FROM \(identifier: table)") { try $0.int(0) } ?? -1
            }
        }
    }
}
