import Core
import People

/// The sentences of what came of workshops, for everyone.
struct WorkshopWords: PageWords {
    let language: Language

    var title: String { say("Van de werkplaatsen", "From the workshops") }
    var lead: String { say("Wat mensen aan tafels samen kozen en zeiden.", "What people chose and said together at tables.") }
    var none: String { say("Er is nog geen werkplaats klaar.", "No workshop is done yet.") }
    var dotsAreNoVotes: String {
        say(
            "Stippen van een tafel zijn geen stemmen van mensen. Daarom tellen wij ze niet op bij de stemmen.",
            "Dots of a table are no votes of people. So we do not add them to the votes.")
    }
    func place(_ day: String, _ place: String) -> String { say("Op \(day), \(place)", "On \(day), \(place)") }
    func people(_ count: Int, _ tables: Int) -> String {
        say("Er waren \(count) mensen, aan \(tables) tafels.", "There were \(count) people, at \(tables) tables.")
    }
    var few: String {
        say("Er waren minder dan 5 mensen. Daarom zeggen wij niet wat zij kozen.", "There were fewer than 5 people. So we do not say what they chose.")
    }
    var noTables: String {
        say("Per tafel vertellen wij het pas als elke tafel 10 mensen heeft.", "By table we tell it only when each table has 10 people.")
    }
    var table: String { say("De stippen in een tabel", "The dots in a table") }
    var option: String { say("Keuze", "Option") }
    var dots: String { say("Stippen", "Dots") }
    var tables: String { say("Ingevuld door tafels", "Filled in by tables") }
    func tableName(_ number: Int) -> String { say("Tafel \(number)", "Table \(number)") }
    func of(_ count: Int, _ all: Int) -> String { say("\(count) van \(all)", "\(count) of \(all)") }
    func bar(_ line: WorkshopOutcome.Line) -> String {
        line.words + ": " + (line.dots.map { say("\($0) stippen", "\($0) dots") } ?? say("niet ingevuld", "not filled in"))
    }
}

/// The sentences of who runs workshops, and of the sheets.
struct WorkshopDeskWords: PageWords {
    let language: Language

    var title: String { say("Werkplaatsen", "Workshops") }
    var lead: String { say("Bijeenkomsten aan tafels, met stippen en uitspraken op papier.", "Meetings at tables, with dots and quotes on paper.") }
    var kept: String { say("Dit is bewaard", "This is kept") }
    var add: String { say("Maak een werkplaats", "Make a workshop") }
    var name: String { say("Hoe heet de werkplaats?", "What is the workshop called?") }
    var titleEmpty: String { say("Geef de werkplaats een naam", "Give the workshop a name") }
    var day: String { say("Op welke dag?", "On which day?") }
    var dayHint: String { say("Bijvoorbeeld 25-11-2026", "For example 25-11-2026") }
    var dayWrong: String { say("Vul een dag in, zoals 25-11-2026", "Fill in a day, such as 25-11-2026") }
    var place: String { say("Waar is het?", "Where is it?") }
    var placeEmpty: String { say("Schrijf op waar het is", "Write where it is") }
    var question: String { say("Welke vraag ligt op tafel?", "Which question lies on the table?") }
    var questionEmpty: String { say("Schrijf de vraag op", "Write the question") }
    var tables: String { say("Hoeveel tafels zijn er?", "How many tables are there?") }
    var tablesWrong: String { say("Geef een getal van 1 tot 40", "Give a number from 1 to 40") }
    var options: String { say("Waar kan men stippen op plakken?", "What can people put dots on?") }
    var optionsHint: String { say("Eén keuze op elke regel, van 2 tot 20.", "One option on each line, from 2 to 20.") }
    var optionsWrong: String { say("Schrijf 2 tot 20 keuzes op, elk op een regel", "Write 2 to 20 options, each on a line") }
    func optionLong(_ line: Int) -> String { say("Regel \(line) is te lang: hoogstens 140 tekens", "Line \(line) is too long: at most 140 signs") }
    var full: String { say("Er zijn al genoeg werkplaatsen", "There are enough workshops already") }
    func standing(_ workshop: Workshop) -> String {
        let day = workshop.facts.day.written, done = workshop.tables.count, all = workshop.facts.tables
        return workshop.isClosed
            ? say("\(day). Afgesloten, met \(done) tafels.", "\(day). Closed, with \(done) tables.")
            : say("\(day). Overgetypt: \(done) van \(all) tafels.", "\(day). Typed in: \(done) of \(all) tables.")
    }
    func table(_ number: Int) -> String { say("Tafel \(number)", "Table \(number)") }
    func tableState(_ number: Int, _ yield: TableYield?) -> String {
        table(number) + ": " + (yield.map { present($0.people) } ?? say("nog niet overgetypt", "not typed in yet"))
    }
    func present(_ people: Int) -> String { say("Er zaten \(people) mensen.", "\(people) people sat there.") }
    var toResults: String { say("Naar wat iedereen ziet", "To what everyone sees") }
    var close: String { say("Sluit de werkplaats af", "Close the workshop") }
    var closeLead: String {
        say("Daarna verandert er niets meer, en ziet iedereen wat eruit kwam.", "After that nothing changes, and everyone sees what came of it.")
    }
    var isClosed: String { say("Deze werkplaats is afgesloten.", "This workshop is closed.") }
    var isEmpty: String { say("Er is nog geen tafel overgetypt.", "No table was typed in yet.") }

    // MARK: On paper

    var print: String { say("Druk de vellen af", "Print the sheets") }
    var sheet: String { say("Code van het vel", "Code of the sheet") }
    var sheetHint: String { say("Die staat bovenaan, zoals W1-T3.", "It stands at the top, such as W1-T3.") }
    var sheetUnknown: String { say("Dit is geen code van een vel", "This is no code of a sheet") }
    var toTable: String { say("Ga verder", "Go on") }
    var peopleBox: String { say("Hoeveel mensen zitten hier? ______", "How many people sit here? ______") }
    var dotsLead: String { say("Plak je stippen bij wat jij belangrijk vindt", "Put your dots at what you find important") }
    var option: String { say("Keuze", "Option") }
    var dotsSpace: String { say("Stippen", "Dots") }
    var dotsCount: String { say("Hoeveel", "How many") }
    var quoteBox: String { say("☐ Dit mag iedereen lezen", "☐ Everyone may read this") }
    func sheetReturn(_ contact: String) -> String { say("Geef dit vel terug aan: \(contact).", "Give this sheet back to: \(contact).") }

    // MARK: Typing in

    var enter: String { say("Typ een tafel over", "Type in a table") }
    var correct: String { say("Verbeter wat niet klopt", "Correct what is wrong") }
    var people: String { say("Hoeveel mensen zaten er?", "How many people sat there?") }
    var peopleWrong: String { say("Geef een getal van 1 tot 100", "Give a number from 1 to 100") }
    var dotsTyping: String {
        say(
            "Typ hoeveel stippen er staan. Laat leeg wat leeg is. Typ ? als je het niet kunt lezen.",
            "Type how many dots there are. Leave empty what is empty. Type ? for what you cannot read.")
    }
    var dotsWrong: String { say("Typ een getal van 0 tot 500, ? of niets", "Type a number from 0 to 500, ? or nothing") }
    var save: String { say("Bewaar", "Save") }
    var readBack: String { say("Bewaard. Lees het nu voor aan de tafel.", "Kept. Now read it to the table.") }
    var unread: String { say("niets, of niet te lezen", "nothing, or not to be read") }
    func dots(_ count: Int) -> String { say("\(count) stippen", "\(count) dots") }
    func corrected(_ times: Int) -> String { say("\(times) keer verbeterd. Het oude is bewaard.", "Corrected \(times) times. The old is kept.") }
    var quote: String { say("Wat werd er gezegd?", "What was said?") }
    var quoteLead: String {
        say(
            "Typ alleen over wat men wil delen. Een moderator leest het. Geef de code aan wie het zei.",
            "Type only what people want to share. A moderator reads it. Give the code to who said it.")
    }
    var quoteEmpty: String { say("Typ wat er werd gezegd", "Type what was said") }
    var consent: String { say("Mogen wij dit ergens anders gebruiken?", "May we use this elsewhere?") }
    var consentYes: String { say("Ja, dat is gezegd", "Yes, they said so") }
    var tableFirst: String { say("Typ eerst over hoeveel mensen er zaten", "First type how many people sat there") }
}
