import CPostgres

/// A statement the server has prepared on one connection.
final class PostgresStatement {
    let name: String
    /// The type numbers of its values.
    let types: [UInt32]
    private var columns: Columns?

    init(name: String, types: [UInt32]) {
        self.name = name
        self.types = types
    }

    func columns(of result: OpaquePointer) -> Columns {
        if let columns, columns.count == Int(PQnfields(result)) { return columns }
        let fresh = Columns(result)
        columns = fresh
        return fresh
    }
}

extension Columns {
    /// The columns of a result of libpq.
    convenience init(_ result: OpaquePointer) {
        let places = 0..<PQnfields(result)
        self.init(
            names: places.map { place in PQfname(result, place).map { String(cString: $0) } ?? "\(place)" },
            types: places.map { PQftype(result, $0) })
    }
}

/// The prepared statements of one connection: by their text, and for one text by the types of its values.
struct PostgresStatements {
    private var known: [String: [PostgresStatement]] = [:]
    private var count = 0
    private var made = 0
    /// The server says they do not fit its tables any more.
    var areStale = false

    func find(_ sql: String, _ types: [UInt32]) -> PostgresStatement? {
        known[sql]?.first { $0.types == types }
    }

    mutating func nextName() -> String {
        made += 1
        return "s\(made)"
    }

    mutating func add(_ statement: PostgresStatement, _ sql: String) {
        known[sql, default: []].append(statement)
        count += 1
    }

    /// Forgets all of them when they are too many: each costs memory on the server.
    mutating func trim(_ handle: OpaquePointer) {
        guard count > 400 || areStale else { return }
        PQclear(PQexec(handle, "DEALLOCATE ALL"))
        known = [:]
        count = 0
        areStale = false
    }
}

extension PostgresConnection {
    func prepared(_ query: Query) throws -> PostgresStatement {
        let types = query.types
        if let statement = statements.find(query.sql, types) { return statement }
        return try prepared(query.placeholders, types: types, describing: false)
    }

    /// - Parameter describing: asks the server for the types it found
    func prepared(_ sql: Placeholders, types: [UInt32], describing: Bool) throws -> PostgresStatement {
        let key = describing ? "\u{1}" + sql.sql : sql.sql
        if let statement = describing ? statements.find(first: key) : statements.find(key, types) { return statement }
        try settle()
        let name = statements.nextName()
        PQclear(try check(PQprepare(handle, name, sql.numbered, Int32(types.count), types), sql.sql))
        var types = types
        if describing {
            let description = try check(PQdescribePrepared(handle, name), sql.sql)
            types = (0..<PQnparams(description)).map { PQparamtype(description, $0) }
            PQclear(description)
        }
        let statement = PostgresStatement(name: name, types: types)
        statements.add(statement, key)
        return statement
    }

    /// The caller frees the result.
    func run(_ statement: PostgresStatement, _ values: [Value], _ sql: String) throws -> OpaquePointer {
        if !sent.isEmpty {
            try send(statement, values, sql)
            return try answer()
        }
        let parameters = try parameters(values, statement.types, sql)
        return try check(
            parameters.use { PQexecPrepared(handle, statement.name, Int32(values.count), $0, $1, $2, 1) }, sql)
    }

    func parameters(_ values: [Value], _ types: [UInt32], _ sql: String) throws -> PostgresParameters {
        guard values.count == types.count else { throw fail(.statement("\(values.count) values for \(types.count) places", sql: sql)) }
        var parameters = PostgresParameters(count: values.count)
        for (value, type) in zip(values, types) {
            guard parameters.append(value, as: type) else { throw fail(.nul(sql)) }
        }
        return parameters
    }
}

extension PostgresStatements {
    fileprivate func find(first sql: String) -> PostgresStatement? { known[sql]?.first }
}

extension Query {
    var placeholders: Placeholders { Placeholders(sql: sql, marks: marks) }

    /// The types of the values as PostgreSQL numbers them.
    var types: [UInt32] {
        var types = values.map { value in
            switch value {
            case .null: 0 as UInt32
            case .integer: PostgresType.int8
            case .real: PostgresType.float8
            case .text: PostgresType.text
            case .bytes: PostgresType.bytea
            }
        }
        for null in nulls {
            switch null.kind {
            case .integer: types[null.index] = PostgresType.int8
            case .real: types[null.index] = PostgresType.float8
            case .text: types[null.index] = PostgresType.text
            case .bytes: types[null.index] = PostgresType.bytea
            }
        }
        return types
    }

    /// Only a selection can be read by a cursor.
    var isSelection: Bool {
        let word = sql.drop { $0.isWhitespace || $0 == "(" }.prefix { $0.isLetter }.uppercased()
        return word == "SELECT" || word == "VALUES" || word == "WITH"
    }
}
