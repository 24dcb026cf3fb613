import GRDB
import GRDBSQLite

extension SQLError {
    /// https://www.sqlite.org/rescode.html
    init(code: Int32, message: String, sql: String) {
        switch ResultCode(rawValue: code) {
        case .SQLITE_CONSTRAINT: self = .constraint(Rule(sqliteCode: code), name: SQLError.names(in: message), sql: sql)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(sql: sql)
        case .SQLITE_READONLY: self = .readOnly(sql: sql)
        case .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_IOERR, .SQLITE_FULL: self = .connection(message)
        default: self = .statement(message, sql: sql)
        }
    }

    init(_ error: DatabaseError, sql: String) {
        self.init(code: error.extendedResultCode.rawValue, message: error.message ?? "\(error.resultCode)", sql: sql)
    }

    /// Errors of GRDB itself, as when a connection cannot be opened, become ours. Errors of the closure pass.
    static func translating<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as DatabaseError {
            throw SQLError(error, sql: "")
        }
    }

    static func nul(_ sql: String) -> SQLError { .statement("a text value holds a NUL character, which PostgreSQL cannot keep", sql: sql) }

    /// `UNIQUE constraint failed: area.code, area.year` -> `area.code, area.year`.
    private static func names(in message: String) -> String? {
        guard let colon = message.firstRange(of: "failed: ") else { return nil }
        return String(message[colon.upperBound...])
    }
}

extension SQLError.Rule {
    fileprivate init(sqliteCode code: Int32) {
        switch ResultCode(rawValue: code) {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: self = .unique
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .foreignKey
        case .SQLITE_CONSTRAINT_CHECK: self = .check
        case .SQLITE_CONSTRAINT_NOTNULL: self = .notNull
        default: self = .other
        }
    }
}
