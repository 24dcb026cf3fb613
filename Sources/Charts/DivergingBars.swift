import HTML

/// Contributions that raise or lower a score, as a table with a bar in each row.
///
/// The numbers stand in the table, so the bars are hidden from screen readers. Left and right say the direction without colour.
package struct DivergingBars: Component {
    package struct Row: Sendable, Hashable {
        package let name: String
        package let value: Double?
        /// What the number means, in a sentence.
        package let meaning: String

        package init(_ name: String, _ value: Double?, meaning: String) {
            self.name = name
            self.value = value.flatMap { $0.isFinite ? $0 : nil }
            self.meaning = meaning
        }
    }

    /// The column heads.
    package struct Heads: Sendable, Hashable {
        package let name, bar, number, meaning: String

        package init(name: String, bar: String, number: String, meaning: String) {
            self.name = name
            self.bar = bar
            self.number = number
            self.meaning = meaning
        }
    }

    private let caption: String
    private let heads: Heads
    private let rows: [Row]
    private let extent: Double
    private let missing: String
    private let format: (Double) -> String

    /// - Parameters:
    ///   - caption: name of the table
    ///   - extent: the value at either end of a bar; nil takes the largest of the rows
    ///   - missing: written where a row has no value
    package init(caption: String, heads: Heads, rows: [Row], extent: Double? = nil, missing: String, format: @escaping (Double) -> String) {
        self.caption = caption
        self.heads = heads
        self.rows = rows
        self.extent = extent.flatMap { $0.isFinite && $0 > 0 ? $0 : nil } ?? rows.compactMap { $0.value.map { abs($0) } }.max() ?? 0
        self.missing = missing
        self.format = format
    }

    package var body: some HTML {
        table(.class("stapel tweezijdig")) {
            HTML::caption(.class("vh")) { caption }
            thead {
                tr {
                    th(.scope("col")) { heads.name }
                    th(.scope("col").class("balkkolom")) { heads.bar }
                    th(.scope("col").class("n")) { heads.number }
                    th(.scope("col")) { heads.meaning }
                }
            }
            tbody {
                Part { out in for row in rows { write(row, into: &out) } }
            }
        }
    }

    private func write(_ row: Row, into out: inout HTMLWriter) {
        out.raw("<tr><th scope=\"row\">")
        out.text(row.name)
        out.raw("</th><td data-kop=\"")
        out.text(heads.bar)
        out.raw("\">")
        draw(row.value, into: &out)
        out.raw("</td><td data-kop=\"")
        out.text(heads.number)
        out.raw("\" class=\"n\">")
        out.text(row.value.map(format) ?? missing)
        out.raw("</td><td data-kop=\"")
        out.text(heads.meaning)
        out.raw("\">")
        out.text(row.meaning)
        out.raw("</td></tr>")
    }

    private func draw(_ value: Double?, into out: inout HTMLWriter) {
        out.raw("<svg class=\"wip\" aria-hidden=\"true\"><line class=\"as\" x2=\"100%\" y1=\"11\" y2=\"11\"/>")
        if let value {
            let width = extent > 0 ? min(abs(value) / extent, 1) * 50 : 0
            if value < 0 { out.raw("<rect class=\"min\" x=\"") } else { out.raw("<rect class=\"plus\" x=\"") }
            out.number(value < 0 ? 50 - width : 50)
            out.raw("%\" width=\"")
            out.number(width)
            out.raw("%\" y=\"5\" height=\"12\"/>")
        }
        out.raw("<line class=\"nul\" x1=\"50%\" x2=\"50%\" y2=\"22\"/></svg>")
    }
}
