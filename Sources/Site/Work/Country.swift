import Areas
import Core
import Figures
import Foundation

/// The list of files that together are the whole country: boundaries and figures, in the order they are imported.
package struct CountryManifest: Codable, Sendable {
    package struct Boundaries: Codable, Sendable {
        package let file: String
        package let year: Int
        package let level: String
        package let code: String?
        package let name: String?
        package let licence: String?
        package let attribution: String?
        package let optional: Bool?
    }

    package struct Figures: Codable, Sendable {
        package let file: String
        package let mapping: String
        package let optional: Bool?
    }

    package let boundaries: [Boundaries]
    package let figures: [Figures]

    package static func read(_ path: String) throws -> CountryManifest {
        try JSONDecoder().decode(CountryManifest.self, from: Data(contentsOf: URL(filePath: path)))
    }
}

extension Importing {
    /// Imports every file of a manifest. Files that were imported before change nothing, so an interrupted run is completed by running it again.
    ///
    /// - Parameters:
    ///   - folder: where the files are
    ///   - mappings: where the mappings are
    ///   - withOptional: also what is marked optional
    package func country(_ manifest: CountryManifest, folder: String, mappings: String, withOptional: Bool, say: (JobRunner.Ending) -> Void) async throws {
        try await together { importing in
            try await importing.files(manifest, folder: folder, mappings: mappings, withOptional: withOptional, say: say)
        }
    }

    private func files(_ manifest: CountryManifest, folder: String, mappings: String, withOptional: Bool, say: (JobRunner.Ending) -> Void) async throws {
        // Figures first: the register tables name the areas, which boundaries then find.
        for item in manifest.figures where withOptional || item.optional != true {
            say(try await figures(folder + "/" + item.file, mapping: mappings + "/" + item.mapping + ".json"))
        }
        for item in manifest.boundaries where withOptional || item.optional != true {
            guard let level = AreaLevel(rawValue: item.level), let format = BoundaryFile.Format(path: item.file) else {
                let reason = Localized(nl: "onbekend niveau of bestandssoort", en: "unknown level or kind of file")
                throw ImportRefused([Diagnostic(.error, source: item.file, value: item.level, reason: reason)])
            }
            let file = BoundaryFile(
                path: folder + "/" + item.file, format: format, year: item.year, level: level,
                codeProperties: (item.code.map { [$0] } ?? []) + BoundaryFile.usualCodes,
                nameProperties: (item.name.map { [$0] } ?? []) + BoundaryFile.usualNames, licence: item.licence, attribution: item.attribution)
            say(try await boundaries(file))
        }
    }
}
