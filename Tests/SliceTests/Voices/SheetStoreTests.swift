import Core
import Measures
import People
import SQL
import TestSupport
import Testing

@testable import Voices

@Suite("Votes on paper in the database")
struct SheetStoreTests {
    private static let people = [Identifier(at: 1), Identifier(at: 2)]

    private static func origin(_ person: Int) -> Origin { Origin(person: people[person - 1], request: "test", channel: .web, time: VoicesGround.noon) }

    /// A conversation with four statements, and codes of sheets.
    private struct Ground {
        let scene: VoteStoreTests.Scene
        let store: SheetStore
        let codes: [VoiceCode]

        init(_ ground: VoicesGround, sheets: Int) async throws {
            scene = try await VoteStoreTests.Scene(ground, statements: 4)
            store = ground.slice.sheets.store
            let issue = try await ground.slice.codes.store.issue(
                sheets, for: .sheets, note: "", in: scene.conversation.id, from: SheetStoreTests.origin(1))
            codes = issue.prints.map(\.code)
        }

        func enter(_ letters: String, _ code: VoiceCode, by person: Int = 1) async throws {
            try await store.enter(SheetStoreTests.entry(letters), code: code, in: scene.conversation.id, from: SheetStoreTests.origin(person))
        }

        /// What the page of the outcome is made of.
        func document() async throws -> OutcomeDocument {
            OutcomeDocument(outcome: try await scene.ground.slice.votes.outcome(of: scene.conversation.id))
        }
    }

    /// One letter for each statement; `.` for an empty row.
    private static func entry(_ letters: String) -> SheetEntry {
        let fields = letters.enumerated().compactMap { place, letter in
            SheetEntry.Field(typed: letter == "." ? "" : String(letter)).map { (place + 1, $0) }
        }
        return SheetEntry(Dictionary(uniqueKeysWithValues: fields))
    }

    private static let answers = ["eeow", "eo.w", "oeee", "eewo", "e?oo", "eeee", "ooow", "eeo."]

    @Test("WYK-03: the same answers on paper and on a screen give the same outcome, byte for byte, apart from the channel", arguments: TestDatabase.engines)
    func samePaperAsScreen(engine: TestDatabase.Engine) async throws {
        var files: [[UInt8]] = [], statements: [[[String]]] = [], channels: [[Contribution.Channel: Int]] = []
        for onPaper in [true, false] {
            try await VoicesGround.with(engine) { ground async throws in
                let paper = try await Ground(ground, sheets: Self.answers.count)
                for (place, letters) in Self.answers.enumerated() {
                    if onPaper {
                        try await paper.enter(letters, paper.codes[place])
                    } else {
                        try await paper.scene.cast(Self.entry(letters).choices.sorted { $0.key < $1.key }.map { (UInt8(place + 1), $0.key, $0.value) })
                    }
                }
                let document = try await paper.document()
                files.append(document.csv)
                statements.append(document.outcome.all.map { ["\($0.tally)", "\($0.finding)"] })
                channels.append(document.outcome.people.channels)
            }
        }
        #expect(files[0] == files[1] && statements[0] == statements[1] && String(decoding: files[0], as: UTF8.self).contains("1,Stelling 1,4,1,0,5,"))
        // What everyone sees of people moves by five.
        #expect(channels[0] == [.paper: 5] && channels[1] == [.screen: 5])
    }

    @Test("WYK-03: one code is one sheet and one voter; a screen refuses it after, and the sheet after a screen", arguments: TestDatabase.engines)
    func once(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let paper = try await Ground(ground, sheets: 2)
            try await paper.enter("eeee", paper.codes[0])
            await #expect(throws: CodeStore.Fault.used(.paper)) { try await paper.enter("oooo", paper.codes[0]) }
            await #expect(throws: CodeStore.Fault.used(.paper)) {
                _ = try await ground.slice.codes.store.enter(
                    paper.codes[0], session: "a", in: paper.scene.conversation.id, client: "a", at: VoicesGround.noon)
            }
            _ = try await ground.slice.codes.store.enter(paper.codes[1], session: "b", in: nil, client: "b", at: VoicesGround.noon)
            await #expect(throws: CodeStore.Fault.used(.screen)) { try await paper.enter("oooo", paper.codes[1]) }
            let tally = try await paper.scene.tally(1), count = try await paper.store.count(in: paper.scene.conversation.id)
            #expect(tally == VoteTally(agree: 1, disagree: 0, votes: 1) && count.sheets == 1 && count.fields == 4)
        }
    }

    @Test("WYK-03: of fifty times the same sheet at once, one is taken in", arguments: TestDatabase.engines)
    func race(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let paper = try await Ground(ground, sheets: 1), code = paper.codes[0]
            let taken = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        do {
                            try await paper.enter("eoew", code)
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            let tally = try await paper.scene.tally(2)
            #expect(taken == 1 && tally == VoteTally(agree: 0, disagree: 1, votes: 1))
        }
    }

    @Test("WYK-03: a second person types it again; what they decide together counts, also that nothing stands there", arguments: TestDatabase.engines)
    func secondLook(engine: TestDatabase.Engine) async throws {
        try await VoicesGround.with(engine) { ground async throws in
            let paper = try await Ground(ground, sheets: 2), id = paper.scene.conversation.id
            try await paper.enter("eeeo", paper.codes[0])
            await #expect(throws: SheetStore.Fault.samePerson) {
                _ = try await paper.store.check(Self.entry("eeeo"), code: paper.codes[0], in: id, from: Self.origin(1))
            }
            await #expect(throws: SheetStore.Fault.unknown) {
                _ = try await paper.store.check(Self.entry("eeeo"), code: paper.codes[1], in: id, from: Self.origin(2))
            }
            let found = try await paper.store.check(Self.entry("eo.o"), code: paper.codes[0], in: id, from: Self.origin(2))
            #expect(found == [SheetDifference(statement: 2, first: .agree, second: .disagree), SheetDifference(statement: 3, first: .agree, second: nil)])
            await #expect(throws: SheetStore.Fault.checked) {
                _ = try await paper.store.check(Self.entry("eeeo"), code: paper.codes[0], in: id, from: Self.origin(2))
            }
            try await paper.store.settle([2: .disagree, 3: nil], code: paper.codes[0], in: id, from: Self.origin(2))
            let (two, three) = (try await paper.scene.tally(2), try await paper.scene.tally(3)), agrees = try await paper.scene.agrees()
            #expect(two == VoteTally(agree: 0, disagree: 1, votes: 1) && three == VoteTally() && agrees)
            let count = try await paper.store.count(in: id)
            #expect(count.checked == 1 && count.errorRate == 0.5 && count.due == 1)
        }
    }

    @Test("letters of both languages are read; anything else is refused")
    func letters() {
        #expect(["e", " E ", "agree", "A"].allSatisfy { SheetEntry.Field(typed: $0) == .choice(.agree) })
        #expect(SheetEntry.Field(typed: "?") == .unreadable && SheetEntry.Field(typed: "  ") == .empty && SheetEntry.Field(typed: "x") == nil)
        #expect(SheetCount(sheets: 300).due == 30 && SheetCount(sheets: 12).due == 12 && SheetCount(sheets: 50).due == 20)
    }

    @Test("every address of sheets and workshops reads back as itself")
    func addresses() {
        let id = Identifier(at: 7), other = Identifier(at: 8)
        for route in [SheetRoute.desk(id), .print(id), .entry(id), .check(id), .settle(id)] { #expect(SheetRoute(route.address) == route) }
        let workshops: [WorkshopRoute] = [
            .results(id), .results(id, isFile: true), .desk(id), .find(id), .find(id, code: "W1-T2"), .print(id, workshop: other),
            .table(id, workshop: other, table: 3), .quote(id, workshop: other, table: 3), .quote(id, workshop: other, table: 3, proof: "p"),
            .close(id, workshop: other),
        ]
        for route in workshops { #expect(WorkshopRoute(route.address) == route) }
    }
}
