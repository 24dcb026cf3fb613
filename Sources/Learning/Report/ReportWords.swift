import Core

/// The words of the network report and of what lives in an area.
struct ReportWords: PageWords {
    let language: Language

    static func both(_ say: (ReportWords) -> String) -> Localized { Localized(nl: say(ReportWords(.nl)), en: say(ReportWords(.en))) }

    static func both(_ path: KeyPath<ReportWords, String>) -> Localized { both { $0[keyPath: path] } }

    var title: String { say("Hoe het netwerk leert", "How the network learns") }
    func title(_ programme: String, _ year: Int) -> String { "\(title): \(programme), \(year)" }
    var lead: String {
        say(
            "Je ziet hoe gemeenten van elkaar leren. Het gaat nooit over één persoon. Wat wij niet weten, staat er ook bij.",
            "You see how municipalities learn from each other. It is never about one person. What we do not know is said too.")
    }
    var year: String { say("Kies een jaar", "Choose a year") }
    func file(_ file: ReportRoute.ReportFile) -> String { file == .csv ? say("Als tabel (CSV)", "As a table (CSV)") : say("Als data (JSON)", "As data (JSON)") }
    var take: String { say("Neem het rapport mee", "Take the report with you") }
    var few: String { say("minder dan 5", "fewer than 5") }

    // MARK: Links

    var links: String { say("Wie van wie leert", "Who learns from whom") }
    var linksLead: String {
        say(
            "Je ziet per paar gemeenten wat er was. Bij hulp en bij nog eens gebruiken staat voorop wie iets gaf.",
            "For each pair of municipalities you see what there was. With help and use once more the giver comes first.")
    }
    func kind(_ kind: NetworkReport.Kind) -> String {
        switch kind {
        case .met: say("Samen bij een bijeenkomst", "Together at a meeting")
        case .helped: say("Hulp gegeven", "Help given")
        case .introduced: say("Bij elkaar gebracht", "Brought together")
        case .reused: say("Nog eens gebruikt", "Used once more")
        }
    }
    var from: String { say("Gemeente", "Municipality") }
    var to: String { say("Met gemeente", "With municipality") }
    var how: String { say("Hoe", "How") }
    var times: String { say("Aantal", "Number") }
    func tally(_ tally: NetworkReport.Tally) -> String {
        tally.unknown == 0 ? String(tally.known) : say("\(tally.known), en \(tally.unknown) onbekend", "\(tally.known), and \(tally.unknown) unknown")
    }
    var unknownLead: String {
        say(
            "Onbekend betekent: beide gemeenten hadden een plek, maar niemand noteerde wie er kwam.",
            "Unknown means: both municipalities had a place, but nobody noted who came.")
    }
    var matrix: String { say("Alle gemeenten naast elkaar", "All municipalities side by side") }
    var matrixLead: String { say("Elk vak telt alles van twee gemeenten samen.", "Each cell adds up all of two municipalities.") }
    var noPlaces: String { say("Er doen nog geen gemeenten mee.", "No municipalities take part yet.") }
    var noLinks: String { say("Er is over dit jaar nog niets bekend.", "Nothing is known of this year yet.") }
    var absent: String { say("Nog niets bekend", "Nothing known yet") }
    var absentLead: String { say("Van deze gemeenten kennen wij dit jaar geen enkel verband.", "Of these municipalities we know no link this year.") }
    var noneAbsent: String { say("Van elke gemeente kennen wij een verband.", "We know a link of every municipality.") }
    var selfCell: String { say("zelf", "self") }
    func guest(_ name: String) -> String { name + say(" (te gast)", " (guest)") }

    // MARK: Questions

    var questions: String { say("Vragen van mensen", "Questions of people") }
    func questions(_ report: NetworkReport) -> String {
        say(
            "Er zijn \(report.questions.count) vragen. \(report.count(.yes)) hebben een antwoord, \(report.count(.busy)) staan op de agenda "
                + "en \(report.count(.no)) staan nog open.",
            "There are \(report.questions.count) questions. \(report.count(.yes)) have an answer, \(report.count(.busy)) are on the agenda "
                + "and \(report.count(.no)) are still open.")
    }
    var noQuestions: String { say("Er kwamen dit jaar geen nieuwe vragen.", "There were no new questions this year.") }
    func answered(_ answered: NetworkReport.Answered) -> String {
        switch answered {
        case .yes: say("heeft een antwoord", "has an answer")
        case .busy: say("staat op de agenda", "is on the agenda")
        case .no: say("staat nog open", "is still open")
        }
    }

    // MARK: Help

    var help: String { say("Vragen om hulp", "Questions for help") }
    func help(_ speed: NetworkReport.Speed) -> String {
        guard let percent = speed.percent else { return say("Er is nog niets te tellen.", "There is nothing to count yet.") }
        return say(
            "Van \(speed.decided) vragen kregen er \(speed.inTime) binnen 5 werkdagen een ja. Dat is \(percent) van de 100. Het doel is \(NetworkReport.aim).",
            "Of \(speed.decided) questions \(speed.inTime) got a yes within 5 working days. That is \(percent) of 100. The aim is \(NetworkReport.aim).")
    }
    func early(_ count: Int) -> String {
        count == 1
            ? say("1 vraag is nog te nieuw om te tellen.", "1 question is too new to count.")
            : say("\(count) vragen zijn nog te nieuw om te tellen.", "\(count) questions are too new to count.")
    }

    // MARK: Later

    var later: String { say("Wat mensen later gebruikten", "What people used later") }
    var laterLead: String {
        say(
            "Wie niets zegt, telt als onbekend. Bij minder dan 5 antwoorden staat er geen getal.",
            "Who says nothing is unknown. With fewer than 5 answers there is no number.")
    }
    var saved: String { say("Tijd bespaard, zoals mensen het zelf zeggen", "Time saved, as people say themselves") }
    func saved(_ hours: Int, _ people: Int) -> String { say("\(hours) uur, gezegd door \(people) mensen", "\(hours) hours, said by \(people) people") }

    // MARK: Time

    var time: String { say("Tijd van mensen", "Time of people") }
    var timeMeetings: String { say("Bijeenkomsten", "Meetings") }
    var timeAsked: String { say("Gevraagd van wie overal komt", "Asked of who comes to all") }
    var timeCommitted: String { say("Toegezegd", "Committed") }
    var timeAttended: String { say("Zeker besteed", "Surely spent") }
    func hours(_ minutes: Int) -> String { say("\((minutes + 30) / 60) uur", "\((minutes + 30) / 60) hours") }
    func hours(_ minutes: Int, of people: Int) -> String { hours(minutes) + say(", \(people) plekken", ", \(people) places") }
    func unknownPlaces(_ count: Int) -> String {
        say("Van \(count) plekken weten wij niet of er iemand kwam.", "Of \(count) places we do not know whether someone came.")
    }

    // MARK: In an area

    var area: String { say("Welke vragen hier leven", "Which questions live here") }
    var areaLead: String {
        say(
            "Mensen uit deze gemeente noemden dit. Je ziet alleen wat genoeg mensen noemden.",
            "People of this municipality named this. You see only what enough people named.")
    }
    func named(_ count: Int) -> String { say("minstens \(count) mensen uit deze gemeente", "at least \(count) people of this municipality") }
    var noIssues: String {
        say("Er is nog geen vraag die genoeg mensen van hier noemden.", "There is no question yet that enough people of here named.")
    }
    var cases: String { say("Verhalen van hier", "Stories from here") }
    var meetings: String { say("Bijeenkomsten", "Meetings") }
    var network: String { say("Doe mee met het leernetwerk", "Join the learning network") }
}
