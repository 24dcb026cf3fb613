import Analysis
import ArgumentParser
import Core
import Foundation
import People
import SQL
import Site

extension DatabaseOption {
    /// Opens the database and brings its tables up to date.
    ///
    /// - Parameter settings: nil for what the environment says
    func open(connections: Int = 4, settings: InstallationSettings? = nil) async throws -> Composition {
        let address = try address()
        var known = InstallationSettings()
        known.key = try ServeSettings.key()
        try ServeSettings.files(&known)
        return try await Composition.open(address, connections: connections, settings: settings ?? known)
    }

    /// Opens the database as it is.
    func plain() async throws -> Database { try await Database.open(try address(), connections: 1) }

    /// The folder of files that goes with this database.
    func folder() throws -> FileFolder? {
        var settings = InstallationSettings()
        try ServeSettings.files(&settings)
        return InstallationSettings.folder(of: try address(), settings.files)
    }

    private func address() throws -> DatabaseAddress {
        guard let address = DatabaseAddress(database) else {
            throw ValidationError("--database: expected sqlite:PATH or postgres://USER@HOST/NAME")
        }
        return address
    }
}

/// Runs an import and ends with the exit code that fits: refusals are printed line by line, on standard error.
func reporting(_ work: () async throws -> Void) async throws {
    do {
        try await work()
    } catch let refused as ImportRefused {
        for diagnostic in refused.diagnostics { warn(diagnostic.line(in: .nl)) }
        warn("Geweigerd: \(refused.diagnostics.count) fouten, niets veranderd. Refused: nothing changed.")
        throw Ending.refused
    } catch let error as SQLError {
        warn("Database: \(error)")
        throw Ending.failed
    }
}

func warn(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
}

/// A document as JSON with sorted keys, for people and scripts.
func printJSON(_ document: some Encodable) throws {
    if let large = document as? any LargeDocument { return FileHandle.standardOutput.write(Data(large.json + [0x0A])) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    FileHandle.standardOutput.write(try encoder.encode(document) + Data("\n".utf8))
}
