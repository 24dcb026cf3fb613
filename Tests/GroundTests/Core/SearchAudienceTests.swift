import Core
import TestSupport
import Testing

@Suite("Whom a thing may be found by")
struct SearchAudienceTests {
    private static let area = AreaCode("GM0222") ?? .netherlands
    private static let programmes = (0..<2).map { Identifier(at: Int64($0)) }
    private static let scopes: [Scope] = [
        .installation, .area(area), .programme(programmes[0]), .programme(programmes[1]), .organisation(programmes[0]),
        .thing(kind: "kring", id: programmes[0]),
    ]
    private static let roles: [Role] = [.resident, .functionalAdministrator, .projectLeader, .partner]

    private static func actor(_ proof: Actor.Proof, _ grants: [(Role, Scope)]) -> Actor {
        let id = Identifier(at: 9)
        return Actor(
            person: Actor.Person(id: id, name: "Bo", organisation: nil),
            grants: grants.map { RoleGrant(id: id, role: $0.0, scope: $0.1, start: 0, end: nil, reviewed: 0) }, proof: proof)
    }

    private static func finds(_ actor: Actor, _ audience: Set<SearchAudience>) -> Bool {
        !SearchAudience.keys(of: audience).isDisjoint(with: SearchAudience.containing(actor).map(\.key))
    }

    @Test("ZOE-02: of a thing for a role, the words of an index say the same as the policy: for every role, place and proof")
    func asThePolicy() {
        for role in Self.roles {
            for scope in Self.scopes {
                let audience: Set<SearchAudience> = [.role(role, at: scope)]
                #expect(!Self.finds(.visitor, audience))
                for held in Self.roles {
                    for place in Self.scopes {
                        for proof in [Actor.Proof.oneFactor, .twoFactors] {
                            let actor = Self.actor(proof, [(held, place)])
                            #expect(
                                Self.finds(actor, audience) == actor.decide([role], at: [scope]).isAllowed,
                                "\(held) at \(place), \(proof), asks for a thing of \(role) at \(scope)")
                        }
                    }
                }
            }
        }
    }

    @Test("a thing for everyone is for a visitor too; one for a person is for that person alone; one for nobody is for nobody")
    func others() {
        let actor = Self.actor(.oneFactor, [])
        #expect(Self.finds(.visitor, [.everyone]) && Self.finds(actor, [.everyone]))
        #expect(Self.finds(actor, [.person(Identifier(at: 9))]) == false, "another identifier, although of the same moment")
        guard let person = actor.person else { return }
        #expect(Self.finds(actor, [.person(person.id)]) && !Self.finds(.visitor, [.person(person.id)]))
        #expect(Self.finds(actor, [.members]) && !Self.finds(.visitor, [.members]))
        #expect(!Self.finds(actor, []) && !Self.finds(.visitor, []))
    }

    @Test("no two audiences have one word")
    func keys() {
        let all: [SearchAudience] =
            [.everyone, .members] + Self.programmes.map(SearchAudience.person) + Self.roles.flatMap { role in Self.scopes.map { .role(role, at: $0) } }
        #expect(Set(all.map(\.key)).count == all.count)
    }
}
