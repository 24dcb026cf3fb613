import Core
import People
import SQL

/// Reads what a network report counts. Writes nothing.
package struct ReportStore: Sendable {
    let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    package struct Found: Sendable {
        package var links: [NetworkReport.Pair: NetworkReport.Tally] = [:]
        package var speed = NetworkReport.Speed()
        package var time = NetworkReport.Time()
        /// The state of the last step of each item of the agenda that comes from an issue.
        package var states: [Identifier: Set<AgendaItem.State>] = [:]
    }

    /// - Parameters:
    ///   - members: municipalities that take part in the programme
    ///   - reuses: what other parts know
    package func read(
        _ programme: Identifier, members: Set<AreaCode>, reuses: [ReportReuse], in period: Range<Int64>, at now: Int64
    ) async throws -> Found {
        try await database.read { reading in
            var found = Found()
            let (links, time) = try Self.meetings(programme, in: period, at: now, reading)
            found.links = links
            found.time = time
            let pairs =
                try Self.helped(in: period, reading) + Self.introduced(in: period, reading)
                + (Self.cases(in: period, reading) + reuses).map { NetworkReport.Pair($0.from, $0.to, .reused) }
            for pair in pairs where pair.from != pair.to && members.contains(pair.from) && members.contains(pair.to) {
                found.links[pair, default: NetworkReport.Tally()].known += 1
            }
            found.speed = try Self.speed(programme, in: period, at: now, reading)
            found.states = try Self.states(reading)
            return found
        }
    }

    // MARK: Meetings

    private static func meetings(
        _ programme: Identifier, in period: Range<Int64>, at now: Int64, _ reading: Reading
    ) throws -> ([NetworkReport.Pair: NetworkReport.Tally], NetworkReport.Time) {
        let held: Query = """
            meeting.programme = \(programme.description) AND meeting.ends_at >= \(period.lowerBound) AND meeting.ends_at < \(period.upperBound)
                AND meeting.ends_at <= \(now)
                AND EXISTS (SELECT 1 FROM meeting_state WHERE meeting_state.meeting = meeting.id AND meeting_state.state <> 'concept')
                AND NOT EXISTS (SELECT 1 FROM meeting_state WHERE meeting_state.meeting = meeting.id AND meeting_state.state = 'afgelast')
            """
        var minutes: [String: Int] = [:], time = NetworkReport.Time()
        try reading.each("SELECT meeting.id, meeting.starts_at, meeting.ends_at, meeting.preparation FROM meeting WHERE \(held)") { row in
            let length = (try row.int(2) - row.int(1)) / 60_000 + (try row.int(3))
            minutes[try row.string(0)] = length
            time.meetings += 1
            time.asked += length
        }
        var present: [Identifier: Set<AreaCode>] = [:], maybe: [Identifier: Set<AreaCode>] = [:]
        try reading.each(
            """
            SELECT registration.meeting, registration.municipality, registration.attendance, COUNT(*) FROM registration
            JOIN meeting ON meeting.id = registration.meeting WHERE registration.standing = 'ingeschreven' AND \(held)
            GROUP BY registration.meeting, registration.municipality, registration.attendance
            """
        ) { row in
            let meeting = try row.identifier(0), attendance: Attendance = try row.raw(2), count = try row.int(3)
            let length = minutes[meeting.description] ?? 0
            time.places += count
            time.committed += count * length
            if attendance == .present {
                time.present += count
                time.attended += count * length
            }
            if attendance == .unknown { time.unknown += count }
            guard let place = try row.optionalString(1).flatMap({ AreaCode($0)?.municipality }) else { return }
            switch attendance {
            case .present: present[meeting, default: []].insert(place)
            case .unknown: maybe[meeting, default: []].insert(place)
            case .absent: break
            }
        }
        return (NetworkReport.met(present: present, maybe: maybe), time)
    }

    // MARK: Other links

    /// What both sides confirmed.
    private static func helped(in period: Range<Int64>, _ reading: Reading) throws -> [NetworkReport.Pair] {
        try reading.all(
            """
            SELECT giver.area, taker.area FROM help_entry JOIN organisation giver ON giver.id = help_entry.helper_organisation
            JOIN organisation taker ON taker.id = help_entry.helped_organisation
            WHERE help_entry.confirmed_at IS NOT NULL AND help_entry.entered_at >= \(period.lowerBound) AND help_entry.entered_at < \(period.upperBound)
                AND giver.area IS NOT NULL AND taker.area IS NOT NULL
            """
        ) { row in pair(try row.string(0), try row.string(1), .helped) }.compactMap(\.self)
    }

    private static func pair(_ from: String, _ to: String, _ kind: NetworkReport.Kind) -> NetworkReport.Pair? {
        guard let from = AreaCode(from)?.municipality, let to = AreaCode(to)?.municipality else { return nil }
        return NetworkReport.Pair(from, to, kind)
    }

    /// Those who both said yes. An introduction of several counts once for each two municipalities.
    private static func introduced(in period: Range<Int64>, _ reading: Reading) throws -> [NetworkReport.Pair] {
        var sides: [String: Set<AreaCode>] = [:]
        try reading.each(
            """
            SELECT introduction.id, organisation.area FROM introduction
            JOIN introduction_side ON introduction_side.introduction = introduction.id
            JOIN organisation ON organisation.id = introduction_side.organisation
            WHERE introduction.state = 'gedeeld' AND introduction.ended_at >= \(period.lowerBound) AND introduction.ended_at < \(period.upperBound)
                AND introduction_side.answer = 'ja' AND organisation.area IS NOT NULL
            """
        ) { row in
            if let place = AreaCode(try row.string(1))?.municipality { sides[try row.string(0), default: []].insert(place) }
        }
        return sides.values.flatMap { places -> [NetworkReport.Pair] in
            let all = places.sorted()
            return all.enumerated().flatMap { index, one in all[(index + 1)...].map { NetworkReport.Pair(one, $0, .introduced) } }
        }
    }

    /// Shared cases that took something over from another.
    private static func cases(in period: Range<Int64>, _ reading: Reading) throws -> [ReportReuse] {
        try reading.all(
            """
            SELECT source.area, taker.area FROM practice_case taker JOIN practice_case source ON source.id = taker.inspired_by
            WHERE taker.state = 'gedeeld' AND taker.published_at >= \(period.lowerBound) AND taker.published_at < \(period.upperBound)
                AND source.area IS NOT NULL AND taker.area IS NOT NULL
            """
        ) { row -> ReportReuse? in
            guard let from = AreaCode(try row.string(0))?.municipality, let to = AreaCode(try row.string(1))?.municipality else { return nil }
            return ReportReuse(from: from, to: to)
        }.compactMap(\.self)
    }

    // MARK: Questions

    /// Questions for help of those who take part. What was taken back without a yes is left out: nobody knows how it would have gone.
    private static func speed(_ programme: Identifier, in period: Range<Int64>, at now: Int64, _ reading: Reading) throws -> NetworkReport.Speed {
        var speed = NetworkReport.Speed()
        try reading.each(
            """
            SELECT help_request.added_at, help_request.state, MIN(help_ask.answered_at) FROM help_request
            LEFT JOIN help_ask ON help_ask.request = help_request.id AND help_ask.state = 'ja'
            WHERE help_request.added_at >= \(period.lowerBound) AND help_request.added_at < \(period.upperBound)
                AND (help_request.programme = \(programme.description) OR (help_request.programme IS NULL AND help_request.organisation IN
                    (SELECT programme_organisation.organisation FROM programme_organisation WHERE programme_organisation.programme = \(programme.description))))
            GROUP BY help_request.id, help_request.added_at, help_request.state
            """
        ) { row in
            let due = HelpTerm.due(after: Int64(try row.int(0))) { DutchDay(at: $0).end }
            let state: HelpRequest.State = try row.raw(1)
            if let answered = try row.optionalInt(2).map(Int64.init) {
                if answered <= due { speed.inTime += 1 } else { speed.late += 1 }
            } else if state != .withdrawn {
                if now < due { speed.early += 1 } else { speed.late += 1 }
            }
        }
        return speed
    }

    private static func states(_ reading: Reading) throws -> [Identifier: Set<AgendaItem.State>] {
        var found: [Identifier: Set<AgendaItem.State>] = [:]
        try reading.each(
            """
            SELECT agenda_item_issue.issue, agenda_item_state.state FROM agenda_item_issue
            JOIN agenda_item_state ON agenda_item_state.item = agenda_item_issue.item
            WHERE agenda_item_state.number =
                (SELECT MAX(newest.number) FROM agenda_item_state newest WHERE newest.item = agenda_item_issue.item)
            """
        ) { row in found[try row.identifier(0), default: []].insert(try row.raw(1)) }
        return found
    }
}
