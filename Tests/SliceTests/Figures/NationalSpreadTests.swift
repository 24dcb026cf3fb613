import Core
import Measures
import TestSupport
import Testing

@testable import Figures

@Suite struct NationalSpreadTests {
    private func reread(_ values: [Double], missing: Int = 0) throws -> NationalSpread {
        try #require(NationalSpread(bytes: NationalSpread(sorted: values.sorted(), missing: missing).bytes, missing: missing))
    }

    @Test("up to 2,000 different values come back exactly, with how often each occurs")
    func exact() throws {
        for values in [[], [5], [1, 1, 1, 2.5], (0..<14_574).map { Double($0 % 1_999) / 10 }] {
            let spread = try reread(values, missing: 9)
            #expect(spread.values == values.sorted())
            #expect(spread.missing == 9)
        }
    }

    @Test("of more values, the shares below and above any value stay right to a thousandth, and the number of areas stays")
    func sampled() throws {
        var chance = Chance(5)
        for count in [2_001, 5_000, 12_147, 14_574] {
            // Skewed, with many equal values at the low end: as numbers of crimes are.
            let values = (0..<count).map { _ in (Double.random(in: 0...1, using: &chance) * Double.random(in: 0...1, using: &chance) * 30_000).rounded() }
            let all = NationalShape(NationalSpread(sorted: values.sorted(), missing: 0)), few = NationalShape(try reread(values))
            #expect(few.distribution.count == count)
            for _ in 0..<300 {
                let value = values.randomElement(using: &chance) ?? 0
                let exact = try #require(all.place(of: value)), kept = try #require(few.place(of: value))
                #expect(abs(exact.lowerShare - kept.lowerShare) <= 0.001)
                #expect(abs(exact.higherShare - kept.higherShare) <= 0.001)
            }
        }
    }

    @Test("bytes that no spread wrote are refused: too short, too many areas, out of order, without value")
    func hostile() {
        let good = NationalSpread(sorted: [1, 2, 3], missing: 0).bytes
        #expect(NationalSpread(bytes: good, missing: 0)?.values == [1, 2, 3])
        #expect(NationalSpread(bytes: good, missing: -1) == nil)
        #expect(NationalSpread(bytes: good, missing: .max) == nil)
        for length in 0..<good.count { #expect(NationalSpread(bytes: Array(good.prefix(length)), missing: 0) == nil) }
        #expect(NationalSpread(bytes: good + [1], missing: 0) == nil)
        #expect(NationalSpread(bytes: Self.bytes([1, .nan], [1, 1]), missing: 0) == nil)
        #expect(NationalSpread(bytes: Self.bytes([2, 1], [1, 1]), missing: 0) == nil)
        #expect(NationalSpread(bytes: Self.bytes([1, 2], [1, 0]), missing: 0) == nil)
        #expect(NationalSpread(bytes: Self.bytes([1, 2], [1, 1e300]), missing: 0) == nil)
        #expect(NationalSpread(bytes: Self.bytes([1, 2], [1, .infinity]), missing: 0) == nil)
        var chance = Chance(6)
        for _ in 0..<5_000 {
            var bytes = good
            for _ in 0..<3 { bytes[Int.random(in: bytes.indices, using: &chance)] = UInt8.random(in: .min ... .max, using: &chance) }
            if let spread = NationalSpread(bytes: bytes, missing: 0) { #expect(spread.values == spread.values.sorted()) }
        }
    }

    private static func bytes(_ values: [Double], _ counts: [Double]) -> [UInt8] {
        [values, counts].flatMap { column -> [UInt8] in
            let packed = PackedColumn(column).bytes
            return [UInt8(packed.count), 0, 0, 0] + packed
        }
    }
}
