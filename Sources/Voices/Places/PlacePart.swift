import Areas
import Core
import Credentials
import Geo
import People
import SQL
import Web

/// Places that residents point at, on a map or in words. The table of contents of this part.
package struct PlacePart: Sendable {
    let people: People.Slice
    let conversations: ConversationPart
    package let store: PlaceStore
    let entrance: Entrance

    package static let migrations = PlaceMigrations.all

    package init(people: People.Slice, conversations: ConversationPart, contributions: ContributionStore, entrance: Entrance) {
        self.people = people
        self.conversations = conversations
        self.entrance = entrance
        store = PlaceStore(contributions: contributions)
    }

    package var routes: [Route] { PlaceRoutes(part: self).table }

    var proofs: CodeProofs { CodeProofs(people.installation.key) }

    /// Behind the announcement.
    package static func doors(_ conversation: Conversation, _ state: Conversation.State) -> [ConversationDoor] {
        let read = ConversationDoor(PlaceWords.both(\.title), PlaceWords.both(\.lead), PlaceRoute.list(conversation.id).address)
        let point = ConversationDoor(PlaceWords.both(\.point), PlaceWords.both(\.pointLead), PlaceRoute.new(conversation.id).address, minutes: 3)
        return state == .open ? [point, read] : [read]
    }

    /// The map of the area, by its newest borders; nil where none were imported.
    func ground(of conversation: Conversation) async throws -> PlaceGround? {
        for year in try await conversations.areas.gazetteer.current().years.sorted(by: >) {
            if let outline = try await conversations.areas.shapes.outlines(of: [conversation.area], year: year).first {
                return PlaceFrame(around: outline.shape.boundingBox).map { PlaceGround(frame: $0, shape: outline.shape) }
            }
        }
        return nil
    }

    /// What places can be about.
    func themes() async throws -> [Term] { try await people.terms.all(withRetired: true).filter { $0.vocabulary == .theme && $0.retiredAt == nil } }
}

/// The borders of an area, in the square map around it.
struct PlaceGround: Sendable {
    let frame: PlaceFrame
    let shape: MultiPolygon
}
