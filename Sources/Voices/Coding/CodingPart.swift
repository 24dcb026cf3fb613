import Core
import People
import SQL
import Web

/// What stories are about, found by several people apart and then together. The table of contents of this part.
package struct CodingPart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    /// Themes of the profile of an area that a theme of stories can belong to.
    let subjects: [AreaTheme]
    package let store: CodingStore

    package static let migrations = CodingMigrations.all

    package init(people: People.Slice, conversations: ConversationPart, subjects: [AreaTheme] = []) {
        self.people = people
        self.conversations = conversations
        self.subjects = subjects
        store = CodingStore(database: people.database, journal: people.journal)
    }

    package var routes: [Route] { CodingRoutes(part: self).table }

    package func outcome(in conversation: Identifier) async throws -> CodingOutcome { CodingOutcome(try await store.book(in: conversation)) }

    /// Behind the announcement, where there are themes.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State, in database: Database) async throws -> [ConversationDoor] {
        guard state == .open || state == .closed, try await CodingStore.hasThemes(conversation.id, in: database) else { return [] }
        return [ConversationDoor(CodingWords.both(\.title), CodingWords.both(\.lead), CodingRoute.results(conversation.id).address)]
    }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        [ConversationDoor(CodingDeskWords.both(\.title), CodingDeskWords.both(\.lead), CodingRoute.desk(conversation.id).address, isClosed: true)]
    }
}
