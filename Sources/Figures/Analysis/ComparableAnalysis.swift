import Areas
import Core
import HTML
import Measures
import Web

/// Areas in the whole country that are made up like one area.
struct ComparableAnalysis: Analysis {
    /// About 3 MB each for all neighbourhoods of the country. Nil where the traits cannot be compared.
    private let grounds = Kept<ComparableGround.Key, ComparableGround?>(most: 12)

    func complete(_ question: ComparableQuestion, _ scene: AnalysisScene, form: inout Form) -> ComparableQuestion {
        question.complete(scene, form: &form)
    }

    private func key(_ question: ComparableQuestion, _ scene: AnalysisScene) -> ComparableGround.Key? {
        guard let level = question.area?.level else { return nil }
        return ComparableGround.Key(
            year: scene.area.year, level: level, traits: question.traits, distance: question.distance ?? .euclid, editions: scene.book.editions.map(\.id),
            gazetteer: scene.gazetteer.identity)
    }

    /// Standardising the neighbourhoods of a country and finding how far the nearest usually are takes seconds, once.
    func isLong(_ question: ComparableQuestion, _ scene: AnalysisScene) -> Bool {
        key(question, scene).map { $0.level > .municipality && grounds.known($0) == nil } ?? false
    }

    func outcome(_ question: ComparableQuestion, _ scene: AnalysisScene, execution: Execution) throws(Cancelled) -> ComparableOutcome? {
        guard let key = key(question, scene) else { return nil }
        let ground: ComparableGround?
        if let known = grounds.known(key) {
            ground = known
        } else {
            let made = try ComparableGround(key, map: scene.map, book: scene.book, gazetteer: scene.gazetteer, execution: execution)
            ground = grounds.keep(made, for: key)
        }
        return ground.flatMap { ComparableOutcome(question, scene, ground: $0) }
    }

    func choices(_ question: ComparableQuestion, _ scene: AnalysisScene, form: Form) -> ComparableFields {
        ComparableFields(question: question, scene: scene, form: form)
    }

    func content(_ outcome: ComparableOutcome, _ question: ComparableQuestion, _ scene: AnalysisScene) -> ComparablePanel {
        ComparablePanel(outcome: outcome, question: question, scene: scene)
    }

    func interpretation(_ outcome: ComparableOutcome?, _ question: ComparableQuestion, _ scene: AnalysisScene) -> Interpretation {
        ComparableWords.interpretation(outcome, question)
    }

    func sources(_ outcome: ComparableOutcome) -> [Edition] { outcome.editions }

    /// The command compares with all areas; it leaves none out.
    func recipe(_ question: ComparableQuestion, _ scene: AnalysisScene) -> AnalysisRecipe {
        guard !question.isElsewhere, let area = question.area else { return AnalysisRecipe() }
        return AnalysisRecipe(arguments: [
            "nearest", "--values", AnalysisFile.input.rawValue, "--id", "code", "--area", area.description, "--columns", question.traits.joined(separator: ","),
            "--distance", question.distance == .mahalanobis ? "mahalanobis" : "euclid-mean", "--k", String(ComparableQuestion.wanted), "--json",
        ])
    }

    func file(_ file: AnalysisFile, _ outcome: ComparableOutcome, _ question: ComparableQuestion, _ scene: AnalysisScene) throws -> [UInt8]? {
        switch file {
        case .result: Self.table(outcome)
        case .document: try AnalysisDocument(self, outcome, question, scene, outcome: ComparableDocument(outcome)).json()
        case .input: Self.input(outcome.ground)
        case .cutoffs, .index, .weights, .country: nil
        }
    }

    private static func table(_ outcome: ComparableOutcome) -> [UInt8] {
        var table = CSVTable(
            ["plaats", "code", "naam", "gemeente", "afstand", "afstand_0_1"] + outcome.ground.traits.map(\.indicator.key)
                + (outcome.outcome.map { [$0.indicator.key] } ?? []))
        func values(_ code: AreaCode) -> [CSVTable.Field] {
            outcome.ground.places[code].map { place in outcome.ground.traits.map { .number($0.values[place]) } } ?? []
        }
        table.row(
            [.whole(0), .text(outcome.area.code.description), .text(outcome.area.name), .empty, .whole(0), .whole(0)] + values(outcome.area.code)
                + (outcome.outcome.map { [.optional($0.own?.value)] } ?? []))
        for (index, row) in outcome.rows.enumerated() {
            table.row(
                [
                    .whole(index + 1), .text(row.area.code.description), .text(row.area.name), .optional(row.municipality?.name), .number(row.distance),
                    .number(row.rebased),
                ] + values(row.area.code) + (outcome.outcome == nil ? [] : [.optional(row.outcome?.value)]))
        }
        return table.bytes
    }

    /// All areas of the country, as they are compared: figures, or their logarithms.
    private static func input(_ ground: ComparableGround) -> [UInt8] {
        var table = CSVTable(["code", "naam"] + ground.traits.map(\.indicator.key))
        for (index, area) in ground.areas.enumerated() {
            table.row([.text(area.code.description), .text(area.name)] + ground.traits.map { .number($0.transformed[index]) })
        }
        return table.bytes
    }
}

/// The outcome for programs; keys are Dutch, as in the other downloads.
struct ComparableDocument: Encodable {
    struct DifferenceItem: Encodable {
        let kenmerk: String
        let hier: Double
        let daar: Double
    }

    struct AreaItem: Encodable {
        let code: String
        let naam: String
        let gemeente: String?
        let afstand: Double
        let afstand01: Double
        let isEchteVergelijking: Bool?
        let verschillen: [DifferenceItem]
        let cijfer: Double?
    }

    let code: String
    let naam: String
    let kenmerken: [String]
    let vergelekenMet: Int
    let grens: Double?
    let isEchteVergelijking: Bool?
    let cijferHier: Double?
    let gebieden: [AreaItem]

    init(_ outcome: ComparableOutcome) {
        (code, naam) = (outcome.area.code.description, outcome.area.name)
        kenmerken = outcome.ground.traits.map(\.indicator.key)
        (vergelekenMet, grens, isEchteVergelijking) = (outcome.used, outcome.ground.limit, outcome.isReal)
        cijferHier = outcome.outcome?.own?.value
        gebieden = outcome.rows.map { row in
            AreaItem(
                code: row.area.code.description, naam: row.area.name, gemeente: row.municipality?.name, afstand: row.distance, afstand01: row.rebased,
                isEchteVergelijking: row.isReal,
                verschillen: row.differences.map { DifferenceItem(kenmerk: $0.indicator.key, hier: $0.own, daar: $0.other) },
                cijfer: row.outcome?.value)
        }
    }
}
