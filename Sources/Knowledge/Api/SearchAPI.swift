import Areas
import Core
import OpenAPI
import Search
import Web

/// The API of the search: what everyone may find.
package struct SearchAPI: Sendable {
    let slice: Slice

    package init(_ slice: Slice) {
        self.slice = slice
    }

    package static let tags = [API.Document.Tag("zoeken", "Zoeken in alles wat er staat")]

    private static let words = EndpointParameter<String>.query(
        "zoek", .string(minimumLength: 1, maximumLength: 100), Localized(nl: "De woorden waarop je zoekt.", en: "The words to look for."),
        expected: Localized(nl: "Een tekst van 1 tot en met 100 tekens.", en: "A text of 1 to 100 characters."), example: "eenzaamheid"
    ) { text in text.isEmpty || text.unicodeScalars.count > 100 ? nil : text }
    private static let kind = EndpointParameter<Core.SearchEntry.Kind>.choice(
        "soort", of: Core.SearchEntry.Kind.self, Localized(nl: "Alleen dingen van deze soort.", en: "Only things of this kind."))
    private static let language = EndpointParameter<Language>.choice(
        "taal", of: Language.self, default: .nl, Localized(nl: "De taal van de vraag en van de titels.", en: "The language of the question and of the titles."))

    private static let label = EndpointParameter<String>.query(
        "label", .string(minimumLength: 1, maximumLength: 100),
        Localized(nl: "Alleen dingen met dit label, zoals het lijstje van een onderwerp het noemt.", en: "Only things with this label, as a subject names it."),
        expected: Localized(nl: "Een tekst van 1 tot en met 100 tekens.", en: "A text of 1 to 100 characters."), example: nil
    ) { text in text.isEmpty || text.unicodeScalars.count > 100 ? nil : text }

    package var endpoints: [Endpoint] { [listResults] }

    private var listResults: Endpoint {
        Endpoint(
            id: "listZoekresultaten", "/zoekresultaten", summary: Localized(nl: "Zoek in alles wat er staat", en: "Search everything there is"),
            description: Localized(
                nl:
                    "Eerst gebieden met deze naam of postcode, dan de rest: wat het best past eerst. Je bladert tot duizend. Zonder woorden en zonder label is er niets.",
                en:
                    "First areas with this name or postcode, then the rest: best fit first. You can leaf up to a thousand. Without words and label there is nothing."
            ),
            tag: "zoeken",
            parameters: [Self.words.declared, Self.kind.declared, Self.label.declared, Self.language.declared] + Paging.parameters,
            answers: [.json(.reference("Zoekresultaten"))]
        ) { request in try await results(request) }
    }

    private static let most = 1_000

    private func results(_ request: EndpointRequest) async throws -> EndpointAnswer {
        let language = request[Self.language] ?? .nl
        let question = SearchQuestion(request[Self.words] ?? "", kind: request[Self.kind], labels: request[Self.label].map { [$0] } ?? [])
        let finding = try await slice.finding(for: .visitor, in: language)
        let number = request[Paging.page] ?? 1, size = request[Paging.count] ?? 100
        let start = min((number - 1) * size, Self.most)
        let findings = finding.findings(question, range: start..<min(start + size, Self.most), allAreas: true)
        let paging = Paging(request, total: min(findings.total, Self.most))
        let items = findings.areas.map { node($0, language) } + findings.hits.map { node($0, language) }
        let more: [API.Node.Member] = [
            .init("taal", .string(language.rawValue)), .init("gevonden", .integer(findings.total)),
            .init("soorten", .array(findings.kinds.map { ["soort": .string($0.value.rawValue), "aantal": .integer($0.count)] })),
            .init(
                "verbeterd",
                .array(findings.corrections.map { ["woord": .string($0.asked), "gezochtOp": .array($0.nearest.map { .string($0) })] })),
        ]
        return .json(.object(more + paging.node("resultaten", items).members))
    }

    private func node(_ hit: AreaSearch.Hit, _ language: Language) -> API.Node {
        .object([
            .init("soort", .string(Core.SearchEntry.Kind.area.rawValue)), .init("sleutel", .string(hit.area.code.description)),
            .init("titel", .string(hit.area.name)), .init("toelichting", .string(AreasWords(language).about(hit))), .init("fragment", .null),
            .init("_links", ["pagina": Links.link(AreasRoute.area(hit.area.code).address)]),
        ])
    }

    private func node(_ hit: Findings.Hit, _ language: Language) -> API.Node {
        let excerpt = hit.excerpt.map(\.text).joined()
        return .object([
            .init("soort", .string(hit.entry.kind.rawValue)), .init("sleutel", .string(hit.entry.key)), .init("titel", .string(hit.entry.title[language])),
            .init("toelichting", .string(hit.entry.note[language])), .init("fragment", excerpt.isEmpty ? .null : .string(excerpt)),
            .init("_links", .members(["pagina": hit.entry.path.map { Links.link(PageAddress($0)) }])),
        ])
    }

    package var schemas: [API.Document.NamedSchema] {
        [
            .init(
                "Zoekresultaten",
                Paging.schema(
                    "resultaten", of: .reference("Zoekresultaat"),
                    more: [
                        API.Property("taal", .string(values: Language.allCases.map(\.rawValue))),
                        API.Property("gevonden", .integer(minimum: 0).described("Hoeveel er zijn; totaal telt tot duizend")),
                        API.Property(
                            "soorten",
                            .array(
                                of: .object([API.Property("soort", Self.kinds), API.Property("aantal", .integer(minimum: 1))]),
                                maximumCount: Core.SearchEntry.Kind.allCases.count
                            ).described("Hoeveel er van elke soort zijn")),
                        API.Property(
                            "verbeterd",
                            .array(
                                of: .object([API.Property("woord", .string()), API.Property("gezochtOp", .array(of: .string(), maximumCount: 3))]),
                                maximumCount: 32
                            ).described("Woorden die niet voorkomen, en waarop dan gezocht is")),
                    ])),
            .init(
                "Zoekresultaat",
                .object([
                    API.Property("soort", Self.kinds), API.Property("sleutel", .string().described("Samen met de soort de naam van dit ding")),
                    API.Property("titel", .string()), API.Property("toelichting", .string().described("Wat het is; leeg waar de titel genoeg zegt")),
                    API.Property("fragment", .string().nullable.described("Een stuk tekst met de woorden erin")),
                    API.Property("_links", Links.schema([], optional: ["pagina"])),
                ])),
        ]
    }

    private static let kinds = API.Schema.string(values: Core.SearchEntry.Kind.allCases.map(\.rawValue))
}
