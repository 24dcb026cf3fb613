import Areas
import Core

/// The sentence under a figure: one engine for page, report and API.
///
/// The lead says where the area stands in the country; the rest says where it stands nearby, how it changed and how sure that is.
/// "Higher" and "lower" are said only when the interval of the value does not reach the middle area.
package struct FigureSentence: Sendable, Hashable {
    package let lead: String
    package let rest: [String]

    package var text: String { ([lead] + rest).joined(separator: " ") }

    /// - Parameters:
    ///   - change: the change over the comparable series, nil when there is none
    ///   - nearby: name of the municipality (or province, for a municipality) that the area is compared with
    package init(_ figure: Figure, change: FigureChange?, level: AreaLevel, nearby: String?, in language: Language) {
        let words = FigureWords(language: language, comparison: figure.indicator.unit.comparison, level: level)
        guard let value = figure.latest.value else {
            self.lead = words.notZero
            self.rest = [Self.whyMissing(figure.latest)[language]]
            return
        }
        var more: [String] = []
        let side = Self.side(figure.nation, value: value, interval: figure.latest.interval)
        switch (figure.nation, side) {
        case (nil, _): lead = words.onlyValue(figure.indicator.unit.text(value, in: language))
        case (let nation?, .above): lead = words.above(percent: Self.percent(nation.lowerShare))
        case (let nation?, .below): lead = words.below(percent: Self.percent(nation.higherShare))
        case (let nation?, .middle): lead = words.middle(percentLower: Self.percent(nation.lowerShare))
        case (_?, .unclear): lead = words.unclear
        }
        if let municipality = figure.municipality, let nearby {
            let nearSide = Self.side(municipality, value: value, interval: figure.latest.interval)
            more.append(words.nearby(municipality, side: nearSide, name: nearby, nationSide: side))
        }
        if let change { more.append(contentsOf: words.change(change, of: figure.indicator)) }
        if let interval = figure.latest.interval {
            if interval.isWider(thanPrinted: figure.indicator.unit) { more.append(words.interval(interval, unit: figure.indicator.unit)) }
        } else if figure.indicator.basis == .model {
            more.append(words.modelWithoutMargin)
        }
        self.rest = more
    }

    package enum Side: Sendable, Hashable {
        case above, below, middle
        /// The interval reaches over the middle area: no side can be said.
        case unclear
    }

    /// 60 % of the areas decide a side; equal values count for neither.
    package static func side(_ place: PlaceAmongAreas?, value: Double, interval: Interval?) -> Side {
        guard let place else { return .middle }
        let range = interval?.range ?? value...value
        if place.lowerShare >= 0.6 { return range.lowerBound > place.median || interval == nil ? .above : .unclear }
        if place.higherShare >= 0.6 { return range.upperBound < place.median || interval == nil ? .below : .unclear }
        return .middle
    }

    /// Whole percent, never rounded up to "all" or down to "none" when that is not so.
    static func percent(_ share: Double) -> Int {
        let whole = Int((share * 100).rounded())
        if whole == 100 && share < 1 { return 99 }
        if whole == 0 && share > 0 { return 1 }
        return whole
    }

    /// Why there is no value, in words.
    package static func whyMissing(_ observation: Observation) -> Localized {
        if case .broken(let reason) = observation.comparable {
            return Localized(
                nl: "Dit cijfer geldt voor de grenzen van \(observation.edition.boundaryYear). " + reason.nl,
                en: "This figure is for the borders of \(observation.edition.boundaryYear). " + reason.en)
        }
        return (observation.missing ?? .notDelivered).explanation
    }
}
