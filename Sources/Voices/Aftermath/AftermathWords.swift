import Core
import People

/// The sentences of what became of what people said.
struct AftermathWords: PageWords {
    let language: Language

    var title: String { say("Wat gebeurde ermee?", "What became of it?") }
    var lead: String { say("Wat er met de inbreng van mensen is gedaan, en waarom.", "What was done with what people said, and why.") }
    var none: String { say("Er is nog niets om te laten zien.", "There is nothing to show yet.") }
    var byCode: String { say("Zei jij iets? Met je code lees je wat ermee gebeurde.", "Did you say something? With your code you read what became of it.") }
    var notYet: String { say("Hierover is nog niet besloten.", "This was not decided yet.") }
    func next(_ day: String) -> String { say("Je hoort meer op \(day).", "You hear more on \(day).") }
    func finished(_ day: String) -> String { say("Alles heeft een antwoord, sinds \(day).", "Everything has an answer, since \(day).") }

    func name(_ outcome: Aftermath.Outcome) -> String {
        switch outcome {
        case .takenUp: say("Dit doen wij", "We do this")
        case .combined: say("Samen genomen met iets anders", "Taken together with something else")
        case .passedOn: say("Doorgegeven aan wie erover gaat", "Passed on to who decides about it")
        case .answered: say("Beantwoord", "Answered")
        case .notTakenUp: say("Dit doen wij niet", "We do not do this")
        }
    }

    var counts: String { say("Hoeveel kreeg een antwoord", "How much got an answer") }
    var what: String { say("Wat", "What") }
    var number: String { say("Aantal", "Number") }
    func rows(_ count: AftermathCount) -> [(name: String, count: String)] {
        let all = Aftermath.Outcome.allCases.map { (name($0), count.outcomes[$0] ?? 0) }
        let more = [
            (say("Niet geplaatst, met een reden", "Not published, with a reason"), count.refused), (say("Teruggenomen", "Taken back"), count.withdrawn),
            (say("Nog geen antwoord", "No answer yet"), count.open),
        ]
        return (all + more).map { (name: $0.0, count: String($0.1)) }
    }

    // MARK: Letters

    var letters: String { say("Antwoorden als brief", "Answers as letters") }
    var lettersLead: String {
        say(
            "Voor wie iets zei op papier, aan tafel, aan de telefoon of met hulp. Print ze en geef ze mee.",
            "For who said something on paper, at a table, by telephone or with help. Print them and hand them out.")
    }
    var noLetters: String { say("Er zijn nog geen antwoorden voor een brief.", "There are no answers for a letter yet.") }
    func youSaid(_ day: String, _ channel: String) -> String { say("Op \(day) zei je dit (\(channel)):", "On \(day) you said this (\(channel)):") }
    func questions(_ contact: String) -> String { say("Heb je vragen? \(contact)", "Do you have questions? \(contact)") }

    // MARK: The desk

    var desk: String { say("Laat weten wat ermee gebeurt", "Tell what becomes of it") }
    var deskLead: String { say("Iedereen die iets zei, hoort wat ermee is gedaan.", "All who said something hear what was done with it.") }
    var kept: String { say("Bewaard. Wie het zei, ziet het met de code.", "Kept. Who said it sees it with the code.") }
    func stillOpen(_ count: Int) -> String {
        count == 0 ? say("Alles heeft een antwoord.", "Everything has an answer.") : say("Nog zonder antwoord: \(count).", "Still without an answer: \(count).")
    }
    var all: String { say("Laat ook zien wat al een antwoord heeft", "Show what has an answer too") }
    var openOnly: String { say("Laat alleen zien wat nog geen antwoord heeft", "Show only what has no answer yet") }
    var noneOpen: String { say("Er is niets dat nog een antwoord nodig heeft.", "Nothing needs an answer now.") }
    var choose: String { say("Waarover gaat je antwoord?", "What is your answer about?") }
    var chosenEmpty: String { say("Kies waarover je antwoord gaat", "Choose what your answer is about") }
    var outcome: String { say("Wat gebeurt ermee?", "What becomes of it?") }
    var outcomeEmpty: String { say("Kies wat ermee gebeurt", "Choose what becomes of it") }
    var reason: String { say("Waarom?", "Why?") }
    var reasonHint: String {
        say(
            "Wie het zei leest dit. Iedereen kan het lezen als de inbreng openbaar is.",
            "Who said it reads this. Everyone can read it where what was said is public.")
    }
    var reasonEmpty: String { say("Schrijf op waarom", "Write why") }
    var nextDay: String { say("Wanneer hoort men meer?", "When do people hear more?") }
    var tell: String { say("Bewaar het antwoord", "Keep the answer") }
    var changed: String { say("Iets hiervan is net teruggenomen. Kijk nog eens op de pagina.", "Some of this was just taken back. Look at the page again.") }
    var finish: String { say("Rond het gesprek af", "Finish the conversation") }
    var finishLead: String { say("Dat kan als alles een antwoord heeft.", "This can be done once everything has an answer.") }
}
