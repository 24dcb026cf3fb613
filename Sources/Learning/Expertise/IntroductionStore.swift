import Core
import Credentials
import People
import SQL
import Transfer

/// Reads and writes introductions. The only writer of these tables.
package struct IntroductionStore: Sendable {
    let database: Database
    let journal: Journal
    let post: ExpertisePost

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        case unknown
        /// Answered or ended before.
        case over
        /// Two of them were brought together less than six months ago.
        case tooSoon
        /// Not two to five different organisations with someone to ask.
        case sides
    }

    /// Organisations that asked about the same subject in the last year.
    package struct Cluster: Sendable, Hashable {
        package let label: String
        package let programme: Identifier?
        /// Who asked last in each organisation.
        package let askers: [Identifier: Identifier]
    }

    private static let year: Int64 = 365 * 86_400_000

    static func event(_ action: String, _ id: Identifier) -> Event { Event(action, Event.Thing("introduction", id.description)) }

    static func digest(_ token: String) -> [UInt8] { Digest.sha256(Array("introduction \(token)".utf8)) }

    // MARK: Proposing

    /// Questions of different organisations under one label and in one network.
    package func clusters(at now: Int64) async throws -> [Cluster] {
        try await database.read { try Self.clusters(at: now, $0) }
    }

    private static func clusters(at now: Int64, _ reading: Reading) throws -> [Cluster] {
        struct Key: Hashable {
            let label: String
            let programme: Identifier?
        }
        let requests = try HelpStore.requests(
            """
            added_at > \(now - year) AND state <> 'ingetrokken' AND organisation IS NOT NULL
                AND asker IN (SELECT person.id FROM person WHERE person.closed_at IS NULL)
            """, reading)
        var found: [Key: [Identifier: Identifier]] = [:]
        for request in requests {
            guard let organisation = request.organisation, let asker = request.asker else { continue }
            let key = Key(label: request.draft.label, programme: request.draft.programme)
            // The newest come first: who asked last speaks for the organisation.
            if found[key]?[organisation] == nil { found[key, default: [:]][organisation] = asker }
        }
        return found.filter { Set($0.value.values).count > 1 && $0.value.count > 1 }
            .map { Cluster(label: $0.key.label, programme: $0.key.programme, askers: $0.value) }
            .sorted { ($0.label, $0.programme?.description ?? "") < ($1.label, $1.programme?.description ?? "") }
    }

    /// Asks both sides, or all, at once whether they want to meet.
    ///
    /// - Parameter isAlike: their figures are comparable too
    package func propose(
        _ organisations: Set<Identifier>, label: String, programme: Identifier?, isAlike: Bool, site: String, from origin: Origin
    ) async throws -> Identifier {
        let id = Identifier(at: origin.time), now = origin.time
        return try await journal.write(from: origin) { transaction in
            try HelpStore.hold(transaction)
            let cluster = try Self.clusters(at: now, transaction).first { $0.label == label && $0.programme == programme }
            guard let cluster, Introduction.sizes.contains(organisations.count), organisations.isSubset(of: cluster.askers.keys) else { throw Fault.sides }
            let people = organisations.compactMap { cluster.askers[$0] }
            guard Set(people).count == organisations.count else { throw Fault.sides }
            guard try !Self.metLately(organisations, at: now, transaction) else { throw Fault.tooSoon }
            try transaction.execute(
                """
                INSERT INTO introduction (id, label, programme, alike, state, added_at, due_at, ended_at)
                VALUES (\(id.description), \(label), \(programme?.description), \(isAlike), 'gevraagd', \(now), \(now + Introduction.days), NULL)
                """)
            for organisation in organisations.sorted() {
                guard let person = cluster.askers[organisation] else { continue }
                let token = RandomText.token(bits: 128)
                try transaction.execute(
                    """
                    INSERT INTO introduction_side (introduction, organisation, person, answer, token, answered_at)
                    VALUES (\(id.description), \(organisation.description), \(person.description), 'open', \(Self.digest(token)), NULL)
                    """)
                try post.tell(.introduction, to: person, token: token, site: site, from: origin, in: transaction)
            }
            return (id, Self.event("introduction.proposed", id))
        }
    }

    /// Whether two of them stood in one introduction in the last six months.
    private static func metLately(_ organisations: Set<Identifier>, at now: Int64, _ reading: Reading) throws -> Bool {
        try reading.first(
            """
            SELECT introduction_side.introduction FROM introduction_side JOIN introduction ON introduction.id = introduction_side.introduction
            WHERE COALESCE(introduction.ended_at, \(now)) > \(now - Introduction.rest)
                AND introduction_side.organisation IN \(list: organisations.map(\.description))
            GROUP BY introduction_side.introduction HAVING COUNT(*) > 1
            """
        ) { try $0.string(0) } != nil
    }

    // MARK: Answering

    package enum Answerer: Sendable, Hashable {
        case proof(String)
        case person(Identifier, introduction: Identifier)
    }

    /// The introduction and whose side answers; nil for none of theirs, and for a proof over 30 days.
    package func find(_ answerer: Answerer, at now: Int64) async throws -> (Introduction, Introduction.Side)? {
        try await database.read { try Self.find(answerer, at: now, $0) }
    }

    private static func find(_ answerer: Answerer, at now: Int64, _ reading: Reading) throws -> (Introduction, Introduction.Side)? {
        let key: (introduction: String, organisation: String)?
        switch answerer {
        case .proof(let token):
            key = try reading.first("SELECT introduction, organisation FROM introduction_side WHERE token = \(digest(token))") {
                (try $0.string(0), try $0.string(1))
            }
        case .person(let person, let id):
            key = try reading.first(
                "SELECT introduction, organisation FROM introduction_side WHERE introduction = \(id.description) AND person = \(person.description)"
            ) { (try $0.string(0), try $0.string(1)) }
        }
        guard let key, let found = try introductions("id = \(key.introduction)", reading).first,
            let side = found.sides.first(where: { $0.organisation.description == key.organisation })
        else { return nil }
        if case .proof = answerer, now - found.addedAt >= ExpertiseSetting.month { return nil }
        return (found, side)
    }

    /// Says yes or no, once and before the end.
    package func answer(_ isYes: Bool, _ answerer: Answerer, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try HelpStore.hold(transaction)
            guard let (found, side) = try Self.find(answerer, at: origin.time, transaction) else { throw Fault.unknown }
            guard found.state == .asked, side.answer == .open, origin.time < found.dueAt else { throw Fault.over }
            let answer: Introduction.Answer = isYes ? .yes : .no
            try transaction.execute(
                """
                UPDATE introduction_side SET answer = \(answer), answered_at = \(origin.time)
                WHERE introduction = \(found.id.description) AND organisation = \(side.organisation.description)
                """)
            try settle(found.id, from: origin, in: transaction)
            return ((), Self.event("introduction.answered", found.id))
        }
    }

    /// Ends what is decided or over its time. The turn is held.
    ///
    /// - Returns: whether it ended now
    @discardableResult
    private func settle(_ id: Identifier, from origin: Origin, in transaction: Transaction) throws -> Bool {
        guard let found = try Self.introductions("id = \(id.description)", transaction).first, found.state == .asked,
            let outcome = Introduction.outcome(found.sides.map(\.answer), isDue: origin.time >= found.dueAt)
        else { return false }
        try transaction.execute("UPDATE introduction SET state = \(outcome), ended_at = \(origin.time) WHERE id = \(id.description)")
        for side in found.sides {
            guard let person = side.person else { continue }
            let isMet = outcome == .shared && side.answer == .yes
            // Who said no asked to be left in peace.
            if side.answer != .no { try post.tell(isMet ? .met(id) : .notMet(id), to: person, from: origin, in: transaction) }
        }
        return true
    }

    /// Ends introductions that are over their time. Running it twice, or on two nodes, is running it once.
    ///
    /// - Returns: how many
    @discardableResult
    package func endDue(from origin: Origin) async throws -> Int {
        let due = try await database.read { try Self.introductions("state = 'gevraagd' AND due_at <= \(origin.time)", $0) }
        var count = 0
        for one in due {
            let isEnded = try await database.write { transaction in
                try HelpStore.hold(transaction)
                guard try settle(one.id, from: origin, in: transaction) else { return false }
                try journal.add(Self.event("introduction.ended", one.id), from: origin, in: transaction)
                return true
            }
            if isEnded { count += 1 }
        }
        return count
    }

    // MARK: Reading

    package func introductions(of person: Identifier) async throws -> [Introduction] {
        try await database.read {
            try Self.introductions("id IN (SELECT introduction FROM introduction_side WHERE person = \(person.description))", $0)
        }
    }

    package func all() async throws -> [Introduction] { try await database.read { try Self.introductions("1 = 1", $0) } }

    static func introductions(_ condition: Query, _ reading: Reading) throws -> [Introduction] {
        var sides: [String: [Introduction.Side]] = [:]
        try reading.each("SELECT introduction, organisation, person, answer FROM introduction_side ORDER BY organisation") { row in
            guard let organisation = Identifier(try row.string(1)) else { return }
            let side = Introduction.Side(
                organisation: organisation, person: try row.optionalString(2).flatMap { Identifier($0) }, answer: try row.raw(3))
            sides[try row.string(0), default: []].append(side)
        }
        return try reading.all("SELECT id, label, programme, alike, state, added_at, due_at FROM introduction WHERE \(condition) ORDER BY id DESC") { row in
            guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "id", "is not an identifier") }
            return Introduction(
                id: id, label: try row.string(1), programme: try row.optionalString(2).flatMap { Identifier($0) }, isAlike: try row.bool(3),
                state: try row.raw(4), addedAt: Int64(try row.int(5)), dueAt: Int64(try row.int(6)), sides: sides[id.description] ?? [])
        }
    }
}
