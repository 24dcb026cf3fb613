import Core
import Measures
import OpenAPI
import Web

/// What came of one statement, as everyone may see it.
struct StatementOutcome: Sendable, Hashable {
    let statement: Statement
    let finding: StatementFinding

    var tally: VoteTally { finding.tally }
    /// Fewer than five people: not even counts.
    var isHidden: Bool { tally.votes < ShownPeople.least }
}

/// What came of a conversation without any groups: what people share first, then where they differ, then where they are unsure.
///
/// Every figure in it moves by five people or more at a time (``ShownPeople``, `statement_tally.shown_…`).
struct VoteOutcome: Sendable {
    let scene: VoteScene
    let inhabitants: InhabitantCount?
    /// Each stands in one of these.
    let shared: [StatementOutcome]
    let dividing: [StatementOutcome]
    let unsure: [StatementOutcome]
    let hidden: [StatementOutcome]
    let groups: GroupOutcome

    /// - Parameters:
    ///   - runs: searches for groups, the newest first
    ///   - names: of groups, by letter
    init(scene: VoteScene, inhabitants: InhabitantCount?, runs: [PublishedGroups] = [], names: [String: String] = [:]) {
        groups = GroupOutcome(runs: runs, names: names, statements: scene.statements)
        self.scene = scene
        self.inhabitants = inhabitants
        let findings = StatementFindings(scene.statements.map(\.shown))
        func outcomes(_ list: [StatementFinding]) -> [StatementOutcome] {
            list.map { StatementOutcome(statement: scene.statements[$0.statement], finding: $0) }
        }
        shared = outcomes(findings.shared).sorted { ($1.surest, $0.statement.number) < ($0.surest, $1.statement.number) }
        let alone = Set(findings.shared.map(\.statement))
        dividing = outcomes(findings.dividing.filter { !alone.contains($0.statement) && $0.division > 0 && $0.division >= $0.doubt })
        let divided = alone.union(dividing.map(\.finding.statement))
        unsure = outcomes(findings.unsure.filter { !divided.contains($0.statement) })
        hidden = outcomes(findings.all.filter { $0.tally.votes < ShownPeople.least })
    }

    var all: [StatementOutcome] { (shared + dividing + unsure + hidden).sorted { $0.statement.number < $1.statement.number } }

    var people: ShownPeople { scene.people }
}

extension StatementOutcome {
    /// The lower bound of what most think, for the order.
    fileprivate var surest: Double { max(finding.agree?.lowerBound ?? 0, finding.disagree?.lowerBound ?? 0) }
}

/// The outcome as files: exactly what the page tells.
struct OutcomeDocument: Sendable {
    let outcome: VoteOutcome

    static let hidden = "minder dan 5"

    // MARK: CSV

    var csv: [UInt8] {
        let heads = ["nummer", "stelling", "eens", "oneens", "weet_ik_niet", "stemmen", "eens_laag", "eens_hoog", "oneens_laag", "oneens_hoog"]
        let rows = outcome.all.map(row)
        return CSVTable.bytes([heads] + rows)
    }

    private func row(_ one: StatementOutcome) -> [String] {
        let start = [String(one.statement.number), one.statement.words]
        guard !one.isHidden else { return start + ["", "", "", Self.hidden, "", "", "", ""] }
        let counts = [one.tally.agree, one.tally.disagree, one.tally.pass, one.tally.votes].map(String.init)
        guard one.finding.hasShares else { return start + counts + ["", "", "", ""] }
        return start + counts + [one.finding.agree, one.finding.disagree].flatMap { [FourPlaces.text($0?.lowerBound), FourPlaces.text($0?.upperBound)] }
    }

    // MARK: JSON

    var node: API.Node {
        let id = outcome.scene.conversation.id
        return .object([
            .init("gesprek", .string(id.description)), .init("deelnemers", Self.people(outcome.people.total)),
            .init("apartGehouden", Self.people(outcome.scene.apart)),
            .init(
                "manieren",
                .array(
                    (outcome.people.split?.ways ?? []).map {
                        .object([
                            .init("manier", .string($0.way.rawValue)), .init("deelnemers", Self.people($0.people)),
                        ])
                    })),
            .init("inwoners", .value(outcome.inhabitants?.people)), .init("inwonersBron", .value(outcome.inhabitants?.source)),
            .init("inwonersJaar", .value(outcome.inhabitants?.period)), .init("stellingen", .array(outcome.all.map(node))),
            .init(
                "_links",
                [
                    "self": Links.link(PageAddress("api", "v1", "gesprekken", id.description, "uitkomst")),
                    "pagina": Links.link(VoteRoute.results(id).address),
                ]),
        ])
    }

    /// Missing is not zero: fewer than five is null, unless it is none.
    private static func people(_ count: Int) -> API.Node {
        .value(ShownPeople.told(count))
    }

    private func node(_ one: StatementOutcome) -> API.Node {
        func count(_ value: Int) -> API.Node { .value(one.isHidden ? nil : value) }
        func bounds(_ range: ClosedRange<Double>?) -> API.Node {
            guard one.finding.hasShares, let range else { return .null }
            return .array([.number(FourPlaces.of(range.lowerBound)), .number(FourPlaces.of(range.upperBound))])
        }
        return .object([
            .init("nummer", .integer(one.statement.number)), .init("tekst", .string(one.statement.words)),
            .init("taal", .string(one.statement.language)), .init("eens", count(one.tally.agree)), .init("oneens", count(one.tally.disagree)),
            .init("weetIkNiet", count(one.tally.pass)), .init("stemmen", count(one.tally.votes)), .init("eensInterval", bounds(one.finding.agree)),
            .init("oneensInterval", bounds(one.finding.disagree)),
            .init("gedeeld", .value(one.finding.shared.map(\.sent))),
        ])
    }

    private static let whole = API.Schema.integer().nullable.described("null: minder dan 5")
    private static let bounds = API.Schema.array(of: .number()).nullable.described("Onder- en bovengrens (95 %); null onder 20 stemmen")

    static let schemas: [API.Document.NamedSchema] = [
        .init(
            "Uitkomst",
            .object([
                API.Property("gesprek", .string(pattern: ConversationDocument.identifier)), API.Property("deelnemers", whole),
                API.Property("apartGehouden", whole), API.Property("manieren", .array(of: .reference("UitkomstManier"))),
                API.Property("inwoners", API.Schema.integer().nullable), API.Property("inwonersBron", API.Schema.string().nullable),
                API.Property("inwonersJaar", API.Schema.string().nullable), API.Property("stellingen", .array(of: .reference("UitkomstStelling"))),
                API.Property("_links", Links.schema(["self", "pagina"])),
            ])),
        .init(
            "UitkomstManier",
            .object([API.Property("manier", .string(values: Contribution.Channel.allCases.map(\.rawValue))), API.Property("deelnemers", whole)])),
        .init(
            "UitkomstStelling",
            .object([
                API.Property("nummer", .integer()), API.Property("tekst", .string()), API.Property("taal", .string()), API.Property("eens", whole),
                API.Property("oneens", whole), API.Property("weetIkNiet", whole), API.Property("stemmen", whole), API.Property("eensInterval", bounds),
                API.Property("oneensInterval", bounds),
                API.Property("gedeeld", API.Schema.string(values: ["eens", "oneens"]).nullable.described("Wat meer dan de helft zeker vindt")),
            ])),
    ]
}
