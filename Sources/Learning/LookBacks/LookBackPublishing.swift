import Core
import Mail
import People
import SQL

// MARK: Publishing

extension LookBackStore {
    /// Makes the working text an edition that stays as it is; the first also tells the meeting that it was looked back on.
    ///
    /// - Parameter reason: why a published one is revised; not asked for the first
    /// - Returns: the number of the edition
    /// - Throws: ``Fault/unknown``, ``Fault/notNow`` before the parts were joined, ``Fault/tomorrowMissing``, ``Fault/tooLong(_:)``,
    ///   ``Fault/reasonMissing``
    @discardableResult
    package func publish(_ id: Identifier, because reason: String = "", from origin: Origin) async throws -> Int {
        try await journal.write(from: origin) { [deeds] transaction in
            try transaction.execute("UPDATE look_back SET version = version WHERE id = \(id.description)")
            guard let held = try LookBackRows.lookBack(id, transaction) else { throw Fault.unknown }
            guard !held.takesPieces else { throw Fault.notNow }
            guard !held.isPublic || !reason.isEmpty else { throw Fault.reasonMissing }
            guard reason.unicodeScalars.count <= 1000 else { throw Fault.facts }
            guard !held.facts.tomorrow.isEmpty else { throw Fault.tomorrowMissing }
            let pieces = try LookBackRows.pieces(of: id, transaction), words = LookBackRules.words(main: held.facts.main, pieces)
            guard words <= LookBackRules.mostWords else { throw Fault.tooLong(words) }
            let number = try LookBackRows.editions(of: id, transaction).count + 1
            try Self.keep(held, number, reason: held.isPublic ? reason : "", from: origin, transaction)
            try transaction.execute(
                "UPDATE attention_point SET published_at = \(origin.time) WHERE look_back = \(id.description) AND published_at IS NULL")
            let state = held.isPublic ? LookBack.State.revised : .published
            try Self.step(state, id, reason: held.isPublic ? reason : "", from: origin, transaction)
            if state == .published {
                do {
                    try MeetingStore.markLookedBack(held.meeting, deeds: deeds, from: origin, in: transaction)
                } catch is MeetingStore.Fault { throw Fault.notNow }
            }
            return (number, Self.event(held.isPublic ? "revised" : "published", id, ["edition": "\(number)"]))
        }
    }

    /// Copies the working text. A part of which nothing was written is left out: it says nothing.
    private static func keep(_ held: LookBack, _ number: Int, reason: String, from origin: Origin, _ transaction: Transaction) throws {
        let id = held.id.description
        try transaction.execute(
            """
            INSERT INTO look_back_edition (look_back, number, at, reason, tomorrow, main, about_author, author)
            SELECT id, \(number), \(origin.time), \(reason), tomorrow, main, about_author, author FROM look_back WHERE id = \(id)
            """)
        try transaction.execute(
            """
            INSERT INTO look_back_edition_piece (look_back, edition, number, id, item, subgroup, topic, asked, outcome, steps, works, works_not, version,
                written_at)
            SELECT look_back, \(number), number, id, item, subgroup, topic, asked, outcome, steps, works, works_not, version, written_at
            FROM look_back_piece WHERE look_back = \(id) AND (outcome <> '' OR steps <> '' OR works <> '' OR works_not <> '')
            """)
        try transaction.execute(
            """
            INSERT INTO look_back_edition_figure (look_back, edition, number, label, value, unit, period, source, day)
            SELECT look_back, \(number), number, label, value, unit, period, source, day FROM look_back_figure WHERE look_back = \(id)
            """)
    }
}

// MARK: Reading

/// A look-back with all that its writers see.
package struct LookBackDraft: Sendable, Hashable {
    package let lookBack: LookBack
    package let pieces: [LookBackPiece]
    package let figures: [LookBackFigure]
    /// Those that were withdrawn too.
    package let points: [AttentionPoint]

    package var words: Int { LookBackRules.words(main: lookBack.facts.main, pieces) }

    package func piece(_ id: Identifier) -> LookBackPiece? { pieces.first { $0.id == id } }
}

/// A published look-back, as lists and search show it.
package struct PublishedLookBack: Sendable, Hashable {
    package let lookBack: LookBack
    package let meeting: Meeting
    /// The newest.
    package let edition: LookBackEdition
    package let points: [AttentionPoint]
}

extension LookBackStore {
    package func find(_ id: Identifier) async throws -> LookBack? { try await database.read { try LookBackRows.lookBack(id, $0) } }

    package func lookBack(of meeting: Identifier) async throws -> LookBack? {
        try await database.read { try LookBackRows.lookBacks("meeting = \(meeting.description)", $0).first }
    }

    package func draft(of meeting: Identifier) async throws -> LookBackDraft? {
        try await database.read { reading in
            guard let lookBack = try LookBackRows.lookBacks("meeting = \(meeting.description)", reading).first else { return nil }
            return LookBackDraft(
                lookBack: lookBack, pieces: try LookBackRows.pieces(of: lookBack.id, reading), figures: try LookBackRows.figures(of: lookBack.id, reading),
                points: try LookBackRows.points("look_back = \(lookBack.id.description)", reading))
        }
    }

    /// The oldest first.
    package func editions(of id: Identifier) async throws -> [LookBackEdition] { try await database.read { try LookBackRows.editions(of: id, $0) } }

    package func point(_ id: Identifier) async throws -> AttentionPoint? {
        try await database.read { try LookBackRows.points("id = \(id.description)", $0).first }
    }

    /// The points that readers see now.
    package func points(of id: Identifier) async throws -> [AttentionPoint] {
        try await database.read {
            try LookBackRows.points("look_back = \(id.description) AND published_at IS NOT NULL AND withdrawn_at IS NULL", $0)
        }
    }

    /// Experiences that participants told, with the key of the method.
    package func experiences(of id: Identifier) async throws -> [(method: String, experience: PracticeExperience)] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT id, person, place, month, result, words, thing_id FROM practice_experience
                WHERE id IN (SELECT experience FROM look_back_experience WHERE look_back = \(id.description)) ORDER BY added_at, id
                """
            ) { row in
                guard let month = Period(try row.string(3)) else { throw SQLError.value(column: "month", "is not one") }
                let one = PracticeExperience(
                    id: try row.identifier(0), person: try row.optionalString(1).flatMap { Identifier($0) }, place: try row.string(2), month: month,
                    result: try row.raw(4), words: try row.string(5))
                return (try row.string(6), one)
            }
        }
    }

    /// Every published look-back, the newest first.
    ///
    /// - Parameter since: when it was first published at the earliest; milliseconds since 1970
    package func published(since: Int64 = 0) async throws -> [PublishedLookBack] {
        try await database.read { reading in
            let inside: Query = "SELECT look_back_state.look_back FROM look_back_state WHERE state = 'gepubliceerd' AND at >= \(since)"
            let found = try LookBackRows.lookBacks("id IN (\(inside))", reading)
            return try found.compactMap { one -> PublishedLookBack? in
                guard let meeting = try MeetingRows.meeting(one.meeting, reading), meeting.isPublic,
                    let edition = try LookBackRows.editions(of: one.id, reading).last
                else { return nil }
                let points = try LookBackRows.points(
                    "look_back = \(one.id.description) AND published_at IS NOT NULL AND withdrawn_at IS NULL", reading)
                return PublishedLookBack(lookBack: one, meeting: meeting, edition: edition, points: points)
            }.sorted { ($0.lookBack.publishedAt ?? 0, $0.lookBack.id) > ($1.lookBack.publishedAt ?? 0, $1.lookBack.id) }
        }
    }

    /// Those that are not public yet, by the day that they are due.
    package func waiting() async throws -> [LookBack] {
        try await database.read { reading in
            let inside: Query = "SELECT look_back_state.look_back FROM look_back_state WHERE state = 'gepubliceerd'"
            return try LookBackRows.lookBacks("id NOT IN (\(inside))", reading).sorted { ($0.due, $0.id) < ($1.due, $1.id) }
        }
    }
}
