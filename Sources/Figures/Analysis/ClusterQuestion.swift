import Areas
import Core
import Measures
import Web

/// Which figure is looked at for clusters, and how.
struct ClusterQuestion: AnalysisQuestion {
    enum Method: String, Sendable, Hashable, CaseIterable {
        /// Is an area like its neighbours, or just not?
        case moran = "lokale-moran"
        /// Are an area and its neighbours high or low together?
        case giStar = "gi-ster"
    }

    enum Values: String, Sendable, Hashable, CaseIterable {
        /// Rates with the effect of their size taken out, where there is a count and a whole.
        case standardised = "gestandaardiseerd"
        /// As published.
        case published = "gepubliceerd"
    }

    var figure: String?
    var period: Period?
    var method: Method?
    var values: Values?
    /// How often values are dealt out anew; nil for ``usualRuns``.
    var runs: Int?
    /// Nil for ``usualSeed``.
    var seed: UInt64?
    /// Percent of the clusters found that may be false; nil for 5.
    var level: Int?

    static let kind = AnalysisKind.clusters
    static let runChoices = 99...99_999
    /// With 999 the smallest p-value is 0.002: over more than 25 areas the correction could leave nothing at all.
    static let usualRuns = 9_999
    static let usualSeed: UInt64 = 1
    static let levels = 1...20
    static let usualLevel = 5

    init(
        figure: String? = nil, period: Period? = nil, method: Method? = nil, values: Values? = nil, runs: Int? = nil, seed: UInt64? = nil, level: Int? = nil
    ) {
        (self.figure, self.period, self.method, self.values) = (figure, period, method, values)
        (self.runs, self.seed, self.level) = (runs, seed, level)
    }

    init(_ form: inout Form) {
        figure = FigureQuestion.figure(&form)
        period = FigureQuestion.period("periode", &form)
        method = form.choice("methode", of: Method.self, otherwise: FigureQuestion.noChoice)
        values = form.choice("waarden", of: Values.self, otherwise: FigureQuestion.noChoice)
        runs = form.whole("trekkingen", Self.runChoices, otherwise: AnalysisFaults.whole(Self.runChoices))
        seed = form.value("startgetal", as: UInt64.self, otherwise: FigureQuestion.noSeed)
        level = form.whole("fout", Self.levels, otherwise: AnalysisFaults.whole(Self.levels))
    }

    var items: [PageAddress.Item] {
        [
            ("cijfer", figure), ("periode", period?.description), ("methode", method?.rawValue), ("waarden", values?.rawValue),
            ("trekkingen", runs.map(String.init)), ("startgetal", seed.map(String.init)), ("fout", level.map(String.init)),
        ].compactMap { name, value in value.map { PageAddress.Item(name, $0) } }
    }

    var permutations: Permutations { Permutations(runs: runs ?? Self.usualRuns, seed: seed ?? Self.usualSeed) }
    var share: Double { Double(level ?? Self.usualLevel) / 100 }
}

/// What questions about one figure have in common.
enum FigureQuestion {
    static let noChoice = Localized(nl: "Kies een van de antwoorden in de lijst", en: "Choose one of the answers in the list")
    static let noSeed = Localized(nl: "Vul een heel getal in, bijvoorbeeld 1", en: "Fill in a whole number, for example 1")

    static func figure(_ form: inout Form, name: String = "cijfer") -> String? {
        guard let words = form[name], !words.isEmpty else { return nil }
        guard Catalogue.indicator(words) != nil else {
            form.fail(name, AnalysisFaults.unknownFigure(words))
            return nil
        }
        return words
    }

    static func period(_ name: String, _ form: inout Form) -> Period? {
        form.value(name, as: Period.self, otherwise: MapForm.noPeriod)
    }

    /// The figure asked for, or the first that is preferred or else usual; says in the form what these areas do not have.
    static func complete(_ key: String?, offered: [Indicator], preferred: [String], _ scene: AnalysisScene, form: inout Form) -> String? {
        guard let key else {
            return preferred.first { wanted in offered.contains { $0.key == wanted } } ?? FigureChoices.usual(offered).first?.key
        }
        if !offered.contains(where: { $0.key == key }), let indicator = Catalogue.indicator(key) {
            form.fail("cijfer", AnalysisFaults.notHere(indicator, scene.level))
        }
        return key
    }

    /// Those that areas of the level have.
    static func delivered(_ scene: AnalysisScene, where isWanted: (Indicator) -> Bool) -> [Indicator] {
        scene.book.indicators.filter { indicator in
            isWanted(indicator) && scene.book.columns(of: indicator.key).contains { $0.isDelivered(for: scene.level) }
        }
    }

    /// Periods for which any area of the level has the figure, newest first.
    static func periods(_ key: String, _ scene: AnalysisScene) -> [Period] {
        Set(scene.book.columns(of: key).filter { $0.isDelivered(for: scene.level) }.map(\.period)).sorted(by: >)
    }
}

extension ClusterQuestion {
    /// Of numbers of people large areas would make the clusters; of classes there is no mean.
    static func offered(_ scene: AnalysisScene) -> [Indicator] {
        FigureQuestion.delivered(scene) { $0.kind != .count && $0.kind != .grade && $0.sensitivity != .excludedFromIndices }
    }

    /// With everything that was left open, so that its address says it all.
    func complete(_ scene: AnalysisScene, form: inout Form) -> ClusterQuestion {
        var question = self
        question.figure = FigureQuestion.complete(figure, offered: Self.offered(scene), preferred: [], scene, form: &form)
        if let key = question.figure {
            let periods = FigureQuestion.periods(key, scene)
            if let period, !periods.contains(period), form.errors.isEmpty { form.fail("periode", MapForm.noPeriod) }
            question.period = period ?? periods.first
        }
        question.method = method ?? .moran
        question.values = values ?? .standardised
        question.runs = runs ?? Self.usualRuns
        question.seed = seed ?? Self.usualSeed
        question.level = level ?? Self.usualLevel
        return question
    }
}
