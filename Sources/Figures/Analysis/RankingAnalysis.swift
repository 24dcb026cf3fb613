import Areas
import Charts
import Core
import HTML
import Measures
import Web

/// Which figure the areas are put in order by.
struct RankingQuestion: AnalysisQuestion {
    /// Key of the figure; nil for a usual one.
    var figure: String?
    /// Nil for the newest.
    var period: Period?

    static let kind = AnalysisKind.ranking

    init(figure: String? = nil, period: Period? = nil) {
        (self.figure, self.period) = (figure, period)
    }

    init(_ form: inout Form) {
        if let words = form["cijfer"], !words.isEmpty {
            if Catalogue.indicator(words) != nil { figure = words } else { form.fail("cijfer", AnalysisFaults.unknownFigure(words)) }
        }
        period = form.value("periode", otherwise: MapForm.noPeriod)
    }

    var items: [PageAddress.Item] {
        (figure.map { [.init("cijfer", $0)] } ?? []) + (period.map { [.init("periode", $0.description)] } ?? [])
    }
}

/// Areas with the places that their margins allow.
struct RankingOutcome: Sendable {
    struct Row: Sendable {
        let item: MapValues.Item
        /// Best to worst place among these areas, 1 for the highest figure; nil without a figure, or where no order is made.
        let places: ClosedRange<Int>?
        /// The same among all areas of the level in the country; nil also where the country's margins are not known.
        let nation: ClosedRange<Int>?
    }

    let values: MapValues
    /// From high to low, those without a figure last; by name where an order could brand a place.
    let rows: [Row]
    /// Areas of the level in the country that have the figure.
    let nationCount: Int

    var indicator: Indicator { values.indicator }
    /// False where an order could brand a place.
    var isRanked: Bool { indicator.sensitivity == .ordinary }
    var hasMargins: Bool { values.items.contains { $0.interval != nil } }
    /// Whether places in the country can be said.
    var hasNation: Bool { rows.contains { $0.nation != nil } }
    /// Areas that have one place only.
    var certain: Int { rows.count { $0.places?.count == 1 } }
    var known: Int { values.items.count - values.missing }

    init(_ values: MapValues, book: FigureBook) {
        self.values = values
        let isRanked = values.indicator.sensitivity == .ordinary
        let step = Self.step(values.indicator.unit)
        func margin(_ item: MapValues.Item) -> ClosedRange<Double>? {
            item.value.map { value in item.interval?.range ?? RankRanges.margin(ofPrinted: value, step: step) }
        }
        let ranks = RankRanges(values.items.map(margin))
        let shape = Self.country(values, book)?.shape(of: values.level)
        nationCount = shape?.distribution.count ?? 0
        rows = values.sorted.map { item in
            Row(
                item: item, places: isRanked ? margin(item).map(ranks.places) : nil, nation: isRanked ? shape?.ranks(of: item.interval) : nil)
        }
    }

    /// The delivery that the places in the country are among.
    static func country(_ values: MapValues, _ book: FigureBook) -> FigureColumn? {
        book.columns(of: values.indicator.key).last { $0.period == values.period && $0.isDelivered(for: values.level) }
    }

    /// Of the last digit a reader sees, in the unit of the source. Without a margin no more is claimed than the digits on the page say.
    static func step(_ unit: Unit) -> Double {
        var step = 1 / unit.factor
        for _ in 0..<max(0, unit.decimals) { step /= 10 }
        return step
    }
}

/// Ranking of areas on one figure: ranges of places, because figures have margins.
struct RankingAnalysis: Analysis {
    var foldsChoices: Bool { false }

    func complete(_ question: RankingQuestion, _ scene: AnalysisScene, form: inout Form) -> RankingQuestion {
        var question = question
        let offered = Self.offered(scene)
        guard let key = question.figure else {
            question.figure = FigureChoices.usual(offered).first { MapValues($0, areas: scene.areas, book: scene.book, gazetteer: scene.gazetteer) != nil }?.key
            return question
        }
        guard let indicator = offered.first(where: { $0.key == key }) else {
            if let indicator = Catalogue.indicator(key) { form.fail("cijfer", AnalysisFaults.notHere(indicator, scene.level)) }
            return question
        }
        if let period = question.period, !Self.periods(indicator, scene).contains(period) { form.fail("periode", MapForm.noPeriod) }
        return question
    }

    static func offered(_ scene: AnalysisScene) -> [Indicator] {
        scene.book.indicators.filter { indicator in scene.book.columns(of: indicator.key).contains { $0.isDelivered(for: scene.level) } }
    }

    /// Newest first.
    static func periods(_ indicator: Indicator, _ scene: AnalysisScene) -> [Period] {
        Set(scene.book.columns(of: indicator.key).filter { $0.isDelivered(for: scene.level) }.map(\.period)).sorted(by: >)
    }

    func outcome(_ question: RankingQuestion, _ scene: AnalysisScene, execution: Execution) throws(Cancelled) -> RankingOutcome? {
        outcome(question, scene)
    }

    private func outcome(_ question: RankingQuestion, _ scene: AnalysisScene) -> RankingOutcome? {
        guard let indicator = question.figure.flatMap(Catalogue.indicator) else { return nil }
        return MapValues(indicator, areas: scene.areas, period: question.period, book: scene.book, gazetteer: scene.gazetteer).map {
            RankingOutcome($0, book: scene.book)
        }
    }

    func choices(_ question: RankingQuestion, _ scene: AnalysisScene, form: Form) -> RankingFields {
        RankingFields(question: question, scene: scene, form: form)
    }

    func content(_ outcome: RankingOutcome, _ question: RankingQuestion, _ scene: AnalysisScene) -> RankingPanel {
        RankingPanel(outcome: outcome, scene: scene)
    }

    func interpretation(_ outcome: RankingOutcome?, _ question: RankingQuestion, _ scene: AnalysisScene) -> Interpretation {
        RankingWords.interpretation(outcome)
    }

    func sources(_ outcome: RankingOutcome) -> [Edition] { [outcome.values.edition] }

    /// No command where no order is made.
    func recipe(_ question: RankingQuestion, _ scene: AnalysisScene) -> AnalysisRecipe {
        guard let outcome = outcome(question, scene), outcome.isRanked else { return AnalysisRecipe() }
        let key = outcome.indicator.key
        var arguments = [
            "ranking", "--values", AnalysisFile.input.rawValue, "--id", "code", "--column", key, "--lower", AnalysisInput.lower(key), "--upper",
            AnalysisInput.upper(key), "--step", AnalysisFigures.digits(RankingOutcome.step(outcome.indicator.unit)),
        ]
        if outcome.hasNation { arguments += ["--among", AnalysisFile.country.rawValue] }
        return AnalysisRecipe(further: outcome.hasNation ? [.country] : [], arguments: arguments + ["--json"])
    }

    func file(_ file: AnalysisFile, _ outcome: RankingOutcome, _ question: RankingQuestion, _ scene: AnalysisScene) throws -> [UInt8]? {
        switch file {
        case .result: Self.table(outcome)
        case .document: try AnalysisDocument(self, outcome, question, scene, outcome: RankingDocument(outcome)).json()
        case .input: AnalysisInput([outcome.indicator.key], period: outcome.values.period, scene).table
        case .country: outcome.hasNation ? Self.country(outcome, scene) : nil
        case .cutoffs, .index, .weights: nil
        }
    }

    private static func table(_ outcome: RankingOutcome) -> [UInt8] {
        var table = CSVTable([
            "code", "naam", "waarde", "ondergrens", "bovengrens", "beste_plaats", "slechtste_plaats", "beste_plaats_land", "slechtste_plaats_land", "reden",
        ])
        for row in outcome.rows {
            let item = row.item
            table.row([
                .text(item.area.code.description), .text(item.area.name), .optional(item.value), .optional(item.interval?.lower),
                .optional(item.interval?.upper), .optional(row.places.map { Double($0.lowerBound) }), .optional(row.places.map { Double($0.upperBound) }),
                .optional(row.nation.map { Double($0.lowerBound) }), .optional(row.nation.map { Double($0.upperBound) }), .optional(item.missing?.nl),
            ])
        }
        return table.bytes
    }

    /// The figure of every area of the level in the country, as the places in the country were worked out.
    private static func country(_ outcome: RankingOutcome, _ scene: AnalysisScene) -> [UInt8]? {
        guard let column = RankingOutcome.country(outcome.values, scene.book) else { return nil }
        let key = outcome.indicator.key
        var table = CSVTable(["code", key, AnalysisInput.lower(key), AnalysisInput.upper(key)])
        for position in column.frame.positions(of: outcome.values.level) {
            let interval = column.interval(at: position)
            table.row([
                .text(column.frame.codes[position].description), .number(column.value(at: position)), .optional(interval?.lower), .optional(interval?.upper),
            ])
        }
        return table.bytes
    }
}

/// The outcome for programs.
struct RankingDocument: Encodable {
    struct AreaItem: Encodable {
        let code: String
        let naam: String
        @ExplicitNull var waarde: Double?
        @ExplicitNull var ondergrens: Double?
        @ExplicitNull var bovengrens: Double?
        /// Best and worst; null where no order is made.
        @ExplicitNull var plaatsen: [Int]?
        @ExplicitNull var plaatsenInHetLand: [Int]?
        @ExplicitNull var reden: String?
    }

    let cijfer: String
    let naam: String
    let periode: String
    /// False where an order could brand a place.
    let opVolgorde: Bool
    let gebiedenInHetLand: Int
    let gebieden: [AreaItem]

    init(_ outcome: RankingOutcome) {
        (cijfer, naam) = (outcome.indicator.key, outcome.indicator.name.nl)
        (periode, opVolgorde, gebiedenInHetLand) = (outcome.values.period.description, outcome.isRanked, outcome.nationCount)
        gebieden = outcome.rows.map { row in
            AreaItem(
                code: row.item.area.code.description, naam: row.item.area.name, waarde: row.item.value, ondergrens: row.item.interval?.lower,
                bovengrens: row.item.interval?.upper, plaatsen: row.places.map { [$0.lowerBound, $0.upperBound] },
                plaatsenInHetLand: row.nation.map { [$0.lowerBound, $0.upperBound] }, reden: row.item.missing?.nl)
        }
    }
}
