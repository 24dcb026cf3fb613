import Credentials
import Foundation
import TestSupport
import Testing
import Transfer

@Suite("Sign-in by OpenID Connect") struct OpenIDTests {
    private static let issuer = "https://login.voorbeeld.example/realm"
    private static let description = """
        {"issuer":"\(issuer)","authorization_endpoint":"\(issuer)/auth","token_endpoint":"\(issuer)/token","jwks_uri":"\(issuer)/keys",
         "id_token_signing_alg_values_supported":["HS256","ES256","RS256"],"authorization_response_iss_parameter_supported":true}
        """
    private static let now: Int64 = 1_800_000_000_000
    private static let seconds = Double(now / 1000)

    private let provider: OpenIDProvider
    private let key: PrivateKey
    private let keys: WebKeySet

    init() throws {
        provider = try OpenIDProvider(Array(Self.description.utf8), issuer: Self.issuer)
        key = try given(PrivateKey.random(.p256))
        keys = try given(WebKeySet(Array(json(["keys": .list([try given(key.webKey(id: "k1"))])]).utf8)))
    }

    private func signIn(levels: [String] = []) -> OpenIDSignIn {
        OpenIDSignIn(provider: provider, client: "leefkring", redirect: "https://leefkring.example/terug", levels: levels, at: Self.now)
    }

    private func claims(_ signIn: OpenIDSignIn) -> [String: ClaimValue] {
        [
            "iss": .text(Self.issuer), "sub": .text("p-17"), "aud": .text("leefkring"), "nonce": .text(signIn.nonce), "iat": .number(Self.seconds + 5),
            "exp": .number(Self.seconds + 305),
            // The access token and its digest are an example of OpenID Connect Core 1.0, appendix A.
            "at_hash": .text("77QmUPtjPfzWtF2AnpK9RQ"),
        ]
    }

    private func proof(
        _ claims: [String: ClaimValue], _ signIn: OpenIDSignIn, at offset: Int64 = 10_000, maximumAge: Int? = nil,
        access: String = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"
    ) throws -> IdentityProof {
        let token = try given(WebToken.sign(claims, key: key, id: "k1", algorithm: .es256))
        let body = json(["id_token": .text(token), "access_token": .text(access), "token_type": .text("Bearer"), "expires_in": .number(300)])
        let answer = try TokenAnswer(status: 200, body: Array(body.utf8))
        return try IdentityProof(answer, for: signIn, provider: provider, keys: keys, at: Self.now + offset, maximumAge: maximumAge)
    }

    @Test("ASVS 10.2.1: the challenge of PKCE is that of RFC 7636, appendix B")
    func challenge() throws {
        let text =
            #"{"issuer":"i","client":"c","redirect":"r","state":"s","nonce":"n","verifier":"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk","levels":[],"started":0}"#
        let signIn = try JSONDecoder().decode(OpenIDSignIn.self, from: Data(text.utf8))
        #expect(signIn.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test("the browser goes to the provider with code flow, S256, and a state and nonce of 256 bits that never come twice")
    func address() throws {
        let signIn = signIn(levels: ["urn:high", "urn:low"])
        let parts = try given(URLComponents(string: signIn.address(at: provider, scopes: ["openid", "email"], language: "nl", maximumAge: 0)))
        let fields = Dictionary(try given(parts.queryItems).map { ($0.name, $0.value) }) { first, _ in first }
        #expect(parts.path == "/realm/auth")
        #expect(
            fields == [
                "response_type": "code", "client_id": "leefkring", "redirect_uri": "https://leefkring.example/terug", "scope": "openid email",
                "state": signIn.state,
                "nonce": signIn.nonce, "code_challenge": signIn.challenge, "code_challenge_method": "S256", "acr_values": "urn:high urn:low",
                "ui_locales": "nl", "max_age": "0",
            ])
        let all = (0..<200).flatMap { _ in
            let other = self.signIn()
            return [other.state, other.nonce, other.verifier]
        }
        #expect(Set(all).count == 600 && all.allSatisfy { $0.utf8.count == 43 })
    }

    @Test("ASVS 10.5: only the answer with this state, of this issuer, gives a code")
    func answers() throws {
        let signIn = signIn()
        func query(_ pairs: [(String, String)]) -> [(name: String, value: String)] { pairs.map { (name: $0.0, value: $0.1) } }
        let right = [("state", signIn.state), ("code", "abc"), ("iss", Self.issuer)]
        #expect(try signIn.code(in: query(right), namesIssuer: true) == "abc")
        #expect(try signIn.code(in: query(Array(right.dropLast()))) == "abc")
        for foreign in [
            [("code", "abc")], [("state", self.signIn().state), ("code", "abc")], [("state", ""), ("code", "abc")], right + [("state", signIn.state)],
            right + [("code", "def")], [("state", signIn.state), ("code", "abc"), ("iss", "https://other.example")],
        ] {
            #expect(throws: OpenIDSignIn.AnswerFault.foreign) { try signIn.code(in: query(foreign)) }
        }
        #expect(throws: OpenIDSignIn.AnswerFault.foreign) { try signIn.code(in: query(Array(right.dropLast())), namesIssuer: true) }
        #expect(throws: OpenIDSignIn.AnswerFault.refused("access_denied")) {
            try signIn.code(in: query([("state", signIn.state), ("error", "access_denied\r\n")]))
        }
        #expect(throws: OpenIDSignIn.AnswerFault.malformed) { try signIn.code(in: query([("state", signIn.state)])) }
        #expect(throws: OpenIDSignIn.AnswerFault.malformed) { try signIn.code(in: query([("state", signIn.state), ("code", "")])) }
    }

    @Test("ASVS 10.5: a right ID token says who it is")
    func right() throws {
        let signIn = signIn()
        let proof = try proof(claims(signIn).merging(["email": .text("p@x.example")]) { $1 }, signIn)
        #expect(proof.subject == "p-17" && proof.issuer == Self.issuer && proof.level == nil && proof.claims["email"]?.text == "p@x.example")
        let several = claims(signIn).merging(["aud": .list([.text("other"), .text("leefkring")]), "azp": .text("leefkring")]) { $1 }
        #expect(try self.proof(several, signIn).subject == "p-17")
        var plain = claims(signIn)
        plain["at_hash"] = nil
        #expect(try self.proof(plain, signIn, access: "any").subject == "p-17")
    }

    @Test("ASVS 10.5: every claim that is wrong or missing is refused by its name")
    func wrong() throws {
        let signIn = signIn()
        let cases: [(String, ClaimValue?, IdentityProof.Fault)] = [
            ("iss", .text(Self.issuer + "/"), .issuer), ("iss", nil, .missing(claim: "iss")), ("iss", .number(1), .missing(claim: "iss")),
            ("sub", nil, .missing(claim: "sub")), ("sub", .text(""), .missing(claim: "sub")), ("sub", .text("é"), .missing(claim: "sub")),
            ("sub", .text(String(repeating: "a", count: 256)), .missing(claim: "sub")), ("aud", .text("other"), .audience),
            ("aud", nil, .missing(claim: "aud")),
            ("aud", .list([]), .audience), ("aud", .list([.text("leefkring"), .text("other")]), .authorisedParty), ("azp", .text("other"), .authorisedParty),
            ("exp", .number(Self.seconds - 60), .expired), ("exp", nil, .missing(claim: "exp")), ("exp", .text("never"), .missing(claim: "exp")),
            ("iat", .number(Self.seconds + 100), .issuedAt), ("iat", .number(Self.seconds - 100), .issuedAt), ("iat", nil, .missing(claim: "iat")),
            ("nbf", .number(Self.seconds + 100), .issuedAt), ("nonce", .text(self.signIn().nonce), .nonce), ("nonce", nil, .missing(claim: "nonce")),
            ("at_hash", .text("77QmUPtjPfzWtF2AnpK9RR"), .accessToken), ("at_hash", .null, .accessToken),
        ]
        for (name, value, fault) in cases {
            var claims = claims(signIn)
            claims[name] = value
            #expect(throws: fault, "\(name)") { try proof(claims, signIn) }
        }
        #expect(throws: IdentityProof.Fault.accessToken) { try proof(claims(signIn), signIn, access: "another") }
        #expect(throws: IdentityProof.Fault.nonce) { try proof(claims(signIn), self.signIn()) }
    }

    @Test("clocks may differ by a minute, not by more")
    func skew() throws {
        let signIn = signIn()
        #expect(try proof(claims(signIn), signIn, at: 364_000).subject == "p-17")
        #expect(throws: IdentityProof.Fault.expired) { try proof(claims(signIn), signIn, at: 366_000) }
        #expect(try proof(claims(signIn), signIn, at: -54_000).subject == "p-17")
        #expect(throws: IdentityProof.Fault.issuedAt) { try proof(claims(signIn), signIn, at: -56_000) }
    }

    @Test("a level that was asked must come back, and a fresh proof where that was asked")
    func levels() throws {
        let signIn = signIn(levels: ["urn:high"])
        func proof(_ more: [String: ClaimValue], maximumAge: Int? = nil) throws -> IdentityProof {
            try self.proof(claims(signIn).merging(more) { $1 }, signIn, maximumAge: maximumAge)
        }
        #expect(try proof(["acr": .text("urn:high")]).level == "urn:high")
        #expect(throws: IdentityProof.Fault.level) { try proof(["acr": .text("urn:low")]) }
        #expect(throws: IdentityProof.Fault.level) { try proof([:]) }
        let high: [String: ClaimValue] = ["acr": .text("urn:high")]
        #expect(try proof(high.merging(["auth_time": .number(Self.seconds - 100)]) { $1 }, maximumAge: 300).subject == "p-17")
        #expect(throws: IdentityProof.Fault.authenticationTime) { try proof(high.merging(["auth_time": .number(Self.seconds - 400)]) { $1 }, maximumAge: 300) }
        #expect(throws: IdentityProof.Fault.missing(claim: "auth_time")) { try proof(high, maximumAge: 300) }
    }

    @Test("ASVS 10.5: a token signed by another key is refused")
    func otherKey() throws {
        let signIn = signIn()
        let other = try given(PrivateKey.random(.p256))
        let token = try given(WebToken.sign(claims(signIn), key: other, id: "k1", algorithm: .es256))
        let body = json(["id_token": .text(token), "access_token": .text("a"), "token_type": .text("bearer")])
        let answer = try TokenAnswer(status: 200, body: Array(body.utf8))
        #expect(throws: IdentityProof.Fault.token(.badSignature)) { try IdentityProof(answer, for: signIn, provider: provider, keys: keys, at: Self.now) }
    }

    @Test("the code is changed for tokens with the verifier, and with proof of the client")
    func tokenRequest() throws {
        let signIn = signIn()
        let basic = try given(TokenRequest(signIn, code: "a b", provider: provider, proof: .basic(secret: "s:e"), at: Self.now))
        #expect(basic.address == Self.issuer + "/token")
        #expect(basic.headers["Authorization"] == "Basic " + Data("leefkring:s%3Ae".utf8).base64EncodedString())
        #expect(
            basic.body == "grant_type=authorization_code&code=a%20b&redirect_uri=https%3A%2F%2Fleefkring.example%2Fterug&code_verifier=\(signIn.verifier)")
        let post = try given(TokenRequest(signIn, code: "c", provider: provider, proof: .post(secret: "s&e"), at: Self.now))
        #expect(post.body.hasSuffix("&client_id=leefkring&client_secret=s%26e") && post.headers["Authorization"] == nil)
        let signed = try given(TokenRequest(signIn, code: "c", provider: provider, proof: .privateKey(key, id: "k1", algorithm: .es256), at: Self.now))
        let assertion = try given(signed.body.split(separator: "client_assertion=").last)
        let claims = try WebToken(String(assertion), keys: keys, algorithms: [.es256]).claims
        #expect(claims["iss"] == .text("leefkring") && claims["sub"] == .text("leefkring") && claims["aud"] == .text(Self.issuer + "/token"))
        #expect(claims["exp"] == .number(Self.seconds + 60) && claims["jti"]?.text?.utf8.count == 22)
    }

    @Test("what a token address answers is a token or a refusal")
    func tokenAnswers() {
        func answer(_ status: Int, _ body: String) throws -> TokenAnswer { try TokenAnswer(status: status, body: Array(body.utf8)) }
        #expect(throws: TokenAnswer.Fault.refused("invalid_grant")) { try answer(400, #"{"error":"invalid_grant"}"#) }
        for (status, body) in [
            (200, ""), (200, "{}"), (500, "<html>"), (200, #"{"id_token":"a","access_token":"b","token_type":"mac"}"#),
            (302, #"{"id_token":"a","access_token":"b","token_type":"Bearer"}"#), (200, #"{"access_token":"b","token_type":"Bearer"}"#),
        ] {
            #expect(throws: TokenAnswer.Fault.malformed) { try answer(status, body) }
        }
    }

    @Test("ASVS 10.5.3: a token is of the issuer that the sign-in began at, and of the one whose keys it is held against: never of one alone")
    func mixedUp() throws {
        let elsewhere = "https://ander.voorbeeld.example/realm"
        let other = try OpenIDProvider(Array(Self.description.replacing(Self.issuer, with: elsewhere).utf8), issuer: elsewhere)
        let begun = OpenIDSignIn(provider: other, client: "leefkring", redirect: "https://leefkring.example/terug", at: Self.now)
        for issuer in [Self.issuer, elsewhere] {
            var claims = claims(begun)
            claims["iss"] = .text(issuer)
            #expect(throws: IdentityProof.Fault.issuer, "\(issuer)") { try proof(claims, begun) }
        }
    }

    @Test("a description of a provider must be of the issuer that was asked, with https addresses and a known way of signing")
    func descriptions() throws {
        #expect(provider.algorithms == [.es256, .rs256] && provider.namesIssuer && provider.tokenMethods == ["client_secret_basic"])
        #expect(OpenIDProvider.address(of: "https://a.example/") == "https://a.example/.well-known/openid-configuration")
        #expect(OpenIDProvider.address(of: Self.issuer) == Self.issuer + "/.well-known/openid-configuration")
        func description(_ from: String, _ to: String) -> [UInt8] { Array(Self.description.replacing(from, with: to).utf8) }
        #expect(throws: OpenIDProvider.Fault.otherIssuer(Self.issuer)) { try OpenIDProvider(description("", ""), issuer: "https://login.voorbeeld.example") }
        #expect(throws: OpenIDProvider.Fault.noAlgorithm) { try OpenIDProvider(description(#""ES256","RS256""#, #""none""#), issuer: Self.issuer) }
        for address in [
            "http://login.voorbeeld.example/token", "javascript:alert(1)", "https:///token", "https://a@b.example/token", "https://b.example/#x",
            "ftp://b.example",
        ] {
            #expect(throws: OpenIDProvider.Fault.badAddress(field: "token_endpoint"), "\(address)") {
                try OpenIDProvider(description("\(Self.issuer)/token", address), issuer: Self.issuer)
            }
        }
        // The issuer itself too, also where all other addresses are right.
        let unsafe = "http://login.voorbeeld.example/realm"
        #expect(throws: OpenIDProvider.Fault.badAddress(field: "issuer")) {
            try OpenIDProvider(description("\"issuer\":\"\(Self.issuer)\"", "\"issuer\":\"\(unsafe)\""), issuer: unsafe)
        }
        for text in ["", "[]", "{}", "{\"issuer\":5}"] { #expect(throws: OpenIDProvider.Fault.malformed) { try OpenIDProvider(Array(text.utf8), issuer: "x") } }
        let plain = description("https://login.voorbeeld.example", "http://127.0.0.1:9000")
        #expect(throws: OpenIDProvider.Fault.self) { try OpenIDProvider(plain, issuer: "http://127.0.0.1:9000/realm") }
        #expect(try OpenIDProvider(plain, issuer: "http://127.0.0.1:9000/realm", allowsPlain: true).token == "http://127.0.0.1:9000/realm/token")
    }
}
