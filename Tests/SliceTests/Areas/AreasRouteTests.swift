import Areas
import Core
import Testing
import Web

@Suite("Addresses of areas")
struct AreasRouteTests {
    @Test("every address is read as it was printed, in both languages")
    func roundTrip() throws {
        let code = try AreaCode.made("BU0363MK03")
        let routes: [AreasRoute] = [
            .browse, .area(code), .area(code, year: 2020), .area(.netherlands), .search(""), .search("'s-Gravenhage & <b> 100% + é/日"), .suggestions(""),
            .suggestions("zut phen"), .whereDoYouLive(nil), .whereDoYouLive(""), .whereDoYouLive("7201 AB"),
        ]
        for route in routes {
            #expect(AreasRoute(route.address) == route)
            #expect(AreasRoute(PageAddress(target: route.address.url(in: .nl))) == route)
            let english = route.address.url(in: .en)
            #expect(english.hasPrefix("/en/"))
            #expect(AreasRoute(PageAddress(target: english.dropFirst(3))) == route)
        }
        #expect(Set(routes.map { $0.address.url(in: .nl) }).count == routes.count)
    }

    @Test("an address of another slice, a code that is none and a deeper path are no address of areas")
    func foreign() {
        for target in [
            "/", "/cijfers", "/gebieden/x", "/gebieden/GM0222/kaart", "/gebieden/GM0222/x", "/zoeken/x", "/waar-woon-je/x", "/Gebieden", "/en/gebieden",
        ] {
            #expect(AreasRoute(PageAddress(target: target)) == nil, "\(target)")
        }
    }

    @Test("the page of an area has its year in the address only when it is not the newest")
    func year() throws {
        let area = try Area.made("GM0222", "Doetinchem", year: 2020)
        #expect(area.address(newest: 2020).url(in: .nl) == "/gebieden/GM0222")
        #expect(area.address(newest: 2024).url(in: .en) == "/en/gebieden/GM0222?jaar=2020")
        #expect(area.address(newest: nil).url(in: .nl) == "/gebieden/GM0222?jaar=2020")
    }
}
