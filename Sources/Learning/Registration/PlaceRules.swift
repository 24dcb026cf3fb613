import Core

/// How someone is there: each way has its own places where a meeting has both.
package enum Presence: String, Sendable, Hashable, CaseIterable {
    case physical = "fysiek"
    case online = "online"
}

/// Whom places are kept for (D-06).
package enum ReservedGroup: Sendable, Hashable {
    case role(Role)
    /// The code of a municipality.
    case municipality(String)

    func holds(_ role: Role, _ municipality: String?) -> Bool {
        switch self {
        case .role(let wanted): wanted == role
        case .municipality(let wanted): wanted == municipality
        }
    }
}

/// Places that go to one group first, until a moment.
package struct ReservedPlaces: Sendable, Hashable {
    package let id: Identifier
    package let group: ReservedGroup
    package let number: Int
    /// Milliseconds since 1970: from then on they are for everyone.
    package let until: Int64

    package init(id: Identifier, group: ReservedGroup, number: Int, until: Int64) {
        self.id = id
        self.group = group
        self.number = number
        self.until = until
    }
}

/// What limits the places of one meeting. Times are milliseconds since 1970.
package struct PlaceRules: Sendable, Hashable {
    /// How one can be there.
    package var ways: Set<Presence>
    /// The most of each way; a way that is not in it has no limit.
    package var capacity: [Presence: Int]
    /// The most of each subgroup; one that is not in it has no limit.
    package var maximum: [Identifier: Int]
    package var reserved: [ReservedPlaces]
    /// The way that places are kept in: in the place, or online where there is only that.
    package var reservedWay: Presence
    /// When registration closes; from then on nobody comes in.
    package var closesAt: Int64

    package init(
        ways: Set<Presence> = [.physical], capacity: [Presence: Int], maximum: [Identifier: Int] = [:], reserved: [ReservedPlaces] = [],
        reservedWay: Presence = .physical, closesAt: Int64
    ) {
        self.ways = ways
        self.capacity = capacity
        self.maximum = maximum
        self.reserved = reserved
        self.reservedWay = reservedWay
        self.closesAt = closesAt
    }

    /// Until this long before closing a group that does not fit holds up those behind it; then the first that fits comes in.
    package static let strictTime: Int64 = 72 * 3_600_000

    /// From this long before closing nothing is offered any more: what is free is open to all.
    package static let offerTime: Int64 = 2 * 3_600_000

    package func isStrict(at now: Int64) -> Bool { now < closesAt - Self.strictTime }

    package func makesOffers(at now: Int64) -> Bool { now <= closesAt - Self.offerTime }
}

/// Some who register as one: a person, or a group that gets all places or none (D-04).
package struct PlaceEntry: Sendable, Hashable {
    /// Ever rising within a meeting: the order of the list.
    package let number: Int64
    package let way: Presence
    /// The subgroup that was chosen; nil for none yet.
    package let subgroup: Identifier?
    package let role: Role
    package let municipality: String?
    /// How many people; at least 1.
    package let size: Int

    package init(number: Int64, way: Presence, subgroup: Identifier? = nil, role: Role, municipality: String? = nil, size: Int = 1) {
        self.number = number
        self.way = way
        self.subgroup = subgroup
        self.role = role
        self.municipality = municipality
        self.size = size
    }
}

/// How many places are taken: by who is registered and by open offers together.
package struct PlaceTally: Sendable, Hashable {
    /// People of one role and municipality, for places that are kept for them.
    package struct Cell: Sendable, Hashable {
        package let role: Role
        package let municipality: String?

        package init(_ role: Role, _ municipality: String?) {
            self.role = role
            self.municipality = municipality
        }
    }

    package var used: [Presence: Int] = [:]
    package var subgroups: [Identifier: Int] = [:]
    /// Of the way that places are kept in; only needed where there are such places.
    package var cells: [Cell: Int] = [:]

    package init() {}

    package mutating func add(_ entry: PlaceEntry, reservedWay: Presence) {
        used[entry.way, default: 0] += entry.size
        if let subgroup = entry.subgroup { subgroups[subgroup, default: 0] += entry.size }
        if entry.way == reservedWay { cells[Cell(entry.role, entry.municipality), default: 0] += entry.size }
    }

    /// How many of each kept lot are not used yet, in the order of the lots. Who fits in two lots counts for the first with room.
    package func unused(_ lots: [ReservedPlaces], at now: Int64) -> [Int] {
        var left = cells
        return lots.map { lot in
            guard now < lot.until else { return 0 }
            var free = lot.number
            for (cell, count) in left.sorted(by: { Self.order($0.key, $1.key) }) where lot.group.holds(cell.role, cell.municipality) {
                let taken = min(free, count)
                free -= taken
                left[cell] = count - taken
            }
            return free
        }
    }

    private static func order(_ left: Cell, _ right: Cell) -> Bool {
        (left.role.rawValue, left.municipality ?? "") < (right.role.rawValue, right.municipality ?? "")
    }
}
