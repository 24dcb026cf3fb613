import Core
import Measures

/// A figure and between which limits it lies.
package struct IntervalDocument: Sendable, Hashable, Codable, Tabular {
    package let estimate: Double
    package let lower: Double
    package let upper: Double

    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Proportion.
        case wilson
        /// Count or rate, exact and approximate.
        case poisson, byar
    }

    /// - Parameters:
    ///   - population: without, Poisson and Byar give the limits of the count itself
    ///   - level: 0 to 1
    /// - Throws: ``InputFailure`` naming the option
    package init(_ kind: Kind, events: Double, population: Double?, level: Double) throws(InputFailure) {
        guard let confidence = Confidence(level: level) else {
            throw InputFailure("--level", value: "\(level)", Localized(nl: "Kies een getal tussen 0 en 1.", en: "Choose a number between 0 and 1."))
        }
        guard events >= 0, events.isFinite else {
            throw InputFailure("--events", value: "\(events)", Localized(nl: "Kies een getal vanaf 0.", en: "Choose a number from 0."))
        }
        if let population, !(population > 0 && population.isFinite) {
            throw InputFailure("--population", value: "\(population)", Localized(nl: "Kies een getal boven 0.", en: "Choose a number above 0."))
        }
        let whole = population ?? 1
        let limits: ClosedRange<Double>?
        switch kind {
        case .wilson:
            guard let population else {
                throw InputFailure("--population", Localized(nl: "Voor een aandeel is de bevolking nodig.", en: "A proportion needs the population."))
            }
            guard events <= population else {
                throw InputFailure("--events", value: "\(events)", Localized(nl: "Dit is meer dan de bevolking.", en: "This is more than the population."))
            }
            limits = Intervals.wilson(events, of: population, confidence)
        case .poisson: limits = Intervals.poisson(events, confidence)
        case .byar: limits = Intervals.byar(events, confidence)
        }
        let scale = kind == .wilson ? 1 : whole
        guard let limits, (limits.upperBound / scale).isFinite else {
            throw InputFailure("--events", value: "\(events)", Localized(nl: "Dit getal is te groot.", en: "This number is too large."))
        }
        (estimate, lower, upper) = (events / whole, limits.lowerBound / scale, limits.upperBound / scale)
    }

    package var table: TextTable {
        TextTable(facts: [("estimate", Figure.text(estimate)), ("lower", Figure.text(lower)), ("upper", Figure.text(upper))])
    }
}
