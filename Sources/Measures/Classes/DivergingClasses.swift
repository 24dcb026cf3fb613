/// Classes on both sides of a reference, with a class 'no clear difference' in the middle.
///
/// The steps are as far from the reference on both sides, so that equal shades mean an equal distance.
package struct DivergingClasses: Sendable, Hashable {
    /// Such as the figure of the country.
    package let reference: Double
    /// A distance up to this is no clear difference.
    package let tolerance: Double
    /// Greatest distance per step outwards; the last step is open. Empty where no area clearly differs.
    package private(set) var steps: [Double] = []
    /// Areas per class, from far below to far above; the middle one is at index `steps.count`.
    package private(set) var counts: [Int] = []
    /// How many values were used, and how many were missing.
    package let used: Int
    package let missing: Int
    /// Where given, values, reference and distances are rounded to this many decimals, as a reader sees them.
    package let decimals: Int?

    /// - Parameters:
    ///   - estimates: a missing value is nil or not finite
    ///   - reference: compared with every value
    ///   - tolerance: in the unit of the values; 0 where only margins decide
    ///   - sides: classes on each side, 1 to 8; the steps hold equal numbers of the areas that clearly differ
    /// - Returns: nil where the reference is not a finite number
    package init?(_ estimates: [Estimate?], around reference: Double, tolerance: Double = 0, sides: Int = 2, decimals: Int? = nil) {
        guard reference.isFinite else { return nil }
        let known = estimates.compactMap { $0 }.filter(\.value.isFinite)
        self.reference = decimals.map { Rounding.visible(reference, decimals: $0) } ?? reference
        self.tolerance = tolerance > 0 && tolerance.isFinite ? tolerance : 0
        self.decimals = decimals
        used = known.count
        missing = estimates.count - known.count
        let distances = Distribution(known.compactMap { clearDistance($0).map(abs) })
        steps = Classification.quantiles(distances, classes: min(max(1, sides), 8), decimals: decimals).upperBounds
        var counts = [Int](repeating: 0, count: 2 * steps.count + 1)
        for estimate in known {
            if let step = classify(estimate) { counts[step + steps.count] += 1 }
        }
        self.counts = counts
    }

    /// The class of an area: 0 for no clear difference, 1, 2, … above the reference, −1, −2, … below; nil where the value is missing.
    package func classify(_ estimate: Estimate) -> Int? {
        guard estimate.value.isFinite else { return nil }
        guard let distance = clearDistance(estimate), !steps.isEmpty else { return 0 }
        let step = min(steps.firstIndex(atLeast: abs(distance)), steps.count - 1) + 1
        return distance > 0 ? step : -step
    }

    /// Distance above (or below, negative) the reference as a reader sees it; nil where the margin holds the reference or the distance is within the tolerance.
    private func clearDistance(_ estimate: Estimate) -> Double? {
        if let margin = estimate.margin, margin.contains(reference) { return nil }
        let seen: (Double) -> Double = { value in decimals.map { Rounding.visible(value, decimals: $0) } ?? value }
        let limit = Double.greatestFiniteMagnitude
        let distance = seen(min(max(seen(estimate.value) - reference, -limit), limit))
        return distance != 0 && abs(distance) > tolerance ? distance : nil
    }
}
