import Core
import People
import SQL
import TestSupport
import Testing

@Suite("Who may change the rights of someone")
struct RolePolicyTests {
    private static let me = Identifier(at: 1), other = Identifier(at: 2)

    private func grant(_ role: Role, _ scope: Scope = .installation, until end: Int64? = nil) -> RoleGrant {
        RoleGrant(id: Identifier(at: 3), role: role, scope: scope, start: 0, end: end, reviewed: 0)
    }

    private func actor(_ role: Role?, _ scope: Scope = .installation, proof: Actor.Proof = .twoFactors) -> Actor {
        Actor(person: Actor.Person(id: Self.me, name: "", organisation: nil), grants: role.map { [grant($0, scope)] } ?? [], proof: proof)
    }

    private func refuses(_ decision: Decision) -> Bool {
        if case .refused(let reason) = decision { !reason.nl.isEmpty && !reason.en.isEmpty } else { false }
    }

    @Test("only a functional administrator of the whole site, with a second factor, changes rights", arguments: Role.allCases)
    func administrators(_ role: Role) {
        let area = Scope.organisation(Self.other)
        for (actor, expected) in [
            (actor(role), role == .functionalAdministrator ? Decision.allowed : .hidden), (actor(role, area), .hidden),
            (actor(role, proof: .oneFactor), role == .functionalAdministrator ? .signIn(.twoFactors) : .hidden), (.visitor, .hidden),
        ] {
            #expect(RolePolicy.give(.official, at: .installation, to: Self.other, by: actor) == expected)
            #expect(RolePolicy.join(Self.other, by: actor) == expected)
            #expect(RolePolicy.confirm(of: Self.other, by: actor) == expected)
            #expect(RolePolicy.end(grant(.official), others: 0, by: actor) == expected)
            #expect(RolePolicy.erase(Self.other, administers: false, others: 0, by: actor) == expected)
            #expect(RolePolicy.resetStep(of: Self.other, by: actor) == expected)
        }
    }

    @Test("nobody gives themselves a role, an organisation or another year, erases themselves or resets their second step; the answer says why (BIO2 5.18)")
    func oneself() {
        let actor = actor(.functionalAdministrator)
        for role in Role.allCases { #expect(refuses(RolePolicy.give(role, at: .installation, to: Self.me, by: actor))) }
        #expect(refuses(RolePolicy.join(Self.me, by: actor)))
        #expect(refuses(RolePolicy.confirm(of: Self.me, by: actor)))
        #expect(refuses(RolePolicy.erase(Self.me, administers: true, others: 5, by: actor)))
        #expect(refuses(RolePolicy.resetStep(of: Self.me, by: actor)))
        // Less is always allowed.
        #expect(RolePolicy.end(grant(.official), others: 0, by: actor) == .allowed)
    }

    @Test("the last administrator stays; other roles end, and one of two administrators too")
    func last() throws {
        let actor = actor(.functionalAdministrator), area = Scope.area(try #require(AreaCode("GM0222")))
        #expect(refuses(RolePolicy.end(grant(.functionalAdministrator), others: 0, by: actor)))
        #expect(RolePolicy.end(grant(.functionalAdministrator), others: 1, by: actor) == .allowed)
        #expect(RolePolicy.end(grant(.functionalAdministrator, area), others: 0, by: actor) == .allowed)
        #expect(refuses(RolePolicy.erase(Self.other, administers: true, others: 0, by: actor)))
        #expect(RolePolicy.erase(Self.other, administers: true, others: 1, by: actor) == .allowed)
        #expect(RolePolicy.erase(Self.other, administers: false, others: 0, by: actor) == .allowed)
    }

    @Test("an administrator is one on the whole site")
    func everywhere() throws {
        let actor = actor(.functionalAdministrator), area = Scope.area(try #require(AreaCode("GM0222")))
        #expect(refuses(RolePolicy.give(.functionalAdministrator, at: area, to: Self.other, by: actor)))
        #expect(RolePolicy.give(.functionalAdministrator, at: .installation, to: Self.other, by: actor) == .allowed)
        #expect(RolePolicy.give(.official, at: area, to: Self.other, by: actor) == .allowed)
    }

    @Test("the policy sees the role, and how many others administer for as long", arguments: TestDatabase.engines)
    func counted(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.with(engine) { people in
            let day: Int64 = 86_400_000, origin = PeopleInDatabase.origin(10 * day)
            let anna = try await people.person("Anna"), bert = try await people.person("Bert"), cleo = try await people.person("Cleo")
            let first = try await people.persons.grant(.functionalAdministrator, at: .installation, to: anna.id, from: PeopleInDatabase.origin(1))
            let second = try await people.persons.grant(
                .functionalAdministrator, at: .installation, to: bert.id, until: 20 * day, from: PeopleInDatabase.origin(2))
            try await people.persons.grant(.official, at: .installation, to: cleo.id, from: PeopleInDatabase.origin(3))
            // Bert's role ends before that of Anna, so hers is the last; his is not.
            for (grant, person, others) in [(first, anna, 0), (second, bert, 1)] {
                await #expect(throws: PersonStore.Fault.refused(.hidden)) {
                    try await people.persons.end(grant.id, of: person.id, from: origin) { seen, count in
                        #expect(seen == grant && count == others)
                        return .hidden
                    }
                }
            }
            for (person, administers, others) in [(anna, true, 0), (bert, true, 1), (cleo, false, 1)] {
                await #expect(throws: PersonStore.Fault.refused(.hidden)) {
                    try await people.persons.erase(person.id, from: origin) { seen, count in
                        #expect(seen == administers && count == others)
                        return .hidden
                    }
                }
            }
            await #expect(throws: PersonStore.Fault.unknownGrant) { try await people.persons.end(first.id, of: bert.id, from: origin) { _, _ in .allowed } }
            #expect(try await people.persons.grants(of: anna.id) == [first])
            #expect(try await people.actions().count == 6)
        }
    }

    @Test("ASVS 2.3.4: two administrators who end each other at the same moment leave one", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await PeopleInDatabase.withTwo(engine) { one, two in
            for round in 0..<5 {
                let anna = try await one.person("Anna\(round)"), bert = try await one.person("Bert\(round)")
                let first = try await one.persons.grant(.functionalAdministrator, at: .installation, to: anna.id, from: PeopleInDatabase.origin(2000))
                let second = try await one.persons.grant(.functionalAdministrator, at: .installation, to: bert.id, from: PeopleInDatabase.origin(2000))
                let policy: @Sendable (RoleGrant, Int) -> Decision = { _, others in others == 0 ? .hidden : .allowed }
                async let left: Void? = try? one.persons.end(first.id, of: anna.id, from: PeopleInDatabase.origin(3000), if: policy)
                async let right: Void? = try? two.persons.end(second.id, of: bert.id, from: PeopleInDatabase.origin(3000), if: policy)
                let ended = await [left, right].count { $0 != nil }
                #expect(ended == 1, "round \(round)")
                // The one who is left goes too, for the next round.
                for (grant, person) in [(first, anna), (second, bert)] {
                    try? await one.persons.end(grant.id, of: person.id, from: PeopleInDatabase.origin(3000))
                }
            }
        }
    }
}
