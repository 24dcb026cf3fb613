import HTTPTypes
import Hummingbird
import Transfer

/// Guards forms against requests that another site makes a visitor's browser send (CSRF; ASVS 5.0: 3.5.1 to 3.5.3).
///
/// Two locks, both needed: the browser says that the request comes from this site (`Sec-Fetch-Site`, `Origin`), and a hidden field holds
/// an HMAC over the anonymous session in a cookie. The field is masked anew in every answer, so that compression tells nothing about it.
package struct ForgeryTokens: Sendable {
    /// `__Host-`: only over a secure connection (or on this machine), for this host alone, for every path.
    package static let cookieName = "__Host-leefkring"
    package static let fieldName = "formulierteken"
    /// For scripts that have no form.
    package static let headerName = "X-Formulierteken"

    private let key: [UInt8]
    private let origin: String?

    /// - Parameters:
    ///   - key: the secret of this installation; nodes that share visitors must share it
    ///   - origin: `https://buurt.example.nl` as visitors see it; nil takes the host the request names
    package init(key: [UInt8], origin: String? = nil) {
        self.key = key
        self.origin = origin?.lowercased()
    }

    /// A token for the forms of one answer. A visitor without session gets one, which lasts as long as the browser is open.
    package func issue(session: String?) -> FormToken {
        let known = session.flatMap { Self.isSession($0) ? $0 : nil }
        let session = known ?? Self.newVisitor()
        let mask = Digest.randomBytes(32)
        let masked = zip(code(session), mask).map { $0 ^ $1 }
        let cookie = known == nil ? Self.cookie(session) : nil
        return FormToken(field: Digest.hex(mask + masked), cookie: cookie)
    }

    /// 128 random bits in hexadecimal digits.
    package static func newSession() -> String { Digest.hex(Digest.randomBytes(16)) }

    /// The session of who did not sign in, which says so itself: nobody need look who it belongs to.
    static func newVisitor() -> String { "v" + newSession() }

    package static func isVisitor(_ session: String) -> Bool { session.utf8.first == UInt8(ascii: "v") }

    /// A `Set-Cookie` value that gives the browser this session, for as long as it is open; nil takes it away.
    package static func cookie(_ session: String?) -> String {
        "\(cookieName)=\(session ?? ""); Path=/; Secure; HttpOnly; SameSite=Lax" + (session == nil ? "; Max-Age=0" : "")
    }

    /// Whether a token was made for this session by this installation.
    package func fits(_ token: String?, session: String?) -> Bool {
        guard let session, Self.isSession(session), let token, let bytes = Self.bytes(hex: token), bytes.count == 64 else { return false }
        return Digest.areEqual(zip(bytes.prefix(32), bytes.suffix(32)).map { $0 ^ $1 }, code(session))
    }

    /// Whether the browser says that the request comes from a page of this site. Saying nothing is not enough.
    package func isSameOrigin(_ request: HTTPRequest) -> Bool {
        let site = HTTPField.Name("Sec-Fetch-Site").flatMap { request.headerFields[values: $0] } ?? []
        let origins = request.headerFields[values: .origin]
        guard site.allSatisfy({ $0 == "same-origin" }), origins.count <= 1 else { return false }
        guard let sent = origins.first?.lowercased() else { return !site.isEmpty }
        if let origin { return sent == origin }
        guard let host = request.authority?.lowercased(), !host.isEmpty else { return false }
        return sent == "https://\(host)" || sent == "http://\(host)"
    }

    private func code(_ session: String) -> [UInt8] {
        Digest.hmacSHA256(key: key, Array("form:\(session)".utf8))
    }

    /// 128 random bits in hexadecimal digits, behind a letter for a visitor.
    static func isSession(_ text: String) -> Bool {
        let digits = isVisitor(text) ? String(text.dropFirst()) : text
        return digits.utf8.count == 32 && bytes(hex: digits) != nil
    }

    private static func bytes(hex: String) -> [UInt8]? {
        let digits = hex.utf8.compactMap { byte -> UInt8? in
            switch byte {
            case 0x30...0x39: byte - 0x30
            case 0x61...0x66: byte - 0x57
            default: nil
            }
        }
        guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2), digits.count <= 256 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}

/// What the forms of one answer carry, and the cookie that goes with it when the visitor had none.
package struct FormToken: Sendable {
    /// The value of the hidden field.
    package let field: String
    /// A whole `Set-Cookie` value; nil when the browser has a session already.
    package let cookie: String?
}

extension Answer {
    /// Gives the browser another session; nil takes it away, with everything it kept.
    package func settingSession(_ session: String?) -> Answer {
        var answer = self
        answer.cache = .noStore
        answer.headers.append(HTTPField(name: .setCookie, value: ForgeryTokens.cookie(session)))
        if session == nil, let name = HTTPField.Name("Clear-Site-Data") { answer.headers[name] = "\"cache\", \"storage\"" }
        return answer
    }

    /// The answer shows a form with this token: nobody keeps it, it is not compressed, and the session goes with it.
    package func carrying(_ token: FormToken) -> Answer {
        var answer = self
        answer.cache = .noStore
        answer.holdsSecret = true
        if let cookie = token.cookie { answer.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return answer
    }
}

/// Reads the `Cookie` header (RFC 6265). Hummingbird's parser keeps one value per name; here the first one counts, too.
enum CookieHeader {
    static func value(of name: String, in headers: HTTPFields) -> String? {
        for header in headers[values: .cookie].prefix(8) where header.utf8.count <= 8192 {
            for pair in header.split(separator: ";", maxSplits: 100) {
                let trimmed = pair.drop { $0 == " " }
                if trimmed.hasPrefix(name + "=") { return String(trimmed.dropFirst(name.count + 1)) }
            }
        }
        return nil
    }
}
