import Areas
import Core
import Foundation
import TestSupport
import Testing

@testable import Figures

@Suite("Custom areas")
struct CustomAreaTests {
    private struct AnotherOutcome: Error {}

    private func area(_ members: [Int]) -> CustomArea {
        CustomArea(
            id: 1, key: "proef", version: 1, name: Localized("Proef"), boundaryYear: 2024, members: members.map { PagesSample.codes[$0] }.sorted(),
            createdAt: 1,
            removedAt: nil)
    }

    private func outcome(_ key: String, _ members: [Int], book: FigureBook = PagesSample.book) throws -> CustomFigures.Outcome {
        try #require(CustomFigures(area(members), book: book).figures.first { $0.indicator.key == key }).outcome
    }

    @Test("WYK-20: counts are added with what rounding leaves; a missing neighbourhood is said and is never zero")
    func counts() throws {
        // 500 and 750 residents, each rounded to 5 by chance: at most 4 off on each side.
        guard case .value(let value, let bounds) = try outcome("inwoners", [0, 1]) else { throw AnotherOutcome() }
        #expect(value == 1250 && bounds == 1242...1258)
        let gaps = FigureBook([PagesSample.column("inwoners", 2024, [nil, nil] + (2..<14).map { Double($0) })].compactMap { $0 }, editions: [])
        guard case .missing(let count, let all) = try outcome("inwoners", [0, 1, 5], book: gaps) else { throw AnotherOutcome() }
        #expect(count == 2 && all == 3)
        #expect(FiguresWords(.en).partsMissing(3, of: 12) == "3 of 12 neighbourhoods have no figure")
    }

    @Test("what a model estimated is refused with the reason; a mean without its own number is not given")
    func refused() throws {
        guard case .refused(let reason) = try outcome("eenzaam", [0, 1], book: try modelled()) else { throw AnotherOutcome() }
        #expect(!reason.nl.isEmpty && !reason.en.isEmpty)
        guard case .unweighed(2, of: 2) = try outcome("woningwaarde", [0, 1]) else { throw AnotherOutcome() }
    }

    private func modelled() throws -> FigureBook {
        FigureBook([try #require(PagesSample.column("eenzaam", 2024, (0..<14).map { Double(50 + $0) }))], editions: [])
    }

    @Test("a share is weighted by its own number")
    func weighted() throws {
        let indicator = try #require(
            Catalogue.all.first { one in
                if case .weighted = one.aggregation { one.basis != .model && one.inProfile && one.kind == .share && one.derivation == nil } else { false }
            })
        guard case .weighted(let key) = indicator.aggregation else { return }
        let columns = [
            PagesSample.column(indicator.key, 2024, (0..<14).map { $0 == 0 ? 20 : 50 }), PagesSample.column(key, 2024, (0..<14).map { $0 == 0 ? 100 : 300 }),
        ]
        let book = FigureBook(columns.compactMap { $0 }, editions: [])
        guard case .value(let value, _) = try outcome(indicator.key, [0, 1], book: book) else { throw AnotherOutcome() }
        #expect(abs(value - (20 * 100 + 50 * 300) / 400) < 1e-9)
    }

    @Test("an area is added, changed as a new version, listed and removed", arguments: TestDatabase.engines)
    func versions(engine: TestDatabase.Engine) async throws {
        try await OwnSite.with(engine) { site in
            let first = try await site.add("haven", ["BU99990001", "BU99990003"])
            #expect(first.isNew && first.area.version == 1)
            #expect(try await !site.add("haven", ["BU99990003", "BU99990001"]).isNew)
            #expect(try await site.add("haven", ["BU99990001", "BU99990002"]).area.version == 2)
            #expect(try await site.slice.own.customAreas().map(\.version) == [2])
            #expect(try await site.taking.remove("haven", at: 2))
            #expect(try await !site.taking.remove("haven", at: 3))
            #expect(try await site.slice.own.customAreas().isEmpty)
            #expect(try await site.add("haven", ["BU99990001", "BU99990002"]).area.version == 3)
        }
    }

    @Test("an area of one neighbourhood, of areas that are no neighbourhood, or of none is refused with the reason")
    func faults() async throws {
        try await OwnSite.with { site in
            for (codes, value) in [([], nil), (["BU99990001"], nil), (["BU99990001", "WK999900"], "WK999900"), (["BU99990001", "BU00010001"], "BU00010001")] {
                do {
                    try await site.add("fout", codes)
                    Issue.record("\(codes)")
                } catch let refused as ImportRefused {
                    #expect(refused.diagnostics.map(\.column) == ["--buurten"] && refused.diagnostics.map(\.value) == [value as String?])
                }
            }
        }
    }

    @Test("an area that leaves fewer than ten residents when a district is taken off is refused in words")
    func residents() async throws {
        try await OwnSite.with { site in
            // A delivery in which Haveneiland has seven residents.
            let csv = "code,a\nBU99990001,2315\nBU99990002,2985\nBU99990003,7\nBU99990A01,2440\nBU99990A02,1510\nWK999900,5307\nGM9999,9257\n"
            let mapping = try DeliveryFiles.mapping(#""columns": [{ "column": "a", "indicator": "inwoners" }]"#)
            let table = try Delivery.csv(Array(csv.utf8), name: "t.csv", mapping: mapping, retrieved: DeliveryFiles.day)
            let imported = try await FigureImport(site.database).store(table, digest: "x", at: 1_793_500_000_000)
            let book = try #require(try await site.slice.editions.book(source: imported.source, number: 1))
            let codes = ["BU99990001", "BU99990002"].compactMap { AreaCode($0) }
            do {
                _ = try await site.taking.add("bijna", name: Localized("Bijna"), members: codes, year: 2024, book: book, at: 1)
                Issue.record("the area was accepted")
            } catch let refused as ImportRefused {
                #expect(refused.diagnostics.map(\.value) == ["BU99990003"])
                #expect(refused.diagnostics[0].reason.en.contains("fewer than 10 residents"))
            }
            let whole = codes + ["BU99990003"].compactMap { AreaCode($0) }
            #expect(try await site.taking.add("heel", name: Localized("Heel"), members: whole, year: 2024, book: book, at: 1).isNew)
        }
    }

    @Test("pages of own data answer in both languages with one heading, names are escaped, and what is not there is not found")
    func pages() async throws {
        try await OwnSite.with { site in
            for path in ["/eigen-cijfers", "/eigen-gebieden"] { #expect(try await site.client.get(path).status == 200) }
            let rows = OwnSite.records([("BU99990001", [30, 20]), ("BU99990002", [25, 40])], names: ["a <b>", "c"])
            try await site.take(rows)
            try await site.add("haven", ["BU99990001", "BU99990002"])
            try await Task.sleep(for: .milliseconds(1_100))
            let paths = [
                "/eigen-cijfers", "/eigen-cijfers/proef", "/eigen-cijfers/proef?niveau=wijk&gemeente=GM9999", "/eigen-gebieden", "/eigen-gebieden/haven",
                "/eigen-cijfers/proef?niveau=gemeente",
            ]
            for path in paths {
                for prefix in ["", "/en"] {
                    let reply = try await site.client.get(prefix + path)
                    #expect(reply.status == 200, "\(prefix + path)")
                    #expect(reply.text.components(separatedBy: "<h1").count == 2 && !reply.text.contains("a <b>") && !reply.text.contains("style="))
                }
            }
            for path in [
                "/eigen-cijfers/geen", "/eigen-cijfers/proef?gemeente=GM9998", "/eigen-cijfers/proef?niveau=land", "/eigen-gebieden/geen",
                "/eigen-gebieden/geen/cijfers.csv",
            ] {
                #expect(try await site.client.get(path).status == 404, "\(path)")
            }
        }
    }
}
