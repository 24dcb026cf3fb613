import ArgumentParser
import Core
import Foundation
import Hummingbird
import Knowledge
import Logging
import SQL
import Site
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Start de website. Start the website.")

    @OptionGroup var database: DatabaseOption
    @Option(name: .long, help: "Address to listen on.")
    var host: String = "127.0.0.1"
    @Option(name: .long, help: "Port to listen on.")
    var port: Int = 8080
    @Option(name: .long, help: "How visitors reach the site: https://buurt.example.nl (environment: LEEFKRING_ORIGIN).")
    var origin: String?
    @Option(name: .long, help: "Folder with style sheets, letters and icons.")
    var assets: String = Serve.defaultAssets
    @Option(name: .long, help: "Proxies in front, as addresses or ranges, whose forwarded headers are believed.")
    var trustedProxy: [String] = []
    @Option(name: .long, help: "Name of the municipality or region the site is for.")
    var place: String?
    @Option(name: .long, help: "List of words that ‘leefkring words’ made, for the search (environment: LEEFKRING_WORDS).")
    var words: String?
    @Option(name: .long, help: "Connections to the database.")
    var connections: Int = 8
    @Flag(name: .long, help: "No limit on requests per visitor, for measuring.")
    var withoutRateLimit = false

    func run() async throws {
        let settings = try settings()
        var installation = try ServeSettings.installation(settings)
        let words = words ?? ProcessInfo.processInfo.environment["LEEFKRING_WORDS"]
        installation.words = { CompoundWords.read(words) }
        let site = try await database.open(connections: connections, settings: installation)
        var logger = Logger(label: "leefkring") { LineLog(label: $0) }
        logger.logLevel = ProcessInfo.processInfo.environment["LEEFKRING_LOG"].flatMap { Logger.Level(rawValue: $0) } ?? .info
        logger.info("memory by \(Memory.allocator)")
        let application = try site.application(settings, logger: logger)
        print("Leefkring: http://\(host):\(port)/")
        try await application.runService()
        await site.database.close()
    }

    private func settings() throws -> Configuration {
        guard let address = DatabaseAddress(database.database) else { throw ValidationError("--database") }
        var settings = Configuration(database: address, assets: assets)
        settings.host = host
        settings.port = port
        settings.place = place
        settings.web.origin = origin ?? ProcessInfo.processInfo.environment["LEEFKRING_ORIGIN"]
        settings.web.operatorToken = ProcessInfo.processInfo.environment["LEEFKRING_OPERATOR_TOKEN"]
        settings.web.trustedProxies = try trustedProxy.map { text in
            guard let range = NetworkRange(text) else { throw ValidationError("--trusted-proxy: \(text) is no address or range") }
            return range
        }
        settings.mail = try ServeSettings.mail()
        if let contact = ProcessInfo.processInfo.environment["LEEFKRING_SECURITY_CONTACT"] {
            settings.web.securityContact = SecurityContact(contacts: [contact])
        }
        if withoutRateLimit { settings.web.rateLimit = nil }
        return settings
    }

    /// `Public` beside the working folder, or beside the program.
    static var defaultAssets: String {
        let beside = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent().appending(path: "Public").path
        return FileManager.default.fileExists(atPath: "Public") ? "Public" : beside
    }
}
