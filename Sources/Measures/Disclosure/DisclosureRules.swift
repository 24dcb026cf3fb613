/// When a figure about few people, or dominated by few, stays unpublished. Defaults of the platform; a change belongs in the log.
package struct DisclosureRules: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// A count above 0 and below the threshold.
        case tooFew
        /// Nearly all are in one category, so that it is known of each of them.
        case nearlyAllAlike
        /// A survey with too few respondents in the area, or in a cell of it.
        case tooFewRespondents, tooFewInCell
        /// The largest contributors make up nearly all of a total.
        case dominated
        /// One of the two largest contributors could work out the other closely.
        case closelyKnown
    }

    /// k: lowest count of persons that is published; 0 is published as well.
    package var threshold = 10
    /// Highest part of an area in one category.
    package var largestShare = 0.9
    package var respondents = 30
    package var respondentsInCell = 5
    /// (n, k): the n largest contributors may have no more than this part of a total.
    package var dominators = 2
    package var dominantShare = 0.85
    /// p%: what is left without the two largest must be at least this part of the largest.
    package var protection = 0.1

    package init() {}

    /// A count of persons; nil when it may be published. A negative count is never published.
    package func reason(count: Int) -> Reason? { count == 0 || count >= max(1, threshold) ? nil : .tooFew }

    /// Counts of all categories in one area: the total must be large enough, and no category nearly everyone.
    package func reason(categories: [Int]) -> Reason? {
        guard categories.allSatisfy({ $0 >= 0 }) else { return .tooFew }
        let total = categories.reduce(0.0) { $0 + Double($1) }
        guard total > 0 else { return nil }
        if total < Double(threshold) { return .tooFew }
        let largest = Double(categories.max() ?? 0)
        return largest > largestShare * total ? .nearlyAllAlike : nil
    }

    /// Answers in a survey, by cell; their sum is the number of respondents in the area.
    package func reason(survey cells: [Int]) -> Reason? {
        guard cells.allSatisfy({ $0 >= 0 }), cells.reduce(0.0, { $0 + Double($1) }) >= Double(respondents) else { return .tooFewRespondents }
        return cells.contains { $0 > 0 && $0 < respondentsInCell } ? .tooFewInCell : nil
    }

    /// Contributions to a total of amounts, not negative ((n, k) and p% rules; Hundepool et al., Statistical Disclosure Control, 2012).
    package func reason(contributions: [Double]) -> Reason? {
        guard contributions.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return .dominated }
        let sorted = contributions.sorted(by: >)
        // Each as a part of the largest, so that no sum is too large to write down.
        guard let largest = sorted.first, largest > 0 else { return nil }
        let parts = sorted.map { $0 / largest }
        let total = parts.reduce(0, +)
        if parts.prefix(max(1, dominators)).reduce(0, +) > dominantShare * total { return .dominated }
        return parts.dropFirst(2).reduce(0, +) < protection ? .closelyKnown : nil
    }
}
