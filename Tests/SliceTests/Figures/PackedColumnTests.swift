import Core
import TestSupport
import Testing

@testable import Figures

@Suite struct PackedColumnTests {
    private func comesBack(_ values: [Double], _ about: Comment, sourceLocation: SourceLocation = #_sourceLocation) {
        let packed = PackedColumn(values)
        let read = PackedColumn(bytes: packed.bytes)
        #expect(read == packed, about, sourceLocation: sourceLocation)
        for column in [packed, read].compactMap({ $0 }) {
            #expect(column.count == values.count, about, sourceLocation: sourceLocation)
            let differences = zip(column.values, values).count { !($0 == $1 || $0.isNaN && $1.isNaN) }
            #expect(differences == 0, about, sourceLocation: sourceLocation)
        }
    }

    @Test("values of every kind come back exactly, also through bytes")
    func kinds() {
        comesBack([], "none at all")
        comesBack([.nan], "one missing")
        comesBack(Array(repeating: .nan, count: 300), "all missing")
        comesBack([0, 254, .nan], "one byte")
        comesBack([0, 255, .nan], "the code for missing in one byte")
        comesBack([0, 65_534, .nan], "two bytes")
        comesBack([0, 65_535, .nan], "the code for missing in two bytes")
        comesBack([0, 4_294_967_294, .nan], "whole numbers above a thousand million")
        comesBack([-5, -3, .nan, 249], "negative numbers")
        comesBack([0.1, 0.2, 0.3, 1.2, 99.9, 100, .nan], "tenths")
        comesBack([0.000001, 999_999_999.999999, .nan], "six decimals of large numbers")
        comesBack([0.1 + 0.2, 1.0 / 3, .nan], "doubles with all their digits")
        comesBack([1e9, 1e300, -1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude, .infinity, -.infinity, .nan], "extremes")
        comesBack([-0.0, 0.0, .nan], "zero of both signs")
    }

    @Test("whatever numbers come, they come back: 2,000 columns of whole numbers, decimals and doubles by chance")
    func property() {
        var chance = Chance(1)
        let scales: [Double] = [1, 10, 100, 1_000, 1_000_000, 10_000_000]
        let reaches: [Double] = [10, 255, 256, 65_535, 65_536, 1e6, 4e9, 1e12]
        for run in 0..<2_000 {
            let scale = scales.randomElement(using: &chance) ?? 1
            let reach = reaches.randomElement(using: &chance) ?? 1
            let isWhole = Bool.random(using: &chance)
            let values = (0..<Int.random(in: 0...60, using: &chance)).map { _ -> Double in
                if Int.random(in: 0..<5, using: &chance) == 0 { return .nan }
                let number = Double.random(in: -reach...reach, using: &chance)
                return isWhole ? number.rounded() / scale : number
            }
            comesBack(values, "run \(run): \(values)")
        }
    }

    @Test("counts of a neighbourhood take one or two bytes a cell, decimals too")
    func size() {
        #expect(PackedColumn((0..<1000).map { Double($0 % 200) }).bytes.count == 10 + 1_000)
        #expect(PackedColumn((0..<1000).map { Double($0 % 200) / 10 }).bytes.count == 10 + 1_000)
        #expect(PackedColumn((0..<1000).map { Double($0) * 5 }).bytes.count == 10 + 2_000)
    }

    @Test("a position outside the column has no value")
    func outside() {
        let column = PackedColumn([7])
        #expect(column[0] == 7)
        #expect(column[-1] == nil)
        #expect(column[1] == nil)
        #expect(column.value(at: .max).isNaN)
    }

    @Test("bytes that no column wrote are refused, or read without harm")
    func hostile() {
        let good = PackedColumn([1, 500, .nan]).bytes
        #expect(PackedColumn(bytes: []) == nil)
        #expect(PackedColumn(bytes: Array(good.prefix(9))) == nil)
        #expect(PackedColumn(bytes: good + [0]) == nil)
        for kind in UInt8.min...UInt8.max where ![1, 2, 4, 8].contains(kind) { #expect(PackedColumn(bytes: [kind] + good.dropFirst()) == nil) }
        for decimals in UInt8(7)...UInt8.max { #expect(PackedColumn(bytes: [good[0], decimals] + good.dropFirst(2)) == nil) }
        var chance = Chance(2)
        for _ in 0..<10_000 {
            var bytes = (0..<Int.random(in: 0...40, using: &chance)).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
            if bytes.count > 1, Bool.random(using: &chance) { (bytes[0], bytes[1]) = ([1, 2, 4, 8].randomElement(using: &chance) ?? 1, bytes[1] % 7) }
            guard let column = PackedColumn(bytes: bytes) else { continue }
            #expect(column.values.count == column.count)
        }
    }
}

@Suite struct ReasonRunsTests {
    @Test("reasons come back, whole and one by one")
    func roundTrip() throws {
        var chance = Chance(3)
        for _ in 0..<500 {
            var reasons: [UInt8] = []
            for _ in 0..<Int.random(in: 0...8, using: &chance) {
                reasons += repeatElement(UInt8.random(in: 0...8, using: &chance), count: [1, 2, 127, 128, 129, 20_000].randomElement(using: &chance) ?? 1)
            }
            let bytes = ReasonRuns.encode(reasons)
            #expect(ReasonRuns.decode(bytes, count: reasons.count) == reasons)
            for position in [0, 1, reasons.count / 2, reasons.count - 1] where reasons.indices.contains(position) {
                #expect(ReasonRuns.reason(at: position, in: bytes) == reasons[position])
            }
            #expect(ReasonRuns.reason(at: reasons.count, in: bytes) == nil)
            #expect(ReasonRuns.reason(at: -1, in: bytes) == nil)
        }
        #expect(ReasonRuns.encode(Array(repeating: 5, count: 14_574)).count == 3)
    }

    @Test("bytes that do not give exactly the number of cells are refused")
    func hostile() {
        let bytes = ReasonRuns.encode([1, 1, 2])
        #expect(ReasonRuns.decode(bytes, count: 2) == nil)
        #expect(ReasonRuns.decode(bytes, count: 4) == nil)
        #expect(ReasonRuns.decode([0x80], count: 0) == nil)
        #expect(ReasonRuns.decode([0, 1], count: 0) == nil)
        #expect(ReasonRuns.decode([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1], count: 10) == nil)
        var chance = Chance(4)
        for _ in 0..<10_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &chance)).map { _ in UInt8.random(in: .min ... .max, using: &chance) }
            if let reasons = ReasonRuns.decode(bytes, count: 50) { #expect(reasons.count == 50) }
            _ = ReasonRuns.reason(at: 50, in: bytes)
        }
    }
}
