/// Whether a custom area gives something away when other published areas are subtracted from it, or it from them.
///
/// Tried are: the area minus published areas inside it, and published areas around it minus the area and what else is published between.
package struct Differencing: Sendable, Hashable {
    package struct Remainder: Sendable, Hashable {
        /// Neighbourhoods that are left, and how many people live there.
        package let neighbourhoods: Set<Int>
        package let count: Int

        package init(neighbourhoods: Set<Int>, count: Int) {
            self.neighbourhoods = neighbourhoods
            self.count = count
        }
    }

    /// Remainders that may not be known; empty when the area passes.
    package let refused: [Remainder]
    /// False where there were too many combinations to try: then the area does not pass either.
    package let isComplete: Bool

    package var passes: Bool { refused.isEmpty && isComplete }

    /// - Parameters:
    ///   - area: neighbourhoods of the custom area, as places in `counts`
    ///   - published: neighbourhoods of each area already published for this figure, custom or not
    ///   - counts: people in each neighbourhood
    /// - Returns: nil where a neighbourhood is not in `counts` or a count is negative
    package init?(of area: Set<Int>, published: [Set<Int>], counts: [Int], _ rules: DisclosureRules = DisclosureRules()) {
        let isKnown = ([area] + published).allSatisfy { $0.allSatisfy(counts.indices.contains) }
        guard isKnown, counts.allSatisfy({ $0 >= 0 && $0 <= 1_000_000_000 }) else { return nil }
        var search = Search(counts: counts, rules: rules, published: Self.distinct(published))
        search.visit(area)
        search.visitAround(area)
        refused = search.found.sorted { one, other in
            one.count == other.count
                ? one.neighbourhoods.sorted().lexicographicallyPrecedes(other.neighbourhoods.sorted()) : one.count < other.count
        }
        isComplete = search.steps <= Search.most
    }

    /// Each area once, in the order given: sets alone have another order in every run.
    private static func distinct(_ areas: [Set<Int>]) -> [Set<Int>] {
        var seen: Set<Set<Int>> = []
        return areas.filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    private struct Search {
        let counts: [Int]
        let rules: DisclosureRules
        let published: [Set<Int>]
        var seen: Set<Set<Int>> = []
        var found: Set<Remainder> = []
        var steps = 0
        static let most = 20_000

        /// Published areas that stick out of this one and, with others inside it, cover it: what sticks out is known by subtraction.
        mutating func visitAround(_ area: Set<Int>) {
            let sticking = published.filter { !$0.isSubset(of: area) && !$0.isDisjoint(with: area) }
            var waiting: [(union: Set<Int>, next: Int)] = [([], 0)]
            while let (union, next) = waiting.popLast() {
                steps += 1
                guard steps <= Self.most else { return }
                if !union.isEmpty, isTiled(area.subtracting(union)) { visit(union.subtracting(area)) }
                for index in next..<max(next, sticking.count) where sticking[index].isDisjoint(with: union) {
                    waiting.append((union.union(sticking[index]), index + 1))
                }
            }
        }

        /// Whether published areas that do not overlap make up exactly these neighbourhoods.
        private mutating func isTiled(_ whole: Set<Int>) -> Bool {
            var waiting = [whole]
            var known: Set<Set<Int>> = []
            while let rest = waiting.popLast() {
                guard let first = rest.min() else { return true }
                guard known.insert(rest).inserted else { continue }
                steps += 1
                guard steps <= Self.most else { return true }
                for part in published where part.contains(first) && part.isSubset(of: rest) { waiting.append(rest.subtracting(part)) }
            }
            return false
        }

        /// Subtracts every combination of published areas that fits, each remainder once. No remainder with more published
        /// people in it than the threshold can fail before they are taken out, so those go first.
        mutating func visit(_ first: Set<Int>) {
            var waiting = [first]
            while let rest = waiting.popLast() {
                guard !rest.isEmpty, seen.insert(rest).inserted else { continue }
                steps += 1
                guard steps <= Self.most else { return }
                let count = rest.reduce(0) { $0 + counts[$1] }
                if rules.reason(count: count) != nil { found.insert(Remainder(neighbourhoods: rest, count: count)) }
                let inside = published.filter { $0.isSubset(of: rest) }
                let large = rest.filter { rules.reason(count: counts[$0]) == nil && counts[$0] > 0 }.min()
                for part in inside where large.map(part.contains) ?? true { waiting.append(rest.subtracting(part)) }
            }
        }
    }
}
