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
        groups(of: hidden.filter(counts.indices.contains)).reduce(into: [:]) { all, group in
            guard let programme = programme(for: group) else { return }
            for (place, cell) in group.enumerated() { all[cell] = programme.range(of: place) }
        }
    }

    /// Hidden cells that share sums, directly or through others; what is known of one group says nothing about another. Ascending.
    func groups(of hidden: Set<Int>) -> [[Int]] {
        var links: [Int: [Int]] = [:]
        for sum in sums {
            let cells = ([sum.total] + sum.parts).filter(hidden.contains)
            for cell in cells.dropFirst() {
                links[cell, default: []].append(cells[0])
                links[cells[0], default: []].append(cell)
            }
        }
        var seen: Set<Int> = []
        return hidden.sorted().compactMap { first in
            guard seen.insert(first).inserted else { return nil }
            var group = [first]
            var next = 0
            while next < group.count {
                group += (links[group[next]] ?? []).filter { seen.insert($0).inserted }
                next += 1
            }
            return group.sorted()
        }
    }

    /// The equations of a group, with everything else known.
    func programme(for group: [Int]) -> LinearProgramme? {
        let places = Dictionary(uniqueKeysWithValues: group.enumerated().map { ($1, $0) })
        var rows: [[Double]] = []
        var right: [Double] = []
        for sum in sums {
            var row = [Double](repeating: 0, count: group.count)
            var known = 0
            for (cell, sign) in [(sum.total, 1)] + sum.parts.map({ ($0, -1) }) {
                if let place = places[cell] { row[place] += Double(sign) } else { known -= sign * counts[cell] }
            }
            guard row.contains(where: { $0 != 0 }) else { continue }
            rows.append(row)
            right.append(Double(known))
        }
        // Without an equation a cell can have any value; an equation that says nothing stands for that.
        return LinearProgramme(rows: rows.isEmpty ? [[Double](repeating: 0, count: group.count)] : rows, right: rows.isEmpty ? [0] : right)
    }
}
