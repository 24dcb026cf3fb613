/// How much the effect of a synthetic control hangs on single choices.
package struct SyntheticSensitivity: Sendable, Hashable {
    package struct Omission: Sendable, Hashable {
        package let unit: Int
        package let effect: Double
        package let rootErrorBefore: Double
    }

    package let effect: Double
    /// For each donor with a weight, heaviest first: the effect without it.
    package let leaveOneOut: [Omission]
    /// As if the pilot had begun earlier, judged on the periods before its true start only: an effect here is no effect of the pilot.
    /// Nil with fewer than three periods before the start.
    package let inTime: SyntheticControl?
    /// Without the excluded units; nil where none were named or too few are left.
    package let withoutNeighbours: SyntheticControl?

    /// Lowest and highest effect when one donor is left out, the full effect among them.
    package var range: ClosedRange<Double> {
        leaveOneOut.reduce(effect...effect) { $0.hull(with: $1.effect...$1.effect) }
    }
}

extension Panel {
    /// Sensitivity of the synthetic control.
    ///
    /// - Parameters:
    ///   - neighbours: units where the pilot may have spilled over (*waterbed*)
    ///   - earlier: pretended start; by default halfway the periods before the true one
    /// - Returns: nil without a period after the start
    package func syntheticSensitivity(neighbours: [Int] = [], earlier: Int? = nil) -> SyntheticSensitivity? {
        guard hasPeriodAfter else { return nil }
        let pool = DonorPool(self, before: start)
        let all = Array(comparison.indices)
        let full = pool.fitTreated(from: all, end: times)
        let omissions = full.weights.compactMap { share -> SyntheticSensitivity.Omission? in
            let rows = all.filter { comparison[$0] != share.unit }
            guard !rows.isEmpty else { return nil }
            let fit = pool.fitTreated(from: rows, end: times)
            return SyntheticSensitivity.Omission(unit: share.unit, effect: fit.effect, rootErrorBefore: fit.rootErrorBefore)
        }
        let left = Set(neighbours)
        let rows = all.filter { !left.contains(comparison[$0]) }
        let isNarrower = rows.count < all.count && !rows.isEmpty
        return SyntheticSensitivity(
            effect: full.effect, leaveOneOut: omissions, inTime: syntheticInTime(earlier),
            withoutNeighbours: isNarrower ? pool.fitTreated(from: rows, end: times) : nil)
    }

    private func syntheticInTime(_ earlier: Int?) -> SyntheticControl? {
        let pretended = earlier ?? (start + 1) / 2
        guard start >= 3, pretended >= 1, pretended < start else { return nil }
        return DonorPool(self, before: pretended).fitTreated(from: Array(comparison.indices), end: start)
    }
}
