import Core

/// The sentences while a session runs, in both languages.
struct SessionWords: PageWords {
    let language: Language

    func state(_ state: IntervisionSession.State) -> String {
        switch state {
        case .planned: say("Gepland", "Planned")
        case .lobby: say("Mensen komen binnen", "People come in")
        case .running: say("Bezig", "Running")
        case .paused: say("Pauze", "Break")
        case .yields: say("Opbrengst opschrijven", "Writing what came of it")
        case .closed: say("Klaar", "Done")
        }
    }
    var title: String { say("Bijeenkomst", "Session") }
    var noQuestion: String { say("Vraag nog niet bekend", "Question not known yet") }
    var practiceCase: String { say("Lees wat hierbij hoort uit de praktijk", "Read the case from practice that belongs to this") }
    var who: String { say("Wie doet wat", "Who does what") }
    var roles: String { say("Verdeel de rollen", "Divide the roles") }
    var saveRoles: String { say("Bewaar de rollen", "Save the roles") }
    var bringer: String { say("Inbrenger", "Bringer") }
    var facilitator: String { say("Begeleider", "Facilitator") }
    var timeKeeper: String { say("Let op de tijd", "Keeps the time") }
    var noteTaker: String { say("Schrijft mee", "Takes notes") }
    var nobody: String { say("Nog niemand", "Nobody yet") }
    var someone: String { say("Iemand die er niet meer is", "Someone who is gone") }
    var lastTime: String { say("Van de vorige keer", "From the last time") }
    var lastTimeLead: String { say("Hier begin je mee: wat sprak je af, en wat kwam ervan?", "Begin with this: what did you agree, and what came of it?") }

    // MARK: Coming in

    var openLobby: String { say("Laat mensen binnenkomen", "Let people come in") }
    var join: String { say("Ik ben er", "I am here") }
    var leave: String { say("Ik ga weg", "I am leaving") }
    var present: String { say("Wie er is", "Who is here") }
    func presentCount(_ count: Int) -> String {
        count == 1 ? say("Er is nu 1 persoon.", "1 person is here now.") : say("Er zijn nu \(count) mensen.", "\(count) people are here now.")
    }
    var begin: String { say("Begin met stap 1", "Begin with step 1") }
    var waitBegin: String { say("Wacht tot de begeleider begint.", "Wait until the facilitator begins.") }
    var noBringer: String { say("Kies eerst wie de vraag inbrengt.", "First choose who brings the question.") }
    var fewPeople: String { say("Er zijn minder mensen dan bij deze methode past.", "There are fewer people than suits this method.") }

    // MARK: A step

    func step(_ number: Int, _ count: Int) -> String { say("Stap \(number) van \(count)", "Step \(number) of \(count)") }
    var timeLeft: String { say("Tijd over", "Time left") }
    var timeUp: String { say("De tijd is om. De begeleider gaat verder als het kan.", "Time is up. The facilitator goes on when it suits.") }
    var half: String { say("Je bent op de helft van de tijd.", "Half the time has gone.") }
    var oneMinute: String { say("Nog 1 minuut.", "1 minute left.") }
    var paused: String { say("Pauze. De klok staat stil.", "Break. The clock stands still.") }
    var youListen: String {
        say(
            "Jij luistert nu. Schrijf voor jezelf op wat je raakt. Niemand anders leest dat.",
            "You listen now. Write down for yourself what touches you. Nobody else reads it.")
    }
    var youOutside: String { say("Ga buiten de kring zitten. Praat niet mee.", "Sit outside the circle. Do not talk along.") }
    var hiddenNow: String { say("Niemand leest wat je schrijft tot iedereen klaar is.", "Nobody reads what you write until everyone is ready.") }
    var opened: String { say("Iedereen ziet nu wat er staat.", "Everyone sees now what is written.") }
    var yourWords: String { say("Wat jij opschrijft", "What you write") }
    var groupWords: String { say("Wat je meeschrijft voor de groep", "What you note for the group") }
    var ownNotes: String { say("Voor jezelf", "For yourself") }
    var ownHint: String { say("Alleen jij leest dit.", "Only you read this.") }
    var saveWords: String { say("Bewaar", "Save") }
    var ready: String { say("Bewaar, ik ben klaar", "Save, I am ready") }
    var notReady: String { say("Ik wil nog iets veranderen", "I want to change something") }
    var youAreReady: String { say("Je bent klaar. Wacht op de anderen.", "You are ready. Wait for the others.") }
    func readyCount(_ ready: Int, _ all: Int) -> String { say("\(ready) van de \(all) mensen klaar", "\(ready) of \(all) people ready") }
    var soFar: String { say("Wat er tot nu toe staat", "What is written so far") }
    var nothingYet: String { say("Hier staat nog niets.", "Nothing is written here yet.") }
    var mine: String { say("Van jou, alleen voor jou", "Yours, for you alone") }
    var something: String { say("Er staat iets nieuws.", "There is something new.") }
    var showNew: String { say("Laat zien", "Show it") }
    var comeIn: String { say("De groep is bezig. Doe je mee?", "The group has begun. Will you take part?") }

    // MARK: Facilitating

    var run: String { say("Voor de begeleider", "For the facilitator") }
    var next: String { say("Volgende stap", "Next step") }
    var toYields: String { say("Naar de opbrengst", "To what came of it") }
    var back: String { say("Vorige stap", "Previous step") }
    var moreTime: String { say("2 minuten erbij", "2 more minutes") }
    var pause: String { say("Pauze", "Break") }
    var resume: String { say("Ga door", "Go on") }
    var reveal: String { say("Laat nu zien wat er staat", "Show now what is written") }
    var revealHint: String { say("Je hoeft niet op iedereen te wachten.", "You need not wait for everyone.") }

    // MARK: What came of it

    var yields: String { say("Wat dit oplevert", "What came of it") }
    var yieldsLead: String { say("Schrijf minstens één ding op. Zonder opbrengst sluit je niet af.", "Write at least one thing. Without it you do not close.") }
    var noYield: String { say("Schrijf eerst op wat dit oplevert.", "First write what came of it.") }
    var addYield: String { say("Schrijf op", "Write down") }
    var kind: String { say("Wat is het?", "What is it?") }
    var what: String { say("Wat neem je mee?", "What do you take along?") }
    var whatEmpty: String { say("Schrijf op wat je meeneemt", "Write what you take along") }
    var address: String { say("Adres van de link", "Address of the link") }
    var addressHint: String { say("Alleen bij een link. Begin met https.", "Only with a link. Begin with https.") }
    var addressShape: String { say("Vul een adres in dat begint met https://", "Fill in an address that begins with https://") }
    var owner: String { say("Wie pakt dit op?", "Who takes this up?") }
    var due: String { say("Wanneer is het klaar, of kijk je terug?", "When is it done, or do you look back?") }
    var caption: String { say("Wat deze bijeenkomst oplevert", "What came of this session") }
    var dueShort: String { say("Voor", "Before") }
    var removeYield: String { say("Haal weg", "Remove") }
    var close: String { say("Sluit af", "Close") }
    var closedLead: String {
        say("Deze bijeenkomst is klaar. Wat je schreef, gaat na een half jaar weg.", "This session is done. What you wrote goes after half a year.")
    }
    var emptied: String { say("Wat hier stond, is weg. Het was ouder dan een half jaar.", "What stood here is gone. It was older than half a year.") }
    var consent: String { say("Mag de opbrengst blijven?", "May what came of it stay?") }
    var consentLead: String {
        say(
            "Jij bracht de vraag in. Na een half jaar gaat de opbrengst weg, tenzij jij zegt dat die blijft. Alleen de groep ziet die.",
            "You brought the question. After half a year what came of it goes, unless you say that it stays. Only the group sees it.")
    }
    var keep: String { say("De opbrengst mag blijven", "It may stay") }
    var dropIt: String { say("De opbrengst gaat ook weg", "It goes too") }
    var keepsNow: String { say("De opbrengst blijft staan.", "It stays.") }
    var dropsNow: String { say("De opbrengst gaat na een half jaar weg.", "It goes after half a year.") }

    // MARK: Refusals

    func refusal(_ refusal: SessionRules.Refusal) -> String {
        switch refusal {
        case .notRunning: say("Er loopt nu geen stap.", "No step runs now.")
        case .notPresent: say("Zeg eerst dat je er bent.", "First say that you are here.")
        case .bringerListens: say("De inbrenger luistert in deze stap. Schrijf het voor jezelf op.", "The bringer listens in this step. Write it for yourself.")
        case .alreadyOpen: say("Iedereen leest dit al. Je kunt het niet meer veranderen.", "Everyone reads this already. You cannot change it any more.")
        case .notWriter: say("In deze stap schrijft iemand anders mee.", "In this step someone else takes notes.")
        }
    }
    var moved: String { say("De groep is al verder. Kijk waar je bent.", "The group has gone on. See where you are.") }

    // MARK: Without script

    var refresh: String { say("Ververs deze pagina elke 10 seconden", "Refresh this page every 10 seconds") }
    var refreshing: String { say("Deze pagina ververst elke 10 seconden.", "This page refreshes every 10 seconds.") }
    var stopRefresh: String { say("Stop met verversen", "Stop refreshing") }
}

extension SessionYield.Kind {
    package var name: Localized {
        switch self {
        case .action: Localized(nl: "Iets om te doen", en: "Something to do")
        case .tool: Localized(nl: "Een hulpmiddel", en: "A tool")
        case .insight: Localized(nl: "Een inzicht", en: "An insight")
        case .link: Localized(nl: "Een link", en: "A link")
        }
    }
}
