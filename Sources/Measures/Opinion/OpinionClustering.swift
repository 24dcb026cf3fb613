/// A division of participants into groups.
package struct OpinionGroups: Sendable, Hashable {
    /// Group of each point, from 0: the largest group first.
    package let labels: [Int]
    /// People in each group, the largest first.
    package let sizes: [Int]
    /// Mean silhouette of the base clusters: −1 to 1, higher where groups lie apart.
    package let silhouette: Double

    package var count: Int { sizes.count }

    /// Places of the members of each group.
    package var members: [[Int]] {
        var members = [[Int]](repeating: [], count: count)
        for (place, label) in labels.enumerated() { members[label].append(place) }
        return members
    }
}

/// Groups found from places in the plane: up to a hundred base clusters first, groups of those next.
package struct OpinionClustering: Sendable, Hashable {
    /// Possible divisions, fewest groups first; only those whose smallest group has enough people.
    package let candidates: [OpinionGroups]
    /// How many base clusters there are.
    package let baseClusters: Int

    static let mostBaseClusters = 100
    static let mostGroups = 5

    /// - Parameters:
    ///   - points: in participant order
    ///   - floor: people in the smallest group
    package init(_ points: PlanePoints, floor: Int) {
        let start = points.distinct(Self.mostBaseClusters)
        guard start.count > 1 else {
            (candidates, baseClusters) = ([], start.count)
            return
        }
        let base = PlaneClusters(points, start: start)
        baseClusters = base.count
        let sizes = base.members.map(\.count), weights = sizes.map(Double.init)
        let distances = base.centres.distances
        let most = min(Self.mostGroups, 2 + base.count / 12)
        candidates = (2...most).compactMap { k in
            let start = base.centres.distinct(k)
            guard start.count == k else { return nil }
            let clusters = PlaneClusters(base.centres, weights: weights, start: start)
            guard clusters.count > 1 else { return nil }
            let silhouette = PlanePoints.silhouette(clusters.labels, groups: clusters.count, distances: distances)
            let groups = OpinionGroups(base.labels.map { clusters.labels[$0] }, count: clusters.count, silhouette: silhouette)
            return groups.sizes.allSatisfy { $0 >= floor } ? groups : nil
        }
    }

    /// The candidate whose base clusters lie farthest apart, the one with fewest groups of equal ones; nil: no groups.
    package var best: OpinionGroups? {
        candidates.reduce(nil) { best, other in
            guard let best else { return other }
            return other.silhouette > best.silhouette ? other : best
        }
    }

    /// The candidate with so many groups.
    package func candidate(_ count: Int) -> OpinionGroups? { candidates.first { $0.count == count } }
}

extension OpinionGroups {
    /// Numbers groups by size; of equal ones the first stays first.
    init(_ labels: [Int], count: Int, silhouette: Double) {
        var sizes = [Int](repeating: 0, count: count)
        for label in labels { sizes[label] += 1 }
        let order = (0..<count).sorted { (-sizes[$0], $0) < (-sizes[$1], $1) }
        var number = [Int](repeating: 0, count: count)
        for (new, old) in order.enumerated() { number[old] = new }
        self.init(labels: labels.map { number[$0] }, sizes: order.map { sizes[$0] }, silhouette: silhouette)
    }
}
