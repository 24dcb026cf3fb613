import Core

/// The sentences of calls, outcomes and issues, in both languages.
struct CallWords: PageWords {
    let language: Language

    // MARK: Calls

    var title: String { say("Oproepen", "Calls") }
    var lead: String { say("Wat wil jij leren? Hier kun je het zeggen.", "What do you want to learn? You can say it here.") }
    var none: String { say("Er is nu geen oproep.", "There is no call now.") }
    var trail: String { say("Plek op de site", "Place on the site") }
    var takePart: String { say("Doe mee", "Take part") }
    var minutes: String { say("3 tot 5 minuten, zonder account.", "3 to 5 minutes, without an account.") }
    var round: String { say("Ronde", "Round") }
    func round(_ number: Int) -> String { say("Ronde \(number)", "Round \(number)") }
    func period(_ start: String, _ end: String) -> String { say("\(start) tot \(end)", "\(start) to \(end)") }
    var rounds: String { say("Rondes", "Rounds") }
    var from: String { say("Van", "From") }
    var until: String { say("Tot", "Until") }
    var state: String { say("Stand", "State") }
    var outcome: String { say("Uitkomst", "Outcome") }
    var contact: String { say("Wie neemt je antwoord mee?", "Who takes your answer along?") }
    func contactLead(_ name: String) -> String { say("Dat is \(name).", "That is \(name).") }
    var ask: String { say("Stel een vraag", "Ask a question") }
    var programme: String { say("Programma", "Programme") }
    var stand: String { say("Wat is er met mijn antwoord gebeurd?", "What happened with my answer?") }
    var desk: String { say("Regel je deze oproep?", "Do you organise this call?") }
    var deskLink: String { say("Naar de werkplek", "To the desk") }

    // MARK: Outcome

    func outcomeTitle(_ call: String) -> String { say("Uitkomst: \(call)", "Outcome: \(call)") }
    var outcomeLead: String { say("Dit willen mensen leren. Zij zeiden het zelf.", "This is what people want to learn. They said so themselves.") }
    var answers: String { say("Antwoorden", "Answers") }
    var people: String { say("Mensen", "People") }
    var role: String { say("Rol", "Role") }
    var municipality: String { say("Gemeente", "Municipality") }
    var byRole: String { say("Welke rollen antwoordden?", "Which roles answered?") }
    var byPlace: String { say("Uit welke gemeenten?", "From which municipalities?") }
    var bySource: String { say("Hoe komen mensen aan kennis?", "How do people find knowledge?") }
    var source: String { say("Manier", "Way") }
    var severalNote: String { say("Je kon meer dan één manier kiezen.", "People could choose more than one way.") }
    var rest: String { say("Alle andere samen", "All others together") }
    var protectedNote: String {
        say(
            "Van kleine groepen laten wij geen getal zien. Zo is niemand te herkennen.",
            "We show no number of small groups. So nobody can be recognised.")
    }
    var tooSmall: String { say("De groepen zijn te klein om te laten zien.", "The groups are too small to show.") }
    func fewer(_ count: Int) -> String { say("minder dan \(count)", "fewer than \(count)") }
    func fewerInRound(_ count: Int) -> String { say("minder dan \(count) per ronde", "fewer than \(count) in each round") }
    func atLeast(_ count: String) -> String { say("minstens \(count)", "at least \(count)") }
    func number(_ count: Int) -> String { Numbers.text(Double(count), in: language) }
    var noTheme: String { say("Zonder thema", "Without a theme") }
    var compare: String { say("De rondes naast elkaar", "The rounds side by side") }
    var compareLead: String { say("Zoveel mensen noemden elk vraagstuk, per ronde.", "So many people named each issue, per round.") }
    var oneAnswer: String {
        say(
            "Elk antwoord telt hier als één mens. Wij weten niet wie antwoordde.",
            "Each answer counts as one person here. We do not know who answered.")
    }
    var file: String { say("Deze tabel als CSV", "This table as CSV") }

    // MARK: Issues

    var issues: String { say("Vraagstukken", "Issues") }
    var issue: String { say("Vraagstuk", "Issue") }
    var issuesLead: String {
        say("Wat mensen in de praktijk samen willen leren.", "What people in practice want to learn together.")
    }
    var noIssues: String { say("Hier staan nog geen vraagstukken.", "There are no issues here yet.") }
    var theme: String { say("Thema", "Theme") }
    var allThemes: String { say("Alle thema’s", "All themes") }
    var domains: String { say("Domeinen", "Domains") }
    var domainsHint: String { say("Kies je er meer, dan zie je wat in al die domeinen ligt.", "Choose several and you see what lies in all of them.") }
    var filter: String { say("Laat zien", "Show") }
    var tough: String { say("Taai vraagstuk", "Tough issue") }
    var whyTough: String { say("Waarom is het taai?", "Why is it tough?") }
    var level: String { say("Waar speelt het?", "Where does it play?") }
    var reinforces: String { say("Hoe maken de domeinen elkaar sterker?", "How do the domains make each other stronger?") }
    var perspective: String { say("Wat kun je eraan doen?", "What can you do about it?") }
    var questions: String { say("Vragen hierbij", "Questions within it") }
    func named(_ count: String) -> String { say("Aantal mensen dat dit noemde: \(count)", "People who named this: \(count)") }
    var quotes: String { say("Wat mensen zeggen", "What people say") }
    var quotesLead: String { say("Deze woorden mogen wij laten zien.", "These words may be shown.") }
    var onAgenda: String { say("Op de leeragenda", "On the learning agenda") }
    var followTitle: String { say("Komt dit op de agenda?", "Will this reach the agenda?") }
    var followLead: String {
        say(
            "Je krijgt één mail als dit vraagstuk op een leeragenda staat. Daarna is je adres weg. Het staat nergens bij een antwoord.",
            "You get one mail when this issue is on a learning agenda. Then your address is gone. It stands nowhere with an answer.")
    }
    var followed: String { say("Je krijgt één mail als dit op een leeragenda staat.", "You get one mail when this is on a learning agenda.") }
    var comesFrom: String { say("Komt uit", "Comes from") }
}
