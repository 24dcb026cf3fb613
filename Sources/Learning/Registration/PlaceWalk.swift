import Core

/// Goes along the list in its order and says whose turn it is. Pure: the same list gives the same turns.
///
/// Who does not fit holds up those behind, but only for what they lack themselves: who waits for one subgroup does not hold up who waits for another, and who
/// waits for a place for everyone does not hold up who may have a kept one.
package struct PlaceWalk: Sendable {
    private enum Lack: Hashable {
        case places(Presence)
        case kept(Identifier)
        case subgroup(Identifier)
    }

    private let rules: PlaceRules
    private let now: Int64
    /// Whether who does not fit holds up others.
    private let isStrict: Bool
    private var tally: PlaceTally
    private var lacks: Set<Lack> = []

    package init(_ rules: PlaceRules, _ tally: PlaceTally, isStrict: Bool, at now: Int64) {
        self.rules = rules
        self.tally = tally
        self.isStrict = isStrict
        self.now = now
    }

    /// Looks at the next of the list.
    ///
    /// - Returns: whether it is their turn; their places then count as taken
    package mutating func take(_ entry: PlaceEntry) -> Bool {
        let open = places(for: entry), room = room(in: entry.subgroup)
        if entry.size <= open && entry.size <= room {
            tally.add(entry, reservedWay: rules.reservedWay)
            return true
        }
        guard isStrict else { return false }
        if entry.size > open {
            lacks.insert(.places(entry.way))
            for lot in lots(of: entry) { lacks.insert(.kept(lot.id)) }
        }
        if entry.size > room, let subgroup = entry.subgroup { lacks.insert(.subgroup(subgroup)) }
        return false
    }

    /// Whether nobody further on can have a turn, whoever they are.
    package var isOver: Bool {
        rules.ways.allSatisfy { way in
            guard rules.capacity[way] != nil else { return lacks.contains(.places(way)) }
            let unused = way == rules.reservedWay ? self.unused : []
            let general = general(way, unused: unused)
            let isShut = general <= 0 || lacks.contains(.places(way))
            let isKept = zip(rules.reserved, unused).contains { $0.1 > 0 && !lacks.contains(.kept($0.0.id)) }
            return isShut && !isKept
        }
    }

    // MARK: Counting

    private var unused: [Int] { rules.reserved.isEmpty ? [] : tally.unused(rules.reserved, at: now) }

    private func lots(of entry: PlaceEntry) -> [ReservedPlaces] {
        entry.way == rules.reservedWay ? rules.reserved.filter { $0.group.holds(entry.role, entry.municipality) } : []
    }

    /// Places for everyone; below 0 where the capacity was lowered.
    private func general(_ way: Presence, unused: [Int]) -> Int {
        guard let capacity = rules.capacity[way] else { return .max / 4 }
        return capacity - (tally.used[way] ?? 0) - unused.reduce(0, +)
    }

    /// How many places there are for this entry: those for everyone, unless others wait for them, and those that are kept for it.
    private func places(for entry: PlaceEntry) -> Int {
        let unused = entry.way == rules.reservedWay ? self.unused : []
        let own = Set(lots(of: entry).map(\.id)).filter { !lacks.contains(.kept($0)) }
        let kept = zip(rules.reserved, unused).reduce(0) { sum, lot in own.contains(lot.0.id) ? sum + lot.1 : sum }
        let general = general(entry.way, unused: unused)
        return lacks.contains(.places(entry.way)) ? min(kept, general + kept) : general + kept
    }

    private func room(in subgroup: Identifier?) -> Int {
        guard let subgroup, let maximum = rules.maximum[subgroup] else { return .max / 4 }
        return lacks.contains(.subgroup(subgroup)) ? 0 : maximum - (tally.subgroups[subgroup] ?? 0)
    }
}
