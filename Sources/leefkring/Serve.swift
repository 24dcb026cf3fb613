import ArgumentParser
import Foundation
import Hummingbird
import Logging
import SQL
import Site
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Start de website. Start the website.")

    @OptionGroup var database: DatabaseOption
    @Option(name: .long, help: "Address to listen on (environment: LEEFKRING_HOST).")
    var host: String?
    @Option(name: .long, help: "Port to listen on (environment: LEEFKRING_PORT).")
    var port: Int?
    @Option(name: .long, help: "How visitors reach the site: https://buurt.example.nl (environment: LEEFKRING_ORIGIN).")
    var origin: String?
    @Option(name: .long, help: "Folder with style sheets, letters and icons (environment: LEEFKRING_ASSETS).")
    var assets: String?
    @Option(name: .long, help: "Proxies in front, as addresses or ranges, whose forwarded headers are believed (environment: LEEFKRING_TRUSTED_PROXIES).")
    var trustedProxy: [String] = []
    @Option(name: .long, help: "Name of the municipality or region the site is for (environment: LEEFKRING_PLACE).")
    var place: String?
    @Option(name: .long, help: "List of words that ‘leefkring words’ made, for the search (environment: LEEFKRING_WORDS).")
    var words: String?
    @Option(name: .long, help: "Connections to the database (environment: LEEFKRING_CONNECTIONS).")
    var connections: Int?
    @Flag(name: .long, help: "No limit on requests per visitor, for measuring.")
    var withoutRateLimit = false

    func run() async throws {
        var server = try settings()
        if withoutRateLimit { server.configuration.web.rateLimit = nil }
        let configuration = server.configuration
        var logger = Logger(label: "leefkring") { _ in LineLog() }
        logger.logLevel = server.log
        let site = try await Composition.open(configuration.database, connections: server.connections, settings: server.installation)
        logger.info("memory by \(Memory.allocator)")
        let application = try site.application(configuration, logger: logger)
        print("Leefkring: http://\(configuration.host):\(configuration.port)/")
        try await application.runService()
        await site.database.close()
    }

    private func settings() throws -> ServerSettings {
        var settings = try database.settings()
        settings.set(.host, to: host.map { [$0] })
        settings.set(.port, to: port.map { [String($0)] })
        settings.set(.origin, to: origin.map { [$0] })
        settings.set(.assets, to: assets.map { [$0] })
        settings.set(.trustedProxies, to: trustedProxy)
        settings.set(.place, to: place.map { [$0] })
        settings.set(.words, to: words.map { [$0] })
        settings.set(.connections, to: connections.map { [String($0)] })
        return try refusing { () throws(SettingsRefused) in try settings.server(assets: Self.defaultAssets) }
    }

    /// `Public` beside the working folder, or beside the program.
    static var defaultAssets: String {
        let beside = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent().appending(path: "Public").path
        return FileManager.default.fileExists(atPath: "Public") ? "Public" : beside
    }
}
