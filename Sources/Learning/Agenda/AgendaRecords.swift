import Core
import Mail
import People
import SQL

/// What agendas keep of people, so that it is taken along and erased with the rest. What someone says for an organisation stays, without saying who said it.
package enum AgendaRecords {
    static let names: [String: Localized] = [
        "agenda-proposal": Localized(nl: "Voorstel voor de leeragenda", en: "Proposal for the learning agenda"),
        "agenda-owner": Localized(nl: "Trekker van een thema", en: "Owner of a theme"),
        "agenda-support": Localized(nl: "Steun voor een thema, namens je organisatie", en: "Support for a theme, for your organisation"),
        "agenda-objection": Localized(nl: "Bezwaar tegen een thema, namens je organisatie", en: "Objection to a theme, for your organisation"),
        "title": Localized(nl: "Titel", en: "Title"), "day": Localized(nl: "Dag", en: "Day"), "words": Localized(nl: "Wat je schreef", en: "What you wrote"),
    ]

    package static let all = PersonalRecords(
        "agenda", names: names,
        records: { subject, reading in try records(of: subject.person.description, reading) },
        erase: { subject, _, transaction in try erase(subject.person.description, transaction) },
        // Nothing here has a term of its own: an agenda is the record of what organisations agreed.
        forget: { _, _ in 0 })

    private static func records(of person: String, _ reading: Reading) throws -> [PersonalRecords.Record] {
        let proposals = try reading.all(
            """
            SELECT agenda_item.title, agenda_item_state.at, agenda_item.words FROM agenda_item
            JOIN agenda_item_state ON agenda_item_state.item = agenda_item.id AND agenda_item_state.number = 1
            WHERE agenda_item.proposed_by = \(person) ORDER BY agenda_item.id
            """
        ) { try record("agenda-proposal", $0) }
        let owned = try reading.all("SELECT title FROM agenda_item WHERE owner_person = \(person) ORDER BY id") { row in
            PersonalRecords.Record(kind: "agenda-owner", details: ["title": try row.string(0)])
        }
        let supports = try reading.all(
            """
            SELECT agenda_item.title, agenda_support.at, agenda_support.brings FROM agenda_support JOIN agenda_item ON agenda_item.id = agenda_support.item
            WHERE agenda_support.person = \(person) ORDER BY agenda_support.at, agenda_item.id
            """
        ) { try record("agenda-support", $0) }
        let objections = try reading.all(
            """
            SELECT agenda_item.title, agenda_objection.at, agenda_objection.words FROM agenda_objection
            JOIN agenda_item ON agenda_item.id = agenda_objection.item WHERE agenda_objection.person = \(person) ORDER BY agenda_objection.id
            """
        ) { try record("agenda-objection", $0) }
        return proposals + owned + supports + objections
    }

    private static func record(_ kind: String, _ row: Row) throws -> PersonalRecords.Record {
        let words = try row.string(2), day = AmsterdamTime(at: Int64(try row.int(1))).day.description
        return PersonalRecords.Record(kind: kind, details: ["title": try row.string(0), "day": day, "words": words.isEmpty ? nil : words])
    }

    private static func erase(_ person: String, _ transaction: Transaction) throws {
        try transaction.execute("UPDATE agenda_item SET owner_person = NULL WHERE owner_person = \(person)")
        try transaction.execute("UPDATE agenda_item SET proposed_by = NULL WHERE proposed_by = \(person)")
        try transaction.execute("UPDATE agenda_item_state SET actor = NULL WHERE actor = \(person)")
        try transaction.execute("UPDATE agenda_support SET person = NULL WHERE person = \(person)")
        try transaction.execute("UPDATE agenda_objection SET person = NULL WHERE person = \(person)")
    }
}
