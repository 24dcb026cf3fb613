import Areas
import Core
import Web

/// Which figure is compared between which two periods.
struct ChangeQuestion: AnalysisQuestion {
    var figure: String?
    var from: Period?
    var to: Period?

    static let kind = AnalysisKind.change

    init(figure: String? = nil, from: Period? = nil, to: Period? = nil) {
        (self.figure, self.from, self.to) = (figure, from, to)
    }

    init(_ form: inout Form) {
        figure = FigureQuestion.figure(&form)
        from = FigureQuestion.period("van", &form)
        to = FigureQuestion.period("tot", &form)
    }

    var items: [PageAddress.Item] {
        [("cijfer", figure), ("van", from?.description), ("tot", to?.description)].compactMap { name, value in value.map { PageAddress.Item(name, $0) } }
    }

    /// Figures with two periods or more.
    static func offered(_ scene: AnalysisScene) -> [Indicator] {
        FigureQuestion.delivered(scene) { $0.kind != .grade && !surfaces.contains($0.key) && FigureQuestion.periods($0.key, scene).count > 1 }
    }

    /// What changes here is the border, which keeps areas from being compared.
    private static let surfaces: Set = ["oppervlakte-totaal", "oppervlakte-land", "oppervlakte-water"]
    private static let preferred = ["aandeel-65-plus", "misdrijven", "inwoners"]
    static let sameMoment = Localized(nl: "Kies een jaar dat later is dan het begin", en: "Choose a year later than the beginning")

    /// The newest period, and the oldest that can be compared with it; else the one before it.
    static func usual(_ indicator: Indicator, _ scene: AnalysisScene) -> (from: Period, to: Period)? {
        let periods = FigureQuestion.periods(indicator.key, scene)
        guard let to = periods.first, periods.count > 1 else { return nil }
        let from = periods.dropFirst().last { indicator.breaks(between: $0, and: to).isEmpty } ?? periods[1]
        return (from, to)
    }

    func complete(_ scene: AnalysisScene, form: inout Form) -> ChangeQuestion {
        var question = self
        question.figure = FigureQuestion.complete(figure, offered: Self.offered(scene), preferred: Self.preferred, scene, form: &form)
        guard let indicator = question.figure.flatMap(Catalogue.indicator), let usual = Self.usual(indicator, scene) else { return question }
        let periods = FigureQuestion.periods(indicator.key, scene)
        if let from, !periods.contains(from), form.errors.isEmpty { form.fail("van", MapForm.noPeriod) }
        if let to, !periods.contains(to), form.errors.isEmpty { form.fail("tot", MapForm.noPeriod) }
        question.to = to ?? usual.to
        question.from = from ?? usual.from
        if let from = question.from, let to = question.to, from >= to, form.errors.isEmpty { form.fail("tot", Self.sameMoment) }
        return question
    }
}

extension Indicator {
    /// What keeps two periods from being compared.
    func breaks(between from: Period, and to: Period) -> [Break] {
        let listed = breaks.filter { $0.year > from.year && $0.year <= to.year }
        guard let since = comparableSince, from.year < since, to.year >= since, !listed.contains(where: { $0.year == since }) else { return listed }
        let reason = Localized(
            nl: "Volgens de bron zijn cijfers van vóór \(since) niet te vergelijken.",
            en: "According to the source, figures from before \(since) cannot be compared.")
        return listed + [Break(year: since, cause: .definition, reason: reason)]
    }
}
