import Areas
import Core

/// The words of the page about ranking.
extension FiguresWords {
    func rankingSummary(_ outcome: RankingOutcome, _ level: AreaLevel) -> String {
        let name = outcome.indicator.name[language].lowercasedFirst, areas = count(outcome.known, of: level)
        guard outcome.isRanked else {
            return say("\(areas) op alfabet, met hun cijfer: \(name).", "\(areas) in alphabetical order, with their figure: \(name).")
        }
        guard outcome.hasMargins else {
            return say("\(areas) van hoog naar laag: \(name).", "\(areas), from high to low: \(name).")
        }
        return outcome.certain == 0
            ? say(
                "Van geen van de \(areas) staat de plaats vast. Er zijn steeds meer plaatsen mogelijk.",
                "Of none of the \(areas) the place is fixed. Several places are always possible.")
            : say(
                "Van \(outcome.certain) van de \(areas) staat de plaats vast. Bij de andere zijn meer plaatsen mogelijk.",
                "Of \(outcome.certain) of the \(areas) the place is fixed. For the others several places are possible.")
    }
    func whyNoRanking(_ indicator: Indicator) -> String {
        let name = indicator.name[language].lowercasedFirst
        return say(
            "Wij maken hier geen rangorde. Een lijst van hoog naar laag op ‘\(name)’ kan een buurt een slechte naam geven. En kleine verschillen zijn vaak toeval.",
            "We make no ranking here. A list from high to low on ‘\(name)’ can give a neighbourhood a bad name. And small differences are often chance.")
    }
    var noMargins: String {
        say(
            "De bron geeft bij dit cijfer geen marge. Wij rekenen daarom alleen met de afronding. In het echt zijn de plaatsen nog minder zeker. Geef kleine verschillen geen betekenis.",
            "The source gives no margin with this figure. So we count with the rounding only. In truth the places are even less certain. Give small differences no meaning."
        )
    }
    var alikeHelp: String {
        say(
            "Overlappen de marges van twee gebieden? Dan kun je niet zeggen welk van de twee hoger staat.",
            "Do the margins of two areas overlap? Then you cannot say which of the two stands higher.")
    }
    func rankingCaption(_ figure: String, _ period: String, isRanked: Bool) -> String {
        guard isRanked else { return "\(figure), \(period)" }
        return say(
            "\(figure), \(period). Plaats 1 is het hoogste cijfer, niet het beste.", "\(figure), \(period). Place 1 is the highest figure, not the best.")
    }
    func placeHead(_ count: Int) -> String { say("Plaats (van \(count))", "Place (of \(count))") }
    func nationHead(_ count: Int) -> String {
        let all = Numbers.text(Double(count), in: language)
        return say("In Nederland (van \(all))", "In the country (of \(all))")
    }
    func places(_ range: ClosedRange<Int>) -> String {
        let low = Numbers.text(Double(range.lowerBound), in: language), high = Numbers.text(Double(range.upperBound), in: language)
        return range.count == 1 ? low : say("\(low) tot \(high)", "\(low) to \(high)")
    }
    var alikeHead: String { say("Niet te onderscheiden van", "Not distinguishable from") }
    func alike(_ count: Int) -> String {
        switch count {
        case 0: say("geen ander gebied", "no other area")
        case 1: say("1 ander gebied", "1 other area")
        default: say("\(count) andere gebieden", "\(count) other areas")
        }
    }
    var roundingOnly: String { say("alleen afronding", "rounding only") }
    var noMargin: String { say("geen marge bekend", "no margin known") }
    var seeOnMap: String { say("Bekijk dit cijfer op de kaart", "See this figure on the map") }
}

/// How a ranking is read, in both languages.
enum RankingWords {
    static func interpretation(_ outcome: RankingOutcome?) -> Interpretation {
        Interpretation(
            yields: Localized(
                nl: "Je ziet tussen welke plaatsen een gebied kan staan. Je ziet ook van welke gebieden je het niet kunt onderscheiden.",
                en: "You see between which places an area may stand. You also see from which areas it cannot be told apart."),
            reading: [
                Localized(
                    nl: "Staat er ‘plaats 3 tot 17’? Dan kan het gebied op al die plaatsen staan, met de marges die wij kennen.",
                    en: "Does it say ‘place 3 to 17’? Then the area may stand at all those places, with the margins we know."),
                Localized(nl: "Hoe breder de balk, hoe minder zeker het cijfer.", en: "The wider the bar, the less sure the figure."),
                Localized(
                    nl: "Overlap bewijst niet dat er geen verschil is. Vergelijk twee gebieden daarom ook rechtstreeks.",
                    en: "Overlap does not prove that there is no difference. So compare two areas directly as well."),
            ],
            advantages: [
                Localized(nl: "Je ziet hoe weinig een losse plaats zegt.", en: "You see how little a single place says."),
                Localized(nl: "Marge, afronding en toeval tellen mee.", en: "Margin, rounding and chance are counted in."),
            ],
            limits: [
                Localized(nl: "Het gaat over één cijfer.", en: "It is about one figure."),
                Localized(
                    nl: "Een marge die de bron niet geeft, kunnen wij niet meetellen.", en: "A margin that the source does not give, we cannot count in."),
                Localized(
                    nl: "In een gemeente met veel kleine gebieden zijn bijna alle plaatsen onzeker.",
                    en: "In a municipality with many small areas nearly all places are uncertain."),
            ],
            doesNotSay: [
                Localized(nl: "Een plaats is geen rapportcijfer. Hoog is niet altijd goed.", en: "A place is no school mark. High is not always good."),
                Localized(nl: "Het zegt niet waarom een gebied hoog of laag staat.", en: "It does not say why an area stands high or low."),
            ] + (outcome.map { [$0.indicator.doesNotSay] } ?? []),
            cautions: [.ecologicalFallacy, .stigma],
            method: Localized(
                nl: "Beste plaats: 1 plus het aantal gebieden dat zeker hoger staat. Slechtste plaats: het aantal gebieden min wat zeker lager staat.",
                en: "Best place: 1 plus the areas that surely stand higher. Worst place: the number of areas minus those that surely stand lower."),
            parameters: outcome.map { [.init(Localized(nl: "Gebieden met een cijfer", en: "Areas with a figure"), Localized("\($0.known)"))] } ?? [],
            version: 1)
    }
}
