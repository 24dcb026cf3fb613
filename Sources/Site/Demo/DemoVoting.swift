import Core
import Measures
import People
import Voices

/// Statements of a conversation, and invented people who vote on them: drawn by chance, the same at every run.
struct DemoVoting: Sendable, Decodable {
    struct Line: Sendable, Decodable {
        let words: String
        /// The share that agrees, in each of the groups of people.
        let agreed: [Double]
    }

    let at: DemoMoment
    /// How many people each group has.
    let voters: [Int]
    /// The share of statements that somebody answers, and of answers that say neither yes nor no.
    let answered: Double
    let passed: Double
    let seed: UInt64
    let statements: [Line]

    /// - Parameter title: of the conversation
    func write(of title: String, by leader: String, _ script: inout DemoScript, _ site: Composition, _ days: DemoDays) throws {
        let voices = site.voices, at = try days.moment(at)
        script.at(at, by: leader) { book, origin in
            guard let known = try await voices.conversations.store.find(book.id(.conversation, title)) else { return }
            try await voices.votes.book.seed(statements.map(\.words), language: "nl", in: known, from: origin)
            let marks = VoiceMarks(site.people.installation.key)
            for votes in drawn({ marks.tag(.browser("demo \($0)"), in: known.id) }) {
                try await voices.votes.votes.cast(votes, in: known.id, at: at)
            }
            try await voices.groups.search(known.id, floor: OpinionTestPlan().floor, because: nil, from: origin)
        }
    }

    /// The votes of each person, in the order in which they come.
    private func drawn(_ mark: (Int) -> [UInt8]) -> [[CastVote]] {
        var chance = Xoshiro256(seed: seed), people = voters.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        people.shuffle(using: &chance)
        return people.enumerated().map { number, group in
            statements.indices.compactMap { statement -> CastVote? in
                guard Double.random(in: 0..<1, using: &chance) < answered else { return nil }
                let agrees = Double.random(in: 0..<1, using: &chance) < statements[statement].agreed[group]
                let choice: Vote.Choice = Double.random(in: 0..<1, using: &chance) < passed ? .pass : agrees ? .agree : .disagree
                return CastVote(mark: mark(number), statement: statement + 1, choice: choice, channel: .screen, client: nil)
            }
        }
    }
}
