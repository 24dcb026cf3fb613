import Core
import Measures

/// Two columns with the ends of the margin of a figure.
package struct MarginColumns: Sendable, Hashable {
    package let lower: String
    package let upper: String

    package init(lower: String, upper: String) {
        (self.lower, self.upper) = (lower, upper)
    }

    /// From two options that go together: nil where neither was given.
    ///
    /// - Throws: naming the option that is missing
    package init?(_ lower: String?, _ upper: String?, options: (lower: String, upper: String)) throws(InputFailure) {
        switch (lower, upper) {
        case (nil, nil): return nil
        case (let lower?, let upper?): self.init(lower: lower, upper: upper)
        case (nil, _?), (_?, nil):
            let (missing, given) = lower == nil ? (options.lower, options.upper) : (options.upper, options.lower)
            throw InputFailure(missing, Localized(nl: "Deze optie hoort bij \(given).", en: "This option goes with \(given)."))
        }
    }
}

extension ValueTable {
    /// Margins row by row; nil where both ends are missing.
    ///
    /// - Throws: ``InputFailure`` for one end without the other, and for ends in the wrong order
    func margins(_ columns: MarginColumns) throws(InputFailure) -> [ClosedRange<Double>?] {
        let lowers = try numbers(columns.lower), uppers = try numbers(columns.upper)
        var margins: [ClosedRange<Double>?] = []
        for (row, (lower, upper)) in zip(lowers, uppers).enumerated() {
            guard lower.isNaN == upper.isNaN else {
                let column = lower.isNaN ? columns.lower : columns.upper
                throw InputFailure(
                    name, row: lines[row], column: column, Localized(nl: "Hier ontbreekt één kant van de marge.", en: "One end of the margin is missing."))
            }
            guard lower.isNaN || lower <= upper else {
                let reason = Localized(nl: "De ondergrens ligt boven de bovengrens.", en: "The lower end lies above the upper end.")
                throw InputFailure(name, row: lines[row], column: columns.lower, value: Figure.text(lower), reason)
            }
            margins.append(lower.isNaN ? nil : lower...upper)
        }
        return margins
    }
}
