import Core
import Measures
import People
import SQL
import Web

/// Groups of people who vote alike, where the votes can carry that. The table of contents of this part.
package struct GroupPart: Sendable {
    let people: People.Slice
    let votes: VotePart
    package let store: GroupStore
    let work = GroupWork()

    package static let migrations = GroupMigrations.all

    package init(people: People.Slice, votes: VotePart) {
        self.people = people
        self.votes = votes
        store = GroupStore(database: people.database, journal: people.journal)
    }

    package var routes: [Route] { GroupRoutes(part: self).table + GroupDeskRoutes(part: self).table }

    /// Searches and publishes.
    ///
    /// - Parameter floor: people in the smallest group
    /// - Throws: ``GroupStore/Fault``
    package func search(
        _ conversation: Identifier, floor: Int, because reason: String?, from origin: Origin, execution: Execution = .plain
    ) async throws {
        let votes = try await store.votes(in: conversation), runs = try await store.runs(in: conversation)
        try GroupStore.check(votes, floor: floor, reason: reason, after: runs.first)
        let earlier = runs.first { !$0.run.groups.isEmpty }?.run
        let found = try GroupSearch.found(votes, plan: OpinionTestPlan(floor: floor), earlier: earlier, execution: execution)
        try await store.publish(found, of: votes, because: reason, in: conversation, from: origin)
        self.votes.scenes.expire(conversation)
    }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        [ConversationDoor(GroupDeskWords.both(\.title), GroupDeskWords.both(\.lead), GroupRoute.desk(conversation.id).address, isClosed: true)]
    }
}
