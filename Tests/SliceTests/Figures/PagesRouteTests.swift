import Areas
import Core
import Testing
import Web

@testable import Figures

@Suite("Addresses of figures")
struct PagesRouteTests {
    static let routes: [FiguresRoute] = [
        .map(PagesSample.code("GM0222")),
        .map(PagesSample.code("BU02220101"), MapQuestion(figure: "eenzaam", period: "2020", level: .district, method: .fisherJenks, classes: 7, year: 2020)),
        .comparison([]), .comparison(["GM0222", "Malburgen & zo"]), .comparisonFile(["GM0222"], .csv), .comparisonFile(["GM0222", "GM0202"], .json), .catalogue,
        .indicator("eenzaam"), .sources, .source("kwb-2024"), .edition("kwb-2024", 3), .file(PagesSample.code("GM0222"), .csv),
        .file(PagesSample.code("GM0222"), .json, year: 2020, all: true), .jobs, .job("a1"),
    ]

    @Test("every address is read back as it was printed", arguments: routes)
    func roundTrip(route: FiguresRoute) {
        #expect(FiguresRoute(route.address) == route)
        #expect(FiguresRoute(PageAddress(target: route.address.url(in: .nl))) == route)
        #expect(route.address.url(in: .en).hasPrefix("/en/"))
    }

    @Test(
        "addresses of other slices and nonsense are not ours",
        arguments: ["/", "/gebieden", "/gebieden/GM0222", "/gebieden/GM0222/iets", "/bronnen/a/b", "/taken/a/b"])
    func others(target: String) {
        #expect(FiguresRoute(PageAddress(target: target)) == nil)
    }
}
