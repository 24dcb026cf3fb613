/// Values as bytes in one way only, for digests: different values never give the same bytes.
///
/// Every field is a letter for its kind, its length in eight bytes and the bytes themselves. Texts are taken as the UTF-8 they are, not brought to another
/// Unicode form: what comes back from the database is what went in.
package struct CanonicalBytes: Sendable {
    package private(set) var bytes: [UInt8] = []

    /// - Parameter kind: what the bytes are about, so that bytes for one purpose never pass for another
    package init(_ kind: String) {
        append("k", Array(kind.utf8))
    }

    package mutating func add(_ text: String) { append("t", Array(text.utf8)) }

    package mutating func add(_ bytes: [UInt8]) { append("b", bytes) }

    package mutating func add(_ number: Int64) { append("n", CanonicalBytes.bigEndian(UInt64(bitPattern: number))) }

    package mutating func add(_ truth: Bool) { append("y", [truth ? 1 : 0]) }

    /// An absent text is not the same as an empty one.
    package mutating func add(_ text: String?) {
        if let text { add(text) } else { append("-", []) }
    }

    package mutating func add(_ number: Int64?) {
        if let number { add(number) } else { append("-", []) }
    }

    /// Names and values, in the order of the names' UTF-8; the count goes first.
    package mutating func add(_ fields: [String: String]) {
        append("d", CanonicalBytes.bigEndian(UInt64(fields.count)))
        for (name, value) in fields.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }) {
            add(name)
            add(value)
        }
    }

    private mutating func append(_ kind: Unicode.Scalar, _ field: [UInt8]) {
        bytes.append(UInt8(ascii: kind))
        bytes.append(contentsOf: CanonicalBytes.bigEndian(UInt64(field.count)))
        bytes.append(contentsOf: field)
    }

    static func bigEndian(_ number: UInt64) -> [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(56 - 8 * $0)) }
    }
}
