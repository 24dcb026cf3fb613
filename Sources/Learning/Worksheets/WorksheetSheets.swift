import Core
import People
import SQL

/// What people write on worksheets. Only its owner gets an unshared sheet out of the store: there is no list of them for anyone else.
extension WorksheetStore {
    // MARK: Owners

    /// Who writes, known by the place they have at the meeting.
    package struct Owner: Sendable, Hashable {
        package let registration: Identifier
        /// Who signed in, or has the account of the registration; nil for nobody.
        package let person: Identifier?

        package init(registration: Identifier, person: Identifier?) {
            self.registration = registration
            self.person = person
        }
    }

    /// The sheet of one of these registrations; nil where nothing was written.
    package func sheet(_ worksheet: Identifier, of registrations: [Identifier]) async throws -> FilledSheet? {
        try await database.read { reading in
            try Self.sheets(
                "worksheet = \(worksheet.description) AND registration IN \(list: registrations.map(\.description))", reading
            ).first
        }
    }

    /// Everything that someone wrote, the newest first, with its worksheet.
    package func sheets(of person: Identifier, tag: [UInt8]) async throws -> [(sheet: FilledSheet, worksheet: Worksheet)] {
        try await database.read { reading in
            let sheets = try Self.sheets("person = \(person.description) OR mail_key = \(tag)", reading)
            return try sheets.reversed().compactMap { sheet in
                try Self.worksheets("id = \(sheet.worksheet.description)", reading).first.map { (sheet, $0) }
            }
        }
    }

    /// Whether this account or address is registered for the meeting, or for another of its series.
    package func isOfCircle(_ meeting: Meeting, person: Identifier?, tag: [UInt8]) async throws -> Bool {
        try await database.read { reading in
            try reading.first(
                """
                SELECT 1 FROM registration JOIN meeting ON meeting.id = registration.meeting
                WHERE registration.standing = 'ingeschreven' AND (registration.person = \(person?.description) OR registration.mail_key = \(tag))
                    AND (meeting.id = \(meeting.id.description) OR meeting.part = \(meeting.part?.description))
                """
            ) { try $0.int(0) } != nil
        }
    }

    /// Those that were shared so, the oldest first.
    ///
    /// - Parameter sharing: as ``WorksheetPolicy/readable(by:)`` says; what nobody shared is never given
    package func shared(_ worksheet: Identifier, _ sharing: Set<Worksheet.Sharing>) async throws -> [FilledSheet] {
        let allowed = sharing.subtracting([.nobody]).map(\.rawValue).sorted()
        return try await database.read { try Self.sheets("worksheet = \(worksheet.description) AND sharing IN \(list: allowed)", $0) }
    }

    static func sheets(_ condition: Query, _ reading: Reading) throws -> [FilledSheet] {
        var answers: [String: [Int: String]] = [:]
        try reading.each(
            "SELECT sheet, number, body FROM worksheet_answer WHERE sheet IN (SELECT worksheet_sheet.id FROM worksheet_sheet WHERE \(condition))"
        ) { row in answers[try row.string(0), default: [:]][try row.int(1)] = try row.string(2) }
        return try reading.all(
            """
            SELECT id, worksheet, registration, person, sharing, shown_name, version, changed_at,
                (SELECT COUNT(*) FROM worksheet_question WHERE worksheet_question.worksheet = worksheet_sheet.worksheet) AS questions
            FROM worksheet_sheet WHERE \(condition) ORDER BY id
            """
        ) { row in
            let own = answers[try row.string(0)] ?? [:], count = try row.int(8)
            return FilledSheet(
                id: try row.identifier(0), worksheet: try row.identifier(1), registration: try row.identifier(2),
                person: try row.optionalString(3).flatMap { Identifier($0) }, answers: (0..<count).map { own[$0 + 1] ?? "" }, sharing: try row.raw(4),
                shownName: try row.string(5), version: try row.int(6), changedAt: Int64(try row.int(7)))
        }
    }

    // MARK: Writing

    /// Saves what someone wrote, as often as they like.
    ///
    /// - Parameters:
    ///   - answers: one for each question
    ///   - version: how often it had been saved when they began; another one throws ``Fault/conflict`` and changes nothing
    package func save(
        _ answers: [String], on worksheet: Identifier, by owner: Owner, version: Int, from origin: Origin
    ) async throws {
        let fresh = Identifier(at: origin.time)
        try await journal.write(from: origin) { transaction in
            let held = try Self.hold(worksheet, transaction)
            guard answers.count == held.facts.questions.count, answers.allSatisfy({ MeetingRules.fits($0, 0...WorksheetRules.answerLimit) }) else {
                throw Fault.facts
            }
            try Self.admit(owner, to: held, at: origin.time, transaction)
            try transaction.execute(
                """
                INSERT INTO worksheet_sheet (id, worksheet, registration, person, mail_key, sharing, shown_name, version, added_at, changed_at)
                SELECT \(fresh.description), \(worksheet.description), registration.id, COALESCE(registration.person, \(owner.person?.description)),
                    registration.mail_key, 'zelf', '', 0, \(origin.time), \(origin.time)
                FROM registration WHERE registration.id = \(owner.registration.description)
                ON CONFLICT (worksheet, registration) DO NOTHING
                """)
            let id = try transaction.first(
                """
                UPDATE worksheet_sheet SET version = version + 1, changed_at = \(origin.time), person = COALESCE(person, \(owner.person?.description))
                WHERE worksheet = \(worksheet.description) AND registration = \(owner.registration.description) AND version = \(version) RETURNING id
                """
            ) { try $0.string(0) }
            guard let id else { throw Fault.conflict }
            try transaction.execute("DELETE FROM worksheet_answer WHERE sheet = \(id)")
            for (index, answer) in answers.enumerated() where !answer.isEmpty {
                try transaction.execute("INSERT INTO worksheet_answer (sheet, number, body) VALUES (\(id), \(index + 1), \(answer))")
            }
            // An empty sheet says nothing to anyone.
            if answers.allSatisfy(\.isEmpty) { try transaction.execute("UPDATE worksheet_sheet SET sharing = 'zelf', shown_name = '' WHERE id = \(id)") }
            return ((), Self.event("worksheet.filled", worksheet))
        }
    }

    /// Who has a place writes from just before the start; who wrote before can go on, also when the place is gone.
    private static func admit(_ owner: Owner, to worksheet: Worksheet, at now: Int64, _ reading: Reading) throws {
        let standing = try reading.first(
            "SELECT standing FROM registration WHERE id = \(owner.registration.description) AND meeting = \(worksheet.meeting.description)"
        ) { try $0.raw(0, as: RegistrationStanding.self) }
        guard let standing, let door = try MeetingDoor.find(worksheet.meeting, reading) else { throw Fault.unknown }
        let hasSheet = try reading.first(
            "SELECT 1 FROM worksheet_sheet WHERE worksheet = \(worksheet.id.description) AND registration = \(owner.registration.description)"
        ) { try $0.int(0) }
        guard hasSheet == nil else { return }
        guard standing == .registered else { throw Fault.unknown }
        guard now >= WorksheetRules.opensAt(door.facts), !door.isCancelled else { throw Fault.notNow }
    }

    /// Shares one's own sheet, or takes it back with ``Worksheet/Sharing/nobody``.
    ///
    /// - Parameter name: under which it is shared; nil for none
    package func share(
        _ worksheet: Identifier, by owner: Owner, with sharing: Worksheet.Sharing, name: String?, from origin: Origin
    ) async throws {
        try await journal.write(from: origin) { transaction in
            _ = try Self.hold(worksheet, transaction)
            let found = try Self.sheets(
                "worksheet = \(worksheet.description) AND registration = \(owner.registration.description)", transaction
            ).first
            guard let found else { throw Fault.unknown }
            if sharing != .nobody && found.isEmpty { throw Fault.empty }
            // The proof of a mail can be passed on; what everyone reads is said by someone who signed in.
            if sharing == .everyone && (origin.person == nil || owner.person == nil) { throw Fault.signIn }
            let shown = sharing == .nobody ? "" : String(String.UnicodeScalarView((name ?? "").unicodeScalars.prefix(200)))
            try transaction.execute(
                """
                UPDATE worksheet_sheet SET sharing = \(sharing), shown_name = \(shown), person = COALESCE(person, \(owner.person?.description))
                WHERE id = \(found.id.description)
                """)
            return ((), Self.event(sharing == .nobody ? "worksheet.taken-back" : "worksheet.shared", worksheet))
        }
    }
}
