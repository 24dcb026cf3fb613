import ArgumentParser
import Core
import Foundation
import SQL
import Site

/// A year of a made-up learning network, to look around in.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Laad een jaar van een verzonnen leernetwerk. Load a year of a made-up learning network.",
        discussion: "Into a database without people only. All people, organisations and stories in it are made up, and no mail goes out.")

    @Option(name: .long, help: "Folder with the words of the demonstration.") var folder: String?
    @Flag(name: .long, help: "Do nothing, and call it done, where there are people already.") var ifEmpty = false
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let settings = try database.settings(), clock = DemoClock(at: Int64(Date().timeIntervalSince1970 * 1000))
        var known = try refusing { () throws(SettingsRefused) in try settings.installation() }
        known.settings.now = { clock.now }
        let terminal = TerminalProgress()
        defer { terminal.finish() }
        try await reporting {
            let site = try await Composition.open(known.database, connections: 2, settings: known.settings)
            if ifEmpty, try await !DemoLoading.isFree(site.database) {
                print("demo: er zijn al mensen, niets veranderd")
            } else {
                let content = try DemoContent(folder: folder ?? Self.usualFolder)
                let report = try await DemoLoading(site, clock: clock, content: content).load(progress: terminal.progress)
                terminal.finish()
                print("demo: \(report.people) mensen, \(report.events) gebeurtenissen, \(report.mails) mails niet verstuurd")
                if let receipt = report.receipt { print("demo: volg een antwoord met nummer \(receipt)") }
            }
            await site.database.close()
        }
    }

    /// `demo/learning` beside the working folder, or beside the program.
    private static var usualFolder: String {
        let beside = URL(filePath: CommandLine.arguments.first ?? "").deletingLastPathComponent().appending(path: "demo/learning").path
        return FileManager.default.fileExists(atPath: "demo/learning") ? "demo/learning" : beside
    }
}
