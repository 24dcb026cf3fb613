import Transfer

/// How the web floor of one installation is set.
package struct WebConfiguration: Sendable {
    /// `https://buurt.example.nl` as visitors see it; nil where it is not known, as on a developer's machine.
    package var origin: String?
    /// The proxies in front, whose `X-Forwarded-For` and `X-Request-Id` are believed.
    package var trustedProxies: [NetworkRange] = []
    /// The secret of form tokens: at least 32 bytes, the same on nodes that share visitors. Empty for that of the installation.
    package var secret: [UInt8] = []
    /// Lets who sends `Authorization: Bearer …` see `/metrics` from elsewhere; nil for nobody.
    package var operatorToken: String?
    /// nil switches the limit off, for measuring.
    package var rateLimit: RateLimit? = .generous
    package var securityContact: SecurityContact?
    /// Semantic version of the API, in every answer of it.
    package var apiVersion = "1.0.0"
    /// Answers that take longer are logged, in seconds.
    package var slow = 1.0
    /// Most bytes of compressed bodies to keep.
    package var compressedBodies = 24 << 20

    package init() {}

    /// Whether visitors come over https.
    package var isHTTPS: Bool { origin?.hasPrefix("https://") ?? false }
}
