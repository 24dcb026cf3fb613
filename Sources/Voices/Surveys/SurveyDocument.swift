import Core
import Measures
import OpenAPI
import Web

/// What came of a survey as files: exactly what the page tells.
struct SurveyDocument: Sendable {
    let survey: Survey
    let shown: SurveyShown

    var csv: [UInt8] {
        let heads = ["vraag", "tekst", "antwoord", "woorden", "mensen", "van", "aandeel_laag", "aandeel_hoog", "uitgesplitst_naar", "groep"]
        return CSVTable.bytes([heads] + counted.flatMap(rows) + shown.splits.flatMap(rows))
    }

    /// Questions of which something is told.
    private var counted: [Int] { survey.questions.indices.map { $0 + 1 }.filter { survey.questions[$0 - 1].kind != .text && shown.people($0) > 0 } }

    private func rows(_ number: Int) -> [[String]] {
        let question = survey.questions[number - 1], people = shown.people(number)
        return question.outcomes("nl").map { outcome in
            let count = shown.count(number, outcome.value), bounds = Self.bounds(count, of: people)
            return [
                String(number), SurveyQuestion.text(question.words, "nl"), outcome.value, outcome.words, String(count), String(people),
                bounds.map { FourPlaces.text($0.lowerBound) } ?? "", bounds.map { FourPlaces.text($0.upperBound) } ?? "", "", "",
            ]
        }
    }

    private func rows(_ split: SurveySplit) -> [[String]] {
        let question = survey.questions[split.question - 1], groups = survey.questions[split.background - 1].outcomes("nl")
        return groups.filter { split.cells[$0.value] != nil }.flatMap { group in
            question.outcomes("nl").map { outcome in
                [
                    String(split.question), SurveyQuestion.text(question.words, "nl"), outcome.value, outcome.words,
                    String(split.cells[group.value]?[outcome.value] ?? 0), "", "", "", String(split.background), group.words,
                ]
            }
        }
    }

    /// Percentages from 20 people.
    static func bounds(_ count: Int, of people: Int) -> ClosedRange<Double>? {
        people >= 20 ? Intervals.wilson(Double(count), of: Double(people)) : nil
    }

    // MARK: JSON

    static func node(_ documents: [SurveyDocument], of conversation: Identifier) -> API.Node {
        .object([
            .init("gesprek", .string(conversation.description)), .init("vragenlijsten", .array(documents.map(\.node))),
            .init(
                "_links",
                [
                    "self": Links.link(PageAddress("api", "v1", "gesprekken", conversation.description, "vragenlijsten")),
                    "pagina": Links.link(SurveyRoute.list(conversation).address),
                ]),
        ])
    }

    private var node: API.Node {
        .object([
            .init("id", .string(survey.id.description)), .init("titel", .string(survey.title)), .init("stand", .string(survey.state.rawValue)),
            .init("mensen", .value(shown.people > 0 ? shown.people : nil)),
            .init(
                "manieren",
                .array(shown.channels.map { .object([.init("manier", .string($0.way.rawValue)), .init("mensen", .integer($0.people))]) })),
            .init("vragen", .array(survey.questions.indices.map { question($0 + 1) })),
        ])
    }

    private func question(_ number: Int) -> API.Node {
        let question = survey.questions[number - 1], people = shown.people(number)
        return .object([
            .init("nummer", .integer(number)), .init("soort", .string(question.kind.rawValue)),
            .init("tekst", .string(SurveyQuestion.text(question.words, "nl"))), .init("mensen", .value(people > 0 ? people : nil)),
            .init(
                "antwoorden",
                .array(
                    question.outcomes("nl").map { outcome in
                        .object([
                            .init("waarde", .string(outcome.value)), .init("woorden", .string(outcome.words)),
                            .init("mensen", .value(people > 0 ? shown.count(number, outcome.value) : nil)),
                        ])
                    })),
        ])
    }

    static let schemas: [API.Document.NamedSchema] = [
        .init(
            "Vragenlijsten",
            .object([
                API.Property("gesprek", .string(pattern: ConversationDocument.identifier)),
                API.Property("vragenlijsten", .array(of: .reference("Vragenlijst"))), API.Property("_links", Links.schema(["self", "pagina"])),
            ])),
        .init(
            "Vragenlijst",
            .object([
                API.Property("id", .string(pattern: ConversationDocument.identifier)), API.Property("titel", .string()),
                API.Property("stand", .string(values: Survey.State.allCases.map(\.rawValue))),
                API.Property("mensen", API.Schema.integer().nullable.described("null: minder dan 5")),
                API.Property("manieren", .array(of: .object([API.Property("manier", .string()), API.Property("mensen", .integer())]))),
                API.Property("vragen", .array(of: .reference("VragenlijstVraag"))),
            ])),
        .init(
            "VragenlijstVraag",
            .object([
                API.Property("nummer", .integer()), API.Property("soort", .string(values: SurveyQuestion.Kind.allCases.map(\.rawValue))),
                API.Property("tekst", .string()), API.Property("mensen", API.Schema.integer().nullable.described("null: minder dan 5")),
                API.Property(
                    "antwoorden",
                    .array(
                        of: .object([
                            API.Property("waarde", .string()), API.Property("woorden", .string()), API.Property("mensen", API.Schema.integer().nullable),
                        ]))),
            ])),
    ]
}
