import HTML

/// An estimate with its margin, and a line to compare it with.
package struct IntervalBar: Component {
    private let label: String
    private let mark: StripPlot.Mark
    private let reference: Double?
    private let referenceName: String
    private let axis: Axis
    private let unit: String
    private let format: (Double) -> String

    /// - Parameters:
    ///   - label: the figure in words: value, margin, what it is compared with
    ///   - reference: the value of the municipality or the country
    ///   - referenceName: written above its line
    ///   - unit: written after the upper end only
    package init(
        label: String, mark: StripPlot.Mark, reference: Double? = nil, referenceName: String = "", axis: Axis, unit: String = "",
        format: @escaping (Double) -> String
    ) {
        self.label = label
        self.mark = mark
        self.reference = reference.flatMap { $0.isFinite ? $0 : nil }
        self.referenceName = referenceName
        self.axis = axis
        self.unit = unit
        self.format = format
    }

    package var body: some HTML {
        svg(.class("strook margebalk").role("img").ariaLabel(label)) {
            line(.class("as").x2(percent: 100).y1(32).y2(32))
            if let reference { comparison(reference) }
            if let interval = mark.interval, interval.lowerBound.isFinite, interval.upperBound.isFinite { margin(interval) }
            if mark.value.isFinite {
                circle(.class("merkring", "schatting", when: mark.isEstimate).cx(percent: axis.share(mark.value) * 100).cy(32).r(7))
                circle(.class("merkpunt").cx(percent: axis.share(mark.value) * 100).cy(32).r(2.5))
            }
            svgText(.y(56)) { format(axis.lower) }
            svgText(.x(percent: 100).y(56).class("eind")) { format(axis.upper) + unit }
        }
    }

    @HTMLBuilder private func comparison(_ value: Double) -> some HTML {
        let percent = axis.share(value) * 100
        line(.class("midden").x1(percent: percent).x2(percent: percent).y1(18).y2(44))
        svgText(.x(percent: percent).y(13).class(percent > 75 ? "eind" : percent < 25 ? "begin" : "midden-op")) { referenceName }
    }

    @HTMLBuilder private func margin(_ interval: ClosedRange<Double>) -> some HTML {
        let start = axis.share(interval.lowerBound) * 100
        let end = axis.share(interval.upperBound) * 100
        rect(.class("marge").x(percent: start).width(percent: max(end - start, 0.4)).y(25).height(14))
        // End strokes only where the margin ends on the scale.
        if axis.contains(interval.lowerBound) { line(.class("lijn").x1(percent: start).x2(percent: start).y1(25).y2(39)) }
        if axis.contains(interval.upperBound) { line(.class("lijn").x1(percent: end).x2(percent: end).y1(25).y2(39)) }
    }
}
