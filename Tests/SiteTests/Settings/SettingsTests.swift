import Core
import Credentials
import Dutch
import Foundation
import Knowledge
import Logging
import Mail
import SQL
import Site
import Testing
import Web

@Suite("Settings by file and environment")
struct SettingsTests {
    /// A folder of one test.
    private static func folder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "leefkring-settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @discardableResult
    private static func write(_ text: String, _ name: String, in folder: URL, rights: Int = 0o640) throws -> String {
        let path = folder.appending(path: name).path
        try Data(text.utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: rights], ofItemAtPath: path)
        return path
    }

    /// What is said of settings that are refused, a line each; empty where they are not.
    private static func faults(_ file: String?, _ environment: [String: String] = [:], in language: Language = .en) -> [String] {
        do {
            _ = try Settings(file: file, environment: environment).server(assets: "Public")
            return []
        } catch {
            return error.faults.map { $0.line(in: language) }
        }
    }

    private static let key = String(repeating: "geheim-", count: 6)

    @Test("all settings of a server can stand in the file")
    func file() throws {
        try Self.folder { folder in
            let path = try Self.write(
                """
                # Leefkring in Doetinchem
                database: postgres://leefkring@db/leefkring
                host: "::1"
                port: 9000
                connections: 20
                origin: https://buurt.example.nl
                place: Doetinchem
                assets: /usr/share/leefkring
                words: /var/lib/leefkring/nederlands.words
                log: debug
                secret: \(Self.key)
                trusted-proxies: [10.0.0.0/8, "2001:db8::1"]
                operator-token: sleutel
                security-contact:
                  - security@example.nl
                  - https://example.nl/melden
                security-policy: https://example.nl/beleid
                smtp: smtp.example.nl:2525
                smtp-security: tls
                smtp-user: leefkring
                smtp-password: "pass: word"
                mail-from: noreply@example.nl
                """, "leefkring.yaml", in: folder)
            let server = try Settings(file: path, environment: [:]).server(assets: "Public"), configuration = server.configuration
            #expect(configuration.host == "::1" && configuration.port == 9_000 && configuration.place == "Doetinchem")
            #expect(server.connections == 20 && server.log == .debug && configuration.assets == "/usr/share/leefkring")
            #expect(configuration.database == DatabaseAddress("postgres://leefkring@db/leefkring"))
            #expect(configuration.web.origin == "https://buurt.example.nl" && configuration.web.operatorToken == "sleutel")
            #expect(configuration.web.trustedProxies == [NetworkRange("10.0.0.0/8"), NetworkRange("2001:db8::1")])
            #expect(configuration.web.securityContact?.contacts == ["mailto:security@example.nl", "https://example.nl/melden"])
            #expect(configuration.web.securityContact?.policy == "https://example.nl/beleid")
            let mail = try #require(configuration.mail)
            #expect(mail.server.host == "smtp.example.nl" && mail.server.port == 2525 && mail.server.security == .tls && mail.server.user == "leefkring")
            #expect(mail.from.address.description == "noreply@example.nl")
            #expect(server.installation.key != nil && server.installation.origin == "https://buurt.example.nl" && !server.installation.showsCodes)
        }
    }

    @Test("without any setting a server is one for this machine alone, on a file of SQLite")
    func nothing() throws {
        let server = try Settings(environment: ["HOME": "/root"]).server(assets: "Public")
        #expect(server.configuration.host == "127.0.0.1" && server.configuration.port == 8080 && server.configuration.assets == "Public")
        #expect(server.configuration.database == .sqlite(path: "leefkring.sqlite") && server.connections == 8 && server.log == .info)
        #expect(server.configuration.mail == nil && server.installation.key == nil && server.configuration.web.trustedProxies.isEmpty)
        try Self.folder { folder in
            let path = try Self.write("# nothing yet\n", "empty.yaml", in: folder)
            #expect(Self.faults(path).isEmpty)
        }
    }

    @Test("an option goes before the environment, and the environment before the file; an empty variable is none")
    func order() throws {
        try Self.folder { folder in
            let path = try Self.write("port: 1001\nplace: Bestand\norigin: https://a.example.nl", "leefkring.yaml", in: folder)
            let environment = ["LEEFKRING_CONFIG": path, "LEEFKRING_PORT": "1002", "LEEFKRING_ORIGIN": "", "LEEFKRING_TRUSTED_PROXIES": "10.0.0.1, 10.0.0.2"]
            var settings = try Settings(environment: environment)
            let server = try settings.server(assets: "")
            #expect(server.configuration.port == 1002 && server.configuration.place == "Bestand")
            #expect(server.configuration.web.origin == "https://a.example.nl" && server.configuration.web.trustedProxies.count == 2)
            settings.set(.port, to: ["1003"])
            settings.set(.place, to: nil)
            #expect(try settings.server(assets: "").configuration.port == 1003)
            #expect(try settings.server(assets: "").configuration.place == "Bestand")
            // The file that the command names goes before that of the environment.
            let other = try Self.write("place: Ander", "other.yaml", in: folder)
            #expect(try Settings(file: other, environment: environment).server(assets: "").configuration.place == "Ander")
        }
    }

    @Test("names that mean nothing are refused with file, line and the name that may be meant; all at once, in both languages")
    func unknownNames() throws {
        try Self.folder { folder in
            let path = try Self.write("port: 80\n\norgin: https://a.nl\nkleur: rood\nsmtp-pasword: x\n", "leefkring.yaml", in: folder)
            #expect(
                Self.faults(path) == [
                    "\(path), line 3, orgin: there is no such setting; did you mean origin?", "\(path), line 4, kleur: there is no such setting",
                    "\(path), line 5, smtp-pasword: there is no such setting; did you mean smtp-password?",
                ])
            #expect(Self.faults(path, in: .nl)[0] == "\(path), regel 3, orgin: deze instelling bestaat niet; bedoel je origin?")
            // The environment is of other programs too: there it is said and nothing stops.
            let settings = try Settings(environment: ["LEEFKRING_ORGIN": "x", "LEEFKRING_BUILD": "debug", "HOME": "/"])
            #expect(settings.warnings.map { $0.line(in: .en) } == ["environment, LEEFKRING_ORGIN: there is no such setting"])
        }
    }

    @Test(
        "a value that cannot be is refused where it stands, without being repeated",
        arguments: [
            ("port", "80000"), ("port", "web"), ("connections", "9999"), ("database", "mysql://x"), ("origin", "ander.example.nl"),
            ("origin", "https://ander.example.nl/pad"), ("log", "loud"), ("secret", "short"), ("trusted-proxies", "10.0.0.0/99"),
            ("security-contact", "ftp://x"), ("smtp", "-oProxyCommand=x"), ("breached-passwords", "/nowhere/list"),
        ])
    func wrongValues(name: String, value: String) throws {
        try Self.folder { folder in
            let from = name == "smtp" ? "mail-from: a@b.nl\n" : ""
            let path = try Self.write("\(from)# here\n\(name): \"\(value)\"\n", "leefkring.yaml", in: folder)
            let said = Self.faults(path)
            #expect(said.count == 1 && said[0].hasPrefix("\(path), line \(from.isEmpty ? 2 : 3), \(name): ") && !said[0].contains(value), "\(said)")
            let variable = "LEEFKRING_" + name.uppercased().replacing("-", with: "_")
            let environment = [variable: value, "LEEFKRING_MAIL_FROM": name == "smtp" ? "a@b.nl" : ""]
            #expect(Self.faults(nil, environment).first?.hasPrefix("environment, \(variable): ") == true)
            #expect(Self.faults(nil, environment, in: .nl).first?.hasPrefix("omgeving, \(variable): ") == true)
        }
    }

    @Test("what is no YAML, no list of names, twice the same or missing is refused with its place")
    func wrongFiles() throws {
        try Self.folder { folder in
            let texts = [
                ("port: 1\nport: 2\n", "port: this name is there twice"), ("- port\n", "line 1"), ("port: [1, 2]\n", "line 1"),
                ("port:\n  deep: 1\n", "line 1"),
                ("a: \"\n", "not YAML"), ("just words", "line 1"), ("port: 1\n\tplace: x\n", "line 2"),
                ("secret: \(Self.key)\nsecret-file: /nowhere\n", "line 2, secret-file"),
            ]
            for (number, (text, words)) in texts.enumerated() {
                let said = Self.faults(try Self.write(text, "\(number).yaml", in: folder))
                #expect(!said.isEmpty && said[0].contains(words) && said[0].contains("\(number).yaml"), "\(text): \(said)")
            }
            #expect(Self.faults(folder.appending(path: "weg.yaml").path).first?.contains("not there") == true)
            try Data([0xFF, 0xFE, 0x00]).write(to: folder.appending(path: "bytes.yaml"))
            #expect(Self.faults(folder.appending(path: "bytes.yaml").path).count == 1)
        }
    }

    @Test("a secret can stand in a file of its own, as systemd gives it: named in the file of settings or in the environment")
    func secretFiles() throws {
        try Self.folder { folder in
            let secret = try Self.write(Self.key + "\n", "secret", in: folder, rights: 0o400)
            let token = try Self.write("sleutel\n", "token", in: folder, rights: 0o400)
            let path = try Self.write("secret-file: \(secret)\n", "leefkring.yaml", in: folder)
            let environment = ["LEEFKRING_OPERATOR_TOKEN_FILE": token]
            let settings = try Settings(file: path, environment: environment), server = try settings.server(assets: "")
            #expect(settings.warnings.isEmpty && server.configuration.web.operatorToken == "sleutel")
            let plain = try Settings(environment: ["LEEFKRING_SECRET": Self.key]).server(assets: "")
            #expect(server.installation.key?.derived(for: "x").tag(.init("y")) == plain.installation.key?.derived(for: "x").tag(.init("y")))
            #expect(Self.faults(nil, ["LEEFKRING_SECRET_FILE": secret, "LEEFKRING_SECRET": Self.key]).first?.contains("twice") == true)
            #expect(Self.faults(nil, ["LEEFKRING_SECRET_FILE": "/nowhere/x"]).first?.contains("environment, LEEFKRING_SECRET_FILE") == true)
            #expect(Self.faults(nil, ["LEEFKRING_SECRET_FILE": try Self.write(" \n", "empty", in: folder)]).first?.contains("empty") == true)
        }
    }

    @Test("a file that others may change, or a secret that everyone on the machine can read, is warned about")
    func rights() throws {
        try Self.folder { folder in
            for (text, rights, words) in [
                ("port: 1", 0o644, nil), ("port: 1", 0o666, "others can change this file"), ("port: 1", 0o660, "others can change this file"),
                ("secret: \(Self.key)", 0o644, "everyone on the machine can read this secret"), ("secret: \(Self.key)", 0o640, nil),
            ] as [(String, Int, String?)] {
                let warnings = try Settings(file: try Self.write(text, "a.yaml", in: folder, rights: rights), environment: [:]).warnings
                #expect(warnings.count == (words == nil ? 0 : 1), "\(text) \(String(rights, radix: 8))")
                if let words { #expect(warnings[0].line(in: .en).contains(words) && !warnings[0].line(in: .en).contains("geheim")) }
            }
            let secret = try Self.write(Self.key, "secret", in: folder, rights: 0o644)
            #expect(try Settings(environment: ["LEEFKRING_SECRET_FILE": secret]).warnings.map(\.name) == ["LEEFKRING_SECRET_FILE"])
        }
    }

    @Test("ASVS 13.4.2: codes are shown on the page only where nobody else can come: no mail, no address of its own, and this machine alone")
    func development() throws {
        func shows(_ environment: [String: String]) throws -> Bool { try Settings(environment: environment).server(assets: "").installation.showsCodes }
        #expect(try shows([:]))
        #expect(try !shows(["LEEFKRING_HOST": "0.0.0.0"]))
        #expect(try !shows(["LEEFKRING_HOST": "192.0.2.1"]))
        #expect(try !shows(["LEEFKRING_ORIGIN": "https://buurt.example.nl"]))
        #expect(try !shows(["LEEFKRING_SMTP": "smtp.example.nl", "LEEFKRING_MAIL_FROM": "a@example.nl"]))
    }
}
