import Foundation

/// The time a figure speaks of: a year, a month, or a day.
///
/// Prints as ISO 8601 (`2024`, `2024-05`, `2024-01-01`), sorts by time.
package struct Period: Sendable, Hashable, Comparable, LosslessStringConvertible {
    /// Year, month and day in one number, in the order of time: periods are copied and compared for every figure. No month or day is 0.
    private let packed: Int

    /// - Parameters:
    ///   - month: 1 to 12; nil for a whole year
    ///   - day: 1 to 31; nil for a whole month, and without a month
    package init(year: Int, month: Int? = nil, day: Int? = nil) {
        packed = year << 16 | Int(UInt8(clamping: month ?? 0)) << 8 | Int(UInt8(clamping: month == nil ? 0 : day ?? 0))
    }

    package var year: Int { packed >> 16 }
    package var month: Int? { Self.known(packed >> 8 & 0xFF) }
    package var day: Int? { Self.known(packed & 0xFF) }

    private static func known(_ part: Int) -> Int? { part == 0 ? nil : part }

    /// Reads ISO 8601 (`2024`, `2024-05`, `2024-05-31`) and the period codes of CBS (`2024JJ00`, `2024MM05`, `2024KW02` as its first month).
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 3, let year = Self.number(parts[0], digits: 4), year >= 1000 else {
            self.init(cbsCode: text)
            return
        }
        guard parts.count > 1 else {
            self.init(year: year)
            return
        }
        guard let month = Self.number(parts[1], digits: 2), (1...12).contains(month) else { return nil }
        guard parts.count > 2 else {
            self.init(year: year, month: month)
            return
        }
        guard let day = Self.number(parts[2], digits: 2), day >= 1, day <= Self.days(of: month, year) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Digits only: `Int` would take a sign too.
    private static func number(_ text: Substring, digits: Int) -> Int? {
        text.utf8.count == digits && text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) ? Int(text) : nil
    }

    private static func days(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private init?(cbsCode: String) {
        guard cbsCode.utf8.count == 8, let year = Self.number(cbsCode.prefix(4), digits: 4), year >= 1000,
            let number = Self.number(cbsCode.suffix(2), digits: 2)
        else { return nil }
        switch (cbsCode.dropFirst(4).prefix(2), number) {
        case ("JJ", 0): self.init(year: year)
        case ("MM", 1...12): self.init(year: year, month: number)
        case ("KW", 1...4): self.init(year: year, month: number * 3 - 2)
        default: return nil
        }
    }

    package var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        guard let month else { return "\(year)" }
        guard let day else { return "\(year)-\(two(month))" }
        return "\(year)-\(two(month))-\(two(day))"
    }

    /// The moment it begins, in UTC.
    package var start: Date? {
        DateComponents(calendar: Calendar(identifier: .gregorian), timeZone: .gmt, year: year, month: month ?? 1, day: day ?? 1).date
    }

    package static func < (left: Period, right: Period) -> Bool { left.packed < right.packed }
}
