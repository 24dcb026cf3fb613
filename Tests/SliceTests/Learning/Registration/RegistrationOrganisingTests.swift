import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("What organisers do with registration")
struct RegistrationOrganisingTests {
    private typealias Ground = RegistrationGround
    private static let now = RegistrationGround.start
    private static let hour = RegistrationGround.hour
    private static let day = RegistrationGround.day

    @Test("D-01: an organiser adds people until the start, and not past the places there are", arguments: TestDatabase.engines)
    func adding(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(1), starts = Self.now + 30 * Self.day
            #expect(try await ground.register("Anna", meeting, by: .organiser, at: starts - 1000).standing == .registered)
            #expect(try await ground.register("Bo", meeting, by: .organiser, at: starts - 1000).standing == .waiting)
            for time in [starts, starts + 1000] {
                let outcome = try await ground.store.register([try Ground.draft("Cor")], for: meeting, by: .organiser, from: Ground.origin(time))
                #expect(outcome == .shut(.closed))
            }
        }
    }

    @Test("who is taken off is told, and the place goes on", arguments: TestDatabase.engines)
    func removing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(1), anna = try await ground.register("Anna", meeting), bo = try await ground.register("Bo", meeting)
            let cor = try await ground.register("Cor", meeting), origin = Ground.origin(Self.now + 1)
            try await ground.store.remove(anna.id, from: origin)
            #expect(try await ground.standing(bo) == .offered)
            try await ground.store.remove(bo.id, from: origin)
            #expect(try await ground.standing(bo) == .declined)
            #expect(try await ground.standing(cor) == .offered)
            await #expect(throws: RegistrationStore.Fault.state) { try await ground.store.remove(anna.id, from: origin) }
            try await ground.round(at: Self.now + 2)
            let told = try await ground.mails().dropFirst(3)
            #expect(told.sorted() == ["anna: Je bent afgemeld", "bo: Je bent afgemeld", "cor: Er is een plek voor je"])
        }
    }

    @Test("D-04: one of a group takes the offer for all; who declines speaks for themselves", arguments: TestDatabase.engines)
    func groups(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(3)
            let first = try ["Anna", "Bo"].map { try Ground.draft($0) }, second = try ["Cor", "Dirk", "Els"].map { try Ground.draft($0) }
            _ = try await ground.store.register(first, for: meeting, by: .group, from: Ground.origin())
            guard case .taken(let waiting) = try await ground.store.register(second, for: meeting, by: .group, from: Ground.origin()) else {
                Issue.record("not taken")
                return
            }
            #expect(waiting.allSatisfy { $0.standing == .waiting } && Set(waiting.map(\.number)).count == 1)
            #expect(try await ground.store.place(of: waiting[1].id, at: Self.now)?.together == 3)
            // One who leaves makes the group smaller, and then it does not fit yet: one place is free, two wait.
            try await ground.store.take(.leave, waiting[0].id, from: Ground.origin())
            #expect(try await ground.standings(meeting) == [.registered: 2, .left: 1, .waiting: 2])
            let anna = try #require(try await ground.store.participants(of: meeting).first)
            try await ground.store.take(.cancel, anna.id, from: Ground.origin())
            #expect(try await ground.standings(meeting) == [.registered: 1, .cancelled: 1, .left: 1, .offered: 2])
            try await ground.store.take(.accept, waiting[2].id, from: Ground.origin())
            #expect(try await ground.standings(meeting) == [.registered: 3, .cancelled: 1, .left: 1])
        }
    }

    @Test("who stands there already keeps that place when a colleague registers them in a group", arguments: TestDatabase.engines)
    func known(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(10), anna = try await ground.register("Anna", meeting)
            let drafts = try ["Anna", "Bo", "Cor"].map { try Ground.draft($0) }
            guard case .taken(let taken) = try await ground.store.register(drafts, for: meeting, by: .group, from: Ground.origin()) else {
                Issue.record("not taken")
                return
            }
            #expect(taken.map(\.name) == ["Bo", "Cor"])
            #expect(try await ground.store.participants(of: meeting).filter { $0.name == "Anna" }.map(\.id) == [anna.id])
        }
    }

    @Test("MTG-12, D-07: a division is written whole or not at all; who is moved is told, who is pinned stays", arguments: TestDatabase.engines)
    func dividing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(10) { $0.subgroups = .wishes }, groups = try await ground.subgroups([1, 5], of: meeting)
            var people: [Registration] = []
            for name in ["Anna", "Bo", "Cor"] {
                var draft = try Ground.draft(name)
                draft.wishes = [groups[0], groups[1], groups[0]]
                guard case .taken(let taken) = try await ground.store.register([draft], for: meeting, from: Ground.origin()) else { continue }
                people += taken
            }
            #expect(try await ground.store.wishes(of: meeting)[people[0].id] == groups)
            let all = Dictionary(uniqueKeysWithValues: people.map { ($0.id, groups[0]) })
            await #expect(throws: RegistrationStore.Fault.full) { try await ground.store.assign(all, of: meeting, from: Ground.origin()) }
            #expect(try await ground.store.participants(of: meeting).allSatisfy { $0.draft.subgroup == nil })
            let fit = [people[0].id: groups[0], people[1].id: groups[1], people[2].id: groups[1]]
            try await ground.store.assign(fit, pinned: [people[0].id], of: meeting, from: Ground.origin())
            let found = try await ground.store.participants(of: meeting)
            #expect(found.map(\.draft.subgroup) == [groups[0], groups[1], groups[1]] && found.map(\.isPinned) == [true, false, false])
            try await ground.round(at: Self.now + Self.hour)
            #expect(try await ground.mails().filter { $0.hasSuffix("Jouw groep") }.sorted() == ["anna: Jouw groep", "bo: Jouw groep", "cor: Jouw groep"])
            // The same once more moves nobody.
            try await ground.store.assign(fit, pinned: [people[0].id], of: meeting, from: Ground.origin(Self.now + 2 * Self.hour))
            #expect(try await ground.round(at: Self.now + 2 * Self.day) == 0)
            await #expect(throws: RegistrationStore.Fault.unknown) {
                try await ground.store.assign([people[0].id: Identifier(at: 1)], of: meeting, from: Ground.origin())
            }
        }
    }

    @Test("another subgroup only where there is room and nobody waits for it", arguments: TestDatabase.engines)
    func regrouping(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(nil), groups = try await ground.subgroups([1, 1], of: meeting), origin = Ground.origin()
            let anna = try await ground.register("Anna", meeting, subgroup: groups[0]), bo = try await ground.register("Bo", meeting, subgroup: groups[0])
            #expect(anna.standing == .registered && bo.standing == .waiting)
            let counts = try await ground.store.counts(groups, at: Self.now)
            #expect(counts[groups[0]] == Places(Places.Pool(used: 1, waiting: 1)) && counts[groups[1]] == nil)
            try await ground.store.change(subgroup: groups[1], of: anna.id, from: origin)
            #expect(try await ground.store.find(anna.id)?.draft.subgroup == groups[1])
            #expect(try await ground.standing(bo) == .offered)
            await #expect(throws: RegistrationStore.Fault.full) { try await ground.store.change(subgroup: groups[0], of: anna.id, from: origin) }
        }
    }

    @Test("5.4: who was there is noted from the start on; unknown is not absent", arguments: TestDatabase.engines)
    func attendance(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let meeting = try await ground.meeting(2), starts = Self.now + 30 * Self.day
            let anna = try await ground.register("Anna", meeting), bo = try await ground.register("Bo", meeting),
                cor = try await ground.register("Cor", meeting)
            let all: [Identifier: Attendance] = [anna.id: .present, cor.id: .present]
            await #expect(throws: RegistrationStore.Fault.state) { try await ground.store.setAttendance(all, of: meeting, from: Ground.origin(starts - 1000)) }
            try await ground.store.setAttendance(all, of: meeting, from: Ground.origin(starts))
            #expect(try await ground.store.participants(of: meeting).map(\.attendance) == [.present, .unknown, .unknown])
            #expect(try await ground.store.find(bo.id)?.attendance == .unknown)
        }
    }

    @Test("D-37: who has a place is invited with the calendar, and it is taken back when they cancel", arguments: TestDatabase.engines)
    func calendar(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let slice = ground.people.slice, organizer = Mailbox(try MailAddress("kring@voorbeeld.nl"), name: "Buurtplein")
            let store = RegistrationStore(
                slice.database, journal: slice.journal, outbox: slice.outbox, installation: slice.installation, organizer: organizer,
                siteName: { "Buurtplein" })
            let meeting = try await ground.meeting(1)
            guard case .taken(let taken) = try await store.register([try Ground.draft("Anna")], for: meeting, from: Ground.origin()) else {
                Issue.record("not taken")
                return
            }
            _ = try await store.register([try Ground.draft("Bo")], for: meeting, from: Ground.origin())
            try await store.take(.cancel, taken[0].id, from: Ground.origin(Self.now + 1))
            try await store.post(from: Ground.origin(Self.now + 2))
            let files = try await ground.people.database.read { reading in
                try reading.all("SELECT recipient, calendar_method, calendar FROM outbox WHERE kind = 'registration' ORDER BY recipient, added_at") { row in
                    (method: try row.optionalString(1), file: (try row.optionalString(2) ?? "").replacing("\r\n ", with: ""))
                }
            }
            #expect(files.map(\.method) == ["REQUEST", "CANCEL", nil, nil])
            #expect(files.prefix(2).allSatisfy { $0.file.contains("UID:\(meeting)@leefkring\r\n") && $0.file.contains("RSVP=FALSE") })
            #expect(files[1].file.contains("STATUS:CANCELLED"))
        }
    }
}
