import Areas
import Core
import Measures
import Web

/// Which figure is laid out in a funnel.
struct FunnelQuestion: AnalysisQuestion {
    /// What is done about areas that differ more than chance explains.
    enum Correction: String, Sendable, Hashable, CaseIterable {
        case multiplicative = "vermenigvuldigen"
        case additive = "optellen"
        case none = "geen"

        var measure: FunnelPlot.Correction {
            switch self {
            case .multiplicative: .multiplicative
            case .additive: .additive
            case .none: .none
            }
        }
    }

    var figure: String?
    var period: Period?
    var correction: Correction?

    static let kind = AnalysisKind.funnel

    init(figure: String? = nil, period: Period? = nil, correction: Correction? = nil) {
        (self.figure, self.period, self.correction) = (figure, period, correction)
    }

    init(_ form: inout Form) {
        figure = FigureQuestion.figure(&form)
        period = FigureQuestion.period("periode", &form)
        correction = form.choice("spreiding", of: Correction.self, otherwise: FigureQuestion.noChoice)
    }

    var items: [PageAddress.Item] {
        [("cijfer", figure), ("periode", period?.description), ("spreiding", correction?.rawValue)].compactMap { name, value in
            value.map { PageAddress.Item(name, $0) }
        }
    }

    /// Figures with a count out of a whole.
    static func offered(_ scene: AnalysisScene) -> [Indicator] { FigureQuestion.delivered(scene) { CountedFigure.parts($0) != nil } }

    /// The others, by the reason why not.
    static func refused(_ scene: AnalysisScene) -> [(reason: CountedFigure.Refusal, indicators: [Indicator])] {
        let others = FigureQuestion.delivered(scene) { CountedFigure.refusal($0) != nil }
        return CountedFigure.Refusal.allCases.map { reason in (reason, others.filter { CountedFigure.refusal($0) == reason }) }
            .filter { !$0.indicators.isEmpty }
    }

    private static let preferred = ["misdrijven-per-1000", "aandeel-eenpersoonshuishoudens"]

    func complete(_ scene: AnalysisScene, form: inout Form) -> FunnelQuestion {
        var question = self
        if let indicator = figure.flatMap(Catalogue.indicator), let reason = CountedFigure.refusal(indicator) {
            form.fail("cijfer", FunnelWords.refused(indicator, reason))
        } else {
            question.figure = FigureQuestion.complete(figure, offered: Self.offered(scene), preferred: Self.preferred, scene, form: &form)
        }
        if let key = question.figure {
            let periods = FigureQuestion.periods(key, scene)
            if let period, !periods.contains(period), form.errors.isEmpty { form.fail("periode", MapForm.noPeriod) }
            question.period = period ?? periods.first
        }
        question.correction = correction ?? .multiplicative
        return question
    }
}
