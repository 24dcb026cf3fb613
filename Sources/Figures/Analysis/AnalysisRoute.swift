import Areas
import Core
import Web

/// The analyses of an area. Raw values are the last piece of their address.
package enum AnalysisKind: String, Sendable, Hashable, CaseIterable {
    /// Which problems come together, and how sure that is.
    case stacking = "stapeling"
    /// Areas in the order of one figure, as ranges of places.
    case ranking = "rangorde"
    /// A number of one's own made of several figures, and what other choices would have given.
    case index = "index"
    /// Where alike areas lie together.
    case clusters = "clusters"
    /// Which differences are more than chance.
    case funnel = "trechter"
    /// What changed, and whether that can be said.
    case change = "veranderd"
    /// Which areas elsewhere are alike.
    case comparable = "vergelijkbaar"
}

/// The files that go with an analysis. Raw values are their names.
package enum AnalysisFile: String, Sendable, Hashable, CaseIterable {
    /// The outcome per area.
    case result = "uitkomst.csv"
    /// The outcome with everything it was made from.
    case document = "uitkomst.json"
    /// The figures that went in: one row per area.
    case input = "invoer.csv"
    /// Cut-offs of a stacking.
    case cutoffs = "grenzen.csv"
    /// Figures, weights and directions of an index.
    case index = "index.yml"
    /// Who borders on whom.
    case weights = "buren.gal"
    /// A figure with its margin of all areas of the level in the country.
    case country = "land.csv"

    var media: MediaKind {
        switch self {
        case .result, .input, .cutoffs, .country: .csv
        case .document: .json
        case .index, .weights: .text
        }
    }
}

/// What one analysis is asked. It reads itself from a query and prints itself into one, so that an analysis can be shared and repeated.
///
/// Reading what ``items`` printed gives an equal question.
protocol AnalysisQuestion: Sendable, Hashable {
    static var kind: AnalysisKind { get }

    /// Takes what can be read; the form says of the rest what is wrong with it.
    init(_ form: inout Form)

    var items: [PageAddress.Item] { get }
}

/// Which areas an analysis is about.
package struct AnalysisScope: Sendable, Hashable {
    /// Nil for the usual level of the place.
    package var level: AreaLevel?
    /// An own choice of areas, by code; empty for all of the place.
    package var areas: [AreaCode]
    /// Boundary year; nil for the newest.
    package var year: Int?

    package init(level: AreaLevel? = nil, areas: [AreaCode] = [], year: Int? = nil) {
        self.level = level
        self.areas = areas
        self.year = year
    }

    var items: [PageAddress.Item] {
        (level.map { [.init("niveau", $0.rawValue)] } ?? []) + areas.map { .init("gebied", $0.description) }
            + (year.map { [.init("jaar", String($0))] } ?? [])
    }
}

/// The addresses of the area analysis: an overview, one page per analysis, and its files. Paths are Dutch nouns, the same in every language.
package struct AnalysisRoute: Sendable, Hashable {
    package let code: AreaCode
    /// Nil for the overview.
    package let kind: AnalysisKind?
    /// Nil for the page.
    package let file: AnalysisFile?
    package let items: [PageAddress.Item]

    package init(_ code: AreaCode, _ kind: AnalysisKind? = nil, file: AnalysisFile? = nil, items: [PageAddress.Item] = []) {
        self.code = code
        self.kind = kind
        self.file = kind == nil ? nil : file
        self.items = items
    }

    init<Question: AnalysisQuestion>(_ code: AreaCode, _ scope: AnalysisScope, _ question: Question, file: AnalysisFile? = nil) {
        self.init(code, Question.kind, file: file, items: scope.items + question.items)
    }

    package var address: PageAddress {
        PageAddress(["gebieden", code.description, Self.name] + [kind?.rawValue, file?.rawValue].compactMap { $0 }, query: items)
    }

    /// Reads an address that ``address`` printed; nil for one of another part of the site.
    package init?(_ address: PageAddress) {
        let parts = address.segments
        guard (3...5).contains(parts.count), parts[0] == "gebieden", parts[2] == Self.name, let code = AreaCode(parts[1]) else { return nil }
        let kind = parts.count > 3 ? AnalysisKind(rawValue: parts[3]) : nil
        let file = parts.count > 4 ? AnalysisFile(rawValue: parts[4]) : nil
        guard (kind == nil) == (parts.count == 3), (file == nil) == (parts.count < 5) else { return nil }
        self.init(code, kind, file: file, items: address.query)
    }

    static let name = "analyse"

    /// The pattern of a page, or of all files of one analysis.
    static func pattern(_ kind: AnalysisKind? = nil, files: Bool = false) -> String {
        "/gebieden/{code}/\(name)" + (kind.map { "/" + $0.rawValue } ?? "") + (files ? "/{bestand}" : "")
    }
}
