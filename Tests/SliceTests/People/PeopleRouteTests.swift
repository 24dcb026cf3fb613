import Core
import Testing
import Web

@testable import People

@Suite("Addresses of people")
struct PeopleRouteTests {
    private static let id = Identifier(at: 1_790_000_000_000)

    private static let routes: [PeopleRoute] = [
        .signIn(), .signIn(back: "/gebieden/GM0301?jaar=2024&x=é"), .signIn(back: ""), .code(id), .code(id, back: "/en/mijn"), .link(id, token: "a-_Z09"),
        .link(id, token: ""), .link(id, token: "a&b=c d+%"), .secondStep(), .secondStep(back: "/"), .signOut, .account, .file, .archive, .sessionEnd(id),
        .secondFactor(),
        .secondFactor(back: "/mijn"), .log(), .log(before: 12), .log(before: .max), .people, .journal(),
        .journal(JournalQuestion(before: 0)), .journal(JournalQuestion(before: -1)), .journal(JournalQuestion(person: id)),
        .journal(
            JournalQuestion(
                person: id, thing: Event.Thing("sign-in", "a/b=c"), action: "role.granted", result: .refused, channel: .commandLine,
                first: DutchDay("2026-01-31"), last: DutchDay("2026-02-01"), before: 7)),
    ]

    @Test("every address is read as it was printed, in both languages")
    func roundTrip() {
        for route in Self.routes {
            #expect(PeopleRoute(route.address) == route, "\(route)")
            #expect(PeopleRoute(PageAddress(target: route.address.url(in: .nl))) == route, "\(route)")
            let english = route.address.url(in: .en)
            #expect(english.hasPrefix("/en/"))
            #expect(PeopleRoute(PageAddress(target: english.dropFirst(3))) == route, "\(route)")
        }
        #expect(Set(Self.routes.map { $0.address.url(in: .nl) }).count == Self.routes.count)
    }

    @Test("an address of another slice, one without what it needs and a deeper path are no address of people")
    func foreign() {
        let id = Self.id.description
        for target in [
            "/", "/gebieden", "/aanmelden/x", "/aanmelden/code", "/aanmelden/code?poging=x", "/aanmelden/link?poging=\(id)", "/aanmelden/link?sleutel=x",
            "/aanmelden/tweede-stap/x", "/afmelden/x", "/Mijn", "/mijn/x", "/mijn/aanmeldingen", "/mijn/aanmeldingen/\(id)", "/mijn/aanmeldingen/x/einde",
            "/mijn/aanmeldingen/\(id)/einde/x", "/beheer", "/beheer/x", "/en/mijn", "/mensen",
        ] {
            #expect(PeopleRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }

    @Test("ASVS 3.7.2: whatever stands in the address, signing in leads to a page of this site")
    func goal() {
        let hostile = [
            "//evil.example", "///evil.example", "https://evil.example", "https:evil.example", "HTTPS://evil.example/x", "/\\evil.example", "\\\\evil.example",
            "/%2F%2Fevil.example", "%2F%2Fevil.example", "/%2Fevil.example", "/%5Cevil.example", "/.//evil.example", "/..//evil.example",
            "/./%2e%2e//evil.example",
            "javascript:alert(1)", "JaVaScRiPt:alert(1)", "/javascript:alert(1)", "data:text/html,x", "\t//evil.example", " //evil.example", "\n//evil.example",
            "/\t/evil.example", "/\n/evil.example", "/%0d%0aLocation:%20https://evil.example", "/x\r\nLocation: https://evil.example", "?//evil.example",
            "#//evil.example", "/#@evil.example", "@evil.example", ":80/evil.example", "/mijn?terug=//evil.example", "\u{0}//evil.example",
            "/\u{202E}//evil.example",
        ]
        for path in hostile {
            for printed in [SignInRoutes.readable(path), SignInRoutes.goal(path).url(in: .nl), SignInRoutes.goal(path).url(in: .en)].compactMap(\.self) {
                // One slash and then a sign that cannot begin the name of a host; no sign that a browser leaves out or takes for a slash.
                #expect(printed.hasPrefix("/") && !printed.hasPrefix("//"), "\(path): \(printed)")
                #expect(!printed.contains("\\") && printed.utf8.allSatisfy { (0x21...0x7E).contains($0) }, "\(path): \(printed)")
                #expect(!printed.split(separator: "?")[0].contains("//"), "\(path): \(printed)")
            }
        }
    }

    @Test("the way back is the page someone came from, and without one their own page")
    func back() {
        for path in ["/", "/mijn", "/gebieden/GM0301?jaar=2024", "/zoeken?q=caf%C3%A9&x=1"] {
            #expect(SignInRoutes.readable(path) == path)
            #expect(SignInRoutes.goal(path).url(in: .nl) == path)
        }
        #expect(SignInRoutes.readable("") == nil && SignInRoutes.goal("") == PeopleRoute.account.address)
        let long = "/" + String(repeating: "a", count: 1000)
        #expect(SignInRoutes.readable(long) == nil && SignInRoutes.goal(long) == PeopleRoute.account.address)
        #expect(SignInRoutes.readable(String(long.dropLast())) != nil)
    }
}
