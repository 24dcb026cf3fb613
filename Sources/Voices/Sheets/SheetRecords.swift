import Core
import People
import SQL

/// What is kept of who typed in sheets. With the code in hand a sheet could be found again; half a year after the end it cannot.
enum SheetRecords {
    static let names: [String: Localized] = [
        "sheets-typed": Localized(nl: "Papier overgetypt", en: "Typed in paper"), "conversation": Localized(nl: "Gesprek", en: "Conversation"),
        "count": Localized(nl: "Aantal", en: "Number"),
    ]

    static let all = PersonalRecords("voice-sheets", names: names) { subject, reading in
        let person = subject.person.description
        return try reading.all(
            """
            SELECT conversation.title, COUNT(*) FROM paper_sheet JOIN conversation ON conversation.id = paper_sheet.conversation
            WHERE entered_by = \(person) OR checked_by = \(person) GROUP BY conversation.id, conversation.title ORDER BY conversation.title
            """
        ) { PersonalRecords.Record(kind: "sheets-typed", details: ["conversation": try $0.string(0), "count": String(try $0.int(1))]) }
    } erase: { subject, _, transaction in
        try transaction.execute("UPDATE paper_sheet SET entered_by = NULL WHERE entered_by = \(subject.person.description)")
        try transaction.execute("UPDATE paper_sheet SET checked_by = NULL WHERE checked_by = \(subject.person.description)")
    } forget: { now, transaction in
        let past = Conversation.longPast(at: now)
        return try transaction.execute("DELETE FROM paper_sheet WHERE conversation IN (\(past))")
    }
}
