import Core
import Credentials
import Transfer

/// Speaks with one provider, server to server: its description and keys are fetched when they are needed, and kept for a while.
package actor ProviderDesk {
    /// Why nobody was proved to be anyone.
    package enum Fault: Error, Sendable, Hashable {
        /// The provider does not answer, or with what cannot be used.
        case unreachable
        /// The code or the token was not taken; the reason is for the journal.
        case refused(String)
        /// Proved, but not as strongly as was asked.
        case level
    }

    package nonisolated let provider: IdentityProvider
    private var description: (value: OpenIDProvider, at: Int64)?
    private var keys: (value: WebKeySet, at: Int64)?

    /// Milliseconds that a description and keys are used before they are fetched again.
    private static let term: Int64 = 3_600_000
    /// Milliseconds that they may still be used while the provider does not answer.
    private static let lateTerm: Int64 = 24 * 3_600_000
    /// Milliseconds between two fetches because of a key that is not known: who sends made-up tokens must not make this site hammer the provider.
    private static let keyPause: Int64 = 60_000

    package init(_ provider: IdentityProvider) {
        self.provider = provider
    }

    /// The provider as it describes itself.
    func describe(at now: Int64) async throws(Fault) -> OpenIDProvider {
        if let description, now - description.at < Self.term { return description.value }
        if let answer = try? await provider.http.get(OpenIDProvider.address(of: provider.issuer)), answer.status == 200,
            let value = try? OpenIDProvider(answer.body, issuer: provider.issuer, allowsPlain: provider.allowsPlain)
        {
            if description?.value.keys != value.keys { keys = nil }
            description = (value, now)
            return value
        }
        guard let description, now - description.at < Self.lateTerm else { throw .unreachable }
        return description.value
    }

    private func keySet(of description: OpenIDProvider, renewing: Bool, at now: Int64) async throws(Fault) -> WebKeySet {
        if let keys, now - keys.at < (renewing ? Self.keyPause : Self.term) { return keys.value }
        if let answer = try? await provider.http.get(description.keys), answer.status == 200, let value = WebKeySet(answer.body), !value.isEmpty {
            keys = (value, now)
            return value
        }
        guard let keys, now - keys.at < Self.lateTerm else { throw .unreachable }
        return keys.value
    }

    /// Changes a code for tokens, and checks who they are about. The tokens go no further than this (ASVS 5.0: 10.1.1).
    func identify(by code: String, for signIn: OpenIDSignIn, at now: Int64) async throws(Fault) -> IdentityProof {
        let description = try await describe(at: now)
        guard let proof = provider.proof(for: description),
            let request = TokenRequest(signIn, code: code, provider: description, proof: proof, at: now),
            let reply = try? await provider.http.post(request.address, request.headers, Array(request.body.utf8))
        else { throw .unreachable }
        let answer: TokenAnswer
        do throws(TokenAnswer.Fault) { answer = try TokenAnswer(status: reply.status, body: reply.body) } catch {
            switch error {
            case .refused(let word): throw .refused(word)
            case .malformed: throw .unreachable
            }
        }
        let known = try await keySet(of: description, renewing: false, at: now)
        do throws(IdentityProof.Fault) {
            return try IdentityProof(answer, for: signIn, provider: description, keys: known, at: now)
        } catch {
            guard error == .token(.unknownKey) else { throw Self.fault(error) }
        }
        // The provider may have a new key since (OpenID Connect Core 1.0, section 10.1.1).
        let fresh = try await keySet(of: description, renewing: true, at: now)
        do throws(IdentityProof.Fault) {
            return try IdentityProof(answer, for: signIn, provider: description, keys: fresh, at: now)
        } catch {
            throw Self.fault(error)
        }
    }

    private static func fault(_ fault: IdentityProof.Fault) -> Fault {
        switch fault {
        case .level: .level
        case .token(let token): .refused("\(token)")
        case .missing(let claim): .refused("missing \(claim)")
        default: .refused("\(fault)")
        }
    }
}
