import Core
import Logging
import People
import ServiceLifecycle

/// Takes away what is past its term, at the start and then every day.
struct DailyRetention: Service {
    let people: People.Slice
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let origin = Origin(person: nil, request: "retention", channel: .job, time: people.now())
                do {
                    try await people.retain(from: origin)
                } catch {
                    logger.error("retention waits", metadata: ["error": .string(String("\(error)".prefix(500)))])
                }
                try? await Task.sleep(for: .seconds(24 * 60 * 60))
            }
        }
    }
}
