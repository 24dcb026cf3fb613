import Core
import People
import SQL

extension Conversation {
    /// The keys of those that ended so long ago that nobody needs to know any more who took part or who worked on them.
    ///
    /// - Parameter now: milliseconds since 1970
    static func longPast(at now: Int64) -> Query {
        "SELECT id FROM conversation WHERE last_day < \(DutchDay(at: now - RetentionTerm.voices * 86_400_000).description)"
    }
}
