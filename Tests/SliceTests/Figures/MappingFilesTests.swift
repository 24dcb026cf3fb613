import Core
import Figures
import Foundation
import Testing

@Suite("Mapping files of the project")
struct MappingFilesTests {
    @Test("every indicator in a mapping is in the catalogue, and every indicator of a source is fed by a mapping")
    func indicators() throws {
        let mappings = try MappingFile.all()
        #expect(mappings.count >= 12)
        var fed: Set<String> = []
        for (name, mapping) in mappings {
            #expect(mapping.id + ".json" == name)
            for column in mapping.columns {
                #expect(Catalogue.indicator(column.indicator) != nil, "\(name): \(column.indicator)")
                fed.insert(column.indicator)
            }
        }
        for indicator in Catalogue.all where indicator.derivation == nil { #expect(fed.contains(indicator.key), "\(indicator.key) is fed by no mapping") }
    }

    @Test("columns of StatLine are never found by the number behind their name")
    func running() throws {
        for (name, mapping) in try MappingFile.all() where name.hasPrefix("kwb-2020") || name.hasPrefix("rivm-50090") {
            for column in mapping.columns.compactMap(\.column.name) + mapping.skipped {
                #expect(column.firstMatch(of: /_[0-9]+$/) == nil, "\(name): \(column)")
            }
        }
    }

    @Test("columns on origin are left out, with the reason")
    func origin() throws {
        let mappings = try MappingFile.all()
        for (id, columns) in ["kwb-2020": ["WestersTotaal", "Turkije"], "kwb-2017-wijk": ["P_WEST_AL", "P_N_W_AL"], "kwb-2017-gemeente": ["P_TURKIJE"]] {
            let mapping = try #require(mappings[id + ".json"])
            for column in columns {
                let rule = mapping.skip.first { $0.columns.contains(column) }
                #expect(rule?.reason.nl.contains("herkomst") == true && rule?.reason.en.contains("origin") == true, "\(id): \(column)")
            }
        }
    }

    @Test("the list for the whole country names mappings that exist, for the files they are meant for")
    func country() throws {
        let list = try JSONDecoder().decode(CountryList.self, from: Data(contentsOf: MappingFile.folder.appending(path: "nederland.json")))
        let mappings = try MappingFile.all()
        for entry in list.figures {
            let mapping = try #require(mappings[entry.mapping + ".json"])
            #expect(mapping.files.contains(String(entry.file.split(separator: "/").last ?? "")))
        }
        #expect(Set(list.figures.map(\.mapping)).count == mappings.count)
        #expect(Set(list.boundaries.filter { $0.year == 2024 }.compactMap { AreaLevel(rawValue: $0.level) }).count == 4)
    }

    @Test(
        "every column of the open data is mapped or left out with a reason, and no value lies outside the possible range",
        .enabled(if: MappingFile.data != nil))
    func realFiles() throws {
        let data = try #require(MappingFile.data)
        let list = try JSONDecoder().decode(CountryList.self, from: Data(contentsOf: MappingFile.folder.appending(path: "nederland.json")))
        let mappings = try MappingFile.all()
        for entry in list.figures {
            let mapping = try #require(mappings[entry.mapping + ".json"])
            // Every tenth row: the import itself looks at all of them.
            let lines = [UInt8](try Data(contentsOf: data.appending(path: entry.file))).split(separator: 0x0A).enumerated()
                .filter { $0.offset % 10 == 0 }.map { String(decoding: $0.element, as: UTF8.self).trimmingCharacters(in: .newlines) }
            let header = cells(lines[0]).map { bare($0, in: mapping) }
            let known = Set(mapping.columns.compactMap(\.column.name) + mapping.skipped + mapping.used)
            #expect(header.filter { !known.contains($0) } == [], "\(entry.file)")
            var outside: [String] = []
            let places: [(Int, Indicator)] = try mapping.columns.map { column in
                (try #require(header.firstIndex(of: column.column.name ?? "")), try #require(Catalogue.indicator(column.indicator)))
            }
            for line in lines.dropFirst() {
                let row = cells(line)
                for (place, indicator) in places {
                    guard place < row.count, let value = Double(row[place].trimmingCharacters(in: .whitespaces)), value > -99_990 else { continue }
                    if !indicator.possible.contains(value) { outside.append("\(row[0]) \(indicator.key) \(value)") }
                }
            }
            #expect(outside == [], "\(entry.file)")
        }
    }

    /// A StatLine name without its running number; other files keep their names.
    private func bare(_ name: String, in mapping: MappingFile) -> String {
        mapping.table == "84799NED" || mapping.table == "50090NED" ? name.replacing(/_[0-9]+$/, with: "") : name
    }

    /// Cells of one CSV line; quotes around a cell with a comma are taken off.
    private func cells(_ line: String) -> [String] {
        guard line.utf8.contains(0x22) else { return line.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == "," && !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}

/// A mapping file as far as these tests look into it.
private struct MappingFile: Decodable {
    struct Column: Decodable {
        let column: Selector
        let indicator: String
    }

    /// A bare name, or an object with name, title and unit.
    struct Selector: Decodable {
        let name: String?

        private enum Key: String, CodingKey { case name }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                name = text
            } else {
                name = try decoder.container(keyedBy: Key.self).decodeIfPresent(String.self, forKey: .name)
            }
        }
    }

    struct Skip: Decodable {
        let columns: [String]
        let reason: Localized
    }
    struct Code: Decodable { let columns: [String] }
    struct Place: Decodable {
        let column: String

        private enum Key: String, CodingKey { case column }

        /// The period may be a fixed text, which is no column.
        init(from decoder: any Decoder) throws {
            column = (try? decoder.container(keyedBy: Key.self).decode(String.self, forKey: .column)) ?? ""
        }
    }

    let id: String
    let table: String?
    let files: [String]
    let code: Code
    let area: [String: String]?
    let level: Place?
    let rows: [Place]?
    let roles: Place?
    let period: Place
    let columns: [Column]
    let skip: [Skip]

    var skipped: [String] { skip.flatMap(\.columns) }
    var used: [String] { code.columns + [level?.column, roles?.column, period.column].compactMap { $0 } + (rows ?? []).map(\.column) + (area ?? [:]).values }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../mappings").standardized

    /// The folder with open data beside the checkout, or where the environment says; nil when there is none.
    static var data: URL? {
        let beside = folder.appending(path: "../../shared/data").standardized
        let place = ProcessInfo.processInfo.environment["LEEFKRING_DATA"].map { URL(filePath: $0) } ?? beside
        return FileManager.default.fileExists(atPath: place.appending(path: "kerncijfers").path) ? place : nil
    }

    /// All mappings of the project by file name; the list for the whole country is not one of them.
    static func all() throws -> [String: MappingFile] {
        var mappings: [String: MappingFile] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".json") && name != "nederland.json" {
            mappings[name] = try JSONDecoder().decode(MappingFile.self, from: Data(contentsOf: folder.appending(path: name)))
        }
        return mappings
    }
}

private struct CountryList: Decodable {
    struct Figures: Decodable {
        let file: String
        let mapping: String
    }
    struct Boundaries: Decodable {
        let file: String
        let year: Int
        let level: String
    }

    let figures: [Figures]
    let boundaries: [Boundaries]
}
