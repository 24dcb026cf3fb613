import Core
import OpenAPI
import People
import Web

/// The API of look-backs, points of attention and yields: what everyone may see, without names of people.
package struct LookBackAPI: Sendable {
    let part: LookBacksPart

    package init(_ part: LookBacksPart) {
        self.part = part
    }

    package static let tags = [API.Document.Tag("terugblikken", "Wat er uit bijeenkomsten kwam: terugblikken, aandachtspunten en opbrengsten")]

    package var endpoints: [Endpoint] { [list, get, yields] }

    private static let identifierPattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$"

    private static let lookBack = EndpointParameter<Identifier>.path(
        "terugblik", .string(pattern: identifierPattern), Localized(nl: "Het kenmerk van de terugblik.", en: "The identifier of the look-back."),
        example: "01m80z5njhgfcm0npw6m3sbzrq"
    ) { text in Identifier(text).flatMap { $0.description == text ? $0 : nil } }

    private var list: Endpoint {
        Endpoint(
            id: "listTerugblikken", "/terugblikken", summary: Localized(nl: "Blader in terugblikken", en: "Browse look-backs"),
            description: Localized(nl: "De nieuwste eerst.", en: "The newest first."), tag: "terugblikken", parameters: Paging.parameters,
            answers: [.json(.reference("Terugblikken"))]
        ) { request in
            let found = try await part.store.published(), paging = Paging(request, total: found.count)
            return .json(paging.node("terugblikken", found[paging.range].map { .object(LookBackDocument.members($0) + [LookBackDocument.links($0)]) }))
        }
    }

    private var get: Endpoint {
        Endpoint(
            id: "getTerugblik", "/terugblikken/{terugblik}",
            summary: Localized(nl: "Eén terugblik met delen, punten en cijfers", en: "One look-back with parts, points and figures"), tag: "terugblikken",
            parameters: [Self.lookBack.declared], answers: [.json(.reference("TerugblikUitgebreid"))]
        ) { request in
            let id = try request.part(Self.lookBack)
            guard let found = try await part.store.published().first(where: { $0.lookBack.id == id }) else { throw Problem.notFound }
            return .json(LookBackDocument.detail(found))
        }
    }

    private var yields: Endpoint {
        Endpoint(
            id: "listOpbrengsten", "/opbrengsten", summary: Localized(nl: "Blader in opbrengsten", en: "Browse yields"),
            description: Localized(nl: "De nieuwste eerst.", en: "The newest first."), tag: "terugblikken", parameters: Paging.parameters,
            answers: [.json(.reference("Opbrengsten"))]
        ) { request in
            let found = try await part.yields.shared(), paging = Paging(request, total: found.count)
            return .json(paging.node("opbrengsten", found[paging.range].map(LookBackDocument.node)))
        }
    }

    package var schemas: [API.Document.NamedSchema] { LookBackDocument.schemas(identifier: Self.identifierPattern) }
}

/// Look-backs and yields as JSON.
enum LookBackDocument {
    static func members(_ one: PublishedLookBack) -> [API.Node.Member] {
        [
            .init("id", .string(one.lookBack.id.description)), .init("bijeenkomst", .string(one.meeting.id.description)),
            .init("titel", .string(one.meeting.facts.title)), .init("begin", .time(one.meeting.facts.startsAt)),
            .init("gepubliceerd", .time(one.lookBack.publishedAt)), .init("versie", .integer(one.edition.number)),
            .init("morgen", .string(one.edition.facts.tomorrow)),
        ]
    }

    static func links(_ one: PublishedLookBack) -> API.Node.Member {
        .init(
            "_links",
            [
                "self": Links.link(PageAddress("api", "v1", "terugblikken", one.lookBack.id.description)),
                "pagina": Links.link(LookBackRoute.lookBack(one.meeting.id).address),
            ])
    }

    static func detail(_ one: PublishedLookBack) -> API.Node {
        .object(
            members(one) + [
                .init("tekst", .string(one.edition.facts.main)), .init("delen", .array(one.edition.pieces.map(node))),
                .init("aandachtspunten", .array(one.points.map(node))), .init("cijfers", .array(one.edition.figures.map(node))), links(one),
            ])
    }

    /// A line of a text is an item.
    private static func lines(_ text: String) -> API.Node { .array(text.split(whereSeparator: \.isNewline).map { .string(String($0)) }) }

    private static func node(_ piece: LookBackPiece) -> API.Node {
        .object([
            .init("onderwerp", .string(piece.topic)), .init("groep", .boolean(piece.subgroup != nil)), .init("uitkomst", .string(piece.text.outcome)),
            .init("stappen", lines(piece.text.steps)), .init("werkt", lines(piece.text.works)), .init("werktNiet", lines(piece.text.worksNot)),
        ])
    }

    private static func node(_ point: AttentionPoint) -> API.Node {
        .object([
            .init("id", .string(point.id.description)), .init("tekst", .string(point.words)),
            .init("_links", ["pagina": Links.link(LookBackRoute.point(point.id).address)]),
        ])
    }

    private static func node(_ figure: LookBackFigure.Facts) -> API.Node {
        .object([
            .init("wat", .string(figure.label)), .init("waarde", .string(figure.value)), .init("eenheid", .string(figure.unit)),
            .init("periode", .string(figure.period)), .init("bron", .string(figure.source)), .init("datum", .string(figure.day)),
        ])
    }

    static func node(_ yield: LearningYield) -> API.Node {
        let facts = yield.facts
        return .object([
            .init("id", .string(yield.id.description)), .init("titel", .string(facts.title)), .init("stand", .string(yield.state.rawValue)),
            .init("uit", .string(yield.source.origin.rawValue)), .init("voorWie", .string(facts.forWhom)), .init("eersteStap", .string(facts.firstStep)),
            .init("stappen", lines(facts.steps)), .init("werkt", lines(facts.works)), .init("werktNiet", lines(facts.worksNot)),
            .init("bron", .string(facts.source)), .init("licentie", .value(facts.licence?.rawValue)), .init("gebruikt", .integer(yield.uses.count)),
            .init("_links", ["pagina": Links.link(YieldRoute.one(yield.id).address)]),
        ])
    }

    private static let text = API.Schema.string()
    private static let texts = API.Schema.array(of: .string())
    private static let page = API.Property("_links", Links.schema(["pagina"]))

    static func schemas(identifier: String) -> [API.Document.NamedSchema] {
        let id = API.Property("id", .string(pattern: identifier)), links = API.Property("_links", Links.schema(["self", "pagina"]))
        let time = API.Schema.string(format: "date-time")
        let summary = [
            id, API.Property("bijeenkomst", .string(pattern: identifier)), API.Property("titel", text), API.Property("begin", time),
            API.Property("gepubliceerd", time), API.Property("versie", .integer(minimum: 1)), API.Property("morgen", text.described("Wat je morgen kunt doen")),
        ]
        let piece = API.Schema.object([
            API.Property("onderwerp", text), API.Property("groep", .boolean), API.Property("uitkomst", text), API.Property("stappen", texts),
            API.Property("werkt", texts), API.Property("werktNiet", texts),
        ])
        let figure = API.Schema.object(["wat", "waarde", "eenheid", "periode", "bron", "datum"].map { API.Property($0, text) })
        let detail = [
            API.Property("tekst", text), API.Property("delen", .array(of: piece)),
            API.Property("aandachtspunten", .array(of: .object([id, API.Property("tekst", text), page]))), API.Property("cijfers", .array(of: figure)),
        ]
        let yield = [
            id, API.Property("titel", text), API.Property("stand", .string(values: LearningYield.State.allCases.map(\.rawValue))),
            API.Property("uit", .string(values: YieldFilter.Origin.allCases.map(\.rawValue))), API.Property("voorWie", text),
            API.Property("eersteStap", text), API.Property("stappen", texts), API.Property("werkt", texts), API.Property("werktNiet", texts),
            API.Property("bron", text), API.Property("licentie", API.Schema.string().nullable),
            API.Property("gebruikt", API.Schema.integer(minimum: 0).described("Organisaties")), page,
        ]
        return [
            .init("Terugblikken", Paging.schema("terugblikken", of: .reference("Terugblik"))), .init("Terugblik", .object(summary + [links])),
            .init("TerugblikUitgebreid", .object(summary + detail + [links])),
            .init("Opbrengsten", Paging.schema("opbrengsten", of: .reference("Opbrengst"))), .init("Opbrengst", .object(yield)),
        ]
    }
}
