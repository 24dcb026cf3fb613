import Core
import Measures
import People

/// The sentences of the pages on which people vote and write statements.
struct VoteWords: PageWords {
    let language: Language

    var title: String { say("Wat vind jij?", "What do you think?") }
    var lead: String {
        say("Lees een zin en kies een knop. Je kunt stoppen wanneer je wilt.", "Read a sentence and choose a button. You can stop whenever you want.")
    }
    var doorLead: String {
        say("Zeg of je het eens bent met wat anderen schreven.", "Say whether you agree with what others wrote.")
    }
    func number(_ number: Int) -> String { say("Stelling \(number)", "Statement \(number)") }
    var question: String { say("Ben je het eens?", "Do you agree?") }
    func name(_ choice: Vote.Choice) -> String {
        switch choice {
        case .agree: say("Eens", "Agree")
        case .disagree: say("Oneens", "Disagree")
        case .pass: say("Weet ik niet", "I do not know")
        }
    }
    var keys: String {
        say("Met het toetsenbord: ga met Tab naar een knop en druk op Enter.", "By keyboard: go to a button with Tab and press Enter.")
    }
    var noTime: String { say("Neem de tijd. Er loopt geen klok.", "Take your time. No clock is running.") }
    func progress(_ done: Int, of all: Int) -> String {
        say("Je gaf antwoord op \(done) van de \(all) stellingen.", "You answered \(done) of \(all) statements.")
    }
    func yours(_ choice: Vote.Choice) -> String { say("Jouw antwoord: ", "Your answer: ") + name(choice).lowercased() + "." }
    var changeLead: String { say("Je kunt een ander antwoord kiezen.", "You can choose another answer.") }
    var backTo: String { say("Terug naar de vorige stelling", "Back to the statement before") }
    var kept: String { say("Je antwoord is bewaard.", "Your answer is kept.") }
    var next: String { say("Naar de volgende stelling", "To the next statement") }
    var done: String { say("Je hebt alles gehad. Dank je wel!", "You have had them all. Thank you!") }
    var none: String { say("Er zijn nog geen stellingen.", "There are no statements yet.") }
    var toResults: String { say("Bekijk wat iedereen samen zei", "See what everyone said together") }
    var stop: String { say("Stoppen kan altijd: je antwoorden blijven bewaard.", "You can always stop: your answers are kept.") }
    var gone: String { say("Deze stelling is er niet meer.", "This statement is no longer there.") }

    var closed: String { say("Je kunt hier nu niet stemmen.", "You cannot vote here now.") }
    var write: String { say("Schrijf zelf een stelling", "Write a statement yourself") }
    var writeLead: String {
        say("Eén zin waar anderen het mee eens of oneens kunnen zijn.", "One sentence with which others can agree or disagree.")
    }
    var text: String { say("Jouw stelling", "Your statement") }
    var textHint: String {
        say("Hoogstens 140 tekens. Noem geen namen, adressen of nummers van mensen.", "At most 140 signs. Do not give names, addresses or numbers of people.")
    }
    var spoken: String { say("In welke taal schrijf je?", "In which language do you write?") }
    var writeEmpty: String { say("Schrijf een zin op", "Write a sentence") }
    var tooLong: String { say("Maak je zin korter: hoogstens 140 tekens", "Make your sentence shorter: at most 140 signs") }
    var oneLine: String { say("Schrijf alles op één regel", "Write all of it on one line") }
    var send: String { say("Verstuur", "Send") }
    var full: String { say("Er zijn genoeg stellingen. Stem op wat er al is.", "There are enough statements. Vote on those that are there.") }
    var thanks: String { say("Dank je wel voor je stelling", "Thank you for your statement") }
    var goOn: String { say("Ga verder met stemmen", "Go on voting") }

    var resume: String { say("Verder op een ander apparaat", "Go on with another device") }
    var resumeLead: String {
        say("Met een code stem je later verder, ook op een andere telefoon.", "With a code you go on voting later, also on another telephone.")
    }
    var resumeMake: String { say("Maak een code", "Make a code") }
    var resumeMakeLead: String {
        say("Heb je hier al gestemd? Maak dan een code en schrijf hem op.", "Did you vote here before? Then make a code and write it down.")
    }
    var resumeOld: String { say("Een code die je eerder maakte werkt dan niet meer.", "A code that you made before then works no more.") }
    var resumeCode: String { say("Schrijf deze code op. We laten hem één keer zien.", "Write this code down. We show it once.") }
    var resumeType: String { say("Vul een code in", "Fill in a code") }
    var resumeField: String { say("Jouw code", "Your code") }
    var resumeHint: String { say("Zoals 2345 6789 ABCD M", "Such as 2345 6789 ABCD M") }
    var resumeEnter: String { say("Ga verder", "Go on") }
    var resumeUnknown: String { say("Deze code kennen wij niet in dit gesprek", "We do not know this code in this conversation") }
    var resumeVoted: String {
        say("Op dit apparaat heeft al iemand gestemd. Gebruik een ander apparaat", "On this device somebody voted already. Use another device")
    }
    var resumeNot: String { say("Stem eerst op één stelling. Daarna kun je een code maken.", "First vote on one statement. Then you can make a code.") }
    var resumeAccount: String { say("Hier hoeft dat niet: kom later terug op dezelfde manier.", "You need none here: come back later in the same way.") }
}
