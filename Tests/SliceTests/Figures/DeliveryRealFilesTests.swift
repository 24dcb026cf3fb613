import Core
import Foundation
import Testing

@testable import Figures

@Suite(.enabled(if: DeliveryFiles.isPresent)) struct DeliveryRealFilesTests {
    static let files = ["kerncijfers", "leefbaarheid"].flatMap { folder -> [String] in
        guard let data = DeliveryFiles.data else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: data + "/" + folder)) ?? []
        return names.filter { $0.hasSuffix(".csv") }.sorted().map { "\(folder)/\($0)" }
    }

    /// Rows of a CSV file as a plain reader sees them: every quotation mark in these files stands around a whole cell.
    static func cells(_ bytes: [UInt8]) -> [[String]] {
        bytes.split { $0 == 0x0A || $0 == 0x0D }.map { line in
            var cells: [String] = []
            var start = line.startIndex
            var isQuoted = false
            for index in line.indices {
                if line[index] == 0x22 { isQuoted.toggle() }
                guard line[index] == 0x2C, !isQuoted else { continue }
                cells.append(text(line[start..<index]))
                start = index + 1
            }
            return cells + [text(line[start...])]
        }
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes.filter { $0 != 0x22 }, as: UTF8.self) }

    /// Rows about water repeat the code of the land they belong to.
    private static let water = "\"rows\": [{ \"column\": \"WATER\", \"values\": [\"NEE\"] }],"

    /// A mapping for every column of a file in which all cells are numbers or empty.
    static func mapping(for rows: [[String]]) throws -> Mapping {
        let header = rows[0]
        let code = try #require(["code", "WijkenEnBuurten", "WK_CODE", "GM_CODE"].first { header.contains($0) })
        let numeric = header.indices.filter { column in rows.dropFirst().allSatisfy { $0[column].isEmpty || Double($0[column]) != nil } }
        let columns = numeric.map { "{ \"column\": \"\(header[$0])\", \"indicator\": \"\(header[$0])\", \"missing\": { \"-99999999\": \"notDelivered\" } }" }
        let json = """
            { "id": "t", "title": { "nl": "a", "en": "a" }, "publisher": "CBS", "licence": "CC0", "attribution": { "nl": "a", "en": "a" }, "url": "u",
              "boundaryYear": 2024, "period": "2024", \(header.contains("WATER") ? water : "") "code": { "columns": ["\(code)"] }, "columns": [\(columns.joined(separator: ", "))] }
            """
        return try Mapping(json: Array(json.utf8), source: "t.json")
    }

    @Test("every number in every file comes out as it stands in the file, and empty stays missing", arguments: files)
    func everyCell(path: String) throws {
        let bytes = try DeliveryFiles.bytes(path)
        var rows = DeliveryRealFilesTests.cells(bytes)
        if let water = rows[0].firstIndex(of: "WATER") { rows = rows.filter { ["WATER", "NEE"].contains($0[water]) } }
        let mapping = try DeliveryRealFilesTests.mapping(for: rows)
        let table = try Delivery.csv(bytes, name: path, mapping: mapping, retrieved: DeliveryFiles.day)
        #expect(table.codes.count == rows.count - 1)
        #expect(table.columns.count == mapping.columns.count)
        #expect(!table.columns.isEmpty)
        var differences = 0
        for column in table.columns {
            let position = try #require(rows[0].firstIndex(of: column.indicator))
            for row in table.codes.indices {
                let cell = Double(rows[row + 1][position])
                let expected = cell == -99_999_999 ? nil : cell
                let value = column.missing[row] == 0 ? column.values[row] : nil
                if value != expected || (value == nil) != column.values[row].isNaN { differences += 1 }
            }
        }
        #expect(differences == 0)
    }

    @Test("every file that a mapping of the project names is read with it, without warnings", arguments: files)
    func withMapping(path: String) throws {
        let name = String(path.split(separator: "/")[1])
        let folder = DeliveryFiles.root + "/mappings"
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".json") {
            guard let mapping = try? Mapping(path: folder + "/" + file), mapping.files.contains(name) else { continue }
            let table = try Delivery.csv(DeliveryFiles.bytes(path), name: name, mapping: mapping, retrieved: DeliveryFiles.day)
            #expect(!table.codes.isEmpty)
            #expect(table.columns.contains { $0.missing.contains(0) })
            let unmapped = table.notes.filter { $0.reason == LayoutFinder.notMapped }.compactMap(\.column)
            #expect(unmapped.isEmpty, "\(file) says nothing about \(unmapped)")
        }
    }

    @Test("KWB 2024: all 18,309 areas with the figures of the source")
    func kwb2024() throws {
        let mapping = try DeliveryFiles.mapping(id: "kwb-2024")
        let name = "kwb_2024_85984NED_subset_gm_wk_bu.csv"
        let table = try Delivery.csv(DeliveryFiles.bytes("kerncijfers/" + name), name: name, mapping: mapping, retrieved: DeliveryFiles.day)
        #expect(table.codes.count == 18_309)
        #expect(AreaLevel.allCases.map { level in table.codes.count { $0.level == level } } == [0, 0, 342, 3_393, 14_574])
        #expect(table.value("inwoners", "GM0014") == 243_768)
        #expect(table.value("huishoudensgrootte", "WK001400") == 1.2)
        #expect(table.column("huishoudensgrootte")?.decimals == 1)
        #expect(table.columns.allSatisfy { $0.period == Period(year: 2024) && $0.status == .definitive })
    }
}
