import Analysis
import Core
import Foundation
import Measures
import Testing

@Suite("Rates, stacking, indices and comparison of a table")
struct CompositeAnalysisTests {
    private static let themes = "id,a,b,c,d\n1,13.1,14,4,1\n2,15.2,7,5,0\n3,12.5,10,1,0\n4,20,11,3,1\n"
    private static let cutoffs = "column,cutoff,direction\na,13,below\nb,12,below\nc,3,below\nd,1,below\n"

    @Test("M11: stacking gives the published H, A and M0 for three k")
    func stacking() throws {
        let table = try ValueTable(Self.themes), list = try CutoffList(ValueTable(Self.cutoffs), for: table)
        for (k, expected) in [(2.0, [0.5, 0.75, 0.375]), (1, [0.75, 7.0 / 12, 0.4375]), (3, [0.25, 1, 0.25])] {
            let found = try table.stacking(id: "id", cutoffs: list, k: k).document
            for (value, expected) in zip([found.headcount, found.intensity, found.adjusted], expected) { #expect(isClose(value, expected, 1e-12)) }
        }
        let document = try table.stacking(id: "id", cutoffs: list, k: 2).document
        #expect(
            document.areas.map(\.beyond) == [[], ["b", "d"], ["a", "b", "c", "d"], ["b"]] && document.areas.map(\.stacked) == [false, true, true, false])
        #expect(Set(try object(document).keys) == ["H", "A", "M0", "areas"])
    }

    @Test("M11: an area of which too little is known is unknown, not free of problems")
    func unknown() throws {
        let table = try ValueTable(Self.themes + "5,1,.,NA,\n"), list = try CutoffList(ValueTable(Self.cutoffs), for: table)
        let found = try table.stacking(id: "id", cutoffs: list, k: 2)
        #expect(found.document.areas[4].stacked == nil && found.document.areas[4].state == "unknown" && found.document.headcount == 0.5)
        #expect(found.document.areas[4].highest == 4 && found.notes.count == 3)
    }

    @Test("Cut-offs are refused with their row")
    func cutoffFaults() throws {
        let table = try ValueTable(Self.themes)
        func list(_ row: String) -> String { fault { _ = try CutoffList(ValueTable("column,cutoff,direction,weight\na,1,above,2\n\(row)\n"), for: table) } }
        #expect(list("z,1,above,1") == "f.csv, row 3, column column, value \"z\": There is no such column in f.csv.")
        #expect(list("b,1,over,1") == "f.csv, row 3, column direction, value \"over\": Choose above or below.")
        #expect(list("b,,above,1") == "f.csv, row 3, column cutoff: The cut-off is missing.")
        #expect(list("b,1,above,0") == "f.csv, row 3, column weight: A weight is a number above 0.")
        #expect(list("a,1,above,1").contains("This id is in row 2 too."))
        let one = try CutoffList(ValueTable("column,cutoff,direction\na,1,above"), for: table)
        #expect(fault { _ = try table.stacking(id: "id", cutoffs: one, k: 2) } == "--k, value \"2.0\": Choose a number above 0, up to 1.")
    }

    @Test("M4: SIDS 1974 gives the published a, b and rates; with weights the local ones of Auckland", .enabled(if: Golden.isPresent))
    func smooth() throws {
        let sids = try ValueTable(.golden("nc_sids.csv")).smooth(id: "NAME", events: "SID74", population: "BIR74").document
        #expect(isClose(sids.a, 7.692930647014653e-07, 1e-18) && isClose(sids.b, 0.0020214448936544207, 1e-15))
        #expect(isClose(sids.areas[0].smoothed ?? 0, 0.0016972973308556228, 1e-15) && sids.areas[0].id == "Ashe")
        #expect(Set(try object(sids).keys) == ["a", "b", "areas"])
        let lines = try String(decoding: InputFile.golden("auckland.csv").bytes, as: UTF8.self).split(separator: "\n")
        let rows = lines.dropFirst().map { line in line + ",\((Double(line.split(separator: ",")[4]) ?? 0) * 9)\n" }
        let auckland = try ValueTable(lines[0] + ",people\n" + rows.joined())
        let local = try auckland.smooth(id: "index", events: "deaths_1977_85", population: "people", weights: .golden("auckland.gal")).document
        #expect(isClose(local.areas[6].smoothed ?? 0, 0.002159027456, 1e-11) && isClose(local.a, 7.284172900975149e-07, 1e-16))
    }

    @Test("M4: no population is no rate; a negative count is refused")
    func populations() throws {
        let found = try ValueTable("id,o,p\na,1,10\nb,0,0\nc,,5\nd,2,30").smooth(id: "id", events: "o", population: "p")
        #expect(found.document.areas.map(\.state) == [nil, "missing", "missing", nil] && found.notes.count == 1)
        #expect(fault { _ = try ValueTable("id,o,p\na,-1,10").smooth(id: "id", events: "o", population: "p") }.contains("row 2, column o, value \"-1\""))
        #expect(fault { _ = try ValueTable("id,o,p\n").smooth(id: "id", events: "o", population: "p") }.contains("Too few rows"))
    }

    @Test("M2: intervals are the published ones; what cannot be is refused")
    func intervals() throws {
        let wilson = try IntervalDocument(.wilson, events: 81, population: 263, level: 0.95)
        #expect(isClose(wilson.lower, 0.255289, 1e-6) && isClose(wilson.upper, 0.366210, 1e-6) && wilson.estimate == 81.0 / 263)
        let poisson = try IntervalDocument(.poisson, events: 10, population: nil, level: 0.95)
        #expect(isClose(poisson.lower, 4.79539, 1e-5) && isClose(poisson.upper, 18.39036, 1e-5) && poisson.estimate == 10)
        let byar = try IntervalDocument(.byar, events: 5, population: 100, level: 0.95)
        #expect(isClose(byar.lower, 0.0161135, 1e-7) && isClose(byar.upper, 0.1166816, 1e-7))
        #expect(try object(byar).keys.sorted() == ["estimate", "lower", "upper"])
        for (kind, events, population, level) in [
            (IntervalDocument.Kind.wilson, 5.0, 4.0 as Double?, 0.95), (.wilson, 5, nil, 0.95), (.poisson, -1, nil, 0.95), (.byar, 1, 0, 0.95),
            (.byar, 1, nil, 1),
            (.poisson, .nan, nil, 0.5), (.poisson, 1, .infinity, 0.5),
        ] {
            #expect(fault { _ = try IntervalDocument(kind, events: events, population: population, level: level) }.hasPrefix("--"))
        }
    }

    @Test("M9: classes are the published ones; equal values give fewer, and that is said", .enabled(if: Golden.isPresent))
    func classes() throws {
        let found = try ValueTable(.golden("jenks71.csv")).classes(of: "jenks71", .fisherJenks, count: 5)
        #expect(isClose(found.document.ssw, 4466.761774, 1e-6) && isClose(found.document.gvf, 0.931356, 1e-6) && found.document.counts == [35, 33, 18, 11, 5])
        #expect(found.document.breaks == [41.2, 60.66, 77.29, 100.1, 155.3] && found.notes.isEmpty)
        let few = try ValueTable("x,y\n1,\n1,\n2,\nNA,").classes(of: "x", .equalIntervals, count: 5)
        #expect(few.document.counts == [2, 1] && few.notes.count == 2)
        #expect(fault { _ = try ValueTable("x,y\n,1").classes(of: "x", .quantiles, count: 2) } == "f.csv, column x: Too few rows: no values.")
    }

    @Test("M12: USArrests as published", .enabled(if: Golden.isPresent))
    func nearest() throws {
        let table = try ValueTable(.golden("usarrests.csv")), columns = ["Murder", "Assault", "UrbanPop", "Rape"]
        let california = try table.nearest(id: "State", area: "California", columns: columns).document
        #expect(california.areas.map(\.id) == ["Nevada", "Colorado", "Arizona", "Michigan", "New York"] && !california.far)
        #expect(isClose(california.areas[0].distance, 1.196826, 1e-6) && isClose(california.areas[4].distance, 1.678707, 1e-6))
        #expect(try table.nearest(id: "State", area: "Florida", columns: columns, k: 1).document.far)
        let whitened = try table.nearest(id: "State", area: "California", columns: columns, distance: .mahalanobis, k: 3).document
        #expect(whitened.areas.map(\.id) == ["Colorado", "Arizona", "Michigan"] && isClose(whitened.areas[0].distance, 1.432475, 1e-6))
        #expect(
            fault { _ = try table.nearest(id: "State", area: "Texel", columns: columns) }.hasSuffix("column State, value \"Texel\": There is no such area."))
        #expect(fault { _ = try ValueTable("id,x\na,1").nearest(id: "id", area: "a", columns: ["x"]) }.contains("too few rows"))
        let twins = try ValueTable("id,x\n" + (1...40).map { "\($0),\($0 % 7)\n" }.joined())
        #expect(
            fault { _ = try twins.nearest(id: "id", area: "1", columns: ["x", "x"], distance: .mahalanobis) }.contains(
                "f.csv, column x,x"))
    }
}
