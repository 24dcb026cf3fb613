import Core

/// The sentences of the list of participants, for organisers.
struct ParticipantWords: PageWords {
    let language: Language

    var title: String { say("Wie er komt", "Who is coming") }
    func titleOf(_ meeting: String) -> String { say("Wie er komt: \(meeting)", "Who is coming: \(meeting)") }
    var nobody: String { say("Er is nog niemand.", "There is nobody yet.") }
    var logged: String {
        say("Je ziet hier gegevens van mensen. Dat je keek, staat in het logboek.", "You see data of people here. That you looked is in the log.")
    }
    var file: String { say("Lijst als CSV", "List as CSV") }
    var done: String { say("Het is bewaard.", "It has been saved.") }

    var placed: String { say("Zij hebben een plek", "They have a place") }
    var waiting: String { say("Zij wachten", "They wait") }
    func gone(_ people: Int) -> String {
        people == 1
            ? say("Eén persoon is afgemeld of van de lijst.", "One person cancelled or is off the list.")
            : say("\(people) mensen zijn afgemeld of van de lijst.", "\(people) people cancelled or are off the list.")
    }

    var name: String { say("Naam", "Name") }
    var mail: String { say("Mailadres", "Mail address") }
    var role: String { say("Rol", "Role") }
    var municipality: String { say("Gemeente", "Municipality") }
    var way: String { say("Hoe", "How") }
    var need: String { say("Wil leren", "Wants to learn") }
    var caseText: String { say("Voorbeeld", "Example") }
    var extra: String { say("Goed om te weten", "Good to know") }
    var group: String { say("Groep", "Group") }
    var number: String { say("Volgorde", "Order") }
    var standing: String { say("Hoe het staat", "State") }
    var action: String { say("Wat je kunt doen", "What you can do") }
    func way(_ way: Presence) -> String {
        switch way {
        case .physical: say("Op de plek", "On location")
        case .online: say("Online", "Online")
        }
    }
    func standing(_ standing: RegistrationStanding) -> String {
        switch standing {
        case .registered: say("Heeft een plek", "Has a place")
        case .waiting: say("Wacht", "Waits")
        case .offered: say("Heeft een aanbod", "Has an offer")
        case .cancelled: say("Afgemeld", "Cancelled")
        case .left: say("Van de lijst", "Off the list")
        case .declined: say("Nam de plek niet", "Did not take the place")
        case .expired: say("Antwoordde niet op tijd", "Did not answer in time")
        case .moved: say("Gaat op een andere dag", "Goes on another day")
        }
    }
    var remove: String { say("Haal weg", "Take off") }
    func whom(_ name: String) -> String { say(" \(name)", " \(name)") }

    // MARK: Adding

    var add: String { say("Voeg iemand toe", "Add someone") }
    var addLead: String {
        say(
            "Is het vol? Dan komt deze persoon op de wachtlijst. Wil je meer mensen? Maak dan eerst meer plaatsen.",
            "Is it full? Then this person joins the waiting list. Want more people? First make more places.")
    }

    // MARK: Places

    var places: String { say("Plaatsen", "Places") }
    var capacity: String { say("Hoeveel mensen kunnen komen?", "How many people can come?") }
    var capacityHint: String { say("Laat leeg als er geen grens is.", "Leave empty for no limit.") }
    var online: String { say("Hoeveel mensen kunnen online meedoen?", "How many people can join online?") }
    var wholeNumber: String { say("Schrijf een heel getal", "Write a whole number") }
    var lowering: String {
        say("Minder plaatsen? Niemand raakt zijn plek kwijt.", "Fewer places? Nobody loses their place.")
    }
    var save: String { say("Bewaar", "Save") }
    var kept: String { say("Plaatsen die je vasthoudt", "Places that you keep") }
    var keptLead: String {
        say(
            "Houd plaatsen vast voor een groep. Na de dag die je kiest zijn ze voor iedereen.",
            "Keep places for a group. After the day you choose they are for everyone.")
    }
    func lot(_ count: Int, _ group: String, _ until: String) -> String {
        count == 1
            ? say("Eén plek voor \(group) tot \(until)", "One place for \(group) until \(until)")
            : say("\(count) plaatsen voor \(group) tot \(until)", "\(count) places for \(group) until \(until)")
    }
    var keepFor: String { say("Voor wie?", "For whom?") }
    var keepForEmpty: String { say("Kies een rol, of vul een gemeente in", "Choose a role, or fill in a municipality") }
    var anyRole: String { say("Geen rol", "No role") }
    var keepCount: String { say("Hoeveel plaatsen?", "How many places?") }
    var keepUntil: String { say("Tot en met welke dag?", "Up to which day?") }
    var keepUntilHint: String { say("Bijvoorbeeld 31-12-2027", "For instance 31-12-2027") }
    var keepUntilWrong: String { say("Kies een dag voordat je kunt sluiten", "Choose a day before registration closes") }
    var municipalityWrong: String { say("Die gemeente kennen we niet", "We do not know that municipality") }
    var keep: String { say("Houd vast", "Keep") }
    var release: String { say("Geef vrij", "Release") }

    // MARK: Attendance

    var attendance: String { say("Wie was er?", "Who was there?") }
    func attendance(_ attendance: Attendance) -> String {
        switch attendance {
        case .unknown: say("Weet ik niet", "I do not know")
        case .present: say("Was er", "Was there")
        case .absent: say("Was er niet", "Was not there")
        }
    }

    // MARK: Dividing

    var divide: String { say("Deel in groepen in", "Divide over groups") }
    var divideLead: String {
        say(
            "Dit is een voorstel. Het volgt de wensen en wie het eerst kwam. Er verandert pas iets als je het bewaart.",
            "This is a proposal. It follows the wishes and who came first. Nothing changes until you save it.")
    }
    var pin: String { say("Laat staan", "Keep here") }
    var wish: String { say("Wensen", "Wishes") }
    func unplaced(_ names: String) -> String { say("Voor hen is geen plek in een groep: \(names).", "There is no place in a group for: \(names).") }
    var noGroups: String { say("Er zijn nog geen groepen in het programma.", "There are no groups in the programme yet.") }
    var groupFull: String { say("Een groep zou te vol worden. Er is niets bewaard.", "A group would become too full. Nothing was saved.") }
    var confirm: String { say("Bewaar deze indeling", "Save this division") }
    var moved: String { say("Wie in een andere groep komt, krijgt een mail.", "Whoever comes into another group gets a mail.") }
    var noGroup: String { say("Nog geen groep", "No group yet") }

    func refusal(_ fault: RegistrationStore.Fault) -> String {
        switch fault {
        case .full: groupFull
        case .over: say("Daar is het te laat voor.", "It is too late for that.")
        default: say("Dat kan nu niet. Kijk hoe het er nu voor staat.", "That is not possible now. Look how things are now.")
        }
    }
}
