import Core
import Pictures
import SQL

/// Reads and writes which files belong to what. The only writer of `attachment` and `attachment_thumbnail`.
package struct AttachmentStore: Sendable {
    let database: Database
    let journal: Journal

    package init(_ database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    private static let columns: Query = "id, thing_kind, thing_id, person, name, kind, alt, digest, size, width, height, added_at"

    // MARK: Reading

    package func find(_ id: Identifier) async throws -> Attachment? {
        try await database.read { reading in try Self.select("id = \(id.description)", reading).first }
    }

    /// A file of this person that waits for a form.
    ///
    /// - Parameter person: nil for a visitor
    package func waiting(_ id: Identifier, of person: Identifier?, at now: Int64) async throws -> Attachment? {
        try await database.read { reading in try Self.select("id = \(id.description) AND \(Self.sent(by: person)) AND waits_until > \(now)", reading).first }
    }

    private static func sent(by person: Identifier?) -> Query { person.map { "person = \($0.description)" } ?? "person IS NULL" }

    /// The files of many things of one kind, by the identifier of the thing.
    ///
    /// - Parameter things: a question that answers their identifiers
    package static func files(of kind: String, in things: Query, _ reading: Reading) throws -> [String: [Attachment]] {
        Dictionary(grouping: try select("thing_kind = \(kind) AND thing_id IN (\(things))", reading)) { $0.thing?.id ?? "" }
    }

    /// The files of a thing, the oldest first.
    package func files(of thing: Event.Thing) async throws -> [Attachment] {
        try await database.read { reading in try Self.select("thing_kind = \(thing.kind) AND thing_id = \(thing.id)", reading) }
    }

    /// All that someone sent, the oldest first.
    package func files(by person: Identifier) async throws -> [Attachment] {
        try await database.read { reading in try Self.select("person = \(person.description)", reading) }
    }

    /// Every digest that some file has.
    package func digests() async throws -> Set<String> {
        try await database.read { reading in Set(try Self.digests(reading).keys) }
    }

    /// Every digest with the size it should have.
    package static func digests(_ reading: Reading) throws -> [String: Int] {
        let all: Query = "SELECT digest, size FROM attachment UNION SELECT digest, size FROM attachment_thumbnail"
        return Dictionary(try reading.all(all) { (try $0.string(0), try $0.int(1)) }, uniquingKeysWith: { first, _ in first })
    }

    package func isUsed(_ digest: String) async throws -> Bool {
        try await database.read { reading in
            try reading.first(
                """
                SELECT 1 FROM attachment WHERE digest = \(digest) UNION ALL SELECT 1 FROM attachment_thumbnail WHERE digest = \(digest) LIMIT 1
                """
            ) { try $0.int(0) } != nil
        }
    }

    private static func select(_ condition: Query, _ reading: Reading) throws -> [Attachment] {
        let found = try reading.all("SELECT \(columns) FROM attachment WHERE \(condition) ORDER BY id", attachment)
        guard found.contains(where: { $0.dimensions != nil }) else { return found }
        var small: [String: [Attachment.Thumbnail]] = [:]
        let ids = found.map(\.id.description)
        try reading.each("SELECT attachment, width, height, digest, size FROM attachment_thumbnail WHERE attachment IN \(list: ids) ORDER BY width") { row in
            let thumbnail = Attachment.Thumbnail(
                dimensions: Attachment.Dimensions(width: try row.int(1), height: try row.int(2)),
                file: StoredFile(digest: try row.string(3), size: try row.int(4)))
            small[try row.string(0), default: []].append(thumbnail)
        }
        return found.map { $0.with(small[$0.id.description] ?? []) }
    }

    private static func attachment(_ row: Row) throws -> Attachment {
        guard let id = Identifier(try row.string(0)) else { throw SQLError.value(column: "attachment", "is not an identifier") }
        var thing: Event.Thing?
        if let kind = try row.optionalString(1), let key = try row.optionalString(2) { thing = Event.Thing(kind, key) }
        var dimensions: Attachment.Dimensions?
        if let width = try row.optionalInt(9), let height = try row.optionalInt(10) { dimensions = Attachment.Dimensions(width: width, height: height) }
        return Attachment(
            id: id, thing: thing, person: try row.optionalString(3).flatMap { Identifier($0) }, name: try row.string(4), kind: try row.raw(5),
            alt: try row.string(6), file: StoredFile(digest: try row.string(7), size: try row.int(8)), dimensions: dimensions, thumbnails: [],
            addedAt: Int64(try row.int(11)))
    }

    // MARK: Writing

    /// A new file that waits for a form. The bytes are in the folder already.
    ///
    /// - Throws: ``UploadFault/personFull``, ``UploadFault/tooManyWaiting``
    func stage(_ attachment: Attachment, until end: Int64, limits: AttachmentLimits, from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.hold(transaction)
            let person = attachment.person?.description
            try Self.checkRoom(for: attachment, limits, at: origin.time, transaction)
            try transaction.execute(
                """
                INSERT INTO attachment (id, person, name, kind, alt, digest, size, width, height, added_at, waits_until)
                VALUES (\(attachment.id.description), \(person), \(attachment.name), \(attachment.kind), '', \(attachment.file.digest),
                    \(attachment.file.size), \(attachment.dimensions?.width), \(attachment.dimensions?.height), \(attachment.addedAt), \(end))
                """)
            for small in attachment.thumbnails {
                try transaction.execute(
                    """
                    INSERT INTO attachment_thumbnail (attachment, width, height, digest, size)
                    VALUES (\(attachment.id.description), \(small.dimensions.width), \(small.dimensions.height), \(small.file.digest), \(small.file.size))
                    """)
            }
            let details = ["kind": attachment.kind.rawValue, "size": String(attachment.file.size)]
            return ((), Event("file.sent", Event.Thing("file", attachment.id.description), details: details))
        }
    }

    private static func checkRoom(for file: Attachment, _ limits: AttachmentLimits, at now: Int64, _ transaction: Transaction) throws {
        let waiting = try count("\(sent(by: file.person)) AND waits_until > \(now)", transaction).files
        guard let person = file.person?.description else {
            guard waiting < limits.waitingOfVisitors else { throw UploadFault.tooManyWaiting }
            return
        }
        let open = try transaction.first("SELECT 1 FROM person WHERE id = \(person) AND closed_at IS NULL") { try $0.int(0) }
        guard open != nil else { throw UploadFault.gone }
        guard waiting < limits.waiting else { throw UploadFault.tooManyWaiting }
        guard try count("person = \(person)", transaction).bytes + file.file.size <= limits.bytesOfPerson else { throw UploadFault.personFull }
    }

    /// Gives a file that waits to a thing.
    ///
    /// - Parameter alt: what a picture shows; no matter for other kinds
    /// - Throws: ``UploadFault/gone``, ``UploadFault/altMissing``, ``UploadFault/thingFull``
    package func attach(_ id: Identifier, to thing: Event.Thing, alt: String, limits: AttachmentLimits = AttachmentLimits(), from origin: Origin) async throws {
        try await journal.write(from: origin) { transaction in
            try Self.attach(id, to: thing, alt: alt, of: origin.person, limits: limits, at: origin.time, in: transaction)
            let details = ["thing": thing.kind, "thing-id": thing.id]
            return ((), Event("file.added", Event.Thing("file", id.description), details: details))
        }
    }

    /// As ``attach(_:to:alt:limits:from:)``, in the transaction of a write whose event tells of it.
    package static func attach(
        _ id: Identifier, to thing: Event.Thing, alt: String, of person: Identifier?, limits: AttachmentLimits = AttachmentLimits(), at now: Int64,
        in transaction: Transaction
    ) throws {
        try hold(transaction)
        let mine: Query = "id = \(id.description) AND \(sent(by: person)) AND waits_until > \(now)"
        guard let file = try select(mine, transaction).first else { throw UploadFault.gone }
        guard file.dimensions == nil || !alt.isEmpty else { throw UploadFault.altMissing }
        let there = try count("thing_kind = \(thing.kind) AND thing_id = \(thing.id)", transaction)
        guard there.files < limits.filesOfThing, there.bytes + file.file.size <= limits.bytesOfThing else { throw UploadFault.thingFull }
        try transaction.execute(
            """
            UPDATE attachment SET thing_kind = \(thing.kind), thing_id = \(thing.id), alt = \(file.dimensions == nil ? "" : alt), waits_until = NULL
            WHERE id = \(id.description)
            """)
    }

    /// Changes what a picture is said to show, in the transaction of a write whose event tells of it.
    package static func describe(_ id: Identifier, as alt: String, in transaction: Transaction) throws {
        guard !alt.isEmpty else { throw UploadFault.altMissing }
        try transaction.execute("UPDATE attachment SET alt = \(alt) WHERE id = \(id.description) AND width IS NOT NULL")
    }

    /// - Returns: the digests it had
    /// - Throws: ``UploadFault/gone``
    func remove(_ id: Identifier, from origin: Origin) async throws -> Set<String> {
        try await journal.write(from: origin) { transaction in
            let digests = try Self.remove("id = \(id.description)", in: transaction)
            guard !digests.isEmpty else { throw UploadFault.gone }
            return (digests, Event("file.removed", Event.Thing("file", id.description)))
        }
    }

    /// Takes away what waited too long.
    static func forget(before now: Int64, in transaction: Transaction) throws -> Int {
        let late: Query = "waits_until <= \(now)"
        let count = try count(late, transaction).files
        _ = try remove(late, in: transaction)
        return count
    }

    /// Takes out someone who is erased: what waits and what belongs to them goes; what belongs to other things stays, without their name in it.
    static func forget(_ person: String, in transaction: Transaction) throws {
        _ = try remove("(person = \(person) AND thing_kind IS NULL) OR (thing_kind = 'person' AND thing_id = \(person))", in: transaction)
        for file in try select("person = \(person)", transaction) {
            try transaction.execute("UPDATE attachment SET person = NULL, name = \(Attachment.bareName(file.name)) WHERE id = \(file.id.description)")
        }
    }

    /// Takes away what had one of these digests.
    package static func forget(files digests: [String], in transaction: Transaction) throws {
        guard !digests.isEmpty else { return }
        let small: Query = "SELECT attachment FROM attachment_thumbnail WHERE digest IN \(list: digests)"
        _ = try remove("digest IN \(list: digests) OR id IN (\(small))", in: transaction)
    }

    /// Takes away a file of a thing, in the transaction of a write whose event tells of it.
    ///
    /// - Returns: the digests it had
    static func remove(_ id: Identifier, of thing: Event.Thing, in transaction: Transaction) throws -> Set<String> {
        try remove("id = \(id.description) AND thing_kind = \(thing.kind) AND thing_id = \(thing.id)", in: transaction)
    }

    /// Takes away all files of a thing, in the transaction of a write whose event tells of it.
    ///
    /// - Returns: the digests they had: for ``AttachmentDesk/destroy(_:)`` after the transaction
    @discardableResult
    package static func removeAll(of thing: Event.Thing, in transaction: Transaction) throws -> Set<String> {
        try remove("thing_kind = \(thing.kind) AND thing_id = \(thing.id)", in: transaction)
    }

    private static func remove(_ condition: Query, in transaction: Transaction) throws -> Set<String> {
        try hold(transaction)
        let going = try select(condition, transaction)
        for file in going {
            try transaction.execute("DELETE FROM attachment_thumbnail WHERE attachment = \(file.id.description)")
            try transaction.execute("DELETE FROM attachment WHERE id = \(file.id.description)")
        }
        return Set(going.flatMap(\.digests))
    }

    /// Until the end of this transaction nobody else writes an event, so nobody adds a file: what is counted stays so.
    ///
    /// Before any row of files, always: who waits for the journal holds none of them, so nobody waits for each other.
    static func hold(_ transaction: Transaction) throws { try transaction.execute("UPDATE journal_head SET number = number WHERE id = 1") }

    private static func count(_ condition: Query, _ reading: Reading) throws -> (files: Int, bytes: Int) {
        let found = try reading.first("SELECT COUNT(*), CAST(COALESCE(SUM(size), 0) AS BIGINT) FROM attachment WHERE \(condition)") {
            (try $0.int(0), try $0.int(1))
        }
        return found ?? (0, 0)
    }
}

extension Attachment {
    fileprivate func with(_ thumbnails: [Thumbnail]) -> Attachment {
        Attachment(
            id: id, thing: thing, person: person, name: name, kind: kind, alt: alt, file: file, dimensions: dimensions, thumbnails: thumbnails, addedAt: addedAt
        )
    }
}
