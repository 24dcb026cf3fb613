import Areas
import Core
import HTML
import Measures
import Web

/// Clusters on the map: local Moran or Gi*, with and without the correction for looking at many areas at once.
struct ClusterAnalysis: Analysis {
    var needsNeighbours: Bool { true }

    func complete(_ question: ClusterQuestion, _ scene: AnalysisScene, form: inout Form) -> ClusterQuestion {
        question.complete(scene, form: &form)
    }

    /// Areas times runs beyond which it may take half a second.
    private static let mostAtOnce = 3_000_000

    func isLong(_ question: ClusterQuestion, _ scene: AnalysisScene) -> Bool {
        scene.areas.count * question.permutations.runs > Self.mostAtOnce
    }

    func outcome(_ question: ClusterQuestion, _ scene: AnalysisScene, execution: Execution) throws(Cancelled) -> ClusterOutcome? {
        try ClusterOutcome(question, scene, execution: execution)
    }

    func choices(_ question: ClusterQuestion, _ scene: AnalysisScene, form: Form) -> ClusterFields {
        ClusterFields(question: question, scene: scene, form: form)
    }

    func content(_ outcome: ClusterOutcome, _ question: ClusterQuestion, _ scene: AnalysisScene) -> ClusterPanel {
        ClusterPanel(outcome: outcome, question: question, scene: scene)
    }

    func interpretation(_ outcome: ClusterOutcome?, _ question: ClusterQuestion, _ scene: AnalysisScene) -> Interpretation {
        ClusterWords.interpretation(outcome, question)
    }

    func sources(_ outcome: ClusterOutcome) -> [Edition] {
        outcome.counted?.editions ?? [outcome.values.edition]
    }

    func recipe(_ question: ClusterQuestion, _ scene: AnalysisScene) -> AnalysisRecipe {
        AnalysisRecipe(
            further: [.weights],
            arguments: [
                question.method == .giStar ? "gi-star" : "local-moran", "--values", AnalysisFile.input.rawValue, "--id", "code", "--column", "getoetst",
                "--weights", AnalysisFile.weights.rawValue, "--permutations", String(question.permutations.runs), "--seed",
                String(question.permutations.seed), "--fdr", AnalysisFigures.digits(question.share), "--json",
            ])
    }

    func file(_ file: AnalysisFile, _ outcome: ClusterOutcome, _ question: ClusterQuestion, _ scene: AnalysisScene) throws -> [UInt8]? {
        switch file {
        case .result: Self.table(outcome)
        case .document: try AnalysisDocument(self, outcome, question, scene, outcome: ClusterDocument(outcome)).json()
        case .input: Self.input(outcome)
        case .weights: AreaNetwork.file(outcome.weights, outcome.rows.map(\.area))
        case .cutoffs, .index, .country: nil
        }
    }

    private static func table(_ outcome: ClusterOutcome) -> [UInt8] {
        var table = CSVTable(["code", "naam", "waarde", "getoetst", "maat", "p", "q", "antwoord", "patroon"])
        for row in outcome.rows {
            table.row([
                .text(row.area.code.description), .text(row.area.name), .optional(row.item.value), .number(row.tested), .optional(row.statistic),
                .optional(row.p), .optional(row.q), .text(ClusterDocument.name(row.state)), .optional(row.state.pattern.map(ClusterDocument.name)),
            ])
        }
        return table.bytes
    }

    private static func input(_ outcome: ClusterOutcome) -> [UInt8] {
        var table = CSVTable(["code", "naam", outcome.indicator.key, "aantal", "geheel", "getoetst"])
        for (index, row) in outcome.rows.enumerated() {
            table.row([
                .text(row.area.code.description), .text(row.area.name), .optional(row.item.value), .number(outcome.counted?.counts[index] ?? .nan),
                .number(outcome.counted?.wholes[index] ?? .nan), .number(row.tested),
            ])
        }
        return table.bytes
    }
}

/// The outcome for programs; keys are Dutch, as in the other downloads.
struct ClusterDocument: Encodable {
    struct AreaItem: Encodable {
        let code: String
        let naam: String
        let waarde: Double?
        let getoetst: Double?
        let maat: Double?
        let p: Double?
        let q: Double?
        let antwoord: String
        let patroon: String?
    }

    let cijfer: String
    let periode: String
    let gestandaardiseerd: Bool
    let getoetsteGebieden: Int
    let moranI: Double?
    let moranVerwacht: Double?
    let moranP: Double?
    let gebieden: [AreaItem]

    init(_ outcome: ClusterOutcome) {
        (cijfer, periode) = (outcome.indicator.key, outcome.values.period.description)
        (gestandaardiseerd, getoetsteGebieden) = (outcome.counted != nil, outcome.family)
        moranI = outcome.global?.value
        moranVerwacht = outcome.global?.randomisation?.expected
        moranP = outcome.global?.permutation?.test.p
        gebieden = outcome.rows.map { row in
            AreaItem(
                code: row.area.code.description, naam: row.area.name, waarde: row.item.value, getoetst: row.tested.isFinite ? row.tested : nil,
                maat: row.statistic, p: row.p, q: row.q, antwoord: Self.name(row.state), patroon: row.state.pattern.map(Self.name))
        }
    }

    static func name(_ state: ClusterOutcome.State) -> String {
        switch state {
        case .certain: "na correctie"
        case .perhaps: "zonder correctie"
        case .none: "geen"
        case .noNeighbours: "geen buren"
        case .noFigure: "geen cijfer"
        }
    }

    static func name(_ pattern: ClusterOutcome.Pattern) -> String {
        switch pattern {
        case .highAmongHigh: "hoog tussen hoog"
        case .lowAmongLow: "laag tussen laag"
        case .highAmongLow: "hoog tussen laag"
        case .lowAmongHigh: "laag tussen hoog"
        }
    }
}
