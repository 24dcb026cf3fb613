import Areas
import Core
import OpenAPI
import People
import Web

/// Counting beside telling as files: exactly what the page tells.
struct MatchDocument: Sendable {
    let scene: MatchScene

    var csv: [UInt8] {
        let heads = [
            "gebied", "thema", "titel", "verhouding", "stand", "cijfer", "waarde", "jaar", "bron", "partner", "verteld", "van", "stelling", "uitkomst",
            "citaat",
            "uitleg",
        ]
        return CSVTable.bytes([heads] + scene.views.map(row))
    }

    private func row(_ view: MatchView) -> [String] {
        let facts = view.match.facts, figure = facts.counting.figure, partner = facts.counting.partner, told = Told(view.summary)
        return [
            view.match.area.description, facts.theme, facts.title, facts.relation.rawValue, view.match.state.rawValue, figure?.key ?? "",
            figure?.value.nl ?? "",
            figure?.period ?? "", figure?.source ?? partner?.source ?? "", partner?.words ?? "",
            told.isFew ? OutcomeDocument.hidden : told.count.map { String($0) } ?? "", told.of.map { String($0) } ?? "", told.statement ?? "",
            told.outcome?.nl ?? "", view.quote?.quote.words ?? "", facts.explanation,
        ]
    }

    /// A summary in pieces.
    private struct Told {
        var count: Int?
        var of: Int?
        var isFew = false
        var statement: String?
        var outcome: Localized?

        init(_ summary: TellingSummary) {
            switch summary {
            case .stories(let count, let all, _): (self.count, of, isFew) = (count, all, count == nil)
            case .statement(_, let words, _, let outcome): (statement, self.outcome, isFew) = (words, outcome, outcome == nil)
            case .gone, .nothing: break
            }
        }
    }

    // MARK: JSON

    static func node(_ view: MatchView) -> API.Node {
        let facts = view.match.facts
        return .object([
            .init("id", .string(view.match.id.description)), .init("gebied", .string(view.match.area.description)), .init("thema", .string(facts.theme)),
            .init("titel", .string(facts.title)), .init("verhouding", .string(facts.relation.rawValue)), .init("uitleg", .string(facts.explanation)),
            .init("stand", .string(view.match.state.rawValue)), .init("namens", .string(view.owner)),
            .init("opgeschreven", .string(view.match.addedOn.description)), .init("geteld", counting(facts.counting)), .init("verteld", telling(view)),
            .init(
                "verloop",
                .array(
                    view.match.changes.map {
                        .object([
                            .init("stand", .string($0.state.rawValue)), .init("reden", .string($0.reason)), .init("dag", .string($0.changedOn.description)),
                        ])
                    })),
            .init("_links", ["pagina": Links.link(MatchRoute.one(view.match.area, view.match.id).address)]),
        ])
    }

    private static func counting(_ counting: Match.Counting) -> API.Node {
        let figure = counting.figure, partner = counting.partner
        let origin = figure != nil ? "register" : partner != nil ? "partner" : nil
        return .object([
            .init("herkomst", .value(origin)), .init("cijfer", .value(figure?.key)), .init("waarde", .value(figure?.value.nl)),
            .init("jaar", .value(figure?.period)), .init("bron", .value(figure?.source ?? partner?.source)), .init("grondslag", .value(figure?.basis.nl)),
            .init("duiding", .value(figure?.standing.nl)), .init("woorden", .value(partner?.words)),
            .init("informatie", .value(partner?.kind.rawValue ?? (figure == nil ? nil : Match.Information.system.rawValue))),
        ])
    }

    private static func telling(_ view: MatchView) -> API.Node {
        let told = Told(view.summary), telling = view.match.facts.telling
        return .object([
            .init("herkomst", .value(telling == .nothing ? nil : "bewoner")), .init("gesprek", .value(telling.conversation?.description)),
            .init("soort", .value(telling.selection?.mark?.rawValue)), .init("themaNummer", .value(telling.selection?.theme)),
            .init("verhalen", .value(told.count)), .init("van", .value(told.of)), .init("stelling", .value(told.statement)),
            .init("uitkomst", .value(told.outcome?.nl)), .init("citaat", .value(view.quote?.quote.words)),
        ])
    }

    private static func text(_ name: String) -> API.Property { API.Property(name, API.Schema.string().nullable) }

    static let schemas: [API.Document.NamedSchema] = [
        .init("Verhoudingen", Paging.schema("verhoudingen", of: .reference("Verhouding"))),
        .init(
            "Verhouding",
            .object([
                API.Property("id", .string(pattern: ConversationDocument.identifier)), API.Property("gebied", .string()), API.Property("thema", .string()),
                API.Property("titel", .string()), API.Property("verhouding", .string(values: Match.Relation.allCases.map(\.rawValue))),
                API.Property("uitleg", .string()), API.Property("stand", .string(values: Match.State.allCases.map(\.rawValue))),
                API.Property("namens", .string()), API.Property("opgeschreven", .string()), API.Property("geteld", .reference("VerhoudingGeteld")),
                API.Property("verteld", .reference("VerhoudingVerteld")),
                API.Property(
                    "verloop", .array(of: .object([API.Property("stand", .string()), API.Property("reden", .string()), API.Property("dag", .string())]))),
                API.Property("_links", Links.schema(["pagina"])),
            ])),
        .init(
            "VerhoudingGeteld",
            .object([
                API.Property("herkomst", API.Schema.string(values: ["register", "partner"]).nullable.described("null: hierover is niets gemeten")),
                text("cijfer"), text("waarde"), text("jaar"), text("bron"), text("grondslag"), text("duiding"), text("woorden"),
                API.Property("informatie", API.Schema.string(values: Match.Information.allCases.map(\.rawValue)).nullable),
            ])),
        .init(
            "VerhoudingVerteld",
            .object([
                API.Property("herkomst", API.Schema.string(values: ["bewoner"]).nullable.described("null: hierover is niets verteld")), text("gesprek"),
                text("soort"), API.Property("themaNummer", API.Schema.integer().nullable),
                API.Property("verhalen", API.Schema.integer().nullable.described("null: minder dan 5, of geen verhalen")),
                API.Property("van", API.Schema.integer().nullable), text("stelling"), text("uitkomst"), text("citaat"),
            ])),
    ]
}

/// The API of counting beside telling.
struct MatchAPI: Sendable {
    let part: MatchPart

    init(_ part: MatchPart) {
        self.part = part
    }

    var schemas: [API.Document.NamedSchema] { MatchDocument.schemas }

    var endpoints: [Endpoint] {
        [
            Endpoint(
                id: "listVerhoudingen", "/gebieden/{code}/verhoudingen",
                summary: Localized(nl: "Cijfers naast wat bewoners vertellen", en: "Figures beside what residents tell"),
                description: Localized(
                    nl: "Van een gebied en de gebieden daarbinnen. Waar ze elkaar tegenspreken komt eerst.",
                    en: "Of an area and of areas within it. Contradictions come first."),
                tag: "gesprekken", parameters: [AreaParameters.code.declared] + Paging.parameters, answers: [.json(.reference("Verhoudingen"))]
            ) { request in
                let area = try request.part(AreaParameters.code)
                guard try await part.name(of: area) != nil else { throw Problem.notFound }
                let matches = try await part.matches(in: area), paging = Paging(request, total: matches.count)
                return .json(paging.node("verhoudingen", try await part.views(matches[paging.range]).map(MatchDocument.node)))
            }
        ]
    }
}
