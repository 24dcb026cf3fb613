import Core

/// The sentences for who writes a look-back, in both languages.
struct LookBackDeskWords: PageWords {
    let language: Language

    // MARK: The desk

    func title(_ meeting: String) -> String { say("Schrijf de terugblik: \(meeting)", "Write the look-back: \(meeting)") }
    var write: String { say("Schrijf de terugblik", "Write the look-back") }
    var lead: String {
        say(
            "Wie een groep leidde, schrijft zijn eigen deel. Wie de dag begeleidt, maakt er één tekst van.",
            "Who led a group writes their own part. Who facilitates makes it one text.")
    }
    var toMeeting: String { say("Naar de bijeenkomst", "To the meeting") }
    var toPage: String { say("Naar de terugblik zoals lezers die zien", "To the look-back as readers see it") }
    var toDesk: String { say("Naar de hele terugblik", "To the whole look-back") }
    var toOrganising: String { say("Naar wat je organiseert", "To what you organise") }
    var notPrepared: String {
        say("Er is nog geen terugblik. Met de knop maak je er een uit het programma.", "There is no look-back yet. The button makes one from the programme.")
    }
    var notPreparedYet: String { say("De terugblik staat nog niet klaar.", "The look-back is not prepared yet.") }
    var notPreparedShort: String { say("nog niet klaargezet", "not prepared yet") }
    var generate: String { say("Zet de terugblik klaar", "Prepare the look-back") }
    var renew: String { say("Haal nieuwe delen uit het programma", "Take new parts from the programme") }
    func stateIs(_ state: String) -> String { say("Stand: \(state.lowercased())", "State: \(state.lowercased())") }
    func dueOn(_ day: String) -> String { say("Op tijd tot en met \(day)", "In time until \(day)") }
    func late(_ day: String) -> String { say("Te laat: dit moest op \(day) klaar zijn", "Late: this was due on \(day)") }
    func wordCount(_ count: Int) -> String {
        say(
            "De tekst telt \(count) van hoogstens \(LookBackRules.mostWords) woorden", "The text has \(count) of at most \(LookBackRules.mostWords) words")
    }

    // MARK: Parts

    var pieces: String { say("Delen", "Parts") }
    var piecesLead: String { say("Je ziet een link bij wat jij kunt schrijven.", "You see a link at what you can write.") }
    func writtenOn(_ day: String) -> String { say("geschreven op \(day)", "written on \(day)") }
    var notWritten: String { say("nog niet geschreven", "not written yet") }
    var writePiece: String { say("Schrijf jouw deel", "Write your part") }
    var pieceLead: String { say("Kort is goed. Dit kost je hoogstens tien minuten.", "Short is good. This takes you ten minutes at most.") }
    func asked(_ words: String) -> String { say("In het programma stond: \(words)", "The programme said: \(words)") }
    var outcome: String { say("Wat kwam eruit?", "What came of it?") }
    var outcomeHint: String {
        say("Schrijf geen namen op van mensen uit de groep.", "Do not write names of people in the group.")
    }
    var outcomeEmpty: String { say("Schrijf op wat eruit kwam", "Write what came of it") }
    var steps: String { say("Welke stappen kun je zetten?", "What steps can you take?") }
    var works: String { say("Wat werkt?", "What works?") }
    var worksNot: String { say("Wat werkt niet?", "What does not work?") }
    var onePerLine: String { say("Zet elk punt op een eigen regel.", "Put each point on a line of its own.") }

    // MARK: The whole

    var whole: String { say("Het geheel", "The whole") }
    var tomorrow: String { say("Wat kun je morgen doen?", "What can you do tomorrow?") }
    var tomorrowHint: String { say("Dit staat bovenaan. Zeg wat een lezer ermee kan.", "This stands on top. Say what a reader can do.") }
    var tomorrowEmpty: String { say("Schrijf op wat je morgen kunt doen", "Write what one can do tomorrow") }
    var main: String { say("In het kort", "In short") }
    func mainHint(_ count: Int) -> String {
        say(
            "Deze tekst en de uitkomsten van de delen zijn samen hoogstens \(LookBackRules.mostWords) woorden. Nu zijn het er \(count).",
            "This text and the outcomes of the parts are at most \(LookBackRules.mostWords) words together. Now they are \(count).")
    }
    func tooLong(_ count: Int) -> String {
        say(
            "Maak de tekst korter: nu \(count) woorden, hoogstens \(LookBackRules.mostWords)",
            "Make the text shorter: \(count) words now, at most \(LookBackRules.mostWords)")
    }
    var author: String { say("Wie schreef dit?", "Who wrote this?") }
    var authorMe: String { say("Ik. Zet mijn naam erbij", "I did. Put my name with it") }
    func authorNow(_ name: String) -> String { say("Nu staat er: \(name).", "Now it says: \(name).") }
    var aboutAuthor: String { say("Over de schrijver", "About the writer") }
    var save: String { say("Bewaar", "Save") }
    var conflict: String {
        say("Iemand anders bewaarde dit net. Kijk het na en bewaar opnieuw", "Someone else just saved this. Look at it and save again")
    }
    var changed: String { say("Dit kan nu niet meer. Kijk hoe het er nu voor staat.", "This is not possible any more. See how it stands now.") }

    // MARK: Points, figures, yields

    var points: String { say("Om op te letten", "Points of attention") }
    var pointsLead: String {
        say(
            "Elk punt krijgt een eigen adres. Is het eenmaal te lezen, dan blijven de woorden zo.",
            "Every point gets an address of its own. Once readers see it, its words stay.")
    }
    var point: String { say("Waar moet je op letten?", "What is there to mind?") }
    var pointEmpty: String { say("Schrijf op waar je op moet letten", "Write what there is to mind") }
    var addPoint: String { say("Voeg een punt toe", "Add a point") }
    var remove: String { say("Haal weg", "Take away") }
    var figures: String { say("Cijfers", "Figures") }
    var figuresLead: String { say("Bij elk cijfer staat waar het vandaan komt en van wanneer.", "With each figure stands where it is from, and of when.") }
    var addFigure: String { say("Voeg een cijfer toe", "Add a figure") }
    var figureLabel: String { say("Wat zegt het cijfer?", "What does the figure say?") }
    var figureLabelEmpty: String { say("Vul in wat het cijfer zegt", "Fill in what the figure says") }
    var figureValue: String { say("Waarde", "Value") }
    var figureValueEmpty: String { say("Vul de waarde in", "Fill in the value") }
    var figureUnit: String { say("Waarvan? Zoals procent of mensen", "Of what? Such as per cent or people") }
    var figurePeriod: String { say("Over welke tijd?", "Of what time?") }
    var figurePeriodEmpty: String { say("Vul in over welke tijd het gaat", "Fill in of what time it is") }
    var figureSource: String { say("Bron", "Source") }
    var figureSourceEmpty: String { say("Vul de bron in", "Fill in the source") }
    var figureDay: String { say("Datum van de bron", "Date of the source") }
    var figureDayHint: String { say("Zoals 31-12-2026.", "Such as 31-12-2026.") }
    var figureDayEmpty: String { say("Vul een datum in, zoals 31-12-2026", "Fill in a date, such as 31-12-2026") }
    var yields: String { say("Wat dit oplevert", "What this yields") }
    var yieldsLead: String {
        say("Iets wat een ander ook kan gebruiken? Maak er een opbrengst van.", "Something that others could use too? Make it a yield.")
    }
    var addYield: String { say("Schrijf een opbrengst op", "Write a yield") }

    // MARK: Steps

    var next: String { say("Hoe nu verder", "What comes next") }
    var joinLead: String {
        say("Is alles er? Voeg dan samen. Daarna schrijf alleen jij nog aan de delen.", "Is all there? Then join. After that only you write the parts.")
    }
    var join: String { say("Voeg de delen samen", "Join the parts") }
    var publishLead: String { say("Iedereen die de bijeenkomst ziet, kan hem dan lezen.", "Everyone who sees the meeting can then read it.") }
    var publish: String { say("Laat de terugblik zien", "Show the look-back") }
    var reviseLead: String {
        say("Lezers zien het pas als je de knop kiest. De oude versie blijft staan.", "Readers see it once you press the button. The former version stays.")
    }
    var revise: String { say("Laat de nieuwe versie zien", "Show the new version") }
    var reason: String { say("Wat is er anders, en waarom?", "What is different, and why?") }
    var reasonEmpty: String { say("Schrijf op wat er anders is", "Write what is different") }

    // MARK: What waits

    var waiting: String { say("Terugblikken die nog komen", "Look-backs to come") }
    var waitingLead: String {
        say(
            "Binnen tien werkdagen kan iedereen lezen wat eruit kwam. Wat het eerst moet, staat bovenaan.",
            "Within ten working days everyone can read what came of it. The first due is on top.")
    }
    var nothingWaits: String { say("Er wacht niets op jou.", "Nothing waits for you.") }
    var preparedNotice: String { say("Je kunt een terugblik schrijven", "You can write a look-back") }
    var preparedNoticeDetail: String {
        say(
            "De bijeenkomst is voorbij. Schrijf in tien minuten wat er in jouw deel uit kwam.",
            "The meeting is over. Write in ten minutes what came of your part.")
    }
    var lateNotice: String { say("Een terugblik is te laat", "A look-back is late") }
    var lateNoticeDetail: String {
        say("Tien werkdagen zijn voorbij. Op de pagina zie je wat er nog mist.", "Ten working days are over. The page shows what is missing.")
    }
}
