import Core
import Learning
import Mail
import Synchronization

/// When something happens in the demonstration: days from the day it is loaded, and a clock in the Netherlands. Written as `-340 14:00`.
struct DemoMoment: Sendable, Hashable, Decodable {
    let day: Int
    let clock: String

    init(day: Int, clock: String) {
        self.day = day
        self.clock = clock
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer(), text = try container.decode(String.self)
        let parts = text.split(separator: " ")
        guard parts.count == 2, let day = Int(parts[0]) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text): expected days and a clock, such as -340 14:00")
        }
        self.init(day: day, clock: String(parts[1]))
    }
}

/// The days around the one on which the demonstration is loaded. Times are milliseconds since 1970.
struct DemoDays: Sendable {
    /// When it is loaded.
    let now: Int64
    private let today: CivilDay

    static let minute: Int64 = 60_000
    static let day: Int64 = 86_400_000

    init(now: Int64) {
        self.now = now
        today = AmsterdamTime(at: now).day
    }

    func moment(_ moment: DemoMoment) throws -> Int64 { try time(today.adding(moment.day), moment.clock) }

    /// The same on a working day: what would be in a weekend goes away from today, so that what is past stays past.
    func working(_ moment: DemoMoment) throws -> Int64 {
        let day = today.adding(moment.day), weekend = day.weekday - 5
        guard weekend > 0 else { return try time(day, moment.clock) }
        return try time(day.adding(moment.day < 0 ? -weekend : 3 - weekend), moment.clock)
    }

    /// `2026-12-31`, so many days from today.
    func date(_ days: Int) -> String { today.adding(days).description }

    /// The month that lies so many months from this one.
    func month(_ months: Int) -> Period {
        let number = today.year * 12 + today.month - 1 + months
        return Period(year: number / 12, month: number % 12 + 1)
    }

    private func time(_ day: CivilDay, _ clock: String) throws -> Int64 {
        guard let time = MeetingHours.moment(day: day.description, clock: clock) else {
            throw DemoFault.refused("\(day) \(clock)", Localized(nl: "dit is geen tijdstip", en: "this is no time"))
        }
        return time
    }
}

/// The clock of a site while a demonstration is loaded: it shows when each step is said to have happened.
package final class DemoClock: Sendable {
    private let time: Mutex<Int64>

    /// - Parameter now: milliseconds since 1970
    package init(at now: Int64) { time = Mutex(now) }

    package var now: Int64 { time.withLock { $0 } }

    func turn(to now: Int64) { time.withLock { $0 = now } }
}

/// Why a demonstration cannot be loaded.
enum DemoFault {
    static func refused(_ value: String, _ reason: Localized, source: String = "leefkring demo") -> ImportRefused {
        ImportRefused([Diagnostic(.error, source: source, value: value, reason: reason)])
    }
}
