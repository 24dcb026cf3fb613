import Core
import Credentials
import People
import SQL
import Web

/// Moderators, those who report, and givers who look what became of it. The table of contents of this part.
package struct ModerationPart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    let contributions: ContributionStore

    package static let migrations = ModerationMigrations.all

    package init(people: People.Slice, conversations: ConversationPart, contributions: ContributionStore) {
        self.people = people
        self.conversations = conversations
        self.contributions = contributions
    }

    package var routes: [Route] { ModerationRoutes(part: self).table + MineRoutes(part: self).table }

    func mayTry(_ rule: Throttle.Rule, _ context: WebContext) async throws -> Bool {
        try await contributions.mayTry(rule, people.client(context), at: people.now())
    }

    /// Behind the announcement.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State) -> [ConversationDoor] {
        [
            ConversationDoor(ModerationWords.both(\.log), ModerationWords.both(\.logLead), ModerationRoute.log(conversation.id).address),
            ConversationDoor(ModerationWords.both(\.mine), ModerationWords.both(\.mineLead), ModerationRoute.mine().address),
        ]
    }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        [ConversationDoor(ModerationWords.both(\.queue), ModerationWords.both(\.queueLead), ModerationRoute.queue(conversation.id).address, isClosed: true)]
    }
}
