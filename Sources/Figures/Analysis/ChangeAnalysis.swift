import Areas
import Core
import HTML
import Measures
import Web

/// What changed between two periods, and whether that can be said.
struct ChangeAnalysis: Analysis {
    func complete(_ question: ChangeQuestion, _ scene: AnalysisScene, form: inout Form) -> ChangeQuestion {
        question.complete(scene, form: &form)
    }

    func outcome(_ question: ChangeQuestion, _ scene: AnalysisScene, execution: Execution) throws(Cancelled) -> ChangeOutcome? {
        ChangeOutcome(question, scene)
    }

    func choices(_ question: ChangeQuestion, _ scene: AnalysisScene, form: Form) -> FigureFields {
        FigureFields(
            question.figure, offered: ChangeQuestion.offered(scene),
            periods: [("van", FiguresWords.both(\.changeFrom)), ("tot", FiguresWords.both(\.changeTo))], scene: scene, form: form)
    }

    func content(_ outcome: ChangeOutcome, _ question: ChangeQuestion, _ scene: AnalysisScene) -> ChangePanel {
        ChangePanel(outcome: outcome, scene: scene)
    }

    func interpretation(_ outcome: ChangeOutcome?, _ question: ChangeQuestion, _ scene: AnalysisScene) -> Interpretation {
        ChangeWords.interpretation(outcome)
    }

    func sources(_ outcome: ChangeOutcome) -> [Edition] { outcome.table?.editions ?? [] }

    /// No command where the two periods cannot be compared.
    func recipe(_ question: ChangeQuestion, _ scene: AnalysisScene) -> AnalysisRecipe {
        guard let indicator = question.figure.flatMap(Catalogue.indicator), let from = question.from, let to = question.to,
            indicator.breaks(between: from, and: to).isEmpty
        else { return AnalysisRecipe() }
        return AnalysisRecipe(arguments: [
            "change", "--values", AnalysisFile.input.rawValue, "--id", "code", "--before", "begin", "--after", "eind", "--before-lower",
            AnalysisInput.lower("begin"), "--before-upper", AnalysisInput.upper("begin"), "--after-lower", AnalysisInput.lower("eind"), "--after-upper",
            AnalysisInput.upper("eind"), "--basis-column", "grond", "--json",
        ])
    }

    func file(_ file: AnalysisFile, _ outcome: ChangeOutcome, _ question: ChangeQuestion, _ scene: AnalysisScene) throws -> [UInt8]? {
        switch file {
        case .result: Self.table(outcome)
        case .document: try AnalysisDocument(self, outcome, question, scene, outcome: ChangeDocument(outcome)).json()
        case .input: Self.input(outcome)
        case .cutoffs, .index, .weights, .country: nil
        }
    }

    private static func table(_ outcome: ChangeOutcome) -> [UInt8] {
        var table = CSVTable(["code", "naam", "begin", "eind", "verschil", "ondergrens", "bovengrens", "p", "antwoord", "terug_naar_het_midden"])
        for row in outcome.table?.rows ?? [] {
            table.row([
                .text(row.area.code.description), .text(row.area.name), .optional(row.before.value), .optional(row.after.value),
                .optional(row.difference), .optional(row.interval?.lowerBound), .optional(row.interval?.upperBound), .optional(row.p),
                .text(ChangeDocument.name(row.finding)), .optional(row.expected),
            ])
        }
        return table.bytes
    }

    /// The figures with the limits their difference was made from: those of chance at the counts, or those of the source.
    private static func input(_ outcome: ChangeOutcome) -> [UInt8] {
        var table = CSVTable(
            ["code", "naam"] + ["begin", "eind"].flatMap { [$0, AnalysisInput.lower($0), AnalysisInput.upper($0)] } + ["grond"])
        for row in outcome.table?.rows ?? [] {
            let change = row.change
            table.row([
                .text(row.area.code.description), .text(row.area.name), .optional(change?.before ?? row.before.value),
                .optional(change?.beforeMargin?.lowerBound), .optional(change?.beforeMargin?.upperBound), .optional(change?.after ?? row.after.value),
                .optional(change?.afterMargin?.lowerBound), .optional(change?.afterMargin?.upperBound), .optional(change?.basis.rawValue),
            ])
        }
        return table.bytes
    }
}

/// The outcome for programs; keys are Dutch, as in the other downloads.
struct ChangeDocument: Encodable {
    struct AreaItem: Encodable {
        let code: String
        let naam: String
        let begin: Double?
        let eind: Double?
        let verschil: Double?
        let interval: [Double]?
        let p: Double?
        let antwoord: String
        let terugNaarHetMidden: Double?
    }

    struct OtherItem: Encodable {
        let cijfer: String
        let van: String
        let tot: String
        let omhoog: Int
        let omlaag: Int
        let nietDuidelijk: Int
        let nietTeZeggen: Int
    }

    let cijfer: String
    let van: String
    let tot: String
    let breuken: [String]
    let samenhang: Double?
    let gebieden: [AreaItem]
    let andereCijfers: [OtherItem]

    init(_ outcome: ChangeOutcome) {
        (cijfer, van, tot) = (outcome.indicator.key, outcome.from.description, outcome.to.description)
        breuken = outcome.breaks.map { "\($0.year): \($0.reason.nl)" }
        samenhang = outcome.table?.regression?.correlation
        gebieden = (outcome.table?.rows ?? []).map { row in
            AreaItem(
                code: row.area.code.description, naam: row.area.name, begin: row.before.value, eind: row.after.value, verschil: row.difference,
                interval: row.interval.map { [$0.lowerBound, $0.upperBound] }, p: row.p, antwoord: Self.name(row.finding),
                terugNaarHetMidden: row.expected)
        }
        andereCijfers = outcome.others.map { other in
            OtherItem(
                cijfer: other.indicator.key, van: other.from.description, tot: other.to.description, omhoog: other.up, omlaag: other.down,
                nietDuidelijk: other.unclear, nietTeZeggen: other.cannotSay)
        }
    }

    static func name(_ finding: ChangeTable.Finding) -> String {
        switch finding {
        case .up: "omhoog"
        case .down: "omlaag"
        case .upAlone: "omhoog zonder correctie"
        case .downAlone: "omlaag zonder correctie"
        case .unclear: "niet duidelijk"
        case .cannotSay: "niet te zeggen"
        case .missing: "niet te vergelijken"
        }
    }
}
