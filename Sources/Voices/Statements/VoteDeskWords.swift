import Core
import People

/// The sentences of the desk of statements.
struct VoteDeskWords: PageWords {
    let language: Language

    var title: String { say("Stellingen", "Statements") }
    var lead: String { say("De stellingen van dit gesprek, en hoe vaak mensen stemden.", "The statements of this conversation, and how often people voted.") }
    var kept: String { say("Het is bewaard.", "It is kept.") }
    var seeds: String { say("Voeg stellingen toe", "Add statements") }
    var seedsHint: String {
        say(
            "Eén op elke regel, hoogstens 140 tekens. Schrijf er tien of meer voordat het begint.",
            "One on each line, at most 140 signs. Write ten or more before it begins.")
    }
    var seedsEmpty: String { say("Schrijf een stelling op", "Write a statement") }
    var seedsMany: String { say("Voeg hoogstens 100 stellingen tegelijk toe", "Add at most 100 statements at once") }
    func seedTooLong(_ line: Int) -> String { say("Regel \(line) is te lang: hoogstens 140 tekens", "Line \(line) is too long: at most 140 signs") }
    var language2: String { say("In welke taal zijn ze?", "In which language are they?") }
    var seedsFull: String { say("Er zijn al genoeg stellingen", "There are enough statements already") }
    var isOver: String { say("Dit gesprek is voorbij.", "This conversation is over.") }
    var add: String { say("Voeg toe", "Add") }

    var list: String { say("Alle stellingen", "All statements") }
    var none: String { say("Er zijn nog geen stellingen.", "There are no statements yet.") }
    var listLead: String {
        say(
            "Hier staat hoe vaak er is gestemd, en niet wat mensen stemden. Dat staat op de pagina van de uitkomst.",
            "Here stands how often people voted, and not how. That stands on the page of the outcome.")
    }
    var number: String { say("Nummer", "Number") }
    var text: String { say("Stelling", "Statement") }
    var from: String { say("Van", "From") }
    var team: String { say("het team", "the team") }
    var resident: String { say("een bewoner", "a resident") }
    var votes: String { say("Stemmen", "Votes") }
    var ways: String { say("Manier", "Way") }
    var forEveryone: String { say("Laat iedereen deze zien", "Show these to everyone") }
    var forEveryoneHint: String { say("Kies er hoogstens drie. Die krijgt iedereen vroeg te zien.", "Choose three at most. Everyone gets to see those early.") }
    var forEveryoneMany: String { say("Kies hoogstens drie stellingen", "Choose at most three statements") }
    var save: String { say("Bewaar", "Save") }

    var warnings: String { say("Let op", "Take note") }
    func uneven(_ most: Int, _ least: Int) -> String {
        say(
            "Stelling \(most) kreeg meer dan tien keer zo veel stemmen als stelling \(least). Toch zijn ze even oud.",
            "Statement \(most) got more than ten times as many votes as statement \(least), and they are of the same age.")
    }
    var allEqual: String {
        say(
            "Alle stellingen hebben nu dezelfde kans. Dat klopt niet: meld het bij de beheerder.",
            "All statements now have the same chance. That is wrong: tell the administrator.")
    }

    var crowds: String { say("Veel mensen van één plek", "Many people from one place") }
    var crowdsLead: String {
        say(
            "Er kwamen in korte tijd veel mensen van één plek op het netwerk. Misschien zaten ze samen in een zaal. Kijk ernaar en beslis.",
            "Many people came in a short time from one place on the network. Perhaps they sat together in a room. Have a look and decide.")
    }
    var crowdsNone: String { say("Er staat nu niemand apart.", "Nobody is kept apart now.") }
    func crowd(_ people: Int, isApart: Bool) -> String {
        let who =
            people == 1
            ? say("1 mens van één plek", "1 person from one place") : say("\(people) mensen van één plek", "\(people) people from one place")
        return who + (isApart ? say(", apart gehouden", ", kept apart") : say(", tellen mee", ", counted"))
    }
    var reason: String { say("Waarom?", "Why?") }
    var reasonEmpty: String { say("Kies waarom", "Choose why") }
    func name(_ reason: CrowdReason) -> String {
        switch reason {
        case .together: say("Zij zaten samen in een zaal", "They sat together in a room")
        case .network: say("Zij delen een netwerk, zoals een school of een flat", "They share a network, such as a school or a block of flats")
        case .strange: say("Het lijkt nagemaakt", "It looks made up")
        case .asked: say("Wij hebben het nagevraagd", "We asked about it")
        }
    }
    var countThem: String { say("Tel mee", "Count them") }
    var keepApart: String { say("Houd apart", "Keep apart") }
    var changed: String { say("Dit is intussen anders. Kijk opnieuw.", "This is different meanwhile. Look again.") }
    var toResults: String { say("Bekijk de uitkomst", "See the outcome") }
}
