import Core
import OpenAPI
import People
import Web

/// The API of stories: exactly what the page shows.
struct StoryAPI: Sendable {
    let part: StoryPart

    init(_ part: StoryPart) {
        self.part = part
    }

    var endpoints: [Endpoint] { [list] }

    var schemas: [API.Document.NamedSchema] {
        [.init("Verhalen", Paging.schema("verhalen", of: .reference("Verhaal"))), .init("Verhaal", Self.schema)]
    }

    private static let mark = EndpointParameter<Story.Mark>.choice(
        "soort", of: Story.Mark.self, Localized(nl: "Alleen verhalen van deze soort.", en: "Only stories of this kind."))

    private var list: Endpoint {
        Endpoint(
            id: "listVerhalen", "/gesprekken/{gesprek}/verhalen",
            summary: Localized(nl: "Verhalen uit een gesprek, zoals iedereen ze leest", en: "Stories of a conversation, as everyone reads them"),
            description: Localized(
                nl: "De nieuwste maand eerst; binnen een maand zegt de volgorde niets.", en: "The newest month first; within a month the order tells nothing."),
            tag: "gesprekken", parameters: [ConversationAPI.conversation.declared, Self.mark.declared] + Paging.parameters,
            answers: [.json(.reference("Verhalen"))]
        ) { request in
            let conversation = try await part.conversations.published(try request.part(ConversationAPI.conversation))
            let stories = try await part.store.published(in: conversation.id, mark: request[Self.mark])
            let paging = Paging(request, total: stories.count)
            return .json(paging.node("verhalen", stories[paging.range].map(Self.node)))
        }
    }

    private static func node(_ story: Story) -> API.Node {
        let told = story.contribution
        return [
            "id": .string(told.id.description), "gesprek": .string(told.conversation.description), "maand": .string(story.month),
            "taal": .string(told.language), "kanaal": .string(told.channel.rawValue), "tekst": .value(story.shown), "plek": .value(story.place),
            "vak": Self.cell(story),
            "foto": .value(story.photo.map { AttachmentRoute.file($0.id).address.url(in: .nl) }), "fotoBeschrijving": .value(story.photo?.alt),
            "soorten": .array(Story.Mark.allCases.filter(story.marks.contains).map { .string($0.rawValue) }),
            "ingekort": .boolean(told.state == .masked), "magWordenGeciteerd": .boolean(told.isQuotable),
            "_links": ["pagina": Links.link(StoryRoute.one(told.conversation, told.id).address)],
        ]
    }

    private static func cell(_ story: Story) -> API.Node {
        story.cell.map { .object([.init("x", .integer($0.x)), .init("y", .integer($0.y))]) } ?? .null
    }

    private static let schema = API.Schema.object([
        API.Property("id", .string(pattern: ConversationDocument.identifier)), API.Property("gesprek", .string(pattern: ConversationDocument.identifier)),
        API.Property("maand", API.Schema.string().described("Zoals 2027-06; de dag wordt niet gezegd")),
        API.Property("taal", API.Schema.string().described("Waarin het is verteld, zoals nl of ar")),
        API.Property("kanaal", .string(values: Contribution.Channel.allCases.map(\.rawValue))), API.Property("tekst", API.Schema.string().nullable),
        API.Property("plek", API.Schema.string().nullable.described("In de woorden van de verteller; null: de hele buurt")),
        API.Property(
            "vak",
            API.Schema.object([API.Property("x", .integer()), API.Property("y", .integer())]).nullable.described(
                "Midden van het vak van 100 meter, in meters van het Rijksdriehoek; null: niet aangewezen")),
        API.Property("foto", API.Schema.string().nullable.described("Adres van de foto of tekening; null: er is er geen")),
        API.Property("fotoBeschrijving", API.Schema.string().nullable.described("Wat er te zien is, in de woorden van de verteller")),
        API.Property("soorten", .array(of: .string(values: Story.Mark.allCases.map(\.rawValue)))),
        API.Property("ingekort", API.Schema.boolean.described("Of een moderator stukken wegliet")),
        API.Property("magWordenGeciteerd", API.Schema.boolean), API.Property("_links", Links.schema(["pagina"])),
    ])
}
