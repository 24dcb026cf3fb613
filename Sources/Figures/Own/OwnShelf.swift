import Areas
import Core

/// Own tables in force and the custom areas that are there, in memory and read-only. Holds only what may be shown.
package struct OwnShelf: Sendable {
    /// By key.
    package let tables: [OwnTable]
    /// By key.
    package let areas: [CustomArea]

    func table(_ key: String) -> OwnTable? { tables.first { $0.revision.key == key } }

    func area(_ key: String) -> CustomArea? { areas.first { $0.key == key } }

    /// Tables with a place, on the borders of a year.
    func tables(of place: OwnPlace, year: Int) -> [OwnTable] { tables.filter { $0.revision.boundaryYear == year && $0.has(place) } }
}

extension OwnStore {
    func shelf() async throws -> OwnShelf {
        var tables: [OwnTable] = []
        for revision in try await newest() { if let table = try await table(revision.key) { tables.append(table) } }
        return OwnShelf(tables: tables, areas: try await customAreas())
    }
}
