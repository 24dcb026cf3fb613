import Areas
import Core
import Measures

/// The words of the page about stacking.
extension FiguresWords {
    func label(_ label: StackingProbability.Label) -> String {
        switch label {
        case .clearly: say("Duidelijk stapeling", "Clearly stacked")
        case .possibly: say("Misschien stapeling", "Possibly stacked")
        case .not: say("Geen stapeling", "Not stacked")
        case .unknown: say("Onbekend", "Unknown")
        }
    }
    func labelHelp(_ label: StackingProbability.Label, _ least: Int) -> String {
        switch label {
        case .clearly: say("De kans op \(least) of meer problemen is 90% of hoger.", "The chance of \(least) or more problems is 90% or higher.")
        case .possibly: say("De kans op \(least) of meer problemen ligt tussen 10 en 90%.", "The chance of \(least) or more problems lies between 10 and 90%.")
        case .not: say("De kans op \(least) of meer problemen is kleiner dan 10%.", "The chance of \(least) or more problems is below 10%.")
        case .unknown:
            say(
                "Minder dan 70% van de cijfers is bekend. Onbekend telt niet als ‘geen probleem’.",
                "Less than 70% of the figures is known. Unknown does not count as ‘no problem’.")
        }
    }
    func stackingSummary(_ outcome: StackingOutcome, _ level: AreaLevel) -> String {
        let clear = outcome.rows(.clearly), all = count(outcome.rows.count, of: level), least = outcome.least
        let of = say("van de \(outcome.themes.count) gekozen problemen", "of the \(outcome.themes.count) chosen problems")
        guard !clear.isEmpty else {
            return say(
                "In geen van de \(all) komen duidelijk \(least) of meer \(of) tegelijk voor.",
                "In none of the \(all) do \(least) or more \(of) clearly come together.")
        }
        let areas = say("In \(clear.count) van de \(all)", "In \(clear.count) of the \(all)")
        return areas
            + say(
                " komen duidelijk \(least) of meer \(of) tegelijk voor.", " \(least) or more \(of) clearly come together.")
    }
    func stackingResidents(_ outcome: StackingOutcome) -> String? {
        let residents = outcome.residents(outcome.rows(.clearly))
        guard residents > 0, outcome.everyone > 0 else { return nil }
        let people = Numbers.text(residents, in: language), part = Numbers.text(100 * residents / outcome.everyone, in: language)
        return say(
            "Daar wonen \(people) mensen, \(part)% van alle inwoners. Niet al die mensen hebben zelf problemen.",
            "\(people) people live there, \(part)% of all residents. Not all of them have problems themselves.")
    }
    /// What is not clear; nil where everything is.
    func stackingRest(_ outcome: StackingOutcome, _ level: AreaLevel) -> String? {
        let possibly = outcome.rows(.possibly).count, unknown = outcome.rows(.unknown).count
        let first = count(possibly, of: level), second = count(unknown, of: level)
        let lines = [
            possibly > 0 ? say("In \(first) is er misschien stapeling.", "In \(first) there may be stacking.") : nil,
            unknown > 0 ? say("Van \(second) weten wij te weinig.", "Of \(second) we know too little.") : nil,
        ].compactMap { $0 }
        return lines.isEmpty ? nil : lines.joined(separator: " ")
    }
    func certainByLack(_ count: Int, of all: Int) -> String {
        say(
            "Van \(count) van de \(all) cijfers geeft de bron geen marge. Die tellen hier als zeker. De kansen zijn daardoor te stellig.",
            "For \(count) of the \(all) figures the source gives no margin. Here they count as certain. So the chances are too firm.")
    }
    var marksHelp: String {
        say(
            "Elk vakje is een cijfer. Vol: over de grens. Half: misschien. Leeg: niet. Gestippeld: onbekend.",
            "Each square is a figure. Full: beyond the cut-off. Half: perhaps. Open: not. Dashed: unknown.")
    }
    // Sensitivity
    var sensitivityTitle: String { say("Hangt het aan jouw keuze?", "Does it hang on your choice?") }
    func sensitivityCaption(_ level: AreaLevel) -> String {
        let kinds = AreasWords(language).kinds(level)
        return say("Zoveel \(kinds) hebben duidelijk stapeling, als je anders kiest", "So many \(kinds) are clearly stacked, if you choose otherwise")
    }
    var worstPart: String { say("Probleem is bij de slechtste", "A problem is among the worst") }
    func orMore(_ least: Int) -> String { say("\(least) of meer", "\(least) or more") }
    var stackingCaption: String { say("Per gebied: hoeveel problemen, hoe zeker, en welke", "Per area: how many problems, how sure, and which") }
    func labelCaption(_ label: StackingProbability.Label, _ count: Int, _ level: AreaLevel) -> String {
        "\(self.label(label)): \(self.count(count, of: level))"
    }
    var problemsHead: String { say("Problemen", "Problems") }
    func problems(_ count: Int, of known: Int, all: Int) -> String {
        known == all
            ? say("\(count) van \(known)", "\(count) of \(known)")
            : say("\(count) van \(known) (\(all - known) onbekend)", "\(count) of \(known) (\(all - known) unknown)")
    }
    func chanceHead(_ least: Int) -> String { say("Kans op \(least) of meer", "Chance of \(least) or more") }
    /// `83%`, `meer dan 99%`, or both extremes where figures are missing.
    func chance(_ probability: StackingProbability) -> String {
        let extremes = probability.lowest...max(probability.lowest, probability.highest)
        guard probability.known < 1 - 1e-9, extremes.upperBound - extremes.lowerBound > 0.005 else { return percent(probability.chance) }
        let range = say(
            "\(percent(extremes.lowerBound)) als wat ontbreekt goed is, \(percent(extremes.upperBound)) als het slecht is",
            "\(percent(extremes.lowerBound)) if what is missing is good, \(percent(extremes.upperBound)) if it is bad")
        return probability.label == .unknown ? range : "\(percent(probability.chance)) (\(range))"
    }
    /// `83%`; never 0% or 100% for what is only nearly so.
    func percent(_ part: Double) -> String {
        guard part.isFinite else { return say("onbekend", "unknown") }
        if part > 0.995 && part < 1 - 1e-9 { return say("meer dan 99%", "more than 99%") }
        if part < 0.005 && part > 1e-9 { return say("minder dan 1%", "less than 1%") }
        return Numbers.text(100 * part, in: language) + "%"
    }
    var whichProblems: String { say("Welke", "Which") }
    var noProblems: String { say("geen", "none") }
    func perhaps(_ names: String) -> String { say("misschien: \(names)", "perhaps: \(names)") }
    func unknownFigures(_ names: String) -> String { say("onbekend: \(names)", "unknown: \(names)") }
    var residentsHead: String { say("Inwoners", "Residents") }
    func showLabel(_ label: StackingProbability.Label, _ count: Int, _ level: AreaLevel) -> String {
        say("Bekijk ook: ", "See also: ") + labelCaption(label, count, level).lowercasedFirst
    }
    var sortedByName: String {
        say(
            "De gebieden staan op alfabet, niet van slecht naar goed.", "The areas stand in alphabetical order, not from bad to good.")
    }

    // Per figure
    var perFigure: String { say("Per cijfer", "Per figure") }
    var perFigureCaption: String { say("Waar de grens ligt en hoeveel gebieden erover gaan", "Where the cut-off lies and how many areas are beyond it") }
    var cutoffHead: String { say("Telt als probleem", "Counts as a problem") }
    func cutoff(_ theme: StackingOutcome.Theme, _ share: Int) -> String {
        let value = theme.indicator.unit.text(theme.cutoff.cutoff, in: language)
        let side = theme.cutoff.problemIsAbove ? say("hoger dan \(value)", "higher than \(value)") : say("lager dan \(value)", "lower than \(value)")
        return theme.isOwn
            ? say("\(side) (eigen grens)", "\(side) (own cut-off)")
            : say("\(side) (slechtste \(share)% van Nederland)", "\(side) (worst \(share)% of the country)")
    }
    var beyondHead: String { say("Gebieden", "Areas") }
    var livingThere: String { say("Inwoners daar", "Residents there") }
    var partOfStack: String { say("Deel van de stapeling", "Part of the stacking") }

    // H, A, M0
    var threeNumbers: String { say("Drie getallen voor het geheel", "Three numbers for the whole") }
    var headcountName: String { say("Hoeveel gebieden (H)", "How many areas (H)") }
    var intensityName: String { say("Hoe hoog is de stapel (A)", "How high is the stack (A)") }
    var adjustedName: String { say("Samen (M0)", "Together (M0)") }
    func headcount(_ outcome: StackingOutcome) -> String {
        let areas = percent(outcome.total.headcount)
        let base = say(
            "\(areas) van de gebieden met genoeg cijfers heeft \(outcome.least) of meer problemen.",
            "\(areas) of the areas with enough figures has \(outcome.least) or more problems.")
        return outcome.people.map {
            base + say(" Geteld in inwoners is het \(percent($0.headcount)).", " Counted in residents it is \(percent($0.headcount)).")
        }
            ?? base
    }
    func intensity(_ outcome: StackingOutcome) -> String {
        outcome.total.headcount == 0
            ? say("Er zijn geen gebieden met zoveel problemen.", "There are no areas with that many problems.")
            : say(
                "In die gebieden gaat gemiddeld \(percent(outcome.total.intensity)) van de cijfers over de grens.",
                "In those areas on average \(percent(outcome.total.intensity)) of the figures is beyond the cut-off.")
    }
    func adjusted(_ outcome: StackingOutcome) -> String {
        let m0 = Numbers.text(outcome.total.adjusted, decimals: 3, in: language)
        let low = Numbers.text(outcome.total.lowestAdjusted, decimals: 3, in: language)
        let high = Numbers.text(outcome.total.highestAdjusted, decimals: 3, in: language)
        let base = say(
            "H keer A is \(m0). Dit stijgt als er meer gebieden bij komen, en ook als de stapel hoger wordt.",
            "H times A is \(m0). It rises when more areas join, and also when the stack gets higher.")
        return low == high ? base : base + say(" Wat onbekend is kan het brengen op \(low) tot \(high).", " What is unknown may bring it to \(low) to \(high).")
    }
    var asPublished: String {
        say(
            "Deze drie gaan uit van de cijfers zoals ze zijn gepubliceerd, zonder marge.", "These three take the figures as published, without margin.")
    }

    // Map
    func stackingMap(_ place: String) -> String { say("Kaart van de stapeling in \(place)", "Map of the stacking in \(place)") }
    func stackingTitle(_ row: StackingOutcome.Row) -> String {
        let people = row.residents.map { ", " + Numbers.text($0, in: language) + say(" inwoners", " residents") } ?? ""
        return "\(row.area.name): \(label(row.probability.label).lowercasedFirst)\(people)"
    }
    func residentsCount(_ residents: Double) -> String { Numbers.text(residents, in: language) + say(" inwoners", " residents") }

    // Choices
    var whichFigures: String { say("Welke problemen tellen mee?", "Which problems count?") }
    func whichFiguresHint(_ bounds: ClosedRange<Int>) -> String {
        say(
            "Kies er \(bounds.lowerBound) tot en met \(bounds.upperBound). Hier staan alleen cijfers met een goede en een slechte kant.",
            "Choose \(bounds.lowerBound) to \(bounds.upperBound). Only figures with a good and a bad side stand here.")
    }
    var shareLabel: String {
        say("Een probleem is: bij de slechtste zoveel procent van Nederland", "A problem is: among the worst so many percent of the country")
    }
    var leastLabel: String { say("Stapeling is: zoveel problemen of meer tegelijk", "Stacking is: so many problems or more together") }
    var leastHint: String {
        say(
            "Zoek je gebieden waar een paar problemen precies samen voorkomen? Kies dan alleen die, en vul hier hun aantal in.",
            "Do you look for areas where certain problems come together? Then choose only those, and fill in their number here.")
    }
    /// `moeite met rondkomen`, `laag: goede gezondheid`: of a good thing, too little is the problem.
    func problem(_ theme: StackingOutcome.Theme) -> String {
        let name = theme.indicator.name[language].lowercasedFirst
        return theme.cutoff.problemIsAbove ? name : say("laag: ", "low: ") + name
    }

    var ownCutoffs: String { say("Eigen grens per cijfer", "Own cut-off per figure") }
    var ownCutoffHint: String {
        say("Laat leeg voor de slechtste gebieden van Nederland.", "Leave empty for the worst areas of the country.")
    }
}

extension String {
    /// For a phrase inside a sentence.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

/// How stacking is read, in both languages.
enum StackingWords {
    static func interpretation(_ question: StackingQuestion) -> Interpretation {
        let least = question.least ?? 1, count = question.figures.count, share = question.share ?? StackingQuestion.usualShare
        return Interpretation(
            yields: Localized(
                nl: "Je ziet in welke gebieden meer problemen tegelijk voorkomen, en welke problemen dat zijn. Dat helpt om samen te werken over vakken heen.",
                en: "You see in which areas more problems come together, and which problems those are. That helps to work together across fields."),
            reading: reading, advantages: advantages, limits: limits,
            doesNotSay: [
                Localized(
                    nl: "Stapeling in een gebied is geen stapeling in gezinnen. Het kan om steeds andere mensen gaan.",
                    en: "Stacking in an area is not stacking in households. It may be other people each time."),
                Localized(
                    nl: "Het zegt niets over de oorzaak, en niet of beleid heeft gewerkt.",
                    en: "It says nothing about the cause, and not whether policy worked."),
                Localized(
                    nl: "Wat niet is gemeten, staat er niet in. Ook wat goed gaat in de buurt zie je hier niet.",
                    en: "What was not measured is not in it. Nor do you see here what goes well in the neighbourhood."),
            ],
            cautions: [.ecologicalFallacy, .stigma],
            method: Localized(
                nl: "Tellen boven een grens (Alkire en Foster, 2011), met een kans per cijfer uit de marge (Poisson-binomiaal)",
                en: "Counting beyond a cut-off (Alkire and Foster, 2011), with a chance per figure from its margin (Poisson binomial)"),
            parameters: [
                .init(Localized(nl: "Cijfers", en: "Figures"), Localized("\(count)")),
                .init(Localized(nl: "Gewicht", en: "Weight"), Localized(nl: "elk cijfer telt even zwaar", en: "each figure weighs the same")),
                .init(
                    Localized(nl: "Grens", en: "Cut-off"),
                    Localized(
                        nl: "slechtste \(share)% van Nederland, tenzij je een eigen grens koos",
                        en: "worst \(share)% of the country, unless you chose one yourself")),
                .init(Localized(nl: "Stapeling", en: "Stacking"), Localized(nl: "\(least) of meer problemen", en: "\(least) or more problems")),
                .init(
                    Localized(nl: "Labels", en: "Labels"),
                    Localized(
                        nl: "duidelijk vanaf 90% kans, misschien vanaf 10%, onbekend als minder dan 70% bekend is",
                        en: "clearly from a chance of 90%, possibly from 10%, unknown where less than 70% is known")),
            ],
            version: 1)
    }

    private static let reading = [
        Localized(
            nl: "Kijk eerst naar de kans. Bij ‘misschien’ kan het door toeval of afronding ook anders zijn.",
            en: "Look at the chance first. With ‘possibly’ it may be otherwise by chance or rounding."),
        Localized(
            nl: "Kijk dan welke problemen het zijn. Twee gebieden met 5 van 8 kunnen heel verschillend zijn.",
            en: "Then look which problems they are. Two areas with 5 of 8 can be very different."),
        Localized(
            nl: "Verander een grens of het aantal, en kijk of het beeld gelijk blijft. Verandert het veel, dan hangt de uitkomst aan jouw keuze.",
            en: "Change a cut-off or the number, and see whether the picture stays. If it changes much, the outcome hangs on your choice."),
    ]
    private static let advantages = [
        Localized(nl: "Een goed cijfer maakt een slecht cijfer niet onzichtbaar.", en: "A good figure does not hide a bad one."),
        Localized(nl: "Je ziet hoe zeker het is. Wat onbekend is, blijft onbekend.", en: "You see how sure it is. What is unknown stays unknown."),
        Localized(nl: "Alle keuzes zijn van jou en staan in het adres.", en: "All choices are yours and stand in the address."),
    ]
    private static let limits = [
        Localized(
            nl: "Wij rekenen alsof de marge van het ene cijfer los staat van die van het andere. Dat klopt niet helemaal.",
            en: "We compute as if the margin of one figure is apart from that of another. That is not quite so."),
        Localized(
            nl: "Van sommige cijfers geeft de bron geen marge. Die tellen als zeker, terwijl ze dat niet zijn.",
            en: "For some figures the source gives no margin. They count as certain, though they are not."),
        Localized(
            nl: "Net over de grens telt even zwaar als ver erover.", en: "Just beyond the cut-off counts as much as far beyond it."),
        Localized(nl: "De cijfers zijn niet allemaal van hetzelfde jaar.", en: "The figures are not all of the same year."),
    ]
}
