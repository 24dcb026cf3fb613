import Core
import Credentials
import Foundation
import Knowledge
import Logging
import Mail
import People
import SQL
import Web

/// Makes values of settings, and keeps every fault on the way.
struct SettingsReader {
    let settings: Settings
    private(set) var faults: [SettingFault] = []

    init(_ settings: Settings) {
        self.settings = settings
    }

    mutating func fail(_ setting: Setting, _ reason: Localized) {
        let known = settings.values[setting]
        faults.append(SettingFault(known?.place ?? Localized(nl: "instellingen", en: "settings"), known?.name ?? setting.rawValue, reason))
    }

    /// The value of a setting; nil where it is not set, or wrong.
    mutating func value<Value>(_ setting: Setting, otherwise reason: Localized, _ read: (String) -> Value?) -> Value? {
        guard let text = settings.text(setting) else { return nil }
        if let value = read(text) { return value }
        fail(setting, reason)
        return nil
    }

    mutating func list<Value>(_ setting: Setting, otherwise reason: Localized, _ read: (String) -> Value?) -> [Value] {
        let texts = settings.values[setting]?.texts ?? [], values = texts.compactMap(read)
        if values.count != texts.count { fail(setting, reason) }
        return values
    }

    mutating func number(_ setting: Setting, in range: ClosedRange<Int>, usual: Int) -> Int {
        let reason = Localized(
            nl: "hier hoort een heel getal van \(range.lowerBound) tot en met \(range.upperBound)",
            en: "a whole number from \(range.lowerBound) to \(range.upperBound) should be here")
        return value(setting, otherwise: reason) { text in Int(text).flatMap { range.contains($0) ? $0 : nil } } ?? usual
    }

    // MARK: What they come down to

    mutating func database() -> DatabaseAddress {
        let reason = Localized(nl: "verwacht sqlite:PAD of postgres://GEBRUIKER@MACHINE/NAAM", en: "expected sqlite:PATH or postgres://USER@HOST/NAME")
        return value(.database, otherwise: reason) { DatabaseAddress($0) } ?? .sqlite(path: "leefkring.sqlite")
    }

    /// 43 letters of base64url or more, or any text of 32 bytes or more.
    mutating func key() -> SecretKey? {
        let reason = Localized(
            nl: "minstens 32 bytes, bijvoorbeeld wat dit geeft: openssl rand -base64 32",
            en: "at least 32 bytes, such as the output of: openssl rand -base64 32")
        return value(.secret, otherwise: reason) { SecretKey(text: $0) ?? SecretKey(Array($0.utf8)) }
    }

    mutating func scanner() -> MalwareScanner {
        let reason = Localized(
            nl: "verwacht clamd:/PAD, clamd:MACHINE:POORT of command:/PAD", en: "expected clamd:/PATH, clamd:HOST:PORT or command:/PATH")
        return value(.scanner, otherwise: reason) { MalwareScanner($0) } ?? .none
    }

    mutating func origin() -> String? {
        let reason = Localized(
            nl: "verwacht https://buurt.example.nl, zonder iets erachter", en: "expected https://buurt.example.nl, with nothing behind it")
        return value(.origin, otherwise: reason) { text in
            text.lowercased().wholeMatch(of: /https?:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?/).map { String($0.output.0) }
        }
    }

    mutating func log() -> Logger.Level {
        let names = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
        return value(.log, otherwise: Localized(nl: "kies uit: \(names)", en: "choose from: \(names)")) { Logger.Level(rawValue: $0) } ?? .info
    }

    mutating func securityContact() -> SecurityContact? {
        let contacts = settings.values[.securityContact]?.texts ?? []
        guard !contacts.isEmpty else { return nil }
        let reason = Localized(
            nl: "verwacht een mailadres, of een adres dat begint met https:// of tel:", en: "expected a mail address, or one that begins with https:// or tel:")
        guard contacts.allSatisfy({ SecurityContact(contacts: [$0]) != nil }) else {
            fail(.securityContact, reason)
            return nil
        }
        let found = SecurityContact(contacts: contacts, policy: settings.text(.securityPolicy))
        if settings.text(.securityPolicy) != nil && found?.policy == nil {
            fail(.securityPolicy, Localized(nl: "verwacht een adres dat begint met https://", en: "expected an address that begins with https://"))
        }
        return found
    }

    /// SHA-1 digests in order, as the downloader of Have I Been Pwned writes them.
    mutating func breached() -> BreachedPasswords? {
        let reason = Localized(
            nl: "dit bestand is niet te lezen, of is geen lijst van SHA-1 op volgorde", en: "this file cannot be read, or is no list of SHA-1 digests in order")
        return value(.breachedPasswords, otherwise: reason) { try? BreachedPasswords(path: $0) }
    }

    /// Nil where there is no server.
    mutating func mail() -> MailSettings? {
        guard let server = settings.text(.smtp) else { return nil }
        let kinds = Localized(
            nl: "kies starttls, tls, of plain voor een server op deze machine", en: "choose starttls, tls, or plain for a server on this machine")
        let security = value(.smtpSecurity, otherwise: kinds) { SMTPServer.Security(rawValue: $0) } ?? .startTLS
        let from = value(.mailFrom, otherwise: Self.wantsMail) { try? MailAddress($0) }
        let parts = server.split(separator: ":", maxSplits: 1).map(String.init)
        if settings.text(.mailFrom) == nil { fail(.mailFrom, Self.wantsMail) }
        guard let host = parts.first, let port = parts.count > 1 ? Int(parts[1]) : 587,
            let known = SMTPServer(host: host, port: port, security: security, user: settings.text(.smtpUser), password: settings.text(.smtpPassword))
        else {
            fail(
                .smtp,
                Localized(
                    nl: "verwacht MACHINE:POORT; met gebruiker ook een wachtwoord; plain alleen op deze machine",
                    en: "expected HOST:PORT; with a user also a password; plain on this machine only"))
            return nil
        }
        return from.map { MailSettings(server: known, from: Mailbox($0, name: "Leefkring")) }
    }

    private static let wantsMail = Localized(
        nl: "verwacht een mailadres, zoals noreply@buurt.example.nl", en: "expected a mail address, such as noreply@buurt.example.nl")
}
