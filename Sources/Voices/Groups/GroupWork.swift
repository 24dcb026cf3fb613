import Core
import Synchronization

/// Searches for groups that run on this node, with how far they are.
final class GroupWork: Sendable {
    enum State: Sendable, Hashable {
        case none
        /// The part that is done, 0 to 1.
        case running(Double)
        case refused(GroupStore.Fault)
        case failed
    }

    private let states = Mutex<[Identifier: State]>([:])

    func state(of conversation: Identifier) -> State { states.withLock { $0[conversation] ?? .none } }

    /// Begins work, unless it runs for this conversation already.
    ///
    /// - Parameter work: gets a way to tell the part that is done
    func begin(_ conversation: Identifier, _ work: @escaping @Sendable (_ report: @escaping @Sendable (Double) -> Void) async throws -> Void) {
        let begins = states.withLock { states in
            if case .running = states[conversation] { return false }
            states[conversation] = .running(0)
            return true
        }
        guard begins else { return }
        Task.detached(priority: .utility) { [self] in
            let end: State
            do {
                try await work { part in self.put(.running(part), conversation) }
                end = .none
            } catch let fault as GroupStore.Fault {
                end = .refused(fault)
            } catch {
                end = .failed
            }
            put(end, conversation)
        }
    }

    private func put(_ state: State, _ conversation: Identifier) { states.withLock { $0[conversation] = state } }

    /// Waits until it is done, but no longer than a page may take.
    func settle(_ conversation: Identifier) async throws {
        for _ in 0..<20 {
            guard case .running = state(of: conversation) else { return }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
