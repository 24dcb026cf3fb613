/// The little of ASN.1's DER (ITU-T X.690) that keys and signatures need.
enum DER {
    static func sequence(_ parts: [UInt8]...) -> [UInt8] { element(0x30, parts.flatMap { $0 }) }

    /// A positive whole number from its big-endian bytes.
    static func integer(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var digits = Array(bytes.drop { $0 == 0 })
        if digits.first.map({ $0 >= 0x80 }) ?? true { digits.insert(0, at: 0) }
        return element(0x02, digits)
    }

    static func bitString(_ bytes: [UInt8]) -> [UInt8] { element(0x03, [0] + bytes) }

    static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        if content.count < 128 { return [tag, UInt8(content.count)] + content }
        let length = Array(CanonicalBytes.bigEndian(UInt64(content.count)).drop { $0 == 0 })
        return [tag, 0x80 | UInt8(length.count)] + length + content
    }

    /// Two whole numbers in a sequence, each brought to `size` bytes: an ECDSA signature. Nil for anything else.
    static func integers(_ bytes: [UInt8], size: Int) -> [UInt8]? {
        guard bytes.count >= 2, bytes[0] == 0x30, bytes[1] < 128, Int(bytes[1]) == bytes.count - 2 else { return nil }
        var rest = bytes[2...]
        var output: [UInt8] = []
        for _ in 0..<2 {
            guard rest.count >= 2, rest.removeFirst() == 0x02, let length = rest.popFirst(), length < 128, Int(length) <= rest.count else { return nil }
            let digits = rest.prefix(Int(length)).drop { $0 == 0 }
            guard digits.count <= size else { return nil }
            output += [UInt8](repeating: 0, count: size - digits.count) + digits
            rest = rest.dropFirst(Int(length))
        }
        return rest.isEmpty ? output : nil
    }
}
