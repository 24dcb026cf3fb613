extension ComparableAreas {
    /// Part of the areas that have a real comparison.
    private static let part = 0.95

    /// Beyond which distance there is no real comparison, and how many areas have a nearest one.
    package struct Limit: Sendable, Hashable {
        /// The 95th percentile of all nearest distances. Nil where there are none.
        package let distance: Double?
        package let used: Int
    }

    /// The distance beyond which there is no real comparison: the 95th percentile of ``nearestDistances(_:)``, without computing them all.
    ///
    /// Only the largest matter. An area that has something nearer than all of those found so far is done (Bay and Schwabacher 2003); the outermost come first.
    package func limit(_ execution: Execution = .plain) throws(Cancelled) -> Limit {
        let scan = NearestScan(self), count = scan.order.count
        guard count > 0 else { return Limit(distance: nil, used: 0) }
        let wanted = count - Self.place(of: count)
        var largest: [Double] = []
        try waves(of: count, execution) { (wave: Range<Int>, step: Execution) throws(Cancelled) -> Bool in
            let enough = largest.count < wanted ? 0 : largest.last ?? 0
            let found = try step.blocks(of: wave.count, size: Self.block) { block in
                block.map { scan.nearest(count - 1 - (wave.lowerBound + $0), enough: enough) }
            }
            largest = Array((largest + found.filter { $0 >= enough }).sorted(by: >).prefix(wanted))
            return false
        }
        // All others are at most the last of the largest, and none of them is one that counts.
        let rest = [Double](repeating: largest.last ?? 0, count: count - largest.count)
        return Limit(distance: Self.limit(largest + rest), used: count)
    }

    /// Whether a distance is beyond that limit. Ends as soon as enough areas are known to have their nearest nearer, or not nearer.
    ///
    /// - Parameter distance: from an area to its nearest of all
    package func isFar(_ distance: Double, _ execution: Execution = .plain) throws(Cancelled) -> Bool {
        guard distance.isFinite else { return false }
        let scan = NearestScan(self), count = scan.order.count
        guard count > 0 else { return false }
        // So much nearer that rounding cannot bring a percentile between the two up to the distance.
        let clearly = distance * (1 - 1e-12), place = Self.place(of: count)
        var (nearer, notNearer) = (0, 0)
        var answer: Bool?
        try waves(of: count, execution) { (wave: Range<Int>, step: Execution) throws(Cancelled) -> Bool in
            let found = try step.blocks(of: wave.count, size: Self.block) { block in
                block.map { scan.nearest(count - 1 - (wave.lowerBound + $0), enough: clearly, below: distance) }
            }
            nearer += found.count { $0 < clearly }
            notNearer += found.count { $0 >= distance }
            // The percentile lies between those at `place` and the next.
            if nearer > place { answer = true } else if count - notNearer <= place { answer = false }
            return answer != nil
        }
        if let answer { return answer }
        return try limit(execution).distance.map { distance > $0 } ?? false
    }

    private static let block = 32

    private static func place(of count: Int) -> Int { Int(Double(count - 1) * part) }

    /// A few blocks for each core at a time, so that what one wave finds shortens the next.
    private func waves(
        of count: Int, _ execution: Execution, _ body: (Range<Int>, Execution) throws(Cancelled) -> Bool
    ) throws(Cancelled) {
        let size = 4 * Self.block, steps = (count + size - 1) / size
        for step in 0..<steps {
            let wave = step * size..<min(count, (step + 1) * size)
            if try body(wave, execution.step(step, of: steps)) { return }
        }
    }
}
