import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Worksheets")
struct WorksheetStoreTests {
    private typealias Ground = WorksheetGround
    private static let minute = PeopleGround.minute

    @Test(
        "MTG-18: what someone writes is theirs, saved as often as they like, until they share it, and again when they take it back",
        arguments: TestDatabase.engines)
    func sharing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.base.meeting(nil), worksheet = try await ground.worksheet(meeting)
            let anna = try await ground.base.register("Anna", meeting), owner = Ground.owner(anna), store = ground.store
            let all = Set(Worksheet.Sharing.allCases)
            try await ground.save(["Kleiner beginnen", ""], worksheet, owner)
            try await ground.save(["Kleiner beginnen", "Bellen"], worksheet, owner, version: 1)
            let kept = try #require(try await store.sheet(worksheet, of: [anna.id]))
            #expect(kept.answers == ["Kleiner beginnen", "Bellen"] && kept.version == 2 && kept.sharing == .nobody)
            // Whoever asks, with whatever right.
            #expect(try await store.shared(worksheet, all).isEmpty)
            try await store.share(worksheet, by: owner, with: .circle, name: nil, from: ground.origin(Ground.begins))
            #expect(try await store.shared(worksheet, [.everyone, .facilitator]).isEmpty)
            let shared = try await store.shared(worksheet, [.circle])
            #expect(shared.map(\.answers) == [["Kleiner beginnen", "Bellen"]] && shared.map(\.shownName) == [""])
            try await store.share(worksheet, by: owner, with: .nobody, name: "Anna", from: ground.origin(Ground.begins))
            #expect(try await store.shared(worksheet, all).isEmpty)
            let actions = try await ground.base.people.actions().suffix(4)
            #expect(Array(actions) == ["worksheet.filled", "worksheet.filled", "worksheet.shared", "worksheet.taken-back"])
            #expect(try await !ground.base.people.holds("journal", "Kleiner beginnen"))
        }
    }

    @Test("MTG-18: who saved elsewhere meanwhile loses nothing: the second is refused and the first stays", arguments: TestDatabase.engines)
    func conflict(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.base.meeting(nil), worksheet = try await ground.worksheet(meeting)
            let owner = Ground.owner(try await ground.base.register("Anna", meeting))
            try await ground.save(["Van de telefoon", ""], worksheet, owner)
            await #expect(throws: WorksheetStore.Fault.conflict) { try await ground.save(["Van de laptop", ""], worksheet, owner) }
            #expect(try await ground.store.sheet(worksheet, of: [owner.registration])?.answers == ["Van de telefoon", ""])
        }
    }

    @Test("MTG-18: writing begins fifteen minutes before the start, for who has a place; who wrote can go on when the place is gone")
    func moments() async throws {
        try await Ground.with(.sqlite) { ground in
            let meeting = try await ground.base.meeting(1), worksheet = try await ground.worksheet(meeting)
            let anna = try await ground.base.register("Anna", meeting), bo = try await ground.base.register("Bo", meeting)
            let early = Ground.begins - 15 * Self.minute
            await #expect(throws: WorksheetStore.Fault.notNow) { try await ground.save(["a", ""], worksheet, Ground.owner(anna), at: early - 1) }
            try await ground.save(["a", ""], worksheet, Ground.owner(anna), at: early)
            #expect(bo.standing == .waiting)
            await #expect(throws: WorksheetStore.Fault.unknown) { try await ground.save(["b", ""], worksheet, Ground.owner(bo)) }
            let other = try await ground.base.meeting(nil), cor = try await ground.base.register("Cor", other)
            await #expect(throws: WorksheetStore.Fault.unknown) { try await ground.save(["c", ""], worksheet, Ground.owner(cor)) }
            try await ground.base.store.remove(anna.id, from: ground.origin(early))
            try await ground.save(["later", ""], worksheet, Ground.owner(anna), version: 1, at: Ground.begins + Ground.day)
            await #expect(throws: WorksheetStore.Fault.facts) { try await ground.save(["te weinig"], worksheet, Ground.owner(anna), version: 2) }
        }
    }

    @Test("MTG-18: with everyone shares only who signed in, under their name or without; an empty sheet is shared with nobody", arguments: TestDatabase.engines)
    func everyone(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.base.meeting(nil), worksheet = try await ground.worksheet(meeting)
            let person = try await ground.base.people.person("Anna"), anna = try await ground.base.register("Anna", meeting)
            let owner = Ground.owner(anna, person.id), store = ground.store
            try await ground.save(["", ""], worksheet, owner)
            await #expect(throws: WorksheetStore.Fault.empty) {
                try await store.share(worksheet, by: owner, with: .circle, name: nil, from: ground.origin(by: person.id))
            }
            try await ground.save(["Kleiner beginnen", ""], worksheet, owner, version: 1)
            // Behind the proof of a mail nobody has signed in.
            await #expect(throws: WorksheetStore.Fault.signIn) {
                try await store.share(worksheet, by: owner, with: .everyone, name: nil, from: ground.origin())
            }
            try await store.share(worksheet, by: owner, with: .everyone, name: "Anna", from: ground.origin(by: person.id))
            #expect(try await store.shared(worksheet, [.everyone]).map(\.shownName) == ["Anna"])
            try await ground.save(["", ""], worksheet, owner, version: 2)
            #expect(try await store.shared(worksheet, [.everyone]).isEmpty)
        }
    }

    @Test("MTG-18: who has a place at another meeting of the series is of the circle; others are not", arguments: TestDatabase.engines)
    func circle(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let programmes = ground.base.people.slice.programmes, programme = ground.base.programme
            let track = try #require(try await programmes.outline(programme)?.parts.first).id
            let series = try await programmes.addPart(.series, name: "Reeks", purpose: "", below: track, in: programme, from: ground.origin()).id
            let first = try await ground.base.meeting(nil) { $0.part = series }, second = try await ground.base.meeting(nil) { $0.part = series }
            let apart = try await ground.base.meeting(nil)
            for (name, meeting) in [("Anna", first), ("Bo", second), ("Cor", apart)] { try await ground.base.register(name, meeting) }
            let meeting = try #require(try await ground.base.meetings.find(first))
            func isOfCircle(_ name: String) async throws -> Bool {
                try await ground.store.isOfCircle(meeting, person: nil, tag: ground.base.store.tag(key: "\(name)@voorbeeld.nl"))
            }
            #expect(try await isOfCircle("anna"))
            #expect(try await isOfCircle("bo"))
            #expect(try await !isOfCircle("cor"))
        }
    }

    @Test("MTG-18: four weeks after the meeting people get their own words by mail, once", arguments: TestDatabase.engines)
    func mail(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.base.meeting(nil), worksheet = try await ground.worksheet(meeting)
            let anna = try await ground.base.register("Anna", meeting), bo = try await ground.base.register("Bo", meeting)
            try await ground.save(["Kleiner beginnen", ""], worksheet, Ground.owner(anna))
            try await ground.save(["", ""], worksheet, Ground.owner(bo))
            let due = Ground.begins + 2 * Ground.hour + 28 * Ground.day
            #expect(try await ground.post.run(from: ground.origin(due - 1)) == 0)
            #expect(try await ground.post.run(from: ground.origin(due)) == 1)
            #expect(try await ground.post.run(from: ground.origin(due + Ground.day)) == 0)
            let mails = try await ground.base.people.database.read { reading in
                try reading.all("SELECT recipient, body_text FROM outbox WHERE kind = 'worksheet'") { (try $0.string(0), try $0.string(1)) }
            }
            #expect(mails.map(\.0) == ["anna@voorbeeld.nl"])
            let text = try #require(mails.first?.1)
            #expect(text.contains("Wat neem je mee?") && text.contains("> Kleiner beginnen") && !text.contains("Wat doe je morgen?"))
        }
    }
}
