import Areas
import Core
import Web

/// Every address of the slice. Paths are Dutch nouns, the same in every language.
package enum FiguresRoute: Sendable, Hashable {
    /// A figure as a map of an area; what is asked for stands in the query, see ``MapQuestion``.
    case map(AreaCode, MapQuestion = MapQuestion())
    /// Areas side by side: codes, or words to search for.
    case comparison([String])
    case comparisonFile([String], FileFormat)
    /// All kinds of figures.
    case catalogue
    case indicator(String)
    case sources
    /// All deliveries of one source.
    case source(String)
    case edition(String, Int)
    /// - year: boundary year; nil for the newest
    /// - all: with the figures that the page leaves out
    case file(AreaCode, FileFormat, year: Int? = nil, all: Bool = false)
    case jobs
    case job(String)

    package enum FileFormat: String, Sendable, Hashable, CaseIterable {
        case csv, json
    }

    package var address: PageAddress {
        switch self {
        case .map(let code, let question): PageAddress("gebieden", code.description, "kaart", query: question.items)
        case .comparison(let areas): PageAddress("vergelijken", query: areas.map { .init("gebied", $0) })
        case .comparisonFile(let areas, let format):
            PageAddress("vergelijken", "cijfers.\(format.rawValue)", query: areas.map { .init("gebied", $0) })
        case .catalogue: PageAddress("cijfers")
        case .indicator(let key): PageAddress("cijfers", key)
        case .sources: PageAddress("bronnen")
        case .source(let key): PageAddress("bronnen", key)
        case .edition(let key, let number): PageAddress("bronnen", key, String(number))
        case .file(let code, let format, let year, let all):
            PageAddress(
                "gebieden", code.description, "cijfers.\(format.rawValue)",
                query: (year.map { [.init("jaar", String($0))] } ?? []) + (all ? [.init("alles", "ja")] : []))
        case .jobs: PageAddress("taken")
        case .job(let id): PageAddress("taken", id)
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another slice.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        let areas = address.query.filter { $0.name == "gebied" }.map(\.value)
        switch (parts.first, parts.count) {
        case ("gebieden", 3):
            guard let code = AreaCode(parts[1]), let found = Self.below(code, parts[2], address) else { return nil }
            self = found
        case ("vergelijken", 1): self = .comparison(areas)
        case ("vergelijken", 2):
            guard let format = Self.format(parts[1]) else { return nil }
            self = .comparisonFile(areas, format)
        case ("cijfers", 1): self = .catalogue
        case ("cijfers", 2): self = .indicator(parts[1])
        case ("bronnen", 1): self = .sources
        case ("bronnen", 2): self = .source(parts[1])
        case ("bronnen", 3):
            guard let number = Int(parts[2]) else { return nil }
            self = .edition(parts[1], number)
        case ("taken", 1): self = .jobs
        case ("taken", 2): self = .job(parts[1])
        default: return nil
        }
    }

    private static func below(_ code: AreaCode, _ name: String, _ address: PageAddress) -> FiguresRoute? {
        if name == "kaart" { return .map(code, MapQuestion(address)) }
        let value = { (key: String) in address.query.first { $0.name == key }?.value }
        return format(name).map { .file(code, $0, year: value("jaar").flatMap { Int($0) }, all: value("alles") == "ja") }
    }

    private static func format(_ name: String) -> FileFormat? {
        FileFormat.allCases.first { name == "cijfers.\($0.rawValue)" }
    }
}

/// What a map is asked to show. Everything stands in the address, so that a map can be shared; nil takes what fits the area.
package struct MapQuestion: Sendable, Hashable {
    /// How values are put into classes.
    package enum Method: String, Sendable, Hashable, CaseIterable {
        /// Round bounds, the same for every municipality and year.
        case fixed = "vast"
        case fisherJenks = "fisher-jenks"
        case quantiles = "kwantielen"
        /// Around the middle area of the country, with a class "no clear difference".
        case diverging = "uiteenlopend"
    }

    package var figure: String?
    package var period: String?
    package var level: AreaLevel?
    package var method: Method?
    package var classes: Int?
    package var year: Int?

    package static let classBounds = 3...7

    package init(figure: String? = nil, period: String? = nil, level: AreaLevel? = nil, method: Method? = nil, classes: Int? = nil, year: Int? = nil) {
        self.figure = figure
        self.period = period
        self.level = level
        self.method = method
        self.classes = classes
        self.year = year
    }

    /// Takes what can be read; the page says of the rest what is wrong with it.
    init(_ address: PageAddress) {
        func value(_ key: String) -> String? { address.query.first { $0.name == key && !$0.value.isEmpty }?.value }
        self.init(
            figure: value("cijfer"), period: value("periode"), level: value("niveau").flatMap(AreaLevel.init),
            method: value("indeling").flatMap(Method.init), classes: value("klassen").flatMap { Int($0) }, year: value("jaar").flatMap { Int($0) })
    }

    var items: [PageAddress.Item] {
        [
            ("cijfer", figure), ("periode", period), ("niveau", level?.rawValue), ("indeling", method?.rawValue), ("klassen", classes.map(String.init)),
            ("jaar", year.map(String.init)),
        ].compactMap { name, value in value.map { PageAddress.Item(name, $0) } }
    }
}
