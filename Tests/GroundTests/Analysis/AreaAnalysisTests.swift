import Analysis
import Core
import Foundation
import Measures
import Testing

@Suite("Rank ranges, funnel and change of a table")
struct AreaAnalysisTests {
    @Test("M10: best place is 1 and those surely higher, worst place the number less those surely lower; a missing value takes no place")
    func ranking() throws {
        let table = try ValueTable("id,x,l,u\na,10,9,11\nb,8,7,9.5\nc,5,4,6\nd,.,,\ne,20,,\n")
        let found = try table.ranking(id: "id", column: "x", margins: MarginColumns(lower: "l", upper: "u"))
        #expect(found.document.areas.map(\.bestRank) == [2, 2, 4, nil, 1] && found.document.areas.map(\.worstRank) == [3, 3, 4, nil, 1])
        #expect(found.document.n == 4 && found.document.among == nil && found.document.areas[3].state == "missing" && found.notes.count == 1)
        #expect(Set(try object(found.document).keys) == ["n", "among", "areas"])
        let area = try #require((try object(found.document)["areas"] as? [[String: Any]])?.first)
        #expect(Set(area.keys) == ["id", "value", "lower", "upper", "rank_low", "rank_high", "among_low", "among_high"])
    }

    @Test("M10: values that are written alike share their places, and exact ones do not")
    func step() throws {
        let table = try ValueTable("id,x\na,41.2\nb,40.9\nc,42\n")
        #expect(try table.ranking(id: "id", column: "x").document.areas.map(\.bestRank) == [2, 3, 1])
        let printed = try table.ranking(id: "id", column: "x", step: 1).document
        #expect(printed.areas.map(\.bestRank) == [2, 2, 1] && printed.areas.map(\.worstRank) == [3, 3, 1])
        #expect(fault { _ = try table.ranking(id: "id", column: "x", step: 0) }.hasPrefix("--step, value \"0.0\": "))
    }

    @Test("M10: places among the areas of another table go by the margins there; a value without a margin has none")
    func among() throws {
        let country = try ValueTable("code,x,l,u\n1,30,29,31\n2,12,9,13\n3,1,,\n4,,,\n")
        let table = try ValueTable("id,x,l,u\na,10,9,11\nb,8,,\n")
        let found = try table.ranking(id: "id", column: "x", margins: MarginColumns(lower: "l", upper: "u"), among: country).document
        #expect(found.among == 3 && found.areas[0].bestAmong == 2 && found.areas[0].worstAmong == 2 && found.areas[1].bestAmong == nil)
    }

    @Test("Margins are refused with their row: one end, the wrong order, one option of two")
    func marginFaults() throws {
        func ranking(_ row: String) -> String {
            fault { _ = try ValueTable("id,x,l,u\na,1,0,2\n\(row)\n").ranking(id: "id", column: "x", margins: MarginColumns(lower: "l", upper: "u")) }
        }
        #expect(ranking("b,1,,2") == "f.csv, row 3, column l: One end of the margin is missing.")
        #expect(ranking("b,1,3,2") == "f.csv, row 3, column l, value \"3\": The lower end lies above the upper end.")
        #expect(fault { _ = try MarginColumns("l", nil, options: ("--lower", "--upper")) } == "--upper: This option goes with --lower.")
        #expect(try MarginColumns(nil, nil, options: ("--lower", "--upper")) == nil)
        #expect(fault { _ = try ValueTable("id,x\na,\n").ranking(id: "id", column: "x") } == "f.csv, column x: Too few rows: no values.")
    }

    @Test("M3: SIDS 1974 has the published counts outside, overdispersion and target", .enabled(if: Golden.isPresent))
    func funnel() throws {
        let table = try ValueTable(.golden("nc_sids.csv"))
        func found(_ correction: FunnelPlot.Correction) throws -> FunnelDocument {
            try table.funnel(id: "NAME", events: "SID74", population: "BIR74", FunnelChoices(kind: .proportion, correction: correction)).document
        }
        func outside(_ document: FunnelDocument) -> [Int] {
            let statuses = document.areas.map(\.status)
            return [statuses.count { $0.hasSuffix("above") }, statuses.count { $0.hasSuffix("below") }]
        }
        let plain = try found(.none)
        #expect(isClose(plain.target, 0.0020214448936544207, 1e-15) && plain.n == 100)
        #expect(isClose(plain.phi / 1.2771725174666004, 1, 1e-9) && isClose(plain.tau2 / 1.797936569310075e-07, 1, 1e-9))
        #expect(outside(plain) == [12, 3] && plain.areas.count { $0.status == "far_above" } == 5)
        let (multiplied, added) = (try found(.multiplicative), try found(.additive))
        #expect(outside(multiplied) == [10, 2] && outside(added) == [11, 1])
        let anson = try #require(plain.areas.first { $0.id == "Anson" })
        #expect(isClose(anson.z ?? 0, 6.645209311732621, 1e-9))
        #expect(Set(try object(plain).keys) == ["n", "target", "phi", "tau2", "areas"])
    }

    @Test("M3: figures per 1,000 are a thousand times those per head; a target is in the unit of the output")
    func scale() throws {
        let table = try ValueTable("id,o,p\na,5,5000\nb,10,5000\nc,30,10000\nd,4,0\n")
        let one = try table.funnel(id: "id", events: "o", population: "p", FunnelChoices(kind: .rate, correction: .none)).document
        let many = try table.funnel(id: "id", events: "o", population: "p", FunnelChoices(kind: .rate, correction: .none, per: 1000))
        #expect(many.document.target == one.target * 1000 && many.document.areas[1].upper95 == one.areas[1].upper95.map { $0 * 1000 })
        #expect(many.document.areas[3].status == "missing" && many.document.areas[3].value == nil && many.notes.count == 1)
        let aimed = try table.funnel(id: "id", events: "o", population: "p", FunnelChoices(kind: .rate, correction: .none, target: 2, per: 1000)).document
        // Exact Poisson limits of 10 and 20 expected: 4.795389 and 18.390356 of 5,000; the second from the same source.
        #expect(aimed.target == 2 && isClose(aimed.areas[1].lower95 ?? 0, 4.795389 / 5, 1e-6) && isClose(aimed.areas[1].upper95 ?? 0, 18.390356 / 5, 1e-6))
    }

    @Test("What cannot be in a funnel is refused with its row or option")
    func funnelFaults() throws {
        let table = try ValueTable("id,o,p\na,5,100\nb,60,50\n")
        func funnel(_ choices: FunnelChoices) -> String { fault { _ = try table.funnel(id: "id", events: "o", population: "p", choices) } }
        #expect(funnel(FunnelChoices(kind: .proportion)) == "f.csv, row 3, column o, value \"60\": This is more than the whole.")
        #expect(funnel(FunnelChoices(kind: .rate, per: 0)).hasPrefix("--per, value \"0.0\": "))
        #expect(funnel(FunnelChoices(kind: .rate, target: -1)).hasPrefix("--target, value \"-1.0\": "))
        let empty = try ValueTable("id,o,p\na,0,100\nb,,50\n")
        #expect(fault { _ = try empty.funnel(id: "id", events: "o", population: "p", FunnelChoices(kind: .rate)) }.contains("f.csv, column o: Too few rows"))
    }

    @Test("M2, M13: a difference of shares has Newcombe's interval; rounding alone gives no p; without a margin nothing is said")
    func change() throws {
        // Newcombe 1998, table II: 56/70 against 48/80, method 10: 0.0524 to 0.3339.
        let one = try #require(Intervals.wilson(48, of: 80)), other = try #require(Intervals.wilson(56, of: 70))
        let rows = """
            id,b,bl,bu,a,al,au,g
            a,0.6,\(one.lowerBound),\(one.upperBound),0.8,\(other.lowerBound),\(other.upperBound),chance
            b,10,6,14,20,16,24,rounding
            c,10,,,20,,,rounding
            d,10,9,11,20,18,22,
            e,,,,20,18,22,published
            f,10,9,11,12,11,13,published
            """
        let columns = ChangeColumns(
            before: "b", after: "a", beforeMargins: MarginColumns(lower: "bl", upper: "bu"), afterMargins: MarginColumns(lower: "al", upper: "au"),
            basis: .column("g"))
        let found = try ValueTable(rows).change(id: "id", columns)
        let areas = found.document.areas
        #expect(isClose(areas[0].lower ?? 0, 0.0524, 5e-5) && isClose(areas[0].upper ?? 0, 0.3339, 5e-5))
        #expect(areas[1].lower == 2 && areas[1].upper == 18 && areas[1].p == nil && areas[2].lower == 10 && areas[2].upper == 10)
        #expect(isClose(areas[5].lower ?? 0, 2 - 2.0.squareRoot(), 1e-12))
        #expect(areas.map(\.finding) == ["up", "up", "up", "cannot_say", "missing", "up"])
        #expect(found.document.n == 5 && found.document.family == 2 && found.notes.count == 1)
        #expect(Set(try object(found.document).keys) == ["n", "family", "rho", "areas"])
        let keys = Set(try #require((try object(found.document)["areas"] as? [[String: Any]])?.first).keys)
        #expect(keys == ["id", "before", "after", "difference", "lower", "upper", "p", "finding", "expected"])
    }

    @Test("M7: what one area alone would show is told apart from what stays among many; regression to the mean stands beside it")
    func family() throws {
        let chance = try #require(Intervals.poisson(100)), rise = try #require(Intervals.poisson(131))
        var rows = "id;b;bl;bu;a;al;au\n"
        for area in 0..<100 {
            let (after, limits) = area == 0 ? (131.0, rise) : (100 + Double(area % 3), chance)
            rows += "\(area);\(100 + Double(area % 5));\(chance.lowerBound);\(chance.upperBound);\(after);\(limits.lowerBound);\(limits.upperBound)\n"
        }
        let margins = (MarginColumns(lower: "bl", upper: "bu"), MarginColumns(lower: "al", upper: "au"))
        let found = try ValueTable(rows).change(id: "id", ChangeColumns(before: "b", after: "a", beforeMargins: margins.0, afterMargins: margins.1)).document
        #expect(found.areas[0].finding == "up_alone" && found.areas.dropFirst().allSatisfy { $0.finding == "unclear" } && found.family == 100)
        let rho = try #require(found.correlation)
        let mean = Moments.mean(found.areas.compactMap(\.before))
        for area in found.areas { #expect(isClose(area.expected ?? 0, (rho - 1) * ((area.before ?? 0) - mean), 1e-9)) }
    }

    @Test("What cannot be compared is refused with its row")
    func changeFaults() throws {
        let table = try ValueTable("id,b,a,g\na,1,2,luck\nb,2,,chance\n")
        #expect(
            fault { _ = try table.change(id: "id", ChangeColumns(before: "b", after: "a", basis: .column("g"))) }
                == "f.csv, row 2, column g, value \"luck\": Choose from: chance, published, rounding, none.")
        let empty = try ValueTable("id,b,a\na,1,\nb,,2\n")
        #expect(fault { _ = try empty.change(id: "id", ChangeColumns(before: "b", after: "a")) }.contains("f.csv, column a: Too few rows"))
        let huge = try ValueTable("id,b,a\na,-1e308,1e308\nb,1,1\n").change(id: "id", ChangeColumns(before: "b", after: "a", basis: .all(.rounding)))
        #expect(huge.document.areas[0].difference == nil && (try? JSONEncoder().encode(huge.document)) != nil)
    }
}
