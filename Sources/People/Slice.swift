import Core
import Credentials
import SQL
import Synchronization
import Web

/// People: who they are, what they may, and what they did. The table of contents of the slice.
package struct Slice: Sendable {
    package let database: Database
    package let journal: Journal
    package let persons: PersonStore
    package let sessions: SessionStore
    package let signIns: SignInStore
    package let secondFactors: SecondFactorStore
    package let mailChanges: MailChangeStore
    package let passwords: PasswordStore
    package let identities: IdentityStore
    /// Where people may sign in as well.
    package let providers: [ProviderDesk]
    package let organisations: OrganisationStore
    package let programmes: ProgrammeStore
    package let reviews: RoleReview
    package let terms: TermStore
    package let outbox: Outbox
    package let contact: ContactStore
    package let notices: NoticeStore
    package let noticeRound: NoticeRound
    package let readLog: ReadLog
    package let retention: Retention
    package let settings: SettingsStore
    /// Files that people send: the folder and the rows.
    package let attachments: AttachmentDesk
    /// What people tell of themselves.
    package let profiles: ProfileStore
    package let statements: StatementStore
    /// What was chosen of name, colours and language, in memory; nil in it while nothing was.
    package let look: Snapshot<InstallationLook?>
    package let installation: Installation
    /// Codes that a site for development shows, because it sends no mail; nil on every other site.
    package let shownCodes: ShownCodes?
    /// Milliseconds since 1970.
    package let now: @Sendable () -> Int64
    /// The name of an area; nil for one that is not known.
    package let areaName: @Sendable (AreaCode) async throws -> String?
    /// Things of other slices that people can ask about, by kind.
    package let contactPlaces: [String: ContactPlaceSource]
    /// What other slices keep of people.
    package let personalRecords: [PersonalRecords]
    /// The words of actions of other slices, by their name in the journal.
    package let actions: [String: Localized]
    /// Where pages of this slice lead to in others.
    package let doors: PeopleDoors

    package static let migrations = PeopleMigrations.all + LabelMigrations.all + StatementMigrations.all

    /// - Parameters:
    ///   - now: milliseconds since 1970
    ///   - areaName: the name of an area, nil for one that is not known; without it every code is taken for its own name
    ///   - noticeKinds: all that people can be told about, of this slice and of others
    ///   - personalRecords: what other slices keep of people
    ///   - actions: the words of what happens in other slices, by their name in the journal
    ///   - doors: where pages of this slice lead to in others
    package init(
        database: Database, installation: Installation, hashing: HashingQueue = HashingQueue(), files: FileSettings = FileSettings(),
        now: @escaping @Sendable () -> Int64,
        areaName: @escaping @Sendable (AreaCode) async throws -> String? = { $0.description }, contactPlaces: [String: ContactPlaceSource] = [:],
        noticeKinds: [NoticeKind] = PeopleNotice.kinds, personalRecords: [PersonalRecords] = [],
        actions: [String: Localized] = [:], doors: PeopleDoors = .none
    ) {
        let key = installation.key
        // Telling someone something leaves no event of its own: the event it follows stands for both.
        let quiet = Journal(database, key: key)
        let notices = NoticeStore(
            database, journal: quiet, outbox: Outbox(database, journal: quiet), installation: installation, kinds: noticeKinds)
        let rules = NoticeRules(notices: notices)
        let journal = Journal(database, key: key, follow: rules.follow), outbox = Outbox(database, journal: journal)
        self.notices = notices
        self.database = database
        self.installation = installation
        self.journal = journal
        self.outbox = outbox
        self.contact = ContactStore(database, journal: journal, outbox: outbox, notices: notices)
        self.contactPlaces = contactPlaces
        self.personalRecords = personalRecords
        self.actions = actions
        self.doors = doors
        let attachments = AttachmentDesk(AttachmentStore(database, journal: journal), settings: files)
        self.attachments = attachments
        self.profiles = ProfileStore(database, journal: journal)
        self.persons = PersonStore(database, journal: journal, attachments: attachments, records: personalRecords)
        self.organisations = OrganisationStore(database, journal: journal)
        let settings = SettingsStore(database, journal: journal)
        self.settings = settings
        self.statements = StatementStore(database, journal: journal)
        self.look = Snapshot {
            try await settings.version()
        } load: {
            try await settings.look()
        }
        self.programmes = ProgrammeStore(database, journal: journal)
        self.readLog = ReadLog(database, journal: journal, key: key)
        self.retention = Retention(journal, records: personalRecords)
        let reviews = RoleReview(database, journal: journal)
        self.reviews = reviews
        self.noticeRound = NoticeRound(notices, reviews: reviews)
        self.terms = TermStore(database, journal: journal)
        self.sessions = SessionStore(database, journal: journal)
        self.signIns = SignInStore(database, journal: journal, key: key) { letter, origin, transaction in
            try outbox.add(letter.mail(from: installation, named: try installation.name(in: transaction)), from: origin, in: transaction)
        }
        self.mailChanges = MailChangeStore(database, journal: journal, key: key) { letter, origin, transaction in
            try outbox.add(letter.mail(from: installation, named: try installation.name(in: transaction)), from: origin, in: transaction)
        }
        self.secondFactors = SecondFactorStore(database, journal: journal, hashing: hashing, key: key)
        self.passwords = PasswordStore(
            database, journal: journal, hashing: hashing, key: key, rules: PasswordRules(minimum: 8, breached: installation.breached))
        self.identities = IdentityStore(database, journal: journal, key: key)
        self.providers = installation.providers.map { ProviderDesk($0) }
        self.shownCodes = installation.showsCodes ? ShownCodes() : nil
        self.now = now
        self.areaName = areaName
    }

    package var routes: [Route] {
        SignInRoutes(slice: self).table + PasswordRoutes(slice: self).table + IdentityRoutes(slice: self).table
            + AccountRoutes(slice: self).table + SecondFactorRoutes(slice: self).table + MailChangeRoutes(slice: self).table
            + JournalRoutes(slice: self).table + AdministrationRoutes(slice: self).table
            + OrganisationRoutes(slice: self).table
            + ProgrammeRoutes(slice: self).table + ProgrammeEditRoutes(slice: self).table + SettingsRoutes(slice: self).table
            + LabelRoutes(slice: self).table + SubjectRoutes(slice: self).table + ContactRoutes(slice: self).table
            + ContactTeamRoutes(slice: self).table + NoticeRoutes(slice: self).table + OwnFilesRoutes(slice: self).table
            + ProfileRoutes(slice: self).table + StatementRoutes(slice: self).table
    }

    /// Finds who signed in, for the layers of the site.
    package var visits: VisitSource { { secret in try await sessions.visit(secret, at: now()) } }

    /// The words of what other slices keep of someone and of what happened there, for a file to read.
    package var fileNames: [String: Localized] {
        personalRecords.reduce(into: actions) { $0.merge($1.names) { first, _ in first } }
    }

    /// Who does something on a page, for the journal.
    ///
    /// - Parameter person: who they turned out to be, where the request does not know yet
    package func origin(_ context: WebContext, person: Identifier? = nil) -> Origin {
        let known = context.actor.person
        return Origin(person: person ?? known?.id, organisation: known?.organisation, request: context.requestID, channel: .web, time: now())
    }

    /// The visitor's address as one subscriber, for counting tries.
    package func client(_ context: WebContext) -> String { context.client?.subscriber.description ?? "" }
}

/// The last codes of a site for development, in memory.
package final class ShownCodes: Sendable {
    private let codes = Mutex<[Identifier: String]>([:])

    func keep(_ code: String, for attempt: Identifier) {
        codes.withLock { codes in
            if codes.count >= 100 { codes.removeAll() }
            codes[attempt] = code
        }
    }

    package func code(of attempt: Identifier) -> String? { codes.withLock { $0[attempt] } }
}
