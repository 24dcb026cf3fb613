import Core

/// The sentences of agendas for everyone, in both languages.
struct AgendaWords: PageWords {
    let language: Language

    // MARK: Agendas

    var title: String { say("Leeragenda", "Learning agenda") }
    var all: String { say("Leeragenda’s", "Learning agendas") }
    var listLead: String {
        say(
            "Op een leeragenda staat wat wij samen willen leren. Elk netwerk maakt zijn eigen agenda.",
            "A learning agenda says what we want to learn together. Every network makes its own.")
    }
    var none: String { say("Er is nog geen leeragenda.", "There is no learning agenda yet.") }
    var begin: String { say("Begin een leeragenda", "Begin a learning agenda") }
    func title(_ name: String) -> String { say("Leeragenda van \(name)", "Learning agenda of \(name)") }
    var lead: String {
        say("Wij kiezen samen wat wij eerst leren. Je ziet wie dat steunt.", "Together we choose what to learn first. You see who supports it.")
    }
    var empty: String { say("Er staat nog niets op de agenda dat hierbij past.", "Nothing that fits this is on the agenda yet.") }
    func count(_ count: Int) -> String { count == 1 ? say("1 thema", "1 theme") : say("\(count) thema’s", "\(count) themes") }
    var inOrder: String { say("In deze volgorde", "In this order") }
    var done: String { say("Klaar", "Done") }
    var other: String { say("Geparkeerd of vervallen", "Parked or dropped") }
    var departures: String { say("Waarom de volgorde zo is", "Why the order is like this") }
    var departuresLead: String {
        say(
            "De volgorde kiezen mensen. Wijkt die af van de tellingen? Dan staat hier de reden.",
            "People choose the order. Where it differs from the counts, the reason stands here.")
    }
    func departure(_ item: String, _ above: String) -> String { say("\(item) staat boven \(above)", "\(item) stands above \(above)") }
    var filter: String { say("Kies wat je wilt zien", "Choose what to see") }
    var level: String { say("Op welke schaal?", "On what scale?") }
    var everything: String { say("Alles", "All") }
    var domains: String { say("Domeinen", "Domains") }
    var domainsHint: String { say("Kies je er meer? Dan zie je wat bij allemaal hoort.", "If you choose more, you see what belongs to all of them.") }
    var show: String { say("Laat zien", "Show") }
    var propose: String { say("Stel iets voor", "Propose something") }
    var proposals: String { say("Voorstellen", "Proposals") }
    var organise: String { say("Werk aan deze agenda", "Work on this agenda") }
    var versions: String { say("Versies", "Versions") }
    func version(_ number: Int) -> String { say("Versie \(number)", "Version \(number)") }
    func versionOf(_ number: Int, _ day: String) -> String { say("Versie \(number), \(day)", "Version \(number), \(day)") }
    var noVersion: String { say("Er is nog geen versie bewaard.", "No version was kept yet.") }

    // MARK: Items

    var state: String { say("Stand", "State") }
    var theme: String { say("Thema", "Theme") }
    var subjects: String { say("Onderwerpen hierin", "Subjects in it") }
    var questions: String { say("Wat wij willen weten", "What we want to know") }
    var reinforces: String { say("Hoe dit elkaar sterker maakt", "How these make each other stronger") }
    var tough: String { say("Taai vraagstuk", "Tough issue") }
    var whyTough: String { say("Waarom dit zo taai is", "Why this is so tough") }
    var perspective: String { say("Wat je kunt doen", "What you can do") }
    var owner: String { say("Trekker", "Owner") }
    var proposer: String { say("Voorgesteld door", "Proposed by") }
    var noOwner: String { say("Nog niemand", "Nobody yet") }
    var month: String { say("Begint in", "Starts in") }
    var noMonth: String { say("Nog niet gepland", "Not planned yet") }
    var adHoc: String { say("Tussendoor op de agenda gezet", "Put on the agenda in between") }
    func adHoc(_ day: String) -> String { say("Op \(day) tussendoor op de agenda gezet", "Put on the agenda in between on \(day)") }
    var effects: String { say("Werkt door op", "Has an effect on") }
    var affected: String { say("Hier werkt op door", "Is affected by") }
    var history: String { say("Wat er gebeurde", "What happened") }
    var meetings: String { say("Bijeenkomsten over dit thema", "Meetings about this theme") }

    // MARK: Where it comes from

    var origin: String { say("Waar dit vandaan komt", "Where this comes from") }
    var noOrigin: String { say("Dit komt niet uit een oproep.", "This does not come from a call.") }
    func people(_ count: Int?) -> String {
        count.map { say("genoemd door \($0) mensen", "named by \($0) people") } ?? say("genoemd door minder dan 5 mensen", "named by fewer than 5 people")
    }
    /// - Parameter isLeast: when they come from several issues, that may share people
    func inputs(_ count: Int, isLeast: Bool) -> String {
        isLeast
            ? say("Minstens \(count) mensen noemden dit", "At least \(count) people named this")
            : say("\(count) mensen noemden dit", "\(count) people named this")
    }
    var fewInputs: String { say("Minder dan 5 mensen noemden elk deel hiervan", "Fewer than 5 people named each part of this") }

    // MARK: Support and objections

    var supports: String { say("Wie dit steunt", "Who supports this") }
    func supports(_ count: Int) -> String {
        switch count {
        case 0: say("Nog geen steun", "No support yet")
        case 1: say("1 organisatie steunt dit", "1 organisation supports this")
        default: say("\(count) organisaties steunen dit", "\(count) organisations support this")
        }
    }
    var brings: String { say("Wat brengt je organisatie in?", "What does your organisation bring?") }
    var bringsHint: String { say("Denk aan tijd, geld, een ruimte of kennis.", "Think of time, money, a room or knowledge.") }
    var bringsEmpty: String { say("Schrijf op wat je inbrengt", "Write what you bring") }
    var bringsHead: String { say("Brengt in", "Brings") }
    var support: String { say("Steun dit namens je organisatie", "Support this for your organisation") }
    var changeSupport: String { say("Pas je steun aan", "Change your support") }
    var withdraw: String { say("Trek de steun in", "Withdraw the support") }
    var organisation: String { say("Organisatie", "Organisation") }
    var objections: String { say("Bezwaren", "Objections") }
    var noObjections: String { say("Niemand heeft bezwaar.", "Nobody objects.") }
    var object: String { say("Maak bezwaar", "Object") }
    var objection: String { say("Wat is je bezwaar?", "What is your objection?") }
    var objectionHint: String { say("Iedereen kan dit lezen. Noem geen namen van mensen.", "Everyone can read this. Name no people.") }
    var objectionEmpty: String { say("Schrijf je bezwaar op", "Write your objection") }
    var answer: String { say("Antwoord", "Answer") }
    var noOrganisation: String {
        say("Wil je iets voorstellen of steunen? Sluit je eerst bij een organisatie aan.", "To propose or support something, join an organisation first.")
    }

    // MARK: Proposals

    var proposeLead: String {
        say(
            "Je stelt dit voor namens je organisatie. Wie de agenda maakt, beslist of het erop komt.",
            "You propose this for your organisation. Those who make the agenda decide whether it gets on it.")
    }
    var noProposals: String { say("Er zijn geen voorstellen.", "There are no proposals.") }
    var send: String { say("Stuur je voorstel", "Send your proposal") }

    // MARK: The calendar

    var calendar: String { say("Themakalender", "Theme calendar") }
    var calendarLead: String { say("Je ziet per maand wat er begint.", "You see what starts in each month.") }
    var noCalendar: String { say("Er is nog niets gepland.", "Nothing is planned yet.") }
    var take: String { say("Neem de kalender mee", "Take the calendar with you") }
    func file(_ file: AgendaRoute.CalendarFile) -> String {
        switch file {
        case .calendar: say("In je eigen agenda", "In your own calendar")
        case .csv: say("Als tabel", "As a table")
        case .json: say("Als data", "As data")
        }
    }
    func starts(_ title: String) -> String { say("Thema begint: \(title)", "Theme starts: \(title)") }

    // MARK: Versions

    var changes: String { say("Wat er veranderde", "What changed") }
    var firstVersion: String { say("Dit is de eerste versie.", "This is the first version.") }
    var noChanges: String { say("Er veranderde niets.", "Nothing changed.") }
    var agreedBy: String { say("Wie het ermee eens is", "Who agreed") }
    var agreedNone: String { say("Niemand is genoteerd.", "Nobody was noted.") }
    var fixed: String { say("Deze versie verandert niet meer.", "This version does not change any more.") }
    func change(_ change: AgendaVersion.Change) -> String {
        func month(_ period: Period?) -> String { period.map { self.month($0) } ?? noMonth.lowercased() }
        switch change {
        case .added(let title): return say("Erbij: \(title)", "Added: \(title)")
        case .removed(let title): return say("Eraf: \(title)", "Removed: \(title)")
        case .moved(let title, let from, let to): return say("\(title): van plaats \(from) naar \(to)", "\(title): from place \(from) to \(to)")
        case .state(let title, let from, let to):
            return say(
                "\(title): van \(from.name.nl.lowercased()) naar \(to.name.nl.lowercased())",
                "\(title): from \(from.name.en.lowercased()) to \(to.name.en.lowercased())")
        case .month(let title, let from, let to):
            return say("\(title): begin van \(month(from)) naar \(month(to))", "\(title): start from \(month(from)) to \(month(to))")
        case .renamed(let from, let to): return say("\(from) heet nu \(to)", "\(from) is now called \(to)")
        case .words(let title): return say("\(title): de tekst is anders", "\(title): the text is different")
        }
    }

    /// `juni 2021`.
    func month(_ period: Period) -> String {
        guard let month = period.month else { return "\(period.year)" }
        let names =
            switch language {
            case .nl: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
            case .en:
                ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
            }
        return names.indices.contains(month - 1) ? "\(names[month - 1]) \(period.year)" : period.description
    }
}
