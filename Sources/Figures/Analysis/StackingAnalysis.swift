import Areas
import Core
import HTML
import Measures
import Web

/// Stacking of problems in areas: counting by Alkire and Foster, with the chance that follows from the margins of the figures.
struct StackingAnalysis: Analysis {
    func complete(_ question: StackingQuestion, _ scene: AnalysisScene, form: inout Form) -> StackingQuestion {
        question.complete(scene, form: &form)
    }

    func outcome(_ question: StackingQuestion, _ scene: AnalysisScene, execution: Execution) throws(Cancelled) -> StackingOutcome? {
        StackingOutcome(question, scene)
    }

    func choices(_ question: StackingQuestion, _ scene: AnalysisScene, form: Form) -> StackingFields {
        StackingFields(question: question, offered: AnalysisFigures.offered(scene), form: form, language: scene.language)
    }

    func content(_ outcome: StackingOutcome, _ question: StackingQuestion, _ scene: AnalysisScene) -> StackingPanel {
        StackingPanel(outcome: outcome, question: question, scene: scene)
    }

    func interpretation(_ outcome: StackingOutcome?, _ question: StackingQuestion, _ scene: AnalysisScene) -> Interpretation {
        StackingWords.interpretation(question)
    }

    func sources(_ outcome: StackingOutcome) -> [Edition] { outcome.input.editions }

    func recipe(_ question: StackingQuestion, _ scene: AnalysisScene) -> AnalysisRecipe {
        AnalysisRecipe(
            further: [.cutoffs],
            arguments: [
                "stacking", "--values", AnalysisFile.input.rawValue, "--id", "code", "--cutoffs", AnalysisFile.cutoffs.rawValue, "--k",
                String(question.least ?? 1), "--json",
            ])
    }

    func file(_ file: AnalysisFile, _ outcome: StackingOutcome, _ question: StackingQuestion, _ scene: AnalysisScene) throws -> [UInt8]? {
        switch file {
        case .result: Self.table(outcome)
        case .document: try AnalysisDocument(self, outcome, question, scene, outcome: StackingDocument(outcome)).json()
        case .input: outcome.input.table
        case .cutoffs: Self.cutoffs(outcome)
        case .index, .weights, .country: nil
        }
    }

    private static func table(_ outcome: StackingOutcome) -> [UInt8] {
        var table = CSVTable(
            ["code", "naam", "inwoners", "antwoord", "kans", "kans_laagst", "kans_hoogst", "voorbij_de_grens", "bekend"]
                + outcome.themes.map { "kans_" + $0.indicator.key })
        for row in outcome.rows {
            table.row(
                [
                    .text(row.area.code.description), .text(row.area.name), .optional(row.residents), .text(StackingDocument.name(row.probability.label)),
                    .number(row.probability.chance), .number(row.probability.lowest), .number(row.probability.highest), .whole(row.count),
                    .whole(row.known),
                ] + row.chances.map { .number($0) })
        }
        return table.bytes
    }

    /// Per figure: the column, the cut-off, and on which side the problem lies.
    private static func cutoffs(_ outcome: StackingOutcome) -> [UInt8] {
        var table = CSVTable(["column", "cutoff", "direction", "weight"])
        for theme in outcome.themes {
            table.row([
                .text(theme.indicator.key), .number(theme.cutoff.cutoff), .text(theme.cutoff.problemIsAbove ? "above" : "below"), .whole(1),
            ])
        }
        return table.bytes
    }
}

/// The outcome for programs; keys are Dutch, as in the other downloads.
struct StackingDocument: Encodable {
    struct ThemeItem: Encodable {
        let sleutel: String
        let naam: String
        let periode: String
        let grens: Double
        let kant: String
        let eigenGrens: Bool
        let gebiedenVoorbij: Int
        let gebiedenBekend: Int
        let aandeelInM0: Double
    }

    struct AreaItem: Encodable {
        let code: String
        let naam: String
        @ExplicitNull var inwoners: Double?
        let antwoord: String
        @ExplicitNull var kans: Double?
        let kansLaagst: Double
        let kansHoogst: Double
        let voorbijDeGrens: Int
        let bekend: Int
        let kansen: [String: Double]
    }

    let vanaf: Int
    let H: Double
    let A: Double
    let M0: Double
    let M0Laagst: Double
    let M0Hoogst: Double
    let cijfers: [ThemeItem]
    let gebieden: [AreaItem]

    init(_ outcome: StackingOutcome) {
        let total = outcome.total
        (vanaf, H, A, M0) = (outcome.least, total.headcount, total.intensity, total.adjusted)
        (M0Laagst, M0Hoogst) = (total.lowestAdjusted, total.highestAdjusted)
        cijfers = outcome.themes.map { theme in
            ThemeItem(
                sleutel: theme.indicator.key, naam: theme.indicator.name.nl, periode: theme.period.description, grens: theme.cutoff.cutoff,
                kant: theme.cutoff.problemIsAbove ? "hoger" : "lager", eigenGrens: theme.isOwn, gebiedenVoorbij: theme.beyond,
                gebiedenBekend: theme.known, aandeelInM0: theme.contribution)
        }
        gebieden = outcome.rows.map { row in
            AreaItem(
                code: row.area.code.description, naam: row.area.name, inwoners: row.residents, antwoord: Self.name(row.probability.label),
                kans: row.probability.chance.isNaN ? nil : row.probability.chance, kansLaagst: row.probability.lowest,
                kansHoogst: row.probability.highest, voorbijDeGrens: row.count, bekend: row.known,
                kansen: Dictionary(
                    zip(outcome.themes.map(\.indicator.key), row.chances).filter { !$1.isNaN }.map { ($0, $1) }, uniquingKeysWith: { first, _ in first }))
        }
    }

    static func name(_ label: StackingProbability.Label) -> String {
        switch label {
        case .clearly: "duidelijk"
        case .possibly: "misschien"
        case .not: "niet"
        case .unknown: "onbekend"
        }
    }
}
