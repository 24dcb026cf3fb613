import Core
import Measures

/// What the votes of a conversation say: statements always, groups only where the tests carry them.
package struct OpinionDocument: Sendable, Hashable, Codable, Tabular {
    package struct Representative: Sendable, Hashable, Codable {
        package let statement: String
        /// `agree` or `disagree`.
        package let direction: String
        /// Share of the group on that side / share of the rest.
        package let repness: Double
        /// One-sided, that the group is as much on that side as the rest.
        package let p: Double
        /// z of that test.
        package let z: Double
        /// Of the group on that side, with pseudo-counts.
        package let share: Double
        /// z of that share against one half.
        package let shareZ: Double

        private enum CodingKeys: String, CodingKey {
            case statement, direction, repness, p, z, share
            case shareZ = "share_z"
        }
    }

    package struct Group: Sendable, Hashable, Codable {
        /// From 1, the largest first.
        package let id: Int
        package let size: Int
        /// Voters.
        package let members: [String]
        package let representative: [Representative]
    }

    package struct Consensus: Sendable, Hashable, Codable {
        package let statement: String
        /// Product over groups of the share that agrees, with pseudo-counts.
        package let value: Double
        /// The geometric mean of those shares.
        package let mean: Double
    }

    package struct Place: Sendable, Hashable, Codable {
        package let voter: String
        package let x: Double
        package let y: Double
    }

    package struct NullTest: Sendable, Hashable, Codable {
        package let p: Double
        /// Part of all differences along the first component.
        package let statistic: Double
        package let permutations: Int
    }

    package struct StabilityTest: Sendable, Hashable, Codable {
        package let median: Double?
        /// Lower 95 % bound of the median; nil where it was clear before all half-samples were drawn.
        package let bound: Double?
        package let halfSamples: Int

        private enum CodingKeys: String, CodingKey {
            case median, bound
            case halfSamples = "half_samples"
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(median, forKey: .median)
            try container.encode(bound, forKey: .bound)
            try container.encode(halfSamples, forKey: .halfSamples)
        }
    }

    /// The best division, whether or not it is shown.
    package struct Candidate: Sendable, Hashable, Codable {
        package let k: Int
        package let sizes: [Int]
        package let silhouette: Double
    }

    package struct Statement: Sendable, Hashable, Codable {
        package let statement: String
        package let agree: Int
        package let disagree: Int
        package let pass: Int
        package let votes: Int
        /// Wilson's 95 %; nil under five votes.
        package let agreeLow: Double?
        package let agreeHigh: Double?
        package let disagreeLow: Double?
        package let disagreeHigh: Double?
        /// `agree` or `disagree` where more than half surely does.
        package let shared: String?

        private enum CodingKeys: String, CodingKey {
            case statement, agree, disagree, pass, votes, shared
            case agreeLow = "agree_low"
            case agreeHigh = "agree_high"
            case disagreeLow = "disagree_low"
            case disagreeHigh = "disagree_high"
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(statement, forKey: .statement)
            for (key, count) in [(CodingKeys.agree, agree), (.disagree, disagree), (.pass, pass), (.votes, votes)] { try container.encode(count, forKey: key) }
            try container.encode(agreeLow, forKey: .agreeLow)
            try container.encode(agreeHigh, forKey: .agreeHigh)
            try container.encode(disagreeLow, forKey: .disagreeLow)
            try container.encode(disagreeHigh, forKey: .disagreeHigh)
            try container.encode(shared, forKey: .shared)
        }
    }

    /// With a vote on a statement that counts.
    package let participants: Int
    /// With a vote, and not moderated out.
    package let statements: Int
    /// People with enough votes to be put in a group.
    package let clusterable: Int
    package let shown: Bool
    /// Why not.
    package let reason: OpinionReason?
    /// Empty unless shown, or asked for all the same.
    package let groups: [Group]
    package let k: Int
    package let silhouette: Double?
    package let candidate: Candidate?
    /// Highest first; empty where groups are.
    package let consensus: [Consensus]
    package let projection: [Place]
    package let nullTest: NullTest?
    /// Median agreement of half-samples with the whole.
    package let stability: Double?
    package let stabilityTest: StabilityTest?
    package let plan: OpinionTestPlan
    /// In the order of their numbers.
    package let results: [Statement]

    private enum CodingKeys: String, CodingKey {
        case participants, statements, clusterable, shown, reason, groups, k, silhouette, candidate, consensus, projection, stability, plan, results
        case nullTest = "null_test"
        case stabilityTest = "stability_test"
    }

    /// With null for what is not known: the keys are always there.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        for (key, count) in [(CodingKeys.participants, participants), (.statements, statements), (.clusterable, clusterable), (.k, k)] {
            try container.encode(count, forKey: key)
        }
        try container.encode(shown, forKey: .shown)
        try container.encode(reason, forKey: .reason)
        try container.encode(groups, forKey: .groups)
        try container.encode(silhouette, forKey: .silhouette)
        try container.encode(candidate, forKey: .candidate)
        try container.encode(consensus, forKey: .consensus)
        try container.encode(projection, forKey: .projection)
        try container.encode(nullTest, forKey: .nullTest)
        try container.encode(stability, forKey: .stability)
        try container.encode(stabilityTest, forKey: .stabilityTest)
        try container.encode(plan, forKey: .plan)
        try container.encode(results, forKey: .results)
    }
}
