import Core

/// The sentences of who knows about what, and of asking, in both languages.
struct ExpertiseWords: PageWords {
    let language: Language

    // MARK: Kinds

    func kind(_ kind: ExpertiseLine.Kind) -> String {
        switch kind {
        case .professional: say("Kennis uit het werk", "Knowledge from work")
        case .experience: say("Eigen ervaring", "Own experience")
        }
    }
    func wanted(_ wanted: HelpRequest.Wanted) -> String {
        switch wanted {
        case .any: say("Beide is goed", "Both are fine")
        case .professional: kind(.professional)
        case .experience: kind(.experience)
        }
    }
    func help(_ help: HelpKind) -> String {
        switch help {
        case .talk: say("Een gesprek", "A talk")
        case .read: say("Een stuk lezen", "Reading a paper")
        case .visit: say("Bij elkaar kijken", "Visiting each other")
        case .story: say("Vertellen hoe het ging", "Telling how it went")
        }
    }
    func deed(_ deed: ExpertiseLine.Deed) -> String {
        switch deed {
        case .subgroup: say("Leidde een deelsessie", "Led a subgroup")
        case .practiceCase: say("Bracht een verhaal uit de praktijk in", "Brought a case")
        case .answer: say("Gaf een antwoord dat hielp", "Gave an answer that helped")
        case .pilot: say("Deed mee aan een pilot", "Took part in a pilot")
        case .experience: say("Deelde een ervaring", "Shared an experience")
        case .offer: say("Bood hulp aan", "Offered help")
        case .own: say("Zelf gezegd", "Said by themselves")
        }
    }
    func reason(_ reason: MatchReason) -> String {
        switch reason {
        case .exact: say("Weet van dit onderwerp", "Knows about this subject")
        case .narrower: say("Weet van een deel van dit onderwerp", "Knows about a part of this subject")
        case .broader: say("Weet van het thema erboven", "Knows about the theme above it")
        case .kind: say("Heeft de soort kennis die je zoekt", "Has the kind of knowledge that you look for")
        case .help: say("Geeft deze soort hulp", "Gives this kind of help")
        case .place: say("De gemeente lijkt op die van jou", "The municipality is like yours")
        case .recent: say("Deed er kort geleden nog iets mee", "Did something with it lately")
        }
    }

    // MARK: The directory

    var directory: String { say("Wie weet er iets van?", "Who knows about it?") }
    var directoryLead: String {
        say(
            "Zoek mensen en organisaties op onderwerp. Je vraagt ze om hulp via deze site.",
            "Find people and organisations by subject. You ask them by this site.")
    }
    var search: String { say("Zoek", "Search") }
    var subject: String { say("Onderwerp", "Subject") }
    var kindLabel: String { say("Soort kennis", "Kind of knowledge") }
    var roleLabel: String { say("Rol", "Role") }
    var regionLabel: String { say("Gemeente of provincie", "Municipality or province") }
    var helpLabel: String { say("Soort hulp", "Kind of help") }
    var network: String { say("Programma", "Programme") }
    var all: String { say("Alles", "All") }
    var everyone: String { say("Iedereen", "Everyone") }
    var nobody: String { say("Er is nu niemand die past.", "Nobody fits now.") }
    func found(_ count: Int) -> String { count == 1 ? say("1 gevonden", "1 found") : say("\(count) gevonden", "\(count) found") }
    var signInLead: String {
        say("Je ziet nu alleen organisaties. Meld je aan om ook mensen te zien.", "You see organisations only. Sign in to see people too.")
    }
    var worksOn: String { say("Bezig met: ", "Works on: ") }
    var askHere: String { say("Vraag om hulp", "Ask for help") }
    var isOrganisation: String { say("Organisatie", "Organisation") }

    // MARK: One's own page

    var mine: String { say("Wat ik weet", "What I know") }
    var mineLead: String {
        say("Hier kies je wat anderen van je zien en hoe vaak ze je iets vragen.", "Here you choose what others see and how often they ask you.")
    }
    var asked: String { say("Vragen aan jou", "Questions to you") }
    var look: String { say("Bekijk de vraag", "See the question") }
    var lines: String { say("Onderwerpen", "Subjects") }
    var linesLead: String {
        say(
            "Klopt een regel? Dan zien mensen met een account je naam, organisatie, rol en dit onderwerp.",
            "Is a line right? Then people with an account see your name, organisation, role and this subject.")
    }
    var noLines: String { say("Er zijn nog geen regels. Je hoeft niets te doen.", "There are no lines yet. You need not do anything.") }
    var approve: String { say("Klopt", "Right") }
    var refuse: String { say("Niet laten zien", "Do not show") }
    var save: String { say("Bewaar", "Save") }
    var stale: String { say("Twee jaar niets nieuws. Klopt het nog?", "Nothing new for two years. Is it still right?") }
    func state(_ state: ExpertiseLine.State) -> String {
        switch state {
        case .proposed: say("Nieuw", "New")
        case .approved: say("Te zien", "Shown")
        case .refused: say("Niet te zien", "Not shown")
        }
    }
    func seen(_ line: ExpertiseLine, _ day: String) -> String { deed(line.deed) + ", " + day }
    var organisationLines: String { say("Van je organisatie", "Of your organisation") }
    var addTitle: String { say("Zelf een onderwerp kiezen", "Choose a subject yourself") }
    var forWhom: String { say("Voor wie?", "For whom?") }
    var me: String { say("Voor mezelf", "For myself") }
    var myOrganisation: String { say("Voor mijn organisatie", "For my organisation") }
    var add: String { say("Voeg toe", "Add") }
    var chooseOne: String { say("Kies een van de antwoorden", "Choose one of the answers") }
    // MARK: What someone offered in an answer

    var offerTitle: String { say("Wat kun je anderen leren?", "What can you teach others?") }
    var offerLead: String { say("Kies waar het over gaat. Meer hoef je niet te doen.", "Choose what it is about. You need do nothing more.") }
    var offerPromise: String {
        say(
            "Het komt op je eigen lijst. Daar zeg je of het klopt. Voor die tijd ziet niemand het. Je antwoord zelf gaat niet mee.",
            "It goes on your own list. There you say whether it is right. Before that nobody sees it. Your answer itself does not go along.")
    }
    var offerChoose: String { say("Kies een onderwerp", "Choose a subject") }
    var offerSend: String { say("Zet op mijn lijst", "Put on my list") }

    // MARK: How often people ask

    var settings: String { say("Hoe vaak mogen mensen iets vragen?", "How often may people ask?") }
    var cap: String { say("Hoeveel vragen in 30 dagen?", "How many questions in 30 days?") }
    var capHint: String { say("Kies 0 tot 10. Met 0 krijg je geen vragen.", "Choose 0 to 10. With 0 you get no questions.") }
    var holiday: String { say("Weg tot en met", "Away until") }
    var holidayHint: String { say("Bijvoorbeeld 31-12-2027. Laat leeg als je er bent.", "Such as 31-12-2027. Leave empty when you are there.") }
    var dayShape: String { say("Vul een datum in, zoals 31-12-2027", "Fill in a date, such as 31-12-2027") }
    var choices: String { say("Dit wil ik", "This I want") }
    var open: String { say("Mensen mogen mij iets vragen", "People may ask me") }
    var paused: String { say("Nu even niet", "Not for now") }
    var helps: String { say("Hoe wil je helpen? Kies je niets, dan is alles goed.", "How do you want to help? If you choose nothing, all is fine.") }
    var history: String { say("Wat je eerder antwoordde. Alleen jij ziet dit.", "What you answered before. Only you see this.") }
    func askState(_ state: HelpAsk.State) -> String {
        switch state {
        case .asked: say("Wacht op jou", "Waits for you")
        case .accepted: say("Je zei ja", "You said yes")
        case .declined: say("Je zei nee", "You said no")
        case .silent: say("Niet gezegd", "Not said")
        case .ended: say("Niet meer nodig", "No longer needed")
        }
    }
}
