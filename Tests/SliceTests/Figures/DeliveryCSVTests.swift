import Core
import Foundation
import Testing

@testable import Figures

@Suite struct DeliveryCSVTests {
    private let two = """
        "columns": [{ "column": "a", "indicator": "een" }, { "column": "b", "indicator": "twee" }]
        """

    private func read(_ text: String, _ parts: String? = nil, period: String = "\"period\": \"2024\",") throws -> DeliveredTable {
        try read(Array(text.utf8), parts, period: period)
    }

    private func read(_ bytes: [UInt8], _ parts: String? = nil, period: String = "\"period\": \"2024\",") throws -> DeliveredTable {
        try Delivery.csv(bytes, name: "test.csv", mapping: DeliveryFiles.mapping(parts ?? two, period: period), retrieved: DeliveryFiles.day)
    }

    @Test(
        "delimiter, line ends, byte order mark and quotation marks make no difference",
        arguments: [
            "code,a,b\nGM0001,1,2.5\nWK000100,-3,.5\n", "code;a;b\r\nGM0001;1;2.5\r\nWK000100;-3;0.5", "\u{FEFF}code\ta\tb\rGM0001\t1\t2.5\rWK000100\t-3\t0.50",
            "\"code\",\"a\",\"b\"\n\"GM0001\",\"1\",\"2.5\"\n\n\"WK000100\",\" -3 \",\"5e-1\"\n", "code,a,b\n gm0001 ,+1,2.5\nWK000100,−3,0.5\n,,\n",
        ])
    func forms(text: String) throws {
        let table = try read(text)
        #expect(table.codes.map(\.description) == ["GM0001", "WK000100"])
        #expect(table.column("een")?.values == [1, -3])
        #expect(table.column("twee")?.values == [2.5, 0.5])
    }

    @Test("a quotation mark in a text is written double, and a text may hold delimiters and line ends; line numbers go on counting")
    func quotes() throws {
        let parts =
            two + """
                , "level": { "column": "soort", "values": { "ge\\"me,en\\nte": "gemeente", "w": "wijk" } }
                """
        let table = try read("code,soort,a,b\nGM0001,\"ge\"\"me,en\nte\",1,2\nWK000100,w,3,4\n", parts)
        #expect(table.value("een", "WK000100") == 3)
        #expect(table.rowNumbers == [2, 4])
    }

    @Test("trap 10: decimal comma, point between thousands, space between thousands and a point for missing are read as declared")
    func dutchNumbers() throws {
        let parts = """
            "format": { "delimiter": ";", "decimal": ",", "thousands": "." }, \(two)
            """
        let table = try read("code;a;b\nGM0001;1.234.567,5;.\nGM0002;12,25;1.000\nGM0003;999;", parts)
        #expect(table.column("een")?.values == [1_234_567.5, 12.25, 999])
        #expect(table.column("een")?.decimals == 2)
        #expect(table.reason("twee", "GM0001") == .unknownOrSecret)
        #expect(table.value("twee", "GM0002") == 1000)
        #expect(table.reason("twee", "GM0003") == .blank)
        let spaces = parts.replacing("\"thousands\": \".\"", with: "\"thousands\": \" \"")
        #expect(try read("code;a;b\nGM0001;17 407 585;1\u{A0}234,5\n", spaces).value("een", "GM0001") == 17_407_585)
    }

    @Test(
        "what is not a number in the declared form is refused with row, column and value",
        arguments: ["1.234,5", "1,5", "1 000", "abc", "1e", "--1", "12a", "0x1F", "NaN", "inf", "1e999", "1..2", ".e1", "-", "…"])
    func notNumbers(text: String) throws {
        do {
            _ = try read("code;a;b\nGM0001;1;2\nGM0002;\(text);2\n")
            Issue.record("\(text) was taken for a number")
        } catch let refused as ImportRefused {
            let found = try #require(refused.diagnostics.first { $0.severity == .error })
            #expect(found.source == "test.csv")
            #expect(found.row == 3)
            #expect(found.column == "a")
            #expect(found.value == text)
        }
    }

    @Test(
        "thousands must stand in threes",
        arguments: [
            ("1.234", 1234.0), ("12.345.678", 12_345_678), ("1234", 1234), ("1.23", nil), ("1.2345", nil), ("1234.567", nil), (".123", nil), ("1.", nil),
        ])
    func groups(text: String, value: Double?) {
        let form = NumberForm(decimal: 0x2C, thousands: 0x2E)
        let bytes = Array(text.utf8)
        #expect(form.read(bytes, bytes.indices)?.value == value)
    }

    @Test("numbers are read exactly as the standard library reads them")
    func exactness() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let whole = UInt64.random(in: 0...(.max), using: &generator) >> UInt64.random(in: 0..<64, using: &generator)
            let digits = "\(whole)"
            let cut = Int.random(in: 0...digits.count, using: &generator)
            let sign = Bool.random() ? "-" : "", exponent = Bool.random() ? "" : "e-7"
            let text = "\(sign)\(cut == 0 ? "0" : String(digits.prefix(cut))).\(digits.dropFirst(cut))0\(exponent)"
            let bytes = Array(text.utf8)
            #expect(NumberForm.json.read(bytes, bytes.indices)?.value == Double(text), "\(text)")
        }
    }

    @Test("a StatLine export: title row, header with groups and units, signs, stars behind the year and the line with the source")
    func statLine() throws {
        let parts = """
            "format": { "delimiter": ";", "decimal": "," },
            "missing": { "-": "zero" },
            "columns": [
              { "column": { "title": "Aantal inwoners", "unit": "aantal" }, "indicator": "inwoners" },
              { "column": { "title": "Totaal", "unit": "%", "under": ["Huurwoningen"] }, "indicator": "huur" },
              { "column": { "title": "Totaal", "unit": "%", "under": ["Koopwoningen"] }, "indicator": "koop" } ]
            """
        let text = """
            \u{FEFF}"Kerncijfers wijken en buurten 2024"\r
            "Perioden";"Wijken en buurten";"Regioaanduiding/Codering (code)";"Bevolking/Aantal inwoners (aantal)";"Wonen/Koopwoningen/Totaal (%)";"Wonen/Huurwoningen/Totaal (%)"\r
            "2024*";"Nederland";"NL00      ";"17407585";"57,5";"42,5"\r
            "2024*";"Aalten";"GM0197    ";"-";".";""\r
            "Bron: CBS"\r
            """
        let table = try read(text, parts, period: "\"period\": { \"column\": \"Perioden\" },")
        #expect(table.codes.map(\.description) == ["NL00", "GM0197"])
        #expect(table.value("inwoners", "NL00") == 17_407_585)
        #expect(table.value("inwoners", "GM0197") == 0)
        #expect(table.value("koop", "NL00") == 57.5)
        #expect(table.value("huur", "NL00") == 42.5)
        #expect(table.reason("koop", "GM0197") == .unknownOrSecret)
        #expect(table.reason("huur", "GM0197") == .blank)
        #expect(table.columns.allSatisfy { $0.status == .provisional && $0.period == Period(year: 2024) })
        #expect(table.rowNumbers == [3, 4])
        #expect(table.column("huur")?.sourceUnit == "%")
    }

    @Test("rows that are too short or too long, and wrong quotation marks, are errors with their line; all are reported and nothing is read")
    func ragged() throws {
        let error = #expect(throws: ImportRefused.self) {
            try read("code,a,b\nGM0001,1,2\nGM0002,1\nGM0003,1,2,3\nGM0004,\"1\"x,2\nGM0005,1,2\n")
        }
        #expect(error?.diagnostics.filter { $0.severity == .error }.map(\.row) == [3, 4, 5])
        let open = #expect(throws: ImportRefused.self) { try read("code,a,b\nGM0001,1,2\nGM0002,\"1,2\nGM0003,1,2\n") }
        #expect(open?.diagnostics.first?.row == 3)
    }

    @Test("Windows-1252 is read with a note, refused when UTF-8 is asked, and UTF-16 and other bytes are refused")
    func encodings() throws {
        let level = """
            , "level": { "column": "soort", "values": { "café": "gemeente" } }
            """
        let bytes = Array("code,soort,a,b\nGM0001,caf".utf8) + [0xE9] + Array(",1,2\n".utf8)
        let table = try read(bytes, two + level)
        #expect(table.value("een", "GM0001") == 1)
        #expect(table.notes.contains { $0.row == 2 && $0.severity == .note })
        let strict = #expect(throws: ImportRefused.self) { try read(bytes, two + level + ", \"format\": { \"encoding\": \"utf-8\" }") }
        #expect(strict?.diagnostics.first?.row == 2)
        #expect(throws: ImportRefused.self) { try read([0xFF, 0xFE, 0x63, 0]) }
        #expect(throws: ImportRefused.self) { try read(Array("code,a,b\nGM0001,1,".utf8) + [0x81, 0x0A]) }
    }

    @Test(
        "a file without the code column, an empty file and a header alone are refused",
        arguments: ["", "\n\n", "x,y\n1,2\n", "code,a,b\n", "code,a\nGM0001,1\n"])
    func empty(text: String) {
        let error = #expect(throws: ImportRefused.self) { try read(text) }
        #expect(error?.diagnostics.isEmpty == false)
    }
}
