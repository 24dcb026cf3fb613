import Core
import People
import SQL
import Web

/// Choosing together: dividing a budget by equal shares, or an order. The table of contents of this part.
package struct ChoicePart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    let entrance: Entrance
    package let store: ChoiceStore

    package static let migrations = ChoiceMigrations.all

    package init(people: People.Slice, conversations: ConversationPart, codes: CodePart, entrance: Entrance) {
        self.people = people
        self.conversations = conversations
        self.entrance = entrance
        store = ChoiceStore(codes: codes.store)
    }

    package var routes: [Route] { ChoiceRoutes(part: self).table + ChoiceDeskRoutes(part: self).table }

    /// Those that everyone may see: people choose, or it is counted.
    func shown(in conversation: Identifier) async throws -> [SharedChoice] {
        try await store.list(in: conversation).filter { $0.state == .open || $0.outcome != nil }
    }

    /// Counts what was closed, and keeps it.
    ///
    /// - Throws: ``ChoiceStore/Fault/state``
    package func count(_ choice: SharedChoice, from origin: Origin) async throws {
        let ballots = try await store.ballots(on: choice.id)
        let outcome = try await Task.detached(priority: .utility) { try ChoiceCount.outcome(of: choice, ballots) }.value
        try await store.keep(outcome, of: choice, from: origin)
    }

    /// Behind the announcement.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State, in database: Database) async throws -> [ConversationDoor] {
        guard state == .open || state == .closed, try await ChoiceStore.isAnyShown(in: conversation.id, database) else { return [] }
        return [ConversationDoor(ChoiceWords.both(\.title), ChoiceWords.both(\.lead), ChoiceRoute.list(conversation.id).address)]
    }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        [ConversationDoor(ChoiceDeskWords.both(\.title), ChoiceDeskWords.both(\.lead), ChoiceRoute.desk(conversation.id).address, isClosed: true)]
    }
}
