import HTML
import TestSupport
import Testing

@Suite struct HTMLEscapingTests {
    @Test("the five characters of markup become references, everything else stays")
    func references() {
        #expect(text("Ruud & Fatima <b>\"'</b> é 家 👩‍👩‍👧") == "Ruud &amp; Fatima &lt;b&gt;&quot;&#39;&lt;/b&gt; é 家 👩‍👩‍👧")
        #expect(text("") == "")
        #expect(text("a\u{0}b") == "a\u{FFFD}b")
        #expect(text("<") == "&lt;" && text("x<") == "x&lt;" && text("<x") == "&lt;x")
    }

    @Test("ASVS 1.2.1: any text comes back from content and from an attribute exactly as it went in")
    func roundTrip() {
        var random = Chance(20_260_727)
        for _ in 0..<3_000 {
            let input = HTMLEscapingTests.hostileText(using: &random)
            let content = text(input)
            #expect(content.utf8.allSatisfy { ![0x3C, 0x3E, 0x22, 0x27, 0].contains($0) })
            #expect(decoded(content) == input.replacing("\u{0}", with: "\u{FFFD}"))
            let element = markup(p(.title(input).custom("value", input)) { input })
            #expect(element == "<p title=\"\(content)\" value=\"\(content)\">\(content)</p>")
        }
    }

    @Test("a substring is escaped as the string it is cut from")
    func substrings() {
        let whole = "12345<script>alert('x')</script>\u{1F600}67890"
        for cut in 0..<whole.count { #expect(markup(whole.dropFirst(cut)) == text(String(whole.dropFirst(cut)))) }
    }

    @Test("whole numbers are written with their digits")
    func integers() {
        for number in [0, 7, 9, 10, -1, 4510, Int.max, Int.min] { #expect(markup(number) == "\(number)") }
    }

    @Test(
        "numbers for drawings are short, rounded, and never NaN or infinite",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (12.5, "12.5"), (12.0, "12"), (100, "100"), (0.05, "0.05"), (-0.004, "0"), (-3.456, "-3.46"), (1e300, "1000000000000"),
            (.nan, "0"), (.infinity, "0"), (-.infinity, "0"), (.leastNonzeroMagnitude, "0"), (999.999, "1000"), (10.10, "10.1"),
        ])
    func numbers(value: Double, expected: String) {
        #expect(markup(rect(.x(value))) == "<rect x=\"\(expected)\"/>")
        #expect(markup(rect(.x(percent: value))) == "<rect x=\"\(expected)%\"/>")
    }

    @Test("however much or little room there is, the same bytes come out", arguments: [1, 63, 64, 65, 100, 1_000, 4_096])
    func room(capacity: Int) {
        var random = Chance(UInt64(capacity))
        let lines = (0..<40).map { _ in HTMLEscapingTests.hostileText(using: &random) }
        let page = div {
            Each(lines) { line in
                p(.title(line)) { line }; rect(.x(Double(line.count) / 7))
            }
        }
        let expected = Array("<!DOCTYPE html>\n".utf8) + page.rendered()
        #expect(renderDocument(page, capacity: capacity) == expected)
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
        defer { memory.deallocate() }
        let filled = HTMLWriter.fill(memory) { $0.document(page) }
        #expect(filled.longer ?? Array(memory[..<filled.count]) == expected)
        #expect((filled.longer == nil) == (expected.count <= capacity))
    }

    private func text(_ text: String) -> String { markup(text) }

    /// Turns the references this module writes back into characters, as a parser does.
    private func decoded(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    private static func hostileText(using random: inout Chance) -> String {
        let pieces = [
            "<", ">", "\"", "'", "&", "&amp;", "&#39", "</script>", "<!--", "]]>",
            "\u{0}", "\n", "\t", "é", "家", "👩‍👩‍👧", "a", " ", "javascript:", "\u{202E}", "=",
            "`",
        ]
        return (0..<Int.random(in: 0...24, using: &random)).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
    }
}

/// A value's bytes as text.
func markup(_ content: some HTML) -> String { String(decoding: content.rendered(), as: UTF8.self) }
