import Core
import Measures

package enum EffectMethod: String, Sendable, Hashable, CaseIterable {
    case differenceInDifferences = "did"
    /// On the outcome alone.
    case syntheticControl = "synthetic-control"
    /// Synthetic difference-in-differences.
    case syntheticDifference = "sdid"
}

/// What a pilot did, and how often the same is found where there was none.
package struct EffectDocument: Sendable, Hashable, Codable, Tabular {
    package struct Placebo: Sendable, Hashable, Codable {
        /// Place of the pilot by size among all, 1 is the largest; ties count against it.
        package let rank: Int
        /// How many were tried, the pilot included.
        package let of: Int
        package let p: Double
    }

    /// In the unit of the outcome.
    package let effect: Double
    /// Of the areas compared with; they add up to 1.
    package let weights: [String: Double]
    /// Root mean squared distance before the start; for did and sdid, which allow a constant distance, around its mean.
    package let preRmspe: Double
    /// Did: effects when other areas had been chosen. Synthetic control: error after against before, for every area in the place of the pilot.
    /// Sdid: size of the effect, for every area in the place of the pilot.
    package let placebo: Placebo

    private enum CodingKeys: String, CodingKey {
        case effect, weights, placebo
        case preRmspe = "pre_rmspe"
    }

    package var table: TextTable {
        let order = weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return TextTable(
            facts: [
                ("effect", Figure.text(effect)), ("pre_rmspe", Figure.text(preRmspe)), ("placebo rank", "\(placebo.rank) of \(placebo.of)"),
                ("placebo p", Figure.text(placebo.p)),
            ],
            header: ["unit", "weight"], rows: order.map { [$0.key, Figure.text($0.value)] })
    }
}

extension PanelTable {
    /// Areas that a synthetic control can choose from.
    package static let mostWeighed = 5000

    /// - Throws: ``InputFailure`` naming the panel where it is too small for the method, `Cancelled`
    package func effect(_ method: EffectMethod, source: String, execution: Execution = .plain) throws -> Analysed<EffectDocument> {
        // The weight problems need memory for every pair of areas.
        guard method == .differenceInDifferences || panel.areas <= Self.mostWeighed else {
            let reason = Localized(
                nl: "Kies eerst hooguit \(Self.mostWeighed) gebieden om mee te vergelijken.",
                en: "First choose at most \(Self.mostWeighed) areas to compare with.")
            throw InputFailure(source, reason)
        }
        let found: EffectDocument?
        switch method {
        case .differenceInDifferences: found = difference()
        case .syntheticControl: found = try synthetic(execution)
        case .syntheticDifference: found = try weightedDifference(execution)
        }
        guard let found else {
            let reason = Localized(
                nl: "Te weinig rijen: deze methode vraagt meer gebieden om mee te vergelijken, of meer perioden voor het begin.",
                en: "Too few rows: this method needs more areas to compare with, or more periods before the start.")
            throw InputFailure(source, reason)
        }
        return Analysed(found, notes: notes)
    }

    private func difference() -> EffectDocument? {
        guard let result = panel.differenceInDifferences() else { return nil }
        let test = result.permutation
        let share = 1 / Double(panel.comparison.count)
        return EffectDocument(
            effect: result.effect, weights: Dictionary(uniqueKeysWithValues: panel.comparison.map { (units[$0], share) }),
            preRmspe: Self.spread(panel.mean(of: panel.treated), panel.mean(of: panel.comparison), panel.start),
            placebo: EffectDocument.Placebo(rank: test.rank, of: test.count, p: test.p))
    }

    private func synthetic(_ execution: Execution) throws -> EffectDocument? {
        guard let test = try panel.syntheticPlaceboTest(execution: execution) else { return nil }
        return EffectDocument(
            effect: test.treated.effect, weights: named(test.treated.weights), preRmspe: test.treated.rootErrorBefore,
            placebo: EffectDocument.Placebo(rank: test.rank, of: test.count, p: test.p))
    }

    private func weightedDifference(_ execution: Execution) throws -> EffectDocument? {
        guard panel.comparison.count > 2, let result = panel.syntheticDifference() else { return nil }
        let effects = try execution.blocks(of: panel.comparison.count, size: 2) { places in
            places.map { place in placebo(panel.comparison[place]) }
        }
        let known = effects.compactMap { $0 }
        let bound = abs(result.effect) * (1 - 1e-9)
        let rank = 1 + known.count { abs($0) >= bound }
        return EffectDocument(
            effect: result.effect, weights: named(result.unitWeights), preRmspe: Self.spread(result.observed, result.synthetic, panel.start),
            placebo: EffectDocument.Placebo(rank: rank, of: known.count + 1, p: Double(rank) / Double(known.count + 1)))
    }

    /// The effect found for an area without the pilot, from the other areas without it.
    private func placebo(_ unit: Int) -> Double? {
        let rows = panel.comparison.map(panel.series)
        guard let place = panel.comparison.firstIndex(of: unit) else { return nil }
        return (try? Panel(rows, treated: [place], start: panel.start))?.syntheticDifference()?.effect
    }

    private func named(_ shares: [SyntheticControl.Share]) -> [String: Double] {
        Dictionary(uniqueKeysWithValues: shares.map { (units[$0.unit], $0.weight) })
    }

    /// Root mean squared distance before the start, around its mean.
    private static func spread(_ observed: [Double], _ other: [Double], _ start: Int) -> Double {
        let gaps = zip(observed, other).prefix(start).map { $0 - $1 }
        return (Moments.squares(gaps) / Double(gaps.count)).squareRoot()
    }
}
