import Core
import Mail
import People
import SQL

/// Reads and writes look-backs. The only writer of their tables.
package struct LookBackStore: Sendable {
    let database: Database
    let journal: Journal
    /// Told of who led a subgroup of the meeting.
    let deeds: ExpertiseDeeds

    package init(_ database: Database, journal: Journal, deeds: ExpertiseDeeds = .none) {
        self.database = database
        self.journal = journal
        self.deeds = deeds
    }

    /// What a write can be refused for.
    package enum Fault: Error, Sendable, Hashable {
        /// No such look-back, part, figure or point.
        case unknown
        /// It was saved elsewhere meanwhile.
        case conflict
        /// This cannot follow on the state that it has, or the meeting is not over.
        case notNow
        /// Nothing says what one can do tomorrow.
        case tomorrowMissing
        /// More words than a reader has time for; with how many there are.
        case tooLong(Int)
        /// A revision says why.
        case reasonMissing
        /// Too long for its column.
        case facts
    }

    static func event(_ action: String, _ id: Identifier, _ details: [String: String] = [:]) -> Event {
        Event("look-back.\(action)", Event.Thing("look-back", id.description), details: details)
    }

    // MARK: Preparing

    /// Prepares the look-back of a meeting that is over from its programme: a part for every item and every subgroup (TER-02). Where there is one already,
    /// parts of what came into the programme since are added; nothing is overwritten.
    ///
    /// - Parameters:
    ///   - questions: what was asked in the room and should be looked back on; those that do not stand in the main text yet come under it
    ///   - tell: what people are told when it is new, in the same transaction
    /// - Returns: whether it is new
    /// - Throws: ``Fault/unknown``, ``Fault/notNow``
    @discardableResult
    package func generate(
        for meeting: Identifier, asked questions: [String] = [], from origin: Origin,
        tell: @escaping @Sendable (LookBack, [ProgrammeItem], Transaction) throws -> Void = { _, _, _ in }
    ) async throws -> (id: Identifier, isNew: Bool) {
        try await journal.write(from: origin) { transaction in
            // Held, so that two who prepare it at once make one.
            guard let held = try MeetingRows.hold(meeting, transaction) else { throw Fault.unknown }
            guard held.isPublic, held.publication != .cancelled, origin.time >= held.facts.endsAt else { throw Fault.notNow }
            let items = try MeetingRows.items(of: meeting, transaction)
            let known = try LookBackRows.lookBacks("meeting = \(meeting.description)", transaction).first
            let id = try known?.id ?? Self.insert(held, from: origin, transaction)
            try Self.addPieces(items, to: id, from: origin, transaction)
            try Self.addQuestions(questions, to: id, transaction)
            if known == nil {
                try Self.step(.generated, id, from: origin, transaction)
                if let made = try LookBackRows.lookBack(id, transaction) { try tell(made, items, transaction) }
            }
            return ((id, known == nil), Self.event(known == nil ? "generated" : "renewed", id))
        }
    }

    private static func insert(_ meeting: Meeting, from origin: Origin, _ transaction: Transaction) throws -> Identifier {
        let id = Identifier(at: origin.time), due = LookBackRules.due(endsAt: meeting.facts.endsAt)
        try transaction.execute(
            """
            INSERT INTO look_back (id, meeting, tomorrow, main, about_author, due, added_at)
            VALUES (\(id.description), \(meeting.id.description), '', '', '', \(due.description), \(origin.time))
            """)
        return id
    }

    private static func addPieces(_ items: [ProgrammeItem], to id: Identifier, from origin: Origin, _ transaction: Transaction) throws {
        let known = try LookBackRows.pieces(of: id, transaction)
        var number = known.count
        func add(_ item: ProgrammeItem, _ subgroup: Subgroup?) throws {
            guard !known.contains(where: { subgroup == nil ? $0.item == item.id && $0.subgroup == nil : $0.subgroup == subgroup?.id }) else { return }
            number += 1
            try transaction.execute(
                """
                INSERT INTO look_back_piece (id, look_back, number, item, subgroup, topic, asked, outcome, steps, works, works_not)
                VALUES (\(Identifier(at: origin.time).description), \(id.description), \(number), \(item.id.description), \(subgroup?.id.description),
                    \(subgroup?.facts.title ?? item.facts.title), \(subgroup?.facts.question ?? item.facts.text), '', '', '', '')
                """)
        }
        for item in items where item.facts.kind != .pause {
            if item.subgroups.isEmpty { try add(item, nil) }
            for subgroup in item.subgroups { try add(item, subgroup) }
        }
    }

    /// Puts questions under the main text. Raises the version, so that a form that was open meanwhile does not write over them.
    private static func addQuestions(_ questions: [String], to id: Identifier, _ transaction: Transaction) throws {
        guard !questions.isEmpty else { return }
        try transaction.execute("UPDATE look_back SET version = version WHERE id = \(id.description)")
        guard let before = try LookBackRows.lookBack(id, transaction)?.facts.main else { throw Fault.unknown }
        let main = RoomQuestions.add(questions, to: before)
        guard main != before else { return }
        try transaction.execute("UPDATE look_back SET main = \(main), version = version + 1 WHERE id = \(id.description)")
    }

    static func step(_ state: LookBack.State, _ id: Identifier, reason: String = "", from origin: Origin, _ transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO look_back_state (look_back, number, state, at, actor, reason)
            SELECT \(id.description), COALESCE(MAX(number), 0) + 1, \(state), \(origin.time), \(origin.person?.description), \(reason)
            FROM look_back_state WHERE look_back = \(id.description)
            """)
    }

    // MARK: Writing

    /// Writes what came of one part. The last leader who writes brings the whole to its next state.
    ///
    /// - Parameters:
    ///   - version: how often the part had been saved when the form was made
    ///   - isFacilitator: may write also after the parts were joined
    /// - Throws: ``Fault/unknown``, ``Fault/conflict``, ``Fault/notNow``, ``Fault/facts``
    package func write(
        _ text: LookBackPiece.Text, of piece: Identifier, in lookBack: Identifier, version: Int, isFacilitator: Bool, from origin: Origin
    ) async throws {
        guard LookBackRules.fits(text) else { throw Fault.facts }
        try await change(lookBack, "part-written", from: origin) { transaction, held in
            guard isFacilitator || held.takesPieces else { throw Fault.notNow }
            let pieces = try LookBackRows.pieces(of: lookBack, transaction)
            guard let before = pieces.first(where: { $0.id == piece }) else { throw Fault.unknown }
            guard before.version == version else { throw Fault.conflict }
            try transaction.execute(
                """
                UPDATE look_back_piece SET outcome = \(text.outcome), steps = \(text.steps), works = \(text.works), works_not = \(text.worksNot),
                    version = version + 1, written_at = \(origin.time), written_by = \(origin.person?.description) WHERE id = \(piece.description)
                """)
            let groups = pieces.filter { $0.subgroup != nil }
            let isWhole = !groups.isEmpty && groups.allSatisfy { $0.writtenAt != nil || $0.id == piece }
            if held.state == .generated && isWhole { try Self.step(.written, lookBack, from: origin, transaction) }
        }
    }

    /// Writes the whole: what one can do tomorrow, the main text, who wrote it.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/conflict``, ``Fault/facts``
    package func change(_ id: Identifier, to facts: LookBack.Facts, author: Identifier?, version: Int, from origin: Origin) async throws {
        guard LookBackRules.fits(facts) else { throw Fault.facts }
        try await change(id, "changed", from: origin) { transaction, held in
            guard held.version == version else { throw Fault.conflict }
            try transaction.execute(
                """
                UPDATE look_back SET tomorrow = \(facts.tomorrow), main = \(facts.main), about_author = \(facts.aboutAuthor),
                    author = \(author?.description), version = version + 1 WHERE id = \(id.description)
                """)
        }
    }

    /// Closes the parts for their leaders: from here the facilitator makes it one text.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/notNow``
    package func join(_ id: Identifier, from origin: Origin) async throws {
        try await change(id, "joined", from: origin) { transaction, held in
            guard held.takesPieces else { throw Fault.notNow }
            try Self.step(.joined, id, from: origin, transaction)
        }
    }

    // MARK: Figures, points and experiences

    package func addFigure(_ facts: LookBackFigure.Facts, to id: Identifier, from origin: Origin) async throws {
        try await change(id, "figure-added", from: origin) { transaction, _ in
            let number = try Self.nextNumber(id, transaction)
            try transaction.execute(
                """
                INSERT INTO look_back_figure (id, look_back, number, label, value, unit, period, source, day)
                VALUES (\(Identifier(at: origin.time).description), \(id.description), \(number), \(facts.label), \(facts.value), \(facts.unit),
                    \(facts.period), \(facts.source), \(facts.day))
                """)
        }
    }

    /// From the working text; editions keep it.
    package func removeFigure(_ figure: Identifier, of id: Identifier, from origin: Origin) async throws {
        try await change(id, "figure-removed", from: origin) { transaction, _ in
            let gone = try transaction.execute("DELETE FROM look_back_figure WHERE id = \(figure.description) AND look_back = \(id.description)")
            guard gone == 1 else { throw Fault.unknown }
        }
    }

    /// Adds a point of attention; readers see it with the next edition.
    @discardableResult
    package func addPoint(_ words: String, to id: Identifier, from origin: Origin) async throws -> Identifier {
        guard (1...LookBackRules.pointLimit).contains(words.unicodeScalars.count) else { throw Fault.facts }
        let point = Identifier(at: origin.time)
        try await change(id, "point-added", from: origin) { transaction, _ in
            let number = try Self.nextNumber(id, transaction)
            try transaction.execute(
                """
                INSERT INTO attention_point (id, look_back, number, words, added_at)
                VALUES (\(point.description), \(id.description), \(number), \(words), \(origin.time))
                """)
        }
        return point
    }

    /// Takes a point back. One that was public keeps its address and says that it was withdrawn.
    package func withdrawPoint(_ point: Identifier, of id: Identifier, from origin: Origin) async throws {
        try await change(id, "point-withdrawn", from: origin) { transaction, _ in
            let here: Query = "id = \(point.description) AND look_back = \(id.description)"
            let gone = try transaction.execute("DELETE FROM attention_point WHERE \(here) AND published_at IS NULL")
            if gone == 1 { return }
            let marked = try transaction.execute("UPDATE attention_point SET withdrawn_at = \(origin.time) WHERE \(here) AND withdrawn_at IS NULL")
            guard marked == 1 else { throw Fault.unknown }
        }
    }

    /// Keeps what a participant met with a method, with the look-back and with the method in one go (TER-04).
    func addExperience(_ draft: ExperienceForm.Draft, with method: String, to id: Identifier, from origin: Origin) async throws {
        try await change(id, "experience-added", from: origin) { transaction, _ in
            let experience = try ExperienceStore.insert(
                Event.Thing("method", method), place: draft.place, month: draft.month, result: draft.result, words: draft.words, from: origin, in: transaction)
            try transaction.execute("INSERT INTO look_back_experience (look_back, experience) VALUES (\(id.description), \(experience.description))")
        }
    }

    /// Never used twice, so that a number that was taken away stays away.
    private static func nextNumber(_ id: Identifier, _ transaction: Transaction) throws -> Int {
        let number = try transaction.first("UPDATE look_back SET last_number = last_number + 1 WHERE id = \(id.description) RETURNING last_number") {
            try $0.int(0)
        }
        guard let number else { throw Fault.unknown }
        return number
    }

    // MARK: All writes together

    /// Holds the look-back, writes, and leaves one event.
    func change(
        _ id: Identifier, _ action: String, from origin: Origin, _ body: @escaping @Sendable (Transaction, LookBack) throws -> Void
    ) async throws {
        try await journal.write(from: origin) { transaction in
            try transaction.execute("UPDATE look_back SET version = version WHERE id = \(id.description)")
            guard let held = try LookBackRows.lookBack(id, transaction) else { throw Fault.unknown }
            try body(transaction, held)
            return ((), Self.event(action, id))
        }
    }
}

extension ExperienceStore {
    /// The same as adding one, within a transaction that writes more.
    static func insert(
        _ thing: Event.Thing, place: String, month: Period, result: PracticeExperience.Result, words: String, from origin: Origin, in transaction: Transaction
    ) throws -> Identifier {
        let id = Identifier(at: origin.time)
        try transaction.execute(
            """
            INSERT INTO practice_experience (id, thing_kind, thing_id, person, place, month, result, words, added_at)
            VALUES (\(id.description), \(thing.kind), \(thing.id), \(origin.person?.description), \(place), \(month.description), \(result), \(words),
                \(origin.time))
            """)
        return id
    }
}
