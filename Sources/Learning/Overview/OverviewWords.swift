import Core

/// The words of the overview for who organises.
struct OverviewWords: PageWords {
    let language: Language

    static func both(_ path: KeyPath<OverviewWords, String>) -> Localized {
        Localized(nl: OverviewWords(.nl)[keyPath: path], en: OverviewWords(.en)[keyPath: path])
    }

    var title: String { say("Wat op je wacht", "What waits for you") }
    func title(_ programme: String) -> String { title + ": " + programme }
    var lead: String {
        say(
            "Je ziet hier wat nu aandacht vraagt. Achter elke regel staat wat je kunt doen.",
            "You see what asks for attention now. Each line says what you can do.")
    }
    var nothing: String { say("Er wacht nu niets op je.", "Nothing waits for you now.") }
    var none: String { say("Niets.", "Nothing.") }

    var unheard: String { say("Van wie je niets hoort", "Who was not heard") }
    func unheard(_ count: Int, of all: Int) -> String {
        say(
            "\(count) van \(all) gemeenten deden 6 maanden niet mee. Niemand schreef zich in, gaf antwoord of kwam in een groep.",
            "\(count) of \(all) municipalities did not take part for 6 months. Nobody registered, answered or came to a group.")
    }
    var noMunicipalities: String {
        say("Er doen nog geen gemeenten mee. Zet ze bij het programma.", "No municipalities take part yet. Add them to the programme.")
    }
    var addMunicipalities: String { say("Zet gemeenten erbij", "Add municipalities") }
    var invite: String { say("Nodig uit", "Invite") }
    var plan: String { say("Plan een bijeenkomst", "Plan a meeting") }

    var requests: String { say("Vragen om hulp die open staan", "Open questions for help") }
    func request(_ label: String, _ days: Int) -> String {
        switch days {
        case 0: label + say(", sinds vandaag", ", since today")
        case 1: label + say(", sinds gisteren", ", since yesterday")
        default: label + say(", al \(days) dagen", ", for \(days) days")
        }
    }
    var find: String { say("Zoek wie dit weet", "Find who knows") }

    var meetings: String { say("Een programma dat nog niet klaar is", "Programmes that are not ready") }
    func due(_ day: String, isLate: Bool) -> String { (isLate ? say("te laat, ", "late, ") : "") + day }
    var finish: String { say("Maak het programma af", "Finish the programme") }

    var lookBacks: String { say("Terugblikken die te laat zijn", "Late look-backs") }
    func lookBack(_ day: String) -> String { say("had er \(day) moeten zijn", "was due on \(day)") }
    var write: String { say("Schrijf de terugblik", "Write the look-back") }

    var calls: String { say("Oproepen", "Calls") }
    func unplaced(_ count: Int) -> String {
        count == 1
            ? say("1 antwoord heeft nog geen plek", "1 answer has no place yet")
            : say("\(count) antwoorden hebben nog geen plek", "\(count) answers have no place yet")
    }
    var sort: String { say("Orden de antwoorden", "Sort the answers") }
    func closes(_ day: String) -> String { say("sluit op \(day)", "closes on \(day)") }
    var spread: String { say("Vraag meer mensen", "Ask more people") }
    var toPublish: String { say("de uitkomst is klaar en staat nog nergens", "the outcome is ready and stands nowhere yet") }
    var publish: String { say("Laat de uitkomst zien", "Show the outcome") }

    var offers: String { say("Plekken die mensen niet namen", "Places that people did not take") }
    func expired(_ count: Int) -> String {
        count == 1
            ? say("1 persoon gaf geen antwoord op tijd", "1 person did not answer in time")
            : say("\(count) mensen gaven geen antwoord op tijd", "\(count) people did not answer in time")
    }
    var people: String { say("Bekijk wie er komt", "See who comes") }

    var clusters: String { say("Wie je bij elkaar kunt brengen", "Whom you can bring together") }
    func cluster(_ label: String, _ count: Int) -> String {
        label + say(", gevraagd door \(count) organisaties", ", asked by \(count) organisations")
    }
    var introduce: String { say("Breng ze bij elkaar", "Bring them together") }
    var more: String { say("Meer over dit programma", "More about this programme") }
    var report: String { say("Hoe het netwerk leert", "How the network learns") }
    var results: String { say("Wat mensen later gebruikten", "What people used later") }
}
