import Core
import Testing
import Web

@Suite("Who may do what")
struct AccessTests {
    private static let here = Identifier(at: 1)
    private static let elsewhere = Identifier(at: 2)

    private func actor(_ proof: Actor.Proof, _ grants: (Role, Scope)...) -> Actor {
        let grants = grants.map { RoleGrant(id: Identifier(at: 3), role: $0.0, scope: $0.1, start: 0, end: nil, reviewed: 0) }
        return Actor(person: Actor.Person(id: Identifier(at: 4), name: "Anna", organisation: nil), grants: grants, proof: proof)
    }

    @Test("the role of a professional counts after a second factor, that of a resident after one")
    func factors() {
        let place = Scope.programme(Self.here)
        #expect(actor(.oneFactor, (.official, place)).decide([.official], at: [place]) == .signIn(.twoFactors))
        #expect(actor(.twoFactors, (.official, place)).decide([.official], at: [place]) == .allowed)
        #expect(actor(.oneFactor, (.resident, place)).decide([.resident], at: [place]) == .allowed)
        #expect(actor(.twoFactors, (.resident, place)).decide([.resident], at: [place]) == .allowed)
        // One of several roles is enough, and the one that needs no second factor does not ask for it.
        #expect(actor(.oneFactor, (.official, place), (.resident, place)).decide([.official, .resident], at: [place]) == .allowed)
        #expect(actor(.oneFactor, (.official, place), (.resident, place)).decide([.official], at: [place]) == .signIn(.twoFactors))
    }

    @Test("every role but those of residents is that of a professional")
    func professionals() {
        let others: Set<Role> = [.resident, .entrepreneur, .neighbourhoodMaker, .communityBuilder]
        for role in Role.allCases {
            #expect(role.isProfessional == !others.contains(role))
            #expect(actor(.oneFactor, (role, .installation)).needsTwoFactors == role.isProfessional)
            #expect(actor(.oneFactor, (role, .installation)).decide([role]) == (role.isProfessional ? .signIn(.twoFactors) : .allowed))
        }
        #expect(!actor(.oneFactor).needsTwoFactors && !Actor.visitor.needsTwoFactors)
        #expect(actor(.oneFactor, (.resident, .installation), (.partner, .programme(Self.here))).needsTwoFactors)
    }

    @Test("a role counts at its own place and no other, and one of the whole installation everywhere")
    func places() throws {
        let code = try #require(AreaCode("GM0301")), other = try #require(AreaCode("GM0200"))
        let pairs: [(own: Scope, others: [Scope])] = [
            (.organisation(Self.here), [.organisation(Self.elsewhere), .programme(Self.here), .thing(kind: "organisation", id: Self.here)]),
            (.programme(Self.here), [.programme(Self.elsewhere), .organisation(Self.here), .installation]),
            (.area(code), [.area(other), .installation, .programme(Self.here)]),
            (.thing(kind: "circle", id: Self.here), [.thing(kind: "pilot", id: Self.here), .thing(kind: "circle", id: Self.elsewhere)]),
        ]
        for (own, others) in pairs {
            let actor = actor(.twoFactors, (.official, own))
            #expect(actor.decide([.official], at: [own]) == .allowed)
            #expect(actor.decide([.official], at: Set(others + [own])) == .allowed)
            #expect(actor.decide([.official], at: Set(others)) == .hidden, "\(own)")
            #expect(actor.decide([.official]) == .hidden)
            #expect(actor.decide([.adviser], at: [own]) == .hidden && actor.decide([], at: [own]) == .hidden)
            let everywhere = self.actor(.twoFactors, (.official, .installation))
            for scope in others + [own] { #expect(everywhere.decide([.official], at: [scope]) == .allowed) }
        }
        #expect(Actor.visitor.decide(Set(Role.allCases), at: [.installation]) == .hidden)
    }

    @Test("what kind of page says to whom")
    func access() {
        let person = actor(.oneFactor), resident = actor(.twoFactors, (.resident, .installation)), official = actor(.twoFactors, (.official, .installation))
        let local = actor(.twoFactors, (.functionalAdministrator, .programme(Self.here)))
        let one = actor(.oneFactor, (.functionalAdministrator, .installation)), two = actor(.twoFactors, (.functionalAdministrator, .installation))
        let facilitator = actor(.twoFactors, (.programmeFacilitator, .programme(Self.here)))
        let actors = [Actor.visitor, person, resident, official, local, one, two, facilitator]
        let expected: [Access: [Decision]] = [
            .everyone: [.allowed, .allowed, .allowed, .allowed, .allowed, .allowed, .allowed, .allowed],
            .person: [.signIn(.oneFactor), .allowed, .allowed, .allowed, .allowed, .allowed, .allowed, .allowed],
            .administrator: [.signIn(.twoFactors), .hidden, .hidden, .hidden, .hidden, .signIn(.twoFactors), .allowed, .hidden],
            .programmeTeam: [.signIn(.twoFactors), .hidden, .hidden, .hidden, .hidden, .signIn(.twoFactors), .allowed, .allowed],
            .organisers: [.signIn(.twoFactors), .hidden, .hidden, .hidden, .hidden, .signIn(.twoFactors), .allowed, .allowed],
            .conversationLeads: [.signIn(.twoFactors), .hidden, .hidden, .allowed, .hidden, .signIn(.twoFactors), .allowed, .hidden],
            .linkers: [.signIn(.twoFactors), .hidden, .hidden, .allowed, .allowed, .signIn(.twoFactors), .allowed, .allowed],
            .operators: [.hidden, .hidden, .hidden, .hidden, .hidden, .hidden, .hidden, .hidden],
        ]
        #expect(expected.count == Access.allCases.count)
        for access in Access.allCases { #expect(actors.map(access.decide) == expected[access], "\(access)") }
        #expect(Decision.allowed.isAllowed && ![Decision.hidden, .signIn(.oneFactor), .refused(Localized(nl: "", en: ""))].contains(where: \.isAllowed))
    }

    @Test("a proof with two factors is more than one, and one more than none")
    func proofs() {
        #expect(Actor.Proof.none < .oneFactor && .oneFactor < Actor.Proof.twoFactors)
    }
}
