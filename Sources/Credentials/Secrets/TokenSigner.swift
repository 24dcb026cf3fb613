import Transfer

/// Why a signed token is not taken.
package enum TokenFault: Error, Sendable, Hashable {
    /// Not made by this signer, for another purpose, or changed.
    case forged
    case expired
}

/// Texts that pass through other hands and come back unchanged: unsubscribe links, forms, confirmations.
///
/// The payload can be read by everyone who holds the token; it can only be made here. A token is `payload.expiry.tag`, all of it fit for an address.
package struct TokenSigner: Sendable {
    private let keys: [SecretKey]
    private let kind: String

    /// - Parameters:
    ///   - older: earlier keys, whose tokens are still taken
    ///   - purpose: `unsubscribe`, `form` …; tokens of one purpose are forged for another
    package init(_ key: SecretKey, older: [SecretKey] = [], purpose: String) {
        kind = "leefkring token 1 " + purpose
        keys = ([key] + older).map { [kind] in $0.derived(for: kind) }
    }

    /// - Parameter expiry: milliseconds since 1970; nil for a token without end
    package func sign(_ payload: String, until expiry: Int64? = nil) -> String {
        guard let key = keys.first else { return "" }
        let tag = key.tag(message(payload, expiry))
        return [BitEncoding.base64URL.encode(Array(payload.utf8)), expiry.map { String($0) } ?? "", BitEncoding.base64URL.encode(tag)].joined(separator: ".")
    }

    /// The payload of a token made here for this purpose and not over its time.
    package func open(_ token: String, at now: Int64) throws(TokenFault) -> String {
        guard token.utf8.count <= 8192 else { throw .forged }
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = BitEncoding.base64URL.decode(parts[0]), let tag = BitEncoding.base64URL.decode(parts[2]),
            let payload = String(validating: bytes, as: UTF8.self)
        else { throw .forged }
        let expiry = Int64(parts[1])
        // Only the spelling that `sign` writes: `+5` and `05` are numbers too.
        guard parts[1] == (expiry.map { String($0) } ?? "") else { throw .forged }
        let message = message(payload, expiry)
        guard keys.contains(where: { Digest.areEqual($0.tag(message), tag) }) else { throw .forged }
        if let expiry, now >= expiry { throw .expired }
        return payload
    }

    private func message(_ payload: String, _ expiry: Int64?) -> CanonicalBytes {
        var message = CanonicalBytes(kind)
        message.add(payload)
        message.add(expiry)
        return message
    }
}
