import Analysis
import Core
import Foundation
import Measures
import TestSupport
import Testing

@Suite("Index by a file")
struct IndexAnalysisTests {
    private func file(_ text: String) throws -> IndexFile { try IndexFile(InputFile("i.yml", text)) }
    private let small = "indicators:\n  - {column: x}\n  - {column: y, direction: down}\n"
    private let table = "id,x,y,d,g\na,1,5,2,p\nb,2,4,2,p\nc,3,,2,q\nd,4,1,2,q\n"

    /// The three builds of the published index, written as a file.
    private func asem(_ head: String, divided: Bool) throws -> IndexFile {
        let meta = try ValueTable(.golden("asem_meta.csv"))
        let columns = try ["iCode", "Direction", "Weight", "Denominator", "Parent", "Type"].map { try meta.texts($0) }
        var (groups, indicators) = ("", "")
        for row in 0..<meta.count {
            let (code, parent, weight) = (columns[0][row], columns[4][row], columns[2][row])
            if columns[5][row] == "Aggregate", parent != "NA" {
                groups += "  - {name: \(code), weight: \(weight)\(parent == "Index" ? "" : ", parent: \(parent)")}\n"
            } else if columns[5][row] == "Indicator" {
                let denominator = divided && columns[3][row] != "NA" ? ", denominator: \(columns[3][row])" : ""
                indicators += "  - {column: \(code), direction: \(columns[1][row]), weight: \(weight), group: \(parent)\(denominator)}\n"
            }
        }
        return try file(head + "groups:\n" + groups + "indicators:\n" + indicators)
    }

    @Test("M10: the three ASEM builds give the published scores and places", .enabled(if: Golden.isPresent))
    func asem() throws {
        let data = try ValueTable(.golden("asem_data.csv"))
        func check(_ file: IndexFile, _ expected: [String: Double], ranks: [String: Int] = [:]) throws {
            let areas = try data.index(id: "uCode", file, runs: 20, seed: 1).document.areas
            for (code, score) in expected { #expect(isClose(areas.first { $0.id == code }?.score ?? 0, score, 1e-6), "\(code)") }
            for (code, rank) in ranks { #expect(areas.first { $0.id == code }?.rank == rank, "\(code)") }
            #expect(areas.allSatisfy { $0.state == nil && ($0.rankLow ?? 0) >= 1 && ($0.rankHigh ?? 0) <= 51 })
        }
        let full = "treatment: outliers\nimputation-group: EurAsia_group\n"
        try check(asem(full, divided: true), ["CHE": 68.383724, "NLD": 64.819516, "DEU": 60.751418, "LAO": 38.213052], ranks: ["CHE": 1, "NLD": 2])
        try check(asem("", divided: false), ["CHE": 62.605877, "NLD": 61.243821], ranks: ["CHE": 4, "NLD": 5])
        try check(asem("scale: [1, 100]\naggregation: geometric\n", divided: false), ["NLD": 50.633449, "CHE": 50.525544])
    }

    @Test("M10: without choices to vary the range is the rank itself; the same seed gives the same document on two cores")
    func runs() throws {
        let table = try ValueTable("id,x,y\na,1,5\nb,2,4\nc,3,3\nd,4,1\n")
        let still = small + "uncertainty: {normalisations: [min-max], aggregations: [arithmetic], weights: 0, drop: false, inputs: false}\n"
        let found = try table.index(id: "id", file(still), runs: 50, seed: 1).document
        #expect(found.areas.map(\.rank) == [4, 3, 2, 1] && found.areas.allSatisfy { $0.rankLow == $0.rank && $0.rankHigh == $0.rank })
        #expect(found.areas.map(\.worstTenth) == [1, 0, 0, 0])
        for (area, score) in zip(found.areas, [0, 87.5 / 3, 175.0 / 3, 100]) { #expect(isClose(area.score ?? .nan, score, 1e-9)) }
        let high = try table.index(id: "id", file(still + "worst: highest\n"), runs: 50, seed: 1).document
        #expect(high.areas.map(\.worstTenth) == [0, 0, 0, 1])
        let moved = try table.index(id: "id", file(small), runs: 300, seed: 9).document
        #expect(try table.index(id: "id", file(small), runs: 300, seed: 9, execution: .init(cores: 2)).document == moved)
        let keys = try #require(try object(moved)["areas"] as? [[String: Any]])[0].keys
        #expect(Set(keys) == ["id", "score", "rank", "rank_low", "rank_high", "worst_tenth"])
    }

    @Test("M10: the form that the command explains is a file that can be read, with every word in it")
    func form() throws {
        let read = try file(IndexFile.form)
        #expect(read.indicators.count == 1 && !read.imputes && read.imputationGroup == "COLUMN" && read.framework.groups.count == 2)
    }

    @Test("M10: missing parts are made up for, or filled in by group; too little known is unknown")
    func missing() throws {
        let data = try ValueTable(table)
        let found = try data.index(id: "id", file(small), runs: 20, seed: 1)
        #expect(found.document.areas.map(\.state) == [nil, nil, "unknown", nil] && found.document.areas[2].rank == nil && found.notes.count == 2)
        let filled = try data.index(id: "id", file(small + "imputation-group: g\n"), runs: 20, seed: 1).document
        #expect(filled.areas[2].score.map { isClose($0, (200.0 / 3 + 100) / 2, 1e-9) } == true)
        let divided = try data.index(id: "id", file("indicators:\n  - {column: x, denominator: d}\n"), runs: 20, seed: 1).document
        #expect(divided.areas.map(\.score) == (try data.index(id: "id", file("indicators:\n  - {column: x}\n"), runs: 20, seed: 1).document.areas.map(\.score)))
    }

    @Test("M10: values drawn between their ends widen the range of ranks")
    func bounds() throws {
        let rows = (0..<12).map { "r\($0),\($0),\($0 - 3),\($0 + 3)\n" }.joined()
        let data = try ValueTable("id,x,low,high\n" + rows)
        let still = "uncertainty: {normalisations: [min-max], aggregations: [arithmetic], weights: 0, drop: false}\n"
        for draw in ["evenly", "normally"] {
            let found = try data.index(id: "id", file("indicators: [{column: x, lower: low, upper: high, draw: \(draw)}]\n" + still), runs: 200, seed: 1)
                .document
            #expect(found.areas.filter { ($0.rankHigh ?? 0) > ($0.rankLow ?? 0) }.count > 8)
        }
        let exact = try data.index(id: "id", file("indicators: [{column: x}]\n" + still), runs: 200, seed: 1).document
        #expect(exact.areas.allSatisfy { $0.rankLow == $0.rankHigh })
    }

    @Test(
        "Faults in the file name their line",
        arguments: [
            ("indicators:\n  - {column: x, weigth: 2}", "i.yml, row 2, column weigth: This name does not belong here."),
            ("indicators:\n  - {weight: 2}", "i.yml, row 2, column column: This name is missing here."),
            ("indicators:\n  - column: x\n    direction: sideways", "i.yml, row 3, column direction, value \"sideways\": Choose from: up, down, 1, -1."),
            ("indicators:\n  - column: x\n    weight: 0", "i.yml, row 3, column weight, value \"0\": A weight"),
            ("indicators:\n  - column: x\n    group: g", "i.yml, row 3, column group, value \"g\": There is no such group."),
            ("groups: [{name: a, parent: b}, {name: b, parent: a}]\nindicators: [{column: x, group: a}]", "i.yml, row 1, column parent"),
            ("groups:\n  - name: a\n  - name: a\nindicators: [{column: x}]", "i.yml, row 3, column name, value \"a\": This group"),
            ("normalisation: goalposts\nindicators: [{column: x}]", "i.yml, row 2, column goalposts: Two numbers"),
            ("scale: [1, 1]\nindicators: [{column: x}]", "i.yml, row 1, column scale: Two numbers"),
            ("aggregation: mean\nindicators: [{column: x}]", "i.yml, row 1, column aggregation, value \"mean\": Choose from"),
            ("uncertainty: {weights: 1}\nindicators: [{column: x}]", "i.yml, row 1, column weights, value \"1\": Choose a number"),
            ("indicators:\n  - {column: x, lower: a}", "i.yml, row 2, column lower, value \"a\": Give both ends, or none."),
            ("indicators: []", "i.yml, row 1, column indicators: Indicators should be here."),
            ("a: [1, 2\nb: 3", "i.yml, row 2: This is not YAML"),
            ("- 1", "i.yml, row 1: Names with a colon"),
            ("", "i.yml: This file is empty."),
            ("indicators: [{column: x}]\nindicators: [{column: y}]", "i.yml, row 1: This is not YAML"),
        ])
    func faults(text: String, expected: String) {
        let found = fault { _ = try file(text) }
        #expect(found.hasPrefix(expected), "\(found)")
    }

    @Test("Faults of file and table together name the column")
    func together() throws {
        let data = try ValueTable(table)
        #expect(fault { _ = try data.index(id: "id", file("indicators: [{column: z}]"), runs: 5, seed: 1) }.hasPrefix("f.csv, row 1, column z"))
        let zero = "aggregation: geometric\nindicators: [{column: x}]"
        #expect(
            fault { _ = try data.index(id: "id", file(zero), runs: 5, seed: 1) }
                == "i.yml, column x: This mean needs values above 0. Use for example scale: [1, 100].")
        #expect(fault { _ = try ValueTable("id,x,y\n").index(id: "id", file(small), runs: 5, seed: 1) }.contains("Too few rows"))
    }

    @Test("No bytes do harm, nor do lists in lists without end")
    func fuzz() throws {
        var random = Chance(6)
        for open in ["[", "{a: ", "- ", "? "] { #expect(fault { _ = try file(String(repeating: open, count: 100_000)) }.hasPrefix("i.yml")) }
        let form = Array(IndexFile.form.utf8)
        for _ in 0..<1000 {
            var bytes = form
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.removeSubrange(place..<min(bytes.count, place + 20))
                default: bytes.insert(contentsOf: Array("&a [*a, {x: y}]\n".utf8), at: place)
                }
            }
            #expect(fault { _ = try IndexFile(InputFile(name: "i.yml", bytes: bytes)) } != "")
        }
    }
}
