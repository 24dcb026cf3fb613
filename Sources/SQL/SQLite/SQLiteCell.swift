import GRDBSQLite

/// Reads values of the row a statement stands on.
enum SQLiteCell {
    static func integer(_ statement: OpaquePointer, _ column: Int32) -> Cell<Int> {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: Int(exactly: sqlite3_column_int64(statement, column)).map { .content($0) } ?? .other("is too large")
        case SQLITE_NULL: .null
        case let type: .other("is \(name(type)), not a whole number")
        }
    }

    static func real(_ statement: OpaquePointer, _ column: Int32) -> Cell<Double> {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_FLOAT, SQLITE_INTEGER: .content(sqlite3_column_double(statement, column))
        case SQLITE_NULL: .null
        case let type: .other("is \(name(type)), not a number")
        }
    }

    static func text(_ statement: OpaquePointer, _ column: Int32) -> Cell<String> {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(statement, column) else { return .other("cannot be read") }
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, column)))
            return .content(String(decoding: bytes, as: UTF8.self))
        case SQLITE_NULL: return .null
        case let type: return .other("is \(name(type)), not a text")
        }
    }

    static func bytes(_ statement: OpaquePointer, _ column: Int32) -> Cell<[UInt8]> {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(statement, column)
            return .content(Array(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, column)))))
        case SQLITE_NULL: return .null
        case let type: return .other("is \(name(type)), not bytes")
        }
    }

    static func value(_ statement: OpaquePointer, _ column: Int32) -> Cell<Value> {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: .content(.integer(sqlite3_column_int64(statement, column)))
        case SQLITE_FLOAT: .content(.real(sqlite3_column_double(statement, column)))
        case SQLITE_TEXT: text(statement, column).map { .text($0) }
        case SQLITE_BLOB: bytes(statement, column).map { .bytes($0) }
        default: .null
        }
    }

    private static func name(_ type: Int32) -> String {
        switch type {
        case SQLITE_INTEGER: "a whole number"
        case SQLITE_FLOAT: "a number with decimals"
        case SQLITE_TEXT: "a text"
        default: "bytes"
        }
    }
}

extension Cell {
    func map<Other>(_ transform: (Content) -> Other) -> Cell<Other> {
        switch self {
        case .null: .null
        case .content(let content): .content(transform(content))
        case .other(let found): .other(found)
        }
    }
}
