import Foundation

/// One indicator in the runs: its known cells, how they are drawn, and what they weigh.
struct IndexColumn: Sendable {
    /// Known cells, directed, between −1 and 1: no scale here depends on unit or origin.
    private let values: [Double]
    /// Start and step of a draw; empty where all values are exact.
    private let starts: [Double]
    private let steps: [Double]
    private let draw: IndexIndicator.Draw
    /// Place of each known cell among the areas; empty where every cell is known.
    private let positions: [Int32]
    /// Weight of each known cell; empty where one weight does for all.
    private let cellWeights: [Double]
    private let weight: Double
    /// What exact values add under each scale and mean, computed once.
    private var fixed: [[Double]] = []

    /// 4,096 equally likely values of the normal distribution: one look-up for a draw.
    private static let normals: [Double] = (0..<4096).map { Normal.quantile((Double($0) + 0.5) / 4096) }

    init(_ indicator: IndexIndicator, areas: [Int], weight: Double, cellWeights: [Double], isDrawn: Bool) {
        let known = areas.indices.filter { indicator.values[areas[$0]].isFinite }
        let raw = known.map { indicator.values[areas[$0]] }
        let (low, high) = (raw.min() ?? 0, raw.max() ?? 0)
        let (centre, reach) = (low / 2 + high / 2, high / 2 - low / 2)
        let sign: Double = (indicator.higherIsBetter ? 1 : -1)
        func scaled(_ value: Double) -> Double { reach > 0 ? sign * ((value / 2 - centre / 2) / (reach / 2)) : 0 }
        values = raw.map(scaled)
        self.weight = weight
        self.cellWeights = cellWeights.isEmpty ? [] : known.map { cellWeights[$0] }
        positions = known.count == areas.count ? [] : known.map(Int32.init)
        draw = indicator.draw
        let bounds = isDrawn && !indicator.bounds.isEmpty && reach > 0 ? known.map { indicator.bounds[areas[$0]] } : []
        var (starts, steps) = ([Double](), [Double]())
        if bounds.contains(where: { $0 != nil }) {
            for (value, bounds) in zip(values, bounds) {
                let ends = bounds.map { (scaled($0.lowerBound), scaled($0.upperBound)) } ?? (value, value)
                let (low, width) = (min(ends.0, ends.1), abs(ends.1 - ends.0))
                let isUsable = low.isFinite && width.isFinite
                starts.append(isUsable && indicator.draw == .evenly ? low : value)
                steps.append(isUsable ? (indicator.draw == .evenly ? width : width / (2 * Confidence.percent95.z)) : 0)
            }
        }
        (self.starts, self.steps) = (starts, steps)
        if starts.isEmpty { fixed = fixedContributions() }
    }

    /// Adds this indicator to the scores of all areas.
    func add(to scratch: inout IndexScratch, _ run: IndexRun, factor: Double, _ random: inout Xoshiro256) {
        if starts.isEmpty {
            accumulate(fixed[Self.place(run.scale, run.mean)], into: &scratch, factor)
        } else if run.isDrawn {
            var cells = scratch.takeCells(values.count)
            drawCells(&cells, &random)
            Self.contribute(&cells, run.scale, run.mean, &scratch.sorter)
            accumulate(cells, into: &scratch, factor)
            scratch.giveBack(&cells)
        } else {
            var cells = values
            Self.contribute(&cells, run.scale, run.mean, &scratch.sorter)
            accumulate(cells, into: &scratch, factor)
        }
    }

    private static func place(_ scale: IndexChoices.Scale, _ mean: WeightedMean) -> Int {
        let row =
            switch scale {
            case .minMax: 0
            case .zScore: 1
            case .rank: 2
            }
        let column =
            switch mean {
            case .arithmetic: 0
            case .geometric: 1
            case .harmonic: 2
            }
        return row * 3 + column
    }

    private func fixedContributions() -> [[Double]] {
        var sorter = RankSorter(count: values.count)
        return IndexChoices.Scale.allCases.flatMap { scale in
            WeightedMean.allCases.map { mean in
                var cells = values
                Self.contribute(&cells, scale, mean, &sorter)
                return cells
            }
        }
    }

    private func drawCells(_ cells: inout [Double], _ random: inout Xoshiro256) {
        var generator = random
        cells.withUnsafeMutableBufferPointer { cells in
            starts.withUnsafeBufferPointer { starts in
                steps.withUnsafeBufferPointer { steps in
                    Self.normals.withUnsafeBufferPointer { normals in
                        for index in cells.indices {
                            let bits = generator.next()
                            let part = draw == .evenly ? Double(bits >> 11) * 0x1p-53 : normals[Int(truncatingIfNeeded: bits >> 52)]
                            cells[index] = starts[index] + part * steps[index]
                        }
                    }
                }
            }
        }
        random = generator
    }

    private func accumulate(_ cells: [Double], into scratch: inout IndexScratch, _ factor: Double) {
        scratch.add(cells, positions: positions, cellWeights: cellWeights, weight: weight, factor)
    }

    /// Turns values into what they add to a score: on one scale, then as the mean needs it (x, ln x or −1/x; all rise with x).
    private static func contribute(_ cells: inout [Double], _ scale: IndexChoices.Scale, _ mean: WeightedMean, _ sorter: inout RankSorter) {
        cells.withUnsafeMutableBufferPointer { cells in
            switch scale {
            case .minMax: stretch(cells)
            case .zScore: standardise(cells)
            case .rank:
                let step = 99 / Double(max(1, cells.count - 1))
                sorter.forEachTie(UnsafeBufferPointer(cells)) { start, _, indices in
                    for index in indices { cells[Int(truncatingIfNeeded: index)] = 1 + step * Double(start) }
                }
            }
            switch mean {
            case .arithmetic: break
            case .geometric: for index in cells.indices { cells[index] = log(max(1, cells[index])) }
            case .harmonic: for index in cells.indices { cells[index] = -1 / max(1, cells[index]) }
            }
        }
    }

    private static func stretch(_ cells: UnsafeMutableBufferPointer<Double>) {
        var (low, high) = (Double.infinity, -Double.infinity)
        for cell in cells {
            low = cell < low ? cell : low
            high = cell > high ? cell : high
        }
        let scale = high > low ? 99 / (high - low) : 0
        for index in cells.indices { cells[index] = 1 + (cells[index] - low) * scale }
    }

    private static func standardise(_ cells: UnsafeMutableBufferPointer<Double>) {
        let count = Double(cells.count)
        var sum = 0.0
        for cell in cells { sum += cell }
        let mean = sum / count
        var squares = 0.0
        for cell in cells { squares += (cell - mean) * (cell - mean) }
        let scale = squares > 0 ? 10 / (squares / max(1, count - 1)).squareRoot() : 0
        for index in cells.indices { cells[index] = 50 + (cells[index] - mean) * scale }
    }
}
