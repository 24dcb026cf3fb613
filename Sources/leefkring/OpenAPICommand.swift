import ArgumentParser
import Foundation
import SQL
import Site

struct OpenAPICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "De beschrijving van de API (OpenAPI 3.0). The description of the API.",
        discussion: "Prints YAML, as in docs/api/openapi.yaml; needs no data.")

    @Flag(name: .long, help: "As JSON, as on /api/v1/openapi.json.") var json = false

    func run() async throws {
        // The document is the same for every database: an empty one that is thrown away will do.
        let folder = FileManager.default.temporaryDirectory.appending(path: "leefkring-openapi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let site = try await Composition.open(.sqlite(path: folder.appending(path: "empty.sqlite").path), connections: 1)
        FileHandle.standardOutput.write(Data((json ? site.api.json : site.api.yaml).utf8))
        await site.database.close()
    }
}
