import Transfer

/// A small workbook (XLSX) made by hand: rows of texts and numbers, one sheet after another.
package enum WorkbookFile {
    package static func bytes(_ sheets: [(name: String, rows: [[String]])]) -> [UInt8] {
        let relations = sheets.indices.map { "<Relationship Id=\"r\($0)\" Type=\"x\" Target=\"worksheets/sheet\($0).xml\"/>" }.joined()
        let tabs = sheets.enumerated().map { "<sheet name=\"\(escaped($1.name))\" sheetId=\"\($0 + 1)\" r:id=\"r\($0)\"/>" }.joined()
        let parts: [(String, String)] =
            [
                (
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relations)</Relationships>"
                ),
                (
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://x/r\"><sheets>\(tabs)</sheets></workbook>"
                ),
            ] + sheets.enumerated().map { ("xl/worksheets/sheet\($0).xml", sheet($1.rows)) }
        return archive(parts.map { ($0.0, Array($0.1.utf8)) })
    }

    private static func sheet(_ rows: [[String]]) -> String {
        let lines = rows.enumerated().map { number, row -> String in
            let cells = row.enumerated().filter { !$0.element.isEmpty }.map { column, text -> String in
                let place = "\(String(UnicodeScalar(UInt8(65 + column % 26))))\(number + 1)"
                if Double(text) != nil { return "<c r=\"\(place)\"><v>\(text)</v></c>" }
                return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
            }
            return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
        }
        return "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>\(lines.joined())</sheetData></worksheet>"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }

    /// A ZIP archive; with `packed` its parts are compressed.
    package static func archive(_ parts: [(name: String, bytes: [UInt8])], packed: Bool = false) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for part in parts {
            let body = packed ? (try? Deflate.compress(part.bytes, as: .raw)) ?? [] : part.bytes
            let name = Array(part.name.utf8)
            let method = packed ? 8 : 0
            let common =
                little(20, 2) + little(0, 2) + little(method, 2) + little(0, 4) + little(Int(checksum(part.bytes)), 4) + little(body.count, 4)
                + little(part.bytes.count, 4) + little(name.count, 2) + little(0, 2)
            directory +=
                little(0x0201_4B50, 4) + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(file.count, 4) + name
            file += little(0x0403_4B50, 4) + common + name + body
        }
        let end = little(0x0605_4B50, 4) + little(0, 4) + little(parts.count, 2) + little(parts.count, 2) + little(directory.count, 4) + little(file.count, 4)
        return file + directory + end + little(0, 2)
    }

    private static func little(_ number: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }

    /// CRC-32 as ZIP has it.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
