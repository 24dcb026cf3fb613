import Foundation

/// A document that people read at a terminal.
package protocol Tabular {
    var table: TextTable { get }
}

/// Names with values, and columns under each other.
package struct TextTable: Sendable, Hashable {
    package var facts: [(name: String, value: String)] {
        zip(names, values).map { (name: $0, value: $1) }
    }
    private let names: [String]
    private let values: [String]
    private let header: [String]
    private let rows: [[String]]

    package init(facts: [(String, String)] = [], header: [String] = [], rows: [[String]] = []) {
        (names, values) = (facts.map(\.0), facts.map(\.1))
        (self.header, self.rows) = (header, rows)
    }

    /// Lines for a terminal. Control characters of a hostile file do not reach it.
    package var text: String {
        let width = names.map(\.count).max() ?? 0
        var lines = facts.map { fact in Self.padded(fact.name, width) + "  " + fact.value }
        if !header.isEmpty {
            if !lines.isEmpty { lines.append("") }
            let all = ([header] + rows).map { $0.map(Self.visible) }
            let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
            lines += all.map { row in
                let cells = zip(row, widths).map { Self.padded($0, $1) }
                return cells.joined(separator: "  ").trimmedRight
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }

    private static func visible(_ text: String) -> String {
        String(
            text.unicodeScalars.map { scalar in
                switch scalar.properties.generalCategory {
                case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
                default: Character(scalar)
                }
            })
    }
}

/// Numbers as a terminal shows them; documents have all digits.
enum Figure {
    static func text(_ value: Double?) -> String { value.map { String(format: "%.6g", $0) } ?? "-" }
    static func text(_ value: Int?) -> String { value.map(String.init) ?? "-" }
    static func text(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "-" }
}

extension String {
    fileprivate var trimmedRight: String {
        var text = self[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

extension Double {
    /// Nil for what is not a finite number: documents have no other word for it.
    var known: Double? { isFinite ? self : nil }
}
