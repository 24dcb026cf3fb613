import Areas
import Core
import Measures
import Web

/// The words of the page about clusters.
extension FiguresWords {
    func figureAndPeriod(_ indicator: Indicator, _ period: Period) -> String { "\(indicator.name[language]), \(self.period(period))" }

    func noClusters(_ failure: SpatialFieldFailure) -> String {
        switch failure {
        case .tooFew, .sizes:
            say(
                "Er zijn minder dan vier gebieden met een cijfer. Dan is er geen patroon te zien.",
                "Fewer than four areas have a figure. Then no pattern can be seen.")
        case .noVariation: say("Alle gebieden hebben hetzelfde cijfer. Er is dus geen patroon.", "All areas have the same figure. So there is no pattern.")
        case .noLinks:
            say(
                "Geen van deze gebieden grenst aan een ander. Dan is er niets te vergelijken.",
                "None of these areas borders on another. Then there is nothing to compare.")
        }
    }

    /// The map as a whole, in words with the number behind them.
    func globalMoran(_ outcome: ClusterOutcome, _ level: AreaLevel) -> String {
        guard let global = outcome.global else { return "" }
        let kinds = AreasWords(language).kinds(level), p = global.permutation?.test.p ?? 1
        let number = say(
            "Het getal daarvoor heet Moran’s I. Hier is het \(Numbers.text(global.value, decimals: 2, in: language)). Rond 0 betekent: geen patroon.",
            "The number for that is called Moran’s I. Here it is \(Numbers.text(global.value, decimals: 2, in: language)). Around 0 means: no pattern.")
        let expected = global.randomisation?.expected ?? 0
        if p >= 0.05 {
            return say(
                "Over alles samen zien wij geen patroon. \(kinds.capitalisedFirst) lijken niet meer op hun buren dan door toeval kan. ",
                "Over all of it we see no pattern. \(kinds.capitalisedFirst) are no more like their neighbours than chance allows. ") + number
        }
        if global.value > expected {
            return say(
                "\(kinds.capitalisedFirst) die aan elkaar grenzen, lijken op elkaar. Dat is meer dan toeval. ",
                "\(kinds.capitalisedFirst) that border on each other are alike. That is more than chance. ") + number
        }
        return say(
            "\(kinds.capitalisedFirst) die aan elkaar grenzen, verschillen juist van elkaar. Dat is meer dan toeval. ",
            "\(kinds.capitalisedFirst) that border on each other differ instead. That is more than chance. ") + number
    }

    func clusterSummary(_ outcome: ClusterOutcome, _ level: AreaLevel) -> String {
        let certain = outcome.rows { if case .certain = $0 { true } else { false } }.count
        let perhaps = outcome.rows { if case .perhaps = $0 { true } else { false } }.count
        let by = Numbers.text(outcome.expectedByChance, in: language)
        let all = count(outcome.family, of: level)
        return say(
            "Wij toetsten \(all): is het meer dan toeval? Kijk je naar elk gebied apart, dan vallen er \(certain + perhaps) op. Door toeval alleen zijn dat er al ongeveer \(by). Daar houden wij rekening mee: dat heet correctie. Na correctie blijven er \(certain) over.",
            "We tested \(all): is it more than chance? Looking at each area apart, \(certain + perhaps) stand out. By chance alone there would be about \(by) already. We allow for that: this is called correction. After correction \(certain) remain."
        )
    }

    func testedValues(_ outcome: ClusterOutcome) -> String {
        guard let counted = outcome.counted else {
            return say(
                "Wij toetsten de cijfers zoals de bron ze geeft. Kleine gebieden schommelen meer. Dat is hier niet verrekend.",
                "We tested the figures as the source gives them. Small areas vary more. That is not accounted for here.")
        }
        return say(
            "Kleine gebieden schommelen meer door toeval. Daarom toetsten wij niet het cijfer zelf, maar de afstand tot het gemiddelde. Daarbij telt de grootte mee (\(counted.whole.name.nl.lowercasedFirst)). De tabel toont het cijfer zelf.",
            "Small areas vary more by chance. So we did not test the figure itself but its distance from the mean. Size is allowed for (\(counted.whole.name.en.lowercasedFirst)). The table shows the figure itself."
        )
    }

    var modelledClusters: String {
        say(
            "Dit cijfer is een schatting met een model. Zo’n model gebruikt kenmerken die in buurten naast elkaar vaak gelijk zijn. Een cluster kan dus van het model komen.",
            "This figure is a model estimate. Such a model uses features that are often the same in neighbourhoods side by side. So a cluster may come from the model."
        )
    }

    func clusterMap(_ figure: String, _ place: String, _ period: String) -> String {
        say("Kaart van clusters in \(place): \(figure), \(period)", "Map of clusters in \(place): \(figure), \(period)")
    }
    var clusterLegend: String {
        say(
            "Vol: blijft over na correctie. Strepen of stippen op licht: valt weg na correctie, kan toeval zijn.",
            "Full: remains after correction. Stripes or dots on light: gone after correction, may be chance.")
    }

    func pattern(_ pattern: ClusterOutcome.Pattern?) -> String {
        switch pattern {
        case .highAmongHigh: say("hoog tussen hoog", "high among high")
        case .lowAmongLow: say("laag tussen laag", "low among low")
        case .highAmongLow: say("hoog tussen laag", "high among low")
        case .lowAmongHigh: say("laag tussen hoog", "low among high")
        case nil: say("geen patroon", "no pattern")
        }
    }

    func state(_ state: ClusterOutcome.State, _ method: ClusterQuestion.Method = .moran) -> String {
        switch state {
        case .certain(let found): say("\(pattern(found)), na correctie", "\(pattern(found)), after correction")
        case .perhaps(let found): say("\(pattern(found)), kan toeval zijn", "\(pattern(found)), may be chance")
        case .none: say("geen patroon", "no pattern")
        case .noNeighbours: say("geen buren: niet getoetst", "no neighbours: not tested")
        case .noFigure: say("geen cijfer: niet getoetst", "no figure: not tested")
        }
    }

    func clusterTitle(_ row: ClusterOutcome.Row, _ indicator: Indicator) -> String {
        let value = row.item.value.map { indicator.unit.text($0, in: language) } ?? noFigure
        return "\(row.area.name): \(value). \(state(row.state))"
    }

    var certainCaption: String { say("Blijft over na correctie", "Remains after correction") }
    func certainHelp(_ level: Int) -> String {
        say(
            "Een klein deel van deze lijst kan toch toeval zijn. Wij verwachten hoogstens \(level)%.",
            "A small part of this list may still be chance. We expect at most \(level)%.")
    }
    var perhapsCaption: String { say("Kan toeval zijn", "May be chance") }
    func perhapsHelp(_ outcome: ClusterOutcome) -> String {
        say(
            "Deze gebieden vallen op als je alleen naar dat ene gebied kijkt. Wij keken naar \(outcome.family). Dan valt er altijd wel iets op.",
            "These areas stand out when you look at that one area only. We looked at \(outcome.family). Then something always stands out.")
    }
    var noNeighboursCaption: String { say("Geen buren", "No neighbours") }
    var noNeighboursHelp: String {
        say(
            "Deze gebieden grenzen aan geen ander gebied met een cijfer. Een patroon is er dan niet te zien.",
            "These areas border on no other area with a figure. Then no pattern can be seen.")
    }
    var noNeighboursShort: String { say("grenst aan geen gebied met een cijfer", "borders on no area with a figure") }
    var noFigureCaption: String { say("Geen cijfer", "No figure") }
    var noFigureHelp: String {
        say(
            "Deze gebieden doen niet mee: niet zelf, en niet als buur van een ander.",
            "These areas take no part: not themselves, and not as neighbour of another.")
    }
    var noCount: String { say("het aantal of het geheel ontbreekt", "the count or the whole is missing") }
    func showRest(_ count: Int, _ level: AreaLevel) -> String {
        say("Toon de andere \(self.count(count, of: level)): geen patroon", "Show the other \(self.count(count, of: level)): no pattern")
    }
    var nothingCaption: String { say("Geen patroon", "No pattern") }
    var patternHead: String { say("Patroon", "Pattern") }
    var aloneHead: String { say("Zo vaak door toeval", "So often by chance") }
    var correctedHead: String { say("Na correctie", "After correction") }
    var whyHead: String { say("Waarom niet getoetst", "Why not tested") }

    /// `0,2%`; nil for an area without a test.
    func probability(_ p: Double?) -> String {
        guard let p else { return say("niet getoetst", "not tested") }
        if p < 0.0005 { return say("minder dan 0,1%", "less than 0.1%") }
        return Numbers.text(100 * p, decimals: p < 0.0995 ? 1 : 0, in: language) + "%"
    }

    var clusterMethodLabel: String { say("Wat wil je weten?", "What do you want to know?") }
    var clusterValuesLabel: String { say("Welke waarden?", "Which values?") }
    var drawsLabel: String { say("Aantal keer loten", "Number of draws") }
    var falseLabel: String { say("Hoeveel procent van wat je vindt, mag toeval zijn?", "What percentage of what you find may be chance?") }
}

extension String {
    /// For the start of a sentence.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// How clusters are read, in both languages.
enum ClusterWords {
    /// Class of ``MapPalette/clusters``; nil for no figure.
    static func colour(_ state: ClusterOutcome.State) -> Int? {
        switch state {
        case .certain(let pattern): first(pattern)
        case .perhaps(let pattern): first(pattern) + 1
        case .none: 9
        case .noNeighbours: 10
        case .noFigure: nil
        }
    }

    private static func first(_ pattern: ClusterOutcome.Pattern) -> Int { 2 * pattern.rawValue + 1 }

    static func choice(_ method: ClusterQuestion.Method) -> Choice {
        switch method {
        case .moran:
            Choice(
                method.rawValue, Localized(nl: "Lijkt een gebied op zijn buren, of juist niet?", en: "Is an area like its neighbours, or just not?"),
                hint: Localized(nl: "Lokale Moran", en: "Local Moran"))
        case .giStar:
            Choice(
                method.rawValue,
                Localized(nl: "Waar liggen hoge of lage cijfers bij elkaar?", en: "Where do high or low figures lie together?"),
                hint: Localized(nl: "Gi* van Getis en Ord", en: "Gi* of Getis and Ord"))
        }
    }

    static func choice(_ values: ClusterQuestion.Values) -> Choice {
        switch values {
        case .standardised:
            Choice(
                values.rawValue, Localized(nl: "Verrekend met de grootte van het gebied", en: "Allowing for the size of the area"),
                hint: Localized(
                    nl: "Kan alleen bij cijfers met een aantal en een geheel. Bij andere cijfers toetsen wij wat de bron geeft.",
                    en: "Only for figures with a count and a whole. For other figures we test what the source gives."))
        case .published: Choice(values.rawValue, Localized(nl: "Zoals de bron ze geeft", en: "As the source gives them"))
        }
    }

    static func interpretation(_ outcome: ClusterOutcome?, _ question: ClusterQuestion) -> Interpretation {
        Interpretation(
            yields: Localized(
                nl: "Je ziet waar gebieden met een hoog of laag cijfer bij elkaar liggen. Dan gaat het misschien om iets dat groter is dan één buurt.",
                en: "You see where areas with a high or low figure lie together. Then it may be about something larger than one neighbourhood."),
            reading: reading, advantages: advantages, limits: limits,
            doesNotSay: [
                Localized(
                    nl: "Een cluster zegt niet waardoor het komt. Buren kunnen om heel verschillende redenen op elkaar lijken.",
                    en: "A cluster does not say what causes it. Neighbours can be alike for very different reasons."),
                Localized(
                    nl: "Geen cluster betekent niet dat er niets aan de hand is. Een gebied kan alleen staan met een hoog cijfer.",
                    en: "No cluster does not mean that nothing is the matter. An area can stand alone with a high figure."),
                Localized(
                    nl: "Hoog en laag zijn hier: boven en onder het gemiddelde van deze gebieden. Het is geen oordeel.",
                    en: "High and low here mean: above and below the mean of these areas. It is no judgement."),
            ] + (outcome.map { [$0.indicator.doesNotSay] } ?? []),
            cautions: [.ecologicalFallacy, .stigma], method: method(question), parameters: parameters(outcome, question), version: 1,
            seed: question.permutations.seed)
    }

    private static func method(_ question: ClusterQuestion) -> Localized {
        switch question.method ?? .moran {
        case .moran:
            Localized(
                nl: "Lokale Moran (Anselin, 1995) met loten per gebied, tweezijdig; correctie van Benjamini en Hochberg (1995)",
                en: "Local Moran (Anselin, 1995) with conditional permutation, two-sided; correction of Benjamini and Hochberg (1995)")
        case .giStar:
            Localized(
                nl: "Gi* (Ord en Getis, 1995) met loten per gebied, tweezijdig; correctie van Benjamini en Hochberg (1995)",
                en: "Gi* (Ord and Getis, 1995) with conditional permutation, two-sided; correction of Benjamini and Hochberg (1995)")
        }
    }

    private static func parameters(_ outcome: ClusterOutcome?, _ question: ClusterQuestion) -> [Interpretation.Parameter] {
        let runs = Double(question.permutations.runs), level = question.level ?? ClusterQuestion.usualLevel
        let isStandardised = outcome.map { $0.counted != nil } ?? (question.values != .published)
        return [
            .init(
                Localized(nl: "Buren", en: "Neighbours"),
                Localized(
                    nl: "gebieden met een grens of een hoekpunt gemeen, binnen de gekozen gebieden",
                    en: "areas with a border or a corner in common, among the chosen areas")),
            .init(
                Localized(nl: "Gewicht", en: "Weight"),
                question.method == .giStar
                    ? Localized(nl: "elke buur 1, het gebied zelf ook", en: "each neighbour 1, the area itself too")
                    : Localized(nl: "alle buren samen 1", en: "all neighbours together 1")),
            .init(
                Localized(nl: "Waarden", en: "Values"),
                isStandardised
                    ? Localized(
                        nl: "gestandaardiseerd volgens empirisch Bayes (Assunção en Reis, 1999)",
                        en: "standardised by empirical Bayes (Assunção and Reis, 1999)")
                    : Localized(nl: "zoals de bron ze geeft", en: "as the source gives them")),
            .init(
                Localized(nl: "Aantal keer loten", en: "Number of draws"),
                Localized(nl: Numbers.text(runs, in: .nl), en: Numbers.text(runs, in: .en))),
            .init(
                Localized(nl: "Deel dat toeval mag zijn", en: "Part that may be chance"),
                Localized(nl: "\(level)% van de gevonden gebieden", en: "\(level)% of the areas found")),
        ]
    }

    private static let reading = [
        Localized(
            nl: "Kijk eerst naar de zin over het geheel. Is er geen patroon, dan is een enkel cluster vaak toeval.",
            en: "Look first at the sentence on the whole. Without a pattern a single cluster is often chance."),
        Localized(
            nl: "Kijk dan naar de volle vlakken. Die blijven over als wij rekening houden met alle gebieden tegelijk.",
            en: "Then look at the full areas. They remain when we allow for all areas at once."),
        Localized(
            nl: "‘Hoog tussen hoog’ gaat over het gebied én zijn buren. Het middelpunt is gekleurd, de buren niet altijd.",
            en: "‘High among high’ is about the area and its neighbours. The centre is coloured, the neighbours not always."),
    ]
    private static let advantages = [
        Localized(
            nl: "Je oog ziet op elke kaart vlekken. Deze toets zegt welke meer zijn dan toeval.",
            en: "The eye sees spots on every map. This test says which are more than chance."),
        Localized(nl: "Wat na correctie wegvalt, blijft zichtbaar en heet anders.", en: "What is gone after correction stays in sight and has another name."),
        Localized(
            nl: "Gebieden zonder cijfer of zonder buren doen niet mee en krijgen een eigen teken.",
            en: "Areas without a figure or without neighbours take no part and have a sign of their own."),
    ]
    private static let limits = [
        Localized(
            nl: "Gebieden buiten de grens tellen niet als buur. Aan de rand weet je daarom minder.",
            en: "Areas beyond the border do not count as neighbours. So you know less at the edge."),
        Localized(
            nl: "Grenzen van buurten zijn gekozen. Met andere grenzen kan het beeld anders zijn.",
            en: "Borders of neighbourhoods are chosen. With other borders the picture can differ."),
        Localized(
            nl: "Bij weinig gebieden vindt de toets bijna niets, ook als er wel iets is.",
            en: "With few areas the test finds hardly anything, even where there is something."),
        Localized(
            nl: "Met een ander startgetal kan een gebied op de grens net anders uitvallen.",
            en: "With another seed an area at the limit may just turn out otherwise."),
    ]
}
