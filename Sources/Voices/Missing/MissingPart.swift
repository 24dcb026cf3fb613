import Core
import Credentials
import People
import SQL
import Web

/// Who took part beside who lives there, and where to go to meet who is missing. The table of contents of this part.
package struct MissingPart: Sendable {
    let people: People.Slice
    let votes: VotePart
    let population: PopulationSource
    package let store: MissingStore

    package static let migrations = MissingMigrations.all

    package init(people: People.Slice, votes: VotePart, population: @escaping PopulationSource) {
        self.people = people
        self.votes = votes
        self.population = population
        store = MissingStore(database: people.database, journal: people.journal)
    }

    package var routes: [Route] { MissingRoutes(part: self).table + MissingDeskRoutes(part: self).table }

    /// By each question that is asked.
    func outcomes(of conversation: Conversation) async throws -> [MissingOutcome] {
        let questions = try await store.questions(in: conversation.id), counts = try await store.shown(in: conversation.id)
        let people = try await people.database.read { try VoteStore.people(in: conversation.id, $0).shown.total }
        var outcomes: [MissingOutcome] = []
        for question in questions {
            let shares = try await population(conversation.area, question)
            outcomes.append(MissingOutcome(question, counts: counts[question] ?? [:], participants: people, population: shares))
        }
        return outcomes
    }

    /// Behind the announcement.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State, in database: Database) async throws -> [ConversationDoor] {
        guard try await MissingStore.isAnyAsked(in: conversation.id, database) else { return [] }
        let about = ConversationDoor(MissingWords.both(\.about), MissingWords.both(\.aboutLead), MissingRoute.about(conversation.id).address, minutes: 1)
        let results = ConversationDoor(MissingWords.both(\.title), MissingWords.both(\.lead), MissingRoute.results(conversation.id).address)
        return switch state {
        case .open: [about, results]
        case .closed: [results]
        case .draft, .coming: []
        }
    }

    /// Behind the desk.
    package static func deskDoors(_ conversation: Conversation) -> [ConversationDoor] {
        [ConversationDoor(MissingWords.both(\.title), MissingDeskWords.both(\.lead), MissingRoute.desk(conversation.id).address, isClosed: true)]
    }
}
