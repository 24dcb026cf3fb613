import CPostgres

/// Runs one statement again and again without waiting for each answer.
final class PostgresRunner: StatementRunner {
    private let connection: PostgresConnection
    private let statement: PostgresStatement
    private let sql: String

    init(_ connection: PostgresConnection, _ statement: PostgresStatement, sql: String) {
        self.connection = connection
        self.statement = statement
        self.sql = sql
    }

    func run(_ values: [Value]) throws { try connection.send(statement, values, sql) }
}

extension PostgresConnection {
    func insert(into table: String, columns: [String], next: () throws -> [Value]?) throws -> Int {
        try settle()
        let sql = "COPY \(table) (\(columns.joined(separator: ", "))) FROM STDIN"
        PQclear(try check(PQexec(handle, sql), sql))
        var count = 0
        var fault: (any Error)?
        do {
            count = try copy(next, width: columns.count, sql)
        } catch {
            fault = error
        }
        let isEnded = PQputCopyEnd(handle, fault == nil ? nil : "refused") == 1
        var error: SQLError?
        while let result = PQgetResult(handle) {
            if PQresultStatus(result) != PGRES_COMMAND_OK { error = error ?? SQLError(result, of: handle, sql: sql) }
            PQclear(result)
            if PQstatus(handle) != CONNECTION_OK { break }
        }
        if let fault {
            _ = fail(fault as? SQLError ?? .statement("the rows ended in an error", sql: sql))
            throw fault
        }
        if let error { throw fail(error) }
        guard isEnded else { throw fail(SQLError(nil, of: handle, sql: sql)) }
        return count
    }

    private func copy(_ next: () throws -> [Value]?, width: Int, _ sql: String) throws -> Int {
        var buffer: [UInt8] = []
        buffer.reserveCapacity(80_000)
        var count = 0
        while let values = try next() {
            guard values.count == width else { throw SQLError.statement("\(values.count) values for \(width) columns", sql: sql) }
            for place in 0..<width {
                if place > 0 { buffer.append(0x09) }
                guard CopyText.append(values[place], to: &buffer) else { throw SQLError.nul(sql) }
            }
            buffer.append(0x0A)
            count += 1
            // A broken connection shows at the end, with the server's reason.
            if buffer.count > 64_000, !put(&buffer) { break }
        }
        _ = put(&buffer)
        return count
    }

    private func put(_ buffer: inout [UInt8]) -> Bool {
        defer { buffer.removeAll(keepingCapacity: true) }
        guard let count = Int32(exactly: buffer.count) else { return false }
        return buffer.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, count > 0 else { return true }
            return PQputCopyData(handle, start.assumingMemoryBound(to: CChar.self), count) == 1
        }
    }
}

/// Values in the text form of COPY: tabs part values, a backslash takes away their meaning.
private enum CopyText {
    /// False for a text with a NUL character.
    static func append(_ value: Value, to buffer: inout [UInt8]) -> Bool {
        switch value {
        case .null: buffer.append(contentsOf: [0x5C, 0x4E])
        case .integer(let number): buffer.append(contentsOf: "\(number)".utf8)
        case .real(let number) where number.isNaN: buffer.append(contentsOf: [0x5C, 0x4E])
        case .real(let number): buffer.append(contentsOf: PostgresText.number(number).utf8)
        case .text(let text): return append(text, to: &buffer)
        case .bytes(let bytes):
            buffer.append(0x5C)
            PostgresText.append(hexadecimal: bytes, to: &buffer)
        }
        return true
    }

    private static func append(_ text: String, to buffer: inout [UInt8]) -> Bool {
        for byte in text.utf8 {
            switch byte {
            case 0: return false
            case 0x5C: buffer.append(contentsOf: [0x5C, 0x5C])
            case 0x09: buffer.append(contentsOf: [0x5C, 0x74])
            case 0x0A: buffer.append(contentsOf: [0x5C, 0x6E])
            case 0x0D: buffer.append(contentsOf: [0x5C, 0x72])
            default: buffer.append(byte)
            }
        }
        return true
    }
}
