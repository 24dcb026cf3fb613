import Analysis
import Core
import Foundation
import Measures
import Testing

@Suite("Effect of a pilot from a table")
struct EffectAnalysisTests {
    private func panel(_ text: String, treated: [String] = ["a"], from: String = "2") throws -> PanelTable {
        try PanelTable(ValueTable("u,t,y\n" + text), unit: "u", time: "t", outcome: "y", treated: treated, from: from)
    }

    private func rows(_ series: [String: [Int]]) -> String {
        series.sorted { $0.key < $1.key }.flatMap { unit, values in values.enumerated().map { "\(unit),\($0 + 1),\($1)\n" } }.joined()
    }

    @Test("M14: Proposition 99 by three methods, with exactly the published keys", .enabled(if: Golden.isPresent))
    func proposition99() throws {
        let table = try ValueTable(.golden("california_prop99.csv"))
        let panel = try PanelTable(table, unit: "State", time: "Year", outcome: "PacksPerCapita", treated: ["California"], from: "1989")
        let did = try panel.effect(.differenceInDifferences, source: "f").document
        #expect(isClose(did.effect, -27.34911, 1e-5) && did.weights.count == 38 && isClose(did.weights.values.reduce(0, +), 1, 1e-12))
        let synthetic = try panel.effect(.syntheticControl, source: "f").document
        #expect(isClose(synthetic.effect, -19.513630, 1e-5) && isClose(synthetic.preRmspe, 1.6564, 1e-5))
        #expect(synthetic.placebo.rank == 3 && synthetic.placebo.of == 39 && synthetic.weights.count == 6)
        #expect(isClose(synthetic.weights["Utah"] ?? 0, 0.393908, 1e-5) && isClose(synthetic.weights["Colorado"] ?? 0, 0.014811, 1e-5))
        let weighted = try panel.effect(.syntheticDifference, source: "f").document
        #expect(isClose(weighted.effect, -15.605397, 1e-4) && weighted.placebo.of == 39 && (1...39).contains(weighted.placebo.rank))
        #expect(try panel.effect(.syntheticDifference, source: "f", execution: Execution(cores: 2)).document == weighted)
        #expect(Set(try object(weighted).keys) == ["effect", "weights", "pre_rmspe", "placebo"])
    }

    @Test("M14: periods are put in order of time, as numbers or as periods", .enabled(if: Golden.isPresent))
    func order() throws {
        let table = try ValueTable(.golden("organ_donations.csv"))
        let panel = try PanelTable(table, unit: "State", time: "Quarter_Num", outcome: "Rate", treated: ["California"], from: "4")
        let found = try panel.effect(.differenceInDifferences, source: "f").document
        #expect(isClose(found.effect, -0.022458974359, 1e-10) && found.placebo.rank == 5 && found.placebo.of == 27)
        let quarters = ["2024KW02", "2023KW04", "2024KW01"].map { "a,\($0),1\nb,\($0),2\n" }.joined()
        #expect(try self.panel(quarters, from: "2024KW01").times == ["2023KW04", "2024KW01", "2024KW02"])
        #expect(try self.panel("a,10,1\na,9,1\nb,9,1\nb,10,2\n", from: "10").times == ["9", "10"])
        #expect(
            fault { _ = try PanelTable(table, unit: "State", time: "Quarter", outcome: "Rate", treated: ["California"], from: "Q32011") }.contains(
                "row 2, column Quarter"))
    }

    @Test("M14: an area to compare with that lacks a figure is left out and named; the treated one is refused")
    func gaps() throws {
        let text = rows(["a": [1, 2, 5], "b": [1, 2, 3], "c": [2, 2, 3], "d": [1, 4, 3]]).replacing("d,2,4", with: "d,2,NA")
        let found = try panel(text, from: "3").effect(.differenceInDifferences, source: "f")
        #expect(found.notes.map { $0.line(in: .en) } == ["f.csv, column y: A value is missing, and so left out: 1 (d)."])
        #expect(found.document.weights.keys.sorted() == ["b", "c"] && isClose(found.document.effect, 3.5 - (1.5 + 1) / 2, 1e-12))
        #expect(fault { _ = try panel(text, treated: ["d"], from: "3") } == "f.csv, row 12, column y: d has no value in 2.")
        #expect(fault { _ = try panel("a,1,1\nb,1,1\nb,2,3\n") } == "f.csv, column y: a has no value in 2.")
    }

    @Test("M14: what is not in the panel, or in it twice, is named")
    func faults() throws {
        let text = rows(["a": [1, 2, 5], "b": [1, 2, 3]])
        #expect(fault { _ = try panel(text, treated: ["z"]) } == "f.csv, column u, value \"z\": There is no such area (--treated).")
        #expect(fault { _ = try panel(text, from: "7") } == "f.csv, column t, value \"7\": There is no such period (--from).")
        #expect(fault { _ = try panel(text, from: "1") } == "f.csv, column t: There is no period before the start (--from).")
        #expect(fault { _ = try panel(text, treated: ["a", "b"]) } == "f.csv, column u: Too few rows: no area to compare with.")
        #expect(fault { _ = try panel(text + "b,3,9\n") } == "f.csv, row 8, column u, t, value \"b, 3\": This area has this period in row 7 too.")
        #expect(fault { _ = try panel(text.replacing("b,2,2", with: "b,2,two")) } == "f.csv, row 6, column y, value \"two\": This is not a number.")
        #expect(fault { _ = try panel(text).effect(.syntheticDifference, source: "f.csv") }.hasPrefix("f.csv: Too few rows"))
        #expect(fault { _ = try panel(text).effect(.syntheticControl, source: "f.csv") }.hasPrefix("f.csv: Too few rows"))
        #expect(fault { _ = try panel("") }.contains("There is no such period"))
    }
}
