import Core
import Foundation

/// A day in the Netherlands, read as people write it: `31-12-2027` or `2027-12-31`.
package struct DutchDay: Sendable, Hashable, LosslessStringConvertible {
    private let period: Period

    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        func two(_ part: Substring) -> String { part.utf8.count == 1 ? "0\(part)" : String(part) }
        let isYearFirst = parts[0].utf8.count == 4
        let year = String(isYearFirst ? parts[0] : parts[2]), day = two(isYearFirst ? parts[2] : parts[0])
        guard let period = Period([year, two(parts[1]), day].joined(separator: "-")), period.day != nil else { return nil }
        self.period = period
    }

    /// The day of a moment.
    ///
    /// - Parameter milliseconds: since 1970
    package init(at milliseconds: Int64) {
        let parts = Self.calendar.dateComponents([.year, .month, .day], from: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
        period = Period(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
    }

    /// `2027-12-31`.
    package var description: String { period.description }

    /// `31-12-2027`, as a form shows it.
    package var written: String { description.split(separator: "-").reversed().joined(separator: "-") }

    /// When it begins, in milliseconds since 1970.
    package var start: Int64 { moment(0) }

    /// When it is over, in milliseconds since 1970.
    package var end: Int64 { moment(1) }

    package var year: Int { period.year }

    private func moment(_ days: Int) -> Int64 {
        let parts = DateComponents(year: period.year, month: period.month, day: (period.day ?? 1) + days)
        return Int64((Self.calendar.date(from: parts)?.timeIntervalSince1970 ?? 0) * 1000)
    }

    private static var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
        return calendar
    }
}
