import Core
import Credentials
import Foundation
import People
import Synchronization
import Transfer

/// The other side of OpenID Connect, inside a test: signs real tokens, keeps codes for one use, and looks at PKCE, at the address to come back to and at the
/// proof of the client, as a provider must. What it says of people, and what it says wrong, the test decides.
final class OpenIDPeer: Sendable {
    static let issuer = "https://login.voorbeeld.example"
    private static let client = "leefkring-1", shared = "een gedeeld geheim"

    private struct Granted {
        let challenge: String
        let redirect: String
        let claims: [String: ClaimValue]
    }

    private struct State {
        var key: PrivateKey
        var keyID = "k1"
        var granted: [String: Granted] = [:]
        var fetched: [String] = []
        var isDown = false
        var isUnsigned = false
        var stranger: PrivateKey?
        var issued: [String] = []
    }

    private let state: Mutex<State>
    /// The keys of the site, where it proves who it is with one.
    private let siteKeys: Mutex<WebKeySet?> = Mutex(nil)

    init() throws {
        guard let key = PrivateKey.random(.p256) else { throw CocoaError(.featureUnsupported) }
        state = Mutex(State(key: key))
    }

    // MARK: What the test decides

    func setDown(_ isDown: Bool) { state.withLock { $0.isDown = isDown } }

    /// Tokens with `alg` none from now on.
    func stopSigning() { state.withLock { $0.isUnsigned = true } }

    /// Signs with a key that is not in its set, under the name of one that is.
    func signAsStranger() { state.withLock { $0.stranger = PrivateKey.random(.p256) } }

    func renewKey() {
        state.withLock { state in
            guard let key = PrivateKey.random(.p256) else { return }
            state.key = key
            state.keyID += "x"
        }
    }

    /// Every token and secret that was handed to the site, server to server.
    var issued: [String] { state.withLock { $0.issued } }

    func expect(siteKeys json: [UInt8]) { siteKeys.withLock { $0 = WebKeySet(json) } }

    /// How often an address was fetched: `keys`, `.well-known/openid-configuration`.
    func count(_ path: String) -> Int { state.withLock { $0.fetched.filter { $0 == Self.issuer + "/" + path }.count } }

    /// As the installation is told of it.
    func provider(
        _ key: String = "gemeente", levels: [String] = [], twoFactors: Set<String> = [], admits: Bool = false, secret: IdentityProvider.Secret? = nil
    ) -> IdentityProvider {
        IdentityProvider(
            key: key, issuer: Self.issuer, client: Self.client, secret: secret ?? .shared(Self.shared),
            name: Localized(nl: "Gemeente Dorp", en: "Town of Dorp"),
            levels: levels, twoFactorLevels: twoFactors, admitsNewPeople: admits,
            http: HTTPClient(
                get: { address async throws(TransferError) in try self.get(address) },
                post: { address, headers, body async throws(TransferError) in try self.token(headers, body) }))
    }

    // MARK: The browser

    /// Says yes to the browser that was sent to an address, and gives the path that it is sent back to.
    ///
    /// - Parameters:
    ///   - now: milliseconds since 1970
    ///   - claims: in place of what is right; `null` leaves one out
    func agree(_ address: String, at now: Int64, subject: String = "p-17", _ claims: [String: ClaimValue] = [:]) throws -> String {
        let fields = try fields(address)
        guard fields["response_type"] == "code", fields["code_challenge_method"] == "S256", fields["client_id"] == Self.client,
            let challenge = fields["code_challenge"], let nonce = fields["nonce"], let state = fields["state"], let redirect = fields["redirect_uri"],
            state.utf8.count >= 22, let back = URLComponents(string: redirect)?.path
        else { throw CocoaError(.coderInvalidValue) }
        let seconds = Double(now / 1000)
        var all: [String: ClaimValue] = [
            "iss": .text(Self.issuer), "sub": .text(subject), "aud": .text(Self.client), "nonce": .text(nonce), "iat": .number(seconds),
            "exp": .number(seconds + 300),
        ]
        for (name, value) in claims { all[name] = value == .null ? nil : value }
        let code = RandomText.token()
        self.state.withLock { $0.granted[code] = Granted(challenge: challenge, redirect: redirect, claims: all) }
        return "\(back)?code=\(code)&state=\(state)&iss=\(PercentEncoding.encode(Self.issuer))"
    }

    /// Says no.
    func refuse(_ address: String, _ error: String = "access_denied") throws -> String {
        let fields = try fields(address)
        return (URLComponents(string: fields["redirect_uri"] ?? "")?.path ?? "")
            + "?error=\(error)&state=\(fields["state"] ?? "")&iss=https%3A%2F%2Flogin.voorbeeld.example"
    }

    func fields(_ address: String) throws -> [String: String] {
        guard let parts = URLComponents(string: address), address.hasPrefix(Self.issuer + "/auth?") else { throw CocoaError(.coderInvalidValue) }
        return Dictionary((parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { first, _ in first })
    }

    // MARK: Server to server

    private func get(_ address: String) throws(TransferError) -> HTTPAnswer {
        let (isDown, key, id) = state.withLock { state in
            state.fetched.append(address)
            return (state.isDown, state.key, state.keyID)
        }
        if isDown { throw .timedOut }
        switch address {
        case Self.issuer + "/.well-known/openid-configuration":
            return Self.json([
                "issuer": .text(Self.issuer), "authorization_endpoint": .text(Self.issuer + "/auth"), "token_endpoint": .text(Self.issuer + "/token"),
                "jwks_uri": .text(Self.issuer + "/keys"), "id_token_signing_alg_values_supported": .list([.text("ES256"), .text("none")]),
                "authorization_response_iss_parameter_supported": .truth(true),
            ])
        case Self.issuer + "/keys": return Self.json(["keys": .list([key.webKey(id: id)].compactMap { $0 })])
        default: return HTTPAnswer(status: 404)
        }
    }

    private func token(_ headers: [String: String], _ body: [UInt8]) throws(TransferError) -> HTTPAnswer {
        let pairs = String(decoding: body, as: UTF8.self).split(separator: "&").map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let form = Dictionary(pairs.map { ($0[0], ($0.count > 1 ? $0[1] : "").removingPercentEncoding ?? "") }, uniquingKeysWith: { first, _ in first })
        let (granted, state) = state.withLock { state in (state.granted.removeValue(forKey: form["code"] ?? ""), state) }
        if state.isDown { throw .timedOut }
        guard isClient(headers, form) else { return Self.json(["error": .text("invalid_client")], status: 401) }
        guard let granted, form["grant_type"] == "authorization_code", form["redirect_uri"] == granted.redirect,
            BitEncoding.base64URL.encode(Digest.sha256(form["code_verifier"] ?? "")) == granted.challenge
        else { return Self.json(["error": .text("invalid_grant")], status: 400) }
        var text = WebToken.sign(granted.claims, key: state.stranger ?? state.key, id: state.keyID, algorithm: .es256) ?? ""
        if state.isUnsigned {
            let parts = text.split(separator: ".").map(String.init)
            text = BitEncoding.base64URL.encode(Array(#"{"alg":"none","typ":"JWT"}"#.utf8)) + "." + parts[1] + "."
        }
        let access = RandomText.token()
        self.state.withLock { $0.issued += [text, access, form["code_verifier"] ?? ""] }
        return Self.json(["id_token": .text(text), "access_token": .text(access), "token_type": .text("Bearer")])
    }

    /// Whether it is the site that asks: by its key where it has one, else by the secret.
    private func isClient(_ headers: [String: String], _ form: [String: String]) -> Bool {
        guard let keys = siteKeys.withLock({ $0 }) else {
            let pair = "\(Self.client):" + PercentEncoding.encode(Self.shared)
            return headers["Authorization"] == "Basic " + Data(pair.utf8).base64EncodedString()
        }
        guard form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            let claims = try? WebToken(form["client_assertion"] ?? "", keys: keys, algorithms: [.es256]).claims
        else { return false }
        return claims["sub"] == .text(Self.client) && claims["aud"] == .text(Self.issuer + "/token") && claims["jti"]?.text?.isEmpty == false
    }

    private static func json(_ object: [String: ClaimValue], status: Int = 200) -> HTTPAnswer {
        HTTPAnswer(status: status, body: (try? JSONEncoder().encode(ClaimValue.object(object))).map { Array($0) } ?? [])
    }
}
