import Areas
import Core
import Measures
import Web

/// For which area comparable ones are sought, and on which traits.
struct ComparableQuestion: AnalysisQuestion {
    enum Distance: String, Sendable, Hashable, CaseIterable {
        case euclid = "gewoon"
        /// Traits that hang together do not count double.
        case mahalanobis = "samenhang"

        var metric: ComparableAreas.Metric { self == .euclid ? .euclid : .mahalanobis }
    }

    /// Nil for the area of the page.
    var area: AreaCode?
    /// Keys; empty for the usual ones.
    var traits: [String] = []
    var distance: Distance?
    /// A figure to show beside the areas; never one of the traits.
    var outcome: String?
    /// Leave out areas of the same municipality.
    var isElsewhere = false

    static let kind = AnalysisKind.comparable
    static let counts = 3...30
    static let wanted = 10

    init(area: AreaCode? = nil, traits: [String] = [], distance: Distance? = nil, outcome: String? = nil, isElsewhere: Bool = false) {
        (self.area, self.traits, self.distance, self.outcome, self.isElsewhere) = (area, traits, distance, outcome, isElsewhere)
    }

    init(_ form: inout Form) {
        if let words = form["voor"], !words.isEmpty {
            area = AreaCode(words)
            if area == nil { form.fail("voor", AnalysisFaults.unknownArea(words)) }
        }
        for words in form.all("kenmerk") where !words.isEmpty && !traits.contains(words) {
            if let indicator = Catalogue.indicator(words), Self.isTrait(indicator) {
                traits.append(words)
            } else {
                form.fail("kenmerk", AnalysisFaults.unknownFigure(words))
            }
        }
        distance = form.choice("afstand", of: Distance.self, otherwise: FigureQuestion.noChoice)
        outcome = FigureQuestion.figure(&form)
        isElsewhere = form["elders"] == "ja"
    }

    var items: [PageAddress.Item] {
        (area.map { [.init("voor", $0.description)] } ?? []) + traits.map { .init("kenmerk", $0) }
            + (distance.map { [.init("afstand", $0.rawValue)] } ?? []) + (outcome.map { [.init("cijfer", $0)] } ?? [])
            + (isElsewhere ? [.init("elders", "ja")] : [])
    }

    /// How an area is made up: who lives there by age and household, dwellings, density, how far things are. No income, health or safety: those are
    /// what one wants to compare. Figures on origin are not in the catalogue at all.
    static func isTrait(_ indicator: Indicator) -> Bool {
        let isStructure = [Theme.population, .housing, .amenities].contains(indicator.theme)
        return isStructure && indicator.basis == .register && indicator.kind != .count && indicator.kind != .grade && indicator.kind != .index
            && indicator.sensitivity == .ordinary
    }

    /// Density, age, households, dwellings, distance.
    static let usual = [
        "adressendichtheid", "bevolkingsdichtheid", "aandeel-0-15", "aandeel-15-25", "aandeel-65-plus", "huishoudensgrootte",
        "aandeel-eenpersoonshuishoudens", "aandeel-huishoudens-met-kinderen", "eengezinswoningen", "koopwoningen", "corporatiewoningen",
        "bouwjaar-vanaf-2000", "afstand-supermarkt",
    ]

    static func offered(_ level: AreaLevel, _ book: FigureBook) -> [Indicator] {
        book.indicators.filter { indicator in isTrait(indicator) && book.columns(of: indicator.key).contains { $0.isDelivered(for: level) } }
    }

    /// The areas one can choose: that of the page, and those that are analysed.
    static func areas(_ scene: AnalysisScene) -> [Area] {
        let own = scene.area.level >= .municipality && !scene.areas.contains(scene.area) ? [scene.area] : []
        return own + scene.areas.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
    }

    static let outcomeIsTrait = Localized(
        nl: "Dit cijfer is ook een kenmerk. Haal het weg bij de kenmerken, want anders lijken gebieden vanzelf op elkaar",
        en: "This figure is also a trait. Leave it out of the traits, or areas will be alike by themselves")
    static let notOffered = Localized(nl: "Kies een gebied uit de lijst", en: "Choose an area from the list")

    func complete(_ scene: AnalysisScene, form: inout Form) -> ComparableQuestion {
        var question = self
        let areas = Self.areas(scene)
        if let area, !areas.contains(where: { $0.code == area }), form.errors.isEmpty { form.fail("voor", Self.notOffered) }
        question.area = area ?? areas.first { $0.code == scene.area.code }?.code ?? areas.first?.code
        guard let level = question.area?.level else { return question }
        let offered = Set(Self.offered(level, scene.book).map(\.key))
        if traits.isEmpty {
            question.traits = Self.usual.filter { offered.contains($0) && $0 != outcome }
        } else {
            for key in traits where !offered.contains(key) {
                if let indicator = Catalogue.indicator(key) { form.fail("kenmerk", AnalysisFaults.notHere(indicator, level)) }
            }
            if !Self.counts.contains(traits.count), form.errors.isEmpty { form.fail("kenmerk", AnalysisFaults.figureCount(Self.counts)) }
            if let outcome, traits.contains(outcome), form.errors.isEmpty { form.fail("cijfer", Self.outcomeIsTrait) }
        }
        question.distance = distance ?? .euclid
        return question
    }
}
