import Areas
import Core
import Testing
import Web

@testable import Figures

@Suite("Addresses of own data")
struct OwnRouteTests {
    static let routes: [OwnRoute] = [
        .tables, .table("meldingen-2025"), .table("meldingen", within: PagesSample.code("GM0222"), level: .district), .tableFile("meldingen", .csv),
        .tableFile("meldingen", .json), .areas, .area("wijkteam-noord"), .areaFile("wijkteam-noord", .csv), .areaFile("wijkteam-noord", .json),
    ]

    @Test("every address is read back as it was printed", arguments: routes)
    func roundTrip(route: OwnRoute) {
        #expect(OwnRoute(route.address) == route)
        #expect(OwnRoute(PageAddress(target: route.address.url(in: .nl))) == route)
        #expect(route.address.url(in: .en).hasPrefix("/en/eigen-"))
    }

    @Test("every address in the API is read back as it was printed", arguments: [OwnAPIRoute.tables, .table("a"), .cells("a"), .areas, .area("b-1")])
    func interface(route: OwnAPIRoute) {
        #expect(OwnAPIRoute(route.address) == route && route.address.url(in: .en).hasPrefix("/api/v1/eigen-"))
    }

    @Test("addresses of other pages are not ours", arguments: ["/cijfers", "/eigen-cijfers/a/b", "/eigen-gebieden/a/cijfers.xml", "/eigen-cijfers/a/b/c", "/"])
    func others(target: String) {
        #expect(OwnRoute(PageAddress(target: target)) == nil && OwnAPIRoute(PageAddress(target: "/api/v1" + target)) == nil)
    }

    @Test("a permanent name is made of small letters, digits and single hyphens")
    func keys() {
        for key in ["a", "meldingen-2025", "x1"] { #expect(OwnKey.isValid(key)) }
        for key in ["", "-a", "a-", "a--b", "A", "é", "a b", "a/b", String(repeating: "a", count: 61)] { #expect(!OwnKey.isValid(key)) }
    }
}
