import Core
import People
import SQL

/// What is kept of people who know, ask and help: for their file, for erasing and for forgetting.
package enum ExpertiseRecords {
    /// Days that a request stays after its end, and a line that someone refused.
    package static let term: Int64 = 730
    private static let day: Int64 = 86_400_000

    package static let all = PersonalRecords(
        "expertise", names: names, records: { try records(of: $0, $1) }, erase: { try erase($0, at: $1, $2) }, forget: { try forget(before: $0, $1) })

    private static let names: [String: Localized] = [
        "line": Localized(nl: "Onderwerp waar je van weet", en: "Subject that you know about"),
        "setting": Localized(nl: "Hoe vaak mensen je iets vragen", en: "How often people ask you"),
        "request": Localized(nl: "Vraag om hulp van jou", en: "Your question for help"),
        "ask": Localized(nl: "Vraag aan jou", en: "Question to you"),
        "introduction": Localized(nl: "Kennismaking", en: "Introduction"),
        "help": Localized(nl: "Hulp", en: "Help"),
        "label": Localized(nl: "Onderwerp", en: "Subject"),
        "state": Localized(nl: "Stand", en: "State"),
        "cap": Localized(nl: "Vragen in 30 dagen", en: "Questions in 30 days"),
        "question": Localized(nl: "Vraag", en: "Question"),
        "tried": Localized(nl: "Geprobeerd", en: "Tried"),
        "outcome": Localized(nl: "Wat hielp", en: "What helped"),
        "answer": Localized(nl: "Antwoord", en: "Answer"),
    ]

    private static func records(of subject: PersonalRecords.Subject, _ reading: Reading) throws -> [PersonalRecords.Record] {
        let person = subject.person.description
        func all(_ kind: String, _ fields: [String], _ query: Query) throws -> [PersonalRecords.Record] {
            try reading.all(query) { row in
                var details: [String: String?] = [:]
                for (index, field) in fields.enumerated() { details[field] = try row.optionalString(index) }
                return PersonalRecords.Record(kind: kind, details: details)
            }
        }
        let settings = try reading.all("SELECT cap FROM expertise_setting WHERE person = \(person)") { row in
            PersonalRecords.Record(kind: "setting", details: ["cap": String(try row.int(0))])
        }
        return try all("line", ["label", "state"], "SELECT label, state FROM expertise_line WHERE person = \(person) ORDER BY id") + settings
            + all(
                "request", ["label", "question", "tried", "outcome", "state"],
                "SELECT label, question, tried, outcome, state FROM help_request WHERE asker = \(person) ORDER BY id")
            + all("ask", ["state"], "SELECT state FROM help_ask WHERE person = \(person) ORDER BY id")
            + all(
                "introduction", ["label", "answer"],
                """
                SELECT introduction.label, introduction_side.answer FROM introduction_side
                JOIN introduction ON introduction.id = introduction_side.introduction WHERE introduction_side.person = \(person) ORDER BY introduction.id
                """)
            + all("help", ["label"], "SELECT label FROM help_entry WHERE helper = \(person) OR helped = \(person) ORDER BY id")
    }

    /// Their questions end; what organisations did for each other stays, without who.
    private static func erase(_ subject: PersonalRecords.Subject, at now: Int64, _ transaction: Transaction) throws {
        let person = subject.person.description
        try HelpStore.hold(transaction)
        try transaction.execute(
            """
            UPDATE help_ask SET state = 'vervallen' WHERE state IN ('gevraagd', 'stil')
                AND request IN (SELECT id FROM help_request WHERE asker = \(person) AND state = 'open')
            """)
        try transaction.execute(
            "UPDATE help_request SET state = 'ingetrokken', closed_at = \(now) WHERE asker = \(person) AND state = 'open'")
        try transaction.execute("UPDATE help_request SET asker = NULL, question = '', tried = '', outcome = '' WHERE asker = \(person)")
        try transaction.execute("DELETE FROM help_ask WHERE person = \(person)")
        try transaction.execute("UPDATE help_entry SET helper = NULL WHERE helper = \(person)")
        try transaction.execute("UPDATE help_entry SET helped = NULL WHERE helped = \(person)")
        try transaction.execute("UPDATE help_entry SET entered_by = NULL WHERE entered_by = \(person)")
        try transaction.execute(
            "UPDATE introduction_side SET answer = 'nee', answered_at = \(now) WHERE person = \(person) AND answer = 'open'")
        try transaction.execute("UPDATE introduction_side SET person = NULL WHERE person = \(person)")
        try transaction.execute("DELETE FROM expertise_line WHERE person = \(person)")
        try transaction.execute("DELETE FROM expertise_setting WHERE person = \(person)")
    }

    /// - Returns: how many
    private static func forget(before now: Int64, _ transaction: Transaction) throws -> Int {
        let limit = now - term * day
        let asks = try transaction.execute(
            "DELETE FROM help_ask WHERE request IN (SELECT id FROM help_request WHERE closed_at < \(limit))")
        let requests = try transaction.execute("DELETE FROM help_request WHERE closed_at < \(limit)")
        let entries = try transaction.execute(
            """
            UPDATE help_entry SET helper = NULL, helped = NULL, entered_by = NULL
            WHERE entered_at < \(limit) AND (helper IS NOT NULL OR helped IS NOT NULL OR entered_by IS NOT NULL)
            """)
        let sides = try transaction.execute(
            "UPDATE introduction_side SET person = NULL WHERE person IS NOT NULL AND introduction IN (SELECT id FROM introduction WHERE ended_at < \(limit))")
        let lines = try transaction.execute("DELETE FROM expertise_line WHERE state = 'afgewezen' AND added_at < \(limit)")
        return asks + requests + entries + sides + lines
    }
}
