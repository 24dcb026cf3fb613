import HTML

/// The place of one area: above among the areas of its municipality, below among all areas of the country.
///
/// Places are shares of the width while text keeps its size, so it can be read at any width. The dots are a few paths, not an element each:
/// a strip of 100 dots takes about 2 kB.
package struct StripPlot: HTML {
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

    /// The figure in words, in three parts, of which only the value differs per area.
    package struct Label: Sendable, Hashable {
        let opening, value, closing: String

        package init(_ opening: String, value: String = "", closing: String = "") {
            self.opening = opening
            self.value = value
            self.closing = closing
        }
    }

    private let label: Label
    private let dots: StripDots
    private let localCaption: String
    private let mark: Mark?
    private let axis: Axis
    private let ground: StripGround

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
        self.init(
            label: Label(label), dots: StripDots(local, on: axis), localCaption: localCaption, mark: mark,
            ground: StripGround(bins: bins, caption: nationalCaption, median: median, axis: axis, unit: unit, format: format))
    }

    /// On a ground and with dots that were drawn before: they are the same for every area of a level, or of a municipality.
    package init(label: Label, dots: StripDots, localCaption: String, mark: Mark?, ground: StripGround) {
        self.label = label
        self.dots = dots
        self.localCaption = localCaption
        self.mark = mark.flatMap { $0.value.isFinite ? $0 : nil }
        self.axis = ground.axis
        self.ground = ground
    }

    package func render(into out: inout HTMLWriter) {
        // Text stands on the side where the mark is not.
        let atEnd = mark.map { axis.share($0.value) < 0.5 } ?? false
        out.raw("<svg class=\"strook\" role=\"img\" aria-label=\"")
        out.text(label.opening)
        out.text(label.value)
        out.text(label.closing)
        out.raw("\"><line class=\"as\" x2=\"100%\" y1=\"27\" y2=\"27\"/>")
        dots.drawing.render(into: &out)
        if atEnd { out.raw("<text x=\"100%\" y=\"12\" class=\"eind\">") } else { out.raw("<text y=\"12\">") }
        out.text(localCaption)
        out.raw("</text>")
        (atEnd ? ground.withCaptionAtEnd : ground.withCaptionAtStart).render(into: &out)
        if let mark { draw(mark, into: &out) }
        out.raw("</svg>")
    }

    private func draw(_ mark: Mark, into out: inout HTMLWriter) {
        let percent = axis.share(mark.value) * 100
        if let interval = mark.interval, interval.lowerBound.isFinite, interval.upperBound.isFinite { draw(interval, into: &out) }
        out.raw("<line x1=\"")
        out.number(percent)
        out.raw("%\" x2=\"")
        out.number(percent)
        out.raw("%\" class=\"lijn\" y1=\"27\" y2=\"72\"/><circle class=\"")
        if mark.isEstimate { out.raw("merkring schatting") } else { out.raw("merkring") }
        out.raw("\" cx=\"")
        out.number(percent)
        out.raw("%\" cy=\"27\" r=\"8\"/><circle class=\"merkpunt\" cx=\"")
        out.number(percent)
        out.raw("%\" cy=\"27\" r=\"3\"/><circle class=\"")
        if mark.isEstimate { out.raw("merkring schatting") } else { out.raw("merkring") }
        out.raw("\" cx=\"")
        out.number(percent)
        out.raw("%\" cy=\"72\" r=\"6\"/>")
        if !axis.contains(mark.value) {
            // An arrow at the end: the value lies beyond the scale.
            svg(.class("voorbij").x(percent: percent).y(27)) { path(.d(percent > 50 ? "M12-5l5 5-5 5" : "M-12-5l-5 5 5 5")) }.render(into: &out)
        }
    }

    /// The margin as two light bars, behind the two rings.
    private func draw(_ interval: ClosedRange<Double>, into out: inout HTMLWriter) {
        let start = axis.share(interval.lowerBound) * 100
        let width = max(axis.share(interval.upperBound) * 100 - start, 0.4)
        out.raw("<rect class=\"marge\" x=\"")
        out.number(start)
        out.raw("%\" width=\"")
        out.number(width)
        out.raw("%\" y=\"20\" height=\"14\"/><rect class=\"marge\" x=\"")
        out.number(start)
        out.raw("%\" width=\"")
        out.number(width)
        out.raw("%\" y=\"66\" height=\"12\"/>")
    }
}

/// The dots of a strip: the areas of a municipality. Drawn once, used for every area in it.
package struct StripDots: Sendable {
    let drawing: Fragment

    /// - Parameter values: those outside the axis and NaN are not drawn
    ///
    /// One path would melt dots that touch into a bar. Over three paths, each half transparent, neighbours stay apart and crowds get darker.
    package init(_ values: some Sequence<Double>, on axis: Axis) {
        var isTaken = [Bool](repeating: false, count: 1001)
        var count = 0
        for value in values where axis.contains(value) {
            let place = Int(axis.share(value) * 1000 + 0.5)
            if !isTaken[place] { count += 1 }
            isTaken[place] = true
        }
        // A large municipality gets smaller dots in three rows, or its middle would be one solid bar.
        let isCrowded = count > 250
        var layers = [PathData](repeating: PathData(decimals: 0), count: 3)
        var index = 0
        for place in 0...1000 where isTaken[place] {
            layers[index % 3].dot(Double(place), isCrowded ? Double(index % 3 - 1) * 4 : 0)
            index += 1
        }
        self.drawing = Fragment {
            svg(.y(27).height(1).viewBox(0, 0, 1000, 1).preserveAspectRatio("none")) {
                Each(layers.filter { !$0.isEmpty }) { layer in path(.class("punt", "fijn", when: isCrowded).d(layer.text)) }
            }
        }
    }
}

/// The lower half of a strip: how the values of the country are spread, its middle and the ends of the scale. Drawn once, used for every area of a level.
package final class StripGround: Sendable {
    package let axis: Axis
    let withCaptionAtStart: Fragment
    let withCaptionAtEnd: Fragment

    /// - Parameters:
    ///   - bins: the national distribution over the axis, from ``Axis/bins(_:count:)``
    ///   - median: the middle area of the country
    ///   - unit: written after the upper end only
    package init(bins: [Int], caption: String, median: Double?, axis: Axis, unit: String = "", format: (Double) -> String) {
        self.axis = axis
        let ends = (format(axis.lower), format(axis.upper) + unit)
        func drawn(atEnd: Bool) -> Fragment {
            Fragment {
                Distribution(bins: bins, top: 54, height: 18)
                line(.class("as").x2(percent: 100).y1(72).y2(72))
                if let median, axis.contains(median) {
                    line(.x1(percent: axis.share(median) * 100).x2(percent: axis.share(median) * 100).class("midden").y1(53).y2(77))
                }
                Self.caption(caption, y: 49, atEnd: atEnd)
                svgText(.y(92)) { ends.0 }
                svgText(.x(percent: 100).y(92).class("eind")) { ends.1 }
            }
        }
        self.withCaptionAtStart = drawn(atEnd: false)
        self.withCaptionAtEnd = drawn(atEnd: true)
    }

    static func caption(_ text: String, y: Double, atEnd: Bool) -> some HTML {
        svgText(atEnd ? .x(percent: 100).y(y).class("eind") : .y(y)) { text }
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
