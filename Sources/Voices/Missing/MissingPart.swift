import Areas
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

    /// What is asked, with its answers.
    func asked(in conversation: Conversation) async throws -> [AskedBackground] {
        var asked: [AskedBackground] = []
        for question in try await store.questions(in: conversation.id) {
            if let found = try await answers(to: question, in: conversation) { asked.append(found) }
        }
        return asked
    }

    /// What can be asked.
    func offered(in conversation: Conversation) async throws -> [Background] {
        var offered: [Background] = []
        for question in Background.allCases where try await answers(to: question, in: conversation) != nil { offered.append(question) }
        return offered
    }

    /// nil where there is nothing to choose from: an area without parts.
    private func answers(to question: Background, in conversation: Conversation) async throws -> AskedBackground? {
        guard question == .neighbourhood else {
            return AskedBackground(
                question: question, answers: question.values.map { value in .init(value: value, name: MissingWords.both { $0.name(value) }) })
        }
        let gazetteer = try await votes.conversations.areas.gazetteer.current()
        guard let year = gazetteer.latestYear, let parts = gazetteer.map(of: year)?.children(of: conversation.area), parts.count > 1 else { return nil }
        let inOrder = parts.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
        return AskedBackground(question: question, answers: inOrder.map { .init(value: $0.code.description, name: Localized($0.name)) })
    }

    /// By each question that is asked.
    func outcomes(of conversation: Conversation) async throws -> [MissingOutcome] {
        let questions = try await asked(in: conversation), counts = try await store.shown(in: conversation.id)
        let people = try await people.database.read { try VoteStore.people(in: conversation.id, $0).shown.total }
        var outcomes: [MissingOutcome] = []
        for question in questions {
            let shares = try await population(conversation.area, question.question)
            outcomes.append(MissingOutcome(question, counts: counts[question.question] ?? [:], participants: people, population: shares))
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
