import Core
import Web

/// The sentences of moderation, and of what became of what someone said.
struct ModerationWords: PageWords {
    let language: Language

    var queue: String { say("Lezen en besluiten", "Read and decide") }
    var queueLead: String { say("Wat het langst wacht, staat bovenaan.", "What waits longest comes first.") }
    var queueEmpty: String { say("Er wacht niets.", "Nothing waits.") }
    var open: String { say("Bekijk", "Look") }
    var what: String { say("Wat", "What") }
    var waiting: String { say("Wacht", "Waits") }
    var channel: String { say("Hoe het kwam", "How it came") }
    var attention: String { say("Let op", "Note") }
    var personal: String { say("misschien gegevens van mensen", "maybe data of people") }
    var reported: String { say("gemeld", "reported") }
    var objected: String { say("bezwaar", "objection") }
    func days(_ count: Int) -> String { count == 1 ? say("1 werkdag", "1 working day") : say("\(count) werkdagen", "\(count) working days") }

    var original: String { say("De eigen woorden van de gever", "The giver's own words") }
    var objection: String { say("Bezwaar van de gever", "Objection of the giver") }
    var reports: String { say("Meldingen", "Reports") }
    var decide: String { say("Wat besluit je?", "What do you decide?") }
    var shown: String { say("De tekst voor iedereen", "The text for everyone") }
    var shownHint: String {
        say("Alleen als je stukken weglaat. De eigen woorden blijven gesloten.", "Only where you leave parts out. The own words stay closed.")
    }
    var shownSame: String { say("Laat een stuk weg, of kies: plaatsen", "Leave a part out, or choose: publish") }
    var reason: String { say("Waarom?", "Why?") }
    var outcomes: String { say("Wat de moderators besloten", "What the moderators decided") }
    var reasons: String { say("Waarom iets niet of anders is geplaatst", "Why something was not published, or changed") }
    var reasonEmpty: String { say("Kies een reden", "Choose a reason") }
    var noReason: String { say("Geen reden nodig", "No reason needed") }
    var words: String { say("Wat schrijf je aan de gever?", "What do you write to the giver?") }
    var wordsEmpty: String { say("Schrijf de gever waarom, of wat je vraagt", "Tell the giver why, or what you ask") }
    var placeAsked: String { say("Zegt de plek te veel?", "Does the place tell too much?") }
    var placeAway: String { say("Haal de plek weg, voor altijd", "Take the place away, for good") }
    var place: String { say("De plek", "The place") }
    var photoAsked: String { say("Is er iemand te herkennen op de foto?", "Can someone be recognised in the photo?") }
    var photoAway: String { say("Haal de foto weg, voor altijd", "Take the photo away, for good") }
    var photo: String { say("De foto", "The photo") }
    var save: String { say("Besluit", "Decide") }
    var choose: String { say("Kies een antwoord", "Choose an answer") }
    var sameModerator: String { say("Over een bezwaar besluit iemand anders", "Somebody else decides about an objection") }
    var changed: String { say("Dit kan nu niet meer. Kijk opnieuw", "This is no longer possible. Look again") }

    var report: String { say("Meld wat hier niet hoort", "Report what does not belong here") }
    var reportLead: String {
        say("Een moderator leest je melding. Tot dan blijft de tekst staan.", "A moderator reads your report. Until then the text stays.")
    }
    var reportWords: String { say("Wil je er iets bij zeggen?", "Do you want to add something?") }
    var send: String { say("Verstuur", "Send") }
    var reportDone: String { say("Dank je wel. Een moderator kijkt ernaar.", "Thank you. A moderator will look at it.") }

    var log: String { say("Hoe wij lezen en besluiten", "How we read and decide") }
    var logLead: String { say("Zo vaak besloot een moderator, en waarom.", "How often a moderator decided, and why.") }
    var late: String { say("Er wacht nu iets langer dan drie werkdagen.", "Something waits longer than three working days now.") }
    var rules: String { say("De huisregels", "The house rules") }
    var outcome: String { say("Besluit", "Decision") }
    var number: String { say("Hoe vaak", "How often") }
    var few: String { say("minder dan 5", "fewer than 5") }
    func atLeast(_ count: Int) -> String { say("\(count) of meer", "\(count) or more") }
    var keptWhy: String {
        say(
            "Kleine aantallen zeggen we niet, en de andere in stappen van 5. Zo weet niemand om wie het gaat.",
            "We do not tell small numbers, and the others in steps of 5, so that nobody knows who it is about.")
    }
    func median(_ days: Int) -> String { say("De helft was besloten binnen \(self.days(days)).", "Half was decided within \(self.days(days)).") }

    var mine: String { say("Wat is er met mijn verhaal gebeurd?", "What became of my story?") }
    var mineLead: String { say("Typ de code die je kreeg toen je iets vertelde.", "Type the code that you got when you told something.") }
    var code: String { say("Je code", "Your code") }
    var own: String { say("Wat je vertelde toen je was aangemeld", "What you told while you were signed in") }
    var gone: String { say("Je keek er een uur geleden naar. Typ je code opnieuw.", "You looked at it an hour ago. Type your code again.") }
    var codeHint: String { say("13 tekens. Spaties en hoofdletters maken niet uit.", "13 signs. Spaces and capitals do not matter.") }
    var codeUnknown: String { say("Deze code kennen we niet", "We do not know this code") }
    var look: String { say("Bekijk", "Look") }
    var yourWords: String { say("Dit zei je", "This is what you said") }
    var standing: String { say("Hoe het ervoor staat", "Where it stands") }
    var answer: String { say("Schrijf het opnieuw", "Write it again") }
    var answerEmpty: String { say("Schrijf iets op", "Write something") }
    var end: String { say("Haal het weg", "Take it back") }
    var endLead: String { say("Dan gaat je tekst overal weg. Dat kun je niet terugdraaien.", "Then your text goes everywhere. You cannot undo this.") }
    var object: String { say("Maak bezwaar", "Object") }
    var objectLead: String { say("Dat kan één keer. Een andere moderator kijkt.", "You can do this once. Another moderator looks.") }
    var objectWords: String { say("Waarom ben je het er niet mee eens?", "Why do you not agree?") }

    func name(_ kind: Contribution.Kind) -> String {
        switch kind {
        case .story: say("Verhaal", "Story")
        case .statement: say("Stelling", "Statement")
        case .idea: say("Idee", "Idea")
        case .place: say("Plek", "Place")
        }
    }

    func name(_ channel: Contribution.Channel) -> String {
        switch channel {
        case .screen: say("scherm", "screen")
        case .paper: say("papier", "paper")
        case .workshop: say("tafel", "table")
        case .assisted: say("met hulp", "with help")
        case .telephone: say("telefoon", "telephone")
        case .imported: say("ingelezen", "imported")
        }
    }

    func name(_ state: Contribution.State) -> String {
        switch state {
        case .waiting: say("Een moderator moet het nog lezen", "A moderator still has to read it")
        case .published: say("Geplaatst", "Published")
        case .masked: say("Geplaatst, met stukken weggelaten", "Published, with parts left out")
        case .returned: say("Terug bij de gever, met een vraag", "Back with the giver, with a question")
        case .refused: say("Niet geplaatst", "Not published")
        case .withdrawn: say("Weggehaald door de gever", "Taken back by the giver")
        }
    }

    func name(_ reason: Contribution.Reason) -> String {
        switch reason {
        case .personalData: say("Er staan gegevens van mensen in", "It has data of people")
        case .aboutPerson: say("Het gaat over één mens", "It is about one person")
        case .hurtful: say("Het kwetst mensen", "It hurts people")
        case .offTopic: say("Het hoort niet bij dit gesprek", "It does not belong to this conversation")
        case .double: say("Het staat er al", "It is there already")
        case .unclear: say("Het is niet duidelijk", "It is not clear")
        case .commercial: say("Het is reclame", "It is advertising")
        }
    }

    static let reasons = Contribution.Reason.allCases.map { reason in Choice(reason.rawValue, both { $0.name(reason) }) }
    static let outcomes: [Contribution.State] = [.published, .masked, .returned, .refused]
}
