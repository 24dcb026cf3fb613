import Core

// The sentences of the mails, and of the pages of who answers.
extension ContactWords {
    // MARK: Mails

    var from: String { say("Van", "From") }
    var mail: String { say("Mail", "Mail") }
    var phone: String { say("Telefoon", "Telephone") }
    var topic: String { say("Waarover", "About") }
    var answerBefore: String { say("Antwoord uiterlijk op", "Answer at the latest on") }
    func mailSubject(_ about: String, _ subject: String) -> String { say("Vraag over \(about): \(subject)", "Question about \(about): \(subject)") }
    func mailLead(_ about: String) -> String { say("Iemand heeft een vraag over \(about).", "Someone has a question about \(about).") }
    func mailAnswer(_ name: String) -> String {
        say("Antwoord gewoon op deze mail. Je antwoord gaat naar \(name).", "Just answer this mail. Your answer goes to \(name).")
    }
    var mailDoubt: String {
        say(
            "Let op: dit lijkt op reclame. Wie het schreef, zegt dat het geen reclame is.",
            "Mind: this looks like advertising. Who wrote it says that it is not.")
    }
    var mailState: String { say("Laat op de site zien hoe ver het is:", "Show on the site how far it is:") }
    var mailPage: String { say("Bekijk de vraag", "See the question") }
    var receiptSubject: String { say("Wij hebben je bericht gekregen", "We have got your message") }
    func greeting(_ name: String?) -> String { name.map { say("Beste \($0),", "Dear \($0),") } ?? say("Hallo,", "Hello,") }
    func receiptLead(_ about: String) -> String { say("Dank je wel voor je bericht over \(about).", "Thank you for your message about \(about).") }
    var receiptOther: String {
        say(
            "Heb je ons niet geschreven? Dan vulde iemand anders jouw adres in. Je hoeft niets te doen.",
            "Did you not write to us? Then someone else filled in your address. You do not have to do anything.")
    }

    // MARK: Who answers

    var questions: String { say("Vragen", "Questions") }
    var questionsLead: String { say("Vragen van mensen die jij kunt beantwoorden.", "Questions of people that you can answer.") }
    var noQuestions: String { say("Er zijn hier geen vragen voor jou.", "There are no questions for you here.") }
    var stepNeeded: String { say("Je ziet meer na de tweede stap.", "You see more after the second step.") }
    var late: String { say("te laat", "late") }
    var state: String { say("Stand", "State") }
    var sentOn: String { say("Gestuurd op", "Sent on") }
    func sent(_ moment: String) -> String { say("Gestuurd op \(moment)", "Sent on \(moment)") }
    var goesTo: String { say("Ligt bij", "Is with") }
    var administrators: String { say("de beheerder", "the administrator") }
    var unknownPoint: String { say("iemand die hier niet meer staat", "someone who is not listed here any more") }
    var takenBy: String { say("Neemt mee", "Taken along by") }
    var maybeAdvertising: String { say("misschien reclame", "maybe advertising") }
    var answerByMail: String { say("Antwoord met een mail", "Answer by mail") }
    var howFar: String { say("Hoe ver is het?", "How far is it?") }
    func step(_ step: ContactStore.Step) -> String {
        switch step {
        case .take: say("Ik neem deze vraag mee", "I take this question along")
        case .answer: say("Deze vraag is beantwoord", "This question is answered")
        case .close: say("Sluit zonder antwoord", "Close without an answer")
        case .reopen: say("Open weer", "Open again")
        }
    }
    var passTitle: String { say("Geef door", "Pass on") }
    var passTo: String { say("Aan wie geef je deze vraag?", "Whom do you pass this question to?") }
    var passEmpty: String { say("Kies aan wie je deze vraag geeft", "Choose whom you pass this question to") }
    var pass: String { say("Geef de vraag door", "Pass the question on") }
    var erase: String { say("Wis deze vraag", "Erase this question") }
    var eraseLead: String {
        say(
            "De vraag gaat weg, met naam, adres en alle mail erover. Dat kan niet terug.",
            "The question goes, with name, address and all mail about it. There is no way back.")
    }
    var eraseSure: String { say("Weet je het zeker?", "Are you sure?") }
    var eraseYes: String { say("Ja, wis deze vraag", "Yes, erase this question") }
    var eraseUnsure: String { say("Zet een vinkje als je het zeker weet", "Tick the box if you are sure") }
    var conflict: String { say("Iemand anders was je voor. Kijk hoe ver de vraag nu is.", "Someone else was quicker. See how far the question is now.") }

    // MARK: Whom to ask at the installation

    var administration: String { say("Contact van de site", "Contact of the site") }
    var administrationLead: String {
        say(
            "Wie kunnen mensen iets vragen over de hele site? Een programma heeft zijn eigen mensen.",
            "Whom can people ask about the whole site? A programme has people of its own.")
    }

    /// What happened with a question, for the journal; nil for another action.
    func action(_ name: String) -> String? {
        switch name {
        case "contact.sent": say("Een vraag gestuurd", "A question sent")
        case "contact.taken": say("Een vraag opgepakt", "A question taken up")
        case "contact.answered": say("Een vraag beantwoord", "A question answered")
        case "contact.closed": say("Een vraag gesloten", "A question closed")
        case "contact.reopened": say("Een vraag weer geopend", "A question opened again")
        case "contact.passed": say("Een vraag doorgegeven", "A question passed on")
        case "contact.erased": say("Een vraag gewist", "A question erased")
        case "contact.point-added": say("Iemand om te vragen toegevoegd", "Someone to ask added")
        case "contact.point-removed": say("Iemand om te vragen weggehaald", "Someone to ask taken away")
        default: nil
        }
    }
}
