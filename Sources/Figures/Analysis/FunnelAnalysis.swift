import Areas
import Core
import HTML
import Measures
import Web

/// A funnel plot: which differences between areas are larger than chance.
struct FunnelAnalysis: Analysis {
    func complete(_ question: FunnelQuestion, _ scene: AnalysisScene, form: inout Form) -> FunnelQuestion {
        question.complete(scene, form: &form)
    }

    func outcome(_ question: FunnelQuestion, _ scene: AnalysisScene, execution: Execution) throws(Cancelled) -> FunnelOutcome? {
        FunnelOutcome(question, scene)
    }

    func choices(_ question: FunnelQuestion, _ scene: AnalysisScene, form: Form) -> FunnelFields {
        FunnelFields(question: question, scene: scene, form: form)
    }

    func content(_ outcome: FunnelOutcome, _ question: FunnelQuestion, _ scene: AnalysisScene) -> FunnelPanel {
        FunnelPanel(outcome: outcome, question: question, scene: scene)
    }

    func interpretation(_ outcome: FunnelOutcome?, _ question: FunnelQuestion, _ scene: AnalysisScene) -> Interpretation {
        FunnelWords.interpretation(outcome, question)
    }

    func sources(_ outcome: FunnelOutcome) -> [Edition] { outcome.counted.editions }

    func recipe(_ question: FunnelQuestion, _ scene: AnalysisScene) -> AnalysisRecipe {
        guard let (part, whole, kind) = question.figure.flatMap(Catalogue.indicator).flatMap(CountedFigure.parts) else { return AnalysisRecipe() }
        let correction =
            switch question.correction ?? .multiplicative {
            case .multiplicative: "multiplicative"
            case .additive: "additive"
            case .none: "none"
            }
        return AnalysisRecipe(arguments: [
            "funnel", "--values", AnalysisFile.input.rawValue, "--id", "code", "--events", part.key, "--population", whole.key, "--kind",
            kind == .proportion ? "proportion" : "rate", "--correction", correction, "--per", AnalysisFigures.digits(kind.factor), "--json",
        ])
    }

    func file(_ file: AnalysisFile, _ outcome: FunnelOutcome, _ question: FunnelQuestion, _ scene: AnalysisScene) throws -> [UInt8]? {
        switch file {
        case .result: Self.table(outcome)
        case .document: try AnalysisDocument(self, outcome, question, scene, outcome: FunnelDocument(outcome)).json()
        case .input: Self.input(outcome)
        case .cutoffs, .index, .weights, .country: nil
        }
    }

    private static func table(_ outcome: FunnelOutcome) -> [UInt8] {
        var table = CSVTable([
            "code", "naam", "waarde", "aantal", "geheel", "z", "z_na_correctie", "grens_95_onder", "grens_95_boven", "grens_998_onder",
            "grens_998_boven", "antwoord",
        ])
        let factor = outcome.counted.factor
        for row in outcome.rows {
            table.row([
                .text(row.area.code.description), .text(row.area.name), .optional(row.place.map { $0.value * factor }), .optional(row.count),
                .optional(row.whole), .optional(row.place?.z), .optional(row.place?.correctedZ), .optional(row.place.map { $0.limits95.lowerBound * factor }),
                .optional(row.place.map { $0.limits95.upperBound * factor }), .optional(row.place.map { $0.limits998.lowerBound * factor }),
                .optional(row.place.map { $0.limits998.upperBound * factor }), .text(FunnelDocument.name(row.status)),
            ])
        }
        return table.bytes
    }

    private static func input(_ outcome: FunnelOutcome) -> [UInt8] {
        var table = CSVTable(["code", "naam", outcome.counted.part.key, outcome.counted.whole.key])
        // In the order of the sums that were made of them, so that these come out the same to the last digit.
        for row in outcome.rows.sorted(by: { $0.area.code < $1.area.code }) {
            table.row([.text(row.area.code.description), .text(row.area.name), .optional(row.count), .optional(row.whole)])
        }
        return table.bytes
    }
}

/// The outcome for programs; keys are Dutch, as in the other downloads.
struct FunnelDocument: Encodable {
    struct AreaItem: Encodable {
        let code: String
        let naam: String
        let aantal: Double?
        let geheel: Double?
        let waarde: Double?
        let z: Double?
        let zNaCorrectie: Double?
        let grens95: [Double]?
        let grens998: [Double]?
        let antwoord: String
    }

    let cijfer: String
    let periode: String
    let teller: String
    let noemer: String
    let factor: Double
    let doel: Double
    let phi: Double
    let tau2: Double
    let gebieden: [AreaItem]

    init(_ outcome: FunnelOutcome) {
        let counted = outcome.counted, factor = counted.factor
        (cijfer, periode, teller, noemer) = (counted.indicator.key, counted.period.description, counted.part.key, counted.whole.key)
        self.factor = factor
        doel = outcome.plot.target * factor
        phi = outcome.plot.overdispersion.winsorised
        tau2 = outcome.plot.overdispersion.variance
        gebieden = outcome.rows.map { row in
            AreaItem(
                code: row.area.code.description, naam: row.area.name, aantal: row.count, geheel: row.whole, waarde: row.place.map { $0.value * factor },
                z: row.place?.z, zNaCorrectie: row.place?.correctedZ,
                grens95: row.place.map { [$0.limits95.lowerBound * factor, $0.limits95.upperBound * factor] },
                grens998: row.place.map { [$0.limits998.lowerBound * factor, $0.limits998.upperBound * factor] }, antwoord: Self.name(row.status))
        }
    }

    static func name(_ status: FunnelPlot.Status) -> String {
        switch status {
        case .farAbove: "ver boven"
        case .above: "boven"
        case .within: "binnen"
        case .below: "onder"
        case .farBelow: "ver onder"
        case .unknown: "onbekend"
        }
    }
}
