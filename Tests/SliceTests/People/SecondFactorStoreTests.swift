import Core
import Credentials
import People
import SQL
import TestSupport
import Testing
import Transfer

@Suite("The second factor")
struct SecondFactorStoreTests {
    private typealias Outcome = SecondFactorStore.Outcome

    private static let start = PeopleGround.start

    private func origin(_ time: Int64 = start) -> Origin { PeopleGround.origin(time) }

    private func code(_ app: OneTimePassword, at time: Int64) -> String { app.code(counter: app.counter(at: time)) }

    /// Not the code of this moment, nor of the periods beside it.
    private func wrong(_ app: OneTimePassword, at time: Int64) -> String {
        let near = [-30_000, 0, 30_000].map { code(app, at: time + $0) }
        return ["000000", "111111", "222222", "333333"].first { !near.contains($0) } ?? ""
    }

    private func attempt(_ people: PeopleGround, _ typed: String, _ person: Person, at time: Int64 = start) async throws -> Outcome {
        try await people.slice.secondFactors.attempt(typed, for: person.id, from: origin(time))
    }

    /// Someone who took an app into use at the start.
    private func confirmed(_ people: PeopleGround, _ name: String = "Anna") async throws -> (person: Person, app: OneTimePassword, recovery: [String]) {
        let person = try await people.person(name, .official), factors = people.slice.secondFactors
        let app = try #require(try await factors.proposal(for: person.id, at: Self.start))
        return (person, app, try #require(try await factors.confirm(code(app, at: Self.start), for: person.id, from: origin())))
    }

    @Test("the secret that is shown stays the same for a while, and each person has their own", arguments: TestDatabase.engines)
    func proposal(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let anna = try await first.person("Anna"), bert = try await first.person("Bert")
            let shown = try #require(try await first.slice.secondFactors.proposal(for: anna.id, at: Self.start))
            #expect(try await second.slice.secondFactors.proposal(for: anna.id, at: Self.start + PeopleGround.minute) == shown)
            // Who signed in somewhere else, with a mailbox that is not theirs alone, does not see it.
            #expect(try await first.slice.secondFactors.proposal(for: anna.id, in: Identifier(at: 2), at: Self.start) != shown)
            #expect(
                try await first.slice.secondFactors.confirm(code(shown, at: Self.start), for: anna.id, in: Identifier(at: 2), from: origin()) == nil)
            let other = try #require(try await second.slice.secondFactors.proposal(for: bert.id, at: Self.start))
            #expect(other.secret != shown.secret && shown.secret.count == 20)
            #expect(try await first.slice.secondFactors.state(of: anna.id) == .none)
            #expect(try await attempt(first, code(shown, at: Self.start), anna) == .wrong)
        }
    }

    @Test("a wrong code does not take the app into use", arguments: TestDatabase.engines)
    func wrongConfirmation(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna"), factors = people.slice.secondFactors
            let app = try #require(try await factors.proposal(for: anna.id, at: Self.start))
            for typed in [wrong(app, at: Self.start), "", "12345", code(app, at: Self.start + 600_000), code(app, at: Self.start) + "0", "👾"] {
                #expect(try await factors.confirm(typed, for: anna.id, from: origin()) == nil, "\(typed)")
            }
            #expect(try await factors.state(of: anna.id) == .none)
            #expect(try await factors.proposal(for: anna.id, at: Self.start) == app)
            #expect(try await people.actions() == ["person.added"])
        }
    }

    @Test("confirming gives recovery codes, once; then its secret is shown no more", arguments: TestDatabase.engines)
    func confirming(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let factors = people.slice.secondFactors
            let (anna, app, recovery) = try await confirmed(people)
            #expect(recovery.count == 10 && Set(recovery).count == 10)
            #expect(try await factors.state(of: anna.id) == .confirmed(recoveryLeft: 10))
            #expect(try await factors.proposal(for: anna.id, at: Self.start) != app)
            #expect(try await factors.confirm(code(app, at: Self.start + 60_000), for: anna.id, from: origin(Self.start + 60_000)) == nil)
            #expect(try await people.actions() == ["person.added", "role.granted", "second-factor.confirmed"])
        }
    }

    @Test("of five who confirm at the same moment, on two nodes, one gets recovery codes", arguments: TestDatabase.engines)
    func confirmingTogether(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let anna = try await first.person("Anna")
            let app = try #require(try await first.slice.secondFactors.proposal(for: anna.id, at: Self.start))
            let typed = code(app, at: Self.start)
            let given = try await withThrowingTaskGroup(of: [String]?.self) { group in
                for number in 0..<5 {
                    let factors = (number % 2 == 0 ? first : second).slice.secondFactors
                    group.addTask { try await factors.confirm(typed, for: anna.id, from: origin()) }
                }
                return try await group.reduce(into: [[String]]()) { if let codes = $1 { $0.append(codes) } }
            }
            #expect(given.count == 1)
            #expect(try await attempt(second, try #require(given.first?.first), anna) == .right)
        }
    }

    @Test("ASVS 6.5.1: a code is good once, that of the confirmation not again", arguments: TestDatabase.engines)
    func once(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let (anna, app, _) = try await confirmed(people)
            #expect(try await attempt(people, code(app, at: Self.start), anna) == .wrong)
            let time = Self.start + 60_000, next = code(app, at: time)
            #expect(try await attempt(people, wrong(app, at: time), anna, at: time) == .wrong)
            #expect(try await attempt(people, " \(next.prefix(3)) \(next.suffix(3))", anna, at: time) == .right)
            #expect(try await attempt(people, next, anna, at: time) == .wrong)
            // The period before is used up with it, though its code was not typed.
            #expect(try await attempt(people, code(app, at: time - 30_000), anna, at: time) == .wrong)
            // The phone may be half a minute off, not more.
            #expect(try await attempt(people, code(app, at: time + 90_000), anna, at: time + 30_000) == .wrong)
            #expect(try await attempt(people, code(app, at: time + 60_000), anna, at: time + 30_000) == .right)
        }
    }

    @Test("of eight who type a code at the same moment, on two nodes, one is right", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let (anna, app, recovery) = try await confirmed(first)
            for (number, typed) in [code(app, at: Self.start + 3_600_000), recovery[3]].enumerated() {
                let time = Self.start + 3_600_000 * Int64(1 + number)
                let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
                    for number in 0..<8 {
                        let people = number % 2 == 0 ? first : second
                        group.addTask { try await attempt(people, typed, anna, at: time) }
                    }
                    return try await group.reduce(into: [Outcome]()) { $0.append($1) }
                }
                #expect(outcomes.filter { $0 == .right }.count == 1 && outcomes.filter { $0 == .wrong }.count == 7)
            }
            #expect(try await second.slice.secondFactors.state(of: anna.id) == .confirmed(recoveryLeft: 9))
        }
    }

    @Test("a recovery code works once and is counted, and is nobody else's", arguments: TestDatabase.engines)
    func recovery(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let factors = people.slice.secondFactors
            let (anna, _, codes) = try await confirmed(people), bert = try await confirmed(people, "Bert").person
            #expect(try await attempt(people, codes[0], bert) == .wrong)
            #expect(try await attempt(people, codes[0].uppercased().replacing("-", with: " "), anna) == .right)
            #expect(try await factors.state(of: anna.id) == .confirmed(recoveryLeft: 9))
            #expect(try await attempt(people, codes[0], anna) == .wrong)
            for typed in ["", "-", "aaaa-aaaa-aaaa", String(codes[1].dropLast()), codes[1] + "a", "ééééééééézzz"] {
                #expect(try await attempt(people, typed, anna) == .wrong, "\(typed)")
            }
            #expect(try await attempt(people, codes[9], anna) == .right)
            #expect(try await factors.state(of: anna.id) == .confirmed(recoveryLeft: 8))
            #expect(try await factors.state(of: bert.id) == .confirmed(recoveryLeft: 10))
            let left = try await people.slice.journal.lines().filter { $0.event.action == "recovery-code.used" }.map { $0.event.details["left"] }
            #expect(left == ["8", "9"])
        }
    }

    @Test("every wrong code leaves an event, also one that was used before", arguments: TestDatabase.engines)
    func refusals(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let (anna, app, recovery) = try await confirmed(people)
            for typed in [wrong(app, at: Self.start), code(app, at: Self.start), recovery[0] + "x"] {
                #expect(try await attempt(people, typed, anna) == .wrong)
            }
            let refused = try await people.slice.journal.lines().filter { $0.event.action == "second-factor.refused" }
            #expect(refused.count == 3 && refused.allSatisfy { $0.event.result == .refused && $0.event.details.isEmpty })
        }
    }

    @Test("ASVS 6.6.3: after ten tries in a quarter of an hour even the right code must wait; then it works again", arguments: TestDatabase.engines)
    func limit(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let (anna, app, recovery) = try await confirmed(people), (bert, other, _) = try await confirmed(people, "Bert")
            let time = Self.start + 3_600_000
            for number in 0..<10 { #expect(try await attempt(people, wrong(app, at: time), anna, at: time + Int64(number)) == .wrong) }
            #expect(try await attempt(people, code(app, at: time), anna, at: time + 10) == .tooMany)
            #expect(try await attempt(people, recovery[0], anna, at: time + 10) == .tooMany)
            #expect(try await attempt(people, code(other, at: time), bert, at: time) == .right)
            let (before, after) = (time + 899_999, time + 900_000)
            #expect(try await attempt(people, code(app, at: before), anna, at: before) == .tooMany)
            #expect(try await attempt(people, code(app, at: after), anna, at: after) == .right)
            #expect(try await people.slice.secondFactors.state(of: anna.id) == .confirmed(recoveryLeft: 10))
        }
    }

    @Test("the database shows neither the secret nor a recovery code", arguments: TestDatabase.engines)
    func unreadable(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let bert = try await people.person("Bert"), (anna, app, recovery) = try await confirmed(people)
            let shown = try #require(try await people.slice.secondFactors.proposal(for: bert.id, at: Self.start))
            for table in ["second_factor", "journal", "sign_in_try"] {
                for secret in [app.secret, shown.secret] {
                    #expect(try await !people.holds(table, secret), "\(table)")
                    #expect(try await !people.holds(table, Digest.hex(secret)), "\(table)")
                    let base32 = BitEncoding.base32.encode(secret), base64 = BitEncoding.base64.encode(secret)
                    #expect(try await !people.holds(table, base32), "\(table)")
                    #expect(try await !people.holds(table, base64), "\(table)")
                }
                for code in recovery {
                    #expect(try await !people.holds(table, code), "\(table)")
                    #expect(try await !people.holds(table, code.replacing("-", with: "")), "\(table)")
                }
            }
            #expect(try await people.holds("second_factor", anna.id.description))
            #expect(try await people.rows("second_factor").count == 1)
        }
    }

    @Test("what was kept of one person's app is worth nothing in another's row, nor with another secret of the installation", arguments: TestDatabase.engines)
    func bound(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let (anna, app, _) = try await confirmed(people), (bert, _, _) = try await confirmed(people, "Bert")
            let time = Self.start + 3_600_000
            try await people.database.write { transaction in
                _ = try transaction.execute(
                    """
                    UPDATE second_factor SET secret = (SELECT secret FROM second_factor WHERE person = \(anna.id.description))
                    WHERE person = \(bert.id.description)
                    """)
            }
            #expect(try await attempt(people, code(app, at: time), bert, at: time) == .wrong)
            #expect(try await attempt(try PeopleGround(people.database, key: .random()), code(app, at: time), anna, at: time) == .wrong)
            #expect(try await attempt(people, code(app, at: time), anna, at: time) == .right)
        }
    }
}
