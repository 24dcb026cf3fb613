/// A calendar file (RFC 5545): a feed, a file to keep, or an invitation in a mail.
package struct CalendarFile: Sendable, Hashable {
    /// Who invites, and the one person this file goes to. Nobody sees who else is invited.
    package struct Parties: Sendable, Hashable {
        package let organizer: Mailbox
        package let attendee: Mailbox

        package init(organizer: Mailbox, attendee: Mailbox) {
            self.organizer = organizer
            self.attendee = attendee
        }

        /// No answer is asked (`RSVP=FALSE`): who gets the file has a place already.
        var lines: [CalendarLine] {
            let guest = [
                CalendarParameter("CUTYPE=INDIVIDUAL"), CalendarParameter("ROLE=REQ-PARTICIPANT"), CalendarParameter("PARTSTAT=ACCEPTED"),
                CalendarParameter("RSVP=FALSE"),
            ]
            return [
                CalendarLine("ORGANIZER", Self.name(organizer), safe: Self.link(organizer.address)),
                CalendarLine("ATTENDEE", guest + Self.name(attendee), safe: Self.link(attendee.address)),
            ]
        }

        private static func name(_ mailbox: Mailbox) -> [CalendarParameter] {
            guard let name = mailbox.name, !name.isEmpty else { return [] }
            return [CalendarParameter("CN", words: name)]
        }

        /// RFC 6068: an address as a link, with `%` for what has a meaning in one.
        private static func link(_ address: MailAddress) -> String {
            var bytes = Array("mailto:".utf8)
            for byte in "\(address)".utf8 {
                switch byte {
                case 0x30...0x39, 0x40...0x5A, 0x61...0x7A: bytes.append(byte)
                default: bytes += "-._~!$'*+".utf8.contains(byte) ? [byte] : [0x25] + QuotedPrintable.escape(byte).dropFirst()
                }
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// What a calendar does with it (RFC 5546).
    package enum Purpose: Sendable, Hashable {
        /// Shows it: a feed, or a file to keep. Without organizer and attendees, as nobody is invited by it.
        case publish
        /// Takes the event up for this person, or changes it where it is known by its id.
        case request(Parties)
        /// Takes it back.
        case cancel(Parties)

        package var method: CalendarMethod {
            switch self {
            case .publish: .publish
            case .request: .request
            case .cancel: .cancel
            }
        }
    }

    /// A feed that calendars come back to.
    package struct Feed: Sendable, Hashable {
        package let name: String
        /// Hours after which to look again, at least 1.
        package let refresh: Int

        package init(name: String, refresh: Int = 6) {
            self.name = name
            self.refresh = max(refresh, 1)
        }
    }

    package let purpose: Purpose
    package let events: [CalendarEvent]
    package let feed: Feed?

    /// A feed. May be empty.
    package init(feed: Feed, events: [CalendarEvent]) {
        (purpose, self.feed, self.events) = (.publish, feed, events)
    }

    /// A file for one event. RFC 5546 lets an invitation hold no other.
    package init(_ event: CalendarEvent, for purpose: Purpose = .publish) {
        (self.purpose, feed, events) = (purpose, nil, [event])
    }

    /// UTF-8, with CRLF at the end of every line.
    package var bytes: [UInt8] {
        var lines = [
            CalendarLine("BEGIN", safe: "VCALENDAR"), CalendarLine("PRODID", safe: "-//Leefkring//Leernetwerk//NL"), CalendarLine("VERSION", safe: "2.0"),
            CalendarLine("CALSCALE", safe: "GREGORIAN"), CalendarLine("METHOD", safe: purpose.method.rawValue),
        ]
        if let feed { lines += CalendarFile.lines(of: feed) }
        lines += CalendarFile.zone
        for event in events { lines += eventLines(event) }
        lines.append(CalendarLine("END", safe: "VCALENDAR"))
        return lines.flatMap(\.bytes)
    }

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    private func eventLines(_ event: CalendarEvent) -> [CalendarLine] {
        switch purpose {
        case .publish: event.lines(nil, isCancelled: false)
        case .request(let parties): event.lines(parties, isCancelled: false)
        case .cancel(let parties): event.lines(parties, isCancelled: true)
        }
    }

    /// The name and the hours, each as RFC 7986 has it and as Outlook and Apple read it.
    private static func lines(of feed: Feed) -> [CalendarLine] {
        [
            CalendarLine("NAME", text: feed.name), CalendarLine("X-WR-CALNAME", text: feed.name),
            CalendarLine("REFRESH-INTERVAL", [CalendarParameter("VALUE=DURATION")], safe: "PT\(feed.refresh)H"),
            CalendarLine("X-PUBLISHED-TTL", safe: "PT\(feed.refresh)H"),
        ]
    }

    /// The rule of ``AmsterdamTime``, from the year in which it began.
    private static let zone: [CalendarLine] =
        [CalendarLine("BEGIN", safe: "VTIMEZONE"), CalendarLine("TZID", safe: "Europe/Amsterdam")]
        + observance("DAYLIGHT", start: "19960331T020000", month: 3, from: "+0100", to: "+0200", name: "CEST")
        + observance("STANDARD", start: "19961027T030000", month: 10, from: "+0200", to: "+0100", name: "CET")
        + [CalendarLine("END", safe: "VTIMEZONE")]

    private static func observance(_ kind: String, start: String, month: Int, from: String, to: String, name: String) -> [CalendarLine] {
        [
            CalendarLine("BEGIN", safe: kind), CalendarLine("DTSTART", safe: start),
            CalendarLine("RRULE", safe: "FREQ=YEARLY;BYMONTH=\(month);BYDAY=-1SU"), CalendarLine("TZOFFSETFROM", safe: from),
            CalendarLine("TZOFFSETTO", safe: to), CalendarLine("TZNAME", safe: name), CalendarLine("END", safe: kind),
        ]
    }
}
