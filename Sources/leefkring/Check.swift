import ArgumentParser
import Core
import SQL
import Site

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Controleer de gegevens. Check the data.")

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await reporting {
            let site = try await database.open()
            let report = try await Inspection(site).run()
            for line in report.facts { print(line) }
            for fault in report.faults { warn(fault) }
            await site.database.close()
            if !report.faults.isEmpty { throw Ending.failed }
        }
    }
}
