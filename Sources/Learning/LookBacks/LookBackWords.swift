import Core

/// The sentences of look-backs for readers, in both languages.
struct LookBackWords: PageWords {
    let language: Language

    var lookBack: String { say("Terugblik", "Look-back") }
    func title(_ meeting: String) -> String { say("Terugblik: \(meeting)", "Look-back: \(meeting)") }
    func of(_ day: String) -> String { say("Wat er op \(day) uit kwam.", "What came of \(day).") }
    var meeting: String { say("bijeenkomst", "meeting") }
    var edit: String { say("Werk aan deze terugblik", "Work on this look-back") }
    var tomorrow: String { say("Wat je morgen kunt doen", "What you can do tomorrow") }
    var main: String { say("In het kort", "In short") }
    var subgroup: String { say("In een groep", "In a group") }
    func by(_ kind: String, _ names: String) -> String { say("\(kind), door \(names)", "\(kind), by \(names)") }
    func led(_ kind: String, _ names: String) -> String { say("\(kind), geleid door \(names)", "\(kind), led by \(names)") }
    func asked(_ question: String) -> String { say("De vraag was: \(question)", "The question was: \(question)") }
    var steps: String { say("Stappen die je kunt zetten", "Steps that you can take") }
    var works: String { say("Wat werkt", "What works") }
    var worksNot: String { say("Wat niet werkt", "What does not work") }

    // MARK: Points and figures

    var point: String { say("Aandachtspunt", "Point of attention") }
    func pointTitle(_ number: Int) -> String { say("Aandachtspunt \(number)", "Point of attention \(number)") }
    var points: String { say("Om op te letten", "Points of attention") }
    var pointsLead: String {
        say("Elk punt heeft een eigen adres. Daar kun je naar verwijzen.", "Every point has an address of its own, to refer to.")
    }
    func withdrawn(_ day: String) -> String { say("Dit punt is op \(day) teruggenomen.", "This point was withdrawn on \(day).") }
    var cite: String { say("Zo verwijs je ernaar", "How to refer to it") }
    func citation(_ words: String, _ meeting: String, _ day: String, _ address: String) -> String {
        say("‘\(words)’ Uit de terugblik op \(meeting), \(day). \(address)", "‘\(words)’ From the look-back on \(meeting), \(day). \(address)")
    }
    var figures: String { say("Cijfers", "Figures") }
    var figure: String { say("Wat", "What") }
    var value: String { say("Waarde", "Value") }
    var period: String { say("Periode", "Period") }
    var source: String { say("Bron en datum", "Source and date") }
    var yields: String { say("Wat dit oplevert", "What this yields") }

    // MARK: Experiences

    var experiences: String { say("Ervaringen van wie erbij was", "Experiences of participants") }
    var addExperience: String { say("Deel een ervaring", "Share an experience") }
    var method: String { say("Met welke methode?", "With what method?") }
    var choose: String { say("Kies", "Choose") }
    var methodEmpty: String { say("Kies een methode", "Choose a method") }

    // MARK: Writer and versions

    var author: String { say("Over de schrijver", "About the writer") }
    func publishedOn(_ day: String) -> String { say("Staat hier sinds \(day).", "Here since \(day).") }
    var editions: String { say("Versies", "Versions") }
    func editionOf(_ number: Int, _ day: String) -> String { say("Versie \(number), \(day)", "Version \(number), \(day)") }
    func editionTitle(_ number: Int, _ meeting: String) -> String {
        say("Terugblik op \(meeting), versie \(number)", "Look-back on \(meeting), version \(number)")
    }
    var newest: String { say("Lees de nieuwste versie", "Read the newest version") }
    func because(_ reason: String) -> String { say("Waarom deze versie er kwam: \(reason)", "Why this version came: \(reason)") }

    // MARK: Catching up

    var catchUp: String { say("Bijpraten", "Catch up") }
    var catchUpLead: String {
        say(
            "Was je er niet bij? Dit kwam er in drie maanden uit. Je leest hoogstens tien dingen, het nieuwste eerst.",
            "Were you not there? This came of three months. At most ten things, the newest first.")
    }
    var catchUpNone: String { say("In de laatste drie maanden kwam er niets bij.", "Nothing was added in the last three months.") }
    func kind(_ kind: CatchUpItem.Kind) -> String {
        switch kind {
        case .lookBack: lookBack
        case .yield: say("Opbrengst", "Yield")
        }
    }
    var toYields: String { say("Alle opbrengsten, ook van eerder", "All yields, earlier ones too") }
    var toNetwork: String { say("Naar het leernetwerk", "To the learning network") }
}
