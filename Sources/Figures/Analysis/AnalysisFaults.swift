import Areas
import Core

/// What can be wrong with the address of an analysis, in words that say what to do.
enum AnalysisFaults {
    static func unknownArea(_ words: String) -> Localized {
        let words = String(words.prefix(60))
        return Localized(
            nl: "‘\(words)’ is geen gebied dat wij kennen. Gebruik een code, zoals BU02020101",
            en: "‘\(words)’ is no area that we know. Use a code, such as BU02020101")
    }

    static func otherLevel(_ name: String) -> Localized {
        Localized(
            nl: "\(name.prefix(60)) is een ander soort gebied. Kies alleen wijken of alleen buurten",
            en: "\(name.prefix(60)) is another kind of area. Choose districts only or neighbourhoods only")
    }

    static let oneArea = Localized(nl: "Kies ten minste twee gebieden", en: "Choose at least two areas")
    static let tooManyAreas = Localized(
        nl: "Kies hoogstens \(AnalysisScene.mostChosen) gebieden", en: "Choose at most \(AnalysisScene.mostChosen) areas")

    static func unknownFigure(_ words: String) -> Localized {
        let words = String(words.prefix(60))
        return Localized(
            nl: "‘\(words)’ is geen cijfer dat hier kan. Kies uit de lijst", en: "‘\(words)’ is no figure that can be used here. Choose from the list")
    }

    static func notHere(_ indicator: Indicator, _ level: AreaLevel) -> Localized {
        Localized(
            nl: "‘\(indicator.name.nl)’ is er niet voor deze \(AreasWords(.nl).kinds(level)). Haal het weg of kies een ander cijfer",
            en: "‘\(indicator.name.en)’ is not there for these \(AreasWords(.en).kinds(level)). Leave it out or choose another figure")
    }

    static func figureCount(_ bounds: ClosedRange<Int>) -> Localized {
        Localized(
            nl: "Kies \(bounds.lowerBound) tot en met \(bounds.upperBound) cijfers", en: "Choose \(bounds.lowerBound) to \(bounds.upperBound) figures")
    }

    static func number(_ indicator: Indicator) -> Localized {
        Localized(
            nl: "Vul bij ‘\(indicator.name.nl)’ een getal in, bijvoorbeeld 12,5", en: "Fill in a number for ‘\(indicator.name.en)’, for example 12.5")
    }

    static func whole(_ bounds: ClosedRange<Int>) -> Localized {
        Localized(
            nl: "Vul een heel getal in van \(bounds.lowerBound) tot en met \(bounds.upperBound)",
            en: "Fill in a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
}
