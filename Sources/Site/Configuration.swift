import Core
import Credentials
import Dutch
import Knowledge
import Mail
import People
import SQL
import Web

/// How one installation runs: from the command line and the environment, never from the code.
package struct Configuration: Sendable {
    package var database: DatabaseAddress
    package var host = "127.0.0.1"
    package var port = 8080
    package var web = WebConfiguration()
    /// The folder with style sheets, letters and icons.
    package var assets: String
    /// The municipality or region the site is for; nil for the whole country.
    package var place: String?
    /// How mail is sent; nil on a site that sends none.
    package var mail: MailSettings?

    package init(database: DatabaseAddress, assets: String) {
        self.database = database
        self.assets = assets
    }
}

/// What an installation is given from outside, before its database is open.
package struct InstallationSettings: Sendable {
    /// The secret; nil for one that the database keeps.
    package var key: SecretKey?
    package var name = "Leefkring"
    /// `https://buurt.example.nl`; nil where it is not known.
    package var origin: String?
    /// Shows the code to sign in with on the page: for development only.
    package var showsCodes = false
    /// Passwords that are known from a breach; nil where there is no list.
    package var breached: BreachedPasswords?
    /// Where people may sign in by OpenID Connect.
    package var providers: [IdentityProvider] = []
    /// Reads the words that compounds consist of, when something is first looked for.
    package var words: @Sendable () -> WordList = { CompoundWords.small }
    /// The address that mail comes from; nil on a site that sends none.
    package var mailbox: Mailbox?
    /// The folder of files; nil for one beside a SQLite database, and for none with PostgreSQL.
    package var files: String?
    /// Looks for viruses in files that come in.
    package var scanner = MalwareScanner.none
    /// Milliseconds since 1970; another clock is for tests.
    package var now: @Sendable () -> Int64 = { UTCTime.milliseconds }

    package init() {}
}

/// Where mail goes out, and whom it comes from.
package struct MailSettings: Sendable {
    package let server: SMTPServer
    package let from: Mailbox

    package init(server: SMTPServer, from: Mailbox) {
        self.server = server
        self.from = from
    }
}

extension InstallationSettings {
    /// The folder that a database goes with; each installation has its own.
    package static func folder(of database: DatabaseAddress, _ chosen: String?) -> FileFolder? {
        if let chosen, !chosen.isEmpty { return FileFolder(path: chosen) }
        guard case .sqlite(let path) = database, path != ":memory:" else { return nil }
        return FileFolder(path: path + "-bestanden")
    }
}
