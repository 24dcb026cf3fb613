import Areas
import Core
import SQL
import Transfer

/// Reads and writes own tables and custom areas. The only writer of the tables whose names begin with `own_`.
package struct OwnStore: Sendable {
    private let database: Database

    package init(_ database: Database) {
        self.database = database
    }

    /// What judging a release needs, as it was at one moment.
    struct State: Sendable {
        let version: Int64
        /// 16 bytes; made at the first import and never changed: other bytes would round the same cell anew.
        let roundingKey: [UInt8]
        let areas: [CustomArea]
    }

    /// Changes with every import of own data and every custom area.
    func version() async throws -> Int64 {
        try await database.read { reading in try reading.first("SELECT COALESCE(MAX(version), 0) FROM own_state") { Int64(try $0.int(0)) } ?? 0 }
    }

    func state() async throws -> State {
        try await database.write { transaction in
            try transaction.execute(
                "INSERT INTO own_state (id, version, rounding_key) VALUES (1, 0, \(Digest.randomBytes(16))) ON CONFLICT (id) DO NOTHING")
            let areas = try Self.areas(transaction)
            return try transaction.first("SELECT version, rounding_key FROM own_state WHERE id = 1") { row in
                State(version: Int64(try row.int(0)), roundingKey: try row.bytes(1), areas: areas)
            } ?? State(version: 0, roundingKey: [], areas: areas)
        }
    }

    /// Writes when nobody else wrote since the state was read.
    ///
    /// - Returns: false when somebody did; nothing is changed then
    func write(after state: State, _ body: @escaping @Sendable (Transaction) throws -> Void) async throws -> Bool {
        try await database.write { transaction in
            guard try transaction.execute("UPDATE own_state SET version = version + 1 WHERE id = 1 AND version = \(state.version)") == 1 else { return false }
            try body(transaction)
            return true
        }
    }

    // MARK: Tables

    private static let columns: Query = """
        id, own_table, number, title_nl, title_en, period, source, level, of_records, boundary_year, threshold, row_count, digest, imported_at, categories, codes
        """

    /// All revisions, the newest of each key first.
    package func revisions(of key: String? = nil) async throws -> [OwnRevision] {
        try await database.read { reading in
            if let key {
                return try reading.all("SELECT \(Self.columns) FROM own_revision WHERE own_table = \(key) ORDER BY number DESC", Self.revision)
            }
            return try reading.all("SELECT \(Self.columns) FROM own_revision ORDER BY own_table, number DESC", Self.revision)
        }
    }

    /// The newest revision of every key, by key.
    package func newest() async throws -> [OwnRevision] {
        var seen: Set<String> = []
        return try await revisions().filter { seen.insert($0.key).inserted }
    }

    /// The revision in force with what may be shown; nil when there is no such table.
    package func table(_ key: String) async throws -> OwnTable? {
        try await database.read { reading in
            let query: Query = "SELECT \(Self.columns) FROM own_revision WHERE own_table = \(key) ORDER BY number DESC LIMIT 1"
            guard let revision = try reading.first(query, Self.revision) else { return nil }
            return OwnTable(revision: revision, cells: try Self.cells(of: revision.id, reading))
        }
    }

    /// A revision with what may be shown of it.
    func table(for revision: OwnRevision) async throws -> OwnTable {
        OwnTable(revision: revision, cells: try await database.read { try Self.cells(of: revision.id, $0) })
    }

    private static func revision(_ row: Row) throws -> OwnRevision {
        OwnRevision(
            id: Int64(try row.int(0)), key: try row.string(1), number: try row.int(2), title: Localized(nl: try row.string(3), en: try row.string(4)),
            period: try row.value(5), source: try row.string(6), level: try row.raw(7), isOfRecords: try row.int(8) == 1, boundaryYear: try row.int(9),
            threshold: try row.int(10), rows: try row.int(11), digest: try row.string(12), importedAt: Int64(try row.int(13)),
            categories: try row.string(14).split(separator: "\n").map(String.init), leaves: CodeList.decode(try row.bytes(15)))
    }

    private static func cells(of revision: Int64, _ reading: Reading) throws -> [OwnPlace: [Int: OwnCell]] {
        var found: [OwnPlace: [Int: OwnCell]] = [:]
        try reading.each("SELECT place, category, shown, of_number FROM own_cell WHERE revision = \(revision)") { row in
            guard let place = OwnPlace(try row.string(0)) else { return }
            found[place, default: [:]][try row.int(1)] = OwnCell(shown: try row.optionalInt(2), number: try row.optionalInt(3))
        }
        return found
    }

    /// The counts of a revision, on the smallest areas and categories given; what it does not have is 0.
    func atoms(of revision: OwnRevision, leaves: [AreaCode], categories: [String]) async throws -> [[Int]] {
        let places = Dictionary(leaves.enumerated().map { ($1.description, $0) }, uniquingKeysWith: { first, _ in first })
        let names = revision.categories
        return try await database.read { reading in
            var atoms = [[Int]](repeating: [Int](repeating: 0, count: max(1, categories.count)), count: leaves.count)
            try reading.each("SELECT area, category, count FROM own_count WHERE revision = \(revision.id)") { row in
                guard let leaf = places[try row.string(0)] else { return }
                let index = try row.int(1)
                let column = names.isEmpty ? 0 : names.indices.contains(index) ? categories.firstIndex(of: names[index]) : nil
                if let column { atoms[leaf][column] = try row.int(2) }
            }
            return atoms
        }
    }

    static func insert(_ revision: OwnRevision, atoms: [[Int]], in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO own_revision (id, own_table, number, title_nl, title_en, period, source, level, of_records, boundary_year, threshold, row_count,
                digest, imported_at, categories, codes)
            VALUES (\(revision.id), \(revision.key), \(revision.number), \(revision.title.nl), \(revision.title.en), \(revision.period), \(revision.source),
                \(revision.level), \(revision.isOfRecords ? 1 : 0), \(revision.boundaryYear), \(revision.threshold), \(revision.rows), \(revision.digest),
                \(revision.importedAt), \(revision.categories.joined(separator: "\n")), \(CodeList.encode(revision.leaves)))
            """)
        let rows = zip(revision.leaves, atoms).flatMap { code, counts in
            counts.enumerated().filter { $0.element > 0 }.map { category, count -> [Value] in
                [.integer(revision.id), .text(code.description), .integer(Int64(category)), .integer(Int64(count))]
            }
        }
        try transaction.insert(into: "own_count", columns: ["revision", "area", "category", "count"], rows: rows)
    }

    static func insert(_ cells: [OwnPlace: [Int: OwnCell]], revision: Int64, in transaction: Transaction) throws {
        let rows = cells.sorted { $0.key.text < $1.key.text }.flatMap { place, columns in
            columns.sorted { $0.key < $1.key }.map { column, cell -> [Value] in
                [
                    .integer(revision), .text(place.text), .integer(Int64(column)), cell.shown.map { .integer(Int64($0)) } ?? .null,
                    cell.number.map { .integer(Int64($0)) } ?? .null,
                ]
            }
        }
        try transaction.insert(into: "own_cell", columns: ["revision", "place", "category", "shown", "of_number"], rows: rows)
    }

    func nextRevision() async throws -> Int64 {
        try await database.read { reading in try reading.first("SELECT COALESCE(MAX(id), 0) + 1 FROM own_revision") { Int64(try $0.int(0)) } ?? 1 }
    }

    // MARK: Custom areas

    /// Custom areas that are there now, by key.
    package func customAreas() async throws -> [CustomArea] {
        try await database.read { reading in try Self.areas(reading).filter { $0.removedAt == nil }.sorted { $0.key < $1.key } }
    }

    /// Every version of every custom area, by id.
    private static func areas(_ reading: Reading) throws -> [CustomArea] {
        try reading.all("SELECT id, name, version, title_nl, title_en, boundary_year, codes, created_at, removed_at FROM own_area ORDER BY id") { row in
            CustomArea(
                id: Int64(try row.int(0)), key: try row.string(1), version: try row.int(2), name: Localized(nl: try row.string(3), en: try row.string(4)),
                boundaryYear: try row.int(5), members: CodeList.decode(try row.bytes(6)), createdAt: Int64(try row.int(7)),
                removedAt: try row.optionalInt(8).map(Int64.init))
        }
    }

    static func insert(_ area: CustomArea, in transaction: Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO own_area (id, name, version, title_nl, title_en, boundary_year, codes, created_at, removed_at)
            VALUES (\(area.id), \(area.key), \(area.version), \(area.name.nl), \(area.name.en), \(area.boundaryYear), \(CodeList.encode(area.members)),
                \(area.createdAt), \(area.removedAt))
            """)
    }

    static func remove(_ area: CustomArea, at now: Int64, in transaction: Transaction) throws {
        try transaction.execute("UPDATE own_area SET removed_at = \(now) WHERE id = \(area.id)")
    }
}
