/// Which of many p-values stay convincing when all of them are looked at: the false discovery rate kept at a level (Benjamini and
/// Hochberg, 1995).
///
/// The largest k with p_(k) ≤ level·k/m is sought; the k smallest are rejected.
package struct BenjaminiHochberg: Sendable, Hashable {
    package let level: Double
    /// How many p-values take part: m.
    package let family: Int
    /// How many hypotheses are rejected: k.
    package let rejected: Int
    /// The largest p-value that is rejected; nil where none is.
    package let cutoff: Double?
    /// The smallest level at which each would be rejected, in the order of the p-values; nil where the p-value is outside the family.
    package let adjusted: [Double?]

    /// - Parameters:
    ///   - pValues: those that are not between 0 and 1 are outside the family
    ///   - level: part of the rejections that may be false
    package init(_ pValues: [Double], level: Double = 0.05) {
        let order = pValues.indices.filter { (0...1).contains(pValues[$0]) }.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        let count = Double(order.count)
        var adjusted = [Double?](repeating: nil, count: pValues.count)
        var lowest = 1.0
        var rejected = 0
        for (rank, index) in order.enumerated().reversed() {
            // m/k first: never below 1, so that rounding cannot bring an adjusted value below its p-value.
            lowest = min(lowest, pValues[index] * (count / Double(rank + 1)))
            adjusted[index] = lowest
            if rejected == 0, pValues[index] <= level * Double(rank + 1) / count { rejected = rank + 1 }
        }
        self.level = level
        self.family = order.count
        self.rejected = rejected
        self.cutoff = rejected > 0 ? pValues[order[rejected - 1]] : nil
        self.adjusted = adjusted
    }

    /// Whether a p-value of the family is rejected.
    package func rejects(_ pValue: Double) -> Bool { cutoff.map { pValue <= $0 } ?? false }
}
