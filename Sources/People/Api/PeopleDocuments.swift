import Core
import OpenAPI
import Web

/// Organisations as JSON, with the shape of that JSON.
enum OrganisationDocument {
    static let identifier = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$"
    static let code = "^(NL00|PV[0-9]{2}|GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$"
    static let example = "01m80z5njhgfcm0npw6m3sbzrq"

    static func node(_ organisation: Organisation) -> API.Node {
        .object([
            .init("id", .string(organisation.id.description)), .init("naam", .string(organisation.name)), .init("soort", .string(organisation.kind.rawValue)),
            .init("gebied", .value(organisation.area?.description)), .init("sinds", .time(organisation.addedAt)), .init("einde", .time(organisation.endedAt)),
            .init("_links", links(PeopleAPIRoute.organisation(organisation.id).address, OrganisationRoute.organisation(organisation.id).address)),
        ])
    }

    static func links(_ own: PageAddress, _ page: PageAddress) -> API.Node { ["self": Links.link(own), "pagina": Links.link(page)] }
    static let linkSchema = API.Property("_links", Links.schema(["self", "pagina"]))
    static let id = API.Property("id", .string(pattern: identifier).described("Blijft altijd hetzelfde"))
    static let end = API.Property("einde", API.Schema.string(format: "date-time").nullable.described("Wanneer het ophield; null zolang het er is"))

    static let schemas: [API.Document.NamedSchema] = [
        .init("Organisaties", Paging.schema("organisaties", of: .reference("Organisatie"))),
        .init(
            "Organisatie",
            .object([
                id, API.Property("naam", .string()), API.Property("soort", .string(values: OrganisationKind.allCases.map(\.rawValue))),
                API.Property("gebied", API.Schema.string(pattern: code).nullable.described("Wat zij bestuurt, of waar zij werkt")),
                API.Property("sinds", .string(format: "date-time").described("Sinds wanneer zij hier staat")), end, linkSchema,
            ])),
    ]
}

/// Programmes as JSON, with the shapes of that JSON. Whom to ask stands on the page only: addresses of people are not handed out in lists.
enum ProgrammeDocument {
    private static func members(_ programme: Programme, _ names: [Identifier: String]) -> [API.Node.Member] {
        let facts = programme.facts
        return [
            .init("id", .string(programme.id.description)), .init("naam", .string(facts.name)), .init("omschrijving", .string(facts.purpose)),
            .init("van", facts.owner.map { organisation($0, names) } ?? .null), .init("eersteJaar", .value(facts.firstYear)),
            .init("laatsteJaar", .value(facts.lastYear)), .init("doelen", .array(facts.goals.map { .string($0) })), .init("einde", .time(programme.endedAt)),
        ]
    }

    private static func links(_ programme: Programme) -> API.Node.Member {
        .init(
            "_links",
            OrganisationDocument.links(PeopleAPIRoute.programme(programme.id).address, ProgrammeRoute.programme(programme.slug).address))
    }

    private static func organisation(_ id: Identifier, _ names: [Identifier: String]) -> API.Node {
        ["id": .string(id.description), "naam": .string(names[id] ?? id.description)]
    }

    static func node(_ programme: Programme, names: [Identifier: String]) -> API.Node { .object(members(programme, names) + [links(programme)]) }

    static func detail(_ outline: ProgrammeOutline, names: [Identifier: String]) -> API.Node {
        let parts = inOrder(outline, below: nil).map { part -> API.Node in
            .object([
                .init("id", .string(part.id.description)), .init("soort", .string(part.kind.rawValue)), .init("onder", .value(part.parent?.description)),
                .init("nummer", .integer(part.number)), .init("naam", .string(part.name)), .init("omschrijving", .string(part.purpose)),
                .init("einde", .time(part.endedAt)),
                .init("_links", ["pagina": Links.link(ProgrammeRoute.part(outline.programme.slug, part.id).address)]),
            ])
        }
        let taking = outline.involvements.map { involvement -> API.Node in
            [
                "organisatie": organisation(involvement.organisation, names), "als": .string(involvement.capacity.rawValue),
                "onderdeel": .value(involvement.part?.description),
            ]
        }
        return .object(
            members(outline.programme, names) + [.init("onderdelen", .array(parts)), .init("deelnemers", .array(taking)), links(outline.programme)])
    }

    /// What hangs below a part directly behind it. Four kinds hang below each other; the limit is for a database that someone changed by hand.
    private static func inOrder(_ outline: ProgrammeOutline, below parent: Identifier?, levels: Int = 6) -> [ProgrammePart] {
        guard levels > 0 else { return [] }
        return outline.parts(below: parent).flatMap { [$0] + inOrder(outline, below: $0.id, levels: levels - 1) }
    }

    private static let organisation = API.Schema.object([
        API.Property("id", .string(pattern: OrganisationDocument.identifier)), API.Property("naam", .string()),
    ])
    private static let properties = [
        OrganisationDocument.id, API.Property("naam", .string()), API.Property("omschrijving", .string()),
        API.Property("van", organisation.nullable.described("De organisatie van wie het programma is")),
        API.Property("eersteJaar", API.Schema.integer().nullable), API.Property("laatsteJaar", API.Schema.integer().nullable),
        API.Property("doelen", .array(of: .string())), OrganisationDocument.end,
    ]
    private static let part = API.Schema.object([
        OrganisationDocument.id, API.Property("soort", .string(values: ProgrammePart.Kind.allCases.map(\.rawValue))),
        API.Property("onder", API.Schema.string().nullable.described("Id van het onderdeel erboven; null voor een spoor")),
        API.Property("nummer", .integer().described("Plaats naast de andere onderdelen")), API.Property("naam", .string()),
        API.Property("omschrijving", .string()), OrganisationDocument.end, API.Property("_links", Links.schema(["pagina"])),
    ])
    private static let involvement = API.Schema.object([
        API.Property("organisatie", organisation), API.Property("als", .string(values: Involvement.Capacity.allCases.map(\.rawValue))),
        API.Property("onderdeel", API.Schema.string().nullable.described("Id van het onderdeel; null voor het hele programma")),
    ])

    static let schemas: [API.Document.NamedSchema] = [
        .init("Programmas", Paging.schema("programmas", of: .reference("Programma"))),
        .init("Programma", .object(properties + [OrganisationDocument.linkSchema])),
        .init(
            "ProgrammaUitgebreid",
            .object(
                properties + [
                    API.Property("onderdelen", .array(of: part)), API.Property("deelnemers", .array(of: involvement)), OrganisationDocument.linkSchema,
                ])),
    ]
}

/// Labels as JSON, with the shape of that JSON.
enum SubjectDocument {
    static func node(_ term: Term) -> API.Node {
        .object([
            .init("sleutel", .string(term.key)), .init("soort", .string(term.vocabulary.rawValue)), .init("naam", term.name.node),
            .init("onder", .value(term.parent)), .init("schalen", .array(term.scales.map { .string($0.rawValue) })),
            .init("label", .string(term.label.key)), .init("einde", .time(term.retiredAt)),
            .init("_links", OrganisationDocument.links(PeopleAPIRoute.subject(term.key).address, LabelRoute.subject(term.key).address)),
        ])
    }

    static let schemas: [API.Document.NamedSchema] = [
        .init("Onderwerpen", Paging.schema("onderwerpen", of: .reference("Onderwerp"))),
        .init(
            "Onderwerp",
            .object([
                API.Property("sleutel", .string().described("Blijft altijd hetzelfde")),
                API.Property("soort", .string(values: Term.Vocabulary.allCases.map(\.rawValue))), API.Property("naam", Localized.reference),
                API.Property("onder", API.Schema.string().nullable.described("Sleutel van het thema erboven")),
                API.Property("schalen", .array(of: .string(values: Term.Scale.allCases.map(\.rawValue))).described("Waar het speelt; leeg voor overal")),
                API.Property("label", .string().described("Zoals het zoeken het vraagt")), OrganisationDocument.end, OrganisationDocument.linkSchema,
            ])),
    ]
}
