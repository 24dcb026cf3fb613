/// Bytes as letters and digits (RFC 4648), without padding and with one spelling only: what `decode` takes is exactly what `encode` writes.
///
/// One spelling matters where texts are compared or remembered: two spellings of the same token would count as two tokens.
package struct BitEncoding: Sendable {
    /// For addresses and tokens (section 5).
    package static let base64URL = BitEncoding(bits: 6, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    /// For the text form of password hashes (section 4).
    package static let base64 = BitEncoding(bits: 6, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    /// For authenticator apps (section 6).
    package static let base32 = BitEncoding(bits: 5, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    /// For codes that people copy by hand: no i, l, o and u (Crockford's alphabet).
    package static let readable = BitEncoding(bits: 5, "0123456789abcdefghjkmnpqrstvwxyz")

    private let bits: Int
    private let letters: [UInt8]
    /// The value of every byte; 255 for what is not in the alphabet.
    private let values: [UInt8]

    private init(bits: Int, _ alphabet: StaticString) {
        self.bits = bits
        letters = alphabet.withUTF8Buffer { Array($0) }
        var values = [UInt8](repeating: 255, count: 256)
        for (value, letter) in letters.enumerated() { values[Int(letter)] = UInt8(value) }
        self.values = values
    }

    package func encode(_ bytes: [UInt8]) -> String {
        var output: [UInt8] = []
        output.reserveCapacity((bytes.count * 8 + bits - 1) / bits)
        var waiting: UInt32 = 0
        var count = 0
        for byte in bytes {
            waiting = (waiting << 8 | UInt32(byte)) & 0xFFFF
            count += 8
            while count >= bits {
                count -= bits
                output.append(letter(waiting >> UInt32(count)))
            }
        }
        if count > 0 { output.append(letter(waiting << UInt32(bits - count))) }
        return String(decoding: output, as: UTF8.self)
    }

    /// Nil for a strange letter, padding, a length that no bytes have, or bits behind the end that are not zero.
    package func decode(_ text: some StringProtocol) -> [UInt8]? {
        var output: [UInt8] = []
        var waiting: UInt32 = 0
        var count = 0
        for letter in text.utf8 {
            let value = values[Int(letter)]
            guard value != 255 else { return nil }
            waiting = (waiting << UInt32(bits) | UInt32(value)) & 0xFFFF
            count += bits
            if count >= 8 {
                count -= 8
                output.append(UInt8(truncatingIfNeeded: waiting >> UInt32(count)))
            }
        }
        guard count < bits, waiting & ((1 << UInt32(count)) - 1) == 0 else { return nil }
        return output
    }

    private func letter(_ value: UInt32) -> UInt8 { letters[Int(value & ((1 << UInt32(bits)) - 1))] }
}
