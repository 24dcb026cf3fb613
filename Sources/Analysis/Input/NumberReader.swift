import Core

/// Reads the numbers of one column.
struct NumberReader {
    enum Fault: Error {
        case notANumber
        case tooLarge
        /// A comma here, a point elsewhere in the column, or both in one cell.
        case mixedMarks
        case below(Double)

        var reason: Localized {
            switch self {
            case .notANumber: Localized(nl: "Dit is geen getal.", en: "This is not a number.")
            case .tooLarge: Localized(nl: "Dit getal is te groot.", en: "This number is too large.")
            case .mixedMarks:
                Localized(
                    nl: "Deze kolom heeft komma's en punten in getallen. Gebruik één teken voor de decimalen en geen punten voor duizenden.",
                    en: "This column has commas and points in numbers. Use one decimal mark and no mark for thousands.")
            case .below(let least):
                Localized(nl: "Dit getal mag niet onder \(Figure.text(least)) liggen.", en: "This number may not be below \(Figure.text(least)).")
            }
        }
    }

    let allowsComma: Bool
    private var mark: UInt8?

    init(allowsComma: Bool) {
        self.allowsComma = allowsComma
    }

    /// - Returns: NaN for an empty text, `NA`, `NaN` (in capitals or not) and `.`
    mutating func number(_ text: String) throws(Fault) -> Double {
        if Self.isMissing(text) { return .nan }
        var bytes = Array(text.utf8)
        if let place = try Self.mark(in: bytes, allowsComma: allowsComma) {
            if let mark, mark != bytes[place] { throw .mixedMarks }
            mark = bytes[place]
            bytes[place] = UInt8(ascii: ".")
        }
        guard let number = Double(String(decoding: bytes, as: UTF8.self)) else { throw .notANumber }
        guard number.isFinite else { throw .tooLarge }
        return number
    }

    static func isMissing(_ text: String) -> Bool {
        switch text.utf8.count {
        case 0: true
        case 1: text == "."
        case 2, 3: text.lowercased() == "na" || text.lowercased() == "nan"
        default: false
        }
    }

    /// Checks the form, narrower than what Swift reads (no hexadecimal numbers, no words): sign, digits with a mark among them, exponent.
    ///
    /// - Returns: where the decimal mark is
    private static func mark(in bytes: [UInt8], allowsComma: Bool) throws(Fault) -> Int? {
        var place: Int?
        var (digits, exponent) = (0, -1)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "+"), UInt8(ascii: "-"):
                guard index == 0 || index == exponent + 1 else { throw .notANumber }
            case UInt8(ascii: "."), UInt8(ascii: ","):
                guard exponent < 0, byte == UInt8(ascii: ".") || allowsComma else { throw .notANumber }
                guard place == nil else { throw allowsComma && digits > 0 ? .mixedMarks : .notANumber }
                place = index
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard exponent < 0, digits > 0 else { throw .notANumber }
                (exponent, digits) = (index, 0)
            default: throw .notANumber
            }
        }
        guard digits > 0 else { throw .notANumber }
        return place
    }
}
