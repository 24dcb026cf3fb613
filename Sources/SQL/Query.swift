/// SQL with its values: `"SELECT name FROM area WHERE code = \(code) AND year IN \(list: years)"`.
///
/// Only literals of the program become SQL text. An interpolated value is always bound, so it can never change what the SQL does.
/// The engine's own placeholders (`?`, `$1`) are made here and in the drivers.
package struct Query: Sendable, ExpressibleByStringInterpolation {
    /// The text with `?` for every bound value.
    private(set) var sql: String
    /// Where the placeholders stand: offsets in UTF-8 bytes. A question mark elsewhere is text.
    private(set) var marks: [Int]
    private(set) var values: [Value]
    /// The types of the bound nulls, where known. PostgreSQL must know the type of `NULL IS NULL` too.
    private(set) var nulls: [(index: Int, kind: Value.Kind)]

    // StaticString as literal type: a String made at run time cannot become SQL by way of `init(stringLiteral:)`.
    package init(stringLiteral text: StaticString) {
        sql = text.description
        marks = []
        values = []
        nulls = []
    }

    package init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.query
    }

    /// Conditions or other parts with a fixed text between them: `Query.join(conditions, with: " AND ")`.
    package static func join(_ queries: some Sequence<Query>, with separator: StaticString) -> Query {
        var all: Query = ""
        for (index, query) in queries.enumerated() {
            if index > 0 { all.append(text: separator) }
            all.append(query)
        }
        return all
    }

    /// Adds another query behind this one, with its values.
    package mutating func append(_ other: Query) {
        let offset = sql.utf8.count
        let count = values.count
        sql += other.sql
        for mark in other.marks { marks.append(mark + offset) }
        values += other.values
        for null in other.nulls { nulls.append((null.index + count, null.kind)) }
    }

    fileprivate mutating func append(text: StaticString) {
        text.withUTF8Buffer { sql += String(decoding: $0, as: UTF8.self) }
    }

    fileprivate mutating func append(identifier: String) {
        sql += "\"" + identifier.filter { $0 != "\0" }.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    fileprivate mutating func bind(_ value: Value, _ kind: Value.Kind?) {
        if case .null = value, let kind { nulls.append((values.count, kind)) }
        marks.append(sql.utf8.count)
        values.append(value)
        sql += "?"
    }

    /// Rounds the number of placeholders up to a power of two by repeating the last value, so that few different statements need to be prepared.
    fileprivate mutating func bind(list: [Value], _ kind: Value.Kind) {
        guard let last = list.last else {
            sql += "(NULL)"
            return
        }
        var size = 1
        while size < list.count { size *= 2 }
        if size > 16_384 { size = list.count }
        sql += "("
        for index in 0..<size {
            if index > 0 { sql += ", " }
            bind(index < list.count ? list[index] : last, kind)
        }
        sql += ")"
    }
}

extension Query {
    /// Collects the parts of an interpolated query.
    package struct StringInterpolation: StringInterpolationProtocol {
        package typealias StringLiteralType = StaticString

        fileprivate var query: Query = ""

        package init(literalCapacity: Int, interpolationCount: Int) {
            query.sql.reserveCapacity(literalCapacity + 2 * interpolationCount)
            query.marks.reserveCapacity(interpolationCount)
            query.values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            query.append(text: literal)
        }

        /// Binds a value.
        package mutating func appendInterpolation<Bound: SQLValueConvertible>(_ value: Bound) {
            query.bind(value.sqlValue, Bound.sqlKind)
        }

        /// Binds a value or null. Apart from the one above, because the compiler warns of optionals in other interpolations.
        package mutating func appendInterpolation<Bound: SQLValueConvertible>(_ value: Bound?) {
            query.bind(value?.sqlValue ?? .null, Bound.sqlKind)
        }

        /// Binds the raw value of an enumeration.
        package mutating func appendInterpolation<Raw: RawRepresentable>(_ value: Raw) where Raw.RawValue == String {
            query.bind(.text(value.rawValue), .text)
        }

        /// Binds the raw value of an enumeration, or null.
        package mutating func appendInterpolation<Raw: RawRepresentable>(_ value: Raw?) where Raw.RawValue == String {
            query.bind(value.map { .text($0.rawValue) } ?? .null, .text)
        }

        package mutating func appendInterpolation<Bound: SQLValueConvertible & RawRepresentable>(_ value: Bound) where Bound.RawValue == String {
            query.bind(value.sqlValue, Bound.sqlKind)
        }

        package mutating func appendInterpolation<Bound: SQLValueConvertible & RawRepresentable>(_ value: Bound?) where Bound.RawValue == String {
            query.bind(value?.sqlValue ?? .null, Bound.sqlKind)
        }

        /// Binds a value as it is.
        package mutating func appendInterpolation(_ value: Value) {
            query.bind(value, nil)
        }

        /// `(?, ?, ?)` for the right side of `IN`. An empty list is `(NULL)`: nothing is in it, and nothing is known to be outside it.
        package mutating func appendInterpolation<Bound: SQLValueConvertible>(list: some Sequence<Bound>) {
            query.bind(list: list.map(\.sqlValue), Bound.sqlKind)
        }

        /// The same for enumerations of texts.
        package mutating func appendInterpolation<Raw: RawRepresentable>(list: some Sequence<Raw>) where Raw.RawValue == String {
            query.bind(list: list.map { .text($0.rawValue) }, .text)
        }

        package mutating func appendInterpolation<Bound: SQLValueConvertible & RawRepresentable>(list: some Sequence<Bound>)
        where Bound.RawValue == String {
            query.bind(list: list.map(\.sqlValue), Bound.sqlKind)
        }

        /// Puts another query here, with its values.
        package mutating func appendInterpolation(_ fragment: Query) {
            query.append(fragment)
        }

        /// Puts a text of the program here.
        package mutating func appendInterpolation(raw text: StaticString) {
            query.append(text: text)
        }

        /// Puts the name of a table or column here, quoted: for foreign files whose names are not known beforehand.
        package mutating func appendInterpolation(identifier: String) {
            query.append(identifier: identifier)
        }
    }
}
