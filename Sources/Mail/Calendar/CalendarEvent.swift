/// A thing with hours in a calendar (RFC 5545, `VEVENT`). Moments are milliseconds since 1970; parts of a second are left out.
package struct CalendarEvent: Sendable, Hashable {
    package enum Status: String, Sendable, Hashable, CaseIterable { case tentative = "TENTATIVE", confirmed = "CONFIRMED", cancelled = "CANCELLED" }

    /// The same for as long as the thing lives, in every feed and mail. Made of its permanent name, as the address of a site can change. Letters, digits and
    /// `.-_@` at most; other signs become `-`.
    package var id: String
    /// One more after every change of hours, place or status; 0 at first.
    package var sequence: Int
    package var start: Int64
    /// Not later than the start: then no end is printed.
    package var end: Int64
    /// When this version was made: the later of two with one sequence is the newer.
    package var changedAt: Int64
    package var status: Status
    /// One line.
    package var summary: String
    /// Any number of lines; empty for nothing.
    package var description = ""
    /// Where to go, or that it is online; empty for nothing.
    package var place = ""
    /// A full http or https address; with other signs than those of an address it is left out.
    package var address: String?
    package var categories: [String] = []

    package init(id: String, sequence: Int, start: Int64, end: Int64, changedAt: Int64, status: Status, summary: String) {
        self.id = id
        self.sequence = sequence
        self.start = start
        self.end = end
        self.changedAt = changedAt
        self.status = status
        self.summary = summary
    }

    /// - Parameters:
    ///   - parties: who invites and who is invited; nil for an event that nobody is invited to by this file
    ///   - isCancelled: the file takes the event back, whatever its own status
    func lines(_ parties: CalendarFile.Parties?, isCancelled: Bool) -> [CalendarLine] {
        var lines = [
            CalendarLine("BEGIN", safe: "VEVENT"), CalendarLine("UID", safe: printedID), CalendarLine("DTSTAMP", safe: CalendarTime.utc(changedAt)),
            CalendarLine("LAST-MODIFIED", safe: CalendarTime.utc(changedAt)), CalendarLine("SEQUENCE", safe: String(max(sequence, 0))),
            CalendarTime.line("DTSTART", start),
        ]
        if end > start { lines.append(CalendarTime.line("DTEND", end)) }
        lines += [CalendarLine("STATUS", safe: (isCancelled ? .cancelled : status).rawValue), CalendarLine("SUMMARY", text: summary)]
        if !description.isEmpty { lines.append(CalendarLine("DESCRIPTION", text: description)) }
        if !place.isEmpty { lines.append(CalendarLine("LOCATION", text: place)) }
        if let address, CalendarEvent.isAddress(address) { lines.append(CalendarLine("URL", safe: address)) }
        let named = categories.filter { !$0.isEmpty }
        if !named.isEmpty { lines.append(CalendarLine("CATEGORIES", texts: named)) }
        if let parties { lines += parties.lines }
        return lines + [CalendarLine("END", safe: "VEVENT")]
    }

    private var printedID: String {
        let signs = id.utf8.prefix(200).map { byte -> UInt8 in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x40: byte
            default: 0x2D
            }
        }
        return signs.isEmpty ? "-" : String(decoding: signs, as: UTF8.self)
    }

    private static func isAddress(_ text: String) -> Bool {
        (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.count <= 2000
            && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }
    }
}

/// Moments as a calendar file writes them (RFC 5545, section 3.3.5).
enum CalendarTime {
    /// `20201112T130000Z`.
    static func utc(_ milliseconds: Int64) -> String {
        let seconds = Int(min(max(milliseconds / 1000, 0), 253_402_300_799))
        return text(CivilDay(number: seconds / 86_400), seconds % 86_400) + "Z"
    }

    /// `DTSTART;TZID=Europe/Amsterdam:20201112T140000`. In the hour that comes a second time when summer time ends, in UTC: a local time would be read as the
    /// first of the two.
    static func line(_ name: StaticString, _ milliseconds: Int64) -> CalendarLine {
        let local = AmsterdamTime(at: milliseconds)
        guard case .twice(_, let second) = local.moments, milliseconds >= second else {
            let shown = text(local.day, local.hour * 3600 + local.minute * 60 + local.second)
            return CalendarLine(name, [CalendarParameter("TZID=Europe/Amsterdam")], safe: shown)
        }
        return CalendarLine(name, safe: utc(milliseconds))
    }

    private static func text(_ day: CivilDay, _ second: Int) -> String {
        func two(_ number: Int) -> String { CivilDay.digits(number, 2) }
        return CivilDay.digits(day.year, 4) + two(day.month) + two(day.day) + "T" + two(second / 3600) + two(second / 60 % 60) + two(second % 60)
    }
}
