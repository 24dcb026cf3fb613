import Core
import Learning
import Testing

@Suite("The hours of meetings")
struct MeetingHoursTests {
    @Test("MTG-03: Thursday 12 November 2020 from 14:00 to 16:00 is 13:00 to 15:00 in UTC, and reads so in both languages")
    func fixture() throws {
        let start = try #require(MeetingHours.moment(day: "12-11-2020", clock: "14:00"))
        let end = try #require(MeetingHours.moment(day: "2020-11-12", clock: "16.00"))
        // 12 November 2020, 13:00 UTC.
        #expect(start == 1_605_186_000_000 && end == start + 7_200_000)
        #expect(MeetingHours.whole(start, end, .nl) == "donderdag 12 november 2020, 14.00 tot 16.00 uur")
        #expect(MeetingHours.whole(start, end, .en) == "Thursday 12 November 2020, 14:00 to 16:00")
        #expect(MeetingHours.stamp(start) == "2020-11-12T14:00:00+01:00")
        #expect(MeetingHours.written(start) == "12-11-2020" && MeetingHours.writtenClock(start) == "14:00")
        // Wednesday 23 September 2020 10:00, in summer time, is 08:00 in UTC.
        let summer = try #require(MeetingHours.moment(day: "23-09-2020", clock: "10"))
        #expect(summer == 1_600_848_000_000)
        #expect(MeetingHours.stamp(summer) == "2020-09-23T10:00:00+02:00")
        #expect(MeetingHours.day(summer, .nl) == "woensdag 23 september 2020")
    }

    @Test("MTG-03: in the night that summer time begins an hour is not there; in the night that it ends an hour is there twice and the first is meant")
    func nights() throws {
        // 28 March 2027: 02:00 becomes 03:00 at 01:00 UTC.
        #expect(MeetingHours.moment(day: "28-03-2027", clock: "02:00") == nil)
        #expect(MeetingHours.moment(day: "28-03-2027", clock: "02:59") == nil)
        let before = try #require(MeetingHours.moment(day: "28-03-2027", clock: "01:59"))
        let after = try #require(MeetingHours.moment(day: "28-03-2027", clock: "03:00"))
        #expect(after - before == 60_000)
        // 31 October 2027: 03:00 becomes 02:00 at 01:00 UTC, which is 1 824 944 400 seconds.
        let first = try #require(MeetingHours.moment(day: "31-10-2027", clock: "02:30"))
        #expect(first == 1_824_944_400_000 - 1_800_000)
        #expect(MeetingHours.stamp(first) == "2027-10-31T02:30:00+02:00")
        #expect(MeetingHours.stamp(first + 3_600_000) == "2027-10-31T02:30:00+01:00")
        #expect(MeetingHours.span(first, first + 3_600_000, .nl) == "02.30 tot 02.30 uur")
        // The same clock a week later is an hour and a week later.
        let saturday = try #require(MeetingHours.moment(day: "30-10-2027", clock: "14:00"))
        #expect(MeetingHours.later(saturday, days: 7) == saturday + 7 * 86_400_000 + 3_600_000)
    }

    @Test("what is no day or clock is not read")
    func hostile() {
        for day in ["", "12-11", "31-02-2027", "12-11-20", "--", "2027-13-01", "a-b-c", "12-11-2027-1"] {
            #expect(MeetingHours.moment(day: day, clock: "14:00") == nil, "\(day)")
        }
        for clock in ["", "25:00", "14:60", "14:0", "a", "-1:00", "24:00"] { #expect(MeetingHours.moment(day: "12-11-2027", clock: clock) == nil, "\(clock)") }
    }

    private func span(_ text: String) throws -> (start: Int64, end: Int64) {
        let period = try #require(Period(text))
        return try #require(MeetingHours.span(of: period))
    }

    @Test("MTG-23: a year, a month and a day have their own bounds in Dutch time")
    func spans() throws {
        let year = try span("2027")
        // 1 January at 00:00 in Amsterdam is 23:00 UTC the day before.
        #expect(year.start == 1_798_758_000_000 && year.end == year.start + 365 * 86_400_000)
        let march = try span("2027-03")
        #expect(march.end - march.start == 31 * 86_400_000 - 3_600_000)
        let december = try span("2027-12")
        #expect(december.end == year.end)
        let day = try span("2027-10-31")
        #expect(day.end - day.start == 25 * 3_600_000)
        #expect(MeetingHours.span(0, 26 * 3_600_000, .nl) == "01.00 tot vrijdag 2 januari 1970 03.00 uur")
    }
}
