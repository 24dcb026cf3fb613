import Areas
import Core
import HTML
import Measures
import Web

/// Which figures an analysis of several figures can be made of.
enum AnalysisFigures {
    /// Figures with a good and a bad side, per resident or household: of a number of people every large area would be the worst.
    static func isUsable(_ indicator: Indicator) -> Bool {
        indicator.direction != .none && indicator.kind != .count && indicator.sensitivity != .excludedFromIndices
    }

    static func offered(_ scene: AnalysisScene) -> [Indicator] {
        scene.book.indicators.filter { indicator in
            isUsable(indicator) && scene.book.columns(of: indicator.key).contains { $0.isDelivered(for: scene.level) }
        }
    }

    /// Keys under this name, each once; those that cannot be used are said in the form.
    static func keys(_ name: String, _ form: inout Form) -> [String] {
        var found: [String] = []
        for words in form.all(name) where !words.isEmpty && !found.contains(words) {
            if let indicator = Catalogue.indicator(words), isUsable(indicator) {
                found.append(words)
            } else {
                form.fail(name, AnalysisFaults.unknownFigure(words))
            }
        }
        return found
    }

    /// A decimal number with a comma or a point; nil where nothing was filled in, or where the form says what is wrong.
    static func number(_ name: String, within bounds: ClosedRange<Double>, _ form: inout Form, otherwise: Localized) -> Double? {
        let words = (form[name] ?? "").filter { !$0.isWhitespace }
        if words.isEmpty { return nil }
        guard words.utf8.count <= 30, let number = Double(words.replacing(",", with: ".")), number.isFinite, bounds.contains(number) else {
            form.fail(name, otherwise)
            return nil
        }
        return number
    }

    /// The shortest digits that give the same number back, with a point.
    static func digits(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}

/// The figures that go into an analysis: one list of values per figure, in the order of the areas.
struct AnalysisInput: Sendable {
    struct Column: Sendable {
        let values: MapValues
        var indicator: Indicator { values.indicator }

        var numbers: [Double] { values.items.map { $0.value ?? .nan } }
        var bounds: [ClosedRange<Double>?] { values.items.map { $0.interval?.range } }

        /// Rounding leaves every value between its ends as likely; other margins are taken as normal.
        var draw: IndexIndicator.Draw { values.items.contains { $0.interval.map { $0.kind != .rounding } ?? false } ? .normally : .evenly }

        /// Whether any value says where the true one may lie.
        var hasMargins: Bool { values.items.contains { $0.interval != nil } }
    }

    let areas: [Area]
    let columns: [Column]
    /// Per area; nil where not known.
    let residents: [Double?]

    /// Figures that none of the areas has are left out.
    ///
    /// - Parameter period: nil for the newest of each figure
    init(_ keys: [String], period: Period? = nil, _ scene: AnalysisScene) {
        func values(_ indicator: Indicator, _ period: Period? = nil) -> MapValues? {
            MapValues(indicator, areas: scene.areas, period: period, book: scene.book, gazetteer: scene.gazetteer)
        }
        areas = scene.areas
        columns = keys.compactMap(Catalogue.indicator).compactMap { values($0, period) }.map(Column.init)
        residents = Catalogue.indicator(Self.residents).flatMap { values($0) }?.items.map(\.value) ?? scene.areas.map { _ in nil }
    }

    /// Every delivery a value comes from, once.
    var editions: [Edition] {
        var seen: Set<Edition> = []
        return columns.map(\.values.edition).filter { seen.insert($0).inserted }
    }

    private static let residents = "inwoners"

    /// The names of the columns of a figure in ``table``.
    static func lower(_ key: String) -> String { key + "_ondergrens" }
    static func upper(_ key: String) -> String { key + "_bovengrens" }

    /// One row per area with value and margin of every figure; the residents once, also where they are one of the figures.
    var table: [UInt8] {
        let residents = columns.contains { $0.indicator.key == Self.residents } ? nil : self.residents
        var table = CSVTable(
            ["code", "naam"] + (residents == nil ? [] : [Self.residents])
                + columns.flatMap { [$0.indicator.key, Self.lower($0.indicator.key), Self.upper($0.indicator.key)] })
        for (index, area) in areas.enumerated() {
            table.row(
                [.text(area.code.description), .text(area.name)] + (residents.map { [.optional($0[index])] } ?? [])
                    + columns.flatMap { column -> [CSVTable.Field] in
                        let item = column.values.items[index]
                        return [.optional(item.value), .optional(item.interval?.lower), .optional(item.interval?.upper)]
                    })
        }
        return table.bytes
    }
}

/// Boxes to tick for figures, by theme.
struct FigurePicker: Component {
    let name: String
    let prompt: String
    let hint: String
    let indicators: [Indicator]
    let form: Form
    let language: Language

    private var faults: [String] { form.errors.filter { $0.field == name }.map { $0.message[language] } }

    var body: some HTML {
        let chosen = Set(form.all(name)), first = indicators.first?.key
        fieldset(.class("veld figuurkeuze", "is-fout", when: !faults.isEmpty).ariaDescribedBy(name + "-hint" + (faults.isEmpty ? "" : " \(name)-fout"))) {
            legend { prompt }
            p(.class("hint").id(name + "-hint")) { hint }
            FieldFault(name: name, faults: faults, language: language)
            div(.class("themakeuzes")) {
                Each(FigureChoices.groups(indicators)) { group in
                    div(.role("group").ariaLabel(group.theme.name[language])) {
                        p(.class("themanaam").ariaHidden()) { group.theme.name[language] }
                        Each(group.indicators) { item in box(item, isChosen: chosen.contains(item.key), isFirst: item.key == first) }
                    }
                }
            }
        }
    }

    private func box(_ item: Indicator, isChosen: Bool, isFirst: Bool) -> some HTML {
        let id = isFirst ? name : "\(name)-\(item.key)"
        return div(.class("keuze")) {
            input(.type("checkbox").id(id).name(name).value(item.key).checked(isChosen))
            label(.for(id)) { item.name[language] }
        }
    }
}

/// What is wrong with a field, above it.
struct FieldFault: Component {
    let name: String
    let faults: [String]
    let language: Language

    var body: some HTML {
        if !faults.isEmpty {
            p(.class("foutregel").id(name + "-fout")) {
                Icon(.warning)
                span {
                    span(.class("vh")) { language == .nl ? "Fout: " : "Error: " }
                    faults.joined(separator: ". ")
                }
            }
        }
    }
}
