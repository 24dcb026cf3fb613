import Areas
import Core
import Foundation
import HTML
import Testing
import Web

@testable import Figures

@Suite("Panels of a profile")
struct PagesProfileTests {
    private func panels(_ code: String, language: Language = .nl, address: PageAddress? = nil) throws -> [String: String] {
        let profile = try #require(PagesSample.profile(code))
        let scene = ProfileScene(
            profile: profile, book: PagesSample.book, language: language, newest: 2024, address: address ?? AreasRoute.area(profile.area.code).address)
        let map = MapPanel(scene: scene, place: profile.area, sheet: nil, hasOutlines: false, choices: [], unknown: nil)
        let part = ProfilePanels(scene: scene, map: map).part
        return Dictionary(uniqueKeysWithValues: part.panels.map { ($0.anchor, String(decoding: $0.content.rendered(), as: UTF8.self)) })
    }

    private let buurt = PagesSample.neighbourhoods[0]

    @Test("WYK-10: a profile opens with qualities, opportunities, bottlenecks and problems, in that order", arguments: Language.allCases)
    func fourSections(language: Language) throws {
        let brief = try #require(try panels(buurt, language: language)["kort"])
        let words = FiguresWords(language)
        let places = [words.qualities, words.opportunities, words.bottlenecks, words.problems].compactMap { brief.range(of: $0 + "</h3>")?.lowerBound }
        #expect(places.count == 4)
        #expect(places == places.sorted())
    }

    @Test("WYK-10: every line leads to a figure that is on the page")
    func linesLeadToFigures() throws {
        let all = try panels(buurt)
        let brief = try #require(all["kort"]), themes = try #require(all["cijfers"])
        let targets = brief.matches(of: /href="#([a-z0-9-]+)"/).map { String($0.1) }
        #expect(!targets.isEmpty)
        for target in targets { #expect(themes.contains("id=\"\(target)\"")) }
    }

    @Test("WYK-10: a section without a line says that nothing is known yet")
    func emptySection() throws {
        #expect(try #require(try panels(buurt)["kort"]).contains(FiguresWords(.nl).nothingKnown))
    }

    @Test("WYK-32: a problem says where and why, and the way to the map")
    func whereAndWhy() throws {
        let brief = try #require(try panels(buurt)["kort"])
        #expect(brief.contains("Waar?"))
        #expect(brief.contains("Waarom?"))
        #expect(brief.contains(FiguresRoute.map(PagesSample.code(buurt), MapQuestion(figure: "eenzaam")).address.url(in: .nl).replacing("&", with: "&amp;")))
    }

    @Test("WYK-20: every figure has its year, its sentence and its source, with a link to the delivery")
    func everyFigureHasSource() throws {
        let themes = try #require(try panels(buurt)["cijfers"])
        let articles = themes.components(separatedBy: "<article").dropFirst()
        #expect(articles.count == (try #require(PagesSample.profile(buurt))).figures.count)
        for article in articles {
            #expect(article.contains("class=\"jaar\""))
            #expect(article.contains("class=\"zin\"><strong>"))
            #expect(article.contains("href=\"/bronnen/kwb-20"))
            #expect(article.contains(FiguresWords(.nl).notSaidSummary))
        }
    }

    @Test("a missing figure is a box with its reason, never a nought and never a strip")
    func missingFigure() throws {
        let themes = try #require(try panels(buurt)["cijfers"])
        let article = try #require(themes.components(separatedBy: "<article").first { $0.contains("id=\"koopwoningen\"") })
        #expect(article.contains("cijfer leeg"))
        #expect(article.contains("Geen cijfer"))
        #expect(article.contains(MissingReason.secret.explanation.nl))
        #expect(!article.contains("class=\"strook\""))
    }

    @Test("ids are used once, headings stand one below the other, and no style or script is written")
    func structure() throws {
        let page = try panels(buurt).values.joined()
        let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count)
        #expect(!page.contains("style="))
        #expect(!page.contains("<script"))
        #expect(!page.contains("<h1") && !page.contains("<h2"))
        #expect(!page.contains("Buurt 0 <b>"))
    }

    @Test("the contributions of the Leefbaarometer stand in one table of bars beside their sum")
    func contributions() throws {
        let themes = try #require(try panels(buurt)["cijfers"])
        #expect(themes.contains("id=\"leefbaarometer-delen\""))
        #expect(themes.contains("tweezijdig"))
        #expect(themes.contains("−0,100"))
    }

    @Test("WYK-35: what is known, how old it is, and what is missing with the reason")
    func position() throws {
        let position = try #require(try panels(buurt)["weten"])
        #expect(position.contains("2024"))
        #expect(position.contains("<caption>" + FiguresWords(.nl).ages))
        #expect(position.contains(MissingReason.secret.explanation.nl))
    }

    @Test("a wrong figure in the address is said beside the list, with the words that were sent")
    func unknownFigure() throws {
        let profile = try #require(PagesSample.profile(buurt))
        let scene = ProfileScene(
            profile: profile, book: PagesSample.book, language: .nl, newest: 2024, address: AreasRoute.area(profile.area.code).address)
        let indicator = try #require(Catalogue.indicator("eenzaam"))
        let municipality = try #require(PagesSample.gazetteer.area(PagesSample.code("GM0001"), in: 2024))
        let sheet = MapShelf().sheet(
            of: indicator, MapScope(place: municipality, level: .neighbourhood), try #require(PagesMapTests.squares(PagesSample.neighbourhoods)), scene,
            try #require(PagesSample.gazetteer.map(of: 2024)), PagesSample.gazetteer)
        let panel = MapPanel(
            scene: scene, place: municipality, sheet: sheet, hasOutlines: true, choices: [indicator], unknown: "<onzin>")
        let page = String(decoding: panel.rendered(), as: UTF8.self)
        #expect(page.contains("id=\"cijfer-fout\""))
        #expect(page.contains("&lt;onzin&gt;"))
        #expect(page.contains("aria-invalid=\"true\""))
    }

    @Test("the page in English keeps Dutch words of sources marked as Dutch")
    func english() throws {
        let themes = try #require(try panels(buurt, language: .en)["cijfers"])
        #expect(themes.contains("lang=\"nl\">CBS, Kerncijfers"))
        #expect(themes.contains("Residents"))
    }

    @Test("days of the calendar are right before and after a leap day, and before 1970")
    func days() {
        #expect(CivilDay.of(0) == (1970, 1, 1))
        #expect(CivilDay.of(951_782_400_000) == (2000, 2, 29))
        #expect(CivilDay.of(951_868_800_000) == (2000, 3, 1))
        #expect(CivilDay.of(-1) == (1969, 12, 31))
        #expect(CivilDay.of(1_795_219_200_000) == (2026, 11, 21))
        #expect(CivilDay.of(.min).year < 1970)
        #expect(CivilDay.of(.max).year > 1970)
        #expect(FiguresWords(.nl).day(1_795_219_200_000) == "21 november 2026")
    }
}
