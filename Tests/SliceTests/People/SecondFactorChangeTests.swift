import Core
import Credentials
import People
import SQL
import TestSupport
import Testing

/// Another app, other recovery codes, and doing without.
@Suite("Changing the second factor")
struct SecondFactorChangeTests {
    private typealias Outcome = SecondFactorStore.Outcome

    private static let start = PeopleGround.start
    private static let later = start + PeopleGround.hour

    private func origin(_ time: Int64 = later) -> Origin { PeopleGround.origin(time) }

    private func code(_ app: OneTimePassword, at time: Int64 = later) -> String { app.code(counter: app.counter(at: time)) }

    /// Not the code of this moment, nor of the periods beside it.
    private func wrong(_ app: OneTimePassword, at time: Int64 = later) -> String {
        let near = [-30_000, 0, 30_000].map { code(app, at: time + $0) }
        return ["000000", "111111", "222222", "333333"].first { !near.contains($0) } ?? ""
    }

    private func attempt(_ people: PeopleGround, _ typed: String, _ person: Identifier, at time: Int64 = later) async throws -> Outcome {
        try await people.slice.secondFactors.attempt(typed, for: person, from: origin(time))
    }

    /// Someone who took an app into use an hour ago.
    private func confirmed(_ people: PeopleGround, _ role: Role = .official) async throws -> (person: Identifier, app: OneTimePassword, recovery: [String]) {
        let person = try await people.person("Anna", role).id, factors = people.slice.secondFactors
        let app = try #require(try await factors.proposal(for: person, at: Self.start))
        return (person, app, try #require(try await factors.confirm(code(app, at: Self.start), for: person, from: origin(Self.start))))
    }

    @Test("ASVS 6.4.4: the old app works until the new one shows a right code, and then only the new one does", arguments: TestDatabase.engines)
    func otherApp(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let (anna, old, recovery) = try await confirmed(first), factors = first.slice.secondFactors
            let new = try #require(try await factors.proposal(for: anna, at: Self.later))
            #expect(new.secret != old.secret)
            #expect(try await second.slice.secondFactors.proposal(for: anna, at: Self.later + PeopleGround.minute) == new)
            #expect(try await factors.confirm(wrong(new), for: anna, from: origin()) == nil)
            #expect(try await factors.confirm(code(old), for: anna, from: origin()) == nil)
            #expect(try await attempt(second, code(new), anna) == .wrong)
            #expect(try await attempt(second, code(old), anna) == .right)
            #expect(try await attempt(second, recovery[0], anna) == .right)
            let time = Self.later + PeopleGround.minute
            let codes = try #require(try await factors.confirm(code(new, at: time), for: anna, from: origin(time)))
            #expect(codes.count == 10 && Set(codes).isDisjoint(with: recovery))
            #expect(try await factors.state(of: anna) == .confirmed(recoveryLeft: 10))
            let next = time + 15 * PeopleGround.minute
            for typed in [code(old, at: next), recovery[1], code(new, at: time)] { #expect(try await attempt(second, typed, anna, at: next) == .wrong) }
            #expect(try await attempt(second, code(new, at: next), anna, at: next) == .right)
            #expect(try await attempt(second, codes[0], anna, at: next) == .right)
            #expect(try await first.actions().filter { $0.hasPrefix("second-factor.c") } == ["second-factor.confirmed", "second-factor.changed"])
        }
    }

    @Test("D-13: looking at a secret for another app writes nothing; two hours later it is worth nothing", arguments: TestDatabase.engines)
    func looking(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let (anna, old, _) = try await confirmed(people), factors = people.slice.secondFactors, before = try await people.rows("second_factor")
            let shown = try #require(try await factors.proposal(for: anna, at: Self.later)), time = Self.later + 2 * PeopleGround.hour
            #expect(try await factors.confirm(code(shown, at: time), for: anna, from: origin(time)) == nil)
            let fresh = try #require(try await factors.proposal(for: anna, at: time))
            #expect(fresh != shown)
            #expect(try await people.rows("second_factor") == before)
            #expect(try await attempt(people, code(old, at: time), anna, at: time) == .right)
            for secret in [shown.secret, fresh.secret, old.secret] { #expect(try await !people.holds("second_factor", secret)) }
            // Shown in the hour before by the clock, and confirmed in this one.
            let next = time + PeopleGround.hour
            #expect(try await factors.proposal(for: anna, at: next) != fresh)
            #expect(try await factors.confirm(code(fresh, at: next), for: anna, from: origin(next))?.count == 10)
        }
    }

    @Test("after the second step was taken away no secret of before is shown again", arguments: TestDatabase.engines)
    func again(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await people.person("Anna").id, factors = people.slice.secondFactors
            var shown: [OneTimePassword] = []
            for _ in 0..<3 {
                let app = try #require(try await factors.proposal(for: anna, at: Self.start))
                #expect(!shown.contains(app))
                shown.append(app)
                #expect(try await factors.confirm(code(app, at: Self.start), for: anna, from: origin(Self.start)) != nil)
                #expect(try await factors.remove(of: anna, from: origin(Self.start)) { _ in .allowed })
                #expect(try await factors.state(of: anna) == .none)
                #expect(try await attempt(people, code(app, at: Self.start), anna, at: Self.start) == .wrong)
            }
        }
    }

    @Test("ASVS 6.6.3: wrong codes for another app count with all others; above ten even the right one changes nothing", arguments: TestDatabase.engines)
    func limit(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let (anna, old, _) = try await confirmed(people), factors = people.slice.secondFactors
            let new = try #require(try await factors.proposal(for: anna, at: Self.later))
            for _ in 0..<9 { #expect(try await factors.confirm(wrong(new), for: anna, from: origin()) == nil) }
            #expect(try await attempt(people, wrong(old), anna) == .wrong)
            #expect(try await factors.confirm(code(new), for: anna, from: origin()) == nil)
            #expect(try await attempt(people, code(old), anna) == .tooMany)
            await #expect(throws: Problem.tooMany(retryAfter: 900)) { _ = try await factors.renewRecovery(of: anna, from: origin()) }
            let time = Self.later + 900_000
            #expect(try await attempt(people, code(old, at: time), anna, at: time) == .right)
            #expect(try await !people.actions().contains("second-factor.changed"))
        }
    }

    @Test("of five who confirm another app at the same moment, on two nodes, one gets recovery codes, and those are right", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let anna = try await confirmed(first).person
            let new = try #require(try await first.slice.secondFactors.proposal(for: anna, at: Self.later)), typed = code(new)
            let given = try await withThrowingTaskGroup(of: [String]?.self) { group in
                for number in 0..<5 {
                    let factors = (number % 2 == 0 ? first : second).slice.secondFactors
                    group.addTask { try await factors.confirm(typed, for: anna, from: origin()) }
                }
                return try await group.reduce(into: [[String]]()) { if let codes = $1 { $0.append(codes) } }
            }
            #expect(given.count == 1)
            #expect(try await attempt(second, try #require(given.first?.first), anna) == .right)
        }
    }

    @Test("ASVS 6.5.1, 6.4.4: new recovery codes make those of before void; without a second step there are none", arguments: TestDatabase.engines)
    func recovery(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let (anna, app, before) = try await confirmed(people), factors = people.slice.secondFactors
            let bert = try await people.person("Bert", .official).id
            _ = try await factors.proposal(for: bert, at: Self.later)
            #expect(try await factors.renewRecovery(of: bert, from: origin()) == nil)
            #expect(try await attempt(people, before[0], anna) == .right)
            let codes = try #require(try await factors.renewRecovery(of: anna, from: origin()))
            #expect(Set(codes).count == 10 && Set(codes).isDisjoint(with: before))
            #expect(try await factors.state(of: anna) == .confirmed(recoveryLeft: 10))
            for code in before.prefix(2) { #expect(try await attempt(people, code, anna) == .wrong) }
            #expect(try await attempt(people, codes[9], anna) == .right)
            #expect(try await attempt(people, code(app), anna) == .right)
            for code in codes { #expect(try await !people.holds("second_factor", code.replacing("-", with: ""))) }
            #expect(try await people.actions().count { $0 == "recovery-codes.renewed" } == 1)
        }
    }

    @Test("of recovery codes that are made anew at the same moment, on two nodes, those that were given are the right ones", arguments: TestDatabase.engines)
    func recoveryTogether(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.withTwo(engine) { first, second async throws in
            let anna = try await confirmed(first).person
            async let here = first.slice.secondFactors.renewRecovery(of: anna, from: origin())
            async let there = second.slice.secondFactors.renewRecovery(of: anna, from: origin())
            let given = try await [here, there].compactMap { $0 }
            #expect(!given.isEmpty)
            // Where both were given, one came after the other.
            var right = 0
            for codes in given { right += try await attempt(first, codes[0], anna) == .right ? 1 : 0 }
            #expect(right == 1)
        }
    }

    @Test("the second step goes where no role needs it; where one does, the policy sees that and says why", arguments: TestDatabase.engines)
    func removal(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let (anna, app, codes) = try await confirmed(people, .resident), factors = people.slice.secondFactors
            let role = try await people.slice.persons.grant(.official, at: .installation, to: anna, from: origin(Self.start))
            let refusal = SecondFactorPolicy.turnOff(with: [role])
            await #expect(throws: SecondFactorStore.Fault.refused(refusal)) {
                _ = try await factors.remove(of: anna, from: origin()) { SecondFactorPolicy.turnOff(with: $0) }
            }
            #expect(try await factors.state(of: anna) == .confirmed(recoveryLeft: 10))
            try await people.slice.persons.end(role.id, of: anna, from: origin())
            #expect(try await factors.remove(of: anna, from: origin()) { SecondFactorPolicy.turnOff(with: $0) })
            #expect(try await factors.state(of: anna) == .none)
            #expect(try await factors.remove(of: anna, from: origin()) { _ in .allowed } == false)
            for typed in [code(app), codes[0]] { #expect(try await attempt(people, typed, anna) == .wrong) }
            #expect(try await people.actions().count { $0 == "second-factor.removed" } == 1)
            let told = try await people.slice.notices.list(of: anna).map(\.text.title.nl)
            #expect(told.contains("De tweede stap staat uit") && told.contains("De tweede stap staat aan"))
        }
    }

    @Test("who may do without: residents and makers, nobody with a role that needs the second step", arguments: Role.allCases)
    func policy(_ role: Role) {
        let id = Identifier(at: 3)
        func grant(_ role: Role) -> RoleGrant { RoleGrant(id: id, role: role, scope: .installation, start: 0, end: nil, reviewed: 0) }
        #expect(SecondFactorPolicy.turnOff(with: []).isAllowed)
        let decision = SecondFactorPolicy.turnOff(with: [grant(.resident), grant(role)])
        if role.isProfessional {
            guard case .refused(let reason) = decision else { return #expect(Bool(false), "\(decision)") }
            #expect(reason.nl.contains(role.name.nl.lowercased()) && reason.en.contains(role.name.en.lowercased()))
        } else {
            #expect(decision.isAllowed)
        }
    }

    @Test("ASVS 6.4.4, 7.4.3: a reset takes app and codes away, ends every session and is told by mail; an app is set up anew", arguments: TestDatabase.engines)
    func reset(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let (anna, app, codes) = try await confirmed(people), slice = people.slice
            let session = try await slice.sessions.begin(anna, proof: .twoFactors, device: "", from: PeopleGround.origin(Self.later, by: anna))
            #expect(try await slice.resetStep(of: anna, from: origin()))
            #expect(try await slice.secondFactors.state(of: anna) == .none)
            #expect(try await slice.sessions.visit(session.secret, at: Self.later) == nil)
            for typed in [code(app), codes[0]] { #expect(try await attempt(people, typed, anna) == .wrong) }
            #expect(try await slice.resetStep(of: anna, from: origin()) == false)
            #expect(try await slice.outbox.newest(for: anna).contains { $0.subject == "Een beheerder heeft je tweede stap weggehaald" })
            let next = try #require(try await slice.secondFactors.proposal(for: anna, at: Self.later))
            #expect(next.secret != app.secret)
            #expect(try await slice.secondFactors.confirm(code(next), for: anna, from: origin())?.count == 10)
            #expect(try await people.actions().filter { $0.hasPrefix("second-factor.r") && $0 != "second-factor.refused" } == ["second-factor.reset"])
        }
    }

    @Test("every change of the second step is told, and cannot be turned off (ASVS 6.3.7)", arguments: TestDatabase.engines)
    func told(engine: TestDatabase.Engine) async throws {
        try await PeopleGround.with(engine) { people async throws in
            let anna = try await confirmed(people).person, factors = people.slice.secondFactors
            let new = try #require(try await factors.proposal(for: anna, at: Self.later))
            _ = try #require(try await factors.confirm(code(new), for: anna, from: origin()))
            _ = try #require(try await factors.renewRecovery(of: anna, from: origin(Self.later + 1)))
            let subjects = try await people.slice.outbox.newest(for: anna).filter { $0.kind == "notice-manier-van-aanmelden" }.map(\.subject)
            #expect(
                subjects == [
                    "Er zijn nieuwe herstelcodes voor je gemaakt", "Je gebruikt een andere app voor de tweede stap", "De tweede stap staat aan",
                ])
        }
    }
}
