import Transfer

/// Texts that nobody can guess.
package enum RandomText {
    /// Letters, digits, `-` and `_`, for sessions, links and states. 128 bits (22 letters) is the least that ASVS 7.2.3 takes.
    package static func token(bits: Int = 256) -> String {
        BitEncoding.base64URL.encode(Digest.randomBytes((max(bits, 128) + 7) / 8))
    }

    /// Decimal digits, every one as likely. The remainder of 64 random bits favours no code by more than one part in 10⁹ for up to ten digits.
    package static func digits(_ count: Int) -> String {
        let count = min(max(count, 1), 10)
        let number = Digest.randomBytes(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let text = String(number % (0..<count).reduce(UInt64(1)) { power, _ in power * 10 })
        return String(repeating: "0", count: count - text.utf8.count) + text
    }
}
