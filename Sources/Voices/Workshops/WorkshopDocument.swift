import Core
import OpenAPI
import People
import Web

/// What came of workshops as files: exactly what the page tells.
struct WorkshopDocument: Sendable {
    let conversation: Identifier
    let outcomes: [WorkshopOutcome]

    /// A row for each option in all, and for each table where those are told.
    var csv: [UInt8] {
        let heads = ["werkplaats", "titel", "dag", "mensen", "tafel", "keuze", "tekst", "stippen", "tafels_ingevuld"]
        return CSVTable.bytes([heads] + outcomes.filter { !$0.isHidden }.flatMap(rows))
    }

    private func rows(_ outcome: WorkshopOutcome) -> [[String]] {
        let workshop = outcome.workshop, start = [String(workshop.number), workshop.facts.title, workshop.facts.day.description]
        func text(_ dots: Int?) -> String { dots.map { String($0) } ?? "" }
        let all = outcome.lines.map { start + [String(outcome.people), "", String($0.option), $0.words, text($0.dots), String($0.tables)] }
        guard outcome.showsTables else { return all }
        let tables = outcome.tables.flatMap { number in
            workshop.options.enumerated().map { place, words in
                let yield = workshop.tables[number]
                return start + [
                    String(yield?.people ?? 0), String(number), String(place + 1), words, text(yield?.dots[place + 1] ?? nil), "",
                ]
            }
        }
        return all + tables
    }

    var node: API.Node {
        .object([
            .init("gesprek", .string(conversation.description)), .init("werkplaatsen", .array(outcomes.map(node))),
            .init(
                "_links",
                [
                    "self": Links.link(PageAddress("api", "v1", "gesprekken", conversation.description, "werkplaatsen")),
                    "pagina": Links.link(WorkshopRoute.results(conversation).address),
                ]),
        ])
    }

    private func node(_ outcome: WorkshopOutcome) -> API.Node {
        let workshop = outcome.workshop
        return .object([
            .init("nummer", .integer(workshop.number)), .init("titel", .string(workshop.facts.title)), .init("dag", .string(workshop.facts.day.description)),
            .init("vraag", .string(workshop.facts.question)), .init("mensen", .value(outcome.isHidden ? nil : outcome.people)),
            .init("tafels", .integer(workshop.tables.count)),
            .init(
                "keuzes",
                .array(
                    outcome.lines.map { line in
                        .object([
                            .init("nummer", .integer(line.option)), .init("tekst", .string(line.words)),
                            .init("stippen", .value(outcome.isHidden ? nil : line.dots)), .init("tafelsIngevuld", .integer(line.tables)),
                        ])
                    })),
        ])
    }

    static let schemas: [API.Document.NamedSchema] = [
        .init(
            "Werkplaatsen",
            .object([
                API.Property("gesprek", .string(pattern: ConversationDocument.identifier)),
                API.Property("werkplaatsen", .array(of: .reference("Werkplaats"))), API.Property("_links", Links.schema(["self", "pagina"])),
            ])),
        .init(
            "Werkplaats",
            .object([
                API.Property("nummer", .integer()), API.Property("titel", .string()), API.Property("dag", .string()), API.Property("vraag", .string()),
                API.Property("mensen", API.Schema.integer().nullable.described("null: minder dan 5")), API.Property("tafels", .integer()),
                API.Property("keuzes", .array(of: .reference("WerkplaatsKeuze"))),
            ])),
        .init(
            "WerkplaatsKeuze",
            .object([
                API.Property("nummer", .integer()), API.Property("tekst", .string()),
                API.Property("stippen", API.Schema.integer().nullable.described("null: niet ingevuld, of minder dan 5 mensen")),
                API.Property("tafelsIngevuld", .integer()),
            ])),
    ]
}
