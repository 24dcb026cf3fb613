import Areas
import Core
import HTML
import People
import SQL
import Web

/// Conversations: their announcement, and who leads them. The table of contents of this part; the other parts ask it which conversation a path means.
package struct ConversationPart: Sendable {
    let areas: Areas.Slice
    let people: People.Slice
    package let store: ConversationStore
    /// What everyone finds behind the announcement.
    let doors: ConversationDoors
    /// What who organises it finds behind the desk.
    let deskDoors: ConversationDoors
    /// The day (`2027-12-31`) on which everyone who gave something knew what became of it; nil before that.
    let finished: @Sendable (Identifier) async throws -> String?

    package static let migrations = ConversationMigrations.all

    /// - Parameters:
    ///   - doors: on the announcement, only once it is announced
    ///   - deskDoors: on the desk
    ///   - finished: the day (`2027-12-31`) on which everyone who gave something knew what became of it; nil before that
    package init(
        areas: Areas.Slice, people: People.Slice, doors: @escaping ConversationDoors = { _, _ in [] }, deskDoors: @escaping ConversationDoors = { _, _ in [] },
        finished: @escaping @Sendable (Identifier) async throws -> String? = { _ in nil }
    ) {
        self.areas = areas
        self.people = people
        self.doors = doors
        self.deskDoors = deskDoors
        self.finished = finished
        store = ConversationStore(database: people.database, journal: people.journal)
    }

    package var routes: [Route] { ConversationRoutes(part: self).table + ConversationDeskRoutes(part: self).table }

    package var searchSources: [SearchSource] { [searchSource] }

    package var linkSources: [LinkSource] { [linkSource] }

    // MARK: What routes share

    private func known(_ context: WebContext) async throws -> Conversation {
        guard let conversation = try await store.find(try context.part("gesprek", as: Identifier.self)) else { throw Problem.notFound }
        return conversation
    }

    /// The conversation of the path (`{gesprek}`), for who may see it.
    func seen(_ context: WebContext) async throws -> Conversation {
        let conversation = try await known(context)
        try VoicesPolicy.see(conversation, by: context.actor).orProblem()
        return conversation
    }

    /// One that everyone may see.
    func published(_ id: Identifier) async throws -> Conversation {
        guard let conversation = try await store.find(id), conversation.isPublic else { throw Problem.notFound }
        return conversation
    }

    /// The same as everyone may see it, without a look at who asks.
    func announced(_ context: WebContext) async throws -> Conversation {
        try await published(try context.part("gesprek", as: Identifier.self))
    }

    /// The same for who organises it.
    func organised(_ context: WebContext) async throws -> Conversation {
        let conversation = try await known(context)
        try VoicesPolicy.organise(conversation, by: context.actor).orProblem()
        return conversation
    }

    /// The same for who leads it, and may read what was not said to everyone.
    func led(_ context: WebContext) async throws -> Conversation {
        let conversation = try await known(context)
        try VoicesPolicy.lead(conversation, by: context.actor).orProblem()
        return conversation
    }

    /// The name of the area; where its borders were not imported, that of the organisation that governs it, else its code.
    func areaName(_ conversation: Conversation) async throws -> String { try await areaNames([conversation])[conversation.area] ?? "" }

    /// The names of many areas at once.
    func areaNames(_ conversations: [Conversation]) async throws -> [AreaCode: String] {
        var names: [AreaCode: String] = [:]
        for conversation in conversations where names[conversation.area] == nil {
            let area = conversation.area, owner = try await people.organisations.find(conversation.owner)
            names[area] = try await people.areaName(area) ?? (owner?.area == area ? owner?.name : nil) ?? area.description
        }
        return names
    }
}
