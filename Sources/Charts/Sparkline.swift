import HTML

/// A trend in the margin of a figure: small, with the first and the last value below it.
package struct Sparkline: Component {
    private let label: String
    private let course: TrendCourse
    private let time: (Double) -> String
    private let format: (Double) -> String

    /// - Parameters:
    ///   - label: the course in words: `Verloop: 2020: 19%, 2024: 21%`
    ///   - time: a moment as text: 2024.0 -> `2024`
    package init(label: String, points: [TrendPoint], height: TrendHeight, time: @escaping (Double) -> String, format: @escaping (Double) -> String) {
        self.label = label
        self.course = TrendCourse(points, height: height)
        self.time = time
        self.format = format
    }

    package var body: some HTML {
        div(.class("vonkvak")) {
            svg(.class("vonk").role("img").ariaLabel(label).width(112).height(40).viewBox(0, 0, 112, 40)) {
                path(.class("band").d(course.bands(x: 6, y: 6, width: 100, height: 28)))
                Each(course.breaks) { x in line(.class("breuk").x1(6 + x * 100).x2(6 + x * 100).y1(2).y2(38)) }
                path(.class("loop").d(course.lines(x: 6, y: 6, width: 100, height: 28)))
                Each(course.runs) { run in
                    Each(run) { placed in dot(placed) }
                }
            }
            if let first = course.first, let last = course.last {
                if first.point.time < last.point.time { span { time(first.point.time) + ": " + format(first.value) } }
                span { time(last.point.time) + ": " + format(last.value) }
            }
        }
    }

    @HTMLBuilder private func dot(_ placed: TrendCourse.Placed) -> some HTML {
        let place = Attributes.cx(6 + placed.x * 100).cy(6 + placed.y * 28)
        if placed.point.time == course.last?.point.time {
            circle(place.r(4).class("open", "schatting", when: placed.point.isEstimate))
        } else {
            circle(place.r(2.5))
        }
    }
}
