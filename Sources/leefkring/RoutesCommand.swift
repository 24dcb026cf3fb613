import ArgumentParser
import Foundation
import Hummingbird
import SQL
import Site
import Web

struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "Alle adressen van de site en wie ze mag gebruiken. All routes of the site and who may use them.",
        discussion: "With --markdown as in docs/permissions.md; needs no data.")

    @Flag(name: .long, help: "As the page docs/permissions.md.") var markdown = false

    func run() async throws {
        // The routes are the same for every database: an empty one that is thrown away will do.
        let folder = FileManager.default.temporaryDirectory.appending(path: "leefkring-routes-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let address = DatabaseAddress.sqlite(path: folder.appending(path: "empty.sqlite").path)
        let site = try await Composition.open(address, connections: 1)
        let table = try site.stack(Configuration(database: address, assets: "Public")).table
        if markdown {
            print(PermissionTable(table).markdown, terminator: "")
        } else {
            for route in table.routes { print([route.method.rawValue, route.pattern, route.access.rawValue, route.name].joined(separator: "\t")) }
        }
        await site.database.close()
    }
}
