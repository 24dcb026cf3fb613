import HTML

/// The place of one area: above among the areas of its municipality, below among all areas of the country.
///
/// Places are shares of the width while text keeps its size, so it can be read at any width. The dots are a few paths, not an element each:
/// a strip of 100 dots takes about 2 kB.
package struct StripPlot: Component {
    /// The area the page is about.
    package struct Mark: Sendable, Hashable {
        package let value: Double
        /// Estimated by a model instead of counted: a dashed ring.
        package let isEstimate: Bool
        /// The margin, in the unit of the value: a light bar behind the ring.
        package let interval: ClosedRange<Double>?

        package init(_ value: Double, isEstimate: Bool = false, interval: ClosedRange<Double>? = nil) {
            self.value = value
            self.isEstimate = isEstimate
            self.interval = interval
        }
    }

    private let label: String
    private let local: [Double]
    private let localCaption: String
    private let bins: [Int]
    private let nationalCaption: String
    private let median: Double?
    private let mark: Mark?
    private let axis: Axis
    private let unit: String
    private let format: (Double) -> String

    /// - Parameters:
    ///   - label: the figure in words: value, national middle, scale
    ///   - local: values of the areas in the municipality; those outside the axis are not drawn (count them with ``Axis/outside(_:)``)
    ///   - bins: the national distribution over the axis, from ``Axis/bins(_:count:)``
    ///   - median: the middle area of the country
    ///   - axis: from the 1st to the 97.5th percentile of the country
    ///   - unit: written after the upper end only, such as `%` or ` km`
    package init(
        label: String, local: [Double], localCaption: String, bins: [Int], nationalCaption: String, median: Double?, mark: Mark?, axis: Axis,
        unit: String = "", format: @escaping (Double) -> String
    ) {
        self.label = label
        self.local = local
        self.localCaption = localCaption
        self.bins = bins
        self.nationalCaption = nationalCaption
        self.median = median
        self.mark = mark.flatMap { $0.value.isFinite ? $0 : nil }
        self.axis = axis
        self.unit = unit
        self.format = format
    }

    package var body: some HTML {
        svg(.class("strook").role("img").ariaLabel(label)) {
            line(.class("as").x2(percent: 100).y1(27).y2(27))
            dots
            Distribution(bins: bins, top: 54, height: 18)
            line(.class("as").x2(percent: 100).y1(72).y2(72))
            if let median, axis.contains(median) { line(place(median).class("midden").y1(53).y2(77)) }
            caption(localCaption, y: 12)
            caption(nationalCaption, y: 49)
            if let mark { drawing(of: mark) }
            svgText(.y(92)) { format(axis.lower) }
            svgText(.x(percent: 100).y(92).class("eind")) { format(axis.upper) + unit }
        }
    }

    /// Text stands on the side where the mark is not.
    private func caption(_ text: String, y: Double) -> some HTML {
        let atEnd = mark.map { axis.share($0.value) < 0.5 } ?? false
        return svgText(atEnd ? .x(percent: 100).y(y).class("eind") : .y(y)) { text }
    }

    private func place(_ value: Double) -> Attributes {
        let percent = axis.share(value) * 100
        return .x1(percent: percent).x2(percent: percent)
    }

    /// One path would melt dots that touch into a bar. Over three paths, each half transparent, neighbours stay apart and crowds get darker.
    private var dots: some HTML {
        var isTaken = [Bool](repeating: false, count: 1001)
        for value in local where axis.contains(value) { isTaken[Int(axis.share(value) * 1000 + 0.5)] = true }
        let places = isTaken.indices.filter { isTaken[$0] }
        // A large municipality gets smaller dots in three rows, or its middle would be one solid bar.
        let isCrowded = places.count > 250
        var layers = [PathData](repeating: PathData(decimals: 0), count: 3)
        for (index, x) in places.enumerated() { layers[index % 3].dot(Double(x), isCrowded ? Double(index % 3 - 1) * 4 : 0) }
        return svg(.y(27).height(1).viewBox(0, 0, 1000, 1).preserveAspectRatio("none")) {
            Each(layers.filter { !$0.isEmpty }) { layer in path(.class("punt", "fijn", when: isCrowded).d(layer.text)) }
        }
    }

    @HTMLBuilder private func drawing(of mark: Mark) -> some HTML {
        let percent = axis.share(mark.value) * 100
        let ring = mark.isEstimate ? "merkring schatting" : "merkring"
        if let interval = mark.interval, interval.lowerBound.isFinite, interval.upperBound.isFinite {
            let start = axis.share(interval.lowerBound) * 100
            let width = max(axis.share(interval.upperBound) * 100 - start, 0.4)
            rect(.class("marge").x(percent: start).width(percent: width).y(20).height(14))
            rect(.class("marge").x(percent: start).width(percent: width).y(66).height(12))
        }
        line(place(mark.value).class("lijn").y1(27).y2(72))
        circle(.class(ring).cx(percent: percent).cy(27).r(8))
        circle(.class("merkpunt").cx(percent: percent).cy(27).r(3))
        circle(.class(ring).cx(percent: percent).cy(72).r(6))
        if !axis.contains(mark.value) {
            // An arrow at the end: the value lies beyond the scale.
            svg(.class("voorbij").x(percent: percent).y(27)) { path(.d(percent > 50 ? "M12-5l5 5-5 5" : "M-12-5l-5 5 5 5")) }
        }
    }
}

/// Bars of a distribution, as one path stretched over the width.
struct Distribution: Component {
    let bins: [Int]
    let top: Double
    let height: Double

    var body: some HTML {
        if !bins.isEmpty {
            svg(
                .y(top).height(height).viewBox(-0.5, -height, Double(bins.count), height).preserveAspectRatio("none")
            ) {
                path(.class("verdeling").d(bars))
            }
        }
    }

    private var bars: String {
        let most = Double(bins.max() ?? 0)
        var data = PathData(decimals: 1)
        for (index, count) in bins.enumerated() where count > 0 {
            data.move(Double(index), 0)
            // At least a hair: few is not none.
            data.vertical(-max(Double(count) / most * height, 0.4))
        }
        return data.text
    }
}
