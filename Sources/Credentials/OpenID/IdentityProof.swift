import Foundation
import Transfer

/// Who someone is according to a provider: an ID token that passed every check (OpenID Connect Core 1.0, section 3.1.3.7; ASVS 10.5.1 to 10.5.5).
package struct IdentityProof: Sendable, Hashable {
    /// The first check that failed.
    package enum Fault: Error, Sendable, Hashable {
        case token(WebTokenFault)
        /// A claim that is missing or of the wrong kind.
        case missing(claim: String)
        case issuer
        case audience
        case authorisedParty
        case expired
        /// From the future, or older than the sign-in.
        case issuedAt
        case nonce
        case accessToken
        /// None of the levels that were asked.
        case level
        /// Signed in too long ago for what was asked.
        case authenticationTime
    }

    package let issuer: String
    /// The person at this issuer: 1 to 255 letters of ASCII, compared exactly.
    package let subject: String
    /// The level of assurance (`acr`).
    package let level: String?
    /// All claims, such as `name` and `email`; what the provider vouches for is between it and the installation.
    package let claims: [String: ClaimValue]

    /// - Parameters:
    ///   - answer: of the provider's token address
    ///   - skew: seconds that clocks may differ
    ///   - maximumAge: as it was asked with the sign-in
    package init(
        _ answer: TokenAnswer, for signIn: OpenIDSignIn, provider: OpenIDProvider, keys: WebKeySet, at now: Int64, skew: Int = 60, maximumAge: Int? = nil
    ) throws(Fault) {
        let token: WebToken
        do throws(WebTokenFault) { token = try WebToken(answer.idToken, keys: keys, algorithms: provider.algorithms) } catch { throw .token(error) }
        let claims = token.claims
        guard let issuer = claims["iss"]?.text else { throw .missing(claim: "iss") }
        guard issuer.utf8.elementsEqual(signIn.issuer.utf8), issuer.utf8.elementsEqual(provider.issuer.utf8) else { throw .issuer }
        guard let subject = claims["sub"]?.text, (1...255).contains(subject.utf8.count), subject.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw .missing(claim: "sub")
        }
        try IdentityProof.checkAudience(claims, client: signIn.client)
        try IdentityProof.checkTimes(claims, signIn: signIn, now: Double(now) / 1000, skew: Double(min(max(skew, 0), 300)), maximumAge: maximumAge)
        guard let nonce = claims["nonce"]?.text else { throw .missing(claim: "nonce") }
        guard Digest.areEqual(Array(nonce.utf8), Array(signIn.nonce.utf8)) else { throw .nonce }
        // All three algorithms go with SHA-256, whose left half this is. NL GOV asks for it; where a provider leaves it out the code flow does not need it.
        if let hash = claims["at_hash"] {
            let expected = BitEncoding.base64URL.encode(Array(Digest.sha256(answer.accessToken).prefix(16)))
            guard let hash = hash.text, Digest.areEqual(Array(hash.utf8), Array(expected.utf8)) else { throw .accessToken }
        }
        let level = claims["acr"]?.text
        if !signIn.levels.isEmpty { guard let level, signIn.levels.contains(level) else { throw .level } }
        self.issuer = issuer
        self.subject = subject
        self.level = level
        self.claims = claims
    }

    private static func checkAudience(_ claims: [String: ClaimValue], client: String) throws(Fault) {
        let audiences: [String]
        switch claims["aud"] {
        case .text(let one): audiences = [one]
        case .list(let list): audiences = list.compactMap(\.text)
        default: throw .missing(claim: "aud")
        }
        guard audiences.contains(where: { $0.utf8.elementsEqual(client.utf8) }) else { throw .audience }
        // With more than one audience the token must say that it was given to us.
        if let party = claims["azp"] {
            guard let party = party.text, party.utf8.elementsEqual(client.utf8) else { throw .authorisedParty }
        } else if audiences.count > 1 {
            throw .authorisedParty
        }
    }

    private static func checkTimes(_ claims: [String: ClaimValue], signIn: OpenIDSignIn, now: Double, skew: Double, maximumAge: Int?) throws(Fault) {
        guard let expiry = claims["exp"]?.number, expiry.isFinite else { throw .missing(claim: "exp") }
        guard now < expiry + skew else { throw .expired }
        guard let issued = claims["iat"]?.number, issued.isFinite else { throw .missing(claim: "iat") }
        guard issued <= now + skew, issued >= Double(signIn.started) / 1000 - skew else { throw .issuedAt }
        if let start = claims["nbf"] { guard let start = start.number, start <= now + skew else { throw .issuedAt } }
        if let maximumAge {
            guard let proved = claims["auth_time"]?.number, proved.isFinite else { throw .missing(claim: "auth_time") }
            guard proved <= now + skew, now - proved <= Double(max(maximumAge, 0)) + skew else { throw .authenticationTime }
        }
    }
}
