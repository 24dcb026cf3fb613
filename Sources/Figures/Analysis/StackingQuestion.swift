import Areas
import Core
import Measures
import Web

/// Which problems count, from where they count, and how many make a stack.
struct StackingQuestion: AnalysisQuestion {
    /// Keys of the figures; empty for the usual ones.
    var figures: [String] = []
    /// Beyond the cut-off is the worst so many percent of the country; nil for a fifth.
    var share: Int?
    /// Own cut-offs by key, in the unit a reader sees.
    var cutoffs: [String: Double] = [:]
    /// Stacked from this many problems; nil for half of them.
    var least: Int?

    static let kind = AnalysisKind.stacking
    static let counts = 2...20
    static let shares = 1...50
    static let usualShare = 20

    init(figures: [String] = [], share: Int? = nil, cutoffs: [String: Double] = [:], least: Int? = nil) {
        (self.figures, self.share, self.cutoffs, self.least) = (figures, share, cutoffs, least)
    }

    init(_ form: inout Form) {
        figures = AnalysisFigures.keys("cijfer", &form)
        share = form.whole("deel", Self.shares, otherwise: AnalysisFaults.whole(Self.shares))
        least = form.whole("vanaf", 1...Self.counts.upperBound, otherwise: AnalysisFaults.whole(1...Self.counts.upperBound))
        for indicator in figures.compactMap(Catalogue.indicator) {
            let bounds = indicator.possible.lowerBound * indicator.unit.factor...indicator.possible.upperBound * indicator.unit.factor
            cutoffs[indicator.key] = AnalysisFigures.number(
                Self.field(indicator.key), within: bounds, &form, otherwise: AnalysisFaults.number(indicator))
        }
    }

    var items: [PageAddress.Item] {
        figures.map { .init("cijfer", $0) } + (share.map { [.init("deel", String($0))] } ?? [])
            + figures.compactMap { key in cutoffs[key].map { .init(Self.field(key), AnalysisFigures.digits($0)) } }
            + (least.map { [.init("vanaf", String($0))] } ?? [])
    }

    /// The name of the field for an own cut-off.
    static func field(_ key: String) -> String { "grens-" + key }

    /// One figure for each part of life, so that no part counts double; where a source is missing, the next one of its group.
    static let usual: [[String]] = [
        ["huishoudens-laag-inkomen", "sociaal-minimum", "personen-laagste-inkomens", "aandeel-bijstand"],
        ["moeite-met-rondkomen", "aandeel-ww"],
        ["goed-ervaren-gezondheid", "langdurige-aandoening"],
        ["hoog-risico-angst-depressie", "veel-stress"],
        ["ernstig-eenzaam", "eenzaam", "leefbaarometer-sociale-samenhang"],
        ["misdrijven-per-1000", "leefbaarometer-overlast-onveiligheid"],
        ["geluidhinder-buren", "leefbaarometer-fysieke-omgeving"],
        ["leefbaarometer-woningvoorraad"],
    ]
}

extension StackingQuestion {
    /// With everything that was left open, so that its address says it all.
    func complete(_ scene: AnalysisScene, form: inout Form) -> StackingQuestion {
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
        question.share = question.share ?? Self.usualShare
        let count = max(1, question.figures.count)
        if let least = question.least, least > count, form.errors.isEmpty { form.fail("vanaf", AnalysisFaults.whole(1...count)) }
        question.least = question.least ?? (count + 1) / 2
        return question
    }
}
