import Core
import People

/// The words of the pages of conversations for everyone.
struct ConversationWords: PageWords {
    let language: Language

    // MARK: The list

    var title: String { say("Stemmen", "Voices") }
    var trail: String { say("Gesprek", "Conversation") }
    var lead: String {
        say(
            "Hier vertellen mensen wat er leeft in hun buurt. Je hoeft geen account te maken.",
            "Here people tell what lives in their neighbourhood. You need no account.")
    }
    var none: String { say("Er zijn hier nu geen gesprekken.", "There are no conversations here now.") }
    func count(_ count: Int) -> String {
        count == 1 ? say("Er is 1 gesprek.", "There is 1 conversation.") : say("Er zijn \(count) gesprekken.", "There are \(count) conversations.")
    }
    var choose: String { say("Kies welke gesprekken je ziet", "Choose which conversations you see") }
    var area: String { say("Gebied", "Area") }
    var areaHint: String {
        say("Een naam, zoals van je gemeente, of een code zoals GM0222", "A name, such as that of your municipality, or a code such as GM0222")
    }
    var state: String { say("Stand", "State") }
    var all: String { say("Alle", "All") }
    var show: String { say("Laat zien", "Show") }
    var clear: String { say("Toon weer alles", "Show everything again") }
    var toDesks: String { say("Houd je zelf gesprekken met de buurt?", "Do you hold conversations yourself?") }
    var desks: String { say("Ga naar jouw gesprekken", "Go to your conversations") }

    // MARK: The announcement

    var what: String { say("Waar gaat het over?", "What is it about?") }
    var decided: String { say("Dit wordt besloten", "This is decided") }
    var notDecided: String { say("Dit wordt niet besloten", "This is not decided") }
    var influence: String { say("Hoeveel heb jij te zeggen?", "How much say do you have?") }
    var decides: String { say("Wie besluit, en wanneer?", "Who decides, and when?") }
    func decides(_ who: String, by day: String) -> String { say("\(who). Uiterlijk op \(day).", "\(who). By \(day) at the latest.") }
    var ways: String { say("Zo kun je meedoen", "How you can take part") }
    func doors(_ state: Conversation.State) -> String {
        state == .closed ? say("Lees wat er is gezegd", "Read what was said") : say("Doe mee", "Take part")
    }
    var invitation: String { say("Zo nodigen wij mensen uit", "How we invite people") }
    var period: String { say("Wanneer kan het?", "When can you?") }
    func period(_ first: String, _ last: String) -> String { say("Van \(first) tot en met \(last).", "From \(first) up to and including \(last).") }
    var afterwards: String { say("Wat doen wij ermee, en wanneer hoor je dat?", "What do we do with it, and when do you hear?") }
    var houseRules: String { say("Huisregels", "House rules") }
    var languages: String { say("Talen", "Languages") }
    var languagesLead: String { say("Je kunt meedoen in deze talen:", "You can take part in these languages:") }
    var level: String { say("Wie kan meedoen?", "Who can take part?") }
    var moderation: String { say("Wie leest mee?", "Who reads along?") }
    var contact: String { say("Vragen?", "Questions?") }
    var organiser: String { say("Dit gesprek is van", "This conversation is held by") }
    func contactLead(_ contact: String) -> String { say("Je kunt terecht bij: \(contact).", "You can turn to: \(contact).") }
    func step(_ state: Conversation.State) -> String {
        switch state {
        case .draft: say("Wij bereiden het gesprek voor.", "We prepare the conversation.")
        case .coming: say("Het gesprek is aangekondigd. Meedoen kan nog niet.", "The conversation is announced. You cannot take part yet.")
        case .open: say("Je kunt nu meedoen.", "You can take part now.")
        case .closed: say("Meedoen kan niet meer. Er wordt gewerkt aan een besluit.", "You can no longer take part. A decision is being made.")
        }
    }
    func decisionTold(_ day: String) -> String {
        say(
            "Dit gesprek is klaar. Sinds \(day) weet iedereen die iets zei wat er met zijn inbreng gebeurde.",
            "This conversation is done. Since \(day) everyone who said something knows what became of it.")
    }
    func decisionDue(_ day: String) -> String {
        say(
            "Meedoen kan niet meer. Het besluit moest er uiterlijk op \(day) zijn. Bij ‘Vragen?’ staat wie je ernaar kunt vragen.",
            "You can no longer take part. The decision was due by \(day). Under ‘Questions?’ you find whom you can ask about it.")
    }
    var steps: String { say("De stappen", "The steps") }
    var now: String { say("Nu:", "Now:") }
    var stepAnnounced: String { say("Wij vertellen dat het gesprek komt.", "We tell that the conversation is coming.") }
    func stepOpen(_ first: String, _ last: String) -> String {
        say("Jij doet mee, van \(first) tot en met \(last).", "You take part, from \(first) up to and including \(last).")
    }
    func stepDecision(_ who: String, _ day: String) -> String {
        say("Het besluit, uiterlijk op \(day). Dat neemt: \(who).", "The decision, by \(day) at the latest. It is made by: \(who).")
    }
    var stepAfterwards: String { say("Je hoort wat ermee gebeurt.", "You hear what happens with it.") }
    func opens(_ day: String) -> String { say("Je kunt meedoen vanaf \(day).", "You can take part from \(day).") }
    func minutes(_ count: Int) -> String {
        count == 1
            ? say("Dit kost je een minuut.", "This takes you a minute.")
            : say("Dit kost je ongeveer \(count) minuten.", "This takes you about \(count) minutes.")
    }
    func reading(_ count: Int) -> String {
        count == 1
            ? say("Deze pagina lezen kost een minuut.", "Reading this page takes a minute.")
            : say("Deze pagina lezen kost ongeveer \(count) minuten.", "Reading this page takes about \(count) minutes.")
    }
    var isDraft: String { say("Dit is een concept. Alleen jij en je team zien het.", "This is a draft. Only you and your team see it.") }
    var toDesk: String { say("Regel dit gesprek", "Organise this conversation") }

    func say(_ influence: Conversation.Influence) -> String { say("Jouw rol: ", "Your role: ") + influence.name[language].lowercased() + "." }

    // MARK: On the page of an area

    var here: String { say("Hier praten mensen over", "What people talk about here") }
    var hereLead: String { say("In deze gesprekken vertellen mensen wat zij vinden.", "In these conversations people tell what they think.") }
    var allHere: String { say("Alle gesprekken over dit gebied", "All conversations about this area") }
}

extension Conversation.State {
    package var name: Localized {
        switch self {
        case .draft: Localized(nl: "Concept", en: "Draft")
        case .coming: Localized(nl: "Komt nog", en: "Coming")
        case .open: Localized(nl: "Open", en: "Open")
        case .closed: Localized(nl: "Gesloten", en: "Closed")
        }
    }
}

extension Conversation.Influence {
    package var name: Localized {
        switch self {
        case .inform: Localized(nl: "Meeweten", en: "Being informed")
        case .consult: Localized(nl: "Meedenken", en: "Being consulted")
        case .advise: Localized(nl: "Advies geven", en: "Giving advice")
        case .decide: Localized(nl: "Meebeslissen", en: "Deciding together")
        }
    }

    /// What it means for who takes part.
    package var meaning: Localized {
        switch self {
        case .inform:
            Localized(
                nl: "Je hoort wat er gebeurt en je kunt vragen stellen. Het besluit staat al vast.",
                en: "You hear what happens and you can ask questions. The decision has been made.")
        case .consult:
            Localized(
                nl: "Wij willen weten wat je vindt. Daarna besluiten wij zelf. Wij leggen uit wat wij met je mening doen.",
                en: "We want to know what you think. Then we decide ourselves. We explain what we do with your opinion.")
        case .advise:
            Localized(
                nl: "Jullie geven samen advies. Volgen wij het niet? Dan schrijven wij waarom niet.",
                en: "Together you give advice. If we do not follow it, we write why.")
        case .decide:
            Localized(
                nl: "Jullie beslissen mee. Wat jullie kiezen, dat doen wij, binnen de grenzen op deze pagina.",
                en: "You decide with us. What you choose is what we do, within the limits on this page.")
        }
    }
}

extension Conversation.Way {
    package var name: Localized {
        switch self {
        case .screen: Localized(nl: "Op het scherm", en: "On screen")
        case .paper: Localized(nl: "Op papier", en: "On paper")
        case .meeting: Localized(nl: "Op een bijeenkomst", en: "At a meeting")
        case .help: Localized(nl: "Met hulp", en: "With help")
        case .telephone: Localized(nl: "Aan de telefoon", en: "By telephone")
        }
    }

    /// What it means for who takes part.
    package var meaning: Localized {
        switch self {
        case .screen: Localized(nl: "Op deze site, met je telefoon of computer.", en: "On this site, with your phone or computer.")
        case .paper: Localized(nl: "Je vult een vel in en levert het in.", en: "You fill in a sheet and hand it in.")
        case .meeting:
            Localized(
                nl: "Je praat aan een tafel. Iemand schrijft op wat jullie zeggen.",
                en: "You talk at a table. Someone writes down what you say.")
        case .help:
            Localized(
                nl: "Iemand vult het samen met je in. Jij zegt wat er komt te staan.",
                en: "Someone fills it in with you. You say what is written.")
        case .telephone:
            Localized(
                nl: "Je belt en vertelt. Iemand schrijft het voor je op.",
                en: "You call and tell. Someone writes it down for you.")
        }
    }
}

extension Conversation.Level {
    package var name: Localized {
        switch self {
        case .open: Localized(nl: "Iedereen", en: "Everyone")
        case .code: Localized(nl: "Wie een code heeft", en: "Who has a code")
        case .account: Localized(nl: "Wie een account heeft", en: "Who has an account")
        }
    }

    package var meaning: Localized {
        switch self {
        case .open: Localized(nl: "Iedereen kan meedoen. Je hoeft geen naam te geven.", en: "Everyone can take part. You need not give a name.")
        case .code:
            Localized(
                nl: "Je doet mee met de code uit je brief. Je hoeft geen naam te geven.",
                en: "You take part with the code in your letter. You need not give a name.")
        case .account: Localized(nl: "Je doet mee met een account op deze site.", en: "You take part with an account on this site.")
        }
    }
}

extension Conversation.Moderation {
    package var name: Localized {
        switch self {
        case .before: Localized(nl: "Eerst lezen, dan plaatsen", en: "Read first, then publish")
        case .after: Localized(nl: "Eerst plaatsen, dan lezen", en: "Publish first, then read")
        }
    }

    package var meaning: Localized {
        switch self {
        case .before:
            Localized(
                nl: "Een mens leest wat je schrijft. Daarna kan iedereen het zien.",
                en: "A person reads what you write. After that everyone can see it.")
        case .after:
            Localized(
                nl: "Wat je schrijft staat er meteen op. Daarna leest een mens het.",
                en: "What you write is there at once. A person reads it after that.")
        }
    }
}

/// The languages that a conversation can be held in, by their own names.
enum ConversationLanguages {
    static let all: [(code: String, name: String)] = [
        ("nl", "Nederlands"), ("en", "English"), ("ar", "العربية"), ("tr", "Türkçe"), ("pl", "Polski"), ("uk", "Українська"), ("ti", "ትግርኛ"),
        ("so", "Soomaali"), ("fa", "فارسی"), ("zgh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"), ("pap", "Papiamentu"), ("bg", "Български"), ("ro", "Română"), ("es", "Español"),
        ("fr", "Français"), ("de", "Deutsch"), ("fy", "Frysk"),
    ]

    static func name(_ code: String) -> String { all.first { $0.code == code }?.name ?? code }

    /// Written from right to left.
    static func isRightToLeft(_ code: String) -> Bool { ["ar", "fa"].contains(code) }
}
