/// Why figures of areas over time cannot be used to estimate an effect. Units, times and predictors are row and column numbers from 0.
package enum PanelFailure: Error, Hashable {
    /// This unit has another number of periods than the first.
    case uneven(unit: Int, times: Int, expected: Int)
    /// No figure, or one that is not a number. Nothing is filled in: choose other areas or periods.
    case missing(unit: Int, time: Int)
    /// A figure so large that its square has no place in a computer number.
    case beyondRange(unit: Int, time: Int)
    /// No unit is treated.
    case noTreated
    /// A unit that is not in the panel.
    case unknownUnit(Int)
    /// The only comparison units left are too few: at least one is needed.
    case noComparison
    /// The first treated period has no period before it, or lies after the period that follows the last.
    case noPeriodBefore(start: Int)
    /// A feature to match on is not known for this unit.
    case missingPredictor(unit: Int, predictor: Int)
}

/// One outcome for areas over periods, all known, and which areas had the pilot from when on.
///
/// Units keep their row number, also where some are left out of the comparison.
package struct Panel: Sendable, Hashable {
    /// A row for each unit, a column for each period.
    package let outcomes: Matrix
    /// Units with the pilot, ascending.
    package let treated: [Int]
    /// Units to compare with, ascending.
    package let comparison: [Int]
    /// First period in which the pilot ran; equal to the number of periods while it has still to begin.
    package let start: Int

    /// - Parameters:
    ///   - outcomes: for each unit its figures, oldest first
    ///   - treated: rows of the units with the pilot; every other unit is a comparison
    ///   - start: first treated period, from 1 to the number of periods
    package init(_ outcomes: [[Double]], treated: [Int], start: Int) throws(PanelFailure) {
        let times = outcomes.first?.count ?? 0
        for (unit, row) in outcomes.enumerated() {
            guard row.count == times else { throw .uneven(unit: unit, times: row.count, expected: times) }
            for (time, value) in row.enumerated() {
                guard value.isFinite else { throw .missing(unit: unit, time: time) }
                // Squares, and squares of squares in ratios, must stay finite.
                guard abs(value) <= 1e75 else { throw .beyondRange(unit: unit, time: time) }
            }
        }
        guard !treated.isEmpty else { throw .noTreated }
        if let strange = treated.first(where: { !outcomes.indices.contains($0) }) { throw .unknownUnit(strange) }
        let chosen = Set(treated)
        let comparison = outcomes.indices.filter { !chosen.contains($0) }
        guard !comparison.isEmpty else { throw .noComparison }
        guard start >= 1, start <= times else { throw .noPeriodBefore(start: start) }
        self.init(outcomes: Matrix(outcomes), treated: chosen.sorted(), comparison: comparison, start: start)
    }

    init(outcomes: Matrix, treated: [Int], comparison: [Int], start: Int) {
        self.outcomes = outcomes
        self.treated = treated
        self.comparison = comparison
        self.start = start
    }

    /// Number of periods.
    package var times: Int { outcomes.columns }
    /// Number of units in use.
    package var areas: Int { treated.count + comparison.count }
    /// Whether there is a period to measure an effect in.
    package var hasPeriodAfter: Bool { start < times }

    /// The same without some comparison units: neighbours, where the pilot may have spilled over.
    package func excluding(_ units: some Sequence<Int>) throws(PanelFailure) -> Panel {
        let left = Set(units)
        if let strange = left.subtracting(comparison).min() { throw .unknownUnit(strange) }
        let rest = comparison.filter { !left.contains($0) }
        guard !rest.isEmpty else { throw .noComparison }
        return Panel(outcomes: outcomes, treated: treated, comparison: rest, start: start)
    }

    /// Figures of one unit.
    package func series(_ unit: Int) -> [Double] { Array(outcomes.row(unit)) }

    /// Mean figure of some units for each period.
    package func mean(of units: [Int]) -> [Double] {
        (0..<times).map { time in units.reduce(0) { $0 + outcomes[$1, time] } / Double(units.count) }
    }

    /// Mean after minus mean before, for each unit of the panel in use, in the order treated, comparison.
    func changes(before: Range<Int>, after: Range<Int>) -> [Double] {
        (treated + comparison).map { unit in
            let row = outcomes.row(unit)
            let base = row.startIndex
            return Moments.mean(row[base + after.lowerBound..<base + after.upperBound])
                - Moments.mean(row[base + before.lowerBound..<base + before.upperBound])
        }
    }
}
