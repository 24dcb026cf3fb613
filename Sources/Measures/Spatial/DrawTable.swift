/// Draws without replacement from all areas but one, shared by all areas: runs × width places.
///
/// The places 0..<n − 1 stand for the areas themselves; in the draws of an area its own place stands for the last area. So a draw gives the
/// same sum for every area whose own place it does not hold. (Moving up all places from an area's own on, as is usual, draws as fairly, but
/// gives every area other sums.)
struct DrawTable: Sendable {
    let runs: Int
    let width: Int
    /// Run after run. The first k places of a run are a draw of k.
    let draws: [Int32]
    /// Where the cells that hold each place begin in ``cells``, with the end of the last.
    private let starts: [Int32]
    /// Indices in ``draws``.
    private let cells: [Int32]

    /// A larger table is made in parts, so that it fits in memory.
    static let mostCells = 8_000_000

    /// - Parameters:
    ///   - pool: the places to draw from, one fewer than there are areas, in any order; left in another order
    ///   - width: at most as many as there are places
    init(runs: Int, pool: inout [Int32], width: Int, _ generator: inout Xoshiro256) {
        let others = pool.count
        var draws = [Int32](repeating: 0, count: runs * width)
        for run in 0..<runs {
            for place in 0..<width {
                let other = place + Int(generator.below(UInt32(truncatingIfNeeded: others - place)))
                pool.swapAt(place, other)
                draws[run * width + place] = pool[place]
            }
        }
        var ends = [Int32](repeating: 0, count: others + 2)
        for place in draws { ends[Int(place) + 1] += 1 }
        for place in 0..<others { ends[place + 1] += ends[place] }
        // The last area has no place: its draws hold the others as they are.
        ends[others + 1] = ends[others]
        let starts = ends
        var cells = [Int32](repeating: 0, count: draws.count)
        for (cell, place) in draws.enumerated() {
            cells[Int(ends[Int(place)])] = Int32(cell)
            ends[Int(place)] += 1
        }
        (self.runs, self.width, self.draws, self.starts, self.cells) = (runs, width, draws, starts, cells)
    }

    /// The cells that hold the place of an area.
    func cells(of area: Int) -> ArraySlice<Int32> { cells[Int(starts[area])..<Int(starts[area + 1])] }

    /// For every wanted k the sums of the first k drawn values of all runs, sorted; empty for the others.
    func sums(of values: [Double], wanted: [Bool]) -> [[Double]] {
        var running = [Double](repeating: 0, count: runs)
        return wanted.indices.map { k in
            if k > 0 { for run in 0..<runs { running[run] += values[Int(draws[run * width + k - 1])] } }
            return wanted[k] ? running.sorted() : []
        }
    }

    /// The sum of the first values of a run, added in the order of ``sums(of:wanted:)``, with another value at one cell.
    func sum(_ count: Int, run: Int, of values: UnsafeBufferPointer<Double>, at changed: Int, value: Double) -> Double {
        var sum = 0.0
        for cell in run * width..<run * width + count { sum += cell == changed ? value : values[Int(draws[cell])] }
        return sum
    }
}
