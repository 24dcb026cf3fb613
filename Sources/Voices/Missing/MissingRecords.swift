import Core
import People
import SQL

/// What is kept of what people told of themselves: apart from what they said, and gone half a year after the end.
enum MissingRecords {
    static let names: [String: Localized] = [
        "background": Localized(nl: "Over jezelf verteld in een gesprek", en: "Told about yourself in a conversation"),
        "conversation": Localized(nl: "Gesprek", en: "Conversation"), "question": Localized(nl: "Vraag", en: "Question"),
        "answer": Localized(nl: "Antwoord", en: "Answer"),
    ]

    /// - Parameter marks: of the installation
    static func all(_ marks: VoiceMarks) -> PersonalRecords {
        PersonalRecords("voice-background", names: names) { subject, reading in
            var records: [PersonalRecords.Record] = []
            for (conversation, title) in try conversations(reading) {
                let mark = marks.tag(.person(subject.person), in: conversation)
                try reading.each(
                    "SELECT question, value FROM background_answer WHERE conversation = \(conversation.description) AND mark = \(mark) ORDER BY question"
                ) { row in
                    let details = ["conversation": title, "question": try row.string(0), "answer": try row.string(1)]
                    records.append(PersonalRecords.Record(kind: "background", details: details))
                }
            }
            return records
        } erase: { subject, _, transaction in
            for (conversation, _) in try conversations(transaction) {
                let mark = marks.tag(.person(subject.person), in: conversation)
                try transaction.execute("DELETE FROM background_answer WHERE conversation = \(conversation.description) AND mark = \(mark)")
            }
        } forget: { now, transaction in
            let past = Conversation.longPast(at: now)
            return try transaction.execute("DELETE FROM background_answer WHERE conversation IN (\(past))")
        }
    }

    private static func conversations(_ reading: Reading) throws -> [(Identifier, String)] {
        try reading.all(
            "SELECT id, title FROM conversation WHERE id IN (SELECT conversation FROM background_question UNION SELECT conversation FROM background_count) ORDER BY id"
        ) { (try $0.identifier(0), try $0.string(1)) }
    }
}
