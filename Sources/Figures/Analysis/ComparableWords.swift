import Areas
import Core
import Measures
import Web

/// The words of the page about comparable areas.
extension FiguresWords {
    func alikeTitle(_ name: String) -> String { say("Wat lijkt op \(name)?", "What is like \(name)?") }
    var noRealComparison: String { say("Er is geen echte vergelijking.", "No real comparison exists.") }
    func noRealComparisonHelp(_ level: AreaLevel) -> String {
        let kinds = AreasWords(language).kinds(level)
        return say(
            "Ook het gebied dat het meest lijkt, is heel anders. De afstand is groter dan bij 95% van de \(kinds). Dit gebied is bijzonder. Vergelijk het liever met zichzelf in andere jaren.",
            "Even the area most alike is very different. The distance is larger than for 95% of the \(kinds). This area is special. Rather compare it with itself in other years."
        )
    }
    func realComparison(_ outcome: ComparableOutcome) -> String {
        let nearest = outcome.rows.first
        let name =
            nearest.map { row in
                row.municipality.map { $0.code == row.area.code ? row.area.name : say("\(row.area.name) in \($0.name)", "\(row.area.name) in \($0.name)") }
                    ?? row.area.name
            } ?? ""
        let all = count(outcome.used, of: outcome.area.level)
        return say(
            "Van \(all) in Nederland lijkt \(name) het meest op \(outcome.area.name).",
            "Of \(all) in the Netherlands, \(name) is most like \(outcome.area.name).")
    }
    func comparedOn(_ outcome: ComparableOutcome) -> String {
        let count = outcome.ground.traits.count
        let gaps = count - outcome.known
        let lead = say(
            "Wij vergelijken op \(count) kenmerken van hoe een gebied in elkaar zit. Inkomen, gezondheid en veiligheid horen daar niet bij: die wil je juist vergelijken.",
            "We compare on \(count) traits of how an area is made up. Income, health and safety are not among them: those are what you want to compare.")
        return gaps == 0
            ? lead : lead + say(" Van \(gaps) kenmerken is hier geen cijfer.", " For \(gaps) traits there is no figure here.")
    }
    var distanceHead: String { say("Afstand", "Distance") }
    var differsHead: String { say("Verschilt het meest in", "Differs most in") }
    var hardlyDiffers: String { say("bijna geen verschil", "hardly any difference") }
    var tooFar: String { say("te ver", "too far") }
    /// `koopwoningen: 45%, hier 30%`.
    func differs(_ difference: ComparableOutcome.Difference) -> String {
        let unit = difference.indicator.unit
        let there = unit.text(difference.other, in: language), here = unit.text(difference.own, in: language)
        return say(
            "\(difference.indicator.name.nl.lowercasedFirst): \(there), hier \(here)", "\(difference.indicator.name.en.lowercasedFirst): \(there), here \(here)"
        )
    }
    func beside(_ indicator: Indicator, _ period: Period, _ name: String, _ own: String, _ others: [Double]) -> String {
        let lead = "\(indicator.name[language]), \(self.period(period)). \(name): \(own)."
        guard let low = others.min(), let high = others.max() else { return lead }
        let unit = indicator.unit
        return lead
            + say(
                " In de vergelijkbare gebieden: \(unit.number(low, in: .nl)) tot \(unit.text(high, in: .nl)).",
                " In the comparable areas: \(unit.number(low, in: .en)) to \(unit.text(high, in: .en)).")
    }
    func traitsTable(_ count: Int) -> String { say("Bekijk de \(count) kenmerken", "See the \(count) traits") }
    func traitsCaption(_ name: String) -> String { say("Kenmerken van \(name)", "Traits of \(name)") }
    var traitHead: String { say("Kenmerk", "Trait") }
    var comparableFor: String { say("Voor welk gebied?", "For which area?") }
    var traitsLabel: String { say("Op welke kenmerken lijken zij?", "On which traits are they alike?") }
    var traitsHint: String {
        say(
            "Kies 3 tot en met 30 kenmerken. Kies nooit het cijfer dat je wilt vergelijken.",
            "Choose 3 to 30 traits. Never choose the figure that you want to compare.")
    }
    var distanceLabel: String { say("Hoe meet je de afstand?", "How do you measure the distance?") }
    var besideLabel: String { say("Welk cijfer wil je vergelijken?", "Which figure do you want to compare?") }
    var besideHint: String {
        say("Dit cijfer telt niet mee in de afstand. Het staat naast de gebieden.", "This figure does not count in the distance. It stands beside the areas.")
    }
    var noneBeside: String { say("Geen", "None") }
    var elsewhereLabel: String { say("Waar zoeken?", "Where to look?") }
    var elsewhereChoice: String { say("Alleen buiten de eigen gemeente", "Only outside the own municipality") }
}

/// How comparable areas are read, in both languages.
enum ComparableWords {
    static func choice(_ distance: ComparableQuestion.Distance) -> Choice {
        switch distance {
        case .euclid:
            Choice(
                distance.rawValue, Localized(nl: "Elk kenmerk telt even zwaar", en: "Each trait counts the same"),
                hint: Localized(nl: "Naam van de methode: afstand van Euclides", en: "Name of the method: Euclidean distance"))
        case .mahalanobis:
            Choice(
                distance.rawValue,
                Localized(nl: "Kenmerken die samenhangen tellen niet dubbel", en: "Traits that hang together do not count double"),
                hint: Localized(
                    nl: "Gebieden die een kenmerk missen, doen dan niet mee. Naam van de methode: afstand van Mahalanobis",
                    en: "Areas that miss a trait then take no part. Name of the method: Mahalanobis distance"))
        }
    }

    static func interpretation(_ outcome: ComparableOutcome?, _ question: ComparableQuestion) -> Interpretation {
        Interpretation(
            yields: Localized(
                nl: "Je vindt gebieden in heel Nederland die in elkaar zitten zoals dit gebied. Daar kun je van leren, en eerlijker mee vergelijken.",
                en: "You find areas in the whole country that are made up like this one. You can learn from them, and compare more fairly."),
            reading: reading, advantages: advantages, limits: limits,
            doesNotSay: [
                Localized(
                    nl: "Lijken is niet gelijk zijn. Geschiedenis, voorzieningen en mensen verschillen altijd.",
                    en: "Alike is not equal. History, facilities and people always differ."),
                Localized(
                    nl: "Een beter cijfer elders bewijst niet dat hun aanpak werkt.", en: "A better figure elsewhere does not prove that their approach works."),
                Localized(
                    nl: "De vergelijking geldt één kant op. Dit gebied hoeft voor het andere niet het meest vergelijkbare te zijn.",
                    en: "The comparison goes one way. This area need not be the most comparable one for the other."),
            ],
            cautions: [.ecologicalFallacy],
            method: Localized(
                nl: "Kleinste afstand op gestandaardiseerde kenmerken; scheve kenmerken eerst met een logaritme",
                en: "Smallest distance on standardised traits; skewed traits by their logarithm first"),
            parameters: parameters(outcome, question), version: 1)
    }

    private static func parameters(_ outcome: ComparableOutcome?, _ question: ComparableQuestion) -> [Interpretation.Parameter] {
        func names(_ language: Language) -> String {
            question.traits.compactMap(Catalogue.indicator).map { $0.name[language].lowercasedFirst }.joined(separator: ", ")
        }
        var list: [Interpretation.Parameter] = [
            .init(Localized(nl: "Kenmerken", en: "Traits"), Localized(nl: names(.nl), en: names(.en))),
            .init(Localized(nl: "Afstand", en: "Distance"), choice(question.distance ?? .euclid).title),
            .init(
                Localized(nl: "Ontbreekt een kenmerk", en: "A trait is missing"),
                Localized(
                    nl: "dan tellen de andere zwaarder; minstens 70% moet bekend zijn", en: "then the others weigh more; at least 70% must be known")),
        ]
        guard let outcome, let limit = outcome.ground.limit else { return list }
        list.append(
            .init(
                Localized(nl: "Geen echte vergelijking", en: "No real comparison"),
                Localized(
                    nl: "als de kleinste afstand groter is dan \(Numbers.text(limit, decimals: 2, in: .nl)); zo ver is het bij 5% van de gebieden",
                    en: "where the smallest distance is above \(Numbers.text(limit, decimals: 2, in: .en)); as far as for 5% of the areas")))
        return list
    }

    private static let reading = [
        Localized(
            nl: "Afstand 0 is precies hetzelfde. Afstand 1 is op elk kenmerk ongeveer één gewone stap verschil.",
            en: "Distance 0 is exactly the same. Distance 1 is about one usual step of difference on every trait."),
        Localized(
            nl: "Lees altijd waarin een gebied het meest verschilt. Telt dat voor jouw vraag? Dan is het geen goede vergelijking.",
            en: "Always read what an area differs in most. Does that count for your question? Then it is no good comparison."),
        Localized(
            nl: "Verander de kenmerken en kijk of dezelfde gebieden terugkomen.", en: "Change the traits and see whether the same areas come back."),
    ]
    private static let advantages = [
        Localized(nl: "Je kiest niet zelf de gebieden die goed uitkomen.", en: "You do not pick the areas that suit you."),
        Localized(nl: "Het cijfer dat je wilt vergelijken, telt niet mee.", en: "The figure that you want to compare does not count."),
        Localized(nl: "Is er geen echte vergelijking, dan staat dat er.", en: "Where no real comparison exists, it says so."),
    ]
    private static let limits = [
        Localized(
            nl: "Wat wij niet meten, zit er niet in: sfeer, geschiedenis, verenigingen.",
            en: "What we do not measure is not in it: mood, history, associations."),
        Localized(nl: "Niet alle kenmerken zijn van hetzelfde jaar.", en: "Not all traits are of the same year."),
        Localized(nl: "Een gebied met een nieuwe grens kan kenmerken missen.", en: "An area with a new border can miss traits."),
    ]
}
