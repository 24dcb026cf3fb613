/// How a token is signed (RFC 7518): the two that the NL GOV profiles ask for, and RSA's newer padding. `none` and the HMAC forms do not exist here.
package enum SignatureAlgorithm: String, Sendable, Hashable, CaseIterable {
    /// RSA with the padding of PKCS #1 version 1.5 and SHA-256.
    case rs256 = "RS256"
    /// RSA with PSS padding and SHA-256.
    case ps256 = "PS256"
    /// ECDSA on P-256 with SHA-256.
    case es256 = "ES256"
}
