import Core
import Mail
import People
import SQL

// Who wants to know when an issue reaches an agenda: one mail, apart from every answer (INV-10).
extension InventoryStore {
    /// Keeps an address until the issue is on an agenda.
    ///
    /// - Returns: whether it was within the rules
    /// - Throws: ``Fault/unknown`` for an issue that went
    package func follow(issue: Identifier, _ address: MailAddress, in language: Language, client: String, from origin: Origin) async throws -> Bool {
        try await database.write { transaction in
            let held = try transaction.execute(
                "UPDATE learning_issue SET title = title WHERE id = \(issue.description) AND merged_into IS NULL AND removed_at IS NULL")
            guard held == 1 else { throw Fault.unknown }
            guard try throttle.take(Self.mailFromRule, client, at: origin.time, in: transaction) else { return false }
            try transaction.execute(
                """
                INSERT INTO issue_follower (issue, mail, mail_key, language, added_on)
                VALUES (\(issue.description), \(address.description), \(address.key), \(language), \(DutchDay(at: origin.time).description))
                ON CONFLICT (issue, mail_key) DO NOTHING
                """)
            try journal.add(Self.issueEvent("issue.follower-added", issue), from: origin, in: transaction)
            return true
        }
    }

    /// The issues that someone waits for, each with what it became where it was merged.
    package func followedIssues() async throws -> [(followed: Identifier, now: Identifier)] {
        try await database.read { reading in
            try reading.all(
                """
                WITH RECURSIVE went (followed, issue) AS (
                    SELECT DISTINCT issue, issue FROM issue_follower
                    UNION SELECT went.followed, learning_issue.merged_into FROM went JOIN learning_issue ON learning_issue.id = went.issue
                    WHERE learning_issue.merged_into IS NOT NULL
                )
                SELECT went.followed, went.issue FROM went JOIN learning_issue ON learning_issue.id = went.issue
                WHERE learning_issue.merged_into IS NULL AND learning_issue.removed_at IS NULL ORDER BY went.followed
                """
            ) { row in (followed: try row.identifier(0), now: try row.identifier(1)) }
        }
    }

    /// Tells who waits for an issue that it is on an agenda, once; their addresses go at the same moment.
    ///
    /// - Parameter issue: what the followed one is now: its page says on which agenda it stands
    /// - Returns: how many were told
    @discardableResult
    package func tellFollowers(of followed: Identifier, onAgendaAs issue: LearningIssue, from origin: Origin) async throws -> Int {
        let mails = InventoryMails(site: try await siteName(), origin: installation.origin)
        return try await database.write { transaction in
            // Taken out first: of two nodes one finds them.
            let followers = try transaction.all(
                "DELETE FROM issue_follower WHERE issue = \(followed.description) RETURNING mail, language"
            ) { row in (mail: try row.string(0), language: try row.raw(1, as: Language.self)) }
            guard !followers.isEmpty else { return 0 }
            for follower in followers.sorted(by: { $0.mail < $1.mail }) {
                guard let address = try? MailAddress(follower.mail) else { continue }
                let letter = mails.agenda(of: issue, in: follower.language)
                try outbox.add(OutboxMail(kind: "inventory-agenda", person: nil, to: Mailbox(address), letter: letter), from: origin, in: transaction)
            }
            try journal.add(Self.issueEvent("issue.followers-told", followed, ["told": String(followers.count)]), from: origin, in: transaction)
            return followers.count
        }
    }
}
