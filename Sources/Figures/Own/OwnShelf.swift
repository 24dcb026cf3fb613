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

    /// Tables that have a custom area.
    func tables(of area: CustomArea) -> [OwnTable] { tables(of: .custom(area.id), year: area.boundaryYear) }
}

extension OwnStore {
    func shelf() async throws -> OwnShelf {
        var tables: [OwnTable] = []
        for revision in try await newest() { tables.append(try await table(for: revision)) }
        return OwnShelf(tables: tables, areas: try await customAreas())
    }
}

extension Slice {
    /// An own table in force.
    ///
    /// - Throws: `Problem.notFound`
    func ownTable(_ key: String) async throws -> OwnTable {
        guard let table = try await ownShelf.current().table(key) else { throw Problem.notFound }
        return table
    }

    /// A custom area, and the shelf it stands on.
    ///
    /// - Throws: `Problem.notFound`
    func customArea(_ key: String) async throws -> (area: CustomArea, shelf: OwnShelf) {
        let shelf = try await ownShelf.current()
        guard let area = shelf.area(key) else { throw Problem.notFound }
        return (area, shelf)
    }
}
