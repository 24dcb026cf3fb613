import Core

/// The sentences of date polls, in both languages.
struct DatePollWords: PageWords {
    let language: Language

    // MARK: For who was asked

    var when: String { say("Wanneer kun je?", "When can you?") }
    var lead: String {
        say("Kies bij elk moment wat voor jou geldt. Klik daarna op de knop.", "Choose what holds for you at each moment. Then press the button.")
    }
    var effort: String { TaskTime.words(60, language) }
    func answer(_ answer: DatePoll.Answer) -> String {
        switch answer {
        case .yes: say("Ja", "Yes")
        case .ifNeeded: say("Als het moet", "If need be")
        case .no: say("Nee", "No")
        }
    }
    var send: String { say("Verstuur", "Send") }
    var sent: String { say("Je antwoord is bewaard. Veranderen kan tot het sluit.", "Your answer was saved. You can change it until it closes.") }
    var chooseEach: String { say("Kies ja, als het moet of nee", "Choose yes, if need be or no") }
    func fullFault(_ moment: String) -> String { say("Er is geen plek meer op \(moment)", "There is no room any more on \(moment)") }
    func count(yes: Int, ifNeeded: Int) -> String {
        say("Tot nu toe: \(yes) keer ja, \(ifNeeded) keer als het moet.", "So far: \(yes) times yes, \(ifNeeded) times if need be.")
    }
    func maximum(_ people: Int) -> String { say("Hoogstens \(people) mensen.", "At most \(people) people.") }
    var full: String { say("Vol.", "Full.") }
    var closed: String { say("Je kunt niet meer antwoorden. Je hoort het als er een dag is.", "You can no longer answer. You will hear when there is a day.") }
    func itIs(_ moment: String) -> String { say("Het wordt \(moment).", "It will be \(moment).") }
    var calendar: String { say("Zet het in je agenda", "Put it in your calendar") }
    var yours: String { say("Wat jij zei", "What you said") }
    var about: String { say("Waar het over gaat", "What it is about") }
    var takes: String { say("Hoe lang", "How long") }
    func minutes(_ minutes: Int) -> String { say("\(minutes) minuten", "\(minutes) minutes") }
    var location: String { say("Waar", "Where") }
    var answerBefore: String { say("Antwoord voor", "Answer before") }
    var privacy: String { say("Wie het vraagt ziet je antwoord. Anderen zien alleen aantallen.", "Who asks sees your answer. Others only see numbers.") }

    // MARK: For who asks

    var polls: String { say("Datumprikkers", "Date polls") }
    var pollsLead: String {
        say(
            "Vraag mensen wanneer ze kunnen. Daarna maak je er in één stap een bijeenkomst van.",
            "Ask people when they can. Then you make it a meeting in one step.")
    }
    var none: String { say("Er is nog geen datumprikker.", "There is no date poll yet.") }
    var new: String { say("Maak een datumprikker", "Make a date poll") }
    var title: String { say("Titel", "Title") }
    var place: String { say("Waar hoort het bij?", "What does it belong to?") }
    var minutesField: String { say("Hoe lang duurt het, in minuten?", "How long does it take, in minutes?") }
    var form: String { say("Hoe kom je bij elkaar?", "How do you meet?") }
    var locationField: String { say("Plek", "Place") }
    var moments: String { say("Momenten", "Moments") }
    var momentsHint: String {
        say(
            "Eén op elke regel, hoogstens 12. Zo: 12-11-2026 14:00. Met een eigen einde: 12-11-2026 14:00-16:00.",
            "One on each line, 12 at most. Like this: 12-11-2026 14:00. With an end of its own: 12-11-2026 14:00-16:00.")
    }
    var maximumField: String { say("Hoogste aantal mensen op een moment", "Most people at one moment") }
    var required: String { say("Wie moet erbij zijn?", "Who must be there?") }
    var optional: String { say("Wie mag erbij zijn?", "Who may be there?") }
    var peopleHint: String {
        say(
            "Eén mailadres op elke regel. Een naam mag ook, van wie zich hier al eens inschreef.",
            "One mail address on each line. A name will do for who registered here before.")
    }
    var deadlineDay: String { say("Op welke dag sluit het?", "On which day does it close?") }
    var deadlineClock: String { say("Hoe laat sluit het?", "At what time does it close?") }
    var ask: String { say("Vraag het", "Ask") }
    func state(_ poll: DatePoll, at now: Int64) -> String {
        switch poll.state {
        case .decided: say("Er is een dag", "There is a day")
        case .open where now < poll.facts.deadline: say("Open", "Open")
        case .open, .closed: say("Gesloten", "Closed")
        }
    }
    func answered(_ count: Int, of people: Int) -> String { say("\(count) van \(people) mensen gaven antwoord.", "\(count) of \(people) people answered.") }
    var results: String { say("Wie kan wanneer", "Who can when") }
    var moment: String { say("Moment", "Moment") }
    var nobody: String { say("Niemand", "Nobody") }
    var mustBe: String { say("moet erbij zijn", "must be there") }
    var answeredAt: String { say("Antwoord", "Answer") }
    var silent: String { say("Nog geen antwoord", "No answer yet") }
    var proposal: String { say("Voorstel", "Proposal") }
    func proposed(_ moment: String) -> String {
        say(
            "Kies \(moment). Dan kan iedereen die erbij moet zijn, en zo veel mogelijk anderen.",
            "Choose \(moment). Then all who must be there can come, and as many others as possible.")
    }
    var noProposal: String {
        say("Op geen moment kan iedereen die erbij moet zijn. Kies zelf.", "At no moment can all who must be there come. Choose yourself.")
    }
    var choose: String { say("Kies een moment", "Choose a moment") }
    var chooseLead: String {
        say(
            "Er komt een concept van een bijeenkomst. Iedereen krijgt een mail met het moment voor de agenda.",
            "A draft of a meeting is made. Everyone gets a mail with the moment for their calendar.")
    }
    var chooseDo: String { say("Maak de bijeenkomst", "Make the meeting") }
    var toMeeting: String { say("Naar de bijeenkomst", "To the meeting") }
    var close: String { say("Sluit nu", "Close now") }
    var people: String { say("Mensen", "People") }
    var person: String { say("Wie", "Who") }
    var mail: String { say("Mail", "Mail") }
    var actions: String { say("Doe", "Do") }
    var remove: String { say("Haal weg", "Take off") }
    var addPeople: String { say("Vraag meer mensen", "Ask more people") }
    var kept: String {
        say("Namen en antwoorden gaan 90 dagen na het laatste moment weg.", "Names and answers go 90 days after the last moment.")
    }

    // MARK: What is wrong

    var titleEmpty: String { say("Vul een titel in", "Fill in a title") }
    var placeEmpty: String { say("Kies waar het bij hoort", "Choose what it belongs to") }
    var minutesShape: String { say("Vul 5 tot 1440 minuten in", "Fill in 5 to 1440 minutes") }
    var formEmpty: String { say("Kies hoe je bij elkaar komt", "Choose how you meet") }
    var momentsEmpty: String { say("Vul een moment in", "Fill in a moment") }
    var momentsMany: String { say("Vul hoogstens 12 momenten in", "Fill in 12 moments at most") }
    func momentShape(_ line: String) -> String {
        say("Schrijf een moment zoals 12-11-2026 14:00. Dit lukt niet: \(line)", "Write a moment as 12-11-2026 14:00. This does not work: \(line)")
    }
    var momentTwice: String { say("Elk moment mag één keer", "Each moment once only") }
    var momentEarly: String { say("Elk moment begint nadat het sluit", "Each moment begins after it closes") }
    var maximumShape: String { say("Vul een heel getal in", "Fill in a whole number") }
    var peopleEmpty: String { say("Vul een mailadres in", "Fill in a mail address") }
    var peopleMany: String { say("Vraag hoogstens 100 mensen", "Ask 100 people at most") }
    func personUnknown(_ line: String) -> String { say("Vul een mailadres in voor \(line)", "Fill in a mail address for \(line)") }
    var deadlinePast: String { say("Kies een moment dat nog komt", "Choose a moment that is yet to come") }
    var over: String { say("Dat kan niet meer. Kijk hoe het nu staat.", "That is no longer possible. See how it stands now.") }

    // MARK: Mail

    func inviteSubject(_ title: String) -> String { say("Wanneer kun je? \(title)", "When can you? \(title)") }
    func greeting(_ name: String?) -> String { name.map { say("Beste \($0),", "Dear \($0),") } ?? say("Hallo,", "Hello,") }
    func inviteLead(_ title: String) -> String {
        say("Wij zoeken een dag voor: \(title). Zeg je wanneer je kunt?", "We look for a day for: \(title). Will you say when you can?")
    }
    func reminderSubject(_ title: String) -> String { say("Kun je nog antwoorden? \(title)", "Can you still answer? \(title)") }
    func reminderLead(_ title: String) -> String {
        say(
            "Wij zoeken een dag voor: \(title). Van jou weten we nog niet wanneer je kunt. Dit vragen we maar één keer.",
            "We look for a day for: \(title). We do not know yet when you can. We ask this only once.")
    }
    var inviteLink: String { say("Zeg wanneer je kunt", "Say when you can") }
    var inviteLinkLead: String { say("Dat doe je op deze pagina. Je hoeft je niet aan te melden.", "You do that on this page. You need not sign in.") }
    var keepPrivate: String { say("De link is van jou alleen. Stuur hem niet door.", "The link is yours alone. Do not pass it on.") }
    var mailWhy: String {
        say("Je krijgt deze mail omdat iemand jou bij deze afspraak wil hebben.", "You get this mail because someone wants you to be there.")
    }
    func chosenSubject(_ title: String) -> String { say("Er is een dag: \(title)", "There is a day: \(title)") }
    func chosenLead(_ title: String) -> String { say("Er is een dag gekozen voor: \(title).", "A day was chosen for: \(title).") }
    var day: String { say("Wanneer", "When") }
    var noticeKind: String { say("Een datumprikker van jou die sluit", "A date poll of yours that closes") }
    var noticeTitle: String { say("Je datumprikker is gesloten", "Your date poll has closed") }
    var noticeDetail: String { say("Kies nu een moment.", "Choose a moment now.") }
}
