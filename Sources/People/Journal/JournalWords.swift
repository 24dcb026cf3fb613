import Core

/// The sentences of the search through the journal, in both languages.
struct JournalWords: PageWords {
    let language: Language

    var who: String { say("Wie deed het?", "Who did it?") }
    var everyone: String { say("Iedereen", "Everyone") }
    var what: String { say("Wat gebeurde er?", "What happened?") }
    var everything: String { say("Alles", "Everything") }
    var result: String { say("Uitkomst", "Result") }
    var allResults: String { say("Gedaan en geweigerd", "Done and refused") }
    var channel: String { say("Langs welke weg?", "By which way?") }
    var allChannels: String { say("Alle wegen", "All ways") }
    func channel(_ channel: Origin.Channel) -> String {
        switch channel {
        case .web: say("op de site", "on the site")
        case .commandLine: say("op de opdrachtregel", "on the command line")
        case .job: say("vanzelf, op de achtergrond", "by itself, in the background")
        }
    }
    var first: String { say("Vanaf welke dag?", "From which day?") }
    var last: String { say("Tot en met welke dag?", "Up to and including which day?") }
    var dayHint: String { say("Bijvoorbeeld: 31-12-2026", "For example: 31-12-2026") }
    var daysTurned: String { say("De laatste dag ligt voor de eerste. Draai ze om", "The last day is before the first. Turn them around") }
    var whoUnknown: String { say("Kies iemand uit de lijst", "Choose someone from the list") }
    var show: String { say("Zoek in het logboek", "Search the journal") }
    var nothing: String { say("Niets gevonden. Kies minder precies.", "Nothing found. Choose less precisely.") }
    var onlyThing: String { say("Je ziet alleen wat met één ding gebeurde.", "You see only what happened to one thing.") }
    var all: String { say("Toon het hele logboek", "Show the whole journal") }
    var thing: String { say("Waarmee", "With what") }
    var way: String { say("Weg", "Way") }
    var ofThis: String { say("Alles hierover", "All about this") }
}
