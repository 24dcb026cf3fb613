import Foundation
import Mail

/// A running SMTP server of the package aiosmtpd.
package struct SMTPPeer {
    package static let isPresent = PythonPeer.has("aiosmtpd") && FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

    package struct Envelope: Decodable, Equatable {
        package let from: String
        package let to: [String]
        package let tls: Bool
        package let user: String?
        package let name: String

        package init(from: String, to: [String], tls: Bool, user: String?, name: String) {
            (self.from, self.to, self.tls, self.user, self.name) = (from, to, tls, user, name)
        }
    }

    /// Why there is no server to speak to.
    package enum Fault: Error {
        case didNotStart(String), settings
    }

    package let folder: TestFolder
    package let port: Int
    private let running: PythonPeer.Running

    /// - Parameter mode: `plain`, `starttls`, `tls` or `auth`
    package init(_ mode: String) throws {
        folder = try TestFolder()
        running = try PythonPeer.Running("mail.py", ["serve", folder.path, mode])
        guard let port = Int(running.line) else { throw Fault.didNotStart(running.line) }
        self.port = port
    }

    package func server(_ security: SMTPServer.Security, user: String? = nil, password: String? = nil, isTrusted: Bool = true, timeout: Int = 20) throws
        -> SMTPServer
    {
        let server = SMTPServer(
            host: "127.0.0.1", port: port, security: security, user: user, password: password, certificates: isTrusted ? folder.path + "/cert.pem" : nil,
            name: "leefkring.example", totalTimeout: timeout)
        guard let server else { throw Fault.settings }
        return server
    }

    package func message(_ number: Int) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "\(folder.path)/\(number).eml"))) }

    package func envelope(_ number: Int) throws -> Envelope {
        try JSONDecoder().decode(Envelope.self, from: Data(contentsOf: URL(filePath: "\(folder.path)/\(number).json")))
    }
}

/// What Python's email package makes of a message.
package struct ReadMessage: Decodable {
    package let fields: [String]
    package let subject: String
    package let from: [String]
    package let to: [String]
    package let date: Double
    package let types: [String]
    package let text: String?
    package let html: String?
    package let attachments: [[String]]
    package let defects: [String]
    package let longest: Int
    package let bare: Int

    /// Reads many in one run.
    package static func read(_ messages: [[UInt8]]) throws -> [ReadMessage] {
        let folder = try TestFolder()
        for (number, bytes) in messages.enumerated() { try Data(bytes).write(to: URL(filePath: "\(folder.path)/\(number).eml")) }
        return try PythonPeer.output("mail.py", ["read", folder.path]).split(separator: 0x0A).map { try JSONDecoder().decode(ReadMessage.self, from: $0) }
    }
}
