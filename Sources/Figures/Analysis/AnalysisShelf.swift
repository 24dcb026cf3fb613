import Core
import Dispatch
import Foundation
import Jobs
import Measures
import Synchronization
import Transfer
import Web

/// Computes outcomes once and keeps them. Long ones are computed beside the requests, as a job that a page can follow.
final class AnalysisShelf<Question: AnalysisQuestion, Outcome: Sendable>: Sendable {
    struct Key: Sendable, Hashable {
        let question: Question
        let ground: AnalysisKey
    }

    enum State: Sendable {
        /// Nil where there are no figures to compute with.
        case ready(Outcome?)
        case working(AnalysisProgress)
    }

    typealias Work = @Sendable (Execution) throws(Cancelled) -> Outcome?

    private let kept: Kept<Key, Outcome?>
    private let running = Mutex<[Key: Running]>([:])
    private let jobs: JobStore

    private struct Running: Sendable {
        let task: Task<Outcome?, any Error>
        let progress: AnalysisProgress
    }

    init(jobs: JobStore, most: Int = 200) {
        self.jobs = jobs
        self.kept = Kept(most: most)
    }

    /// The outcome now, computed by who asks.
    func direct(_ key: Key, _ work: Work) throws -> Outcome? {
        if let known = kept.known(key) { return known }
        return kept.keep(try work(.plain), for: key)
    }

    /// The outcome if it is there within `patience`, or how far it is.
    func state(_ key: Key, title: String, patience: Duration = .milliseconds(500), _ work: @escaping Work) async throws -> State {
        if let known = kept.known(key) { return .ready(known) }
        let current = start(key, title: title, work)
        let end = ContinuousClock.now + patience
        while ContinuousClock.now < end {
            if let known = kept.known(key) { return .ready(known) }
            if current.progress.hasFailed { return .ready(try await current.task.value) }
            try await Task.sleep(for: .milliseconds(5))
        }
        return .working(current.progress)
    }

    /// The outcome, however long it takes.
    func whole(_ key: Key, title: String, _ work: @escaping Work) async throws -> Outcome? {
        if let known = kept.known(key) { return known }
        return try await start(key, title: title, work).task.value
    }

    /// The same computation for all who ask for it meanwhile.
    private func start(_ key: Key, title: String, _ work: @escaping Work) -> Running {
        running.withLock { running in
            if let current = running[key] { return current }
            let progress = AnalysisProgress(id: Digest.hex(Digest.randomBytes(8)))
            let task = Task { [self] in
                let beat = Task { [jobs] in await progress.keep(in: jobs, title: title) }
                defer {
                    progress.end()
                    self.running.withLock { $0[key] = nil }
                }
                do {
                    let outcome = try await Self.apart(progress, work)
                    kept.keep(outcome, for: key)
                    beat.cancel()
                    await progress.close(in: jobs, .done, after: beat)
                    return outcome
                } catch {
                    progress.fail()
                    beat.cancel()
                    await progress.close(in: jobs, .failed, after: beat)
                    throw error
                }
            }
            let made = Running(task: task, progress: progress)
            running[key] = made
            return made
        }
    }

    /// On a thread of its own, because it would hold up the threads that answer requests.
    private static func apart(_ progress: AnalysisProgress, _ work: @escaping Work) async throws -> Outcome? {
        let execution = Execution(cores: ProcessInfo.processInfo.activeProcessorCount, report: { progress.report($0) })
        return try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global(qos: .utility).async { continuation.resume(with: Result { try work(execution) }) }
        }
    }
}

/// How far a long computation is. Becomes a job once it takes longer than half a second.
final class AnalysisProgress: Sendable {
    private struct Facts: Sendable {
        var part = 0.0
        var hasFailed = false
        var hasEnded = false
        var isKept = false
    }

    /// Of the job.
    let id: String
    private let started = UTCTime.milliseconds
    private let facts = Mutex(Facts())

    init(id: String) { self.id = id }

    /// Part that is done, 0 to 1.
    var part: Double { facts.withLock { $0.part } }
    var hasFailed: Bool { facts.withLock { $0.hasFailed } }

    func report(_ part: Double) { facts.withLock { $0.part = max($0.part, min(1, part)) } }
    fileprivate func fail() { facts.withLock { $0.hasFailed = true } }
    fileprivate func end() { facts.withLock { $0.hasEnded = true } }

    private static let stage = Localized(nl: "Rekenen", en: "Computing")

    /// Tells the jobs how far it is, twice a second, until it is stopped.
    fileprivate func keep(in jobs: JobStore, title: String) async {
        while true {
            try? await Task.sleep(for: .milliseconds(500))
            guard !Task.isCancelled else { return }
            if !facts.withLock({ $0.isKept }) {
                guard (try? await jobs.start(id: id, kind: "analyse", title: title, at: started)) != nil else { return }
                facts.withLock { $0.isKept = true }
            }
            let done = Int(part * 100)
            try? await jobs.report(id: id, stage: Self.stage, done: done, total: 100, at: UTCTime.milliseconds)
        }
    }

    fileprivate func close(in jobs: JobStore, _ outcome: Job.Outcome, after beat: Task<Void, Never>) async {
        await beat.value
        guard facts.withLock({ $0.isKept }) else { return }
        try? await jobs.end(id: id, outcome: outcome, report: "", at: UTCTime.milliseconds)
    }
}
