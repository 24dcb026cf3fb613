import Foundation
import Synchronization

/// Something the server cannot do without, and how to see that it works.
package struct HealthCheck: Sendable {
    package let name: String
    /// Throws when it does not work. What it throws goes to the log, not to who asks.
    package let check: @Sendable () async throws -> Void

    package init(_ name: String, check: @escaping @Sendable () async throws -> Void) {
        self.name = name
        self.check = check
    }
}

/// The answer of `/health`: for load balancers and for people on duty.
struct HealthReport: Encodable {
    struct Check: Encodable {
        let name: String
        let status: String
    }

    let status: String
    let checks: [Check]

    var isHealthy: Bool { status == "ok" }

    /// Runs all checks side by side; one that takes longer than `patience` counts as not working.
    static func run(_ checks: [HealthCheck], patience: Duration = .seconds(2), failed: @escaping @Sendable (String, String) -> Void) async -> HealthReport {
        let results = await withTaskGroup(of: (Int, Bool).self) { group in
            for (index, check) in checks.enumerated() {
                group.addTask {
                    do {
                        try await Patience.wait(patience, for: check.check)
                        return (index, true)
                    } catch {
                        failed(check.name, "\(error)")
                        return (index, false)
                    }
                }
            }
            return await group.reduce(into: [Int: Bool]()) { $0[$1.0] = $1.1 }
        }
        let lines = checks.enumerated().map { Check(name: $1.name, status: results[$0] == true ? "ok" : "failing") }
        return HealthReport(status: lines.allSatisfy { $0.status == "ok" } ? "ok" : "failing", checks: lines)
    }

    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return (try? encoder.encode(self)).map { [UInt8]($0) } ?? Array("{\"status\":\"failing\"}".utf8)
    }
}

/// Gives work so much time and no more. Work that does not heed its cancellation goes on alone; nobody waits for it.
private final class Patience: Sendable {
    struct RanOut: Error {}

    private let waiting: Mutex<CheckedContinuation<Void, any Error>?>

    private init(_ waiting: CheckedContinuation<Void, any Error>) {
        self.waiting = Mutex(waiting)
    }

    private func end(_ result: Result<Void, any Error>) {
        let first = waiting.withLock { waiting in
            defer { waiting = nil }
            return waiting
        }
        first?.resume(with: result)
    }

    static func wait(_ duration: Duration, for work: @escaping @Sendable () async throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let patience = Patience(continuation)
            let job = Task {
                do {
                    try await work()
                    patience.end(.success(()))
                } catch {
                    patience.end(.failure(error))
                }
            }
            Task {
                try? await Task.sleep(for: duration)
                job.cancel()
                patience.end(.failure(RanOut()))
            }
        }
    }
}
