import Core
import Mail
import People
import SQL

// What goes after its time, what an erasure takes out, and what someone may ask for.
extension InventoryStore {
    /// Days after the end of a round that names stay with answers, and addresses wait for an outcome that does not come.
    static let nameDays = RetentionTerm.answerNames
    /// Days that who joined stays on the list, and a tipster with a tip.
    static let joinedDays: Int64 = 730

    /// Takes away what is past its time: drafts, names, addresses. Answers themselves hold nobody, and stay.
    ///
    /// - Returns: how many rows
    static func forget(at now: Int64, in transaction: Transaction) throws -> Int {
        var gone = try transaction.execute("DELETE FROM inventory_draft WHERE saved_at <= \(now - draftDays * day)")
        gone += try transaction.execute(
            """
            DELETE FROM network_join WHERE asked_at <= \(now - joinDays * day) AND confirmed_at IS NULL OR confirmed_at <= \(now - joinedDays * day)
            """)
        let ended = "SELECT id FROM call_round WHERE ends_at <= \(now - nameDays * day)" as Query
        gone += try transaction.execute("DELETE FROM inventory_follower WHERE round IN (\(ended))")
        gone += try transaction.execute("DELETE FROM issue_follower WHERE added_on <= \(DutchDay(at: now - nameDays * day).description)")
        gone += try transaction.execute(
            "DELETE FROM inventory_name WHERE submission IN (SELECT id FROM inventory_submission WHERE round IN (\(ended)))")
        gone += try transaction.execute(
            """
            UPDATE practice_tip SET name = NULL, mail = NULL, mail_key = NULL
            WHERE tipped_at <= \(now - joinedDays * day) AND (name IS NOT NULL OR mail IS NOT NULL)
            """)
        return gone
    }

    /// Takes out everything that tells who someone is; their words stay, as the words of nobody.
    ///
    /// - Parameter key: their address in small letters
    package static func forget(mail key: String, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM inventory_name WHERE mail_key = \(key)")
        try transaction.execute("DELETE FROM inventory_follower WHERE mail_key = \(key)")
        try transaction.execute("DELETE FROM issue_follower WHERE mail_key = \(key)")
        try transaction.execute("DELETE FROM network_join WHERE mail_key = \(key)")
        try transaction.execute("UPDATE practice_tip SET name = NULL, mail = NULL, mail_key = NULL WHERE mail_key = \(key)")
    }
}

/// What an inventory keeps with an address, so that it is taken along, erased and forgotten with the rest.
enum InventoryRecords {
    static let names: [String: Localized] = [
        "answer": Localized(nl: "Antwoord op een oproep", en: "Answer to a call"), "call": Localized(nl: "Oproep", en: "Call"),
        "following": Localized(nl: "Wil weten wat eruit kwam", en: "Wants to know what came of it"),
        "joined": Localized(nl: "Doet mee met het netwerk", en: "Takes part in the network"), "tip": Localized(nl: "Tip", en: "Tip"),
        "day": Localized(nl: "Dag", en: "Day"),
    ]

    static let all = PersonalRecords("inventory", names: names) { subject, reading in
        try answers(subject.mailKey, reading) + titles(subject.mailKey, reading)
    } erase: { subject, _, transaction in
        try InventoryStore.forget(mail: subject.mailKey, in: transaction)
    } forget: { now, transaction in
        try InventoryStore.forget(at: now, in: transaction)
    }

    private static func answers(_ key: String, _ reading: Reading) throws -> [PersonalRecords.Record] {
        try reading.all(
            """
            SELECT learning_call.title, inventory_submission.handed_on, inventory_entry.words FROM inventory_name
            JOIN inventory_submission ON inventory_submission.id = inventory_name.submission
            JOIN learning_call ON learning_call.id = inventory_submission.call
            JOIN inventory_entry ON inventory_entry.submission = inventory_submission.id
            WHERE inventory_name.mail_key = \(key) ORDER BY inventory_submission.handed_on, inventory_entry.id
            """
        ) { PersonalRecords.Record(kind: "answer", details: ["call": try $0.string(0), "day": try $0.string(1), "text": try $0.string(2)]) }
    }

    private static func titles(_ key: String, _ reading: Reading) throws -> [PersonalRecords.Record] {
        let lists: [(kind: String, field: String, titles: Query)] = [
            (
                "following", "call",
                """
                SELECT learning_call.title FROM inventory_follower JOIN call_round ON call_round.id = inventory_follower.round
                JOIN learning_call ON learning_call.id = call_round.call WHERE mail_key = \(key) ORDER BY learning_call.title
                """
            ),
            (
                "following", "title",
                "SELECT title FROM issue_follower JOIN learning_issue ON learning_issue.id = issue_follower.issue WHERE mail_key = \(key) ORDER BY title"
            ),
            (
                "joined", "call",
                "SELECT title FROM network_join JOIN learning_call ON learning_call.id = network_join.call WHERE mail_key = \(key) ORDER BY title"
            ),
            ("tip", "title", "SELECT title FROM practice_tip WHERE mail_key = \(key) ORDER BY id"),
        ]
        return try lists.flatMap { list in
            try reading.all(list.titles) { PersonalRecords.Record(kind: list.kind, details: [list.field: try $0.string(0)]) }
        }
    }
}
