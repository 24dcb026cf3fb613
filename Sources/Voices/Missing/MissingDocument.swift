import Core
import OpenAPI
import Web

/// Who is missing as files: exactly what the page tells.
struct MissingDocument: Sendable {
    let outcomes: [MissingOutcome]

    var csv: [UInt8] {
        let heads = ["vraag", "groep", "mensen", "van", "aandeel_laag", "aandeel_hoog", "aandeel_bewoners", "bron", "jaar", "oordeel"]
        return CSVTable.bytes([heads] + outcomes.filter(\.isTold).flatMap(rows))
    }

    private func rows(_ outcome: MissingOutcome) -> [[String]] {
        outcome.groups.map { group in
            let isCounted = outcome.counted.contains(group.value), bounds = isCounted ? group.interval : nil
            return [
                outcome.question.rawValue, group.value, isCounted ? String(group.people) : "", String(outcome.answered),
                bounds.map { FourPlaces.text($0.lowerBound) } ?? "", bounds.map { FourPlaces.text($0.upperBound) } ?? "",
                outcome.population == nil ? "" : FourPlaces.text(group.population), outcome.population?.source ?? "", outcome.population?.period ?? "",
                outcome.population == nil ? "" : Self.name(group.verdict),
            ]
        }
    }

    private static func name(_ verdict: MissingGroup.Verdict) -> String {
        switch verdict {
        case .missing: "ontbreekt"
        case .under: "te-weinig"
        case .over: "te-veel"
        case .unclear: "geen-duidelijk-verschil"
        case .alone: "niet-te-vergelijken"
        }
    }

    func node(of conversation: Identifier) -> API.Node {
        .object([
            .init("gesprek", .string(conversation.description)),
            .init(
                "vragen",
                .array(
                    outcomes.map { outcome in
                        .object([
                            .init("vraag", .string(outcome.question.rawValue)), .init("antwoorden", .value(outcome.isTold ? outcome.answered : nil)),
                            .init("bron", .value(outcome.population?.source)), .init("jaar", .value(outcome.population?.period)),
                            .init("groepen", .array(outcome.isTold ? outcome.groups.map { self.group($0, outcome) } : [])),
                        ])
                    })),
            .init(
                "_links",
                [
                    "self": Links.link(PageAddress("api", "v1", "gesprekken", conversation.description, "wie-missen-we")),
                    "pagina": Links.link(MissingRoute.results(conversation).address),
                ]),
        ])
    }

    private func group(_ group: MissingGroup, _ outcome: MissingOutcome) -> API.Node {
        .object([
            .init("groep", .string(group.value)), .init("mensen", .value(outcome.counted.contains(group.value) ? group.people : nil)),
            .init("aandeelBewoners", .value(outcome.population == nil ? nil : FourPlaces.of(group.population))),
            .init("oordeel", .value(outcome.population == nil ? nil : Self.name(group.verdict))),
        ])
    }

    static let schemas: [API.Document.NamedSchema] = [
        .init(
            "WieMissenWe",
            .object([
                API.Property("gesprek", .string(pattern: ConversationDocument.identifier)), API.Property("vragen", .array(of: .reference("WieMissenWeVraag"))),
                API.Property("_links", Links.schema(["self", "pagina"])),
            ])),
        .init(
            "WieMissenWeVraag",
            .object([
                API.Property("vraag", .string(values: Background.allCases.map(\.rawValue))),
                API.Property("antwoorden", API.Schema.integer().nullable.described("null: minder dan 20")), API.Property("bron", API.Schema.string().nullable),
                API.Property("jaar", API.Schema.string().nullable),
                API.Property(
                    "groepen",
                    .array(
                        of: .object([
                            API.Property("groep", .string()), API.Property("mensen", API.Schema.integer().nullable.described("null: niet te vertellen")),
                            API.Property("aandeelBewoners", API.Schema.number().nullable), API.Property("oordeel", API.Schema.string().nullable),
                        ]))),
            ])),
    ]
}
