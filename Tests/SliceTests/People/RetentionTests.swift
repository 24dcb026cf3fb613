import Core
import People
import SQL
import TestSupport
import Testing

@Suite("Retention")
struct RetentionTests {
    private static func count(_ table: String, _ database: Database) async throws -> Int {
        try await database.read { reading in try reading.first("SELECT COUNT(*) FROM \(identifier: table)") { try $0.int(0) } ?? -1 }
    }

    private static func retain(_ ground: PeopleGround, after days: Int64) async throws -> Retention.Outcome {
        try await ground.slice.retention.run(from: PeopleGround.origin(PeopleGround.start + days * PeopleGround.day))
    }

    /// Someone who asked for a code by mail, has one session that ended and one that goes on.
    private static func live(_ ground: PeopleGround) async throws -> Person {
        let person = try await ground.person("Ans")
        let origin = PeopleGround.origin(by: person.id)
        _ = try await ground.slice.signIns.begin(person.mail, goal: "/mijn", client: "192.0.2.1", from: PeopleGround.origin())
        for _ in 0..<2 { _ = try await ground.slice.sessions.begin(person.id, proof: .oneFactor, device: "", from: origin) }
        let first = try #require(try await ground.slice.sessions.sessions(of: person.id, at: PeopleGround.start).first)
        _ = try await ground.slice.sessions.end(first.id, of: person.id, because: "test", from: origin)
        return person
    }

    @Test("KWA: each kind of data goes when its term is past and not a day before, and the journal says how much", arguments: TestDatabase.engines)
    func terms(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { ground in
            _ = try await Self.live(ground)
            let start = PeopleGround.start
            try await ground.database.write { transaction in
                _ = try transaction.execute("UPDATE outbox SET ended_at = \(start), outcome = 'sent', body_text = '', body_html = ''")
            }
            #expect(try await Self.retain(ground, after: 0).isNothing)
            let soon = try await Self.retain(ground, after: 2)
            #expect(soon.codes == 1 && soon.tries > 0 && soon.sessions == 0 && soon.mail == 0)
            #expect(try await Self.retain(ground, after: 364).isNothing)
            let late = try await Self.retain(ground, after: 366)
            #expect(late.codes == 0 && late.tries == 0 && late.sessions == 2 && late.mail == 1)
            for table in ["sign_in", "sign_in_try", "session", "outbox"] { #expect(try await Self.count(table, ground.database) == 0, "\(table)") }
            #expect(try await Self.count("person", ground.database) == 1)
            let proof = try await ground.slice.journal.all().filter { $0.event.action == "retention.done" }
            #expect(proof.map { $0.event.details["sessions"] } == ["2", "0"])
            #expect(try await ground.slice.journal.check().fault == nil)
        }
    }

    @Test("two nodes that clean up at once take everything away once", arguments: TestDatabase.engines)
    func two(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second in
            _ = try await Self.live(first)
            async let here = Self.retain(first, after: 400)
            async let there = Self.retain(second, after: 400)
            let outcomes = try await [here, there]
            #expect(outcomes.reduce(0) { $0 + $1.sessions } == 2 && outcomes.reduce(0) { $0 + $1.codes } == 1)
            let proof = try await first.slice.journal.all().filter { $0.event.action == "retention.done" }
            #expect(proof.count == outcomes.filter { !$0.isNothing }.count)
        }
    }
}
