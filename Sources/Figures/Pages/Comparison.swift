import Areas
import Core
import Measures

/// The figures of some areas beside each other. Pure: profiles in, rows out.
struct Comparison: Sendable {
    let profiles: [Profile]
    let rows: [Row]

    struct Row: Sendable {
        let indicator: Indicator
        /// One per area, in the order of the profiles; nil where the area has no such figure.
        let figures: [Figure?]
        let finding: Finding
    }

    /// What may be said of the difference.
    enum Finding: Sendable, Hashable {
        /// Positions of the areas that clearly differ from the first one.
        case clear(higher: [Int], lower: [Int])
        case notClear
        /// Values without a margin that are uncertain all the same.
        case cannotSay
        case otherYears
        case tooFew
    }

    init(_ profiles: [Profile]) {
        self.profiles = profiles
        let figures = profiles.map { profile in Dictionary(profile.figures.map { ($0.indicator.key, $0) }, uniquingKeysWith: { first, _ in first }) }
        self.rows = Catalogue.all.compactMap { indicator in
            let own = figures.map { $0[indicator.key] }
            guard own.contains(where: { $0?.latest.value != nil }) else { return nil }
            return Row(indicator: indicator, figures: own, finding: Self.finding(indicator, own))
        }
    }

    /// The areas do not all have the same borders year, so that some figures cannot be of the same moment.
    var years: Set<Int> { Set(profiles.map(\.area.year)) }

    private static func finding(_ indicator: Indicator, _ figures: [Figure?]) -> Finding {
        let known = figures.enumerated().compactMap { index, figure in figure?.latest.value.map { (index, $0, figure) } }
        guard known.count > 1, let first = known.first, let base = first.2?.latest else { return .tooFew }
        guard known.allSatisfy({ $0.2?.latest.period == base.period }) else { return .otherYears }
        var higher: [Int] = [], lower: [Int] = [], canSay = false
        for (index, value, figure) in known.dropFirst() {
            guard let verdict = verdict(indicator, value, figure?.latest.interval, first.1, base.interval) else { continue }
            canSay = true
            if verdict == .higher { higher.append(index) } else if verdict == .lower { lower.append(index) }
        }
        guard canSay else { return .cannotSay }
        return higher.isEmpty && lower.isEmpty ? .notClear : .clear(higher: higher, lower: lower)
    }

    /// Published margins are judged by the interval of the difference; for chance and rounding the two may not touch.
    private static func verdict(
        _ indicator: Indicator, _ value: Double, _ interval: Interval?, _ other: Double, _ otherInterval: Interval?
    ) -> Difference.Verdict? {
        if interval?.kind == .published, otherInterval?.kind == .published {
            return Difference.published(Estimate(value, margin: interval?.range), minus: Estimate(other, margin: otherInterval?.range))?.verdict
        }
        if interval == nil || otherInterval == nil, indicator.uncertainty == .notPublished || indicator.uncertainty == .sample { return nil }
        let left = interval?.range ?? value...value, right = otherInterval?.range ?? other...other
        if left.overlaps(right) { return .unclear }
        return left.lowerBound > right.upperBound ? .higher : .lower
    }
}
