import Areas
import Core

@testable import Figures

/// A made-up municipality with seven neighbourhoods in two districts, and another one to compare with: enough for every part of a page.
enum PagesSample {
    static let year = 2024
    static let municipality = "GM0001"
    static let neighbourhoods = (0..<7).map { "BU0001\($0 < 4 ? "00" : "01")0\($0)" }
    static let others = (0..<7).map { "BU000200\("0")\($0)" }

    static func code(_ text: String) -> AreaCode {
        AreaCode(text) ?? .netherlands
    }

    static func area(_ text: String, _ name: String, in parent: String?, year: Int = year, land: Double = 100) -> Area {
        Area(year: year, code: code(text), name: name, parent: parent.map(code), postcode: nil, landHectares: land)
    }

    static let areas: [Area] =
        [
            area("NL00", "Nederland", in: nil), area("PV25", "Gelderland", in: "NL00"), area("GM0001", "Lindenmeer", in: "PV25"),
            area("GM0002", "Veldzicht", in: "PV25"), area("WK000100", "Centrum", in: "GM0001"), area("WK000101", "Oost", in: "GM0001"),
            area("WK000200", "Dorp", in: "GM0002"),
        ]
        + neighbourhoods.enumerated().map { area($1, "Buurt \($0) <b>", in: String($1.replacing("BU", with: "WK").prefix(8))) }
        + others.enumerated().map { area($1, "Veld \($0)", in: "WK000200") }

    static let gazetteer = Gazetteer(areas)

    static func edition(_ id: Int64, source: String = "kwb-2024", number: Int = 1, year: Int = year) -> Edition {
        Edition(
            id: id, source: source, number: number, title: "Kerncijfers", publisher: "CBS", table: "85984NED", address: "https://opendata.cbs.nl/",
            licence: "CC BY 4.0", attribution: "CBS, Kerncijfers (85984NED)", boundaryYear: year, retrievedAt: 1_780_000_000_000, modifiedAt: nil,
            importedAt: 1_780_000_000_000, digest: "ab", rows: 14)
    }

    static let codes = (neighbourhoods + others).map(code).sorted()

    /// - Parameter values: one per code in order; nil is missing
    static func column(_ key: String, _ period: Int, edition: Edition = edition(1), _ values: [Double?], reason: MissingReason = .secret) -> FigureColumn? {
        guard let indicator = Catalogue.indicator(key) else { return nil }
        return FigureColumn(
            indicator: indicator, period: Period(year: period), status: .definitive, frame: EditionFrame(edition: edition, codes: codes),
            values: PackedColumn(values.map { $0 ?? .nan }), reasons: ReasonRuns.encode(values.map { $0 == nil ? reason.rawValue : 0 }))
    }

    static let book: FigureBook = {
        let steps = (0..<14).map(Double.init)
        let columns = [
            column("inwoners", 2024, steps.map { 500 + 250 * $0 }),
            column("inwoners", 2020, edition: edition(2, source: "kwb-2020"), steps.map { 400 + 200 * $0 }),
            column("goed-ervaren-gezondheid", 2024, steps.map { 60 + 2 * $0 }), column("eenzaam", 2020, steps.map { 55 - 2 * $0 }),
            column("koopwoningen", 2024, steps.map { $0 < 1 ? nil : 30 + 3 * $0 }),
            column("woningwaarde", 2024, steps.map { 200 + 10 * $0 }), column("leefbaarometer-afwijking", 2024, steps.map { -0.1 + 0.01 * $0 }),
            column("leefbaarometer-woningvoorraad", 2024, steps.map { -0.06 + 0.01 * $0 }),
            column("leefbaarometer-fysieke-omgeving", 2024, steps.map { _ in -0.04 }),
        ].compactMap { $0 }
        return FigureBook(columns, editions: [edition(1), edition(2, source: "kwb-2020")])
    }()

    static func profile(_ text: String, all: Bool = false) -> Profile? {
        ProfileBuilder(code: code(text), book: book, gazetteer: gazetteer, currentYear: 2026)?.profile(all: all)
    }
}
