import Core
import Learning
import Testing

@Suite("Who organises learning")
struct LearningPolicyTests {
    private static let programme = Identifier(at: 1), part = Identifier(at: 2), elsewhere = Identifier(at: 3)

    private func actor(_ role: Role, _ scope: Scope, _ proof: Actor.Proof = .twoFactors) -> Actor {
        let grant = RoleGrant(id: Identifier(at: 4), role: role, scope: scope, start: 0, end: nil, reviewed: 0)
        return Actor(person: Actor.Person(id: Identifier(at: 5), name: "Anna", organisation: nil), grants: [grant], proof: proof)
    }

    private func organise(_ actor: Actor) -> Decision { LearningPolicy.organise(programme: Self.programme, part: Self.part, by: actor) }
    private func lead(_ actor: Actor) -> Decision { LearningPolicy.lead(programme: Self.programme, part: Self.part, by: actor) }

    @Test("ORG-04, ORG-05, ORG-13: who facilitates or advises a programme or a part of it organises there and nowhere else, after a second factor")
    func places() {
        for role in [Role.programmeFacilitator, .circleFacilitator, .adviser] {
            for scope in [Scope.programme(Self.programme), .thing(kind: "programmaonderdeel", id: Self.part), .installation] {
                #expect(organise(actor(role, scope)) == .allowed && lead(actor(role, scope)) == .allowed, "\(role) \(scope)")
                #expect(organise(actor(role, scope, .oneFactor)) == .signIn(.twoFactors), "\(role) \(scope)")
            }
            for scope in [Scope.programme(Self.elsewhere), .thing(kind: "programmaonderdeel", id: Self.elsewhere), .organisation(Self.programme)] {
                #expect(organise(actor(role, scope)) == .hidden && lead(actor(role, scope)) == .hidden, "\(role) \(scope)")
            }
        }
        let ofPart = actor(.adviser, .thing(kind: "programmaonderdeel", id: Self.part))
        #expect(LearningPolicy.organise(programme: Self.programme, part: nil, by: ofPart) == .hidden)
        for role in Set(Role.allCases).subtracting([.programmeFacilitator, .circleFacilitator, .adviser, .functionalAdministrator]) {
            #expect(organise(actor(role, .installation)) == .hidden, "\(role)")
        }
        #expect(organise(.visitor) == .hidden && lead(.visitor) == .hidden)
    }

    @Test("a functional administrator helps to organise, but leads nothing that a group keeps to itself")
    func administrators() {
        let administrator = actor(.functionalAdministrator, .installation)
        #expect(organise(administrator) == .allowed && lead(administrator) == .hidden)
        #expect(organise(actor(.functionalAdministrator, .installation, .oneFactor)) == .signIn(.twoFactors))
    }
}
