import Core
import Mail
import People
import SQL

/// What look-backs and yields keep of people, so that it is taken along and erased with the rest. The texts stay, without saying who wrote them.
package enum LookBackRecords {
    static let names: [String: Localized] = [
        "look-back": Localized(nl: "Terugblik die je schreef", en: "Look-back that you wrote"),
        "look-back-part": Localized(nl: "Deel van een terugblik dat je schreef", en: "Part of a look-back that you wrote"),
        "learning-yield": Localized(nl: "Opbrengst die je opschreef", en: "Yield that you wrote down"),
        "yield-use": Localized(nl: "Wat je zei over een opbrengst, namens je organisatie", en: "What you said of a yield, for your organisation"),
        "title": Localized(nl: "Titel", en: "Title"), "words": Localized(nl: "Wat je schreef", en: "What you wrote"),
    ]

    package static let all = PersonalRecords(
        "look-backs", names: names, records: { subject, reading in try records(of: subject.person.description, reading) },
        erase: { subject, _, transaction in try erase(subject.person.description, transaction) },
        // Nothing here has a term of its own: a look-back is the record of what a meeting brought.
        forget: { _, _ in 0 })

    private static func records(of person: String, _ reading: Reading) throws -> [PersonalRecords.Record] {
        let lists: [(kind: String, rows: Query)] = [
            (
                "look-back",
                """
                SELECT meeting.title, look_back.about_author FROM look_back JOIN meeting ON meeting.id = look_back.meeting
                WHERE look_back.author = \(person) ORDER BY look_back.id
                """
            ),
            ("look-back-part", "SELECT topic, outcome FROM look_back_piece WHERE written_by = \(person) ORDER BY written_at, id"),
            ("learning-yield", "SELECT title, first_step FROM learning_yield WHERE added_by = \(person) ORDER BY id"),
            (
                "yield-use",
                """
                SELECT learning_yield.title, learning_yield_use.words FROM learning_yield_use
                JOIN learning_yield ON learning_yield.id = learning_yield_use.yield WHERE learning_yield_use.person = \(person)
                ORDER BY learning_yield_use.at, learning_yield.id
                """
            ),
        ]
        return try lists.flatMap { list in
            try reading.all(list.rows) { row in
                let words = try row.string(1)
                return PersonalRecords.Record(kind: list.kind, details: ["title": try row.string(0), "words": words.isEmpty ? nil : words])
            }
        }
    }

    private static func erase(_ person: String, _ transaction: Transaction) throws {
        // What stands about the writer goes with their name.
        try transaction.execute("UPDATE look_back SET author = NULL, about_author = '' WHERE author = \(person)")
        try transaction.execute("UPDATE look_back_edition SET author = NULL, about_author = '' WHERE author = \(person)")
        try transaction.execute("UPDATE look_back_state SET actor = NULL WHERE actor = \(person)")
        try transaction.execute("UPDATE look_back_piece SET written_by = NULL WHERE written_by = \(person)")
        try transaction.execute("UPDATE learning_yield SET added_by = NULL WHERE added_by = \(person)")
        try transaction.execute("UPDATE learning_yield_state SET actor = NULL WHERE actor = \(person)")
        try transaction.execute("UPDATE learning_yield_use SET person = NULL WHERE person = \(person)")
    }
}
