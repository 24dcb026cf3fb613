import CPostgres

extension SQLError {
    /// The error of a result, or of the connection when there is no result.
    init(_ result: OpaquePointer?, of handle: OpaquePointer, sql: String) {
        let state = SQLError.field(result, 0x43) ?? ""
        let message = SQLError.field(result, 0x4D) ?? String(cString: PQerrorMessage(handle)).split(separator: "\n").joined(separator: " ")
        // https://www.postgresql.org/docs/15/errcodes-appendix.html
        switch state {
        case "23505": self = .constraint(.unique, name: SQLError.field(result, 0x6E), sql: sql)
        case "23503": self = .constraint(.foreignKey, name: SQLError.field(result, 0x6E), sql: sql)
        case "23514": self = .constraint(.check, name: SQLError.field(result, 0x6E), sql: sql)
        case "23502": self = .constraint(.notNull, name: SQLError.field(result, 0x63), sql: sql)
        case "25006": self = .readOnly(sql: sql)
        case "40001", "40P01", "55P03": self = .busy(sql: sql)
        case _ where state.hasPrefix("23"): self = .constraint(.other, name: SQLError.field(result, 0x6E), sql: sql)
        case _ where state.hasPrefix("08") || state.hasPrefix("57P") || state.hasPrefix("53"): self = .connection(message)
        // Data exceptions repeat the value: `invalid input syntax for type bigint: "…"`.
        case _ where state.hasPrefix("22"): self = .statement(String(message.prefix { $0 != ":" && $0 != "\"" }), sql: sql)
        case _ where PQstatus(handle) != CONNECTION_OK: self = .connection(message)
        default: self = .statement(message, sql: sql)
        }
    }

    /// One field of an error; codes as in `postgres_ext.h` (C state, M message, n constraint, c column).
    static func field(_ result: OpaquePointer?, _ code: Int32) -> String? {
        guard let result, let text = PQresultErrorField(result, code) else { return nil }
        return String(cString: text)
    }
}
