/// Units that each look for the cheapest way through a network of ways with room for so many units (a minimum-cost flow by successive shortest paths: Ahuja,
/// Magnanti and Orlin, Network Flows, 1993, section 9.7). Costs are whole numbers, so that equal is equal.
struct CheapestFlow {
    /// One direction of a way. The two directions stand side by side: the opposite of number `n` is `n ^ 1`.
    private struct Way {
        let from: Int
        let to: Int
        let cost: Int
        /// For so many units more.
        var room: Int
    }

    private var ways: [Way] = []
    /// The numbers of the ways that leave a node.
    private var leaving: [[Int]] = []

    mutating func addNode() -> Int {
        leaving.append([])
        return leaving.count - 1
    }

    /// - Parameters:
    ///   - cost: of each unit, not negative
    ///   - room: for so many units
    /// - Returns: its number
    @discardableResult
    mutating func addWay(from: Int, to: Int, cost: Int, room: Int) -> Int {
        ways += [Way(from: from, to: to, cost: cost, room: max(room, 0)), Way(from: to, to: from, cost: -cost, room: 0)]
        leaving[from].append(ways.count - 2)
        leaving[to].append(ways.count - 1)
        return ways.count - 2
    }

    /// Whether a unit goes over this way.
    func isUsed(_ way: Int) -> Bool { ways[way ^ 1].room > 0 }

    /// Leads one unit more from a node to another, and others by other ways where that is cheaper in all.
    ///
    /// - Returns: false where there is no way
    mutating func send(from start: Int, to end: Int) -> Bool {
        var costs = [Int](repeating: .max, count: leaving.count)
        costs[start] = 0
        let arrivals = settle(&costs, first: [start])
        guard costs[end] != .max else { return false }
        var node = end
        while node != start, let way = arrivals[node] {
            turn(way)
            node = ways[way].from
        }
        return true
    }

    /// For every node what it costs to come there at least, from anywhere. With these no way that has room is cheaper than the difference of its ends; those
    /// that are just as dear can be changed for each other at no cost.
    func levels() -> [Int] {
        var costs = [Int](repeating: 0, count: leaving.count)
        _ = settle(&costs, first: Array(leaving.indices))
        return costs
    }

    /// Leads a unit over this way in place of the one it took from the same node, where that costs nothing in all.
    ///
    /// - Parameters:
    ///   - way: leaves the node of the unit
    ///   - levels: of ``levels()``, which stay right
    /// - Returns: false where it would cost something
    mutating func change(to way: Int, levels: [Int]) -> Bool {
        func isLevel(_ way: Way) -> Bool { way.room > 0 && levels[way.from] + way.cost == levels[way.to] }
        let goal = ways[way].from
        guard isLevel(ways[way]) else { return false }
        var arrivals = [Int?](repeating: nil, count: leaving.count)
        arrivals[ways[way].to] = way
        var queue = [ways[way].to], place = 0
        while place < queue.count, arrivals[goal] == nil {
            for next in leaving[queue[place]] where arrivals[ways[next].to] == nil && isLevel(ways[next]) {
                arrivals[ways[next].to] = next
                queue.append(ways[next].to)
            }
            place += 1
        }
        guard arrivals[goal] != nil else { return false }
        var node = goal
        repeat {
            guard let way = arrivals[node] else { break }
            turn(way)
            node = ways[way].from
        } while node != goal
        return true
    }

    /// Takes a node out of all further search: its unit stays where it is, and what it uses stays used. ``isUsed(_:)`` says nothing about its ways any more.
    mutating func close(_ node: Int) {
        for way in leaving[node] { (ways[way].room, ways[way ^ 1].room) = (0, 0) }
    }

    private mutating func turn(_ way: Int) {
        ways[way].room -= 1
        ways[way ^ 1].room += 1
    }

    /// Bellman and Ford's way to the cheapest costs, with a queue. There is no round trip that costs less than nothing, so it ends.
    ///
    /// - Returns: by which way each node was reached
    private func settle(_ costs: inout [Int], first: [Int]) -> [Int?] {
        var arrivals = [Int?](repeating: nil, count: leaving.count)
        var queue = first, place = 0
        var isWaiting = [Bool](repeating: false, count: leaving.count)
        for node in first { isWaiting[node] = true }
        while place < queue.count {
            let node = queue[place]
            place += 1
            isWaiting[node] = false
            for number in leaving[node] {
                let way = ways[number]
                guard way.room > 0, costs[node] + way.cost < costs[way.to] else { continue }
                costs[way.to] = costs[node] + way.cost
                arrivals[way.to] = number
                guard !isWaiting[way.to] else { continue }
                isWaiting[way.to] = true
                queue.append(way.to)
            }
        }
        return arrivals
    }
}
