import Areas
import Core

@testable import Figures

/// Made-up areas and figures in memory, for what is computed from them.
enum FigureSample {
    static func code(_ text: String) -> AreaCode {
        guard let code = AreaCode(text) else { preconditionFailure("\(text) is no code") }
        return code
    }

    static func indicator(_ key: String) -> Indicator {
        guard let indicator = Catalogue.indicator(key) else { preconditionFailure("\(key) is no indicator") }
        return indicator
    }

    static func edition(_ source: String, year: Int = 2024, id: Int64? = nil) -> Edition {
        Edition(
            id: id ?? Int64(source.utf8.reduce(year) { ($0 &* 31 &+ Int($1)) & 0xFFFF_FFFF }), source: source, number: 1, title: source,
            publisher: "Lindenmeer",
            table: "9999LIN", address: nil, licence: "CC0", attribution: "Lindenmeer", boundaryYear: year, retrievedAt: nil, modifiedAt: nil, importedAt: 0,
            digest: source, rows: 0)
    }

    /// What one source delivered: a value of an area, or why there is none.
    struct Cell: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
        var value = Double.nan
        var reason = MissingReason.none

        init(floatLiteral value: Double) { self.value = value }
        init(integerLiteral value: Int) { self.value = Double(value) }
        init(_ value: Double) { self.value = value }
        init(_ reason: MissingReason) { self.reason = reason }
        static var secret: Cell { Cell(.secret) }
    }

    struct Figures {
        let key: String
        let period: Int
        var status = FigureStatus.definitive
        let cells: [String: Cell]
    }

    /// Columns of one delivery on the borders of 2024.
    static func columns(_ figures: [Figures]) -> [FigureColumn] { columns("bron", figures) }

    /// Columns of one delivery, on one frame.
    static func columns(_ source: String, year: Int = 2024, _ figures: [Figures]) -> [FigureColumn] {
        let codes = Set(figures.flatMap(\.cells.keys)).map(code).sorted()
        let frame = EditionFrame(edition: edition(source, year: year), codes: codes)
        return figures.map { figure in
            let cells = codes.map { figure.cells[$0.description] ?? Cell(.notDelivered) }
            return FigureColumn(
                indicator: indicator(figure.key), period: Period(year: figure.period), status: figure.status, frame: frame,
                values: PackedColumn(cells.map(\.value)),
                reasons: ReasonRuns.encode(cells.map(\.reason.rawValue)))
        }
    }

    static func book(_ columns: [FigureColumn]...) -> FigureBook {
        let all = columns.flatMap { $0 }
        return FigureBook(all, editions: Array(Set(all.map(\.frame.edition))))
    }

    /// Lindenmeer in each year: a municipality in Gelderland with one district of 100 neighbourhoods, each of 100 hectares or as told.
    static func gazetteer(
        _ years: [Int] = [2020, 2024], land: [Int: [String: Double]] = [:], without: [Int: Set<String>] = [:], names: [Int: [String: String]] = [:]
    ) -> Gazetteer {
        let codes = ["NL00", "PV25", "GM9999", "WK999900"] + (0..<100).map { neighbourhood($0) }
        return Gazetteer(
            years.flatMap { year in
                codes.filter { without[year]?.contains($0) != true }.map { text in
                    let code = code(text)
                    return Area(
                        year: year, code: code, name: names[year]?[text] ?? "Buurt \(text.suffix(2))", parent: code.parent(province: self.code("PV25")),
                        postcode: "9990",
                        landHectares: land[year]?[text] ?? 100)
                }
            })
    }

    static func neighbourhood(_ number: Int) -> String { "BU999900" + (number < 10 ? "0\(number)" : "\(number)") }

    /// One value for each of the 100 neighbourhoods.
    static func everywhere(_ value: (Int) -> Double) -> [String: Cell] {
        Dictionary(uniqueKeysWithValues: (0..<100).map { (neighbourhood($0), Cell(value($0))) })
    }

    static func builder(_ text: String, year: Int? = nil, book: FigureBook, gazetteer: Gazetteer = gazetteer()) -> ProfileBuilder? {
        ProfileBuilder(code: code(text), year: year, book: book, gazetteer: gazetteer, currentYear: 2026)
    }
}
