import Transfer

/// Short secrets, hidden by what only the holder of a key can make. Whoever sees one hidden learns nothing but its length; who could change it meanwhile is
/// not noticed here: sign it where that matters.
package struct SecretMask: Sendable {
    private let key: SecretKey
    private let kind: String

    /// The most bytes that one secret has.
    package static let limit = 32
    private static let nonceLength = 16

    /// - Parameter kind: of what is hidden; a secret of one kind is not shown as another
    package init(_ key: SecretKey, kind: String) {
        self.key = key
        self.kind = kind
    }

    /// A nonce, and the secret mixed with a tag of it.
    ///
    /// - Parameter subject: whose it is; for another it comes out wrong
    package func hide(_ secret: [UInt8], for subject: String) -> [UInt8] {
        let nonce = Digest.randomBytes(Self.nonceLength)
        return nonce + zip(secret, mask(nonce, subject)).map { $0 ^ $1 }
    }

    /// Nil for what is too short or too long to be hidden here.
    package func show(_ hidden: [UInt8], for subject: String) -> [UInt8]? {
        guard hidden.count > Self.nonceLength, hidden.count <= Self.nonceLength + Self.limit else { return nil }
        return zip(hidden.dropFirst(Self.nonceLength), mask(Array(hidden.prefix(Self.nonceLength)), subject)).map { $0 ^ $1 }
    }

    private func mask(_ nonce: [UInt8], _ subject: String) -> [UInt8] {
        var message = CanonicalBytes(kind)
        message.add(nonce)
        message.add(subject)
        return key.tag(message)
    }
}
