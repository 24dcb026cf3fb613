import HTTPTypes
import Hummingbird

/// The headers every answer carries, whatever it is: page, file, problem, redirect.
///
/// Sources: the rules of internet.nl, OWASP ASVS 5.0 (3.4.1 to 3.4.8), NLGov REST API Design Rules 2.2 (transport/security-headers).
package struct SecurityHeaders: Sendable {
    private let common: [HTTPField]
    private let apiVersion: String

    /// - Parameters:
    ///   - https: whether visitors come over https; then browsers are told to stay there
    ///   - apiVersion: semantic version of the API
    package init(https: Bool, apiVersion: String) {
        self.apiVersion = apiVersion
        var fields: [(String, String)] = [
            ("Content-Security-Policy", Self.policy(https: https)), ("Referrer-Policy", "same-origin"), ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"), ("Permissions-Policy", Self.permissions), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Permitted-Cross-Domain-Policies", "none"),
        ]
        if https { fields.append(("Strict-Transport-Security", "max-age=63072000; includeSubDomains")) }
        common = fields.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }
    }

    /// Everything from this server and nothing inline: a word of a visitor can never become script, style or a form that sends elsewhere.
    static func policy(https: Bool) -> String {
        let directives = [
            "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "font-src 'self'", "connect-src 'self'",
            "manifest-src 'self'", "worker-src 'self'", "object-src 'none'", "frame-src 'none'", "base-uri 'none'", "form-action 'self'",
            "frame-ancestors 'none'",
        ]
        return (directives + (https ? ["upgrade-insecure-requests"] : [])).joined(separator: "; ")
    }

    /// Nothing but the place of the visitor, which 'where do you live' may ask for.
    private static let permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(self), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), "
        + "xr-spatial-tracking=(), browsing-topics=()"

    /// Adds what is missing and takes away what tells about the machinery.
    func add(to headers: inout HTTPFields, space: PathSpace, requestID: String) {
        for field in common where headers[field.name] == nil { headers.append(field) }
        if let name = HTTPField.Name("X-Request-Id") { headers[name] = requestID }
        headers[.server] = nil
        if let name = HTTPField.Name("X-Powered-By") { headers[name] = nil }
        guard space == .api else { return }
        headers[.cacheControl] = "no-store"
        if let name = HTTPField.Name("API-Version") { headers[name] = apiVersion }
        // Open data: other sites may show it. There is no authority in a browser that the API would take.
        if let name = HTTPField.Name("Cross-Origin-Resource-Policy") { headers[name] = "cross-origin" }
        headers[.accessControlAllowOrigin] = "*"
        headers[.accessControlExposeHeaders] = "API-Version, Content-Crs, Retry-After, X-Request-Id"
    }
}
