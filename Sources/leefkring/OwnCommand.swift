import ArgumentParser
import Core
import Figures
import SQL
import Site

struct OwnCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "own", abstract: "Eigen cijfers en eigen gebieden. Own figures and custom areas.",
        discussion: "Only counts by area and category are kept, never rows. See docs/own-data.md.",
        subcommands: [OwnImportCommand.self, OwnListCommand.self, OwnAreaCommand.self])
}

struct OwnImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "import", abstract: "Lees een eigen telling in, CSV of XLSX. Import an own table.")

    @Argument(help: "File: CSV or XLSX.") var file: String
    @Option(name: .long, help: "Permanent name in addresses: lower case letters, digits and hyphens.") var key: String
    @Option(name: .long, help: "Title in Dutch.") var title: String
    @Option(name: .long, help: "Title in English; otherwise the Dutch one.") var titleEn: String?
    @Option(name: .long, help: "What the count is about: 2025, 2025-03 or 2025-03-31.") var period: String
    @Option(name: .long, help: "What a row says of its place: buurt, wijk, gemeente, postcode or punt.") var by: String
    @Flag(name: .long, help: "A row is one record (default).") var records = false
    @Flag(name: .long, help: "A row is an area with counts.") var counts = false
    @Option(name: .long, help: "Column with the code of the area.") var code: String?
    @Option(name: .long, help: "Column with the postcode.") var postcode: String?
    @Option(name: .long, help: "Column with x (RD) or longitude.") var x: String?
    @Option(name: .long, help: "Column with y (RD) or latitude.") var y: String?
    @Option(name: .long, help: "With --records: column with the category.") var category: String?
    @Option(name: .long, help: "With --counts: columns with counts, with commas between.") var columns: String?
    @Option(name: .long, help: "Year of the borders; otherwise the newest.") var boundaryYear: Int?
    @Option(name: .long, help: "With --by postcode: table with the columns postcode and buurt.") var postcodes: String?
    @Option(name: .long, help: "Sheet of a workbook; otherwise the first.") var sheet: String?
    @Option(name: .long, help: "Who counted.") var source: String = ""
    @Option(name: .long, help: "Lowest number that is shown, besides 0.") var threshold: Int = 10
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let upload = try upload()
        let terminal = TerminalProgress()
        defer { terminal.finish() }
        try await reporting {
            let site = try await database.open()
            let report = try await OwnData(site).table(file, upload, postcodes: postcodes, progress: terminal.progress)
            show(report)
            await site.database.close()
        }
    }

    private func upload() throws -> OwnUpload {
        guard let unit = OwnUpload.Unit(rawValue: by == "point" ? "punt" : by) else { throw ValidationError("--by: buurt, wijk, gemeente, postcode or punt") }
        guard let period = Period(period) else { throw ValidationError("--period: 2025, 2025-03 or 2025-03-31") }
        if records && counts { throw ValidationError("--records or --counts, not both") }
        if counts && category != nil { throw ValidationError("--category belongs to --records") }
        if !counts && columns != nil { throw ValidationError("--columns belongs to --counts") }
        let names = (columns ?? "").split(separator: ",").map { String($0) }
        let column: String? =
            switch unit {
            case .point: x
            case .postcode: postcode
            default: code
            }
        return OwnUpload(
            key: key, title: Localized(nl: title, en: titleEn ?? title), period: period, unit: unit,
            form: counts ? .counts(columns: names) : .records(category: category), column: column, secondColumn: y, boundaryYear: boundaryYear, tab: sheet,
            source: source, threshold: threshold)
    }

    private func show(_ report: OwnImport.Report) {
        guard let number = report.number else { return print("\(key): niets nieuws, nothing new") }
        print("\(key): levering \(number): \(report.rows) rijen, \(report.areas) gebieden; \(report.shown) aantallen te zien, \(report.hidden) afgeschermd")
        if report.kept > 0 { print("  \(report.kept) aantallen blijven die van een eerdere levering: het verschil is te klein om te laten zien") }
        for note in report.notes { print("  \(note.line(in: .nl))") }
    }
}

struct OwnListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "De eigen tellingen. The own tables.")

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await reporting {
            let site = try await database.open()
            for table in try await OwnData(site).tables() {
                let cells = [table.key, String(table.number), table.period.description, table.level.rawValue, String(table.boundaryYear), table.title.nl]
                print(cells.joined(separator: "\t"))
            }
            await site.database.close()
        }
    }
}

struct OwnAreaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "area", abstract: "Eigen gebieden. Custom areas.",
        subcommands: [OwnAreaAddCommand.self, OwnAreaListCommand.self, OwnAreaRemoveCommand.self])
}

struct OwnAreaAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "add", abstract: "Maak of wijzig een eigen gebied. Make or change a custom area.")

    @Option(name: .long, help: "Permanent name in addresses.") var key: String
    @Option(name: .long, help: "Name in Dutch.") var name: String
    @Option(name: .long, help: "Name in English; otherwise the Dutch one.") var nameEn: String?
    @Option(name: .long, help: "Codes of the neighbourhoods, with commas between.") var buurten: String
    @Option(name: .long, help: "Year of the borders; otherwise the newest.") var year: Int?
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        let codes = buurten.split { $0 == "," || $0.isWhitespace }.map { String($0) }
        try await reporting {
            let site = try await database.open()
            let report = try await OwnData(site).addArea(key, name: Localized(nl: name, en: nameEn ?? name), codes: codes, year: year)
            if report.isNew {
                print("\(key): versie \(report.area.version), \(report.area.members.count) buurten, indeling \(report.area.boundaryYear)")
            } else {
                print("\(key): niets nieuws, nothing new")
            }
            for table in report.tables {
                print("  \(table.key): \(table.shown) aantallen te zien, \(table.hidden) afgeschermd: te klein, of daaruit zou een klein aantal volgen")
            }
            await site.database.close()
        }
    }
}

struct OwnAreaListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "De eigen gebieden. The custom areas.")

    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await reporting {
            let site = try await database.open()
            for area in try await OwnData(site).areas() {
                let codes = area.members.map(\.description).joined(separator: ",")
                print([area.key, String(area.version), String(area.boundaryYear), area.name.nl, codes].joined(separator: "\t"))
            }
            await site.database.close()
        }
    }
}

struct OwnAreaRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "remove", abstract: "Haal een eigen gebied weg. Remove a custom area.")

    @Option(name: .long, help: "Permanent name of the area.") var key: String
    @OptionGroup var database: DatabaseOption

    func run() async throws {
        try await reporting {
            let site = try await database.open()
            let isRemoved = try await OwnData(site).removeArea(key)
            await site.database.close()
            guard isRemoved else {
                warn("\(key): niet bekend, not known")
                throw Ending.notFound
            }
            print("\(key): weggehaald; wat ervan te zien was, blijft meetellen bij het afschermen")
        }
    }
}
