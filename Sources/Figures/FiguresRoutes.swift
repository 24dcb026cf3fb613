import Core
import Hummingbird
import Jobs
import Web

extension Slice {
    /// Every page of the slice.
    package func routes(jobs: JobStore) -> [Route] {
        []
    }
}
