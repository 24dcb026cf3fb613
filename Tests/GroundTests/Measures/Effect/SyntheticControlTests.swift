import Foundation
import Measures
import TestSupport
import Testing

@Suite("Synthetic control")
struct SyntheticControlTests {
    @Test("M14: Proposition 99, outcome only: weights, squares, effect", .enabled(if: Golden.isPresent))
    func proposition99() throws {
        let (names, panel) = try EffectData.proposition99()
        let fit = try #require(panel.syntheticControl())
        let golden = try #require(try Golden.json("statistics_golden.json")["prop99"] as? [String: Any])
        let weights = try #require(golden["SC_outcome_only_weights"] as? [String: Double])
        #expect(fit.weights.count == weights.count && fit.isUnique && !fit.isPerfect && fit.donors == 38)
        for share in fit.weights { #expect(isClose(share.weight, weights[names[share.unit]] ?? .nan, 1e-5)) }
        #expect(names[fit.weights[0].unit] == "Utah" && isClose(fit.weights.reduce(0) { $0 + $1.weight }, 1, 1e-12))
        #expect(isClose(fit.squaresBefore, 52.129571, 1e-5) && isClose(fit.rootErrorBefore, 1.6564, 1e-5))
        #expect(isClose(fit.effect, -19.51363, 1e-5) && isClose(fit.gaps[30], -26.597, 1e-3))
    }

    @Test("M14: Proposition 99, placebos: third of 39, ratios of Missouri, Virginia, California and Georgia", .enabled(if: Golden.isPresent))
    func placebos() throws {
        let (names, panel) = try EffectData.proposition99()
        let test = try #require(try panel.syntheticPlaceboTest())
        let more = try #require(try Golden.json("statistics_golden_more.json")["prop99_more"] as? [String: Any])
        let ratios = try #require(more["placebo_ratio_post_pre"] as? [String: Double])
        #expect(test.rank == 3 && test.count == 39 && isClose(test.p, 0.07692307692307693, 1e-12) && isClose(test.smallestP, 1.0 / 39, 1e-12))
        #expect(isClose(test.treated.ratio, 154.75, 0.01) && !test.hasFewComparisons)
        var seen = 0
        for placebo in test.placebos {
            guard let unit = placebo.unit, let ratio = ratios[names[unit]] else { continue }
            #expect(isClose(placebo.ratio, ratio, 0.01))
            seen += 1
        }
        #expect(seen == 3)
        #expect(test.placebos.allSatisfy { placebo in !placebo.weights.contains { panel.treated.contains($0.unit) || $0.unit == placebo.unit } })
        let good = test.amongGoodFits()
        #expect(good.count < 39 && good.rank <= 3 && isClose(good.p, Double(good.rank) / Double(good.count), 1e-12))
    }

    @Test("M14: Proposition 99, sensitivity: every weighted donor left out once, a pretended start, and neighbours left out", .enabled(if: Golden.isPresent))
    func sensitivity() throws {
        let (names, panel) = try EffectData.proposition99()
        let nevada = try #require(names.firstIndex(of: "Nevada"))
        let checks = try #require(panel.syntheticSensitivity(neighbours: [nevada]))
        #expect(checks.leaveOneOut.map { names[$0.unit] } == ["Utah", "Montana", "Nevada", "Connecticut", "New Hampshire", "Colorado"])
        #expect(checks.range.contains(checks.effect) && checks.range.upperBound < -10)
        #expect(checks.leaveOneOut.allSatisfy { $0.rootErrorBefore >= 1.6563 })
        // Leaving Nevada out as a neighbour is leaving it out.
        let without = try #require(checks.withoutNeighbours)
        #expect(isClose(without.effect, checks.leaveOneOut[2].effect, 1e-9) && !without.weights.contains { $0.unit == nevada })
        #expect(try isClose(#require(panel.excluding([nevada]).syntheticControl()).effect, without.effect, 1e-9))
        let inTime = try #require(checks.inTime)
        #expect(inTime.start == 10 && inTime.observed.count == 19 && abs(inTime.effect) < 10)
        #expect(panel.syntheticSensitivity(earlier: 19)?.inTime == nil && panel.syntheticSensitivity()?.withoutNeighbours == nil)
    }

    @Test("M14: the weights meet the conditions of an optimum, and no other weights fit better", arguments: [UInt64(1), 2, 3, 4, 5, 6, 7, 8])
    func optimum(seed: UInt64) throws {
        let panel = EffectData.random(seed, units: 7, times: 12, start: 8)
        let fit = try #require(panel.syntheticControl())
        #expect(isClose(fit.weights.reduce(0) { $0 + $1.weight }, 1, 1e-12) && fit.weights.allSatisfy { $0.weight > 0 })
        let gaps = fit.gaps.prefix(8)
        // The slope of the squares towards a donor: equal for those in use, higher for the others.
        let slopes = panel.comparison.map { unit in
            zip(gaps, zip(panel.series(unit), fit.synthetic)).reduce(0) { $0 - $1.0 * ($1.1.0 - $1.1.1) }
        }
        let used = Set(fit.weights.map(\.unit))
        for (unit, slope) in zip(panel.comparison, slopes) {
            #expect(used.contains(unit) ? abs(slope) < 1e-8 : slope > -1e-8)
        }
        var random = Chance(seed)
        for _ in 0..<500 {
            let raw = panel.comparison.map { _ in -log(Double.random(in: 1e-9..<1, using: &random)) }
            let sum = raw.reduce(0, +)
            let squares = (0..<8).reduce(0.0) { total, time in
                let mixture = zip(raw, panel.comparison).reduce(0) { $0 + $1.0 / sum * panel.series($1.1)[time] }
                return total + (panel.series(0)[time] - mixture) * (panel.series(0)[time] - mixture)
            }
            #expect(squares >= fit.squaresBefore - 1e-9)
        }
    }

    @Test("M14: a treated unit that is a mixture of donors is found exactly", arguments: [UInt64(1), 2, 3, 4, 5])
    func mixture(seed: UInt64) throws {
        var rows = EffectData.rows(seed, units: 9, times: 20)
        let truth = [3: 0.5, 5: 0.3, 8: 0.2]
        rows[0] = (0..<20).map { time in truth.reduce(0) { $0 + $1.value * rows[$1.key][time] } + (time >= 15 ? 4 : 0) }
        let fit = try #require(Panel(rows, treated: [0], start: 15).syntheticControl())
        #expect(fit.weights.map(\.unit) == [3, 5, 8] && fit.isUnique && fit.isPerfect)
        for share in fit.weights { #expect(isClose(share.weight, truth[share.unit] ?? .nan, 1e-9)) }
        #expect(isClose(fit.effect, 4, 1e-9) && fit.ratio == .infinity)
        // Copies: the treated unit is a donor.
        rows[0] = rows[4]
        let copy = try #require(Panel(rows, treated: [0], start: 15).syntheticControl())
        #expect(copy.weights.map(\.unit) == [4] && copy.weights[0].weight == 1 && copy.effect == 0 && copy.ratio == 1)
    }

    @Test("M14: a constant added to every figure changes nothing, and figures times ten give ten times the effect", arguments: [UInt64(11), 12, 13])
    func scale(seed: UInt64) throws {
        let rows = EffectData.rows(seed, units: 12, times: 16)
        let base = try #require(try Panel(rows, treated: [0], start: 10).syntheticPlaceboTest())
        for (factor, shift) in [(1.0, 1_000.0), (10, 0), (-1, 0), (1e-150, 0), (1e60, 0)] {
            let changed = try Panel(rows.map { $0.map { factor * $0 + shift } }, treated: [0], start: 10)
            let test = try #require(try changed.syntheticPlaceboTest())
            #expect(isClose(test.treated.effect / factor, base.treated.effect, 1e-6))
            #expect(test.treated.weights.map(\.unit) == base.treated.weights.map(\.unit))
            if factor != 1e-150, factor != 1e60 { #expect(test.rank == base.rank && isClose(test.treated.ratio / base.treated.ratio, 1, 1e-6)) }
        }
    }

    @Test("M14: the order of the units does not matter, also where there are more donors than periods")
    func order() throws {
        for (units, start) in [(10, 14), (40, 6)] {
            let rows = EffectData.rows(5, units: units, times: 18)
            let base = try #require(Panel(rows, treated: [0], start: start).syntheticControl())
            let turned = try #require(Panel(Array(rows.reversed()), treated: [units - 1], start: start).syntheticControl())
            #expect(isClose(base.effect, turned.effect, 1e-6))
            for (one, other) in zip(base.weights, turned.weights) { #expect(isClose(one.weight, other.weight, 1e-6)) }
        }
        // Two equal donors share their weight.
        var rows = EffectData.rows(9, units: 5, times: 12)
        rows[0] = rows[0].map { $0 + 3 }
        rows.append(rows[3])
        let single = try #require(Panel(Array(rows.dropLast()), treated: [0], start: 8).syntheticControl())
        let double = try #require(Panel(rows, treated: [0], start: 8).syntheticControl())
        #expect(isClose(single.squaresBefore, double.squaresBefore, 1e-6))
        if single.weights.contains(where: { $0.unit == 3 }) {
            let shares = double.weights.filter { $0.unit == 3 || $0.unit == 5 }.map(\.weight)
            #expect(!double.isUnique && shares.count == 2 && isClose(shares[0], shares[1], 1e-6))
        }
    }

    @Test("M14: with more donors than periods the answer says that other weights fit as well")
    func notUnique() throws {
        var rows = EffectData.rows(21, units: 60, times: 8)
        for time in 0..<8 { rows[0][time] = (1..<60).reduce(0) { $0 + rows[$1][time] } / 59 }
        let fit = try #require(Panel(rows, treated: [0], start: 4).syntheticControl())
        #expect(!fit.isUnique && fit.isPerfect && isClose(fit.weights.reduce(0) { $0 + $1.weight }, 1, 1e-9))
        // Closest to equal: here all equal.
        #expect(fit.weights.count == 59 && fit.weights.allSatisfy { isClose($0.weight, 1.0 / 59, 1e-6) })
    }

    @Test("M14: without effect the placebo test finds one in at most 6.5 % of random panels")
    func nullRuns() throws {
        var found = 0
        for seed in 0..<1_000 {
            let panel = EffectData.random(UInt64(seed) &* 7919, units: 21, times: 10, start: 7)
            if try #require(try panel.syntheticPlaceboTest()).p <= 0.05 { found += 1 }
        }
        #expect(found <= 65)
    }

    @Test("M14: one core and two give the same, and a stop is heard")
    func cores() throws {
        let panel = EffectData.random(3, units: 30, times: 14, start: 9)
        let one = try panel.syntheticPlaceboTest()
        #expect(try one == panel.syntheticPlaceboTest(execution: Execution(cores: 2)))
        #expect(throws: Cancelled.self) { try panel.syntheticPlaceboTest(execution: Execution(isCancelled: { true })) }
    }

    @Test("odd figures are refused by place or fitted without harm")
    func odd() throws {
        for values in oddValues where !values.isEmpty {
            let rows = [values, values.reversed(), values.map { $0 / 2 }]
            guard let panel = try? Panel(rows, treated: [0], start: 1) else { continue }
            let fit = panel.syntheticControl()
            #expect((fit == nil) == (values.count == 1))
            if let fit { #expect(fit.effect.isFinite && !fit.ratio.isNaN) }
            #expect(try (panel.syntheticPlaceboTest() == nil) == (values.count == 1))
            _ = panel.syntheticSensitivity()
        }
        let flat = try Panel([[1, 1, 1], [1, 1, 1], [1, 1, 1]], treated: [0], start: 2)
        let test = try #require(try flat.syntheticPlaceboTest())
        #expect(test.treated.effect == 0 && test.p == 1 && !test.treated.isUnique)
        let lonely = try Panel([[1, 2, 3], [1, 1, 1]], treated: [0], start: 2)
        #expect(try lonely.syntheticPlaceboTest() == nil)
        #expect(lonely.syntheticControl()?.effect == 2)
    }
}
