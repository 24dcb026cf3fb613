import Core
import Measures

/// Classes for a map.
package struct ClassesDocument: Sendable, Hashable, Codable, Tabular {
    /// Upper bound of each class, lowest class first; a value equal to a bound belongs to the class below it.
    package let breaks: [Double]
    package let counts: [Int]
    /// Sum of squared distances to the mean of the class.
    package let ssw: Double
    /// Goodness of variance fit, 1 − SSW/SST.
    package let gvf: Double

    package var table: TextTable {
        TextTable(
            facts: [("ssw", Figure.text(ssw)), ("gvf", Figure.text(gvf))], header: ["to", "count"],
            rows: zip(breaks, counts).map { [Figure.text($0), "\($1)"] })
    }
}

extension ValueTable {
    /// - Parameter count: 1 to `Classification.mostClasses`; fewer distinct values give fewer classes
    /// - Throws: ``InputFailure``
    package func classes(of column: String, _ method: Classification.Method, count: Int) throws -> Analysed<ClassesDocument> {
        let values = Distribution(try numbers(column))
        guard !values.isEmpty else { throw InputFailure(name, column: column, Localized(nl: "Te weinig rijen: geen waarden.", en: "Too few rows: no values.")) }
        let found =
            switch method {
            case .quantiles: Classification.quantiles(values, classes: count)
            case .equalIntervals: Classification.equalIntervals(values, classes: count)
            case .fisherJenks, .fixed: Classification.fisherJenks(values, classes: count)
            }
        let document = ClassesDocument(breaks: found.upperBounds, counts: found.counts, ssw: found.squaresWithin, gvf: found.fit)
        var notes = Diagnostic.leftOut(found.missing, of: self.count, source: name, column: column)
        if found.counts.count < count {
            let reason = Localized(
                nl: "Het aantal klassen is \(found.counts.count): gelijke waarden blijven bij elkaar.",
                en: "The number of classes is \(found.counts.count): equal values stay together.")
            notes.append(Diagnostic(.note, source: name, column: column, reason: reason))
        }
        return Analysed(document, notes: notes)
    }
}
