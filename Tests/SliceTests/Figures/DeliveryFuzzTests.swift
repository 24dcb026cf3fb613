import Core
import Foundation
import TestSupport
import Testing

@testable import Figures

/// Any bytes give a table or a refusal with reasons, never a crash. `LEEFKRING_FUZZ=full` runs 10,000 random strings and 1,000 changed files per reader.
@Suite struct DeliveryFuzzTests {
    private func check(_ body: () throws -> DeliveredTable) {
        do {
            let table = try body()
            #expect(!table.codes.isEmpty)
            #expect(table.columns.allSatisfy { $0.values.count == table.codes.count && $0.missing.count == table.codes.count })
        } catch let refused as ImportRefused {
            #expect(refused.diagnostics.contains { $0.severity == .error && !$0.reason.nl.isEmpty })
        } catch {
            Issue.record("\(error)")
        }
    }

    private func page(_ bytes: [UInt8], _ mapping: Mapping, tidy: Mapping.Tidy? = nil) throws -> DeliveredTable {
        let page: ODataPage
        do {
            page = try ODataPage(bytes)
        } catch {
            throw ImportRefused([Diagnostic(.error, source: "page", reason: Localized(error.reason.isEmpty ? "" : "JSON"))])
        }
        var builder = TableBuilder(mapping: mapping, metadata: nil, tidy: tidy, checks: DeliveryChecks(), source: "page")
        builder.add(page.sheet, source: "page")
        return try builder.finish(retrieved: DeliveryFiles.day)
    }

    private let wide = """
        "columns": [{ "column": "a", "indicator": "een", "factor": 100 }, { "column": "b", "indicator": "twee", "optional": true }]
        """

    @Test("random bytes do not crash the reader of CSV, mapping, metadata or pages")
    func random() throws {
        let mapping = try DeliveryFiles.mapping(wide)
        let dutch = try DeliveryFiles.mapping("\"format\": { \"decimal\": \",\", \"thousands\": \".\" }, " + wide)
        var chance = Chance(20_241)
        let csv = Array("code;,\t\"\n\r 0123456789.-eGMWKBU\u{e9}".utf8), json = Array("{}[]\",:\\u0019eE+-.truefalsn valueodnxtLk@".utf8)
        for round in 0..<Fuzz.strings {
            let text = chance.bytes(120, from: round.isMultiple(of: 2) ? csv : nil)
            check { try Delivery.csv(text, name: "f", mapping: mapping, retrieved: DeliveryFiles.day) }
            check { try Delivery.csv(Array("code;a;b\n".utf8) + text, name: "f", mapping: dutch, retrieved: DeliveryFiles.day) }
            let other = chance.bytes(120, from: round.isMultiple(of: 2) ? json : nil)
            check { try page(other, mapping) }
            check { try page(Array("{\"value\":[{\"code\":\"GM0001\",\"a\":".utf8) + other, mapping) }
            #expect(throws: ImportRefused.self) { try Mapping(json: other, source: "f") }
            _ = try? TableMetadata(json: other, source: "f")
        }
    }

    @Test("changed documents do not crash the reader of mappings")
    func mappings() throws {
        let bytes = try #require(FileManager.default.contents(atPath: DeliveryFiles.root + "/mappings/kwb-2024.json"))
        var chance = Chance(7)
        for _ in 0..<Fuzz.mutations {
            let changed = chance.mutated([UInt8](bytes))
            let result = Result { try Mapping(json: changed, source: "f") }
            if case .failure(let error as ImportRefused) = result { #expect(!error.diagnostics.isEmpty) }
        }
    }

    @Test("changed real files do not crash the reader of CSV", .enabled(if: DeliveryFiles.isPresent), arguments: DeliveryRealFilesTests.files)
    func files(path: String) throws {
        let bytes = try DeliveryFiles.bytes(path)
        let lines = bytes.split(separator: 0x0A, maxSplits: 60, omittingEmptySubsequences: false).prefix(60)
        let start = Array(lines.joined(separator: [0x0A]))
        let mapping = try DeliveryRealFilesTests.mapping(for: DeliveryRealFilesTests.cells(start))
        var chance = Chance(UInt64(path.utf8.reduce(0) { $0 &+ Int($1) }))
        for _ in 0..<max(Fuzz.mutations / 10, 20) {
            let changed = chance.mutated(start)
            check { try Delivery.csv(changed, name: path, mapping: mapping, retrieved: DeliveryFiles.day) }
        }
    }

    @Test("changed recorded answers do not crash the readers of pages", .enabled(if: DeliveryFiles.isPresent))
    func pages() throws {
        let wide = try DeliveryFiles.mapping("\"columns\": [{ \"column\": \"AantalInwoners\", \"indicator\": \"inwoners\" }]")
        let long = try DeliveryFiles.mapping("\"columns\": [{ \"column\": \"M001924\", \"indicator\": \"verzuim\" }]")
        var chance = Chance(11)
        let arnhem = try Array(DeliveryFiles.bytes("odata/v3_84799NED_kwb2020/TypedDataSet_Arnhem.json").prefix(12_000))
        let text = String(decoding: try DeliveryFiles.bytes("odata/v4_80072ned/meta_4.json").prefix(6_000), as: UTF8.self)
        let observations = Array(text.replacing("\"T001081\"", with: "\"GM0001\"").replacing("BedrijfskenmerkenSBI2008", with: "code").utf8)
        for _ in 0..<Fuzz.mutations {
            let one = chance.mutated(arnhem), two = chance.mutated(observations)
            check { try page(one, wide) }
            check { try page(one + Array("}]}".utf8), wide) }
            check { try page(two, long, tidy: .odata) }
            check { try page(two + Array("}]}".utf8), long, tidy: .odata) }
        }
    }
}
