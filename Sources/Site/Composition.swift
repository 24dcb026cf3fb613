import Areas
import Core
import Figures
import Foundation
import Hummingbird
import Jobs
import Logging
import SQL
import Web

/// The one place where all slices are put together: for the server, the commands and the tests.
package struct Composition: Sendable {
    package let database: Database
    package let areas: Areas.Slice
    package let figures: Figures.Slice
    package let jobs: JobStore

    /// In the order they run; appended to, never changed.
    package static let migrations = JobStore.migrations + Areas.Slice.migrations + Figures.Slice.migrations

    /// Opens the database and brings its tables up to date. Safe when several nodes start together.
    package static func open(_ address: DatabaseAddress, connections: Int = 8) async throws -> Composition {
        let database = try await Database.open(address, connections: connections)
        try await database.migrate(migrations)
        return Composition(database: database)
    }

    package init(database: Database, currentYear: @escaping @Sendable () -> Int = { Calendar(identifier: .gregorian).component(.year, from: Date()) }) {
        self.database = database
        self.areas = Areas.Slice(database: database)
        self.figures = Figures.Slice(database: database, areas: areas, currentYear: currentYear)
        self.jobs = JobStore(database)
    }

    /// The API of the site with its document.
    package var api: APIDocument { APIDocument(areas: areas, figures: figures) }

    /// Every route of the site, with who may use it.
    package func routes() throws -> RouteTable {
        var table = RouteTable()
        try table.register(SiteRoutes(self).table)
        try table.register(AreasRoutes(areas, parts: [figures.areaPart]).table)
        try table.register(figures.routes(jobs: jobs))
        try table.register(api.routes)
        return table
    }

    /// Routes and the layers around them, ready to answer.
    package func stack(_ configuration: Configuration, clock: WebClock = .system) throws -> WebStack {
        let database = self.database
        return try WebStack.install(
            on: routes(), configuration: configuration.web, frame: SiteFrame.leefkring(configuration),
            checks: [HealthCheck("database") { _ = try await database.read { reading in try reading.first("SELECT 1") { try $0.int(0) } } }], clock: clock)
    }

    /// The server; runs until it is told to stop, and then finishes what it is doing.
    package func application(_ configuration: Configuration, logger: Logger) throws -> some ApplicationProtocol {
        Application(
            responder: try stack(configuration),
            configuration: .init(address: .hostname(configuration.host, port: configuration.port), serverName: nil), logger: logger)
    }
}
