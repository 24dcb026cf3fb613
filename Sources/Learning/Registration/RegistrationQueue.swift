import Core
import People
import Synchronization

/// One who asks for a place: a person, or a group at once.
struct RegistrationRequest: Sendable {
    let drafts: [RegistrationDraft]
    let path: RegistrationPath
    /// The visitor's address on the network as one subscriber; nil for who is not counted.
    let client: String?
    let origin: Origin
}

/// What those who are written together share, as it is when it is the next one's turn.
struct RegistrationTurn {
    var state: PlaceState
    let mails: RegistrationMails
    /// Who of them stands there already.
    var present: [Registration]
    /// Theirs in the queue.
    var number: Int64
    var rows: RegistrationRows
}

/// Who registers for one meeting on this node, in the order they come.
///
/// Only one can decide on the places of a meeting at a time. Who comes while others are being written waits here, where waiting takes no connection from
/// other pages, and goes with the next write together.
final class RegistrationQueue: Sendable {
    /// Decides on all of them in one transaction, in their order.
    typealias Write = @Sendable ([RegistrationRequest]) async throws -> [RegistrationOutcome]

    private struct Waiting: Sendable {
        let request: RegistrationRequest
        let answer: CheckedContinuation<RegistrationOutcome, any Error>
    }

    /// So few that who is first does not wait long for who is last.
    private static let most = 16

    /// Who waits, of the meetings that are being written for.
    private let waiting = Mutex<[Identifier: [Waiting]]>([:])

    func outcome(of request: RegistrationRequest, for meeting: Identifier, _ write: @escaping Write) async throws -> RegistrationOutcome {
        try await withCheckedThrowingContinuation { answer in
            let one = Waiting(request: request, answer: answer)
            let isFree = waiting.withLock { queues in
                guard queues[meeting] == nil else {
                    queues[meeting]?.append(one)
                    return false
                }
                queues[meeting] = []
                return true
            }
            if isFree { Task { await work(for: meeting, beginning: one, write) } }
        }
    }

    private func work(for meeting: Identifier, beginning one: Waiting, _ write: Write) async {
        var turn = [one]
        while !turn.isEmpty {
            await take(turn, write)
            turn = next(of: meeting)
        }
    }

    /// - Returns: empty where nobody waits any more: who comes now is the first again
    private func next(of meeting: Identifier) -> [Waiting] {
        waiting.withLock { queues in
            let list = queues[meeting] ?? []
            queues[meeting] = list.isEmpty ? nil : Array(list.dropFirst(Self.most))
            return Array(list.prefix(Self.most))
        }
    }

    private func take(_ turn: [Waiting], _ write: Write) async {
        do {
            for (one, outcome) in zip(turn, try await write(turn.map(\.request))) { one.answer.resume(returning: outcome) }
        } catch {
            guard turn.count > 1 else { return turn.forEach { $0.answer.resume(throwing: error) } }
            // What one of them runs into is not the others' trouble.
            for one in turn { await take([one], write) }
        }
    }
}
