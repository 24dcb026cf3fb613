import Foundation
import Measures
import TestSupport
import Testing

@Suite("Synthetic control with features")
struct NestedTests {
    private func small() throws -> (Panel, Predictors) {
        let panel = EffectData.random(4, units: 10, times: 12, start: 8)
        var random = Chance(8)
        let rows = (0..<10).map { unit in [panel.series(unit)[1], panel.series(unit)[6], random.normal(), 5] }
        return (panel, try Predictors(rows, for: panel))
    }

    @Test("M14: 30 starts are shown with the spread of their effects; the same seed gives the same on one core and two")
    func starts() throws {
        let (panel, predictors) = try small()
        let one = try #require(try panel.syntheticControl(matching: predictors, starts: 3, seed: 7))
        #expect(one.runs.count == 30 && one.effects.contains(one.best.effect) && one.spread >= 0)
        #expect(one.runs.allSatisfy { isClose($0.predictorWeights.reduce(0, +), 1, 1e-9) && $0.predictorWeights[3] == 0 })
        #expect(one.runs.allSatisfy { $0.errorBefore >= one.best.errorBefore - 1e-9 })
        let two = try panel.syntheticControl(matching: predictors, starts: 3, seed: 7, execution: Execution(cores: 2))
        #expect(one == two)
        // Matching on features never follows the outcome better than matching on the outcome.
        let plain = try #require(panel.syntheticControl())
        #expect(one.best.errorBefore >= plain.errorBefore - 1e-9)
        #expect(throws: Cancelled.self) { try panel.syntheticControl(matching: predictors, execution: Execution(isCancelled: { true })) }
    }

    @Test("M14: with all earlier figures as features the search comes near the fit on the outcome alone")
    func allOutcomes() throws {
        let panel = EffectData.random(14, units: 9, times: 7, start: 4)
        let predictors = try Predictors((0..<9).map { Array(panel.series($0).prefix(4)) }, for: panel)
        let nested = try #require(try panel.syntheticControl(matching: predictors))
        let plain = try #require(panel.syntheticControl())
        #expect(nested.best.errorBefore <= plain.errorBefore * 1.01 + 1e-9)
    }

    @Test("M14: features that are missing are refused with their place; features that do not vary give no answer")
    func odd() throws {
        let panel = EffectData.random(4, units: 4, times: 5, start: 3)
        #expect(throws: PanelFailure.missingPredictor(unit: 2, predictor: 1)) { try Predictors([[1, 2], [3, 4], [5, .nan], [1, 1]], for: panel) }
        #expect(throws: PanelFailure.uneven(unit: 1, times: 1, expected: 2)) { try Predictors([[1, 2], [3], [5, 1], [1, 1]], for: panel) }
        #expect(throws: PanelFailure.unknownUnit(3)) { try Predictors([[1], [2], [3]], for: panel) }
        #expect(try panel.syntheticControl(matching: Predictors([[1], [1], [1], [1]], for: panel)) == nil)
        #expect(try panel.syntheticControl(matching: Predictors([[], [], [], []], for: panel)) == nil)
    }

    @Test("Nelder and Mead's search finds the low point of a bent valley and of one number")
    func valley() {
        let low = NelderMead.minimum(from: [-1.2, 1], step: 0.5, evaluations: 2_000, tolerance: 1e-14) { x in
            100 * (x[1] - x[0] * x[0]) * (x[1] - x[0] * x[0]) + (1 - x[0]) * (1 - x[0])
        }
        #expect(isClose(low.point[0], 1, 1e-4) && isClose(low.point[1], 1, 1e-4))
        let single = NelderMead.minimum(from: [9], step: 1, evaluations: 500, tolerance: 1e-14) { ($0[0] - 2) * ($0[0] - 2) + 1 }
        #expect(isClose(single.point[0], 2, 2e-3) && isClose(single.value, 1, 1e-5))
    }
}
