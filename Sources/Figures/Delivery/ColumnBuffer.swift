import Core

/// A column while it is being filled.
struct ColumnBuffer {
    /// Nothing has come for this area yet.
    static let unseen = UInt8.max

    let indicator: String
    let period: Period
    let role: MeasureRole
    let status: FigureStatus
    let description: ColumnDescription
    let range: ClosedRange<Double>?
    var values: [Double] = []
    var missing: [UInt8] = []
    var decimals = 0
    var figures = 0

    /// Makes room for all areas seen so far.
    mutating func grow(to count: Int) {
        guard count > values.count else { return }
        values.append(contentsOf: repeatElement(.nan, count: count - values.count))
        missing.append(contentsOf: repeatElement(ColumnBuffer.unseen, count: count - missing.count))
    }

    mutating func put(figure: Double, decimals: Int, at row: Int) {
        values[row] = figure
        missing[row] = MissingReason.none.rawValue
        if decimals > self.decimals { self.decimals = decimals }
        figures += 1
    }

    /// What one cell of a source means for this column; false when the cell is trouble.
    mutating func put(_ reading: SignReader.Reading, at row: Int) -> Localized? {
        switch reading {
        case .figure(let value, let decimals):
            if let range, !range.contains(value) { return ColumnBuffer.outside(range) }
            put(figure: value, decimals: decimals, at: row)
        case .missing(let reason): missing[row] = reason.rawValue
        case .notANumber: return ColumnBuffer.notANumber
        case .undeclaredSentinel: return ColumnBuffer.sentinel
        }
        return nil
    }

    private static let notANumber = Localized(nl: "Dit is geen getal.", en: "This is not a number.")
    private static let sentinel = Localized(
        nl: "Dit getal betekent bij CBS en PDOK 'geen cijfer'. Zet het bij 'missing' in de mapping.",
        en: "With CBS and PDOK this number means 'no figure'. Put it under 'missing' in the mapping.")

    private static func outside(_ range: ClosedRange<Double>) -> Localized {
        let low = text(range.lowerBound), high = text(range.upperBound)
        return Localized(
            nl: "Dit getal kan niet: het moet liggen van \(low) tot en met \(high).", en: "This number is not possible: it must be from \(low) to \(high).")
    }

    private static func text(_ bound: Double) -> String {
        if bound.isInfinite || abs(bound) >= Double.greatestFiniteMagnitude { return bound < 0 ? "−∞" : "∞" }
        return bound == bound.rounded() && abs(bound) < 1e15 ? "\(Int(bound))" : "\(bound)"
    }
}
