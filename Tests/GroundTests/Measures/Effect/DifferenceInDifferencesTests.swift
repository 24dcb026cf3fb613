import Foundation
import Measures
import Testing

@Suite("Difference-in-differences")
struct DifferenceInDifferencesTests {
    @Test("M14: Proposition 99: −27.34911", .enabled(if: Golden.isPresent))
    func proposition99() throws {
        let result = try #require(try EffectData.proposition99().panel.differenceInDifferences())
        #expect(isClose(result.effect, -27.34911, 1e-5) && result.areas == 39 && result.permutation.count == 39)
        #expect(result.clusteredErrorMisleads && !result.permutation.hasFewComparisons && result.permutation.canReachFivePercent)
    }

    @Test("M14: organ donations: effect, clustered error 0.0066, rank 5 of 27", .enabled(if: Golden.isPresent))
    func organDonations() throws {
        let (names, panel) = try EffectData.organDonations()
        let golden = try #require(try Golden.json("statistics_golden_more.json")["organ_donations"] as? [String: Any])
        let result = try #require(panel.differenceInDifferences())
        #expect(try isClose(result.effect, #require(golden["did"] as? Double), 1e-8))
        #expect(try isClose(#require(result.clusteredError), #require(golden["clustered_se"] as? Double), 5e-5))
        #expect(try isClose(#require(result.clusteredP), 0.001, 5e-4) && result.freedom == 129)
        #expect("\(result.permutation.rank) of \(result.permutation.count)" == golden["permutation_rank"] as? String)
        #expect(try isClose(result.permutation.p, #require(golden["permutation_p"] as? Double), 1e-12))
        #expect(result.permutation.placebos.count == 26 && !result.permutation.placebos.contains { names[$0.unit] == "California" })
        let interval = try #require(result.clusteredInterval)
        #expect(interval.contains(result.effect) && interval.upperBound < 0)
    }

    @Test("M14: organ donations: event study against the last quarter before, and the trend before the start", .enabled(if: Golden.isPresent))
    func eventStudy() throws {
        let panel = try EffectData.organDonations().panel
        let study = panel.eventStudy()
        #expect(study.reference == 2 && study.periods.map(\.time) == [0, 1, 3, 4, 5] && study.areas == 27)
        // The mean of the effects after, minus the mean of those before with the reference as 0, is the difference-in-differences.
        let value = { (time: Int) in study.periods.first { $0.time == time }?.difference.value ?? 0 }
        let after = (value(3) + value(4) + value(5)) / 3
        let before = (value(0) + value(1) + value(2)) / 3
        #expect(isClose(after - before, -0.022458974359, 1e-10))
        let trend = try #require(study.preTrend)
        #expect(trend.periods == 3 && isClose(trend.projected.value, 3 * trend.slope.value, 1e-12) && trend.verdict == .notShownApart)
    }

    @Test("M14: by hand: two areas and two periods, and three areas with their clustered error")
    func byHand() throws {
        let two = try #require(Panel([[1, 5], [2, 3]], treated: [0], start: 1).differenceInDifferences())
        #expect(two.effect == 3 && two.treatedChange == 4 && two.comparisonChange == 1 && two.clusteredError == nil && two.clusteredP == nil)
        #expect(two.permutation.p == 1 && two.permutation.hasFewComparisons && !two.permutation.canReachFivePercent)
        // Changes 4, 1 and 3: squares of the comparison 2 around their mean 2, over 2², times n/(n − k) = 6/1.
        let three = try #require(Panel([[1, 5], [2, 3], [0, 3]], treated: [0], start: 1).differenceInDifferences())
        #expect(try three.effect == 2 && three.freedom == 1 && isClose(#require(three.clusteredError), 3.0.squareRoot(), 1e-12))
    }

    @Test("M14: the clustered error equals the sandwich formula on all figures", arguments: [[0], [1, 4, 6]])
    func sandwich(treated: [Int]) throws {
        let panel = EffectData.random(8, units: 9, times: 7, treated: treated, start: 3)
        let result = try #require(panel.differenceInDifferences())
        let dummy = (0..<9).map { unit in (0..<7).map { treated.contains(unit) && $0 >= 3 ? 1.0 : 0 } }
        let d = demeaned(dummy), y = demeaned((0..<9).map(panel.series))
        let square = d.joined().reduce(0) { $0 + $1 * $1 }
        let effect = zip(d.joined(), y.joined()).reduce(0) { $0 + $1.0 * $1.1 } / square
        let scores = zip(d, y).map { row in zip(row.0, row.1).reduce(0) { $0 + $1.0 * ($1.1 - effect * $1.0) } }
        let error = (scores.reduce(0) { $0 + $1 * $1 } * 63 / 47).squareRoot() / square
        #expect(try isClose(result.effect, effect, 1e-10) && isClose(#require(result.clusteredError), error, 1e-10))
    }

    private func demeaned(_ rows: [[Double]]) -> [[Double]] {
        let times = rows[0].indices
        let columns = times.map { time in rows.reduce(0) { $0 + $1[time] } / Double(rows.count) }
        let all = columns.reduce(0, +) / Double(columns.count)
        return rows.map { row in
            let middle = row.reduce(0, +) / Double(row.count)
            return times.map { row[$0] - middle - columns[$0] + all }
        }
    }

    @Test("M14: several treated areas: every choice is tried, or enough are drawn")
    func choices() throws {
        let small = EffectData.random(2, units: 8, times: 6, treated: [1, 5], start: 3)
        let test = try #require(small.differenceInDifferences()).permutation
        let changes = (0..<8).map { unit in small.series(unit).suffix(3).reduce(0, +) / 3 - small.series(unit).prefix(3).reduce(0, +) / 3 }
        var reached = 0
        let sum = changes.reduce(0, +)
        let effect = { (one: Int, other: Int) in (changes[one] + changes[other]) / 2 - (sum - changes[one] - changes[other]) / 6 }
        for one in 0..<8 { for other in one + 1..<8 where abs(effect(one, other)) >= abs(effect(1, 5)) - 1e-12 { reached += 1 } }
        #expect(test.rank == reached && test.count == 28 && !test.isDrawn && test.placebos.isEmpty && isClose(test.smallestP, 1.0 / 28, 1e-12))
        let half = EffectData.random(2, units: 4, times: 6, treated: [0, 1], start: 3)
        #expect(try isClose(#require(half.differenceInDifferences()).permutation.smallestP, 2.0 / 6, 1e-12))
        let large = EffectData.random(2, units: 60, times: 6, treated: Array(0..<20), start: 3)
        let drawn = try #require(large.differenceInDifferences(draws: 499, seed: 3)).permutation
        #expect(drawn.isDrawn && drawn.count == 500 && drawn.p >= 1.0 / 500)
        #expect(large.differenceInDifferences(draws: 499, seed: 3) == large.differenceInDifferences(draws: 499, seed: 3))
    }

    @Test("M14: without effect p is below 0.05 in at most 6.5 % of 1,000 random panels", arguments: [[0], [0, 1, 2]])
    func nullRuns(treated: [Int]) throws {
        var found = 0
        for seed in 0..<1_000 {
            let panel = EffectData.random(UInt64(seed) &* 104_729, units: 24, times: 8, treated: treated, start: 5)
            if try #require(panel.differenceInDifferences()).permutation.p < 0.05 { found += 1 }
        }
        #expect(found <= 65 && found >= 20)
    }

    @Test("M14: 19 comparison areas can reach 0.05, 18 cannot", arguments: [(18, false), (19, true)])
    func enough(areas: Int, isEnough: Bool) throws {
        var rows = EffectData.rows(6, units: areas + 1, times: 6)
        for time in 3..<6 { rows[0][time] += 1_000 }
        let test = try #require(Panel(rows, treated: [0], start: 3).differenceInDifferences()).permutation
        #expect(test.rank == 1 && test.canReachFivePercent == isEnough && test.hasFewComparisons == !isEnough && (test.p <= 0.05) == isEnough)
    }

    @Test("M14: constants, scale and order of units change nothing but the scale", arguments: [UInt64(1), 2, 3])
    func invariance(seed: UInt64) throws {
        let rows = EffectData.rows(seed, units: 22, times: 9)
        let base = try #require(Panel(rows, treated: [3], start: 5).differenceInDifferences())
        let shifted = try #require(Panel(rows.map { $0.map { $0 + 1e4 } }, treated: [3], start: 5).differenceInDifferences())
        let scaled = try #require(Panel(rows.map { $0.map { $0 * -40 } }, treated: [3], start: 5).differenceInDifferences())
        let turned = try #require(Panel(rows.reversed(), treated: [18], start: 5).differenceInDifferences())
        #expect(isClose(shifted.effect, base.effect, 1e-8) && isClose(scaled.effect / -40, base.effect, 1e-10) && isClose(turned.effect, base.effect, 1e-10))
        for other in [shifted, scaled, turned] { #expect(other.permutation.rank == base.permutation.rank) }
        let error = try #require(base.clusteredError)
        #expect(try isClose(#require(scaled.clusteredError) / 40, error, 1e-10) && isClose(#require(shifted.clusteredError), error, 1e-8))
    }
}
