import Areas
import ArgumentParser
import Core
import SQL
import Site

struct AreasCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas", abstract: "Zoek gebieden. Find areas.", subcommands: [SearchCommand.self, ChangesCommand.self])
}

struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "search", abstract: "Zoek op naam, postcode of code. Find by name, postcode or code.")

    @Argument(help: "Name, postcode or code; typing errors are forgiven.") var words: [String]
    @Option(name: .long, help: "Answers at most.") var limit: Int = 20
    @Flag(name: .long, help: "As JSON.") var json = false
    @OptionGroup var database: DatabaseOption

    private struct Line: Encodable {
        let code: String
        let naam: String
        let niveau: String
        let gemeente: String?
        let gok: Bool
    }

    func run() async throws {
        let site = try await database.open()
        let hits = try await site.areas.search.current()?.find(words.joined(separator: " "), limit: limit) ?? []
        let lines = hits.map {
            Line(code: $0.area.code.description, naam: $0.area.name, niveau: $0.area.level.rawValue, gemeente: $0.municipality, gok: $0.isGuess)
        }
        if json { try printJSON(lines) } else { for line in lines { print([line.code, line.niveau, line.naam, line.gemeente ?? ""].joined(separator: "\t")) } }
        await site.database.close()
        if hits.isEmpty { throw Ending.notFound }
    }
}

struct ChangesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes", abstract: "Codes die tussen twee jaren veranderden. Codes that changed between two years.")

    @Argument(help: "Older boundary year.") var from: Int
    @Argument(help: "Newer boundary year.") var to: Int
    @Option(name: .long, help: "Only areas whose code begins with the same place as this municipality.") var municipality: String?
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let site = try await database.open()
        let gazetteer = try await site.areas.gazetteer.current()
        guard let older = gazetteer.map(of: from), let newer = gazetteer.map(of: to) else {
            warn("\(from), \(to): not both known. Known: \(gazetteer.years)")
            throw Ending.notFound
        }
        let within = municipality.flatMap(AreaCode.init)
        for change in AreaChanges.between(older, newer) where within == nil || change.code.municipality == within {
            print(
                [change.code.description, change.kind.rawValue, change.older?.name ?? "", change.newer?.name ?? "", change.reason?.nl ?? ""].joined(
                    separator: "\t"))
        }
        await site.database.close()
    }
}
