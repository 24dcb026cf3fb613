import Core
import Foundation
import Testing

@testable import Figures

@Suite struct DeliveryCheckTests {
    private let one = "\"columns\": [{ \"column\": \"a\", \"indicator\": \"een\" }]"

    private func read(_ text: String, _ parts: String, period: String = "\"period\": \"2024\",", checks: DeliveryChecks = DeliveryChecks()) throws
        -> DeliveredTable
    {
        try Delivery.csv(
            Array(text.utf8), name: "f.csv", mapping: DeliveryFiles.mapping(parts, period: period), checks: checks, retrieved: DeliveryFiles.day)
    }

    private func errors(_ text: String, _ parts: String, period: String = "\"period\": \"2024\",", checks: DeliveryChecks = DeliveryChecks()) -> [Diagnostic] {
        do {
            _ = try read(text, parts, period: period, checks: checks)
            return []
        } catch let refused as ImportRefused {
            return refused.diagnostics.filter { $0.severity == .error }
        } catch {
            return []
        }
    }

    @Test("trap 9: codes with letters and leading zeros stay whole, white space and lower case do not matter, NL01 is the country")
    func codes() throws {
        let table = try read("code,a\nWK0363TL  ,1\nbu00030000,2\nNL01,3\nPV20,4\n", one)
        #expect(table.codes.map(\.description) == ["WK0363TL", "BU00030000", "NL00", "PV20"])
        #expect(table.codes.map(\.level) == [.district, .neighbourhood, .country, .province])
    }

    @Test("things that are not codes are errors, each with its row", arguments: ["BU3630001", "363", "", "GM12345", "XX0001", "ＧＭ0001", "GM0001;"])
    func noCodes(code: String) {
        let found = errors("code,a\nGM0001,1\n\"\(code)\",2\n\"\(code)\",2\n", one)
        #expect(found.map(\.row) == [3, 4])
        #expect(found.map(\.value) == [code, code])
    }

    @Test("areas that are no part of the hierarchy are left out where the mapping says so, and counted")
    func ignored() throws {
        let json = """
            { "id": "t", "title": { "nl": "a", "en": "a" }, "publisher": "CBS", "licence": "CC0", "attribution": { "nl": "a", "en": "a" }, "url": "u",
              "boundaryYear": 2024, "period": "2024", "code": { "columns": ["code"], "ignore": ["LD", "GG"] }, \(one) }
            """
        let mapping = try Mapping(json: Array(json.utf8), source: "t.json")
        let table = try Delivery.csv(
            Array("code,a\nGM0001,1\nLD01,2\nGG0111,3\nLD01,4\n".utf8), name: "f.csv", mapping: mapping, retrieved: DeliveryFiles.day)
        #expect(table.codes.count == 1)
        #expect(table.notes.contains { $0.reason.en.hasPrefix("3 rows") })
    }

    @Test("an area twice is an error once per row, also when two spellings mean the country")
    func duplicates() {
        #expect(errors("code,a,b\nGM0001,1,1\nGM0002,2,1\nGM0001 ,3,1\n", one + ", \"skip\": []").map(\.row) == [4])
        #expect(errors("code,a\nNL01,1\nNL00,1\n", one).map(\.row) == [3])
    }

    @Test("an unknown area is a note and its figures are read")
    func unknown() throws {
        let table = try read("code,a\nGM0001,1\nGM9999,2\n", one, checks: DeliveryChecks(isKnown: { $0.description != "GM9999" }))
        #expect(table.value("een", "GM9999") == 2)
        #expect(table.notes.map(\.row) == [3])
        #expect(table.notes.map(\.severity) == [.note])
    }

    @Test("trap 8: a sentinel that the mapping names is missing with its reason, one that it does not name is an error")
    func sentinels() throws {
        let declared = one + ", \"missing\": { \"-99997\": \"secret\", \"-99995\": \"notAvailable\", \"-99999999\": \"notDelivered\" }"
        let table = try read("code,a\nGM0001,-99997\nGM0002,-99995\nGM0003,-99999999.0\nGM0004,-5\nGM0005,-99997.0\n", declared)
        #expect(
            ["GM0001", "GM0002", "GM0003", "GM0004", "GM0005"].map { table.reason("een", $0) } == [
                .secret, .notAvailable, .notDelivered, MissingReason.none, .secret,
            ])
        #expect(table.column("een")?.values[0].isNaN == true)
        let found = errors("code,a\nGM0001,-99997\nGM0002,1\nGM0003,-99999999\n", one)
        #expect(found.map(\.row) == [2, 4])
        #expect(found.map(\.value) == ["-99997", "-99999999"])
    }

    @Test("a value outside its possible range is an error with the range in words")
    func ranges() {
        let checks = DeliveryChecks(range: { $0 == "een" ? 0...100 : nil })
        let found = errors("code,a\nGM0001,100\nGM0002,100.1\nGM0003,-1\n", one, checks: checks)
        #expect(found.map(\.row) == [3, 4])
        #expect(found.first?.reason.en.contains("from 0 to 100") == true)
    }

    @Test("an empty cell is never zero, and every sign keeps its own reason")
    func missing() throws {
        let parts = """
            "columns": [{ "column": "a", "indicator": "een" }, { "column": "b", "indicator": "twee", "missing": { "": "zeroOrSecret", "x": "suppressedSmall" } }]
            """
        let table = try read("code,a,b\nGM0001,,\nGM0002,.,x\nGM0003,0,0\n", parts)
        #expect(table.column("een")?.missing == [1, 2, 0])
        #expect(table.column("twee")?.missing == [8, 7, 0])
        #expect(table.value("een", "GM0003") == 0)
        for reason in MissingReason.allCases where reason != .none {
            #expect(!reason.explanation.nl.isEmpty && !reason.explanation.en.isEmpty)
            #expect(MissingReason(word: reason.word) == reason)
        }
        #expect(MissingReason(word: "none") == nil)
    }

    @Test("a column without any figure is not delivered, and that is noted; a secret column of one small area stays secret")
    func emptyColumn() throws {
        let parts = "\"columns\": [{ \"column\": \"a\", \"indicator\": \"een\" }, { \"column\": \"b\", \"indicator\": \"twee\" }]"
        let table = try read("code,a,b\nGM0001,1,.\nBU00010000,1,\n", parts)
        #expect(table.column("twee")?.missing == [5, 5])
        #expect(table.notes.map(\.column) == ["b"])
        let small = try read("code,a,b\nBU00010000,1,.\n", parts)
        #expect(small.column("twee")?.missing == [2])
    }

    @Test("a level that does not fit the code is an error")
    func level() {
        let parts = one + ", \"level\": { \"column\": \"soort\", \"values\": { \"gemeente\": \"gemeente\", \"wijk\": \"wijk\" } }"
        #expect(errors("code,soort,a\nGM0001,gemeente,1\nGM0002,wijk,1\nGM0003,stad,1\n", parts).map(\.row) == [3, 4])
    }

    @Test("trap 6 and row rules: rows about water are left out and counted")
    func rowRules() throws {
        let parts = one + ", \"rows\": [{ \"column\": \"WATER\", \"values\": [\"NEE\"], \"reason\": { \"nl\": \"Water.\", \"en\": \"Water.\" } }]"
        let table = try read("code,WATER,a\nBU00010000,NEE,1\nBU00010000,JA,9\nBU00010001,B,9\n", parts)
        #expect(table.value("een", "BU00010000") == 1)
        #expect(table.codes.count == 1)
        #expect(table.notes.contains { $0.column == "WATER" && $0.reason.en.contains("2 rows") })
    }

    @Test("margins in columns and in rows become roles of the same figure")
    func roles() throws {
        let columns = """
            "columns": [ { "column": "v", "indicator": "een" }, { "column": "l", "indicator": "een", "role": "lower" }, { "column": "u", "indicator": "een", "role": "upper" } ]
            """
        let wide = try read("code,v,l,u\nGM0001,5,4,6.5\nGM0002,7,.,.\nGM0003,9,10,8\n", columns)
        #expect(wide.value("een", "GM0001", nil, .lower) == 4)
        #expect(wide.value("een", "GM0001", nil, .upper) == 6.5)
        #expect(wide.reason("een", "GM0002", nil, .lower) == .unknownOrSecret)
        #expect(wide.notes.filter { $0.severity == .warning }.map(\.row) == [4, 4])
        let rows = one + ", \"roles\": { \"column\": \"Marges\", \"values\": { \"MW00000\": \"value\", \"MOG0095\": \"lower\", \"MBG0095\": \"upper\" } }"
        let long = try read("code,Marges,a\nGM0001,MOG0095,4\nGM0001,MW00000,5\nGM0001,MBG0095,6\nGM0002,MW00000,1\n", rows)
        #expect(MeasureRole.allCases.map { long.value("een", "GM0001", nil, $0) } == [5, 4, 6])
        #expect(long.reason("een", "GM0002", nil, .lower) == .notDelivered)
        #expect(errors("code,Marges,a\nGM0001,MX,4\n", rows).first?.value == "MX")
    }

    @Test("periods from a column, and a column with its own period")
    func periods() throws {
        let table = try read(
            "code,jaar,a\nGM0001,2022JJ00,1\nGM0001,2024JJ00,2\nGM0002,2024JJ00,3\n", one, period: "\"period\": { \"column\": \"jaar\" },")
        #expect(table.value("een", "GM0001", "2022") == 1)
        #expect(table.value("een", "GM0001", "2024") == 2)
        #expect(table.reason("een", "GM0002", "2022") == .notDelivered)
        #expect(errors("code,jaar,a\nGM0001,zomer,1\n", one, period: "\"period\": { \"column\": \"jaar\" },").first?.value == "zomer")
        let own =
            "\"columns\": [{ \"column\": \"a_2021\", \"indicator\": \"x\", \"period\": \"2021\" }, { \"column\": \"a_2022\", \"indicator\": \"x\", \"period\": \"2022\", \"status\": \"provisional\" }]"
        let wide = try read("code,a_2021,a_2022\nGM0001,1,2\n", own, period: "")
        #expect(wide.columns.map(\.period) == [Period(year: 2021), Period(year: 2022)])
        #expect(wide.columns.map(\.status) == [.definitive, .provisional])
    }

    @Test("a file with one row per measure, with margins and reasons")
    func tidy() throws {
        let parts = """
            "tidy": { "measure": "wat", "value": "w", "lower": "l", "upper": "u", "attribute": "waarom" },
            "missing": { "attribute:klein": "suppressedSmall" },
            "columns": [ { "column": "inwoners", "indicator": "inw" }, { "column": "gezond", "indicator": "gez", "factor": 100 } ],
            "skip": [ { "columns": ["oud"], "reason": { "nl": "Oud.", "en": "Old." } } ]
            """
        let text = """
            code,wat,w,l,u,waarom
            GM0001,inwoners,120,,,
            GM0001,gezond,0.29,0.285,0.3,
            GM0002,gezond,,,,klein
            GM0001,oud,1,,,
            GM0001,nieuw,1,,,
            """
        let table = try read(text, parts)
        #expect(table.value("inw", "GM0001") == 120)
        #expect(table.value("gez", "GM0001") == 29)
        #expect(table.value("gez", "GM0001", nil, .lower) == 28.5)
        #expect(table.column("gez")?.decimals == 0)
        #expect(table.reason("gez", "GM0002") == .suppressedSmall)
        #expect(table.reason("inw", "GM0002") == .notDelivered)
        #expect(table.notes.contains { $0.column == "oud" && $0.reason.en == "Old." })
        #expect(table.notes.contains { $0.column == "nieuw" && $0.reason == LayoutFinder.notMapped })
    }

    @Test("trap 11: a rate may be there while its count is secret, and the reverse")
    func rateAndCount() throws {
        let parts =
            "\"columns\": [{ \"column\": \"n\", \"indicator\": \"aantal\" }, { \"column\": \"p\", \"indicator\": \"per-1000\" }], \"missing\": { \"-99997\": \"secret\" }"
        let table = try read("code,n,p\nGM0001,-99997,12.5\nGM0002,5,-99997\n", parts)
        #expect(table.reason("aantal", "GM0001") == .secret)
        #expect(table.value("per-1000", "GM0001") == 12.5)
        #expect(table.value("aantal", "GM0002") == 5)
        #expect(table.reason("per-1000", "GM0002") == .secret)
    }

    @Test("one broken row refuses the whole file, and a million faults do not fill the memory")
    func many() throws {
        let lines = (0..<5_000).map { "GM\(String(format: "%04d", $0)),x" }.joined(separator: "\n")
        let found = errors("code,a\n" + lines + "\n", one)
        #expect(found.count == 1_001)
        #expect(found.last?.reason.en.contains("4000 more") == true)
    }
}
