import Areas
import Core

/// A share or a rate as it came about: a count out of a whole, per area.
struct CountedFigure: Sendable {
    enum Kind: Sendable, Hashable {
        /// Part of a whole.
        case proportion
        /// Events per so many of the population.
        case rate(per: Double)

        /// What the value of a reader is to a part of the whole: 100 for percentages, 1,000 for "per 1,000".
        var factor: Double {
            switch self {
            case .proportion: 100
            case .rate(let per): per
            }
        }
    }

    /// Why a figure has no count and whole to work with.
    enum Refusal: Sendable, Hashable, CaseIterable {
        /// A number without the whole it is part of.
        case bareCount
        /// An estimate by a model: not counted.
        case modelled
        /// A mean or a middle value.
        case mean
        /// A score or a class.
        case score
        /// The source gives the share only.
        case shareOnly
    }

    let indicator: Indicator
    let part: Indicator
    let whole: Indicator
    let kind: Kind
    let period: Period
    /// Per area; NaN for missing. Never above the whole for a proportion: rounding can make it so.
    let counts: [Double]
    let wholes: [Double]
    /// Where the true count and whole may lie.
    let countBounds: [ClosedRange<Double>?]
    let wholeBounds: [ClosedRange<Double>?]
    let editions: [Edition]

    var factor: Double { kind.factor }

    /// - Returns: nil for a figure without a count, or where the areas have none in that period
    init?(_ indicator: Indicator, areas: [Area], period: Period, book: FigureBook, gazetteer: Gazetteer) {
        guard let (part, whole, kind) = Self.parts(indicator),
            let counts = MapValues(part, areas: areas, period: period, book: book, gazetteer: gazetteer),
            let wholes = MapValues(whole, areas: areas, period: period, book: book, gazetteer: gazetteer)
        else { return nil }
        (self.indicator, self.part, self.whole, self.kind, self.period) = (indicator, part, whole, kind, period)
        self.counts = zip(counts.items, wholes.items).map { count, whole in
            guard let count = count.value, let whole = whole.value else { return .nan }
            return kind == .proportion ? min(count, whole) : count
        }
        self.wholes = wholes.items.map { $0.value ?? .nan }
        countBounds = counts.items.map { Self.rounding($0) }
        wholeBounds = wholes.items.map { Self.rounding($0) }
        editions = counts.edition == wholes.edition ? [counts.edition] : [counts.edition, wholes.edition]
    }

    /// What rounding leaves; chance is added by whoever computes with it.
    private static func rounding(_ item: MapValues.Item) -> ClosedRange<Double>? {
        guard let value = item.value else { return nil }
        guard let interval = item.interval, interval.kind == .rounding else { return value...value }
        return interval.range
    }

    /// The count and the whole a figure is made of.
    static func parts(_ indicator: Indicator) -> (part: Indicator, whole: Indicator, kind: Kind)? {
        switch indicator.derivation {
        case .share(let part, let whole): pair(part, whole).map { ($0, $1, .proportion) }
        case .rate(let part, let per, let whole): pair(part, whole).map { ($0, $1, .rate(per: Double(per))) }
        case nil: nil
        }
    }

    private static func pair(_ part: String, _ whole: String) -> (Indicator, Indicator)? {
        guard let part = Catalogue.indicator(part), let whole = Catalogue.indicator(whole) else { return nil }
        return (part, whole)
    }

    /// Nil for a figure that can be used.
    static func refusal(_ indicator: Indicator) -> Refusal? {
        if parts(indicator) != nil { return nil }
        if indicator.basis == .model || indicator.kind == .modelledEstimate { return .modelled }
        return switch indicator.kind {
        case .count: .bareCount
        case .mean, .median: .mean
        case .index, .grade, .modelledEstimate: .score
        case .share, .rate: .shareOnly
        }
    }

    /// The areas' own rate, 0 to 1 for a proportion; NaN for missing.
    func rate(_ area: Int) -> Double { counts[area] / wholes[area] }
}
