import Measures

/// What one search for groups found, as it is published and kept.
///
/// Everything of a group in it is rounded to five people or five per cent: two searches around one voter, or with another smallest group, tell nothing
/// of that voter by subtraction. It does not hold who is in which group.
package struct GroupRun: Sendable, Hashable, Codable {
    /// Settings, the seed among them: the same votes with these give the same bytes.
    let plan: OpinionTestPlan
    /// Of the computation; another number may give other groups from the same votes.
    let version: Int
    /// People who voted often enough to be in a group.
    let inGroups: Int
    /// Why groups are not shown; nil: they are.
    let reason: OpinionReason?
    /// Of the null test: the part of random deals with as much structure.
    let chance: Double?
    /// Of the half-samples: the adjusted Rand index.
    let median: Double?
    let halfSamples: Int
    let silhouette: Double?
    /// By their letters; empty where groups are not shown.
    let groups: [Group]
    /// Statements that all groups agree with, or disagree with, the strongest first.
    let shared: [Shared]
    /// Numbers of the statements that most of all agree with, and disagree with, the strongest first.
    let agreed: [Int]
    let disagreed: [Int]
    /// Nil where there is no map.
    let plane: Plane?

    static let version = 1
    /// Counts and per cents of groups are rounded to this.
    static let step = 5
    /// Below this many votes in the group, or in the rest, nothing is said; per cents need twice as many.
    static let leastVotes = 10

    package struct Group: Sendable, Hashable, Codable {
        /// `A`, the same from one publication to the next.
        let letter: String
        /// People, rounded to ``GroupRun/step``.
        let people: Int
        let outline: Outline
        let statements: [Telling]
    }

    /// Two standard deviations around the middle of a group, in the units of the plane. Nobody's place can be read from it.
    package struct Outline: Sendable, Hashable, Codable {
        let x: Double
        let y: Double
        /// Half of the longer axis.
        let long: Double
        let short: Double
        /// Of the longer axis, in degrees from the x axis.
        let angle: Double
    }

    /// A statement that says something of a group.
    package struct Telling: Sendable, Hashable, Codable {
        let statement: Int
        let isAgree: Bool
        /// Per cent in the group and in all others together, rounded; nil where too few voted.
        let own: Int?
        let others: Int?
    }

    package struct Shared: Sendable, Hashable, Codable {
        let statement: Int
        let isAgree: Bool
        /// The geometric mean over groups in per cent, rounded.
        let share: Int
    }

    /// The plane in which votes differ most.
    package struct Plane: Sendable, Hashable, Codable {
        /// Numbers of the statements, ascending; the lists below go with it.
        let statements: [Int]
        let means: [Double]
        let first: [Double]
        let second: [Double]

        /// Where somebody with these votes stands; nil without a vote on any of its statements.
        ///
        /// - Parameter votes: by the number of the statement: 1 agree, 0 pass, −1 disagree
        func place(of votes: [Int: Int8]) -> (x: Double, y: Double)? {
            var count = 0, x = 0.0, y = 0.0
            for (column, statement) in statements.enumerated() {
                guard let vote = votes[statement] else { continue }
                count += 1
                x += (Double(vote) - means[column]) * first[column]
                y += (Double(vote) - means[column]) * second[column]
            }
            guard count > 0 else { return nil }
            // People with few votes would otherwise stand in the middle for that alone.
            let scale = (Double(statements.count) / Double(count)).squareRoot()
            return (x * scale, y * scale)
        }
    }

    var isShown: Bool { reason == nil && !groups.isEmpty }

    /// The group whose middle is nearest.
    func nearest(_ place: (x: Double, y: Double)) -> Group? {
        func distance(_ group: Group) -> Double {
            let (x, y) = (place.x - group.outline.x, place.y - group.outline.y)
            return x * x + y * y
        }
        return groups.min { distance($0) < distance($1) }
    }

    /// People, or per cents, as they may be told.
    static func rounded(_ value: Double) -> Int { Int((value / Double(step)).rounded()) * step }
}

/// A search that was published.
package struct PublishedGroups: Sendable, Hashable {
    /// From 1, in the order in which they came.
    package let number: Int
    package let day: String
    /// Why the same votes were searched anew with another smallest group.
    package let reason: String?
    /// Who voted and counts; told rounded.
    let people: Int
    let digest: [UInt8]
    package let run: GroupRun

    var shownPeople: Int { GroupRun.rounded(Double(people)) }
}
