import Areas
import Core
import Measures

/// The open figures of a custom area, put together from those of its neighbourhoods, or the reason why one is not.
struct CustomFigures: Sendable {
    struct Figure: Sendable {
        let indicator: Indicator
        let period: Period
        let edition: Edition
        let outcome: Outcome
    }

    enum Outcome: Sendable {
        /// With the ends that rounding leaves; nil where the parts have none.
        case value(Double, ClosedRange<Double>?)
        /// So many of the neighbourhoods have no figure.
        case missing(Int, of: Int)
        /// So many of the neighbourhoods have no number to weigh their figure by.
        case unweighed(Int, of: Int)
        case refused(Localized)
    }

    let area: CustomArea
    /// In the order of the catalogue.
    let figures: [Figure]

    init(_ area: CustomArea, book: FigureBook) {
        self.area = area
        figures = book.indicators.filter(\.inProfile).compactMap { indicator in
            guard let column = book.column(of: indicator.key, level: .neighbourhood, boundaryYear: area.boundaryYear) else { return nil }
            return Figure(
                indicator: indicator, period: column.period, edition: column.frame.edition, outcome: Self.outcome(column, members: area.members, book: book))
        }
    }

    /// Deliveries that the figures come from, each once.
    var editions: [Edition] {
        var seen: Set<Int64> = []
        return figures.map(\.edition).filter { seen.insert($0.id).inserted }
    }

    private static func outcome(_ column: FigureColumn, members: [AreaCode], book: FigureBook) -> Outcome {
        let indicator = column.indicator
        var weights: FigureColumn?
        switch indicator.aggregation {
        case .notPossible(let reason): return .refused(reason)
        case .weighted(let key):
            weights = book.columns(of: key).last { $0.period == column.period && $0.frame.edition.boundaryYear == column.frame.edition.boundaryYear }
            guard weights != nil else { return .unweighed(members.count, of: members.count) }
        case .sum: break
        }
        guard let kind = kind(indicator) else { return .refused(modelled) }
        let parts = members.map { part($0, column, weights) }
        let isNeeded = { (part: FigurePart) in weights == nil || part.weight.isNaN || part.weight > 0 || (part.weightBounds?.upperBound ?? 0) > 0 }
        let unweighed = weights == nil ? 0 : parts.count { $0.weight.isNaN }
        if unweighed > 0 { return .unweighed(unweighed, of: members.count) }
        let missing = parts.count { $0.value.isNaN && isNeeded($0) }
        if missing > 0 { return .missing(missing, of: members.count) }
        guard let whole = try? Aggregate(parts, kind: kind) else { return .missing(members.count, of: members.count) }
        let isExact = parts.allSatisfy { $0.bounds == nil && $0.weightBounds == nil }
        return .value(whole.value, isExact ? nil : whole.bounds)
    }

    /// Nil for what a model estimated and for a middle value: those of parts say nothing of the whole.
    private static func kind(_ indicator: Indicator) -> FigureKind? {
        guard indicator.basis != .model else { return nil }
        return switch indicator.kind {
        case .count: .count
        case .share: .share
        case .rate: .rate
        case .mean: .mean
        case .median, .index, .grade, .modelledEstimate: nil
        }
    }

    private static let modelled = Localized(
        nl: "Dit is een middelste waarde, een score of een schatting van een model. Die kun je niet optellen.",
        en: "This is a middle value, a score or an estimate by a model. Those cannot be added up.")

    private static func part(_ code: AreaCode, _ column: FigureColumn, _ weights: FigureColumn?) -> FigurePart {
        func read(_ column: FigureColumn?) -> (value: Double, bounds: ClosedRange<Double>?) {
            guard let column, let position = column.frame.position(of: code) else { return (.nan, nil) }
            let interval = column.interval(at: position)
            return (column.value(at: position), interval.flatMap { $0.kind == .rounding ? $0.range : nil })
        }
        let (figure, weight) = (read(column), read(weights))
        return FigurePart(figure.value, bounds: figure.bounds, weight: weight.value, weightBounds: weight.bounds)
    }
}
