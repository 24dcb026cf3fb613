import Core
import Web

/// The words of the help page of the API in both languages.
struct APIHelp: PageWords {
    let language: Language

    static let address = PageAddress("hulp", "api")
    static let title = Localized(nl: "Cijfers opvragen met een programma", en: "Asking for figures with a program")

    var lead: String {
        say(
            "Met de API haalt je programma dezelfde cijfers op als je hier ziet. Dat is gratis, en je hebt geen sleutel nodig.",
            "With the API your program gets the same figures that you see here. It is free, and you need no key.")
    }

    var start: String { say("Zo begin je", "How to start") }
    var startText: String {
        say(
            "Elk adres hieronder geeft JSON. Open een voorbeeld in je browser, of plak het in je programma.",
            "Every address below gives JSON. Open an example in your browser, or paste it into your program.")
    }
    var root: String { say("Alle onderdelen", "All parts") }
    var machine: String { say("De beschrijving voor programma’s (OpenAPI 3.0)", "The description for programs (OpenAPI 3.0)") }

    var rules: String { say("Goed om te weten", "Good to know") }
    var rulesList: [String] {
        [
            say(
                "Geen waarde is nooit nul. Dan staat er null, met de reden.", "No value is never zero. Then it is null, with the reason."),
            say("Waarden zijn zoals de bron ze geeft. Wij ronden niet af.", "Values are as the source gives them. We do not round."),
            say(
                "Een code geldt samen met het jaar van de grenzen. Geef dat jaar mee als je cijfers bewaart.",
                "A code counts together with the year of the borders. Give that year when you keep figures."),
            say("Noem de bron. De woorden staan bij elk cijfer.", "Name the source. The words stand with every figure."),
            say(
                "Een lijst komt in pagina’s. Volg de link ‘next’ tot die er niet meer is.",
                "A list comes in pages. Follow the link ‘next’ until it is no longer there."),
            say(
                "Klopt je vraag niet? Dan noemt één antwoord alle fouten (application/problem+json).",
                "Is your request wrong? Then one answer names all faults (application/problem+json)."),
            say(
                "Tijden zijn in UTC. Grenzen zijn in CRS84, tenzij je met crs om RD of ETRS89 vraagt.",
                "Times are in UTC. Boundaries are in CRS84, unless you ask for RD or ETRS89 with crs."),
        ]
    }

    var operations: String { say("Wat je kunt vragen", "What you can ask") }
    var parameters: String { say("Wat je mee kunt geven", "What you can give") }
    var name: String { say("Naam", "Name") }
    var meaning: String { say("Wat het doet", "What it does") }
    var allowed: String { say("Wat mag", "What is allowed") }
    var inPath: String { say("deel van het adres", "part of the address") }
    var example: String { say("Voorbeeld", "Example") }
    func caption(_ path: String) -> String { say("Sleutels van \(path)", "Keys of \(path)") }
}
