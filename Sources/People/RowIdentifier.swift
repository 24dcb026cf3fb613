import Core
import SQL

extension Row {
    /// The identifier in a column.
    ///
    /// - Throws: `SQLError` for anything else
    package func identifier(_ index: Int) throws -> Identifier {
        guard let id = Identifier(try string(index)) else { throw SQLError.value(column: names[index], "is not an identifier") }
        return id
    }
}
