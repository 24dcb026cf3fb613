import Foundation

/// How numbers are written in a source, and the reading of them from bytes.
///
/// Values are exact: the nearest Double to the decimal digits, the same that a spreadsheet would show.
struct NumberForm: Sendable, Hashable {
    /// `.` or `,`.
    var decimal: UInt8 = 0x2E
    /// `.`, `,` or a space (which stands for the non-breaking spaces too); nil: no mark between thousands.
    var thousands: UInt8?
    /// The value is multiplied with ten to this power, in decimal digits.
    var shift = 0

    static let json = NumberForm()

    /// A number as read: its value and the count of decimals that were written.
    struct Reading: Hashable {
        let value: Double
        let decimals: Int
    }

    /// Nil for anything that is not a number in this form. White space around it must be gone already.
    func read(_ bytes: [UInt8], _ range: Range<Int>) -> Reading? {
        var index = range.lowerBound
        let end = range.upperBound
        guard index < end, end - index <= 64 else { return nil }
        let isNegative = sign(bytes, &index, end)
        var digits = Digits()
        guard whole(bytes, &index, end, &digits) else { return nil }
        if index < end, bytes[index] == decimal {
            index += 1
            while index < end, digits.take(bytes[index], isFraction: true) { index += 1 }
        }
        guard digits.count > 0, let exponent = exponent(bytes, &index, end), index == end else { return nil }
        let power = exponent + shift - digits.fraction
        guard let value = digits.value(power: power) ?? slow(bytes, range, exponent: shift) else { return nil }
        return Reading(value: isNegative ? -value : value, decimals: max(0, -power))
    }

    /// Reads `-`, `+` and the real minus sign.
    private func sign(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> Bool {
        switch bytes[index] {
        case 0x2D:
            index += 1
            return true
        case 0x2B:
            index += 1
            return false
        case 0xE2 where end - index >= 3 && bytes[index + 1] == 0x88 && bytes[index + 2] == 0x92:
            index += 3
            return true
        default: return false
        }
    }

    /// Digits before the decimal mark; with a mark between thousands, groups after the first must have three digits.
    private func whole(_ bytes: [UInt8], _ index: inout Int, _ end: Int, _ digits: inout Digits) -> Bool {
        while index < end, digits.take(bytes[index], isFraction: false) { index += 1 }
        guard let thousands, digits.count > 0 else { return true }
        let isShort = digits.count <= 3
        while let width = mark(thousands, bytes, index, end) {
            guard isShort, end - index >= width + 3 else { return false }
            index += width
            for _ in 0..<3 {
                guard digits.take(bytes[index], isFraction: false) else { return false }
                index += 1
            }
            if index < end, (0x30...0x39).contains(bytes[index]) { return false }
        }
        return true
    }

    /// Width in bytes of the mark between thousands that is next, nil when there is none.
    private func mark(_ thousands: UInt8, _ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
        guard index < end else { return nil }
        if bytes[index] == thousands { return 1 }
        guard thousands == 0x20 else { return nil }
        if end - index >= 2, bytes[index] == 0xC2, bytes[index + 1] == 0xA0 { return 2 }
        if end - index >= 3, bytes[index] == 0xE2, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF || bytes[index + 2] == 0x89 { return 3 }
        return nil
    }

    /// 0 when there is none, nil when it is broken or absurd.
    private func exponent(_ bytes: [UInt8], _ index: inout Int, _ end: Int) -> Int? {
        guard index < end, bytes[index] | 0x20 == 0x65 else { return 0 }
        index += 1
        guard index < end else { return nil }
        let isNegative = sign(bytes, &index, end)
        var exponent = 0
        let start = index
        while index < end, (0x30...0x39).contains(bytes[index]) {
            exponent = exponent * 10 + Int(bytes[index] - 0x30)
            index += 1
            guard exponent <= 400 else { return nil }
        }
        return index > start ? (isNegative ? -exponent : exponent) : nil
    }

    /// For numbers with very many digits: the library's own reading of the digits, in the form it knows, without the sign.
    private func slow(_ bytes: [UInt8], _ range: Range<Int>, exponent: Int) -> Double? {
        var text = ""
        for byte in bytes[range] {
            switch byte {
            case 0x30...0x39, 0x65, 0x45: text.unicodeScalars.append(Unicode.Scalar(byte))
            case decimal: text += "."
            case 0x2D where text.hasSuffix("e") || text.hasSuffix("E"): text += "-"
            default: continue
            }
        }
        if exponent != 0 {
            guard !text.lowercased().contains("e") else { return nil }
            text += "e\(exponent)"
        }
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }

    private struct Digits {
        var mantissa: UInt64 = 0
        var count = 0
        var fraction = 0
        var isLong = false

        mutating func take(_ byte: UInt8, isFraction: Bool) -> Bool {
            guard (0x30...0x39).contains(byte) else { return false }
            if mantissa < 900_000_000_000_000 { mantissa = mantissa * 10 + UInt64(byte - 0x30) } else { isLong = true }
            count += 1
            if isFraction { fraction += 1 }
            return true
        }

        /// Exact while mantissa and power of ten both fit in a Double without rounding (Clinger 1990); nil otherwise.
        func value(power: Int) -> Double? {
            guard !isLong else { return nil }
            if mantissa == 0 { return 0 }
            guard abs(power) <= 22 else { return nil }
            return power < 0 ? Double(mantissa) / Digits.powers[-power] : Double(mantissa) * Digits.powers[power]
        }

        private static let powers: [Double] = [
            1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
        ]
    }
}
