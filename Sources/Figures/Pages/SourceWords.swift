import Core

/// The words of the pages about sources.
extension FiguresWords {
    var sourcesTitle: String { say("Bronnen", "Sources") }
    /// Names of tables are in Dutch; the word before it tells the languages apart.
    func sourceTitle(_ title: String) -> String { say("Bron: \(title)", "Source: \(title)") }
    var sourcesLead: String {
        say(
            "Alle cijfers komen uit open bronnen. Hier zie je wie ze levert en wat je ermee mag.",
            "All figures come from open sources. Here you see who delivers them and what you may do with them.")
    }
    var noSources: String { say("Er zijn nog geen cijfers ingelezen.", "No figures have been imported yet.") }
    var newestDeliveries: String { say("De nieuwste levering van elke bron", "The newest delivery of every source") }
    var publisher: String { say("Uitgever", "Publisher") }
    var retrieved: String { say("Opgehaald", "Retrieved") }
    var modified: String { say("Door de bron gewijzigd", "Modified by the source") }
    var imported: String { say("Ingelezen", "Imported") }
    var rows: String { say("Rijen", "Rows") }
    var unknown: String { say("niet bekend", "not known") }
    var sourceLead: String {
        say(
            "Een nieuwe levering vervangt de vorige niet: je kunt elke levering blijven lezen.",
            "A new delivery does not replace the one before: each can still be read.")
    }
    var allDeliveries: String { say("Alle leveringen", "All deliveries") }
    var deliveryHead: String { say("Levering", "Delivery") }
    func delivery(_ number: Int) -> String { say("levering \(number)", "delivery \(number)") }
    var inForce: String { say("(geldt nu)", "(in force)") }
    var isInForce: String { say("Deze levering geldt nu.", "This delivery is in force.") }
    var isOlder: String { say("Er is een nieuwere levering.", "There is a newer delivery.") }
    var toNewest: String { say("Naar de nieuwste levering", "To the newest delivery") }
    var tableNumber: String { say("Tabel", "Table") }
    var attribution: String { say("Naamsvermelding", "Attribution") }
    var digest: String { say("SHA-256 van het bestand", "SHA-256 of the file") }
    var readProfile: String { say("Lees een profiel met alleen deze levering:", "Read a profile with this delivery alone:") }
    var readHow: String { say("Voor een ander gebied zet je achter het adres: ", "For another area, add to its address: ") }
    var heldFigures: String { say("Cijfers in deze levering", "Figures in this delivery") }
    var notesHeading: String { say("Wat viel op bij het inlezen?", "What was noticed at import?") }
    var noNotes: String { say("Niets.", "Nothing.") }
    func moreNotes(_ count: Int) -> String { say("En nog \(count) opmerkingen.", "And \(count) more remarks.") }
    var noteKind: String { say("Soort", "Kind") }
    var notePlace: String { say("Plek in het bestand", "Place in the file") }
    var noteReason: String { say("Wat", "What") }
    func severity(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: say("fout", "error")
        case .warning: say("let op", "caution")
        case .note: say("ter info", "note")
        }
    }
    func place(_ note: Diagnostic) -> String {
        var parts: [String] = []
        if let row = note.row { parts.append(say("rij \(row)", "row \(row)")) }
        if let column = note.column { parts.append(say("kolom \(column)", "column \(column)")) }
        if let value = note.value { parts.append("‘\(value)’") }
        return parts.joined(separator: ", ")
    }
}
