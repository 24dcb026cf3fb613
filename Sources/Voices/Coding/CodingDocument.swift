import Core
import OpenAPI
import Web

/// What stories are about, as files: exactly what the page tells.
struct CodingDocument: Sendable {
    let conversation: Identifier
    let outcome: CodingOutcome

    var csv: [UInt8] {
        let heads = ["nummer", "thema", "uitleg", "verhalen", "van", "maat", "overeenstemming", "laag", "hoog", "citaten"]
        let rows = outcome.lines.map { line in
            [
                String(line.theme.number), line.theme.name, line.theme.meaning, line.stories.map { String($0) } ?? OutcomeDocument.hidden,
                String(outcome.decided), line.agreement?.measure.rawValue ?? "", FourPlaces.text(line.agreement?.value),
                FourPlaces.text(line.agreement?.interval?.lowerBound), FourPlaces.text(line.agreement?.interval?.upperBound),
                line.quotes.map(\.words).joined(separator: " | "),
            ]
        }
        return CSVTable.bytes([heads] + rows)
    }

    /// For who leads the conversation: what each coder found. Coders are numbers, stories are names without words.
    static func coders(_ book: CodingBook) -> [UInt8] {
        let names = Dictionary(uniqueKeysWithValues: book.themes.map { ($0.number, $0.name) })
        let rows = book.stories.flatMap { story in
            let own = story.given.sorted { $0.key < $1.key }.map { (String($0.key), $0.value) } + (story.joint.map { [("samen", $0)] } ?? [])
            return own.flatMap { coder, themes in
                (themes.isEmpty ? [""] : themes.sorted().map { names[$0] ?? "" }).map { [story.contribution.id.description, coder, $0] }
            }
        }
        return CSVTable.bytes([["inbreng", "lezer", "thema"]] + rows)
    }

    var node: API.Node {
        .object([
            .init("gesprek", .string(conversation.description)), .init("verhalen", .integer(outcome.stories)),
            .init("ingedeeld", .integer(outcome.decided)), .init("themas", .array(outcome.lines.map(node))),
            .init(
                "_links",
                [
                    "self": Links.link(PageAddress("api", "v1", "gesprekken", conversation.description, "themas")),
                    "pagina": Links.link(CodingRoute.results(conversation).address),
                ]),
        ])
    }

    private func node(_ line: CodingOutcome.Line) -> API.Node {
        let found = line.agreement
        return .object([
            .init("nummer", .integer(line.theme.number)), .init("thema", .string(line.theme.name)), .init("uitleg", .string(line.theme.meaning)),
            .init("verhalen", .value(line.stories)), .init("maat", .value(found?.measure.rawValue)),
            .init("overeenstemming", .value((found?.value).map(FourPlaces.of))),
            .init(
                "overeenstemmingInterval",
                found?.interval.map { .array([.number(FourPlaces.of($0.lowerBound)), .number(FourPlaces.of($0.upperBound))]) } ?? .null),
            .init(
                "citaten",
                .array(line.quotes.map { .object([.init("verhaal", .string($0.story.description)), .init("woorden", .string($0.words))]) })),
        ])
    }

    static let schemas: [API.Document.NamedSchema] = [
        .init(
            "Themas",
            .object([
                API.Property("gesprek", .string(pattern: ConversationDocument.identifier)),
                API.Property("verhalen", API.Schema.integer().described("Geplaatste verhalen")),
                API.Property("ingedeeld", API.Schema.integer().described("Die waarvan de thema’s vaststaan")),
                API.Property("themas", .array(of: .reference("VerhaalThema"))), API.Property("_links", Links.schema(["self", "pagina"])),
            ])),
        .init(
            "VerhaalThema",
            .object([
                API.Property("nummer", .integer()), API.Property("thema", .string()), API.Property("uitleg", .string()),
                API.Property("verhalen", API.Schema.integer().nullable.described("null: minder dan 5")),
                API.Property(
                    "maat",
                    API.Schema.string(values: ["kappa", "alpha"]).nullable.described("Cohen bij twee lezers, Krippendorff bij meer; null: niet te zeggen")),
                API.Property("overeenstemming", API.Schema.number().nullable),
                API.Property("overeenstemmingInterval", API.Schema.array(of: .number()).nullable.described("Onder- en bovengrens (95 %)")),
                API.Property(
                    "citaten",
                    .array(of: .object([API.Property("verhaal", .string(pattern: ConversationDocument.identifier)), API.Property("woorden", .string())]))),
            ])),
    ]
}

/// The API of what stories are about.
struct CodingAPI: Sendable {
    let part: CodingPart

    init(_ part: CodingPart) {
        self.part = part
    }

    var schemas: [API.Document.NamedSchema] { CodingDocument.schemas }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                id: "getThemas", "/gesprekken/{gesprek}/themas",
                summary: Localized(nl: "Waar de verhalen van een gesprek over gaan", en: "What the stories of a conversation are about"),
                description: Localized(
                    nl: "Gevonden door twee of meer lezers, ieder alleen en daarna samen.", en: "Found by two readers or more, each alone and then together."),
                tag: "gesprekken", parameters: [ConversationAPI.conversation.declared], answers: [.json(.reference("Themas"))]
            ) { request in
                let conversation = try await part.conversations.published(try request.part(ConversationAPI.conversation))
                return .json(CodingDocument(conversation: conversation.id, outcome: try await part.outcome(in: conversation.id)).node)
            }
        ]
    }
}
