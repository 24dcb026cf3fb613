import Core
import Figures
import SQL

/// What sources delivered about ``SmallTown``.
enum SmallTownFigures {
    static let deliveries: [Delivery] = [
        Delivery(id: 1, source: "lindenmeer-kern-2020", number: 1, boundaryYear: 2020, columns: keyFigures(2020) { $0.map { $0 - 40 } }),
        // The first delivery of 2024 was revised: twenty residents more everywhere.
        Delivery(id: 2, source: "lindenmeer-kern-2024", number: 1, boundaryYear: 2024, columns: keyFigures(2024) { $0.map { $0 - 20 } }),
        Delivery(id: 3, source: "lindenmeer-kern-2024", number: 2, boundaryYear: 2024, columns: keyFigures(2024) { $0 }),
        Delivery(
            id: 4, source: "lindenmeer-gezondheid", number: 1, boundaryYear: 2024,
            columns: [
                Column(indicator: "goed-ervaren-gezondheid", period: "2024", status: .provisional, reason: .unknownOrSecret, cell: { $0.health?.value }),
                Column(indicator: "goed-ervaren-gezondheid", period: "2024", measure: .lower, status: .provisional, cell: { $0.health?.lower }),
                Column(indicator: "goed-ervaren-gezondheid", period: "2024", measure: .upper, status: .provisional, cell: { $0.health?.upper }),
            ]),
        Delivery(
            id: 5, source: "lindenmeer-politie", number: 1, boundaryYear: 2024,
            columns: [
                Column(indicator: "misdrijven", period: "2023", cell: { $0.crimes.map { $0 + 6 } }),
                Column(indicator: "misdrijven", period: "2024", cell: { $0.crimes }),
            ]),
    ]

    private static func keyFigures(_ year: Int, residents change: @escaping @Sendable (Double?) -> Double?) -> [Column] {
        [
            Column(indicator: "inwoners", period: "\(year)", cell: { change($0.residents) }),
            Column(indicator: "huishoudens", period: "\(year)", cell: { $0.households }),
            Column(indicator: "woningwaarde", period: "\(year)", reason: .secret, cell: { $0.value }),
        ]
    }

    struct Column: Sendable {
        let indicator: String
        let period: String
        var measure = MeasureRole.value
        var status = FigureStatus.definitive
        /// Why cells without a value have none.
        var reason = MissingReason.notDelivered
        let cell: @Sendable (SmallTown.Place) -> Double?
    }

    struct Delivery: Sendable {
        let id: Int64
        let source: String
        let number: Int
        let boundaryYear: Int
        let columns: [Column]

        func store(in transaction: Transaction) throws {
            let places = SmallTown.places.filter { SmallTown.existed($0, in: boundaryYear) }.sorted { $0.code < $1.code }
            let retrieved = SmallTown.imported - 86_400_000
            try transaction.execute(
                """
                INSERT INTO edition (id, source, number, title, publisher, table_number, address, licence, attribution, boundary_year, retrieved_at,
                    modified_at, imported_at, digest, row_count, codes)
                VALUES (\(id), \(source), \(number), \("Cijfers van Lindenmeer"), \("Gemeente Lindenmeer"), \("9999LIN"), \("https://lindenmeer.example/cijfers"),
                    \("CC BY 4.0"), \("Gemeente Lindenmeer, verzonnen cijfers"), \(boundaryYear), \(retrieved), \(Int64?.none), \(SmallTown.imported),
                    \("\(source)-\(number)"), \(places.count), \(CodeList.encode(places.compactMap { AreaCode($0.code) })))
                """)
            try transaction.insert(
                into: "edition_column", columns: ["edition", "indicator", "period", "measure", "status", "cells", "reasons"],
                rows: columns.lazy.map { column in
                    let cells = places.map(column.cell)
                    return [
                        .integer(id), .text(column.indicator), .text(column.period), .text(column.measure.rawValue), .text(column.status.rawValue),
                        .bytes(PackedColumn(cells.map { $0 ?? .nan }).bytes),
                        .bytes(ReasonRuns.encode(cells.map { $0 == nil ? column.reason.rawValue : 0 })),
                    ]
                })
        }
    }
}
