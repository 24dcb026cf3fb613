import Core
import Credentials
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Running a session")
struct SessionRunTests {
    /// Goes through every step as a group does: all write where all write, somebody takes notes elsewhere.
    private func run(_ method: IntervisionMethod, _ ground: IntervisionGround, _ session: Identifier) async throws {
        try await ground.move(.begin, session, method)
        for (index, step) in method.steps.enumerated() {
            let now = try await ground.now(session)
            #expect(now.state == .running && now.step == index)
            if step.isHidden {
                for member in ground.members.indices {
                    try await ground.write("Woord \(index) van \(member)", by: member, in: session, step: index, method)
                    // Until the last is ready each reads only their own.
                    #expect(
                        try await ground.bodies(for: member, in: session, method).filter { $0.hasPrefix("Woord \(index) ") } == ["Woord \(index) van \(member)"]
                    )
                    try await ground.part.sessions.setReady(
                        true, ground.members[member].id, session, step: index, by: method, from: ground.origin(member))
                }
                let all = try await ground.bodies(for: 0, in: session, method).filter { $0.hasPrefix("Woord \(index) ") }
                #expect(all.count == ground.members.count, "\(method.key) \(index)")
            } else {
                try await ground.write("Genoteerd bij \(index)", by: 2, in: session, step: index, method)
            }
            try await ground.move(.next, session, method)
        }
        #expect(try await ground.now(session).state == .yields)
    }

    @Test(
        "D-36, CAS-02, CAS-04: incident, ten steps and every other method run from the lobby to a yield, with the words of each step kept",
        arguments: TestDatabase.engines, ShippedMethods.all.map(\.key))
    func endToEnd(engine: TestDatabase.Engine, key: String) async throws {
        let method = try #require(ShippedMethods.all.first { $0.key == key })
        try await IntervisionGround.with(engine) { ground in
            let session = try await ground.session(method, noteTaker: 2)
            try await run(method, ground, session)
            await #expect(throws: IntervisionSessionStore.Fault.noYield) { try await ground.move(.close, session, method) }
            try await ground.part.sessions.addYield(
                .action, words: "Bel de buurtvereniging.", address: nil, owner: ground.bringer, due: "2027-01-31", to: session, from: ground.origin(1))
            try await ground.move(.close, session, method)
            let closed = try await ground.now(session), yields = try await ground.part.sessions.yields(of: session)
            #expect(closed.state == .closed && closed.closedAt != nil && yields.map(\.words) == ["Bel de buurtvereniging."])
            let notes = try await ground.part.sessions.notes(in: closed, for: ground.facilitator, method: method)
            #expect(Set(notes.map(\.step)) == Set(method.steps.indices))
            for move in IntervisionSessionStore.Move.allCases {
                await #expect(throws: IntervisionSessionStore.Fault.unknown, "\(move)") { try await ground.move(move, session, method) }
            }
            _ = try await ground.people.actions()
        }
    }

    @Test(
        "D-36: nobody blocks: who facilitates opens what was written although someone is not ready, and going on opens it too",
        arguments: TestDatabase.engines)
    func reveal(engine: TestDatabase.Engine) async throws {
        let method = ShippedMethods.incident
        try await IntervisionGround.with(engine) { ground in
            let session = try await ground.session(method)
            try await ground.move(.begin, session, method)
            await #expect(throws: IntervisionSessionStore.Fault.unknown) { try await ground.move(.reveal, session, method) }
            try await ground.move(.next, session, method)
            try await ground.move(.next, session, method)
            try await ground.write("Twee vragen", by: 3, in: session, step: 2, method)
            #expect(try await ground.bodies(for: 0, in: session, method).isEmpty)
            try await ground.move(.reveal, session, method)
            #expect(try await ground.bodies(for: 0, in: session, method) == ["Twee vragen"])
            await #expect(throws: IntervisionSessionStore.Fault.refused(.alreadyOpen)) {
                try await ground.write("Te laat", by: 2, in: session, step: 2, method)
            }
            try await ground.move(.next, session, method)
            try await ground.move(.next, session, method)
            try await ground.write("De kern", by: 3, in: session, step: 4, method)
            #expect(try await !ground.bodies(for: 2, in: session, method).contains("De kern"))
            try await ground.move(.next, session, method)
            #expect(try await ground.bodies(for: 2, in: session, method).contains("De kern"))
            // Going back does not hide again what everyone has read.
            try await ground.move(.back, session, method)
            #expect(try await ground.now(session).step == 4)
            #expect(try await ground.bodies(for: 2, in: session, method).contains("De kern"))
        }
    }

    @Test("D-36: who leaves holds nobody up", arguments: TestDatabase.engines)
    func leaving(engine: TestDatabase.Engine) async throws {
        let method = ShippedMethods.clinic
        try await IntervisionGround.with(engine) { ground in
            let session = try await ground.session(method)
            for move in [IntervisionSessionStore.Move.begin, .next, .next] { try await ground.move(move, session, method) }
            try await ground.write("Ik zag rust", by: 0, in: session, step: 2, method)
            for index in 0..<3 {
                try await ground.part.sessions.setReady(true, ground.members[index].id, session, step: 2, by: method, from: ground.origin(index))
            }
            #expect(try await ground.part.sessions.revealed(in: session).isEmpty)
            try await ground.part.sessions.leave(ground.members[3].id, session, by: method, from: ground.origin(3))
            #expect(try await ground.part.sessions.revealed(in: session) == [2])
            #expect(try await ground.bodies(for: 1, in: session, method) == ["Ik zag rust"])
        }
    }

    @Test("D-36: while others speak the bringer's words are refused, and notes for oneself stay private", arguments: TestDatabase.engines)
    func silence(engine: TestDatabase.Engine) async throws {
        let method = ShippedMethods.gossip
        try await IntervisionGround.with(engine) { ground in
            let session = try await ground.session(method)
            for move in [IntervisionSessionStore.Move.begin, .next, .next] { try await ground.move(move, session, method) }
            await #expect(throws: IntervisionSessionStore.Fault.refused(.bringerListens)) {
                try await ground.write("Maar zo was het niet", by: 1, in: session, step: 2, method)
            }
            try await ground.write("Dit raakt me", .own, by: 1, in: session, step: 2, method)
            try await ground.write("De groep denkt aan tijd", by: 0, in: session, step: 2, method)
            #expect(try await ground.bodies(for: 1, in: session, method).sorted() == ["De groep denkt aan tijd", "Dit raakt me"])
            for index in [0, 2, 3] { #expect(try await ground.bodies(for: index, in: session, method) == ["De groep denkt aan tijd"]) }
            // Also not when it is over.
            for _ in 0..<3 { try await ground.move(.next, session, method) }
            #expect(try await ground.now(session).state == .yields)
            #expect(try await !ground.bodies(for: 0, in: session, method).contains("Dit raakt me"))
        }
    }

    @Test("D-36: break, extra time and back; the clock is the database's", arguments: TestDatabase.engines)
    func clock(engine: TestDatabase.Engine) async throws {
        let method = ShippedMethods.incident, start = IntervisionGround.start, minute = IntervisionGround.minute
        try await IntervisionGround.with(engine) { ground in
            let session = try await ground.session(method)
            try await ground.move(.begin, session, method, at: start)
            func left(_ time: Int64) async throws -> Int64 { try await ground.now(session).clock.left(of: 5, at: time) }
            #expect(try await left(start + 2 * minute) == 3 * minute)
            try await ground.move(.moreTime, session, method, at: start + 2 * minute)
            #expect(try await left(start + 2 * minute) == 5 * minute)
            try await ground.move(.pause, session, method, at: start + 3 * minute)
            #expect(try await left(start + 60 * minute) == 4 * minute)
            await #expect(throws: IntervisionSessionStore.Fault.unknown) { try await ground.move(.pause, session, method, at: start + 4 * minute) }
            try await ground.move(.resume, session, method, at: start + 60 * minute)
            #expect(try await left(start + 61 * minute) == 3 * minute)
            // Zero signals and waits: the step stays.
            #expect(try await left(start + 600 * minute) == 0)
            #expect(try await ground.now(session).step == 0)
            await #expect(throws: IntervisionSessionStore.Fault.unknown) { try await ground.move(.back, session, method) }
        }
    }

    @Test("D-36: after a restart half way another node goes on with the same step, clock and words", arguments: TestDatabase.engines)
    func restart(engine: TestDatabase.Engine) async throws {
        let method = ShippedMethods.tenSteps
        try await PeopleGround.withTwo(engine, more: IntervisionGround.migrations) { first, second in
            let ground = try await IntervisionGround(first, count: 4), session = try await ground.session(method)
            for move in [IntervisionSessionStore.Move.begin, .next] { try await ground.move(move, session, method) }
            try await ground.write("Een vraag die wacht", by: 2, in: session, step: 1, method)
            try await ground.part.sessions.setReady(true, ground.members[2].id, session, step: 1, by: method, from: ground.origin(2))
            let before = try await ground.now(session)
            // A new slice on the same database, with nothing in memory.
            let other = IntervisionPart(people: second.slice)
            let after = try #require(try await other.sessions.find(session))
            #expect(after == before && after.step == 1 && after.state == .running)
            #expect(try await other.sessions.ready(in: session, step: 1) == [ground.members[2].id])
            #expect(try await other.sessions.notes(in: after, for: ground.facilitator, method: method).isEmpty)
            #expect(try await other.sessions.notes(in: after, for: ground.members[2].id, method: method).map(\.body) == ["Een vraag die wacht"])
            for index in [0, 1, 3] {
                try await other.sessions.setReady(true, ground.members[index].id, session, step: 1, by: method, from: ground.origin(index))
            }
            #expect(try await ground.bodies(for: 0, in: session, method) == ["Een vraag die wacht"])
            for _ in 0..<9 { try await other.sessions.move(.next, session, by: method, from: ground.origin()) }
            #expect(try await ground.now(session).state == .yields)
        }
    }

    @Test("D-36: pressed by two at once, a session goes one step at a time and nobody is in two places", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        let method = ShippedMethods.incident
        try await IntervisionGround.with(engine) { ground in
            let session = try await ground.session(method)
            try await ground.move(.begin, session, method)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { try await ground.move(.next, session, method) } }
                try await group.waitForAll()
            }
            let now = try await ground.now(session)
            #expect(now.step == 4 && now.state == .running)
            #expect(try await ground.part.sessions.present(in: session).count == 4)
        }
    }

    @Test("CAS-04: roles are divided among members, and who brings does not facilitate; without a bringer it does not begin", arguments: TestDatabase.engines)
    func roles(engine: TestDatabase.Engine) async throws {
        let method = ShippedMethods.incident
        try await IntervisionGround.with(engine) { ground in
            let stranger = try await ground.people.person("Zohra"), sessions = ground.part.sessions
            func plan(_ roles: IntervisionSession.Roles) async throws -> Identifier {
                try await sessions.plan(
                    ground.group, method: "incident", question: "", at: IntervisionGround.start + 1, day: "1-1-2027", roles: roles, from: ground.origin())
            }
            await #expect(throws: IntervisionSessionStore.Fault.sameRole) {
                _ = try await plan(.init(bringer: ground.facilitator, facilitator: ground.facilitator))
            }
            await #expect(throws: IntervisionSessionStore.Fault.notMember) { _ = try await plan(.init(bringer: stranger.id, facilitator: ground.facilitator)) }
            let session = try await plan(.init(facilitator: ground.facilitator))
            try await ground.move(.openLobby, session, method)
            await #expect(throws: IntervisionSessionStore.Fault.noBringer) { try await ground.move(.begin, session, method) }
            try await sessions.setRoles(.init(bringer: ground.bringer, facilitator: ground.facilitator), of: session, from: ground.origin())
            try await ground.move(.begin, session, method)
            await #expect(throws: IntervisionSessionStore.Fault.noBringer) {
                try await sessions.setRoles(.init(facilitator: ground.facilitator), of: session, from: ground.origin())
            }
            await #expect(throws: IntervisionSessionStore.Fault.notMember) {
                try await sessions.addYield(
                    .insight, words: "Rust helpt.", address: nil, owner: stranger.id, due: "2027-01-31", to: session, from: ground.origin())
            }
        }
    }
}
