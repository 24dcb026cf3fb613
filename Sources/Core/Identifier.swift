/// The permanent name of one thing: 26 letters and digits that sort by the time they were made.
///
/// 48 bits of milliseconds since 1970 and 80 random bits, in Crockford's base 32 in lower case (the form of a ULID). Not a secret: rights decide who sees
/// a thing.
package struct Identifier: Sendable, Hashable, Comparable, LosslessStringConvertible {
    package let description: String

    private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Takes capitals for small letters; nil for anything that is not an identifier.
    package init?(_ text: String) {
        let bytes = text.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        guard bytes.count == 26, bytes[0] <= 0x37, bytes.allSatisfy(Self.letters.contains) else { return nil }
        description = String(decoding: bytes, as: UTF8.self)
    }

    /// A new one.
    ///
    /// - Parameter milliseconds: since 1970
    package init(at milliseconds: Int64) {
        var generator = SystemRandomNumberGenerator()
        self.init(at: milliseconds, using: &generator)
    }

    package init(at milliseconds: Int64, using generator: inout some RandomNumberGenerator) {
        let time = UInt64(clamping: milliseconds) & 0xFFFF_FFFF_FFFF
        var bytes = (0..<10).map { Self.letters[Int(time >> UInt64(45 - 5 * $0) & 31)] }
        for _ in 0..<16 { bytes.append(Self.letters[Int(generator.next(upperBound: UInt64(32)))]) }
        description = String(decoding: bytes, as: UTF8.self)
    }

    package static func < (left: Identifier, right: Identifier) -> Bool { left.description < right.description }
}
