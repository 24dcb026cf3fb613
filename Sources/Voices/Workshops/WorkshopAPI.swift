import Core
import OpenAPI
import Web

/// The API of workshops: exactly what the page shows.
struct WorkshopAPI: Sendable {
    let part: WorkshopPart

    init(_ part: WorkshopPart) {
        self.part = part
    }

    var schemas: [API.Document.NamedSchema] { WorkshopDocument.schemas }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                id: "listWerkplaatsen", "/gesprekken/{gesprek}/werkplaatsen",
                summary: Localized(nl: "Wat er uit werkplaatsen kwam", en: "What came of workshops"),
                description: Localized(
                    nl: "Stippen zijn tellingen van tafels, geen stemmen van mensen. Alleen wat is afgesloten.",
                    en: "Dots are counts of tables, no votes of people. Only what is closed."),
                tag: "gesprekken", parameters: [ConversationAPI.conversation.declared], answers: [.json(.reference("Werkplaatsen"))]
            ) { request in
                let conversation = try await part.conversations.published(try request.part(ConversationAPI.conversation))
                return .json(WorkshopDocument(conversation: conversation.id, outcomes: try await part.outcomes(in: conversation.id)).node)
            }
        ]
    }
}
