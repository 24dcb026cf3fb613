import Core
import People

/// The words of who organises conversations.
struct ConversationDeskWords: PageWords {
    let language: Language

    var title: String { say("Jouw gesprekken", "Your conversations") }
    var lead: String { say("Gesprekken met de buurt die jij regelt.", "Conversations with the neighbourhood that you organise.") }
    var none: String { say("Je regelt nog geen gesprek.", "You organise no conversation yet.") }
    var noOwner: String {
        say(
            "Je kunt hier zelf geen gesprek beginnen. Daarvoor heb je een rol nodig bij een organisatie of in een gebied.",
            "You cannot begin a conversation here yourself. For that you need a role at an organisation or in an area.")
    }
    var add: String { say("Begin een gesprek", "Begin a conversation") }
    var addLead: String {
        say(
            "Schrijf eerst de aankondiging. Dat is de pagina die iedereen ziet. Je kunt later verder schrijven.",
            "Write the announcement first. That is the page that everyone sees. You can go on writing later.")
    }
    var save: String { say("Bewaar", "Save") }
    var text: String { say("De aankondiging", "The announcement") }
    var preview: String { say("Bekijk hoe het eruitziet", "See how it looks") }
    var page: String { say("Ga naar de pagina", "Go to the page") }
    var areaIs: String { say("Gebied en organisatie kun je niet meer kiezen.", "The area and the organisation can no longer be chosen.") }
    var announce: String { say("Kondig aan", "Announce") }
    var announceLead: String {
        say(
            "Na het aankondigen ziet iedereen de pagina. De tekst staat dan vast. Alleen meer tijd geven kan nog.",
            "After announcing, everyone sees the page. The text is then fixed. You can only give more time.")
    }
    var onlyScreen: String {
        say(
            "Let op: je kunt alleen op het scherm meedoen. Veel mensen lukt dat niet. Kies ook een andere manier.",
            "Mind: people can only take part on screen. Many people cannot. Choose another way too.")
    }
    var announced: String { say("Het gesprek is aangekondigd.", "The conversation is announced.") }
    var kept: String { say("Wij hebben het bewaard.", "We have saved it.") }
    var extended: String { say("Mensen hebben nu meer tijd.", "People now have more time.") }
    var extend: String { say("Geef meer tijd", "Give more time") }
    var extendLead: String {
        say("Kies een latere laatste dag. Minder tijd geven kan niet.", "Choose a later last day. You cannot give less time.")
    }
    var extendFault: String {
        say("Kies een dag na de laatste dag, en niet na het besluit", "Choose a day after the last day, and not after the decision")
    }
    var untilDecision: String { say("Niet later dan de dag van het besluit", "Not later than the day of the decision") }
    var fixed: String { say("Het gesprek is aangekondigd. De tekst staat vast.", "The conversation is announced. The text is fixed.") }
    var doors: String { say("Verder regelen", "Organise more") }
    var notNow: String { say("Dat kan nu niet meer. Laad de pagina opnieuw.", "That is no longer possible. Load the page again.") }

    // MARK: The fields

    var area: String { say("Over welk gebied gaat het?", "Which area is it about?") }
    var areaHint: String {
        say(
            "De naam of de code van een buurt, wijk of gemeente. De code van een buurt begint met BU",
            "The name or code of a neighbourhood, district or municipality. The code of a neighbourhood begins with BU")
    }
    var areaEmpty: String { say("Vul de naam of de code van een gebied in", "Fill in the name or code of an area") }
    var areaUnknown: String { say("Dit gebied kennen wij niet. Kijk de naam na", "We do not know this area. Check the name") }
    func areaSeveral(_ names: String) -> String {
        say("Er zijn er meer. Vul een van deze codes in: \(names)", "There are several. Fill in one of these codes: \(names)")
    }
    var areaSize: String { say("Kies een buurt, een wijk of een gemeente", "Choose a neighbourhood, a district or a municipality") }
    var areaNotYours: String { say("Hier mag jij geen gesprek beginnen", "You may not begin a conversation here") }
    var owner: String { say("Welke organisatie houdt het gesprek?", "Which organisation holds the conversation?") }
    var ownerEmpty: String { say("Kies een organisatie", "Choose an organisation") }
    var ownerNotYours: String { say("Namens deze organisatie mag jij hier niets beginnen", "You may not begin anything here for this organisation") }
    var name: String { say("Titel", "Title") }
    var nameHint: String { say("Kort, zodat mensen het gesprek herkennen", "Short, so that people know the conversation") }
    var question: String { say("Wat vraag je aan mensen?", "What do you ask people?") }
    var questionHint: String { say("Eén open vraag", "One open question") }
    var decided: String { say("Wat wordt er besloten?", "What is decided?") }
    var notDecided: String { say("Wat wordt er niet besloten?", "What is not decided?") }
    var notDecidedHint: String { say("Noem ook wat al vaststaat. Dat is eerlijk", "Also name what is fixed already. That is honest") }
    var influence: String { say("Hoeveel hebben mensen te zeggen?", "How much say do people have?") }
    var decider: String { say("Wie neemt het besluit?", "Who makes the decision?") }
    var deciderHint: String { say("Bijvoorbeeld: de gemeenteraad", "For example: the municipal council") }
    var decidedBy: String { say("Uiterlijk op welke dag?", "By which day?") }
    var dayHint: String { say("Bijvoorbeeld 31-12-2027", "For example 31-12-2027") }
    var dayShape: String { say("Vul een dag in zoals 31-12-2027", "Fill in a day such as 31-12-2027") }
    var afterwards: String { say("Wat doe je met wat mensen zeggen?", "What do you do with what people say?") }
    var afterwardsHint: String { say("Schrijf ook wanneer en waar zij dat horen", "Also write when and where they hear about it") }
    var firstDay: String { say("Eerste dag", "First day") }
    var lastDay: String { say("Laatste dag", "Last day") }
    var lastFirst: String { say("De laatste dag komt na de eerste dag", "The last day comes after the first day") }
    var lastPast: String { say("De laatste dag is al voorbij. Kies een latere dag", "The last day is over. Choose a later day") }
    var decisionLast: String { say("Het besluit komt na de laatste dag", "The decision comes after the last day") }
    var ways: String { say("Hoe kunnen mensen meedoen?", "How can people take part?") }
    var waysHint: String { say("Kies ook iets zonder scherm", "Also choose something without a screen") }
    var waysEmpty: String { say("Kies hoe mensen kunnen meedoen", "Choose how people can take part") }
    var invitation: String { say("Hoe nodig je mensen uit?", "How do you invite people?") }
    var invitationHint: String { say("Bijvoorbeeld: een brief, langs de deuren, op het schoolplein", "For example: a letter, door to door, at the school") }
    var languages: String { say("In welke talen kunnen mensen meedoen?", "In which languages can people take part?") }
    var languagesEmpty: String { say("Kies een of meer talen", "Choose one or more languages") }
    var houseRules: String { say("Huisregels", "House rules") }
    var contact: String { say("Waar kunnen mensen terecht met vragen?", "Where can people turn with questions?") }
    var contactHint: String { say("Een plek of een naam, met telefoon of mail", "A place or a name, with telephone or mail") }
    var level: String { say("Wie kan meedoen?", "Who can take part?") }
    var moderation: String { say("Wanneer lees je mee?", "When do you read along?") }
    var theme: String { say("Thema", "Theme") }
    var noTheme: String { say("Het hele gebied", "The area as a whole") }
    var home: String { say("Gaat het over hoe mensen thuis leven?", "Is it about how people live at home?") }
    var homeYes: String { say("Ja. Bewaar dan geen enkele plek precies", "Yes. Then keep no place exactly") }
    var empty: String { say("Vul dit in", "Fill this in") }
    var choose: String { say("Kies een antwoord", "Choose an answer") }
    func tooLong(_ limit: Int) -> String { say("Gebruik hoogstens \(limit) tekens", "Use at most \(limit) characters") }

    /// What a new conversation begins with.
    var usualRules: String { Self.rules.map { $0[language] }.joined(separator: "\n") }

    private static let rules = [
        Localized(nl: "Blijf vriendelijk, ook als je het niet eens bent.", en: "Stay friendly, also when you disagree."),
        Localized(nl: "Schrijf over de buurt, niet over een mens.", en: "Write about the neighbourhood, not about a person."),
        Localized(nl: "Noem geen namen, adressen of telefoonnummers.", en: "Give no names, addresses or telephone numbers."),
        Localized(nl: "Wij plaatsen geen scheldwoorden en geen reclame.", en: "We publish no abuse and no advertising."),
        Localized(nl: "Plaatsen wij iets niet? Dan zeggen wij waarom.", en: "If we do not publish something, we say why."),
        Localized(nl: "Je mag vragen om er nog eens naar te kijken.", en: "You may ask us to look again."),
    ]
}
