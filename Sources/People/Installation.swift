import Core
import Credentials
import SQL
import Transfer

/// What the slice must know of the installation it runs in.
package struct Installation: Sendable {
    /// The secret: of form tokens, codes, second factors and the chain of the journal. Nodes that share a database share it.
    package let key: SecretKey
    /// The name of the platform, in mail and in the app of a second factor.
    package let name: String
    /// `https://buurt.example.nl`, for links in mail; nil where it is not known, and then mail has a code only.
    package let origin: String?
    /// Shows the code to sign in with on the page: for development only.
    package let showsCodes: Bool
    /// Passwords that are known from a breach, which nobody may choose; nil where the installation has no list.
    package let breached: BreachedPasswords?
    /// Where people may sign in as well; not without an origin, which providers send people back to.
    package let providers: [IdentityProvider]

    package init(
        key: SecretKey = .random(), name: String = "Leefkring", origin: String? = nil, showsCodes: Bool = false, breached: BreachedPasswords? = nil,
        providers: [IdentityProvider] = []
    ) {
        self.key = key
        self.name = name
        self.origin = origin
        self.showsCodes = showsCodes
        self.breached = breached
        self.providers = origin == nil ? [] : providers
    }

    /// The secret that the database holds, made at the first call.
    ///
    /// For installations that were given none. A secret beside the data protects less than one in the environment: who copies the database has both.
    package static func kept(in database: Database, at now: Int64) async throws -> SecretKey {
        let fresh = Digest.randomBytes(32)
        let kept = try await database.write { transaction in
            try transaction.execute("INSERT INTO installation (id, secret, made_at) VALUES (1, \(fresh), \(now)) ON CONFLICT (id) DO NOTHING")
            return try transaction.first("SELECT secret FROM installation WHERE id = 1") { try $0.bytes(0) }
        }
        guard let key = SecretKey(kept ?? fresh) else { throw SQLError.value(column: "secret", "is too short") }
        return key
    }
}
