import Analysis
import ArgumentParser
import Core
import Foundation
import Measures

struct OpinionGroupsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "opinion-groups", abstract: "Wat delen mensen, wat verdeelt, en zijn er groepen? Opinion groups from votes on statements.",
        discussion: """
            Votes as Polis exports them: comment-id, voter-id, vote (1 agree, 0 pass, -1 disagree) and, if wanted, timestamp; the later vote counts. With
            --matrix: a row for each participant, a column for each statement, an empty cell without a vote.
            results: votes on each statement with Wilson's intervals, from five votes. groups: empty unless all tests pass (shown); reason says which did
            not. null_test: votes dealt out anew within each statement. stability: median agreement (adjusted Rand index) of the groups of half of the
            people with those of all; bound: lower 95 % bound of that median, at least 0.6. repness: share of the group on that side against that of the
            rest; p: one-sided. consensus: product over groups of the share that agrees; mean: its root. Who votes chooses to: percentages describe the
            voters, not the neighbourhood. Do not publish members.
            """)
    @Argument(help: "Votes: CSV.") var votes: String
    @Flag(name: .long, help: "The file is a table of participants and statements.") var matrix = false
    @Option(name: .long, help: "Statements: CSV with comment-id and moderated; those with -1 are left out.") var comments: String?
    @Option(name: .long, help: "People in the smallest group that may be shown, from 5.") var floor: Int = 10
    @Option(name: .long, help: "How often votes are dealt out anew.") var permutations: Int = 199
    @Option(name: .long, help: "How often half of the people is drawn.") var halfSamples: Int = 200
    @Option(name: .long, help: "Seed of the draws.") var seed: UInt64 = 1
    @Flag(name: .long, help: "A quick look: no tests, and so no groups.") var withoutTests = false
    @Flag(name: .long, help: "Give the best groups also where the tests do not carry them; shown stays false. Not for publication.")
    var allCandidates = false
    @Option(name: .long, help: ArgumentHelp("Do it so often again and tell the seconds of each step.", visibility: .hidden)) var `repeat`: Int = 0
    @OptionGroup var output: AnalysisOutput

    private struct Seconds: Encodable {
        var read: [Double] = []
        var run: [Double] = []
        /// One more vote in a conversation that goes on, with the result after it.
        var vote: [Double] = []
    }

    func run() throws {
        try output.show { execution in
            try Checked.range(floor, 5...VoteMatrix.mostParticipants, option: "--floor")
            try Checked.range(permutations, 19...9999, option: "--permutations")
            try Checked.range(halfSamples, 20...9999, option: "--half-samples")
            let plan = OpinionTestPlan(floor: floor, permutations: permutations, halfSamples: halfSamples, seed: seed, stopsEarly: false)
            let run = OpinionRun(plan: plan, hasTests: !withoutTests)
            let input = try InputFile(path: votes), comments = try comments.map { try InputFile(path: $0) }
            if `repeat` > 0 { warn(String(decoding: try JSONEncoder().encode(seconds(run, input, comments, execution)), as: UTF8.self)) }
            return try read(input, comments).opinionGroups(run, showsAll: allCandidates, execution: execution)
        }
    }

    private func read(_ input: InputFile, _ comments: InputFile?) throws -> VoteFile {
        var file = matrix ? try VoteFile.matrix(input) : try VoteFile.votes(input)
        if let comments { try file.moderate(comments) }
        return file
    }

    private func seconds(_ run: OpinionRun, _ input: InputFile, _ comments: InputFile?, _ execution: Execution) throws -> Seconds {
        var seconds = Seconds()
        for _ in 0..<min(`repeat`, 1000) {
            let start = ContinuousClock.now
            let file = try read(input, comments)
            let middle = ContinuousClock.now
            _ = try file.opinionGroups(run, showsAll: allCandidates, execution: execution)
            seconds.read.append((middle - start) / .seconds(1))
            seconds.run.append((ContinuousClock.now - middle) / .seconds(1))
        }
        let file = try read(input, comments), last = file.votes.suffix(20)
        var conversation = try OpinionConversation(statements: file.statements.count, plan: run.plan)
        for vote in file.votes.dropLast(last.count) { try conversation.add(vote) }
        _ = conversation.result()
        for vote in last {
            let start = ContinuousClock.now
            try conversation.add(vote)
            guard conversation.result() != nil else { break }
            seconds.vote.append((ContinuousClock.now - start) / .seconds(1))
        }
        return seconds
    }
}
