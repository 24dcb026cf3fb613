import Core
import Foundation
import Testing
import Web

@testable import Figures

@Suite("A profile as data")
struct PagesDocumentTests {
    private func document(_ code: String = PagesSample.neighbourhoods[0]) throws -> ProfileDocument {
        ProfileDocument(try #require(PagesSample.profile(code)))
    }

    @Test("KWA-02: the document is read back exactly as it was written")
    func roundTrip() throws {
        let document = try document()
        #expect(try JSONDecoder().decode(ProfileDocument.self, from: Data(document.json())) == document)
        #expect(try document.json() == document.json())
    }

    @Test("what is missing is null with its reason, never left out")
    func explicitNull() throws {
        let figure = try #require(try document().figures.first { $0.key == "koopwoningen" })
        #expect(figure.observations.last?.value == nil)
        #expect(figure.observations.last?.reason?.code == "geheim")
        let text = String(decoding: try document().json(), as: UTF8.self)
        #expect(text.contains("\"waarde\":null"))
        #expect(text.contains("\"reden\":null"))
    }

    @Test("values are as in the source: not rounded, in its unit")
    func sourceValues() throws {
        let figures = try document().figures
        #expect(figures.first { $0.key == "woningwaarde" }?.observations.last?.value == 200)
        #expect(figures.first { $0.key == "woningwaarde" }?.unit.factor == 1000)
        #expect(figures.first { $0.key == "leefbaarometer-afwijking" }?.observations.last?.value == -0.1)
    }

    @Test("every observation refers to a source that the document holds")
    func sources() throws {
        let document = try document()
        let known = Set(document.sources.map { "\($0.key):\($0.number)" })
        #expect(known == ["kwb-2024:1", "kwb-2020:1"])
        #expect(document.figures.flatMap(\.observations).allSatisfy { known.contains($0.source) })
        #expect(document.sources.allSatisfy { $0.retrieved == "2026-05-28T20:26:40Z" })
    }

    @Test("KWA-02: CSV by RFC 4180, a row per figure and period, all of the same width")
    func csv() throws {
        var rows = FigureRows()
        let document = try document()
        rows.add(document)
        let text = String(decoding: rows.bytes, as: UTF8.self)
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.last == "")
        #expect(lines.count == 2 + document.figures.reduce(0) { $0 + $1.observations.count })
        #expect(lines[0].hasPrefix("code,gebied,niveau,indeling,sleutel"))
        #expect(text.contains("koopwoningen"))
        #expect(text.contains(",geheim,"))
    }

    @Test("ASVS 1.2.10: a text that a spreadsheet would take for a formula is defused; a negative number stays a number")
    func formulas() {
        var table = CSVTable(["a", "b", "c"])
        table.row([.text("=1+1"), .number(-0.5), .text("zeg \"hoi\", dan")])
        table.row([.text("@cmd"), .empty, .text("-x;y")])
        table.row([.number(.nan), .number(12), .whole(3)])
        #expect(String(decoding: table.bytes, as: UTF8.self) == "a,b,c\r\n'=1+1,-0.5,\"zeg \"\"hoi\"\", dan\"\r\n'@cmd,,\"'-x;y\"\r\n,12,3\r\n")
    }
}
