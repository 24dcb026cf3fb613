/// A read transaction: every query in it sees the same state of the database.
///
/// Lives on one thread, for the time of one closure. A failed query ends it: later ones throw the same error.
package class Reading {
    package let dialect: Dialect
    private var connection: (any Connection)?

    init(_ connection: any Connection) {
        self.connection = connection
        dialect = connection.dialect
    }

    /// All rows, in the order of the answer.
    @inlinable
    package final func all<Element>(_ query: Query, _ row: (Row) throws -> Element) throws -> [Element] {
        var elements: [Element] = []
        try rows(query) {
            elements.append(try row($0))
            return true
        }
        return elements
    }

    /// The first row, nil when there is none.
    @inlinable
    package final func first<Element>(_ query: Query, _ row: (Row) throws -> Element) throws -> Element? {
        var element: Element?
        try rows(query) {
            element = try row($0)
            return false
        }
        return element
    }

    /// Row by row. Other queries may run between the rows.
    package final func each(_ query: Query, _ row: (Row) throws -> Void) throws {
        try rows(query) {
            try row($0)
            return true
        }
    }

    /// The same without the whole answer in memory, for very many rows: on PostgreSQL a cursor, which few rows are not worth.
    package final func scroll(_ query: Query, _ row: (Row) throws -> Void) throws {
        try usable().rows(query, isLong: true) {
            try row($0)
            return true
        }
    }

    /// Row by row, until the closure answers false.
    package final func rows(_ query: Query, _ row: (Row) throws -> Bool) throws {
        try usable().rows(query, isLong: false, row)
    }

    final func usable() throws -> any Connection {
        guard let connection else { throw SQLError.connection("the transaction has ended") }
        if let failure = connection.failure { throw failure }
        return connection
    }

    /// Nothing can be asked any more; a failed statement shows here.
    final func finish() throws {
        _ = try usable()
        connection = nil
    }

    final func abandon() { connection = nil }
}

/// A write transaction: all of it happens, or nothing.
///
/// A failed statement dooms the whole transaction on both engines, also when its error is caught; see ``savepoint(_:)``.
package final class Transaction: Reading {
    /// Runs a statement.
    ///
    /// - Returns: how many rows it inserted, changed or deleted
    @discardableResult
    package func execute(_ query: Query) throws -> Int {
        try usable().execute(query)
    }

    /// Runs a statement of which nothing need be known, without waiting for its answer.
    ///
    /// PostgreSQL gets it together with the next statement that is waited for, or with the end of the transaction: there an error shows.
    package func send(_ query: Query) throws {
        try usable().send(query)
    }

    /// Sends rows with few statements, as ``send(_:)``: `send("INSERT INTO area (code, name)", rows: ["('a', 1)", "('b', 2)"])`.
    ///
    /// For handfuls; ``insert(into:columns:rows:)`` is for many.
    package func send(_ insert: Query, rows: [Query], _ end: Query = "") throws {
        var left = rows[...]
        while !left.isEmpty {
            // Powers of two, so that few different statements are prepared.
            var count = 1
            while count < 16, count * 2 <= left.count { count *= 2 }
            try send("\(insert) VALUES \(Query.join(left.prefix(count), with: ", ")) \(end)")
            left = left.dropFirst(count)
        }
    }

    /// Inserts many rows by the fastest way of the engine (`COPY`, or one prepared statement).
    ///
    /// - Parameters:
    ///   - table: text of the program, like the columns
    ///   - rows: as many values each as there are columns
    /// - Returns: the number of rows
    @inlinable
    @discardableResult
    package func insert(into table: StaticString, columns: [StaticString], rows: some Sequence<[Value]>) throws -> Int {
        var iterator = rows.makeIterator()
        return try insert(into: table, columns: columns) { iterator.next() }
    }

    /// The same, with rows that are made one at a time: until the closure answers nil. When it throws, so does this.
    @discardableResult
    package func insert(into table: StaticString, columns: [StaticString], next: () throws -> [Value]?) throws -> Int {
        try usable().insert(into: table.description, columns: columns.map(\.description), next: next)
    }

    /// Makes a statement that is to run many times, for instance `INSERT … ON CONFLICT`; `?` stands for each value.
    package func prepare(_ sql: StaticString) throws -> PreparedStatement {
        PreparedStatement(self, try usable().prepare(Placeholders(sql.description)))
    }

    /// Work that may fail without dooming the transaction: what it did is undone and the error thrown again.
    package func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
        let connection = try usable()
        try connection.script("SAVEPOINT here")
        do {
            let result = try body()
            try usable().settle()
            try connection.script("RELEASE SAVEPOINT here")
            return result
        } catch {
            if case .connection = connection.failure { throw error }
            connection.failure = nil
            try? connection.settle()
            connection.failure = nil
            try connection.script("ROLLBACK TO SAVEPOINT here")
            try connection.script("RELEASE SAVEPOINT here")
            throw error
        }
    }

    /// Runs SQL text of a migration.
    func script(_ sql: String) throws { try usable().script(sql) }
}

/// A statement that runs many times in one transaction.
///
/// PostgreSQL gets the runs in batches: an error may show at a later run, at the next other statement, or at the end of the transaction.
package final class PreparedStatement {
    private let transaction: Transaction
    private let runner: any StatementRunner

    init(_ transaction: Transaction, _ runner: any StatementRunner) {
        self.transaction = transaction
        self.runner = runner
    }

    /// - Parameter values: one for each `?`
    package func run(_ values: [Value]) throws {
        _ = try transaction.usable()
        try runner.run(values)
    }
}

/// One connection of an engine, used by one thread at a time.
protocol Connection: AnyObject {
    var dialect: Dialect { get }
    /// The error that dooms the transaction.
    var failure: SQLError? { get set }
    func rows(_ query: Query, isLong: Bool, _ row: (Row) throws -> Bool) throws
    func execute(_ query: Query) throws -> Int
    func send(_ query: Query) throws
    func script(_ sql: String) throws
    func insert(into table: String, columns: [String], next: () throws -> [Value]?) throws -> Int
    func prepare(_ sql: Placeholders) throws -> any StatementRunner
    /// Waits for what has been sent and throws its error.
    func settle() throws
}

/// Runs a prepared statement.
protocol StatementRunner: AnyObject {
    func run(_ values: [Value]) throws
}
