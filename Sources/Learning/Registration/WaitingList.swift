import Core
import SQL

/// The list of a meeting in the order of its numbers, read as far as someone looks.
final class WaitingList {
    private let meeting: Identifier
    private let reading: Reading
    private var ahead: ArraySlice<PlaceEntry> = []
    private var last: Int64 = 0
    private var isEnded = false

    /// More than the eight people that a group has at most.
    private static let page = 64

    init(of meeting: Identifier, _ reading: Reading) {
        self.meeting = meeting
        self.reading = reading
    }

    /// The next entry: a person, or those of a group who still wait; nil at the end.
    func next() throws -> PlaceEntry? {
        if ahead.isEmpty && !isEnded { try load() }
        return ahead.popFirst()
    }

    private func load() throws {
        let rows = try reading.all(
            """
            SELECT number, way, subgroup, role, municipality FROM registration
            WHERE meeting = \(meeting.description) AND standing = 'wacht' AND number > \(last) ORDER BY number, member LIMIT \(Self.page)
            """
        ) { row in
            PlaceEntry(
                number: Int64(try row.int(0)), way: try row.raw(1), subgroup: try row.optionalString(2).flatMap { Identifier($0) }, role: try row.raw(3),
                municipality: try row.optionalString(4))
        }
        var entries: [PlaceEntry] = []
        for row in rows {
            guard let same = entries.last, same.number == row.number else {
                entries.append(row)
                continue
            }
            entries[entries.count - 1] = PlaceEntry(
                number: same.number, way: same.way, subgroup: same.subgroup, role: same.role, municipality: same.municipality, size: same.size + 1)
        }
        isEnded = rows.count < Self.page
        // A group that the page cuts in two is read with the next.
        if !isEnded { entries.removeLast() }
        last = entries.last?.number ?? last
        ahead = entries[...]
    }
}
