import Foundation

/// Why a JSON Web Token is not taken.
package enum WebTokenFault: Error, Sendable, Hashable {
    /// Not three parts of base64url with JSON in the first two, too large, or with header fields that must be understood and are not.
    case malformed
    /// Signed in a way that was not agreed on, `none` among them.
    case algorithm(String)
    /// No key of the set fits. Fetch the set again, once: the provider may have a new key.
    case unknownKey
    case badSignature
}

/// A JSON Web Token whose signature has been checked (RFC 7519 over RFC 7515). There is no other way to get at its claims.
package struct WebToken: Sendable, Hashable {
    package let header: [String: ClaimValue]
    package let claims: [String: ClaimValue]

    /// - Parameter algorithms: those agreed on with the signer; what the token says of itself does not count (RFC 8725, section 3.1)
    package init(_ text: String, keys: WebKeySet, algorithms: Set<SignatureAlgorithm>) throws(WebTokenFault) {
        guard text.utf8.count <= 64 << 10 else { throw .malformed }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = WebToken.object(parts[0]), let claims = WebToken.object(parts[1]),
            let signature = BitEncoding.base64URL.decode(parts[2]), header["crit"] == nil, header["b64"] == nil
        else { throw .malformed }
        guard let name = header["alg"]?.text else { throw .malformed }
        guard let algorithm = SignatureAlgorithm(rawValue: name), algorithms.contains(algorithm) else { throw .algorithm(String(name.prefix(20))) }
        guard let key = keys.key(id: header["kid"]?.text, algorithm: algorithm) else { throw .unknownKey }
        guard key.verifies(signature, of: Array("\(parts[0]).\(parts[1])".utf8), by: algorithm) else { throw .badSignature }
        self.header = header
        self.claims = claims
    }

    /// Signs claims. Nil for an algorithm of another kind of key.
    package static func sign(_ claims: [String: ClaimValue], key: PrivateKey, id: String, algorithm: SignatureAlgorithm) -> String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let header: ClaimValue = .object(["alg": .text(algorithm.rawValue), "kid": .text(id), "typ": .text("JWT")])
        guard let header = try? encoder.encode(header), let body = try? encoder.encode(ClaimValue.object(claims)) else { return nil }
        let message = BitEncoding.base64URL.encode(Array(header)) + "." + BitEncoding.base64URL.encode(Array(body))
        return key.signature(of: Array(message.utf8), by: algorithm).map { message + "." + BitEncoding.base64URL.encode($0) }
    }

    private static func object(_ part: Substring) -> [String: ClaimValue]? {
        BitEncoding.base64URL.decode(part).flatMap { ClaimValue($0)?.object }
    }
}
