/// Counts that hang together by sums: a parent is the sum of its parts, a custom area of its neighbourhoods.
package struct CellTable: Sendable, Hashable {
    package struct Sum: Sendable, Hashable {
        package let total: Int
        package let parts: [Int]

        package init(total: Int, parts: [Int]) {
            self.total = total
            self.parts = parts
        }
    }

    package enum Failure: Error, Hashable {
        case negative(cell: Int)
        case unknownCell(sum: Int)
        /// The parts, each once, do not add up to the total.
        case doesNotAddUp(sum: Int)
    }

    package let counts: [Int]
    package let sums: [Sum]

    package init(counts: [Int], sums: [Sum]) throws(Failure) {
        // Whole numbers up to here are exact in the computation of bounds.
        if let cell = counts.firstIndex(where: { $0 < 0 || $0 > 1_000_000_000 }) { throw .negative(cell: cell) }
        for (index, sum) in sums.enumerated() {
            guard ([sum.total] + sum.parts).allSatisfy(counts.indices.contains) else { throw .unknownCell(sum: index) }
            let isPlain = Set(sum.parts).count == sum.parts.count && !sum.parts.contains(sum.total)
            guard isPlain, sum.parts.reduce(0, { $0 + counts[$1] }) == counts[sum.total] else { throw .doesNotAddUp(sum: index) }
        }
        self.counts = counts
        self.sums = sums
    }

    /// What any reader can work out about hidden cells from all published ones, by all subtractions at once: exact ends for each,
    /// infinite where there is none.
    package func bounds(hidden: Set<Int>) -> [Int: ClosedRange<Double>] {
        let cells = hidden.filter(counts.indices.contains).sorted()
        let places = Dictionary(uniqueKeysWithValues: cells.enumerated().map { ($1, $0) })
        var rows: [[Double]] = []
        var right: [Double] = []
        for sum in sums {
            var row = [Double](repeating: 0, count: cells.count)
            var known = 0
            for (cell, sign) in [(sum.total, 1)] + sum.parts.map({ ($0, -1) }) {
                if let place = places[cell] { row[place] += Double(sign) } else { known -= sign * counts[cell] }
            }
            guard row.contains(where: { $0 != 0 }) else { continue }
            rows.append(row)
            right.append(Double(known))
        }
        guard !rows.isEmpty, let programme = LinearProgramme(rows: rows, right: right) else {
            return places.mapValues { _ in 0 ... .infinity }
        }
        return places.mapValues { programme.range(of: $0) }
    }
}
