import Foundation
import Measures
import TestSupport
import Testing

@Suite("Trends")
struct StretchTests {
    private func california() throws -> [TimedValue] {
        let text = try String(contentsOf: Golden.folder!.appending(path: "california_prop99.csv"), encoding: .utf8)
        var points: [TimedValue] = []
        for line in text.split(whereSeparator: \.isNewline) {
            let cells = line.split(separator: ",")
            guard cells[0] == "California", let year = Double(cells[1]), let packs = Double(cells[2]), year <= 1988 else { continue }
            points.append(TimedValue(year, packs))
        }
        return points
    }

    @Test("M15: California's packs 1970–1988 fall by Mann and Kendall as published", .enabled(if: Golden.isPresent))
    func packs() throws {
        let golden = try #require(try Golden.json("statistics_golden_more.json")["mann_kendall_california_1970_1988"] as? [String: Double])
        let stretch = try #require(Trend(try california()).stretches.first)
        let test = try #require(stretch.mannKendall)
        #expect(test.s == -113 && test.variance == 817 && test.used == 19)
        #expect(isClose(test.z, golden["z"], 1e-9) && isClose(test.p, golden["p_two_sided"], 1e-12))
        #expect(isClose(test.slope, golden["theil_sen"], 1e-9) && test.interval.contains(test.slope) && test.interval.upperBound < 0)
        #expect(stretch.line.map { $0.interval.upperBound < 0 } == true)
    }

    @Test("M15: ties lower the variance, equal values give no trend")
    func ties() throws {
        let points = [1.0, 2, 2, 3, 3, 3].enumerated().map { TimedValue(Double($0), $1) }
        let test = try #require(MannKendall(points))
        // 6·5·17 − (2·1·9 + 3·2·11) = 426, divided by 18; S = 15 − 1 − 3.
        #expect(test.s == 11 && isClose(test.variance, 426.0 / 18, 1e-12) && isClose(test.z, 10 / (426.0 / 18).squareRoot(), 1e-12))
        let flat = try #require(MannKendall((0..<6).map { TimedValue(Double($0), 4) }))
        #expect(flat.s == 0 && flat.variance == 0 && flat.z == 0 && flat.p == 1 && flat.interval == 0...0)
    }

    @Test("M15: a slope has Student's interval")
    func slope() throws {
        let points = zip(1...5, [2.0, 4, 5, 4, 5]).map { TimedValue(Double($0), $1) }
        let line = try #require(LinearTrend(points))
        #expect(isClose(line.slope, 0.6, 1e-12) && isClose(line.standardError, (2.4 / 3 / 10).squareRoot(), 1e-12) && !line.isWeighted)
        let reach = 3.182446305284264 * (0.08).squareRoot()
        #expect(isClose(line.interval, 0.6 - reach, 0.6 + reach, 1e-9) && isClose(line.value(at: 0), 2.2, 1e-12))
    }

    @Test("M15: where every figure has a margin the wide ones weigh less")
    func weighted() throws {
        let values = [1.0, 2, 3, 4, 20]
        let points = values.enumerated().map { index, value in
            TimedValue(Double(index), Estimate(value, margin: index == 4 ? value - 100...value + 100 : value - 1...value + 1))
        }
        let line = try #require(LinearTrend(points))
        #expect(line.isWeighted && abs(line.slope - 1) < 0.02)
        // Weights as repeats: a margin half as wide counts four times.
        let doubled = [(0.0, 1.0, 1.0), (1, 3, 0.5), (2, 4, 1), (3, 8, 1)].map { TimedValue($0.0, Estimate($0.1, margin: $0.1 - $0.2...$0.1 + $0.2)) }
        let repeated = [(0.0, 1.0), (1, 3), (1, 3), (1, 3), (1, 3), (2, 4), (3, 8)].map { TimedValue($0.0, $0.1) }
        #expect(isClose(LinearTrend(doubled)?.slope, LinearTrend(repeated)?.slope, 1e-12))
    }

    @Test("M15: a break splits the series, two points give a difference, fewer than five no slope")
    func breaks() throws {
        let points = (2010...2020).map { TimedValue(Double($0), Estimate(Double($0), margin: Double($0) - 3...Double($0) + 3)) }
        let trend = Trend(points.reversed() + [TimedValue(2021, .nan)], breaks: [2019, 2015, 1990])
        #expect(trend.stretches.map(\.points.count) == [5, 4, 2] && trend.missing == 1)
        #expect(trend.stretches[0].points.last?.time == 2014 && trend.stretches[1].points.first?.time == 2015)
        #expect(trend.stretches.map { $0.line != nil } == [true, false, false] && trend.stretches.map { $0.mannKendall != nil } == [true, false, false])
        let last = try #require(trend.stretches[2].difference)
        #expect(last.value == 1 && last.verdict == .unclear && last.isIndicative)
        #expect(Trend([TimedValue(1, 5)]).stretches.first?.difference == nil && Trend([]).stretches.isEmpty)
    }

    @Test("M15: Mann and Kendall's test is right for 1,000 series without a trend, whatever their scale")
    func level() throws {
        var random = Chance(31)
        var rejected = 0
        for _ in 0..<1000 {
            let values = (0..<12).map { _ in random.normal() }
            let test = try #require(MannKendall(values.enumerated().map { TimedValue(Double($0), $1) }))
            let moved = try #require(MannKendall(values.enumerated().map { TimedValue(2000 + 2 * Double($0), 5 - 3 * $1) }))
            #expect(moved.s == -test.s && isClose(moved.slope, -1.5 * test.slope, 1e-9))
            if test.p < 0.05 { rejected += 1 }
        }
        #expect((25...75).contains(rejected))
    }

    @Test("M15: odd numbers do no harm", arguments: oddValues)
    func odd(values: [Double]) {
        let trend = Trend(zip(values, values.reversed()).map { TimedValue($0, $1) }, breaks: values)
        #expect(trend.stretches.reduce(0) { $0 + $1.points.count } + trend.missing == values.count)
        let points = values.enumerated().map { TimedValue(Double($0), $1) }
        #expect(LinearTrend(points)?.slope.isFinite ?? true)
        #expect(MannKendall(points)?.slope.isFinite ?? true)
    }
}
