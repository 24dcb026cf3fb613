import Analysis
import ArgumentParser
import Core
import Foundation
import People
import SQL
import Site

extension DatabaseOption {
    /// Everything that is set: by options, in the environment, in the file. What is dangerous in it is said on standard error; what is wrong ends the command.
    func settings() throws -> Settings {
        try refusing { () throws(SettingsRefused) in
            var settings = try Settings(file: config, environment: ProcessInfo.processInfo.environment)
            for warning in settings.warnings { for language in Language.allCases { warn(warning.line(in: language)) } }
            settings.set(.database, to: database.map { [$0] })
            return settings
        }
    }

    /// Opens the database and brings its tables up to date.
    func open(connections: Int = 4) async throws -> Composition {
        let settings = try settings()
        let known = try refusing { () throws(SettingsRefused) in try settings.installation() }
        return try await Composition.open(known.database, connections: connections, settings: known.settings)
    }

    /// Opens the database as it is.
    func plain() async throws -> Database {
        let settings = try settings()
        return try await Database.open(try refusing { () throws(SettingsRefused) in try settings.installation() }.database, connections: 1)
    }

    /// The folder of files that goes with this database.
    func folder() throws -> FileFolder? {
        let settings = try settings(), known = try refusing { () throws(SettingsRefused) in try settings.installation() }
        return InstallationSettings.folder(of: known.database, known.settings.files)
    }
}

/// Reads settings, and ends with the exit code of a refusal where they cannot be used: every fault on standard error, in both languages.
func refusing<Value>(_ read: () throws(SettingsRefused) -> Value) throws -> Value {
    do throws(SettingsRefused) { return try read() } catch {
        for fault in error.faults { for language in Language.allCases { warn(fault.line(in: language)) } }
        // What only stands on the command line is wrong use of it.
        throw error.faults.allSatisfy { $0.name.hasPrefix("--") } ? ExitCode.validationFailure : Ending.refused
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
