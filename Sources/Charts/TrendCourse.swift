/// One moment of a trend.
package struct TrendPoint: Sendable, Hashable {
    /// Decimal year: 2024, or 2024.25 for a quarter later.
    package let time: Double
    /// Nil where the moment was asked for but there is no figure: the line is interrupted.
    package let value: Double?
    /// The margin, in the unit of the value.
    package let interval: ClosedRange<Double>?
    /// Source and method. Where it changes from one point to the next the line breaks.
    package let method: String
    /// Estimated by a model instead of counted.
    package let isEstimate: Bool

    package init(_ time: Double, _ value: Double?, interval: ClosedRange<Double>? = nil, method: String = "", isEstimate: Bool = false) {
        self.time = time
        self.value = value.flatMap { $0.isFinite ? $0 : nil }
        self.interval = interval.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite ? $0 : nil }
        self.method = method
        self.isEstimate = isEstimate
    }
}

/// The least height of a trend, so that a small change looks small (design, part 5).
package enum TrendHeight: Sendable, Hashable {
    /// A percentage: at least 8 percentage points.
    case percentage
    /// Any other number: at least 12 % of the value.
    case number

    /// - Parameter largest: of all values, without their sign
    func least(largest: Double) -> Double {
        switch self {
        case .percentage: 8
        case .number: largest * 0.12
        }
    }
}

/// Where the points of a trend stand, which of them a line joins, and where the line breaks.
struct TrendCourse {
    struct Placed {
        let point: TrendPoint
        let value: Double
        /// 0 at the left to 1 at the right.
        let x: Double
        /// 0 at the top to 1 at the bottom, as SVG counts.
        let y: Double
        let band: (top: Double, bottom: Double)?
    }

    /// Points that one line joins: the same method, none missing between them.
    let runs: [[Placed]]
    /// Places, 0 to 1, where the method changes.
    let breaks: [Double]
    let axis: Axis
    let times: Axis

    init(_ points: [TrendPoint], height: TrendHeight, with others: [TrendPoint] = []) {
        let points = points.filter { $0.time.isFinite }.sorted { $0.time < $1.time }
        var span = Span(), largest = 0.0, moments = Span()
        for point in [points, others].joined() {
            // The axis runs over all moments asked for, so that a missing last year shows as missing.
            moments.take(point.time)
            guard let value = point.value else { continue }
            largest = max(largest, abs(value))
            span.take(value)
            if let interval = point.interval {
                span.take(interval.lowerBound)
                span.take(interval.upperBound)
            }
        }
        axis = TrendCourse.axis(span.range, least: height.least(largest: largest))
        let (start, end) = moments.range.map { ($0.lowerBound, $0.upperBound) } ?? (0, 0)
        // One moment alone stands at the right, where the last one always stands.
        times = Axis(start < end ? start : end - 1, end)
        (runs, breaks) = TrendCourse.runs(points, axis: axis, times: times)
    }

    var first: Placed? { runs.first?.first }
    var last: Placed? { runs.last?.last }

    /// From the lowest to the highest of what it was given.
    private struct Span {
        private(set) var range: ClosedRange<Double>?

        mutating func take(_ value: Double) {
            guard value.isFinite else { return }
            range = range.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
        }
    }

    private static func axis(_ range: ClosedRange<Double>?, least: Double) -> Axis {
        guard let low = range?.lowerBound, let high = range?.upperBound else { return Axis(0, 1) }
        let missing = max(least - (high - low), 0)
        guard high - low + missing > 0 else { return Axis(low - 0.5, high + 0.5) }
        return Axis(low - missing / 2, high + missing / 2)
    }

    private static func runs(_ points: [TrendPoint], axis: Axis, times: Axis) -> ([[Placed]], [Double]) {
        var runs: [[Placed]] = []
        var breaks: [Double] = []
        var run: [Placed] = []
        var previous: Placed?
        for point in points {
            guard let value = point.value else {
                if !run.isEmpty { runs.append(run) }
                run = []
                continue
            }
            let band = point.interval.map { (top: 1 - axis.share($0.upperBound), bottom: 1 - axis.share($0.lowerBound)) }
            let placed = Placed(point: point, value: value, x: times.share(point.time), y: 1 - axis.share(value), band: band)
            if let previous, previous.point.method != point.method {
                breaks.append((previous.x + placed.x) / 2)
                if !run.isEmpty { runs.append(run) }
                run = []
            }
            run.append(placed)
            previous = placed
        }
        if !run.isEmpty { runs.append(run) }
        return (runs, breaks)
    }

    /// Whether any point has a margin to draw.
    var hasBands: Bool { runs.contains { run in run.contains { $0.band != nil } } }

    /// Lines through the runs, in a box of the given size whose corner is at (`x`, `y`).
    func lines(x: Double, y: Double, width: Double, height: Double) -> String {
        var data = PathData()
        for run in runs where run.count > 1 {
            for (index, placed) in run.enumerated() {
                let (px, py) = (x + placed.x * width, y + placed.y * height)
                if index == 0 { data.move(px, py) } else { data.line(px, py) }
            }
        }
        return data.text
    }

    /// The margins: a band where neighbours have one, an upright bar for a point alone.
    func bands(x: Double, y: Double, width: Double, height: Double) -> String {
        var data = PathData()
        for run in runs {
            for part in run.split(whereSeparator: { $0.band == nil }) {
                // A point alone becomes a narrow bar; half of its width to either side.
                let spread = part.count == 1 ? width * 0.01 : 0
                let tops = part.flatMap { placed in [-spread, spread].map { (x + placed.x * width + $0, y + (placed.band?.top ?? 0) * height) } }
                let bottoms = part.flatMap { placed in [-spread, spread].map { (x + placed.x * width + $0, y + (placed.band?.bottom ?? 0) * height) } }
                TrendCourse.outline(spread == 0 ? everyOther(tops) : tops, spread == 0 ? everyOther(bottoms) : bottoms, into: &data)
            }
        }
        return data.text
    }

    private func everyOther(_ places: [(Double, Double)]) -> [(Double, Double)] {
        places.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    }

    private static func outline(_ tops: [(Double, Double)], _ bottoms: [(Double, Double)], into data: inout PathData) {
        for (index, place) in (tops + bottoms.reversed()).enumerated() {
            if index == 0 { data.move(place.0, place.1) } else { data.line(place.0, place.1) }
        }
        data.close()
    }
}
