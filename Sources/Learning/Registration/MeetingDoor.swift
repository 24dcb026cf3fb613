import Core
import SQL

/// What registration must know of a meeting, read where it decides.
package struct MeetingDoor: Sendable, Hashable {
    package let id: Identifier
    package let programme: Identifier
    /// Without the audience, which no decision about places needs.
    package let facts: Meeting.Facts
    package let sequence: Int
    package let updatedAt: Int64
    package let isPublic: Bool
    package let isDefinitive: Bool
    package let isCancelled: Bool
    /// The last number of the queue that was given.
    package let lastNumber: Int64

    /// Why nobody can register now.
    package enum Shut: Sendable, Hashable {
        case cancelled, past, closed, notYetOpen

        /// Nil where everyone can register.
        init?(_ facts: Meeting.Facts, isPublic: Bool, isCancelled: Bool, at now: Int64) {
            if isCancelled {
                self = .cancelled
            } else if now >= facts.endsAt {
                self = .past
            } else if now >= facts.closing {
                self = .closed
            } else if isPublic && now >= facts.opensAt ?? .min {
                return nil
            } else {
                self = .notYetOpen
            }
        }
    }

    /// - Parameter byOrganiser: they may add people before opening and after closing, until the start, but never past the places there are
    package func shut(at now: Int64, byOrganiser: Bool = false) -> Shut? {
        if byOrganiser, !isCancelled, now < facts.endsAt { return now < facts.startsAt ? nil : .closed }
        return Shut(facts, isPublic: isPublic, isCancelled: isCancelled, at: now)
    }

    /// In the place, or online where there is only that.
    package var mainWay: Presence { facts.form == .online ? .online : .physical }

    package var ways: Set<Presence> { facts.form == .both ? [.physical, .online] : [mainWay] }

    package func rules(maximum: [Identifier: Int], reserved: [ReservedPlaces]) -> PlaceRules {
        var capacity: [Presence: Int] = [:]
        capacity[mainWay] = facts.capacity
        if facts.form == .both { capacity[.online] = facts.onlineCapacity }
        return PlaceRules(
            ways: ways, capacity: capacity, maximum: maximum, reserved: reserved, reservedWay: mainWay, closesAt: facts.closing)
    }
}

extension MeetingDoor {
    static let columns: Query = """
        id, programme, part, number, title, subject, kind, form, starts_at, ends_at, place, address, join_link, capacity, online_capacity, opens_at, closes_at,
        closed_circle, preparation, subgroup_mode, balances, sequence, updated_at, last_number,
        (SELECT COUNT(*) FROM meeting_state WHERE meeting_state.meeting = meeting.id AND state <> 'concept') AS said,
        (SELECT COUNT(*) FROM meeting_state WHERE meeting_state.meeting = meeting.id AND state = 'definitief') AS ready,
        (SELECT COUNT(*) FROM meeting_state WHERE meeting_state.meeting = meeting.id AND state = 'afgelast') AS gone
        """

    init(_ row: Row) throws {
        func number(_ name: String) throws -> Int64 { Int64(try row.int(name)) }
        func identifier(_ name: String) throws -> Identifier? { try row.optionalString(name).flatMap { Identifier($0) } }
        guard let id = try identifier("id"), let programme = try identifier("programme") else { throw SQLError.value(column: "id", "is not an identifier") }
        self.id = id
        self.programme = programme
        facts = Meeting.Facts(
            part: try identifier("part"), number: try row.optionalInt("number"), title: try row.string("title"), subject: try row.string("subject"),
            kind: try row.raw("kind"), form: try row.raw("form"), startsAt: try number("starts_at"), endsAt: try number("ends_at"),
            place: try row.string("place"), address: try row.string("address"), joinLink: try row.string("join_link"),
            capacity: try row.optionalInt("capacity"), onlineCapacity: try row.optionalInt("online_capacity"),
            opensAt: try row.optionalInt("opens_at").map(Int64.init), closesAt: try number("closes_at"),
            isClosedCircle: try row.bool("closed_circle"), preparation: try row.int("preparation"), subgroups: try row.raw("subgroup_mode"),
            balances: try row.bool("balances"))
        sequence = try row.int("sequence")
        updatedAt = try number("updated_at")
        isPublic = try row.int("said") > 0
        isDefinitive = try row.int("ready") > 0
        isCancelled = try row.int("gone") > 0
        lastNumber = try number("last_number")
    }

    static func find(_ meeting: Identifier, _ reading: Reading) throws -> MeetingDoor? {
        try reading.first("SELECT \(columns) FROM meeting WHERE id = \(meeting.description)") { try MeetingDoor($0) }
    }

    /// Holds the meeting: who else wants to give or free a place in it waits until this transaction ends. The first thing that a write does.
    ///
    /// Read by a statement of its own: what others wrote while this one waited is in it.
    ///
    /// - Parameter next: also gives so many next numbers of the queue
    /// - Returns: nil where there is no such meeting
    static func hold(_ meeting: Identifier, next: Int = 0, in transaction: Transaction) throws -> MeetingDoor? {
        try transaction.send("UPDATE meeting SET last_number = last_number + \(next) WHERE id = \(meeting.description)")
        return try find(meeting, transaction)
    }
}

/// Who is where in one meeting: the rules, what is taken, and how many wait.
struct PlaceState {
    /// A list of its own: those who wait for the same.
    struct Line: Hashable {
        let way: Presence
        let subgroup: Identifier?
    }

    let door: MeetingDoor
    let rules: PlaceRules
    /// The subgroups of the meeting, where people have a say in them.
    let subgroups: Set<Identifier>
    var tally: PlaceTally
    /// Whether others got an offer meanwhile, and are to be told.
    var gaveTurns = false
    /// People who wait, by what they wait for.
    var waiting: [Line: Int]

    init(_ door: MeetingDoor, _ reading: Reading) throws {
        self.door = door
        let id = door.id.description
        let lots = try Self.reserved(door.id, reading)
        let groups = door.facts.subgroups == .assigned ? [:] : try Self.maximum(door.id, reading)
        subgroups = Set(groups.keys)
        // Where nobody chooses the maximum counts when people are divided.
        let maximum = door.facts.subgroups == .choice ? groups.compactMapValues { $0 } : [:]
        rules = door.rules(maximum: maximum, reserved: lots)
        var tally = PlaceTally(), waiting: [Line: Int] = [:]
        try reading.each("SELECT standing, way, subgroup, people FROM registration_tally WHERE meeting = \(id) AND people > 0") { row in
            let way: Presence = try row.raw(1), subgroup = Identifier(try row.string(2)), count = try row.int(3)
            guard try row.raw(0, as: RegistrationStanding.self) != .waiting else {
                waiting[Line(way: way, subgroup: subgroup)] = count
                return
            }
            tally.used[way, default: 0] += count
            if let subgroup { tally.subgroups[subgroup, default: 0] += count }
        }
        if !lots.isEmpty { tally.cells = try Self.cells(door, reading) }
        self.tally = tally
        self.waiting = waiting
    }

    /// Who got a place or an offer takes it from then on; who waits stands at the end of their line.
    mutating func add(_ entry: PlaceEntry, as standing: RegistrationStanding) {
        if standing == .waiting {
            waiting[Line(way: entry.way, subgroup: entry.subgroup), default: 0] += entry.size
        } else {
            tally.add(entry, reservedWay: rules.reservedWay)
        }
    }

    mutating func leaveList(_ entry: PlaceEntry) {
        let line = Line(way: entry.way, subgroup: entry.subgroup), left = (waiting[line] ?? 0) - entry.size
        waiting[line] = left > 0 ? left : nil
    }

    /// Of each subgroup how many people it has room for; nil for any number.
    private static func maximum(_ meeting: Identifier, _ reading: Reading) throws -> [Identifier: Int?] {
        let rows = try reading.all("SELECT id, maximum FROM subgroup WHERE meeting = \(meeting.description)") {
            (Identifier(try $0.string(0)), try $0.optionalInt(1))
        }
        return Dictionary(rows.compactMap { id, most in id.map { ($0, most) } }, uniquingKeysWith: { first, _ in first })
    }

    static func reserved(_ meeting: Identifier, _ reading: Reading) throws -> [ReservedPlaces] {
        try reading.all(
            "SELECT id, group_kind, group_key, places, until_at FROM reserved_place WHERE meeting = \(meeting.description) ORDER BY id"
        ) { row in
            let key = try row.string(2)
            guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "id", "is not an identifier") }
            let group: ReservedGroup = try row.string(1) == "rol" ? Role(rawValue: key).map { .role($0) } ?? .municipality(key) : .municipality(key)
            return ReservedPlaces(id: id, group: group, number: try row.int(3), until: Int64(try row.int(4)))
        }
    }

    private static func cells(_ door: MeetingDoor, _ reading: Reading) throws -> [PlaceTally.Cell: Int] {
        let rows = try reading.all(
            """
            SELECT role, municipality, COUNT(*) FROM registration
            WHERE meeting = \(door.id.description) AND standing IN ('ingeschreven', 'aangeboden') AND way = \(door.mainWay) GROUP BY role, municipality
            """
        ) { (PlaceTally.Cell(try $0.raw(0), try $0.optionalString(1)), try $0.int(2)) }
        return Dictionary(rows, uniquingKeysWith: +)
    }
}
