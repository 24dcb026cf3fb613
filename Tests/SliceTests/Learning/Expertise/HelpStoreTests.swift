import Core
import People
import SQL
import TestSupport
import Testing

@testable import Learning

@Suite("Asking for help")
struct HelpStoreTests {
    private typealias Ground = ExpertiseGround

    @Test("D-23: the fourth request in a month goes to the next", arguments: TestDatabase.engines)
    func cap(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let asker = try await ground.people.person("Anke").id
            let first = try await ground.expert("Berend", ground.theme)
            for _ in 0..<3 { #expect(try await ground.asked(ground.ask(ground.theme, by: asker)) == [first]) }
            let fourth = try await ground.ask(ground.theme, by: asker)
            #expect(try await ground.asked(fourth).isEmpty)
            let next = try await ground.expert("Chaima", ground.theme)
            try await ground.requests.advance(fourth, ground.around, from: ground.origin())
            #expect(try await ground.asked(fourth) == [next])
            // Thirty days later there is room again.
            let later = try await ground.ask(ground.theme, by: asker, at: Ground.start + 30 * Ground.day)
            #expect(try await Set(ground.asked(later)) == [first, next])
        }
    }

    @Test("EXP-02: three at a time; a no brings the next at once, and nobody after a yes", arguments: TestDatabase.engines)
    func next(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let asker = try await ground.people.person("Anke").id
            var experts: [Identifier] = []
            for name in ["Berend", "Chaima", "Dorus", "Evi", "Fenna"] { experts.append(try await ground.expert(name, ground.theme)) }
            let request = try await ground.ask(ground.theme, by: asker)
            let first = try await ground.asked(request)
            #expect(first.count == 3 && !first.contains(asker))
            try await ground.answer(false, first[0], request)
            #expect(try await ground.asked(request).count == 4)
            try await ground.answer(true, first[1], request)
            try await ground.answer(false, first[2], request)
            #expect(try await ground.asked(request).count == 4)
            await #expect(throws: HelpStore.Fault.over) { try await ground.answer(true, first[0], request) }
        }
    }

    @Test("EXP-02: five silent working days bring the next; running it again asks nobody", arguments: TestDatabase.engines)
    func silence(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let asker = try await ground.people.person("Anke").id
            for name in ["Berend", "Chaima", "Dorus", "Evi"] { _ = try await ground.expert(name, ground.theme) }
            let request = try await ground.ask(ground.theme, by: asker)
            let due = try #require(try await ground.requests.asks(of: request).map(\.dueAt).max())
            #expect(try await ground.requests.waiting(at: due - 1).isEmpty)
            #expect(try await ground.requests.waiting(at: due).map(\.id) == [request])
            #expect(try await ground.requests.advance(request, ground.around, from: ground.origin(due)) == 1)
            #expect(try await ground.requests.advance(request, ground.around, from: ground.origin(due)) == 0)
            let states = try await ground.requests.asks(of: request).map(\.state)
            #expect(states == [.silent, .silent, .silent, .asked])
            let actions = try await ground.people.actions()
            #expect(actions.filter { $0 == "help.advanced" }.count == 1)
        }
    }

    @Test("CAS-10, D-22: what helped is a deed and an entry that the other side confirms", arguments: TestDatabase.engines)
    func closing(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let asker = try await ground.people.person("Anke").id, expert = try await ground.expert("Berend", ground.theme)
            let request = try await ground.ask(ground.subject, by: asker), later = Ground.start + Ground.day
            try await ground.answer(true, expert, request)
            let ask = try #require(try await ground.requests.asks(of: request).first)
            try await ground.requests.close(request, by: asker, outcome: "Klein beginnen.", helpful: [ask.id], from: ground.origin(later, by: asker))
            let line = try #require(try await ground.store.lines(of: .person(expert)).first { $0.label == ground.subject })
            #expect(line.deed == .answer && line.state == .proposed && line.deedAt == later)
            let entry = try #require(try await ground.requests.entries(of: expert).first)
            await #expect(throws: HelpStore.Fault.unknown) { try await ground.requests.confirm(entry.id, by: asker, from: ground.origin()) }
            try await ground.requests.confirm(entry.id, by: expert, from: ground.origin())
            #expect(try await ground.requests.confirmed().map(\.id) == [entry.id])
            #expect(try await ground.requests.find(request)?.state == .closed)
        }
    }

    @Test("EXP-06: help is entered by who gave it only where the answer was yes, once", arguments: TestDatabase.engines)
    func entering(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let asker = try await ground.people.person("Anke").id, expert = try await ground.expert("Berend", ground.theme)
            let request = try await ground.ask(ground.theme, by: asker)
            let ask = try #require(try await ground.requests.asks(of: request).first)
            await #expect(throws: HelpStore.Fault.unknown) { try await ground.requests.enter(ask, by: expert, from: ground.origin()) }
            try await ground.answer(true, expert, request)
            try await ground.requests.enter(ask, by: expert, from: ground.origin())
            try await ground.requests.enter(ask, by: expert, from: ground.origin())
            let entries = try await ground.requests.entries(of: asker)
            #expect(entries.count == 1 && entries.first?.confirmedAt == nil)
        }
    }

    @Test("EXP-02: neither messages, mail nor journal hold a question or a name of the other", arguments: TestDatabase.engines)
    func telling(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let asker = try await ground.people.person("Anke").id, expert = try await ground.expert("Berend", ground.theme)
            let request = try await ground.ask(ground.theme, by: asker)
            try await ground.answer(true, expert, request)
            for table in ["notice", "outbox", "journal"] { #expect(try await !ground.people.holds(table, "zwaluwnest"), "\(table)") }
            #expect(try await ground.people.holds("outbox", "/meedenken/antwoord/"))
            #expect(try await !ground.people.holds("notice", "/meedenken/antwoord/"))
        }
    }

    @Test("D-21: a network stays inside itself: who is not in it is not asked and not found", arguments: TestDatabase.engines)
    func network(engine: TestDatabase.Engine) async throws {
        try await Ground.with(engine) { ground in
            let slice = ground.people.slice, organisation = try await ground.organisation("Stichting Zwaluw")
            let programme = try await slice.programmes.add(Programme.Facts(name: "Lindenmeer leert", purpose: "Leren."), from: ground.origin()).id
            try await slice.database.write { transaction in
                try transaction.execute(
                    """
                    INSERT INTO programme_organisation (id, programme, part, organisation, capacity)
                    VALUES (\(Identifier(at: 1).description), \(programme.description), NULL, \(organisation.description), 'partner')
                    """)
            }
            let inside = try await ground.member("Chaima", of: organisation), asker = try await ground.people.person("Anke").id
            try await ground.store.add(.person(inside), label: ground.theme, kind: .professional, region: nil, from: ground.origin())
            _ = try await ground.expert("Berend", ground.theme)
            #expect(try await ground.asked(ground.ask(ground.theme, by: asker, programme: programme)) == [inside])
            var filter = ExpertiseFilter()
            filter.programme = programme
            #expect(try await ground.store.directory(filter, tree: ground.tree, at: Ground.start).map(\.owner) == [.person(inside)])
        }
    }
}
