import Core
import Measures

/// How much each neighbour counts.
package enum WeightsStyle: String, Sendable, Hashable, CaseIterable {
    /// The weights of an area add up to 1.
    case rowStandardised = "W"
    /// Every link counts 1.
    case binary = "B"
}

/// One figure for each area, and who is a neighbour of whom.
package struct SpatialTable: Sendable {
    package let ids: [String]
    /// NaN where missing.
    package let values: [Double]
    /// Binary links.
    package let weights: SpatialWeights
    private let source: String
    private let column: String

    /// - Parameters:
    ///   - id: column that names the areas as the weights do
    ///   - column: figure
    ///   - weights: GAL file
    ///   - allowsIslands: keep areas without neighbours: they count in the mean, and have no result of their own
    /// - Throws: ``InputFailure``
    package init(_ table: ValueTable, id: String, column: String, weights: InputFile, allowsIslands: Bool = false) throws {
        ids = try table.ids(id)
        values = try table.numbers(column)
        self.weights = try SpatialWeights(weights, ids: ids, of: table, column: id, allowsIslands: allowsIslands)
        (source, self.column) = (table.name, column)
    }

    /// Areas without a value, where there are any.
    package var notes: [Diagnostic] { Diagnostic.leftOut(values.count { $0.isNaN }, of: values.count, source: source, column: column) }

    /// - Throws: ``InputFailure`` where too few areas have a value, all values are the same, or no neighbours have one
    func field(_ style: WeightsStyle) throws -> SpatialField {
        do {
            return try SpatialField(values, weights: style == .binary ? weights : weights.rowStandardised)
        } catch {
            throw InputFailure(source, column: column, error.reason)
        }
    }

    /// A measure that these values do not allow.
    func refused(_ reason: Localized) -> InputFailure { InputFailure(source, column: column, reason) }
}

extension SpatialFieldFailure {
    fileprivate var reason: Localized {
        switch self {
        case .sizes(let values, let areas):
            Localized(nl: "Er zijn \(values) waarden voor \(areas) gebieden.", en: "There are \(values) values for \(areas) areas.")
        case .tooFew(let count):
            Localized(
                nl: "Te weinig rijen: \(count) met een waarde, nodig zijn er 4.", en: "Too few rows: \(count) with a value, where 4 are needed.")
        case .noVariation: Localized(nl: "Alle waarden zijn gelijk.", en: "All values are the same.")
        case .noLinks: Localized(nl: "Geen twee gebieden met een waarde zijn buren.", en: "No two areas with a value are neighbours.")
        }
    }
}
