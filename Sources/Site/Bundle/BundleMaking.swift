import Areas
import Core
import Figures
import SQL

/// Makes a bundle of one province out of a database that holds the country.
///
/// Holds the areas of the province with simplified outlines and their neighbours, the newest editions cut to them, the same figures of province and
/// country where published, and how each figure is spread over the country, so that a place among all areas can still be said.
package struct BundleMaking: Sendable {
    private let site: Composition
    private let province: AreaCode

    package init(_ site: Composition, province: AreaCode) {
        self.site = site
        self.province = province
    }

    package func make(years: [Int], progress: WorkProgress = .silent) async throws -> BundleFile {
        let gazetteer = try await site.areas.gazetteer.current()
        let book = try await site.figures.book.current()
        let members = Dictionary(years.map { ($0, codes(in: gazetteer.map(of: $0))) }, uniquingKeysWith: { first, _ in first })
        let editions = book.editions.filter { years.contains($0.boundaryYear) }
        var tables = try await areaTables(members)
        let source = BundleFigures(book: book, members: members, province: province)
        tables += try await site.database.read { reading in try source.tables(editions, reading, progress: progress) }
        return BundleFile(tables: tables)
    }

    /// The province with all below it, and the country.
    private func codes(in map: AreaMap?) -> [AreaCode] {
        guard let map else { return [] }
        let below = [AreaLevel.municipality, .district, .neighbourhood].flatMap { map.areas(of: $0, within: province).map(\.code) }
        return ([.netherlands, province] + below).sorted()
    }

    private func areaTables(_ members: [Int: [AreaCode]]) async throws -> [BundleFile.Table] {
        let years = members.keys.sorted()
        return try await site.database.read { reading in
            var areas = BundleFile.Table("area", ["year", "code", "level", "name", "parent", "postcode", "land_hectares"])
            var shapes = BundleFile.Table(
                "area_shape",
                ["year", "code", "min_x", "min_y", "max_x", "max_y", "label_x", "label_y", "square_metres", "outline", "shape"])
            var log = BundleFile.Table(
                "area_import", ["id", "year", "level", "source", "digest", "areas", "repaired", "licence", "attribution", "imported_at"])
            for year in years {
                let wanted = Set(members[year] ?? [])
                areas.rows += try rows(
                    reading, "SELECT year, code, level, name, parent, postcode, land_hectares FROM area WHERE year = \(year) ORDER BY code", wanted)
                // The outline stands for the shape: a bundle is for maps, not for measuring.
                shapes.rows += try rows(
                    reading,
                    """
                    SELECT year, code, min_x, min_y, max_x, max_y, label_x, label_y, square_metres, outline, outline FROM area_shape
                    WHERE year = \(year) ORDER BY code
                    """, wanted)
                log.rows += try reading.all(
                    """
                    SELECT id, year, level, source, digest, areas, repaired, licence, attribution, imported_at FROM area_import
                    WHERE year = \(year) ORDER BY id
                    """
                ) { row in try (0..<10).map { $0 == 4 ? .text(Self.cut(try row.string(4), province)) : try row.value($0) } }
            }
            return [areas, shapes, log, try Self.neighbours(members, reading)]
        }
    }

    /// Who borders on whom among the areas of the bundle; those at its edge have fewer neighbours than in the country.
    private static func neighbours(_ members: [Int: [AreaCode]], _ reading: Reading) throws -> BundleFile.Table {
        var table = BundleFile.Table("area_neighbours", Neighbours.columns.map(\.description))
        try reading.scroll("SELECT year, level, kind, codes, starts, neighbours FROM area_neighbours ORDER BY year, level, kind") { row in
            guard let wanted = members[try row.int(0)], let all = try Neighbours(row: row) else { return }
            let part = all.among(Set(wanted))
            if part.codes.count > 1 { table.rows.append(part.row) }
        }
        return table
    }

    /// The digest of a file of which only a part is here: the whole file is still news to a database that loaded the bundle.
    static func cut(_ digest: String, _ province: AreaCode) -> String { "\(digest) \(province)" }

    /// Rows whose second column is a wanted code.
    private func rows(_ reading: Reading, _ query: Query, _ wanted: Set<AreaCode>) throws -> [[Value]] {
        try reading.all(query) { row -> [Value]? in
            guard let code = AreaCode(try row.string(1)), wanted.contains(code) else { return nil }
            return try (0..<row.count).map { try row.value($0) }
        }.compactMap { $0 }
    }
}
