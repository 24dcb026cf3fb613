import Areas
import Core
import Measures
import Web

/// The words of the page with the funnel.
extension FiguresWords {
    func funnelSummary(_ outcome: FunnelOutcome, _ level: AreaLevel) -> String {
        let (above, below) = outcome.plot.outside95
        let (farAbove, farBelow) = outcome.plot.outside998
        let all = count(outcome.plot.used, of: level)
        if above + below == 0 {
            return say(
                "Alle \(all) vallen binnen de grenzen. De verschillen kunnen toeval zijn.",
                "All \(all) lie within the limits. The differences may be chance.")
        }
        return say(
            "Van \(all) liggen er \(above) boven en \(below) onder de grens van 95%. Daarvan liggen er \(farAbove + farBelow) buiten de grens van 99,8%.",
            "Of \(all), \(above) lie above and \(below) below the limit of 95%. Of these, \(farAbove + farBelow) lie outside the limit of 99.8%.")
    }

    func spread(_ outcome: FunnelOutcome, _ correction: FunnelQuestion.Correction) -> String {
        let phi = Numbers.text(outcome.plot.overdispersion.winsorised, decimals: 1, in: language)
        let wider = Numbers.text(outcome.stretch, decimals: 1, in: language)
        if outcome.plot.overdispersion.winsorised <= 1 {
            return say(
                "Deze gebieden verschillen niet meer dan toeval verklaart. De grenzen zijn niet ruimer gemaakt.",
                "These areas differ no more than chance explains. The limits were not widened.")
        }
        let lead = say(
            "Gebieden verschillen bijna altijd meer dan toeval verklaart, want hun inwoners verschillen ook. Het getal daarvoor is φ. Bij 1 is er alleen toeval, hier is het \(phi).",
            "Areas nearly always differ more than chance explains, as their residents differ too. The number for that is φ. At 1 there is chance only, here it is \(phi)."
        )
        switch correction {
        case .multiplicative:
            return lead
                + say(
                    " Daarom zijn de grenzen \(wider) keer zo ruim. Wat er dan nog buiten ligt, is ook tussen verschillende gebieden bijzonder.",
                    " So the limits are \(wider) times as wide. What still lies outside is special even among areas that differ.")
        case .additive:
            return lead
                + say(
                    " Daarom tellen wij de gewone spreiding tussen gebieden op bij het toeval. De grenzen blijven dan ook bij grote gebieden uit elkaar.",
                    " So we add the usual spread between areas to chance. The limits then stay apart even for large areas.")
        case .none:
            return lead
                + say(
                    " Je koos om dat niet te verrekenen. Dan ligt al snel bijna elk gebied buiten de grenzen.",
                    " You chose not to allow for that. Then nearly every area soon lies outside the limits.")
        }
    }

    func funnelLabel(_ outcome: FunnelOutcome, _ place: String, _ level: AreaLevel) -> String {
        let name = outcome.indicator.name[language], kinds = AreasWords(language).kinds(level)
        let (above, below) = outcome.plot.outside95
        return say(
            "Trechter van \(kinds) in \(place): \(name) tegen de grootte. \(above) boven de grens van 95%, \(below) eronder. Alles staat in de tabellen.",
            "Funnel of \(kinds) in \(place): \(name) against size. \(above) above the limit of 95%, \(below) below. All of it stands in the tables.")
    }
    func together(_ value: String, _ level: AreaLevel) -> String {
        say("samen \(value)", "together \(value)")
    }
    var funnelScale: String {
        say(
            "Lichte baan: tot hier is een verschil gewoon (95%). Streepjeslijn: 99,8%. De nummers staan in de tabellen. Een pijl: het gebied ligt buiten de tekening. Links is de schaal van de grootte uitgerekt: zo krijgen kleine gebieden ruimte.",
            "Light band: up to here a difference is usual (95%). Dashed line: 99.8%. The numbers stand in the tables. An arrow: the area lies outside the drawing. On the left the scale of size is stretched: this gives small areas room (it runs with the square root)."
        )
    }
    func status(_ status: FunnelPlot.Status) -> String {
        switch status {
        case .farAbove: say("boven de grens van 99,8%", "above the limit of 99.8%")
        case .above: say("boven de grens van 95%", "above the limit of 95%")
        case .within: say("binnen de grenzen", "within the limits")
        case .below: say("onder de grens van 95%", "below the limit of 95%")
        case .farBelow: say("onder de grens van 99,8%", "below the limit of 99.8%")
        case .unknown: say("geen cijfer", "no figure")
        }
    }
    var aboveCaption: String { say("Boven de grenzen", "Above the limits") }
    var aboveHelp: String {
        say(
            "Hier is het cijfer hoger dan toeval en gewone spreiding verklaren. Zoek uit waarom. Op naam.",
            "Here the figure is higher than chance and usual spread explain. Find out why. By name.")
    }
    var belowCaption: String { say("Onder de grenzen", "Below the limits") }
    var belowHelp: String {
        say(
            "Hier is het cijfer lager dan toeval en gewone spreiding verklaren. Ook daar kun je van leren. Op naam.",
            "Here the figure is lower than chance and usual spread explain. There is something to learn there too. By name.")
    }
    var withinCaption: String { say("Binnen de grenzen", "Within the limits") }
    func showWithin(_ count: Int, _ level: AreaLevel) -> String {
        say("Toon \(self.count(count, of: level)) binnen de grenzen", "Show \(self.count(count, of: level)) within the limits")
    }
    func funnelUnknown(_ names: [String]) -> String {
        say("Het aantal of het geheel ontbreekt van: ", "The count or the whole is missing for: ") + names.joined(separator: ", ") + "."
    }
    var numberHead: String { say("Nr.", "No.") }
    var limitsHead: String { say("Gewoon (95%)", "Usual (95%)") }
    var answerHead: String { say("Uitkomst", "Outcome") }
    func limits(_ range: ClosedRange<Double>, _ outcome: FunnelOutcome) -> String {
        let unit = outcome.indicator.unit, factor = outcome.counted.factor
        return unit.number(range.lowerBound * factor, in: language) + say(" tot ", " to ") + unit.text(range.upperBound * factor, in: language)
    }
    var spreadLabel: String { say("Gebieden verschillen meer dan toeval. Hoe reken je dat mee?", "Areas differ more than chance. How to allow for that?") }
    var refusedTitle: String { say("Welke cijfers kunnen niet in een trechter, en waarom?", "Which figures cannot be in a funnel, and why?") }
    var refusedHelp: String {
        say(
            "Een trechter heeft een aantal en een geheel nodig: zoveel mensen van zoveel. Zonder die twee weten wij niet hoeveel toeval er is.",
            "A funnel needs a count and a whole: so many people out of so many. Without those two we do not know how much chance there is.")
    }
}

/// How a funnel is read, in both languages.
enum FunnelWords {
    static func choice(_ correction: FunnelQuestion.Correction) -> Choice {
        switch correction {
        case .multiplicative:
            Choice(correction.rawValue, Localized(nl: "Maak de grenzen overal evenveel keer zo ruim", en: "Widen the limits by the same factor everywhere"))
        case .additive:
            Choice(correction.rawValue, Localized(nl: "Tel de gewone spreiding tussen gebieden erbij op", en: "Add the usual spread between areas"))
        case .none: Choice(correction.rawValue, Localized(nl: "Niet: alleen toeval telt", en: "Not: only chance counts"))
        }
    }

    static func reason(_ reason: CountedFigure.Refusal) -> Localized {
        switch reason {
        case .modelled:
            Localized(nl: "Dit is een schatting met een model, geen telling", en: "This is a model estimate, not a count")
        case .bareCount:
            Localized(
                nl: "Dit is een aantal zonder geheel. Kies het deel of het aantal per 1.000",
                en: "This is a count without a whole. Choose the share or the number per 1,000")
        case .mean: Localized(nl: "Dit is een gemiddelde of een middelste waarde", en: "This is a mean or a middle value")
        case .score: Localized(nl: "Dit is een score of een klasse", en: "This is a score or a class")
        case .shareOnly:
            Localized(nl: "De bron geeft alleen het deel, niet het aantal erachter", en: "The source gives the share only, not the count behind it")
        }
    }

    static func refused(_ indicator: Indicator, _ reason: CountedFigure.Refusal) -> Localized {
        let why = Self.reason(reason)
        return Localized(
            nl: "‘\(indicator.name.nl)’ kan niet in een trechter. \(why.nl). Kies een cijfer uit de lijst",
            en: "‘\(indicator.name.en)’ cannot be in a funnel. \(why.en). Choose a figure from the list")
    }

    static func interpretation(_ outcome: FunnelOutcome?, _ question: FunnelQuestion) -> Interpretation {
        Interpretation(
            yields: Localized(
                nl: "Je ziet welke gebieden echt anders zijn dan de rest. Je ziet ook welke verschillen gewoon toeval kunnen zijn.",
                en: "You see which areas are really different from the rest. You also see which differences may just be chance."),
            reading: reading, advantages: advantages, limits: limits,
            doesNotSay: [
                Localized(
                    nl: "Buiten de grens is niet goed of slecht. Het zegt alleen: hier is iets anders dan toeval.",
                    en: "Outside the limit is not good or bad. It only says: here is something other than chance."),
                Localized(
                    nl: "Het zegt niet waarom een gebied anders is. Vaak wonen er andere mensen, of gebeurt er iets dat niet bij bewoners hoort.",
                    en: "It does not say why an area differs. Often other people live there, or something happens that is not of residents."),
                Localized(
                    nl: "Binnen de grens is niet hetzelfde als: geen probleem. Het cijfer kan overal hoog zijn.",
                    en: "Within the limit is not the same as: no problem. The figure can be high everywhere."),
            ] + (outcome.map { [$0.indicator.doesNotSay] } ?? []),
            cautions: [.ecologicalFallacy, .stigma],
            method: Localized(
                nl: "Trechter (Spiegelhalter, 2005), met verrekening van extra spreiding", en: "Funnel plot (Spiegelhalter, 2005), allowing for overdispersion"),
            parameters: parameters(outcome, question), version: 1)
    }

    private static func parameters(_ outcome: FunnelOutcome?, _ question: FunnelQuestion) -> [Interpretation.Parameter] {
        let correction = question.correction ?? .multiplicative
        var list: [Interpretation.Parameter] = [
            .init(
                Localized(nl: "Grenzen", en: "Limits"), Localized(nl: "95% en 99,8%", en: "95% and 99.8%")),
            .init(Localized(nl: "Extra spreiding", en: "Overdispersion"), choice(correction).title),
        ]
        guard let outcome else { return list }
        let dispersion = outcome.plot.overdispersion
        list.append(
            .init(
                Localized(nl: "Toeval", en: "Chance"),
                outcome.counted.kind == .proportion
                    ? Localized(nl: "deel van een geheel: normale verdeling", en: "part of a whole: normal distribution")
                    : Localized(nl: "aantal voorvallen: precieze Poisson-grenzen", en: "number of events: exact Poisson limits")))
        list.append(
            .init(
                Localized(nl: "Aantal en geheel", en: "Count and whole"),
                Localized(
                    nl: "\(outcome.counted.part.name.nl) en \(outcome.counted.whole.name.nl.lowercasedFirst)",
                    en: "\(outcome.counted.part.name.en) and \(outcome.counted.whole.name.en.lowercasedFirst)")))
        list.append(
            .init(
                Localized("φ"),
                Localized(
                    nl: "\(Numbers.text(dispersion.winsorised, decimals: 3, in: .nl)) (uitersten op het 10e en 90e percentiel gezet)",
                    en: "\(Numbers.text(dispersion.winsorised, decimals: 3, in: .en)) (extremes moved to the 10th and 90th percentile)")))
        return list
    }

    private static let reading = [
        Localized(
            nl: "Elk punt is een gebied. Rechts staan grote gebieden, links kleine.",
            en: "Each point is an area. Large ones on the right, small ones on the left."),
        Localized(
            nl: "De baan is links breed: een klein gebied schommelt meer door toeval. Vergelijk een punt dus met de baan op die plaats.",
            en: "The band is wide on the left: a small area varies more by chance. So compare a point with the band at that place."),
        Localized(
            nl: "Van elke 20 gebieden ligt er gemiddeld één buiten de grens van 95%, ook als er niets is. Buiten 99,8% is dat één op 500.",
            en: "Of every 20 areas one lies outside the limit of 95% on average, even if there is nothing. Outside 99.8% that is one in 500."),
    ]
    private static let advantages = [
        Localized(
            nl: "Kleine gebieden krijgen niet vanzelf de hoogste en de laagste plaats.",
            en: "Small areas do not get the highest and lowest place by themselves."),
        Localized(
            nl: "Er is geen ranglijst. Binnen de baan zijn de gebieden niet te onderscheiden.",
            en: "There is no ranking. Within the band areas cannot be told apart."),
    ]
    private static let limits = [
        Localized(
            nl: "CBS rondt aantallen af. Bij heel kleine gebieden kan een punt daardoor iets verschuiven.",
            en: "CBS rounds counts. In very small areas a point can shift a little by that."),
        Localized(
            nl: "De trechter vergelijkt met deze gebieden samen, niet met Nederland.",
            en: "The funnel compares with these areas together, not with the country."),
        Localized(
            nl: "Verschillen in leeftijd of soort huishouden zijn niet verrekend.", en: "Differences in age or kind of household are not allowed for."),
    ]
}
