import Core
import HTML
import Web

/// The door of the learning network: what one can do now, and where the rest is.
struct NetworkPage: Component {
    let news: NetworkNews
    let language: Language

    private var words: NetworkWords { NetworkWords(language) }

    var body: some HTML {
        Group {
            TitleBand(words.title, lead: words.lead)
            div(.class("wrap inhoud")) {
                ask
                meet
                know
                practise
                own
            }
        }
    }

    private var ask: some HTML {
        section(.class("sectie").id("vraag")) {
            h2 { words.ask }
            p { words.askLead }
            if news.calls.isEmpty { p { words.noCall } }
            Each(news.calls) { view in
                div(.class("melding")) {
                    h3 { view.facts.title }
                    p { view.facts.goal.split(whereSeparator: \.isNewline).first.map(String.init) ?? "" }
                    p { a(.class("knop").href(InventoryRoute.call(view.id).address.url(in: language))) { words.takePart } }
                }
            }
            p { link(words.calls, InventoryRoute.calls.address) }
        }
    }

    private var meet: some HTML {
        section(.class("sectie").id("bijeenkomsten")) {
            h2 { words.meet }
            if news.meetings.isEmpty { p { words.noMeeting } }
            MeetingCards(lines: news.meetings, language: language, isBelowSection: true)
            ul(.class("kaal")) {
                li { link(words.meetings, MeetingRoute.list().address) }
                li { link(LookBackWords(language).catchUp, LookBackRoute.catchUp.address) }
                li { link(AttendanceWords(language).title, AttendanceRoute.enter().address) }
            }
        }
    }

    private var know: some HTML {
        section(.class("sectie").id("vraagstukken")) {
            h2 { words.know }
            p { words.knowLead }
            ul { Each(news.issues) { issue in li { link(issue.title, InventoryRoute.issue(issue.id).address) } } }
            ul(.class("kaal")) {
                li { link(words.issues, InventoryRoute.issues().address) }
                li { link(words.agenda, AgendaRoute.list.address) }
            }
        }
    }

    private var practise: some HTML {
        section(.class("sectie").id("praktijk")) {
            h2 { words.practise }
            p { words.practiseLead }
            ul { Each(news.cases) { one in li { link(one.title, CaseRoute.practiceCase(one.id).address) } } }
            ul(.class("kaal")) {
                li { link(words.cases, CaseRoute.list().address) }
                li { link(words.methods, IntervisionRoute.methods.address) }
                li { link(words.chooser, IntervisionRoute.chooser.address) }
                li { link(YieldWords(language).all, YieldRoute.list().address) }
                li { link(words.expertise, PageAddress("expertise")) }
            }
        }
    }

    private var own: some HTML {
        section(.class("sectie").id("van-jou")) {
            h2 { words.own }
            ul(.class("kaal")) {
                li { link(words.places, RegistrationRoute.mine.address) }
                li { link(WorksheetWords(language).mine, WorksheetRoute.all.address) }
                li { link(words.groups, IntervisionRoute.home.address) }
                li { link(words.knows, ExpertiseRoute.mine.address) }
                li { link(words.standing, InventoryRoute.standing.address) }
                li { link(words.organise, MeetingRoute.organising.address) }
            }
        }
    }

    private func link(_ name: String, _ address: PageAddress) -> some HTML { a(.href(address.url(in: language))) { name } }
}

/// The words of the door.
struct NetworkWords: PageWords {
    let language: Language

    static func both(_ path: KeyPath<NetworkWords, String>) -> Localized {
        Localized(nl: NetworkWords(.nl)[keyPath: path], en: NetworkWords(.en)[keyPath: path])
    }

    var title: String { say("Leernetwerk", "Learning network") }
    var lead: String {
        say(
            "Wie aan een buurt werkt, hoeft het niet alleen te doen. Stel je vraag, kom bij elkaar en leer van wat een ander al deed.",
            "Whoever works on a neighbourhood need not do it alone. Ask your question, come together and learn from what others did.")
    }
    var more: String { say("Naar het leernetwerk", "To the learning network") }
    var ask: String { say("Wat wil jij leren?", "What do you want to learn?") }
    var askLead: String {
        say(
            "Met jouw antwoord maken wij een lijst van vragen die in meer buurten leven. Je hebt geen account nodig.",
            "From your answer we make a list of questions that live in more neighbourhoods. You need no account.")
    }
    var noCall: String { say("Er staat nu geen oproep open.", "No call is open now.") }
    var takePart: String { say("Doe mee", "Take part") }
    var calls: String { say("Alle oproepen", "All calls") }
    var meet: String { say("Kom bij elkaar", "Come together") }
    var noMeeting: String { say("Er is nog geen nieuwe bijeenkomst.", "There is no new meeting yet.") }
    var meetings: String { say("Alle bijeenkomsten", "All meetings") }
    var know: String { say("Welke vragen leven er?", "Which questions live?") }
    var knowLead: String {
        say(
            "Elk vraagstuk komt uit antwoorden van mensen. Je ziet hoeveel het er waren.",
            "Every issue comes from answers of people. You see how many there were.")
    }
    var issues: String { say("Alle vraagstukken", "All issues") }
    var agenda: String { say("De leeragenda: wat wanneer aan de beurt is", "The learning agenda: what comes when") }
    var expertise: String { say("Wie weet hier veel van?", "Who knows much about this?") }
    var practise: String { say("Leer van een ander", "Learn from others") }
    var practiseLead: String {
        say(
            "In een kleine groep denk je mee over een vraag van een ander. Een methode helpt je daarbij, stap voor stap.",
            "In a small group you think along about a question of someone else. A method helps you, step by step.")
    }
    var cases: String { say("Verhalen uit de praktijk", "Stories from practice") }
    var methods: String { say("Alle methoden", "All methods") }
    var chooser: String { say("Welke methode past bij ons?", "Which method fits us?") }
    var own: String { say("Van jou", "Yours") }
    var places: String { say("Waar je voor bent ingeschreven", "What you registered for") }
    var knows: String { say("Waar jij veel van weet", "What you know much about") }
    var groups: String { say("Jouw groepen", "Your groups") }
    var standing: String { say("Wat er met je antwoord gebeurde", "What became of your answer") }
    var organise: String { say("Zelf iets organiseren", "Organise something yourself") }
}
