import Core
import Foundation
import Mail
import People
import SQL
import TestSupport
import Testing

@testable import Learning

/// Many at the same moment, as on the morning that a newsletter goes out.
@Suite("Registration in a crowd")
struct RegistrationCrowdTests {
    private typealias Ground = RegistrationGround
    private static let now = RegistrationGround.start

    /// How many come: a few in every run, `LEEFKRING_CROWD=full` for the numbers of the specification with the time they take.
    private static let isFull = ProcessInfo.processInfo.environment["LEEFKRING_CROWD"] == "full"

    private static func all<Value: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) async throws -> Value) async throws -> [Value] {
        try await withThrowingTaskGroup(of: (Int, Value).self) { group in
            for number in 0..<count { group.addTask { (number, try await body(number)) } }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// Exactly as many in as there are places, and the numbers in the order of arrival.
    private func check(_ ground: Ground, _ meeting: Identifier, places: Int, of count: Int) async throws {
        let all = try await ground.store.participants(of: meeting)
        #expect(all.count == count)
        #expect(all.prefix(places).allSatisfy { $0.standing == .registered } && all.dropFirst(places).allSatisfy { $0.standing == .waiting })
        #expect(Set(all.map { "\($0.number) \($0.member)" }).count == count)
        #expect(try await ground.people.slice.journal.check().fault == nil)
    }

    @Test(
        "D-01: 200 at once for 20 places, on two nodes: exactly 20 in and 180 waiting", arguments: TestDatabase.engines,
        [RegistrationPath.form, .series, .organiser])
    func crowd(engine: TestDatabase.Engine, path: RegistrationPath) async throws {
        try await Ground.withTwo(engine) { first, second in
            let meeting = try await first.meeting(20)
            _ = try await Self.all(200) { number in
                try await (number % 2 == 0 ? first : second).register("Mens\(number)", meeting, by: path)
            }
            try await check(first, meeting, places: 20, of: 200)
        }
    }

    @Test("D-01, D-04: 100 groups of two at once for 20 places: ten groups in", arguments: TestDatabase.engines)
    func groups(engine: TestDatabase.Engine) async throws {
        try await Ground.withTwo(engine) { first, second in
            let meeting = try await first.meeting(20)
            _ = try await Self.all(100) { number in
                let drafts = try ["Een\(number)", "Twee\(number)"].map { try Ground.draft($0) }
                return try await (number % 2 == 0 ? first : second).store.register(drafts, for: meeting, by: .group, from: Ground.origin())
            }
            try await check(first, meeting, places: 20, of: 200)
        }
    }

    @Test("D-01: 200 who go to another date at once, for 20 places: 20 there, 180 where they were", arguments: TestDatabase.engines)
    func moves(engine: TestDatabase.Engine) async throws {
        try await Ground.withTwo(engine) { first, second in
            let here = try await first.meeting(nil), there = try await first.meeting(20, startsIn: 40 * Ground.day)
            let people = try await Self.all(200) { try await first.register("Mens\($0)", here) }
            let moved = try await Self.all(200) { number in
                do {
                    return try await (number % 2 == 0 ? first : second).store.move(people[number].id, to: there, from: Ground.origin()).standing == .registered
                } catch RegistrationStore.Fault.full { return false }
            }
            #expect(moved.count { $0 } == 20)
            #expect(try await first.standings(there) == [.registered: 20])
            #expect(try await first.standings(here) == [.registered: 180, .moved: 20])
        }
    }

    @Test("D-01: free places are offered once, and taken once, however many press at once", arguments: TestDatabase.engines)
    func offers(engine: TestDatabase.Engine) async throws {
        try await Ground.withTwo(engine) { first, second in
            let meeting = try await first.meeting(10)
            var people: [Registration] = []
            for number in 0..<40 { people.append(try await first.register("Mens\(number)", meeting)) }
            let all = people
            _ = try await Self.all(10) { try await ($0 % 2 == 0 ? first : second).store.take(.cancel, all[$0].id, from: Ground.origin()) }
            #expect(try await first.standings(meeting) == [.cancelled: 10, .offered: 10, .waiting: 20])
            #expect(try await first.store.participants(of: meeting).filter { $0.standing == .offered }.map(\.name) == (10..<20).map { "Mens\($0)" })
            // Twice each, at once.
            let taken = try await Self.all(20) { number in
                do {
                    return try await (number % 2 == 0 ? first : second).store.take(.accept, all[10 + number / 2].id, from: Ground.origin()).standing
                        == .registered
                } catch RegistrationStore.Fault.state { return false }
            }
            #expect(taken.count { $0 } == 10)
            #expect(try await first.standings(meeting) == [.cancelled: 10, .registered: 10, .waiting: 20])
        }
    }

    @Test("MTG-12, D-07: a crowd over three subgroups, with people who cancel: never above a maximum, and no place empty", arguments: TestDatabase.engines)
    func subgroups(engine: TestDatabase.Engine) async throws {
        let count = Self.isFull ? 2000 : 120, each = Self.isFull ? 50 : 5
        try await Ground.withTwo(engine) { first, second in
            let meeting = try await first.meeting(3 * each), groups = try await first.subgroups([each, each, each], of: meeting)
            let start = ContinuousClock.now
            let people = try await Self.all(count) { number in
                let node = number % 2 == 0 ? first : second
                let registration = try await node.register("Mens\(number)", meeting, subgroup: groups[number % 3])
                if number % 10 == 0, registration.standing == .registered {
                    try await node.store.take(.cancel, registration.id, from: Ground.origin(Self.now + 1))
                }
                return registration
            }
            if Self.isFull { print("\(engine): \(count) registrations in \(ContinuousClock.now - start)") }
            let all = try await first.store.participants(of: meeting)
            #expect(all.count == people.count)
            for group in groups {
                let own = all.filter { $0.draft.subgroup == group }
                #expect(own.count { $0.standing == .registered || $0.standing == .offered } == each)
            }
            #expect(all.count { $0.standing == .registered || $0.standing == .offered } == 3 * each)
            #expect(try await first.people.slice.journal.check().fault == nil)
        }
    }
}
