import Core
import Learning
import Logging
import People
import ServiceLifecycle

/// What time brings to meetings and groups: offers that end, places that come free, reminders. Every node does it; what one did the others find done.
struct LearningRounds: Service {
    let learning: Learning.Slice
    let people: People.Slice
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let origin = Origin(person: nil, request: "learning", channel: .job, time: people.now())
                do { try await learning.round(from: origin) } catch {
                    logger.error("learning waits", metadata: ["error": .string(String("\(error)".prefix(500)))])
                }
                try? await Task.sleep(for: .seconds(60))
            }
        }
    }
}
