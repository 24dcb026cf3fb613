import Areas
import Core
import Testing
import Web

@testable import Figures

/// The made-up place of ``FigureSample`` with the figures that an analysis needs.
enum AnalysisSample {
    static func scene(_ query: String = "", book: FigureBook, gazetteer: Gazetteer = FigureSample.gazetteer(), language: Language = .nl) throws -> AnalysisScene
    {
        var form = Form(items: PageAddress(target: "/x?" + query).query)
        let area = try #require(gazetteer.newest(FigureSample.code("GM9999")))
        let scene = try #require(AnalysisScene(area: area, form: &form, gazetteer: gazetteer, book: book, language: language))
        try #require(form.errors.isEmpty)
        return scene
    }

    static func form(_ query: String) -> Form { Form(items: PageAddress(target: "/x?" + query).query) }

    static func complete<Kind: Analysis>(_ analysis: Kind, _ query: String, _ scene: AnalysisScene) throws -> Kind.Question {
        var form = form(query)
        let question = analysis.complete(Kind.Question(&form), scene, form: &form)
        try #require(form.errors.isEmpty)
        return question
    }

    /// Four figures with a good high side, of the first four neighbourhoods: the worked example of Alkire and Foster.
    static let example: [FigureSample.Figures] = {
        let rows = [[13.1, 14, 4, 1], [15.2, 7, 5, 0], [12.5, 10, 1, 0], [20, 11, 3, 1]]
        return exampleKeys.enumerated().map { column, key in
            FigureSample.Figures(
                key: key, period: 2024,
                cells: Dictionary(uniqueKeysWithValues: rows.indices.map { (FigureSample.neighbourhood($0), FigureSample.Cell(rows[$0][column])) }))
        } + [FigureSample.Figures(key: "inwoners", period: 2024, cells: FigureSample.everywhere { _ in 1000 })]
    }()
    static let exampleKeys = ["goed-ervaren-gezondheid", "beweegrichtlijn", "regie-over-leven", "vrijwilligers"]
    static let exampleQuery =
        exampleKeys.map { "cijfer=\($0)" }.joined(separator: "&")
        + "&grens-goed-ervaren-gezondheid=13&grens-beweegrichtlijn=12&grens-regie-over-leven=3&grens-vrijwilligers=1"
    static let firstFour = (0..<4).map { "gebied=" + FigureSample.neighbourhood($0) }.joined(separator: "&")
}
