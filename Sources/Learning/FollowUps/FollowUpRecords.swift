import Core
import Credentials
import People
import SQL

/// What is kept of people who were asked later: for their file, for erasing and for forgetting.
package enum FollowUpRecords {
    /// Days that someone stays known behind what they said.
    package static let term: Int64 = 730
    private static let day: Int64 = 86_400_000

    private static let names: [String: Localized] = [
        "follow-up": Localized(nl: "Wat je later gebruikte", en: "What you used later"),
        "meeting": Localized(nl: "Bijeenkomst", en: "Meeting"),
        "day": Localized(nl: "Dag", en: "Day"),
        "used": Localized(nl: "Gebruikt", en: "Used"),
        "words": Localized(nl: "Wat je gebruikte", en: "What you used"),
        "outcome": Localized(nl: "Wat ervan kwam", en: "What came of it"),
        "hours": Localized(nl: "Uren bespaard", en: "Hours saved"),
        "sharing": Localized(nl: "Of anderen het lezen", en: "Whether others read it"),
    ]

    /// - Parameter key: of the installation
    package static func all(_ key: SecretKey) -> PersonalRecords {
        let mark = RegistrationMark(key)
        return PersonalRecords(
            "follow-ups", names: names, records: { subject, reading in try records(subject, mark.tag(key: subject.mailKey), reading) },
            erase: { subject, _, transaction in try erase(subject.person, mark.tag(key: subject.mailKey), transaction) },
            forget: { now, transaction in try forget(before: now, transaction) })
    }

    private static func records(_ subject: PersonalRecords.Subject, _ tag: [UInt8], _ reading: Reading) throws -> [PersonalRecords.Record] {
        try reading.all(
            """
            SELECT title, happened_at, used, used_words, outcome, hours, sharing FROM follow_up
            WHERE person = \(subject.person.description) OR mail_key = \(tag) ORDER BY id
            """
        ) { row in
            func words(_ column: Int) throws -> String? {
                let text = try row.string(column)
                return text.isEmpty ? nil : text
            }
            return PersonalRecords.Record(
                kind: "follow-up",
                details: [
                    "meeting": try words(0), "day": DutchDay(at: Int64(try row.int(1))).description, "used": try row.optionalString(2),
                    "words": try words(3), "outcome": try words(4), "hours": try row.optionalInt(5).map(String.init), "sharing": try row.string(6),
                ])
        }
    }

    /// Their words go; that someone said yes or no stays a number.
    private static func erase(_ person: Identifier, _ tag: [UInt8], _ transaction: Transaction) throws {
        let mine = try transaction.all("SELECT id FROM follow_up WHERE person = \(person.description) OR mail_key = \(tag)") { try $0.string(0) }
        for id in mine {
            try transaction.execute("UPDATE follow_up SET used_words = '', outcome = '', sharing = 'niet' WHERE id = \(id)")
            try unname(id, transaction)
        }
        try transaction.execute("DELETE FROM follow_up_proof WHERE mail_key = \(tag)")
        try transaction.execute("DELETE FROM follow_up_stop WHERE mail_key = \(tag)")
    }

    /// Nothing is left that tells who it was of.
    private static func unname(_ id: String, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM follow_up_proof_line WHERE follow_up = \(id)")
        try transaction.execute(
            "UPDATE follow_up SET person = NULL, mail = '', name = '', mail_key = \(Array(id.utf8)) WHERE id = \(id)")
    }

    /// - Returns: how many
    private static func forget(before now: Int64, _ transaction: Transaction) throws -> Int {
        let proofs = try transaction.execute("DELETE FROM follow_up_proof WHERE ends_at < \(now - day)")
        // An address is of no use once the reminder went out and its link is over its time.
        let limit = now - (FollowUp.life + (FollowUp.reminder + 1) * day)
        let mails = try transaction.execute(
            """
            UPDATE follow_up SET mail = '', name = CASE WHEN sharing = 'naam' THEN name ELSE '' END
            WHERE mail <> '' AND (answered_at IS NOT NULL OR asked_at < \(limit))
            """)
        let old = try transaction.all("SELECT id, mail_key FROM follow_up WHERE asked_at < \(now - term * day)") { row in
            (id: try row.string(0), key: try row.bytes(1))
        }.filter { $0.key != Array($0.id.utf8) }
        for one in old {
            // What nobody may read has no reader any more.
            try transaction.execute("UPDATE follow_up SET used_words = '', outcome = '' WHERE id = \(one.id) AND sharing = 'niet'")
            try transaction.execute("UPDATE follow_up SET sharing = 'zonder' WHERE id = \(one.id) AND sharing = 'naam'")
            try unname(one.id, transaction)
        }
        return proofs + mails + old.count
    }
}
