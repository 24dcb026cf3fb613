import Core
import People
import SQL

/// What is kept of who told givers what became of what they said.
enum AftermathRecords {
    static let names: [String: Localized] = [
        "answered": Localized(nl: "Verteld wat er met inbreng gebeurde", en: "Told what became of contributions"),
        "conversation": Localized(nl: "Gesprek", en: "Conversation"), "count": Localized(nl: "Aantal", en: "Number"),
    ]

    static let all = PersonalRecords("voice-aftermath", names: names) { subject, reading in
        try reading.all(
            """
            SELECT conversation.title, COUNT(*) FROM contribution_outcome JOIN contribution ON contribution.id = contribution_outcome.contribution
            JOIN conversation ON conversation.id = contribution.conversation
            WHERE told_by = \(subject.person.description) GROUP BY conversation.id, conversation.title ORDER BY conversation.title
            """
        ) { PersonalRecords.Record(kind: "answered", details: ["conversation": try $0.string(0), "count": String(try $0.int(1))]) }
    } erase: { subject, _, transaction in
        try transaction.execute("UPDATE contribution_outcome SET told_by = NULL WHERE told_by = \(subject.person.description)")
    } forget: { now, transaction in
        let past = Conversation.longPast(at: now)
        return try transaction.execute(
            """
            UPDATE contribution_outcome SET told_by = NULL WHERE told_by IS NOT NULL AND contribution IN (
                SELECT id FROM contribution WHERE conversation IN (\(past)))
            """)
    }
}
