import Core
import People
import SQL
import Web

/// Asking people after 3 and 12 months what they used, and what came of it. The table of contents of this part.
package struct FollowUpPart: Sendable {
    let people: People.Slice
    package let store: FollowUpStore

    package static let migrations = FollowUpMigrations.all
    /// What people can switch off.
    package static let noticeKinds = FollowUpNotice.kinds

    package init(people: People.Slice) {
        self.people = people
        let post = FollowUpPost(notices: people.notices, outbox: people.outbox, origin: people.installation.origin)
        store = FollowUpStore(database: people.database, journal: people.journal, post: post, mark: RegistrationMark(people.installation.key))
    }

    package var routes: [Route] { FollowUpRoutes(part: self).table }

    /// Asks and reminds, once a day. For the job of every minute, on every node.
    ///
    /// - Returns: how many people got a mail
    @discardableResult
    package func round(from origin: Origin) async throws -> Int {
        let people = people
        return try await store.round(site: { try await people.look.current()?.name ?? people.installation.name }, from: origin)
    }

    var now: Int64 { people.now() }
}
