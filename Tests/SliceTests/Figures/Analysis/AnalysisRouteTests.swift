import Areas
import Core
import Testing
import Web

@testable import Figures

@Suite("Addresses of the area analysis")
struct AnalysisRouteTests {
    static let code = PagesSample.code("GM0222")
    static let scope = AnalysisScope(level: .district, areas: [PagesSample.code("WK022201"), PagesSample.code("WK022202")], year: 2020)
    static let routes: [AnalysisRoute] = [
        AnalysisRoute(code), AnalysisRoute(code, items: scope.items),
        AnalysisRoute(code, scope, StackingQuestion(figures: ["eenzaam", "overgewicht"], share: 10, cutoffs: ["eenzaam": 47.5], least: 2)),
        AnalysisRoute(code, AnalysisScope(), StackingQuestion(), file: .cutoffs),
        AnalysisRoute(code, scope, RankingQuestion(figure: "eenzaam", period: Period(year: 2020)), file: .result),
        AnalysisRoute(
            code, AnalysisScope(), IndexQuestion(figures: ["eenzaam"], weights: ["eenzaam": 2], good: ["eenzaam": .high], runs: 200, seed: 7), file: .index),
    ]

    @Test("every address is read back as it was printed", arguments: routes)
    func roundTrip(route: AnalysisRoute) {
        #expect(AnalysisRoute(route.address) == route)
        #expect(AnalysisRoute(PageAddress(target: route.address.url(in: .nl))) == route)
        #expect(route.address.url(in: .en).hasPrefix("/en/"))
    }

    @Test(
        "addresses of other pages and nonsense are not ours",
        arguments: [
            "/gebieden/GM0222", "/gebieden/GM0222/kaart", "/gebieden/x/analyse", "/gebieden/GM0222/analyse/onzin", "/gebieden/GM0222/analyse/index/x.exe",
            "/gebieden/GM0222/analyse/index/index.yml/x",
        ])
    func others(target: String) {
        #expect(AnalysisRoute(PageAddress(target: target)) == nil)
    }

    private func readsBack<Question: AnalysisQuestion>(_ question: Question) -> Bool {
        var form = Form(items: PageAddress(target: AnalysisRoute(Self.code, AnalysisScope(), question).address.url(in: .nl)).query)
        return Question(&form) == question && form.errors.isEmpty
    }

    @Test("every question reads itself back from its address")
    func questions() {
        #expect(readsBack(StackingQuestion()))
        #expect(readsBack(StackingQuestion(figures: ["overgewicht", "eenzaam"], share: 33, cutoffs: ["eenzaam": 47.25, "overgewicht": 50], least: 1)))
        #expect(readsBack(RankingQuestion()))
        #expect(readsBack(RankingQuestion(figure: "misdrijven-per-1000", period: Period(year: 2024))))
        #expect(readsBack(IndexQuestion()))
        #expect(readsBack(IndexQuestion(figures: ["eenzaam", "overgewicht"], weights: ["overgewicht": 0.5], good: ["eenzaam": .high], runs: 5000, seed: 99)))
    }

    @Test(
        "a value that cannot be used is said beside its field, and the person's words stay",
        arguments: [
            ("cijfer=niets", "cijfer"), ("cijfer=inwoners", "cijfer"), ("deel=0", "deel"), ("deel=veel", "deel"), ("vanaf=99", "vanaf"),
            ("cijfer=eenzaam&grens-eenzaam=hoog", "grens-eenzaam"), ("cijfer=eenzaam&grens-eenzaam=1e999", "grens-eenzaam"),
            ("cijfer=eenzaam&grens-eenzaam=-5", "grens-eenzaam"),
        ])
    func faults(query: String, field: String) {
        var form = AnalysisSample.form(query)
        _ = StackingQuestion(&form)
        #expect(form.errors.map(\.field) == [field])
        #expect(form.items == AnalysisSample.form(query).items)
    }

    @Test(
        "a wrong choice of areas is said, and all areas are shown",
        arguments: ["gebied=BU99990001", "gebied=BU99990001&gebied=onzin", "gebied=BU99990001&gebied=WK999900", "niveau=provincie", "niveau=straat"])
    func scopes(query: String) throws {
        var form = AnalysisSample.form(query)
        let gazetteer = FigureSample.gazetteer()
        let area = try #require(gazetteer.newest(FigureSample.code("GM9999")))
        let book = FigureSample.book(FigureSample.columns(AnalysisSample.example))
        let scene = try #require(AnalysisScene(area: area, form: &form, gazetteer: gazetteer, book: book, language: .nl))
        #expect(form.errors.count == 1)
        #expect(scene.areas.count == 100)
    }

    @Test("a command is put between quotes where a shell would take it apart")
    func command() {
        #expect(AnalysisRecipe(arguments: ["stacking", "--values", "invoer.csv"]).command == "leefkring analyse stacking --values invoer.csv")
        #expect(AnalysisRecipe(arguments: ["index", "a b", "it's"]).command == "leefkring analyse index 'a b' 'it'\\''s'")
        #expect(AnalysisRecipe().command == nil)
    }
}
