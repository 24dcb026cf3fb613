/// What went wrong in the database. Holds SQL text and names of tables and columns, never bound values.
package enum SQLError: Error, Sendable, Hashable {
    /// The rule of the schema a write would have broken.
    package enum Rule: String, Sendable, Hashable {
        /// A unique index or a primary key.
        case unique
        case foreignKey
        case check
        case notNull
        case other
    }

    /// The database cannot be opened or reached, or the connection broke.
    case connection(String)
    /// A write would break the schema. The name is the constraint (PostgreSQL) or the columns (SQLite: `area.code, area.year`), where known.
    case constraint(Rule, name: String?, sql: String)
    /// Another transaction is in the way; the same work may succeed later.
    case busy(sql: String)
    /// A write was tried in a read transaction.
    case readOnly(sql: String)
    /// The engine cannot do what the SQL asks: syntax, missing table, wrong number of values.
    case statement(String, sql: String)
    /// A column does not hold what was asked for: null, another type, or no such column.
    case value(column: String, String)
    /// A migration cannot be applied.
    case migration(id: String, String)

    /// A row with this key is there already.
    package var isUniqueViolation: Bool {
        if case .constraint(.unique, _, _) = self { true } else { false }
    }
}

extension SQLError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .connection(let reason): "Database: \(reason)"
        case .constraint(let rule, let name, let sql): "Constraint \(rule.rawValue) \(name ?? "") refused: \(sql)"
        case .busy(let sql): "Database is busy: \(sql)"
        case .readOnly(let sql): "A read transaction cannot write: \(sql)"
        case .statement(let reason, let sql): "\(reason): \(sql)"
        case .value(let column, let reason): "Column \(column): \(reason)"
        case .migration(let id, let reason): "Migration \(id): \(reason)"
        }
    }
}
