import Foundation
import Measures
import TestSupport
import Testing

@Suite("Parts and wholes")
struct AggregationTests {
    @Test("M1: one secret part is what the others leave of the total, widened by all rounding")
    func oneSecret() {
        let bounds = Subtraction.bounds(total: 96...104, parts: [28...32, 38...42, nil])
        #expect(bounds?[2] == 22...38 && bounds?[0] == 28...32)
        #expect(Subtraction.bounds(total: 96...104, parts: [28...32, 38...42, nil], prior: 0...7) == nil)
        #expect(Subtraction.bounds(total: 70...72, parts: [28...32, 38...42, nil], prior: 0...7)?[2] == 0...6)
    }

    @Test("M1: two secret parts bound each other, and a known limit of one narrows the other")
    func twoSecrets() {
        #expect(Subtraction.bounds(total: 20...24, parts: [nil, 8...12, nil]) == [0...16, 8...12, 0...16])
        #expect(Subtraction.bounds(total: 20...24, parts: [nil, 8...12, nil], prior: 0...7) == [1...7, 8...12, 1...7])
        #expect(Subtraction.bounds(total: 5...9, parts: [20...22, nil]) == nil)
        #expect(Subtraction.bounds(total: 5...9, parts: []) == nil && Subtraction.bounds(total: 0...4, parts: []) == [])
    }

    @Test("M1: ends that reveal a count below the threshold are marked")
    func disclosure() {
        #expect(Subtraction.reveals(0...7, below: 10) && !Subtraction.reveals(0...16, below: 10))
    }

    @Test("M1: the true count always lies between the ends that subtraction gives")
    func truth() throws {
        var random = Chance(4)
        for _ in 0..<2000 {
            let counts = (0..<Int.random(in: 1...8, using: &random)).map { _ in Int.random(in: 0...60, using: &random) }
            let rule = RoundingRule.nearest(base: 5)
            func published(_ count: Int) -> ClosedRange<Double>? { rule.bounds(of: Double((count + 2) / 5 * 5)) }
            let parts = counts.map { $0 < 8 ? nil : published($0) }
            let total = try #require(published(counts.reduce(0, +)))
            for prior in [0...Double.infinity, 0...7] {
                let bounds = try #require(Subtraction.bounds(total: total, parts: parts, prior: prior))
                #expect(zip(bounds, counts).allSatisfy { $0.contains(Double($1)) })
            }
        }
    }

    @Test("M1: counts add with their ends")
    func counts() throws {
        let sum = try Aggregate([FigurePart(10, bounds: 8...12), FigurePart(25, bounds: 23...27), FigurePart(5)], kind: .count)
        #expect(sum.value == 40 && sum.bounds == 36...44 && sum.used == 3)
    }

    @Test("M1: shares and means are weighted by their own denominator, empty parts add nothing")
    func shares() throws {
        let parts = [FigurePart(10, weight: 100), FigurePart(40, weight: 300), FigurePart(.nan, weight: 0)]
        for kind in [FigureKind.share, .mean, .rate] {
            let whole = try Aggregate(parts, kind: kind)
            #expect(isClose(whole.value, 32.5, 1e-12) && whole.weight == 400 && whole.used == 2)
            #expect(isClose(whole.bounds, 32.5, 32.5, 1e-12))
        }
    }

    @Test("M1: the ends of a weighted mean are those of trying every corner")
    func corners() throws {
        var random = Chance(9)
        for _ in 0..<200 {
            let count = Int.random(in: 1...4, using: &random)
            let parts = (0..<count).map { _ in
                let value = Double(Int.random(in: 0...100, using: &random)), weight = Double(Int.random(in: 0...50, using: &random))
                let reach = Double(Int.random(in: 0...4, using: &random))
                return FigurePart(value, bounds: value - 0.5...value + 0.5, weight: weight + 1, weightBounds: max(0, weight + 1 - reach)...weight + 1 + reach)
            }
            var (lowest, highest) = (Double.infinity, -Double.infinity)
            for corner in 0..<(1 << count) {
                func weight(_ index: Int) -> Double {
                    let bounds = parts[index].weightBounds ?? 0...0
                    return corner >> index & 1 == 0 ? bounds.lowerBound : bounds.upperBound
                }
                let total = (0..<count).reduce(0) { $0 + weight($1) }
                guard total > 0 else { continue }
                lowest = min(lowest, (0..<count).reduce(0) { $0 + weight($1) * (parts[$1].value - 0.5) } / total)
                highest = max(highest, (0..<count).reduce(0) { $0 + weight($1) * (parts[$1].value + 0.5) } / total)
            }
            let whole = try Aggregate(parts, kind: .share)
            #expect(isClose(whole.bounds, lowest, highest, 1e-9) && whole.bounds.contains(whole.value))
        }
    }

    @Test("M1: medians, spreads, modelled scores and gaps are refused with the reason")
    func refusals() {
        for kind in [FigureKind.median, .spread, .index, .category, .modelled] {
            #expect(throws: AggregationRefusal.kind(kind)) { try Aggregate([FigurePart(1, weight: 1)], kind: kind) }
        }
        #expect(throws: AggregationRefusal.noParts) { try Aggregate([], kind: .count) }
        #expect(throws: AggregationRefusal.missingValue(part: 1)) { try Aggregate([FigurePart(1), FigurePart(.nan)], kind: .count) }
        #expect(throws: AggregationRefusal.missingValue(part: 0)) { try Aggregate([FigurePart(.nan, weight: 2)], kind: .mean) }
        #expect(throws: AggregationRefusal.missingWeight(part: 0)) { try Aggregate([FigurePart(1)], kind: .share) }
        #expect(throws: AggregationRefusal.emptyWhole) { try Aggregate([FigurePart(1, weight: 0)], kind: .share) }
        for values in oddValues {
            for kind in FigureKind.allCases {
                let whole = try? Aggregate(values.map { FigurePart($0, weight: $0) }, kind: kind)
                #expect(whole?.value.isFinite ?? true)
            }
        }
    }

    @Test("M2: any level of confidence has its normal quantile")
    func confidence() throws {
        let common = try #require(Confidence(level: 0.95))
        #expect(isClose(common.z, Confidence.percent95.z, 1e-12))
        #expect(isClose(Confidence(level: 0.998)?.z, Confidence.percent998.z, 1e-12) && isClose(Confidence(level: 0.9)?.z, 1.6448536269514722, 1e-12))
        for level in [0, 1, -1, 2, Double.nan, .infinity] { #expect(Confidence(level: level) == nil) }
    }
}
