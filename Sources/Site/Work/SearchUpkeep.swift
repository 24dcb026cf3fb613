import Knowledge
import Logging
import ServiceLifecycle

/// Keeps the index of this node up to date, for as long as the server runs.
struct SearchUpkeep: Service {
    let desk: SearchDesk
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            await desk.follow { error in logger.error("the search is not up to date", metadata: ["error": .string("\(error)")]) }
        }
    }
}
