import Foundation
import Measures
import TestSupport
import Testing

@Suite("Synthetic difference-in-differences")
struct SyntheticDifferenceTests {
    @Test("M14: Proposition 99: −15.6054 at the exact optimum, with noise level and penalty", .enabled(if: Golden.isPresent))
    func proposition99() throws {
        let panel = try EffectData.proposition99().panel
        let result = try #require(panel.syntheticDifference())
        let more = try #require(try Golden.json("statistics_golden_more.json")["prop99_more"] as? [String: Any])
        #expect(try isClose(result.effect, #require(more["SDID_exact_convex"] as? Double), 1e-5))
        #expect(try isClose(result.effect, #require(more["SDID_sparsified"] as? Double), 0.003))
        #expect(try isClose(result.noise, #require(more["SDID_sigma"] as? Double), 1e-6))
        #expect(isClose(result.penalty, 10.226233, 1e-6) && result.areas == 39 && result.interval == nil)
        #expect(isClose(result.unitWeights.reduce(0) { $0 + $1.weight }, 1, 1e-9) && isClose(result.periodWeights.reduce(0) { $0 + $1.weight }, 1, 1e-9))
        #expect(result.periodWeights.map(\.time) == [16, 17, 18])
    }

    @Test("M14: Proposition 99: every state in turn as placebo gives the published size of the error", .enabled(if: Golden.isPresent))
    func placebo() throws {
        let panel = try EffectData.proposition99().panel
        let result = try #require(try panel.syntheticDifference(placeboDraws: 200, seed: 1))
        let placebo = try #require(result.placebo)
        #expect(placebo.count == 38 && !placebo.isDrawn && placebo.standardError > 7 && placebo.standardError < 11)
        #expect(try isClose(result.effect, #require(panel.syntheticDifference()).effect, 1e-12))
        #expect(result.interval?.contains(0) == true)
    }

    @Test("M14: the formula by hand on equal weights: two flat donors, one pre-period weight each")
    func byHand() throws {
        // Donors move alike, so every weighting of them gives their common change.
        let panel = try Panel([[10, 10, 10, 17], [1, 1, 1, 3], [5, 5, 5, 7]], treated: [0], start: 3)
        let result = try #require(panel.syntheticDifference())
        #expect(isClose(result.effect, 5, 1e-9) && result.noise == 0)
    }

    @Test("M14: levels of areas and shocks of periods do not matter, and the scale carries over", arguments: [UInt64(1), 2, 3])
    func invariance(seed: UInt64) throws {
        var random = Chance(seed)
        let rows = EffectData.rows(seed, units: 14, times: 12)
        let treated = [0, 4]
        let base = try #require(try Panel(rows, treated: treated, start: 8).syntheticDifference(placeboDraws: 40, seed: 5))
        // A constant for each area changes nothing: both problems have an intercept.
        let shifts = rows.map { _ in 30 * random.normal() }
        let moved = zip(rows, shifts).map { row, shift in row.map { $0 + shift } }
        #expect(try isClose(#require(Panel(moved, treated: treated, start: 8).syntheticDifference()).effect, base.effect, 1e-6))
        let larger = try #require(Panel(rows.map { $0.map { 1e3 * $0 } }, treated: treated, start: 8).syntheticDifference())
        #expect(isClose(larger.effect / 1e3, base.effect, 1e-6))
        let turned = try #require(Panel(rows.reversed(), treated: [13, 9], start: 8).syntheticDifference())
        #expect(isClose(turned.effect, base.effect, 1e-6))
        let two = try Panel(rows, treated: treated, start: 8).syntheticDifference(placeboDraws: 40, seed: 5, execution: Execution(cores: 2))
        #expect(two == base && base.placebo?.isDrawn == true && base.placebo?.count == 40)
    }

    @Test("M14: an effect put into the figures is found", arguments: [UInt64(31), 32, 33])
    func planted(seed: UInt64) throws {
        var rows = EffectData.rows(seed, units: 20, times: 14)
        for unit in [2, 3] { rows[unit] = zip(rows[5], rows[9]).map { 40 + ($0 + $1) / 2 } }
        for unit in [2, 3] { for time in 10..<14 { rows[unit][time] -= 6 } }
        let result = try #require(Panel(rows, treated: [2, 3], start: 10).syntheticDifference())
        #expect(isClose(result.effect, -6, 2))
    }

    @Test("odd figures give nothing or a finite answer")
    func odd() throws {
        for values in oddValues where values.count > 2 {
            let rows = [values, values.reversed(), values.map { $0 / 2 }, values.map { $0 / 3 }]
            guard let panel = try? Panel(rows, treated: [0], start: 2) else { continue }
            #expect(try #require(panel.syntheticDifference()).effect.isFinite)
            #expect(try panel.syntheticDifference(placeboDraws: 5, seed: 1)?.placebo?.standardError.isFinite == true)
        }
        #expect(try Panel([[1, 2], [2, 3], [3, 4]], treated: [0], start: 1).syntheticDifference() == nil)
        #expect(try Panel([[1, 2, 3], [2, 3, 4]], treated: [0], start: 2).syntheticDifference() == nil)
        #expect(try Panel([[1, 2, 3], [2, 3, 4], [3, 4, 9]], treated: [0], start: 2).syntheticDifference(placeboDraws: 9, seed: 1) == nil)
        #expect(try Panel([[1, 2, 3], [2, 3, 4], [3, 4, 9]], treated: [0], start: 3).syntheticDifference() == nil)
    }
}
