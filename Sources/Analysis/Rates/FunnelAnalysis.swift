import Core
import Measures

/// Areas of different size against one target, with the limits that chance allows at each size.
package struct FunnelDocument: Sendable, Hashable, Codable, Tabular {
    package struct Area: Sendable, Hashable, Codable {
        package let id: String
        package let value: Double?
        /// Standard errors from the target, before and after the correction.
        package let z: Double?
        package let correctedZ: Double?
        package let lower95: Double?
        package let upper95: Double?
        package let lower998: Double?
        package let upper998: Double?
        /// `far_above`, `above`, `within`, `below`, `far_below`, or `missing`.
        package let status: String

        private enum CodingKeys: String, CodingKey {
            case id, value, z
            case correctedZ = "z_corrected"
            case lower95, upper95, lower998, upper998, status
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(value, forKey: .value)
            try container.encode(z, forKey: .z)
            try container.encode(correctedZ, forKey: .correctedZ)
            try container.encode(lower95, forKey: .lower95)
            try container.encode(upper95, forKey: .upper95)
            try container.encode(lower998, forKey: .lower998)
            try container.encode(upper998, forKey: .upper998)
            try container.encode(status, forKey: .status)
        }
    }

    /// Areas that were used.
    package let n: Int
    /// The rate of all areas together, or the one that was asked for.
    package let target: Double
    /// Mean of the squared z-scores, with their outer tenths moved in.
    package let phi: Double
    /// Variance between areas that would explain it, in squared units of events per head.
    package let tau2: Double
    package let areas: [Area]

    package var table: TextTable {
        TextTable(
            facts: [("n", String(n)), ("target", Figure.text(target)), ("phi", Figure.text(phi)), ("tau2", Figure.text(tau2))],
            header: ["id", "value", "z", "z_corrected", "lower95", "upper95", "lower998", "upper998", "status"],
            rows: areas.map { area in
                let numbers = [area.value, area.z, area.correctedZ, area.lower95, area.upper95, area.lower998, area.upper998]
                return [area.id] + numbers.map { Figure.text($0) } + [area.status]
            })
    }

    static func name(_ status: FunnelPlot.Status?) -> String {
        switch status {
        case .farAbove: "far_above"
        case .above: "above"
        case .within: "within"
        case .below: "below"
        case .farBelow: "far_below"
        case .unknown, nil: "missing"
        }
    }
}

/// How a funnel is made.
package struct FunnelChoices: Sendable, Hashable {
    package var kind: FunnelPlot.Kind
    package var correction: FunnelPlot.Correction
    /// In events per `per` of the population; nil for the rate of all areas together.
    package var target: Double?
    /// Figures are given per so many of the population.
    package var per: Double

    package init(kind: FunnelPlot.Kind, correction: FunnelPlot.Correction = .multiplicative, target: Double? = nil, per: Double = 1) {
        (self.kind, self.correction, self.target, self.per) = (kind, correction, target, per)
    }
}

extension ValueTable {
    /// Spiegelhalter's funnel: exact Poisson limits for rates, normal ones for proportions, wider where areas differ more than chance explains.
    ///
    /// - Parameters:
    ///   - events: column of counts
    ///   - population: column; 0 counts as missing
    /// - Throws: ``InputFailure``
    package func funnel(id: String, events: String, population: String, _ choices: FunnelChoices) throws -> Analysed<FunnelDocument> {
        let ids = try ids(id)
        let counts = try numbers(events, least: 0), people = try numbers(population, least: 0)
        guard choices.per > 0, choices.per.isFinite else {
            throw InputFailure("--per", value: "\(choices.per)", Localized(nl: "Kies een getal boven 0.", en: "Choose a number above 0."))
        }
        if choices.kind == .proportion { try check(counts, atMost: people, column: events) }
        let target = choices.target.map { $0 / choices.per }
        if let target, !(target > 0 && target.isFinite && (choices.kind == .rate || target < 1)) {
            let reason = Localized(
                nl: "Een doel ligt boven 0, en bij een aandeel onder het geheel.", en: "A target lies above 0 and, for a proportion, below the whole.")
            throw InputFailure("--target", value: "\(choices.target ?? 0)", reason)
        }
        guard let plot = FunnelPlot(counts, of: people, kind: choices.kind, correction: choices.correction, target: target) else {
            let reason = Localized(
                nl: "Te weinig rijen: geen aantallen met bevolking, of overal niets of alles.",
                en: "Too few rows: no counts with a population, or nothing or all of it everywhere.")
            throw InputFailure(name, column: events, reason)
        }
        let per = choices.per
        let areas = zip(ids, plot.areas).map { id, area in
            FunnelDocument.Area(
                id: id, value: area.map { $0.value * per }, z: area?.z, correctedZ: area?.correctedZ, lower95: area.map { $0.limits95.lowerBound * per },
                upper95: area.map { $0.limits95.upperBound * per }, lower998: area.map { $0.limits998.lowerBound * per },
                upper998: area.map { $0.limits998.upperBound * per }, status: FunnelDocument.name(area?.status))
        }
        return Analysed(
            FunnelDocument(
                n: plot.used, target: plot.target * per, phi: plot.overdispersion.winsorised, tau2: plot.overdispersion.variance, areas: areas),
            notes: Diagnostic.leftOut(count - plot.used, of: count, source: name, column: events))
    }

    private func check(_ counts: [Double], atMost people: [Double], column: String) throws(InputFailure) {
        // Nothing of nobody is only missing.
        guard let row = counts.indices.first(where: { people[$0] > 0 && counts[$0] > people[$0] }) else { return }
        let reason = Localized(nl: "Dit is meer dan het geheel.", en: "This is more than the whole.")
        throw InputFailure(name, row: lines[row], column: column, value: Figure.text(counts[row]), reason)
    }
}
