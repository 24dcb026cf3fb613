import Core
import OpenAPI
import People
import Web

/// Every address of meetings in the API.
package enum MeetingAPIRoute: Sendable, Hashable {
    case meetings
    case meeting(Identifier)

    package var address: PageAddress {
        switch self {
        case .meetings: PageAddress("api", "v1", "bijeenkomsten")
        case .meeting(let id): PageAddress("api", "v1", "bijeenkomsten", id.description)
        }
    }

    /// Reads an address that ``address`` printed; nil for one of another part.
    package init?(_ address: PageAddress) {
        guard address.segments.prefix(3) == ["api", "v1", "bijeenkomsten"] else { return nil }
        switch (address.segments.count, address.segments.last.flatMap { Identifier($0) }) {
        case (3, _): self = .meetings
        case (4, let id?): self = .meeting(id)
        default: return nil
        }
    }
}

/// The API of meetings: what everyone may see, and never a link to join.
package struct MeetingAPI: Sendable {
    let part: MeetingPart

    package init(_ part: MeetingPart) {
        self.part = part
    }

    package static let tags = [API.Document.Tag("bijeenkomsten", "Bijeenkomsten met hun programma en wie nog kan meedoen")]

    package var endpoints: [Endpoint] { [list, get] }

    private static let when = EndpointParameter<MeetingFilter.When>.choice(
        "wanneer", of: MeetingFilter.When.self, Localized(nl: "Wat komt, wat is geweest, of alles.", en: "Coming, past, or all."))
    private static let form = EndpointParameter<Meeting.Form>.choice(
        "vorm", of: Meeting.Form.self, Localized(nl: "Alleen bijeenkomsten in deze vorm.", en: "Only meetings in this form."))
    private static let kind = EndpointParameter<Meeting.Kind>.choice(
        "soort", of: Meeting.Kind.self, Localized(nl: "Alleen bijeenkomsten van deze soort.", en: "Only meetings of this kind."))
    private static let role = EndpointParameter<Role>.choice(
        "rol", of: Role.self, Localized(nl: "Alleen bijeenkomsten die ook voor deze rol zijn.", en: "Only meetings that are for this role too."))
    private static let programme = EndpointParameter<Identifier>.query(
        "programma", .string(pattern: identifierPattern), Localized(nl: "Alleen bijeenkomsten van dit programma.", en: "Only meetings of this programme."),
        expected: Localized(nl: "Het kenmerk van een programma.", en: "The identifier of a programme."), read: identifier)
    private static let series = EndpointParameter<Identifier>.query(
        "reeks", .string(pattern: identifierPattern), Localized(nl: "Alleen bijeenkomsten van deze reeks.", en: "Only meetings of this series."),
        expected: Localized(nl: "Het kenmerk van een reeks.", en: "The identifier of a series."), read: identifier)
    private static let meeting = EndpointParameter<Identifier>.path(
        "bijeenkomst", .string(pattern: identifierPattern), Localized(nl: "Het kenmerk van de bijeenkomst.", en: "The identifier of the meeting."),
        example: "01m80z5njhgfcm0npw6m3sbzrq", read: identifier)

    private static let identifierPattern = "^[0-7][0-9abcdefghjkmnpqrstvwxyz]{25}$"

    /// Exactly as it is written: one resource has one address.
    private static func identifier(_ text: String) -> Identifier? { Identifier(text).flatMap { $0.description == text ? $0 : nil } }

    private var list: Endpoint {
        Endpoint(
            id: "listBijeenkomsten", "/bijeenkomsten", summary: Localized(nl: "Blader in bijeenkomsten", en: "Browse meetings"),
            description: Localized(nl: "Op het begin; wat is geweest van nieuw naar oud.", en: "By their start; past ones from new to old."),
            tag: "bijeenkomsten",
            parameters: [
                Self.when.declared, Self.form.declared, Self.kind.declared, Self.role.declared, Self.programme.declared, Self.series.declared,
            ] + Paging.parameters, answers: [.json(.reference("Bijeenkomsten"))]
        ) { request in
            let filter = MeetingFilter(
                when: request[Self.when] ?? .coming, role: request[Self.role], form: request[Self.form], kind: request[Self.kind],
                programme: request[Self.programme], part: request[Self.series])
            let outlines = try await part.people.programmes.outlines(), found = try await part.fitting(filter, outlines: outlines)
            let paging = Paging(request, total: found.count)
            let lines = try await part.lines(Array(found[paging.range]), outlines: outlines), document = MeetingDocument(lines: lines, programmes: [:])
            return .json(paging.node("bijeenkomsten", lines.map(document.summary)))
        }
    }

    private var get: Endpoint {
        Endpoint(
            id: "getBijeenkomst", "/bijeenkomsten/{bijeenkomst}",
            summary: Localized(nl: "Eén bijeenkomst met haar programma", en: "One meeting with its programme"),
            tag: "bijeenkomsten", parameters: [Self.meeting.declared], answers: [.json(.reference("BijeenkomstUitgebreid"))]
        ) { request in
            guard let meeting = try await part.store.find(try request.part(Self.meeting)), meeting.isPublic else { throw Problem.notFound }
            let items = try await part.store.items(of: meeting.id)
            let named = items.flatMap { $0.speakers + $0.subgroups.compactMap(\.facts.leader) }.compactMap(\.organisation)
            let names = try await part.people.organisations.names(of: named), lines = try await part.lines([meeting], outlines: [])
            guard let line = lines.first else { throw Problem.notFound }
            return .json(MeetingDocument(lines: [], programmes: [:]).detail(line, items, names: names))
        }
    }

    // MARK: Shapes

    private static let links = API.Property("_links", Links.schema(["self", "pagina"]))
    private static let time = API.Schema.string(format: "date-time")
    private static let registration = API.Schema.object([
        API.Property("stand", .string(values: RegistrationState.allCases.map(\.rawValue))),
        API.Property("vanaf", time.nullable.described("null: zodra de bijeenkomst op de site staat")), API.Property("tot", time),
        API.Property("plaatsen", API.Schema.integer().nullable.described("null: geen grens")), API.Property("vrij", API.Schema.integer().nullable),
        API.Property("wachtenden", .integer()), API.Property("plaatsenOnline", API.Schema.integer().nullable),
        API.Property("vrijOnline", API.Schema.integer().nullable), API.Property("wachtendenOnline", .integer()),
    ])
    private static let properties = [
        API.Property("id", API.Schema.string(pattern: identifierPattern).described("Blijft altijd hetzelfde")), API.Property("titel", .string()),
        API.Property("onderwerp", .string()), API.Property("soort", .string(values: Meeting.Kind.allCases.map(\.rawValue))),
        API.Property("vorm", .string(values: Meeting.Form.allCases.map(\.rawValue))), API.Property("begin", time), API.Property("einde", time),
        API.Property("zone", .string().described("Waarin mensen de uren lezen")), API.Property("plek", .string()), API.Property("adres", .string()),
        API.Property("programma", .string()), API.Property("reeks", API.Schema.string().nullable),
        API.Property("nummer", API.Schema.integer().nullable.described("Plaats in de reeks")), API.Property("stand", .string()),
        API.Property("voor", .array(of: .string()).described("Rollen; leeg voor iedereen")), API.Property("prijs", .string().described("Leeg voor gratis")),
        API.Property("gebied", API.Schema.string().nullable), API.Property("inschrijven", registration),
        API.Property("volgnummer", .integer().described("Eén hoger na elke verandering van tijd, plek of stand")),
    ]
    private static let speaker = API.Schema.object([API.Property("naam", .string()), API.Property("organisatie", API.Schema.string().nullable)])
    private static let group = API.Schema.object([
        API.Property("titel", .string()), API.Property("vraag", .string()), API.Property("leider", speaker.nullable),
        API.Property("plaatsen", API.Schema.integer().nullable),
    ])
    private static let item = API.Schema.object([
        API.Property("soort", .string(values: ProgrammeItem.Kind.allCases.map(\.rawValue))), API.Property("titel", .string()),
        API.Property("tekst", .string()), API.Property("begin", time), API.Property("einde", time), API.Property("sprekers", .array(of: speaker)),
        API.Property("groepen", .array(of: group)),
    ])

    package var schemas: [API.Document.NamedSchema] {
        [
            .init("Bijeenkomsten", Paging.schema("bijeenkomsten", of: .reference("Bijeenkomst"))),
            .init("Bijeenkomst", .object(Self.properties + [Self.links])),
            .init(
                "BijeenkomstUitgebreid",
                .object(
                    Self.properties + [
                        API.Property("doel", .string()), API.Property("voorbereiding", .integer().described("In minuten")),
                        API.Property("onderdelen", .array(of: Self.item)), Self.links,
                    ])),
        ]
    }
}
