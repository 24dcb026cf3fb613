import Core
import People
import SQL

/// What is kept of who typed in sheets of tables.
enum WorkshopRecords {
    static let names: [String: Localized] = [
        "table-typed": Localized(nl: "Tafel van een werkplaats overgetypt", en: "Typed in a table of a workshop"),
        "conversation": Localized(nl: "Gesprek", en: "Conversation"), "day": Localized(nl: "Dag", en: "Day"),
    ]

    static let all = PersonalRecords("voice-workshops", names: names) { subject, reading in
        try reading.all(
            """
            SELECT conversation.title, workshop_table.entered_on FROM workshop_table JOIN workshop ON workshop.id = workshop_table.workshop
            JOIN conversation ON conversation.id = workshop.conversation
            WHERE entered_by = \(subject.person.description) ORDER BY workshop_table.entered_on, workshop_table.number, workshop_table.version
            """
        ) { PersonalRecords.Record(kind: "table-typed", details: ["conversation": try $0.string(0), "day": try $0.string(1)]) }
    } erase: { subject, _, transaction in
        try transaction.execute("UPDATE workshop_table SET entered_by = NULL WHERE entered_by = \(subject.person.description)")
    } forget: { now, transaction in
        let past = Conversation.longPast(at: now)
        return try transaction.execute(
            """
            UPDATE workshop_table SET entered_by = NULL WHERE entered_by IS NOT NULL AND workshop IN (
                SELECT id FROM workshop WHERE conversation IN (\(past)))
            """)
    }
}
