import Core
import People
import Web

/// Votes on paper: sheets that print, typing them in, and a second look at some. The table of contents of this part.
package struct SheetPart: Sendable {
    let people: People.Slice
    let votes: VotePart
    let codes: CodePart
    package let store: SheetStore

    package static let migrations = SheetMigrations.all

    package init(people: People.Slice, votes: VotePart, codes: CodePart) {
        self.people = people
        self.votes = votes
        self.codes = codes
        store = SheetStore(codes: codes.store)
    }

    package var routes: [Route] { SheetRoutes(part: self).table }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        [ConversationDoor(SheetWords.both(\.title), SheetWords.both(\.lead), SheetRoute.desk(conversation.id).address, isClosed: true)]
    }
}
