/// Who spoke, against who lives there: by age, tenure or street.
package struct Representation: Sendable, Hashable {
    package enum Verdict: Sendable, Hashable {
        case over, under
        /// The interval of the ratio holds 1.
        case unclear
        /// Nobody spoke, or nobody lives there.
        case unknown
    }

    package struct Group: Sendable, Hashable {
        /// Parts of all speakers and of all residents, 0 to 1.
        package let speakers: Double
        package let residents: Double
        /// First divided by second; 1 when a group spoke as much as its size. Nil without residents.
        package let ratio: Double?
        /// From Wilson's interval of the part of the speakers.
        package let interval: ClosedRange<Double>?

        package var verdict: Verdict {
            guard let interval else { return .unknown }
            if interval.lowerBound > 1 { return .over }
            return interval.upperBound < 1 ? .under : .unclear
        }
    }

    package let groups: [Group]
    /// Σ(speakers − expected)²/expected over the groups with residents.
    package let chiSquare: Double
    package let freedom: Int
    /// Chance of a chi-square this large when everyone speaks equally often.
    package let p: Double
    /// True where a group expects fewer than 5 speakers: p is then only an indication.
    package let isSparse: Bool
    package let used: Double

    /// - Parameters:
    ///   - speakers: per group, 0 or more
    ///   - residents: of the same groups
    /// - Returns: nil for lists of different length, counts that are no numbers, nobody who spoke, or fewer than two groups with residents
    package init?(speakers: [Double], residents: [Double], _ confidence: Confidence = .percent95) {
        guard speakers.count == residents.count, (speakers + residents).allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
        let (spoke, live) = (speakers.reduce(0, +), residents.reduce(0, +))
        let inhabited = residents.indices.filter { residents[$0] > 0 }
        guard spoke > 0, spoke.isFinite, live > 0, live.isFinite, inhabited.count > 1 else { return nil }
        let within = inhabited.reduce(0) { $0 + speakers[$1] }
        let expected = inhabited.map { within * (residents[$0] / live) }
        var square = 0.0
        for (index, expected) in zip(inhabited, expected) where expected > 0 {
            square += (speakers[index] - expected) * ((speakers[index] - expected) / expected)
        }
        guard square.isFinite else { return nil }
        groups = speakers.indices.map { index in
            let share = residents[index] / live
            let interval = Intervals.wilson(speakers[index], of: spoke, confidence)
            let isKnown = share > 0 && (1 / share).isFinite
            return Group(
                speakers: speakers[index] / spoke, residents: share, ratio: isKnown ? speakers[index] / spoke / share : nil,
                interval: isKnown ? interval.flatMap { ClosedRange(from: $0.lowerBound / share, to: $0.upperBound / share) } : nil)
        }
        (chiSquare, freedom, used) = (square, inhabited.count - 1, spoke)
        p = Gamma.tails(shape: Double(inhabited.count - 1) / 2, x: square / 2).upper
        isSparse = expected.contains { $0 < 5 }
    }
}

/// Whether a figure and what residents say point in different directions.
package enum Tension: Sendable, Hashable {
    /// Both clearly off the middle, on different sides.
    case feltLower, feltHigher
    case none
    /// One of the two is missing.
    case unknown

    /// Both |z| above 1 after uncertainty: what counts is the end of each margin that is nearest to 0.
    ///
    /// - Parameters:
    ///   - objective: z-score of the figure, positive for better
    ///   - subjective: z-score of the experience, in the same direction
    package init(objective: Estimate, subjective: Estimate) {
        guard objective.value.isFinite, subjective.value.isFinite else {
            self = .unknown
            return
        }
        switch (Self.side(objective), Self.side(subjective)) {
        case (1, -1): self = .feltLower
        case (-1, 1): self = .feltHigher
        default: self = .none
        }
    }

    private static func side(_ score: Estimate) -> Int {
        let margin = (score.margin ?? score.value...score.value).hull(with: score.value...score.value)
        if margin.lowerBound > 1 { return 1 }
        return margin.upperBound < -1 ? -1 : 0
    }
}
