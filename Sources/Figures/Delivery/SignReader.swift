import Core

/// Tells what a cell of one column holds: a figure, a sign for missing, or neither.
struct SignReader {
    enum Reading: Hashable {
        case figure(Double, decimals: Int)
        case missing(MissingReason)
        case notANumber
        /// −99997 and the like, which the mapping does not name.
        case undeclaredSentinel
    }

    private let form: NumberForm
    private let factor: Double
    private let blank: Mapping.Meaning
    private let null: Mapping.Meaning
    private let texts: [(sign: [UInt8], meaning: Mapping.Meaning)]
    private let numbers: [(value: Double, meaning: Mapping.Meaning)]

    /// Numbers that CBS and PDOK use for "no figure" and that no indicator has.
    private static let sentinels: Set<Double> = [-99_995, -99_996, -99_997, -99_998, -99_999, -99_999_999, -99_999_997, -99_999_995]

    init(format: Mapping.Format, signs: [String: Mapping.Meaning], column: Mapping.Column) {
        var form = NumberForm(decimal: format.decimal, thousands: format.thousands)
        let power = SignReader.powers.firstIndex(of: column.factor).map { $0 - 6 }
        form.shift = power ?? 0
        self.form = form
        factor = power == nil ? column.factor : 1
        let all = signs.merging(column.missing) { _, own in own }
        blank = all[""] ?? .missing(.blank)
        null = all["null"] ?? .missing(.unknownOrSecret)
        var texts: [(sign: [UInt8], meaning: Mapping.Meaning)] = []
        var numbers: [(value: Double, meaning: Mapping.Meaning)] = []
        for (sign, meaning) in all.merging([".": .missing(.unknownOrSecret)], uniquingKeysWith: { own, _ in own }) {
            guard !sign.isEmpty, sign != "null", !sign.hasPrefix("attribute:") else { continue }
            let bytes = Array(sign.utf8)
            // Signs are written in mappings as JSON writes numbers, whatever the decimal mark of the file.
            if let number = NumberForm.json.read(bytes, bytes.indices) { numbers.append((number.value, meaning)) } else { texts.append((bytes, meaning)) }
        }
        self.texts = texts
        self.numbers = numbers
    }

    private static let powers: [Double] = [0.000_001, 0.000_01, 0.000_1, 0.001, 0.01, 0.1, 1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    /// - Parameter range: place of the cell without white space; nil for JSON null
    func read(_ bytes: [UInt8], _ range: Range<Int>?) -> Reading {
        guard let range else { return reading(null) }
        guard !range.isEmpty else { return reading(blank) }
        guard let number = form.read(bytes, range) else {
            for (sign, meaning) in texts where sign.count == range.count && sign.elementsEqual(bytes[range]) { return reading(meaning) }
            return .notANumber
        }
        // The scale of the column does not hold for sentinels, and all of them are whole numbers below zero or far above.
        if !numbers.isEmpty || number.value < 0 {
            let plain = form.shift == 0 ? number.value : NumberForm(decimal: form.decimal, thousands: form.thousands).read(bytes, range)?.value ?? number.value
            for (value, meaning) in numbers where value == plain { return reading(meaning) }
            if plain <= -99_995, SignReader.sentinels.contains(plain) { return .undeclaredSentinel }
        }
        guard factor != 1 else { return .figure(number.value, decimals: number.decimals) }
        let value = number.value * factor
        return value.isFinite ? .figure(value, decimals: number.decimals) : .notANumber
    }

    private func reading(_ meaning: Mapping.Meaning) -> Reading {
        switch meaning {
        case .missing(let reason): .missing(reason)
        case .zero: .figure(0, decimals: 0)
        }
    }
}
