import OpenAPI
import Web

/// The API of this slice: what everyone may see of conversations, and of what was said in them.
package struct VoicesAPI: Sendable {
    package static let tags = ConversationAPI.tags

    package let endpoints: [Endpoint]
    package let schemas: [API.Document.NamedSchema]

    package init(_ voices: Slice) {
        let conversations = ConversationAPI(voices.conversations), stories = StoryAPI(voices.stories), votes = VoteAPI(voices.votes)
        let places = PlaceAPI(voices.places), groups = GroupAPI(voices.groups)
        let workshops = WorkshopAPI(voices.workshops), choices = ChoiceAPI(voices.choices), surveys = SurveyAPI(voices.surveys)
        let missing = MissingAPI(voices.missing), coding = CodingAPI(voices.coding), matches = MatchAPI(voices.matches)
        endpoints =
            conversations.endpoints + stories.endpoints + votes.endpoints + places.endpoints + groups.endpoints + workshops.endpoints + choices.endpoints
            + surveys.endpoints + missing.endpoints + coding.endpoints + matches.endpoints
        schemas =
            conversations.schemas + stories.schemas + votes.schemas + places.schemas + groups.schemas + workshops.schemas + choices.schemas + surveys.schemas
            + missing.schemas + coding.schemas + matches.schemas
    }
}
