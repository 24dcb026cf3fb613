/// Room of one thread for the runs of an index, used again for every run.
struct IndexScratch: Sendable {
    private var scores: [Double]
    private var totals: [Double]
    private var cells: [Double] = []
    private(set) var ranks: [Int32]
    private var isWorst: [Bool]
    var sorter: RankSorter

    init(areas: Int) {
        scores = [Double](repeating: 0, count: areas)
        totals = scores
        ranks = [Int32](repeating: 0, count: areas)
        isWorst = [Bool](repeating: false, count: areas)
        sorter = RankSorter(count: areas)
    }

    mutating func clear() {
        for index in scores.indices { (scores[index], totals[index]) = (0, 0) }
    }

    /// A list of this length that must be given back; taken out so that it is written in place.
    mutating func takeCells(_ count: Int) -> [Double] {
        var taken: [Double] = []
        swap(&taken, &cells)
        if taken.count > count { taken.removeLast(taken.count - count) }
        while taken.count < count { taken.append(0) }
        return taken
    }

    mutating func giveBack(_ taken: inout [Double]) { swap(&taken, &cells) }

    /// - Parameters:
    ///   - positions: area of each cell; empty for all areas in order
    ///   - cellWeights: empty for one weight
    mutating func add(_ cells: [Double], positions: [Int32], cellWeights: [Double], weight: Double, _ factor: Double) {
        let single = weight * factor
        cells.withUnsafeBufferPointer { cells in
            scores.withUnsafeMutableBufferPointer { scores in
                guard !cellWeights.isEmpty else {
                    for index in cells.indices { scores[index] += single * cells[index] }
                    return
                }
                totals.withUnsafeMutableBufferPointer { totals in
                    cellWeights.withUnsafeBufferPointer { weights in
                        positions.withUnsafeBufferPointer { positions in
                            for index in cells.indices {
                                let area = positions.isEmpty ? index : Int(positions[index])
                                let weight = factor * weights[index]
                                scores[area] += weight * cells[index]
                                totals[area] += weight
                            }
                        }
                    }
                }
            }
        }
    }

    mutating func divide() {
        for index in scores.indices where totals[index] > 0 { scores[index] /= totals[index] }
    }

    /// Places of all areas, 1 for the highest score, and who is in the worst tenth.
    mutating func rank(worstIsLowest: Bool) {
        let count = scores.count
        ranks.withUnsafeMutableBufferPointer { ranks in
            isWorst.withUnsafeMutableBufferPointer { isWorst in
                scores.withUnsafeBufferPointer { scores in
                    sorter.forEachTie(scores) { start, end, indices in
                        let worse = worstIsLowest ? start : count - end
                        for index in indices {
                            ranks[Int(truncatingIfNeeded: index)] = Int32(1 + count - end)
                            isWorst[Int(truncatingIfNeeded: index)] = worse * 10 < count
                        }
                    }
                }
            }
        }
    }

    func add(to tally: inout RankTally, nominal: [Int32]) {
        ranks.withUnsafeBufferPointer { ranks in
            isWorst.withUnsafeBufferPointer { isWorst in
                nominal.withUnsafeBufferPointer { tally.add(ranks: ranks, isWorst: isWorst, nominal: $0) }
            }
        }
    }
}
