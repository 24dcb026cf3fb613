import Core
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
    @Test("a diagnostic says where it stands and why, in both languages")
    func line() {
        let diagnostic = Diagnostic(
            .error, source: "kwb.csv", row: 12, column: "inwoners", value: "abc", reason: Localized(nl: "geen getal", en: "not a number"))
        #expect(diagnostic.line(in: .nl) == "kwb.csv, rij 12, kolom inwoners, waarde \"abc\": geen getal")
        #expect(diagnostic.line(in: .en) == "kwb.csv, row 12, column inwoners, value \"abc\": not a number")
        #expect(Diagnostic(.note, source: "x", reason: Localized("y")).line(in: .nl) == "x: y")
    }

    @Test("a value is cut, and its control characters never reach a terminal or make a second line")
    func hostile() {
        let diagnostic = Diagnostic(.error, source: "x", value: "\u{1B}[31m\r\n\u{202E}é" + String(repeating: "a", count: 200), reason: Localized("y"))
        #expect(diagnostic.value?.count == 80)
        let line = diagnostic.line(in: .nl)
        #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control && $0.properties.generalCategory != .format })
        #expect(line.contains("é"))
    }
}
