import Foundation

/// The classes with the least sum of squared distances to their own mean, exactly (W. D. Fisher 1958; G. F. Jenks 1977).
///
/// A dynamic programme over the distinct values. The best start of the last class never moves left when a value is added,
/// so halving the search finds a whole layer in O(n log n), and k layers in O(k n log n).
struct FisherJenks {
    /// Sums over the distinct values before an index: weight, weight · value, weight · value².
    ///
    /// They start from 0 at the middle value and grow outwards, so that one extreme value does not cost the others their digits.
    private let weights: [Double]
    private let sums: [Double]
    private let squares: [Double]
    private let count: Int

    /// - Parameters:
    ///   - values: distinct, lowest first, on a ``Scale``
    ///   - repeats: how often each occurs
    init(values: [Double], repeats: [Int]) {
        count = values.count
        var weights = [Double](repeating: 0, count: count + 1)
        var sums = weights
        var squares = weights
        let middle = count / 2
        for index in middle..<count {
            let (value, weight) = (values[index], Double(repeats[index]))
            weights[index + 1] = weights[index] + weight
            sums[index + 1] = sums[index] + weight * value
            squares[index + 1] = squares[index] + weight * value * value
        }
        for index in (0..<middle).reversed() {
            let (value, weight) = (values[index], Double(repeats[index]))
            weights[index] = weights[index + 1] - weight
            sums[index] = sums[index + 1] - weight * value
            squares[index] = squares[index + 1] - weight * value * value
        }
        (self.weights, self.sums, self.squares) = (weights, sums, squares)
    }

    /// Index just past the last distinct value of each class; `classes` of them, the last equal to the number of values.
    ///
    /// Of equally good solutions the one with the lowest starts of the upper classes is taken, always.
    ///
    /// - Parameter classes: 1 to the number of values
    func ends(classes: Int) -> [Int] {
        weights.withUnsafeBufferPointer { weights in
            sums.withUnsafeBufferPointer { sums in
                squares.withUnsafeBufferPointer { squares in
                    var layers = Layers(cost: Cost(weights: weights, sums: sums, squares: squares), count: count, classes: classes)
                    return layers.solve()
                }
            }
        }
    }
}

/// Sum of squared distances to the mean of a run of values, from sums over all values before an index.
private struct Cost {
    let weights: UnsafeBufferPointer<Double>
    let sums: UnsafeBufferPointer<Double>
    let squares: UnsafeBufferPointer<Double>

    @inline(__always)
    func callAsFunction(_ start: Int, _ end: Int) -> Double {
        let sum = sums[end] - sums[start]
        return squares[end] - squares[start] - sum * sum / (weights[end] - weights[start])
    }
}

/// The dynamic programme: per number of classes and per end, the least cost and where the last class starts.
private struct Layers {
    let cost: Cost
    let count: Int
    let classes: Int
    /// Least cost of the values before an end, in one class less and in this number of classes.
    var before: [Double]
    var now: [Double]
    /// Start of the last class, row by row from two classes on.
    var starts: [Int32]

    init(cost: Cost, count: Int, classes: Int) {
        (self.cost, self.count, self.classes) = (cost, count, classes)
        before = [Double](repeating: 0, count: count + 1)
        now = before
        starts = [Int32](repeating: 0, count: max(0, classes - 1) * (count + 1))
    }

    mutating func solve() -> [Int] {
        for end in stride(from: 1, through: count, by: 1) { before[end] = cost(0, end) }
        for layer in stride(from: 2, through: classes, by: 1) {
            // The last layer needs only the end of all values; the layers before it leave at least one value for each class to come.
            let lowest = layer == classes ? count : layer
            fill(layer, ends: lowest...(count - (classes - layer)), starts: (layer - 1)...(count - 1))
            swap(&before, &now)
        }
        var ends = [count]
        for layer in stride(from: classes, to: 1, by: -1) {
            ends.append(Int(starts[(layer - 2) * (count + 1) + (ends.last ?? 0)]))
        }
        return ends.reversed()
    }

    /// Finds the middle end, then both halves with what that teaches about their starts. As deep as the logarithm of the number of values.
    private mutating func fill(_ layer: Int, ends: ClosedRange<Int>, starts range: ClosedRange<Int>) {
        let end = ends.lowerBound + (ends.upperBound - ends.lowerBound) / 2
        var best = Double.infinity
        var bestStart = range.lowerBound
        before.withUnsafeBufferPointer { before in
            for start in range.lowerBound...max(range.lowerBound, min(range.upperBound, end - 1)) {
                let total = before[start] + cost(start, end)
                if total < best { (best, bestStart) = (total, start) }
            }
        }
        now[end] = best
        starts[(layer - 2) * (count + 1) + end] = Int32(bestStart)
        if ends.lowerBound < end { fill(layer, ends: ends.lowerBound...(end - 1), starts: range.lowerBound...bestStart) }
        if end < ends.upperBound { fill(layer, ends: (end + 1)...ends.upperBound, starts: bestStart...range.upperBound) }
    }
}

/// Moves values to about −2 to 2 around a middle value, by halving and doubling only, so that squares keep their digits whatever the unit is.
struct Scale {
    private let centre: Double
    private let exponent: Int

    /// - Parameter sorted: lowest first
    init(_ sorted: [Double]) {
        centre = sorted.isEmpty ? 0 : sorted[sorted.count / 2] / 2
        let spread = (sorted.last ?? 0) / 2 - (sorted.first ?? 0) / 2
        exponent = spread > 0 ? Int(spread.exponent) : 0
    }

    func callAsFunction(_ value: Double) -> Double { scalbn(value / 2 - centre, -exponent) }

    /// A sum of squares on this scale, in the squared unit of the values.
    func squared(_ sum: Double) -> Double { scalbn(sum, 2 * (exponent + 1)) }

    /// Sum of squared distances to the mean, on this scale; in two passes, which loses no digits.
    func squares(_ values: ArraySlice<Double>) -> Double {
        guard !values.isEmpty else { return 0 }
        var sum = 0.0
        for value in values { sum += self(value) }
        let mean = sum / Double(values.count)
        var squares = 0.0
        for value in values {
            let distance = self(value) - mean
            squares += distance * distance
        }
        return squares
    }
}
