import Areas
import Core
import SQL

/// Loads a bundle into an empty database, in one transaction.
package struct BundleLoading: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// What a bundle may bring, in an order that foreign keys allow; anything else is refused.
    private static let known: [(table: StaticString, columns: [StaticString])] = [
        ("area", ["year", "code", "level", "name", "parent", "postcode", "land_hectares"]),
        ("area_shape", ["year", "code", "min_x", "min_y", "max_x", "max_y", "label_x", "label_y", "square_metres", "outline", "shape"]),
        ("area_import", ["id", "year", "level", "source", "digest", "areas", "repaired", "licence", "attribution", "imported_at"]),
        ("area_neighbours", Neighbours.columns),
        (
            "edition",
            [
                "id", "source", "number", "title", "publisher", "table_number", "address", "licence", "attribution", "boundary_year", "retrieved_at",
                "modified_at", "imported_at", "digest", "row_count", "part", "codes",
            ]
        ),
        ("edition_column", ["edition", "indicator", "period", "measure", "status", "cells", "reasons"]),
        ("edition_spread", ["edition", "indicator", "period", "level", "missing", "spread"]),
    ]

    /// - Returns: rows written; 0 when this database holds data already, which a bundle never touches.
    package func load(_ file: BundleFile, source: String) async throws -> Int {
        for table in file.tables where !Self.isKnown(table) {
            throw ImportRefused([
                Diagnostic(
                    .error, source: source, value: table.name,
                    reason: Localized(nl: "deze tabel hoort niet in een bundel", en: "this table does not belong in a bundle"))
            ])
        }
        do {
            return try await write(file)
        } catch let error as SQLError {
            switch error {
            case .constraint(_, let name, _): throw Self.misfit(name, source)
            case .value(let column, _): throw Self.misfit(column, source)
            default: throw error
            }
        }
    }

    private static func misfit(_ name: String?, _ source: String) -> ImportRefused {
        let reason = Localized(nl: "een rij van de bundel past niet in de database", en: "a row of the bundle does not fit the database")
        return ImportRefused([Diagnostic(.error, source: source, column: name, reason: reason)])
    }

    private func write(_ file: BundleFile) async throws -> Int {
        try await database.write { transaction in
            let areas = try transaction.first("SELECT COUNT(*) FROM area") { try $0.int(0) } ?? 0
            let editions = try transaction.first("SELECT COUNT(*) FROM edition") { try $0.int(0) } ?? 0
            guard areas == 0 && editions == 0 else { return 0 }
            var rows = 0
            for known in Self.known {
                for table in file.tables where table.name == known.table.description {
                    rows += try transaction.insert(into: known.table, columns: known.columns, rows: table.rows)
                }
            }
            return rows
        }
    }

    private static func isKnown(_ table: BundleFile.Table) -> Bool {
        known.contains { $0.table.description == table.name && $0.columns.map(\.description) == table.columns }
    }
}
