import Areas
import Core
import Measures
import Web

/// What an own index is made of: figures, weights, and which end is good.
struct IndexQuestion: AnalysisQuestion {
    enum Good: String, Sendable, Hashable, CaseIterable {
        case high = "hoog"
        case low = "laag"
    }

    /// Keys of the figures; empty for the usual ones.
    var figures: [String] = []
    /// By key; 1 where nothing is said.
    var weights: [String: Double] = [:]
    /// By key, where it is other than the figure's own direction.
    var good: [String: Good] = [:]
    /// How often the choices are made anew; nil for 1,000.
    var runs: Int?
    /// Nil for 1.
    var seed: Int?

    static let kind = AnalysisKind.index
    static let counts = 3...12
    static let weightBounds = 0.1...10.0
    static let runBounds = 100...5000
    static let seedBounds = 1...1_000_000
    static let usualRuns = 1000

    init(
        figures: [String] = [], weights: [String: Double] = [:], good: [String: Good] = [:], runs: Int? = nil, seed: Int? = nil
    ) {
        (self.figures, self.weights, self.good, self.runs, self.seed) = (figures, weights, good, runs, seed)
    }

    init(_ form: inout Form) {
        figures = AnalysisFigures.keys("cijfer", &form)
        runs = form.whole("rondes", Self.runBounds, otherwise: AnalysisFaults.whole(Self.runBounds))
        seed = form.whole("startgetal", Self.seedBounds, otherwise: AnalysisFaults.whole(Self.seedBounds))
        for indicator in figures.compactMap(Catalogue.indicator) {
            let key = indicator.key
            let weight = AnalysisFigures.number(Self.weight(key), within: Self.weightBounds, &form, otherwise: AnalysisFaults.weight(indicator))
            if let weight, weight != 1 { weights[key] = weight }
            let side = form.choice(Self.side(key), of: Good.self)
            if let side, side != Self.usualSide(indicator) { good[key] = side }
        }
    }

    var items: [PageAddress.Item] {
        figures.map { .init("cijfer", $0) }
            + figures.compactMap { key in weights[key].map { .init(Self.weight(key), AnalysisFigures.digits($0)) } }
            + figures.compactMap { key in good[key].map { .init(Self.side(key), $0.rawValue) } }
            + (runs.map { [.init("rondes", String($0))] } ?? []) + (seed.map { [.init("startgetal", String($0))] } ?? [])
    }

    /// The names of the fields of one figure.
    static func weight(_ key: String) -> String { "gewicht-" + key }
    static func side(_ key: String) -> String { "goed-" + key }

    static func usualSide(_ indicator: Indicator) -> Good { indicator.direction == .lowerIsBetter ? .low : .high }

    func weight(of indicator: Indicator) -> Double { weights[indicator.key] ?? 1 }
    func isHighGood(_ indicator: Indicator) -> Bool { (good[indicator.key] ?? Self.usualSide(indicator)) == .high }

    /// None of these can brand a place; where a source is missing, the next one of its group.
    static let usual: [[String]] = [
        ["goed-ervaren-gezondheid"], ["veel-stress", "langdurige-aandoening"], ["beweegrichtlijn", "overgewicht"], ["eenzaam", "ernstig-eenzaam"],
        ["vrijwilligers"], ["geluidhinder-buren"], ["afstand-huisarts"], ["afstand-supermarkt"], ["afstand-school"],
    ]

    /// With everything that was left open, so that its address says it all.
    func complete(_ scene: AnalysisScene, form: inout Form) -> IndexQuestion {
        let offered = Set(AnalysisFigures.offered(scene).map(\.key))
        var question = self
        if question.figures.isEmpty {
            question.figures = Self.usual.compactMap { group in group.first(where: offered.contains) }
        } else {
            for key in question.figures where !offered.contains(key) {
                if let indicator = Catalogue.indicator(key) { form.fail("cijfer", AnalysisFaults.notHere(indicator, scene.level)) }
            }
            if !Self.counts.contains(question.figures.count), form.errors.isEmpty { form.fail("cijfer", AnalysisFaults.figureCount(Self.counts)) }
        }
        question.runs = question.runs ?? Self.usualRuns
        question.seed = question.seed ?? 1
        return question
    }
}

/// Areas with their place in an index, and what other choices would have given.
struct IndexOutcome: Sendable {
    struct Row: Sendable {
        let area: Area
        /// 0 to 100; nil where less than 70 % of the weight is known.
        let score: Double?
        let place: IndexUncertainty.Area?
        /// Part of the weight that is known, 0 to 1.
        let known: Double
        /// Each figure on its scale from 0 (worst) to 100 (best); NaN for unknown.
        let parts: [Double]
    }

    struct Theme: Sendable {
        let indicator: Indicator
        let period: Period
        /// Of the whole, as chosen and as it works out (correlation with the index; NaN without spread).
        let weight: Double
        let effect: Double
        let isHighGood: Bool
    }

    /// By place; by name where one of the figures could brand a place.
    let rows: [Row]
    let themes: [Theme]
    let overlaps: [CompositeIndex.Overlap]
    let uncertainty: IndexUncertainty
    let isRanked: Bool
    let input: AnalysisInput

    init?(_ question: IndexQuestion, _ scene: AnalysisScene, execution: Execution) throws(Cancelled) {
        let input = AnalysisInput(question.figures, scene)
        guard input.columns.count >= IndexQuestion.counts.lowerBound,
            let framework = IndexFramework(weights: input.columns.map { question.weight(of: $0.indicator) })
        else { return nil }
        let directed = input.columns.map {
            Normalisation.minMax(from: 0, to: 100)($0.numbers, higherIsBetter: question.isHighGood($0.indicator))
        }
        let indicators = input.columns.map {
            IndexIndicator($0.numbers, bounds: $0.bounds, draw: $0.draw, higherIsBetter: question.isHighGood($0.indicator))
        }
        let choices = IndexChoices(runs: question.runs ?? IndexQuestion.usualRuns, seed: UInt64(max(0, question.seed ?? 1)))
        guard let index = CompositeIndex(directed, framework: framework),
            let uncertainty = try indexUncertainty(indicators, framework: framework, choices: choices, execution: execution)
        else { return nil }
        let isRanked = input.columns.allSatisfy { $0.indicator.sensitivity == .ordinary }
        let rows = input.areas.indices.map { area in
            Row(
                area: input.areas[area], score: index.scores[area].isFinite ? index.scores[area] : nil, place: uncertainty.areas[area],
                known: index.known[area], parts: directed.map { $0[area] })
        }
        self.rows = rows.sorted { left, right in
            let places = isRanked ? (left.place?.nominalRank ?? .max, right.place?.nominalRank ?? .max) : (0, 0)
            return (places.0, left.area.name, left.area.code) < (places.1, right.area.name, right.area.code)
        }
        themes = input.columns.enumerated().map { position, column in
            Theme(
                indicator: column.indicator, period: column.values.period, weight: index.nominalWeights[position],
                effect: index.effectiveWeights[position], isHighGood: question.isHighGood(column.indicator))
        }
        (overlaps, self.uncertainty, self.isRanked, self.input) = (index.overlaps, uncertainty, isRanked, input)
    }
}
