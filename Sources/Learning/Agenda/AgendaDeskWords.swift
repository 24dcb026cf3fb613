import Core

/// The sentences for who makes an agenda, in both languages.
struct AgendaDeskWords: PageWords {
    let language: Language

    var title: String { say("Werk aan de leeragenda", "Work on the learning agenda") }
    var lead: String {
        say(
            "Jullie kiezen wat erop staat en in welke volgorde. Geen som doet dat voor jullie.",
            "You choose what is on it and in what order. No sum does that for you.")
    }
    var add: String { say("Zet iets op de agenda", "Put something on the agenda") }
    var addLead: String { say("Het begint als voorstel. Daarna spreek je het af.", "It begins as a proposal. After that you agree on it.") }
    var edit: String { say("Pas dit punt aan", "Change this item") }
    var save: String { say("Bewaar", "Save") }
    var order: String { say("Volgorde", "Order") }
    var item: String { say("Punt", "Item") }
    var counts: String { say("Tellingen", "Counts") }
    var move: String { say("Verplaats", "Move") }
    var moveReason: String { say("Waarom hoger dan de tellingen zeggen?", "Why higher than the counts say?") }
    var moveHint: String { say("Alleen nodig als de tellingen iets anders zeggen.", "Only needed where the counts say something else.") }
    var departs: String {
        say(
            "De tellingen zijn voor het andere punt. Schrijf op waarom je toch wisselt.",
            "The counts are for the other item. Write why you change all the same.")
    }
    func up(_ title: String) -> String { say("Omhoog: \(title)", "Up: \(title)") }
    func down(_ title: String) -> String { say("Omlaag: \(title)", "Down: \(title)") }
    var nothing: String { say("Hier staat nog niets.", "There is nothing here yet.") }
    var ended: String { say("Klaar, geparkeerd of vervallen", "Done, parked or dropped") }

    // MARK: Fields

    var name: String { say("Hoe heet het thema of de vraag?", "What is the theme or question called?") }
    var nameEmpty: String { say("Vul een titel in", "Fill in a title") }
    var words: String { say("Waar gaat het over?", "What is it about?") }
    var theme: String { say("Bij welk thema hoort het?", "To which theme does it belong?") }
    var noTheme: String { say("Geen thema", "No theme") }
    var subjects: String { say("Welke onderwerpen zitten erin?", "What subjects are in it?") }
    var onePerLine: String { say("Zet elk op een eigen regel.", "Put each on its own line.") }
    var questions: String { say("Wat willen jullie weten?", "What do you want to know?") }
    var domains: String { say("Welke domeinen raakt het?", "Which domains does it touch?") }
    var reinforces: String { say("Hoe maken die elkaar sterker?", "How do these make each other stronger?") }
    var level: String { say("Op welke schaal speelt het?", "On what scale does it play?") }
    var everyLevel: String { say("Op elke schaal", "On every scale") }
    var toughness: String { say("Is het een taai vraagstuk?", "Is it a tough issue?") }
    var tough: String { say("Ja, dit is al lang lastig", "Yes, this has been hard for long") }
    var whyTough: String { say("Waarom is het taai?", "Why is it tough?") }
    var whyToughEmpty: String { say("Schrijf op waarom het taai is", "Write why it is tough") }
    var perspective: String { say("Wat kun je eraan doen?", "What can you do about it?") }
    var organisation: String { say("Welke organisatie trekt dit?", "Which organisation owns this?") }
    var nobody: String { say("Nog geen", "None yet") }
    var person: String { say("Mailadres van wie het trekt", "Mail address of who owns it") }
    var personHint: String {
        say("Alleen wie is aangemeld, ziet de naam. Niemand ziet het adres.", "Only who signed in sees the name. Nobody sees the address.")
    }
    var personUnknown: String { say("Er is geen account met dit adres", "There is no account with this address") }
    var adHoc: String { say("Waarom komt dit er tussendoor bij?", "Why is this added in between?") }
    var adHocHint: String { say("Laat leeg als het uit een gewone ronde komt.", "Leave empty when it comes from an ordinary round.") }
    var issues: String { say("Uit welke vraagstukken komt het?", "From which issues does it come?") }
    var choose: String { say("Kies een van de antwoorden", "Choose one of the answers") }

    // MARK: Steps

    var step: String { say("Volgende stap", "Next step") }
    func step(_ state: AgendaItem.State) -> String {
        switch state {
        case .proposed: say("Stel voor", "Propose")
        case .agreed: say("Spreek af", "Agree on it")
        case .planned: say("Plan in", "Plan")
        case .running: say("Begin", "Start")
        case .done: say("Rond af", "Finish")
        case .parked: say("Parkeer", "Park")
        case .dropped: say("Laat vervallen", "Drop")
        }
    }
    var reason: String { say("Waarom?", "Why?") }
    var reasonHint: String { say("Nodig als je iets parkeert of laat vervallen.", "Needed when you park or drop something.") }
    var reasonEmpty: String { say("Schrijf op waarom", "Write why") }
    var month: String { say("In welke maand begint het?", "In what month does it start?") }
    var monthHint: String { say("Schrijf bijvoorbeeld 2027-06. Nodig als je iets inplant.", "Write for example 2027-06. Needed when you plan something.") }
    var monthShape: String { say("Schrijf de maand zoals 2027-06", "Write the month like 2027-06") }
    var changed: String { say("Dit punt is intussen veranderd. Kijk opnieuw.", "This item changed meanwhile. Look again.") }

    // MARK: Effects and answers

    var effect: String { say("Werkt door op een ander punt", "Has an effect on another item") }
    var effectOther: String { say("Op welk punt?", "On which item?") }
    var effectWords: String { say("Hoe werkt het door?", "What is the effect?") }
    var effectHint: String { say("Laat leeg om een verband weg te halen.", "Leave empty to take a relation away.") }
    var answer: String { say("Antwoord op dit bezwaar", "Answer this objection") }
    var answerEmpty: String { say("Schrijf een antwoord op", "Write an answer") }

    // MARK: Versions

    var record: String { say("Bewaar een versie", "Keep a version") }
    var recordLead: String {
        say(
            "Een versie houdt vast hoe de agenda nu is. Die verandert daarna niet meer.",
            "A version keeps the agenda as it is now. It does not change after that.")
    }
    var agreed: String { say("Wie is het ermee eens?", "Who agrees?") }
    var note: String { say("Wat wil je erbij zeggen?", "What do you want to say with it?") }
    var recordEmpty: String { say("Spreek eerst iets af. Dan kun je een versie bewaren.", "Agree on something first. Then you can keep a version.") }
}
