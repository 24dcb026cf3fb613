import ArgumentParser
import Core
import Foundation
import People
import SQL
import Site

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Maak een reservekopie terwijl de site doorgaat. Back up while the site goes on.",
        discussion: "The file holds everything, also personal data and secrets: keep it as safe as the database. It fits SQLite and PostgreSQL alike.")

    @Argument(help: "File to write; it must not be there yet.") var file: String
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let count = try await database.whole { try await Backup($0, files: $1).write(to: file, progress: $2) }
        print("\(file): \(Numbers.text(Double(count.rows), in: .nl)) rijen, rows; \(count.files) bestanden, files")
        for digest in count.missing { warn("\(digest): dit bestand ontbreekt of is stuk, this file is missing or broken") }
        if !count.missing.isEmpty { throw Ending.failed }
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Zet een reservekopie terug in een lege database. Restore into an empty database.",
        discussion: "From SQLite to PostgreSQL or back is fine too. Afterwards: leefkring check.")

    @Argument(help: "File that leefkring backup wrote.") var file: String
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let count = try await database.whole {
            try await Restore(path: file, files: $1).run(into: $0, migrations: Composition.migrations, progress: $2)
        }
        print("\(file): \(Numbers.text(Double(count.rows), in: .nl)) rijen en \(count.files) bestanden teruggezet, rows and files restored")
    }
}

extension DatabaseOption {
    /// Work on the database as it is, with its progress on the terminal.
    ///
    /// - Parameter work: with the folder of files that goes with the database
    fileprivate func whole(_ work: (Database, FileFolder?, WorkProgress) async throws -> BackupCount) async throws -> BackupCount {
        let terminal = TerminalProgress()
        defer { terminal.finish() }
        var count = BackupCount()
        try await reporting {
            let database = try await plain()
            count = try await work(database, try folder(), terminal.progress)
            await database.close()
        }
        return count
    }
}
