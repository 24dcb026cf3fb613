import Mail
import TestSupport
import Testing

@Suite("Calendar files") struct CalendarFileTests {
    /// 12 November 2020, 14:00 to 16:00 in the Netherlands; changed on 1 November, 09:30:05 UTC.
    static func event() -> CalendarEvent {
        CalendarEvent(
            id: "01en5tm8000000000000000000@leefkring", sequence: 2, start: 1_605_186_000_000, end: 1_605_193_200_000, changedAt: 1_604_223_005_000,
            status: .confirmed, summary: "Leefomgeving en gezondheid")
    }

    static func parties() throws -> CalendarFile.Parties {
        CalendarFile.Parties(
            organizer: Mailbox(try MailAddress("leernetwerk@leefkring.example"), name: "Leernetwerk"),
            attendee: Mailbox(try MailAddress("jan.de.vries@voorbeeld.example"), name: "Jan \"de\" Vries; wijk, 1"))
    }

    private static let head = ["BEGIN:VCALENDAR", "PRODID:-//Leefkring//Leernetwerk//NL", "VERSION:2.0", "CALSCALE:GREGORIAN"]
    private static let zone = [
        "BEGIN:VTIMEZONE", "TZID:Europe/Amsterdam", "BEGIN:DAYLIGHT", "DTSTART:19960331T020000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "TZNAME:CEST", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "TZNAME:CET", "END:STANDARD", "END:VTIMEZONE",
    ]
    private static let hours = [
        "BEGIN:VEVENT", "UID:01en5tm8000000000000000000@leefkring", "DTSTAMP:20201101T093005Z", "LAST-MODIFIED:20201101T093005Z", "SEQUENCE:2",
        "DTSTART;TZID=Europe/Amsterdam:20201112T140000", "DTEND;TZID=Europe/Amsterdam:20201112T160000",
    ]

    private func lines(_ file: CalendarFile) -> [String] { file.text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init) }

    @Test("MTG-03: a file for one meeting is written exactly so, with local hours, their zone and CRLF")
    func exact() {
        var event = Self.event()
        event.description = "Wat je meeneemt:\neen casus; \"kort\", 1\\2"
        event.place = "Raadhuis, Lindenmeer"
        event.address = "https://leefkring.example/bijeenkomsten/1?x=a,b;c"
        event.categories = ["Bewegen", "Groen, water"]
        let expected =
            Self.head + ["METHOD:PUBLISH"] + Self.zone + Self.hours + [
                "STATUS:CONFIRMED", "SUMMARY:Leefomgeving en gezondheid", "DESCRIPTION:Wat je meeneemt:\\neen casus\\; \"kort\"\\, 1\\\\2",
                "LOCATION:Raadhuis\\, Lindenmeer", "URL:https://leefkring.example/bijeenkomsten/1?x=a,b;c", "CATEGORIES:Bewegen,Groen\\, water", "END:VEVENT",
                "END:VCALENDAR", "",
            ]
        #expect(lines(CalendarFile(event)) == expected)
        #expect(CalendarFile(event).bytes == Array(expected.joined(separator: "\r\n").utf8))
    }

    @Test("D-37: an invitation names organiser and guest and asks no answer; taking back keeps the id and says cancelled")
    func invitation() throws {
        let people = [
            "ORGANIZER;CN=\"Leernetwerk\":mailto:leernetwerk@leefkring.example",
            // 75 octets on the first line; the space in front of the next counts for it.
            "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALS",
            " E;CN=\"Jan 'de' Vries; wijk, 1\":mailto:jan.de.vries@voorbeeld.example",
        ]
        let request = lines(CalendarFile(Self.event(), for: .request(try Self.parties())))
        #expect(
            request == Self.head + ["METHOD:REQUEST"] + Self.zone + Self.hours + ["STATUS:CONFIRMED", "SUMMARY:Leefomgeving en gezondheid"] + people
                + ["END:VEVENT", "END:VCALENDAR", ""])
        let cancel = lines(CalendarFile(Self.event(), for: .cancel(try Self.parties())))
        #expect(
            cancel == Self.head + ["METHOD:CANCEL"] + Self.zone + Self.hours + ["STATUS:CANCELLED", "SUMMARY:Leefomgeving en gezondheid"] + people
                + ["END:VEVENT", "END:VCALENDAR", ""])
    }

    @Test("MTG-23: a feed has a name and says when to look again; it may be empty, and cancelled events stay in it as cancelled")
    func feed() {
        var cancelled = Self.event()
        cancelled.status = .cancelled
        let feed = CalendarFile.Feed(name: "Leernetwerk, agenda", refresh: 4)
        let names = [
            "NAME:Leernetwerk\\, agenda", "X-WR-CALNAME:Leernetwerk\\, agenda", "REFRESH-INTERVAL;VALUE=DURATION:PT4H", "X-PUBLISHED-TTL:PT4H",
        ]
        #expect(lines(CalendarFile(feed: feed, events: [])) == Self.head + ["METHOD:PUBLISH"] + names + Self.zone + ["END:VCALENDAR", ""])
        let both = lines(CalendarFile(feed: feed, events: [Self.event(), cancelled]))
        #expect(both.filter { $0.hasPrefix("STATUS") } == ["STATUS:CONFIRMED", "STATUS:CANCELLED"])
        #expect(!both.contains { $0.hasPrefix("ATTENDEE") || $0.hasPrefix("ORGANIZER") })
        #expect(CalendarFile.Feed(name: "x", refresh: -3).refresh == 1)
    }

    @Test("MTG-03: hours in both nights of summer time; in the hour that comes a second time they are in UTC")
    func nights() {
        func hours(_ start: Int64, _ end: Int64) -> [String] {
            var event = Self.event()
            (event.start, event.end) = (start, end)
            return lines(CalendarFile(event)).drop { $0 != "BEGIN:VEVENT" }.filter { $0.hasPrefix("DTSTART") || $0.hasPrefix("DTEND") }
        }
        // 00:30 UTC to 01:30 UTC on 25 October 2020: 02:30 and once more 02:30.
        #expect(hours(1_603_585_800_000, 1_603_589_400_000) == ["DTSTART;TZID=Europe/Amsterdam:20201025T023000", "DTEND:20201025T013000Z"])
        // From a second before the change to the change on 29 March 2020.
        #expect(
            hours(1_585_443_599_000, 1_585_443_600_000) == [
                "DTSTART;TZID=Europe/Amsterdam:20200329T015959", "DTEND;TZID=Europe/Amsterdam:20200329T030000",
            ])
        // No time, or less than none.
        #expect(hours(1_585_443_599_000, 1_585_443_599_000) == ["DTSTART;TZID=Europe/Amsterdam:20200329T015959"])
        #expect(hours(.max, .min).count == 1)
    }

    @Test("D-37: odd ids, addresses and numbers do no harm")
    func odd() {
        var event = Self.event()
        (event.id, event.sequence, event.status) = ("a b\r\nX:1;é", -4, .tentative)
        for address in ["javascript:alert(1)", "https://a.example/\r\nX:1", "https://a.example/ b", "https://a.example/\"", "https://é.example/", ""] {
            event.address = address
            let found = lines(CalendarFile(event))
            #expect(!found.contains { $0.hasPrefix("URL") || $0.hasPrefix("X:") })
            #expect(found.contains("UID:a-b--X-1---") && found.contains("SEQUENCE:0") && found.contains("STATUS:TENTATIVE"))
        }
        event.id = ""
        event.categories = ["", ""]
        #expect(lines(CalendarFile(event)).contains("UID:-") && !lines(CalendarFile(event)).contains { $0.hasPrefix("CATEGORIES") })
    }

    @Test("signs with a meaning in a link are written with a percent sign in a guest's address")
    func mailto() throws {
        let parties = CalendarFile.Parties(
            organizer: Mailbox(try MailAddress("o'brien+x@a.example")), attendee: Mailbox(try MailAddress("a/b?c&d#e%f=g@a.example")))
        let text = CalendarFile(Self.event(), for: .request(parties)).text.replacing("\r\n ", with: "")
        #expect(text.contains("\r\nORGANIZER:mailto:o'brien+x@a.example\r\n"))
        #expect(text.contains(";RSVP=FALSE:mailto:a%2Fb%3Fc%26d%23e%25f%3Dg@a.example\r\n"))
    }
}
