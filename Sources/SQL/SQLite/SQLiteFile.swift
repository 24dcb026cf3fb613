import Foundation
import GRDB
import GRDBSQLite

/// A foreign SQLite file (GeoPackage), opened for reading only. Damaged and hostile files give errors.
package struct SQLiteFile: Sendable {
    private let queue: DatabaseQueue

    /// - Parameters:
    ///   - maximumBytes: a larger file is refused
    ///   - maximumValueBytes: a larger text or byte string in it is an error
    /// - Throws: ``SQLError/connection(_:)`` when it is no SQLite file
    package static func open(path: String, maximumBytes: Int = 16 << 30, maximumValueBytes: Int = 256 << 20) throws -> SQLiteFile {
        try check(path, maximumBytes)
        var settings = Configuration()
        settings.readonly = true
        settings.busyMode = .timeout(5)
        settings.foreignKeysEnabled = false
        settings.prepareDatabase { database in
            guard let connection = database.sqliteConnection else { return }
            sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, Int32(clamping: maximumValueBytes))
            sqlite3_limit(connection, SQLITE_LIMIT_VDBE_OP, 250_000)
            sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0)
            sqlite3_limit(connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100)
            sqlite3_limit(connection, SQLITE_LIMIT_TRIGGER_DEPTH, 10)
            // https://www.sqlite.org/security.html; without mmap a file that shrinks meanwhile is an error and not a signal.
            try database.execute(
                sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA query_only = ON; PRAGMA cache_size = -8192")
        }
        do {
            return SQLiteFile(queue: try DatabaseQueue(path: path, configuration: settings))
        } catch let error as DatabaseError {
            throw SQLError.connection("cannot open \(path): \(error.message ?? "\(error.resultCode)")")
        }
    }

    /// All rows of a query.
    package func all<Element>(_ query: Query, _ row: (Row) throws -> Element) throws -> [Element] {
        try read { try $0.all(query, row) }
    }

    /// Row by row, without the whole answer in memory.
    package func each(_ query: Query, _ row: (Row) throws -> Void) throws {
        try read { try $0.each(query, row) }
    }

    /// Several queries on the same state of the file.
    package func read<Result>(_ body: (Reading) throws -> Result) throws -> Result {
        try SQLError.translating {
            try queue.unsafeRead { database in
                let connection = SQLiteConnection(database)
                try connection.control("BEGIN DEFERRED")
                defer { connection.leave() }
                let reading = Reading(connection)
                defer { reading.abandon() }
                return try body(reading)
            }
        }
    }

    private static func check(_ path: String, _ maximumBytes: Int) throws {
        // The file itself is not opened here: closing it would take away the locks SQLite may hold on it elsewhere in this process.
        guard let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int else {
            throw SQLError.connection("cannot open \(path)")
        }
        guard size >= 512 else { throw SQLError.connection("\(path) is not an SQLite file") }
        guard size <= maximumBytes else { throw SQLError.connection("\(path) is larger than \(maximumBytes) bytes") }
    }
}
