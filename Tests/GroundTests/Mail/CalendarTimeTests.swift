import Foundation
import Mail
import TestSupport
import Testing

@Suite("Hours in the Netherlands") struct CalendarTimeTests {
    private static let hour: Int64 = 3_600_000
    /// `date -u -d '2020-03-29 01:00' +%s`: summer time begins.
    private static let forward: Int64 = 1_585_443_600_000
    /// `date -u -d '2020-10-25 01:00' +%s`: summer time ends.
    private static let back: Int64 = 1_603_587_600_000

    @Test("MTG-03: 12 November 2020 14:00 is 13:00 UTC, a Thursday; 23 September 2020 10:00 is 08:00 UTC, a Wednesday")
    func spec() throws {
        // `date -u -d '2020-11-12 13:00' +%s` and `date -u -d '2020-09-23 08:00' +%s`.
        let autumn = try #require(AmsterdamTime(day: "2020-11-12", clock: "14.00"))
        #expect(autumn.moments == .once(1_605_186_000_000) && autumn.moment == 1_605_186_000_000 && autumn.weekday == 4)
        #expect(autumn.description == "2020-11-12T14:00:00" && autumn.clock == "14:00")
        let summer = try #require(AmsterdamTime(day: "2020-09-23", clock: "10:00"))
        #expect(summer.moments == .once(1_600_848_000_000) && summer.weekday == 3)
        #expect(AmsterdamTime(at: 1_605_186_000_000) == autumn && AmsterdamTime(at: 1_600_848_000_999) == summer)
        #expect(summer < autumn && !(autumn < summer))
    }

    @Test("MTG-03: the night in which summer time begins: a second before, at and after the change")
    func shortNight() throws {
        #expect(
            (-1...1).map { AmsterdamTime(at: Self.forward + $0 * 1000).description } == [
                "2020-03-29T01:59:59", "2020-03-29T03:00:00", "2020-03-29T03:00:01",
            ])
        #expect(AmsterdamTime.ahead(at: Self.forward - 1) == Self.hour && AmsterdamTime.ahead(at: Self.forward) == 2 * Self.hour)
        let before = try #require(AmsterdamTime(day: "2020-03-29", clock: "1:59")), after = try #require(AmsterdamTime(day: "2020-03-29", clock: "3:00"))
        #expect(before.moments == .once(Self.forward - 60_000) && after.moments == .once(Self.forward))
        // A clock that was not put forward shows 02:30 when it is 03:30.
        for (clock, minutes) in [("2:00", Int64(0)), ("2.30", 30), ("02:59", 59)] {
            let skipped = try #require(AmsterdamTime(day: "2020-03-29", clock: clock))
            #expect(skipped.moments == .never(later: Self.forward + minutes * 60_000))
            #expect(AmsterdamTime(at: skipped.moment).hour == 3)
        }
        let day = try #require(CivilDay("2020-03-29"))
        #expect(AmsterdamTime.start(of: day.adding(1)) - AmsterdamTime.start(of: day) == 23 * Self.hour)
    }

    @Test("MTG-03: the night in which summer time ends: the hour that comes twice is told as such, and the first of the two is meant")
    func longNight() throws {
        #expect(
            (-1...1).map { AmsterdamTime(at: Self.back + $0 * 1000).description } == [
                "2020-10-25T02:59:59", "2020-10-25T02:00:00", "2020-10-25T02:00:01",
            ])
        let twice = try #require(AmsterdamTime(day: "2020-10-25", clock: "02:30"))
        #expect(twice.moments == .twice(first: Self.back - Self.hour / 2, second: Self.back + Self.hour / 2) && twice.moment == Self.back - Self.hour / 2)
        #expect(AmsterdamTime(at: Self.back - Self.hour / 2) == twice && AmsterdamTime(at: Self.back + Self.hour / 2) == twice)
        let before = try #require(AmsterdamTime(day: "2020-10-25", clock: "1:59")), after = try #require(AmsterdamTime(day: "2020-10-25", clock: "3:00"))
        #expect(before.moments == .once(Self.back - Self.hour - 60_000) && after.moments == .once(Self.back + Self.hour))
        let day = try #require(CivilDay("2020-10-25"))
        #expect(AmsterdamTime.start(of: day.adding(1)) - AmsterdamTime.start(of: day) == 25 * Self.hour)
    }

    @Test("from 1996 to 2036 hours are those of the time zone database, at every change of the clock and at any moment")
    func zoneDatabase() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Europe/Amsterdam"))
        func shown(_ milliseconds: Int64) -> String {
            let date = Date(timeIntervalSince1970: Double(milliseconds / 1000))
            let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second, .weekday], from: date)
            return String(
                format: "%04d-%02d-%02dT%02d:%02d:%02d %d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0, parts.hour ?? 0, parts.minute ?? 0,
                parts.second ?? 0, ((parts.weekday ?? 0) + 5) % 7 + 1)
        }
        func ours(_ milliseconds: Int64) -> String {
            let time = AmsterdamTime(at: milliseconds)
            return "\(time) \(time.weekday)"
        }
        var moments: [Int64] = []
        for year in 1996...2036 {
            for (month, earliest) in [(3, 25), (10, 25)] {
                let sunday = try #require((earliest...31).compactMap { CivilDay(year: year, month: month, day: $0) }.first { $0.weekday == 7 })
                moments += (-3...3).map { Int64(sunday.number) * 24 * Self.hour + Self.hour + $0 * 1000 }
            }
        }
        var chance = Chance(91)
        for _ in 0..<Fuzz.strings { moments.append(Int64.random(in: 820_454_400...2_114_380_800, using: &chance) * 1000) }
        for moment in moments {
            #expect(ours(moment) == shown(moment))
            switch AmsterdamTime(at: moment).moments {
            case .once(let same): #expect(same == moment)
            case .twice(let first, let second): #expect([first, second].contains(moment) && second - first == Self.hour)
            case .never: Issue.record("the clock shows \(ours(moment))")
            }
        }
    }

    @Test("days are counted right over the whole calendar, with leap years, and any number gives a day")
    func days() throws {
        let known = ["1970-01-01": 0, "2000-02-29": 11_016, "0001-01-01": -719_162, "9999-12-31": 2_932_896, "1969-12-31": -1]
        for (text, number) in known {
            #expect(CivilDay(text)?.number == number && CivilDay(number: number).description == text)
        }
        for number in stride(from: -719_162, through: 2_932_896, by: 89) {
            let day = CivilDay(number: number)
            #expect(day.number == number && CivilDay(day.description) == day && day.adding(1) > day)
        }
        #expect(CivilDay(number: .max).description == "9999-12-31" && CivilDay(number: .min).description == "0001-01-01")
        #expect(CivilDay("2020-11-12")?.adding(.max).description == "9999-12-31")
        for moment in [Int64.min, -1, 0] { #expect(AmsterdamTime(at: moment).description == "1970-01-01T01:00:00") }
        #expect(AmsterdamTime(at: .max).day.year == 9999)
    }

    @Test(
        "what no clock or calendar shows is nothing",
        arguments: [
            ("2021-02-29", "10:00"), ("2020-13-01", "10:00"), ("2020-1-1", "10:00"), ("12-11-2020", "10:00"), ("2020-11-12", "24:00"), ("2020-11-12", "10:60"),
            ("2020-11-12", ""), ("2020-11-12", "10:0"), ("2020-11-12", "10:00:00"), ("2020-11-12", "+1:00"), ("2020-11-12", "tien"), ("", "10:00"),
            ("2020-11-12", ":30"), ("2020-11-12", "100:00"), ("1900-02-29", "10:00"), ("0000-01-01", "10:00"), ("2020-11-31", "1:00"),
        ])
    func refused(day: String, clock: String) {
        #expect(AmsterdamTime(day: day, clock: clock) == nil)
    }

    @Test("a whole hour may be typed without minutes")
    func clocks() throws {
        let day = try #require(CivilDay("2020-11-12"))
        #expect(AmsterdamTime(day: "2020-11-12", clock: "9") == AmsterdamTime(day, hour: 9))
        #expect(AmsterdamTime(day, hour: 24) == nil && AmsterdamTime(day, hour: -1) == nil && AmsterdamTime(day, hour: 1, minute: 60) == nil)
        #expect(AmsterdamTime(day, hour: 23, minute: 59, second: 59)?.description == "2020-11-12T23:59:59")
    }
}
