import Core
import Knowledge
import Logging
import SQL
import Web

/// All that a server is told before it starts.
package struct ServerSettings: Sendable {
    package var configuration: Configuration
    package var installation: InstallationSettings
    /// To the database.
    package let connections: Int
    package let log: Logger.Level
}

extension Settings {
    /// Where the data are, and what every command must know of the installation.
    ///
    /// - Throws: with every fault
    package func installation() throws(SettingsRefused) -> (database: DatabaseAddress, settings: InstallationSettings) {
        var reader = SettingsReader(self)
        let database = reader.database()
        var settings = reader.installation()
        settings.origin = reader.origin()
        guard reader.faults.isEmpty else { throw SettingsRefused(reader.faults) }
        return (database, settings)
    }

    /// What a server is told.
    ///
    /// - Parameter assets: the folder with style sheets where none is set
    /// - Throws: with every fault
    package func server(assets: String) throws(SettingsRefused) -> ServerSettings {
        var reader = SettingsReader(self)
        var configuration = Configuration(database: reader.database(), assets: text(.assets) ?? assets)
        configuration.host = text(.host) ?? configuration.host
        configuration.port = reader.number(.port, in: 1...65_535, usual: configuration.port)
        configuration.place = text(.place)
        configuration.web.origin = reader.origin()
        configuration.web.operatorToken = text(.operatorToken)
        let range = Localized(nl: "verwacht adressen of blokken, zoals 10.0.0.0/8", en: "expected addresses or ranges, such as 10.0.0.0/8")
        configuration.web.trustedProxies = reader.list(.trustedProxies, otherwise: range) { NetworkRange($0) }
        configuration.web.securityContact = reader.securityContact()
        configuration.mail = reader.mail()
        var installation = reader.installation()
        installation.origin = configuration.web.origin
        installation.mailbox = configuration.mail?.from
        installation.showsCodes = configuration.isForDevelopment
        installation.providers = reader.providers(origin: installation.origin)
        let words = text(.words)
        installation.words = { CompoundWords.read(words) }
        let connections = reader.number(.connections, in: 1...1_000, usual: 8), log = reader.log()
        guard reader.faults.isEmpty else { throw SettingsRefused(reader.faults) }
        return ServerSettings(configuration: configuration, installation: installation, connections: connections, log: log)
    }
}

extension SettingsReader {
    /// What every command must know of the installation.
    mutating func installation() -> InstallationSettings {
        var known = InstallationSettings()
        known.key = key()
        known.breached = breached()
        known.files = settings.text(.files)
        known.scanner = scanner()
        return known
    }
}

extension Configuration {
    /// A site that knows neither its own address nor a mail server, and that only this machine can reach: it shows the codes that it cannot send.
    package var isForDevelopment: Bool { mail == nil && web.origin == nil && ["127.0.0.1", "::1", "localhost"].contains(host) }
}
