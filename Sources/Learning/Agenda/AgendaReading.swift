import Core
import People
import SQL

// Agendas as they are read.
extension AgendaStore {
    /// An agenda; empty where nobody put anything on it yet.
    package func agenda(_ place: AgendaPlace) async throws -> LearningAgenda {
        try await database.read { reading in try Self.agenda(place, reading) }
    }

    static func agenda(_ place: AgendaPlace, _ reading: Reading) throws -> LearningAgenda {
        LearningAgenda(
            place: place, items: try items(where: "agenda_item.agenda = \(place.id.description)", reading),
            departures: try departures(of: place.id, reading))
    }

    /// Where there is an agenda, the oldest first.
    package func places() async throws -> [AgendaPlace] {
        try await database.read { reading in
            try reading.all("SELECT programme, part FROM learning_agenda ORDER BY added_at, id") { row in
                AgendaPlace(programme: try row.identifier(0), part: try row.optionalString(1).flatMap { Identifier($0) })
            }
        }
    }

    package func item(_ id: Identifier) async throws -> AgendaItem? {
        try await database.read { try Self.items(where: "agenda_item.id = \(id.description)", $0).first }
    }

    /// Items that everyone may see, of every agenda, that come from an issue (INV-10).
    package func items(from issue: Identifier) async throws -> [AgendaItem] {
        try await database.read { reading in
            try Self.items(where: "agenda_item.id IN (SELECT item FROM agenda_item_issue WHERE issue = \(issue.description))", reading)
        }
        .filter(\.isPublic)
    }

    /// Items that everyone may see, of every agenda.
    func publicItems() async throws -> [AgendaItem] { try await database.read { try Self.items(where: "1 = 1", $0) }.filter(\.isPublic) }

    private static func departures(of agenda: Identifier, _ reading: Reading) throws -> [AgendaDeparture] {
        try reading.all(
            "SELECT item, above, reason, at FROM agenda_departure WHERE agenda = \(agenda.description) ORDER BY at DESC, id DESC"
        ) { row in AgendaDeparture(item: try row.identifier(0), above: try row.identifier(1), reason: try row.string(2), at: Int64(try row.int(3))) }
    }

    // MARK: Rows

    /// In their order.
    static func items(where condition: Query, _ reading: Reading) throws -> [AgendaItem] {
        let more = try AgendaRows(where: condition, reading)
        return try reading.all(
            """
            SELECT id, agenda, place, title, words, theme, subjects, questions, reinforces, level, tough, why_tough, perspective, owner_organisation,
                owner_person, ad_hoc_reason, proposed_for
            FROM agenda_item WHERE \(condition) ORDER BY agenda, place
            """
        ) { row in
            let key = try row.string(0)
            let facts = AgendaItem.Facts(
                title: try row.string(3), words: try row.string(4), theme: try row.optionalString(5), subjects: try row.string(6),
                questions: try row.string(7), domains: more.domains[key] ?? [], reinforces: try row.string(8), level: try row.optionalRaw(9),
                isTough: try row.bool(10), whyTough: try row.string(11), perspective: try row.string(12),
                ownerOrganisation: try row.optionalString(13).flatMap { Identifier($0) }, ownerPerson: try row.optionalString(14).flatMap { Identifier($0) },
                adHocReason: try row.string(15))
            return AgendaItem(
                id: try row.identifier(0), agenda: try row.identifier(1), place: try row.int(2), facts: facts,
                proposer: try row.optionalString(16).flatMap { Identifier($0) }, steps: more.steps[key] ?? [],
                issues: more.issues[key] ?? [], supports: more.supports[key] ?? [], objections: more.objections[key] ?? [], effects: more.effects[key] ?? [])
        }
    }
}

/// What hangs below items, by item: one question for each kind, however many items there are.
private struct AgendaRows {
    var domains: [String: [String]] = [:]
    var issues: [String: [Identifier]] = [:]
    var steps: [String: [AgendaItem.Step]] = [:]
    var supports: [String: [AgendaSupport]] = [:]
    var objections: [String: [AgendaObjection]] = [:]
    var effects: [String: [AgendaEffect]] = [:]

    init(where condition: Query, _ reading: Reading) throws {
        let own: Query = "item IN (SELECT id FROM agenda_item WHERE \(condition))"
        try reading.each("SELECT item, term FROM agenda_item_domain WHERE \(own) ORDER BY item, term") { row in
            domains[try row.string(0), default: []].append(try row.string(1))
        }
        try reading.each("SELECT item, issue FROM agenda_item_issue WHERE \(own) ORDER BY item, issue") { row in
            issues[try row.string(0), default: []].append(try row.identifier(1))
        }
        try reading.each("SELECT item, state, at, reason, month FROM agenda_item_state WHERE \(own) ORDER BY item, number") { row in
            steps[try row.string(0), default: []].append(
                AgendaItem.Step(
                    state: try row.raw(1), at: Int64(try row.int(2)), reason: try row.string(3),
                    month: try row.optionalString(4).flatMap { Period($0) }))
        }
        try reading.each("SELECT item, organisation, brings, at FROM agenda_support WHERE \(own) ORDER BY item, at, organisation") { row in
            supports[try row.string(0), default: []].append(
                AgendaSupport(organisation: try row.identifier(1), brings: try row.string(2), at: Int64(try row.int(3))))
        }
        try reading.each("SELECT item, id, organisation, words, at, answer FROM agenda_objection WHERE \(own) ORDER BY item, at, id") { row in
            objections[try row.string(0), default: []].append(
                AgendaObjection(
                    id: try row.identifier(1), organisation: try row.identifier(2), words: try row.string(3),
                    at: Int64(try row.int(4)), answer: try row.optionalString(5)))
        }
        try reading.each("SELECT item, other, words FROM agenda_effect WHERE \(own) ORDER BY item, other") { row in
            effects[try row.string(0), default: []].append(AgendaEffect(other: try row.identifier(1), words: try row.string(2)))
        }
    }
}
