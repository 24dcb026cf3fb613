import Core
import People
import Testing
import Web

@Suite("Addresses of what someone signs in with")
struct CredentialRouteTests {
    private static let routes: [CredentialRoute] = [
        .proof(), .proof(back: "/mijn/wachtwoord"), .proof(back: "/gebieden?x=é&y"), .proofCode(), .proofCode(back: "/mijn/tweede-stap?terug=%2F"), .password,
        .passwordRemoval, .mail, .mailCode, .recoveryCodes, .secondFactorRemoval,
        .provider("gemeente"), .provider("gemeente", back: "/mijn"), .providerReturn("gemeente"), .providerProblem("gemeente", .unknown),
        .providerProblem("gemeente", .over), .providerKeys, .identities, .identityBind("gemeente"), .identityRemoval(Identifier(at: 1_790_000_000_000)),
    ]

    @Test("every address is read as it was printed, in both languages")
    func roundTrip() {
        for route in Self.routes {
            #expect(CredentialRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)")
            #expect(CredentialRoute(PageAddress(target: route.address.url(in: .en).dropFirst(3))) == route, "\(route)")
            #expect(PeopleRoute(route.address) == nil, "\(route)")
        }
        #expect(Set(Self.routes.map { $0.address.url(in: .nl) }).count == Self.routes.count)
    }

    @Test("an address of another part is none of these")
    func foreign() {
        for target in [
            "/", "/mijn", "/mijn/tweede-stap", "/mijn/bewijs/x", "/mijn/bewijs/code/x", "/mijn/wachtwoord/x", "/mijn/wachtwoord/weg/x", "/wachtwoord",
            "/mailadres", "/mijn/mailadres/x", "/mijn/mailadres/code/x", "/mijn/herstelcodes/x", "/mijn/tweede-stap/x", "/mijn/tweede-stap/weg/x",
            "/aanmelden/openid", "/aanmelden/openid/x/mislukt", "/aanmelden/openid/x/mislukt?reden=y", "/aanmelden/openid/x/y",
            "/mijn/koppelen", "/mijn/koppelingen/x", "/mijn/koppelingen/x/weg", "/mijn/koppelingen/01m80z5njhgfcm0npw6m3sbzrq/weg/x",
        ] {
            #expect(CredentialRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }

    @Test("ASVS 7.5.1: a proof is fresh for a quarter of an hour, and with a second factor only with both")
    func fresh() {
        let start: Int64 = 1_790_000_000_000, term: Int64 = 15 * 60_000
        func decide(_ age: Int64, _ proof: Actor.Proof, second: Bool) -> FreshProof {
            .decide(provedAt: start, proof: proof, hasSecondFactor: second, at: start + age)
        }
        #expect(decide(0, .oneFactor, second: false) == .fresh)
        #expect(decide(term - 1, .oneFactor, second: false) == .fresh)
        #expect(decide(term, .oneFactor, second: false) == .stale)
        #expect(decide(0, .oneFactor, second: true) == .secondStep)
        #expect(decide(term - 1, .twoFactors, second: true) == .fresh)
        #expect(decide(term, .twoFactors, second: true) == .stale)
        #expect(decide(term, .oneFactor, second: true) == .stale)
    }
}
