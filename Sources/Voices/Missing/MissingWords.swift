import Core
import People

/// The sentences of who is missing, for everyone.
struct MissingWords: PageWords {
    let language: Language

    var title: String { say("Wie missen we?", "Who is missing?") }
    var lead: String { say("Wie deed er mee, naast wie er woont.", "Who took part, beside who lives there.") }
    var noWeights: String {
        say(
            "Wij tellen geen stem zwaarder of lichter. Dit laat zien waar wij nog langs moeten gaan.",
            "We weigh no vote more or less. This shows where we still must go.")
    }
    func participants(_ count: Int) -> String { say("Er stemden \(count) mensen.", "\(count) people voted.") }
    var nothingAsked: String { say("In dit gesprek vragen wij niets over jou.", "In this conversation we ask nothing about you.") }
    var few: String { say("Nog geen 20 mensen gaven antwoord. Daarom zeggen wij nog niets.", "Not yet 20 people answered. So we say nothing yet.") }
    func answered(_ count: Int, _ unanswered: Double?) -> String {
        let start = say("\(count) mensen gaven antwoord.", "\(count) people answered.")
        guard let unanswered else { return start }
        return start + " " + say("\(percent(unanswered)) van wie stemde, deed dat niet.", "\(percent(unanswered)) of who voted did not.")
    }
    func source(_ population: PopulationShares, _ question: Background) -> String {
        let unit =
            switch question {
            case .age: say("van de mensen vanaf 15 jaar", "of people from 15 years on")
            case .home: say("van de woningen, niet van de mensen", "of homes, not of people")
            case .household: say("van de huishoudens, niet van de mensen", "of households, not of people")
            case .neighbourhood: say("van alle inwoners", "of all inhabitants")
            }
        return say(
            "Wie er woont: deel \(unit) (\(population.source), \(population.period)).",
            "Who lives there: part \(unit) (\(population.source), \(population.period)).")
    }
    var noPopulation: String {
        say("Wij weten niet wie hier wonen. De cijfers zijn er niet of zijn geheim.", "We do not know who lives here. The figures are not there or are secret.")
    }
    var group: String { say("Groep", "Group") }
    var tookPart: String { say("Deed mee", "Took part") }
    var lives: String { say("Woont hier", "Lives here") }
    var verdictHead: String { say("Wat zegt dat?", "What does that say?") }
    var hidden: String { say("te weinig om te vertellen", "too few to tell") }

    func percent(_ share: Double) -> String { "\(Int((100 * share).rounded()))%" }

    /// `12 mensen, 20% (12% tot 32%)`
    func share(_ group: MissingGroup) -> String {
        guard let bounds = group.interval else { return say("\(group.people) mensen", "\(group.people) people") }
        let share = percent(Double(group.people) / Double(group.answered))
        return say(
            "\(group.people) mensen, \(share) (\(percent(bounds.lowerBound)) tot \(percent(bounds.upperBound)))",
            "\(group.people) people, \(share) (\(percent(bounds.lowerBound)) to \(percent(bounds.upperBound)))")
    }

    func verdict(_ group: MissingGroup, isCounted: Bool) -> String {
        let sentence =
            switch group.verdict {
            case .missing: say("Deze mensen missen wij.", "We miss these people.")
            case .under: say("Er deden er minder mee dan er wonen.", "Fewer took part than live here.")
            case .over: say("Er deden er meer mee dan er wonen.", "More took part than live here.")
            case .unclear: say("Geen duidelijk verschil.", "No clear difference.")
            case .alone: say("Niet te vergelijken.", "Cannot be compared.")
            }
        // How many are needed would tell how many there are.
        guard isCounted, group.verdict == .missing || group.verdict == .under, let range = group.toReach(rounding: 0.01) else { return sentence }
        let count =
            range.lowerBound == range.upperBound
            ? "\(range.lowerBound)" : say("\(range.lowerBound) tot \(range.upperBound)", "\(range.lowerBound) to \(range.upperBound)")
        return sentence + " " + say("Er zijn er nog \(count) nodig.", "\(count) more are needed.")
    }

    // MARK: About you

    var about: String { say("Over jou", "About you") }
    var aboutLead: String { say("Een paar korte vragen. Je hoeft ze niet te beantwoorden.", "A few short questions. You need not answer them.") }
    var promise: String {
        say(
            "Zo zien wij wie wij missen. Wij bewaren dit los van wat je zei, en gooien het een half jaar na het einde weg.",
            "So we see whom we miss. We keep this apart from what you said, and throw it away half a year after the end.")
    }
    var hint: String { say("Niemand ziet jouw antwoord.", "Nobody sees your answer.") }
    var noAnswer: String { say("Dat zeg ik niet", "I do not say") }
    var wrong: String { say("Kies een van de antwoorden", "Choose one of the answers") }
    var save: String { say("Bewaar", "Save") }
    var kept: String { say("Het is bewaard. Je kunt het hier veranderen of weghalen.", "It is kept. You can change it or take it away here.") }

    func question(_ question: Background) -> String {
        switch question {
        case .age: say("Hoe oud ben je?", "How old are you?")
        case .home: say("Huur je of is je huis van jou?", "Do you rent, or do you own your home?")
        case .household: say("Met wie woon je?", "With whom do you live?")
        case .neighbourhood: say("In welke buurt woon je?", "In which neighbourhood do you live?")
        }
    }

    func name(_ value: String) -> String {
        switch value {
        case "15-25": say("15 tot 25 jaar", "15 to 25")
        case "25-45": say("25 tot 45 jaar", "25 to 45")
        case "45-65": say("45 tot 65 jaar", "45 to 65")
        case "65-plus": say("65 of ouder", "65 or older")
        case "koop": say("Mijn huis is van mij", "I own my home")
        case "huur": say("Ik huur", "I rent")
        case "alleen": say("Alleen", "Alone")
        case "zonder-kinderen": say("Met anderen, zonder kinderen", "With others, without children")
        case "met-kinderen": say("Met kinderen", "With children")
        default: value
        }
    }
}

/// The sentences of the desk of who is missing.
struct MissingDeskWords: PageWords {
    let language: Language

    var lead: String { say("Zie welke mensen je nog mist, en maak een plan om hen op te zoeken.", "See which people you still miss, and plan to visit them.") }
    var ask: String { say("Kies wat je vraagt", "Choose what you ask") }
    var askLead: String {
        say("Vraag alleen wat je nodig hebt. Waar iemand vandaan komt, vragen wij nooit.", "Ask only what you need. We never ask where somebody comes from.")
    }
    var questions: String { say("Wat vraag je aan wie meedoet?", "What do you ask who takes part?") }
    var visits: String { say("Op bezoek", "Visits") }
    var visitsNone: String { say("Er zijn nog geen bezoeken gepland.", "No visits are planned yet.") }
    var plan: String { say("Plan een bezoek", "Plan a visit") }
    var people: String { say("Wie wil je spreken?", "Whom do you want to meet?") }
    var peopleHint: String { say("Een groep, zoals jongeren. Geen namen.", "A group, such as young people. No names.") }
    var peopleEmpty: String { say("Schrijf op wie je wilt spreken", "Write whom you want to meet") }
    var place: String { say("Waar ga je heen?", "Where do you go?") }
    var placeEmpty: String { say("Schrijf op waar je heen gaat", "Write where you go") }
    var visitor: String { say("Wie gaat erheen?", "Who goes there?") }
    var visitorHint: String { say("Een organisatie of een functie.", "An organisation or a function.") }
    var visitorEmpty: String { say("Schrijf op wie erheen gaat", "Write who goes there") }
    func by(_ visitor: String) -> String { say("Door: \(visitor).", "By: \(visitor).") }
    var done: String { say("Wij zijn geweest", "We have been there") }
    var isDone: String { say("Geweest.", "Been there.") }
}
