/// How often areas had which place: histograms only, never all runs.
struct RankTally: Sendable {
    let areas: Int
    /// Places that share a bin.
    private let width: Int
    private let bins: Int
    private(set) var runs = 0
    /// Sum of distances to the nominal place.
    private(set) var shift = 0
    /// Runs per area and bin; at most 65,535 runs.
    private var counts: [UInt16]
    private var worst: [Int32]
    private var lowest: [Int32]
    private var highest: [Int32]

    init(areas: Int) {
        self.areas = areas
        width = (areas + IndexUncertainty.exactRanks - 1) / IndexUncertainty.exactRanks
        bins = (areas + width - 1) / max(1, width)
        counts = [UInt16](repeating: 0, count: areas * bins)
        worst = [Int32](repeating: 0, count: areas)
        lowest = [Int32](repeating: .max, count: areas)
        highest = [Int32](repeating: 0, count: areas)
    }

    mutating func add(ranks: UnsafeBufferPointer<Int32>, isWorst: UnsafeBufferPointer<Bool>, nominal: UnsafeBufferPointer<Int32>) {
        runs += 1
        var shift = 0
        let (width, bins) = (width, bins)
        counts.withUnsafeMutableBufferPointer { counts in
            for area in ranks.indices {
                let bin = Int(ranks[area] &- 1) / width
                counts[area &* bins &+ bin] &+= 1
                shift &+= Int(abs(ranks[area] &- nominal[area]))
            }
        }
        for area in ranks.indices {
            if isWorst[area] { worst[area] &+= 1 }
            if ranks[area] < lowest[area] { lowest[area] = ranks[area] }
            if ranks[area] > highest[area] { highest[area] = ranks[area] }
        }
        self.shift += shift
    }

    mutating func add(_ other: RankTally) {
        runs += other.runs
        shift += other.shift
        for index in counts.indices { counts[index] &+= other.counts[index] }
        for area in 0..<areas {
            worst[area] += other.worst[area]
            lowest[area] = min(lowest[area], other.lowest[area])
            highest[area] = max(highest[area], other.highest[area])
        }
    }

    func worstShare(of area: Int) -> Double { Double(worst[area]) / Double(max(1, runs)) }

    /// Type 7, at the middle of a bin.
    func median(of area: Int) -> Double {
        let place = Double(runs - 1) / 2
        let middles = [place.rounded(.down), place.rounded(.up)].map { place in
            let ends = ends(of: area, order: Int(place))
            return Double(ends.lowerBound + ends.upperBound) / 2
        }
        return (middles[0] + middles[1]) / 2
    }

    /// 5 to 95 % of the runs, rounded outwards.
    func range(of area: Int) -> ClosedRange<Int> {
        let last = Double(runs - 1)
        let low = ends(of: area, order: Int((0.05 * last).rounded(.down))).lowerBound
        return low...max(low, ends(of: area, order: Int((0.95 * last).rounded(.up))).upperBound)
    }

    /// The places that the run with this number has when the runs of an area are ordered by place, from 0.
    private func ends(of area: Int, order: Int) -> ClosedRange<Int> {
        var (bin, before) = (0, 0)
        while bin < bins - 1, before + Int(counts[area * bins + bin]) <= order {
            before += Int(counts[area * bins + bin])
            bin += 1
        }
        let (best, last) = (Int(lowest[area]), Int(highest[area]))
        let low = min(max(bin * width + 1, best), last)
        return low...max(low, min((bin + 1) * width, last))
    }
}
