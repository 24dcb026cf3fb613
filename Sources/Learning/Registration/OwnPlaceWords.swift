import Core

/// The sentences of the page of one's own place.
struct OwnPlaceWords: PageWords {
    let language: Language

    var title: String { say("Jouw plek", "Your place") }
    var mine: String { say("Mijn bijeenkomsten", "My meetings") }
    var mineEmpty: String { say("Je hebt je nog nergens voor opgegeven.", "You have not registered for anything yet.") }
    var look: String { say("Bekijk de bijeenkomst", "Look at the meeting") }
    var own: String { say("Bekijk je plek", "See your place") }

    func state(_ standing: RegistrationStanding) -> String {
        switch standing {
        case .registered: say("Je hebt een plek.", "You have a place.")
        case .waiting: say("Je staat op de wachtlijst.", "You are on the waiting list.")
        case .offered: say("Er is een plek voor je. Kom je?", "There is a place for you. Are you coming?")
        case .cancelled: say("Je bent afgemeld.", "You are no longer registered.")
        case .left: say("Je staat niet meer op de lijst.", "You are no longer on the list.")
        case .declined: say("Je hebt de plek niet genomen.", "You did not take the place.")
        case .expired: say("Wij hielden een plek voor je vast. Die tijd is voorbij.", "We kept a place for you. That time is over.")
        case .moved: say("Je gaat op een andere dag.", "You are going on another day.")
        }
    }

    func ahead(_ people: Int) -> String {
        switch people {
        case 0: say("Je bent de eerste die aan de beurt is.", "You are first in line.")
        case 1: say("Er is één persoon voor je.", "There is one person before you.")
        default: say("Er zijn \(people) mensen voor je.", "There are \(people) people before you.")
        }
    }
    func rule(isStrict: Bool) -> String {
        isStrict
            ? say(
                "Wij gaan op volgorde. Past een groep voor je nog niet? Dan wacht jij ook.",
                "We go in order. If a group before you does not fit yet, you wait too.")
            : say(
                "De bijeenkomst is bijna. De eerste die past krijgt de plek.",
                "The meeting is soon. The first who fits gets the place.")
    }
    func together(_ people: Int) -> String { say("Jullie zijn met \(people) mensen.", "You are \(people) people together.") }
    func until(_ moment: String) -> String { say("Wij houden de plek vast tot \(moment).", "We keep the place until \(moment).") }
    var late: String { say("Je meldde je laat af.", "You cancelled late.") }

    func button(_ step: OwnStep) -> String {
        switch step {
        case .cancel: say("Meld je af", "Cancel")
        case .leave: say("Ga van de lijst", "Leave the list")
        case .accept: say("Ja, ik kom", "Yes, I am coming")
        case .decline: say("Nee, ik kom niet", "No, I am not coming")
        case .take: say("Neem deze plek", "Take this place")
        }
    }
    func warning(_ step: OwnStep) -> String {
        switch step {
        case .cancel: say("Je plek gaat dan naar de volgende.", "Your place then goes to the next person.")
        case .leave: say("Je raakt dan je plaats op de lijst kwijt.", "You then lose your place on the list.")
        case .accept: say("Dan heb je een plek.", "Then you have a place.")
        case .decline: say("De plek gaat dan naar de volgende.", "The place then goes to the next person.")
        case .take: say("Er is een plek vrij. Wie het eerst komt, heeft hem.", "A place is free. Whoever is first has it.")
        }
    }

    var join: String { say("Doe online mee", "Join online") }
    var joinLater: String {
        say("De link om mee te doen staat hier vanaf 24 uur voor het begin.", "The link to join stands here from 24 hours before the start.")
    }
    var file: String { say("Zet het in je agenda", "Put it in your calendar") }
    var when: String { say("Wanneer", "When") }
    var whereLabel: String { say("Waar", "Where") }
    var online: String { say("Online", "Online") }
    var yourGroup: String { say("Jouw groep", "Your group") }
    var preparation: String { say("Voorbereiding", "Preparation") }
    func minutes(_ count: Int) -> String { say("\(count) minuten", "\(count) minutes") }
    var words: String { say("Jouw vraag", "Your question") }
    var save: String { say("Bewaar", "Save") }
    var saved: String { say("Het is bewaard.", "It has been saved.") }
    var otherGroup: String { say("Een andere groep", "Another group") }
    var otherDate: String { say("Een andere dag", "Another day") }
    var otherDateLead: String {
        say("Je plek gaat pas weg als je zeker een andere hebt.", "Your place goes only when you have another for sure.")
    }
    var go: String { say("Ga op deze dag", "Go on this day") }
    var calendar: String { say("Je eigen agenda", "Your own calendar") }
    var calendarLead: String {
        say(
            "Met een geheime link zie je al je bijeenkomsten in je agenda. Geef die link aan niemand.",
            "With a secret link you see all your meetings in your calendar. Give that link to nobody.")
    }
    var calendarMake: String { say("Maak een link", "Make a link") }
    var calendarAgain: String { say("Maak een nieuwe link", "Make a new link") }
    var calendarEnd: String { say("Zet de link uit", "Switch the link off") }
    var calendarOn: String { say("Je hebt een link. Je ziet hem alleen als je hem maakt.", "You have a link. You see it only when you make it.") }
    var calendarCopy: String { say("Neem deze link nu over. Je ziet hem maar één keer.", "Copy this link now. You see it only once.") }

    // MARK: Refused

    func refusal(_ fault: RegistrationStore.Fault) -> String {
        switch fault {
        case .full: say("Daar is net geen plek meer. Er verandert niets.", "There is no place any more. Nothing changes.")
        case .over: say("Daar is het te laat voor.", "It is too late for that.")
        case .taken: say("Daar heb je al een plek.", "You have a place there already.")
        case .state, .unknown: say("Dat kan nu niet. Hieronder zie je hoe het zit.", "That is not possible now. Below you see how things are.")
        }
    }
}
