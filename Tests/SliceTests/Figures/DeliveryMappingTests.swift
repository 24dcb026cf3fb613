import Core
import Foundation
import Testing

@testable import Figures

@Suite struct DeliveryMappingTests {
    @Test("every mapping file of the project is read, and is named after its id")
    func all() throws {
        let folder = DeliveryFiles.root + "/mappings"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
        #expect(names.contains("kwb-2024.json"))
        for name in names {
            let document = try JSONValue([UInt8](#require(FileManager.default.contents(atPath: folder + "/" + name))))
            // A list of deliveries is no mapping itself.
            guard document["columns"] != nil else { continue }
            let mapping = try Mapping(path: folder + "/" + name)
            #expect(mapping.id + ".json" == name)
            #expect(!mapping.indicators.isEmpty)
        }
    }

    @Test(
        "a fault in a mapping is named by its key",
        arguments: [
            ("\"columns\": [{ \"column\": \"a\", \"indicator\": \"x\", \"perioud\": \"2024\" }]", "columns[0].perioud"),
            ("\"columns\": [{ \"column\": \"a\" }]", "columns[0].indicator"), ("\"columns\": [{ \"indicator\": \"x\", \"column\": {} }]", "columns[0].column"),
            ("\"columns\": [{ \"column\": \"a\", \"indicator\": \"x\", \"role\": \"middle\" }]", "columns[0].role"), ("\"columns\": []", "columns"),
            ("\"columns\": [{ \"column\": \"a\", \"indicator\": \"x\" }, { \"column\": \"b\", \"indicator\": \"x\" }]", "columns"),
            ("\"columns\": [{ \"column\": \"a\", \"indicator\": \"x\" }], \"missing\": { \"x\": \"gone\" }", "missing.x"),
            ("\"columns\": [{ \"column\": \"a\", \"indicator\": \"x\" }], \"format\": { \"decimal\": \";\" }", "format.decimal"),
            ("\"columns\": [{ \"column\": \"a\", \"indicator\": \"x\" }], \"frmat\": {}", "frmat"),
            ("\"columns\": [{ \"column\": \"a\", \"indicator\": \"x\", \"factor\": 0 }]", "columns[0].factor"),
            ("\"columns\": [{ \"column\": \"a\", \"indicator\": \"x\" }], \"roles\": { \"column\": \"M\", \"values\": { \"a\": \"b\" } }", "roles.values.a"),
            ("\"columns\": [{ \"column\": \"a\", \"indicator\": \"x\" }], \"skip\": [ { \"columns\": [\"b\"] } ]", "skip[0].reason"),
            ("\"columns\": 7", "columns"),
        ])
    func faults(parts: String, key: String) {
        let error = #expect(throws: ImportRefused.self) { try DeliveryFiles.mapping(parts) }
        #expect(error?.diagnostics.contains { $0.column == key } == true, "\(error?.diagnostics.map { $0.line(in: .en) } ?? [])")
    }

    @Test(
        "no JSON, deep JSON and JSON of another kind are refused", arguments: ["", "{", "[]", "7", "{\"id\": \"x\"}", String(repeating: "[", count: 100_000)])
    func noMapping(text: String) {
        #expect(throws: ImportRefused.self) { try Mapping(json: Array(text.utf8), source: "x.json") }
    }

    // MARK: Finding columns

    private let columns = [
        ColumnDescription(key: "AantalInwoners_5", title: "Aantal inwoners", unit: "aantal", path: ["Bevolking"]),
        ColumnDescription(
            key: "Tussenwoning_49", title: "Tussenwoning", unit: "kWh", path: ["Energie", "Gemiddeld elektriciteitsverbruik", "Naar woningtype"]),
        ColumnDescription(key: "Tussenwoning_57", title: "Tussenwoning", unit: "m³", path: ["Energie", "Gemiddeld aardgasverbruik", "Naar woningtype"]),
        ColumnDescription(key: "MateVanStedelijkheid_115", title: "Mate van  stedelijkheid ", unit: "code", path: ["Stedelijkheid"]),
    ]

    @Test("a column is found by its name without the running number, whatever the number is this year")
    func byStem() {
        let finder = ColumnFinder(columns)
        #expect(finder.find(Mapping.Selector(name: "AantalInwoners")) == .found(0))
        #expect(finder.find(Mapping.Selector(name: "matevanstedelijkheid")) == .found(3))
        let next = ColumnFinder([ColumnDescription(key: "AantalInwoners_9"), ColumnDescription(key: "x_5")])
        #expect(next.find(Mapping.Selector(name: "AantalInwoners")) == .found(0))
        #expect(next.find(Mapping.Selector(name: "AantalInwoners_5")) == .absent)
    }

    @Test("names that mean two things are refused and told apart by title and unit, or by the group above")
    func ambiguous() {
        let finder = ColumnFinder(columns)
        #expect(finder.find(Mapping.Selector(name: "Tussenwoning")) == .ambiguous([1, 2]))
        #expect(finder.find(Mapping.Selector(name: "Tussenwoning", title: "Tussenwoning", unit: "kWh")) == .found(1))
        #expect(finder.find(Mapping.Selector(name: "Tussenwoning", unit: "m³")) == .found(2))
        #expect(finder.find(Mapping.Selector(title: "Tussenwoning", under: ["gemiddeld aardgasverbruik"])) == .found(2))
        #expect(finder.find(Mapping.Selector(title: "Mate van stedelijkheid")) == .found(3))
        #expect(finder.find(Mapping.Selector(title: "Tussenwoning", unit: "GJ")) == .absent)
        let bare = ColumnFinder(columns.map { ColumnDescription(key: $0.key) })
        #expect(bare.find(Mapping.Selector(name: "Tussenwoning", title: "Tussenwoning", unit: "kWh")) == .ambiguous([1, 2]))
        #expect(bare.find(Mapping.Selector(title: "Tussenwoning", unit: "kWh")) == .needsMetadata)
        #expect(bare.find(Mapping.Selector(name: "AantalInwoners", title: "Aantal inwoners")) == .found(0))
    }

    @Test("an ambiguous column refuses the file and names the candidates; an optional one warns and is left out")
    func ambiguousFile() throws {
        let text = "code,Inw_1,Tussenwoning_49,Tussenwoning_57\nGM0001,5,1,2\n"
        let obliged = try DeliveryFiles.mapping(
            "\"columns\": [{ \"column\": \"Inw\", \"indicator\": \"inw\" }, { \"column\": \"Tussenwoning\", \"indicator\": \"t\" }]")
        let error = #expect(throws: ImportRefused.self) {
            try Delivery.csv(Array(text.utf8), name: "f.csv", mapping: obliged, retrieved: DeliveryFiles.day)
        }
        #expect(error?.diagnostics.first?.reason.en.contains("Tussenwoning_49, Tussenwoning_57") == true)
        let optional = try DeliveryFiles.mapping(
            "\"columns\": [{ \"column\": \"Inw\", \"indicator\": \"inw\" }, { \"column\": \"Tussenwoning\", \"indicator\": \"t\", \"optional\": true }]")
        let table = try Delivery.csv(Array(text.utf8), name: "f.csv", mapping: optional, retrieved: DeliveryFiles.day)
        #expect(table.columns.map(\.indicator) == ["inw"])
        #expect(table.notes.contains { $0.severity == .warning && $0.column == "Tussenwoning" })
        #expect(!table.notes.contains { $0.reason == LayoutFinder.notMapped })
    }

    @Test("skipped columns are noted with their reason, and columns that nobody mentions too")
    func notes() throws {
        let mapping = try DeliveryFiles.mapping(
            """
            "columns": [{ "column": "a", "indicator": "een" }],
            "skip": [{ "columns": ["Naam", "b"], "reason": { "nl": "Geen cijfer.", "en": "No figure." } }]
            """)
        let table = try Delivery.csv(Array("code,Naam_1,a,b_2,b_3,c\nGM0001,x,1,2,3,4\n".utf8), name: "f.csv", mapping: mapping, retrieved: DeliveryFiles.day)
        let skipped = table.notes.filter { $0.reason.en == "No figure." }.compactMap(\.column)
        #expect(skipped == ["Naam_1", "b_2", "b_3"])
        #expect(table.notes.filter { $0.reason == LayoutFinder.notMapped }.map(\.column) == ["c"])
        #expect(table.notes.allSatisfy { $0.severity == .note })
    }

    @Test("the metadata of KWB 2020 tell gas and electricity apart", .enabled(if: DeliveryFiles.isPresent))
    func realMetadata() throws {
        let metadata = try TableMetadata(json: DeliveryFiles.bytes("odata/v3_84799NED_kwb2020/DataProperties.json"), source: "DataProperties.json")
        #expect(metadata.columns.count == 116)
        let finder = ColumnFinder(metadata.columns)
        let found = finder.find(Mapping.Selector(title: "Tussenwoning", unit: "kWh"))
        #expect(found == .found(metadata.columns.firstIndex { $0.key == "Tussenwoning_49" } ?? -1))
        #expect(metadata.column("Tussenwoning_57")?.path == ["Energie", "Gemiddeld aardgasverbruik", "Naar woningtype"])
    }

    @Test("trap 5: measures of v4 are found by the same titles and units as columns of v3", .enabled(if: DeliveryFiles.isPresent))
    func measures() throws {
        let folder = "odata/v4_83765NED_kwb2017/"
        let metadata = try TableMetadata(
            json: DeliveryFiles.bytes(folder + "MeasureCodes.json"), groups: DeliveryFiles.bytes(folder + "MeasureGroups.json"), source: "MeasureCodes.json")
        let finder = ColumnFinder(metadata.columns)
        let code = metadata.columns.firstIndex { $0.key == "T001036" } ?? -1
        #expect(finder.find(Mapping.Selector(name: "AantalInwoners", title: "Aantal inwoners", unit: "aantal")) == .found(code))
        #expect(metadata.column("10680")?.path == ["Bevolking", "Leeftijdsgroepen"])
    }
}
