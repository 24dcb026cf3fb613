import Core
import Mail

/// The hours of meetings as people read and write them, always those of the Netherlands (MTG-03).
package enum MeetingHours {
    /// `donderdag 12 november 2020`.
    package static func day(_ milliseconds: Int64, _ language: Language) -> String {
        let time = AmsterdamTime(at: milliseconds)
        return "\(weekdays(language)[time.weekday - 1]) \(date(time.day, language))"
    }

    /// `12 november 2020`.
    package static func date(_ milliseconds: Int64, _ language: Language) -> String { date(AmsterdamTime(at: milliseconds).day, language) }

    private static func date(_ day: CivilDay, _ language: Language) -> String { "\(day.day) \(months(language)[day.month - 1]) \(day.year)" }

    /// `14.00` in Dutch, `14:00` in English.
    package static func clock(_ milliseconds: Int64, _ language: Language) -> String {
        let clock = AmsterdamTime(at: milliseconds).clock
        return language == .nl ? clock.replacing(":", with: ".") : clock
    }

    /// `14.00 tot 16.00 uur`; over midnight with the other day.
    package static func span(_ start: Int64, _ end: Int64, _ language: Language) -> String {
        let isOneDay = AmsterdamTime(at: start).day == AmsterdamTime(at: end).day
        let last = (isOneDay ? "" : day(end, language) + " ") + clock(end, language)
        return language == .nl ? "\(clock(start, language)) tot \(last) uur" : "\(clock(start, language)) to \(last)"
    }

    /// `donderdag 12 november 2020, 14.00 tot 16.00 uur`.
    package static func whole(_ start: Int64, _ end: Int64, _ language: Language) -> String { "\(day(start, language)), \(span(start, end, language))" }

    /// `donderdag 12 november 2020 om 14.00 uur`.
    package static func moment(_ milliseconds: Int64, _ language: Language) -> String {
        let day = day(milliseconds, language), clock = clock(milliseconds, language)
        return language == .nl ? "\(day) om \(clock) uur" : "\(day) at \(clock)"
    }

    /// `2020-11-12T14:00:00+01:00`, for programs that read the page.
    package static func stamp(_ milliseconds: Int64) -> String {
        let hours = AmsterdamTime.ahead(at: milliseconds) / 3_600_000
        return "\(AmsterdamTime(at: milliseconds))+0\(hours):00"
    }

    private static func weekdays(_ language: Language) -> [String] {
        switch language {
        case .nl: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
        case .en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        }
    }

    private static func months(_ language: Language) -> [String] {
        switch language {
        case .nl: ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"]
        case .en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
        }
    }

    // MARK: What people type

    /// A moment of a day and a clock; the day as `12-11-2020` or `2020-11-12`, the clock as `14:00`, `14.00` or `14`.
    ///
    /// - Returns: nil for what is neither, and for an hour that is skipped when summer time begins
    package static func moment(day: String, clock: String) -> Int64? {
        let parts = day.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3 else { return nil }
        func two(_ part: Substring) -> String { part.utf8.count == 1 ? "0\(part)" : String(part) }
        let isYearFirst = parts[0].utf8.count == 4
        let text = [String(isYearFirst ? parts[0] : parts[2]), two(parts[1]), two(isYearFirst ? parts[2] : parts[0])].joined(separator: "-")
        guard let time = AmsterdamTime(day: text, clock: clock) else { return nil }
        switch time.moments {
        case .once(let moment), .twice(let moment, _): return moment
        case .never: return nil
        }
    }

    /// `12-11-2020`, as a form shows it.
    package static func written(_ milliseconds: Int64) -> String {
        AmsterdamTime(at: milliseconds).day.description.split(separator: "-").reversed().joined(separator: "-")
    }

    /// `14:00`, as a form shows it.
    package static func writtenClock(_ milliseconds: Int64) -> String { AmsterdamTime(at: milliseconds).clock }

    /// When a year, month or day begins and is over; nil for one that no calendar has.
    package static func span(of period: Period) -> (start: Int64, end: Int64)? {
        guard let first = CivilDay(year: period.year, month: period.month ?? 1, day: period.day ?? 1) else { return nil }
        let next: CivilDay? =
            if period.day != nil {
                first.adding(1)
            } else if let month = period.month, month < 12 {
                CivilDay(year: period.year, month: month + 1, day: 1)
            } else {
                CivilDay(year: period.year + 1, month: 1, day: 1)
            }
        return next.map { (AmsterdamTime.start(of: first), AmsterdamTime.start(of: $0)) }
    }

    /// The same clock so many days later: over a change of the clock it stays what people see.
    package static func later(_ milliseconds: Int64, days: Int) -> Int64 {
        let time = AmsterdamTime(at: milliseconds)
        return AmsterdamTime(time.day.adding(days), hour: time.hour, minute: time.minute, second: time.second)?.moment ?? milliseconds
    }
}
