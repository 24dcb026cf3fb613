import Core
import Mail
import People
import SQL

/// Asking once more, of who said nothing.
extension DatePollStore {
    /// Reminds who was asked and did not answer, once, in the two days before the deadline. Running it twice, or on two nodes, is running it once.
    ///
    /// Who was asked within those days knows it and is not reminded.
    ///
    /// - Parameter site: the name of the site, for the mail; asked only when there is one
    /// - Returns: how many people got a mail
    @discardableResult
    package func remindDue(site: @Sendable () async throws -> String, from origin: Origin) async throws -> Int {
        let due = try await database.read { reading in
            try reading.all("SELECT DISTINCT date_poll.id \(Self.silent(at: origin.time)) ORDER BY date_poll.id") { try $0.identifier(0) }
        }
        guard !due.isEmpty else { return 0 }
        let name = try await site()
        var count = 0
        for poll in due { count += try await remind(poll, site: name, from: origin) }
        return count
    }

    private func remind(_ id: Identifier, site: String, from origin: Origin) async throws -> Int {
        try await database.write { transaction in
            // Answers wait for it, so that nobody is reminded of what they just said. It can be gone since it was found.
            guard try transaction.execute("UPDATE date_poll SET added_at = added_at WHERE id = \(id.description)") == 1,
                let poll = try Self.polls("id = \(id.description)", transaction).first
            else { return 0 }
            let due = try transaction.all("SELECT date_poll_person.id \(Self.silent(at: origin.time)) AND date_poll.id = \(id.description)") {
                try $0.identifier(0)
            }
            guard !due.isEmpty else { return 0 }
            for invitee in try Self.invitees(of: id, transaction) where due.contains(invitee.id) {
                // Of the first link only the digest is kept: the reminder brings one of its own, and both work.
                let token = DatePollPost.token()
                try transaction.execute(
                    """
                    UPDATE date_poll_person SET reminded_at = \(origin.time), reminder_token = \(DatePollPost.digest(token))
                    WHERE id = \(invitee.id.description)
                    """)
                try post.invite(invitee.guest, to: poll, token: token, isReminder: true, site: site, from: origin, in: transaction)
            }
            try journal.add(Self.event("date-poll.reminded", id, ["people": String(due.count)]), from: origin, in: transaction)
            return due.count
        }
    }

    /// Who is to be reminded now, with their poll.
    private static func silent(at now: Int64) -> Query {
        """
        FROM date_poll_person JOIN date_poll ON date_poll.id = date_poll_person.poll
        WHERE date_poll.state = 'open' AND date_poll.deadline > \(now) AND date_poll.deadline <= \(now + DatePollRules.reminder)
            AND date_poll_person.answered_at IS NULL AND date_poll_person.reminded_at IS NULL
            AND COALESCE(date_poll_person.asked_at, date_poll.added_at) < date_poll.deadline - \(DatePollRules.reminder)
        """
    }

    /// What finds someone by either of their links.
    static func link(_ token: String) -> Query {
        let digest = DatePollPost.digest(token)
        return "(token = \(digest) OR reminder_token = \(digest))"
    }
}
