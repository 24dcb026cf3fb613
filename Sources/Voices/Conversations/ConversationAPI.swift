import Core
import OpenAPI
import People
import Web

/// The API of conversations: what the announcement tells everyone.
struct ConversationAPI: Sendable {
    let part: ConversationPart

    init(_ part: ConversationPart) {
        self.part = part
    }

    static let tags = [API.Document.Tag("gesprekken", "Gesprekken met bewoners: wat er gevraagd wordt, en wat ermee wordt besloten")]

    var endpoints: [Endpoint] { [list, get] }

    var schemas: [API.Document.NamedSchema] { ConversationDocument.schemas }

    private static let area = EndpointParameter<AreaCode>.query(
        "gebied", .string(), Localized(nl: "Alleen gesprekken over dit gebied.", en: "Only conversations about this area."),
        expected: Localized(nl: "Een code zoals GM0222.", en: "A code such as GM0222."), example: "GM0222"
    ) { text in AreaCode(text).flatMap { $0.description == text ? $0 : nil } }

    private static let state = EndpointParameter<PublicState>.choice(
        "stand", of: PublicState.self, Localized(nl: "Alleen gesprekken met deze stand.", en: "Only conversations in this state."))

    /// Nobody but the team knows of drafts.
    enum PublicState: String, Sendable, CaseIterable {
        case coming = "komt"
        case open = "open"
        case closed = "gesloten"
    }

    static let conversation = EndpointParameter<Identifier>.path(
        "gesprek", .string(pattern: ConversationDocument.identifier),
        Localized(nl: "Het kenmerk van het gesprek.", en: "The identifier of the conversation."), example: "01m80z5njhgfcm0npw6m3sbzrq"
    ) { text in Identifier(text).flatMap { $0.description == text ? $0 : nil } }

    private var list: Endpoint {
        Endpoint(
            id: "listGesprekken", "/gesprekken", summary: Localized(nl: "Blader in gesprekken", en: "Browse conversations"),
            description: Localized(nl: "Wat open is komt eerst.", en: "Those that are open come first."), tag: "gesprekken",
            parameters: [Self.area.declared, Self.state.declared] + Paging.parameters, answers: [.json(.reference("Gesprekken"))]
        ) { request in
            let now = part.people.now()
            let filter = ConversationFilter(
                area: request[Self.area], state: request[Self.state].flatMap { Conversation.State(rawValue: $0.rawValue) })
            let found = Conversation.inOrder(try await part.store.announced().filter { filter.takes($0, at: now) }, at: now)
            let paging = Paging(request, total: found.count)
            return .json(paging.node("gesprekken", found[paging.range].map { ConversationDocument(conversation: $0, now: now).summary }))
        }
    }

    private var get: Endpoint {
        Endpoint(
            id: "getGesprek", "/gesprekken/{gesprek}", summary: Localized(nl: "Eén gesprek met de aankondiging", en: "One conversation with its announcement"),
            tag: "gesprekken", parameters: [Self.conversation.declared], answers: [.json(.reference("GesprekUitgebreid"))]
        ) { request in
            guard let conversation = try await part.store.find(try request.part(Self.conversation)), conversation.isPublic else { throw Problem.notFound }
            return .json(ConversationDocument(conversation: conversation, now: part.people.now()).detail)
        }
    }
}

/// A conversation as JSON: what everyone may see.
struct ConversationDocument: Sendable {
    let conversation: Conversation
    let now: Int64

    static let identifier = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$"

    private var facts: Conversation.Facts { conversation.facts }

    var summary: API.Node { .object(members + [links]) }

    var detail: API.Node { .object(members + announcement + [links]) }

    private var members: [API.Node.Member] {
        [
            .init("id", .string(conversation.id.description)), .init("titel", .string(facts.title)), .init("vraag", .string(facts.question)),
            .init("gebied", .string(conversation.area.description)), .init("organisatie", .string(conversation.owner.description)),
            .init("stand", .string(conversation.state(at: now).rawValue)), .init("eersteDag", .string(facts.firstDay.description)),
            .init("laatsteDag", .string(facts.lastDay.description)), .init("thema", .value(facts.theme)),
        ]
    }

    private var announcement: [API.Node.Member] {
        [
            .init("besloten", .string(facts.decided)), .init("nietBesloten", .string(facts.notDecided)), .init("invloed", .string(facts.influence.rawValue)),
            .init("beslisser", .string(facts.decider)), .init("besluitUiterlijk", .string(facts.decidedBy.description)),
            .init("daarna", .string(facts.afterwards)),
            .init("manieren", .array(Conversation.Way.allCases.filter(facts.ways.contains).map { .string($0.rawValue) })),
            .init("uitnodiging", .string(facts.invitation)), .init("talen", .array(facts.languages.map { .string($0) })),
            .init("huisregels", .string(facts.houseRules)), .init("contact", .string(facts.contact)), .init("niveau", .string(facts.level.rawValue)),
            .init("moderatie", .string(facts.moderation.rawValue)),
        ]
    }

    private var links: API.Node.Member {
        .init(
            "_links",
            [
                "self": Links.link(PageAddress("api", "v1", "gesprekken", conversation.id.description)),
                "pagina": Links.link(ConversationRoute.conversation(conversation.id).address),
            ])
    }

    private static let text = API.Schema.string()
    private static let day = API.Schema.string().described("Zoals 2027-06-30")
    private static let shared: [API.Property] = [
        API.Property("id", .string(pattern: identifier)), API.Property("titel", text), API.Property("vraag", text),
        API.Property("gebied", text.described("Code van een buurt, wijk of gemeente")), API.Property("organisatie", .string(pattern: identifier)),
        API.Property("stand", .string(values: ConversationAPI.PublicState.allCases.map(\.rawValue))), API.Property("eersteDag", day),
        API.Property("laatsteDag", day), API.Property("thema", API.Schema.string().nullable.described("null: het gebied als geheel")),
    ]
    private static let more: [API.Property] = [
        API.Property("besloten", text), API.Property("nietBesloten", text),
        API.Property("invloed", .string(values: Conversation.Influence.allCases.map(\.rawValue))), API.Property("beslisser", text),
        API.Property("besluitUiterlijk", day), API.Property("daarna", text.described("Wat er gebeurt met wat mensen zeggen")),
        API.Property("manieren", .array(of: .string(values: Conversation.Way.allCases.map(\.rawValue)))), API.Property("uitnodiging", text),
        API.Property("talen", .array(of: text)), API.Property("huisregels", text), API.Property("contact", text),
        API.Property("niveau", .string(values: Conversation.Level.allCases.map(\.rawValue))),
        API.Property("moderatie", .string(values: Conversation.Moderation.allCases.map(\.rawValue))),
    ]
    private static let linked = API.Property("_links", Links.schema(["self", "pagina"]))

    static let schemas: [API.Document.NamedSchema] = [
        .init("Gesprekken", Paging.schema("gesprekken", of: .reference("Gesprek"))), .init("Gesprek", .object(shared + [linked])),
        .init("GesprekUitgebreid", .object(shared + more + [linked])),
    ]
}
