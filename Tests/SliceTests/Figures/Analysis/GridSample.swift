import Core
import Geo
import Web

@testable import Areas
@testable import Figures

/// Scenes of the made-up municipality of ``FigureSample``: 100 neighbourhoods in a square of ten by ten.
enum GridSample {
    static func scene(
        _ book: FigureBook, _ query: [Form.Item] = [], gazetteer: Gazetteer = FigureSample.gazetteer(), area: String = "GM9999", language: Language = .nl,
        islands: Set<Int> = []
    ) -> AnalysisScene {
        var form = Form(items: query)
        guard let area = gazetteer.newest(FigureSample.code(area)),
            var scene = AnalysisScene(area: area, form: &form, gazetteer: gazetteer, book: book, language: language)
        else { preconditionFailure("no such area") }
        scene.neighbours = grid(islands: islands)
        return scene
    }

    /// Cells touch along a side or at a corner, but islands touch none.
    static func grid(islands: Set<Int> = []) -> Neighbours {
        var start: [Int32] = [0], neighbours: [Int32] = []
        for cell in 0..<100 {
            let (row, column) = cell.quotientAndRemainder(dividingBy: 10)
            for other in 0..<100 where other != cell && !islands.contains(cell) && !islands.contains(other) {
                let (above, beside) = other.quotientAndRemainder(dividingBy: 10)
                if abs(above - row) <= 1, abs(beside - column) <= 1 { neighbours.append(Int32(other)) }
            }
            start.append(Int32(neighbours.count))
        }
        return Neighbours(
            year: 2024, level: .neighbourhood, kind: .queen, codes: (0..<100).map { FigureSample.code(FigureSample.neighbourhood($0)) },
            contiguity: Contiguity(kind: .queen, start: start, neighbours: neighbours))
    }

    /// A question that is read from what it prints, completed for a scene.
    static func complete<Kind: Analysis>(_ analysis: Kind, _ question: Kind.Question, _ scene: AnalysisScene) -> (question: Kind.Question, form: Form) {
        var form = Form(items: question.items)
        let read = Kind.Question(&form)
        return (analysis.complete(read, scene, form: &form), form)
    }

    /// Numbers that look like chance and are the same each time, 0 to 1.
    static func noise(_ index: Int, salt: Int = 0) -> Double {
        var bits = UInt64(truncatingIfNeeded: index + 1) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(truncatingIfNeeded: salt) &* 0xD1B5_4A32_D192_ED03
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((bits ^ (bits >> 31)) >> 11) / Double(1 << 53)
    }
}
