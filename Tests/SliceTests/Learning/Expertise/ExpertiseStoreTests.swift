import Core
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Who knows about what")
struct ExpertiseStoreTests {
    private typealias Ground = ExpertiseGround

    private func note(_ deed: ExpertiseLine.Deed, _ person: Identifier, _ label: String, at time: Int64, _ ground: Ground) async throws {
        try await ground.people.database.write { transaction in
            try ExpertiseStore.note(.init(.person(person), label: label, deed: deed), at: time, in: transaction)
        }
    }

    @Test("D-22, EXP-03: a deed proposes a line; without typing one word it is found after one yes", arguments: TestDatabase.engines)
    func deeds(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let person = try await ground.people.person("Berend").id
            try await note(.subgroup, person, ground.theme, at: Ground.start, ground)
            try await note(.subgroup, person, ground.theme, at: Ground.start, ground)
            let lines = try await ground.store.lines(of: .person(person))
            #expect(lines.count == 1 && lines.first?.state == .proposed && lines.first?.deed == .subgroup)
            #expect(try await ground.store.directory(ExpertiseFilter(), tree: ground.tree, at: Ground.start).isEmpty)
            let id = try #require(lines.first?.id)
            try await ground.store.decide([id: .approved], of: .person(person), from: ground.origin(by: person))
            #expect(try await ground.store.directory(ExpertiseFilter(), tree: ground.tree, at: Ground.start).map(\.name) == ["Berend"])
        }
    }

    @Test("EXP-03: someone knows about a shipped theme that nobody changed, and not about one that there is not")
    func shipped() async throws {
        try await Ground.with(.sqlite) { ground in
            let person = try await ground.people.person("Berend").id, origin = ground.origin(by: person)
            try await ground.store.add(.person(person), label: "eenzaamheid", kind: .professional, region: nil, from: origin)
            await #expect(throws: ExpertiseStore.Fault.unknown) {
                try await ground.store.add(.person(person), label: "geen thema", kind: .professional, region: nil, from: origin)
            }
            #expect(try await ground.store.lines(of: .person(person)).map(\.label) == ["eenzaamheid"])
        }
    }

    @Test("D-22: what was refused is not proposed again, and nobody decides for another", arguments: TestDatabase.engines)
    func refusing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let person = try await ground.people.person("Berend").id, other = try await ground.people.person("Chaima").id
            try await note(.practiceCase, person, ground.theme, at: Ground.start, ground)
            let id = try #require(try await ground.store.lines(of: .person(person)).first?.id)
            await #expect(throws: ExpertiseStore.Fault.unknown) {
                try await ground.store.decide([id: .approved], of: .person(other), from: ground.origin(by: other))
            }
            try await ground.store.decide([id: .refused], of: .person(person), from: ground.origin(by: person))
            try await note(.practiceCase, person, ground.theme, at: Ground.start + Ground.day, ground)
            #expect(try await ground.store.lines(of: .person(person)).map(\.state) == [.refused])
        }
    }

    @Test("D-22: after 24 months without a deed a line leaves matching until one button", arguments: TestDatabase.engines)
    func ageing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let person = try await ground.expert("Berend", ground.theme), asker = try await ground.people.person("Anke").id
            let late = Ground.start + ExpertiseLine.term
            #expect(try await ground.store.directory(ExpertiseFilter(), tree: ground.tree, at: late - 1).count == 1)
            #expect(try await ground.store.directory(ExpertiseFilter(), tree: ground.tree, at: late).isEmpty)
            #expect(try await ground.asked(ground.ask(ground.theme, by: asker, at: late)).isEmpty)
            let id = try #require(try await ground.store.lines(of: .person(person)).first?.id)
            try await ground.store.decide([id: .approved], of: .person(person), from: ground.origin(late, by: person))
            #expect(try await ground.store.directory(ExpertiseFilter(), tree: ground.tree, at: late).count == 1)
        }
    }

    @Test("EXP-01: a theme finds people and organisations, nearest label first; who pauses is not found", arguments: TestDatabase.engines)
    func directory(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let organisation = try await ground.organisation("Stichting Zwaluw")
            try await ground.store.add(.organisation(organisation), label: ground.theme, kind: .professional, region: nil, from: ground.origin())
            let near = try await ground.expert("Anke", ground.subject, .experience)
            _ = try await ground.expert("Berend", ground.other)
            var filter = ExpertiseFilter()
            filter.label = ground.theme
            let found = try await ground.store.directory(filter, tree: ground.tree, at: Ground.start)
            #expect(found.map(\.owner) == [.organisation(organisation), .person(near)])
            filter.kind = .experience
            #expect(try await ground.store.directory(filter, tree: ground.tree, at: Ground.start).map(\.owner) == [.person(near)])
            // EXP-05: a municipality, or the province that holds it.
            let region = try #require(AreaCode("GM0222")), province = try #require(AreaCode("PV25"))
            try await ground.store.add(.person(near), label: ground.subject, kind: .experience, region: region, from: ground.origin(by: near))
            for (wanted, within, count) in [(region, [], 1), (province, [region], 1), (province, [], 0)] as [(AreaCode, Set<AreaCode>, Int)] {
                filter.region = wanted
                filter.within = within
                #expect(try await ground.store.directory(filter, tree: ground.tree, at: Ground.start).count == count)
            }
            filter.region = nil
            var setting = ExpertiseSetting()
            setting.isPaused = true
            try await ground.store.set(setting, for: near, from: ground.origin(by: near))
            #expect(try await ground.store.directory(filter, tree: ground.tree, at: Ground.start).isEmpty)
        }
    }

    @Test("EXP-02: erasing takes out who someone was; what organisations did stays", arguments: TestDatabase.engines)
    func erasing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let asker = try await ground.people.person("Anke"), expert = try await ground.expert("Berend", ground.theme)
            let request = try await ground.ask(ground.theme, by: asker.id)
            try await ground.answer(true, expert, request)
            let ask = try #require(try await ground.requests.asks(of: request).first)
            try await ground.requests.enter(ask, by: expert, from: ground.origin())
            let subject = PersonalRecords.Subject(person: asker.id, mailKey: asker.mail.key)
            let kinds = try await ground.people.database.read { try ExpertisePart.records.records(subject, $0).map(\.kind) }
            #expect(kinds == ["request", "help"])
            try await ground.people.database.write { try ExpertisePart.records.erase(subject, Ground.start, $0) }
            for table in ["help_request", "help_ask", "help_entry", "expertise_line", "introduction_side"] {
                #expect(try await !ground.people.holds(table, asker.id.description), "\(table)")
                #expect(try await !ground.people.holds(table, "zwaluwnest"), "\(table)")
            }
            #expect(try await ground.people.rows("help_entry").count == 1)
            #expect(try await ground.requests.find(request)?.state == .withdrawn)
        }
    }

    @Test("EXP-02: closed requests go after two years", arguments: TestDatabase.engines)
    func forgetting(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let asker = try await ground.people.person("Anke").id
            _ = try await ground.expert("Berend", ground.theme)
            let request = try await ground.ask(ground.theme, by: asker)
            try await ground.requests.close(request, by: asker, outcome: "", helpful: [], from: ground.origin())
            let term = Ground.start + ExpertiseRecords.term * Ground.day
            #expect(try await ground.people.database.write { try ExpertisePart.records.forget(term, $0) } == 0)
            #expect(try await ground.people.database.write { try ExpertisePart.records.forget(term + 1, $0) } == 2)
            #expect(try await ground.requests.find(request) == nil)
        }
    }
}
