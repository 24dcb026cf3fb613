import Analysis
import Core
import Foundation
import TestSupport
import Testing

@Suite("Tables of analysts")
struct ValueTableTests {
    @Test("Quotes, separators and newlines of RFC 4180 are read, with the line on which each row starts")
    func quotes() throws {
        let table = try ValueTable("id,\"name, long\",x\r\n1,\"a \"\"b\"\"\r\nc\",2\r\n\r\n2,plain \"quote\",3\n")
        #expect(table.columns == ["id", "name, long", "x"] && table.lines == [2, 5])
        #expect(try table.texts("name, long") == ["a \"b\"\r\nc", "plain \"quote\""])
        #expect(try table.numbers("x") == [2, 3])
        #expect(try ValueTable("a,b\r1,2\r3,4").numbers("b") == [2, 4])
        #expect(try ValueTable("\u{FEFF}id,x\n1,2").texts("id") == ["1"])
        #expect(try ValueTable("a\n1\n\n3\n").numbers("a").map(\.description) == ["1.0", "nan", "3.0"])
    }

    @Test("The separator is that of the header; between semicolons a decimal comma is read")
    func separators() throws {
        let table = try ValueTable("id;x, in m;y\n1;1,5;2.5\n2;-0,25;1e3\n3;7;-.5E-1")
        #expect(table.columns == ["id", "x, in m", "y"])
        #expect(try table.numbers("x, in m") == [1.5, -0.25, 7] && (try table.numbers("y")) == [2.5, 1000, -0.05])
        #expect(try ValueTable("\"a;b;c\",d\n1,2").numbers("d") == [2])
        #expect(fault { _ = try ValueTable("id,x\n1,\"1,5\"").numbers("x") } == "f.csv, row 2, column x, value \"1,5\": This is not a number.")
        let mixed = "f.csv, row 3, column x, value \"1.234\": This column has commas and points in numbers. Use one decimal mark and no mark for thousands."
        #expect(fault { _ = try ValueTable("id;x\n1;1,5\n2;1.234").numbers("x") } == mixed)
        #expect(fault { _ = try ValueTable("id;x\n1;1.234,5").numbers("x") }.contains("row 2, column x"))
    }

    @Test(
        "Empty cells, NA, NaN and a point are missing; words, hexadecimal and endless numbers are refused",
        arguments: [
            ("12", 12.0), ("+1.5", 1.5), (" 3 ", 3), ("1.", 1), ("-0", 0),
        ])
    func numbers(text: String, value: Double) throws {
        #expect(try ValueTable("a,b\n\(text),1").numbers("a") == [value])
        for missing in ["", "NA", "na", "NaN", ".", " "] { #expect(try ValueTable("a,b\n\(missing),1").numbers("a")[0].isNaN) }
        for wrong in ["0x10", "inf", "infinity", "1e", "e5", "--1", "1-", "1.2.3", "1 000", "5%", "-", "+.", "nil", "١"] {
            #expect(fault { _ = try ValueTable("a,b\n\(wrong),1").numbers("a") } == "f.csv, row 2, column a, value \"\(wrong)\": This is not a number.")
        }
        #expect(fault { _ = try ValueTable("a,b\n1e999,1").numbers("a") }.hasSuffix("This number is too large."))
        #expect(fault { _ = try ValueTable("a,b\n-1,1").numbers("a", least: 0) } == "f.csv, row 2, column a, value \"-1\": This number may not be below 0.")
    }

    @Test("Faults name file, row and column")
    func faults() throws {
        #expect(fault { _ = try ValueTable("") } == "f.csv, row 1: The line with the names of the columns is missing.")
        #expect(fault { _ = try ValueTable("\n1,2") } == "f.csv, row 1: The line with the names of the columns is missing.")
        #expect(fault { _ = try ValueTable("a,b\n1,2\n1,2,3\n") } == "f.csv, row 3: The number of cells is 3, in the header 2.")
        #expect(fault { _ = try ValueTable("a,b\n1\n") } == "f.csv, row 2: The number of cells is 1, in the header 2.")
        #expect(fault { _ = try ValueTable("a,b\n1,2\n3,\"x\n\n") } == "f.csv, row 3: A quote is not closed.")
        #expect(fault { _ = try ValueTable("a,b\n1,\"x\"y\n") } == "f.csv, row 2: There is text behind a closing quote.")
        #expect(fault { _ = try ValueTable("a,b\n1,2").texts("c") } == "f.csv, row 1, column c: There is no such column. There are: a, b.")
        #expect(fault { _ = try ValueTable("a,a\n1,2").texts("a") } == "f.csv, row 1, column a: There is more than one such column.")
        #expect(fault { _ = try ValueTable("a,b\n1,2\n1,3").ids("a") } == "f.csv, row 3, column a, value \"1\": This id is in row 2 too.")
        #expect(fault { _ = try ValueTable("a,b\n,2").ids("a") } == "f.csv, row 2, column a: The id of the area is missing.")
        let latin = InputFile(name: "f.csv", bytes: Array("a,b\n1,2\nCaf".utf8) + [0xE9] + Array(",3\n".utf8))
        #expect(fault { _ = try ValueTable(latin) } == "f.csv, row 3: This is not UTF-8. Save the file as UTF-8.")
        #expect(fault { _ = try InputFile(path: "/no/such.csv") } == "/no/such.csv: This file cannot be read.")
        let dutch = Result { try ValueTable("a,b\n1,x").numbers("b") }
        guard case .failure(let failure as InputFailure) = dutch else { Issue.record("no fault"); return }
        #expect(failure.line(in: .nl) == "f.csv, rij 2, kolom b, waarde \"x\": Dit is geen getal." && failure.diagnostic.row == 2)
    }

    @Test("Whatever is read as a table has as many cells in each row as in the header; no bytes do harm")
    func fuzz() throws {
        var random = Chance(4)
        let likely = Array("a1,;\"\n\r.\u{E9}\t -e+NA".utf8) + [0xEF, 0xBB, 0xBF, 0xFF, 0x00]
        var readable = 0
        for round in 0..<20_000 {
            var bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                round % 4 == 0 ? UInt8.random(in: 0...255, using: &random) : likely.randomElement(using: &random) ?? 0
            }
            if round % 3 == 0 { bytes = Array("id,x\n".utf8) + bytes }
            guard let table = try? ValueTable(InputFile(name: "f", bytes: bytes)) else { continue }
            readable += 1
            #expect(!table.columns.isEmpty && table.lines == table.lines.sorted() && table.lines.allSatisfy { $0 > 1 })
            for column in table.columns {
                #expect((try? table.texts(column))?.count ?? table.count == table.count)
                #expect((try? table.numbers(column))?.allSatisfy { $0.isFinite || $0.isNaN } ?? true)
            }
            _ = try? table.ids(table.columns[0])
        }
        #expect(readable > 300)
    }

    @Test("What was written as CSV comes back, whatever the texts")
    func roundTrip() throws {
        var random = Chance(5)
        let alphabet: [Character] = ["a", "é", ",", ";", "\"", "\n", " ", "1", ".", "漢"]
        for separator in [",", ";"] {
            for _ in 0..<500 {
                let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in
                    (0..<3).map { _ in
                        "x" + String((0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" }) + "x"
                    }
                }
                let lines = rows.map { row in row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator) }
                let table = try ValueTable((["a", "b", "c"].joined(separator: separator) + "\n") + lines.joined(separator: "\r\n"))
                for (index, column) in ["a", "b", "c"].enumerated() { #expect(try table.texts(column) == rows.map { $0[index] }) }
            }
        }
    }
}
