import Measures
import TestSupport
import Testing

@Suite("False discoveries")
struct BenjaminiHochbergTests {
    /// Benjamini and Hochberg (1995), section 4.
    private let published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]

    @Test("M7: of the fifteen published p-values four are rejected, three by Bonferroni")
    func example() {
        let result = BenjaminiHochberg(published)
        #expect(result.rejected == 4 && result.family == 15 && result.cutoff == 0.0095)
        #expect(published.count { $0 <= 0.05 / 15 } == 3)
        #expect(result.rejects(0.0095) && !result.rejects(0.0201))
        #expect(result.adjusted.count { ($0 ?? 1) <= 0.05 } == 4 && isClose(result.adjusted[3] ?? 0, 0.035625, 1e-15))
    }

    @Test("M7: order does not matter, missing p-values are outside the family")
    func order() {
        let mixed = Array(published.reversed()) + [.nan, -0.1, 1.1, .infinity]
        let result = BenjaminiHochberg(mixed)
        #expect(result.rejected == 4 && result.family == 15 && result.adjusted.suffix(4).allSatisfy { $0 == nil })
        #expect(Array(result.adjusted.prefix(15).reversed()) == BenjaminiHochberg(published).adjusted)
    }

    @Test("M7: adjusted p-values are those of the definition, rise with p and are never below it")
    func definition() {
        var random = Chance(17)
        for _ in 0..<200 {
            let values = (0..<Int.random(in: 1...30, using: &random)).map { _ in Double(Int.random(in: 0...40, using: &random)) / 400 }
            let result = BenjaminiHochberg(values)
            let sorted = values.sorted()
            for (value, adjusted) in zip(values, result.adjusted) {
                let steps = sorted.indices.filter { sorted[$0] >= value }.map { sorted[$0] * Double(sorted.count) / Double($0 + 1) }
                #expect(isClose(adjusted ?? .nan, min(1, steps.min() ?? 1), 1e-15))
                #expect((adjusted ?? 0) >= value)
            }
            #expect(values.count { result.rejects($0) } == result.rejected)
        }
    }

    @Test("M7: nothing, or nothing convincing, rejects nothing")
    func nothing() {
        for values in oddValues.map({ $0.filter { $0 != 0 && $0 > 1e-100 } }) + [[0.9, 1], []] {
            #expect(BenjaminiHochberg(values).rejected == 0 && BenjaminiHochberg(values).cutoff == nil)
        }
        #expect(BenjaminiHochberg([0.05]).rejected == 1 && BenjaminiHochberg([0, 0, 0]).rejected == 3)
    }
}
