/// Keeps the numbers of groups the same from one publication to the next, so that colours and letters stay.
package enum GroupNames {
    /// Number for each group of now: that of the group of then with which it shares most people, largest overlap first; other groups get the lowest
    /// free number, in their order.
    ///
    /// - Parameters:
    ///   - now: people of each group
    ///   - then: people of each group by its number
    package static func matched(_ now: [Set<Int32>], to then: [Int: Set<Int32>]) -> [Int] {
        var pairs: [(overlap: Int, now: Int, then: Int)] = []
        for (group, people) in now.enumerated() {
            for (number, earlier) in then {
                let overlap = people.intersection(earlier).count
                if overlap > 0 { pairs.append((overlap, group, number)) }
            }
        }
        pairs.sort { ($1.overlap, $0.now, $0.then) < ($0.overlap, $1.now, $1.then) }
        var numbers = [Int?](repeating: nil, count: now.count)
        var taken = Set<Int>()
        for pair in pairs where numbers[pair.now] == nil && !taken.contains(pair.then) {
            numbers[pair.now] = pair.then
            taken.insert(pair.then)
        }
        return numbers.map { number in
            if let number { return number }
            let free = (0...now.count + taken.count).first { !taken.contains($0) } ?? taken.count
            taken.insert(free)
            return free
        }
    }
}

/// How many groups a live view shows: another number only after it was the best in four runs after each other.
package struct LiveGroupCount: Sendable, Hashable {
    package static let patience = 4
    /// Nil: no groups.
    package private(set) var shown: Int?
    private var next: Int?
    private var runs = 0
    private var hasStarted = false

    package init() {}

    /// - Parameter best: number of groups in the newest run; nil: none
    /// - Returns: the number to show
    package mutating func take(_ best: Int?) -> Int? {
        if !hasStarted || best == shown {
            (shown, runs, hasStarted) = (best, 0, true)
            return shown
        }
        runs = best == next ? runs + 1 : 1
        next = best
        if runs >= Self.patience { (shown, runs) = (best, 0) }
        return shown
    }
}
