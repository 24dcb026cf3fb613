import Core
import People
import SQL

/// What of meetings lists and feeds show: those that are public.
extension MeetingStore {
    /// The meeting, draft or not; nil where there is none. Who asks decides who may see it.
    package func find(_ id: Identifier) async throws -> Meeting? { try await database.read { try MeetingRows.meeting(id, $0) } }

    /// The programme in its order.
    package func items(of meeting: Identifier) async throws -> [ProgrammeItem] { try await database.read { try MeetingRows.items(of: meeting, $0) } }

    /// The meeting that an item of a programme belongs to; nil where there is no such item.
    package func meeting(of item: Identifier) async throws -> Meeting? {
        try await database.read {
            try MeetingRows.meetings(where: "id = (SELECT meeting FROM programme_item WHERE programme_item.id = \(item.description))", $0).first
        }
    }

    package func subgroup(_ id: Identifier) async throws -> Subgroup? { try await database.read { try MeetingRows.subgroup(id, $0) } }

    /// Which public meetings fit, by their start; the past ones the newest first. Labels and areas are not looked at here.
    ///
    /// - Parameter withDrafts: for those who organise
    package func list(_ filter: MeetingFilter = MeetingFilter(when: .all), withDrafts: Bool = false, at now: Int64) async throws -> [Meeting] {
        let found = try await database.read { try MeetingRows.meetings(where: filter.condition(at: now), $0) }
        let shown = withDrafts ? found : found.filter(\.isPublic)
        return filter.when == .past ? shown.reversed() : shown
    }

    /// The meetings of a part by number.
    package func series(_ part: Identifier, withDrafts: Bool = false) async throws -> [Meeting] {
        let found = try await database.read { try MeetingRows.meetings(where: "part = \(part.description)", $0) }
        return found.filter { withDrafts || $0.isPublic }.sorted { ($0.facts.number ?? 0, $0.id) < ($1.facts.number ?? 0, $1.id) }
    }

    /// The keys of the labels of each of these; those without any are left out.
    package func labels(of meetings: [Identifier]) async throws -> [Identifier: Set<String>] {
        guard !meetings.isEmpty else { return [:] }
        let kind = SearchEntry.Kind.meeting.rawValue
        return try await database.read { reading in
            var found: [Identifier: Set<String>] = [:]
            try reading.each("SELECT thing_id, term FROM labelling WHERE thing_kind = \(kind) AND thing_id IN \(list: meetings.map(\.description))") { row in
                if let id = Identifier(try row.string(0)) { found[id, default: []].insert(try row.string(1)) }
            }
            return found
        }
    }
}
