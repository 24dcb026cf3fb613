import ArgumentParser
import Core
import Credentials
import Foundation
import Mail
import People
import Site
import Web

/// What the environment says of an installation. Secrets stand there and nowhere else: a command line can be read by others on the machine.
enum ServeSettings {
    private static let environment = ProcessInfo.processInfo.environment

    /// The secret in `LEEFKRING_SECRET`: 43 letters of base64url or more, or any text of 32 bytes or more; nil where there is none.
    static func key() throws -> SecretKey? {
        guard let text = environment["LEEFKRING_SECRET"], !text.isEmpty else { return nil }
        guard let key = SecretKey(text: text) ?? SecretKey(Array(text.utf8)) else {
            throw ValidationError("LEEFKRING_SECRET: at least 32 bytes; for example the output of: openssl rand -base64 32")
        }
        return key
    }

    /// `LEEFKRING_FILES`, the folder of files, and `LEEFKRING_SCANNER`, which looks for viruses in them.
    static func files(_ settings: inout InstallationSettings) throws {
        settings.files = environment["LEEFKRING_FILES"]
        guard let scanner = MalwareScanner(environment["LEEFKRING_SCANNER"] ?? "") else {
            throw ValidationError("LEEFKRING_SCANNER: clamd:/PATH, clamd:HOST:PORT or command:/PATH")
        }
        settings.scanner = scanner
    }

    /// A site that knows neither its own address nor a mail server is one for development: it shows the codes that it cannot send.
    static func installation(_ configuration: Configuration) throws -> InstallationSettings {
        var settings = InstallationSettings()
        settings.key = try key()
        try files(&settings)
        settings.origin = configuration.web.origin
        let isHere = ["127.0.0.1", "::1", "localhost"].contains(configuration.host)
        settings.showsCodes = configuration.mail == nil && configuration.web.origin == nil && isHere
        settings.breached = try breached()
        return settings
    }

    /// The list that `LEEFKRING_BREACHED_PASSWORDS` names: SHA-1 digests in order, as the downloader of Have I Been Pwned writes them.
    private static func breached() throws -> BreachedPasswords? {
        guard let path = environment["LEEFKRING_BREACHED_PASSWORDS"], !path.isEmpty else { return nil }
        do { return try BreachedPasswords(path: path) } catch {
            throw ValidationError("LEEFKRING_BREACHED_PASSWORDS: \(path) cannot be read, or is no list of SHA-1 digests in order")
        }
    }

    /// `LEEFKRING_SMTP` (`smtp.example.nl:587`), `LEEFKRING_SMTP_SECURITY` (`starttls`, `tls`, `plain`), `LEEFKRING_SMTP_USER`, `LEEFKRING_SMTP_PASSWORD` and
    /// `LEEFKRING_MAIL_FROM`; nil where there is no server.
    static func mail() throws -> MailSettings? {
        guard let server = environment["LEEFKRING_SMTP"], !server.isEmpty else { return nil }
        let parts = server.split(separator: ":", maxSplits: 1).map(String.init)
        let security = environment["LEEFKRING_SMTP_SECURITY"].map { SMTPServer.Security(rawValue: $0) } ?? .startTLS
        guard let host = parts.first, let port = parts.count > 1 ? Int(parts[1]) : 587, let security,
            let settings = SMTPServer(
                host: host, port: port, security: security, user: environment["LEEFKRING_SMTP_USER"], password: environment["LEEFKRING_SMTP_PASSWORD"])
        else { throw ValidationError("LEEFKRING_SMTP: expected HOST:PORT; LEEFKRING_SMTP_SECURITY: starttls, tls, or plain for this machine") }
        guard let from = environment["LEEFKRING_MAIL_FROM"].flatMap({ try? MailAddress($0) }) else {
            throw ValidationError("LEEFKRING_MAIL_FROM: a mail address, such as noreply@buurt.example.nl")
        }
        return MailSettings(server: settings, from: Mailbox(from, name: "Leefkring"))
    }
}
