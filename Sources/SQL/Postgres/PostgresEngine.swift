import CPostgres
import Foundation

/// PostgreSQL by libpq: as many threads as connections, so a piece of work that has a thread has a connection too.
final class PostgresEngine: Engine {
    let dialect = Dialect.postgres
    private let threads: WorkThreads
    private let idle: IdleConnections

    private init(threads: WorkThreads, idle: IdleConnections) {
        self.threads = threads
        self.idle = idle
    }

    static func open(uri: String, connections: Int) async throws -> PostgresEngine {
        let threads = WorkThreads(connections)
        let idle = IdleConnections(uri)
        do {
            try await threads.run { idle.give(try PostgresConnection.connect(uri)) }
            return PostgresEngine(threads: threads, idle: idle)
        } catch {
            await threads.close()
            throw error
        }
    }

    /// Repeatable read: all queries of one read see the same state, as with SQLite.
    func read<Result: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Result) async throws -> Result {
        try await threads.run { [idle] in
            let connection = try idle.take(beginning: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            defer { idle.give(connection) }
            let reading = Reading(connection)
            defer { reading.abandon() }
            do {
                let result = try body(reading)
                connection.endReading()
                return result
            } catch {
                connection.leave()
                throw error
            }
        }
    }

    func write<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        try await threads.run { [idle] in
            let connection = try idle.take(beginning: "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
            defer { idle.give(connection) }
            let transaction = Transaction(connection)
            defer { transaction.abandon() }
            do {
                let result = try body(transaction)
                try transaction.finish()
                try connection.commit()
                return result
            } catch {
                connection.leave()
                throw error
            }
        }
    }

    func close() async {
        await threads.close()
        idle.removeAll()
    }
}

/// Connections nobody uses now.
// @unchecked: the lock guards the array, and a connection is with one thread at a time.
final class IdleConnections: @unchecked Sendable {
    private let uri: String
    private let lock = NSLock()
    private var connections: [PostgresConnection] = []

    init(_ uri: String) {
        self.uri = uri
    }

    /// A connection in a new transaction. Connections that broke while idle (a server that restarted) are replaced.
    func take(beginning sql: String) throws -> PostgresConnection {
        while let connection = lock.withLock({ connections.popLast() }) {
            if connection.begin(sql) { return connection }
        }
        let connection = try PostgresConnection.connect(uri)
        guard connection.begin(sql) else { throw SQLError.connection("the server closed the connection") }
        return connection
    }

    /// Takes back what can be used again.
    func give(_ connection: PostgresConnection) {
        guard connection.isUsable else { return }
        lock.withLock { connections.append(connection) }
    }

    func removeAll() {
        lock.withLock { connections.removeAll() }
    }
}
