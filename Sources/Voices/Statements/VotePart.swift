import Core
import Credentials
import People
import SQL
import Web

/// Inhabitants of an area, for beside the number of people who took part: how many, from which source, of when (`2026`).
package struct InhabitantCount: Sendable, Hashable {
    package let people: Int
    package let source: String
    package let period: String

    package init(people: Int, source: String, period: String) {
        self.people = people
        self.source = source
        self.period = period
    }
}

/// Finds that count; nil where none is known.
package typealias InhabitantSource = @Sendable (AreaCode) async throws -> InhabitantCount?

/// Statements, votes and what came of them. The table of contents of this part.
package struct VotePart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    let entrance: Entrance
    let inhabitants: InhabitantSource
    package let book: StatementBook
    package let votes: VoteStore
    let scenes: VoteScenes
    let ballots: Ballots
    let queue: VoteQueue

    package static let migrations = VoteMigrations.all

    package init(
        people: People.Slice, conversations: ConversationPart, contributions: ContributionStore, entrance: Entrance,
        inhabitants: @escaping InhabitantSource = { _ in nil }
    ) {
        self.people = people
        self.conversations = conversations
        self.entrance = entrance
        self.inhabitants = inhabitants
        book = StatementBook(contributions: contributions)
        let votes = VoteStore(database: people.database, journal: people.journal, key: people.installation.key)
        self.votes = votes
        scenes = VoteScenes { try await Self.scene(of: $0, people.database, conversations) }
        ballots = Ballots { try await votes.ballot(of: $0, in: $1) }
        let watch = CrowdWatch(), now = people.now
        queue = VoteQueue { turn, conversation in
            let time = now()
            return try await votes.cast(turn, in: conversation, at: time) { watch.crowd(of: $0, in: conversation, at: time) }
        }
    }

    package var routes: [Route] { VoteRoutes(part: self).table + VoteDeskRoutes(part: self).table + ResultRoutes(part: self).table }

    var proofs: CodeProofs { CodeProofs(people.installation.key) }

    private static func scene(of id: Identifier, _ database: Database, _ conversations: ConversationPart) async throws -> VoteScene? {
        guard let conversation = try await conversations.store.find(id) else { return nil }
        let areaName = try await conversations.areaName(conversation)
        return try await database.read { reading in
            let (shown, apart) = try VoteStore.people(in: id, reading)
            return VoteScene(
                conversation: conversation, areaName: areaName, statements: try StatementBook.list(in: id, reading), people: shown, apart: apart)
        }
    }

    /// The scene of the path, as everyone may see it.
    func scene(_ context: WebContext) async throws -> VoteScene {
        guard let scene = try await scenes.scene(of: try context.part("gesprek", as: Identifier.self)), scene.conversation.isPublic else {
            throw Problem.notFound
        }
        return scene
    }

    /// The same straight from the database: what was taken back is gone at once.
    func freshScene(of id: Identifier) async throws -> VoteScene {
        guard let scene = try await Self.scene(of: id, people.database, conversations), scene.conversation.isPublic else { throw Problem.notFound }
        return scene
    }

    /// Behind the announcement.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State, in database: Database) async throws -> [ConversationDoor] {
        let vote = ConversationDoor(VoteWords.both(\.title), VoteWords.both(\.doorLead), VoteRoute.vote(conversation.id).address, minutes: 5)
        let results = ConversationDoor(ResultWords.both(\.title), ResultWords.both(\.lead), VoteRoute.results(conversation.id).address)
        return switch state {
        case .draft, .coming: []
        case .open: [vote, results]
        case .closed: try await StatementBook.isAny(in: conversation.id, database) ? [results] : []
        }
    }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        [ConversationDoor(VoteDeskWords.both(\.title), VoteDeskWords.both(\.lead), VoteRoute.desk(conversation.id).address, isClosed: true)]
    }
}
