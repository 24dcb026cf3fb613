import Core
import Measures
import People

/// The sentences of votes on paper, for staff and on the sheet itself.
struct SheetWords: PageWords {
    let language: Language

    var title: String { say("Stemmen op papier", "Votes on paper") }
    var lead: String {
        say("Druk vellen af en typ ze over. Papier telt even zwaar als een scherm.", "Print sheets and type them in. Paper counts as much as a screen.")
    }

    var print: String { say("Druk vellen af", "Print sheets") }
    var printLead: String {
        say(
            "Elk vel is voor één mens en heeft een eigen code. Op het vel staan alle stellingen van nu.",
            "Each sheet is for one person and has a code of its own. It has all statements of now.")
    }
    var printOnce: String {
        say(
            "Druk deze pagina nu af. Wij bewaren de codes niet, dus je ziet ze maar één keer.",
            "Print this page now. We do not keep the codes, so you see them once.")
    }
    var amount: String { say("Hoeveel vellen?", "How many sheets?") }
    var amountHint: String { say("Van 1 tot 100.", "From 1 to 100.") }
    var amountWrong: String { say("Geef een getal van 1 tot 100", "Give a number from 1 to 100") }
    var size: String { say("Hoe groot zijn de letters?", "How large are the letters?") }
    var sizeEmpty: String { say("Kies hoe groot de letters zijn", "Choose how large the letters are") }
    var normal: String { say("Gewoon", "Normal") }
    var large: String { say("Groot, voor wie slecht ziet", "Large, for who sees badly") }
    var noStatements: String { say("Er zijn nog geen stellingen", "There are no statements yet") }

    // MARK: On the sheet

    var sheetCode: String { say("De code van dit vel", "The code of this sheet") }
    func sheetNumber(_ number: Int, _ tongue: String) -> String { say("Vel \(number), taal: \(tongue)", "Sheet \(number), language: \(tongue)") }
    var sheetUse: String {
        say(
            "Zet bij elke stelling één kruisje. Weet je het niet? Kies dan W. Je mag ook een stelling overslaan.",
            "Put one cross at each statement. Do you not know? Then choose N. You may skip a statement too.")
    }
    var sheetTable: String { say("Wat vind jij?", "What do you think?") }
    var statementHead: String { say("Stelling", "Statement") }
    func letter(_ choice: Vote.Choice) -> String {
        switch choice {
        case .agree: say("E: eens", "A: agree")
        case .disagree: say("O: oneens", "D: disagree")
        case .pass: say("W: weet ik niet", "N: do not know")
        }
    }
    func sheetReturn(_ contact: String, _ day: String) -> String {
        say("Lever het vel in voor \(day) bij: \(contact).", "Hand the sheet in before \(day) at: \(contact).")
    }
    var stripLead: String {
        say("Scheur dit af en bewaar het. Hier lees je wat eruit kwam:", "Tear this off and keep it. Here you read what came of it:")
    }
    func stripWhere(_ path: String, _ origin: String?) -> String { (origin ?? "") + path }

    // MARK: Typing in

    var entry: String { say("Typ een vel over", "Type in a sheet") }
    var entryLead: String { say("Leg het vel naast je en typ wat er staat.", "Lay the sheet beside you and type what it says.") }
    var typeLead: String { say("Typ precies wat op het papier staat, ook als je twijfelt.", "Type exactly what the paper says, also when in doubt.") }
    var letters: String {
        say(
            "Typ e voor eens, o voor oneens en w voor weet ik niet. Laat leeg wat leeg is. Typ ? als je het niet kunt lezen.",
            "Type a for agree, d for disagree and n for do not know. Leave empty what is empty. Type ? for what you cannot read.")
    }
    func rowWrong(_ number: Int) -> String { say("Stelling \(number): typ e, o, w, ? of niets", "Statement \(number): type a, d, n, ? or nothing") }
    var save: String { say("Bewaar", "Save") }
    var entered: String { say("Het vel telt mee. Typ het volgende.", "The sheet is counted. Type the next.") }

    // MARK: The second look

    var check: String { say("Kijk een vel na", "Check a sheet") }
    func checkLead(_ due: Int) -> String {
        say(
            "Iemand anders typt \(due) vellen nog een keer. Zo zien wij hoe vaak het misgaat.",
            "Somebody else types \(due) sheets once more. So we see how often it goes wrong.")
    }
    var same: String { say("Bewaard. Neem het volgende vel.", "Kept. Take the next sheet.") }
    var settle: String { say("Wat staat er echt?", "What does it really say?") }
    var settleLead: String { say("Jullie typten niet hetzelfde. Kijk samen op het papier.", "You did not type the same. Look at the paper together.") }
    var settleLate: String { say("Dit duurde te lang. Het vel blijft zoals het was.", "This took too long. The sheet stays as it was.") }
    func difference(_ one: SheetDifference) -> String {
        say(
            "De eerste typte: \(name(one.first)). De tweede typte: \(name(one.second)).",
            "The first typed: \(name(one.first)). The second typed: \(name(one.second)).")
    }
    private func name(_ choice: Vote.Choice?) -> String { choice.map { VoteWords(language).name($0).lowercased() } ?? say("niets", "nothing") }
    func fault(_ fault: SheetStore.Fault) -> String {
        switch fault {
        case .unknown: say("Dit vel is nog niet overgetypt", "This sheet was not typed in yet")
        case .samePerson: say("Jij typte dit vel zelf over. Vraag iemand anders", "You typed this sheet yourself. Ask somebody else")
        case .checked: say("Dit vel is al nagekeken", "This sheet was checked already")
        }
    }

    // MARK: Counts

    var counts: String { say("Hoeveel vellen", "How many sheets") }
    var what: String { say("Wat", "What") }
    var number: String { say("Aantal", "Number") }
    var sheets: String { say("Overgetypt", "Typed in") }
    var rows: String { say("Rijen op die vellen", "Rows on those sheets") }
    var unreadable: String { say("Niet te lezen", "Not to be read") }
    var checked: String { say("Nagekeken", "Checked") }
    func of(_ count: Int, _ all: Int) -> String { say("\(count) van \(all)", "\(count) of \(all)") }
    var errorRate: String { say("Anders getypt", "Typed differently") }
    func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return "\(tenths / 10)\(say(",", "."))\(tenths % 10)%"
    }
}
