import Core
import People
import TestSupport
import Testing
import Web

@Suite("Who may see and change organisations")
struct OrganisationPolicyTests {
    private static let ours = Identifier(at: 1), theirs = Identifier(at: 2), me = Identifier(at: 3)

    private func actor(_ role: Role?, of organisation: Identifier?, proof: Actor.Proof) -> Actor {
        let grants = role.map { [RoleGrant(id: Identifier(at: 4), role: $0, scope: .installation, start: 0, end: nil, reviewed: 0)] } ?? []
        return Actor(person: Actor.Person(id: Self.me, name: "", organisation: organisation), grants: grants, proof: proof)
    }

    private func isRefused(_ decision: Decision) -> Bool { if case .refused = decision { true } else { false } }

    @Test("who belongs to an organisation is seen by its own people and by administrators")
    func members() {
        #expect(OrganisationPolicy.readMembers(of: Self.ours, by: .visitor) == .signIn(.oneFactor))
        #expect(OrganisationPolicy.readMembers(of: Self.ours, by: actor(nil, of: Self.ours, proof: .oneFactor)) == .allowed)
        #expect(OrganisationPolicy.readMembers(of: Self.ours, by: actor(.official, of: Self.ours, proof: .oneFactor)) == .signIn(.twoFactors))
        #expect(OrganisationPolicy.readMembers(of: Self.ours, by: actor(.official, of: Self.ours, proof: .twoFactors)) == .allowed)
        for other in [Self.theirs, nil] {
            #expect(isRefused(OrganisationPolicy.readMembers(of: Self.ours, by: actor(.official, of: other, proof: .twoFactors))))
        }
        #expect(OrganisationPolicy.readMembers(of: Self.ours, by: actor(.functionalAdministrator, of: nil, proof: .oneFactor)) == .signIn(.twoFactors))
        #expect(OrganisationPolicy.readMembers(of: Self.ours, by: actor(.functionalAdministrator, of: nil, proof: .twoFactors)) == .allowed)
    }

    @Test("administrators change organisations, but not those that follow the list of municipalities", arguments: Role.allCases)
    func change(_ role: Role) {
        let club = Organisation(id: Self.ours, name: "Club", kind: .residentsGroup, area: nil, addedAt: 0, endedAt: nil)
        let town = Organisation(
            id: Self.theirs, name: "Doetinchem", kind: .municipality, area: AreaCode("GM0222"), addedAt: 0, endedAt: nil,
            listed: Organisation.Listing(last: 2024))
        let someone = actor(role, of: nil, proof: .twoFactors)
        #expect(OrganisationPolicy.change(club, by: someone) == (role == .functionalAdministrator ? .allowed : .hidden))
        #expect(isRefused(OrganisationPolicy.change(town, by: someone)) == (role == .functionalAdministrator))
        #expect(OrganisationPolicy.change(club, by: .visitor) == .hidden)
    }

    private static let routes: [OrganisationRoute] =
        [.list(), .list(kind: .umbrella), .list(withEnded: true), .organisation(ours), .people(ours), .administration]
        + [.edit(ours), .describe(ours), .end(ours), .resume(ours)] + OrganisationKind.allCases.map { .list(kind: $0, withEnded: true) }

    @Test("every address of organisations is read as it was printed, in both languages")
    func addresses() {
        for route in Self.routes {
            #expect(OrganisationRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)")
            #expect(OrganisationRoute(PageAddress(target: route.address.url(in: .en).dropFirst(3))) == route, "\(route)")
        }
        let id = Self.ours.description
        for target in ["/", "/beheer", "/organisaties/x", "/organisaties/\(id)/x", "/beheer/organisaties/x", "/beheer/organisaties/\(id)/x", "/beheer/mensen"] {
            #expect(OrganisationRoute(PageAddress(target: target)) == nil, "\(target)")
        }
        #expect(OrganisationRoute(PageAddress(target: "/organisaties?soort=koning")) == .list())
    }
}
