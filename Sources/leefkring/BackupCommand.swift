import ArgumentParser
import Core
import Foundation
import SQL
import Site

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Maak een reservekopie terwijl de site doorgaat. Back up while the site goes on.",
        discussion: "The file holds everything, also personal data and secrets: keep it as safe as the database. It fits SQLite and PostgreSQL alike.")

    @Argument(help: "File to write; it must not be there yet.") var file: String
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let rows = try await database.whole { try await Backup($0).write(to: file, progress: $1) }
        print("\(file): \(Numbers.text(Double(rows), in: .nl)) rijen, rows")
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Zet een reservekopie terug in een lege database. Restore into an empty database.",
        discussion: "From SQLite to PostgreSQL or back is fine too. Afterwards: leefkring check.")

    @Argument(help: "File that leefkring backup wrote.") var file: String
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let rows = try await database.whole { try await Restore(path: file).run(into: $0, migrations: Composition.migrations, progress: $1) }
        print("\(file): \(Numbers.text(Double(rows), in: .nl)) rijen teruggezet, rows restored")
    }
}

extension DatabaseOption {
    /// Work on the database as it is, with its progress on the terminal.
    ///
    /// - Returns: the number of rows
    fileprivate func whole(_ work: (Database, WorkProgress) async throws -> Int) async throws -> Int {
        let terminal = TerminalProgress()
        defer { terminal.finish() }
        var rows = 0
        try await reporting {
            let database = try await plain()
            rows = try await work(database, terminal.progress)
            await database.close()
        }
        return rows
    }
}
