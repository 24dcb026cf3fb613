import Core
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

    package init(database: DatabaseAddress, assets: String) {
        self.database = database
        self.assets = assets
    }
}
