/// One row of an answer, readable while the closure it is given to runs.
///
/// A column is asked for by place (counted from 0) or by name; names made with `AS` should be in lower case, as PostgreSQL folds them.
/// Null where a value is asked for, another type or an unknown column throws ``SQLError/value(column:_:)`` with the column's name.
package struct Row {
    let source: RowSource
    let stamp: Int

    /// How many columns there are.
    package var count: Int { source.columns.count }

    /// The names of the columns.
    package var names: [String] { source.columns.names }

    // MARK: By place

    package func string(_ index: Int) throws -> String { try required(optionalString(index), index) }
    package func int(_ index: Int) throws -> Int { try required(optionalInt(index), index) }
    /// Takes whole numbers too.
    package func double(_ index: Int) throws -> Double { try required(optionalDouble(index), index) }
    /// True for 1, false for 0.
    package func bool(_ index: Int) throws -> Bool { try required(optionalBool(index), index) }
    package func bytes(_ index: Int) throws -> [UInt8] { try required(optionalBytes(index), index) }

    package func optionalString(_ index: Int) throws -> String? { try source.text(index, stamp) }
    package func optionalInt(_ index: Int) throws -> Int? { try source.integer(index, stamp) }
    package func optionalDouble(_ index: Int) throws -> Double? { try source.real(index, stamp) }
    package func optionalBytes(_ index: Int) throws -> [UInt8]? { try source.bytes(index, stamp) }

    package func optionalBool(_ index: Int) throws -> Bool? {
        switch try source.integer(index, stamp) {
        case nil: nil
        case 0: false
        case 1: true
        default: throw SQLError.value(column: source.columns.name(index), "is neither 0 nor 1")
        }
    }

    /// A code, a period, an enumeration: any type that says how it is kept.
    package func value<Bound: SQLValueConvertible>(_ index: Int, as type: Bound.Type = Bound.self) throws -> Bound {
        try required(optionalValue(index), index)
    }

    package func optionalValue<Bound: SQLValueConvertible>(_ index: Int, as type: Bound.Type = Bound.self) throws -> Bound? {
        let value: Value? =
            switch Bound.sqlKind {
            case .integer: try source.integer(index, stamp).map { .integer(Int64($0)) }
            case .real: try source.real(index, stamp).map { .real($0) }
            case .text: try source.text(index, stamp).map { .text($0) }
            case .bytes: try source.bytes(index, stamp).map { .bytes($0) }
            }
        guard let value else { return nil }
        guard let bound = Bound(sqlValue: value) else { throw SQLError.value(column: source.columns.name(index), "is not a \(Bound.self)") }
        return bound
    }

    /// The value of an enumeration of texts.
    package func raw<Raw: RawRepresentable>(_ index: Int, as type: Raw.Type = Raw.self) throws -> Raw where Raw.RawValue == String {
        try required(optionalRaw(index), index)
    }

    package func optionalRaw<Raw: RawRepresentable>(_ index: Int, as type: Raw.Type = Raw.self) throws -> Raw? where Raw.RawValue == String {
        guard let text = try source.text(index, stamp) else { return nil }
        guard let value = Raw(rawValue: text) else { throw SQLError.value(column: source.columns.name(index), "is not a \(Raw.self)") }
        return value
    }

    /// Whatever is there.
    package func value(_ index: Int) throws -> Value { try source.value(index, stamp) }

    private func required<Wrapped>(_ value: Wrapped?, _ index: Int) throws -> Wrapped {
        guard let value else { throw SQLError.value(column: source.columns.name(index), "is null") }
        return value
    }
}

// MARK: By name

extension Row {
    package func string(_ name: String) throws -> String { try string(place(name)) }
    package func int(_ name: String) throws -> Int { try int(place(name)) }
    package func double(_ name: String) throws -> Double { try double(place(name)) }
    package func bool(_ name: String) throws -> Bool { try bool(place(name)) }
    package func bytes(_ name: String) throws -> [UInt8] { try bytes(place(name)) }
    package func optionalString(_ name: String) throws -> String? { try optionalString(place(name)) }
    package func optionalInt(_ name: String) throws -> Int? { try optionalInt(place(name)) }
    package func optionalDouble(_ name: String) throws -> Double? { try optionalDouble(place(name)) }
    package func optionalBool(_ name: String) throws -> Bool? { try optionalBool(place(name)) }
    package func optionalBytes(_ name: String) throws -> [UInt8]? { try optionalBytes(place(name)) }
    package func value(_ name: String) throws -> Value { try value(place(name)) }

    package func value<Bound: SQLValueConvertible>(_ name: String, as type: Bound.Type = Bound.self) throws -> Bound { try value(place(name)) }

    package func optionalValue<Bound: SQLValueConvertible>(_ name: String, as type: Bound.Type = Bound.self) throws -> Bound? {
        try optionalValue(place(name))
    }

    package func raw<Raw: RawRepresentable>(_ name: String, as type: Raw.Type = Raw.self) throws -> Raw where Raw.RawValue == String {
        try raw(place(name))
    }

    package func optionalRaw<Raw: RawRepresentable>(_ name: String, as type: Raw.Type = Raw.self) throws -> Raw? where Raw.RawValue == String {
        try optionalRaw(place(name))
    }

    /// The place of a column.
    package func place(_ name: String) throws -> Int {
        guard let index = source.columns.place(name) else { throw SQLError.value(column: name, "is not in the answer") }
        return index
    }
}
