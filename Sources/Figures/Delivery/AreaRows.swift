import Core

/// The areas of a delivery in the order in which they come, each understood and checked once.
struct AreaRows {
    private(set) var codes: [AreaCode] = []
    private(set) var rowNumbers: [Int] = []
    private(set) var ignored = 0
    private var texts = Interner()
    /// Per text: row in ``codes``, or one of the two below.
    private var rows: [Int32] = []
    private var rowOf: [AreaCode: Int32] = [:]
    private static let ignore: Int32 = -1
    private static let invalid: Int32 = -2

    private let ignoredPrefixes: [String]
    private let isKnown: @Sendable (AreaCode) -> Bool

    init(code: Mapping.Code, isKnown: @escaping @Sendable (AreaCode) -> Bool) {
        ignoredPrefixes = code.ignore.map { $0.uppercased() }
        self.isKnown = isKnown
    }

    /// Row of the area whose code stands at `range`, below zero when the row does not count.
    mutating func row(_ bytes: [UInt8], _ range: Range<Int>?, number: Int, column: String, source: String, findings: inout Findings) -> Int32 {
        let text = texts.number(bytes, range ?? 0..<0)
        if text == rows.count { rows.append(understand(texts.texts[text], number: number, column: column, source: source, findings: &findings)) }
        let row = rows[text]
        if row == AreaRows.ignore { ignored += 1 }
        if row == AreaRows.invalid {
            let value = texts.texts[text]
            findings.error(source, row: number, column: column, value: value, Localized(nl: "Dit is geen gebiedscode.", en: "This is not the code of an area."))
        }
        return row
    }

    private mutating func understand(_ text: String, number: Int, column: String, source: String, findings: inout Findings) -> Int32 {
        if !ignoredPrefixes.isEmpty, !text.isEmpty {
            let upper = text.uppercased()
            if ignoredPrefixes.contains(where: { upper.hasPrefix($0) }) { return AreaRows.ignore }
        }
        guard let code = AreaCode(text)?.normalised else { return AreaRows.invalid }
        if let known = rowOf[code] { return known }
        if !isKnown(code) {
            findings.note(
                source, row: number, column: column, value: code.description,
                Localized(nl: "Dit gebied staat niet in de grenzen van dit jaar.", en: "This area is not in the boundaries of this year."))
        }
        let row = Int32(codes.count)
        codes.append(code)
        rowNumbers.append(number)
        rowOf[code] = row
        return row
    }
}
