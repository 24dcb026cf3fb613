import Areas
import Core
import Measures

/// The words of the page about an own index.
extension FiguresWords {
    func indexSummary(_ outcome: IndexOutcome, _ level: AreaLevel) -> String {
        let all = count(outcome.uncertainty.used, of: level), runs = Numbers.text(Double(outcome.uncertainty.runs), in: language)
        let often = outcome.rows.count { ($0.place?.worstShare ?? 0) >= 0.5 }, ever = outcome.rows.count { ($0.place?.worstShare ?? 0) > 0 }
        return say(
            "Wij rekenden de score \(runs) keer uit, steeds met andere keuzes. \(ever) van de \(all) staan dan weleens bij de laagste tien procent. Bij \(often) is dat minstens de helft van de keren.",
            "We computed the score \(runs) times, each time with other choices. \(ever) of the \(all) are then sometimes among the lowest ten percent. For \(often) that is at least half of the times."
        )
    }
    func indexShift(_ outcome: IndexOutcome) -> String {
        let shift = Numbers.text(outcome.uncertainty.meanShift, decimals: 1, in: language)
        return say(
            "Met andere keuzes verschuift een gebied gemiddeld \(shift) plaatsen.", "With other choices an area shifts \(shift) places on average.")
    }
    var indexByName: String {
        say(
            "De gebieden staan op alfabet. Een van je cijfers ligt gevoelig: een lijst van hoog naar laag kan een buurt een slechte naam geven.",
            "The areas stand in alphabetical order. One of your figures is sensitive: a list from high to low can give a neighbourhood a bad name.")
    }
    func overlap(_ first: Indicator, _ second: Indicator) -> String {
        let left = first.name[language], right = second.name[language]
        return say(
            "‘\(left)’ en ‘\(right)’ zeggen bijna hetzelfde. Samen tellen ze dus dubbel. Laat een van de twee weg, of geef ze minder gewicht.",
            "‘\(left)’ and ‘\(right)’ say nearly the same. So together they count double. Leave one of them out, or give them less weight.")
    }
    var indexCaption: String {
        say("Score van 0 (laag) tot 100 (hoog). Plaats 1 is de hoogste score.", "Score from 0 (low) to 100 (high). Place 1 is the highest score.")
    }
    var score: String { say("Score", "Score") }
    func placeRangeHead(_ count: Int) -> String { say("Plaats, in 90% van de keren (van \(count))", "Place, in 90% of the runs (of \(count))") }
    var nominalHead: String { say("Plaats met jouw keuzes", "Place with your choices") }
    var worstHead: String { say("Hoe vaak bij de laagste 10%", "How often among the lowest 10%") }
    func worst(_ share: Double) -> String { share == 0 ? say("nooit", "never") : say("\(percent(share)) van de keren", "\(percent(share)) of the runs") }
    func worstClass(_ colour: Int?) -> String {
        switch colour {
        case 5: say("minstens de helft van de keren bij de laagste 10%", "at least half of the runs among the lowest 10%")
        case 4: say("10 tot 50% van de keren", "10 to 50% of the runs")
        case 2: say("minder dan 10% van de keren", "less than 10% of the runs")
        case nil: say("te weinig bekend", "too little known")
        default: say("nooit", "never")
        }
    }
    var knownHead: String { say("Bekend", "Known") }
    var tooLittle: String { say("te weinig bekend", "too little known") }
    func indexMap(_ place: String) -> String {
        say("Kaart van \(place): hoe vaak bij de laagste tien procent", "Map of \(place): how often among the lowest ten percent")
    }
    var weightsCaption: String { say("Wat jij koos, en hoe zwaar het echt telt", "What you chose, and how heavily it really counts") }
    var nominalWeight: String { say("Gekozen gewicht", "Chosen weight") }
    var effectiveWeight: String { say("Samenhang met de score", "Correlation with the score") }
    var effectiveHelp: String {
        say(
            "Een samenhang dicht bij 1 betekent: dit cijfer bepaalt de score sterk. Rond 0 telt het nauwelijks mee, ook al gaf je het gewicht.",
            "A correlation close to 1 means: this figure decides the score strongly. Around 0 it hardly counts, even though you gave it weight.")
    }
    func good(_ isHighGood: Bool) -> String { isHighGood ? say("hoog is goed", "high is good") : say("laag is goed", "low is good") }

    // Choices
    var whichIndexFigures: String { say("Welke cijfers tellen mee?", "Which figures count?") }
    func whichIndexHint(_ bounds: ClosedRange<Int>) -> String {
        say(
            "Kies er \(bounds.lowerBound) tot en met \(bounds.upperBound). Kies cijfers die samen één idee vormen.",
            "Choose \(bounds.lowerBound) to \(bounds.upperBound). Choose figures that together form one idea.")
    }
    var weightsTitle: String { say("Hoe zwaar telt elk cijfer?", "How heavily does each figure count?") }
    var weightsHint: String {
        say(
            "Een gewicht van 2 telt dubbel. Kies je andere cijfers? Reken dan eerst uit, daarna kun je die gewicht geven.",
            "A weight of 2 counts double. Do you choose other figures? Compute first, then you can give them weight.")
    }
    var weightLabel: String { say("Gewicht", "Weight") }
    var goodLabel: String { say("Wat is goed?", "What is good?") }
    var runsLabel: String { say("Hoe vaak opnieuw rekenen", "How often to compute anew") }
    var runsHint: String { say("100 tot en met 5000", "100 to 5000") }
    var seedLabel: String { say("Startgetal van het toeval", "Seed of the chance") }
}

extension AnalysisFaults {
    static func weight(_ indicator: Indicator) -> Localized {
        Localized(
            nl: "Geef ‘\(indicator.name.nl)’ een gewicht van 0,1 tot en met 10", en: "Give ‘\(indicator.name.en)’ a weight from 0.1 to 10")
    }
}

/// How an index is read, in both languages.
enum IndexWords {
    static func interpretation(_ question: IndexQuestion) -> Interpretation {
        Interpretation(
            yields: Localized(
                nl: "Je vat meer cijfers samen in één score: een index. Je ziet meteen hoeveel die score aan jouw keuzes hangt.",
                en: "You sum up several figures in one score: an index. You see at once how much that score hangs on your choices."),
            reading: [
                Localized(
                    nl: "Kijk vooral naar de plaatsen in 90% van de keren. De plaats met jouw keuzes is er maar één van.",
                    en: "Look at the places in 90% of the runs first. The place with your choices is only one of them."),
                Localized(
                    nl: "Lees je ‘60% van de keren bij de laagste 10%’? Kies je net iets anders, dan hoort het gebied er in 4 van de 10 keer niet bij.",
                    en: "Do you read ‘60% of the runs among the lowest 10%’? Choose a little differently, and 4 out of 10 times the area is not among them."),
                Localized(
                    nl: "Kijk welke cijfers sterk samenhangen met de score. Die bepalen de uitkomst.",
                    en: "Look which figures correlate strongly with the score. They decide the outcome."),
            ],
            advantages: [
                Localized(nl: "Alle keuzes zijn zichtbaar: cijfers, gewicht, richting.", en: "All choices are visible: figures, weight, direction."),
                Localized(
                    nl: "Je ziet wat een ander had gevonden met net andere keuzes.",
                    en: "You see what another would have found with slightly different choices."),
            ],
            limits: [
                Localized(
                    nl: "Een hoog cijfer kan een laag cijfer goedmaken. Bekijk daarom ook de stapeling.",
                    en: "A high figure can make up for a low one. So look at the stacking too."),
                Localized(
                    nl: "De score vergelijkt alleen de gebieden op deze pagina. Met andere gebieden verandert hij.",
                    en: "The score compares only the areas on this page. With other areas it changes."),
                Localized(nl: "Welke cijfers meedoen, is een keuze en geen feit.", en: "Which figures take part is a choice and no fact."),
                Localized(nl: "De cijfers zijn niet allemaal van hetzelfde jaar.", en: "The figures are not all of the same year."),
            ],
            doesNotSay: [
                Localized(
                    nl: "De score is geen oordeel over een buurt of over de mensen die er wonen.",
                    en: "The score is no judgement on a neighbourhood or on the people who live there."),
                Localized(nl: "Een klein verschil in score of plaats betekent niets.", en: "A small difference in score or place means nothing."),
                Localized(
                    nl: "De score zegt niet wat je moet doen. Kijk daarvoor naar de cijfers zelf.",
                    en: "The score does not say what to do. Look at the figures themselves for that."),
            ],
            cautions: [.ecologicalFallacy, .stigma],
            method: Localized(
                nl:
                    "Gewogen gemiddelde van cijfers op een schaal van 0 tot 100 (OESO en JRC, 2008). Onzekerheid met Monte Carlo (Saisana, Saltelli en Tarantola, 2005)",
                en: "Weighted mean of figures on a scale from 0 to 100 (OECD and JRC, 2008). Uncertainty by Monte Carlo (Saisana, Saltelli and Tarantola, 2005)"
            ),
            parameters: [
                .init(
                    Localized(nl: "Schaal", en: "Scale"),
                    Localized(nl: "laagste gebied 0, hoogste 100; uitschieters niet bewerkt", en: "lowest area 0, highest 100; outliers not treated")),
                .init(
                    Localized(nl: "Steeds anders", en: "Each time different"),
                    Localized(
                        nl:
                            "schaal (0-100, z-score, rang), gemiddelde (rekenkundig, meetkundig), gewicht 25% meer of minder, één cijfer weg, cijfers binnen hun marge",
                        en:
                            "scale (0-100, z-score, rank), mean (arithmetic, geometric), weight 25% more or less, one figure left out, figures within their margin"
                    )),
                .init(
                    Localized(nl: "Aantal keren", en: "Number of runs"), Localized("\(question.runs ?? IndexQuestion.usualRuns)")),
                .init(
                    Localized(nl: "Wat ontbreekt", en: "What is missing"),
                    Localized(
                        nl: "het gewicht gaat naar de andere cijfers; geen score onder 70% bekend",
                        en: "its weight goes to the other figures; no score below 70% known")),
            ],
            version: 1, seed: UInt64(max(0, question.seed ?? 1)))
    }
}
