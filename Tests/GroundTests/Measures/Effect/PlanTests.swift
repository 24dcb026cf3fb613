import Foundation
import Measures
import TestSupport
import Testing

@Suite("Before the start of a pilot")
struct PlanTests {
    @Test("M14: regression to the mean: the line is within 2 % of a simulation, ρ = 0.669")
    func simulation() throws {
        var random = Xoshiro256(seed: 669)
        // True values with deviation 1 and noise 0.7: correlation 1/1.49.
        let areas = (0..<200_000).map { _ in
            let truth = random.normal()
            return (before: truth + 0.7 * random.normal(), after: truth + 0.7 * random.normal())
        }
        let rule = try #require(RegressionToMean(first: areas.map(\.before), second: areas.map(\.after)))
        #expect(isClose(rule.correlation, 0.669, 0.01) && rule.areas == 200_000)
        let worst = areas.sorted { $0.before < $1.before }.prefix(4_000)
        let before = worst.reduce(0) { $0 + $1.before } / 4_000
        let after = worst.reduce(0) { $0 + $1.after } / 4_000
        let line = rule.beside(before: before, after: after)
        #expect(abs(line.before + line.expectedChange - after) <= 0.02 * abs(after))
        #expect(isClose(line.change, after - before, 1e-12) && abs(line.remainder) < 0.04 && line.z < -2)
    }

    @Test("M14: regression to the mean: the numbers of the page")
    func byHand() throws {
        #expect(isClose(-2.951 + RegressionToMean.expectedChange(z: -2.951, correlation: 0.669), -1.975, 1e-3))
        let rule = try #require(RegressionToMean(mean: 50, standardDeviation: 10, correlation: 0.6))
        let line = rule.beside(before: 30, after: 41)
        #expect(isClose(line.z, -2, 1e-12) && isClose(line.expectedChange, 8, 1e-12) && isClose(line.remainder, 3, 1e-12))
        #expect(rule.beside(before: 50, after: 60).expectedChange == 0)
    }

    @Test("regression to the mean needs areas that vary; missing areas are left out")
    func odd() throws {
        for values in oddValues where Set(values.filter(\.isFinite)).count < 2 { #expect(RegressionToMean(first: values, second: values) == nil) }
        for values in oddValues { _ = RegressionToMean(first: values, second: values.reversed()) }
        #expect(RegressionToMean(mean: 0, standardDeviation: 0, correlation: 0.5) == nil)
        #expect(RegressionToMean(mean: 0, standardDeviation: 1, correlation: 1.5) == nil)
        let rule = try #require(RegressionToMean(first: [1, 2, .nan, 4, 8], second: [1, 3, 5, 4, .infinity]))
        #expect(rule.areas == 3)
    }

    @Test("M14: the smallest detectable effect is 2.80 standard errors")
    func detectable() throws {
        // Changes of the comparison areas before the start: 1, 2, 3; deviation 1; error √(1 + 1/3).
        let panel = try Panel([[0, 5, 0], [0, 1, 0], [0, 2, 0], [0, 3, 0]], treated: [0], start: 2)
        let effect = try #require(panel.detectableEffect())
        #expect(isClose(effect.standardError, (4.0 / 3).squareRoot(), 1e-12) && isClose(effect.size / effect.standardError, 2.801585, 1e-6))
        #expect(effect.before == 1 && effect.after == 1 && effect.areas == 4)
        // Known before the start as well.
        let plan = try Panel([[0, 5], [0, 1], [0, 2], [0, 3]], treated: [0], start: 2)
        #expect(plan.detectableEffect(after: 6)?.size == effect.size && plan.differenceInDifferences() == nil && plan.syntheticControl() == nil)
        #expect(plan.eventStudy().preTrend != nil && !plan.hasPeriodAfter)
        #expect(try Panel([[0, 5], [0, 1], [0, 2]], treated: [0], start: 2).detectableEffect() == nil)
        #expect(try Panel([[0, 5], [0, 1], [0, 2], [1, 3]], treated: [0], start: 1).detectableEffect() == nil)
        #expect(plan.detectableEffect(power: 1) == nil)
    }

    @Test("M14: an effect of the detectable size is found in about 80 % of simulations, none in about 5 %")
    func power() throws {
        var random = Xoshiro256(seed: 5)
        var found = 0
        var alarms = 0
        for _ in 0..<400 {
            let rows = (0..<101).map { _ in
                let level = 5 * random.normal()
                return (0..<12).map { _ in level + random.normal() }
            }
            let effect = try #require(Panel(rows, treated: [0], start: 8).detectableEffect(after: 4))
            let result = try #require(Panel(rows, treated: [0], start: 8).differenceInDifferences())
            let error = effect.standardError * ((1.0 / 8 + 1.0 / 4) / (1.0 / 4 + 1.0 / 4)).squareRoot()
            if abs(result.effect) > 1.96 * error { alarms += 1 }
            if abs(result.effect + 2.801585 * error) > 1.96 * error { found += 1 }
        }
        #expect((290...350).contains(found) && (8...36).contains(alarms))
    }

    @Test("M14: a trend apart before the start is said, with the effect it would show by itself")
    func preTrend() throws {
        var rows = EffectData.rows(17, units: 15, times: 8).map { row in row.map { 0.1 * $0 } }
        for time in 0..<8 { rows[0][time] = 3 * Double(time) }
        let trend = try #require(Panel(rows, treated: [0], start: 5).eventStudy().preTrend)
        #expect(trend.verdict == .apart && trend.slope.verdict == .higher && isClose(trend.projected.value, 4 * trend.slope.value, 1e-12))
        #expect(trend.clearPeriods == [0, 1, 2, 3])
        let few = try Panel([[1, 2, 3], [2, 2, 2], [1, 1, 2]], treated: [0], start: 2).eventStudy()
        #expect(few.preTrend?.verdict == .unknown && few.periods.allSatisfy { $0.difference.interval == nil })
        #expect(try Panel([[1, 2, 3], [2, 2, 2], [1, 1, 2]], treated: [0], start: 1).eventStudy().preTrend == nil)
    }

    @Test("M14: without a difference in trend, 5 % of the intervals of a period miss 0")
    func coverage() {
        var missed = 0
        for seed in 0..<1_000 {
            var random = Chance(UInt64(seed) &* 65_537)
            let rows = (0..<8).map { _ in (0..<4).map { _ in random.normal() } }
            let study = try! Panel(rows, treated: [0], start: 3).eventStudy()
            if study.periods[0].difference.verdict != .unclear { missed += 1 }
        }
        #expect((28...72).contains(missed))
    }

    @Test("a panel is refused with the unit and the period that stand in the way")
    func refused() throws {
        #expect(throws: PanelFailure.missing(unit: 1, time: 2)) { try Panel([[1, 2, 3], [1, 2, .nan]], treated: [0], start: 1) }
        #expect(throws: PanelFailure.missing(unit: 0, time: 0)) { try Panel([[.infinity, 2], [1, 2]], treated: [0], start: 1) }
        #expect(throws: PanelFailure.beyondRange(unit: 0, time: 1)) { try Panel([[1, -1e308], [1, 2]], treated: [0], start: 1) }
        #expect(throws: PanelFailure.uneven(unit: 1, times: 1, expected: 2)) { try Panel([[1, 2], [1]], treated: [0], start: 1) }
        #expect(throws: PanelFailure.noTreated) { try Panel([[1, 2], [1, 2]], treated: [], start: 1) }
        #expect(throws: PanelFailure.noTreated) { try Panel([], treated: [], start: 1) }
        #expect(throws: PanelFailure.unknownUnit(2)) { try Panel([[1, 2], [1, 2]], treated: [2], start: 1) }
        #expect(throws: PanelFailure.noComparison) { try Panel([[1, 2], [1, 2]], treated: [0, 1], start: 1) }
        #expect(throws: PanelFailure.noPeriodBefore(start: 0)) { try Panel([[1, 2], [1, 2]], treated: [0], start: 0) }
        #expect(throws: PanelFailure.noPeriodBefore(start: 3)) { try Panel([[1, 2], [1, 2]], treated: [0], start: 3) }
        let panel = try Panel([[1, 2], [1, 2], [3, 4]], treated: [0, 0], start: 1)
        #expect(panel.treated == [0] && panel.areas == 3)
        #expect(throws: PanelFailure.unknownUnit(0)) { try panel.excluding([0]) }
        #expect(throws: PanelFailure.noComparison) { try panel.excluding([1, 2]) }
        #expect(try panel.excluding([1]).comparison == [2])
    }

    @Test("Student's t: table of 95 % and p-values by hand")
    func student() throws {
        for (freedom, reach) in [(1.0, 12.7062), (2, 4.302653), (5, 2.570582), (26, 2.055529), (1e7, 1.959964)] {
            #expect(try isClose(#require(StudentT.reach(level: 0.95, freedom: freedom)), reach, 1e-5))
            #expect(isClose(StudentT.twoSided(reach, freedom: freedom), 0.05, 1e-6))
        }
        // One degree of freedom is Cauchy's distribution, two have a closed form.
        for t in [0.0, 0.1, 1, 3, 40] {
            #expect(isClose(StudentT.twoSided(t, freedom: 1), 1 - 2 / Double.pi * atan(t), 1e-12))
            #expect(isClose(StudentT.twoSided(-t, freedom: 2), 1 - t / (2 + t * t).squareRoot(), 1e-12))
        }
        #expect(StudentT.twoSided(.infinity, freedom: 3) == 0 && StudentT.twoSided(.nan, freedom: 3).isNaN)
        #expect(StudentT.reach(level: 1, freedom: 3) == nil && StudentT.reach(level: 0.9, freedom: 0) == nil)
    }

    @Test("least squares: a line through three points, and no answer where columns depend on each other")
    func leastSquares() throws {
        let line = try #require(LeastSquares.solve(columns: [[1, 1, 1], [0, 1, 2]], [1, 2, 4]))
        #expect(isClose(line[0], 5.0 / 6, 1e-12) && isClose(line[1], 1.5, 1e-12))
        #expect(LeastSquares.solve(columns: [[1, 1, 1], [2, 2, 2]], [1, 2, 4]) == nil)
        #expect(LeastSquares.solve(columns: [[1], [2]], [1]) == nil && LeastSquares.solve(columns: [[1, 2]], [1]) == nil)
        #expect(LeastSquares.solve(columns: [], [1]) == [] && LeastSquares.solve(columns: [[0, 0]], [1, 1]) == nil)
    }
}
