import Core
import People
import Testing
import Web

@Suite("Addresses of the administration")
struct AdministrationRouteTests {
    private static let person = Identifier(at: 1_790_000_000_000), thing = Identifier(at: 1_790_000_000_001)

    private static let routes: [AdministrationRoute] = [
        .person(person), .roles(person), .roleEnd(person, role: thing), .memberships(person), .membershipEnd(person, membership: thing), .sessionsEnd(person),
        .secondFactorReset(person), .erasure(person), .review,
    ]

    @Test("every address is read as it was printed, in both languages")
    func roundTrip() {
        for route in Self.routes {
            #expect(AdministrationRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)")
            #expect(AdministrationRoute(PageAddress(target: route.address.url(in: .en).dropFirst(3))) == route, "\(route)")
            #expect(PeopleRoute(route.address) == nil, "\(route)")
        }
        #expect(Set(Self.routes.map { $0.address.url(in: .nl) }).count == Self.routes.count)
    }

    @Test("an address of another part is none of the administration")
    func foreign() {
        let id = Self.person.description
        for target in [
            "/", "/beheer", "/beheer/mensen", "/beheer/mensen/x", "/beheer/mensen/\(id)/x", "/beheer/mensen/\(id)/rollen/x/einde",
            "/beheer/mensen/\(id)/rollen/\(id)", "/beheer/mensen/\(id)/rollen/\(id)/x", "/beheer/mensen/\(id)/aanmeldingen",
            "/beheer/mensen/\(id)/tweede-stap", "/beheer/mensen/\(id)/tweede-stap/x", "/beheer/rollen/x", "/mijn",
        ] {
            #expect(AdministrationRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }
}
