/// A value as a database keeps it.
package enum Value: Sendable, Hashable {
    case null
    case integer(Int64)
    /// Not-a-number is kept as null by both engines: SQLite has no such value. SQLite also forgets the sign of zero.
    case real(Double)
    case text(String)
    case bytes([UInt8])

    /// The type of a column that keeps such values.
    package enum Kind: Sendable, Hashable {
        case integer, real, text, bytes
    }
}

/// A type whose values can be bound in a ``Query`` and read from a ``Row``.
///
/// Types that print and parse themselves (codes, periods) and enumerations of texts need no more than the conformance.
package protocol SQLValueConvertible {
    /// The type of the column.
    static var sqlKind: Value.Kind { get }
    var sqlValue: Value { get }
    /// Nil for a value that is not of this type.
    init?(sqlValue: Value)
}

extension SQLValueConvertible where Self: LosslessStringConvertible {
    package static var sqlKind: Value.Kind { .text }
    package var sqlValue: Value { .text(description) }

    package init?(sqlValue: Value) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(text)
    }
}

extension SQLValueConvertible where Self: RawRepresentable, RawValue == String {
    package static var sqlKind: Value.Kind { .text }
    package var sqlValue: Value { .text(rawValue) }

    package init?(sqlValue: Value) {
        guard case .text(let text) = sqlValue else { return nil }
        self.init(rawValue: text)
    }
}

extension String: SQLValueConvertible {
    package static var sqlKind: Value.Kind { .text }
    package var sqlValue: Value { .text(self) }

    package init?(sqlValue: Value) {
        guard case .text(let text) = sqlValue else { return nil }
        self = text
    }
}

extension Substring: SQLValueConvertible {
    package static var sqlKind: Value.Kind { .text }
    package var sqlValue: Value { .text(String(self)) }

    package init?(sqlValue: Value) {
        guard case .text(let text) = sqlValue else { return nil }
        self = Substring(text)
    }
}

extension SQLValueConvertible where Self: FixedWidthInteger & SignedInteger {
    package static var sqlKind: Value.Kind { .integer }
    package var sqlValue: Value { .integer(Int64(self)) }

    package init?(sqlValue: Value) {
        guard case .integer(let number) = sqlValue else { return nil }
        self.init(exactly: number)
    }
}

extension Int: SQLValueConvertible {}
extension Int64: SQLValueConvertible {}
extension Int32: SQLValueConvertible {}

extension Double: SQLValueConvertible {
    package static var sqlKind: Value.Kind { .real }
    package var sqlValue: Value { isNaN ? .null : .real(self) }

    package init?(sqlValue: Value) {
        switch sqlValue {
        case .real(let number): self = number
        case .integer(let number): self.init(number)
        default: return nil
        }
    }
}

/// Kept as 0 or 1.
extension Bool: SQLValueConvertible {
    package static var sqlKind: Value.Kind { .integer }
    package var sqlValue: Value { .integer(self ? 1 : 0) }

    package init?(sqlValue: Value) {
        switch sqlValue {
        case .integer(0): self = false
        case .integer(1): self = true
        default: return nil
        }
    }
}

extension [UInt8]: SQLValueConvertible {
    package static var sqlKind: Value.Kind { .bytes }
    package var sqlValue: Value { .bytes(self) }

    package init?(sqlValue: Value) {
        guard case .bytes(let bytes) = sqlValue else { return nil }
        self = bytes
    }
}

extension Optional: SQLValueConvertible where Wrapped: SQLValueConvertible {
    package static var sqlKind: Value.Kind { Wrapped.sqlKind }
    package var sqlValue: Value { self?.sqlValue ?? .null }

    package init?(sqlValue: Value) {
        if case .null = sqlValue {
            self = .none
        } else {
            guard let wrapped = Wrapped(sqlValue: sqlValue) else { return nil }
            self = .some(wrapped)
        }
    }
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
    package init(integerLiteral value: Int64) { self = .integer(value) }
    package init(floatLiteral value: Double) { self = .real(value) }
    package init(stringLiteral value: String) { self = .text(value) }
    package init(nilLiteral: ()) { self = .null }

    /// The value as a database keeps it: `Value(code)`, `Value(count)`.
    package init(_ value: some SQLValueConvertible) { self = value.sqlValue }

    package init<Raw: RawRepresentable>(_ value: Raw) where Raw.RawValue == String { self = .text(value.rawValue) }
}
