import Analysis
import Core
import Foundation
import Geo
import Measures
import Testing

@Suite("Spatial analyses of a table")
struct SpatialAnalysisTests {
    private let line = InputFile("w.gal", "5\na 1\nb\nb 2\na c\nc 2\nb d\nd 2\nc e\ne 1\nd\n")

    private func table(_ values: [String], weights: InputFile? = nil, allowsIslands: Bool = false) throws -> SpatialTable {
        let rows = zip(["a", "b", "c", "d", "e"], values).map { "\($0),\($1)\n" }
        return try SpatialTable(ValueTable("id,x\n" + rows.joined()), id: "id", column: "x", weights: weights ?? line, allowsIslands: allowsIslands)
    }

    @Test("Columbus: Moran, Geary and G with exactly the published keys", .enabled(if: Golden.isPresent))
    func columbus() throws {
        let columbus = try ValueTable(.golden("columbus.csv"))
        // Row numbers from 0 where the ids are others.
        for id in ["index", "POLYID"] {
            let input = try SpatialTable(columbus, id: id, column: "CRIME", weights: .golden("columbus_queen.gal"))
            let plan = Permutations(runs: 99, seed: 1)
            let moran = try input.global(.moran, permutations: plan).document
            #expect(isClose(moran.statistic, 0.500188557183, 1e-9) && isClose(moran.z ?? 0, 5.589382675, 1e-8) && moran.n == 49)
            #expect(isClose(moran.p ?? 0, 2 * 1.139391e-8, 1e-13) && moran.permutationP == 0.02)
            #expect(Set(try object(moran).keys) == ["n", "statistic", "expected", "variance", "z", "p", "p_permutation"])
            #expect(isClose(try input.global(.geary, permutations: nil).document.statistic, 0.540528203, 1e-8))
            let general = try input.global(.getisOrdG, permutations: nil).document
            #expect(isClose(general.statistic, 0.127807, 1e-6) && isClose(general.z ?? 0, 4.638151, 1e-5) && general.permutationP == nil)
            #expect(try object(general)["p_permutation"] is NSNull)
            #expect(try input.global(.moran, style: .binary, permutations: nil).document.statistic != moran.statistic)
        }
    }

    @Test("Columbus: local Moran and Gi* for every area", .enabled(if: Golden.isPresent))
    func local() throws {
        let input = try SpatialTable(ValueTable(.golden("columbus.csv")), id: "POLYID", column: "CRIME", weights: .golden("columbus_queen.gal"))
        let golden = try #require(try Golden.json("statistics_golden.json")["columbus_crime_queen"] as? [String: Any])
        let plan = Permutations(runs: 999, seed: 1)
        let moran = try input.localMoran(plan, level: 0.05).document
        #expect(moran.areas.map(\.id) == (1...49).map(String.init) && moran.areas.compactMap(\.quadrant) == golden["quadrant"] as? [Int])
        for (area, value) in zip(moran.areas, [0.721781, 0.517986, 0.091935, 0.004723]) { #expect(isClose(area.statistic ?? 0, value, 1e-6)) }
        let star = try input.giStar(plan, level: 0.05).document
        #expect(isClose(star.areas.compactMap(\.statistic).max() ?? 0, 3.475051, 1e-6) && star.areas.allSatisfy { $0.statistic == $0.z })
        #expect(star.areas.allSatisfy { $0.quadrant == (($0.z ?? 0) > 0 ? 1 : 3) && ($0.q ?? 0) >= ($0.p ?? 1) && $0.significant == (($0.q ?? 1) <= 0.05) })
        let area = try #require(try object(star)["areas"] as? [[String: Any]])[0]
        #expect(Set(area.keys) == ["id", "statistic", "z", "p", "q", "quadrant", "significant"])
        #expect(try input.localMoran(plan, level: 0.05, execution: Execution(cores: 2)).document == moran)
    }

    /// Names that JSON must escape.
    private func quoted() throws -> LocalDocument {
        let names = ["a\"\\", "b\u{1}", "c é", "d"]
        let rows = zip(names, ["1", "2", "4", "3"]).map { "\"\($0.replacing("\"", with: "\"\""))\",\($1)\n" }
        let weights = InputFile("w.gal", "4\n0 1\n1\n1 2\n0 2\n2 2\n1 3\n3 1\n2\n")
        return try SpatialTable(ValueTable("id,x\n" + rows.joined()), id: "id", column: "x", weights: weights, allowsIslands: false)
            .localMoran(Permutations(runs: 9, seed: 1), level: 0.05).document
    }

    @Test("Areas without a value or without neighbours keep their place, with a state and null; the reader is told")
    func states() throws {
        let found = try table(["1", "NA", "3", "5", "4"]).localMoran(Permutations(runs: 9, seed: 1), level: 0.05)
        #expect(found.document.areas.map(\.state) == ["no_neighbours", "missing", nil, nil, nil] && found.document.n == 4)
        #expect(found.document.areas.prefix(2).allSatisfy { !$0.significant && $0.statistic == nil })
        let area = try #require(try object(found.document)["areas"] as? [[String: Any]])[1]
        #expect(area["statistic"] is NSNull && area["state"] as? String == "missing")
        #expect(found.notes.map { $0.line(in: .en) } == ["f.csv, column x: Without a value, and so left out: 1 of 5 rows."])
        // What it writes itself is what Foundation reads back, to the last digit.
        #expect(try JSONDecoder().decode(LocalDocument.self, from: Data(found.document.json)) == found.document)
        let odd = try JSONSerialization.jsonObject(with: Data(try quoted().json)) as? [String: Any]
        #expect((odd?["areas"] as? [[String: Any]])?.map { $0["id"] as? String } == ["a\"\\", "b\u{1}", "c é", "d"])
        let decoded = try JSONDecoder().decode(LocalDocument.self, from: JSONEncoder().encode(found.document))
        #expect(decoded == found.document && found.document.table.text.contains("missing"))
    }

    @Test("Islands in the weights are refused, unless they are allowed")
    func islands() throws {
        let island = InputFile("w.gal", "0 5 f id\na 1\nb\nb 2\na c\nc 2\nb d\nd 1\nc\ne 0\n\n")
        let line = "f.csv, row 6, column id, value \"e\": This area has no neighbours in w.gal (1 without). Use --allow-islands to go on."
        #expect(fault { _ = try table(["1", "2", "3", "5", "4"], weights: island) } == line)
        let allowed = try table(["1", "2", "3", "5", "4"], weights: island, allowsIslands: true)
        #expect(try allowed.giStar(Permutations(runs: 9, seed: 1), level: 0.05).document.areas.map(\.state) == [nil, nil, nil, nil, "no_neighbours"])
    }

    @Test("Faults in weights and values name their place")
    func faults() throws {
        let values = ["1", "2", "3", "5", "4"]
        func weights(_ text: String) -> String { fault { _ = try table(values, weights: InputFile("w.gal", text)) } }
        #expect(
            weights("5\na 1\nb\nb 2\na z\nc 2\nb d\nd 2\nc e\ne 1\nd\n")
                == "w.gal, row 5, value \"z\": This area is not in column id of f.csv, and is no row number from 0.")
        #expect(weights("4\na 1\nb\nb 2\na c\nc 2\nb d\nd 1\nc\n") == "w.gal, row 1: There should be 5 areas, there are 4.")
        #expect(weights("").hasPrefix("w.gal, row 1: This file is empty.") && weights("1,2\n").hasPrefix("w.gal, row 1, value \"1,2\""))
        #expect(
            fault { _ = try table(["1", "", "", "2", ""]).global(.moran, permutations: nil) }
                == "f.csv, column x: Too few rows: 2 with a value, where 4 are needed.")
        #expect(fault { _ = try table(["1", "1", "1", "1", "1"]).global(.geary, permutations: nil) } == "f.csv, column x: All values are the same.")
        #expect(fault { _ = try table(["1", "-1", "1", "1", "1"]).global(.getisOrdG, permutations: nil) }.hasPrefix("f.csv, column x: G needs"))
    }

    @Test("Four squares: a rook sees two neighbours, a queen three; the file is read back with the same ids")
    func contiguity() throws {
        func square(_ id: String, _ x: Int, _ y: Int) -> String {
            let (a, b) = (150_000 + 100 * x, 450_000 + 100 * y)
            let ring = "[[\(a),\(b)],[\(a + 100),\(b)],[\(a + 100),\(b + 100)],[\(a),\(b + 100)],[\(a),\(b)]]"
            return #"{"type":"Feature","properties":{"code":"\#(id)"},"geometry":{"type":"Polygon","coordinates":[\#(ring)]}}"#
        }
        func file(_ squares: [String]) -> InputFile {
            InputFile("a.geojson", #"{"type":"FeatureCollection","features":[\#(squares.joined(separator: ","))]}"#)
        }
        let four = file([square("A", 0, 0), square("B", 1, 0), square("C", 0, 1), square("D", 1, 1)])
        let queen = try ContiguityFile(four, id: "code", rule: .queen), rook = try ContiguityFile(four, id: "code", rule: .rook)
        #expect(queen.links == 12 && rook.links == 8 && queen.islands.isEmpty && queen.areas == 4)
        #expect(try GALFile.read(Array(rook.text.utf8), ids: ["A", "B", "C", "D"]).weights.neighbours(of: 0) == [1, 2])
        #expect(rook.text.hasPrefix("0 4 a.geojson code\n"))
        let apart = try ContiguityFile(file([square("A", 0, 0), square("B", 5, 5)]), id: "code", rule: .queen)
        #expect(apart.islands == ["A", "B"] && apart.notes.map { $0.line(in: .en) } == ["a.geojson: Areas without neighbours: 2 (A, B)."])
        #expect(fault { _ = try ContiguityFile(four, id: "name", rule: .queen) } == "a.geojson, column name: Feature 1 of this file has no such property.")
        #expect(fault { _ = try ContiguityFile(file([square("A", 0, 0), square("A", 1, 0)]), id: "code", rule: .queen) }.contains("more than once"))
        #expect(fault { _ = try ContiguityFile(file([square("A 1", 0, 0)]), id: "code", rule: .queen) }.contains("white space"))
        #expect(fault { _ = try ContiguityFile(InputFile("a.geojson", "{"), id: "code", rule: .queen) }.hasPrefix("a.geojson: This GeoJSON cannot be used"))
    }
}
