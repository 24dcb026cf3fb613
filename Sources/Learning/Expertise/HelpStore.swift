import Core
import Credentials
import People
import SQL
import Transfer

/// Reads and writes requests for help, whom they went to, and what came of it. The only writer of these tables.
package struct HelpStore: Sendable {
    let database: Database
    let journal: Journal
    let post: ExpertisePost

    /// People who are asked at the same time.
    package static let atOnce = 3

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such request, or not theirs.
        case unknown
        /// It was answered or ended before.
        case over
    }

    /// What choosing needs beside the database.
    package struct Surroundings: Sendable {
        package let tree: LabelTree
        /// Municipalities like that of the asker.
        package let comparable: Set<AreaCode>
        package let site: String

        package init(tree: LabelTree, comparable: Set<AreaCode>, site: String) {
            self.tree = tree
            self.comparable = comparable
            self.site = site
        }
    }

    static func event(_ action: String, _ request: Identifier, _ details: [String: String] = [:]) -> Event {
        Event(action, Event.Thing("help-request", request.description), details: details)
    }

    /// Lets one at a time choose whom to ask, on all nodes together.
    static func hold(_ transaction: Transaction) throws {
        try transaction.execute(
            "INSERT INTO expertise_turn (id, number) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET number = expertise_turn.number + 1")
    }

    // MARK: Asking

    /// Sends a request to the first people who fit.
    ///
    /// - Returns: its id and how many were asked
    package func add(
        _ draft: HelpRequest.Draft, by asker: Identifier, organisation: Identifier?, area: AreaCode?, _ around: Surroundings, from origin: Origin
    ) async throws -> (id: Identifier, asked: Int) {
        let id = Identifier(at: origin.time), now = origin.time
        return try await journal.write(from: origin) { transaction in
            try Self.hold(transaction)
            try transaction.execute(
                """
                INSERT INTO help_request (id, asker, organisation, area, question, tried, label, wanted, help, programme, state, outcome, added_at, closed_at)
                VALUES (\(id.description), \(asker.description), \(organisation?.description), \(area?.description), \(draft.question), \(draft.tried),
                    \(draft.label), \(draft.wanted), \(draft.help), \(draft.programme?.description), 'open', '', \(now), NULL)
                """)
            let asked = try fill(id, around, from: origin, in: transaction)
            return ((id, asked), Self.event("help.asked", id, ["people": String(asked)]))
        }
    }

    /// Asks the next people for an open request that nobody said yes to, up to three at a time. The turn is held.
    ///
    /// - Returns: how many
    @discardableResult
    func fill(_ id: Identifier, _ around: Surroundings, from origin: Origin, in transaction: Transaction) throws -> Int {
        guard let request = try Self.requests("id = \(id.description)", transaction).first, request.state == .open, request.asker != nil else { return 0 }
        let asks = try Self.asks("request = \(id.description)", transaction)
        // Once someone wants to help, others are left in peace.
        guard !asks.contains(where: { $0.state == .accepted }) else { return 0 }
        let room = Self.atOnce - asks.filter { $0.state == .asked }.count
        guard room > 0 else { return 0 }
        let candidates = try Self.candidates(for: request, known: Set(asks.map(\.person)), at: origin.time, transaction)
        let matches = ExpertiseMatching.order(
            candidates, for: request, tree: around.tree, comparable: around.comparable, at: origin.time)
        for match in matches.prefix(room) { try ask(match, for: request, around, from: origin, in: transaction) }
        return min(room, matches.count)
    }

    private func ask(
        _ match: ExpertiseMatching.Match, for request: HelpRequest, _ around: Surroundings, from origin: Origin, in transaction: Transaction
    ) throws {
        let id = Identifier(at: origin.time), token = RandomText.token(bits: 128)
        let due = HelpTerm.due(after: origin.time) { DutchDay(at: $0).end }
        try transaction.execute(
            """
            INSERT INTO help_ask (id, request, person, kind, reasons, state, token, asked_at, due_at, answered_at)
            VALUES (\(id.description), \(request.id.description), \(match.person.description), \(match.kind),
                \(match.reasons.map(\.rawValue).joined(separator: " ")), 'gevraagd', \(Self.digest(token)), \(origin.time), \(due), NULL)
            """)
        try post.tell(.request, to: match.person, token: token, site: around.site, from: origin, in: transaction)
    }

    /// Only this is kept, bound to what it is for.
    static func digest(_ token: String) -> [UInt8] { Digest.sha256(Array("help-ask \(token)".utf8)) }

    // MARK: Answering

    /// Who answers: the proof of a mail, or someone who signed in.
    package enum Answerer: Sendable, Hashable {
        case proof(String)
        case person(Identifier, ask: Identifier)
    }

    /// The ask of a proof or of a person; nil for none of theirs, and for a proof over 30 days.
    package func ask(_ answerer: Answerer, at now: Int64) async throws -> HelpAsk? {
        try await database.read { try Self.ask(answerer, at: now, $0) }
    }

    private static func ask(_ answerer: Answerer, at now: Int64, _ reading: Reading) throws -> HelpAsk? {
        switch answerer {
        case .proof(let token):
            try asks("token = \(digest(token)) AND asked_at > \(now - ExpertiseSetting.month)", reading).first
        case .person(let person, let ask): try asks("id = \(ask.description) AND person = \(person.description)", reading).first
        }
    }

    /// Says yes or no, once. With a no the next candidate is asked at once; the asker never sees who said no.
    package func answer(_ isYes: Bool, _ answerer: Answerer, _ around: Surroundings, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(transaction)
            guard let ask = try Self.ask(answerer, at: origin.time, transaction) else { throw Fault.unknown }
            let state: HelpAsk.State = isYes ? .accepted : .declined
            let changed = try transaction.execute(
                """
                UPDATE help_ask SET state = \(state), answered_at = \(origin.time)
                WHERE id = \(ask.id.description) AND state IN ('gevraagd', 'stil')
                    AND EXISTS (SELECT 1 FROM help_request WHERE help_request.id = help_ask.request AND help_request.state = 'open')
                """)
            guard changed == 1 else { throw Fault.over }
            if isYes, let asker = try Self.requests("id = \(ask.request.description)", transaction).first?.asker {
                try post.tell(.accepted(ask.request), to: asker, from: origin, in: transaction)
            } else {
                try fill(ask.request, around, from: origin, in: transaction)
            }
            // Who said no is known to themselves alone: the event does not say it either.
            return ((), Self.event("help.answered", ask.request))
        }
    }

    // MARK: Ending

    /// Ends a request: with what helped, or without.
    ///
    /// - Parameter helpful: asks whose answer helped; each is a deed and an entry that the helper can confirm
    package func close(_ id: Identifier, by asker: Identifier, outcome: String, helpful: Set<Identifier>, from origin: Origin) async throws {
        let state: HelpRequest.State = helpful.isEmpty && outcome.isEmpty ? .withdrawn : .closed
        try await journal.write(from: origin) { transaction in
            try Self.hold(transaction)
            let changed = try transaction.execute(
                """
                UPDATE help_request SET state = \(state), outcome = \(outcome), closed_at = \(origin.time)
                WHERE id = \(id.description) AND asker = \(asker.description) AND state = 'open'
                """)
            guard changed == 1, let request = try Self.requests("id = \(id.description)", transaction).first else { throw Fault.unknown }
            let asks = try Self.asks("request = \(id.description)", transaction)
            let helping = asks.filter { helpful.contains($0.id) && $0.state == .accepted }
            guard helping.count == helpful.count else { throw Fault.unknown }
            try transaction.execute("UPDATE help_ask SET state = 'vervallen' WHERE request = \(id.description) AND state IN ('gevraagd', 'stil')")
            let homes = try ExpertiseStore.homes(at: origin.time, transaction)
            for ask in helping {
                let proof = ExpertiseStore.Proof(.person(ask.person), label: request.draft.label, kind: ask.kind, deed: .answer)
                try ExpertiseStore.note(proof, at: origin.time, in: transaction)
                try Self.enter(ask, request, by: asker, homes, at: origin.time, transaction)
                try post.tell(.helped(id), to: ask.person, from: origin, in: transaction)
            }
            return ((), Self.event("help.closed", id, ["helped": String(helping.count)]))
        }
    }

    // MARK: Reading

    package func find(_ id: Identifier) async throws -> HelpRequest? {
        try await database.read { try Self.requests("id = \(id.description)", $0).first }
    }

    package func requests(of asker: Identifier) async throws -> [HelpRequest] {
        try await database.read { try Self.requests("asker = \(asker.description)", $0) }
    }

    package func asks(of request: Identifier) async throws -> [HelpAsk] {
        try await database.read { try Self.asks("request = \(request.description)", $0) }
    }

    /// What someone was asked, the newest first. For themselves only: it says what they declined.
    package func asks(to person: Identifier) async throws -> [HelpAsk] {
        try await database.read { try Self.asks("person = \(person.description)", $0) }.reversed()
    }

    static func requests(_ condition: Query, _ reading: Reading) throws -> [HelpRequest] {
        try reading.all(
            """
            SELECT id, asker, organisation, area, question, tried, label, wanted, help, programme, state, outcome, added_at, closed_at
            FROM help_request WHERE \(condition) ORDER BY id DESC
            """
        ) { row in
            guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "id", "is not an identifier") }
            let draft = HelpRequest.Draft(
                question: try row.string(4), tried: try row.string(5), label: try row.string(6), wanted: try row.raw(7), help: try row.raw(8),
                programme: try row.optionalString(9).flatMap { Identifier($0) })
            return HelpRequest(
                id: id, asker: try row.optionalString(1).flatMap { Identifier($0) }, organisation: try row.optionalString(2).flatMap { Identifier($0) },
                area: try row.optionalString(3).flatMap { AreaCode($0) }, draft: draft, state: try row.raw(10), outcome: try row.string(11),
                addedAt: Int64(try row.int(12)), closedAt: try row.optionalInt(13).map(Int64.init))
        }
    }

    static func asks(_ condition: Query, _ reading: Reading) throws -> [HelpAsk] {
        try reading.all("SELECT id, request, person, kind, reasons, state, asked_at, due_at FROM help_ask WHERE \(condition) ORDER BY id") { row in
            guard let id = Identifier(try row.string(0)), let request = Identifier(try row.string(1)), let person = Identifier(try row.string(2)) else {
                throw SQLError.value(column: "id", "is not an identifier")
            }
            return HelpAsk(
                id: id, request: request, person: person, kind: try row.raw(3),
                reasons: try row.string(4).split(separator: " ").compactMap { MatchReason(rawValue: String($0)) }, state: try row.raw(5),
                askedAt: Int64(try row.int(6)), dueAt: Int64(try row.int(7)))
        }
    }
}
