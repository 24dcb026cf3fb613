import Transfer

/// One sign-in under way at a provider: the code flow with PKCE, as pure values (OpenID Connect Core 1.0; RFC 7636; NL GOV profiles for OAuth and OpenID
/// Connect).
///
/// Keep it in the session between leaving for the provider and coming back, and throw it away at the first answer, right or wrong.
package struct OpenIDSignIn: Sendable, Hashable, Codable {
    /// Why an answer of a provider to the browser is not taken.
    package enum AnswerFault: Error, Sendable, Hashable {
        /// Not the answer to this sign-in: no or another state, twice the same field, or of another issuer.
        case foreign
        /// The provider says no; carries its code, such as `access_denied`.
        case refused(String)
        /// Neither a code nor an error.
        case malformed
    }

    package let issuer: String
    package let client: String
    /// The address to come back to, which must be registered exactly so.
    package let redirect: String
    /// 256 bits.
    package let state: String
    /// 256 bits.
    package let nonce: String
    /// The verifier of PKCE: 43 letters.
    package let verifier: String
    /// Levels of assurance that are asked, best first; one of them must come back.
    package let levels: [String]
    /// Milliseconds since 1970.
    package let started: Int64

    package init(provider: OpenIDProvider, client: String, redirect: String, levels: [String] = [], at now: Int64) {
        issuer = provider.issuer
        self.client = client
        self.redirect = redirect
        self.levels = levels
        state = RandomText.token()
        nonce = RandomText.token()
        verifier = RandomText.token()
        started = now
    }

    /// The challenge of PKCE: the SHA-256 of the verifier (RFC 7636, section 4.2).
    package var challenge: String { OpenIDSignIn.challenge(of: verifier) }

    static func challenge(of verifier: String) -> String { BitEncoding.base64URL.encode(Digest.sha256(verifier)) }

    /// Where the browser goes.
    ///
    /// - Parameters:
    ///   - language: of the pages at the provider
    ///   - maximumAge: seconds since the person last proved who they are, for a second proof before something weighty; 0 asks anew
    package func address(at provider: OpenIDProvider, scopes: [String] = ["openid"], language: String? = nil, maximumAge: Int? = nil) -> String {
        var fields = [
            ("response_type", "code"), ("client_id", client), ("redirect_uri", redirect), ("scope", scopes.joined(separator: " ")), ("state", state),
            ("nonce", nonce), ("code_challenge", challenge), ("code_challenge_method", "S256"),
        ]
        if !levels.isEmpty { fields.append(("acr_values", levels.joined(separator: " "))) }
        if let language { fields.append(("ui_locales", language)) }
        if let maximumAge { fields.append(("max_age", String(max(maximumAge, 0)))) }
        let separator = provider.authorisation.contains("?") ? "&" : "?"
        return provider.authorisation + separator + PercentEncoding.form(fields)
    }

    /// The code in what the browser came back with.
    ///
    /// - Parameter query: names and values, decoded, in order
    package func code(in query: [(name: String, value: String)], namesIssuer: Bool = false) throws(AnswerFault) -> String {
        func value(_ name: String) throws(AnswerFault) -> String? {
            let values = query.filter { $0.name == name }
            guard values.count <= 1 else { throw .foreign }
            return values.first?.value
        }
        guard let given = try value("state"), Digest.areEqual(Array(given.utf8), Array(state.utf8)) else { throw .foreign }
        // RFC 9207: an answer that one provider mixed up with another's.
        if let named = try value("iss") {
            guard Array(named.utf8) == Array(issuer.utf8) else { throw .foreign }
        } else if namesIssuer {
            throw .foreign
        }
        if let error = try value("error") {
            throw .refused(String(error.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }.map(Character.init).prefix(60)))
        }
        guard let code = try value("code"), !code.isEmpty, code.utf8.count <= 4096 else { throw .malformed }
        return code
    }
}
