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
                Each(rows) { row in
                    tr {
                        th(.scope("row")) { row.name }
                        td(.data("kop", heads.bar)) { bar(row.value) }
                        td(.data("kop", heads.number).class("n")) { row.value.map(format) ?? missing }
                        td(.data("kop", heads.meaning)) { row.meaning }
                    }
                }
            }
        }
    }

    private func bar(_ value: Double?) -> some HTML {
        svg(.class("wip").ariaHidden()) {
            line(.class("as").x2(percent: 100).y1(11).y2(11))
            if let value {
                let width = extent > 0 ? min(abs(value) / extent, 1) * 50 : 0
                rect(.class(value < 0 ? "min" : "plus").x(percent: value < 0 ? 50 - width : 50).width(percent: width).y(5).height(12))
            }
            line(.class("nul").x1(percent: 50).x2(percent: 50).y2(22))
        }
    }
}
