/// What the clock shows in the Netherlands: a day with hour, minute and second, and which moments that is.
///
/// By the rule of the European Union (Directive 2000/84/EC): summer time from the last Sunday of March to the last Sunday of October, both at 01:00 UTC. That is
/// right from 1996 on; of earlier hours the same rule is told, although the clock then went back in September.
package struct AmsterdamTime: Sendable, Hashable, Comparable, CustomStringConvertible {
    package let day: CivilDay
    package let hour: Int
    package let minute: Int
    package let second: Int

    /// The moments at which the clock shows a time. Milliseconds since 1970.
    package enum Moments: Sendable, Hashable {
        case once(Int64)
        /// In the hour that is skipped when summer time begins.
        ///
        /// - later: the moment that is meant by the rule of RFC 5545, section 3.3.5: as far behind 02:00 as was said, so an hour later on the new clock
        case never(later: Int64)
        /// In the hour that comes again when summer time ends: first in summer time, an hour after that in winter time.
        case twice(first: Int64, second: Int64)
    }

    /// Milliseconds of the two changes of a year: to summer time, and back.
    private typealias Changes = (forward: Int64, back: Int64)
    private static let hour: Int64 = 3_600_000
    private static let longest: Int64 = 253_402_214_400_000  // The last day of 9999 is left out, so that a clock ahead of UTC stays in that year.

    /// - Parameter milliseconds: since 1970; taken as the nearest of 1970 to 9999, parts of a second left out
    package init(at milliseconds: Int64) {
        let moment = min(max(milliseconds, 0), AmsterdamTime.longest)
        let seconds = Int((moment + AmsterdamTime.ahead(at: moment)) / 1000)
        self.init(CivilDay(number: seconds / 86_400), second: seconds % 86_400)
    }

    /// Nil for an hour, minute or second that no clock shows; there is no 24:00.
    package init?(_ day: CivilDay, hour: Int, minute: Int = 0, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.init(day, second: hour * 3600 + minute * 60 + second)
    }

    /// As a form gives it: the day as `2020-11-12`, the clock as `14:00`, `14.00`, `9:30` or `14`.
    package init?(day: String, clock: String) {
        let parts = clock.utf8.split(omittingEmptySubsequences: false) { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        guard let day = CivilDay(day), (1...2).contains(parts.count), (1...2).contains(parts[0].count), parts.count == 1 || parts[1].count == 2,
            parts.joined().allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        let numbers = parts.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        self.init(day, hour: numbers[0], minute: numbers.count > 1 ? numbers[1] : 0)
    }

    private init(_ day: CivilDay, second: Int) {
        self.day = day
        (hour, minute, self.second) = (second / 3600, second / 60 % 60, second % 60)
    }

    /// As ISO 8601 counts: 1 is Monday, 7 is Sunday.
    package var weekday: Int { day.weekday }

    /// `14:00`.
    package var clock: String { "\(CivilDay.digits(hour, 2)):\(CivilDay.digits(minute, 2))" }

    /// `2020-11-12T14:00:00`.
    package var description: String { "\(day)T\(clock):\(CivilDay.digits(second, 2))" }

    package var moments: Moments {
        let shown = Int64(day.number) * 24 * Self.hour + Int64(hour * 3600 + minute * 60 + second) * 1000
        let (summer, winter) = (shown - 2 * Self.hour, shown - Self.hour)
        return switch (Self.ahead(at: summer) == 2 * Self.hour, Self.ahead(at: winter) == Self.hour) {
        case (true, false): .once(summer)
        case (false, true): .once(winter)
        case (true, true): .twice(first: summer, second: winter)
        case (false, false): .never(later: winter)
        }
    }

    /// The one moment that programs take a time for (RFC 5545, section 3.3.5): the first of two, and for a time that is skipped the one behind the gap.
    ///
    /// In milliseconds since 1970.
    package var moment: Int64 {
        switch moments {
        case .once(let moment), .never(let moment), .twice(let moment, _): moment
        }
    }

    package static func < (left: AmsterdamTime, right: AmsterdamTime) -> Bool {
        (left.day, left.hour, left.minute, left.second) < (right.day, right.hour, right.minute, right.second)
    }

    /// When a day begins at midnight, in milliseconds since 1970.
    package static func start(of day: CivilDay) -> Int64 { AmsterdamTime(day, second: 0).moment }

    /// How far the clock is ahead of UTC, in milliseconds.
    package static func ahead(at milliseconds: Int64) -> Int64 {
        let days = milliseconds / (24 * hour) - (milliseconds % (24 * hour) < 0 ? 1 : 0)
        let changes = changes(in: CivilDay(number: Int(days)).year)
        return milliseconds >= changes.forward && milliseconds < changes.back ? 2 * hour : hour
    }

    private static func changes(in year: Int) -> Changes {
        func moment(_ month: Int) -> Int64 { Int64(CivilDay.last(weekday: 7, of: month, in: year).number) * 24 * hour + hour }
        return (moment(3), moment(10))
    }
}
