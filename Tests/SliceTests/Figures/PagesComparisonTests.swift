import Areas
import Core
import Foundation
import HTML
import Testing
import Web

@testable import Figures

@Suite("Areas side by side")
struct PagesComparisonTests {
    private func comparison(_ codes: [String]) -> Comparison { Comparison(codes.compactMap { PagesSample.profile($0) }) }

    private func finding(_ key: String, _ codes: [String]) -> Comparison.Finding? { comparison(codes).rows.first { $0.indicator.key == key }?.finding }

    @Test("a difference beyond rounding is said, with its side")
    func clear() {
        #expect(finding("inwoners", [PagesSample.neighbourhoods[0], PagesSample.neighbourhoods[3]]) == .clear(higher: [1], lower: []))
        #expect(finding("inwoners", [PagesSample.neighbourhoods[3], PagesSample.neighbourhoods[0]]) == .clear(higher: [], lower: [1]))
    }

    @Test("a model estimate without a margin allows no verdict")
    func cannotSay() {
        #expect(finding("eenzaam", [PagesSample.neighbourhoods[0], PagesSample.neighbourhoods[1]]) == .cannotSay)
    }

    @Test("an area without the figure is no side of a comparison")
    func tooFew() {
        #expect(finding("koopwoningen", [PagesSample.neighbourhoods[0], PagesSample.neighbourhoods[1]]) == .tooFew)
    }

    @Test("the page has the table first, a strip for each area, links to remove and to download, and escapes names")
    func page() {
        let codes = [PagesSample.neighbourhoods[1], PagesSample.neighbourhoods[2]]
        let page = ComparisonPage(
            comparison: comparison(codes), hits: [], form: Form(items: []), chosen: "inwoners", newest: 2024, language: .nl)
        let text = String(decoding: page.rendered(), as: UTF8.self)
        #expect(text.components(separatedBy: "<h1").count == 2)
        #expect(text.components(separatedBy: "class=\"strook\"").count == 3)
        #expect(text.contains("href=\"/vergelijken?gebied=\(codes[0])\""))
        #expect(text.contains("href=\"/vergelijken/cijfers.csv?gebied=\(codes[0])&amp;gebied=\(codes[1])\""))
        #expect(!text.contains("Buurt 1 <b>"))
        let table = text.range(of: "<table")?.lowerBound, strip = text.range(of: "class=\"strook\"")?.lowerBound
        #expect(table.map { $0 < strip ?? text.endIndex } == true)
    }

    @Test("what was filled in stays, with the fault beside the field and the areas it may mean")
    func fault() {
        var form = Form(items: [.init("gebied", "Sint \"Jan\"")])
        form.fail("gebied", FiguresWords.both(\.areaNotFound))
        let page = ComparisonPage(comparison: comparison([]), hits: [], form: form, chosen: nil, newest: 2024, language: .en)
        let text = String(decoding: page.rendered(), as: UTF8.self)
        #expect(text.contains("value=\"Sint &quot;Jan&quot;\""))
        #expect(text.contains("id=\"gebied-fout\""))
    }
}
