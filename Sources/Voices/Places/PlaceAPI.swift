import Core
import OpenAPI
import People
import Web

/// The API of places: exactly what the page shows.
struct PlaceAPI: Sendable {
    let part: PlacePart

    init(_ part: PlacePart) {
        self.part = part
    }

    var endpoints: [Endpoint] { [list] }

    var schemas: [API.Document.NamedSchema] {
        [.init("Plekken", Paging.schema("plekken", of: .reference("Plek"))), .init("Plek", Self.schema)]
    }

    private static let feeling = EndpointParameter<Place.Feeling>.choice(
        "gevoel", of: Place.Feeling.self, Localized(nl: "Alleen plekken met dit gevoel.", en: "Only places with this feeling."))

    private var list: Endpoint {
        Endpoint(
            id: "listPlekken", "/gesprekken/{gesprek}/plekken",
            summary: Localized(nl: "Plekken uit een gesprek, zoals iedereen ze ziet", en: "Places of a conversation, as everyone sees them"),
            description: Localized(
                nl: "De nieuwste maand staat voorop. Van een plek bij een huis is alleen het vak van 100 meter bekend.",
                en: "The newest month comes first. Of a place at a home only the square of 100 metres is known."),
            tag: "gesprekken", parameters: [ConversationAPI.conversation.declared, Self.feeling.declared] + Paging.parameters,
            answers: [.json(.reference("Plekken"))]
        ) { request in
            let conversation = try await part.conversations.published(try request.part(ConversationAPI.conversation))
            let filter = PlaceFilter(feeling: request[Self.feeling])
            let paging = Paging(request, total: try await part.store.count(in: conversation.id, filter)), range = paging.range
            let places = try await part.store.list(in: conversation.id, filter, from: range.lowerBound, limit: range.count)
            return .json(paging.node("plekken", places.map(PlaceDocument.facts)))
        }
    }

    private static let point = API.Schema.object([
        API.Property("x", API.Schema.integer().described("Meter, naar het oosten (RD)")),
        API.Property("y", API.Schema.integer().described("Meter, naar het noorden (RD)")),
    ])

    private static let schema = API.Schema.object([
        API.Property("id", .string(pattern: ConversationDocument.identifier)), API.Property("gesprek", .string(pattern: ConversationDocument.identifier)),
        API.Property("maand", API.Schema.string().described("Zoals 2027-06; de dag wordt niet gezegd")),
        API.Property("taal", API.Schema.string().described("Waarin het is gezegd, zoals nl of ar")),
        API.Property("kanaal", .string(values: Contribution.Channel.allCases.map(\.rawValue))), API.Property("tekst", API.Schema.string().nullable),
        API.Property("gevoel", .string(values: Place.Feeling.allCases.map(\.rawValue))), API.Property("thema", API.Schema.string().nullable),
        API.Property("vorm", .string(values: Place.Shape.allCases.map(\.rawValue))),
        API.Property("nauwkeurig", .string(values: Place.Exactness.allCases.map(\.rawValue))),
        API.Property("plek", API.Schema.string().nullable.described("In de woorden van de gever")), API.Property("punten", .array(of: point)),
        API.Property("ingekort", API.Schema.boolean.described("Of een moderator stukken wegliet")),
    ])
}
