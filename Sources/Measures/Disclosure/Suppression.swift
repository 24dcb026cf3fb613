/// Which cells of a table stay unpublished, and why.
package struct Suppression: Sendable, Hashable {
    /// Hidden for what they say themselves.
    package let primary: [Int: DisclosureRules.Reason]
    /// Hidden because they would give away one of those.
    package let secondary: Set<Int>
    /// What a reader can still work out about each hidden cell. Of a primary cell never closer than the threshold.
    package let bounds: [Int: ClosedRange<Double>]

    package var hidden: Set<Int> { secondary.union(primary.keys) }
}

extension CellTable {
    /// Primary suppression by the threshold, then secondary suppression until no subtraction of published cells bounds a
    /// primary cell more closely than the threshold.
    ///
    /// Small cells go before large ones, parts before totals; what turns out not to be needed comes back.
    ///
    /// - Parameter also: cells hidden for another reason, such as dominance
    package func suppression(_ rules: DisclosureRules = DisclosureRules(), also: [Int: DisclosureRules.Reason] = [:]) -> Suppression {
        let (primary, secondary) = hiding(rules, also: also)
        return Suppression(primary: primary, secondary: secondary, bounds: bounds(hidden: secondary.union(primary.keys)))
    }

    /// The same without the bounds of hidden cells, which take the most time in a large table.
    package func hiding(
        _ rules: DisclosureRules = DisclosureRules(), also: [Int: DisclosureRules.Reason] = [:]
    ) -> (primary: [Int: DisclosureRules.Reason], secondary: Set<Int>) {
        var primary = also.filter { counts.indices.contains($0.key) }
        for (cell, count) in counts.enumerated() { if let reason = rules.reason(count: count) { primary[cell] = reason } }
        let wanted = Set(primary.keys)
        var check = ExposureCheck(self, rules)
        var secondary: [Int] = []
        while let exposed = check.exposed(wanted, hidden: wanted.union(secondary)) {
            guard let next = companion(of: exposed, hidden: wanted.union(secondary)) else { break }
            secondary.append(next)
        }
        // The last came to protect what the earlier ones had not: the earlier may have become needless.
        for cell in secondary {
            let rest = secondary.filter { $0 != cell }
            if check.exposed(wanted, hidden: wanted.union(rest)) == nil { secondary = rest }
        }
        return (primary, Set(secondary))
    }

    /// The published cell to hide next: in a sum with the exposed cell, else in a sum with any hidden cell connected to it.
    private func companion(of cell: Int, hidden: Set<Int>) -> Int? {
        var reached: Set<Int> = [cell]
        while true {
            let near = sums.filter { !reached.isDisjoint(with: $0.parts + [$0.total]) }
            let cells = Set(near.flatMap { $0.parts + [$0.total] })
            let totals = Set(near.map(\.total))
            let free = cells.subtracting(hidden).sorted()
            // A cell of 0 is often known to be 0, so it hides little.
            func cost(_ cell: Int) -> (Int, Int, Int) { (totals.contains(cell) ? 1 : 0, counts[cell] == 0 ? 1 : 0, counts[cell]) }
            if let best = free.min(by: { cost($0) < cost($1) }) { return best }
            guard cells.count > reached.count else { return nil }
            reached = reached.union(cells)
        }
    }
}
