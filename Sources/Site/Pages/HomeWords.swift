import Areas
import Core
import Figures

/// The sentences of the start page in both languages.
struct HomeWords: PageWords {
    let language: Language

    var title: String { say("Zie hoe het gaat met jouw buurt", "See how your neighbourhood is doing") }
    var lead: String {
        say("Leefkring laat zien wat er over een buurt bekend is. En wat niet.", "Leefkring shows what is known about a neighbourhood. And what is not.")
    }
    var start: String { say("Begin bij je eigen buurt", "Start with your own neighbourhood") }
    var examples: String { say("Of kijk eerst rond", "Or look around first") }
    var examplesLead: String {
        say("De grootste buurt van zes gemeenten, van klein tot groot.", "The largest neighbourhood of six municipalities, from small to large.")
    }
    var browse: String { say("Blader door alle gemeenten", "Browse all municipalities") }
    var what: String { say("Wat lees je in een profiel?", "What does a profile tell you?") }

    /// Heading and sentence of the three things a profile does.
    var points: [(String, String)] {
        [
            (
                say("Eerst een zin, dan het cijfer", "First a sentence, then the figure"),
                say(
                    "Bij elk cijfer staat in gewone taal wat het betekent. Je ziet ook waar de buurt staat tussen de andere.",
                    "Every figure comes with a plain sentence on what it means. You also see where the neighbourhood stands among the others.")
            ),
            (
                say("Hoe zeker is het?", "How certain is it?"),
                say(
                    "Cijfers zijn afgerond of geschat. Wij zeggen hoeveel ruimte er zit. Bij kleine aantallen waarschuwen wij.",
                    "Figures are rounded or estimated. We say how much room that leaves. With small numbers we warn you.")
            ),
            (
                say("Wat weten wij niet?", "What do we not know?"),
                say(
                    "Ontbreekt er een cijfer? Dan staat erbij waarom. Een leeg vak is bij ons nooit een nul.",
                    "Is a figure missing? Then we say why. An empty space is never a zero here.")
            ),
        ]
    }

    var known: String { say("Wat er nu in staat", "What is in it now") }
    /// How much there is of what.
    func counts(_ map: AreaMap, _ book: FigureBook) -> [(name: String, count: Int)] {
        [
            (say("gemeenten", "municipalities"), map.areas(of: .municipality).count),
            (say("wijken", "districts"), map.areas(of: .district).count),
            (say("buurten", "neighbourhoods"), map.areas(of: .neighbourhood).count),
            (say("soorten cijfers", "kinds of figures"), book.indicators.count),
            (say("leveringen van bronnen", "deliveries from sources"), book.editions.count),
        ].filter { $0.1 > 0 }
    }
    var sourcesLink: String { say("Bekijk de bronnen", "See the sources") }
    var empty: String {
        say(
            "Er zijn nog geen gebieden ingelezen. Een beheerder kan dat doen met ‘leefkring bundle load’ of ‘leefkring import’.",
            "No areas have been imported yet. An administrator can do so with ‘leefkring bundle load’ or ‘leefkring import’.")
    }
}
