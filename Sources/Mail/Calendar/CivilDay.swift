/// A day of the Gregorian calendar, without hours or zone. Pure, so that it is the same on every machine.
package struct CivilDay: Sendable, Hashable, Comparable, LosslessStringConvertible {
    package let year: Int
    /// 1 to 12.
    package let month: Int
    /// 1 to 31.
    package let day: Int

    /// Nil for a day that is not there, or outside the years 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= CivilDay.length(of: month, in: year) else { return nil }
        self.init(known: year, month, day)
    }

    /// Reads `2020-11-12` and nothing else.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2], parts.joined().allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        self.init(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    /// - Parameter number: of days since 1 January 1970; taken as the nearest of the years 1 to 9999
    package init(number: Int) {
        // Howard Hinnant's civil_from_days: eras of 400 years, each beginning on 1 March.
        let shifted = min(max(number, -719_162), 2_932_896) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(known: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private init(known year: Int, _ month: Int, _ day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Days since 1 January 1970.
    package var number: Int {
        // Howard Hinnant's days_from_civil. The years here are positive, so no rounding of negative numbers.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// As ISO 8601 counts: 1 is Monday, 7 is Sunday.
    package var weekday: Int {
        // 1 January 1970 was a Thursday.
        let remainder = (number + 3) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    /// So many days later, or earlier.
    package func adding(_ days: Int) -> CivilDay { CivilDay(number: number + min(max(days, -4_000_000), 4_000_000)) }

    /// The last day of that weekday in a month.
    static func last(weekday: Int, of month: Int, in year: Int) -> CivilDay {
        let end = CivilDay(known: year, month, length(of: month, in: year))
        return end.adding(-((end.weekday - weekday + 7) % 7))
    }

    /// `2020-11-12`.
    package var description: String { "\(CivilDay.digits(year, 4))-\(CivilDay.digits(month, 2))-\(CivilDay.digits(day, 2))" }

    package static func < (left: CivilDay, right: CivilDay) -> Bool { (left.year, left.month, left.day) < (right.year, right.month, right.day) }

    /// With zeros in front.
    static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
