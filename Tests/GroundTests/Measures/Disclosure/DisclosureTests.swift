import Foundation
import Measures
import TestSupport
import Testing

@Suite("Disclosure control")
struct DisclosureTests {
    private let rules = DisclosureRules()

    @Test("Disclosure: threshold, group disclosure and surveys: one refused and one passed each")
    func primary() {
        #expect(rules.reason(count: 9) == .tooFew && rules.reason(count: 10) == nil && rules.reason(count: 0) == nil && rules.reason(count: -1) == .tooFew)
        #expect(rules.reason(categories: [46, 4]) == .nearlyAllAlike && rules.reason(categories: [45, 5]) == nil)
        #expect(rules.reason(categories: [5, 4]) == .tooFew && rules.reason(categories: []) == nil && rules.reason(categories: [0, 0]) == nil)
        #expect(rules.reason(categories: [Int.max, Int.max]) == nil && rules.reason(categories: [Int.min, 60]) == .tooFew)
        #expect(
            rules.reason(survey: [20, 9]) == .tooFewRespondents && rules.reason(survey: [26, 4]) == .tooFewInCell && rules.reason(survey: [25, 5]) == nil)
    }

    @Test("Disclosure: dominance: two contributors with more than 85 %, and a neighbour known within 10 %")
    func dominance() {
        #expect(rules.reason(contributions: [50, 40, 10]) == .dominated && rules.reason(contributions: [50, 30, 20]) == nil)
        var loose = rules
        loose.dominantShare = 1
        #expect(loose.reason(contributions: [100, 50, 9]) == .closelyKnown && loose.reason(contributions: [100, 50, 10]) == nil)
        #expect(rules.reason(contributions: []) == nil && rules.reason(contributions: [0, 0]) == nil && rules.reason(contributions: [7]) == .dominated)
        for values in oddValues { _ = rules.reason(contributions: values) }
        #expect(rules.reason(contributions: [1e308, 1e308, 1e308]) == nil && rules.reason(contributions: [.nan]) == .dominated)
    }

    @Test("Disclosure: a small part of a published total takes a second part with it; without small parts all is published")
    func secondary() throws {
        let table = try CellTable(counts: [100, 40, 53, 7], sums: [CellTable.Sum(total: 0, parts: [1, 2, 3])])
        #expect(table.bounds(hidden: [3])[3] == 7...7)
        let result = table.suppression()
        #expect(result.primary == [3: .tooFew] && result.secondary == [1] && result.bounds[3] == 0...47)
        let safe = try CellTable(counts: [100, 40, 50, 10], sums: [CellTable.Sum(total: 0, parts: [1, 2, 3])]).suppression()
        #expect(safe.hidden.isEmpty && safe.bounds.isEmpty)
        // Two small parts of 1 and 2: together 3, known too closely by subtraction.
        let pair = try CellTable(counts: [63, 60, 1, 2], sums: [CellTable.Sum(total: 0, parts: [1, 2, 3])]).suppression()
        #expect(pair.secondary == [1] && pair.bounds[2] == 0...63)
        // A cell hidden for another reason is protected too.
        #expect(table.suppression(also: [2: .dominated]).primary == [2: .dominated, 3: .tooFew])
    }

    @Test("Disclosure: three sums that each look harmless give a cell away together")
    func together() throws {
        // Cells 0, 1, 2 are hidden; the sums of each pair are published.
        let sums = [CellTable.Sum(total: 3, parts: [0, 1]), CellTable.Sum(total: 4, parts: [1, 2]), CellTable.Sum(total: 5, parts: [0, 2])]
        let table = try CellTable(counts: [5, 6, 7, 11, 13, 12], sums: sums)
        #expect(isClose(table.bounds(hidden: [0, 1, 2])[0], 5, 5, 1e-9))
        let result = table.suppression()
        #expect(!result.secondary.isEmpty && result.primary.keys.allSatisfy { (result.bounds[$0] ?? 0...0).width >= 10 - 1e-6 })
    }

    @Test("Disclosure: no combination of published cells bounds a small count more closely than the threshold", arguments: 0..<40)
    func everySubtraction(seed: Int) throws {
        // Rows and columns with totals, as neighbourhoods by category, and one custom area.
        var random = Chance(UInt64(seed))
        let (rows, columns) = (3, 3)
        var counts = (0..<rows * columns).map { _ in
            Int.random(in: 0...3, using: &random) == 0 ? Int.random(in: 0...12, using: &random) : Int.random(in: 5...40, using: &random)
        }
        var sums: [CellTable.Sum] = []
        func add(_ parts: [Int]) {
            sums.append(CellTable.Sum(total: counts.count, parts: parts))
            counts.append(parts.reduce(0) { $0 + counts[$1] })
        }
        for row in 0..<rows { add((0..<columns).map { row * columns + $0 }) }
        for column in 0..<columns { add((0..<rows).map { $0 * columns + column }) }
        add([9, 10, 11])
        add([0, 1, 3, 4])
        let table = try CellTable(counts: counts, sums: sums)
        let result = table.suppression()
        for (cell, range) in result.bounds { #expect(range.lowerBound - 1e-6 <= Double(counts[cell]) && Double(counts[cell]) <= range.upperBound + 1e-6) }
        // Adding and subtracting sums with factors −1, 0 and 1: what then depends on one hidden cell gives it away,
        // and what holds only hidden cells with the same sign bounds each of them.
        let hidden = result.hidden
        var factors = [Int](repeating: -1, count: sums.count)
        while true {
            var coefficients = [Int](repeating: 0, count: counts.count)
            for (factor, sum) in zip(factors, sums) {
                coefficients[sum.total] -= factor
                for part in sum.parts { coefficients[part] += factor }
            }
            let unknown = hidden.filter { coefficients[$0] != 0 }
            if !unknown.isEmpty, unknown.allSatisfy({ coefficients[$0] > 0 }) {
                let value = unknown.reduce(0) { $0 + coefficients[$1] * counts[$1] }
                for cell in unknown where result.primary[cell] != nil { #expect(value / coefficients[cell] >= 10) }
            }
            guard let turn = factors.firstIndex(where: { $0 < 1 }) else { break }
            factors[turn] += 1
            for earlier in 0..<turn { factors[earlier] = -1 }
        }
    }

    @Test("the ends worked out for hidden cells are those of all tables that fit", arguments: 0..<20)
    func exactBounds(seed: Int) throws {
        var random = Chance(UInt64(seed))
        let cells = (0..<4).map { _ in Int.random(in: 0...6, using: &random) }
        // Two rows by two columns, the hidden cells all inside, totals published.
        let totals = [cells[0] + cells[1], cells[2] + cells[3], cells[0] + cells[2], cells[1] + cells[3]]
        let sums = [[0, 1], [2, 3], [0, 2], [1, 3]].enumerated().map { CellTable.Sum(total: 4 + $0, parts: $1) }
        let bounds = try CellTable(counts: cells + totals, sums: sums).bounds(hidden: [0, 1, 2, 3])
        let fitting = (0...totals[0]).filter { first in
            let second = totals[0] - first, third = totals[2] - first, fourth = totals[1] - third
            return second >= 0 && third >= 0 && fourth >= 0 && second + fourth == totals[3]
        }
        #expect(isClose(bounds[0], Double(fitting.min() ?? -1), Double(fitting.max() ?? -1), 1e-6))
    }

    @Test("Disclosure: a custom area one small neighbourhood larger than a published one is refused; a larger step passes")
    func differencing() throws {
        let counts = [400, 300, 6, 50, 200]
        let small = try #require(Differencing(of: [0, 1, 2], published: [[0, 1]], counts: counts))
        #expect(!small.passes && small.refused == [Differencing.Remainder(neighbourhoods: [2], count: 6)])
        #expect(try #require(Differencing(of: [0, 1, 3], published: [[0, 1]], counts: counts)).passes)
        // The other way round: the published area minus the custom one.
        #expect(try !#require(Differencing(of: [0, 1], published: [[0, 1, 2]], counts: counts)).passes)
        // Only two published areas together leave the small one.
        let two = try #require(Differencing(of: [0, 1, 2], published: [[0], [1]], counts: counts))
        #expect(two.refused.map(\.neighbourhoods) == [[2]])
        // A larger one minus this one minus what lies beside it.
        #expect(try !#require(Differencing(of: [0, 1], published: [[0, 1, 2, 3], [3]], counts: counts)).passes)
        // Two published areas that stick out on both sides, minus this one.
        let both = try #require(Differencing(of: [0, 3], published: [[0, 1], [2, 3]], counts: [40, 3, 4, 40]))
        #expect(both.refused == [Differencing.Remainder(neighbourhoods: [1, 2], count: 7)])
        // The area itself too small; the same area again; an empty area.
        #expect(try !#require(Differencing(of: [2], published: [], counts: counts)).passes)
        #expect(try #require(Differencing(of: [0, 1], published: [[0, 1]], counts: counts)).passes)
        #expect(try #require(Differencing(of: [], published: [[2]], counts: counts)).passes)
        #expect(Differencing(of: [9], published: [], counts: counts) == nil && Differencing(of: [0], published: [], counts: [-1]) == nil)
    }

    @Test("differencing tries every combination of published areas", arguments: 0..<60)
    func everyCombination(seed: Int) throws {
        var random = Chance(UInt64(seed) &+ 900)
        let counts = (0..<8).map { _ in Bool.random(using: &random) ? Int.random(in: 0...9, using: &random) : Int.random(in: 10...60, using: &random) }
        func some() -> Set<Int> { Set((0..<8).filter { _ in Int.random(in: 0...2, using: &random) == 0 }) }
        let published = (0..<6).map { _ in some() }.filter { !$0.isEmpty }
        let area = Set(0..<8).subtracting(some()).subtracting(some())
        // All families of published areas that do not overlap.
        let families = (0..<(1 << published.count)).compactMap { choice -> (union: Set<Int>, parts: [Set<Int>])? in
            let chosen = published.indices.filter { choice >> $0 & 1 == 1 }.map { published[$0] }
            let union = chosen.reduce(into: Set<Int>()) { $0.formUnion($1) }
            return union.count == chosen.reduce(0, { $0 + $1.count }) ? (union, chosen) : nil
        }
        let around = families.filter { family in family.union.isSuperset(of: area) && !family.parts.contains { $0.isDisjoint(with: area) } }
        var refused: Set<Set<Int>> = []
        for outer in [area] + around.map({ $0.union.subtracting(area) }) {
            for inner in families where inner.union.isSubset(of: outer) {
                let rest = outer.subtracting(inner.union)
                let count = rest.reduce(0) { $0 + counts[$1] }
                if count > 0, count < 10 { refused.insert(rest) }
            }
        }
        let result = try #require(Differencing(of: area, published: published, counts: counts))
        #expect(result.isComplete && Set(result.refused.map(\.neighbourhoods)) == refused)
    }

    @Test("a city of published neighbourhoods and districts is checked in full")
    func city() throws {
        let districts = (0..<12).map { district in Set((0..<10).map { district * 10 + $0 }) }
        let published = districts + (0..<120).map { [$0] } + [Set(0..<120)]
        let result = try #require(Differencing(of: Set(0..<25), published: published, counts: [Int](repeating: 80, count: 120)))
        #expect(result.passes)
    }

    @Test("Disclosure: the same cell always gets the same rounding, other cells their own, and on average nothing is lost")
    func rounding() throws {
        let rule = try #require(StableRounding(key: 1, 2))
        #expect(rule.rounded(13, cell: "a/2024") == rule.rounded(13, cell: "a/2024"))
        var sum = 0
        for cell in 0..<20_000 {
            let value = try #require(rule.rounded(12, cell: "cell \(cell)"))
            #expect(value == 10 || value == 15)
            sum += value
        }
        #expect(isClose(Double(sum) / 20_000, 12, 0.07))
        // Another key goes its own way, a multiple stays, more is never rounded to less.
        let other = try #require(StableRounding(key: 1, 3))
        #expect((0..<64).contains { rule.rounded(12, cell: "\($0)") != other.rounded(12, cell: "\($0)") })
        let steps = try (0..<60).map { try #require(rule.rounded($0, cell: "x")) }
        #expect(steps == steps.sorted() && steps.enumerated().allSatisfy { abs($0 - $1) < 5 && $1 % 5 == 0 && ($0 % 5 != 0 || $0 == $1) })
        #expect(rule.rounded(-1, cell: "x") == nil && rule.rounded(Int.max, cell: "x") == nil && StableRounding(base: 0, key: 1, 2) == nil)
        #expect(rule == rule && rule != other)
    }

    @Test("a table that does not add up is refused with the sum that does not")
    func refused() throws {
        #expect(throws: CellTable.Failure.doesNotAddUp(sum: 0)) { try CellTable(counts: [3, 1, 1], sums: [CellTable.Sum(total: 0, parts: [1, 2])]) }
        #expect(throws: CellTable.Failure.doesNotAddUp(sum: 0)) { try CellTable(counts: [2, 1], sums: [CellTable.Sum(total: 0, parts: [1, 1])]) }
        #expect(throws: CellTable.Failure.unknownCell(sum: 0)) { try CellTable(counts: [3], sums: [CellTable.Sum(total: 0, parts: [4])]) }
        #expect(throws: CellTable.Failure.negative(cell: 1)) { try CellTable(counts: [3, -3], sums: []) }
        #expect(try CellTable(counts: [], sums: []).suppression().hidden.isEmpty)
        let alone = try CellTable(counts: [4], sums: []).suppression()
        #expect(alone.hidden == [0] && alone.bounds[0] == 0 ... .infinity)
    }

    @Test("a linear programme: a top, no top, and no values at all")
    func programme() throws {
        // x + y + s = 4, x + 3y + t = 6
        let plain = try #require(LinearProgramme(rows: [[1, 1, 1, 0], [1, 3, 0, 1]], right: [4, 6]))
        #expect(isClose(plain.maximum([3, 5, 0, 0]), 14, 1e-9) && isClose(plain.range(of: 1), 0, 2, 1e-9))
        #expect(try #require(LinearProgramme(rows: [[1, -1]], right: [-2])).maximum([1, 0]) == .infinity)
        #expect(LinearProgramme(rows: [[1, 1]], right: [-1]) == nil && LinearProgramme(rows: [[1], [1]], right: [1, 2]) == nil)
        #expect(try isClose(#require(LinearProgramme(rows: [[1, 1], [2, 2]], right: [3, 6])).range(of: 0), 0, 3, 1e-9))
    }
}

extension ClosedRange<Double> {
    fileprivate var width: Double { upperBound - lowerBound }
}
