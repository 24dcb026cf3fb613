import Areas
import Core

/// The sentence under a figure: one engine for page, report and API.
///
/// The lead says where the area stands in the country; the rest says where it stands nearby, how it changed and how sure that is.
/// "Higher" and "lower" are said only when the interval of the value does not reach the middle area.
package struct FigureSentence: Sendable, Hashable {
    package let lead: String
    /// Sentences with a space between them; may be empty.
    package let rest: String

    package var text: String { rest.isEmpty ? lead : lead + " " + rest }

    /// - Parameters:
    ///   - withChange: whether it says how the figure changed
    ///   - nearby: name of the municipality (or province, for a municipality) that the area is compared with
    package init(_ figure: Figure, withChange: Bool = true, level: AreaLevel, nearby: String?, in language: Language) {
        guard let value = figure.latest.value else {
            self.lead = FigureWords.notZero[language]
            self.rest = Self.whyMissing(figure.latest)[language]
            return
        }
        let unit = figure.indicator.unit, words = FigureWords(comparison: unit.comparison, level: level)
        var phrase = Phrase(language)
        let side = Self.side(figure.nation, value: value, interval: figure.latest.interval)
        switch (figure.nation, side) {
        case (nil, _): words.onlyValue(value, unit, into: &phrase)
        case (let nation?, .above): words.aside(.above, percent: Self.percent(nation.lowerShare), into: &phrase)
        case (let nation?, .below): words.aside(.below, percent: Self.percent(nation.higherShare), into: &phrase)
        case (let nation?, .middle): words.middle(percentLower: Self.percent(nation.lowerShare), into: &phrase)
        case (_?, .unclear): FigureWords.unclear(into: &phrase)
        }
        lead = phrase.take()
        if let municipality = figure.municipality, let nearby {
            let nearSide = Self.side(municipality, value: value, interval: figure.latest.interval)
            words.nearby(municipality, side: nearSide, name: nearby, nationSide: side, into: &phrase)
        }
        if withChange, let change = figure.change { words.change(change, of: figure.indicator, into: &phrase) }
        if let interval = figure.latest.interval {
            if interval.isWider(thanPrinted: unit) {
                phrase.space()
                FigureWords.interval(interval, unit: unit, into: &phrase)
            }
        } else if figure.indicator.basis == .model {
            phrase.space()
            FigureWords.modelWithoutMargin(into: &phrase)
        }
        rest = phrase.take()
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
