import Core
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Closed groups")
struct IntervisionGroupTests {
    @Test("CAS-08: a group is joined by invitation only, answered by each for themselves", arguments: TestDatabase.engines)
    func invitation(engine: TestDatabase.Engine) async throws {
        try await IntervisionGround.with(engine, count: 2) { ground in
            let groups = ground.part.groups, id = ground.group.id, person = try await ground.people.person("Zohra")
            await #expect(throws: IntervisionGroupStore.Fault.unknown) { try await groups.answer(true, person.id, in: id, from: ground.origin()) }
            try await groups.invite(person.id, to: id, from: ground.origin())
            await #expect(throws: IntervisionGroupStore.Fault.already) { try await groups.invite(person.id, to: id, from: ground.origin()) }
            #expect(try await groups.find(id)?.holds(person.id) == false)
            try await groups.answer(false, person.id, in: id, from: ground.origin())
            #expect(try await groups.groups(of: person.id).isEmpty)
            // Whoever said no may be asked again.
            try await groups.invite(person.id, to: id, from: ground.origin())
            try await groups.answer(true, person.id, in: id, from: ground.origin())
            #expect(try await groups.find(id)?.holds(person.id) == true)
            try await groups.remove(person.id, from: id, origin: ground.origin())
            #expect(try await groups.find(id)?.member(person.id)?.state == .left)
        }
    }

    @Test("CAS-08: what someone is told holds no name, no group and no question", arguments: TestDatabase.engines)
    func telling(engine: TestDatabase.Engine) async throws {
        try await IntervisionGround.with(engine) { ground in
            _ = try await ground.session(ShippedMethods.incident)
            for table in ["notice", "outbox", "journal"] {
                for words in ["Kring Lindenmeer", "nooit komt", "Berend"] where !(table == "outbox" && words == "Berend") {
                    #expect(try await !ground.people.holds(table, words), "\(table) \(words)")
                }
            }
        }
    }

    @Test("CAS-08: somebody always facilitates", arguments: TestDatabase.engines)
    func lastFacilitator(engine: TestDatabase.Engine) async throws {
        try await IntervisionGround.with(engine, count: 2) { ground in
            let groups = ground.part.groups, id = ground.group.id
            await #expect(throws: IntervisionGroupStore.Fault.lastFacilitator) {
                try await groups.remove(ground.facilitator, from: id, origin: ground.origin())
            }
            await #expect(throws: IntervisionGroupStore.Fault.lastFacilitator) {
                try await groups.setFacilitates(false, ground.facilitator, in: id, from: ground.origin())
            }
            try await groups.setFacilitates(true, ground.bringer, in: id, from: ground.origin())
            try await groups.remove(ground.facilitator, from: id, origin: ground.origin())
            #expect(try await groups.find(id)?.isFacilitated(by: ground.bringer) == true)
            try await groups.end(id, from: ground.origin(1))
            await #expect(throws: IntervisionGroupStore.Fault.unknown) { try await groups.invite(ground.facilitator, to: id, from: ground.origin(1)) }
        }
    }

    @Test("CAS-02: a group has methods of its own beside the six, which no other group has", arguments: TestDatabase.engines)
    func ownMethod(engine: TestDatabase.Engine) async throws {
        try await IntervisionGround.with(engine) { ground in
            let steps = ["5 | Vertel | ", "4 | Schrijf | schrijf", "6 | Praat | buiten"].compactMap { MethodDraft.Step(line: $0.replacing(" | ", with: "|")) }
            #expect(steps.count == 3)
            let draft = MethodDraft(
                name: "Snelle ronde", lead: "Kort.", people: 2...6, experience: .starter, trust: .usual, fit: .dilemma, steps: steps)
            let id = try await ground.part.groups.addMethod(draft, to: ground.group.id, from: ground.origin())
            let method = try #require(try await ground.part.groups.methods(of: ground.group.id).first)
            #expect(method.key == id.description && method.minutes == 15 && method.steps.map(\.isHidden) == [false, true, false])
            #expect(method.steps.map(\.quietsBringer) == [false, false, true] && method.people == 2...6 && method.group == ground.group.id)
            let session = try await ground.session(method)
            for move in [IntervisionSessionStore.Move.begin, .next, .next, .next] { try await ground.move(move, session, method) }
            #expect(try await ground.now(session).state == .yields)
            let other = try await ground.part.groups.add(
                name: "Ander", programme: ground.group.programme, part: nil, agreements: IntervisionGround.agreements, by: ground.bringer,
                from: ground.origin(1))
            #expect(try await ground.part.groups.methods(of: other).isEmpty)
        }
    }

    @Test("CAS-04: raw notes go after half a year; what came of it stays only where the bringer agreed", arguments: TestDatabase.engines, [true, false, nil])
    func retention(engine: TestDatabase.Engine, keeps: Bool?) async throws {
        let method = ShippedMethods.fiveSteps
        try await IntervisionGround.with(engine) { ground in
            let session = try await ground.session(method), sessions = ground.part.sessions
            try await ground.move(.begin, session, method)
            try await ground.write("Ruwe woorden", by: 0, in: session, step: 0, method)
            for _ in method.steps { try await ground.move(.next, session, method) }
            try await sessions.addYield(
                .insight, words: "Rust helpt.", address: nil, owner: ground.bringer, due: "2027-01-31", to: session, from: ground.origin(1))
            if let keeps {
                await #expect(throws: IntervisionSessionStore.Fault.unknown) {
                    try await sessions.setKeepsYields(keeps, by: ground.facilitator, of: session, from: ground.origin())
                }
                try await sessions.setKeepsYields(keeps, by: ground.bringer, of: session, from: ground.origin(1))
            }
            try await ground.move(.close, session, method)
            func forget(_ days: Int64) async throws -> Int {
                try await ground.people.database.write { try IntervisionPart.forget(before: IntervisionGround.start + days * PeopleGround.day, in: $0) }
            }
            #expect(try await forget(183) == 0)
            #expect(try await sessions.notes(in: try await ground.now(session), for: ground.facilitator, method: method).count == 1)
            #expect(try await forget(184) == 1)
            #expect(try await forget(190) == 0)
            #expect(try await sessions.notes(in: try await ground.now(session), for: ground.facilitator, method: method).isEmpty)
            #expect(try await sessions.yields(of: session).count == (keeps == true ? 1 : 0))
            #expect(try await ground.now(session).question.isEmpty)
        }
    }

    @Test("CAS-08: who is erased is in no group and no note any more", arguments: TestDatabase.engines)
    func erasure(engine: TestDatabase.Engine) async throws {
        let method = ShippedMethods.incident
        try await IntervisionGround.with(engine) { ground in
            let session = try await ground.session(method)
            for move in [IntervisionSessionStore.Move.begin, .next, .next] { try await ground.move(move, session, method) }
            try await ground.write("Van de inbrenger", by: 1, in: session, step: 2, method)
            let person = ground.bringer
            try await ground.people.database.write { try IntervisionPart.forget(person: person, in: $0) }
            for table in ["intervision_note", "intervision_member", "intervision_presence", "intervision_session", "intervision_ready"] {
                #expect(try await !ground.people.holds(table, person.description), "\(table)")
            }
            #expect(try await !ground.people.holds("intervision_session", "nooit komt"))
            #expect(try await ground.now(session).bringer == nil)
        }
    }

    @Test("CAS-08: people are reminded 4 and 2 weeks and a day ahead, each once", arguments: TestDatabase.engines)
    func reminders(engine: TestDatabase.Engine) async throws {
        try await IntervisionGround.with(engine, count: 2) { ground in
            let planned = IntervisionGround.start + 40 * PeopleGround.day
            _ = try await ground.part.sessions.plan(
                ground.group, method: "incident", question: "", at: planned, day: "1-1-2027", roles: .init(facilitator: ground.facilitator),
                from: ground.origin())
            func remind(_ days: Int64) async throws -> Int { try await ground.part.sessions.remind(from: ground.origin(at: planned - days * PeopleGround.day)) }
            #expect(try await remind(29) == 0)
            #expect(try await remind(28) == 1)
            #expect(try await remind(27) == 0)
            #expect(try await remind(14) == 1)
            #expect(try await remind(2) == 0)
            #expect(try await remind(1) == 1)
            #expect(try await remind(1) == 0)
            #expect(try await remind(-1) == 0)
            // The one planned, and three reminders, for the two in the group.
            let notices = try await ground.people.rows("notice").count
            #expect(notices == 1 + 1 + 3 * 2, "\(notices)")
        }
    }
}
