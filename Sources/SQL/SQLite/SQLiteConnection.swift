import GRDB
import GRDBSQLite

/// One SQLite connection in one transaction. GRDB keeps the prepared statements; values go straight to and from SQLite.
final class SQLiteConnection: Connection {
    let dialect = Dialect.sqlite
    var failure: SQLError?
    private let database: GRDB.Database

    init(_ database: GRDB.Database) {
        self.database = database
    }

    func rows(_ query: Query, isLong: Bool, _ row: (Row) throws -> Bool) throws {
        let statement = try prepared(query.sql)
        let handle = statement.sqliteStatement
        defer { rest(handle) }
        try bind(query.values, to: handle, query.sql)
        guard try step(handle, query.sql) else { return }
        // Asked for after the first step: only then does SQLite know of a schema that has changed.
        let columns = Columns(names: names(of: statement))
        let source = RowSource(.sqlite, handle, columns: columns)
        defer { source.close() }
        repeat {
            guard try row(source.row()) else { return }
        } while try step(handle, query.sql)
    }

    func execute(_ query: Query) throws -> Int {
        let handle = try prepared(query.sql).sqliteStatement
        defer { rest(handle) }
        try bind(query.values, to: handle, query.sql)
        let before = sqlite3_total_changes(database.sqliteConnection)
        while try step(handle, query.sql) {}
        // sqlite3_changes keeps its last number after a statement that changes no rows.
        return sqlite3_total_changes(database.sqliteConnection) == before ? 0 : Int(sqlite3_changes(database.sqliteConnection))
    }

    func send(_ query: Query) throws { _ = try execute(query) }

    func script(_ sql: String) throws {
        do {
            try database.execute(sql: sql)
        } catch let error as DatabaseError {
            throw fail(SQLError(error, sql: sql))
        }
    }

    func insert(into table: String, columns: [String], next: () throws -> [Value]?) throws -> Int {
        let sql = "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
        let statement = try prepared(sql)
        var count = 0
        do {
            while let values = try next() {
                try run(statement, values, sql: sql)
                count += 1
            }
        } catch {
            // As with PostgreSQL, where COPY cannot keep a part.
            _ = fail(error as? SQLError ?? .statement("the rows ended in an error", sql: sql))
            throw error
        }
        return count
    }

    func prepare(_ sql: Placeholders) throws -> any StatementRunner {
        SQLiteRunner(self, try prepared(sql.sql), sql: sql.sql)
    }

    func settle() throws {}

    fileprivate func run(_ statement: GRDB.Statement, _ values: [Value], sql: String) throws {
        let handle = statement.sqliteStatement
        defer { rest(handle) }
        try bind(values, to: handle, sql)
        while try step(handle, sql) {}
    }
}

// MARK: Transactions

extension SQLiteConnection {
    /// `BEGIN`, `COMMIT`, `ROLLBACK`.
    func control(_ sql: String) throws {
        let handle = try prepared(sql).sqliteStatement
        defer { sqlite3_reset(handle) }
        _ = try step(handle, sql)
    }

    /// Whatever happened, the connection goes back without a transaction.
    func leave() {
        guard sqlite3_get_autocommit(database.sqliteConnection) == 0 else { return }
        try? control("ROLLBACK")
    }
}

// MARK: Statements

extension SQLiteConnection {
    private func prepared(_ sql: String) throws -> GRDB.Statement {
        do {
            let statement = try database.cachedStatement(sql: sql)
            // The same query inside its own loop needs a statement of its own.
            return sqlite3_stmt_busy(statement.sqliteStatement) == 0 ? statement : try database.makeStatement(sql: sql)
        } catch let error as DatabaseError {
            throw fail(SQLError(error, sql: sql))
        }
    }

    private func names(of statement: GRDB.Statement) -> [String] {
        let names = statement.columnNames
        let count = Int(sqlite3_column_count(statement.sqliteStatement))
        guard names.count != count else { return names }
        return (0..<count).map { index in sqlite3_column_name(statement.sqliteStatement, Int32(index)).map { String(cString: $0) } ?? "\(index)" }
    }

    /// True when there is a row.
    private func step(_ handle: OpaquePointer, _ sql: String) throws -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let connection = database.sqliteConnection
            let message = connection.map { String(cString: sqlite3_errmsg($0)) } ?? ""
            throw fail(SQLError(code: connection.map { sqlite3_extended_errcode($0) } ?? code, message: message, sql: sql))
        }
    }

    private func rest(_ handle: OpaquePointer) {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    private func bind(_ values: [Value], to handle: OpaquePointer, _ sql: String) throws {
        guard Int(sqlite3_bind_parameter_count(handle)) == values.count else {
            throw fail(.statement("\(values.count) values for \(sqlite3_bind_parameter_count(handle)) places", sql: sql))
        }
        var place: Int32 = 0
        for value in values {
            place += 1
            let code =
                switch value {
                case .null: sqlite3_bind_null(handle, place)
                case .integer(let number): sqlite3_bind_int64(handle, place, number)
                case .real(let number): sqlite3_bind_double(handle, place, number)
                case .text(let text): try bind(text, to: handle, place, sql)
                case .bytes(let bytes):
                    bytes.withUnsafeBytes { buffer in
                        // A null pointer would bind NULL: no bytes at all still are bytes.
                        buffer.isEmpty
                            ? sqlite3_bind_zeroblob(handle, place, 0)
                            : sqlite3_bind_blob64(handle, place, buffer.baseAddress, UInt64(buffer.count), copied)
                    }
                }
            guard code == SQLITE_OK else { throw fail(SQLError(code: code, message: String(cString: sqlite3_errstr(code)), sql: sql)) }
        }
    }

    private func bind(_ text: String, to handle: OpaquePointer, _ place: Int32, _ sql: String) throws -> Int32 {
        var text = text
        let code: Int32? = text.withUTF8 { utf8 in
            if utf8.contains(0) { return nil }
            guard let start = utf8.baseAddress else { return sqlite3_bind_text(handle, place, "", 0, copied) }
            return start.withMemoryRebound(to: CChar.self, capacity: utf8.count) {
                sqlite3_bind_text64(handle, place, $0, UInt64(utf8.count), copied, UInt8(SQLITE_UTF8))
            }
        }
        guard let code else { throw fail(.nul(sql)) }
        return code
    }

    private func fail(_ error: SQLError) -> SQLError {
        if failure == nil { failure = error }
        return error
    }
}

/// SQLITE_TRANSIENT: SQLite copies what it gets. Swift cannot import the C macro.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// Runs one statement of SQLite again and again.
private final class SQLiteRunner: StatementRunner {
    private let connection: SQLiteConnection
    private let statement: GRDB.Statement
    private let sql: String

    init(_ connection: SQLiteConnection, _ statement: GRDB.Statement, sql: String) {
        self.connection = connection
        self.statement = statement
        self.sql = sql
    }

    func run(_ values: [Value]) throws { try connection.run(statement, values, sql: sql) }
}
