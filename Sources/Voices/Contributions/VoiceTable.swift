/// Rows of text as CSV (RFC 4180), for every file that parts of this slice hand out.
enum VoiceTable {
    static func csv(_ rows: [[String]]) -> [UInt8] {
        rows.flatMap { row in Array((row.map(quoted).joined(separator: ",") + "\r\n").utf8) }
    }

    /// A text that a spreadsheet would take for a formula gets an apostrophe in front.
    private static func quoted(_ text: String) -> String {
        let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let plain = (isFormula ? "'" : "") + text
        guard plain.utf8.contains(where: { "\",;\r\n".utf8.contains($0) }) else { return plain }
        return "\"" + plain.replacing("\"", with: "\"\"") + "\""
    }
}
