import Areas
import Core
import HTML
import Measures
import Web

/// An own index of several figures, with the places that other choices would have given.
struct IndexAnalysis: Analysis {
    /// Cells times runs beyond which it may take half a second.
    private static let mostAtOnce = 6_000_000

    func complete(_ question: IndexQuestion, _ scene: AnalysisScene, form: inout Form) -> IndexQuestion { question.complete(scene, form: &form) }

    func isLong(_ question: IndexQuestion, _ scene: AnalysisScene) -> Bool {
        scene.areas.count * question.figures.count * (question.runs ?? IndexQuestion.usualRuns) > Self.mostAtOnce
    }

    func outcome(_ question: IndexQuestion, _ scene: AnalysisScene, execution: Execution) throws(Cancelled) -> IndexOutcome? {
        try IndexOutcome(question, scene, execution: execution)
    }

    func choices(_ question: IndexQuestion, _ scene: AnalysisScene, form: Form) -> IndexFields {
        IndexFields(question: question, offered: AnalysisFigures.offered(scene), form: form, language: scene.language)
    }

    func content(_ outcome: IndexOutcome, _ question: IndexQuestion, _ scene: AnalysisScene) -> IndexPanel {
        IndexPanel(outcome: outcome, scene: scene)
    }

    func interpretation(_ outcome: IndexOutcome?, _ question: IndexQuestion, _ scene: AnalysisScene) -> Interpretation {
        IndexWords.interpretation(question)
    }

    func sources(_ outcome: IndexOutcome) -> [Edition] { outcome.input.editions }

    func recipe(_ question: IndexQuestion, _ scene: AnalysisScene) -> AnalysisRecipe {
        AnalysisRecipe(
            further: [.index],
            arguments: [
                "index", "--values", AnalysisFile.input.rawValue, "--id", "code", "--config", AnalysisFile.index.rawValue, "--runs",
                String(question.runs ?? IndexQuestion.usualRuns), "--seed", String(question.seed ?? 1), "--json",
            ])
    }

    func file(_ file: AnalysisFile, _ outcome: IndexOutcome, _ question: IndexQuestion, _ scene: AnalysisScene) throws -> [UInt8]? {
        switch file {
        case .result: Self.table(outcome)
        case .document: try AnalysisDocument(self, outcome, question, scene, outcome: IndexDocument(outcome)).json()
        case .input: outcome.input.table
        case .index: Array(Self.config(outcome, question).utf8)
        case .cutoffs, .weights, .country: nil
        }
    }

    private static func table(_ outcome: IndexOutcome) -> [UInt8] {
        var table = CSVTable(
            ["code", "naam", "score", "plaats", "plaats_5_procent", "plaats_95_procent", "deel_bij_slechtste_tiende", "deel_bekend"]
                + outcome.themes.map { "score_" + $0.indicator.key })
        for row in outcome.rows {
            table.row(
                [
                    .text(row.area.code.description), .text(row.area.name), .optional(row.score), .optional(row.place.map { Double($0.nominalRank) }),
                    .optional(row.place.map { Double($0.range.lowerBound) }), .optional(row.place.map { Double($0.range.upperBound) }),
                    .optional(row.place?.worstShare), .number(row.known),
                ] + row.parts.map { .number($0) })
        }
        return table.bytes
    }

    /// The set-up as the command reads it. Keys are our own and hold nothing that YAML would take for more than a word.
    private static func config(_ outcome: IndexOutcome, _ question: IndexQuestion) -> String {
        var lines = ["normalisation: min-max", "scale: [0, 100]", "aggregation: arithmetic", "worst: lowest", "indicators:"]
        for (theme, column) in zip(outcome.themes, outcome.input.columns) {
            let key = theme.indicator.key
            lines += ["  - column: \(key)", "    direction: \(theme.isHighGood ? "up" : "down")"]
            lines.append("    weight: \(AnalysisFigures.digits(question.weight(of: theme.indicator)))")
            guard column.hasMargins else { continue }
            lines += ["    lower: \(AnalysisInput.lower(key))", "    upper: \(AnalysisInput.upper(key))"]
            lines.append("    draw: \(column.draw == .evenly ? "evenly" : "normally")")
        }
        lines += ["uncertainty:", "  normalisations: [min-max, z-score, rank]", "  aggregations: [arithmetic, geometric]"]
        lines += ["  weights: 0.25", "  drop: true", "  inputs: true"]
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The outcome for programs.
struct IndexDocument: Encodable {
    struct ThemeItem: Encodable {
        let sleutel: String
        let naam: String
        let periode: String
        let gewicht: Double
        @ExplicitNull var werkelijkGewicht: Double?
        let goed: String
    }

    struct AreaItem: Encodable {
        let code: String
        let naam: String
        @ExplicitNull var score: Double?
        @ExplicitNull var plaats: Int?
        @ExplicitNull var plaatsMidden: Double?
        /// 5 and 95 % of the runs.
        @ExplicitNull var plaatsen: [Int]?
        @ExplicitNull var deelBijSlechtsteTiende: Double?
        let deelBekend: Double
    }

    struct OverlapItem: Encodable {
        let eerste: String
        let tweede: String
        let samenhang: Double
    }

    let rondes: Int
    let gemiddeldeVerschuiving: Double
    let cijfers: [ThemeItem]
    let dubbel: [OverlapItem]
    let gebieden: [AreaItem]

    init(_ outcome: IndexOutcome) {
        (rondes, gemiddeldeVerschuiving) = (outcome.uncertainty.runs, outcome.uncertainty.meanShift)
        cijfers = outcome.themes.map { theme in
            ThemeItem(
                sleutel: theme.indicator.key, naam: theme.indicator.name.nl, periode: theme.period.description, gewicht: theme.weight,
                werkelijkGewicht: theme.effect.isFinite ? theme.effect : nil, goed: theme.isHighGood ? "hoog" : "laag")
        }
        dubbel = outcome.overlaps.map { overlap in
            OverlapItem(
                eerste: outcome.themes[overlap.first].indicator.key, tweede: outcome.themes[overlap.second].indicator.key, samenhang: overlap.correlation)
        }
        gebieden = outcome.rows.map { row in
            AreaItem(
                code: row.area.code.description, naam: row.area.name, score: row.score, plaats: row.place?.nominalRank,
                plaatsMidden: row.place?.medianRank, plaatsen: row.place.map { [$0.range.lowerBound, $0.range.upperBound] },
                deelBijSlechtsteTiende: row.place?.worstShare, deelBekend: row.known)
        }
    }
}
