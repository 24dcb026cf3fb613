import Core
import SQL
import Synchronization

/// Tells whether things of some kinds changed, by the journal: every write leaves its event there, in one order for all nodes.
package final class JournalFollower: Sendable {
    private struct State {
        /// The last event that was looked at.
        var seen: Int64
        /// The last that was about one of the kinds.
        var changed: Int64
    }

    private let database: Database
    private let conditions: Query
    private let state = Mutex<State?>(nil)

    /// - Parameters:
    ///   - kinds: what actions begin with: `person` for `person.added`
    ///   - actions: of other kinds, one by one
    package init(_ database: Database, kinds: [String], actions: [String] = []) {
        self.database = database
        self.conditions = Query.join(
            kinds.map { kind in "action LIKE \(kind + ".%")" } + actions.map { action in "action = \(action)" }, with: " OR ")
    }

    /// Number of the last event about one of the kinds, or of the first that was looked at. Looks only at events since the last time.
    package func version() async throws -> Int64 {
        let seen = state.withLock { $0?.seen }
        let (head, changed) = try await database.read { [conditions] reading -> (Int64, Int64?) in
            let head = try reading.first("SELECT number FROM journal_head WHERE id = 1") { Int64(try $0.int(0)) } ?? 0
            guard let seen else { return (head, head) }
            guard head > seen else { return (head, nil) }
            let last = try reading.first("SELECT MAX(number) FROM journal WHERE number > \(seen) AND (\(conditions))") { try $0.optionalInt(0) } ?? nil
            return (head, last.map(Int64.init))
        }
        return state.withLock { state in
            let before = state ?? State(seen: head, changed: head)
            // Two may ask at once: the later answer stands.
            var now = State(seen: max(before.seen, head), changed: max(before.changed, changed ?? 0))
            // A journal that became shorter was put back from a copy: everything may be different.
            if let seen, head < seen { now = State(seen: head, changed: head) }
            state = now
            return now.changed
        }
    }
}
