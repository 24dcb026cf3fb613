/// What an index is made of: indicators in themes, themes in dimensions, up to one index, with weights within each.
package struct IndexFramework: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        /// Within its group, on any scale; above 0.
        package let weight: Double
        /// Index of the group it belongs to.
        package let parent: Int

        package init(weight: Double = 1, parent: Int = 0) {
            (self.weight, self.parent) = (weight, parent)
        }
    }

    package let indicators: [Entry]
    /// Groups from small to large; the parent of a group comes after it. The index itself stands last and has no entry here.
    package let groups: [Entry]

    /// One level: all indicators straight into the index.
    package init?(weights: [Double]) {
        self.init(indicators: weights.map { Entry(weight: $0) }, groups: [])
    }

    /// - Returns: nil without indicators, for a weight that is not above 0, or for a parent that does not come after its parts
    package init?(indicators: [Entry], groups: [Entry]) {
        guard !indicators.isEmpty, (indicators + groups).allSatisfy({ $0.weight > 0 && $0.weight.isFinite }),
            indicators.allSatisfy({ (0...groups.count).contains($0.parent) }),
            groups.enumerated().allSatisfy({ $1.parent > $0 && $1.parent <= groups.count })
        else { return nil }
        let sums = Self.sums(indicators, groups) { _ in true }
        guard sums.allSatisfy(\.isFinite) else { return nil }
        (self.indicators, self.groups) = (indicators, groups)
    }

    /// Weight of each indicator in the whole, summing to 1, as the framework says on paper.
    package var nominalWeights: [Double] { weights { _ in true } }

    /// Weight of each indicator when only some are known: at every level the weights of what is known are made to sum to 1.
    ///
    /// With one kind of mean on all levels, the index is that mean over the indicators with these weights.
    ///
    /// - Returns: 0 for unknown indicators
    package func weights(_ isKnown: (Int) -> Bool) -> [Double] {
        let sums = Self.sums(indicators, groups, isKnown)
        var factors = [Double](repeating: 1, count: groups.count + 1)
        for index in groups.indices.reversed() where sums[index] > 0 {
            let group = groups[index]
            factors[index] = factors[group.parent] * group.weight / sums[group.parent]
        }
        return indicators.indices.map { index in
            let indicator = indicators[index]
            return isKnown(index) ? factors[indicator.parent] * indicator.weight / sums[indicator.parent] : 0
        }
    }

    /// Indicators below a group; all for the index.
    package func members(of group: Int) -> [Int] {
        var inside = [Bool](repeating: false, count: groups.count + 1)
        if inside.indices.contains(group) { inside[group] = true }
        for index in groups.indices.reversed() where inside[groups[index].parent] { inside[index] = true }
        return indicators.indices.filter { inside[indicators[$0].parent] }
    }

    /// Per group, the index last: sum of the weights of its parts that hold something known.
    private static func sums(_ indicators: [Entry], _ groups: [Entry], _ isKnown: (Int) -> Bool) -> [Double] {
        var sums = [Double](repeating: 0, count: groups.count + 1)
        for (index, indicator) in indicators.enumerated() where isKnown(index) { sums[indicator.parent] += indicator.weight }
        for (index, group) in groups.enumerated() where sums[index] > 0 { sums[group.parent] += group.weight }
        return sums
    }
}
