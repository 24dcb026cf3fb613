import Core
import People
import SQL
import Web

/// What waits for a moderator.
package struct ModerationItem: Sendable, Hashable {
    package let contribution: Contribution
    /// Reports that nobody looked at yet: reason and words.
    package let reports: [Report]
    /// The words of an objection that is open; nil where there is none.
    package let objection: String?
    /// Where it is, in the words of the giver; nil for the whole area.
    package let place: String?
    package let photo: Attachment?

    package struct Report: Sendable, Hashable {
        package let reason: Contribution.Reason
        package let words: String
    }
}

/// The part of the store that moderators, givers and those who report work with.
extension ContributionStore {
    static let codeRule = Throttle.Rule(kind: "voices-code", most: 60, window: 900_000)
    static let reportRule = Throttle.Rule(kind: "voices-report", most: 30, window: 3_600_000)
    static let photoRule = Throttle.Rule(kind: "voices-photo", most: 60, window: 3_600_000)
    static let storyRule = Throttle.Rule(kind: "voices-story", most: 60, window: 3_600_000)

    // MARK: By everyone and by the giver

    /// Someone reports what is published. It stays where it is until a moderator decides.
    ///
    /// - Throws: ``Fault/unknown`` for what is not shown to everyone
    package func report(_ id: Identifier, in conversation: Identifier, _ report: ModerationItem.Report, at time: Int64) async throws {
        try await journal.write(from: Self.nobody(time)) { transaction in
            let shown = try transaction.execute(
                """
                UPDATE contribution SET people = people WHERE id = \(id.description) AND conversation = \(conversation.description)
                    AND \(Self.isOpen)
                """)
            guard shown == 1 else { throw Fault.unknown }
            try transaction.execute(
                """
                INSERT INTO contribution_report (id, contribution, reason, words, reported_on, is_settled)
                VALUES (\(Identifier(at: time).description), \(id.description), \(report.reason), \(report.words), \(DutchDay(at: time).description), 0)
                """)
            return ((), Self.event("voices.reported", id, ["reason": report.reason.rawValue]))
        }
    }

    /// The giver answers a question with new words; a moderator looks again.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/notNow``
    package func answer(_ id: Identifier, words: String, at time: Int64) async throws {
        try await journal.write(from: Self.nobody(time)) { transaction in
            let changed = try transaction.execute(
                "UPDATE contribution SET words = \(words), state = 'wacht' WHERE id = \(id.description) AND state = 'teruggelegd'")
            guard let known = try Self.find("id = \(id.description)", transaction) else { throw Fault.unknown }
            guard changed == 1 else { throw Fault.notNow }
            return ((), ConversationStore.event("voices.answered", known.conversation))
        }
    }

    /// The giver objects, once, to a decision not to publish, or to leave parts out.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/notNow``
    package func object(_ id: Identifier, words: String, at time: Int64) async throws {
        try await journal.write(from: Self.nobody(time)) { transaction in
            try transaction.execute("UPDATE contribution SET people = people WHERE id = \(id.description)")
            guard let known = try Self.find("id = \(id.description)", transaction) else { throw Fault.unknown }
            guard known.state == .refused || known.state == .masked, try !Self.hasObjection(known.id, transaction) else { throw Fault.notNow }
            try transaction.execute(
                """
                INSERT INTO contribution_objection (contribution, words, objected_on, is_settled)
                VALUES (\(known.id.description), \(words), \(DutchDay(at: time).description), 0)
                """)
            return ((), ConversationStore.event("voices.objected", known.conversation))
        }
    }

    /// Whether the giver objected before, so that they cannot again.
    func hasObjection(_ id: Identifier) async throws -> Bool { try await database.read { try Self.hasObjection(id, $0) } }

    private static func hasObjection(_ id: Identifier, _ reading: Reading) throws -> Bool {
        try reading.first("SELECT 1 FROM contribution_objection WHERE contribution = \(id.description)") { try $0.int(0) } != nil
    }

    // MARK: By moderators

    /// A decision ends what was open about it.
    ///
    /// - Throws: ``Fault/sameModerator``
    static func settle(_ id: Identifier, by origin: Origin, _ transaction: Transaction) throws {
        let isOpen =
            try transaction.first("SELECT 1 FROM contribution_objection WHERE contribution = \(id.description) AND is_settled = 0") { try $0.int(0) } != nil
        if isOpen {
            let last = try transaction.first(
                "SELECT COALESCE(ruled_by, '') FROM contribution_ruling WHERE contribution = \(id.description) ORDER BY number DESC LIMIT 1"
            ) { try $0.string(0) }
            guard let person = origin.person, last != person.description else { throw Fault.sameModerator }
            try transaction.execute("UPDATE contribution_objection SET is_settled = 1 WHERE contribution = \(id.description)")
        }
        try transaction.execute("UPDATE contribution_report SET is_settled = 1 WHERE contribution = \(id.description) AND is_settled = 0")
    }

    /// What waits in a conversation: not read yet, objected to or reported. Oldest day first.
    package func queue(of conversation: Identifier) async throws -> [ModerationItem] {
        try await database.read { reading in
            let open: Query = """
                conversation = \(conversation.description) AND (state = 'wacht'
                    OR id IN (SELECT contribution FROM contribution_objection WHERE is_settled = 0)
                    OR id IN (SELECT contribution FROM contribution_report WHERE is_settled = 0))
                """
            return try Self.rows(open, reading).map { try Self.item($0, reading) }
        }
    }

    /// One of a conversation, for who decides about it.
    package func item(_ id: Identifier, of conversation: Identifier) async throws -> ModerationItem? {
        try await database.read { reading in
            try Self.find("id = \(id.description) AND conversation = \(conversation.description) AND words IS NOT NULL", reading).map {
                try Self.item($0, reading)
            }
        }
    }

    private static func item(_ contribution: Contribution, _ reading: Reading) throws -> ModerationItem {
        let reports = try reading.all(
            "SELECT reason, words FROM contribution_report WHERE contribution = \(contribution.id.description) AND is_settled = 0 ORDER BY reported_on, id"
        ) { ModerationItem.Report(reason: try $0.raw(0), words: try $0.string(1)) }
        let objection = try reading.first(
            "SELECT words FROM contribution_objection WHERE contribution = \(contribution.id.description) AND is_settled = 0"
        ) { try $0.string(0) }
        let place = try reading.first(
            """
            SELECT words FROM story_place WHERE contribution = \(contribution.id.description)
            UNION ALL SELECT words FROM map_place WHERE contribution = \(contribution.id.description) AND words IS NOT NULL
            """
        ) { try $0.string(0) }
        let photo = try ContributionPhotos.photos(of: "SELECT \(contribution.id.description)", reading)[contribution.id]
        return ModerationItem(contribution: contribution, reports: reports, objection: objection, place: place, photo: photo)
    }

    /// The people who gave these, where they signed in.
    func givers(of ids: [Identifier]) async throws -> [Identifier] {
        guard !ids.isEmpty else { return [] }
        return try await database.read { reading in
            try reading.all("SELECT DISTINCT person FROM contribution_giver WHERE contribution IN \(list: ids.map(\.description))") { try $0.identifier(0) }
        }
    }

    /// What was decided in a conversation, for the public log.
    func decisions(in conversation: Identifier) async throws -> [ModerationLog.Decision] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT contribution_ruling.state, contribution_ruling.reason, contribution_ruling.number, contribution.added_on, contribution_ruling.ruled_at
                FROM contribution_ruling JOIN contribution ON contribution.id = contribution_ruling.contribution
                WHERE contribution.conversation = \(conversation.description)
                """
            ) { row in
                guard let day = DutchDay(try row.string(3)) else { throw Fault.unknown }
                return ModerationLog.Decision(
                    state: try row.raw(0), reason: try row.optionalRaw(1), isFirst: try row.int(2) == 1, addedOn: day,
                    ruledOn: DutchDay(at: Int64(try row.int(4))))
            }
        }
    }
}
