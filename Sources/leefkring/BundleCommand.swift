import ArgumentParser
import Core
import Foundation
import SQL
import Site

struct BundleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle", abstract: "Maak of laad een bundel van één provincie. Make or load a bundle of one province.",
        subcommands: [MakeCommand.self, LoadCommand.self])
}

struct MakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "make", abstract: "Maak een bundel uit een database met het hele land.")

    @Argument(help: "File to write.") var file: String
    @Option(name: .long, help: "Code of the province.") var province: String = "PV25"
    @Option(name: .long, help: "Boundary year; may be given more than once.") var year: [Int] = [2020, 2024]
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        guard let province = AreaCode(province), province.level == .province else { throw ValidationError("--province: PV20 to PV31") }
        let terminal = TerminalProgress()
        defer { terminal.finish() }
        try await reporting {
            let site = try await database.open()
            let bytes = try await BundleMaking(site, province: province).make(years: year, progress: terminal.progress).encoded()
            try Data(bytes).write(to: URL(filePath: file), options: .atomic)
            print("\(file): \(Numbers.text(Double(bytes.count) / 1024, in: .nl)) kB")
            await site.database.close()
        }
    }
}

struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "load", abstract: "Laad een bundel in een lege database.")

    @Argument(help: "File to read.") var file: String
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await reporting {
            let site = try await database.open()
            let rows = try await Importing(site).bundle(file)
            print(rows == 0 ? "\(file): de database heeft al gegevens, niets veranderd" : "\(file): \(Numbers.text(Double(rows), in: .nl)) rijen geladen")
            await site.database.close()
        }
    }
}
