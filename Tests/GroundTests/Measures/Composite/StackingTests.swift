import Foundation
import Measures
import TestSupport
import Testing

@Suite("Stacking")
struct StackingTests {
    private let values: [[Double]] = [[13.1, 14, 4, 1], [15.2, 7, 5, 0], [12.5, 10, 1, 0], [20, 11, 3, 1]]
    private let themes = [13.0, 12, 3, 1].map { AlkireFoster.Theme(cutoff: $0, problemIsAbove: false) }

    @Test(
        "M11: headcount, intensity and adjusted headcount of the published example",
        arguments: [(2.0, 0.5, 0.75, 0.375), (1, 0.75, 7.0 / 12, 0.4375), (3, 0.25, 1, 0.25)])
    func published(k: Double, headcount: Double, intensity: Double, adjusted: Double) throws {
        let counted = try #require(AlkireFoster(values, themes: themes, cutoff: k))
        #expect(isClose(counted.headcount, headcount, 1e-12) && isClose(counted.intensity, intensity, 1e-12) && isClose(counted.adjusted, adjusted, 1e-12))
        #expect(isClose(counted.themes.reduce(0, +), adjusted, 1e-12) && counted.used == 4)
        #expect(isClose(counted.areas.reduce(0) { $0 + $1.contribution / 4 }, adjusted, 1e-12))
        #expect(counted.lowestAdjusted == counted.highestAdjusted)
    }

    @Test("M11: residents weigh areas, weights scale themes, unknown themes are not 0")
    func weights() throws {
        let people = try #require(AlkireFoster(values, themes: themes, cutoff: 2, residents: [10, 20, 30, 40]))
        #expect(isClose(people.headcount, 0.5, 1e-12))
        let doubled = try #require(AlkireFoster(values, themes: themes.map { .init(cutoff: $0.cutoff, weight: 7, problemIsAbove: false) }, cutoff: 2))
        #expect(isClose(doubled.adjusted, 0.375, 1e-12))
        let gaps = try #require(AlkireFoster([[13.1, 14, .nan, 0], [12, 11, .nan, 0], [.nan, .nan, 1, 0]], themes: themes, cutoff: 2))
        #expect(gaps.areas.map(\.isStacked) == [false, true, nil] && gaps.used == 2)
        #expect(gaps.areas[0].count == 1 && gaps.areas[0].highestCount == 2 && isClose(gaps.areas[0].known, 0.75, 1e-12))
        #expect(gaps.lowestAdjusted < gaps.highestAdjusted)
        // Three of three known themes count as four of four.
        #expect(isClose(gaps.areas[1].contribution, 1, 1e-12) && isClose(gaps.themes.reduce(0, +), gaps.adjusted, 1e-12))
    }

    @Test("M11: more themes needed never means more areas stacked")
    func monotone() throws {
        var random = Chance(15)
        let values = (0..<200).map { _ in (0..<6).map { _ in random.normal() } }
        let themes = (0..<6).map { _ in AlkireFoster.Theme(cutoff: 0, weight: Double.random(in: 0.5...2, using: &random)) }
        var last = (1.0, 1.0)
        for k in 1...6 {
            let counted = try #require(AlkireFoster(values, themes: themes, cutoff: Double(k)))
            #expect(counted.headcount <= last.0 && counted.adjusted <= last.1)
            #expect(counted.headcount == 0 || counted.intensity >= Double(k) / 6 - 1e-9)
            last = (counted.headcount, counted.adjusted)
        }
    }

    @Test("M11: the chance of five and of four of seven is the published one", .enabled(if: Golden.isPresent))
    func poissonBinomial() throws {
        let golden = try #require(try Golden.json("statistics_golden_more.json")["poisson_binomial"] as? [String: Any])
        let chances = try #require(golden["p"] as? [Double])
        let count = WeightedCount(chances: chances, weights: chances.map { _ in 1 })
        for (chance, expected) in zip(count.chances, try #require(golden["pmf"] as? [Double])) { #expect(isClose(chance, expected, 1e-12)) }
    }

    @Test("M11: stacking has a chance, a label and both extremes for unknown themes")
    func chances() throws {
        let chances = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3]
        let five = try #require(StackingProbability(chances, cutoff: 5)), four = try #require(StackingProbability(chances, cutoff: 4))
        #expect(isClose(five.chance, 0.4059, 1e-9) && isClose(four.chance, 0.72778, 1e-9) && five.label == .possibly)
        #expect(five.lowest == five.chance && five.highest == five.chance)
        let gap = try #require(StackingProbability(chances + [.nan], cutoff: 5))
        #expect(isClose(gap.lowest, 0.4059, 1e-9) && isClose(gap.highest, 0.72778, 1e-9) && isClose(gap.known, 7.0 / 8, 1e-12))
        #expect(StackingProbability([1, 1, 1, 0.95], cutoff: 4)?.label == .clearly && StackingProbability([0.1, 0.1, 0.1], cutoff: 2)?.label == .not)
        #expect(StackingProbability([1, 1, .nan, .nan], cutoff: 2)?.label == .unknown)
        #expect(StackingProbability([], cutoff: 2) == nil && StackingProbability([0.5], weights: [0], cutoff: 1) == nil)
        #expect(StackingProbability([.nan], cutoff: 1)?.chance.isNaN == true)
    }

    @Test("M11: weighted counts are those of trying every outcome")
    func outcomes() throws {
        var random = Chance(16)
        for _ in 0..<50 {
            let size = Int.random(in: 1...7, using: &random)
            let chances = (0..<size).map { _ in Double.random(in: 0...1, using: &random) }
            let weights = (0..<size).map { _ in Double(Int.random(in: 1...4, using: &random)) / 2 }
            let count = WeightedCount(chances: chances, weights: weights)
            let k = Double.random(in: 0...4, using: &random)
            var expected = 0.0
            for outcome in 0..<(1 << size) {
                let inside = (0..<size).filter { outcome >> $0 & 1 == 1 }
                guard inside.reduce(0, { $0 + weights[$1] }) >= k else { continue }
                expected += (0..<size).reduce(1) { $0 * (inside.contains($1) ? chances[$1] : 1 - chances[$1]) }
            }
            #expect(isClose(count.atLeast(k), expected, 1e-12) && isClose(count.chances.reduce(0, +), 1, 1e-12))
        }
        let many = WeightedCount(chances: (0..<40).map { _ in 0.5 }, weights: (0..<40).map { 1 + Double($0) * 0.0137 })
        #expect(isClose(many.chances.reduce(0, +), 1, 1e-9) && isClose(many.atLeast(0), 1, 1e-9))
    }

    @Test("M11: the chance beyond a cut-off comes from the margin, or evenly from rounding")
    func beyond() {
        let above = AlkireFoster.Theme(cutoff: 10), below = AlkireFoster.Theme(cutoff: 10, problemIsAbove: false)
        #expect(StackingProbability.beyond(above, Estimate(12)) == 1 && StackingProbability.beyond(below, Estimate(12)) == 0)
        #expect(isClose(StackingProbability.beyond(above, Estimate(10, margin: 8...12)), 0.5, 1e-12))
        #expect(isClose(StackingProbability.beyond(above, Estimate(12, margin: 10...14)), 0.975, 1e-9))
        #expect(isClose(StackingProbability.beyond(below, Estimate(11, margin: 9...13), draw: .evenly), 0.25, 1e-12))
        #expect(StackingProbability.beyond(above, Estimate(.nan)).isNaN)
    }

    @Test("M11: the exponential scale gives the published points, and a tenth of the areas is above 50")
    func exponential() {
        for (rank, expected) in [(0.1, 2.390260), (0.5, 15.646790), (0.9, 50.426654), (0.99, 86.957279), (1, 100)] {
            #expect(isClose(DeprivationScale.exponential(rank), expected, 1e-6))
        }
        let scores = DeprivationScale.exponential(of: (0..<1000).map(Double.init))
        #expect(abs(scores.count { $0 > 50 } - 100) <= 4 && isClose(scores.max(), 100, 1e-9) && DeprivationScale.exponential(1.1).isNaN)
    }

    @Test("M11: odd numbers do no harm", arguments: oddValues)
    func odd(values: [Double]) {
        let themes = values.map { AlkireFoster.Theme(cutoff: $0, weight: 1) }
        let counted = AlkireFoster([values, values.reversed()], themes: themes, cutoff: 1, residents: [1, 1e308])
        #expect((counted?.areas.count ?? 2) == 2)
        #expect(StackingProbability(values, cutoff: 1)?.highest.isNaN != true)
        #expect(DeprivationScale.exponential(of: values).count == values.count)
    }
}
