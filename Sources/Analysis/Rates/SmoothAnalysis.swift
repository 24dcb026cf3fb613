import Core
import Measures

/// Rates drawn to the mean, the more so the smaller the area.
package struct SmoothDocument: Sendable, Hashable, Codable, Tabular {
    package struct Area: Sendable, Hashable, Codable {
        package let id: String
        package let raw: Double?
        package let smoothed: Double?
        /// How much comes from the area itself, 0 to 1.
        package let weight: Double?
        /// `missing` where there is no result; otherwise left out.
        package let state: String?

        private enum CodingKeys: String, CodingKey { case id, raw, smoothed, weight, state }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(id, forKey: .id)
            try container.encode(raw, forKey: .raw)
            try container.encode(smoothed, forKey: .smoothed)
            try container.encode(weight, forKey: .weight)
            try container.encodeIfPresent(state, forKey: .state)
        }
    }

    /// Variance of the true rates between all areas.
    package let a: Double
    /// Rate of all areas together.
    package let b: Double
    package let areas: [Area]

    package var table: TextTable {
        TextTable(
            facts: [("a", Figure.text(a)), ("b", Figure.text(b))], header: ["id", "raw", "smoothed", "weight"],
            rows: areas.map { [$0.id] + [$0.raw, $0.smoothed, $0.weight].map { Figure.text($0) } })
    }
}

extension ValueTable {
    /// Empirical Bayes (Marshall): to the mean of all areas, or with weights to that of an area and its neighbours. Then a and b are still those of
    /// all areas.
    ///
    /// - Parameters:
    ///   - events: column of counts
    ///   - population: column; 0 counts as missing
    ///   - weights: GAL file
    /// - Throws: ``InputFailure``
    package func smooth(
        id: String, events: String, population: String, weights: InputFile? = nil, allowsIslands: Bool = false
    ) throws -> Analysed<SmoothDocument> {
        let ids = try ids(id)
        let counts = try numbers(events, least: 0)
        let people = try numbers(population, least: 0)
        guard let global = Rates.empiricalBayes(counts, per: people) else {
            throw InputFailure(
                name, column: population, Localized(nl: "Te weinig rijen: geen aantallen met bevolking.", en: "Too few rows: no counts with a population."))
        }
        var smoothed = global.areas
        if let weights {
            let links = try SpatialWeights(weights, ids: ids, of: self, column: id, allowsIslands: allowsIslands)
            let local = Rates.localEmpiricalBayes(counts, per: people, starts: links.starts, neighbours: links.indices)
            smoothed = local?.areas ?? smoothed
        }
        let areas = zip(ids, smoothed).map { id, rate in
            SmoothDocument.Area(id: id, raw: rate?.raw, smoothed: rate?.smoothed, weight: rate?.weight, state: rate == nil ? "missing" : nil)
        }
        return Analysed(
            SmoothDocument(a: global.variance, b: global.mean, areas: areas),
            notes: Diagnostic.leftOut(count - global.used, of: count, source: name, column: events))
    }
}
