/// The largest value of a sum of unknowns that obey equations and are not negative (Dantzig's simplex with Bland's rule, which never circles).
/// For some tens of unknowns.
package struct LinearProgramme: Sendable {
    /// Left sides of the equations, a row each, with their right sides last.
    private var table: [[Double]]
    private var basis: [Int]
    private let unknowns: Int
    private static let small = 1e-9
    /// Bland's rule ends by itself in exact arithmetic; rounding gets this many steps. What is then found is too low, never too high.
    private static let mostSteps = 100_000
    private static let steepSteps = 5_000

    /// - Parameters:
    ///   - rows: for each equation a number for each unknown
    ///   - right: what each equation adds up to
    /// - Returns: nil where no values obey them
    package init?(rows: [[Double]], right: [Double]) {
        unknowns = rows.first?.count ?? 0
        let count = rows.count
        table = []
        basis = []
        for (index, row) in rows.enumerated() {
            let sign: Double = right[index] < 0 ? -1 : 1
            table.append(row.map { sign * $0 } + (0..<count).map { $0 == index ? 1 : 0 } + [sign * right[index]])
            basis.append(unknowns + index)
        }
        // First the helping unknowns, one for each equation, must vanish.
        let goal = (0..<unknowns + count).map { $0 < unknowns ? 0.0 : -1 }
        let scale = right.reduce(1) { max($0, abs($1)) }
        guard let rest = climb(goal, allowed: unknowns + count), rest > -1e-7 * scale else { return nil }
        leaveHelpers()
    }

    /// - Parameter goal: a number for each unknown
    /// - Returns: infinity where there is no largest value
    package func maximum(_ goal: [Double]) -> Double {
        var copy = self
        return copy.climb(goal, allowed: unknowns) ?? .infinity
    }

    /// Smallest and largest value of one unknown.
    package func range(of unknown: Int) -> ClosedRange<Double> {
        var goal = [Double](repeating: 0, count: unknowns)
        goal[unknown] = 1
        let high = maximum(goal)
        goal[unknown] = -1
        let low = max(0, -maximum(goal))
        return ClosedRange(from: low, to: max(low, high)) ?? 0 ... .infinity
    }

    /// Values of all unknowns where one of them is highest, or with sign -1 lowest. Where there is no end, a point far on the way.
    package func point(ofHighest unknown: Int, sign: Double) -> [Double] {
        var goal = [Double](repeating: 0, count: unknowns)
        goal[unknown] = sign
        var copy = self
        var far = [Double](repeating: 0, count: unknowns)
        if copy.climb(goal, allowed: unknowns) == nil {
            // The unknown that can grow without end, and what grows or shrinks with it.
            let reduced = copy.reduced(goal, allowed: unknowns)
            if let entering = (0..<unknowns).first(where: { column in
                reduced[column] > Self.small && !copy.table.contains { $0[column] > Self.small }
            }) {
                far[entering] = Self.distance
                for (row, known) in copy.basis.enumerated() where known < unknowns { far[known] -= Self.distance * copy.table[row][entering] }
            }
        }
        for (row, known) in copy.basis.enumerated() where known < unknowns { far[known] += copy.table[row].last ?? 0 }
        return far
    }

    private static let distance = 1e4

    /// What a column adds to the goal for each unit, with what it pushes out taken off.
    private func reduced(_ goal: [Double], allowed: Int) -> [Double] {
        var reduced = Array(goal.prefix(allowed))
        for (row, known) in basis.enumerated() where goal[known] != 0 {
            let price = goal[known]
            Self.subtract(price, table[row], from: &reduced, count: allowed)
        }
        return reduced
    }

    /// By pointers: this is where nearly all the time goes, and checked places would take most of it.
    private static func subtract(_ factor: Double, _ line: [Double], from row: inout [Double], count: Int) {
        row.withUnsafeMutableBufferPointer { row in
            line.withUnsafeBufferPointer { line in
                for index in 0..<min(count, row.count, line.count) { row[index] -= factor * line[index] }
            }
        }
    }

    /// Value at the top; nil where it has none. Unknowns from `allowed` on stay out.
    private mutating func climb(_ goal: [Double], allowed: Int) -> Double? {
        for step in 0...Self.mostSteps {
            let reduced = reduced(goal, allowed: allowed)
            // The steepest column is fast; Bland's, the first that climbs, is sure to end.
            let steepest = step < Self.steepSteps ? reduced.indices.max { reduced[$0] < reduced[$1] } : nil
            let entering = steepest.map { reduced[$0] > Self.small ? $0 : nil } ?? reduced.firstIndex { $0 > Self.small }
            guard let entering, step < Self.mostSteps else {
                return zip(basis, table).reduce(0) { $0 + goal[$1.0] * ($1.1.last ?? 0) }
            }
            var leaving: (row: Int, ratio: Double)?
            for row in table.indices where table[row][entering] > Self.small {
                let ratio = (table[row].last ?? 0) / table[row][entering]
                guard let best = leaving else {
                    leaving = (row, ratio)
                    continue
                }
                if ratio < best.ratio - 1e-12 || (ratio <= best.ratio + 1e-12 && basis[row] < basis[best.row]) { leaving = (row, ratio) }
            }
            guard let leaving else { return nil }
            pivot(leaving.row, entering)
        }
        return nil
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let divisor = table[row][column]
        let line = table[row].map { $0 / divisor }
        table[row] = line
        for other in table.indices where other != row && table[other][column] != 0 {
            let factor = table[other][column]
            Self.subtract(factor, line, from: &table[other], count: line.count)
        }
        basis[row] = column
    }

    /// Helpers that are 0 but still in use are exchanged, or their equation is a sum of others and goes.
    private mutating func leaveHelpers() {
        for row in table.indices.reversed() where basis[row] >= unknowns {
            if let column = (0..<unknowns).first(where: { abs(table[row][$0]) > Self.small && !basis.contains($0) }) {
                pivot(row, column)
            } else {
                table.remove(at: row)
                basis.remove(at: row)
            }
        }
        table = table.map { Array($0.prefix(unknowns)) + $0.suffix(1) }
    }
}
