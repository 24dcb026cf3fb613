import Foundation
import NIOPosix

/// Threads for work that blocks, apart from the event loops.
// @unchecked: the lock guards the flag.
final class WorkThreads: @unchecked Sendable {
    private let threads: NIOThreadPool
    private let lock = NSLock()
    private var isClosed = false

    init(_ count: Int) {
        threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
    }

    // NIO wants its pool shut down before it goes; whoever forgets to close a database must not bring the process down.
    deinit { threads.shutdownGracefully { _ in } }

    /// Waits for a free thread. A task that is cancelled while it waits does not run.
    func run<Result: Sendable>(_ body: @escaping @Sendable () throws -> Result) async throws -> Result {
        do {
            return try await threads.runIfActive(body)
        } catch is CancellationError where lock.withLock({ isClosed }) {
            // The closed pool answers as if the task had been cancelled.
            throw SQLError.connection("the database is closed")
        }
    }

    /// Ends after the work that runs.
    func close() async {
        lock.withLock { isClosed = true }
        try? await threads.shutdownGracefully()
    }
}
