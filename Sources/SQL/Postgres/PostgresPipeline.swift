import CPostgres

// Statements that go to the server without waiting for each answer. What is waited for goes with what was sent before it, so that all of it is
// there and back once: over a network the way is most of the time, and on one machine each wait costs two changes of process.
extension PostgresConnection {
    /// Few enough answers to fit the socket's buffer, so that neither side waits for the other.
    private static let batch = 256
    private static let portion = 8

    func send(_ query: Query) throws { try send(try prepared(query), query.values, query.sql) }

    func send(_ statement: PostgresStatement, _ values: [Value], _ sql: String) throws {
        let parameters = try parameters(values, statement.types, sql)
        try send(sql) { parameters.use { PQsendQueryPrepared(handle, statement.name, Int32(values.count), $0, $1, $2, 1) } }
    }

    /// The same for words of the program without values: the begin and the end of a transaction.
    func send(_ sql: String) throws { try send(sql) { PQsendQueryParams(handle, sql, 0, nil, nil, nil, nil, 1) } }

    private func send(_ sql: String, _ sending: () -> Int32) throws {
        if sent.count >= Self.batch { try settle() }
        if sent.isEmpty, PQenterPipelineMode(handle) != 1 { throw fail(SQLError(nil, of: handle, sql: sql)) }
        sent.append(sql)
        guard sending() == 1 else { throw fail(SQLError(nil, of: handle, sql: sql)) }
        // The server works on these while the next are made.
        if sent.count % Self.portion == 0 { PQflush(handle) }
    }

    func settle() throws {
        guard !sent.isEmpty else { return }
        PQclear(try answer())
    }

    /// Waits for what was sent.
    ///
    /// - Returns: the answer to the last of it; the caller frees it
    /// - Throws: the error of the first that went wrong; the later ones were not done
    func answer() throws -> OpaquePointer {
        let waiting = sent
        sent = []
        let last = waiting.last ?? ""
        guard PQpipelineSync(handle) == 1 else { throw fail(SQLError(nil, of: handle, sql: last)) }
        var error: SQLError?, answers: [OpaquePointer] = [], isSynchronous = false
        while !isSynchronous {
            guard let result = PQgetResult(handle) else {
                // A null result parts the answers of two statements; from a broken connection nothing else comes.
                guard PQstatus(handle) == CONNECTION_OK else { break }
                continue
            }
            switch PQresultStatus(result) {
            case PGRES_PIPELINE_SYNC:
                isSynchronous = true
                PQclear(result)
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK: answers.append(result)
            case PGRES_PIPELINE_ABORTED: PQclear(result)
            default:
                error = error ?? fault(result, waiting.indices.contains(answers.count) ? waiting[answers.count] : last)
                PQclear(result)
            }
        }
        PQexitPipelineMode(handle)
        let kept = error == nil && isSynchronous ? answers.popLast() : nil
        answers.forEach { PQclear($0) }
        guard let kept else { throw fail(error ?? SQLError(nil, of: handle, sql: last)) }
        return kept
    }
}
