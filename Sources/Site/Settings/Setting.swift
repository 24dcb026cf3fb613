/// A setting of an installation: a name in the file of settings, and the same name in the environment.
///
/// docs/operations.md describes each; a test says so.
package enum Setting: String, Sendable, Hashable, CaseIterable {
    case database, files, scanner, host, port, connections, origin, place, assets, words, log, secret
    case trustedProxies = "trusted-proxies"
    case operatorToken = "operator-token"
    case securityContact = "security-contact"
    case securityPolicy = "security-policy"
    case smtp
    case smtpSecurity = "smtp-security"
    case smtpUser = "smtp-user"
    case smtpPassword = "smtp-password"
    case mailFrom = "mail-from"
    case breachedPasswords = "breached-passwords"
    /// A file with the providers that people may sign in with.
    case openid

    /// `LEEFKRING_SMTP_USER` for `smtp-user`.
    package var variable: String { Self.prefix + rawValue.uppercased().replacing("-", with: "_") }

    /// Whether it may also stand in a file of its own: `secret-file` names that file.
    package var isSecret: Bool { self == .secret || self == .smtpPassword || self == .operatorToken }

    /// Whether there may be several values: a list in the file, with commas between in the environment.
    package var isList: Bool { self == .trustedProxies || self == .securityContact }

    /// The name that gives a file instead of the value; nil where that cannot be.
    package var fileName: String? { isSecret ? rawValue + "-file" : nil }

    /// Every name that a file of settings may have, in order.
    package static let names: [String] = allCases.flatMap { [$0.rawValue] + ($0.fileName.map { [$0] } ?? []) }

    static let prefix = "LEEFKRING_"
    /// Names the file of settings itself.
    package static let fileVariable = "LEEFKRING_CONFIG"
    /// Names that begin alike and belong to the tools around the server: `bin/`, tests and benchmarks.
    package static let ofTools: Set<String> = [
        fileVariable, "LEEFKRING_BINARY", "LEEFKRING_BUILD", "LEEFKRING_BUNDLE", "LEEFKRING_CHROMIUM", "LEEFKRING_DATA", "LEEFKRING_MUTANT",
        "LEEFKRING_SITE", "LEEFKRING_TEST_POSTGRES",
    ]
}
