import Core
import Credentials
import Mail
import People
import SQL
import Transfer
import Web

/// What someone filled in and did not hand in yet.
package struct AnswerDraft: Sendable {
    package let call: Identifier
    package let round: Identifier
    /// Every field as it was typed.
    package let fields: Form
    package let savedAt: Int64
}

// What waits to be handed in, and who asked for something beside an answer.
extension InventoryStore {
    /// Days that a draft waits.
    static let draftDays = RetentionTerm.drafts
    static let day: Int64 = 86_400_000

    static let draftRule = Throttle.Rule(kind: "inventory-draft", most: 600, window: 3_600_000)

    /// Keeps what was filled in so far.
    ///
    /// - Parameter token: of the draft that it is; nil for a new one
    /// - Returns: its token of 128 bits, of which only a digest is kept; nil for too many from one address, or for a draft that is gone
    package func keepDraft(
        _ token: String?, _ items: [Form.Item], call: Identifier, round: Identifier, client: String, from origin: Origin
    ) async throws -> String? {
        let fields = PercentEncoding.form(items.map { ($0.name, $0.value) }), fresh = RandomText.token(bits: 128)
        return try await database.write { transaction in
            guard try throttle.take(Self.draftRule, client, at: origin.time, in: transaction) else { return nil }
            if let token {
                let changed = try transaction.execute(
                    """
                    UPDATE inventory_draft SET fields = \(fields), saved_at = \(origin.time)
                    WHERE token = \(Digest.sha256(token)) AND saved_at > \(origin.time - Self.draftDays * Self.day)
                    """)
                guard changed == 1 else { return nil }
            } else {
                try transaction.execute(
                    """
                    INSERT INTO inventory_draft (token, call, round, fields, saved_at)
                    VALUES (\(Digest.sha256(fresh)), \(call.description), \(round.description), \(fields), \(origin.time))
                    """)
            }
            try journal.add(Self.event("inventory.draft-kept", call), from: origin, in: transaction)
            return token ?? fresh
        }
    }

    /// Nil for one that was handed in, or that nobody came back for in time.
    package func draft(_ token: String, at now: Int64) async throws -> AnswerDraft? {
        let digest = Digest.sha256(token)
        return try await database.read { reading in
            try reading.first(
                """
                SELECT call, round, fields, saved_at FROM inventory_draft
                WHERE token = \(digest) AND saved_at > \(now - Self.draftDays * Self.day)
                """
            ) { row in
                AnswerDraft(
                    call: try row.identifier(0), round: try row.identifier(1), fields: Form(items: Form.items(of: Array(try row.string(2).utf8))),
                    savedAt: Int64(try row.int(3)))
            }
        }
    }

    /// Throws a draft away because someone asks for it.
    package func forgetDraft(_ token: String, from origin: Origin) async throws {
        let digest = Digest.sha256(token)
        try await database.write { transaction in
            let call = try transaction.first("SELECT call FROM inventory_draft WHERE token = \(digest)") { try $0.identifier(0) }
            guard let call else { return }
            try transaction.execute("DELETE FROM inventory_draft WHERE token = \(digest)")
            try journal.add(Self.event("inventory.draft-forgotten", call), from: origin, in: transaction)
        }
    }

    // MARK: Mail that is asked for

    static let mailRule = Throttle.Rule(kind: "inventory-mail", most: 5, window: 86_400_000)
    static let mailFromRule = Throttle.Rule(kind: "inventory-mail-from", most: 30, window: 3_600_000)

    /// Sends the link of a draft to who asks for it; the address is kept with the mail alone.
    ///
    /// - Returns: whether it was within the rules
    package func mail(_ token: String, of view: CallView, to address: MailAddress, in language: Language, client: String, from origin: Origin) async throws
        -> Bool
    {
        let mails = InventoryMails(site: try await siteName(), origin: installation.origin)
        return try await database.write { transaction in
            guard try mayMail(address, client, origin.time, transaction) else { return false }
            let letter = mails.draft(of: view.call, token: token, in: language)
            try outbox.add(OutboxMail(kind: "inventory-draft", person: nil, to: Mailbox(address), letter: letter), from: origin, in: transaction)
            try journal.add(Self.event("inventory.draft-mailed", view.id), from: origin, in: transaction)
            return true
        }
    }

    /// Nobody is mailed without end, whoever asks for it, and nobody asks without end.
    func mayMail(_ address: MailAddress, _ client: String, _ now: Int64, _ transaction: Transaction) throws -> Bool {
        guard try throttle.take(Self.mailFromRule, client, at: now, in: transaction) else { return false }
        return try throttle.take(Self.mailRule, address.key, at: now, in: transaction)
    }

    /// Keeps an address to tell once what became of a round: apart from every answer (INV-10).
    ///
    /// - Returns: whether it was within the rules
    /// - Throws: ``Fault/unknown`` for a round whose outcome is known already
    package func follow(_ round: Identifier, _ address: MailAddress, in language: Language, client: String, from origin: Origin) async throws -> Bool {
        try await database.write { transaction in
            let known = try Self.held(round, transaction)
            guard known.steps[.ready] != nil, !known.isPublished else { throw Fault.unknown }
            guard try throttle.take(Self.mailFromRule, client, at: origin.time, in: transaction) else { return false }
            try transaction.execute(
                """
                INSERT INTO inventory_follower (round, mail, mail_key, language, added_on)
                VALUES (\(round.description), \(address.description), \(address.key), \(language), \(DutchDay(at: origin.time).description))
                ON CONFLICT (round, mail_key) DO NOTHING
                """)
            try journal.add(Self.event("inventory.follower-added", known.call), from: origin, in: transaction)
            return true
        }
    }
}
