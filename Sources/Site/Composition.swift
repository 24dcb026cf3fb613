import Areas
import Core
import Credentials
import Dutch
import Figures
import Foundation
import Hummingbird
import Jobs
import Knowledge
import Learning
import Logging
import Mail
import People
import SQL
import ServiceLifecycle
import Voices
import Web

/// The one place where all slices are put together: for the server, the commands and the tests.
package struct Composition: Sendable {
    package let database: Database
    package let areas: Areas.Slice
    package let figures: Figures.Slice
    package let people: People.Slice
    package let knowledge: Knowledge.Slice
    package let learning: Learning.Slice
    package let voices: Voices.Slice
    package let jobs: JobStore

    /// In the order they run; appended to, never changed.
    package static let migrations =
        JobStore.migrations + Areas.Slice.migrations + Figures.Slice.migrations + People.Slice.migrations
        + Knowledge.Slice.migrations + Learning.Slice.migrations + Voices.Slice.migrations

    /// Opens the database and brings its tables up to date. Safe when several nodes start together.
    ///
    /// - Parameter settings: of the installation; without a secret among them the database keeps one
    package static func open(_ address: DatabaseAddress, connections: Int = 8, settings: InstallationSettings = InstallationSettings()) async throws
        -> Composition
    {
        let database = try await Database.open(address, connections: connections)
        try await database.migrate(migrations)
        let key: SecretKey
        if let given = settings.key { key = given } else { key = try await Installation.kept(in: database, at: UTCTime.milliseconds) }
        let installation = Installation(
            key: key, name: settings.name, origin: settings.origin, showsCodes: settings.showsCodes, breached: settings.breached,
            providers: settings.providers)
        let files = FileSettings(folder: InstallationSettings.folder(of: address, settings.files), scanner: settings.scanner)
        return Composition(
            database: database, installation: installation, files: files, words: settings.words, mailbox: settings.mailbox, now: settings.now)
    }

    init(
        database: Database, installation: Installation, files: FileSettings = FileSettings(), words: @escaping @Sendable () -> WordList,
        mailbox: Mailbox? = nil, now: @escaping @Sendable () -> Int64,
        currentYear: @escaping @Sendable () -> Int = { Calendar(identifier: .gregorian).component(.year, from: Date()) }
    ) {
        self.database = database
        self.areas = Areas.Slice(database: database)
        self.figures = Figures.Slice(database: database, areas: areas, currentYear: currentYear)
        let gazetteer = areas.gazetteer
        self.people = People.Slice(
            database: database, installation: installation, files: files, now: now,
            areaName: { code in
                let known = try await gazetteer.current()
                // Before areas were imported, every code may be right.
                return known.years.isEmpty ? code.description : known.newest(code)?.name
            }, noticeKinds: PeopleNotice.kinds + Learning.Slice.noticeKinds + Voices.Slice.noticeKinds,
            personalRecords: Learning.Slice.personalRecords(installation.key) + Voices.Slice.personalRecords(installation.key),
            actions: Learning.Slice.actions.merging(Voices.Slice.actions) { own, _ in own }, doors: Learning.Slice.doors)
        self.jobs = JobStore(database)
        self.learning = Learning.Slice(areas: areas, people: people, organizer: mailbox)
        self.voices = Voices.Slice(
            areas: areas, people: people, inhabitants: Inhabitants.source(figures), population: Population.source(figures),
            counting: Counting.side(figures))
        let sources =
            [
                areas.searchSource, figures.searchSource, figures.ownSearchSource, people.searchSource, people.programmeSource, people.termSource,
                SitePage.searchSource,
            ] + learning.searchSources + voices.searchSources
        let links = [areas.linkSource, people.linkSource, FigureSubjects.linkSource] + learning.linkSources + voices.linkSources
        self.knowledge = Knowledge.Slice(areas: areas, people: people, sources: sources, links: links, words: words)
    }

    /// The API of the site with its document.
    package var api: APIDocument { APIDocument(areas: areas, figures: figures, people: people, knowledge: knowledge, learning: learning, voices: voices) }

    /// Who may see the files of each kind of thing.
    private var attachmentPolicies: [String: AttachmentPolicy] {
        [learning.meetings.attachmentPolicies, voices.attachmentPolicies].reduce(people.attachmentPolicies) { all, own in all.merging(own) { known, _ in known }
        }
    }

    /// Every route of the site, with who may use it.
    package func routes() throws -> RouteTable {
        var table = RouteTable()
        try table.register(SiteRoutes(self).table)
        try table.register(
            AreasRoutes(
                areas,
                parts: [
                    AreaParts.source(figures.areaPart, with: [voices.matches.source, voices.panel.source], before: "weten"), knowledge.areaPart,
                    learning.panel.source,
                ]
            ).table)
        try table.register(figures.routes(jobs: jobs))
        try table.register(people.routes)
        try table.register(AttachmentRoutes(people, policies: attachmentPolicies).table)
        try table.register(knowledge.routes)
        try table.register(learning.routes)
        try table.register(voices.routes)
        try table.register(api.routes)
        return table
    }

    /// Routes and the layers around them, ready to answer.
    package func stack(_ configuration: Configuration, clock: WebClock = .system) throws -> WebStack {
        let database = self.database, people = self.people
        var web = configuration.web
        if web.secret.isEmpty { web.secret = people.installation.key.derived(for: "leefkring form tokens 1").tag(CanonicalBytes("form tokens")) }
        return try WebStack.install(
            on: routes(), configuration: web, frame: SiteFrame.leefkring(configuration),
            checks: [HealthCheck("database") { _ = try await database.read { reading in try reading.first("SELECT 1") { try $0.int(0) } } }],
            visits: people.visits, look: { frame in FrameInForce(frame, look: people.look, mark: DemoMark(people.journal)).source },
            links: knowledge.linkedThings, clock: clock)
    }

    /// The server; runs until it is told to stop, and then finishes what it is doing.
    package func application(_ configuration: Configuration, logger: Logger) throws -> some ApplicationProtocol {
        Application(
            responder: try stack(configuration),
            configuration: .init(address: .hostname(configuration.host, port: configuration.port), serverName: nil),
            services: services(configuration, logger: logger), logger: logger)
    }

    /// What runs beside the answers, for as long as the server does.
    private func services(_ configuration: Configuration, logger: Logger) -> [any Service] {
        var services: [any Service] = [
            SearchUpkeep(desk: knowledge.desk, logger: logger), DailyRetention(people: people, logger: logger), NoticeRounds(people: people, logger: logger),
            LearningRounds(learning: learning, people: people, logger: logger),
        ]
        if let mail = configuration.mail { services.append(OutgoingMail(people: people, settings: mail, logger: logger)) }
        return services
    }
}
