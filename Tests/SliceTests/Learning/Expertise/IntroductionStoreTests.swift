import Core
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Introductions")
struct IntroductionStoreTests {
    private typealias Ground = ExpertiseGround

    /// Organisations of which someone asked about one subject.
    private func sides(_ count: Int, _ ground: Ground) async throws -> [(organisation: Identifier, person: Identifier)] {
        var found: [(organisation: Identifier, person: Identifier)] = []
        for name in ["Anke", "Berend", "Chaima", "Dorus", "Evi", "Fenna"].prefix(count) {
            let organisation = try await ground.organisation("Stichting \(name)"), person = try await ground.member(name, of: organisation)
            _ = try await ground.ask(ground.theme, by: person, organisation: organisation)
            found.append((organisation, person))
        }
        return found
    }

    private func propose(_ sides: [(organisation: Identifier, person: Identifier)], _ ground: Ground, at time: Int64 = Ground.start) async throws
        -> Identifier
    {
        try await ground.introductions.propose(
            Set(sides.map(\.organisation)), label: ground.theme, programme: nil, isAlike: false, site: "Buurtplein", from: ground.origin(time))
    }

    private func answer(_ isYes: Bool, _ person: Identifier, _ id: Identifier, _ ground: Ground, at time: Int64 = Ground.start) async throws {
        try await ground.introductions.answer(isYes, .person(person, introduction: id), from: ground.origin(time, by: person))
    }

    private func state(_ id: Identifier, _ ground: Ground) async throws -> Introduction.State? {
        try await ground.introductions.all().first { $0.id == id }?.state
    }

    @Test("EXP-05: two yes share, one no ends it, and not again within six months", arguments: TestDatabase.engines)
    func pair(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let all = try await sides(3, ground)
            let first = try await propose([all[0], all[1]], ground)
            try await answer(true, all[0].person, first, ground)
            #expect(try await state(first, ground) == .asked)
            try await answer(true, all[1].person, first, ground)
            #expect(try await state(first, ground) == .shared)
            let second = try await propose([all[0], all[2]], ground)
            try await answer(false, all[2].person, second, ground)
            #expect(try await state(second, ground) == .notNow)
            await #expect(throws: IntroductionStore.Fault.over) { try await answer(true, all[0].person, second, ground) }
            await #expect(throws: IntroductionStore.Fault.tooSoon) { _ = try await propose([all[0], all[2]], ground) }
            await #expect(throws: IntroductionStore.Fault.tooSoon) { _ = try await propose(all, ground, at: Ground.start + Introduction.rest - 1) }
            _ = try await propose([all[0], all[2]], ground, at: Ground.start + Introduction.rest)
        }
    }

    @Test("EXP-05: 14 days of silence end it, and running it again ends nothing; of a group those who agreed meet", arguments: TestDatabase.engines)
    func silence(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let all = try await sides(5, ground), group = try await propose(Array(all.prefix(3)), ground),
                pair = try await propose(Array(all.suffix(2)), ground)
            try await answer(true, all[0].person, group, ground)
            try await answer(true, all[1].person, group, ground)
            try await answer(true, all[3].person, pair, ground)
            let due = Ground.start + Introduction.days
            #expect(try await ground.introductions.endDue(from: ground.origin(due - 1)) == 0)
            #expect(try await ground.introductions.endDue(from: ground.origin(due)) == 2)
            #expect(try await ground.introductions.endDue(from: ground.origin(due)) == 0)
            #expect(try await state(group, ground) == .shared)
            #expect(try await state(pair, ground) == .notNow)
        }
    }

    @Test("EXP-05: only two to five organisations that asked about the same", arguments: TestDatabase.engines)
    func bounds(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let all = try await sides(6, ground), stranger = try await ground.organisation("Stichting Anders")
            #expect(try await ground.introductions.clusters(at: Ground.start).map(\.askers.count) == [6])
            await #expect(throws: IntroductionStore.Fault.sides) { _ = try await propose([all[0]], ground) }
            await #expect(throws: IntroductionStore.Fault.sides) { _ = try await propose(all, ground) }
            await #expect(throws: IntroductionStore.Fault.sides) { _ = try await propose([all[0], (stranger, all[1].person)], ground) }
            let id = try await propose(Array(all.prefix(5)), ground)
            #expect(try await ground.introductions.all().first { $0.id == id }?.sides.count == 5)
            // Being put with an organisation is told by its name; an introduction is not.
            let kinds = ExpertisePart.noticeKinds.map { Value.text($0.key) }
            let told = try await ground.people.rows("notice").filter { row in row.contains { kinds.contains($0) } }
            #expect(!told.isEmpty && !told.joined().contains { if case .text(let text) = $0 { text.contains("Stichting") } else { false } })
            #expect(try await !ground.people.holds("outbox", "Stichting"))
        }
    }
}
