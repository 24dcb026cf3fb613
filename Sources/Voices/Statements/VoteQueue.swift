import Core
import Synchronization

/// Votes that come on this node while others are being written go with the next write together.
///
/// Only one can count the votes of a conversation at a time. Who waits here takes no connection from other pages, and hears only after their vote is kept.
final class VoteQueue: Sendable {
    /// Writes all of them in one transaction, and answers the number of each one's voter.
    typealias Write = @Sendable ([CastVote], Identifier) async throws -> [Int]

    private struct Waiting: Sendable {
        let vote: CastVote
        let answer: CheckedContinuation<Int, any Error>
    }

    /// So few that who is first does not wait long for who is last.
    private static let most = 256

    private let write: Write
    /// Who waits, of the conversations that are being written for.
    private let waiting = Mutex<[Identifier: [Waiting]]>([:])

    init(_ write: @escaping Write) {
        self.write = write
    }

    /// - Returns: the number of the voter, once the vote is kept
    func cast(_ vote: CastVote, in conversation: Identifier) async throws -> Int {
        try await withCheckedThrowingContinuation { answer in
            let one = Waiting(vote: vote, answer: answer)
            let isFree = waiting.withLock { queues in
                guard queues[conversation] == nil else {
                    queues[conversation]?.append(one)
                    return false
                }
                queues[conversation] = []
                return true
            }
            if isFree { Task { await work(on: conversation, beginning: one) } }
        }
    }

    private func work(on conversation: Identifier, beginning one: Waiting) async {
        var turn = [one]
        while !turn.isEmpty {
            await take(turn, in: conversation)
            turn = next(in: conversation)
        }
    }

    /// - Returns: empty where nobody waits any more: who comes now is the first again
    private func next(in conversation: Identifier) -> [Waiting] {
        waiting.withLock { queues in
            let list = queues[conversation] ?? []
            queues[conversation] = list.isEmpty ? nil : Array(list.dropFirst(Self.most))
            return Array(list.prefix(Self.most))
        }
    }

    private func take(_ turn: [Waiting], in conversation: Identifier) async {
        do {
            for (one, voter) in zip(turn, try await write(turn.map(\.vote), conversation)) { one.answer.resume(returning: voter) }
        } catch {
            guard turn.count > 1 else { return turn.forEach { $0.answer.resume(throwing: error) } }
            // What one of them runs into is not the others' trouble.
            for one in turn { await take([one], in: conversation) }
        }
    }
}
