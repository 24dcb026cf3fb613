import Core

/// How many people everyone is told of, and how they took part.
///
/// It moves by at least five at a time, so that two looks never tell what one person did between them.
package struct ShownPeople: Sendable, Hashable {
    package private(set) var total = 0
    /// Of those that could be told; empty where a way has too few people.
    package private(set) var channels: [Contribution.Channel: Int] = [:]

    package static let least = 5

    package init(total: Int = 0, channels: [Contribution.Channel: Int] = [:]) {
        self.total = total
        self.channels = channels.filter { $0.value > 0 }
    }

    /// What is shown once this many took part.
    package func moved(to people: [Contribution.Channel: Int]) -> ShownPeople {
        let sum = people.values.reduce(0, +)
        guard Self.isFar(sum, total) else { return self }
        let fits = Contribution.Channel.allCases.allSatisfy { way in
            let (now, before) = (people[way] ?? 0, channels[way] ?? 0)
            return now == before || Self.isFar(now, before)
        }
        return ShownPeople(total: sum, channels: fits ? people : channels)
    }

    /// The ways with the number of people, and how many took part in a way that is not told; nil where that would tell of fewer than five.
    package var split: (ways: [(way: Contribution.Channel, people: Int)], others: Int)? {
        let ways = Contribution.Channel.allCases.compactMap { way in channels[way].map { (way: way, people: $0) } }
        let others = total - ways.reduce(0) { $0 + $1.people }
        guard !ways.isEmpty, others == 0 || others >= Self.least else { return nil }
        return (ways, others)
    }

    /// A count of people or of what they gave, as everyone may see it: nil for fewer than five, but not for none.
    static func told(_ count: Int) -> Int? { count == 0 || count >= least ? count : nil }

    static func isFar(_ left: Int, _ right: Int) -> Bool { abs(left - right) >= least }
}
