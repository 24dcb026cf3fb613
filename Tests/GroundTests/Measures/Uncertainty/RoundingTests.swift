import Measures
import TestSupport
import Testing

@Suite("Rounding bounds")
struct RoundingTests {
    @Test("0 and 10 under each rule have the ends of the method page")
    func ends() {
        #expect(RoundingRule.nearest(base: 5).bounds(of: 0) == 0...2)
        #expect(RoundingRule.random(base: 5).bounds(of: 0) == 0...4)
        #expect(RoundingRule.unknown(base: 5).bounds(of: 0) == 0...4)
        #expect(RoundingRule.none.bounds(of: 10) == 10...10)
        #expect(RoundingRule.nearest(base: 5).bounds(of: 10) == 8...12)
        #expect(RoundingRule.nearest(base: 10).bounds(of: 10) == 5...15)
        #expect(RoundingRule.nearest(base: 5).bounds(of: 10, whole: false) == 7.5...12.5)
        #expect(RoundingRule.random(base: 5).bounds(of: 10) == 6...14)
        #expect(RoundingRule.random(base: 5).bounds(of: 10, whole: false) == 5...15)
        #expect(isClose(RoundingRule.decimals(1).bounds(of: 2.3), 2.25, 2.35, 1e-12))
        #expect(isClose(RoundingRule.decimals(0).bounds(of: 0), 0, 0.5, 1e-12))
    }

    @Test("figures that can be negative keep their negative end")
    func negative() {
        #expect(isClose(RoundingRule.decimals(2).bounds(of: -0.05), -0.055, -0.045, 1e-12))
        #expect(isClose(RoundingRule.decimals(2).bounds(of: 0, minimum: -.infinity), -0.005, 0.005, 1e-12))
    }

    @Test("a share of rounded counts is shown with its ends: 15.4 % is 7.4 to 24.0 %")
    func shares() throws {
        let nearest = try #require(RoundingRule.nearest(base: 10).bounds(of: 10, whole: false))
        let residents = try #require(RoundingRule.nearest(base: 5).bounds(of: 65, whole: false))
        #expect(isClose(nearest.percentage(of: residents), 7.407407, 24.0, 1e-6))
        let random = try #require(RoundingRule.random(base: 5).bounds(of: 65))
        let persons = try #require(RoundingRule.nearest(base: 10).bounds(of: 10))
        #expect(isClose(persons.percentage(of: random), 7.246377, 24.590164, 1e-6))
    }

    @Test("a share is undefined where the whole may be 0 or the part is too large, and never above 100")
    func undefinedShares() {
        #expect((0.0...2.0).percentage(of: 0...4) == nil)
        #expect((20.0...24.0).percentage(of: 6...14) == nil)
        #expect((8.0...12.0).percentage(of: 6...14)?.upperBound == 100)
    }

    @Test("ten values in fives: 25 at worst and 4.564 as spread when nearest, 40 and 6.325 when random")
    func sums() throws {
        let nearest = try (1...10).map { _ in try #require(RoundingRule.nearest(base: 5).bounds(of: 100, whole: false)) }
        #expect(ClosedRange.sum(of: nearest) == 975...1025)
        let random = try (1...10).map { _ in try #require(RoundingRule.random(base: 5).bounds(of: 100)) }
        #expect(ClosedRange.sum(of: random) == 960...1040)
        #expect(isClose(RoundingRule.nearest(base: 5).standardDeviation(ofSumOf: 10, whole: false), 4.564354645876384, 1e-12))
        #expect(isClose(RoundingRule.random(base: 5).standardDeviation(ofSumOf: 10), 6.324555320336759, 1e-12))
        #expect(ClosedRange.sum(of: []) == 0...0)
    }

    @Test("the variance per rounding is 2.0 and 4.0 in fives, 8.25 and 16.5 in tens")
    func variances() {
        let variances = [RoundingRule.nearest(base: 5), .random(base: 5), .nearest(base: 10), .random(base: 10)].map { rule in
            rule.standardDeviation() * rule.standardDeviation()
        }
        #expect(zip(variances, [2.0, 4.0, 8.25, 16.5]).allSatisfy { isClose($0, $1, 1e-12) })
        #expect(RoundingRule.none.standardDeviation() == 0)
        #expect(isClose(RoundingRule.decimals(1).standardDeviation(), 0.1 / 12.0.squareRoot(), 1e-15))
    }

    @Test("every true count lies between the ends of what is published, for each way of rounding")
    func truth() throws {
        var random = Chance(7)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...400, using: &random)
            let base = [1, 3, 5, 10, 100].randomElement(using: &random) ?? 5
            let down = count / base * base
            let nearest = (count + base / 2) / base * base
            let chance = Int.random(in: 0..<base, using: &random) < count - down ? down + base : down
            #expect(try #require(RoundingRule.nearest(base: base).bounds(of: Double(nearest))).contains(Double(count)))
            #expect(try #require(RoundingRule.random(base: base).bounds(of: Double(chance))).contains(Double(count)))
        }
    }

    @Test("a difference runs from the lowest minus the highest to the highest minus the lowest")
    func difference() {
        #expect((8.0...12.0).minus(6...14) == -6...6)
        #expect((0.0...Double.infinity).minus(0...Double.infinity) == -Double.infinity...Double.infinity)
    }

    @Test("odd input gives nothing or a wide range, never a crash")
    func odd() {
        let rules = [
            RoundingRule.none, .nearest(base: 0), .nearest(base: -5), .random(base: .max), .unknown(base: .min), .decimals(.max), .decimals(.min),
            .nearest(base: .max),
        ]
        for rule in rules {
            for value in oddValues.joined() {
                for minimum in [0, -Double.infinity, .infinity, .nan] {
                    let bounds = rule.bounds(of: value, minimum: minimum)
                    #expect((bounds == nil) == !value.isFinite)
                    #expect(bounds?.contains(value) ?? true)
                }
            }
            #expect(rule.standardDeviation(ofSumOf: -1) == 0)
        }
    }
}
