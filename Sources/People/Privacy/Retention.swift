import Core
import SQL

/// How long kinds of data are kept. The register of processing says the same numbers.
package enum RetentionTerm {
    /// Hours that a code to sign in with stays behind its time, so that a late one can be called late.
    static let codes: Int64 = 1
    /// Days that tries to sign in are counted.
    static let tries: Int64 = 1
    /// Days after the last use of a session.
    static let sessions: Int64 = 365
    /// Days after the word of the mail server.
    static let mail: Int64 = 365
    /// Days after a question was answered or closed.
    static let questionsDone: Int64 = 365
    /// Days after a question that nobody answered.
    static let questionsOpen: Int64 = 730
    /// Days that what someone was told stays on the site.
    static let notices: Int64 = 365

    /// Days after a meeting that who came stays known.
    package static let registrations: Int64 = 365
    /// Days that an answer waits that was not handed in.
    package static let drafts: Int64 = 30
    /// Days after the end of a round that names stay with answers.
    package static let answerNames: Int64 = 365
    /// Days after a session of a group: half a year.
    package static let groupNotes: Int64 = 183
    /// Days after a conversation with residents that it is known who said something: half a year.
    package static let voices: Int64 = 183

    static let hour: Int64 = 3_600_000
    static let day: Int64 = 24 * hour
}

/// Takes away what is past its term, and leaves proof of it in the journal.
package struct Retention: Sendable {
    private let journal: Journal
    private let records: [PersonalRecords]

    package init(_ journal: Journal, records: [PersonalRecords] = []) {
        self.journal = journal
        self.records = records
    }

    /// How many were taken away, by kind.
    package struct Outcome: Sendable, Hashable {
        package var codes = 0
        package var tries = 0
        package var sessions = 0
        package var mail = 0
        package var questions = 0
        package var notices = 0
        /// Files that waited too long for a form.
        package var files = 0
        /// Of other slices, by their name; only where there were any.
        package var records: [String: Int] = [:]

        package var isNothing: Bool { self == Outcome() }

        var details: [String: String] {
            [
                "codes": String(codes), "tries": String(tries), "sessions": String(sessions), "mail": String(mail), "questions": String(questions),
                "notices": String(notices), "files": String(files),
            ].merging(records.mapValues(String.init)) { own, _ in own }
        }
    }

    /// May run on every node at any time: what is gone is gone, and a run that finds nothing leaves nothing.
    package func run(from origin: Origin) async throws -> Outcome {
        let now = origin.time, journal = journal, records = records
        return try await journal.database.write { transaction in
            var outcome = Outcome()
            outcome.codes =
                try SignInStore.forget(before: now, in: transaction) + IdentityStore.forget(before: now, in: transaction)
                + MailChangeStore.forget(before: now, in: transaction)
            outcome.tries = try Throttle.forget(before: now, in: transaction)
            outcome.sessions = try transaction.execute(
                "DELETE FROM session WHERE COALESCE(ended_at, seen_at) < \(now - RetentionTerm.sessions * RetentionTerm.day)")
            outcome.mail = try transaction.execute("DELETE FROM outbox WHERE ended_at < \(now - RetentionTerm.mail * RetentionTerm.day)")
            outcome.questions = try ContactStore.forget(before: now, in: transaction)
            outcome.notices = try NoticeStore.forget(before: now, in: transaction)
            outcome.files = try AttachmentStore.forget(before: now, in: transaction)
            for kind in records {
                let count = try kind.forget(now, transaction)
                if count > 0 { outcome.records[kind.name] = count }
            }
            guard !outcome.isNothing else { return outcome }
            try journal.add(Event("retention.done", nil, details: outcome.details), from: origin, in: transaction)
            return outcome
        }
    }
}

extension Slice {
    /// Takes away what is past its term: from the tables, and then what no table names any more from the folder of files.
    ///
    /// - Returns: how many; with the files, those of the folder
    @discardableResult
    package func retain(from origin: Origin) async throws -> Retention.Outcome {
        var outcome = try await retention.run(from: origin)
        let sweep = try await attachments.sweep(at: origin.time)
        outcome.files += sweep.orphans + sweep.unfinished
        return outcome
    }
}
