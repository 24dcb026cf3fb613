import Core
import Measures

/// From where on a figure is a problem: a CSV with the columns `column`, `cutoff`, `direction` (`above` or `below`) and, if wanted, `weight`.
///
/// The cut-off itself is no problem yet. Weights are above 0 and scaled to sum to the number of themes; without the column each is 1.
package struct CutoffList: Sendable {
    /// Columns of the table with figures.
    package let columns: [String]
    package let themes: [AlkireFoster.Theme]

    /// - Throws: also for a column that the table with figures does not have
    package init(_ list: ValueTable, for values: ValueTable) throws(InputFailure) {
        columns = try list.ids("column")
        let cutoffs = try list.numbers("cutoff")
        let directions = try list.texts("direction")
        let weights = list.columns.contains("weight") ? try list.numbers("weight") : columns.map { _ in 1 }
        guard !columns.isEmpty else { throw InputFailure(list.name, Localized(nl: "Te weinig rijen: geen grenzen.", en: "Too few rows: no cut-offs.")) }
        var themes: [AlkireFoster.Theme] = []
        for row in columns.indices {
            func refused(_ column: String, _ value: String?, _ reason: Localized) -> InputFailure {
                InputFailure(list.name, row: list.lines[row], column: column, value: value, reason)
            }
            guard values.columns.contains(columns[row]) else {
                throw refused(
                    "column", columns[row], Localized(nl: "Deze kolom is er niet in \(values.name).", en: "There is no such column in \(values.name)."))
            }
            guard cutoffs[row].isFinite else { throw refused("cutoff", nil, Localized(nl: "Hier ontbreekt de grens.", en: "The cut-off is missing.")) }
            guard ["above", "below"].contains(directions[row]) else {
                throw refused("direction", directions[row], Localized(nl: "Kies above of below.", en: "Choose above or below."))
            }
            guard weights[row] > 0 else {
                throw refused("weight", nil, Localized(nl: "Een gewicht is een getal boven 0.", en: "A weight is a number above 0."))
            }
            themes.append(AlkireFoster.Theme(cutoff: cutoffs[row], weight: weights[row], problemIsAbove: directions[row] == "above"))
        }
        self.themes = themes
    }
}
