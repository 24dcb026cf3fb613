import Measures
import TestSupport
import Testing

@Suite("Distributions")
struct DistributionTests {
    @Test("WYK-06: equal values are neither lower nor higher, missing values do not count")
    func standing() throws {
        let distribution = Distribution(optional: [10, nil, 20, 20, .nan, 30, 40])
        #expect(distribution.count == 5 && distribution.missing == 2)
        let standing = try #require(distribution.standing(of: 20))
        #expect(standing.lower == 1 && standing.equal == 2 && standing.higher == 2)
        #expect(standing.percentLower == 20 && standing.percentEqual == 40 && standing.percentHigher == 40)
        #expect(standing.side == .aroundTheMiddle)
        #expect(distribution.standing(of: 40)?.side == .higherThanMost)
        #expect(distribution.standing(of: 10)?.side == .lowerThanMost)
        #expect(distribution.standing(of: .nan) == nil)
    }

    @Test("quantiles are of type 7")
    func quantiles() {
        let distribution = Distribution([4, 1, 3, 2])
        #expect(distribution.quantile(0.25) == 1.75 && distribution.median == 2.5)
        #expect(distribution.quantile(0) == 1 && distribution.quantile(1) == 4 && distribution.quantile(9) == 4)
        #expect(Distribution([7]).quantile(0.3) == 7)
        #expect(distribution.quantile(.nan) == nil && Distribution([]).median == nil)
    }

    @Test("a place counted by search equals a place counted one by one")
    func counted() throws {
        var random = Chance(3)
        for _ in 0..<300 {
            let values = (0..<Int.random(in: 1...60, using: &random)).map { _ in Double(Int.random(in: 0...20, using: &random)) }
            let distribution = Distribution(values)
            let value = Double(Int.random(in: -1...21, using: &random))
            let standing = try #require(distribution.standing(of: value))
            #expect(standing.lower == values.count { $0 < value } && standing.higher == values.count { $0 > value })
            #expect(standing.count == values.count)
        }
    }

    @Test("the histogram holds every value once: in a bin, below or above the scale")
    func histogram() throws {
        let values = (0..<1000).map(Double.init)
        let histogram = try #require(Distribution(values).histogram())
        #expect(histogram.counts.count == 60)
        #expect(isClose(histogram.lower, 9.99, 1e-9) && isClose(histogram.upper, 974.025, 1e-9))
        #expect(histogram.below == 10 && histogram.above == 25)
        #expect(histogram.counts.reduce(0, +) + histogram.outside == 1000)
        #expect(histogram.peak <= 18 && (histogram.counts.min() ?? 0) >= 16)
        #expect(histogram.position(of: 5) == nil && isClose(histogram.position(of: 974.025) ?? 0, 1, 1e-12))
    }

    @Test("equal values all stand in the middle of the scale")
    func constant() throws {
        let histogram = try #require(Distribution([5, 5, 5]).histogram())
        #expect(histogram.counts[30] == 3 && histogram.outside == 0 && histogram.position(of: 5) == 0.5)
    }

    @Test("places from margins are those counted pair by pair, and exact figures have one place")
    func rankRanges() {
        var random = Chance(11)
        for _ in 0..<200 {
            let margins = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                let low = Double(Int.random(in: 0...40, using: &random))
                return low...(low + Double(Int.random(in: 0...12, using: &random)))
            }
            let ranks = RankRanges(margins.map(Optional.some) + [nil])
            #expect(ranks.count == margins.count)
            for margin in margins {
                let best = 1 + margins.count { $0.lowerBound > margin.upperBound }
                let worst = margins.count - margins.count { $0.upperBound < margin.lowerBound }
                #expect(ranks.places(of: margin) == best...worst)
            }
        }
        let exact = RankRanges([3.0, 1.0, 2.0].map { $0...$0 })
        #expect(exact.places(of: 3...3) == 1...1 && exact.places(of: 1...1) == 3...3)
        #expect(RankRanges([]).places(of: 1...2) == 1...1)
    }

    @Test("odd values do no harm", arguments: oddValues)
    func odd(values: [Double]) {
        let distribution = Distribution(values)
        #expect(distribution.count + distribution.missing == values.count)
        #expect((distribution.median == nil) == distribution.isEmpty)
        for part in [-1, 0, 0.3, 1, 2] { #expect(distribution.quantile(part)?.isFinite ?? true) }
        let histogram = distribution.histogram()
        #expect((histogram?.counts.reduce(0, +) ?? 0) + (histogram?.outside ?? 0) == distribution.count)
        #expect(distribution.histogram(bins: .max, from: 2, to: -1)?.counts.isEmpty != true)
        for value in values { #expect((distribution.standing(of: value) == nil) == !value.isFinite) }
        #expect(distribution.rounded(decimals: 2).count == distribution.count)
    }
}
