import HTML

/// A trend in the margin of a figure: small, with the first and the last value below it.
package struct Sparkline: HTML {
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

    package func render(into out: inout HTMLWriter) {
        out.raw("<div class=\"vonkvak\"><svg class=\"vonk\" role=\"img\" aria-label=\"")
        out.text(label)
        out.raw("\" width=\"112\" height=\"40\" viewBox=\"0 0 112 40\">")
        if course.hasBands {
            out.raw("<path class=\"band\" d=\"")
            out.text(course.bands(x: 6, y: 6, width: 100, height: 28))
            out.raw("\"/>")
        }
        for x in course.breaks { line(.class("breuk").x1(6 + x * 100).x2(6 + x * 100).y1(2).y2(38)).render(into: &out) }
        out.raw("<path class=\"loop\" d=\"")
        out.text(course.lines(x: 6, y: 6, width: 100, height: 28))
        out.raw("\"/>")
        for run in course.runs { for placed in run { dot(placed, into: &out) } }
        out.raw("</svg>")
        if let first = course.first, let last = course.last {
            if first.point.time < last.point.time { caption(first, into: &out) }
            caption(last, into: &out)
        }
        out.raw("</div>")
    }

    private func dot(_ placed: TrendCourse.Placed, into out: inout HTMLWriter) {
        out.raw("<circle cx=\"")
        out.number(6 + placed.x * 100)
        out.raw("\" cy=\"")
        out.number(6 + placed.y * 28)
        if placed.point.time == course.last?.point.time {
            if placed.point.isEstimate { out.raw("\" r=\"4\" class=\"open schatting\"/>") } else { out.raw("\" r=\"4\" class=\"open\"/>") }
        } else {
            out.raw("\" r=\"2.5\"/>")
        }
    }

    private func caption(_ placed: TrendCourse.Placed, into out: inout HTMLWriter) {
        out.raw("<span>")
        out.text(time(placed.point.time))
        out.raw(": ")
        out.text(format(placed.value))
        out.raw("</span>")
    }
}
