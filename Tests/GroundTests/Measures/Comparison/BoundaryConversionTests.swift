import Foundation
import Measures
import TestSupport
import Testing

@Suite("Boundary changes")
struct BoundaryConversionTests {
    private typealias Link = BoundaryConversion.Link

    @Test("M13: an unchanged area keeps its figure, with nothing uncertain")
    func identity() throws {
        let conversion = try #require(BoundaryConversion((0..<3).map { Link(old: $0, new: $0, addresses: 100) }, oldCount: 3, newCount: 3))
        let values = [7.0, 13, 1.0 / 3]
        let areas = try #require(conversion.counts(values, bounds: values.map { $0 - 2...$0 + 2 }))
        #expect(areas.map(\.value) == values && areas.map(\.bounds) == values.map { $0 - 2...$0 + 2 })
        #expect(conversion.certain == [1, 1, 1] && areas.allSatisfy { $0.refusal == nil })
    }

    @Test("M13: Haaren goes to Boxtel, Oisterwijk, Tilburg and Vught; totals stay, mergers are certain")
    func haaren() throws {
        // Old: Haaren, Boxtel, Oisterwijk, Tilburg, Vught. New: the last four.
        let links = [
            Link(old: 0, new: 0, addresses: 1020), Link(old: 0, new: 1, addresses: 2710), Link(old: 0, new: 2, addresses: 430),
            Link(old: 0, new: 3, addresses: 1840), Link(old: 1, new: 0, addresses: 13_700), Link(old: 2, new: 1, addresses: 11_900),
            Link(old: 3, new: 2, addresses: 99_000), Link(old: 4, new: 3, addresses: 11_600),
        ]
        let conversion = try #require(BoundaryConversion(links, oldCount: 5, newCount: 4))
        for old in 0..<5 { #expect(isClose(conversion.fractions.filter { $0.old == old }.reduce(0) { $0 + $1.part }, 1, 1e-12)) }
        let values = [14_300.0, 30_800, 26_200, 219_800, 26_500]
        let areas = try #require(conversion.counts(values))
        #expect(isClose(areas.reduce(0) { $0 + $1.value }, values.reduce(0, +), 1e-6) && areas.allSatisfy { $0.refusal == nil })
        #expect(isClose(areas[0].value, 30_800 + 14_300 * 1020.0 / 6000, 1e-9))
        #expect(isClose(conversion.certain[0], (13_700 + 1020 * 1020.0 / 6000) / 14_720, 1e-12))
        let merged = try #require(BoundaryConversion([Link(old: 0, new: 0, addresses: 5), Link(old: 1, new: 0, addresses: 9)], oldCount: 2, newCount: 1))
        #expect(merged.certain == [1] && merged.counts([10, 20])?.first?.value == 30)
    }

    @Test("M13: below 80 % certain there is no figure but a reason")
    func refusal() throws {
        let conversion = try #require(
            BoundaryConversion(
                [Link(old: 0, new: 0, addresses: 50), Link(old: 0, new: 1, addresses: 50), Link(old: 1, new: 1, addresses: 900)], oldCount: 3, newCount: 3))
        let areas = try #require(conversion.counts([100, 1000, 5]))
        #expect(areas[0].refusal == .uncertain(0.5) && areas[0].value.isNaN && areas[1].refusal == nil && areas[2].refusal == .noAddresses)
        #expect(conversion.unplaced == [2])
        #expect(conversion.counts([100, 1000, 5], leastCertain: 0.4)?[0].value == 50)
        #expect(conversion.counts([.nan, 1000, 5])?[1].refusal == .missing(old: 0))
    }

    @Test("M13: shares are converted by numerator and denominator apart, bounds go through the same matrix")
    func shares() throws {
        let conversion = try #require(
            BoundaryConversion(
                [Link(old: 0, new: 0, addresses: 90), Link(old: 0, new: 1, addresses: 10), Link(old: 1, new: 1, addresses: 400)], oldCount: 2, newCount: 2))
        let shares = try #require(conversion.shares([20, 30], of: [100, 300]))
        #expect(isClose(shares[0].value, 20, 1e-12) && isClose(shares[1].value, 100 * 32.0 / 310, 1e-12))
        #expect(conversion.shares([0, 0], of: [0, 0])?[0].refusal == .emptyWhole)
        let bounded = try #require(conversion.counts([100, 300], bounds: [96...104, nil]))
        #expect(isClose(bounded[0].bounds, 86.4, 93.6, 1e-9) && isClose(bounded[1].bounds, 309.6, 310.4, 1e-9))
    }

    @Test("M13: totals are preserved for any borders, and the true figure lies within the ends")
    func totals() throws {
        var random = Chance(51)
        for _ in 0..<200 {
            let (old, new) = (Int.random(in: 1...8, using: &random), Int.random(in: 1...8, using: &random))
            var links = (0..<old).map { Link(old: $0, new: Int.random(in: 0..<new, using: &random), addresses: 10) }
            links += (0..<10).map { _ in
                Link(
                    old: .random(in: 0..<old, using: &random), new: .random(in: 0..<new, using: &random),
                    addresses: Double(Int.random(in: 0...99, using: &random)))
            }
            let conversion = try #require(BoundaryConversion(links, oldCount: old, newCount: new))
            let values = (0..<old).map { _ in Double(Int.random(in: 0...500, using: &random)) }
            let areas = try #require(conversion.counts(values, bounds: values.map { max(0, $0 - 2)...$0 + 2 }, leastCertain: 0)).filter { $0.refusal == nil }
            #expect(isClose(areas.reduce(0) { $0 + $1.value }, values.reduce(0, +), 1e-9) && areas.allSatisfy { $0.bounds?.contains($0.value) == true })
            #expect(conversion.certain.allSatisfy { $0.isNaN || ($0 > 0 && $0 <= 1 + 1e-12) })
            let again = try #require(BoundaryConversion(links.reversed(), oldCount: old, newCount: new))
            for (one, other) in zip(conversion.fractions, again.fractions) {
                #expect(one.old == other.old && one.new == other.new && isClose(one.part, other.part, 1e-12))
            }
        }
    }

    @Test("M13: odd numbers do no harm")
    func odd() {
        #expect(BoundaryConversion([Link(old: 2, new: 0, addresses: 1)], oldCount: 2, newCount: 1) == nil)
        #expect(BoundaryConversion([Link(old: 0, new: -1, addresses: 1)], oldCount: 2, newCount: 1) == nil)
        #expect(BoundaryConversion([], oldCount: 0, newCount: 0)?.counts([])?.isEmpty == true)
        for values in oddValues {
            for value in values {
                #expect((BoundaryConversion([Link(old: 0, new: 0, addresses: value)], oldCount: 1, newCount: 1) != nil) == (value.isFinite && value >= 0))
            }
            let links = values.indices.map { Link(old: $0, new: 0, addresses: 1) }
            let areas = BoundaryConversion(links, oldCount: values.count, newCount: 1)?.counts(values, leastCertain: 0)
            #expect(areas?.count == 1)
        }
    }
}
