import Core
import Credentials
import People
import SQL
import Web

/// Surveys: made from questions that can be used again, answered on a screen or on paper. The table of contents of this part.
package struct SurveyPart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    let codes: CodePart
    let entrance: Entrance
    let contributions: ContributionStore
    package let store: SurveyStore
    package let responses: SurveyResponses

    package static let migrations = SurveyMigrations.all

    package init(people: People.Slice, conversations: ConversationPart, contributions: ContributionStore, codes: CodePart, entrance: Entrance) {
        self.people = people
        self.conversations = conversations
        self.codes = codes
        self.entrance = entrance
        self.contributions = contributions
        store = SurveyStore(database: people.database, journal: people.journal)
        responses = SurveyResponses(codes: codes.store)
    }

    package var routes: [Route] { SurveyRoutes(part: self).table + SurveyDeskRoutes(part: self).table }

    var proofs: CodeProofs { CodeProofs(people.installation.key) }

    /// Those that everyone may see.
    func shown(in conversation: Identifier) async throws -> [Survey] {
        try await store.list(in: conversation).filter { $0.state != .draft }
    }

    /// Behind the announcement.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State, in database: Database) async throws -> [ConversationDoor] {
        guard state == .open || state == .closed, try await SurveyStore.isAnyShown(in: conversation.id, database) else { return [] }
        return [ConversationDoor(SurveyWords.both(\.title), SurveyWords.both(\.lead), SurveyRoute.list(conversation.id).address)]
    }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        [ConversationDoor(SurveyDeskWords.both(\.title), SurveyDeskWords.both(\.lead), SurveyRoute.desk(conversation.id).address, isClosed: true)]
    }
}
