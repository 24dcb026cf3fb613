import Foundation

/// One step of the schema, applied once. Never edited afterwards: later changes are later migrations.
package struct Migration: Sendable {
    /// Unique in the application: `areas-1`.
    package let id: String
    /// Why the step was needed, in one line.
    package let reason: String
    /// The SQL statements in order. All migrations of one start run in one transaction.
    package let statements: @Sendable (Dialect) -> [String]

    package init(_ id: String, reason: String, _ statements: @escaping @Sendable (Dialect) -> [String]) {
        self.id = id
        self.reason = reason
        self.statements = statements
    }

    /// The table that says which were applied.
    package static let table = "schema_migration"

    /// Shows that a migration was edited after it had been applied: FNV-1a over its statements, 16 hexadecimal digits.
    func checksum(_ dialect: Dialect) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for statement in statements(dialect) {
            for byte in statement.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = hash &* 0x100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension Database {
    /// Applies the migrations that have not been applied yet, in the order given: all of them or none.
    ///
    /// Nodes that start together wait for each other.
    /// - Throws: ``SQLError/migration(id:_:)`` when an applied migration has changed or is not known here (a newer version has been at work),
    ///   when an id occurs twice, or when a statement fails
    package func migrate(_ migrations: [Migration]) async throws {
        try await write { try $0.migrate(migrations) }
    }
}

extension Transaction {
    /// As ``Database/migrate(_:)``, as a part of this transaction.
    package func migrate(_ migrations: [Migration]) throws {
        // SQLite's write transaction is exclusive by itself. The lock of PostgreSQL ends with the transaction.
        if dialect == .postgres {
            _ = try first("SELECT COUNT(pg_advisory_xact_lock(1279608134, hashtext(current_schema())))") { try $0.int(0) }
        }
        try script(
            "CREATE TABLE IF NOT EXISTS \(Migration.table) (id TEXT PRIMARY KEY, checksum TEXT NOT NULL, reason TEXT NOT NULL, applied_at BIGINT NOT NULL)")
        let applied = try all("SELECT id, checksum FROM schema_migration ORDER BY applied_at, id") {
            (id: try $0.string(0), checksum: try $0.string(1))
        }
        for migration in try Migration.missing(in: applied, of: migrations, dialect) { try migration.apply(self) }
    }
}

extension Migration {
    fileprivate static func missing(
        in applied: [(id: String, checksum: String)], of migrations: [Migration], _ dialect: Dialect
    ) throws -> [Migration] {
        let checksums = Dictionary(applied.map { ($0.id, $0.checksum) }, uniquingKeysWith: { first, _ in first })
        var known: Set<String> = []
        var missing: [Migration] = []
        for migration in migrations {
            guard known.insert(migration.id).inserted else { throw SQLError.migration(id: migration.id, "occurs twice") }
            guard let checksum = checksums[migration.id] else {
                missing.append(migration)
                continue
            }
            guard checksum == migration.checksum(dialect) else { throw SQLError.migration(id: migration.id, "has changed since it was applied") }
        }
        if let stranger = applied.first(where: { !known.contains($0.id) }) {
            throw SQLError.migration(id: stranger.id, "was applied by a newer version of the program")
        }
        return missing
    }

    fileprivate func apply(_ transaction: Transaction) throws {
        do {
            for statement in statements(transaction.dialect) { try transaction.script(statement) }
        } catch let error as SQLError {
            if case .connection = error { throw error }
            throw SQLError.migration(id: id, error.description)
        }
        let time = Int64(Date().timeIntervalSince1970 * 1000)
        try transaction.execute(
            "INSERT INTO schema_migration (id, checksum, reason, applied_at) VALUES (\(id), \(checksum(transaction.dialect)), \(reason), \(time))")
    }
}
