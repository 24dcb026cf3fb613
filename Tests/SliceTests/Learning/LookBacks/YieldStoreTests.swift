import Areas
import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Yields")
struct YieldStoreTests {
    private static let whole = LearningYield.Facts(
        title: "Koffie op de stoep", forWhom: "Wie buren wil leren kennen", steps: "Zet een bank\nSchenk koffie", works: "Een vaste dag",
        worksNot: "Een grote tent", firstStep: "Zoek een bank.", licence: .named, source: "Bijeenkomst in Lindenmeer")

    @Test("CAS-05: noted, shareable, in the catalogue, used by an organisation once: each is told, and nothing out of turn", arguments: TestDatabase.engines)
    func states(engine: TestDatabase.Engine) async throws {
        try await LookBackGround.with(engine) { ground in
            let yields = ground.part.yields, lookBack = try await ground.joined(), origin = ground.origin(by: ground.leaders[0])
            let id = try await yields.note(.init(title: "Koffie"), of: .lookBack(lookBack), from: origin)
            #expect(try await yields.find(id)?.state == .noted)
            #expect(try await yields.shared().isEmpty)
            await #expect(throws: YieldStore.Fault.incomplete) { try await yields.share(id, from: origin) }
            await #expect(throws: YieldStore.Fault.notNow) { try await yields.catalogue(id, at: "/kennis", from: origin) }
            try await yields.change(id, to: Self.whole, version: 0, from: origin)
            await #expect(throws: YieldStore.Fault.conflict) { try await yields.change(id, to: Self.whole, version: 0, from: origin) }
            try await yields.share(id, from: origin)
            #expect(try await yields.find(id)?.state == .shareable)
            await #expect(throws: YieldStore.Fault.incomplete) { try await yields.change(id, to: .init(title: "Leeg"), version: 1, from: origin) }
            try await yields.catalogue(id, at: "/kennis", from: origin)
            #expect(try await yields.find(id)?.state == .catalogued)
            let organisation = try await ground.people.slice.organisations.add(name: "De Brug", kind: .civilSociety, from: origin).id
            try await yields.use(id, by: organisation, result: .not, words: "Het regende.", from: origin)
            try await yields.use(id, by: organisation, result: .worked, words: "Met zon ging het.", from: ground.origin(2))
            let found = try #require(try await yields.find(id))
            #expect(found.state == .reused && found.facts == Self.whole && found.catalogue == "/kennis")
            #expect(found.uses.map(\.result) == [.worked] && found.uses.map(\.words) == ["Met zon ging het."])
            #expect(try await yields.yields(of: ground.leaders[0].id).map(\.id) == [id])
            #expect(try await yields.shared().map(\.id) == [id])
            #expect(try await yields.shared(since: LookBackGround.endsAt + 1).isEmpty)
        }
    }

    @Test("CAS-04: of a session only what the bringer agreed to, once, and shared only while that holds", arguments: TestDatabase.engines)
    func session(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine, more: LookBackGround.migrations) { people in
            let ground = try await IntervisionGround(people, count: 4), sessions = ground.part.sessions
            let yields = YieldStore(people.database, journal: people.slice.journal)
            let session = try await ground.session(ShippedMethods.incident), bringer = ground.bringer
            // As a session is when it ended.
            try await people.database.write { transaction in
                try transaction.execute("UPDATE intervision_session SET state = 'opbrengst' WHERE id = \(session.description)")
            }
            try await sessions.addYield(
                .insight, words: "Bel eerst aan", address: nil, owner: bringer, due: "2027-01-31", to: session, from: ground.origin())
            let yield = try #require(try await sessions.yields(of: session).first).id
            let source = YieldSource.session(session, yield: yield)
            await #expect(throws: YieldStore.Fault.notAgreed) { try await yields.note(Self.whole, of: source, from: ground.origin(1)) }
            try await people.database.write { transaction in
                try transaction.execute(
                    "UPDATE intervision_session SET state = 'gesloten', closed_at = \(PeopleGround.start) WHERE id = \(session.description)")
            }
            await #expect(throws: YieldStore.Fault.notAgreed) { try await yields.note(Self.whole, of: source, from: ground.origin(1)) }
            #expect(try await yields.untaken(for: bringer).isEmpty)
            try await sessions.setKeepsYields(true, by: bringer, of: session, from: ground.origin(1))
            #expect(try await yields.untaken(for: ground.facilitator).map(\.words) == ["Bel eerst aan"])
            var named = Self.whole
            named.steps = "Vraag het aan Dorus"
            let id = try await yields.note(named, of: source, from: ground.origin(2))
            await #expect(throws: YieldStore.Fault.taken) { try await yields.note(Self.whole, of: source, from: ground.origin(1)) }
            #expect(try await yields.untaken(for: bringer).isEmpty)
            #expect(try await yields.yields(of: bringer).map(\.id) == [id])
            let part = LookBacksPart(
                people: people.slice, meetings: MeetingPart(areas: Areas.Slice(database: people.database), people: people.slice), intervision: ground.part)
            var rights: [[Bool]] = [], marks: [[String]] = []
            for member in ground.members {
                let me = Actor(person: Actor.Person(id: member.id, name: member.name, organisation: nil), grants: [], proof: .oneFactor)
                let scene = try await part.scene(of: try #require(try await yields.find(id)), me)
                rights.append([scene.editing.isAllowed, scene.sharing.isAllowed])
                marks.append(scene.marks)
            }
            // The second brought the question, the third wrote it down; the first facilitates and does neither.
            #expect(rights == [[false, false], [true, true], [true, false], [false, false]])
            #expect(marks == [[], ["Dorus"], ["Dorus"], []])
            try await sessions.setKeepsYields(false, by: bringer, of: session, from: ground.origin(1))
            await #expect(throws: YieldStore.Fault.notAgreed) { try await yields.share(id, from: ground.origin(1)) }
            try await sessions.setKeepsYields(true, by: bringer, of: session, from: ground.origin(1))
            try await yields.share(id, from: ground.origin(1))
            #expect(try await yields.find(id)?.source.origin == .session)
        }
    }

    @Test("the list narrows to a state, an origin and words; what does not fit is left out")
    func filter() {
        let yield = LearningYield(
            id: Identifier(at: 1), source: .lookBack(Identifier(at: 2)), facts: Self.whole, catalogue: "", version: 0, addedBy: nil, sharedAt: 2,
            cataloguedAt: nil, uses: [])
        for (filter, takes) in [
            (YieldFilter(), true), (YieldFilter(state: .shareable), true), (YieldFilter(state: .reused), false), (YieldFilter(origin: .meeting), true),
            (YieldFilter(origin: .session), false), (YieldFilter(words: "bank KOFFIE"), true), (YieldFilter(words: "bank thee"), false),
        ] { #expect(filter.takes(yield) == takes, "\(filter)") }
    }
}
