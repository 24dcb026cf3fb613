import Core
import Credentials
import Foundation
import Transfer

/// A provider that people may sign in with, as the installation was told of it.
package struct IdentityProvider: Sendable {
    /// How this site proves there which client it is.
    package enum Secret: Sendable {
        /// As the NL GOV profile asks: `private_key_jwt`.
        case key(PrivateKey, id: String)
        case shared(String)
    }

    /// In addresses and settings: 1 to 20 lower-case letters and digits.
    package let key: String
    /// Exactly as the provider writes it.
    package let issuer: String
    package let client: String
    package let secret: Secret
    /// On buttons: `Gemeente Doetinchem`.
    package let name: Localized
    /// Levels (`acr`) that are asked, one of which must come back; empty asks for none.
    package let levels: [String]
    /// Levels that count as two factors.
    package let twoFactorLevels: Set<String>
    /// Whether someone whom nobody here knows gets an account, without any role.
    package let admitsNewPeople: Bool
    /// Takes http addresses on this machine itself, for tests.
    package let allowsPlain: Bool
    package let http: HTTPClient

    package init(
        key: String, issuer: String, client: String, secret: Secret, name: Localized, levels: [String] = [], twoFactorLevels: Set<String> = [],
        admitsNewPeople: Bool = false, allowsPlain: Bool = false, http: HTTPClient
    ) {
        self.key = key
        self.issuer = issuer
        self.client = client
        self.secret = secret
        self.name = name
        self.levels = levels
        self.twoFactorLevels = twoFactorLevels
        self.admitsNewPeople = admitsNewPeople
        self.allowsPlain = allowsPlain
        self.http = http
    }

    /// What is asked of the provider: no more than who it is, unless that makes an account.
    var scopes: [String] { admitsNewPeople ? ["openid", "email", "profile"] : ["openid"] }

    /// Nil for a provider that takes no proof that can be given.
    func proof(for description: OpenIDProvider) -> ClientProof? {
        switch secret {
        case .key(let key, let id): .privateKey(key, id: id, algorithm: key.kind == .p256 ? .es256 : .rs256)
        case .shared(let secret):
            if description.tokenMethods.contains("client_secret_basic") {
                .basic(secret: secret)
            } else {
                description.tokenMethods.contains("client_secret_post") ? .post(secret: secret) : nil
            }
        }
    }

    /// The public half of the key, for the key set that the provider fetches; nil with a shared secret.
    var publicKey: ClaimValue? {
        if case .key(let key, let id) = secret { key.webKey(id: id) } else { nil }
    }
}

extension [IdentityProvider] {
    /// The public halves of the keys of this site as a key set (RFC 7517), for the providers to fetch.
    var keySet: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let set = ClaimValue.object(["keys": .list(compactMap(\.publicKey))])
        return (try? encoder.encode(set)).map { [UInt8]($0) } ?? []
    }
}
