import Areas
import Core
import Figures
import Measures
import SQL

/// Cuts editions to the areas of a bundle and adds the spread of each figure over the country.
struct BundleFigures {
    let book: FigureBook
    let members: [Int: [AreaCode]]
    let province: AreaCode

    static let editionColumns = [
        "id", "source", "number", "title", "publisher", "table_number", "address", "licence", "attribution", "boundary_year", "retrieved_at",
        "modified_at", "imported_at", "digest", "row_count", "part", "codes",
    ]
    static let columnColumns = ["edition", "indicator", "period", "measure", "status", "cells", "reasons"]
    static let spreadColumns = ["edition", "indicator", "period", "level", "missing", "spread"]

    func tables(_ editions: [Edition], _ reading: Reading, progress: WorkProgress) throws -> [BundleFile.Table] {
        var heads = BundleFile.Table("edition", Self.editionColumns)
        var columns = BundleFile.Table("edition_column", Self.columnColumns)
        for (index, edition) in editions.enumerated() {
            progress(Localized(nl: "Leveringen", en: "Deliveries"), index, of: editions.count)
            let all = try reading.first("SELECT codes FROM edition WHERE id = \(edition.id)") { CodeList.decode(try $0.bytes(0)) } ?? []
            let wanted = Set(members[edition.boundaryYear] ?? [])
            let kept = all.indices.filter { wanted.contains(all[$0]) }
            heads.rows.append(head(edition, codes: kept.map { all[$0] }))
            columns.rows += try cut(edition, kept: kept, count: all.count, reading)
        }
        return [heads, columns, spreads(editions)]
    }

    private func head(_ edition: Edition, codes: [AreaCode]) -> [Value] {
        [
            .integer(edition.id), .text(edition.source), .integer(Int64(edition.number)), .text(edition.title), .text(edition.publisher),
            edition.table.map { .text($0) } ?? .null, edition.address.map { .text($0) } ?? .null, .text(edition.licence), .text(edition.attribution),
            .integer(Int64(edition.boundaryYear)), edition.retrievedAt.map { .integer($0) } ?? .null, edition.modifiedAt.map { .integer($0) } ?? .null,
            .integer(edition.importedAt), .text(edition.digest), .integer(Int64(codes.count)), .text(province.description), .bytes(CodeList.encode(codes)),
        ]
    }

    private func cut(_ edition: Edition, kept: [Int], count: Int, _ reading: Reading) throws -> [[Value]] {
        try reading.all(
            "SELECT indicator, period, measure, status, cells, reasons FROM edition_column WHERE edition = \(edition.id) ORDER BY indicator, period, measure"
        ) { row -> [Value] in
            guard let packed = PackedColumn(bytes: try row.bytes(4)), packed.count == count, let reasons = ReasonRuns.decode(try row.bytes(5), count: count)
            else {
                let name = "\(try row.string(0)) \(try row.string(1))"
                let reason = Localized(nl: "de kolom is beschadigd", en: "the column is damaged")
                throw ImportRefused([Diagnostic(.error, source: "\(edition.source) \(edition.number)", column: name, reason: reason)])
            }
            let values = kept.map { packed.value(at: $0) }
            let cut = kept.map { reasons[$0] }
            return [
                .integer(edition.id), try row.value(0), try row.value(1), try row.value(2), try row.value(3), .bytes(PackedColumn(values).bytes),
                .bytes(ReasonRuns.encode(cut)),
            ]
        }
    }

    /// Delivered and derived figures alike, for every level that has values.
    private func spreads(_ editions: [Edition]) -> BundleFile.Table {
        let wanted = Set(editions.map(\.id))
        var table = BundleFile.Table("edition_spread", Self.spreadColumns)
        for indicator in book.indicators {
            for column in book.columns(of: indicator.key) where wanted.contains(column.frame.edition.id) {
                for level in [AreaLevel.municipality, .district, .neighbourhood] {
                    let distribution = column.shape(of: level).distribution
                    guard distribution.count > 0 else { continue }
                    let spread = NationalSpread(sorted: distribution.sorted, missing: distribution.missing)
                    table.rows.append([
                        .integer(column.frame.edition.id), .text(indicator.key), .text(column.period.description), .text(level.rawValue),
                        .integer(Int64(spread.missing)), .bytes(spread.bytes),
                    ])
                }
            }
        }
        return table
    }
}
