import Areas
import Core
import Figures
import Voices

/// Figures of an area for beside what people tell there. Neither slice knows the other.
enum Counting {
    static func side(_ figures: Figures.Slice) -> CountingSide {
        let themes = Theme.allCases.map { AreaTheme(key: $0.rawValue, name: $0.name, terms: Set([FigureSubjects.terms[$0]].compactMap(\.self))) }
        return CountingSide(themes: themes) { area in
            guard let profile = try await figures.profile(of: area) else { return [] }
            return profile.figures.compactMap { evidence($0, profile.area.level) }
        }
    }

    private static func evidence(_ figure: Figure, _ level: AreaLevel) -> FigureEvidence? {
        guard let value = figure.latest.value else { return nil }
        let indicator = figure.indicator
        func both(_ text: (Language) -> String) -> Localized { Localized(nl: text(.nl), en: text(.en)) }
        return FigureEvidence(
            key: indicator.key, name: indicator.name, theme: indicator.theme.rawValue, value: both { indicator.unit.text(value, in: $0) },
            period: figure.latest.period.description, source: indicator.source.publisher, basis: basis(indicator.basis),
            standing: both { FigureSentence(figure, withChange: false, level: level, nearby: nil, in: $0).text })
    }

    private static func basis(_ basis: Indicator.Basis) -> Localized {
        switch basis {
        case .register: Localized(nl: "uit een register", en: "from a register")
        case .sample: Localized(nl: "uit een steekproef onder bewoners", en: "from a sample of residents")
        case .model: Localized(nl: "geschat met een model", en: "estimated with a model")
        case .registration: Localized(nl: "uit meldingen", en: "from reports")
        }
    }
}
