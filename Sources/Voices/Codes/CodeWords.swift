import Core

/// The words of who comes in with a code, and of the account of all codes.
struct CodeWords: PageWords {
    let language: Language

    var title: String { say("Doe mee met je code", "Take part with your code") }
    var lead: String { say("Je code staat in de brief of op het papier dat je kreeg.", "Your code is in the letter or on the paper that you were given.") }
    var code: String { say("Je code", "Your code") }
    var codeHint: String {
        say(
            "De code heeft 13 tekens, zoals 2345 6789 ABCD M. Kleine letters en spaties mogen.",
            "The code has 13 signs, such as 2345 6789 ABCD M. Small letters and spaces are fine.")
    }
    var enter: String { say("Ga verder", "Go on") }
    var noName: String {
        say("Bij de code staat geen naam. Wij weten dus niet wie jij bent.", "There is no name with the code. So we do not know who you are.")
    }
    var isIn: String { say("Je code klopt. Je kunt nu meedoen.", "Your code is right. You can take part now.") }
    var otherCode: String { say("Heb je een andere code? Vul die hier in.", "Do you have another code? Enter it here.") }
    var toConversation: String { say("Ga naar het gesprek", "Go to the conversation") }
    var closed: String { say("Je kunt nu niet meedoen met dit gesprek.", "You cannot take part in this conversation now.") }

    // MARK: Faults

    var empty: String { say("Vul je code in", "Enter your code") }
    var shape: String {
        say(
            "Een code heeft 13 letters en cijfers. De 0, de 1, de I en de O komen er niet in voor.",
            "A code has 13 letters and digits. It never has a 0, a 1, an I or an O.")
    }
    var check: String { say("Er zit een typefout in de code. Kijk elk teken na.", "There is a typing error in the code. Look once more.") }
    var unknown: String {
        say("Deze code hoort niet bij dit gesprek. Kijk op je brief.", "This code does not belong to this conversation. Look at your letter.")
    }
    var unknownAnywhere: String { say("Deze code kennen wij niet. Kijk nog eens op je brief.", "We do not know this code. Look at your letter once more.") }
    var onPaper: String {
        say("Met deze code is al op papier meegedaan. Het kan maar één keer.", "This code was used on paper already. That is possible once.")
    }

    func notValid(_ contact: String?) -> String {
        say("Deze code geldt niet meer.", "This code is not valid any more.") + " "
            + (contact.map { say("Vraag een nieuwe bij: \($0)", "Ask for a new one at: \($0)") }
                ?? say("Vraag een nieuwe bij de gemeente.", "Ask the municipality for a new one."))
    }

    // MARK: The account

    var account: String { say("Alle codes geteld", "All codes counted") }
    var accountLead: String { say("Hoeveel codes er waren, en wat ermee gebeurde.", "How many codes there were, and what became of them.") }
    var accountOpen: String { say("Deze telling is nog niet klaar.", "This count is not finished yet.") }
    func accountClosed(_ day: String) -> String { say("De telling is klaar sinds \(day).", "The count is finished since \(day).") }
    var none: String { say("Er zijn geen codes uitgegeven.", "No codes were handed out.") }
    var what: String { say("Wat", "What") }
    var number: String { say("Aantal", "Number") }
    var issued: String { say("Uitgegeven", "Handed out") }
    var few: String { say("minder dan 5", "fewer than 5") }
    var hidden: String { say("zeggen wij niet", "not told") }
    var protection: String {
        say(
            "Kleine aantallen noemen wij niet. Zo weet niemand wie er meedeed.", "We do not name small numbers. That way nobody knows who took part.")
    }

    func name(_ state: CodeBatch.State) -> String {
        switch state {
        case .issued: say("Niet gebruikt", "Not used")
        case .screen: say("Gebruikt op een scherm", "Used on a screen")
        case .paper: say("Gebruikt op papier", "Used on paper")
        case .returned: say("Brief kwam terug", "Letter came back")
        case .replaced: say("Vervangen door een andere code", "Replaced by another code")
        case .void: say("Niet meer geldig", "Not valid any more")
        }
    }

    func shown(_ shown: BallotProtocol.Shown) -> String {
        switch shown {
        case .exact(let count): String(count)
        case .few: few
        case .hidden: hidden
        }
    }
}
