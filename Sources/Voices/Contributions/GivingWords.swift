import Core

/// Words of every page where someone gives something: at the door, before sending, and with the code afterwards.
struct GivingWords: PageWords {
    let language: Language

    // MARK: At the door

    var closed: String { say("Dit gesprek is nu niet open.", "This conversation is not open now.") }
    var needsCode: String { say("Voor dit gesprek heb je een code uit een brief nodig.", "For this conversation you need a code from a letter.") }
    var toCode: String { say("Typ je code", "Type your code") }
    var needsAccount: String { say("Voor dit gesprek moet je je aanmelden.", "For this conversation you must sign in.") }
    var toAccount: String { say("Meld je aan", "Sign in") }

    // MARK: Before sending

    var hintTitle: String { say("Staat hier iets in over een mens?", "Does this tell who someone is?") }
    var hintLead: String {
        say(
            "Deze stukken lijken op een naam, een adres of een nummer. Haal ze weg, of verstuur het zo. Dan kijkt een moderator.",
            "These parts look like a name, an address or a number. Take them out, or send it as it is. Then a moderator looks.")
    }
    var change: String { say("Verander de tekst hieronder", "Change the text below") }
    var sendAnyway: String { say("Verstuur zoals het is", "Send as it is") }

    // MARK: The code

    var waits: String { say("Een moderator leest het eerst.", "A moderator reads it first.") }
    var code: String { say("Dit is jouw code. Schrijf hem op: we laten hem één keer zien.", "This is your code. Write it down: we show it once.") }
    var codeUse: String {
        say(
            "Met de code zie je wat ermee is gebeurd. Je kunt het ook weer weghalen.",
            "With the code you see what became of it. You can also take it back.")
    }
    var follow: String { say("Bekijk wat ermee is gebeurd", "See what became of it") }
    var proofGone: String { say("Deze pagina is verlopen. De code laten we niet nog een keer zien.", "This page has expired. We do not show the code again.") }
}
