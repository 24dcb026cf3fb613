import Core

/// The sentences for who organises a call and sorts its answers, in both languages.
struct CallDeskWords: PageWords {
    let language: Language

    // MARK: The list and the call itself

    var title: String { say("Oproepen regelen", "Organise calls") }
    var lead: String { say("Vraag mensen wat zij willen leren, en maak er vraagstukken van.", "Ask people what they want to learn, and make issues of it.") }
    var none: String { say("Je hebt nog geen oproep.", "You have no call yet.") }
    var add: String { say("Begin een oproep", "Begin a call") }
    var programme: String { say("Van welk programma is de oproep?", "Which programme does the call belong to?") }
    var programmeEmpty: String { say("Kies een programma uit de lijst", "Choose a programme from the list") }
    var callTitle: String { say("Naam van de oproep", "Name of the call") }
    var callTitleEmpty: String { say("Geef de oproep een naam", "Give the call a name") }
    var goal: String { say("Waar is de oproep voor?", "What is the call for?") }
    var goalEmpty: String { say("Schrijf waar de oproep voor is", "Write what the call is for") }
    var goalHint: String { say("Schrijf het voor mensen uit de praktijk, in korte zinnen.", "Write it for people from practice, in short sentences.") }
    var contact: String { say("Wie neemt de antwoorden mee?", "Who takes the answers along?") }
    var contactHint: String { say("Deze naam staat op de site en bij elk antwoord.", "This name is on the site and with every answer.") }
    var contactEmpty: String { say("Noem iemand bij naam", "Name someone") }
    var anonymity: String { say("Wat beloof je over wie antwoordt?", "What do you promise about who answers?") }
    var anonymityHint: String {
        say(
            "Zet je de eerste ronde klaar, dan ligt dit vast. Daarna kan niemand het nog veranderen.",
            "Once you make the first round ready, this is fixed. Then nobody can change it any more.")
    }
    var fixed: String { say("De belofte is gedaan. Deze keuzes en de vragen liggen vast.", "The promise was made. These choices and the questions are fixed.") }
    func field(_ field: PersonalField) -> String {
        switch field {
        case .role: say("Vraag je de rol?", "Do you ask the role?")
        case .municipality: say("Vraag je de gemeente?", "Do you ask the municipality?")
        case .name: say("Vraag je de naam?", "Do you ask the name?")
        case .mail: say("Vraag je het mailadres?", "Do you ask the mail address?")
        }
    }
    var nameAnonymous: String { say("Bij anoniem vraag je geen naam en geen mail", "With anonymous you ask no name and no mail") }
    var save: String { say("Bewaar", "Save") }
    var about: String { say("Over de oproep", "About the call") }
    var page: String { say("De pagina voor iedereen", "The page for everyone") }
    var toWorkbench: String { say("Naar de werkbank", "To the workbench") }
    var toReport: String { say("Wat wordt er gevraagd?", "What is asked for?") }
    var toPaper: String { say("Voer antwoorden van papier in", "Enter answers from paper") }
    var toPeople: String { say("Wie doet mee, en welke tips kwamen er?", "Who joins, and which tips came?") }
    var lists: String { say("Lijsten als CSV", "Lists as CSV") }

    // MARK: Questions

    var questions: String { say("Vragen", "Questions") }
    var questionsLead: String {
        say(
            "Laat een vraag leeg, dan staat die er niet. Met drie open vragen blijft het kort.",
            "Leave a question empty and it is not there. With three open questions it stays short.")
    }
    func asked(_ kind: CallQuestion.Kind, _ tongue: Language) -> Localized {
        let name = tongue == .nl ? Localized(nl: "in het Nederlands", en: "in Dutch") : Localized(nl: "in het Engels", en: "in English")
        return Localized(nl: "\(kind.name.nl) (\(name.nl))", en: "\(kind.name.en) (\(name.en))")
    }
    var mustAnswer: String { say("Wat moet iedereen invullen?", "What must everyone fill in?") }
    var questionBoth: String { say("Schrijf deze vraag in beide talen", "Write this question in both languages") }
    var questionNone: String { say("Stel minstens één vraag", "Ask at least one question") }
    var keepSet: String { say("Bewaar deze vragen voor later", "Keep these questions for later") }
    var setName: String { say("Naam voor deze vragen", "Name for these questions") }
    var setEmpty: String { say("Geef de vragen een naam", "Give the questions a name") }
    var setTaken: String { say("Die naam is er al. Kies een andere.", "That name is there already. Choose another.") }
    var useSet: String { say("Begin met bewaarde vragen", "Begin with kept questions") }
    var usualSet: String { say("De gewone vragen", "The usual questions") }

    // MARK: Rounds and channels

    var addRound: String { say("Voeg een ronde toe", "Add a round") }
    var firstDay: String { say("Eerste dag", "First day") }
    var lastDay: String { say("Laatste dag", "Last day") }
    var dayHint: String { say("Zoals 31-12-2027. De laatste dag doet nog mee.", "Such as 31-12-2027. The last day still counts.") }
    var dayShape: String { say("Schrijf een dag zoals 31-12-2027", "Write a day like 31-12-2027") }
    var roundTimes: String {
        say("De laatste dag komt na de eerste, en een ronde begint na de vorige", "The last day is after the first, and a round begins after the one before it")
    }
    var makeReady: String { say("Zet klaar", "Make ready") }
    var workOut: String { say("Alle antwoorden zijn verwerkt", "All answers are placed") }
    var publish: String { say("Laat de uitkomst zien", "Show the outcome") }
    var moveEnd: String { say("Kies een andere laatste dag", "Choose another last day") }
    var unplaced: String {
        say(
            "Er liggen nog antwoorden zonder plek. Geef die eerst een plek op de werkbank.",
            "There are answers without a place. Give them one on the workbench first.")
    }
    var channels: String { say("Kanalen", "Channels") }
    var channelsLead: String {
        say(
            "Elk kanaal heeft een eigen link. Wij tellen pas als iemand instuurt, en volgen niemand.",
            "Each channel has a link of its own. We count only when someone hands in, and follow nobody.")
    }
    var channel: String { say("Kanaal", "Channel") }
    var channelName: String { say("Naam van het kanaal", "Name of the channel") }
    var channelEmpty: String { say("Geef het kanaal een naam", "Give the channel a name") }
    var channelTaken: String { say("Dit kanaal is er al", "This channel is there already") }
    var addChannel: String { say("Voeg een kanaal toe", "Add a channel") }
    var link: String { say("Link", "Link") }
    var handedIn: String { say("Ingestuurd", "Handed in") }
    var block: String { say("Blok voor een andere site", "Block for another site") }
    var blockLead: String {
        say(
            "Plak dit in de andere site. Het is een gewone link. Deze site laat zich niet binnen een andere zetten, want dan kan iemand meekijken.",
            "Paste this into the other site. It is a plain link: this site does not let itself be put in a frame, for then someone else could look on.")
    }
    func blockText(_ title: String, _ minutes: String) -> String { "\(title). \(minutes)" }

    // MARK: The workbench

    var workbench: String { say("Werkbank", "Workbench") }
    var workbenchLead: String {
        say(
            "Geef elk antwoord een plek bij een vraagstuk, of leg het apart met een reden. Elke stap kun je terugnemen.",
            "Give each answer a place with an issue, or set it aside with a reason. Every step can be taken back.")
    }
    func waiting(_ count: Int) -> String { say("Nog \(count) zonder plek", "\(count) without a place") }
    var allPlaced: String { say("Alles heeft een plek.", "Everything has a place.") }
    var untouched: String { say("Nog niet bekeken", "Not looked at yet") }
    var loose: String { say("Stukken zonder vraagstuk", "Pieces without an issue") }
    var words: String { say("Welke woorden?", "Which words?") }
    var wordsHint: String { say("Het hele antwoord, of een stuk ervan.", "The whole answer, or a piece of it.") }
    var notInAnswer: String { say("Deze woorden staan niet zo in het antwoord", "These words do not stand in the answer like that") }
    var toIssue: String { say("Bij welk vraagstuk?", "With which issue?") }
    var chooseIssue: String { say("Kies een vraagstuk", "Choose an issue") }
    var newIssue: String { say("Of maak een nieuw vraagstuk", "Or make a new issue") }
    var asideReason: String { say("Of leg het apart: waarom?", "Or set it aside: why?") }
    var asideHint: String { say("Wie het schreef, kan deze reden lezen.", "Whoever wrote it can read this reason.") }
    var place: String { say("Geef een plek", "Give it a place") }
    var placeEmpty: String { say("Kies een vraagstuk, maak er een, of schrijf een reden", "Choose an issue, make one, or write a reason") }
    var undo: String { say("Neem de laatste stap terug", "Take the last step back") }
    func step(_ kind: Workbench.Step.Kind) -> String {
        switch kind {
        case .mark: say("een stuk gemerkt", "a piece marked")
        case .attach: say("een stuk bij een vraagstuk gezet", "a piece put with an issue")
        case .detach: say("een stuk losgemaakt", "a piece taken from an issue")
        case .rename: say("een vraagstuk een andere naam gegeven", "an issue given another name")
        case .merge: say("twee vraagstukken samengevoegd", "two issues merged")
        case .split: say("een vraagstuk gesplitst", "an issue split")
        case .aside: say("een stuk apart gelegd", "a piece set aside")
        case .create: say("een vraagstuk gemaakt", "an issue made")
        }
    }
    func maybe(_ issue: String, _ words: [String]) -> String {
        let list = words.joined(separator: ", ")
        return say("Misschien bij ‘\(issue)’. Deze woorden zijn gelijk: \(list).", "Maybe with ‘\(issue)’. These words are the same: \(list).")
    }
    var twin: String { say("Een ander antwoord zegt bijna hetzelfde.", "Another answer says nearly the same.") }
    var issues: String { say("Vraagstukken", "Issues") }
    var noIssues: String { say("Er is nog geen vraagstuk.", "There is no issue yet.") }
    var issue: String { say("Vraagstuk", "Issue") }
    var givers: String { say("Mensen", "People") }
    var fragments: String { say("Stukken uit antwoorden", "Pieces of answers") }
    var asideTitle: String { say("Apart gelegd", "Set aside") }

    // MARK: One issue

    var rename: String { say("Geef een andere naam", "Give another name") }
    var name: String { say("Naam van het vraagstuk", "Name of the issue") }
    var nameEmpty: String { say("Geef het vraagstuk een naam", "Give the issue a name") }
    var describe: String { say("Beschrijf het vraagstuk", "Describe the issue") }
    var theme: String { say("Thema", "Theme") }
    var noTheme: String { say("Nog geen thema", "No theme yet") }
    var domains: String { say("In welke domeinen ligt het?", "In which domains does it lie?") }
    var description: String { say("Waar gaat het over?", "What is it about?") }
    var issueQuestions: String { say("Vragen hierbij, een per regel", "Questions within it, one a line") }
    var level: String { say("Waar speelt het?", "Where does it play?") }
    var anyLevel: String { say("Overal", "Everywhere") }
    var tough: String { say("Is het taai?", "Is it tough?") }
    var toughYes: String { say("Ja, dit vraagstuk is taai", "Yes, this issue is tough") }
    var whyTough: String { say("Waarom is het taai?", "Why is it tough?") }
    var whyToughEmpty: String { say("Schrijf waarom het taai is", "Write why it is tough") }
    var reinforces: String { say("Hoe maken de domeinen elkaar sterker?", "How do the domains make each other stronger?") }
    var perspective: String { say("Wat kun je eraan doen?", "What can be done about it?") }
    var detach: String { say("Maak los", "Take off") }
    var merge: String { say("Voeg samen met een ander", "Merge with another") }
    var mergeInto: String { say("Alles gaat naar", "Everything goes to") }
    var split: String { say("Splits", "Split") }
    var splitLead: String { say("Kies stukken. Zij gaan naar een nieuw vraagstuk.", "Choose pieces. They go to a new issue.") }
    var splitEmpty: String { say("Kies minstens één stuk", "Choose at least one piece") }
    var answer: String { say("Het hele antwoord", "The whole answer") }

    // MARK: One answer

    var submission: String { say("Eén antwoord", "One answer") }
    var day: String { say("Dag", "Day") }
    var came: String { say("Kwam binnen", "Came in") }
    var paper: String { say("op papier", "on paper") }
    var nobody: String { say("Wij weten niet wie dit schreef.", "We do not know who wrote this.") }
    var hiddenName: String { say("Alleen de begeleider ziet wie dit schreef.", "Only the facilitator sees who wrote this.") }
    var needs: String { say("Nodig", "Needed") }

    // MARK: The report

    var report: String { say("Wat wordt er gevraagd?", "What is asked for?") }
    var reportLead: String {
        say("Deze getallen zijn precies. Laat ze niet aan anderen zien.", "These numbers are exact. Do not show them to others.")
    }
    func missed(_ role: String, _ count: Int) -> String {
        count == 0
            ? say("\(role): nog geen antwoord", "\(role): no answer yet") : say("\(role): maar \(count)", "\(role): only \(count)")
    }
    var missedTitle: String { say("Let op: van deze rollen kwam weinig binnen", "Mind: little came in from these roles") }
    var byTheme: String { say("Per thema", "By theme") }
    var byRole: String { say("Per rol", "By role") }
    var byPlace: String { say("Per gemeente", "By municipality") }
    var byNeed: String { say("Wat mensen nodig hebben", "What people need") }
    var bySource: String { say("Hoe mensen aan kennis komen", "How people find knowledge") }
    var answers: String { say("Antwoorden", "Answers") }
    var ofWhichLate: String { say("Waarvan te laat", "Of which late") }
    var urgent: String { say("Dringend", "Urgent") }
    var toughs: String { say("Taai", "Tough") }
    var perRound: String { say("De rondes naast elkaar", "The rounds side by side") }

    // MARK: Paper

    var paperTitle: String { say("Antwoorden van papier", "Answers from paper") }
    var paperLead: String {
        say(
            "Plak hier regels uit een rekenblad. De eerste regel noemt de kolommen. Klopt één regel niet, dan gaat er niets in.",
            "Paste rows from a spreadsheet here. The first row names the columns. If one row is wrong, nothing goes in.")
    }
    var paperColumns: String { say("Deze kolommen kennen wij:", "These columns are known:") }
    var rows: String { say("Regels", "Rows") }
    var rowsEmpty: String { say("Plak minstens een regel met kolommen en een met een antwoord", "Paste at least a row of columns and one with an answer") }
    var takeIn: String { say("Neem op", "Take in") }
    func takenIn(_ count: Int) -> String { say("\(count) antwoorden opgenomen.", "\(count) answers taken in.") }
    var whichRound: String { say("Bij welke ronde?", "For which round?") }
    var roundEmpty: String { say("Kies een ronde die begonnen is en nog geen uitkomst heeft", "Choose a round that has begun and has no outcome yet") }
    var faultsTitle: String { say("Dit klopt nog niet. Er is niets opgenomen.", "This is not right yet. Nothing was taken in.") }
    var faultRow: String { say("Regel", "Row") }
    var faultColumn: String { say("Kolom", "Column") }
    var faultValue: String { say("Waarde", "Value") }
    var faultReason: String { say("Wat klopt er niet?", "What is wrong?") }
    var unknownColumn: String { say("Deze kolom kennen wij niet", "This column is not known") }
    var twice: String { say("Deze kolom staat er twee keer", "This column is there twice") }
    var yesOrNo: String { say("Schrijf ja of nee", "Write ja or nee") }
    var unknownWord: String { say("Dit staat niet in de lijst", "This is not on the list") }
    var nothing: String { say("Deze regel zegt niets", "This row says nothing") }
    var tooManyRows: String { say("Neem hoogstens 500 regels per keer op", "Take in 500 rows at a time at most") }
    var tooManyFields: String { say("Deze regel heeft meer vakken dan er kolommen zijn", "This row has more fields than there are columns") }

    // MARK: People and tips

    var people: String { say("Mensen en tips", "People and tips") }
    var joined: String { say("Wie doet mee met het netwerk?", "Who joins the network?") }
    var noJoins: String { say("Nog niemand.", "Nobody yet.") }
    var tips: String { say("Tips uit de praktijk", "Tips from practice") }
    var noTips: String { say("Nog geen tips.", "No tips yet.") }
    func tipFrom(_ name: String) -> String { say("Tip van \(name)", "Tip of \(name)") }
    var tipUnknown: String { say("Tip zonder naam", "Tip without a name") }
    var draft: String { say("concept", "draft") }
}
