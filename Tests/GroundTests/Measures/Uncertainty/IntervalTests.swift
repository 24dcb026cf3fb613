import Foundation
import Measures
import Testing

@Suite("Intervals")
struct IntervalTests {
    @Test(
        "Wilson's table",
        arguments: [
            (0.0, 10.0, 0.0, 0.277533), (3, 25, 0.041668, 0.299558), (81, 263, 0.255289, 0.366210), (15, 148, 0.062386, 0.160487), (1, 29, 0.006113, 0.171755),
        ])
    func wilson(part: Double, whole: Double, lower: Double, upper: Double) {
        #expect(isClose(Intervals.wilson(part, of: whole), lower, upper, 1e-6))
    }

    @Test(
        "Garwood's table",
        arguments: [
            (0.0, 0.0, 3.68888), (1, 0.02532, 5.57164), (5, 1.62349, 11.66833), (10, 4.79539, 18.39036), (100, 81.36399, 121.62679),
        ])
    func poisson(count: Double, lower: Double, upper: Double) {
        #expect(isClose(Intervals.poisson(count), lower, upper, 1e-5))
    }

    @Test("Byar's table", arguments: [(5.0, 1.61135, 11.66816), (10, 4.78745, 18.39146), (100, 81.36211, 121.62794)])
    func byar(count: Double, lower: Double, upper: Double) {
        #expect(isClose(Intervals.byar(count), lower, upper, 1e-5))
    }

    @Test("Newcombe's method 10: 56 of 70 minus 48 of 80 is 0.0524 to 0.3339")
    func newcombe() throws {
        let difference = try #require(Difference.proportions(56, of: 70, minus: 48, of: 80))
        #expect(isClose(difference.interval, 0.052431, 0.333873, 1e-6))
        #expect(isClose(difference.value, 0.2, 1e-12))
        #expect(difference.verdict == .higher && !difference.isIndicative)
        #expect(Difference.proportions(48, of: 80, minus: 56, of: 70)?.verdict == .lower)
    }

    @Test("all golden intervals agree", .enabled(if: Golden.isPresent))
    func golden() throws {
        let tables = try #require(try Golden.json("statistics_golden.json")["intervals"] as? [String: [String: [Double]]])
        for (key, ends) in try #require(tables["wilson"]) {
            let parts = key.split(separator: "/").compactMap { Double($0) }
            #expect(isClose(Intervals.wilson(parts[0], of: parts[1]), ends[0], ends[1], 1e-5))
        }
        for (key, ends) in try #require(tables["poisson_exact"]) { #expect(isClose(Intervals.poisson(Double(key) ?? -1), ends[0], ends[1], 1e-5)) }
        for (key, ends) in try #require(tables["byar"]) { #expect(isClose(Intervals.byar(Double(key) ?? -1), ends[0], ends[1], 1e-5)) }
    }

    @Test("the exact limits solve the Poisson tail sums they are defined by", arguments: [1, 2, 7, 19, 60, 143])
    func tails(count: Int) throws {
        let limits = try #require(Intervals.poisson(Double(count)))
        // Chance of the count or more at the lower limit, of the count or fewer at the upper: 2.5 % each, summed term by term.
        let atLeast = 1 - poissonSum(upTo: count - 1, mean: limits.lowerBound)
        let atMost = poissonSum(upTo: count, mean: limits.upperBound)
        #expect(isClose(atLeast, 0.025, 1e-9) && isClose(atMost, 0.025, 1e-9))
    }

    private func poissonSum(upTo last: Int, mean: Double) -> Double {
        var term = exp(-mean)
        var sum = term
        for k in stride(from: 1, through: last, by: 1) {
            term *= mean / Double(k)
            sum += term
        }
        return sum
    }

    @Test("exact and Byar's limits draw together for large counts, and 99.8 % lies around 95 %")
    func large() throws {
        for count in [1e3, 1e5, 9.9e6, 1e9] {
            let exact = try #require(Intervals.poisson(count))
            let fast = try #require(Intervals.byar(count))
            #expect(isClose(exact, fast.lowerBound, fast.upperBound, 0.01))
            let wide = try #require(Intervals.poisson(count, .percent998))
            #expect(wide.lowerBound < exact.lowerBound && exact.upperBound < wide.upperBound)
        }
        for count in 0..<2_000 {
            let limits = try #require(Intervals.poisson(Double(count)))
            #expect(limits.contains(Double(count)))
        }
    }

    @Test("a rounded count widens the interval on both sides")
    func rounded() throws {
        let limits = try #require(Intervals.poisson(5...15))
        #expect(isClose(limits.lowerBound, 1.62349, 1e-5))
        #expect(try limits.upperBound == #require(Intervals.poisson(15)).upperBound)
        let share = try #require(Intervals.wilson(5...15, of: 61...69))
        #expect(try share.lowerBound == #require(Intervals.wilson(5, of: 69)).lowerBound)
        #expect(try share.upperBound == #require(Intervals.wilson(15, of: 61)).upperBound)
    }

    @Test("the ratio of two rates: log-normal, and exact where one count is 0")
    func ratio() throws {
        let ratio = try #require(Intervals.rateRatio(20, per: 1000, to: 10, per: 1000))
        #expect(isClose(log(ratio.upperBound) - log(2), 1.959964 * (0.15).squareRoot(), 1e-6))
        #expect(isClose(log(2) - log(ratio.lowerBound), 1.959964 * (0.15).squareRoot(), 1e-6))
        // With 0 of 5 events in the first of two equal areas its chance p solves (1 − p)⁵ = 0.025.
        let none = try #require(Intervals.rateRatio(0, per: 10, to: 5, per: 10))
        let chance = none.upperBound / (1 + none.upperBound)
        #expect(none.lowerBound == 0 && isClose(pow(1 - chance, 5), 0.025, 1e-12))
        let other = try #require(Intervals.rateRatio(5, per: 10, to: 0, per: 10))
        #expect(other.upperBound == .infinity && isClose(other.lowerBound * none.upperBound, 1, 1e-12))
        #expect(Intervals.rateRatio(0, per: 10, to: 0, per: 10) == nil)
        #expect(isClose(Intervals.rate(10, per: 1000), 0.00479539, 0.01839036, 1e-8))
    }

    @Test("a trend has an interval only where both moments have a published margin, marked indicative")
    func published() throws {
        let plain = try #require(Difference.published(Estimate(40, margin: 35...45), minus: Estimate(31)))
        #expect(plain.value == 9 && plain.interval == nil && plain.verdict == .unknown && !plain.isIndicative)
        let both = try #require(Difference.published(Estimate(40, margin: 36...44), minus: Estimate(31, margin: 28...34)))
        #expect(both.interval == 4...14 && both.verdict == .higher && both.isIndicative)
        let unclear = try #require(Difference.published(Estimate(33, margin: 29...37), minus: Estimate(31, margin: 28...34)))
        #expect(unclear.verdict == .unclear)
        #expect(Difference.published(Estimate(.nan), minus: Estimate(1)) == nil)
        #expect(Difference.published(Estimate(1, margin: 0 ... .infinity), minus: Estimate(1, margin: 0...2))?.interval == nil)
    }

    @Test("input that is no count gives no interval")
    func odd() {
        for value in oddValues.joined() where !(value.isFinite && value >= 0) {
            #expect(Intervals.poisson(value) == nil && Intervals.byar(value) == nil && Intervals.wilson(value, of: 10) == nil)
            #expect(Intervals.rate(1, per: value) == nil && Intervals.rateRatio(1, per: value, to: 1, per: 1) == nil)
        }
        #expect(Intervals.wilson(11, of: 10) == nil && Intervals.wilson(0, of: 0) == nil)
        #expect(Intervals.wilson(10, of: 10)?.upperBound == 1)
        for value in oddValues.joined() where value.isFinite && value >= 0 {
            #expect(Intervals.poisson(value)?.contains(value) ?? true)
            #expect(Intervals.wilson(value, of: max(value, 1)) != nil)
        }
    }
}
