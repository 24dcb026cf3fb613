import Core

/// The sentences of saying that one is there, in both languages.
struct AttendanceWords: PageWords {
    let language: Language

    // MARK: For who is there

    var title: String { say("Ik ben er", "I am here") }
    var lead: String { say("Vul de code in die in de zaal of online te zien is.", "Fill in the code that is shown in the room or online.") }
    var code: String { say("Code", "Code") }
    var codeHint: String { say("Zes tekens. Hoofdletters hoeven niet.", "Six signs. Capitals do not matter.") }
    var mail: String { say("Mailadres", "Mail address") }
    var mailHint: String { say("Het adres waarmee je je opgaf.", "The address that you registered with.") }
    var send: String { say("Ik ben er", "I am here") }
    var entered: String { say("Dank je wel", "Thank you") }
    var enteredLead: String {
        say(
            "Heb je een plek met dit adres? Dan staat nu op de lijst dat je er bent.",
            "Do you have a place with this address? Then the list now says that you are here.")
    }
    var enteredHelp: String { say("Twijfel je? Vraag het aan wie begeleidt.", "In doubt? Ask who facilitates.") }

    // MARK: What is wrong

    var codeShape: String { say("Vul de zes tekens van de code in", "Fill in the six signs of the code") }
    var codeUnknown: String { say("Deze code werkt nu niet. Kijk nog eens goed", "This code does not work now. Look again") }
    var mailShape: String { say("Vul een mailadres in, zoals naam@voorbeeld.nl", "Fill in a mail address, such as name@example.com") }
    var notRegistered: String {
        say("Je hebt geen plek bij deze bijeenkomst. Vraag het aan wie begeleidt", "You have no place at this meeting. Ask who facilitates")
    }
    var tooMany: String { say("Er is te vaak een code ingevuld. Wacht een kwartier", "A code was filled in too often. Wait a quarter of an hour") }

    // MARK: For the screen

    var screen: String { say("Code voor wie er is", "Code for who is here") }
    func screenLead(_ address: String) -> String { say("Ga naar \(address) en vul deze code in.", "Go to \(address) and fill in this code.") }
    var screenPlain: String { say("Ga op deze site naar de pagina Ik ben er. Vul deze code in.", "Go to the page I am here of this site. Fill in this code.") }
    func codeIs(_ code: String) -> String { say("De code is \(code)", "The code is \(code)") }
    var picture: String { say("Vierkante code voor je telefoon", "Square code for your telephone") }
    func works(_ from: String, _ until: String) -> String { say("De code werkt van \(from) tot \(until).", "The code works from \(from) to \(until).") }
    var noCode: String { say("Er is nog geen code.", "There is no code yet.") }
    var make: String { say("Maak een code", "Make a code") }
    var again: String { say("Maak een nieuwe code", "Make a new code") }
    var againHint: String { say("De oude code werkt dan niet meer.", "The old code then works no more.") }
    var over: String { say("De bijeenkomst is voorbij of gaat niet door.", "The meeting is over or was cancelled.") }
    func counts(present: Int, absent: Int, unknown: Int) -> String {
        say("Aanwezig: \(present). Afwezig: \(absent). Nog niet bekend: \(unknown).", "Present: \(present). Absent: \(absent). Not known yet: \(unknown).")
    }
    var groups: String { say("Wie was er in jouw groep?", "Who was in your group?") }
    var groupsLead: String { say("Weet je het niet? Laat het dan op onbekend staan.", "Not sure? Then leave it at unknown.") }
    var groupsEmpty: String { say("Er staat nog niemand in jouw groep.", "Nobody is in your group yet.") }
    var save: String { say("Bewaar", "Save") }
    var saved: String { say("Bewaard.", "Saved.") }
    var tooEarly: String { say("Dat kan als de bijeenkomst begint.", "That is possible when the meeting begins.") }
    var toScreen: String { say("Naar de code", "To the code") }
    var list: String { say("Naar de lijst met mensen", "To the list of people") }
}
