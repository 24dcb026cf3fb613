/// The smallest true effect that would probably be noticed, from how much areas varied before the start.
package struct DetectableEffect: Sendable, Hashable {
    /// Of the difference-in-differences without any effect.
    package let standardError: Double
    /// Chance to notice an effect of this size, 0 to 1.
    package let power: Double
    package let confidence: Confidence
    /// Periods before and after the pretended start.
    package let before: Int
    package let after: Int
    package let areas: Int

    /// (z_{1−α/2} + z_{1−β}) · SE: 2.80 standard errors by default (Bloom, 1995). In the unit of the outcome, either direction.
    package var size: Double { (confidence.z + Normal.quantile(power)) * standardError }
}

extension Panel {
    /// Smallest detectable effect: the pilot is pretended to have begun earlier, and the spread of the changes between
    /// comparison areas gives the standard error, so that figures of one area may hang together over time.
    ///
    /// - Parameter after: periods that the pilot is to be followed; at most half of the periods before the start are used for it
    /// - Returns: nil with fewer than two periods before the start or fewer than three comparison areas
    package func detectableEffect(after: Int? = nil, power: Double = 0.8, _ confidence: Confidence = .percent95) -> DetectableEffect? {
        guard start >= 2, comparison.count >= 3, power > 0, power < 1 else { return nil }
        let length = min(max(1, after ?? max(1, times - start)), start / 2)
        let changes = changes(before: 0..<start - length, after: start - length..<start).dropFirst(treated.count)
        return DetectableEffect(
            standardError: spreadOfDifference(Moments.standardDeviation(changes)), power: power, confidence: confidence,
            before: start - length, after: length, areas: areas)
    }
}
