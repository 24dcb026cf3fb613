import Dispatch
import Synchronization

/// A computation was stopped from outside before it was done.
package struct Cancelled: Error, Hashable {
    package init() {}
}

/// How a long computation runs: on how many cores, who hears how far it is, and whether it should stop.
///
/// Work is cut into blocks that do not depend on each other, so the result is the same for any number of cores.
package struct Execution: Sendable {
    /// At least 1.
    package let cores: Int
    /// Called from any thread with the part that is done, 0 to 1.
    private let report: @Sendable (Double) -> Void
    private let isCancelled: @Sendable () -> Bool

    package init(
        cores: Int = 1, report: @escaping @Sendable (Double) -> Void = { _ in }, isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.cores = max(1, cores)
        self.report = report
        self.isCancelled = isCancelled
    }

    /// One core, silent, to the end.
    package static let plain = Execution()

    /// For work that is not cut into blocks: tells the part that is done, 0 to 1.
    package func tell(_ part: Double) { report(part) }

    /// Whether it should stop; who computes in steps asks between them.
    package var isStopped: Bool { isCancelled() }

    /// The same for one step of a computation in several steps of about equal length: its progress is told as part of the whole.
    package func step(_ index: Int, of steps: Int) -> Execution {
        guard steps > 1 else { return self }
        let report = report
        return Execution(cores: cores, report: { part in report((Double(index) + part) / Double(steps)) }, isCancelled: isCancelled)
    }

    /// Computes blocks of indices and puts their results together in order.
    ///
    /// - Parameters:
    ///   - count: indices from 0
    ///   - size: indices in a block; small enough to report often, large enough to be worth a step
    ///   - body: results of one block, usually one for each index
    package func blocks<Result: Sendable>(
        of count: Int, size: Int, _ body: @Sendable (Range<Int>) -> [Result]
    ) throws(Cancelled) -> [Result] {
        let queue = Queue<Result>(count: max(0, count), size: max(1, size))
        @Sendable func work(_: Int) {
            while !isCancelled(), let (block, indices) = queue.take() {
                report(queue.put(body(indices), at: block))
            }
        }
        if cores == 1 || queue.total <= 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: min(cores, queue.total), execute: work) }
        guard let results = queue.results else { throw Cancelled() }
        return results
    }
}

/// Blocks that wait for a core, and the results of those that were done.
private final class Queue<Result: Sendable>: Sendable {
    let total: Int
    private let count: Int
    private let size: Int
    private let state: Mutex<(next: Int, done: Int, parts: [[Result]?])>

    init(count: Int, size: Int) {
        self.count = count
        self.size = size
        self.total = (count + size - 1) / size
        self.state = Mutex((0, 0, [[Result]?](repeating: nil, count: total)))
    }

    func take() -> (block: Int, indices: Range<Int>)? {
        state.withLock { state in
            guard state.next < total else { return nil }
            defer { state.next += 1 }
            return (state.next, state.next * size..<min(count, (state.next + 1) * size))
        }
    }

    /// Part that is done, 0 to 1.
    func put(_ part: [Result], at block: Int) -> Double {
        state.withLock { state in
            state.parts[block] = part
            state.done += 1
            return Double(state.done) / Double(total)
        }
    }

    /// Nil when blocks are left.
    var results: [Result]? {
        state.withLock { state in state.done == total ? state.parts.flatMap { $0 ?? [] } : nil }
    }
}
