import Core
import Credentials
import People
import SQL
import TestSupport
import Testing

/// Many at the same moment, as a program that guesses would do it.
@Suite("The second factor in a crowd")
struct SecondFactorCrowdTests {
    private typealias Outcome = SecondFactorStore.Outcome

    private static let start = PeopleGround.start

    private func confirmed(_ people: PeopleGround) async throws -> (person: Identifier, recovery: [String]) {
        let person = try await people.person("Anna", .official).id, factors = people.slice.secondFactors
        let app = try #require(try await factors.proposal(for: person, at: Self.start))
        let typed = app.code(counter: app.counter(at: Self.start))
        return (person, try #require(try await factors.confirm(typed, for: person, from: PeopleGround.origin())))
    }

    private func outcomes(_ stores: [SecondFactorStore], _ typed: [String], for person: Identifier) async throws -> [Outcome] {
        try await withThrowingTaskGroup(of: Outcome.self) { group in
            for (number, typed) in typed.enumerated() {
                let store = stores[number % stores.count]
                group.addTask { try await store.attempt(typed, for: person, from: PeopleGround.origin(Self.start + 3_600_000)) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("ASVS 2.3.4, 6.6.3: of forty tries at the same moment, on two nodes, ten are looked at", arguments: TestDatabase.engines)
    func limit(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let person = try await confirmed(first).person
            let tried = try await outcomes([first.slice.secondFactors, second.slice.secondFactors], Array(repeating: "x", count: 40), for: person)
            let looked = tried.filter { $0 == .wrong }.count
            #expect(tried.filter { $0 == .tooMany }.count == 40 - looked)
            #expect(looked == 10)
        }
    }

    @Test("recovery codes that are typed at the same moment are each right", arguments: TestDatabase.engines)
    func recovery(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let (person, codes) = try await confirmed(first)
            let tried = try await outcomes([first.slice.secondFactors, second.slice.secondFactors], Array(codes.prefix(6)), for: person)
            #expect(tried == Array(repeating: .right, count: 6))
            let right = tried.filter { $0 == .right }.count
            #expect(try await first.slice.secondFactors.state(of: person) == .confirmed(recoveryLeft: 10 - right))
        }
    }

    @Test("a right recovery code is not called wrong because there is no room to check it", arguments: TestDatabase.engines)
    func busy(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let key = people.slice.installation.key, cost = try #require(Scrypt.Cost(logN: 14))
            let narrow = HashingQueue(cost: cost, atOnce: 1, most: 1)
            let store = SecondFactorStore(people.database, journal: people.slice.journal, hashing: narrow, key: key)
            let person = try await people.person("Anna", .official).id
            let app = try #require(try await store.proposal(for: person, at: Self.start))
            let codes = try #require(
                try await store.confirm(app.code(counter: app.counter(at: Self.start)), for: person, from: PeopleGround.origin()))
            let tried = try await outcomes([store], Array(codes.prefix(8)), for: person)
            #expect(tried.contains(.busy) && !tried.contains(.wrong))
        }
    }
}
