import Core
import Credentials
import Foundation
import Mail
import People
import SQL
import TestSupport
import Testing
import Transfer

/// What another slice keeps of people goes with the rest: here a list of who borrowed what, some by address only.
@Suite("Personal records of other slices")
struct PersonalRecordsTests {
    private static let migration = Migration("loan-1", reason: "A list of a test") { _ in
        ["CREATE TABLE loan (id BIGINT PRIMARY KEY, person TEXT, mail_key TEXT NOT NULL, thing TEXT NOT NULL, at BIGINT NOT NULL)"]
    }

    private static let loans = PersonalRecords(
        "loans", names: ["loan": Localized(nl: "Geleend", en: "Borrowed"), "thing": Localized(nl: "Ding", en: "Thing")]
    ) { subject, reading in
        try reading.all(
            "SELECT thing FROM loan WHERE person = \(subject.person.description) OR mail_key = \(subject.mailKey) ORDER BY id"
        ) { PersonalRecords.Record(kind: "loan", details: ["thing": try $0.string(0), "nothing": nil]) }
    } erase: { subject, _, transaction in
        try transaction.execute("DELETE FROM loan WHERE person = \(subject.person.description) OR mail_key = \(subject.mailKey)")
    } forget: { now, transaction in
        try transaction.execute("DELETE FROM loan WHERE at < \(now - 30 * PeopleGround.day)")
    }

    /// Ans borrowed twice, once before she had an account; Bert once.
    private static func with(_ engine: TestDatabase.Engine, _ body: (PeopleGround, Person, Person) async throws -> Void) async throws {
        try await TestDatabase.withDatabase(engine, migrations: People.Slice.migrations + [migration]) { database in
            let ground = try PeopleGround(database, key: .random(), records: [loans])
            let ans = try await ground.person("Ans"), bert = try await ground.person("Bert")
            try await database.write { transaction in
                for (id, person, mail, thing) in [(1, nil, ans.mail, "schaar"), (2, ans.id, ans.mail, "ladder"), (3, bert.id, bert.mail, "hamer")] {
                    try transaction.execute(
                        """
                        INSERT INTO loan (id, person, mail_key, thing, at) VALUES (\(id), \(person?.description), \(mail.key), \(thing), \(PeopleGround.start))
                        """)
                }
            }
            try await body(ground, ans, bert)
        }
    }

    private static func things(_ ground: PeopleGround) async throws -> [String] {
        try await ground.database.read { reading in try reading.all("SELECT thing FROM loan ORDER BY id") { try $0.string(0) } }
    }

    @Test("KWA: what other slices keep of someone stands in their file, with words of its own", arguments: TestDatabase.engines)
    func file(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground, ans, _ in
            let file = try #require(try await ground.slice.file(of: ans.id))
            #expect(file.records.map(\.details) == [["thing": "schaar"], ["thing": "ladder"]])
            #expect(String(decoding: try file.json, as: UTF8.self).contains("\"thing\" : \"ladder\""))
            let bytes = try PersonArchive(file, site: "Buurtplein", language: .nl, names: ground.slice.fileNames).bytes
            let text = String(decoding: try Archive(bytes, limit: 1 << 24).part("lees-mij.html"), as: UTF8.self)
            #expect(text.contains("Soort: Geleend; Meer: Ding: schaar"))
            #expect(!text.contains("hamer"))
        }
    }

    @Test("KWA: who is erased is erased in the lists of other slices too, also where only their address stood", arguments: TestDatabase.engines)
    func erasure(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground, ans, _ in
            try await ground.slice.persons.erase(ans.id, from: PeopleGround.origin())
            let left = try await Self.things(ground)
            #expect(left == ["hamer"])
        }
    }

    @Test("KWA: lists of other slices are emptied when their term is past, and the journal says how much", arguments: TestDatabase.engines)
    func retention(engine: TestDatabase.Engine) async throws {
        try await Self.with(engine) { ground, _, _ in
            let early = try await ground.slice.retention.run(from: PeopleGround.origin(PeopleGround.start + 30 * PeopleGround.day))
            #expect(early.records.isEmpty)
            let late = try await ground.slice.retention.run(from: PeopleGround.origin(PeopleGround.start + 31 * PeopleGround.day))
            #expect(late.records == ["loans": 3])
            let proof = try await ground.slice.journal.all().last { $0.event.action == "retention.done" }
            #expect(proof?.event.details["loans"] == "3")
        }
    }
}
