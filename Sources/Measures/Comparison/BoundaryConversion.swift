/// Figures of old areas on the borders of new ones, by where the residential addresses of the old are now.
package struct BoundaryConversion: Sendable, Hashable {
    /// So many residential addresses (with house-number additions) lie in this old and this new area.
    package struct Link: Sendable, Hashable {
        package let old: Int
        package let new: Int
        package let addresses: Double

        package init(old: Int, new: Int, addresses: Double) {
            (self.old, self.new, self.addresses) = (old, new, addresses)
        }
    }

    package struct Fraction: Sendable, Hashable {
        package let old: Int
        package let new: Int
        /// Part of the addresses of the old area, above 0 and at most 1.
        package let part: Double
    }

    package enum Refusal: Error, Hashable {
        /// Too much of the figure would be a guess; the certain share, 0 to 1.
        case uncertain(Double)
        /// The figure of an old area that lies partly in this one is missing.
        case missing(old: Int)
        /// No address of this area was known before.
        case noAddresses
        /// The denominator is 0.
        case emptyWhole
    }

    package struct Area: Sendable, Hashable {
        /// NaN where refused.
        package let value: Double
        /// From the ends of the old figures; nil where refused or not given.
        package let bounds: ClosedRange<Double>?
        package let refusal: Refusal?
    }

    /// Least certain share for a converted figure.
    package static let leastCertain = 0.8

    /// A_uv / A_u· of every pair with addresses, by old and new area; those of one old area sum to 1.
    package let fractions: [Fraction]
    package let oldCount: Int
    package let newCount: Int
    /// Per new area, 0 to 1: the mean, over its addresses, of the part of their old area that came along. 1 for an unchanged area and for a
    /// merger of whole areas, ½ for half an area. NaN without addresses.
    package let certain: [Double]
    /// Old areas without addresses: their figures have no place to go.
    package let unplaced: [Int]

    /// - Returns: nil for an area that does not exist or a number of addresses that is not 0 or more
    package init?(_ links: [Link], oldCount: Int, newCount: Int) {
        guard links.allSatisfy({ (0..<oldCount).contains($0.old) && (0..<newCount).contains($0.new) && $0.addresses >= 0 && $0.addresses.isFinite }) else {
            return nil
        }
        var totals = [Double](repeating: 0, count: max(0, oldCount))
        var sums: [Key: Double] = [:]
        for link in links where link.addresses > 0 {
            totals[link.old] += link.addresses
            sums[Key(old: link.old, new: link.new), default: 0] += link.addresses
        }
        guard totals.allSatisfy(\.isFinite) else { return nil }
        let pairs = sums.sorted { ($0.key.old, $0.key.new) < ($1.key.old, $1.key.new) }
        fractions = pairs.map { Fraction(old: $0.key.old, new: $0.key.new, part: $0.value / totals[$0.key.old]) }
        var (weights, shares) = ([Double](repeating: 0, count: max(0, newCount)), [Double](repeating: 0, count: max(0, newCount)))
        for (pair, fraction) in zip(pairs, fractions) {
            weights[pair.key.new] += pair.value
            shares[pair.key.new] += pair.value * fraction.part
        }
        certain = zip(shares, weights).map { $1 > 0 ? $0 / $1 : .nan }
        unplaced = totals.indices.filter { totals[$0] == 0 }
        (self.oldCount, self.newCount) = (max(0, oldCount), max(0, newCount))
    }

    private struct Key: Hashable {
        let old: Int
        let new: Int
    }

    /// x_v = Σ x_u A_uv / A_u·. Without refusals the sum is that of the old areas, but for those in ``unplaced``.
    ///
    /// - Parameters:
    ///   - values: counts of the old areas; NaN for missing
    ///   - bounds: their ends, nil for exact; empty where none are given
    /// - Returns: nil where the lists do not fit
    package func counts(_ values: [Double], bounds: [ClosedRange<Double>?] = [], leastCertain: Double = Self.leastCertain) -> [Area]? {
        guard values.count == oldCount, bounds.isEmpty || bounds.count == oldCount else { return nil }
        var sums = [Double](repeating: 0, count: newCount)
        var (lower, upper) = (sums, sums)
        var missing = [Int?](repeating: nil, count: newCount)
        for fraction in fractions {
            let (old, new, part) = (fraction.old, fraction.new, fraction.part)
            guard values[old].isFinite else {
                missing[new] = missing[new] ?? old
                continue
            }
            let ends = bounds.isEmpty ? nil : bounds[old]
            sums[new] += values[old] * part
            lower[new] += (ends?.lowerBound ?? values[old]) * part
            upper[new] += (ends?.upperBound ?? values[old]) * part
        }
        return (0..<newCount).map { new in
            if let refusal = refusal(new, missing[new], leastCertain) { return Area(value: .nan, bounds: nil, refusal: refusal) }
            return Area(value: sums[new], bounds: bounds.isEmpty ? nil : ClosedRange(from: lower[new], to: upper[new]), refusal: nil)
        }
    }

    /// Shares as percentages: numerator and denominator are converted apart.
    ///
    /// - Returns: nil where the lists do not fit
    package func shares(_ numerators: [Double], of denominators: [Double], leastCertain: Double = Self.leastCertain) -> [Area]? {
        guard let parts = counts(numerators, leastCertain: leastCertain), let wholes = counts(denominators, leastCertain: leastCertain) else { return nil }
        return zip(parts, wholes).map { part, whole in
            if let refusal = part.refusal ?? whole.refusal { return Area(value: .nan, bounds: nil, refusal: refusal) }
            let share = 100 * part.value / whole.value
            return share.isFinite ? Area(value: share, bounds: nil, refusal: nil) : Area(value: .nan, bounds: nil, refusal: .emptyWhole)
        }
    }

    private func refusal(_ new: Int, _ missing: Int?, _ leastCertain: Double) -> Refusal? {
        guard certain[new].isFinite else { return .noAddresses }
        if certain[new] < leastCertain - 1e-12 { return .uncertain(certain[new]) }
        return missing.map { .missing(old: $0) }
    }
}
