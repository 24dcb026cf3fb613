import Areas
import Core
import SQL
import TestSupport
import Testing

@testable import Figures

@Suite("Import of own data")
struct OwnImportTests {
    private static let sample = OwnSite.records([("BU99990001", [7, 3, 0]), ("BU99990002", [20, 30, 0]), ("BU99990A01", [15, 15, 0])])

    private func faults(_ site: OwnSite, _ text: String, _ upload: OwnUpload = OwnSite.upload(), postcodes: String? = nil) async throws -> [Diagnostic] {
        let before = try await site.slice.own.revisions().count
        do {
            try await site.take(text, upload, postcodes: postcodes)
            Issue.record("nothing was refused")
            return []
        } catch let refused as ImportRefused {
            #expect(try await site.slice.own.revisions().count == before)
            return refused.diagnostics.filter { $0.severity == .error }
        }
    }

    @Test("records are counted by area and category, and nothing else is kept", arguments: TestDatabase.engines)
    func records(engine: TestDatabase.Engine) async throws {
        try await OwnSite.with(engine) { site in
            let rows = ["naam;buurt;soort", "Jansen;BU99990001;geluid", "Bakker; bu99990001 ;afval"] + [String](repeating: "X;BU99990002;geluid", count: 30)
            let report = try await site.take(rows.joined(separator: "\r\n"))
            #expect(report.number == 1 && report.rows == 32 && report.areas == 5)
            #expect(report.notes.contains { $0.reason.nl.contains("naam") })
            let revision = try #require(try await site.slice.own.newest().first)
            #expect(revision.categories == ["afval", "geluid"] && revision.isOfRecords && revision.level == .neighbourhood)
            let atoms = try await site.slice.own.atoms(of: revision, leaves: revision.leaves, categories: revision.categories)
            #expect(atoms == [[1, 1], [0, 30], [0, 0], [0, 0], [0, 0]])
            let text = try await site.database.read { reading in try reading.all("SELECT area FROM own_count") { try $0.string(0) }.joined() }
            #expect(!text.contains("Jansen"))
        }
    }

    @Test("the same bytes change nothing, other words or other bytes make a new revision", arguments: TestDatabase.engines)
    func again(engine: TestDatabase.Engine) async throws {
        try await OwnSite.with(engine) { site in
            #expect(try await site.take(Self.sample).number == 1)
            let first = try #require(try await site.slice.own.table("proef"))
            #expect(try await site.take(Self.sample).number == nil)
            #expect(try await site.take(Self.sample + "\n").number == 2)
            // The same people give the same number again.
            let second = try #require(try await site.slice.own.table("proef"))
            #expect(second.cells.mapValues { $0.mapValues(\.shown) } == first.cells.mapValues { $0.mapValues(\.shown) })
            #expect(try await site.slice.own.revisions().map(\.number) == [2, 1])
        }
    }

    @Test("every fault is said with its row, column and value, and nothing is changed")
    func refused() async throws {
        try await OwnSite.with { site in
            let text = "buurt;soort\nBU99990001;geluid\nonzin;geluid\nWK999900;geluid\nBU00010001;geluid\nBU99990001;\n"
            let found = try await faults(site, text)
            #expect(found.map(\.row) == [3, 4, 5, 6] && found.map(\.value) == ["onzin", "WK999900", "BU00010001", ""])
            #expect(found.map(\.column) == ["buurt", "buurt", "buurt", "soort"])
            #expect(try await faults(site, "wijk;soort\nWK999900;a\n").count == 1)
            #expect(try await faults(site, "buurt;x\nBU99990001;a\n").first?.column == "soort")
            #expect(try await faults(site, "buurt;soort\n").count == 1)
            let many = "buurt;soort\n" + (0..<40).map { "BU99990001;naam \($0)" }.joined(separator: "\n")
            #expect(try await faults(site, many).first?.column == "soort")
            #expect(try await faults(site, Self.sample, OwnSite.upload("Fout!")).first?.column == "--key")
            #expect(try await faults(site, Self.sample, OwnSite.upload(year: 1850)).first?.column == "--boundary-year")
            #expect(try await faults(site, "\"buurt\";soort\n\"BU99990001\"x;a\n").first?.row == 2)
        }
    }

    @Test("counts come as whole numbers, an area once, and a district with a missing neighbourhood has no sum")
    func counts() async throws {
        try await OwnSite.with { site in
            let form = OwnUpload.Form.counts(columns: ["jong", "oud"])
            let upload = OwnSite.upload(form: form)
            let bad = try await faults(site, "buurt,jong,oud\nBU99990001,12,\nBU99990001,3,4\nBU99990002,-1,2.5\n", upload)
            #expect(bad.map(\.row) == [2, 3, 4, 4] && bad.map(\.column) == ["oud", "buurt", "jong", "oud"])
            try await site.take("buurt,jong,oud\nBU99990001,40,50\nBU99990002,0,60\nBU99990A01,15,15\nBU99990A02,20,20\n", upload)
            let table = try #require(try await site.slice.own.table("proef"))
            let centre = try #require(AreaCode("WK999900")), lakeside = try #require(AreaCode("WK99990A"))
            #expect(!table.has(.area(centre)) && table.has(.area(lakeside)))
            #expect(try await site.client.get("/eigen-cijfers/proef?niveau=wijk").text.contains("Niet opgeteld, omdat er gebieden ontbreken"))
            let other = try await faults(site, "buurt,jong,oud\nBU99990001,40,50\n", OwnSite.upload(by: .neighbourhood, form: .counts(columns: ["jong"])))
            #expect(other.first?.column == "--key")
        }
    }

    @Test("postcodes and points find their neighbourhood, and those outside are faults")
    func places() async throws {
        try await OwnSite.with { site in
            let table = "postcode,buurt\n9990AA,BU99990001\n9990 ab,BU99990002\n"
            let byPostcode = OwnSite.upload(by: .postcode, form: .records(category: nil))
            let text = "postcode\n" + [String](repeating: "9990 aa", count: 12).joined(separator: "\n")
            #expect(try await site.take(text, byPostcode, postcodes: table).areas == 5)
            #expect(try await faults(site, "postcode\n1234ZZ\n", byPostcode, postcodes: table).first?.row == 2)
            #expect(try await faults(site, "postcode\n9990AA\n", byPostcode).first?.column == "--postcodes")
            let points = OwnSite.upload("punten", by: .point, form: .records(category: nil))
            // The last is Oude Haven too, in degrees with a comma.
            let inside = "x;y\n180500;450500\n181500,5;450500\n"
            #expect(try await site.take(inside, points).rows == 2)
            let revision = try #require(try await site.slice.own.revisions(of: "punten").first)
            let atoms = try await site.slice.own.atoms(of: revision, leaves: revision.leaves, categories: [])
            #expect(atoms.map { $0[0] } == [1, 1, 0, 0, 0])
            #expect(try await faults(site, "x;y\n200000;500000\n5,9;52\nnul;0\n", points).map(\.row) == [2, 3, 4])
        }
    }

    @Test("a workbook gives the same counts as a CSV, of the sheet that is asked for")
    func workbook() async throws {
        try await OwnSite.with { site in
            let rows = Self.sample.split(separator: "\n").map { $0.split(separator: ";").map(String.init) }
            let book = WorkbookFile.bytes([("Uitleg", [["niets"]]), ("Meldingen", [["Titel boven de tabel"]] + rows)])
            let upload = OwnUpload(
                key: "boek", title: Localized("Boek"), period: Period(year: 2025), unit: .neighbourhood, form: .records(category: "soort"), tab: "Meldingen")
            #expect(try await site.take(bytes: book, upload).rows == 90)
            try await site.take(Self.sample)
            let csv = try #require(try await site.slice.own.table("proef")), xlsx = try #require(try await site.slice.own.table("boek"))
            #expect(csv.cells.mapValues { $0.mapValues { $0.shown == nil } } == xlsx.cells.mapValues { $0.mapValues { $0.shown == nil } })
            await #expect(throws: ImportRefused.self) { try await site.take(bytes: book, OwnSite.upload()) }
        }
    }

    @Test("any bytes give a table or a refusal, never a crash", arguments: 0..<30)
    func fuzz(seed: Int) async throws {
        var random = Chance(UInt64(seed))
        let rows = Self.sample.split(separator: "\n").prefix(20).map { $0.split(separator: ";").map(String.init) }
        var bytes = seed % 2 == 0 ? Array(Self.sample.utf8) : WorkbookFile.bytes([("A", rows)])
        for _ in 0..<Int.random(in: 1...12, using: &random) { bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random) }
        if seed % 3 == 0 { bytes.removeLast(bytes.count / 3) }
        var findings = Findings()
        if let sheet = OwnSheet.read(bytes, name: "x", needed: "buurt", tab: nil, findings: &findings) {
            for row in 0..<sheet.rowCount { for column in sheet.columns.indices { #expect(sheet.text(row, column).utf8.count <= bytes.count) } }
        } else {
            #expect(findings.errorCount > 0)
        }
    }

    @Test("imports at the same time make a revision each, and none is lost", arguments: TestDatabase.engines)
    func together(engine: TestDatabase.Engine) async throws {
        try await OwnSite.with(engine) { site in
            let numbers = try await withThrowingTaskGroup(of: Int?.self) { group in
                for extra in 0..<3 {
                    group.addTask { try await site.take(Self.sample + [String](repeating: "BU99990A02;geluid\n", count: 20 + 20 * extra).joined()).number }
                }
                return try await group.reduce(into: [Int?]()) { $0.append($1) }
            }
            #expect(numbers.compactMap { $0 }.sorted() == [1, 2, 3])
        }
    }
}
