import Credentials
import Foundation
import TestSupport
import Testing
import Transfer

@Suite("Sign-in at a real OpenID provider", .enabled(if: PythonPeer.has("oidc_provider_mock"))) struct OpenIDProviderTests {
    private let fetcher = Fetcher(version: "1", contact: "https://example.org", limits: .init(connect: 5, total: 20))

    private func now() -> Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    /// Leaves for the provider, says yes there, and comes back.
    private func comeBack(_ signIn: OpenIDSignIn, _ provider: OpenIDProvider) throws -> [(name: String, value: String)] {
        let address = try PythonPeer.output("openid.py", ["sign-in", signIn.address(at: provider, scopes: ["openid", "email", "profile"])])
        let back = try #require(URLComponents(string: String(decoding: address, as: UTF8.self).trimmingCharacters(in: .newlines)))
        #expect(back.host == "leefkring.example" && back.path == "/terug")
        return (back.queryItems ?? []).map { ($0.name, $0.value ?? "") }
    }

    @Test("ASVS 10.5: discovery, code flow with PKCE and the ID token, with every way to prove which client we are; a code works once")
    func wholeWay() async throws {
        let running = try PythonPeer.Running("openid.py", ["serve"])
        let description = try await fetcher.get(OpenIDProvider.address(of: running.line))
        let provider = try OpenIDProvider(description.body, issuer: running.line, allowsPlain: true)
        let keys = try #require(WebKeySet(try await fetcher.get(provider.keys).body))
        for proof in [ClientProof.basic(secret: "geheim/é"), .post(secret: "geheim")] {
            let signIn = OpenIDSignIn(provider: provider, client: "leefkring", redirect: "https://leefkring.example/terug", at: now())
            let code = try signIn.code(in: try comeBack(signIn, provider), namesIssuer: provider.namesIssuer)
            let request = try #require(TokenRequest(signIn, code: code, provider: provider, proof: proof, at: now()))
            let answer = try await fetcher.post(request.address, headers: request.headers, body: Array(request.body.utf8))
            let tokens = try TokenAnswer(status: answer.status, body: answer.body)
            let who = try IdentityProof(tokens, for: signIn, provider: provider, keys: keys, at: now())
            #expect(who.subject == "p-17" && who.issuer == running.line && who.claims["email"] == .text("p17@voorbeeld.example"))
            // The same code again, and the token for another sign-in.
            let again = try await fetcher.post(request.address, headers: request.headers, body: Array(request.body.utf8))
            #expect(throws: TokenAnswer.Fault.self) { try TokenAnswer(status: again.status, body: again.body) }
            let other = OpenIDSignIn(provider: provider, client: "leefkring", redirect: "https://leefkring.example/terug", at: now())
            #expect(throws: IdentityProof.Fault.nonce) { try IdentityProof(tokens, for: other, provider: provider, keys: keys, at: now()) }
        }
    }

    @Test("ASVS 10.5.1: a code that was given for another sign-in makes nobody known here, even at a provider that forgets to look at the verifier")
    func otherSignIn() async throws {
        let running = try PythonPeer.Running("openid.py", ["serve"])
        let provider = try OpenIDProvider(try await fetcher.get(OpenIDProvider.address(of: running.line)).body, issuer: running.line, allowsPlain: true)
        let keys = try #require(WebKeySet(try await fetcher.get(provider.keys).body))
        let mine = OpenIDSignIn(provider: provider, client: "leefkring", redirect: "https://leefkring.example/terug", at: now())
        let other = OpenIDSignIn(provider: provider, client: "leefkring", redirect: "https://leefkring.example/terug", at: now())
        let query = try comeBack(mine, provider)
        #expect(throws: OpenIDSignIn.AnswerFault.foreign) { try other.code(in: query) }
        let request = try #require(TokenRequest(other, code: try mine.code(in: query), provider: provider, proof: .post(secret: "geheim"), at: now()))
        let answer = try await fetcher.post(request.address, headers: request.headers, body: Array(request.body.utf8))
        let tokens = try TokenAnswer(status: answer.status, body: answer.body)
        #expect(throws: IdentityProof.Fault.nonce) { try IdentityProof(tokens, for: other, provider: provider, keys: keys, at: now()) }
    }
}
