import Core
import Measures

/// One number for a whole map.
package enum GlobalMeasure: Sendable, Hashable, CaseIterable {
    case moran, geary, getisOrdG

    /// Moran and Geary compare an area with the mean of its neighbours; G is defined for links that each count 1.
    package var usualStyle: WeightsStyle { self == .getisOrdG ? .binary : .rowStandardised }
}

/// A global measure with its tests.
package struct GlobalDocument: Sendable, Hashable, Codable, Tabular {
    /// Areas with a value.
    package let n: Int
    package let statistic: Double
    /// Without any pattern.
    package let expected: Double?
    /// If the values were dealt out over the areas by chance; nil where nothing can vary.
    package let variance: Double?
    package let z: Double?
    /// Two-sided, from the normal distribution.
    package let p: Double?
    /// Two-sided: min(1, 2(min(#≤, #≥) + 1)/(R + 1)); nil without permutations.
    package let permutationP: Double?

    private enum CodingKeys: String, CodingKey {
        case n, statistic, expected, variance, z, p
        case permutationP = "p_permutation"
    }

    /// With null for what is not known: the keys are always there.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(n, forKey: .n)
        try container.encode(statistic, forKey: .statistic)
        try container.encode(expected, forKey: .expected)
        try container.encode(variance, forKey: .variance)
        try container.encode(z, forKey: .z)
        try container.encode(p, forKey: .p)
        try container.encode(permutationP, forKey: .permutationP)
    }

    package var table: TextTable {
        TextTable(facts: [
            ("n", "\(n)"), ("statistic", Figure.text(statistic)), ("expected", Figure.text(expected)), ("variance", Figure.text(variance)),
            ("z", Figure.text(z)), ("p", Figure.text(p)), ("p_permutation", Figure.text(permutationP)),
        ])
    }

    fileprivate init(_ result: GlobalAutocorrelation) {
        (n, statistic) = (result.areas, result.value)
        (expected, variance) = (result.randomisation?.expected, result.randomisation?.variance)
        (z, p, permutationP) = (result.randomisation?.z, result.randomisation?.twoSided, result.permutation?.test.p)
    }
}

extension SpatialTable {
    /// - Parameters:
    ///   - style: nil for that of the measure
    ///   - permutations: nil for none
    /// - Throws: ``InputFailure``, `Cancelled`
    package func global(
        _ measure: GlobalMeasure, style: WeightsStyle? = nil, permutations: Permutations?, execution: Execution = .plain
    ) throws -> Analysed<GlobalDocument> {
        let field = try field(style ?? measure.usualStyle)
        let result: GlobalAutocorrelation
        switch measure {
        case .moran: result = try field.globalMoran(permutations, execution: execution)
        case .geary: result = try field.globalGeary(permutations, execution: execution)
        case .getisOrdG:
            guard let found = try field.globalGetisOrdG(permutations, execution: execution) else {
                throw refused(
                    Localized(
                        nl: "G vraagt om waarden van 0 en hoger, en minstens twee boven 0.", en: "G needs values from 0, and at least two above 0."))
            }
            result = found
        }
        return Analysed(GlobalDocument(result), notes: notes)
    }
}
