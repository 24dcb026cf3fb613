import Core

/// Why someone is asked, as it is shown to them and to the asker.
package enum MatchReason: String, Sendable, Hashable, CaseIterable {
    case exact = "zelfde"
    case narrower = "smaller"
    case broader = "breder"
    case kind = "soort"
    case help = "hulp"
    case place = "gemeente"
    case recent = "recent"
}

/// Terms in two levels, as far as matching needs them. Labels are compared by key, never by their letters (D-21).
package struct LabelTree: Sendable {
    private let parents: [String: String]

    /// - Parameter parents: of every key that has one
    package init(parents: [String: String]) { self.parents = parents }

    /// Nil for a label that has nothing to do with what is wanted.
    package func fit(_ label: String, for wanted: String) -> MatchReason? {
        if label == wanted { return .exact }
        if parents[label] == wanted { return .narrower }
        return parents[wanted] == label ? .broader : nil
    }
}

/// Whom to ask, in order, with the reasons. Pure.
package enum ExpertiseMatching {
    package struct Candidate: Sendable, Hashable {
        package let person: Identifier
        package let lines: [ExpertiseLine]
        package let setting: ExpertiseSetting
        package let area: AreaCode?
        /// Programmes they are part of.
        package let programmes: Set<Identifier>
        /// When they were asked, in the last 90 days.
        package let asked: [Int64]
        /// Asked for this very request before, whatever came of it.
        package let isKnown: Bool
    }

    package struct Match: Sendable, Hashable {
        package let person: Identifier
        package let kind: ExpertiseLine.Kind
        package let reasons: [MatchReason]
    }

    package static let quarter: Int64 = 90 * 86_400_000

    /// Nobody who is over their cap, pauses, is away, was asked before or is of another network.
    ///
    /// - Parameter comparable: codes of the municipalities that are like that of the asker
    package static func order(
        _ candidates: [Candidate], for request: HelpRequest, tree: LabelTree, comparable: Set<AreaCode>, at now: Int64
    ) -> [Match] {
        let found = candidates.filter { mayBeAsked($0, for: request, at: now) }.compactMap { one in rank(one, request, tree, comparable, now) }
        return found.sorted { left, right in
            left.rank == right.rank ? left.match.person < right.match.person : left.rank.lexicographicallyPrecedes(right.rank)
        }.map(\.match)
    }

    package static func mayBeAsked(_ one: Candidate, for request: HelpRequest, at now: Int64) -> Bool {
        guard one.person != request.asker, !one.isKnown, one.setting.isAvailable(at: now) else { return false }
        if let programme = request.draft.programme, !one.programmes.contains(programme) { return false }
        return one.asked.filter { now - $0 < ExpertiseSetting.month }.count < one.setting.cap
    }

    private static func rank(
        _ one: Candidate, _ request: HelpRequest, _ tree: LabelTree, _ comparable: Set<AreaCode>, _ now: Int64
    ) -> (rank: [Int], match: Match)? {
        let place = one.area.map(comparable.contains) == true ? 0 : 1
        let help = one.setting.gives(request.draft.help) ? 0 : 1
        let ranks = one.lines.filter { $0.counts(at: now) }.compactMap { line -> (rank: [Int], match: Match)? in
            guard let fit = tree.fit(line.label, for: request.draft.label) else { return nil }
            let level: Int =
                switch fit {
                case .exact: 0
                case .narrower: 1
                default: 2
                }
            let isKind = request.draft.wanted == .any || request.draft.wanted.rawValue == line.kind.rawValue
            let age = min(3, Int((now - line.freshAt) / (183 * 86_400_000)))
            var reasons = [fit]
            if request.draft.wanted != .any, isKind { reasons.append(.kind) }
            if help == 0 { reasons.append(.help) }
            if place == 0 { reasons.append(.place) }
            if age == 0 { reasons.append(.recent) }
            let rank = [level, isKind ? 0 : 1, help, place, age]
            return (rank, Match(person: one.person, kind: line.kind, reasons: reasons))
        }
        guard let best = ranks.min(by: { $0.rank.lexicographicallyPrecedes($1.rank) }) else { return nil }
        let asked = one.asked.filter { now - $0 < quarter }.count
        return (best.rank + [asked], best.match)
    }
}
