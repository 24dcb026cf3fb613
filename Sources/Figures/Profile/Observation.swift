import Areas
import Core

/// One figure of one area in one period: the value or why it is missing, how sure it is, and where it comes from.
package struct Observation: Sendable, Hashable {
    package let period: Period
    /// In the unit of the source; nil when missing, and then `missing` says why.
    package let value: Double?
    package let missing: MissingReason?
    package let interval: Interval?
    package let status: FigureStatus
    package let edition: Edition
    /// Whether it speaks of the same piece of land as the area the profile is about.
    package let comparable: ComparableState

    package init(
        period: Period, value: Double?, missing: MissingReason?, interval: Interval?, status: FigureStatus, edition: Edition, comparable: ComparableState
    ) {
        self.period = period
        self.value = value
        self.missing = missing
        self.interval = interval
        self.status = status
        self.edition = edition
        self.comparable = comparable
    }
}

package enum ComparableState: Sendable, Hashable {
    case same
    /// The border, the definition or the method changed in between; says what. Indirect, because it is copied often and read seldom.
    indirect case broken(Localized)

    init(_ continuity: Continuity) {
        self =
            switch continuity {
            case .same: .same
            case .broken(let reason): .broken(reason)
            }
    }
}

/// Where the true value may lie, and what kind of uncertainty that is. The kinds are never mixed silently.
package struct Interval: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
        /// The publisher's own 95 % margin.
        case published
        /// Chance in a small number of events, 95 %.
        case chance
        /// Only what the rounding by the source leaves open.
        case rounding
    }

    package let lower: Double
    package let upper: Double
    package let kind: Kind

    package init(lower: Double, upper: Double, kind: Kind) {
        self.lower = lower
        self.upper = upper
        self.kind = kind
    }

    /// Whether the interval says more than the printed digits do: `42%` already means 41.5 to 42.5.
    package func isWider(thanPrinted unit: Unit) -> Bool {
        guard kind == .rounding else { return true }
        var step = 1.0
        for _ in 0..<max(unit.decimals, 0) { step /= 10 }
        return (upper - lower) * unit.factor > step * 1.001
    }

    package var range: ClosedRange<Double> { lower...max(lower, upper) }
}

/// Where a value stands among the areas of the same level.
package struct PlaceAmongAreas: Sendable, Hashable {
    /// Areas of this level that have the figure.
    package let count: Int
    /// Areas of this level that do not.
    package let missing: Int
    /// Share of areas with a strictly lower value, 0 to 1; equal values count for neither side.
    package let lowerShare: Double
    package let higherShare: Double
    package let median: Double

    package init(count: Int, missing: Int, lowerShare: Double, higherShare: Double, median: Double) {
        self.count = count
        self.missing = missing
        self.lowerShare = lowerShare
        self.higherShare = higherShare
        self.median = median
    }
}
