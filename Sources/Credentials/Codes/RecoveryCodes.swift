import Transfer

/// Codes that stand in for a lost phone, each good for one time. Only their hashes are kept.
///
/// A code has 60 bits, less than the 112 that ASVS 6.5.2 lets pass with a plain digest, so it is hashed as a password is. The codes of one set share a salt:
/// then a code is looked up with one hash instead of ten.
package struct RecoveryCodes: Sendable, Hashable, CustomStringConvertible {
    private let cost: Scrypt.Cost
    private let salt: [UInt8]
    private let digests: [[UInt8]]

    /// Fresh codes such as `k7mq-2x9d-4tza`, to be shown once, and what is kept of them. Takes half a second each: call it through `HashingQueue`.
    package static func make(_ count: Int = 10, cost: Scrypt.Cost = .standard) -> (codes: [String], kept: RecoveryCodes)? {
        let salt = Digest.randomBytes(16)
        var codes: [String] = []
        var digests: [[UInt8]] = []
        for _ in 0..<min(max(count, 1), 20) {
            let letters = BitEncoding.readable.encode(Digest.randomBytes(8)).prefix(12)
            guard let digest = Scrypt.derive(Array(letters.utf8), salt: salt, cost: cost, count: 32) else { return nil }
            codes.append([letters.prefix(4), letters.dropFirst(4).prefix(4), letters.suffix(4)].joined(separator: "-"))
            digests.append(digest)
        }
        return (codes, RecoveryCodes(cost: cost, salt: salt, digests: digests))
    }

    private init(cost: Scrypt.Cost, salt: [UInt8], digests: [[UInt8]]) {
        self.cost = cost
        self.salt = salt
        self.digests = digests
    }

    /// How many codes have not been used.
    package var count: Int { digests.count }

    /// The codes that are left when this one is used up; nil for a wrong one. Case, spaces and hyphens do not matter, nor o for 0 and i or l for 1.
    package func using(_ typed: String) -> RecoveryCodes? {
        let letters = RecoveryCodes.letters(typed)
        guard letters.count == 12, let digest = Scrypt.derive(letters, salt: salt, cost: cost, count: 32) else { return nil }
        let left = digests.filter { !Digest.areEqual($0, digest) }
        return left.count < digests.count ? RecoveryCodes(cost: cost, salt: salt, digests: left) : nil
    }

    /// The text form: that of a password hash with several hashes, separated by commas.
    package var text: String {
        let hashes = digests.map(BitEncoding.base64.encode).joined(separator: ",")
        return "$scrypt$ln=\(cost.logN),r=\(cost.r),p=\(cost.p)$\(BitEncoding.base64.encode(salt))$\(hashes)"
    }

    /// Reads the text form.
    package init?(text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard text.utf8.count <= 2048, parts.count == 5, let salt = BitEncoding.base64.decode(parts[3]) else { return nil }
        let hashes = parts[4].split(separator: ",")
        let digests = hashes.compactMap { BitEncoding.base64.decode($0) }
        // The front is read as that of a password hash, so that the bounds are the same.
        let front = parts.prefix(4).joined(separator: "$") + "$" + BitEncoding.base64.encode([UInt8](repeating: 0, count: 32))
        guard let cost = PasswordHash(text: front)?.cost, digests.count == hashes.count, digests.allSatisfy({ $0.count == 32 }) else { return nil }
        self.init(cost: cost, salt: salt, digests: digests)
    }

    package var description: String { "RecoveryCodes(\(count))" }

    private static func letters(_ typed: String) -> [UInt8] {
        typed.utf8.prefix(64).compactMap { byte in
            let letter = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte + 32 : byte
            switch letter {
            case UInt8(ascii: " "), UInt8(ascii: "-"): return nil
            case UInt8(ascii: "o"): return UInt8(ascii: "0")
            case UInt8(ascii: "i"), UInt8(ascii: "l"): return UInt8(ascii: "1")
            default: return letter
            }
        }
    }
}
