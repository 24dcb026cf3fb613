/// One database over two engines: SQLite in a file, or a PostgreSQL server.
///
/// Closures are synchronous and run on the engine's own threads, never on an event loop. Close it when done.
package struct Database: Sendable {
    private let engine: any Engine

    package var dialect: Dialect { engine.dialect }

    /// - Parameters:
    ///   - connections: how many transactions may run at once; SQLite has one more for writing, and writes one after the other
    /// - Throws: ``SQLError/connection(_:)`` when the database cannot be opened
    package static func open(_ address: DatabaseAddress, connections: Int = 8) async throws -> Database {
        let connections = min(max(connections, 1), 256)
        switch address {
        case .sqlite(let path): return Database(engine: try await SQLiteEngine.open(path: path, readers: connections))
        case .postgres(let uri): return Database(engine: try await PostgresEngine.open(uri: uri, connections: connections))
        }
    }

    /// Runs queries that all see the same state of the database. Writers do not wait for it, and it does not wait for writers.
    @discardableResult
    package func read<Result: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Result) async throws -> Result {
        try await engine.read(body)
    }

    /// Does all of the closure or, when it throws, nothing of it.
    ///
    /// When this returns, the work survives the end of the process.
    @discardableResult
    package func write<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result {
        try await engine.write(body)
    }

    /// Brings what was written into the file itself and empties the log before it, so that nothing of what was deleted stays there. PostgreSQL does this in
    /// its own time.
    ///
    /// - Throws: ``SQLError`` where a reader stood in the way all the time
    package func sweep() async throws {
        try await engine.sweep()
    }

    /// Ends after the transactions that run; later ones are refused.
    package func close() async {
        await engine.close()
    }
}

/// A kind of database.
protocol Engine: Sendable {
    var dialect: Dialect { get }
    func read<Result: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Result) async throws -> Result
    func write<Result: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> Result) async throws -> Result
    func sweep() async throws
    func close() async
}

extension Engine {
    func sweep() async throws {}
}
