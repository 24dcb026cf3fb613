import Foundation
import Testing

@testable import Mail

/// A running SMTP server of the package aiosmtpd.
struct SMTPPeer {
    static let isPresent = PythonPeer.has("aiosmtpd") && FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

    struct Envelope: Decodable, Equatable {
        let from: String
        let to: [String]
        let tls: Bool
        let user: String?
        let name: String
    }

    let folder: TestFolder
    let port: Int
    private let running: PythonPeer.Running

    /// - Parameter mode: `plain`, `starttls`, `tls` or `auth`
    init(_ mode: String) throws {
        folder = try TestFolder()
        running = try PythonPeer.Running("mail.py", ["serve", folder.path, mode])
        port = try #require(Int(running.line))
    }

    func server(_ security: SMTPServer.Security, user: String? = nil, password: String? = nil, isTrusted: Bool = true, timeout: Int = 20) throws -> SMTPServer {
        try #require(
            SMTPServer(
                host: "127.0.0.1", port: port, security: security, user: user, password: password, certificates: isTrusted ? folder.path + "/cert.pem" : nil,
                name: "leefkring.example", totalTimeout: timeout))
    }

    func message(_ number: Int) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: "\(folder.path)/\(number).eml"))) }

    func envelope(_ number: Int) throws -> Envelope {
        try JSONDecoder().decode(Envelope.self, from: Data(contentsOf: URL(filePath: "\(folder.path)/\(number).json")))
    }
}

/// What Python's email package makes of a message.
struct ReadMessage: Decodable {
    let fields: [String]
    let subject: String
    let from: [String]
    let to: [String]
    let date: Double
    let types: [String]
    let text: String?
    let html: String?
    let attachments: [[String]]
    let defects: [String]
    let longest: Int
    let bare: Int

    /// Reads many in one run.
    static func read(_ messages: [[UInt8]]) throws -> [ReadMessage] {
        let folder = try TestFolder()
        for (number, bytes) in messages.enumerated() { try Data(bytes).write(to: URL(filePath: "\(folder.path)/\(number).eml")) }
        return try PythonPeer.output("mail.py", ["read", folder.path]).split(separator: 0x0A).map { try JSONDecoder().decode(ReadMessage.self, from: $0) }
    }
}
