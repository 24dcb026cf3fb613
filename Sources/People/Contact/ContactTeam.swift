import Core
import Mail
import SQL

// What the people who answer do with questions.
extension ContactStore {
    static let columns: Query =
        """
        id, thing_kind, thing_id, topic, name, mail, phone, language, subject, body, point, assigned, doubts, sent_at, promised_at, taken_by, taken_at,
            answered_at, closed_at
        """

    static func message(_ row: Row) throws -> ContactMessage {
        guard let id = Identifier(try row.string(0)), let mail = try? MailAddress(try row.string(5)) else {
            throw SQLError.value(column: "contact_message", "is not one")
        }
        let draft = ContactDraft(
            topic: try row.raw(3), name: try row.string(4), mail: mail, phone: try row.optionalString(6), subject: try row.string(8), body: try row.string(9),
            language: try row.raw(7))
        func identifier(_ place: Int) throws -> Identifier? { try row.optionalString(place).flatMap { Identifier($0) } }
        func time(_ place: Int) throws -> Int64? { try row.optionalInt(place).map(Int64.init) }
        return ContactMessage(
            id: id, thing: Event.Thing(try row.string(1), try row.string(2)), draft: draft, point: try identifier(10), assigned: try identifier(11),
            doubts: try row.string(12).split(separator: " ").compactMap { ContactSign(rawValue: String($0)) }, sentAt: Int64(try row.int(13)),
            promisedAt: Int64(try row.int(14)), takenBy: try identifier(15), takenAt: try time(16), answeredAt: try time(17), closedAt: try time(18))
    }

    /// The questions that someone may see, what is to be done first on top, then the newest.
    package func list(_ reach: ContactReach, _ filter: ContactFilter = .open, limit: Int = 200) async throws -> [ContactMessage] {
        let isDone = filter == .done
        var places: [Query] = []
        if reach.isAll { places.append("1 = 1") }
        if reach.isEverywhere { places.append("thing_kind = 'programme'") }
        if !reach.programmes.isEmpty { places.append("(thing_kind = 'programme' AND thing_id IN \(list: reach.programmes.map(\.description)))") }
        if let person = reach.person { places.append("assigned = \(person.description)") }
        guard !places.isEmpty else { return [] }
        let state: Query = isDone ? "(answered_at IS NOT NULL OR closed_at IS NOT NULL)" : "answered_at IS NULL AND closed_at IS NULL"
        let order: Query = isDone ? "id DESC" : "promised_at, id"
        let query: Query =
            """
            SELECT \(Self.columns) FROM contact_message WHERE \(state) AND (\(Query.join(places, with: " OR "))) ORDER BY \(order) LIMIT \(limit)
            """
        return try await database.read { try $0.all(query, Self.message) }
    }

    package func find(_ id: Identifier) async throws -> ContactMessage? {
        try await database.read { try $0.first("SELECT \(Self.columns) FROM contact_message WHERE id = \(id.description)", Self.message) }
    }

    /// What can be done with a question.
    package enum Step: String, Sendable, Hashable, CaseIterable {
        case take = "neem-mee"
        case answer = "beantwoord"
        case close = "sluit"
        case reopen = "heropen"
    }

    /// Takes a step with a question.
    ///
    /// - Throws: ``Fault/unknown`` where it is not in a state for that
    package func step(_ step: Step, _ id: Identifier, from origin: Origin) async throws {
        let now = origin.time, me = origin.person?.description
        let (changes, allowed, action): (Query, Query, String) =
            switch step {
            case .take:
                ("taken_by = \(me), taken_at = \(now)", "answered_at IS NULL AND closed_at IS NULL", "contact.taken")
            case .answer:
                (
                    "answered_at = \(now), taken_by = COALESCE(taken_by, \(me)), taken_at = COALESCE(taken_at, \(now))",
                    "answered_at IS NULL AND closed_at IS NULL", "contact.answered"
                )
            case .close: ("closed_at = \(now)", "closed_at IS NULL", "contact.closed")
            case .reopen: ("closed_at = NULL, answered_at = NULL", "(closed_at IS NOT NULL OR answered_at IS NOT NULL)", "contact.reopened")
            }
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute("UPDATE contact_message SET \(changes) WHERE id = \(id.description) AND \(allowed)")
            guard changed == 1 else { throw Fault.unknown }
            return ((), Self.event(action, id))
        }
    }

    /// Passes a question on to someone else here, with a mail to them.
    ///
    /// - Throws: ``Fault/unknown`` where they are not here, have no mail address, or it is done already
    package func pass(_ id: Identifier, to point: Identifier, at place: ContactPlace, from origin: Origin) async throws {
        guard let next = place.point(point), let mail = next.details.mail else { throw Fault.unknown }
        try await journal.write(from: origin) { transaction in
            let account = try PersonStore.open(mail, transaction)
            let message = try transaction.first(
                """
                UPDATE contact_message SET point = \(point.description), assigned = \(account?.id.description), taken_by = NULL, taken_at = NULL
                WHERE id = \(id.description) AND answered_at IS NULL AND closed_at IS NULL RETURNING \(Self.columns)
                """, Self.message)
            guard let message else { throw Fault.unknown }
            let mails = try mails(message, place, transaction)
            if let account {
                try tell([account], mails, from: origin, in: transaction)
            } else {
                try outbox.add(mails.question(to: next, in: try SettingsStore.look(transaction)?.language ?? .nl), from: origin, in: transaction)
            }
            return ((), Self.event("contact.passed", id, ["point": point.description]))
        }
    }

    // MARK: Going

    /// Takes a question out with all mail about it, because who asked wants that.
    ///
    /// - Throws: ``Fault/unknown``
    package func erase(_ id: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let key = try transaction.first("SELECT mail_key FROM contact_message WHERE id = \(id.description)") { try $0.string(0) }
            guard let key else { throw Fault.unknown }
            try transaction.execute("DELETE FROM contact_message WHERE id = \(id.description)")
            // What else they asked keeps its mail.
            let more = try transaction.first("SELECT 1 FROM contact_message WHERE mail_key = \(key)") { try $0.int(0) }
            let account = try transaction.first("SELECT 1 FROM person WHERE mail_key = \(key)") { try $0.int(0) }
            if more == nil && account == nil { try Outbox.forget(nil, mail: key, at: origin.time, in: transaction) }
            return ((), Self.event("contact.erased", id))
        }
    }

    /// Follows someone to another mail address: answers to what they asked go there, and questions to them too.
    static func move(from before: MailAddress, to mail: MailAddress, in transaction: Transaction) throws {
        for table in ["contact_message", "contact_point"] {
            try transaction.execute(
                "UPDATE \(identifier: table) SET mail = \(mail.description), mail_key = \(mail.key) WHERE mail_key = \(before.key)")
        }
    }

    /// Takes out someone who is erased: what they asked, and that they can be asked at the installation.
    static func forget(mail key: String, in transaction: Transaction) throws {
        try transaction.execute("DELETE FROM contact_message WHERE mail_key = \(key)")
        try transaction.execute("DELETE FROM contact_point WHERE mail_key = \(key)")
    }

    /// Takes away what is past its term.
    ///
    /// - Returns: how many
    static func forget(before now: Int64, in transaction: Transaction) throws -> Int {
        let done = now - RetentionTerm.questionsDone * RetentionTerm.day, open = now - RetentionTerm.questionsOpen * RetentionTerm.day
        return try transaction.execute("DELETE FROM contact_message WHERE COALESCE(closed_at, answered_at) < \(done) OR sent_at < \(open)")
    }

    /// What someone asked, by mail address, the newest first.
    package func asked(by mail: MailAddress) async throws -> [ContactMessage] {
        try await database.read {
            try $0.all("SELECT \(Self.columns) FROM contact_message WHERE mail_key = \(mail.key) ORDER BY id DESC", Self.message)
        }
    }

    // MARK: Whom to ask

    /// Whom to ask about a thing that has no list of its own, in the order they were added.
    package func points(of thing: Event.Thing) async throws -> [ContactPoint] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT id, kind, name, mail, phone, shows_mail, shows_phone FROM contact_point
                WHERE thing_kind = \(thing.kind) AND thing_id = \(thing.id) ORDER BY id
                """, ProgrammeStore.contact)
        }
    }

    /// Adds someone to ask.
    package func addPoint(_ details: ContactPoint.Details, to thing: Event.Thing, from origin: Origin) async throws {
        let id = Identifier(at: origin.time)
        try await journal.write(from: origin) { transaction in
            try transaction.execute(
                """
                INSERT INTO contact_point (id, thing_kind, thing_id, kind, name, mail, mail_key, phone, shows_mail, shows_phone, added_at)
                VALUES (\(id.description), \(thing.kind), \(thing.id), \(details.kind), \(details.name), \(details.mail?.description), \(details.mail?.key),
                    \(details.phone), \(details.showsMail ? 1 : 0), \(details.showsPhone ? 1 : 0), \(origin.time))
                """)
            return ((), Event("contact.point-added", Event.Thing("contact-point", id.description), details: ["about": thing.kind]))
        }
    }

    /// - Throws: ``Fault/unknown``
    package func removePoint(_ id: Identifier, of thing: Event.Thing, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let removed = try transaction.execute(
                "DELETE FROM contact_point WHERE id = \(id.description) AND thing_kind = \(thing.kind) AND thing_id = \(thing.id)")
            guard removed == 1 else { throw Fault.unknown }
            return ((), Event("contact.point-removed", Event.Thing("contact-point", id.description), details: ["about": thing.kind]))
        }
    }
}
