import Core
import People
import SQL

/// What is kept of who sorted stories.
enum CodingRecords {
    static let names: [String: Localized] = [
        "coded": Localized(nl: "Verhalen ingedeeld", en: "Stories sorted"), "conversation": Localized(nl: "Gesprek", en: "Conversation"),
        "count": Localized(nl: "Aantal", en: "Number"),
    ]

    static let all = PersonalRecords("voice-coding", names: names) { subject, reading in
        try reading.all(
            """
            SELECT conversation.title, (
                SELECT COUNT(*) FROM coding_done JOIN contribution ON contribution.id = coding_done.contribution
                WHERE contribution.conversation = coding_coder.conversation AND coding_done.coder = coding_coder.number)
            FROM coding_coder JOIN conversation ON conversation.id = coding_coder.conversation
            WHERE person = \(subject.person.description) ORDER BY conversation.title, conversation.id
            """
        ) { PersonalRecords.Record(kind: "coded", details: ["conversation": try $0.string(0), "count": String(try $0.int(1))]) }
    } erase: { subject, _, transaction in
        try transaction.execute("UPDATE coding_coder SET person = NULL WHERE person = \(subject.person.description)")
        try transaction.execute("UPDATE coding_joint SET decided_by = NULL WHERE decided_by = \(subject.person.description)")
    } forget: { now, transaction in
        let past = Conversation.longPast(at: now)
        let coders = try transaction.execute("UPDATE coding_coder SET person = NULL WHERE person IS NOT NULL AND conversation IN (\(past))")
        let joint = try transaction.execute(
            """
            UPDATE coding_joint SET decided_by = NULL WHERE decided_by IS NOT NULL
                AND contribution IN (SELECT id FROM contribution WHERE conversation IN (\(past)))
            """)
        return coders + joint
    }
}
