import Transfer

/// A key that only the server knows. It prints as nothing, so that it cannot slip into a log.
package struct SecretKey: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    private let bytes: [UInt8]

    /// Nil for fewer than 32 bytes (256 bits).
    package init?(_ bytes: [UInt8]) {
        guard bytes.count >= 32 else { return nil }
        self.bytes = bytes
    }

    private init(trusted bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// A key as the configuration holds it: base64url, 43 letters or more.
    package init?(text: String) {
        guard let bytes = BitEncoding.base64URL.decode(text) else { return nil }
        self.init(bytes)
    }

    /// A fresh key.
    package static func random() -> SecretKey { SecretKey(trusted: Digest.randomBytes(32)) }

    /// The key as the configuration holds it. The only way out.
    package var text: String { BitEncoding.base64URL.encode(bytes) }

    /// A key for one purpose. Who learns it learns neither this key nor that of another purpose (HKDF-Expand with SHA-256, RFC 5869, 32 bytes).
    package func derived(for purpose: String) -> SecretKey {
        SecretKey(trusted: Digest.hmacSHA256(key: bytes, Array(purpose.utf8) + [1]))
    }

    /// HMAC with SHA-256: 32 bytes that only a holder of the key can make.
    package func tag(_ message: CanonicalBytes) -> [UInt8] { Digest.hmacSHA256(key: bytes, message.bytes) }

    package var description: String { "SecretKey(…)" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
