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
        let terminal = TerminalProgress()
        defer { terminal.finish() }
        try await reporting {
            let database = try await self.database.plain()
            let rows = try await Backup(database).write(to: file, progress: terminal.progress)
            await database.close()
            terminal.finish()
            print("\(file): \(Numbers.text(Double(rows), in: .nl)) rijen, rows")
        }
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Zet een reservekopie terug in een lege database. Restore into an empty database.",
        discussion: "From SQLite to PostgreSQL or back is fine too. Afterwards: leefkring check.")

    @Argument(help: "File that leefkring backup wrote.") var file: String
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let terminal = TerminalProgress()
        defer { terminal.finish() }
        try await reporting {
            let database = try await self.database.plain()
            let rows = try await Restore(path: file).run(into: database, migrations: Composition.migrations, progress: terminal.progress)
            await database.close()
            terminal.finish()
            print("\(file): \(Numbers.text(Double(rows), in: .nl)) rijen teruggezet, rows restored")
        }
    }
}
