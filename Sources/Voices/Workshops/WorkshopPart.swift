import Core
import People
import Web

/// Workshops at tables: sheets that print, typing them in by table, and what came of them. The table of contents of this part.
package struct WorkshopPart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    package let store: WorkshopStore

    package static let migrations = WorkshopMigrations.all

    package init(people: People.Slice, conversations: ConversationPart, contributions: ContributionStore) {
        self.people = people
        self.conversations = conversations
        store = WorkshopStore(contributions: contributions)
    }

    package var routes: [Route] { WorkshopRoutes(part: self).table + WorkshopDeskRoutes(part: self).table }

    var proofs: CodeProofs { CodeProofs(people.installation.key) }

    /// Those that everyone may see.
    func outcomes(in conversation: Identifier) async throws -> [WorkshopOutcome] {
        try await store.list(in: conversation).filter(\.isClosed).map { WorkshopOutcome(workshop: $0) }
    }

    /// Behind the announcement.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State) -> [ConversationDoor] {
        guard conversation.facts.ways.contains(.meeting), state == .open || state == .closed else { return [] }
        return [ConversationDoor(WorkshopWords.both(\.title), WorkshopWords.both(\.lead), WorkshopRoute.results(conversation.id).address)]
    }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        [ConversationDoor(WorkshopDeskWords.both(\.title), WorkshopDeskWords.both(\.lead), WorkshopRoute.desk(conversation.id).address, isClosed: true)]
    }
}
