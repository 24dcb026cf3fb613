/// Points in a plane, each with the nearest of some centres (k-means after Lloyd).
struct PlaneClusters {
    /// Number of the centre of each point.
    private(set) var labels: [Int]
    private(set) var centres: PlanePoints

    private static let smallestStep = 0.01
    private static let mostRounds = 100

    /// Assign, move, drop centres without points; until every centre moved less than 0.01, or 100 rounds. Then assign once more.
    ///
    /// - Parameters:
    ///   - weights: of the points; nil: all count alike
    ///   - start: centres to begin with, at least one
    init(_ points: PlanePoints, weights: [Double]? = nil, start: PlanePoints) {
        labels = [Int](repeating: 0, count: points.count)
        centres = start
        for _ in 0..<Self.mostRounds {
            assign(points)
            let before = dropEmpty()
            centres = means(points, weights)
            let isStill = (0..<count).allSatisfy { centre in
                let dx = centres.x[centre] - before.x[centre], dy = centres.y[centre] - before.y[centre]
                return (dx * dx + dy * dy).squareRoot() < Self.smallestStep
            }
            if isStill { break }
        }
        assign(points)
        _ = dropEmpty()
    }

    var count: Int { centres.count }

    /// Members of each centre.
    var members: [[Int]] {
        var members = [[Int]](repeating: [], count: count)
        for (place, label) in labels.enumerated() { members[label].append(place) }
        return members
    }

    /// Gives each point the nearest centre, the lowest number of equally near ones.
    ///
    /// Centres stand in order of x; from the place of the point it looks both ways as far as one can be nearer than the centre it had.
    private mutating func assign(_ points: PlanePoints) {
        let order = (0..<count).sorted { (centres.x[$0], $0) < (centres.x[$1], $1) }
        let sorted = centres.at(order), own = centres, gaps = own.gaps
        sorted.x.withUnsafeBufferPointer { x in
            sorted.y.withUnsafeBufferPointer { y in
                order.withUnsafeBufferPointer { order in
                    let scan = SortedCentres(x: x, y: y, numbers: order)
                    for place in labels.indices {
                        let (px, py) = (points.x[place], points.y[place])
                        let known = labels[place] < own.count ? labels[place] : 0
                        let dx = px - own.x[known], dy = py - own.y[known]
                        let distance = dx * dx + dy * dy
                        // Nearer than half way to any other centre: none of them can be as near.
                        labels[place] = 4 * distance < gaps[known] ? known : scan.nearest(px, py, known: known, distance: distance)
                    }
                }
            }
        }
    }

    /// - Returns: the centres that are left
    private mutating func dropEmpty() -> PlanePoints {
        var isUsed = [Bool](repeating: false, count: count)
        for label in labels { isUsed[label] = true }
        guard isUsed.contains(false) else { return centres }
        let kept = isUsed.indices.filter { isUsed[$0] }
        var number = [Int](repeating: 0, count: count)
        for (new, old) in kept.enumerated() { number[old] = new }
        for place in labels.indices { labels[place] = number[labels[place]] }
        centres = centres.at(kept)
        return centres
    }

    private func means(_ points: PlanePoints, _ weights: [Double]?) -> PlanePoints {
        var sums = [(x: Double, y: Double, weight: Double)](repeating: (0, 0, 0), count: count)
        for (place, label) in labels.enumerated() {
            let weight = weights?[place] ?? 1
            sums[label].x += weight * points.x[place]
            sums[label].y += weight * points.y[place]
            sums[label].weight += weight
        }
        var means = PlanePoints()
        for sum in sums { means.append(sum.x / sum.weight, sum.y / sum.weight) }
        return means
    }
}

private struct SortedCentres {
    let x: UnsafeBufferPointer<Double>
    let y: UnsafeBufferPointer<Double>
    let numbers: UnsafeBufferPointer<Int>

    /// - Parameters:
    ///   - known: some centre
    ///   - distance: to that centre, squared
    func nearest(_ px: Double, _ py: Double, known: Int, distance: Double) -> Int {
        var (low, high) = (0, x.count)
        while low < high {
            let middle = (low + high) / 2
            if x[middle] < px { low = middle + 1 } else { high = middle }
        }
        var (best, number) = (distance, known)
        var place = low
        while place < x.count {
            let dx = px - x[place], dy = py - y[place]
            guard dx * dx <= best else { break }
            let distance = dx * dx + dy * dy
            if distance < best || (distance == best && numbers[place] < number) { (best, number) = (distance, numbers[place]) }
            place += 1
        }
        place = low - 1
        while place >= 0 {
            let dx = px - x[place], dy = py - y[place]
            guard dx * dx <= best else { break }
            let distance = dx * dx + dy * dy
            if distance < best || (distance == best && numbers[place] < number) { (best, number) = (distance, numbers[place]) }
            place -= 1
        }
        return number
    }
}

extension PlanePoints {
    /// Mean silhouette (Rousseeuw, 1987) of points in groups: −1 to 1; 0 for a point alone in its group.
    ///
    /// - Parameter distances: between all pairs, row after row
    static func silhouette(_ labels: [Int], groups: Int, distances: [Double]) -> Double {
        let count = labels.count
        var sizes = [Int](repeating: 0, count: groups)
        for label in labels { sizes[label] += 1 }
        var total = 0.0
        for one in 0..<count where sizes[labels[one]] > 1 {
            var sums = [Double](repeating: 0, count: groups)
            for other in 0..<count { sums[labels[other]] += distances[one * count + other] }
            let own = sums[labels[one]] / Double(sizes[labels[one]] - 1)
            let others = (0..<groups).filter { $0 != labels[one] && sizes[$0] > 0 }.map { sums[$0] / Double(sizes[$0]) }.min() ?? 0
            let larger = max(own, others)
            total += larger > 0 ? (others - own) / larger : 0
        }
        return count == 0 ? 0 : total / Double(count)
    }

    /// From each point to the nearest other one, squared, and less what rounding may add.
    var gaps: [Double] {
        (0..<count).map { one in
            var least = Double.infinity
            for other in 0..<count where other != one {
                let dx = x[one] - x[other], dy = y[one] - y[other]
                least = min(least, dx * dx + dy * dy)
            }
            return least * (1 - 1e-9)
        }
    }

    /// Between all pairs, row after row.
    var distances: [Double] {
        var distances = [Double](repeating: 0, count: count * count)
        for one in 0..<count {
            for other in 0..<count {
                let dx = x[one] - x[other], dy = y[one] - y[other]
                distances[one * count + other] = (dx * dx + dy * dy).squareRoot()
            }
        }
        return distances
    }
}
