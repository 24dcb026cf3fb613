import Core
import Measures
import Testing

@testable import Voices

@Suite("What people did so far, in memory")
struct BallotMemoryTests {
    /// A reading that waits until the test lets it go on.
    private actor Gate {
        private var waiting: [CheckedContinuation<Void, Never>] = []
        private var isOpen = false
        private(set) var readings = 0

        func pass() async {
            readings += 1
            if isOpen { return }
            await withCheckedContinuation { waiting.append($0) }
        }

        func open() {
            isOpen = true
            for one in waiting { one.resume() }
            waiting = []
        }
    }

    private static let mark: [UInt8] = Array(repeating: 7, count: 16)
    private static let conversation = Identifier(at: 1)

    private static func vote(_ statement: Int, _ choice: Vote.Choice) -> CastVote {
        CastVote(mark: mark, statement: statement, choice: choice, channel: .screen, client: nil)
    }

    @Test("WYK-03: a vote that is kept while the ballot is read is there, also where the reading did not see it")
    func noted() async throws {
        let gate = Gate()
        let ballots = Ballots { _, _ in
            await gate.pass()
            return Ballot(voter: 3, choices: [2: .pass])
        }
        let reading = Task { try await ballots.ballot(of: Self.mark, in: Self.conversation) }
        while await gate.readings == 0 { await Task.yield() }
        ballots.note(Self.vote(1, .agree), by: 3, in: Self.conversation)
        await gate.open()
        let read = try await reading.value, later = try await ballots.ballot(of: Self.mark, in: Self.conversation), readings = await gate.readings
        #expect(read.choices == [1: .agree, 2: .pass] && later == read && readings == 1)
    }

    @Test("WYK-03: what is forgotten while it is read is read again")
    func forgotten() async throws {
        let gate = Gate()
        let ballots = Ballots { _, _ in
            await gate.pass()
            return Ballot(voter: 3, choices: [2: .pass])
        }
        let reading = Task { try await ballots.ballot(of: Self.mark, in: Self.conversation) }
        while await gate.readings == 0 { await Task.yield() }
        ballots.forget(Self.mark, in: Self.conversation)
        await gate.open()
        _ = try await reading.value
        _ = try await ballots.ballot(of: Self.mark, in: Self.conversation)
        let readings = await gate.readings
        #expect(readings == 2)
    }
}
