/// A figure at a moment.
package struct TimedValue: Sendable, Hashable {
    /// Such as a year.
    package let time: Double
    package let estimate: Estimate

    package init(_ time: Double, _ estimate: Estimate) {
        (self.time, self.estimate) = (time, estimate)
    }

    package init(_ time: Double, _ value: Double) { self.init(time, Estimate(value)) }
}

/// How a figure developed, in the stretches between breaks. No line is drawn and nothing compared across a break.
package struct Trend: Sendable, Hashable {
    /// Fewest points for a slope or a test.
    package static let fewestPoints = 5

    /// Points between two breaks, and what can be said of them.
    package struct Stretch: Sendable, Hashable {
        /// In order of time, known values only.
        package let points: [TimedValue]
        /// Last minus first; nil for a single point.
        package let difference: Difference?
        /// Nil below ``Trend/fewestPoints``.
        package let line: LinearTrend?
        package let mannKendall: MannKendall?
    }

    package let stretches: [Stretch]
    /// Points without a value or a time.
    package let missing: Int

    /// - Parameters:
    ///   - points: in any order
    ///   - breaks: first moments of a new definition, border or method; a point at that moment belongs to the new stretch
    package init(_ points: [TimedValue], breaks: [Double] = [], _ confidence: Confidence = .percent95) {
        let known = points.filter { $0.time.isFinite && $0.estimate.value.isFinite }.sorted { $0.time < $1.time }
        missing = points.count - known.count
        let moments = breaks.filter { !$0.isNaN }.sorted()
        var stretches: [[TimedValue]] = []
        var last = -1
        for point in known {
            let place = moments.firstIndex(above: point.time)
            if place != last { stretches.append([]) }
            stretches[stretches.count - 1].append(point)
            last = place
        }
        self.stretches = stretches.map { Stretch($0, confidence) }
    }
}

extension Trend.Stretch {
    fileprivate init(_ points: [TimedValue], _ confidence: Confidence) {
        self.points = points
        if points.count > 1, let first = points.first, let last = points.last {
            difference = .published(last.estimate, minus: first.estimate)
        } else {
            difference = nil
        }
        let isEnough = points.count >= Trend.fewestPoints
        line = isEnough ? LinearTrend(points, confidence) : nil
        mannKendall = isEnough ? MannKendall(points, confidence) : nil
    }
}
