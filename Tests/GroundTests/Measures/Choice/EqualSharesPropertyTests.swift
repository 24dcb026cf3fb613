import Foundation
import Testing

@testable import Measures

@Suite("Equal shares: what always holds")
struct EqualSharesPropertyTests {
    /// Small costs and few kinds of them, so that ties are common.
    private static func election(_ random: inout Xoshiro256, projects: Int? = nil, voters: Int? = nil) throws -> ProjectElection {
        let count = projects ?? Int.random(in: 1...8, using: &random), people = voters ?? Int.random(in: 1...14, using: &random)
        let budget = Int.random(in: 10...60, using: &random)
        let costs = (0..<count).map { _ in Int.random(in: 0...min(budget, [6, 12, budget].randomElement(using: &random) ?? 6), using: &random) }
        let ballots = (0..<people).map { _ in
            var ballot = (0..<count).filter { _ in Bool.random(using: &random) }
            if ballot.isEmpty { ballot = [Int.random(in: 0..<count, using: &random)] }
            return ballot
        }
        return try ProjectElection(
            budget: budget, projects: costs.enumerated().map { ProjectElection.Project(id: "p\($0.offset)", cost: $0.element) }, ballots: ballots)
    }

    @Test("on thousands of elections full of ties every choice is that of exact arithmetic, voter by voter")
    func exact() throws {
        var random = Xoshiro256(seed: 11)
        for _ in 0..<1500 {
            let election = try Self.election(&random), step = Int.random(in: 0...6, using: &random)
            for utility in EqualShares.Utility.allCases {
                var run = ShareRun(ShareField(election, utility), step: step)
                run.finish(limit: .max)
                #expect(run.purchases.map(\.project) == SlowShares(election: election, utility: utility).run(step: step))
            }
        }
    }

    private static let isLong = ProcessInfo.processInfo.environment["LEEFKRING_LONG"] == "1"

    /// One voter at a time, which takes a moment for each of these.
    private static let small = ["Netherlands_Amsterdam_522.pb", "Netherlands_Amsterdam_588.pb", "Netherlands_Assen_2024.pb"].filter(PabulibFiles.names.contains)

    private static func check(_ name: String, _ utilities: [EqualShares.Utility]) throws {
        let election = try #require(try PabulibFiles.read(name)).election
        for utility in utilities {
            let outcome = try EqualShares(utility: utility).outcome(of: election), slow = SlowShares(election: election, utility: utility)
            #expect(try EqualShares(utility: utility, completion: .none).outcome(of: election).selected == slow.run(step: 0))
            #expect(outcome.selected == slow.run(step: outcome.step))
            if outcome.stop == .overspent { #expect(election.cost(of: slow.run(step: outcome.step + 1)) > election.budget) }
        }
    }

    @Test(
        "on published elections the plain run, the last step and the one after it are those of exact arithmetic", .enabled(if: !small.isEmpty), arguments: small
    )
    func files(name: String) throws { try Self.check(name, EqualShares.Utility.allCases) }

    @Test("so they are on every published election, which takes minutes", .enabled(if: isLong && !PabulibFiles.names.isEmpty), arguments: PabulibFiles.names)
    func allFiles(name: String) throws { try Self.check(name, [.cost]) }

    @Test("never more is spent than there is, and who paid paid just what it cost")
    func payments() throws {
        var random = Xoshiro256(seed: 12)
        for _ in 0..<300 {
            let election = try Self.election(&random), rule = EqualShares(fills: Bool.random(using: &random))
            let outcome = try rule.outcome(of: election), plain = try EqualShares(completion: .none).outcome(of: election)
            #expect(outcome.cost <= election.budget && plain.cost <= election.budget && outcome.left == election.budget - outcome.cost)
            for one in [outcome, plain] {
                let paid = election.ballots.indices.flatMap { one.payments(of: $0) }.reduce(SlowShares.Ratio(0, 1)) { $0 + SlowShares.Ratio($1.paid) }
                #expect(paid == SlowShares.Ratio(election.cost(of: one.purchases.map(\.project)), 1))
            }
        }
    }

    @Test("the order of ballots does not matter, and what everyone pays doubles when all amounts do")
    func symmetry() throws {
        var random = Xoshiro256(seed: 13)
        for _ in 0..<300 {
            let election = try Self.election(&random)
            let shuffled = try ProjectElection(budget: election.budget, projects: election.projects, ballots: election.ballots.shuffled(using: &random))
            let outcome = try EqualShares().outcome(of: election), again = try EqualShares().outcome(of: shuffled)
            #expect(outcome.purchases == again.purchases && outcome.step == again.step)
            let doubled = try ProjectElection(
                budget: 2 * election.budget, projects: election.projects.map { ProjectElection.Project(id: $0.id, cost: 2 * $0.cost) },
                ballots: election.ballots)
            let plain = try EqualShares(completion: .none).outcome(of: election), twice = try EqualShares(completion: .none).outcome(of: doubled)
            #expect(plain.selected == twice.selected)
            let pairs = zip(plain.purchases, twice.purchases).map { (SlowShares.Ratio($0.payment), SlowShares.Ratio($1.payment)) }
            #expect(pairs.allSatisfy { $0 + $0 == $1 })
        }
    }

    @Test("the order of projects does not matter where cost and supporters tell every two of them apart")
    func projectOrder() throws {
        var random = Xoshiro256(seed: 16), count = 0
        while count < 200 {
            let election = try Self.election(&random), order = election.projects.indices.shuffled(using: &random)
            let looks = zip(election.projects, election.supporters).map { [$0.cost, $1.count] }
            guard Set(looks).count == looks.count else { continue }
            count += 1
            let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
            let other = try ProjectElection(
                budget: election.budget, projects: order.map { election.projects[$0] },
                ballots: election.ballots.map { try $0.map { try #require(places[$0]) }.sorted() })
            for utility in EqualShares.Utility.allCases {
                let rule = EqualShares(utility: utility, fills: true)
                let one = try rule.outcome(of: election), two = try rule.outcome(of: other)
                #expect(one.selected == two.selected.map { order[$0] } && one.step == two.step)
            }
        }
    }

    @Test("one project is bought in the plain run just when its supporters' shares pay for it")
    func one() throws {
        var random = Xoshiro256(seed: 14)
        for _ in 0..<300 {
            let voters = Int.random(in: 1...12, using: &random), supporters = Int.random(in: 1...voters, using: &random)
            let budget = Int.random(in: 1...40, using: &random), cost = Int.random(in: 0...budget, using: &random)
            let projects = [ProjectElection.Project(id: "a", cost: cost), ProjectElection.Project(id: "b", cost: budget)]
            // The others approve something that they alone can never pay before the first is.
            let ballots = (0..<voters).map { $0 < supporters ? [0] : [1] }
            let election = try ProjectElection(budget: budget, projects: projects, ballots: ballots)
            let isBought = try EqualShares(completion: .none).outcome(of: election).selected.contains(0)
            #expect(isBought == (cost * voters <= supporters * budget))
        }
    }

    @Test("whom all members of a group approve, and what their money could pay, is represented up to one project")
    func justified() throws {
        var random = Xoshiro256(seed: 15)
        for _ in 0..<60 {
            let election = try Self.election(&random, projects: 5, voters: 7)
            for completion in [EqualShares.Completion.none, .addOne] {
                let chosen = Set(try EqualShares(completion: completion).outcome(of: election).purchases.map(\.project))
                for wanted in 1..<32 {
                    let projects = (0..<5).filter { wanted >> $0 & 1 == 1 }
                    let group = election.ballots.filter { ballot in projects.allSatisfy(ballot.contains) }
                    let cost = election.cost(of: projects)
                    guard !group.isEmpty, cost * election.ballots.count <= group.count * election.budget else { continue }
                    let isServed = group.contains { ballot in
                        let own = election.cost(of: ballot.filter(chosen.contains)), missing = projects.filter { !chosen.contains($0) }
                        return own >= cost || missing.contains { own + election.projects[$0].cost > cost }
                    }
                    #expect(isServed)
                }
            }
        }
    }

    @Test("what cannot be an election is refused with the place")
    func faults() {
        let project = ProjectElection.Project(id: "a", cost: 5)
        #expect(throws: ProjectElection.Fault.budget) { try ProjectElection(budget: 0, projects: [project], ballots: [[0]]) }
        #expect(throws: ProjectElection.Fault.cost(project: 0)) {
            try ProjectElection(budget: 9, projects: [ProjectElection.Project(id: "a", cost: -1)], ballots: [[0]])
        }
        #expect(throws: ProjectElection.Fault.double(project: 1)) { try ProjectElection(budget: 9, projects: [project, project], ballots: [[0]]) }
        #expect(throws: ProjectElection.Fault.ballot(voter: 1)) { try ProjectElection(budget: 9, projects: [project], ballots: [[0], []]) }
        #expect(throws: ProjectElection.Fault.ballot(voter: 0)) { try ProjectElection(budget: 9, projects: [project], ballots: [[0, 0]]) }
        #expect(throws: ProjectElection.Fault.ballot(voter: 0)) { try ProjectElection(budget: 9, projects: [project], ballots: [[1]]) }
        #expect(throws: ProjectElection.Fault.size) { try ProjectElection(budget: 9, projects: [project], ballots: []) }
    }

    @Test("counting stops when it is told to")
    func cancelled() throws {
        let election = try ProjectElection(
            budget: 1000, projects: [ProjectElection.Project(id: "a", cost: 900)], ballots: [[0]] + [[Int]](repeating: [0], count: 1))
        let far = try ProjectElection(
            budget: 1000, projects: [ProjectElection.Project(id: "a", cost: 900), ProjectElection.Project(id: "b", cost: 900)],
            ballots: [[1]] + [[Int]](repeating: [0], count: 1))
        #expect(try EqualShares().outcome(of: election, Execution(isCancelled: { true })).stop == .everything)
        #expect(throws: Cancelled.self) { try EqualShares().outcome(of: far, Execution(isCancelled: { true })) }
    }
}
