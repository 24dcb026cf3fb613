/// The difference between treated and comparison units in each period, relative to the last period before the start.
package struct EventStudy: Sendable, Hashable {
    package struct Period: Sendable, Hashable {
        package let time: Int
        package let difference: Difference
    }

    /// The last period before the start: the difference there is 0 by definition.
    package let reference: Int
    /// Every other period, oldest first.
    package let periods: [Period]
    /// Nil with one period before the start.
    package let preTrend: PreTrend?
    package let areas: Int

    /// Whether treated and comparison units already moved apart before the start. That they did not clearly do so is weak evidence only:
    /// with few periods and areas a real difference in trend is easily missed (Roth, 2022).
    package struct PreTrend: Sendable, Hashable {
        /// Slope of the treated minus slope of the comparison units, per period.
        package let slope: Difference
        /// The effect that this difference in slope would show by itself, if it went on.
        package let projected: Difference
        /// Periods before the start whose difference from the last one is clear of 0.
        package let clearPeriods: [Int]
        /// Number of periods it rests on.
        package let periods: Int

        package var verdict: Verdict {
            if slope.interval == nil { return .unknown }
            return slope.verdict != .unclear || !clearPeriods.isEmpty ? .apart : .notShownApart
        }
    }

    package enum Verdict: Sendable, Hashable {
        /// A clear difference in slope, or in at least one period.
        case apart
        /// No clear difference; not the same as equal trends.
        case notShownApart
        /// Too few areas to judge.
        case unknown
    }
}

extension Panel {
    /// Event study. Intervals (95 %) come from the spread between comparison areas, with Student's t: with few treated areas
    /// their own spread says nothing (Conley and Taber, 2011).
    package func eventStudy() -> EventStudy {
        let reference = start - 1
        let periods = (0..<times).filter { $0 != reference }.map { time in
            EventStudy.Period(time: time, difference: difference { outcomes[$0, time] - outcomes[$0, reference] })
        }
        return EventStudy(reference: reference, periods: periods, preTrend: preTrend(periods), areas: areas)
    }

    private func preTrend(_ periods: [EventStudy.Period]) -> EventStudy.PreTrend? {
        guard start > 1 else { return nil }
        let middle = Double(start - 1) / 2
        let squares = (0..<start).reduce(0) { $0 + (Double($1) - middle) * (Double($1) - middle) }
        let slope = difference { unit in
            (0..<start).reduce(0) { $0 + (Double($1) - middle) * outcomes[unit, $1] } / squares
        }
        // From the middle of the periods before to the middle of those after.
        let distance = Double(max(times, start + 1)) / 2
        let projected = Difference(
            value: slope.value * distance,
            interval: slope.interval.flatMap { ClosedRange(from: $0.lowerBound * distance, to: $0.upperBound * distance) }, isIndicative: true)
        let clear = periods.filter { $0.time < start && ($0.difference.verdict == .higher || $0.difference.verdict == .lower) }
        return EventStudy.PreTrend(slope: slope, projected: projected, clearPeriods: clear.map(\.time), periods: start)
    }

    /// Mean of the treated minus mean of the comparison units.
    private func difference(_ value: (Int) -> Double) -> Difference {
        let theirs = comparison.map(value)
        let gap = Moments.mean(treated.map(value)) - Moments.mean(theirs)
        guard theirs.count > 2, let reach = StudentT.reach(level: 0.95, freedom: Double(theirs.count - 1)) else {
            return Difference(value: gap, interval: nil, isIndicative: false)
        }
        let error = spreadOfDifference(Moments.standardDeviation(theirs))
        return Difference(value: gap, interval: ClosedRange(from: gap - reach * error, to: gap + reach * error), isIndicative: false)
    }

    /// Standard error of a difference of means, if every area varies as the comparison areas do.
    func spreadOfDifference(_ deviation: Double) -> Double {
        deviation * (1 / Double(treated.count) + 1 / Double(comparison.count)).squareRoot()
    }
}
