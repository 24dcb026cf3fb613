import Core
import People
import SQL

// Calls as they are read.
extension InventoryStore {
    /// Nil where there is none.
    package func find(_ call: Identifier) async throws -> CallView? { try await database.read { try Self.find(call, $0) } }

    /// All calls, the newest first.
    package func list() async throws -> [CallView] { try await database.read { try Self.views(where: "1 = 1", $0) } }

    static func find(_ call: Identifier, _ reading: Reading) throws -> CallView? { try views(where: "learning_call.id = \(call.description)", reading).first }

    /// - Parameter condition: on `learning_call`
    private static func views(where condition: Query, _ reading: Reading) throws -> [CallView] {
        let calls = try reading.all(
            """
            SELECT learning_call.id, programme, part, title, goal, learning_call.anonymity, role_field, municipality_field, name_field, mail_field,
                contact_name, made_at, added_at
            FROM learning_call LEFT JOIN call_promise ON call_promise.call = learning_call.id WHERE \(condition) ORDER BY learning_call.id DESC
            """, call)
        guard !calls.isEmpty else { return [] }
        let ids = calls.map(\.id.description)
        let questions = try questions(of: ids, reading), channels = try channels(of: ids, reading)
        let rounds = Dictionary(grouping: try rounds(where: "call_round.call IN \(list: ids)", reading), by: \.call)
        return calls.map { call in
            CallView(
                call: call, questions: questions[call.id.description] ?? [], channels: channels[call.id.description] ?? [], rounds: rounds[call.id] ?? [])
        }
    }

    private static func call(_ row: Row) throws -> Call {
        let rules = try PersonalField.allCases.enumerated().map { index, field in (field, try row.raw(6 + index, as: FieldRule.self)) }
        let facts = Call.Facts(
            title: try row.string(3), goal: try row.string(4), anonymity: try row.raw(5), fields: Dictionary(uniqueKeysWithValues: rules),
            contact: try row.string(10))
        return Call(
            id: try row.identifier(0), programme: try row.identifier(1), part: try row.optionalString(2).flatMap { Identifier($0) }, facts: facts,
            promisedAt: try row.optionalInt(11).map(Int64.init), addedAt: Int64(try row.int(12)))
    }

    private static func questions(of calls: [String], _ reading: Reading) throws -> [String: [CallQuestion]] {
        var found: [String: [CallQuestion]] = [:]
        try reading.each("SELECT call, kind, prompt_nl, prompt_en, required FROM call_question WHERE call IN \(list: calls) ORDER BY call, number") { row in
            found[try row.string(0), default: []].append(
                CallQuestion(try row.raw(1), Localized(nl: try row.string(2), en: try row.string(3)), isRequired: try row.bool(4)))
        }
        return found
    }

    private static func channels(of calls: [String], _ reading: Reading) throws -> [String: [CallChannel]] {
        var found: [String: [CallChannel]] = [:]
        try reading.each("SELECT call, id, name, code FROM call_channel WHERE call IN \(list: calls) ORDER BY call, name, id") { row in
            found[try row.string(0), default: []].append(CallChannel(id: try row.identifier(1), name: try row.string(2), code: try row.string(3)))
        }
        return found
    }

    /// By number.
    static func rounds(where condition: Query, _ reading: Reading) throws -> [CallRound] {
        var steps: [String: [CallRound.Step: Int64]] = [:]
        try reading.each(
            "SELECT round, state, set_at FROM call_round_state JOIN call_round ON call_round.id = call_round_state.round WHERE \(condition)"
        ) { row in steps[try row.string(0), default: [:]][try row.raw(1)] = Int64(try row.int(2)) }
        return try reading.all("SELECT id, call, number, starts_at, ends_at FROM call_round WHERE \(condition) ORDER BY call, number") { row in
            CallRound(
                id: try row.identifier(0), call: try row.identifier(1), number: try row.int(2), start: Int64(try row.int(3)), end: Int64(try row.int(4)),
                steps: steps[try row.string(0)] ?? [:])
        }
    }

    /// How many answers came in through each channel, per round; channels nobody used are not there.
    package func handedIn(of call: Identifier) async throws -> [ChannelCount] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT call_channel_count.round, call_channel_count.channel, handed FROM call_channel_count
                JOIN call_channel ON call_channel.id = call_channel_count.channel WHERE call_channel.call = \(call.description)
                ORDER BY call_channel_count.round, handed DESC, call_channel.name
                """
            ) { row in ChannelCount(round: try row.identifier(0), channel: try row.identifier(1), count: try row.int(2)) }
        }
    }
}

/// How many answers came in through one channel in one round (INV-09).
package struct ChannelCount: Sendable, Hashable {
    package let round: Identifier
    package let channel: Identifier
    package let count: Int
}
