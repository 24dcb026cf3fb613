import Core
import Mail
import People
import SQL
import TestSupport
import Testing
import Web

@testable import Learning

@Suite("Calls and answers")
struct InventoryStoreTests {
    private static let now = InventoryGround.now
    private static let second: Int64 = 1000

    @Test("INV-07: a round opens at its time and closes at its end, to the second; what is late is kept and marked")
    func clocks() throws {
        let start = Self.now, end = start + PeopleGround.day, id = Identifier(at: 1)
        let draft = CallRound(id: id, call: id, number: 1, start: start, end: end, steps: [:])
        #expect(draft.state(at: start) == .draft && draft.timing(opened: start, at: start) == nil)
        let round = CallRound(id: id, call: id, number: 1, start: start, end: end, steps: [.ready: 1])
        #expect([-1, 0, 1].map { round.state(at: start + $0 * Self.second) } == [.coming, .open, .open])
        #expect([-1, 0, 1].map { round.state(at: end + $0 * Self.second) } == [.open, .closed, .closed])
        #expect([-1, 0, 1].map { round.timing(opened: start, at: start + $0 * Self.second) } == [nil, .inTime, .inTime])
        #expect([-1, 0, 1].map { round.timing(opened: start, at: end + $0 * Self.second) } == [.inTime, .grace, .grace])
        let grace = end + 3_600_000
        #expect([-1, 0, 1].map { round.timing(opened: end - 1, at: grace + $0 * Self.second) } == [.grace, .late, .late])
        #expect(round.timing(opened: end, at: end + 1) == .late)
        let published = CallRound(id: id, call: id, number: 1, start: start, end: end, steps: [.ready: 1, .workedOut: 2, .published: 3])
        #expect(published.state(at: start) == .published)
    }

    @Test("INV-01, INV-07: rounds are numbered, follow each other, and are published once all is placed", arguments: TestDatabase.engines)
    func rounds(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let store = inventory.store, call = inventory.call.id, after = InventoryGround.end + 1
            await #expect(throws: InventoryStore.Fault.roundTimes) {
                try await store.addRound(to: call, start: Self.now, end: after, from: PeopleGround.origin())
            }
            let second = try await store.addRound(to: call, start: InventoryGround.end, end: after + 10, from: PeopleGround.origin())
            #expect(second.number == 2)
            await #expect(throws: InventoryStore.Fault.roundTimes) {
                try await store.moveEnd(of: inventory.round.id, to: InventoryGround.end + 5, from: PeopleGround.origin())
            }
            try await store.moveEnd(of: inventory.round.id, to: InventoryGround.end - 5, from: PeopleGround.origin())
            try await inventory.handIn(try InventoryGround.question("Hoe vinden mensen elkaar?"), form: "a")
            await #expect(throws: InventoryStore.Fault.unknown) { try await store.workOut(inventory.round.id, from: PeopleGround.origin()) }
            await #expect(throws: InventoryStore.Fault.unplaced) { try await store.workOut(inventory.round.id, from: PeopleGround.origin(after)) }
            let entry = try #require(try await inventory.desk().entries.first)
            try await inventory.take(.mark(entry: entry.id, words: "Hoe vinden mensen elkaar?"))
            // Marked, but without a place.
            await #expect(throws: InventoryStore.Fault.unplaced) { try await store.workOut(inventory.round.id, from: PeopleGround.origin(after)) }
            let fragment = try #require(try await inventory.desk().fragments.first)
            try await inventory.take(.aside(fragment: fragment.id, reason: "Te algemeen"))
            try await store.workOut(inventory.round.id, from: PeopleGround.origin(after))
            // A late answer stands in the way of publishing until it has a place.
            let late = try await inventory.handIn(try InventoryGround.question("Nog een vraag"), form: "b", at: after + 4_000_000)
            guard case .taken(_, .late) = late else {
                Testing.Issue.record("\(late)")
                return
            }
            await #expect(throws: InventoryStore.Fault.unplaced) { try await store.publish(inventory.round.id, from: PeopleGround.origin(after)) }
            let other = try #require(try await inventory.desk().untouched().first)
            try await inventory.take(.mark(entry: other.id, words: "Nog een vraag", new: "Een vraag"))
            try await store.publish(inventory.round.id, from: PeopleGround.origin(after))
            await #expect(throws: InventoryStore.Fault.unknown) { try await store.publish(inventory.round.id, from: PeopleGround.origin(after)) }
            #expect(try await inventory.view().published.map(\.number) == [1])
            #expect(try await inventory.ground.slice.journal.check().fault == nil)
        }
    }

    @Test(
        "INV-03, INV-04, INV-06, AGD-17: an answer is kept as three kinds of things, each whole; what to learn and what it takes stay one pair",
        arguments: TestDatabase.engines)
    func kinds(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            var answer = try InventoryGround.question("Hoe vinden mensen elkaar?")
            answer.need = KnowledgeNeed(learn: "Gesprekken leiden", needs: [.money, .time], words: "Twee avonden")
            answer.offer = "Ik weet veel van moestuinen"
            answer.sources = [.residents, .visits]
            try await inventory.handIn(answer, form: "a")
            let entries = try await inventory.desk().entries
            let question = try #require(answer.question), need = try #require(answer.need)
            #expect(Set(entries.map(\.content)) == [.question(question), .need(need), .offer("Ik weet veel van moestuinen")])
            #expect(entries.allSatisfy { $0.submission.municipality?.name == "Doetinchem" && $0.submission.role == .official })
            let lists = try await AnswerEntry.Kind.allCases.asyncMap { kind in
                let view = try await inventory.view()
                return String(decoding: AnswerLists.bytes(kind, entries.filter { $0.content.kind == kind }, of: view), as: UTF8.self)
            }
            #expect(lists[0].contains("Ik weet veel van moestuinen") && !lists[0].contains("Gesprekken"))
            #expect(lists[1].contains("Gesprekken leiden,tijd geld,Twee avonden"))
            #expect(lists[2].contains("Hoe vinden mensen elkaar?,ja,ja,Al jaren,Weinig plekken,De Linde,Een koffieuur"))
            #expect(try await inventory.store.sources(of: inventory.call.id).values.map(\.self) == [[.residents, .visits]])
        }
    }

    @Test("INV-09: each channel is counted at handing in; the same form counts once and gives the same receipt", arguments: TestDatabase.engines)
    func channels(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let store = inventory.store, call = inventory.call.id
            let letter = try await store.addChannel("Nieuwsbrief Oost", to: call, from: PeopleGround.origin())
            #expect(letter.code == "nieuwsbrief-oost")
            await #expect(throws: InventoryStore.Fault.nameTaken) { try await store.addChannel("nieuwsbrief OOST", to: call, from: PeopleGround.origin()) }
            let first = try await inventory.handIn(try InventoryGround.question("Een?"), form: "a", channel: letter.code)
            let again = try await inventory.handIn(try InventoryGround.question("Een?"), form: "a", channel: letter.code)
            #expect(again == .already(receipt: try inventory.receipt(first)))
            try await inventory.handIn(try InventoryGround.question("Twee?"), form: "b", channel: letter.code)
            try await inventory.handIn(try InventoryGround.question("Drie?"), form: "c", channel: "bestaat-niet")
            let view = try await inventory.view()
            let counts = try await store.handedIn(of: call).map { count in [view.channels.first { $0.id == count.channel }?.code ?? "": count.count] }
            #expect(counts == [["nieuwsbrief-oost": 2], ["direct": 1]])
        }
    }

    @Test("INV-15, D-10: a draft waits 30 days under a secret link of which only a digest is kept", arguments: TestDatabase.engines)
    func drafts(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let store = inventory.store, items = [Form.Item("vraagstuk", "Hoe?\nEn & waarom="), .init("kenmerk", "urgent"), .init("kenmerk", "taai")]
            func keep(_ token: String?, _ items: [Form.Item]) async throws -> String? {
                try await store.keepDraft(
                    token, items, call: inventory.call.id, round: inventory.round.id, client: "192.0.2.1", from: PeopleGround.origin())
            }
            let token = try #require(try await keep(nil, items))
            #expect(try await !inventory.ground.holds("inventory_draft", token))
            #expect(try await store.draft(token, at: Self.now)?.fields.items == items)
            #expect(try await keep(token, [.init("vraagstuk", "Anders")]) == token)
            #expect(try await store.draft(token, at: Self.now)?.fields["vraagstuk"] == "Anders")
            #expect(try await keep("een-ander-kenmerk-dat-niet", items) == nil)
            let last = Self.now + 30 * PeopleGround.day
            #expect(try await store.draft(token, at: last - Self.second) != nil)
            #expect(try await store.draft(token, at: last) == nil)
            #expect(try await inventory.forgotten(at: last - Self.second) == 0)
            #expect(try await inventory.forgotten(at: last) == 1)
            #expect(try await inventory.ground.rows("inventory_draft").isEmpty)
        }
    }

    @Test("INV-02: nobody floods a call from one address", arguments: TestDatabase.engines)
    func flood(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            for number in 0..<120 { try await inventory.handIn(Contribution(role: .resident, sources: [.courses]), form: "f\(number)") }
            #expect(try await inventory.handIn(Contribution(role: .resident), form: "f120") == .tooMany)
            #expect(try await inventory.store.submissions(of: inventory.call.id).count == 120)
        }
    }

    @Test("INV-13: by the number of the receipt a giver sees open, taken along with the issue, or closed with the reason", arguments: TestDatabase.engines)
    func standing(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine) { inventory in
            let store = inventory.store
            let one = try inventory.receipt(try await inventory.handIn(try InventoryGround.question("Hoe vinden mensen elkaar?"), form: "a"))
            let two = try inventory.receipt(try await inventory.handIn(try InventoryGround.question("Wat kost een bankje?"), form: "b"))
            #expect(one.count == 19 && one != two)
            for table in InventoryGround.tables { #expect(try await !inventory.ground.holds(table, one), "\(table)") }
            #expect(try await store.standing(of: one)?.state == .open)
            for entry in try await inventory.desk().entries {
                let words = entry.content.words
                try await inventory.take(
                    .mark(
                        entry: entry.id, words: words, new: words.contains("bankje") ? nil : "Ontmoeten",
                        aside: words.contains("bankje") ? "Vraag dit aan de gemeente" : nil))
            }
            let taken = try #require(try await store.standing(of: one.uppercased().replacing("-", with: " ")))
            #expect(taken.state == .taken && taken.issues.map(\.title) == ["Ontmoeten"] && taken.view.facts.contact == "Mies Molen")
            let closed = try #require(try await store.standing(of: two))
            #expect(closed.state == .closed && closed.reasons == ["Vraag dit aan de gemeente"])
            #expect(try await store.standing(of: "0000-0000-0000-0000") == nil)
        }
    }

    @Test("INV-07: questions are kept as a set and used again", arguments: TestDatabase.engines)
    func sets(engine: TestDatabase.Engine) async throws {
        try await InventoryGround.with(engine, ready: false) { inventory in
            let store = inventory.store, kept = [CallQuestion(.learning, Localized(nl: "Wat nu?", en: "What now?"), isRequired: true)]
            try await store.keep(kept, as: "Kort", from: PeopleGround.origin())
            await #expect(throws: InventoryStore.Fault.nameTaken) { try await store.keep(kept, as: "Kort", from: PeopleGround.origin()) }
            let set = try #require(try await store.sets().first)
            #expect(set.name == "Kort" && set.questions == kept)
            try await store.change(inventory.call.id, to: InventoryGround.facts(), questions: set.questions, from: PeopleGround.origin())
            #expect(try await inventory.view().questions == kept)
        }
    }
}

extension Sequence {
    fileprivate func asyncMap<Result>(_ body: (Element) async throws -> Result) async throws -> [Result] {
        var results: [Result] = []
        for element in self { results.append(try await body(element)) }
        return results
    }
}
