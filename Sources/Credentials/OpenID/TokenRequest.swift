import Foundation
import Transfer

/// How this server proves to a provider which client it is.
package enum ClientProof: Sendable {
    /// A JWT signed with a key of its own: what the NL GOV profile asks of a server.
    case privateKey(PrivateKey, id: String, algorithm: SignatureAlgorithm)
    /// A shared secret in the header `Authorization`.
    case basic(secret: String)
    /// A shared secret in the form.
    case post(secret: String)
}

/// The request that changes a code for tokens: a POST from server to server (RFC 6749, section 4.1.3).
package struct TokenRequest: Sendable, Hashable {
    package let address: String
    /// `Authorization` where the proof needs it, and `Content-Type`, `Accept`.
    package let headers: [String: String]
    /// `application/x-www-form-urlencoded`.
    package let body: String

    /// Nil where the key cannot sign by its algorithm.
    package init?(_ signIn: OpenIDSignIn, code: String, provider: OpenIDProvider, proof: ClientProof, at now: Int64) {
        var fields = [("grant_type", "authorization_code"), ("code", code), ("redirect_uri", signIn.redirect), ("code_verifier", signIn.verifier)]
        var headers = ["Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"]
        switch proof {
        case .privateKey(let key, let id, let algorithm):
            guard let assertion = TokenRequest.assertion(signIn, provider: provider, key: key, id: id, algorithm: algorithm, at: now) else { return nil }
            fields += [
                ("client_id", signIn.client), ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"),
                ("client_assertion", assertion),
            ]
        case .basic(let secret):
            // RFC 6749, section 2.3.1: both are escaped as in a form before they are joined.
            let pair = PercentEncoding.encode(signIn.client) + ":" + PercentEncoding.encode(secret)
            headers["Authorization"] = "Basic " + Data(pair.utf8).base64EncodedString()
        case .post(let secret):
            fields += [("client_id", signIn.client), ("client_secret", secret)]
        }
        address = provider.token
        self.headers = headers
        body = PercentEncoding.form(fields)
    }

    /// RFC 7523, section 3: good for one minute, once.
    private static func assertion(
        _ signIn: OpenIDSignIn, provider: OpenIDProvider, key: PrivateKey, id: String, algorithm: SignatureAlgorithm, at now: Int64
    ) -> String? {
        let seconds = Double(now / 1000)
        let claims: [String: ClaimValue] = [
            "iss": .text(signIn.client), "sub": .text(signIn.client), "aud": .text(provider.token), "jti": .text(RandomText.token(bits: 128)),
            "iat": .number(seconds), "exp": .number(seconds + 60),
        ]
        return WebToken.sign(claims, key: key, id: id, algorithm: algorithm)
    }
}

/// What a provider gives for a code (RFC 6749, section 5).
package struct TokenAnswer: Sendable, Hashable {
    package enum Fault: Error, Sendable, Hashable {
        /// Carries the provider's code, such as `invalid_grant`.
        case refused(String)
        case malformed
    }

    package let idToken: String
    package let accessToken: String

    package init(status: Int, body: [UInt8]) throws(Fault) {
        let document = ClaimValue(body)
        if let error = document?["error"]?.text {
            throw .refused(String(error.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }.map(Character.init).prefix(60)))
        }
        guard status == 200, let document, let idToken = document["id_token"]?.text, let accessToken = document["access_token"]?.text,
            document["token_type"]?.text?.lowercased() == "bearer"
        else { throw .malformed }
        self.idToken = idToken
        self.accessToken = accessToken
    }
}
