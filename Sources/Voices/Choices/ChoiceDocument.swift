import Core
import Measures
import OpenAPI
import Web

/// What came of a choice as files: exactly what the page tells, and the ballots without names so that anyone can count again.
struct ChoiceDocument: Sendable {
    let choice: SharedChoice

    /// Ballots below which nothing is told.
    static let least = 5

    /// One project with what became of it.
    struct Line: Sendable, Hashable {
        let project: SharedChoice.Project
        let supporters: Int
        let standing: Standing
    }

    enum Standing: Sendable, Hashable {
        /// In which turn, and what a supporter paid at most, in euros.
        case bought(turn: Int, payment: Double)
        case filled
        /// What its supporters had left, in euros.
        case missed(held: Double)
        case unsupported
        case withdrawn
        /// In an order.
        case ranked(Int)
    }

    /// What was chosen first, then the others by their supporters.
    var lines: [Line] {
        guard let outcome = choice.outcome else { return [] }
        let all = choice.projects.map { Line(project: $0, supporters: outcome.supporters[$0.number] ?? 0, standing: standing($0, outcome)) }
        return all.sorted { (order($0.standing), -$0.supporters, $0.project.number) < (order($1.standing), -$1.supporters, $1.project.number) }
    }

    private func standing(_ project: SharedChoice.Project, _ outcome: ChoiceOutcome) -> Standing {
        if project.withdrawn != nil { return .withdrawn }
        let supporters = outcome.supporters[project.number] ?? 0
        if choice.facts.kind == .order { return supporters == 0 ? .unsupported : .ranked(1 + outcome.supporters.values.count { $0 > supporters }) }
        if let turn = outcome.bought.firstIndex(where: { $0.project == project.number }) {
            return .bought(turn: turn + 1, payment: outcome.bought[turn].payment)
        }
        if outcome.filled.contains(project.number) { return .filled }
        return outcome.missed.first { $0.project == project.number }.map { .missed(held: $0.held) } ?? .unsupported
    }

    private func order(_ standing: Standing) -> Int {
        switch standing {
        case .bought(let turn, _): turn
        case .ranked(let place): place
        case .filled: 10_000
        case .missed: 10_001
        case .unsupported: 10_002
        case .withdrawn: 10_003
        }
    }

    // MARK: Files

    var csv: [UInt8] {
        let heads = ["nummer", "plan", "kosten_euro", "aanhangers", "uitkomst", "hoogste_betaling_euro", "geld_over_bij_aanhangers_euro"]
        return CSVTable.bytes(
            [heads]
                + lines.map { line in
                    let (name, paid, held) = Self.parts(line.standing)
                    return [
                        String(line.project.number), line.project.title, choice.facts.kind == .budget ? String(line.project.cost) : "",
                        line.supporters >= Self.least || line.supporters == 0 ? String(line.supporters) : OutcomeDocument.hidden, name,
                        paid.map(Self.cents) ?? "", held.map(Self.cents) ?? "",
                    ]
                })
    }

    private static func parts(_ standing: Standing) -> (name: String, paid: Double?, held: Double?) {
        switch standing {
        case .bought(_, let payment): ("gekozen", payment, nil)
        case .filled: ("aangevuld", nil, nil)
        case .missed(let held): ("niet-gekozen", nil, held)
        case .unsupported: ("zonder-aanhang", nil, nil)
        case .withdrawn: ("ingetrokken", nil, nil)
        case .ranked(let place): ("plaats-\(place)", nil, nil)
        }
    }

    private static func cents(_ euros: Double) -> String {
        let cents = Int((100 * euros).rounded())
        return "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
    }

    /// The file of pabulib.org: voters are numbers, and nothing else is said of them.
    func ballots(_ all: [ChoiceCount.Ballot]) throws -> String {
        let election = try ChoiceCount.election(of: choice, ChoiceCount.valid(all, of: choice)), numbers = choice.open.map(\.number)
        let selected = choice.outcome?.selected.compactMap { numbers.firstIndex(of: $0) }
        return PabulibFile.text(
            of: election, facts: [("description", choice.facts.title), ("country", "Netherlands"), ("currency", "EUR"), ("language", "nl")],
            rule: choice.rule, selected: selected)
    }

    // MARK: JSON

    static func node(_ choices: [SharedChoice], of conversation: Identifier) -> API.Node {
        .object([
            .init("gesprek", .string(conversation.description)), .init("keuzes", .array(choices.map { ChoiceDocument(choice: $0).node })),
            .init(
                "_links",
                [
                    "self": Links.link(PageAddress("api", "v1", "gesprekken", conversation.description, "keuzes")),
                    "pagina": Links.link(ChoiceRoute.list(conversation).address),
                ]),
        ])
    }

    private var node: API.Node {
        let isTold = choice.outcome.map { $0.voters >= Self.least } ?? false
        return .object([
            .init("id", .string(choice.id.description)), .init("soort", .string(choice.facts.kind.rawValue)), .init("titel", .string(choice.facts.title)),
            .init("bedrag", .value(choice.facts.kind == .budget ? choice.facts.budget : nil)), .init("stand", .string(choice.state.rawValue)),
            .init("stembiljetten", .value(isTold ? choice.outcome?.voters : nil)), .init("over", .value(isTold ? choice.outcome?.left : nil)),
            .init("extraPerPersoon", .value(isTold ? choice.outcome?.step : nil)),
            .init(
                "plannen",
                .array(
                    choice.projects.map { project in
                        let line = isTold ? lines.first { $0.project.number == project.number } : nil
                        let parts = line.map { Self.parts($0.standing) }
                        return .object([
                            .init("nummer", .integer(project.number)), .init("titel", .string(project.title)),
                            .init("kosten", .value(choice.facts.kind == .budget ? project.cost : nil)),
                            .init("aanhangers", .value(line.flatMap { $0.supporters >= Self.least || $0.supporters == 0 ? $0.supporters : nil })),
                            .init("uitkomst", .value(parts?.name)), .init("hoogsteBetaling", .value(parts?.paid)), .init("geldOver", .value(parts?.held)),
                        ])
                    })),
        ])
    }

    static let schemas: [API.Document.NamedSchema] = [
        .init(
            "Keuzes",
            .object([
                API.Property("gesprek", .string(pattern: ConversationDocument.identifier)), API.Property("keuzes", .array(of: .reference("Keuze"))),
                API.Property("_links", Links.schema(["self", "pagina"])),
            ])),
        .init(
            "Keuze",
            .object([
                API.Property("id", .string(pattern: ConversationDocument.identifier)),
                API.Property("soort", .string(values: SharedChoice.Kind.allCases.map(\.rawValue))), API.Property("titel", .string()),
                API.Property("bedrag", API.Schema.integer().nullable.described("Hele euro's; null bij een volgorde")),
                API.Property("stand", .string(values: SharedChoice.State.allCases.map(\.rawValue))),
                API.Property("stembiljetten", API.Schema.integer().nullable.described("null: nog niet geteld, of minder dan 5")),
                API.Property("over", API.Schema.integer().nullable), API.Property("extraPerPersoon", API.Schema.integer().nullable),
                API.Property("plannen", .array(of: .reference("KeuzePlan"))),
            ])),
        .init(
            "KeuzePlan",
            .object([
                API.Property("nummer", .integer()), API.Property("titel", .string()), API.Property("kosten", API.Schema.integer().nullable),
                API.Property("aanhangers", API.Schema.integer().nullable.described("null: nog niet geteld, of minder dan 5")),
                API.Property("uitkomst", API.Schema.string().nullable), API.Property("hoogsteBetaling", API.Schema.number().nullable),
                API.Property("geldOver", API.Schema.number().nullable),
            ])),
    ]
}
