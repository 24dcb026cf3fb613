import Areas
import ArgumentParser
import Core
import Figures
import Foundation
import SQL
import Site

struct ProfileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "profile", abstract: "Het profiel van een of meer gebieden. The profile of one or more areas.")

    @Argument(help: "Code, such as BU02220101; more codes give one JSON line each.") var codes: [String]
    @Option(name: .long, help: "Boundary year; otherwise the newest.") var year: Int?
    @Option(name: .long, help: "An older delivery, as source:number.") var edition: String?
    @Flag(name: .long, help: "With the indicators that the default profile leaves out.") var all = false
    @Flag(name: .long, help: "As JSON: every value as the source gives it.") var json = false
    @Flag(name: .long, help: "As text (default).") var text = false
    @Flag(name: .long, help: "In English.") var english = false
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let chosen = try edition.map { text in
            let parts = text.split(separator: ":")
            guard parts.count == 2, let number = Int(parts[1]) else { throw ValidationError("--edition: source:number") }
            return (source: String(parts[0]), number: number)
        }
        let site = try await database.open()
        var missing = false
        for code in codes {
            guard let code = AreaCode(code), let profile = try await site.figures.profile(of: code, year: year, edition: chosen, all: all) else {
                warn("\(code): niet bekend, not known")
                missing = true
                continue
            }
            if json { try show(ProfileDocument(profile)) } else { show(profile, in: english ? .en : .nl) }
        }
        await site.database.close()
        if missing { throw Ending.notFound }
    }

    private func show(_ document: ProfileDocument) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = codes.count > 1 ? [.sortedKeys, .withoutEscapingSlashes] : [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        FileHandle.standardOutput.write(try encoder.encode(document) + Data("\n".utf8))
    }

    private func show(_ profile: Profile, in language: Language) {
        print("\(profile.area.name) (\(profile.area.code.description), \(profile.area.year))")
        print(profile.lineage.map(\.name).joined(separator: " > "))
        for theme in profile.themes {
            print("\n\(theme.theme.name[language])")
            for figure in theme.figures {
                let value = figure.latest.value.map { figure.indicator.unit.text($0, in: language) } ?? "–"
                let sentence = FigureSentence(figure, withChange: false, level: profile.area.level, nearby: nil, in: language)
                print("  \(figure.indicator.name[language]): \(value) (\(figure.latest.period)). \(sentence.text)")
            }
        }
    }
}
