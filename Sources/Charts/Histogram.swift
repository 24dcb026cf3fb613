import HTML

/// A distribution on its own, with its middle and one marked value.
package struct Histogram: Component {
    private let label: String
    private let bins: [Int]
    private let median: Double?
    private let mark: Double?
    private let axis: Axis
    private let unit: String
    private let format: (Double) -> String

    /// - Parameters:
    ///   - label: the figure in words
    ///   - bins: counts over the axis, from ``Axis/bins(_:count:)``
    ///   - mark: the value to point out
    ///   - unit: written after the upper end only
    package init(label: String, bins: [Int], median: Double?, mark: Double?, axis: Axis, unit: String = "", format: @escaping (Double) -> String) {
        self.label = label
        self.bins = bins
        self.median = median
        self.mark = mark
        self.axis = axis
        self.unit = unit
        self.format = format
    }

    package var body: some HTML {
        svg(.class("strook histogram").role("img").ariaLabel(label)) {
            Distribution(bins: bins, top: 10, height: 60)
            line(.class("as").x2(percent: 100).y1(70).y2(70))
            if let median, axis.contains(median) { upright(median, "midden", from: 4, to: 75) }
            if let mark, mark.isFinite {
                upright(mark, "lijn", from: 8, to: 70)
                circle(.class("merkring").cx(percent: axis.share(mark) * 100).cy(70).r(6))
            }
            svgText(.y(89)) { format(axis.lower) }
            svgText(.x(percent: 100).y(89).class("eind")) { format(axis.upper) + unit }
        }
    }

    private func upright(_ value: Double, _ names: String, from top: Double, to bottom: Double) -> some HTML {
        let percent = axis.share(value) * 100
        return line(.class(names).x1(percent: percent).x2(percent: percent).y1(top).y2(bottom))
    }
}
