/// The server that takes messages from here, as the configuration names it.
package struct SMTPServer: Sendable, Hashable, CustomStringConvertible, CustomReflectable {
    package enum Security: String, Sendable, Hashable, CaseIterable {
        /// Begins plain and turns to TLS before anything is said; a server that does not is not used.
        case startTLS = "starttls"
        /// TLS from the first byte, mostly on port 465.
        case tls
        /// Nothing: only for a server on this machine itself.
        case plain
    }

    package let host: String
    package let port: Int
    package let security: Security
    package let user: String?
    let password: String?
    /// A file with the certificates to trust, in PEM; nil for those of the system.
    package let certificates: String?
    /// What this machine calls itself.
    package let name: String
    /// Seconds until there must be a connection.
    package let connectTimeout: Int
    /// Seconds until a message must have been taken; with a server that hangs, a sender waits twice as long.
    package let totalTimeout: Int

    /// Nil for a host or name with other signs than those of host names and addresses, a port out of range, a user without a password, or `plain` to
    /// another machine.
    package init?(
        host: String, port: Int = 587, security: Security = .startTLS, user: String? = nil, password: String? = nil, certificates: String? = nil,
        name: String = "localhost", connectTimeout: Int = 15, totalTimeout: Int = 60
    ) {
        guard SMTPServer.isHost(host), SMTPServer.isHost(name), (1...65535).contains(port), (user == nil) == (password == nil),
            security != .plain || ["127.0.0.1", "::1", "localhost"].contains(host)
        else { return nil }
        self.host = host
        self.port = port
        self.security = security
        self.user = user
        self.password = password
        self.certificates = certificates
        self.name = name
        self.connectTimeout = max(connectTimeout, 1)
        self.totalTimeout = max(totalTimeout, 1)
    }

    /// As libcurl takes it; the path is what this machine calls itself.
    var address: String {
        "\(security == .tls ? "smtps" : "smtp")://\(host.contains(":") ? "[\(host)]" : host):\(port)/\(name)"
    }

    package var description: String { "\(host):\(port) (\(security.rawValue))" }

    package var customMirror: Mirror { Mirror(self, children: ["server": description]) }

    private static func isHost(_ text: String) -> Bool {
        (1...253).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x3A: true
                default: false
                }
            }
    }
}

/// What came of a message, to be kept beside it as proof.
package struct SMTPDelivery: Sendable, Hashable {
    package enum Outcome: Sendable, Hashable {
        /// The server has taken it over.
        case accepted
        /// The server says: not now (4xx). Send it again later.
        case temporary
        /// The server says: never (5xx), of this recipient or this message. Do not send it again.
        case permanent
        /// It did not come to it: no connection, no TLS, no sign-in, cut off before the end. Send it again; nothing was taken over.
        case notSent
        /// The whole message went out and no answer came. It may have been taken over: sending it again may send it twice.
        case uncertain
    }

    package let outcome: Outcome
    /// The last code of the server, such as 250 or 550.
    package let code: Int?
    /// The last words of the server, such as `250 2.0.0 Ok: queued as 4Xk`; where it said nothing, those of libcurl.
    package let answer: String
    /// All lines of the server, oldest first; nothing that was said to it, so no password.
    package let transcript: [String]
    package let server: String

    package init(outcome: Outcome, code: Int?, answer: String, transcript: [String], server: String) {
        self.outcome = outcome
        self.code = code
        self.answer = answer
        self.transcript = transcript
        self.server = server
    }
}
