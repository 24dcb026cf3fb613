import Core
import Logging
import People
import ServiceLifecycle

/// Tells people what time brings: the mail of a day and of a week, roles that end, roles to look at. Every node does it; what one did the others find done.
struct NoticeRounds: Service {
    let people: People.Slice
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let origin = Origin(person: nil, request: "notices", channel: .job, time: people.now())
                do { try await people.noticeRound.run(from: origin) } catch {
                    logger.error("notices wait", metadata: ["error": .string(String("\(error)".prefix(500)))])
                }
                try? await Task.sleep(for: .seconds(5 * 60))
            }
        }
    }
}
