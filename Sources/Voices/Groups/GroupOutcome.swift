import Core
import Measures
import OpenAPI
import Web

/// What searches for groups found, as everyone may see it.
struct GroupOutcome: Sendable {
    /// The newest first.
    let runs: [PublishedGroups]
    /// What people call the groups, by letter.
    let names: [String: String]
    let statements: [Int: Statement]

    init(runs: [PublishedGroups], names: [String: String], statements: [Statement]) {
        self.runs = runs
        self.names = names
        self.statements = Dictionary(uniqueKeysWithValues: statements.map { ($0.number, $0) })
    }

    var newest: PublishedGroups? { runs.first }

    /// `Groep A: meer groen`
    func name(_ letter: String, _ language: Language) -> String {
        let plain = GroupWords(language).group(letter)
        return names[letter].map { plain + ": " + $0 } ?? plain
    }

    /// What was taken away after the search stays in it, without its words.
    func words(of statement: Int, _ language: Language) -> String { statements[statement]?.words ?? GroupWords(language).gone(statement) }
}

/// The groups as files: exactly what the page tells.
struct GroupDocument: Sendable {
    let outcome: GroupOutcome
    let conversation: Identifier

    /// The newest search: a row for each statement that says something of a group.
    var csv: [UInt8] {
        let heads = ["dag", "groep", "naam", "mensen_afgerond_op_5", "nummer", "stelling", "richting", "procent_in_groep", "procent_bij_anderen"]
        let rows = (outcome.newest.map { [$0] } ?? []).flatMap { published in
            published.run.groups.flatMap { group in group.statements.map { row(published, group, $0) } }
        }
        return CSVTable.bytes([heads] + rows)
    }

    private func row(_ published: PublishedGroups, _ group: GroupRun.Group, _ one: GroupRun.Telling) -> [String] {
        [
            published.day, group.letter, outcome.names[group.letter] ?? "", String(group.people), String(one.statement),
            outcome.statements[one.statement]?.words ?? "", one.isAgree ? "eens" : "oneens", one.own.map { String($0) } ?? "",
            one.others.map { String($0) } ?? "",
        ]
    }

    var node: API.Node {
        .object([
            .init("gesprek", .string(conversation.description)), .init("afgerondOp", .integer(GroupRun.step)),
            .init("zoektochten", .array(outcome.runs.map(node))),
            .init(
                "_links",
                [
                    "self": Links.link(PageAddress("api", "v1", "gesprekken", conversation.description, "groepen")),
                    "pagina": Links.link(VoteRoute.results(conversation).address),
                ]),
        ])
    }

    private func node(_ published: PublishedGroups) -> API.Node {
        let run = published.run
        return .object([
            .init("nummer", .integer(published.number)), .init("dag", .string(published.day)), .init("mensen", .integer(published.shownPeople)),
            .init("inGroepen", .integer(run.inGroups)), .init("reden", .value(published.reason)), .init("getoond", .boolean(run.isShown)),
            .init("waaromNiet", .value(run.reason?.rawValue)), .init("toeval", .value(run.chance)), .init("steekproeven", .integer(run.halfSamples)),
            .init("overeenkomst", .value(run.median)), .init("silhouet", .value(run.silhouette)),
            .init("groepen", .array(run.groups.map(node))),
            .init(
                "gedeeld",
                .array(
                    run.shared.map {
                        .object([
                            .init("stelling", .integer($0.statement)), .init("richting", .string($0.isAgree ? "eens" : "oneens")),
                            .init("procent", .integer($0.share)),
                        ])
                    })),
            .init("meestEens", .array(run.agreed.map { .integer($0) })), .init("meestOneens", .array(run.disagreed.map { .integer($0) })),
            .init("instellingen", settings(run)),
        ])
    }

    private func node(_ group: GroupRun.Group) -> API.Node {
        .object([
            .init("letter", .string(group.letter)), .init("naam", .value(outcome.names[group.letter])), .init("mensen", .integer(group.people)),
            .init(
                "stellingen",
                .array(
                    group.statements.map {
                        .object([
                            .init("stelling", .integer($0.statement)), .init("richting", .string($0.isAgree ? "eens" : "oneens")),
                            .init("inGroep", .value($0.own)), .init("bijAnderen", .value($0.others)),
                        ])
                    })),
        ])
    }

    private func settings(_ run: GroupRun) -> API.Node {
        .object([
            .init("kleinsteGroep", .integer(run.plan.floor)), .init("schuddingen", .integer(run.plan.permutations)),
            .init("halveSteekproeven", .integer(run.plan.halfSamples)), .init("hoogsteToeval", .number(run.plan.level)),
            .init("laagsteOvereenkomst", .number(run.plan.agreement)), .init("zaad", .integer(Int(clamping: run.plan.seed))),
            .init("versie", .integer(run.version)),
        ])
    }
}
