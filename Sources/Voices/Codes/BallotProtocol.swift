/// The account of all codes of a conversation: what was handed out against what came back (issued = used + void + not returned).
package struct BallotProtocol: Sendable, Hashable {
    /// One group that is counted apart.
    package struct Line: Sendable, Hashable {
        package let purpose: CodeBatch.Purpose
        /// From the batches: what was made, and one more for each code that came in the place of another.
        package let issued: Int
        /// From the codes themselves.
        package let counts: [CodeBatch.State: Int]

        package init(_ purpose: CodeBatch.Purpose, issued: Int, counts: [CodeBatch.State: Int]) {
            self.purpose = purpose
            self.issued = issued
            self.counts = counts
        }

        package func count(_ state: CodeBatch.State) -> Int { counts[state] ?? 0 }

        /// Whether what was handed out is what is accounted for: two counts that come from different rows.
        package var fits: Bool { issued == CodeBatch.State.allCases.reduce(0) { $0 + count($1) } }
    }

    /// Those that were handed out, in the order of ``CodeBatch/Purpose``.
    package let lines: [Line]
    /// When it was closed, in milliseconds since 1970; nil while it is open.
    package let closedAt: Int64?

    package init(_ lines: [Line], closedAt: Int64? = nil) {
        self.lines = lines
        self.closedAt = closedAt
    }

    package var fits: Bool { lines.allSatisfy(\.fits) }

    /// All of them together.
    package var issued: Int { lines.reduce(0) { $0 + $1.issued } }

    package func total(_ state: CodeBatch.State) -> Int { lines.reduce(0) { $0 + $1.count(state) } }

    /// What everyone sees: all groups together, with small numbers protected.
    package var shown: Public { Self.protected(Dictionary(uniqueKeysWithValues: CodeBatch.State.allCases.map { ($0, total($0)) }), issued: issued) }

    package struct Public: Sendable, Hashable {
        package let issued: Shown
        package let states: [CodeBatch.State: Shown]
    }

    /// A number as everyone may see it.
    package enum Shown: Sendable, Hashable {
        case exact(Int)
        /// From 1 to 4.
        case few
        /// Not told, because a small number could be found from it.
        case hidden
    }

    static let floor = 5
    /// In which order numbers go that would give a small one away. Not by their size: that would tell something of them.
    private static let covers: [CodeBatch.State] = [.issued, .returned, .void, .replaced, .screen, .paper]

    /// Small numbers are told as few. Where the others and the total would give them away, those go too, until more than one answer is possible.
    static func protected(_ counts: [CodeBatch.State: Int], issued: Int) -> Public {
        let small = counts.filter { (1..<floor).contains($0.value) }
        var shown = counts.mapValues { (1..<floor).contains($0) ? Shown.few : .exact($0) }
        // What a reader can add up of those that are not told, and how many of these are known to be 5 or more.
        var untold = small.values.reduce(0, +), hidden = 0
        func isGivenAway() -> Bool {
            guard !small.isEmpty else { return false }
            let isLeast = untold == small.count + hidden * floor
            return hidden == 0 ? small.count == 1 || isLeast || untold == small.count * (floor - 1) : isLeast
        }
        for state in covers where isGivenAway() {
            guard let count = counts[state], count >= floor else { continue }
            shown[state] = .hidden
            untold += count
            hidden += 1
        }
        let total: Shown = isGivenAway() ? .hidden : (1..<floor).contains(issued) ? .few : .exact(issued)
        return Public(issued: total, states: shown)
    }
}
