import Core
import Foundation
import Jobs
import Synchronization
import Transfer

/// Does long work as a job: its progress goes to a terminal and, twice a second, to the database, where any page can see it.
package struct JobRunner: Sendable {
    private let jobs: JobStore
    private let watcher: WorkProgress

    package init(_ jobs: JobStore, watcher: WorkProgress = .silent) {
        self.jobs = jobs
        self.watcher = watcher
    }

    /// What work has to say when it ends well.
    package struct Ending: Sendable {
        package let outcome: Job.Outcome
        package let report: String

        /// The first line, for a terminal.
        package var summary: String { report.split(separator: "\n").first.map(String.init) ?? "" }
        /// What stands below it: notes on the data.
        package var notes: [Substring] { Array(report.split(separator: "\n").dropFirst()) }

        package init(_ outcome: Job.Outcome, _ report: String) {
            self.outcome = outcome
            self.report = report
        }
    }

    private struct Latest: Sendable {
        var stage = Localized(nl: "Beginnen", en: "Starting")
        var done = 0
        var total: Int?
    }

    /// Runs the work; errors end the job and are thrown again.
    @discardableResult
    package func run(kind: String, title: String, _ work: @Sendable (WorkProgress) async throws -> Ending) async throws -> Ending {
        let id = Digest.hex(Digest.randomBytes(8))
        try await jobs.start(id: id, kind: kind, title: title, at: Self.now)
        let box = LatestBox()
        let progress = WorkProgress { [watcher] stage, done, total in
            watcher(stage, done, of: total)
            box.set(stage, done, total)
        }
        let beat = Task { [jobs] in
            while !Task.isCancelled {
                try? await Task.sleep(for: .milliseconds(500))
                guard !Task.isCancelled else { return }
                let latest = box.take()
                try? await jobs.report(id: id, stage: latest.stage, done: latest.done, total: latest.total, at: Self.now)
            }
        }
        defer { beat.cancel() }
        do {
            let ending = try await work(progress)
            beat.cancel()
            _ = await beat.result
            try await jobs.end(id: id, outcome: ending.outcome, report: ending.report, at: Self.now)
            return ending
        } catch {
            beat.cancel()
            _ = await beat.result
            // In a task of its own: a cancelled one may not write any more, and that it was cancelled must be kept too.
            await Task { [jobs] in try? await jobs.end(id: id, outcome: Self.outcome(of: error), report: Self.report(of: error), at: Self.now) }.value
            throw error
        }
    }

    private final class LatestBox: Sendable {
        private let state = Mutex(Latest())

        func set(_ stage: Localized, _ done: Int, _ total: Int?) {
            state.withLock { $0 = Latest(stage: stage, done: done, total: total) }
        }

        func take() -> Latest { state.withLock { $0 } }
    }

    private static func outcome(of error: any Error) -> Job.Outcome {
        switch error {
        case is ImportRefused: .refused
        case is CancellationError: .cancelled
        default: .failed
        }
    }

    /// Refusals in full; of other errors nothing that could hold a secret.
    private static func report(of error: any Error) -> String {
        guard let refused = error as? ImportRefused else { return "" }
        return refused.diagnostics.prefix(1000).map { $0.line(in: .nl) }.joined(separator: "\n")
    }

    package static var now: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
