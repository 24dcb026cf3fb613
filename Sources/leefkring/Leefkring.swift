import ArgumentParser
import Core
import Foundation

@main
struct Leefkring: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "leefkring",
        abstract: "Buurtprofielen op echte cijfers. Neighbourhood profiles on real figures.",
        discussion: """
            Exit codes: 0 done, 1 failed, 2 refused (the input cannot be used; nothing changed), 3 not found, 64 wrong use of the command.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, Import.self, OwnCommand.self, AreasCommand.self, ProfileCommand.self, Check.self, BundleCommand.self, Classes.self, OpenAPICommand.self,
            RoutesCommand.self, AnalyseCommand.self, UserCommand.self, BackupCommand.self, RestoreCommand.self,
            RetainCommand.self, WordsCommand.self, DemoCommand.self,
        ])
}

/// Where the data are, and where the other settings stand.
struct DatabaseOption: ParsableArguments {
    @Option(name: .long, help: "Database: sqlite:PATH or postgres://USER@HOST/NAME (environment: LEEFKRING_DATABASE).")
    var database: String?
    @Option(name: .long, help: "File with settings (environment: LEEFKRING_CONFIG).")
    var config: String?
}

/// The ways a command can end, as exit codes that scripts can use.
enum Ending {
    static let failed = ExitCode(1)
    static let refused = ExitCode(2)
    static let notFound = ExitCode(3)
}
