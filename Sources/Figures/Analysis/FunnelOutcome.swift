import Areas
import Charts
import Core
import Measures

/// Which areas differ more from all areas together than chance allows at their size.
struct FunnelOutcome: Sendable {
    struct Row: Sendable {
        let area: Area
        let count: Double?
        let whole: Double?
        /// Nil where the count or the whole is missing.
        let place: FunnelPlot.Area?
        /// In the chart and the table; nil within the limits.
        let number: Int?

        var status: FunnelPlot.Status { place?.status ?? .unknown }
    }

    let counted: CountedFigure
    let plot: FunnelPlot
    /// By name.
    let rows: [Row]

    var indicator: Indicator { counted.indicator }

    init?(_ question: FunnelQuestion, _ scene: AnalysisScene) {
        guard let indicator = question.figure.flatMap(Catalogue.indicator), let period = question.period,
            let counted = CountedFigure(indicator, areas: scene.areas, period: period, book: scene.book, gazetteer: scene.gazetteer),
            let plot = FunnelPlot(
                counted.counts, of: counted.wholes, kind: counted.kind == .proportion ? .proportion : .rate,
                correction: (question.correction ?? .multiplicative).measure)
        else { return nil }
        (self.counted, self.plot) = (counted, plot)
        let order = scene.areas.indices.sorted {
            (scene.areas[$0].name, scene.areas[$0].code) < (scene.areas[$1].name, scene.areas[$1].code)
        }
        var number = 0
        rows = order.map { index in
            let place = plot.areas[index]
            let isOutside = place.map { $0.status != .within && $0.status != .unknown } ?? false
            if isOutside { number += 1 }
            return Row(
                area: scene.areas[index], count: Self.known(counted.counts[index]), whole: Self.known(counted.wholes[index]), place: place,
                number: isOutside ? number : nil)
        }
    }

    private static func known(_ value: Double) -> Double? { value.isFinite ? value : nil }

    func rows(_ statuses: FunnelPlot.Status...) -> [Row] { rows.filter { statuses.contains($0.status) } }

    /// A rate as the figure is written: 0 to 1 becomes a percentage, events per head become events per 1,000.
    func text(_ rate: Double, _ language: Language) -> String { indicator.unit.text(rate * counted.factor, in: language) }

    /// How much wider the limits are than chance alone makes them.
    var stretch: Double { max(1, plot.overdispersion.winsorised).squareRoot() }

    // MARK: The drawing

    /// A value beside the axis: the unit stands in its name, only a percent sign is short enough.
    func tick(_ value: Double, _ language: Language) -> String {
        indicator.unit.suffix.nl == "%" ? indicator.unit.text(value, in: language) : indicator.unit.number(value, in: language)
    }

    /// Sizes at which the curves are drawn, evenly along the axis, which runs with the square root.
    var limits: [FunnelChart.Limit] {
        let largest = rows.compactMap(\.whole).max() ?? 1
        return (1...60).compactMap { step in
            let share = Double(step) / 60, size = largest * share * share
            guard let inner = plot.limits(at: size, .percent95), let outer = plot.limits(at: size, .percent998) else { return nil }
            return FunnelChart.Limit(size: size, inner: scaled(inner), outer: scaled(outer))
        }
    }

    private func scaled(_ range: ClosedRange<Double>) -> ClosedRange<Double> { range.lowerBound * counted.factor...range.upperBound * counted.factor }

    /// From the lowest to the highest figure, but a few that lie far away do not press all others together.
    var axis: Axis {
        let values = rows.compactMap { $0.place?.value }.map { $0 * counted.factor }
        let distribution = Distribution(values)
        let target = plot.target * counted.factor
        guard let lowest = distribution.lowest, let highest = distribution.highest, let low = distribution.quantile(0.1),
            let high = distribution.quantile(0.9)
        else { return Axis(0, max(target * 2, 1)) }
        let reach = max(1.5 * (high - low), target * 0.2)
        let top = min(highest, high + reach), bottom = max(lowest, low - reach)
        let margin = (top - bottom) * 0.08
        let ceiling = counted.kind == .proportion ? min(100, top + margin) : top + margin
        return Axis(max(0, bottom - margin), max(ceiling, bottom + 1e-9))
    }
}

extension FunnelChart.Point.Side {
    init?(_ status: FunnelPlot.Status) {
        switch status {
        case .within: self = .within
        case .above: self = .above
        case .farAbove: self = .farAbove
        case .below: self = .below
        case .farBelow: self = .farBelow
        case .unknown: return nil
        }
    }
}
