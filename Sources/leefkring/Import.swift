import Areas
import ArgumentParser
import Core
import Figures
import Foundation
import SQL
import Site
import Transfer

struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lees grenzen en cijfers in. Import boundaries and figures.",
        discussion: "Each file is imported whole or not at all. A file that was imported before changes nothing.",
        subcommands: [BoundariesCommand.self, FiguresCommand.self, CBSCommand.self, CountryCommand.self])
}

struct BoundariesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "boundaries", abstract: "Grenzen uit GeoJSON, TopoJSON of GeoPackage. Boundaries from a file.")

    @Argument(help: "File: .geojson, .topojson or .gpkg, in WGS84 or RD.") var file: String
    @Option(name: .long, help: "Boundary year.") var year: Int
    @Option(name: .long, help: "Level: provincie, gemeente, wijk or buurt.") var level: String
    @Option(name: .long, help: "Property that holds the code.") var code: String?
    @Option(name: .long, help: "Property that holds the name.") var name: String?
    @Flag(name: .long, help: "Print every note on the data; otherwise their number.") var notes = false
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        guard let level = AreaLevel(rawValue: level) else { throw ValidationError("--level: provincie, gemeente, wijk or buurt") }
        guard let format = BoundaryFile.Format(path: file) else { throw ValidationError("\(file): .geojson, .topojson or .gpkg") }
        let boundaries = BoundaryFile(
            path: file, format: format, year: year, level: level, codeProperties: (code.map { [$0] } ?? []) + BoundaryFile.usualCodes,
            nameProperties: (name.map { [$0] } ?? []) + BoundaryFile.usualNames)
        try await importing(database) { importing in show(try await importing.boundaries(boundaries), notes: notes) }
    }
}

struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "figures", abstract: "Cijfers uit een CSV met een mapping. Figures from a CSV with a mapping.")

    @Argument(help: "File: CSV.") var file: String
    @Option(name: .long, help: "Mapping that says what the columns mean; see mappings/README.md.") var mapping: String
    @Option(name: .long, help: "DataProperties or MeasureCodes of the table as JSON, for mappings that find columns by title.") var metadata: String?
    @Flag(name: .long, help: "Print every note on the data; otherwise their number.") var notes = false
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await importing(database) { importing in
            show(try await importing.figures(file, mapping: mapping, metadata: metadata), notes: notes)
        }
    }
}

struct CBSCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cbs", abstract: "Cijfers van StatLine, over het net. Figures from StatLine, over the network.")

    @Option(name: .long, help: "Mapping of the table; see mappings/README.md.") var mapping: String
    @Option(name: .long, help: "Service: v4 (default) or v3.") var service: String = "v4"
    @Option(name: .long, help: "Another address of the service, for a mirror.") var address: String?
    @Option(name: .long, help: "Only this area and what lies in it, such as GM0222; may be given more than once.") var area: [String] = []
    @Option(name: .long, help: "How the publisher can reach you, told with every request.") var contact: String = "https://github.com/leefkring"
    @Flag(name: .long, help: "Print every note on the data; otherwise their number.") var notes = false
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        guard let edition = StatLine.Edition(rawValue: service) else { throw ValidationError("--service: v4 or v3") }
        let areas = try area.map { text in
            guard let code = AreaCode(text) else { throw ValidationError("--area: \(text) is not a code") }
            return code
        }
        let client = Fetcher(version: Leefkring.configuration.version, contact: contact).client
        try await importing(database) { importing in
            show(try await importing.statLine(mapping: mapping, edition: edition, address: address, areas: areas, client: client), notes: notes)
        }
    }
}

struct CountryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "country", abstract: "Het hele land uit een map met bestanden. The whole country from a folder of files.")

    @Argument(help: "Folder that holds the files.") var folder: String
    @Option(name: .long, help: "Folder with mappings and the list nederland.json.") var mappings: String = "mappings"
    @Flag(name: .long, help: "Also the files that the list marks as optional.") var all = false
    @Flag(name: .long, help: "Print every note on the data; otherwise their number.") var notes = false
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let manifest = try CountryManifest.read(mappings + "/nederland.json")
        try await importing(database) { importing in
            try await importing.country(manifest, folder: folder, mappings: mappings, withOptional: all) { show($0, notes: notes) }
        }
    }
}

/// What an import did, on one line; its notes below it where they are asked for.
private func show(_ ending: JobRunner.Ending, notes: Bool) {
    print(ending.summary)
    if notes {
        for note in ending.notes { print("  \(note)") }
    } else if !ending.notes.isEmpty {
        print("  \(ending.notes.count) opmerkingen (--notes toont ze; ze staan ook bij de taak en de bron op de site)")
    }
}

/// Opens the database, shows progress, and ends with the right exit code.
private func importing(_ database: DatabaseOption, _ work: (Importing) async throws -> Void) async throws {
    let terminal = TerminalProgress()
    defer { terminal.finish() }
    try await reporting {
        let site = try await database.open()
        try await work(Importing(site, watcher: terminal.progress))
        await site.database.close()
    }
}
