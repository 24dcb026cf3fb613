import Foundation

/// A provider that people sign in with, as its `/.well-known/openid-configuration` describes it (OpenID Connect Discovery 1.0).
package struct OpenIDProvider: Sendable, Hashable {
    /// Why a description is not taken.
    package enum Fault: Error, Sendable, Hashable {
        case malformed
        /// The description is of another issuer than asked for (Discovery, section 4.3).
        case otherIssuer(String)
        /// An address that is missing, not https, or has a name or fragment in it.
        case badAddress(field: String)
        /// Signs in no way that is known here.
        case noAlgorithm
    }

    /// Exactly as configured.
    package let issuer: String
    package let authorisation: String
    package let token: String
    package let keys: String
    package let userInfo: String?
    package let endSession: String?
    /// How the ID token may be signed: what the provider names and is known here.
    package let algorithms: Set<SignatureAlgorithm>
    /// Whether the provider promises `iss` in its answer (RFC 9207); then an answer without it is refused.
    package let namesIssuer: Bool
    package let tokenMethods: Set<String>

    /// Where the description of an issuer stands.
    package static func address(of issuer: String) -> String {
        (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
    }

    /// - Parameter allowsPlain: takes http addresses on this machine itself, for tests
    package init(_ json: [UInt8], issuer: String, allowsPlain: Bool = false) throws(Fault) {
        guard let document = ClaimValue(json), let named = document["issuer"]?.text else { throw .malformed }
        guard Array(named.utf8) == Array(issuer.utf8) else { throw .otherIssuer(String(named.prefix(200))) }
        func address(_ field: String) throws(Fault) -> String? {
            guard let text = document[field]?.text else { return nil }
            guard OpenIDProvider.isFit(text, allowsPlain: allowsPlain) else { throw .badAddress(field: field) }
            return text
        }
        func needed(_ field: String) throws(Fault) -> String {
            guard let text = try address(field) else { throw .badAddress(field: field) }
            return text
        }
        guard OpenIDProvider.isFit(issuer, allowsPlain: allowsPlain) else { throw .badAddress(field: "issuer") }
        self.issuer = issuer
        authorisation = try needed("authorization_endpoint")
        token = try needed("token_endpoint")
        keys = try needed("jwks_uri")
        userInfo = try address("userinfo_endpoint")
        endSession = try address("end_session_endpoint")
        let names = document["id_token_signing_alg_values_supported"]?.list?.compactMap(\.text) ?? ["RS256"]
        algorithms = Set(names.compactMap(SignatureAlgorithm.init))
        guard !algorithms.isEmpty else { throw .noAlgorithm }
        namesIssuer = document["authorization_response_iss_parameter_supported"] == .truth(true)
        // The default of Discovery, section 3.
        tokenMethods = Set(document["token_endpoint_auth_methods_supported"]?.list?.compactMap(\.text) ?? ["client_secret_basic"])
    }

    private static func isFit(_ text: String, allowsPlain: Bool) -> Bool {
        guard text.utf8.count <= 2000, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), let parts = URLComponents(string: text), let host = parts.host,
            !host.isEmpty, parts.fragment == nil, parts.user == nil, parts.password == nil
        else { return false }
        return parts.scheme == "https" || allowsPlain && parts.scheme == "http" && ["127.0.0.1", "localhost", "[::1]", "::1"].contains(host)
    }
}
