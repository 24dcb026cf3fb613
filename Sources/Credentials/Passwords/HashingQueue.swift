import Dispatch
import Foundation
import Synchronization

/// Hashes passwords on threads of its own, a few at a time: half a second and 128 MiB each would hold up Swift's own threads and fill the memory.
package final class HashingQueue: Sendable {
    /// What came of a password that was tried.
    package enum Outcome: Sendable, Hashable {
        case wrong
        /// - Parameter stale: the hash is cheaper than wanted; store a new one
        case right(stale: Bool)
        /// Too many are waiting, or there is no memory: try again later. Nothing is known about the password.
        case busy
    }

    private let cost: Scrypt.Cost
    private let lanes: [DispatchQueue]
    private let most: Int
    private let waiting = Atomic(0)
    private let turn = Atomic(0)
    private let decoy: PasswordHash

    /// - Parameters:
    ///   - atOnce: hashes made side by side; half of the processors, so that answers that need no hash never wait for those that do
    ///   - most: hashes under way and waiting, above which the answer is `busy`
    package init(cost: Scrypt.Cost = .standard, atOnce: Int = max(1, ProcessInfo.processInfo.activeProcessorCount / 2), most: Int = 64) {
        self.cost = cost
        self.most = max(most, 1)
        lanes = (0..<max(atOnce, 1)).map { DispatchQueue(label: "leefkring.hashing.\($0)") }
        decoy = .decoy(cost)
    }

    /// Nil where too many are waiting or there is no memory.
    package func hash(_ password: Password) async -> PasswordHash? {
        await run { [cost] in PasswordHash(password, cost: cost) } ?? nil
    }

    /// - Parameter hash: nil where there is no such account or it has no password; takes as long and is always wrong
    package func verify(_ password: Password, against hash: PasswordHash?) async -> Outcome {
        let kept = hash ?? decoy
        guard let isRight = await run({ kept.matches(password) }) else { return .busy }
        return isRight && hash != nil ? .right(stale: kept.needsRehash(cost)) : .wrong
    }

    /// Recovery codes with their hashes; nil where too many are waiting or there is no memory.
    package func recoveryCodes(_ count: Int = 10) async -> (codes: [String], kept: RecoveryCodes)? {
        await run { [cost] in RecoveryCodes.make(count, cost: cost) } ?? nil
    }

    /// What came of a recovery code that was tried.
    package enum RecoveryOutcome: Sendable, Hashable {
        case wrong
        /// - Parameter left: the codes that are left now that this one is used up
        case right(left: RecoveryCodes)
        /// Too many are waiting: try again later. Nothing is known about the code.
        case busy
    }

    package func use(_ code: String, of codes: RecoveryCodes) async -> RecoveryOutcome {
        guard let left = await run({ codes.using(code) }) else { return .busy }
        return left.map { .right(left: $0) } ?? .wrong
    }

    /// What is wrong with a new password: judged here, because it reads a file and can take some work. Nil where too many are waiting.
    package func faults(in typed: String, by rules: PasswordRules, context: [String]) async -> [PasswordRules.Fault]? {
        await run { rules.faults(in: typed, context: context) }
    }

    private func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result? {
        guard waiting.add(1, ordering: .relaxed).newValue <= most else {
            waiting.subtract(1, ordering: .relaxed)
            return nil
        }
        defer { waiting.subtract(1, ordering: .relaxed) }
        let lane = lanes[Int(turn.wrappingAdd(1, ordering: .relaxed).oldValue.magnitude % UInt(lanes.count))]
        return await withCheckedContinuation { continuation in
            lane.async { continuation.resume(returning: work()) }
        }
    }
}
