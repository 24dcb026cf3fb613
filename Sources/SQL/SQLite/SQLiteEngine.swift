import Foundation
import GRDB

/// SQLite in a file with a write-ahead log: many readers beside one writer.
final class SQLiteEngine: Engine {
    let dialect = Dialect.sqlite
    private let pool: DatabasePool
    // Writers queue on a thread of their own, so that readers always find one.
    private let readers: WorkThreads
    private let writer: WorkThreads

    private init(pool: DatabasePool, readers: WorkThreads, writer: WorkThreads) {
        self.pool = pool
        self.readers = readers
        self.writer = writer
    }

    static func open(path: String, readers count: Int) async throws -> SQLiteEngine {
        let readers = WorkThreads(count)
        let writer = WorkThreads(1)
        do {
            let pool = try await writer.run { try openPool(path: path, readers: count) }
            return SQLiteEngine(pool: pool, readers: readers, writer: writer)
        } catch {
            await readers.close()
            await writer.close()
            throw error
        }
    }

    func read<Result: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Result) async throws -> Result {
        try await readers.run { [pool] in
            // unsafeRead and a transaction of our own: GRDB's would prepare BEGIN and COMMIT again each time.
            try SQLError.translating {
                try pool.unsafeRead { database in
                    let connection = SQLiteConnection(database)
                    try connection.control("BEGIN DEFERRED")
                    defer { connection.leave() }
                    let reading = Reading(connection)
                    defer { reading.abandon() }
                    return try body(reading)
                }
            }
        }
    }

    func write<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        try await writer.run { [pool] in
            try SQLError.translating {
                try pool.writeWithoutTransaction { database in
                    let connection = SQLiteConnection(database)
                    try connection.control("BEGIN IMMEDIATE")
                    defer { connection.leave() }
                    let transaction = Transaction(connection)
                    defer { transaction.abandon() }
                    let result = try body(transaction)
                    try transaction.finish()
                    try connection.control("COMMIT")
                    return result
                }
            }
        }
    }

    func sweep() async throws {
        try await writer.run { [pool] in
            try SQLError.translating { _ = try pool.writeWithoutTransaction { try $0.checkpoint(.truncate) } }
        }
    }

    func close() async {
        await readers.close()
        await writer.close()
        try? pool.close()
    }

    private static func openPool(path: String, readers: Int) throws -> DatabasePool {
        try createPrivately(path)
        var settings = Configuration()
        settings.busyMode = .timeout(10)
        settings.maximumReaderCount = readers
        settings.persistentReadOnlyConnections = true
        settings.prepareDatabase { database in
            // The server as a whole is to stay under 250 MB: 2 MiB for each reader; the system's file cache does the rest, without mmap.
            let cache = database.configuration.readonly ? 2_048 : 8_192
            try database.execute(sql: "PRAGMA cache_size = -\(cache); PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY")
            // What is deleted is overwritten: the words of someone who was erased may not stay behind in pages that are free.
            if !database.configuration.readonly { try database.execute(sql: "PRAGMA journal_size_limit = 67108864; PRAGMA secure_delete = ON") }
        }
        // Two nodes that make the same file at once can meet at the switch to the write-ahead log, where SQLite does not wait by itself.
        for attempt in 1... {
            do {
                return try DatabasePool(path: path, configuration: settings)
            } catch let error as DatabaseError {
                guard error.resultCode == .SQLITE_BUSY, attempt < 100 else {
                    throw SQLError.connection("cannot open \(path): \(error.message ?? "\(error.resultCode)")")
                }
                Thread.sleep(forTimeInterval: 0.05)
            }
        }
        throw SQLError.connection("cannot open \(path)")
    }
}

/// Only the owner may read the file: it will hold personal data. Its log files get the same rights from SQLite.
private func createPrivately(_ path: String) throws {
    // Never opens a file that is there: closing it would take away the locks SQLite holds on it elsewhere in this process.
    let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else {
        if errno == EEXIST { return }
        throw SQLError.connection("cannot open \(path): \(String(cString: strerror(errno)))")
    }
    close(file)
}
