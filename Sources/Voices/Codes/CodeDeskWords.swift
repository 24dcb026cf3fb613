import Core

/// The words of who hands out codes and of who helps at a screen.
struct CodeDeskWords: PageWords {
    let language: Language

    var title: String { say("Codes", "Codes") }
    var lead: String { say("Geef codes uit, en houd bij wat ermee gebeurt.", "Hand out codes, and keep track of what becomes of them.") }
    var issue: String { say("Geef codes uit", "Hand out codes") }
    var issueLead: String {
        say(
            "Je krijgt de codes één keer. Wij bewaren ze niet. Bewaar het bestand dus goed. Zet zelf de adressen erbij.",
            "You get the codes once. We do not keep them. So keep the file safe. Add the addresses yourself.")
    }
    var purpose: String { say("Waarvoor?", "What for?") }
    var amount: String { say("Hoeveel codes?", "How many codes?") }
    var amountHint: String { say("Van 1 tot en met 20.000.", "From 1 to 20,000.") }
    var amountFault: String { say("Vul een getal in van 1 tot en met 20000", "Enter a number from 1 to 20000") }
    var cardsFault: String { say("Een pagina met kaartjes kan tot 200 codes. Kies een bestand.", "A page of cards takes up to 200 codes. Choose a file.") }
    var note: String { say("Notitie voor jezelf", "A note for yourself") }
    var noteHint: String { say("Bijvoorbeeld: brieven van 1 oktober. Schrijf geen namen op.", "For example: letters of 1 October. Write no names.") }
    var form: String { say("Hoe wil je ze?", "In which form?") }
    var asFile: String { say("Als bestand voor de drukker", "As a file for the printer") }
    var asCards: String { say("Als pagina met kaartjes", "As a page of cards") }
    var choose: String { say("Kies een antwoord", "Choose an answer") }
    var batches: String { say("Uitgegeven codes", "Codes handed out") }
    var none: String { say("Er zijn nog geen codes.", "There are no codes yet.") }
    var day: String { say("Dag", "Day") }
    var cards: String { say("Kaartjes met een code", "Cards with a code") }
    var cardsLead: String {
        say("Print deze pagina nu. De codes zie je hierna niet meer.", "Print this page now. You will not see the codes again.")
    }
    var picture: String { say("Vierkant met puntjes dat je met een telefoon leest", "A square of dots that a telephone can read") }
    var cardUse: String { say("Ga naar deze pagina en vul de code in:", "Go to this page and enter the code:") }
    func cardNumber(_ number: Int) -> String { say("Nummer \(number)", "Number \(number)") }

    // MARK: After handing out

    var mark: String { say("Schrijf op wat er met codes gebeurde", "Write down what became of codes") }
    var batch: String { say("Welke codes?", "Which codes?") }
    var numbers: String { say("Nummers", "Numbers") }
    var numbersHint: String { say("Bijvoorbeeld: 3, 7-9", "For example: 3, 7-9") }
    var numbersFault: String { say("Vul nummers in, met een komma ertussen", "Enter numbers with commas between them") }
    var numbersUnknown: String {
        say("Een van deze nummers is er niet, of is al gebruikt. Er is niets veranderd.", "One of these numbers is not there or was used. Nothing has changed.")
    }
    var state: String { say("Wat is er gebeurd?", "What happened?") }
    var reason: String { say("Waarom geldt de code niet meer?", "Why is the code not valid any more?") }
    var reasonEmpty: String { say("Schrijf op waarom de code niet meer geldt", "Write why the code is not valid any more") }
    var save: String { say("Bewaar", "Save") }
    var replace: String { say("Geef een nieuwe code", "Give a new code") }
    var replaceLead: String { say("De oude code geldt daarna niet meer.", "The old code is not valid after that.") }
    var number: String { say("Nummer van de oude code", "Number of the old code") }
    var numberFault: String { say("Vul één nummer in", "Enter one number") }
    var paper: String { say("Code op een papier", "Code on a sheet") }
    var paperLead: String {
        say("Neem je een papier over? Vul dan hier de code in die erop staat.", "Do you copy a sheet? Then enter the code on it here.")
    }
    var paperSave: String { say("Op papier gebruikt", "Used on paper") }
    func used(_ state: String) -> String { say("Dat kan niet. Deze code staat op: \(state).", "Not possible. This code is marked: \(state).") }
    var account: String { say("De telling", "The count") }
    var fits: String { say("De aantallen kloppen met elkaar.", "The numbers agree.") }
    var fitsNot: String { say("De aantallen kloppen niet met elkaar. Vraag het beheer om hulp.", "The numbers do not agree. Ask the administrators for help.") }
    var close: String { say("Sluit de telling af", "Close the count") }
    var closeLead: String {
        say("Daarna kan niemand nog iets aan een code veranderen. Iedereen ziet de telling.", "After that nobody can change a code. Everyone sees the count.")
    }
    var closeLater: String { say("Dit kan pas als het gesprek voorbij is.", "This can be done once the conversation is over.") }
    var notNow: String { say("Dit kan nu niet. Kijk nog eens op de pagina met codes.", "This cannot be done now. Look at the page of codes again.") }
    var done: String { say("Wij hebben het bewaard.", "We have saved it.") }

    func name(_ purpose: CodeBatch.Purpose) -> String {
        switch purpose {
        case .letters: say("Brieven per post", "Letters by post")
        case .byHand: say("Met de hand gebracht, bij een geheim adres", "Served by hand, at a secret address")
        case .sheets: say("Werkbladen van een bijeenkomst", "Sheets of a meeting")
        case .strips: say("Strookjes aan een balie", "Strips at a desk")
        }
    }

    // MARK: Helping

    var assist: String { say("Help iemand meedoen", "Help someone take part") }
    var assistLead: String {
        say(
            "Iemand zit naast je of belt, en wil meedoen. Jij typt. Dat kan een half uur, daarna stopt het vanzelf.",
            "Someone sits beside you or calls, and wants to take part. You type. It takes at most half an hour and then ends by itself.")
    }
    var assistRule: String {
        say(
            "Schrijf op wat de ander zegt, niet wat jij denkt. Wij houden bij wie hielp, wanneer en waarom.",
            "Write what the other says, not what you think. We keep who helped, when and why.")
    }
    var assistReason: String { say("Waarmee help je?", "What do you help with?") }
    var begin: String { say("Begin met helpen", "Begin helping") }
    var end: String { say("Klaar met helpen", "Done helping") }
    var ended: String { say("Je bent klaar met helpen.", "You are done helping.") }
    var strip: String {
        say(
            "Geef de ander het papier met de code. Daarmee ziet de ander later wat er gebeurt, en kan de ander het terugnemen.",
            "Give the other the paper with the code. With it they see later what happens, and can take it back.")
    }
    func banner(_ moment: String) -> String {
        say("Je helpt nu iemand anders. Dat stopt op \(moment).", "You are helping somebody else now. It ends on \(moment).")
    }

    func name(_ reason: AssistSession.Reason) -> String {
        switch reason {
        case .screen: say("Werken met een scherm", "Working with a screen")
        case .tongue: say("De taal", "The language")
        case .telephone: say("Iemand belt om mee te doen", "Someone calls to take part")
        case .reading: say("Lezen of schrijven", "Reading or writing")
        case .other: say("Iets anders", "Something else")
        }
    }
}
