import Core
import OpenAPI
import Web

/// The API of organisations, programmes with their parts, and labels: what everyone may see of them. Nothing about people.
package struct PeopleAPI: Sendable {
    let slice: Slice

    package init(_ slice: Slice) {
        self.slice = slice
    }

    package static let tags = [
        API.Document.Tag("organisaties", "Organisaties: gemeenten, provincies en wie er meer meedoen"),
        API.Document.Tag("programmas", "Programma's met hun sporen, netwerken, projecten en reeksen"),
        API.Document.Tag("onderwerpen", "Labels: thema's, domeinen en doelen"),
    ]

    package var endpoints: [Endpoint] { [listOrganisations, getOrganisation, listProgrammes, getProgramme, listSubjects, getSubject] }

    package var schemas: [API.Document.NamedSchema] { OrganisationDocument.schemas + ProgrammeDocument.schemas + SubjectDocument.schemas }

    // MARK: Organisations

    private static let organisationKind = EndpointParameter<OrganisationKind>.choice(
        "soort", of: OrganisationKind.self, Localized(nl: "Alleen organisaties van deze soort.", en: "Only organisations of this kind."))
    private static let place = EndpointParameter<AreaCode>.query(
        "gebied", .string(pattern: OrganisationDocument.code),
        Localized(nl: "Alleen organisaties die dit gebied besturen of er werken.", en: "Only organisations that govern this area or work in it."),
        expected: Localized(nl: "Een code van het CBS, zoals GM0222.", en: "A code of Statistics Netherlands, such as GM0222."), read: exact)
    private static let withEnded = EndpointParameter<Bool>.flag(
        "metBeeindigd", Localized(nl: "Ook wat er niet meer is.", en: "Also what is no more."))
    private static let organisation = EndpointParameter<Identifier>.path(
        "organisatie", .string(pattern: OrganisationDocument.identifier),
        Localized(nl: "Het kenmerk van de organisatie.", en: "The identifier of the organisation."),
        example: OrganisationDocument.example, read: identifier)

    /// Exactly as codes are written: one resource has one address.
    private static func exact(_ text: String) -> AreaCode? { AreaCode(text).flatMap { $0.description == text ? $0 : nil } }
    private static func identifier(_ text: String) -> Identifier? { Identifier(text).flatMap { $0.description == text ? $0 : nil } }

    private var listOrganisations: Endpoint {
        Endpoint(
            id: "listOrganisaties", "/organisaties", summary: Localized(nl: "Blader in organisaties", en: "Browse organisations"),
            description: Localized(nl: "Op naam.", en: "By name."), tag: "organisaties",
            parameters: [Self.organisationKind.declared, Self.place.declared, Self.withEnded.declared] + Paging.parameters,
            answers: [.json(.reference("Organisaties"))]
        ) { request in
            let all = try await slice.organisations.list(kind: request[Self.organisationKind], withEnded: request[Self.withEnded] ?? false)
            let found = request[Self.place].map { place in all.filter { $0.area == place } } ?? all
            let paging = Paging(request, total: found.count)
            return .json(paging.node("organisaties", found[paging.range].map(OrganisationDocument.node)))
        }
    }

    private var getOrganisation: Endpoint {
        Endpoint(
            id: "getOrganisatie", "/organisaties/{organisatie}", summary: Localized(nl: "Eén organisatie", en: "One organisation"), tag: "organisaties",
            parameters: [Self.organisation.declared], answers: [.json(.reference("Organisatie"))]
        ) { request in
            guard let organisation = try await slice.organisations.find(request.part(Self.organisation)) else { throw Problem.notFound }
            return .json(OrganisationDocument.node(organisation))
        }
    }

    // MARK: Programmes

    private static let goal = EndpointParameter<String>.query(
        "doel", .string(minimumLength: 1, maximumLength: 100), Localized(nl: "Alleen programma’s met dit doel.", en: "Only programmes with this goal."),
        expected: Localized(nl: "Een tekst van 1 tot en met 100 tekens.", en: "A text of 1 to 100 characters.")
    ) { text in text.isEmpty || text.unicodeScalars.count > 100 ? nil : text }
    private static let programme = EndpointParameter<Identifier>.path(
        "programma", .string(pattern: OrganisationDocument.identifier), Localized(nl: "Het kenmerk van het programma.", en: "The identifier of the programme."),
        example: OrganisationDocument.example, read: identifier)

    private var listProgrammes: Endpoint {
        Endpoint(
            id: "listProgrammas", "/programmas", summary: Localized(nl: "Blader in programma’s", en: "Browse programmes"),
            description: Localized(nl: "Op naam, ook die zijn afgerond.", en: "By name, those that are finished too."), tag: "programmas",
            parameters: [Self.goal.declared] + Paging.parameters, answers: [.json(.reference("Programmas"))]
        ) { request in
            let all = try await slice.programmes.list(), goal = request[Self.goal]?.lowercased()
            let found = goal.map { goal in all.filter { $0.facts.goals.contains { $0.lowercased() == goal } } } ?? all
            let paging = Paging(request, total: found.count), shown = found[paging.range]
            let owners = try await slice.organisations.names(of: shown.compactMap(\.facts.owner))
            return .json(paging.node("programmas", shown.map { ProgrammeDocument.node($0, names: owners) }))
        }
    }

    private var getProgramme: Endpoint {
        Endpoint(
            id: "getProgramma", "/programmas/{programma}", summary: Localized(nl: "Eén programma met zijn onderdelen", en: "One programme with its parts"),
            description: Localized(
                nl: "Onderdelen staan van boven naar onder: elk onderdeel noemt waar het onder hangt.",
                en: "Parts are ordered from top to bottom: each names what it hangs below."), tag: "programmas",
            parameters: [Self.programme.declared], answers: [.json(.reference("ProgrammaUitgebreid"))]
        ) { request in
            guard let outline = try await slice.programmes.outline(request.part(Self.programme)) else { throw Problem.notFound }
            return .json(ProgrammeDocument.detail(outline, names: try await slice.organisationNames(in: outline)))
        }
    }

    // MARK: Labels

    private static let vocabulary = EndpointParameter<Term.Vocabulary>.choice(
        "soort", of: Term.Vocabulary.self, Localized(nl: "Alleen labels van deze soort.", en: "Only labels of this kind."))
    private static let subject = EndpointParameter<String>.path(
        "label", .string(minimumLength: 1, maximumLength: 80), Localized(nl: "De sleutel van het label.", en: "The key of the label."), example: "eenzaamheid"
    ) { text in text.isEmpty || text.unicodeScalars.count > 80 ? nil : text }

    private var listSubjects: Endpoint {
        Endpoint(
            id: "listOnderwerpen", "/onderwerpen", summary: Localized(nl: "Blader in labels", en: "Browse labels"),
            description: Localized(
                nl: "In twee lagen: een onderwerp noemt het thema erboven. Ook die niet meer in gebruik zijn.",
                en: "In two levels: a subject names the theme above it. Those no longer in use too."), tag: "onderwerpen",
            parameters: [Self.vocabulary.declared] + Paging.parameters, answers: [.json(.reference("Onderwerpen"))]
        ) { request in
            let kind = request[Self.vocabulary], found = try await slice.terms.all(withRetired: true).filter { kind == nil || $0.vocabulary == kind }
            let paging = Paging(request, total: found.count)
            return .json(paging.node("onderwerpen", found[paging.range].map(SubjectDocument.node)))
        }
    }

    private var getSubject: Endpoint {
        Endpoint(
            id: "getOnderwerp", "/onderwerpen/{label}", summary: Localized(nl: "Eén label", en: "One label"), tag: "onderwerpen",
            parameters: [Self.subject.declared], answers: [.json(.reference("Onderwerp"))]
        ) { request in
            let key = try request.part(Self.subject)
            guard let term = try await slice.terms.all(withRetired: true).first(where: { $0.key == key }) else { throw Problem.notFound }
            return .json(SubjectDocument.node(term))
        }
    }
}
