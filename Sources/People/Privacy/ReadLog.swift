import Core
import Credentials
import SQL
import Web

/// Writes down that personal data was read: one line for each person, with the fields of the standard Logboek Dataverwerkingen.
///
/// The lines name nobody: the person stands there under a pseudonym, and who read stands in the journal under the same trace.
package struct ReadLog: Sendable {
    /// One line.
    package struct Line: Sendable, Hashable {
        /// `trace_id`: 32 hexadecimal digits, the same for all that was read at once.
        package let trace: String
        /// `dpl.core.processing_activity_id`.
        package let activity: ProcessingActivity
        /// `start_time`, milliseconds since 1970.
        package let time: Int64
    }

    private let database: Database
    private let journal: Journal
    private let pseudonymiser: Pseudonymiser

    package init(_ database: Database, journal: Journal, key: SecretKey) {
        self.database = database
        self.journal = journal
        self.pseudonymiser = Pseudonymiser(key, purpose: "read log")
    }

    /// Notes that data of these people was read, before it is shown: what cannot be noted is not shown.
    ///
    /// - Parameters:
    ///   - name: of the action, as the name of the route
    ///   - subjects: nobody leaves no line
    package func note(
        _ activity: ProcessingActivity, _ name: String, of subjects: some Sequence<Identifier>, trace: TraceContext, from origin: Origin
    ) async throws {
        let people = Set(subjects).sorted(), parent = TraceContext.span()
        guard !people.isEmpty else { return }
        let rows = people.map { (id: Identifier(at: origin.time), span: TraceContext.span(), subject: pseudonym(of: $0)) }
        try await journal.write(from: origin) { transaction in
            for row in rows {
                try transaction.execute(
                    """
                    INSERT INTO read_line (id, trace, parent, span, name, activity, subject, subject_kind, started_at, ended_at, status)
                    VALUES (\(row.id.description), \(trace.trace), \(parent), \(row.span), \(name), \(activity), \(row.subject), 'person', \(origin.time),
                        \(origin.time), 'Ok')
                    """)
            }
            let details = ["activity": activity.rawValue, "trace": trace.trace, "people": String(rows.count)]
            return ((), Event("people.read", nil, details: details))
        }
    }

    /// When this person's data was read and what for, the newest first.
    package func lines(about person: Identifier, limit: Int = 50) async throws -> [Line] {
        let subject = pseudonym(of: person)
        return try await database.read { reading in
            try reading.all(
                """
                SELECT trace, activity, started_at FROM read_line WHERE subject = \(subject) ORDER BY started_at DESC, id DESC LIMIT \(min(max(limit, 1), 500))
                """
            ) { row in Line(trace: try row.string(0), activity: try row.raw(1), time: Int64(try row.int(2))) }
        }
    }

    private func pseudonym(of person: Identifier) -> String { pseudonymiser.pseudonym(kind: "person", id: person.description) }
}
