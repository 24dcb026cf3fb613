import Core
import OpenAPI
import People
import Web

/// The API of calls and of published issues: what everyone may see, with the same protected numbers as the pages.
package struct InventoryAPI: Sendable {
    let part: InventoryPart

    package init(_ part: InventoryPart) {
        self.part = part
    }

    package static let tags = [
        API.Document.Tag("oproepen", "Oproepen om te zeggen wat je wilt leren"), API.Document.Tag("vraagstukken", "Wat mensen in de praktijk willen leren"),
    ]

    package var endpoints: [Endpoint] { [listCalls, listIssues, getIssue] }

    package var schemas: [API.Document.NamedSchema] { InventoryDocument.schemas }

    private var listCalls: Endpoint {
        Endpoint(
            id: "listOproepen", "/oproepen", summary: Localized(nl: "Blader in oproepen", en: "Browse calls"),
            description: Localized(nl: "De nieuwste eerst, met hun rondes.", en: "The newest first, with their rounds."), tag: "oproepen",
            parameters: Paging.parameters, answers: [.json(.reference("Oproepen"))]
        ) { request in
            let found = try await part.store.list().filter(\.isPublic), now = part.people.now()
            let paging = Paging(request, total: found.count)
            return .json(paging.node("oproepen", found[paging.range].map { InventoryDocument.node($0, at: now) }))
        }
    }

    private static let theme = EndpointParameter<String>.query(
        "thema", .string(minimumLength: 1, maximumLength: 80), Localized(nl: "Alleen vraagstukken met dit thema.", en: "Only issues with this theme."),
        expected: Localized(nl: "De sleutel van een thema.", en: "The key of a theme.")
    ) { text in text.isEmpty || text.unicodeScalars.count > 80 ? nil : text }
    private static let issue = EndpointParameter<Identifier>.path(
        "vraagstuk", .string(pattern: InventoryDocument.identifier), Localized(nl: "Het kenmerk van het vraagstuk.", en: "The identifier of the issue."),
        example: "01m80z5njhgfcm0npw6m3sbzrq"
    ) { text in Identifier(text).flatMap { $0.description == text ? $0 : nil } }

    private var listIssues: Endpoint {
        Endpoint(
            id: "listVraagstukken", "/vraagstukken", summary: Localized(nl: "Blader in vraagstukken", en: "Browse issues"),
            description: Localized(
                nl: "Alleen wat bekend is gemaakt. Een klein aantal mensen staat er als null.",
                en: "Only what was published. A small number of people is null."), tag: "vraagstukken",
            parameters: [Self.theme.declared] + Paging.parameters, answers: [.json(.reference("Vraagstukken"))]
        ) { request in
            let theme = request[Self.theme]
            let found = try await part.publishedIssues().filter { theme == nil || $0.issue.facts.theme == theme }
            let paging = Paging(request, total: found.count)
            return .json(paging.node("vraagstukken", found[paging.range].map(InventoryDocument.node)))
        }
    }

    private var getIssue: Endpoint {
        Endpoint(
            id: "getVraagstuk", "/vraagstukken/{vraagstuk}", summary: Localized(nl: "Eén vraagstuk", en: "One issue"), tag: "vraagstukken",
            parameters: [Self.issue.declared], answers: [.json(.reference("Vraagstuk"))]
        ) { request in
            let id = try request.part(Self.issue)
            guard let found = try await part.publishedIssues().first(where: { $0.issue.id == id }) else { throw Problem.notFound }
            return .json(InventoryDocument.node(found))
        }
    }
}

/// Calls and issues as JSON, with the shapes of that JSON.
enum InventoryDocument {
    static let identifier = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$"

    static func node(_ view: CallView, at now: Int64) -> API.Node {
        let rounds = view.shown.map { round -> API.Node in
            .object([
                .init("nummer", .integer(round.number)), .init("van", .time(round.start)), .init("tot", .time(round.end)),
                .init("stand", .string(round.state(at: now).rawValue)),
            ])
        }
        return .object([
            .init("id", .string(view.id.description)), .init("titel", .string(view.facts.title)), .init("doel", .string(view.facts.goal)),
            .init("programma", .string(view.call.programme.description)), .init("onderdeel", .value(view.call.part?.description)),
            .init("belofte", .string(view.facts.anonymity.rawValue)), .init("rondes", .array(rounds)),
            .init("_links", ["pagina": Links.link(InventoryRoute.call(view.id).address)]),
        ])
    }

    static func node(_ published: PublishedIssue) -> API.Node {
        let facts = published.issue.facts
        return .object([
            .init("id", .string(published.issue.id.description)), .init("titel", .string(facts.title)), .init("thema", .value(facts.theme)),
            .init("domeinen", .array(facts.domains.map { .string($0) })), .init("versterken", .string(facts.reinforces)),
            .init("tekst", .string(facts.words)), .init("schaal", .value(facts.level?.rawValue)), .init("taai", .boolean(facts.isTough)),
            .init("waaromTaai", .string(facts.whyTough)), .init("handelen", .string(facts.perspective)), .init("mensen", .value(published.givers)),
            .init("oproep", .string(published.view.id.description)),
            .init(
                "_links",
                [
                    "self": Links.link(PageAddress("api", "v1", "vraagstukken", published.issue.id.description)),
                    "pagina": Links.link(InventoryRoute.issue(published.issue.id).address),
                ]),
        ])
    }

    private static let text = API.Schema.string()
    private static let moment = API.Schema.string(format: "date-time")

    private static let call: [API.Property] = [
        API.Property("id", .string(pattern: identifier)), API.Property("titel", text), API.Property("doel", text),
        API.Property("programma", .string(pattern: identifier)), API.Property("onderdeel", API.Schema.string().nullable),
        API.Property("belofte", .string(values: Anonymity.allCases.map(\.rawValue)).described("Wat beloofd is over wie antwoordt")),
        API.Property("rondes", .array(of: round)), API.Property("_links", Links.schema(["pagina"])),
    ]
    private static let round = API.Schema.object([
        API.Property("nummer", .integer(minimum: 1)), API.Property("van", moment), API.Property("tot", moment),
        API.Property("stand", .string(values: CallRound.State.allCases.map(\.rawValue))),
    ])
    private static let issue: [API.Property] = [
        API.Property("id", .string(pattern: identifier)), API.Property("titel", text), API.Property("thema", API.Schema.string().nullable),
        API.Property("domeinen", .array(of: text)), API.Property("versterken", text.described("Hoe de domeinen elkaar sterker maken")),
        API.Property("tekst", text), API.Property("schaal", API.Schema.string().nullable), API.Property("taai", .boolean),
        API.Property("waaromTaai", text), API.Property("handelen", text.described("Wat eraan te doen is")),
        API.Property(
            "mensen",
            API.Schema.integer(minimum: PublicCounts.leastTotal).nullable.described(
                "Hoeveel mensen dit noemden, in rondes waarin dat er 5 of meer waren; null waar die er niet zijn")),
        API.Property("oproep", .string(pattern: identifier)), API.Property("_links", Links.schema(["self", "pagina"])),
    ]

    static let schemas: [API.Document.NamedSchema] = [
        .init("Oproepen", Paging.schema("oproepen", of: .reference("Oproep"))), .init("Oproep", .object(call)),
        .init("Vraagstukken", Paging.schema("vraagstukken", of: .reference("Vraagstuk"))), .init("Vraagstuk", .object(issue)),
    ]
}
