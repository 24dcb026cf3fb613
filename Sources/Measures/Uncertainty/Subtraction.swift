/// What published totals tell about cells that were kept secret. Secret cells get ends, never a value.
package enum Subtraction {
    /// Ends of the secret parts of a published total: part_i ∈ [T_lo − Σ hi_j, T_hi − Σ lo_j] over the other parts, twice.
    ///
    /// The ends of the total and of the published parts hold all rounding (``RoundingRule/bounds(of:whole:minimum:)``), so the result does too.
    ///
    /// - Parameters:
    ///   - total: ends of the published parent
    ///   - parts: ends of every part; nil for a secret one. All parts must be listed, or the ends are too high.
    ///   - prior: what is known of a secret part beforehand, such as 0 to 7 where the publisher says so
    /// - Returns: ends of every part, those of published parts unchanged; nil where the parts cannot add up to the total
    package static func bounds(
        total: ClosedRange<Double>, parts: [ClosedRange<Double>?], prior: ClosedRange<Double> = 0 ... .infinity
    ) -> [ClosedRange<Double>]? {
        var ends = parts.map { $0 ?? prior }
        for _ in 0..<2 {
            let lower = OpenSum(ends.lazy.map(\.lowerBound))
            let upper = OpenSum(ends.lazy.map(\.upperBound))
            guard !(lower.total > total.upperBound), !(upper.total < total.lowerBound) else { return nil }
            var next = ends
            for index in parts.indices where parts[index] == nil {
                let low = total.lowerBound - upper.without(ends[index].upperBound)
                let high = total.upperBound - lower.without(ends[index].lowerBound)
                guard let narrowed = ClosedRange(from: max(low, ends[index].lowerBound), to: min(high, ends[index].upperBound)) else { return nil }
                next[index] = narrowed
            }
            ends = next
        }
        return ends
    }

    /// Whether showing these ends would tell that a count is below the disclosure threshold.
    package static func reveals(_ bounds: ClosedRange<Double>, below threshold: Double) -> Bool { bounds.upperBound < threshold }
}

/// A sum from which one term can be taken away, also when terms are infinite.
private struct OpenSum {
    private var finite = 0.0
    private var infinite = 0
    private var sign = 1.0

    init(_ terms: some Sequence<Double>) {
        for term in terms {
            if term.isInfinite { (infinite, sign) = (infinite + 1, term < 0 ? -1 : 1) } else { finite += term }
        }
    }

    var total: Double { infinite > 0 ? sign * .infinity : finite }

    func without(_ term: Double) -> Double {
        if term.isInfinite { return infinite > 1 ? sign * .infinity : finite }
        return infinite > 0 ? sign * .infinity : finite - term
    }
}
