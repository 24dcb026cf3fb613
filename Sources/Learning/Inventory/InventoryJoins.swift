import Core
import Credentials
import Mail
import People
import SQL
import Transfer

/// Someone who wants to take part in the network, apart from any answer (INV-16).
package struct NetworkJoin: Sendable, Hashable {
    package let id: Identifier
    package let call: Identifier
    package let name: String
    package let mail: String
    /// When they said by their mail that it is them.
    package let confirmedAt: Int64?
}

/// An example from practice that someone knows of: a draft for the catalogue, with the tipster as its source (INV-12).
package struct PracticeTip: Sendable, Hashable {
    package let id: Identifier
    package let title: String
    package let words: String
    package let link: String
    /// Nil where the tipster gave none.
    package let name: String?
    package let mail: String?
    package let tippedAt: Int64
}

/// What someone tips.
package struct TipDraft: Sendable, Hashable {
    package let title: String
    package let words: String
    package let link: String
    package let name: String?
    package let mail: MailAddress?

    package init(title: String, words: String, link: String, name: String?, mail: MailAddress?) {
        self.title = title
        self.words = words
        self.link = link
        self.name = name
        self.mail = mail
    }
}

// Joining the network and tipping an example: small forms of their own.
extension InventoryStore {
    /// Days that a name waits for its confirmation.
    static let joinDays: Int64 = 30

    /// Keeps a name and sends a mail with a link to a page with one button. Who joined already gets the mail again: the page says the same to everyone.
    ///
    /// - Returns: whether it was within the rules
    package func join(_ name: String, _ address: MailAddress, to view: CallView, in language: Language, client: String, from origin: Origin) async throws
        -> Bool
    {
        let token = RandomText.token(bits: 128), id = Identifier(at: origin.time)
        let mails = InventoryMails(site: try await siteName(), origin: installation.origin)
        return try await database.write { transaction in
            guard try mayMail(address, client, origin.time, transaction) else { return false }
            try transaction.execute(
                """
                INSERT INTO network_join (id, call, name, mail, mail_key, language, token, asked_at)
                VALUES (\(id.description), \(view.id.description), \(name), \(address.description), \(address.key), \(language), \(Digest.sha256(token)),
                    \(origin.time))
                ON CONFLICT (call, mail_key) DO UPDATE SET token = excluded.token, asked_at = excluded.asked_at
                """)
            let letter = mails.join(view.call, token: token, in: language)
            try outbox.add(OutboxMail(kind: "inventory-join", person: nil, to: Mailbox(address), letter: letter), from: origin, in: transaction)
            try journal.add(Self.event("inventory.join-asked", view.id), from: origin, in: transaction)
            return true
        }
    }

    /// Who a mailed link is about; nil where the link is not good any more.
    package func join(_ token: String, at now: Int64) async throws -> NetworkJoin? {
        let digest = Digest.sha256(token)
        return try await database.read { try Self.joins(where: "token = \(digest) AND asked_at > \(now - Self.joinDays * Self.day)", $0).first }
    }

    /// - Throws: ``Fault/unknown``
    package func confirm(_ token: String, from origin: Origin) async throws {
        let digest = Digest.sha256(token)
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                """
                UPDATE network_join SET confirmed_at = COALESCE(confirmed_at, \(origin.time))
                WHERE token = \(digest) AND asked_at > \(origin.time - Self.joinDays * Self.day)
                """)
            guard changed == 1, let join = try Self.joins(where: "token = \(digest)", transaction).first else { throw Fault.unknown }
            return ((), Self.event("inventory.joined", join.call))
        }
    }

    /// Takes a name away again, by the link in the mail.
    ///
    /// - Throws: ``Fault/unknown``
    package func leave(_ token: String, from origin: Origin) async throws {
        let digest = Digest.sha256(token)
        try await journal.write(from: origin) { transaction in
            guard let join = try Self.joins(where: "token = \(digest)", transaction).first else { throw Fault.unknown }
            try transaction.execute("DELETE FROM network_join WHERE token = \(digest)")
            return ((), Self.event("inventory.left", join.call))
        }
    }

    /// Those who said that it is them, by name.
    package func joins(of call: Identifier) async throws -> [NetworkJoin] {
        try await database.read { try Self.joins(where: "call = \(call.description) AND confirmed_at IS NOT NULL", $0) }
    }

    private static func joins(where condition: Query, _ reading: Reading) throws -> [NetworkJoin] {
        try reading.all("SELECT id, call, name, mail, confirmed_at FROM network_join WHERE \(condition) ORDER BY name, id") { row in
            NetworkJoin(
                id: try row.identifier(0), call: try row.identifier(1), name: try row.string(2), mail: try row.string(3),
                confirmedAt: try row.optionalInt(4).map(Int64.init))
        }
    }

    // MARK: Tips

    static let tipRule = Throttle.Rule(kind: "inventory-tip", most: 20, window: 3_600_000)

    /// Keeps a tip as a draft.
    ///
    /// - Parameter seal: one form, so that it comes in once
    /// - Returns: whether it was within the rule
    package func tip(_ tip: TipDraft, to call: Identifier, seal: String, client: String, from origin: Origin) async throws -> Bool {
        let id = Identifier(at: origin.time)
        return try await database.write { transaction in
            guard try throttle.take(Self.tipRule, client, at: origin.time, in: transaction) else { return false }
            let added = try transaction.execute(
                """
                INSERT INTO practice_tip (id, call, title, words, link, name, mail, mail_key, seal, tipped_at)
                VALUES (\(id.description), \(call.description), \(tip.title), \(tip.words), \(tip.link), \(tip.name), \(tip.mail?.description),
                    \(tip.mail?.key), \(seal), \(origin.time))
                ON CONFLICT (seal) DO NOTHING
                """)
            guard added == 1 else { return true }
            try journal.add(Event("inventory.tipped", Event.Thing("tip", id.description), details: ["call": call.description]), from: origin, in: transaction)
            return true
        }
    }

    /// The newest first.
    package func tips(of call: Identifier) async throws -> [PracticeTip] {
        try await database.read { reading in
            try reading.all(
                "SELECT id, title, words, link, name, mail, tipped_at FROM practice_tip WHERE call = \(call.description) ORDER BY id DESC"
            ) { row in
                PracticeTip(
                    id: try row.identifier(0), title: try row.string(1), words: try row.string(2), link: try row.string(3),
                    name: try row.optionalString(4), mail: try row.optionalString(5), tippedAt: Int64(try row.int(6)))
            }
        }
    }
}
