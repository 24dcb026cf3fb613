import Core
import Credentials
import People
import SQL
import Web

/// Stories that residents tell. The table of contents of this part.
package struct StoryPart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    package let store: StoryStore
    let entrance: Entrance
    /// The map of the area of a conversation; nil where it has no borders.
    let frame: @Sendable (Conversation) async throws -> PlaceFrame?

    package static let migrations = StoryMigrations.all

    package init(
        people: People.Slice, conversations: ConversationPart, contributions: ContributionStore, entrance: Entrance,
        frame: @escaping @Sendable (Conversation) async throws -> PlaceFrame?
    ) {
        self.frame = frame
        self.people = people
        self.conversations = conversations
        self.entrance = entrance
        store = StoryStore(contributions: contributions)
    }

    package var routes: [Route] { StoryRoutes(part: self).table }

    package var searchSources: [SearchSource] { [searchSource] }

    package var linkSources: [LinkSource] { [linkSource] }

    var proofs: CodeProofs { CodeProofs(people.installation.key) }

    /// Behind the announcement.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State) -> [ConversationDoor] {
        let read = ConversationDoor(StoryWords.both(\.title), StoryWords.both(\.lead), StoryRoute.list(conversation.id).address)
        let tell = ConversationDoor(StoryWords.both(\.tell), StoryWords.both(\.tellLead), StoryRoute.new(conversation.id).address, minutes: 5)
        return state == .open ? [tell, read] : [read]
    }
}
