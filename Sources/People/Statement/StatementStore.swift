import Core
import Mail
import SQL

/// The tables of the accessibility statement. Appended, never edited.
package enum StatementMigrations {
    package static let all: [Migration] = [
        Migration("statement-1", reason: "What the installation says of its accessibility") { _ in
            [
                """
                CREATE TABLE accessibility_statement (
                    id BIGINT PRIMARY KEY CHECK (id = 1),
                    status TEXT NOT NULL CHECK (status IN ('A', 'B', 'C', 'D', 'E')),
                    organisation TEXT,
                    audited_on TEXT,
                    auditor TEXT,
                    report TEXT,
                    mail TEXT,
                    mail_key TEXT,
                    phone TEXT,
                    answer_days BIGINT CHECK (answer_days BETWEEN 1 AND 60),
                    register TEXT,
                    changed_at BIGINT NOT NULL
                )
                """,
                """
                CREATE TABLE accessibility_barrier (
                    number BIGINT PRIMARY KEY,
                    text_nl TEXT NOT NULL,
                    text_en TEXT NOT NULL
                )
                """,
            ]
        }
    ]
}

/// Reads and writes the accessibility statement. The only writer of its tables.
package struct StatementStore: Sendable {
    private let database: Database
    private let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// The statement of now; ``AccessibilityStatement/untested`` while nobody wrote one.
    package func current() async throws -> AccessibilityStatement {
        try await database.read { try Self.current($0) }
    }

    private static func current(_ reading: Reading) throws -> AccessibilityStatement {
        let barriers = try reading.all("SELECT text_nl, text_en FROM accessibility_barrier ORDER BY number") { row in
            Localized(nl: try row.string(0), en: try row.string(1))
        }
        let query: Query =
            """
            SELECT status, organisation, audited_on, auditor, report, mail, phone, answer_days, register, changed_at FROM accessibility_statement WHERE id = 1
            """
        return try reading.first(query) { row in
            AccessibilityStatement(
                status: try row.raw(0), organisation: try row.optionalString(1), audited: try row.optionalString(2).flatMap { DutchDay($0) },
                auditor: try row.optionalString(3), report: try row.optionalString(4), barriers: barriers,
                mail: try row.optionalString(5).flatMap { try? MailAddress($0) }, phone: try row.optionalString(6), answerDays: try row.optionalInt(7),
                register: try row.optionalString(8), changedAt: Int64(try row.int(9)))
        } ?? .untested
    }

    /// Writes the statement, and in the journal its status.
    package func save(_ statement: AccessibilityStatement, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try transaction.execute("DELETE FROM accessibility_statement")
            try transaction.execute("DELETE FROM accessibility_barrier")
            try transaction.execute(
                """
                INSERT INTO accessibility_statement
                    (id, status, organisation, audited_on, auditor, report, mail, mail_key, phone, answer_days, register, changed_at)
                VALUES (1, \(statement.status), \(statement.organisation), \(statement.audited?.description), \(statement.auditor), \(statement.report),
                    \(statement.mail?.description), \(statement.mail?.key), \(statement.phone), \(statement.answerDays), \(statement.register), \(origin.time))
                """)
            for (number, barrier) in statement.barriers.enumerated() {
                try transaction.execute("INSERT INTO accessibility_barrier (number, text_nl, text_en) VALUES (\(number), \(barrier.nl), \(barrier.en))")
            }
            let details = ["status": statement.status.rawValue, "barriers": String(statement.barriers.count)]
            return ((), Event("accessibility.changed", nil, details: details))
        }
    }

    /// Follows someone to another mail address, should theirs stand there.
    static func moveContact(from before: MailAddress, to mail: MailAddress, in transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE accessibility_statement SET mail = \(mail.description), mail_key = \(mail.key) WHERE mail_key = \(before.key)")
    }

    /// Takes out the address of someone who is erased, should it stand there.
    ///
    /// - Parameter person: while it is still known who it is
    static func forgetContact(of person: String, in transaction: Transaction) throws {
        try transaction.execute(
            """
            UPDATE accessibility_statement SET mail = NULL, mail_key = NULL WHERE mail_key = (SELECT mail_key FROM person WHERE id = \(person))
            """)
    }
}
