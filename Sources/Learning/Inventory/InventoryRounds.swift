import Core
import Mail
import People
import SQL

// The rounds of a call, from the draft to the published outcome.
extension InventoryStore {
    /// Adds the next round of a call.
    ///
    /// - Throws: ``Fault/roundTimes``, ``Fault/unknown``
    @discardableResult
    package func addRound(to call: Identifier, start: Int64, end: Int64, from origin: Origin) async throws -> CallRound {
        try await journal.write(from: origin) { transaction in
            guard try transaction.execute("UPDATE learning_call SET steps = steps WHERE id = \(call.description)") == 1 else { throw Fault.unknown }
            let last = try transaction.first("SELECT MAX(number), MAX(ends_at) FROM call_round WHERE call = \(call.description)") { row in
                (number: try row.optionalInt(0) ?? 0, end: try row.optionalInt(1).map(Int64.init) ?? .min)
            }
            guard start < end, start >= last?.end ?? .min else { throw Fault.roundTimes }
            let round = CallRound(id: Identifier(at: origin.time), call: call, number: (last?.number ?? 0) + 1, start: start, end: end, steps: [:])
            try transaction.execute(
                """
                INSERT INTO call_round (id, call, number, starts_at, ends_at)
                VALUES (\(round.id.description), \(call.description), \(round.number), \(start), \(end))
                """)
            return (round, Self.event("call.round-added", call, ["round": String(round.number)]))
        }
    }

    /// Moves the end of a round that has not ended.
    ///
    /// - Throws: ``Fault/roundTimes``, ``Fault/unknown``
    package func moveEnd(of round: Identifier, to end: Int64, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let known = try Self.held(round, transaction)
            let next = try transaction.first(
                "SELECT MIN(starts_at) FROM call_round WHERE call = \(known.call.description) AND number > \(known.number)"
            ) { try $0.optionalInt(0) }
            guard known.end > origin.time, end > origin.time, end > known.start, end <= next.flatMap(\.self).map(Int64.init) ?? .max else {
                throw Fault.roundTimes
            }
            try transaction.execute("UPDATE call_round SET ends_at = \(end) WHERE id = \(round.description)")
            return ((), Self.event("call.round-moved", known.call, ["round": String(known.number)]))
        }
    }

    /// Holds the row of a round and of its call.
    static func held(_ round: Identifier, _ transaction: Transaction) throws -> CallRound {
        guard try transaction.execute("UPDATE call_round SET number = number WHERE id = \(round.description)") == 1,
            let known = try rounds(where: "call_round.id = \(round.description)", transaction).first
        else { throw Fault.unknown }
        return known
    }

    /// Makes a round ready: it opens by itself at its time. With the first one the promise of anonymity is made, and stays.
    ///
    /// - Throws: ``Fault/unknown``
    package func makeReady(_ round: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let known = try Self.held(round, transaction)
            guard try Self.set(.ready, known, "", origin, transaction) else { throw Fault.unknown }
            try transaction.execute(
                """
                INSERT INTO call_promise (call, anonymity, made_at) SELECT id, anonymity, \(origin.time) FROM learning_call WHERE id = \(known.call.description)
                ON CONFLICT (call) DO NOTHING
                """)
            return ((), Self.event("call.round-ready", known.call, ["round": String(known.number)]))
        }
    }

    /// Says that all answers of a round are placed.
    ///
    /// - Throws: ``Fault/unplaced``, ``Fault/unknown`` before it has closed
    package func workOut(_ round: Identifier, reason: String = "", from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let known = try Self.held(round, transaction)
            guard known.state(at: origin.time) == .closed else { throw Fault.unknown }
            guard try Self.unplaced(in: round, transaction) == 0 else { throw Fault.unplaced }
            guard try Self.set(.workedOut, known, reason, origin, transaction) else { throw Fault.unknown }
            return ((), Self.event("call.round-worked-out", known.call, ["round": String(known.number)]))
        }
    }

    /// Publishes the outcome of a round, and tells once who asked to be told; their addresses go at the same moment.
    ///
    /// - Throws: ``Fault/unplaced``, ``Fault/unknown`` before it was worked out
    package func publish(_ round: Identifier, from origin: Origin) async throws {
        let mails = InventoryMails(site: try await siteName(), origin: installation.origin)
        try await journal.write(from: origin) { transaction in
            let known = try Self.held(round, transaction)
            guard known.state(at: origin.time) == .workedOut, let view = try Self.find(known.call, transaction) else { throw Fault.unknown }
            // A late answer may have come since.
            guard try Self.unplaced(in: round, transaction) == 0 else { throw Fault.unplaced }
            guard try Self.set(.published, known, "", origin, transaction) else { throw Fault.unknown }
            let told = try tellFollowers(of: known, view, mails, from: origin, in: transaction)
            return ((), Self.event("call.round-published", known.call, ["round": String(known.number), "told": String(told)]))
        }
    }

    private static func set(_ step: CallRound.Step, _ round: CallRound, _ reason: String, _ origin: Origin, _ transaction: Transaction) throws -> Bool {
        try transaction.execute(
            """
            INSERT INTO call_round_state (round, state, set_at, actor, reason)
            VALUES (\(round.id.description), \(step), \(origin.time), \(origin.person?.description), \(reason)) ON CONFLICT (round, state) DO NOTHING
            """) == 1
    }

    /// How many answers have no fragment yet, and how many fragments have no place.
    static func unplaced(in round: Identifier, _ reading: Reading) throws -> Int {
        let untouched = try reading.first(
            """
            SELECT COUNT(*) FROM inventory_entry JOIN inventory_submission ON inventory_submission.id = inventory_entry.submission
            WHERE inventory_submission.round = \(round.description) AND inventory_entry.kind <> 'aanbod'
                AND NOT EXISTS (SELECT 1 FROM answer_fragment WHERE answer_fragment.entry = inventory_entry.id)
            """
        ) { try $0.int(0) }
        let loose = try reading.first(
            """
            SELECT COUNT(*) FROM answer_fragment JOIN inventory_entry ON inventory_entry.id = answer_fragment.entry
            JOIN inventory_submission ON inventory_submission.id = inventory_entry.submission
            WHERE inventory_submission.round = \(round.description) AND answer_fragment.aside IS NULL
                AND NOT EXISTS (SELECT 1 FROM issue_fragment WHERE issue_fragment.fragment = answer_fragment.id)
            """
        ) { try $0.int(0) }
        return (untouched ?? 0) + (loose ?? 0)
    }

    private func tellFollowers(of round: CallRound, _ view: CallView, _ mails: InventoryMails, from origin: Origin, in transaction: Transaction) throws -> Int {
        let followers = try transaction.all(
            "SELECT mail, language FROM inventory_follower WHERE round = \(round.id.description) ORDER BY mail_key"
        ) { row in (mail: try row.string(0), language: try row.raw(1, as: Language.self)) }
        for follower in followers {
            guard let address = try? MailAddress(follower.mail) else { continue }
            let letter = mails.outcome(of: view.call, round: round.number, in: follower.language)
            try outbox.add(OutboxMail(kind: "inventory-outcome", person: nil, to: Mailbox(address), letter: letter), from: origin, in: transaction)
        }
        try transaction.execute("DELETE FROM inventory_follower WHERE round = \(round.id.description)")
        return followers.count
    }
}
