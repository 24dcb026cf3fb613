import Core
import Mail
import SQL

/// A programme with everything below it, as pages need it.
package struct ProgrammeOutline: Sendable {
    package let programme: Programme
    /// By number within each place.
    package let parts: [ProgrammePart]
    package let involvements: [Involvement]
    package let contacts: [ProgrammeContact]

    package func part(_ id: Identifier) -> ProgrammePart? { parts.first { $0.id == id } }

    /// What hangs directly below a part, or below the programme itself.
    package func parts(below parent: Identifier?) -> [ProgrammePart] { parts.filter { $0.parent == parent } }

    /// From the track down to the part itself: the way of the breadcrumbs.
    package func lineage(of part: ProgrammePart) -> [ProgrammePart] {
        var line = [part]
        // A part hangs below one that was there before it, so this ends; the count is for a database that someone changed by hand.
        while let parent = line.first?.parent.flatMap({ self.part($0) }), line.count < parts.count { line.insert(parent, at: 0) }
        return line
    }
}

// MARK: Parts

extension ProgrammeStore {
    /// Adds a part below another, or a track below the programme itself; the last in its place.
    ///
    /// - Throws: ``Fault/wrongParent``, ``Fault/unknown``
    @discardableResult
    package func addPart(
        _ kind: ProgrammePart.Kind, name: String, purpose: String, below parent: Identifier?, in programme: Identifier, from origin: Origin
    ) async throws -> ProgrammePart {
        try await journal.write(from: origin) { transaction in
            try Self.hold(programme: programme, transaction)
            let parts = try Self.parts(of: programme, transaction)
            guard Self.fits(kind, below: parent, parts) else { throw Fault.wrongParent }
            let number = (parts.filter { $0.parent == parent }.map(\.number).max() ?? 0) + 1
            let part = ProgrammePart(
                id: Identifier(at: origin.time), programme: programme, parent: parent, kind: kind, number: number, name: name, purpose: purpose, endedAt: nil)
            try Self.insert(part, at: origin.time, in: transaction)
            return (part, Self.event("programme.part-added", programme, ["part": part.id.description, "kind": kind.rawValue]))
        }
    }

    private static func fits(_ kind: ProgrammePart.Kind, below parent: Identifier?, _ parts: [ProgrammePart]) -> Bool {
        guard let parent else { return kind.above.isEmpty }
        return parts.contains { $0.id == parent && $0.endedAt == nil && kind.above.contains($0.kind) }
    }

    /// Changes nothing, but holds the programme: who adds to it at the same moment waits, and sees this.
    static func hold(programme: Identifier, _ transaction: Transaction) throws {
        guard try transaction.execute("UPDATE programme SET added_at = added_at WHERE id = \(programme.description)") == 1 else { throw Fault.unknown }
    }

    static func insert(_ part: ProgrammePart, at now: Int64, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO programme_part (id, programme, parent, kind, number, name, purpose, added_at)
            VALUES (\(part.id.description), \(part.programme.description), \(part.parent?.description), \(part.kind), \(part.number), \(part.name),
                \(part.purpose), \(now))
            """)
    }

    /// Gives a part another name, purpose and place among those beside it.
    ///
    /// - Throws: ``Fault/unknown``
    package func changePart(
        _ part: Identifier, name: String, purpose: String, number: Int, in programme: Identifier, from origin: Origin
    ) async throws {
        try await journal.write(from: origin) { transaction in
            let changed = try transaction.execute(
                """
                UPDATE programme_part SET name = \(name), purpose = \(purpose), number = \(number)
                WHERE id = \(part.description) AND programme = \(programme.description)
                """)
            guard changed == 1 else { throw Fault.unknown }
            return ((), Self.event("programme.part-changed", programme, ["part": part.description]))
        }
    }

    /// Ends a part below which nothing runs any more, or lets it go on.
    ///
    /// - Throws: ``Fault/unknown``, ``Fault/hasParts``, ``Fault/wrongParent`` where the part above it has ended
    package func setPartEnded(_ isEnded: Bool, _ part: Identifier, in programme: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(programme: programme, transaction)
            let parts = try Self.parts(of: programme, transaction)
            guard let known = parts.first(where: { $0.id == part && ($0.endedAt == nil) == isEnded }) else { throw Fault.unknown }
            if isEnded, parts.contains(where: { $0.parent == part && $0.endedAt == nil }) { throw Fault.hasParts }
            if !isEnded, parts.contains(where: { $0.id == known.parent && $0.endedAt != nil }) { throw Fault.wrongParent }
            let end: Int64? = isEnded ? origin.time : nil
            try transaction.execute("UPDATE programme_part SET ended_at = \(end) WHERE id = \(part.description)")
            return ((), Self.event(isEnded ? "programme.part-ended" : "programme.part-resumed", programme, ["part": part.description]))
        }
    }

    /// - Parameter programme: nil for those of all programmes
    static func parts(of programme: Identifier?, _ reading: Reading) throws -> [ProgrammePart] {
        let condition: Query = programme.map { "programme = \($0.description)" } ?? "TRUE"
        let query: Query = "SELECT id, programme, parent, kind, number, name, purpose, ended_at FROM programme_part WHERE \(condition) ORDER BY number, id"
        return try reading.all(query) { row in
            guard let id = Identifier(try row.string(0)), let programme = Identifier(try row.string(1)) else {
                throw SQLError.value(column: "programme_part", "is not one")
            }
            return ProgrammePart(
                id: id, programme: programme, parent: try row.optionalString(2).flatMap { Identifier($0) }, kind: try row.raw(3), number: try row.int(4),
                name: try row.string(5), purpose: try row.string(6), endedAt: try row.optionalInt(7).map(Int64.init))
        }
    }
}

// MARK: Organisations

extension ProgrammeStore {
    /// Notes that an organisation takes part.
    ///
    /// - Parameter part: nil for the whole programme
    /// - Throws: ``Fault``
    package func involve(
        _ organisation: Identifier, as capacity: Involvement.Capacity, in programme: Identifier, part: Identifier? = nil, from origin: Origin
    ) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(programme: programme, transaction)
            if let part, try !Self.parts(of: programme, transaction).contains(where: { $0.id == part }) { throw Fault.unknown }
            try Self.hold(organisation, transaction)
            let id = Identifier(at: origin.time)
            let added = try transaction.execute(
                """
                INSERT INTO programme_organisation (id, programme, part, organisation, capacity)
                VALUES (\(id.description), \(programme.description), \(part?.description), \(organisation.description), \(capacity)) ON CONFLICT DO NOTHING
                """)
            guard added == 1 else { throw Fault.involvedAlready }
            return ((), Self.event("programme.organisation-added", programme, ["organisation": organisation.description, "capacity": capacity.rawValue]))
        }
    }

    /// Takes an organisation away again.
    ///
    /// - Throws: ``Fault/unknown``
    package func release(_ involvement: Identifier, in programme: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let found = try transaction.first(
                "SELECT organisation FROM programme_organisation WHERE id = \(involvement.description) AND programme = \(programme.description)"
            ) { try $0.string(0) }
            guard let found else { throw Fault.unknown }
            try transaction.execute("DELETE FROM programme_organisation WHERE id = \(involvement.description)")
            return ((), Self.event("programme.organisation-removed", programme, ["organisation": found]))
        }
    }

    static func involvements(in programme: Identifier, _ reading: Reading) throws -> [Involvement] {
        try reading.all(
            "SELECT id, part, organisation, capacity FROM programme_organisation WHERE programme = \(programme.description) ORDER BY id", involvement)
    }

    private static func involvement(_ row: Row) throws -> Involvement {
        guard let id = Identifier(try row.string(0)), let organisation = Identifier(try row.string(2)) else {
            throw SQLError.value(column: "programme_organisation", "is not one")
        }
        return Involvement(id: id, part: try row.optionalString(1).flatMap { Identifier($0) }, organisation: organisation, capacity: try row.raw(3))
    }

    /// Every programme with what hangs below it, but for whom to ask: in four questions, however many there are. By name.
    package func outlines() async throws -> [ProgrammeOutline] {
        let programmes = try await list()
        return try await database.read { reading in
            let parts = Dictionary(grouping: try Self.parts(of: nil, reading), by: \.programme)
            var involvements: [String: [Involvement]] = [:]
            try reading.each("SELECT id, part, organisation, capacity, programme FROM programme_organisation ORDER BY id") { row in
                involvements[try row.string(4), default: []].append(try Self.involvement(row))
            }
            return programmes.map { programme in
                ProgrammeOutline(
                    programme: programme, parts: parts[programme.id] ?? [], involvements: involvements[programme.id.description] ?? [], contacts: [])
            }
        }
    }
}

// MARK: Contact

extension ProgrammeStore {
    /// Adds someone to ask.
    ///
    /// - Throws: ``Fault/unknown``
    package func addContact(_ details: ProgrammeContact.Details, to programme: Identifier, from origin: Origin) async throws {
        let id = Identifier(at: origin.time)
        try await journal.write(from: origin) { transaction in
            try Self.hold(programme: programme, transaction)
            try transaction.execute(
                """
                INSERT INTO programme_contact (id, programme, kind, name, mail, mail_key, phone, shows_mail, shows_phone, added_at)
                VALUES (\(id.description), \(programme.description), \(details.kind), \(details.name), \(details.mail?.description), \(details.mail?.key),
                    \(details.phone), \(details.showsMail ? 1 : 0), \(details.showsPhone ? 1 : 0), \(origin.time))
                """)
            return ((), Self.event("programme.contact-added", programme, ["contact": id.description]))
        }
    }

    /// - Throws: ``Fault/unknown``
    package func removeContact(_ contact: Identifier, of programme: Identifier, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            let removed = try transaction.execute(
                "DELETE FROM programme_contact WHERE id = \(contact.description) AND programme = \(programme.description)")
            guard removed == 1 else { throw Fault.unknown }
            return ((), Self.event("programme.contact-removed", programme, ["contact": contact.description]))
        }
    }

    static func contacts(of programme: Identifier, _ reading: Reading) throws -> [ProgrammeContact] {
        try reading.all(
            """
            SELECT id, kind, name, mail, phone, shows_mail, shows_phone FROM programme_contact WHERE programme = \(programme.description) ORDER BY id
            """, contact)
    }

    /// Also for those of other things: the columns from kind on are the same.
    static func contact(_ row: Row) throws -> ProgrammeContact {
        guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "id", "is not one") }
        let details = ProgrammeContact.Details(
            kind: try row.raw(1), name: try row.string(2), mail: try row.optionalString(3).flatMap { try? MailAddress($0) },
            phone: try row.optionalString(4), showsMail: try row.int(5) == 1, showsPhone: try row.int(6) == 1)
        return ProgrammeContact(id: id, details: details)
    }

    /// The programmes that name someone as contact, by mail address.
    package func contacts(withMail mail: MailAddress) async throws -> [String] {
        try await database.read { reading in
            try reading.all(
                """
                SELECT DISTINCT programme.name FROM programme_contact JOIN programme ON programme.id = programme_contact.programme
                WHERE mail_key = \(mail.key) ORDER BY programme.name
                """
            ) { try $0.string(0) }
        }
    }

    /// Follows someone to another mail address.
    static func moveContacts(from before: MailAddress, to mail: MailAddress, in transaction: Transaction) throws {
        try transaction.execute(
            "UPDATE programme_contact SET mail = \(mail.description), mail_key = \(mail.key) WHERE mail_key = \(before.key)")
    }

    /// Takes out someone who is erased: contacts with their address, and those with their name and no address.
    static func forgetContacts(of person: String, in transaction: Transaction) throws {
        try transaction.execute(
            """
            DELETE FROM programme_contact WHERE mail_key = (SELECT mail_key FROM person WHERE id = \(person))
                OR (mail_key IS NULL AND name = (SELECT name FROM person WHERE id = \(person)))
            """)
    }
}
