import Charts
import Core
import Foundation
import Geo
import HTML
import Testing
import Web

@testable import Areas
@testable import Figures

@Suite("Maps of figures")
struct PagesMapTests {
    /// Squares of a kilometre side by side.
    static func squares(_ codes: [String]) -> MapPaths? {
        MapPaths(
            codes.enumerated().map { index, code in
                let x = 190_000 + Double(index) * 1000, y = 440_000.0
                let ring = [Point(x: x, y: y), Point(x: x + 1000, y: y), Point(x: x + 1000, y: y + 1000), Point(x: x, y: y + 1000), Point(x: x, y: y)]
                return Outline(code: PagesSample.code(code), shape: MultiPolygon([[ring]]), label: Point(x: x + 500, y: y + 500))
            })
    }

    private func values(_ key: String, _ codes: [String] = PagesSample.neighbourhoods, period: Period? = nil) throws -> MapValues? {
        let areas = codes.compactMap { PagesSample.gazetteer.area(PagesSample.code($0), in: 2024) }
        return MapValues(
            try #require(Catalogue.indicator(key)), areas: areas, period: period, book: PagesSample.book, gazetteer: PagesSample.gazetteer)
    }

    private func classes(_ values: MapValues, _ method: MapQuestion.Method = .fixed, _ count: Int = 5) -> MapClasses? {
        MapClasses(values, method: method, classes: count, book: PagesSample.book, language: .nl)
    }

    @Test("fixed classes have the same bounds in every municipality")
    func fixedBounds() throws {
        let here = try #require(try values("goed-ervaren-gezondheid")), there = try #require(try values("goed-ervaren-gezondheid", PagesSample.others))
        #expect(classes(here)?.legend.map(\.text) == classes(there)?.legend.map(\.text))
        #expect(classes(here)?.legend.count == 5)
    }

    @Test("every area with a figure has a class, and the counts of the legend add up", arguments: MapQuestion.Method.allCases, 3...7)
    func everyAreaHasAClass(method: MapQuestion.Method, count: Int) throws {
        let shown = try #require(try values("koopwoningen"))
        let made = try #require(classes(shown, method, count))
        for item in shown.items { #expect((made.colour(of: item) == nil) == (item.value == nil)) }
        let total = made.legend.reduce(0) { $0 + (Int($1.count.prefix { $0.isNumber }) ?? 0) }
        #expect(total == shown.items.count)
        #expect(made.legend.last?.colourClass == nil)
        #expect(made.legend.compactMap(\.colourClass).allSatisfy { (1...7).contains($0) })
    }

    @Test("bounds are round numbers, and the value a reader sees decides")
    func roundBounds() throws {
        let shown = try #require(try values("woningwaarde"))
        let made = try #require(classes(shown))
        #expect(made.legend.first?.text.hasPrefix("minder dan € ") == true)
        #expect(made.legend.allSatisfy { !$0.text.contains("0.001") })
        #expect(made.fit.map { (0...1).contains($0) } == true)
    }

    @Test("the table goes from high to low with what is missing last, and marks the own area")
    func tableOrder() throws {
        let shown = try #require(try values("goed-ervaren-gezondheid"))
        #expect(shown.sorted.compactMap(\.value) == shown.items.compactMap(\.value).sorted(by: >))
        let missing = try #require(try values("koopwoningen"))
        #expect(missing.sorted.last?.value == nil)
        #expect(missing.sorted.last?.missing == MissingReason.secret.explanation)
    }

    @Test("a figure that could brand a neighbourhood is listed by name, and the page says why")
    func noLeagueTable() throws {
        let shown = try #require(try values("leefbaarometer-afwijking"))
        #expect(shown.sorted.map(\.area.name) == shown.items.map(\.area.name).sorted())
        let page = try figure(shown)
        #expect(page.contains(FiguresWords(.nl).noRanking))
    }

    private func figure(_ shown: MapValues, isLinked: Bool = true) throws -> String {
        let own = try #require(PagesSample.gazetteer.area(PagesSample.code(PagesSample.neighbourhoods[1]), in: 2024))
        let sheet = MapSheet(
            values: shown, classes: try #require(classes(shown)), paths: try #require(Self.squares(PagesSample.neighbourhoods)),
            place: try #require(PagesSample.gazetteer.area(PagesSample.code("GM0001"), in: 2024)), link: { AreasRoute.area($0.code).address.url(in: .nl) },
            isLinked: isLinked, language: .nl)
        let map = MapFigure(sheet: sheet, own: own, isTableOpen: true)
        return String(decoding: map.rendered(), as: UTF8.self)
    }

    @Test("the map has stripes for what is missing, a scale bar, the own area outlined, links, and every area in the table too")
    func drawing() throws {
        let page = try figure(try #require(try values("koopwoningen")))
        #expect(page.contains("class=\"k0\""))
        #expect(page.contains("class=\"gekozen\""))
        #expect(page.contains("<tr class=\"hier\">"))
        #expect(page.contains("1 kilometer"))
        for code in PagesSample.neighbourhoods { #expect(page.components(separatedBy: "href=\"/gebieden/\(code)\"").count == 3) }
        #expect(page.contains("5 vaste klassen") || page.contains("vaste klassen met ronde grenzen"))
    }

    @Test("around the middle: what rounding can explain is no clear difference")
    func diverging() throws {
        let shown = try #require(try values("goed-ervaren-gezondheid"))
        let made = try #require(classes(shown, .diverging, 7))
        #expect(made.palette == .diverging)
        #expect(made.legend.contains { $0.text == "geen duidelijk verschil" && $0.colourClass == 4 })
        #expect(made.reference == 73)
    }

    @Test("a period that is not there gives no map")
    func noPeriod() throws {
        #expect(try values("eenzaam", period: Period(year: 1999)) == nil)
        #expect(try values("eenzaam", period: Period(year: 2020))?.period == Period(year: 2020))
        #expect(try values("rokers") == nil)
    }

    @Test("what the address asks for wrongly is said beside its field; the rest is kept")
    func wrongQuestions() {
        var form = Form(items: [
            .init("cijfer", "bestaat-niet"), .init("niveau", "straat"), .init("indeling", "mooi"), .init("klassen", "99"), .init("periode", "2020"),
        ])
        let question = MapForm.question(&form, levels: [.neighbourhood, .district])
        #expect(form.errors.map(\.field) == ["cijfer", "niveau", "indeling", "klassen"])
        #expect(question.period == "2020" && question.method == nil && question.classes == nil && question.level == nil)
    }

    @Test("few classes take shades far apart; both sides of a middle mirror each other")
    func shades() {
        #expect((0..<3).map { MapClasses.shade($0, of: 3) } == [1, 3, 5])
        #expect((0..<7).map { MapClasses.shade($0, of: 7) } == [1, 2, 3, 4, 5, 6, 7])
        #expect([-2, -1, 0, 1, 2].map { MapClasses.side($0, of: 2) } == [1, 3, 4, 5, 7])
        #expect([-3, 3].map { MapClasses.side($0, of: 3) } == [1, 7])
    }
}
