import Core

/// Divides people over subgroups by their wishes, at the lowest cost in all.
///
/// A first wish costs nothing, a second 1, a third 3, none of them 10. Where municipalities are spread, everyone above an equal share of their municipality in a
/// group (``share(of:over:)``) costs 2 more. No group gets more than its maximum. Whoever was put in a group by hand stays there.
///
/// Of several divisions that cost the same, who registered first has the choice: the wish that costs least, then the group with the fewest people so far, then
/// the first group. So the same people and groups always give the same division.
package struct SubgroupAssignment: Sendable {
    package struct Group: Sendable, Hashable {
        package let id: Identifier
        /// Nil for any number.
        package let maximum: Int?

        package init(id: Identifier, maximum: Int?) {
            self.id = id
            self.maximum = maximum
        }
    }

    package struct Participant: Sendable, Hashable {
        package let id: Identifier
        /// The groups they asked for, the dearest first. The first three count; a group that is no more keeps its place among them.
        package let wishes: [Identifier]
        /// Nil where it is not known: then it weighs nowhere.
        package let municipality: AreaCode?
        /// The group they were put in by hand.
        package let pinned: Identifier?

        package init(id: Identifier, wishes: [Identifier], municipality: AreaCode? = nil, pinned: Identifier? = nil) {
            self.id = id
            self.wishes = wishes
            self.municipality = municipality
            self.pinned = pinned
        }
    }

    package struct Outcome: Sendable, Hashable {
        /// Participant to group.
        package let places: [Identifier: Identifier]
        /// Who found no place, in the order of registration: those who registered last, and who were put in a group by hand that was full by then.
        package let unplaced: [Identifier]
        /// Of those with a place.
        package let cost: Int
    }

    /// What it costs to get the first, second or third wish.
    package static let wishCosts = [0, 1, 3]
    package static let noWishCost = 10
    package static let crowdCost = 2

    private let groups: [Group]
    private let isSpread: Bool

    /// - Parameters:
    ///   - groups: in the order of the programme; of two with one id the first counts
    ///   - spreadsMunicipalities: people of one municipality in different groups, where that costs less than it spoils
    package init(over groups: [Group], spreadsMunicipalities: Bool) {
        var known: Set<Identifier> = []
        self.groups = groups.filter { known.insert($0.id).inserted }
        isSpread = spreadsMunicipalities
    }

    /// - Parameter participants: in the order of registration; of two with one id the first counts
    package func divide(_ participants: [Participant]) -> Outcome {
        var known: Set<Identifier> = []
        let (placed, unplaced) = withRoom(participants.filter { known.insert($0.id).inserted })
        var network = Network(self, placed)
        let homes = network.divide()
        let places = Dictionary(uniqueKeysWithValues: zip(placed.map(\.id), homes.map { groups[$0].id }))
        return Outcome(places: places, unplaced: unplaced.map(\.id), cost: cost(placed, in: homes))
    }

    /// What it costs someone to be in a group, their municipality left aside.
    package static func cost(of group: Identifier, for participant: Participant) -> Int {
        participant.wishes.prefix(wishCosts.count).firstIndex(of: group).map { wishCosts[$0] } ?? noWishCost
    }

    /// How many of a municipality can be in one group before it costs something.
    package static func share(of people: Int, over groups: Int) -> Int { groups > 0 ? (people + groups - 1) / groups : 0 }

    /// Who can have a place. Everyone may be in any group, so it is only a matter of number: pinned people where they stand, others as they registered.
    private func withRoom(_ participants: [Participant]) -> (placed: [Participant], unplaced: [Participant]) {
        var left = groups.map { min(max($0.maximum ?? participants.count, 0), participants.count) }
        var refused: Set<Identifier> = []
        for participant in participants {
            guard let group = pin(of: participant) else { continue }
            if left[group] > 0 { left[group] -= 1 } else { refused.insert(participant.id) }
        }
        var free = left.reduce(0, +)
        for participant in participants where pin(of: participant) == nil {
            if free > 0 { free -= 1 } else { refused.insert(participant.id) }
        }
        return (participants.filter { !refused.contains($0.id) }, participants.filter { refused.contains($0.id) })
    }

    /// Nil also for a group that is no more.
    private func pin(of participant: Participant) -> Int? { participant.pinned.flatMap { pinned in groups.firstIndex { $0.id == pinned } } }

    private func cost(_ participants: [Participant], in homes: [Int]) -> Int {
        let wishes = zip(participants, homes).reduce(0) { $0 + Self.cost(of: groups[$1.1].id, for: $1.0) }
        guard isSpread else { return wishes }
        var crowds: [AreaCode: [Int: Int]] = [:]
        for (participant, home) in zip(participants, homes) {
            if let municipality = participant.municipality { crowds[municipality, default: [:]][home, default: 0] += 1 }
        }
        return crowds.values.reduce(wishes) { sum, crowd in
            let share = Self.share(of: crowd.values.reduce(0, +), over: groups.count)
            return sum + crowd.values.reduce(0) { $0 + max($1 - share, 0) * Self.crowdCost }
        }
    }
}

extension SubgroupAssignment {
    /// Ways from each person by groups to one end. Where municipalities are spread, a way passes the people of one municipality in a group: with room for an
    /// equal share at no cost, and for all others at 2 each.
    private struct Network {
        private let groups: [Group]
        private let participants: [Participant]
        private let pins: [Int?]
        private var flow = CheapestFlow()
        private let end: Int
        /// The node of each participant, and their way to each group.
        private var nodes: [Int] = []
        private var ways: [[Int]] = []

        init(_ assignment: SubgroupAssignment, _ participants: [Participant]) {
            groups = assignment.groups
            self.participants = participants
            pins = participants.map(assignment.pin)
            end = flow.addNode()
            let doors = groups.map { _ in flow.addNode() }
            for (place, group) in groups.enumerated() {
                let room = (group.maximum ?? participants.count) - pins.count { $0 == place }
                flow.addWay(from: doors[place], to: end, cost: 0, room: room)
            }
            let entries = assignment.isSpread ? entries(doors) : [:]
            for participant in participants {
                let node = flow.addNode()
                nodes.append(node)
                ways.append(
                    groups.indices.map { place in
                        let entry = participant.municipality.flatMap { entries[$0]?[place] } ?? doors[place]
                        return flow.addWay(from: node, to: entry, cost: SubgroupAssignment.cost(of: groups[place].id, for: participant), room: 1)
                    })
            }
        }

        /// By municipality a node before the door of each group.
        private mutating func entries(_ doors: [Int]) -> [AreaCode: [Int]] {
            let people = Dictionary(grouping: participants.indices.filter { participants[$0].municipality != nil }) { participants[$0].municipality }
            var entries: [AreaCode: [Int]] = [:]
            // In an order of its own, so that the ways stand the same in every run.
            for (municipality, places) in people.sorted(by: { ($0.value.first ?? 0) < ($1.value.first ?? 0) }) {
                guard let municipality else { continue }
                let share = SubgroupAssignment.share(of: places.count, over: groups.count)
                entries[municipality] = doors.indices.map { group in
                    let entry = flow.addNode()
                    let pinned = places.count { pins[$0] == group }
                    flow.addWay(from: entry, to: doors[group], cost: 0, room: share - pinned)
                    flow.addWay(from: entry, to: doors[group], cost: SubgroupAssignment.crowdCost, room: places.count)
                    return entry
                }
            }
            return entries
        }

        /// The group of each participant, by its place in the list. There is room for all.
        mutating func divide() -> [Int] {
            for (participant, node) in nodes.enumerated() where pins[participant] == nil { _ = flow.send(from: node, to: end) }
            let levels = flow.levels()
            var homes: [Int] = [], sizes = groups.indices.map { group in pins.count { $0 == group } }
            for participant in participants.indices {
                let home = pins[participant] ?? choose(participant, sizes, levels)
                homes.append(home)
                if pins[participant] == nil { sizes[home] += 1 }
            }
            return homes
        }

        /// The best group for someone among those that make nothing dearer for all together, given what those before them chose.
        private mutating func choose(_ participant: Int, _ sizes: [Int], _ levels: [Int]) -> Int {
            let wished = groups.indices.sorted { left, right in
                rank(left, participant, sizes) < rank(right, participant, sizes)
            }
            let home = wished.first { flow.isUsed(ways[participant][$0]) || flow.change(to: ways[participant][$0], levels: levels) }
            flow.close(nodes[participant])
            return home ?? 0
        }

        private func rank(_ group: Int, _ participant: Int, _ sizes: [Int]) -> (Int, Int, Int) {
            (SubgroupAssignment.cost(of: groups[group].id, for: participants[participant]), sizes[group], group)
        }
    }
}
