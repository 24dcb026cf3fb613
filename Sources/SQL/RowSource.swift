/// The columns of an answer.
final class Columns {
    let names: [String]
    /// PostgreSQL's type numbers; empty for SQLite, where each value has a type of its own.
    let types: [UInt32]
    private lazy var places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

    init(names: [String], types: [UInt32] = []) {
        self.names = names
        self.types = types
    }

    var count: Int { names.count }

    func name(_ index: Int) -> String { names.indices.contains(index) ? names[index] : "\(index)" }

    /// For a handful of short names, comparing is faster than hashing.
    func place(_ name: String) -> Int? { names.count > 12 ? places[name] : names.firstIndex(of: name) }
}

/// What reading one value gave.
enum Cell<Content> {
    case null
    case content(Content)
    /// Something else; says what.
    case other(String)
}

/// The engine's answer, standing on one row.
final class RowSource {
    let columns: Columns
    let dialect: Dialect
    /// A statement of SQLite or a result of libpq.
    private(set) var handle: OpaquePointer
    /// The row in a result of libpq.
    private(set) var line: Int32 = 0
    /// Changes with every row: a ``Row`` kept too long reads an error, not freed memory.
    private(set) var stamp = 0
    private var isOpen = true

    init(_ dialect: Dialect, _ handle: OpaquePointer, columns: Columns) {
        self.dialect = dialect
        self.handle = handle
        self.columns = columns
    }

    func row(line: Int32 = 0) -> Row {
        self.line = line
        stamp &+= 1
        return Row(source: self, stamp: stamp)
    }

    /// The next portion of a long answer.
    func turn(to handle: OpaquePointer) {
        self.handle = handle
        stamp &+= 1
    }

    /// The engine's answer is about to be freed.
    func close() {
        isOpen = false
        stamp &+= 1
    }

    func integer(_ index: Int, _ stamp: Int) throws -> Int? {
        let column = try check(index, stamp)
        return try content(dialect == .sqlite ? SQLiteCell.integer(handle, column) : PostgresCell(self, column).integer(), index)
    }

    func real(_ index: Int, _ stamp: Int) throws -> Double? {
        let column = try check(index, stamp)
        return try content(dialect == .sqlite ? SQLiteCell.real(handle, column) : PostgresCell(self, column).real(), index)
    }

    func text(_ index: Int, _ stamp: Int) throws -> String? {
        let column = try check(index, stamp)
        return try content(dialect == .sqlite ? SQLiteCell.text(handle, column) : PostgresCell(self, column).text(), index)
    }

    func bytes(_ index: Int, _ stamp: Int) throws -> [UInt8]? {
        let column = try check(index, stamp)
        return try content(dialect == .sqlite ? SQLiteCell.bytes(handle, column) : PostgresCell(self, column).bytes(), index)
    }

    func value(_ index: Int, _ stamp: Int) throws -> Value {
        let column = try check(index, stamp)
        return try content(dialect == .sqlite ? SQLiteCell.value(handle, column) : PostgresCell(self, column).value(), index) ?? .null
    }

    private func check(_ index: Int, _ stamp: Int) throws -> Int32 {
        guard isOpen, stamp == self.stamp else { throw SQLError.value(column: columns.name(index), "was asked for after its row had passed") }
        guard index >= 0, index < columns.count, let column = Int32(exactly: index) else {
            throw SQLError.value(column: "\(index)", "is not in the answer")
        }
        return column
    }

    private func content<Content>(_ cell: Cell<Content>, _ index: Int) throws -> Content? {
        switch cell {
        case .content(let content): content
        case .null: nil
        case .other(let found): throw SQLError.value(column: columns.name(index), found)
        }
    }
}
