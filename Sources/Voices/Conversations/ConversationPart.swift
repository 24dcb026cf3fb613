import Areas
import Core
import People
import SQL
import Web

/// Conversations: their announcement, and who leads them. The table of contents of this part; the other parts ask it which conversation a path means.
package struct ConversationPart: Sendable {
    let areas: Areas.Slice
    let people: People.Slice
    package let store: ConversationStore

    package static let migrations = ConversationMigrations.all

    package init(areas: Areas.Slice, people: People.Slice) {
        self.areas = areas
        self.people = people
        store = ConversationStore(database: people.database, journal: people.journal)
    }

    // MARK: What routes share

    /// The conversation of the path (`{gesprek}`), for who may see it.
    func seen(_ context: WebContext) async throws -> Conversation {
        guard let conversation = try await store.find(try context.part("gesprek", as: Identifier.self)) else { throw Problem.notFound }
        try VoicesPolicy.see(conversation, by: context.actor).orProblem()
        return conversation
    }

    /// The same as everyone may see it, without a look at who asks.
    func announced(_ context: WebContext) async throws -> Conversation {
        guard let conversation = try await store.find(try context.part("gesprek", as: Identifier.self)), conversation.isPublic else { throw Problem.notFound }
        return conversation
    }

    /// The same for who organises it.
    func organised(_ context: WebContext) async throws -> Conversation {
        guard let conversation = try await store.find(try context.part("gesprek", as: Identifier.self)) else { throw Problem.notFound }
        try VoicesPolicy.organise(conversation, by: context.actor).orProblem()
        return conversation
    }

    /// The same for who leads it, and may read what was not said to everyone.
    func led(_ context: WebContext) async throws -> Conversation {
        guard let conversation = try await store.find(try context.part("gesprek", as: Identifier.self)) else { throw Problem.notFound }
        try VoicesPolicy.lead(conversation, by: context.actor).orProblem()
        return conversation
    }

    /// The name of the area; its code where no areas were imported.
    func areaName(_ conversation: Conversation) async throws -> String {
        try await people.areaName(conversation.area) ?? conversation.area.description
    }
}
