import Core
import Mail
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("What a call promises")
struct InventoryAnonymityTests {
    @Test("D-11: anonymity is fixed with the first round that is ready; the database itself refuses another", arguments: TestDatabase.engines)
    func fixed(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine, ready: false) { inventory in
            let store = inventory.store, call = inventory.call.id, questions = CallQuestion.usual
            try await store.change(call, to: InventoryGround.facts(.named), questions: questions, from: PeopleGround.origin())
            try await store.change(call, to: InventoryGround.facts(.anonymous), questions: questions, from: PeopleGround.origin())
            try await store.makeReady(inventory.round.id, from: PeopleGround.origin())
            await #expect(throws: InventoryStore.Fault.promised) {
                try await store.change(call, to: InventoryGround.facts(.named), questions: questions, from: PeopleGround.origin())
            }
            await #expect(throws: InventoryStore.Fault.promised) {
                try await store.change(call, to: InventoryGround.facts(), questions: Array(questions.prefix(2)), from: PeopleGround.origin())
            }
            // Whoever goes past the store meets the constraint.
            for statement in [
                "UPDATE learning_call SET anonymity = 'op-naam'", "UPDATE call_promise SET anonymity = 'op-naam'", "DELETE FROM learning_call",
            ] as [Query] {
                await #expect(throws: SQLError.self) { try await inventory.ground.database.write { _ = try $0.execute(statement) } }
            }
            var facts = InventoryGround.facts()
            facts.title = "Een andere naam"
            try await store.change(call, to: facts, questions: questions, from: PeopleGround.origin())
            let view = try await inventory.view()
            #expect(view.facts.title == "Een andere naam" && view.facts.anonymity == .anonymous && view.call.promisedAt == PeopleGround.start)
        }
    }

    @Test("D-11: the schema of an answer has no key of a person, and a name beside an anonymous one is refused", arguments: TestDatabase.engines)
    func schema(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let database = inventory.ground.database
            let tables = try await database.read { try $0.tables() }
            let wanted = ["inventory_submission", "inventory_entry", "inventory_source", "answer_fragment", "issue_fragment"]
            let columns = tables.filter { wanted.contains($0.name) }.flatMap { table in table.columns.map(\.name) }
            #expect(columns.count > 30)
            for word in ["person", "name", "mail", "session", "client", "address", "token", "draft", "channel", "giver", "_at"] {
                // The name of a municipality is none of a person; when a fragment was marked is about the facilitator.
                let found = columns.filter { $0.contains(word) && !["municipality_name", "marked_at"].contains($0) }
                #expect(found.isEmpty, "\(word): \(found)")
            }
            try await inventory.handIn(try InventoryGround.question("Hoe vinden mensen elkaar?"), form: "a")
            let submission = try #require(try await inventory.store.submissions(of: inventory.call.id).first)
            for anonymity in ["anoniem", "vertrouwelijk", "op-naam"] {
                await #expect(throws: SQLError.self) {
                    try await database.write { transaction in
                        _ = try transaction.execute(
                            """
                            INSERT INTO inventory_name (submission, anonymity, name, giver, handed_at)
                            VALUES (\(submission.id.description), \(anonymity), 'Bo', 'x', 1)
                            """)
                    }
                }
            }
        }
    }

    @Test(
        "D-11: an anonymous answer keeps the day and no time, no name even where one was sent, no address, no draft; the journal does not say which answer",
        arguments: TestDatabase.engines)
    func traces(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let ground = inventory.ground
            let token = try #require(
                try await inventory.store.keepDraft(
                    nil, [.init("vraagstuk", "Hoe?")], call: inventory.call.id, round: inventory.round.id, client: "192.0.2.77",
                    from: PeopleGround.origin()))
            #expect(token.utf8.count == 22)
            try await inventory.handIn(
                try InventoryGround.question("Hoe vinden mensen elkaar?", mail: "zebedea@voorbeeld.nl"), form: "form-77", draft: token)
            for table in InventoryGround.tables {
                for secret in ["zebedea", "Quist", "192.0.2.77", token, "form-77"] {
                    #expect(try await !ground.holds(table, secret), "\(table): \(secret)")
                }
            }
            #expect(try await ground.rows("inventory_draft").isEmpty)
            #expect(try await ground.rows("inventory_name").isEmpty)
            let submission = try #require(try await inventory.store.submissions(of: inventory.call.id).first)
            // 1 790 000 000 000 is 21 September 2026, 16:13 in the Netherlands.
            #expect(submission.day == "2026-09-21")
            let midnight = Identifier(at: 1_789_941_600_000).description.prefix(10)
            #expect(submission.id.description.prefix(10) == midnight)
            #expect(try await inventory.desk().entries.allSatisfy { $0.id.description.prefix(10) == midnight })
            let line = try #require(try await ground.slice.journal.lines().first { $0.event.action == "inventory.handed-in" })
            #expect(line.event.thing == Event.Thing("call", inventory.call.id.description) && line.event.details == ["round": "1"])
            #expect(line.origin.person == nil)
        }
    }

    @Test("confidential answers of one address count as one giver; the name stands apart", arguments: TestDatabase.engines)
    func givers(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine, .confidential) { inventory in
            for (form, mail) in [("a", "bo@voorbeeld.nl"), ("b", "BO@voorbeeld.nl"), ("c", "an@voorbeeld.nl"), ("d", nil)] {
                try await inventory.handIn(try InventoryGround.question("Hoe vinden mensen elkaar?", mail: mail), form: form)
            }
            let submissions = try await inventory.store.submissions(of: inventory.call.id)
            #expect(submissions.count == 4 && Set(submissions.map(\.giver)).count == 3)
            for entry in try await inventory.desk().entries {
                let issue = try await inventory.desk().issues.first?.id
                try await inventory.take(.mark(entry: entry.id, words: "Hoe vinden mensen elkaar?", issue: issue, new: issue == nil ? "Elkaar vinden" : nil))
            }
            let desk = try await inventory.desk(), issue = try #require(desk.issues.first)
            #expect(desk.fragments(of: issue.id).count == 4 && desk.givers(of: issue.id).count == 3)
            let names = try await submissions.asyncCount { try await inventory.store.name(of: $0.id)?.name == "Zebedea Quist" }
            #expect(names == 3)
        }
    }

    @Test("D-12: each personal field says who reads it, in both languages; an anonymous call never asks who someone is")
    func fields() {
        for field in PersonalField.allCases {
            for anonymity in Anonymity.allCases {
                let readers = field.readers(anonymity)
                #expect(readers.nl.contains("ziet dit") && readers.en.contains("sees this"))
            }
        }
        var facts = InventoryGround.facts()
        facts.fields = [.role: .required, .name: .required, .mail: .optional]
        #expect(facts.rule(.name) == .absent && facts.rule(.mail) == .absent && facts.rule(.role) == .required && facts.rule(.municipality) == .absent)
    }
}

extension Sequence where Self: Sendable {
    fileprivate func asyncCount(_ isWanted: (Element) async throws -> Bool) async throws -> Int {
        var count = 0
        for element in self where try await isWanted(element) { count += 1 }
        return count
    }
}
