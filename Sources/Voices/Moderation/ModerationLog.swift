import People

/// The public numbers of moderation in one conversation. Small numbers are not told, and the others in steps.
package struct ModerationLog: Sendable, Hashable {
    package struct Decision: Sendable, Hashable {
        package let state: Contribution.State
        package let reason: Contribution.Reason?
        package let isFirst: Bool
        package let addedOn: DutchDay
        package let ruledOn: DutchDay
    }

    /// A number as everyone may see it: in steps of 5, so that nobody finds one decision between two looks at the page, or by subtraction.
    package enum Count: Sendable, Hashable, Comparable {
        case zero
        /// 1 to 4.
        case few
        /// This many, and at most 4 more.
        case atLeast(Int)

        package init(_ count: Int) {
            self = count == 0 ? .zero : count < smallest ? .few : .atLeast(count / smallest * smallest)
        }
    }

    package let outcomes: [Contribution.State: Count]
    package let reasons: [Contribution.Reason: Count]
    /// In working days; nil with fewer than 5 decisions.
    package let median: Int?
    /// Whether something waits longer than three working days.
    package let isLate: Bool

    package static let smallest = 5
    package static let promised = 3

    package init(_ decisions: [Decision], waitingSince days: [DutchDay], today: DutchDay) {
        outcomes = Dictionary(grouping: decisions, by: \.state).mapValues { Count($0.count) }
        reasons = Dictionary(grouping: decisions.compactMap(\.reason)) { $0 }.mapValues { Count($0.count) }
        let waits = decisions.filter(\.isFirst).map { WorkingDays.count(after: $0.addedOn, upTo: $0.ruledOn) }.sorted()
        median = waits.count < Self.smallest ? nil : waits[waits.count / 2]
        isLate = days.contains { WorkingDays.count(after: $0, upTo: today) > Self.promised }
    }
}
