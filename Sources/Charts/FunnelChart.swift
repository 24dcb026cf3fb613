import HTML

/// Areas by their size and their figure, between the limits that chance allows at each size.
///
/// Points keep their size at any width. What lies outside the limits has another shape, so that it is told without colour, and the number it has
/// in the table. A table must stand beside it.
package struct FunnelChart: Component {
    package struct Point: Sendable, Hashable {
        package enum Side: String, Sendable, Hashable {
            case within = "binnen"
            /// Beyond the inner limits, and beyond the outer ones.
            case above = "boven", farAbove = "ver-boven"
            case below = "onder", farBelow = "ver-onder"
        }

        package let size: Double
        package let value: Double
        package let side: Side
        /// Written beside the point; empty for none.
        package let mark: String
        /// Shown by the browser when the pointer rests on it.
        package let title: String
        /// The area the page is about.
        package let isOwn: Bool

        package init(size: Double, value: Double, side: Side, mark: String = "", title: String, isOwn: Bool = false) {
            (self.size, self.value, self.side, self.mark, self.title, self.isOwn) = (size, value, side, mark, title, isOwn)
        }
    }

    /// Where the limits run at one size.
    package struct Limit: Sendable, Hashable {
        package let size: Double
        package let inner: ClosedRange<Double>
        package let outer: ClosedRange<Double>

        package init(size: Double, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
            (self.size, self.inner, self.outer) = (size, inner, outer)
        }
    }

    /// Words under the axes and at the target.
    package struct Names: Sendable, Hashable {
        package let size, value, target: String

        package init(size: String, value: String, target: String) {
            (self.size, self.value, self.target) = (size, value, target)
        }
    }

    private static let top = 30.0
    private static let plotHeight = 300.0
    private static let bottom = 330.0
    /// The plot in percent of the width: room at the left for the values.
    private static let left = 12.0
    private static let plotWidth = 85.0

    private let label: String
    private let points: [Point]
    private let limits: [Limit]
    private let target: Double
    private let names: Names
    private let values: Axis
    private let sizes: Axis
    private let sizeFormat: (Double) -> String
    private let format: (Double) -> String

    /// - Parameters:
    ///   - label: the drawing in words
    ///   - limits: by size; the curves run through them
    ///   - values: the part of the scale that is drawn; points outside get an arrow at its end
    package init(
        label: String, points: [Point], limits: [Limit], target: Double, values: Axis, names: Names, sizeFormat: @escaping (Double) -> String,
        format: @escaping (Double) -> String
    ) {
        self.label = label
        self.points = points.filter { $0.size.isFinite && $0.size > 0 && $0.value.isFinite }
        self.limits = limits.filter { $0.size.isFinite && $0.size > 0 }
        self.target = target
        self.values = values
        self.names = names
        let largest = (self.points.map(\.size) + self.limits.map(\.size)).max() ?? 1
        self.sizes = Axis(0, largest)
        self.sizeFormat = sizeFormat
        self.format = format
    }

    package var body: some HTML {
        svg(.class("trechter").role("img").ariaLabel(label)) {
            Each(values.ticks) { tick in gridLine(tick) }
            curves
            targetLine
            line(.class("as").x1(percent: Self.left).x2(percent: Self.left + Self.plotWidth).y1(Self.bottom).y2(Self.bottom))
            Each(sizeTicks) { tick in sizeTick(tick) }
            svgText(.x(0).y(13).class("begin")) { names.value }
            svgText(.x(percent: Self.left + Self.plotWidth).y(Self.bottom + 40).class("eind")) { names.size }
            Each(ordered) { point in sign(point) }
        }
    }

    /// Those inside the limits first, so that they do not cover the others; the own area last.
    private var ordered: [Point] {
        points.filter { $0.side == .within && !$0.isOwn } + points.filter { $0.side != .within && !$0.isOwn } + points.filter(\.isOwn)
    }

    /// Sizes by their square root: the width of the funnel runs with it, and small areas get room.
    private func across(_ size: Double) -> Double {
        let share = sizes.upper > 0 ? (max(0, size) / sizes.upper).squareRoot() : 0
        return min(share, 1)
    }

    private func percent(_ size: Double) -> Double { Self.left + across(size) * Self.plotWidth }

    private func depth(_ value: Double) -> Double { Self.top + (1 - values.share(value)) * Self.plotHeight }

    @HTMLBuilder private func gridLine(_ tick: Double) -> some HTML {
        let y = depth(tick)
        line(.class("raster").x1(percent: Self.left).x2(percent: Self.left + Self.plotWidth).y1(y).y2(y))
        svgText(.class("eind").x(percent: Self.left - 1).y(y + 4.5)) { format(tick) }
    }

    private var sizeTicks: [Double] {
        var shown: [Double] = []
        for tick in sizes.ticks where tick > 0 && across(tick) - (shown.last.map(across) ?? 0) > 0.14 { shown.append(tick) }
        return shown
    }

    @HTMLBuilder private func sizeTick(_ tick: Double) -> some HTML {
        let x = percent(tick)
        line(.class("as").x1(percent: x).x2(percent: x).y1(Self.bottom).y2(Self.bottom + 5))
        svgText(.class(across(tick) > 0.93 ? "eind" : "midden-op").x(percent: x).y(Self.bottom + 20)) { sizeFormat(tick) }
    }

    private var curves: some HTML {
        svg(
            .x(percent: Self.left).y(Self.top).width(percent: Self.plotWidth).height(Self.plotHeight).viewBox(0, 0, 1000, Self.plotHeight)
                .preserveAspectRatio("none")
        ) {
            path(.class("baan").d(band))
            path(.class("buiten").d(curve(\.outer.upperBound)))
            path(.class("buiten").d(curve(\.outer.lowerBound)))
            path(.class("grens").d(curve(\.inner.upperBound)))
            path(.class("grens").d(curve(\.inner.lowerBound)))
        }
    }

    private func place(_ limit: Limit, _ value: Double) -> (Double, Double) {
        (across(limit.size) * 1000, (1 - values.share(value)) * Self.plotHeight)
    }

    /// Runs on along the edge of the plot where a limit lies outside it.
    private func curve(_ bound: (Limit) -> Double) -> String {
        var data = PathData()
        for (index, limit) in limits.enumerated() {
            let (x, y) = place(limit, bound(limit))
            if index == 0 { data.move(x, y) } else { data.line(x, y) }
        }
        return data.text
    }

    private var band: String {
        var data = PathData()
        for (index, limit) in limits.enumerated() {
            let (x, y) = place(limit, limit.inner.upperBound)
            if index == 0 { data.move(x, y) } else { data.line(x, y) }
        }
        for limit in limits.reversed() {
            let (x, y) = place(limit, limit.inner.lowerBound)
            data.line(x, y)
        }
        if !data.isEmpty { data.close() }
        return data.text
    }

    @HTMLBuilder private var targetLine: some HTML {
        let y = depth(target)
        line(.class("doel").x1(percent: Self.left).x2(percent: Self.left + Self.plotWidth).y1(y).y2(y))
        svgText(.class("eind naam").x(percent: Self.left + Self.plotWidth).y(y - 6)) { names.target }
    }

    private func sign(_ point: Point) -> some HTML {
        svg(.class(point.isOwn ? "plek eigen" : "plek").x(percent: percent(point.size)).y(depth(point.value))) {
            svgTitle { point.title }
            if point.isOwn { circle(.class("halo").r(10)) }
            shape(point)
            if !point.mark.isEmpty {
                let isRight = across(point.size) < 0.9
                svgText(.class(isRight ? "begin" : "eind").x(isRight ? 9 : -9).y(4.5)) { point.mark }
            }
        }
    }

    /// A dot within; a triangle up or down beyond the limits, open between the inner and the outer ones; an arrow beyond the drawing.
    @HTMLBuilder private func shape(_ point: Point) -> some HTML {
        let isOff = !values.contains(point.value)
        switch point.side {
        case .within: circle(.class("binnen").r(4))
        case .above, .farAbove:
            path(.class(point.side.rawValue).d("M0-6L6 5H-6Z"))
            if isOff { path(.class("voorbij").d("M0-9V-16M-4-12l4-5 4 5")) }
        case .below, .farBelow:
            path(.class(point.side.rawValue).d("M0 6L6-5H-6Z"))
            if isOff { path(.class("voorbij").d("M0 9V16M-4 12l4 5 4-5")) }
        }
    }
}

extension FunnelChart {
    /// What the shapes mean, with how many areas each has.
    package struct Key: Component {
        package struct Row: Sendable, Hashable {
            package let side: Point.Side
            package let text: String
            package let count: String

            package init(_ side: Point.Side, text: String, count: String) { (self.side, self.text, self.count) = (side, text, count) }
        }

        private let rows: [Row]

        package init(_ rows: [Row]) { self.rows = rows }

        package var body: some HTML {
            ul(.class("klassen trechtersleutel")) {
                Each(rows) { row in
                    li {
                        svg(.viewBox(-18, -11, 36, 22).ariaHidden()) { sign(row.side) }
                        span { row.text }
                        span(.class("subtiel")) { row.count }
                    }
                }
            }
        }

        @HTMLBuilder private func sign(_ side: Point.Side) -> some HTML {
            switch side {
            case .within: circle(.class("binnen").r(4))
            case .above, .farAbove: path(.class(side.rawValue).d("M0-6L6 5H-6Z"))
            case .below, .farBelow: path(.class(side.rawValue).d("M0 6L6-5H-6Z"))
            }
        }
    }

    /// Areas inside, outside and far outside, one beyond the drawing; and none at all.
    package static var examples: [ChartExample] {
        let limits = (1...40).map { step -> Limit in
            let size = Double(step) * 100, reach = 2.2 / size.squareRoot()
            return Limit(size: size, inner: max(0, 0.1 - reach)...(0.1 + reach), outer: max(0, 0.1 - 1.6 * reach)...(0.1 + 1.6 * reach))
        }
        let points = [
            Point(size: 250, value: 0.16, side: .within, title: "Haven: 16%"), Point(size: 900, value: 0.11, side: .within, title: "Markt: 11%", isOwn: true),
            Point(size: 1_700, value: 0.165, side: .above, mark: "1", title: "Veld: 16,5%"),
            Point(size: 2_600, value: 0.24, side: .farAbove, mark: "2", title: "Dijk: 24%"),
            Point(size: 3_900, value: 0.05, side: .below, mark: "3", title: "Brink: 5%"),
            Point(size: 3_000, value: 0.01, side: .farBelow, mark: "4", title: "Oever: 1%"),
            Point(size: 400, value: 0.6, side: .farAbove, mark: "5", title: "Plein: 60%"),
        ]
        func chart(_ points: [Point], _ limits: [Limit]) -> FunnelChart {
            FunnelChart(
                label: "Trechter van Lindenmeer", points: points, limits: limits, target: 0.1, values: Axis(0, 0.3),
                names: Names(size: "aantal inwoners", value: "deel", target: "alle buurten samen"), sizeFormat: ExampleValues.whole,
                format: { ExampleValues.whole($0 * 100) + "%" })
        }
        return [
            ChartExample("trechter", chart(points, limits)), ChartExample("trechter zonder gebieden", chart([], [])),
            ChartExample("sleutel van de trechter", Key([.init(.farAbove, text: "ver boven", count: "2"), .init(.within, text: "binnen", count: "2")])),
        ]
    }
}
