import Core
import Measures
import OpenAPI
import Web

/// The API of opinion groups: exactly what the page shows.
struct GroupAPI: Sendable {
    let part: GroupPart

    init(_ part: GroupPart) {
        self.part = part
    }

    var endpoints: [Endpoint] { [get] }

    private var get: Endpoint {
        Endpoint(
            id: "getGroepen", "/gesprekken/{gesprek}/groepen",
            summary: Localized(nl: "Groepen die hetzelfde stemden, waar de stemmen dat dragen", en: "Groups that voted alike, where the votes carry that"),
            description: Localized(
                nl: "De nieuwste zoektocht staat voorop. Aantallen en procenten van groepen zijn afgerond op 5.",
                en: "The newest search comes first. Numbers and per cents of groups are rounded to 5."),
            tag: "gesprekken", parameters: [ConversationAPI.conversation.declared], answers: [.json(.reference("Groepen"))]
        ) { request in
            let outcome = try await part.votes.outcome(of: try request.part(ConversationAPI.conversation))
            return .json(GroupDocument(outcome: outcome.groups, conversation: outcome.scene.conversation.id).node)
        }
    }

    private static let direction = API.Schema.string(values: ["eens", "oneens"])
    private static let percent = API.Schema.integer().nullable.described("Afgerond op 5, van 5 tot 95; null onder 20 stemmen")

    var schemas: [API.Document.NamedSchema] {
        [
            .init(
                "Groepen",
                .object([
                    API.Property("gesprek", .string(pattern: ConversationDocument.identifier)), API.Property("afgerondOp", .integer()),
                    API.Property("zoektochten", .array(of: .reference("GroepenZoektocht"))), API.Property("_links", Links.schema(["self", "pagina"])),
                ])),
            .init("GroepenZoektocht", Self.search), .init("GroepenGroep", Self.group),
            .init(
                "GroepenInstellingen",
                .object(
                    ["kleinsteGroep", "schuddingen", "halveSteekproeven", "zaad", "versie"].map { API.Property($0, .integer()) }
                        + ["hoogsteToeval", "laagsteOvereenkomst"].map { API.Property($0, .number()) })),
        ]
    }

    private static let search = API.Schema.object([
        API.Property("nummer", .integer()), API.Property("dag", .string()), API.Property("mensen", API.Schema.integer().described("Afgerond op 5")),
        API.Property("inGroepen", API.Schema.integer().described("Wie vaak genoeg stemde; afgerond op 5")),
        API.Property("reden", API.Schema.string().nullable.described("Waarom dezelfde stemmen nog eens zijn bekeken")),
        API.Property("getoond", API.Schema.boolean), API.Property("waaromNiet", API.Schema.string(values: OpinionReason.allCases.map(\.rawValue)).nullable),
        API.Property("toeval", API.Schema.number().nullable.described("p van de nultoets")), API.Property("steekproeven", .integer()),
        API.Property("overeenkomst", API.Schema.number().nullable.described("Mediaan van de gecorrigeerde Rand-index")),
        API.Property("silhouet", API.Schema.number().nullable), API.Property("groepen", .array(of: .reference("GroepenGroep"))),
        API.Property(
            "gedeeld",
            .array(
                of: .object([API.Property("stelling", .integer()), API.Property("richting", direction), API.Property("procent", .integer())]))),
        API.Property("meestEens", .array(of: .integer())), API.Property("meestOneens", .array(of: .integer())),
        API.Property("instellingen", .reference("GroepenInstellingen")),
    ])

    private static let group = API.Schema.object([
        API.Property("letter", .string()), API.Property("naam", API.Schema.string().nullable), API.Property("mensen", .integer()),
        API.Property(
            "stellingen",
            .array(
                of: .object([
                    API.Property("stelling", .integer()), API.Property("richting", direction), API.Property("inGroep", percent),
                    API.Property("bijAnderen", percent),
                ]))),
    ])
}
