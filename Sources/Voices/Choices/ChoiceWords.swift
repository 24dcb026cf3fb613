import Core
import Measures
import People

/// The sentences of choosing together, for everyone.
struct ChoiceWords: PageWords {
    let language: Language

    var title: String { say("Kies samen", "Choose together") }
    var lead: String { say("Verdeel samen het geld, of kies wat eerst komt.", "Divide the money together, or choose what comes first.") }
    var none: String { say("Er is nu niets om te kiezen.", "There is nothing to choose now.") }
    var choose: String { say("Kies wat jij goed vindt", "Choose what you find good") }
    func standing(_ choice: SharedChoice) -> String {
        choice.outcome == nil ? say("Je kunt nu kiezen.", "You can choose now.") : say("Er is gekozen. Dit kwam eruit.", "It was chosen. This came of it.")
    }
    var closed: String { say("Je kunt niet meer kiezen.", "You cannot choose any more.") }

    func rule(_ budget: Int, fills: Bool) -> String {
        let start = say(
            "Er is \(money(budget)). Iedereen die kiest, krijgt een even groot deel. Wie een plan kiest, betaalt eraan mee. Een plan komt er als zij het samen kunnen betalen.",
            "There is \(money(budget)). All who choose get an equal part. Who chooses a plan helps to pay for it. A plan is chosen when they can pay for it together."
        )
        let tie = say(
            "Zijn twee plannen even sterk? Dan gaat het goedkoopste voor. Daarna het plan van de meeste mensen, en dan het laagste nummer.",
            "Are two plans as strong? Then the cheapest goes first. After that the plan of the most people, and then the lowest number.")
        let fill = say("Wat overblijft, gaat naar wat nog past.", "What is left goes to what still fits.")
        return (fills ? [start, fill, tie] : [start, tie]).joined(separator: " ")
    }
    var published: String {
        say(
            "Na afloop laten wij alle keuzes zien, zonder namen. Zo kan iedereen het natellen. Tot die tijd ziet niemand iets.",
            "Afterwards we show all choices, without names. So everyone can count again. Until then nobody sees anything.")
    }
    var publishedOrder: String {
        say(
            "Na afloop zie je hoe vaak elk plan is gekozen. Tot die tijd ziet niemand iets.",
            "Afterwards you see how often each plan was chosen. Until then nobody sees anything.")
    }
    var question: String { say("Welke plannen vind jij goed?", "Which plans do you find good?") }
    var hint: String { say("Kies er zoveel je wilt. Je kunt het later veranderen.", "Choose as many as you like. You can change it later.") }
    var empty: String { say("Kies minstens één plan", "Choose at least one plan") }
    var send: String { say("Verstuur mijn keuze", "Send my choice") }
    var change: String { say("Verander mijn keuze", "Change my choice") }
    var kept: String { say("Je keuze telt mee.", "Your choice is counted.") }
    func withdrawn(_ reason: String) -> String { say("Dit plan kan niet meer: \(reason)", "This plan is off: \(reason)") }

    // MARK: What came of it

    var outcome: String { say("Wat kwam eruit?", "What came of it?") }
    var few: String { say("Er kozen minder dan 5 mensen. Daarom zeggen wij niet wat zij kozen.", "Fewer than 5 people chose. So we do not say what.") }
    func voters(_ count: Int) -> String { say("Er kozen \(count) mensen.", "\(count) people chose.") }
    var noSample: String { ResultWords(language).noSample }
    func spent(_ spent: Int, of budget: Int, left: Int) -> String {
        say(
            "Van \(money(budget)) is \(money(spent)) verdeeld. Er blijft \(money(left)) over.",
            "Of \(money(budget)), \(money(spent)) was divided. \(money(left)) is left.")
    }
    /// The part of each voter, and what was added so that more fits, in whole euros.
    func shares(_ part: Double, raisedBy step: Int, of budget: Int) -> [String] {
        var lines = [say("Ieder had een even groot deel: \(money(part)).", "Everyone had an equal part: \(money(part)).")]
        if step > 0 {
            lines.append(
                say(
                    "Met die delen bleef er veel geld over. Daarom rekenden wij met \(money(step)) erbij voor ieder. Alles samen kost nooit meer dan \(money(budget)).",
                    "With those parts much money was left. So we counted with \(money(step)) more for each. All together never costs more than \(money(budget))."
                ))
        }
        return lines
    }
    func count(_ supporters: Int) -> String {
        supporters == 0 || supporters >= ChoiceDocument.least ? String(supporters) : say("minder dan 5", "fewer than 5")
    }
    private func people(_ supporters: Int) -> String {
        supporters == 1 ? say("\(count(1)) mensen", "\(count(1)) people") : say("\(count(supporters)) mensen", "\(count(supporters)) people")
    }

    /// Why a project was chosen, or not.
    func explained(_ line: ChoiceDocument.Line, _ choice: SharedChoice, _ outcome: ChoiceOutcome) -> String {
        let who = people(line.supporters)
        switch line.standing {
        case .bought(let turn, let payment):
            return say(
                "Gekozen, als nummer \(turn). Dit wilden \(who). Elk van hen betaalde hoogstens \(money(payment)) van het eigen deel.",
                "Chosen, as number \(turn). \(who) wanted this. Each of them paid at most \(money(payment)) of their own part.")
        case .filled:
            return say("Gekozen, want er was nog geld over. Dit wilden \(who).", "Chosen, because money was left. \(who) wanted this.")
        case .missed(let held):
            return missed(line, who, held: held, outcome)
        case .unsupported: return say("Niet gekozen. Niemand wilde dit.", "Not chosen. Nobody wanted this.")
        case .withdrawn: return withdrawn(line.project.withdrawn ?? "")
        case .ranked(let place):
            let tally = VoteTally(agree: line.supporters, disagree: 0, votes: outcome.voters), finding = StatementFinding(statement: 0, tally: tally)
            guard finding.hasShares, let range = finding.agree else { return say("Plaats \(place). Dit wilden \(who).", "Place \(place). \(who) wanted this.") }
            let low = ResultWords.percent(range.lowerBound), high = ResultWords.percent(range.upperBound)
            return say(
                "Plaats \(place). Dit wilden \(who). De marge is \(low)% tot \(high)%.",
                "Place \(place). \(who) wanted this. The margin is \(low)% to \(high)%.")
        }
    }

    /// Where parts were made larger, what people held together can be more than what was really left: then both are told.
    private func missed(_ line: ChoiceDocument.Line, _ who: String, held: Double, _ outcome: ChoiceOutcome) -> String {
        let lacking = max(Double(line.project.cost) - held, 0)
        let own = say(
            "Niet gekozen. Dit wilden \(who). Zij hadden samen nog \(money(held)) over. Er kwam \(money(lacking)) tekort.",
            "Not chosen. \(who) wanted this. Together they had \(money(held)) left. \(money(lacking)) was missing.")
        guard outcome.step > 0, outcome.left < line.project.cost else { return own }
        return own + " "
            + say(
                "Dat is gerekend met het grotere deel. In het echt was er nog \(money(outcome.left)) over: te weinig voor dit plan.",
                "That is counted with the larger part. In fact \(money(outcome.left)) was left: too little for this plan.")
    }

    var table: String { say("Alle plannen in een tabel", "All plans in a table") }
    var number: String { say("Nummer", "Number") }
    var project: String { say("Plan", "Plan") }
    var cost: String { say("Kosten", "Cost") }
    var supporters: String { say("Hoeveel mensen", "How many people") }
    var chosen: String { say("Gekozen?", "Chosen?") }
    func chosen(_ line: ChoiceDocument.Line, _ kind: SharedChoice.Kind) -> String {
        switch line.standing {
        case .bought, .filled: say("ja", "yes")
        case .ranked(let place): String(place)
        case .missed, .unsupported, .withdrawn: kind == .order ? "–" : say("nee", "no")
        }
    }
    var ownPart: String { say("Zo is jouw deel gebruikt", "So your part was used") }
    var ownNothing: String { say("Wat jij koos, is niet gekozen. Jouw deel is niet gebruikt.", "What you chose was not chosen. Your part was not used.") }
    var files: String { say("Neem de cijfers mee", "Take the figures along") }
    var ballots: String { say("Alle keuzes zonder namen, om na te tellen", "All choices without names, to count again") }

    /// `€ 1.250`
    func money(_ euros: Int) -> String { "€ " + grouped(euros) }

    /// `€ 37,50`
    func money(_ euros: Double) -> String {
        let cents = Int((100 * euros).rounded())
        guard cents % 100 != 0 else { return money(cents / 100) }
        return "€ " + grouped(cents / 100) + say(",", ".") + (cents % 100 < 10 ? "0" : "") + String(cents % 100)
    }

    private func grouped(_ value: Int) -> String {
        let digits = Array(String(value))
        return digits.enumerated().map { place, digit in
            let after = digits.count - place - 1
            return String(digit) + (after > 0 && after % 3 == 0 ? say(".", ",") : "")
        }
        .joined()
    }
}

/// The sentences of the desk of choices.
struct ChoiceDeskWords: PageWords {
    let language: Language

    var title: String { say("Samen kiezen", "Choosing together") }
    var lead: String { say("Laat mensen geld verdelen, of kiezen wat eerst komt.", "Let people divide money, or choose what comes first.") }
    func name(_ choice: SharedChoice) -> String { name(choice.facts.kind) + ", " + name(choice.state, isCounted: choice.outcome != nil) }
    func name(_ kind: SharedChoice.Kind) -> String {
        switch kind {
        case .budget: say("Geld verdelen", "Dividing money")
        case .order: say("Kiezen wat eerst komt", "Choosing what comes first")
        }
    }
    private func name(_ state: SharedChoice.State, isCounted: Bool) -> String {
        switch state {
        case .draft: say("nog niet open", "not open yet")
        case .open: say("mensen kiezen nu", "people choose now")
        case .closed: isCounted ? say("geteld", "counted") : say("gesloten, nog niet geteld", "closed, not counted yet")
        }
    }

    var add: String { say("Maak een keuze", "Make a choice") }
    var edit: String { say("Een keuze regelen", "Run a choice") }
    var kind: String { say("Wat gaan mensen doen?", "What will people do?") }
    var kindEmpty: String { say("Kies wat mensen gaan doen", "Choose what people will do") }
    var name: String { say("Hoe heet het?", "What is it called?") }
    var titleEmpty: String { say("Geef het een naam", "Give it a name") }
    var words: String { say("Wat moet men weten?", "What should people know?") }
    var budget: String { say("Hoeveel geld is er?", "How much money is there?") }
    var budgetHint: String { say("In hele euro’s, zonder punt. Alleen bij geld verdelen.", "In whole euros, without a comma. Only for dividing money.") }
    var budgetWrong: String { say("Geef een bedrag in hele euro’s, zoals 25000", "Give an amount in whole euros, such as 25000") }
    var fills: String { say("Wat doen wij met geld dat overblijft?", "What do we do with money that is left?") }
    var fillsYes: String { say("Dat gaat naar wat nog past, het meest gekozen eerst", "It goes to what still fits, most chosen first") }

    var read: String { say("Lees een telling in", "Read an election") }
    var readLead: String {
        say("Een bestand van pabulib.org, met plannen en keuzes. Wij tellen het meteen.", "A file of pabulib.org, with plans and choices. We count it at once.")
    }
    var file: String { say("Het bestand", "The file") }
    var fileEmpty: String { say("Kies een bestand", "Choose a file") }
    var fileLarge: String { say("Er staan te veel plannen in dit bestand", "There are too many plans in this file") }
    var fileTitle: String { say("Ingelezen keuze", "Choice from a file") }
    func fault(_ fault: PabulibFailure) -> String {
        let what =
            switch fault.reason {
            case .section(let name): say("het deel \(name) mist", "the part \(name) is missing")
            case .column(let name): say("de kolom \(name) mist", "the column \(name) is missing")
            case .budget(let value): say("‘\(value)’ is geen bedrag", "‘\(value)’ is no amount")
            case .cost(let value): say("‘\(value)’ kan niet als kosten", "‘\(value)’ cannot be a cost")
            case .project(let value): say("plan ‘\(value)’ staat er twee keer of heeft geen naam", "plan ‘\(value)’ is there twice or has no name")
            case .unknownProject(let value): say("plan ‘\(value)’ staat niet in de lijst", "plan ‘\(value)’ is not in the list")
            case .voteType(let value): say("deze manier van kiezen tellen wij niet: ‘\(value)’", "this way of choosing is not counted: ‘\(value)’")
            case .fields: say("er staan te weinig velden", "there are too few fields")
            case .size: say("niemand koos iets", "nobody chose anything")
            }
        return say("Regel \(fault.line): \(what)", "Line \(fault.line): \(what)")
    }

    var projects: String { say("De plannen", "The plans") }
    var projectsNone: String { say("Er zijn nog geen plannen.", "There are no plans yet.") }
    var addProject: String { say("Voeg een plan toe", "Add a plan") }
    var project: String { say("Welk plan?", "Which plan?") }
    var projectEmpty: String { say("Geef het plan een naam", "Give the plan a name") }
    var projectsFull: String { say("Er zijn al genoeg plannen", "There are enough plans already") }
    var projectsFew: String { say("Er zijn minstens twee plannen nodig.", "At least two plans are needed.") }
    var cost: String { say("Wat kost het?", "What does it cost?") }
    var costHint: String { say("In hele euro’s, hoogstens het hele bedrag.", "In whole euros, at most the whole amount.") }
    var costWrong: String { say("Geef de kosten in hele euro’s, zoals 1500", "Give the cost in whole euros, such as 1500") }
    var costHigh: String { say("Dit plan is duurder dan het geld dat er is", "This plan costs more than the money there is") }
    var withdraw: String { say("Haal een plan weg", "Take a plan away") }
    var withdrawDraft: String { say("Nog niemand heeft gekozen, dus het verdwijnt gewoon.", "Nobody chose yet, so it simply goes.") }
    var withdrawLead: String {
        say("Mensen kiezen al. Het plan blijft in beeld, met de reden.", "People choose already. The plan stays in sight, with the reason.")
    }
    var reason: String { say("Waarom?", "Why?") }
    var reasonEmpty: String { say("Schrijf op waarom", "Write why") }
    var open: String { say("Zet de keuze open", "Open the choice") }
    var openLead: String { say("Daarna kun je geen plan meer toevoegen of veranderen.", "After that you can add or change no plan.") }
    var close: String { say("Sluit en tel", "Close and count") }
    var closeLead: String {
        say("Daarna kan niemand nog kiezen, en ziet iedereen wat eruit kwam.", "After that nobody can choose, and everyone sees what came of it.")
    }
    var count: String { say("Tel nu", "Count now") }
    var countLead: String { say("De keuze is gesloten, maar nog niet geteld.", "The choice is closed, but not counted yet.") }
    var toOutcome: String { say("Naar de uitkomst", "To the outcome") }
    var notNow: String { say("Dat kan nu niet. Kijk nog eens op de pagina.", "This cannot be done now. Look at the page again.") }

    // MARK: Paper

    var paper: String { say("Typ keuzes van papier over", "Type in choices from paper") }
    var paperLead: String {
        say("Twee mensen typen elk papier over. Het telt als zij hetzelfde typen.", "Two people type each paper. It counts when they type the same.")
    }
    func sheets(once: Int, differing: Int, counted: Int) -> String {
        say(
            "Het telt: \(counted). Wacht op een tweede: \(once). Niet hetzelfde getypt: \(differing).",
            "It counts: \(counted). Waits for a second: \(once). Not typed the same: \(differing).")
    }
    var numbers: String { say("Welke nummers zijn aangekruist?", "Which numbers have a cross?") }
    var numbersHint: String { say("Bijvoorbeeld: 2, 5, 7", "For example: 2, 5, 7") }
    var numbersWrong: String { say("Typ nummers van plannen, met een komma ertussen", "Type numbers of plans, with a comma between") }
    var save: String { say("Bewaar", "Save") }
    var sheetCounts: String { say("Het telt mee.", "It is counted.") }
    var sheetWaits: String { say("Bewaard. Nu moet iemand anders het ook typen.", "Kept. Now somebody else must type it too.") }
    var samePerson: String { say("Jij typte dit al. Vraag iemand anders", "You typed this already. Ask somebody else") }
    var counted: String { say("Dit papier telt al mee", "This paper is counted already") }
}
