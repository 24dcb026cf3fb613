import CPostgres
import Foundation

/// One connection of libpq, used by one thread at a time.
final class PostgresConnection: Connection {
    let dialect = Dialect.postgres
    var failure: SQLError?
    let handle: OpaquePointer
    var statements = PostgresStatements()
    /// The SQL of what was sent and not yet answered.
    var sent: [String] = []
    private var cursors = 0
    /// The end of a read transaction was sent, its answer has not been read.
    private var isEnding = false

    private init(_ handle: OpaquePointer) {
        self.handle = handle
    }

    deinit { PQfinish(handle) }

    static func connect(_ uri: String) throws -> PostgresConnection {
        var faults: UnsafeMutablePointer<CChar>?
        let options = PQconninfoParse(uri, &faults)
        PQfreemem(faults)
        // libpq's own words would repeat the address with its password.
        guard let options else { throw SQLError.connection("the address of the PostgreSQL server cannot be read") }
        PQconninfoFree(options)
        // What stands later in the list wins: the address may set its own time limit.
        let handle = withCStrings(["connect_timeout", "client_encoding", "dbname"]) { names in
            withCStrings(["10", "UTF8", uri]) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let handle else { throw SQLError.connection("no memory for a connection") }
        guard PQstatus(handle) == CONNECTION_OK else {
            let reason = String(cString: PQerrorMessage(handle))
            PQfinish(handle)
            throw SQLError.connection(reason.split(separator: "\n").joined(separator: " "))
        }
        // NOTICE lines would go to standard error.
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        return PostgresConnection(handle)
    }

    func rows(_ query: Query, isLong: Bool, _ row: (Row) throws -> Bool) throws {
        if isLong, query.isSelection { return try scroll(query, row) }
        let statement = try prepared(query)
        let result = try run(statement, query.values, query.sql)
        defer { PQclear(result) }
        let source = RowSource(.postgres, result, columns: statement.columns(of: result))
        defer { source.close() }
        for line in 0..<PQntuples(result) { guard try row(source.row(line: line)) else { return } }
    }

    func execute(_ query: Query) throws -> Int {
        let result = try run(try prepared(query), query.values, query.sql)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func script(_ sql: String) throws {
        try settle()
        PQclear(try check(PQexec(handle, sql), sql))
    }

    func prepare(_ sql: Placeholders) throws -> any StatementRunner {
        // The server finds the types by the columns the values go to.
        let statement = try prepared(sql, types: Array(repeating: 0, count: sql.marks.count), describing: true)
        return PostgresRunner(self, statement, sql: sql.sql)
    }

    /// A cursor: a portion of the rows at a time, and other queries may run in between.
    private func scroll(_ query: Query, _ row: (Row) throws -> Bool) throws {
        try settle()
        cursors += 1
        let name = "rows_\(cursors)"
        let portion = 2_000
        let types = query.types
        let parameters = try parameters(query.values, types, query.sql)
        let declare = "DECLARE \(name) NO SCROLL CURSOR FOR " + query.placeholders.numbered
        PQclear(
            try check(
                parameters.use { values, lengths, formats in PQexecParams(handle, declare, Int32(types.count), types, values, lengths, formats, 1) },
                query.sql))
        defer { close(name) }
        var source: RowSource?
        defer { source?.close() }
        while true {
            // Between the rows something may have been sent.
            try settle()
            let result = try check(PQexecParams(handle, "FETCH \(portion) FROM \(name)", 0, nil, nil, nil, nil, 1), query.sql)
            defer { PQclear(result) }
            let here = source ?? RowSource(.postgres, result, columns: Columns(result))
            here.turn(to: result)
            source = here
            let count = PQntuples(result)
            for line in 0..<count { guard try row(here.row(line: line)) else { return } }
            guard count == portion else { return }
        }
    }

    private func close(_ cursor: String) {
        try? settle()
        if failure == nil { PQclear(PQexec(handle, "CLOSE \(cursor)")) }
    }

    /// Passes a good result, frees a bad one and throws its error.
    func check(_ result: OpaquePointer?, _ sql: String) throws -> OpaquePointer {
        if let result {
            switch PQresultStatus(result) {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: return result
            default: break
            }
        }
        let error = fault(result, sql)
        PQclear(result)
        throw fail(error)
    }

    /// What went wrong. The caller frees the result.
    func fault(_ result: OpaquePointer?, _ sql: String) -> SQLError {
        // "Cached plan must not change result type": another node has changed a table. The next transaction prepares anew.
        if let state = SQLError.field(result, 0x43), state == "0A000" || state == "26000" { statements.areStale = true }
        return SQLError(result, of: handle, sql: sql)
    }

    func fail(_ error: SQLError) -> SQLError {
        if failure == nil { failure = error }
        return error
    }
}

// MARK: Transactions

extension PostgresConnection {
    /// Begins a transaction, together with its first statement.
    ///
    /// - Returns: false when the connection turns out to be broken
    func begin(_ sql: String) -> Bool {
        finishEnding()
        failure = nil
        guard isUsable, isOpen else { return false }
        statements.trim(handle)
        return (try? send(sql)) != nil
    }

    func commit() throws {
        try send("COMMIT")
        try settle()
    }

    /// Sends the end of a read transaction; the caller need not wait for the answer, the next user of the connection does.
    func endReading() {
        guard failure == nil, sent.isEmpty, PQsendQuery(handle, "COMMIT") == 1 else { return leave() }
        isEnding = true
    }

    /// Whatever happened, the connection is without a transaction afterwards, or broken.
    func leave() {
        try? settle()
        finishEnding()
        guard PQstatus(handle) == CONNECTION_OK, PQtransactionStatus(handle) != PQTRANS_IDLE else { return }
        PQclear(PQexec(handle, "ROLLBACK"))
    }

    var isUsable: Bool {
        PQstatus(handle) == CONNECTION_OK && (isEnding || PQtransactionStatus(handle) == PQTRANS_IDLE)
    }

    /// False for a server that went away: it has closed its end, which is seen without asking it anything.
    private var isOpen: Bool {
        var socket = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        while poll(&socket, 1, 0) > 0 { guard PQconsumeInput(handle) == 1 else { return false } }
        return true
    }

    private func finishEnding() {
        guard isEnding else { return }
        isEnding = false
        while let result = PQgetResult(handle) { PQclear(result) }
    }
}

/// Calls with a list of C strings that ends with a null pointer.
private func withCStrings<Result>(_ texts: [String], _ body: ([UnsafePointer<CChar>?]) -> Result) -> Result {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies.map { UnsafePointer($0) } + [nil])
}
