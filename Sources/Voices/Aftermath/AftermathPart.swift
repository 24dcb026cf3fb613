import Core
import People
import Web

/// Back to the giver: what became of what somebody said. The table of contents of this part.
package struct AftermathPart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    package let store: AftermathStore

    package static let migrations = AftermathMigrations.all

    package init(people: People.Slice, conversations: ConversationPart) {
        self.people = people
        self.conversations = conversations
        store = AftermathStore(database: people.database, journal: people.journal, notices: people.notices)
    }

    package static let noticeKinds = [AftermathPost.kind]

    package var routes: [Route] { AftermathRoutes(part: self).table }

    /// Behind the announcement.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State) -> [ConversationDoor] {
        guard state == .open || state == .closed else { return [] }
        return [ConversationDoor(AftermathWords.both(\.title), AftermathWords.both(\.lead), AftermathRoute.results(conversation.id).address)]
    }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        [ConversationDoor(AftermathWords.both(\.desk), AftermathWords.both(\.deskLead), AftermathRoute.desk(conversation.id).address, isClosed: true)]
    }
}
