/// The keys that a provider signs with (RFC 7517), as its `jwks_uri` gives them.
package struct WebKeySet: Sendable {
    private struct Entry: Sendable {
        let id: String?
        let algorithm: SignatureAlgorithm?
        let key: PublicKey
    }

    private let entries: [Entry]

    /// Nil for what is not a key set. Keys that are not for signatures, of another kind or faulty are left out, as RFC 7517 (section 5) asks.
    package init?(_ json: [UInt8]) {
        guard let keys = ClaimValue(json)?["keys"]?.list else { return nil }
        entries = keys.prefix(50).compactMap(WebKeySet.entry)
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// The key that a token names; without a name the only one that can be meant.
    func key(id: String?, algorithm: SignatureAlgorithm) -> PublicKey? {
        let kind: PublicKey.Kind = algorithm == .es256 ? .p256 : .rsa
        let fitting = entries.filter { $0.key.kind == kind && ($0.algorithm ?? algorithm) == algorithm && (id == nil || $0.id == id) }
        return fitting.count == 1 ? fitting[0].key : nil
    }

    private static func entry(_ value: ClaimValue) -> Entry? {
        guard value["use"]?.text ?? "sig" == "sig" else { return nil }
        if let operations = value["key_ops"]?.list, !operations.contains(.text("verify")) { return nil }
        func bytes(_ name: String) -> [UInt8]? { value[name]?.text.flatMap { BitEncoding.base64URL.decode($0) } }
        let key: PublicKey?
        switch (value["kty"]?.text, value["crv"]?.text) {
        case ("RSA", _): key = bytes("n").flatMap { n in bytes("e").flatMap { PublicKey(modulus: n, exponent: $0) } }
        case ("EC", "P-256"): key = bytes("x").flatMap { x in bytes("y").flatMap { PublicKey(x: x, y: $0) } }
        default: key = nil
        }
        guard let key else { return nil }
        let named = value["alg"]?.text
        let algorithm = named.flatMap(SignatureAlgorithm.init)
        // A key for an algorithm that is not known here is not for us.
        guard named == nil || algorithm != nil else { return nil }
        return Entry(id: value["kid"]?.text, algorithm: algorithm, key: key)
    }
}
