import Foundation
import Measures
import TestSupport
import Testing

@Suite("Experience beside figures")
struct AgreementTests {
    @Test("M16: kappa of the published table is 0.4")
    func kappa() throws {
        let kappa = try #require(Agreement.cohensKappa([[20, 5], [10, 15]]))
        #expect(isClose(kappa.value, 0.4, 1e-12) && isClose(kappa.observed, 0.7, 1e-12) && isClose(kappa.expected, 0.5, 1e-12) && kappa.used == 50)
        #expect(kappa.interval.contains(0.4) && kappa.interval.lowerBound > 0.1)
        let first = [Int](repeating: 1, count: 25) + [Int](repeating: 2, count: 25)
        let second = [Int](repeating: 1, count: 20) + [Int](repeating: 2, count: 5) + [Int](repeating: 1, count: 10) + [Int](repeating: 2, count: 15)
        let same = try #require(Agreement.cohensKappa(first.map(Optional.some) + [nil, 1], second.map(Optional.some) + [1, nil]))
        #expect(isClose(same.value, 0.4, 1e-12) && same.used == 50)
        #expect(Agreement.cohensKappa([[3, 0], [0, 4]])?.value == 1)
        #expect(Agreement.cohensKappa([[5]]) == nil && Agreement.cohensKappa([]) == nil && Agreement.cohensKappa([[1, 2], [3]]) == nil)
        #expect(Agreement.cohensKappa([[1, .nan], [3, 4]]) == nil && Agreement.cohensKappa([["a"]].flatMap { $0 }, []) == nil)
    }

    @Test("M16: Krippendorff's own example of four coders and twelve units gives 0.743")
    func alpha() throws {
        let coders: [[Int?]] = [
            [1, 2, 3, 3, 2, 1, 4, 1, 2, nil, nil, nil], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nil, 3], [nil, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nil],
            [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nil],
        ]
        let units = (0..<12).map { unit in coders.map { $0[unit] } }
        let alpha = try #require(Agreement.krippendorffsAlpha(units))
        #expect(isClose(alpha.value, 0.743, 0.0005) && alpha.units == 11 && alpha.codes == 40)
        #expect(Agreement.krippendorffsAlpha(units.reversed().map { $0.reversed() })?.value == alpha.value)
        #expect(Agreement.krippendorffsAlpha([[1, 1], [2, 2]])?.value == 1)
        #expect(Agreement.krippendorffsAlpha([[1, 1], [1, 1]]) == nil && Agreement.krippendorffsAlpha([[1, nil]]) == nil)
        #expect(Agreement.krippendorffsAlpha([[Int?]]()) == nil)
    }

    @Test("M16: the interval of alpha holds it, is wide for few units and narrow for many, and is the same at every run")
    func interval() throws {
        func units(_ count: Int) -> [[Int?]] { (0..<count).map { [$0 % 2, $0 % 10 == 0 ? 1 - $0 % 2 : $0 % 2, nil] } }
        let (few, many) = (try #require(Agreement.alphaInterval(units(20), seed: 1)), try #require(Agreement.alphaInterval(units(2000), seed: 1)))
        let alpha = try #require(Agreement.krippendorffsAlpha(units(2000)))
        #expect(few.contains(alpha.value) && many.contains(alpha.value))
        #expect(few.upperBound - few.lowerBound > 3 * (many.upperBound - many.lowerBound) && many.upperBound - many.lowerBound < 0.1)
        #expect(Agreement.alphaInterval(units(20), seed: 1) == few && Agreement.alphaInterval([[1, 1], [1, 1]], seed: 1) == nil)
    }

    @Test("M16: codes by chance agree no more than chance")
    func chance() throws {
        var random = Chance(6)
        let units = (0..<4000).map { _ in (0..<3).map { _ in Optional(Int.random(in: 0..<4, using: &random)) } }
        #expect(isClose(Agreement.krippendorffsAlpha(units)?.value, 0, 0.04))
        #expect(isClose(Agreement.cohensKappa(units.map { $0[0] }, units.map { $0[1] })?.value, 0, 0.05))
    }

    @Test("M16: who spoke against who lives there, as a ratio and as chi-square")
    func representation() throws {
        let ages = try #require(Representation(speakers: [10, 35, 55], residents: [300, 400, 300]))
        #expect(isClose(ages.groups[0].ratio, 1.0 / 3, 1e-12) && isClose(ages.groups[2].ratio, 5.5 / 3, 1e-12))
        // (10 − 30)²/30 + (35 − 40)²/40 + (55 − 30)²/30
        #expect(isClose(ages.chiSquare, 400.0 / 30 + 0.625 + 625.0 / 30, 1e-12) && ages.freedom == 2 && isClose(ages.p, exp(-ages.chiSquare / 2), 1e-15))
        #expect(ages.groups.map(\.verdict) == [.under, .unclear, .over] && !ages.isSparse)
        let few = try #require(Representation(speakers: [1, 2, 1], residents: [300, 0, 300]))
        #expect(few.isSparse && few.groups[1].ratio == nil && few.groups[1].verdict == .unknown && few.chiSquare == 0 && few.p == 1)
        #expect(Representation(speakers: [0, 0], residents: [1, 2]) == nil && Representation(speakers: [1], residents: [1]) == nil)
        for values in oddValues {
            let groups = Representation(speakers: values, residents: values.reversed())?.groups
            #expect((groups?.count ?? values.count) == values.count)
        }
    }

    @Test("M16: tension needs both clearly off the middle and on different sides")
    func tension() {
        func tension(_ one: ClosedRange<Double>, _ other: ClosedRange<Double>) -> Tension {
            Tension(
                objective: Estimate((one.lowerBound + one.upperBound) / 2, margin: one),
                subjective: Estimate((other.lowerBound + other.upperBound) / 2, margin: other))
        }
        #expect(tension(1.2...2, -2 ... -1.1) == .feltLower && tension(-3 ... -2, 1.5...2) == .feltHigher)
        #expect(tension(0.9...3, -2 ... -1.1) == .none && tension(1.2...2, 1.3...3) == .none && tension(1.2...2, -2 ... -1) == .none)
        #expect(Tension(objective: Estimate(.nan), subjective: Estimate(2)) == .unknown)
        #expect(Tension(objective: Estimate(1.5), subjective: Estimate(-1.5)) == .feltLower)
    }
}
