import HTML

/// A trend over the full width, with round values at the side, its margin as a band, and another area to compare with.
///
/// The line joins points of one method only; a change of method is a dotted upright, a missing moment a gap.
package struct TrendLine: Component {
    private static let top = 20.0
    private static let plotHeight = 106.0
    /// Below the plot: room for a value under a low point.
    private static let base = 154.0
    /// The plot in percent of the width: room at the left for the values.
    private static let left = 11.0
    private static let plotWidth = 86.0

    private let label: String
    private let course: TrendCourse
    private let other: TrendCourse?
    private let otherName: String
    private let time: (Double) -> String
    private let format: (Double) -> String

    /// - Parameters:
    ///   - label: the course in words
    ///   - others: the same figure for the municipality or the country, drawn thin
    ///   - otherName: written at the end of that line
    ///   - time: a moment as text: 2024.0 -> `2024`
    package init(
        label: String, points: [TrendPoint], others: [TrendPoint] = [], otherName: String = "", height: TrendHeight, time: @escaping (Double) -> String,
        format: @escaping (Double) -> String
    ) {
        self.label = label
        self.course = TrendCourse(points, height: height, with: others)
        self.other = others.isEmpty ? nil : TrendCourse(others, height: height, with: points)
        self.otherName = otherName
        self.time = time
        self.format = format
    }

    package var body: some HTML {
        svg(.class("verloop").role("img").ariaLabel(label)) {
            Each(course.axis.ticks) { tick in gridLine(tick) }
            plot
            Each(course.breaks) { x in line(.class("breuk").x1(percent: percent(x)).x2(percent: percent(x)).y1(8).y2(TrendLine.base)) }
            if let other {
                Each(other.runs) { run in
                    Each(run) { placed in circle(.class("ander").cx(percent: percent(placed.x)).cy(depth(placed.y)).r(2)) }
                }
            }
            Each(course.runs) { run in
                Each(run) { placed in dot(placed) }
            }
            line(.class("as").x1(percent: TrendLine.left - 2).x2(percent: 100).y1(TrendLine.base).y2(TrendLine.base))
            moments
            endLabels
        }
    }

    private func percent(_ x: Double) -> Double { TrendLine.left + x * TrendLine.plotWidth }

    private func depth(_ y: Double) -> Double { TrendLine.top + y * TrendLine.plotHeight }

    @HTMLBuilder private func gridLine(_ tick: Double) -> some HTML {
        let y = depth(1 - course.axis.share(tick))
        line(.class("raster").x1(percent: TrendLine.left - 2).x2(percent: 100).y1(y).y2(y))
        svgText(.class("eind").x(percent: TrendLine.left - 3).y(y + 4.5)) { format(tick) }
    }

    private var plot: some HTML {
        svg(
            .x(percent: TrendLine.left).y(TrendLine.top).width(percent: TrendLine.plotWidth).height(TrendLine.plotHeight)
                .viewBox(0, 0, 1000, TrendLine.plotHeight).preserveAspectRatio("none")
        ) {
            path(.class("band").d(course.bands(x: 0, y: 0, width: 1000, height: TrendLine.plotHeight)))
            if let other { path(.class("ander").d(other.lines(x: 0, y: 0, width: 1000, height: TrendLine.plotHeight))) }
            path(.class("loop").d(course.lines(x: 0, y: 0, width: 1000, height: TrendLine.plotHeight)))
        }
    }

    @HTMLBuilder private func dot(_ placed: TrendCourse.Placed) -> some HTML {
        let place = Attributes.cx(percent: percent(placed.x)).cy(depth(placed.y))
        if placed.point.time == course.last?.point.time {
            circle(place.r(6).class("open", "schatting", when: placed.point.isEstimate))
        } else {
            circle(place.r(3.5))
        }
    }

    /// The moments below the axis: the first, the last, and those between with room for their text on a telephone.
    @HTMLBuilder private var moments: some HTML {
        Each(shownMoments) { placed in
            svgText(.class(placed.x > 0.97 ? "eind" : placed.x < 0.03 ? "begin" : "midden-op").x(percent: percent(placed.x)).y(TrendLine.base + 18)) {
                time(placed.point.time)
            }
        }
    }

    private var shownMoments: [TrendCourse.Placed] {
        guard let first = course.first, let last = course.last else { return [] }
        var shown = first.x < last.x ? [first] : []
        for placed in course.runs.joined() where placed.x - first.x > 0.2 && last.x - placed.x > 0.2 && placed.x - (shown.last?.x ?? 0) > 0.15 {
            shown.append(placed)
        }
        return shown + [last]
    }

    /// The values of the first and the last point, above or below them: where the line is not.
    @HTMLBuilder private var endLabels: some HTML {
        if let first = course.first, let last = course.last, first.point.time < last.point.time {
            valueLabel(first, neighbour: course.runs.first?.dropFirst().first, names: "waarde begin")
        }
        if let last = course.last {
            valueLabel(last, neighbour: course.runs.last?.dropLast().last, names: last.x < 0.97 ? "waarde midden-op" : "waarde eind")
        }
        if let end = other?.last, !otherName.isEmpty {
            let away = course.last.map { end.y > $0.y } ?? true
            svgText(.class("eind").x(percent: percent(end.x)).y(min(max(depth(end.y) + (away ? 17 : -8), 12), 148))) { otherName }
        }
    }

    private func valueLabel(_ placed: TrendCourse.Placed, neighbour: TrendCourse.Placed?, names: String) -> some HTML {
        let rises = neighbour.map { $0.y < placed.y } ?? false
        return svgText(.class(names).x(percent: percent(placed.x)).y(depth(placed.y) + (rises ? 21 : -11))) { format(placed.value) }
    }
}
