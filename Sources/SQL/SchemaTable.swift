/// A table as the database itself describes it. Only a database gives one, so its names can stand in SQL.
package struct SchemaTable: Sendable, Hashable {
    package struct Column: Sendable, Hashable {
        package let name: String
        package let kind: Value.Kind
    }

    package let name: String
    package let columns: [Column]
    /// Other tables that its rows refer to.
    let references: Set<String>

    /// The same table with its columns in this order; nil unless it has exactly these.
    package func arranged(_ names: [String]) -> SchemaTable? {
        let byName = Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0) })
        let arranged = names.compactMap { byName[$0] }
        guard arranged.count == names.count, Set(names).count == columns.count else { return nil }
        return SchemaTable(name: name, columns: arranged, references: references)
    }
}

extension Reading {
    /// The tables of this database, each after those it refers to: the order in which rows can be put back.
    package func tables() throws -> [SchemaTable] {
        let names = try all(dialect == .sqlite ? Self.sqliteTables : Self.postgresTables) { try $0.string(0) }
        var waiting = try names.map { name in
            SchemaTable(name: name, columns: try columns(of: name), references: try references(of: name).subtracting([name]))
        }
        var ordered: [SchemaTable] = [], done: Set<String> = []
        while !waiting.isEmpty {
            let ready = waiting.filter { $0.references.isSubset(of: done) }
            // Tables that refer to each other in a circle stay in the order of their names.
            let next = ready.isEmpty ? waiting : ready
            ordered += next
            done.formUnion(next.map(\.name))
            waiting.removeAll { done.contains($0.name) }
        }
        return ordered
    }

    /// Every row of a table, with the values in the order of its columns.
    package func rows(of table: SchemaTable, _ row: ([Value]) throws -> Void) throws {
        let columns = Query.join(table.columns.map { "\(identifier: $0.name)" as Query }, with: ", ")
        try each("SELECT \(columns) FROM \(identifier: table.name)") { found in
            try row(
                table.columns.indices.map { index in
                    // A column of numbers with a point may hold a whole one in SQLite.
                    if case .integer(let whole) = try found.value(index), table.columns[index].kind == .real { return .real(Double(whole)) }
                    return try found.value(index)
                })
        }
    }

    private static let sqliteTables: Query = """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name
        """
    private static let postgresTables: Query = """
        SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1
        """

    private func columns(of table: String) throws -> [SchemaTable.Column] {
        let query: Query =
            switch dialect {
            case .sqlite: "SELECT name, type FROM pragma_table_info(\(table)) ORDER BY cid"
            case .postgres:
                """
                SELECT column_name::text, upper(data_type::text) FROM information_schema.columns
                WHERE table_schema = current_schema() AND table_name = \(table) ORDER BY ordinal_position
                """
            }
        return try all(query) { row in
            let name = try row.string(0), type = try row.string(1).uppercased()
            return SchemaTable.Column(name: name, kind: try Self.kind(type, of: table + "." + name))
        }
    }

    private static func kind(_ type: String, of column: String) throws -> Value.Kind {
        switch type {
        case "TEXT": return .text
        case "BIGINT", "INTEGER": return .integer
        case "DOUBLE PRECISION": return .real
        case "BLOB", "BYTEA": return .bytes
        default: throw SQLError.value(column: column, "has the type \(type), which only one engine knows")
        }
    }

    private func references(of table: String) throws -> Set<String> {
        let query: Query =
            switch dialect {
            case .sqlite: "SELECT \"table\" FROM pragma_foreign_key_list(\(table))"
            case .postgres:
                """
                SELECT target.relname::text FROM pg_constraint
                JOIN pg_class AS source ON source.oid = conrelid JOIN pg_class AS target ON target.oid = confrelid
                WHERE contype = 'f' AND source.relname = \(table) AND source.relnamespace = current_schema()::regnamespace
                """
            }
        return Set(try all(query) { try $0.string(0) })
    }
}

extension Transaction {
    /// Inserts rows into a table, until the closure answers nil; the values in the order of its columns.
    ///
    /// - Returns: the number of rows
    @discardableResult
    package func insert(into table: SchemaTable, next: () throws -> [Value]?) throws -> Int {
        // Rows may refer to later rows of their own table: what they refer to is looked for at the end.
        if dialect == .sqlite { try execute("PRAGMA defer_foreign_keys = ON") }
        return try usable().insert(into: table.name, columns: table.columns.map(\.name), next: next)
    }
}
