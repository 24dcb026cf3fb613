import Core
import Measures

/// What stands on a sheet, statement by statement, as someone types it.
package struct SheetEntry: Sendable, Hashable {
    /// What was found in one row of boxes.
    package enum Field: Sendable, Hashable {
        case choice(Vote.Choice)
        /// No box has a cross.
        case empty
        /// Two crosses, or none that can be read.
        case unreadable

        /// As the letters on the sheet: `e`, `o`, `w`; nothing; `?`. The letters of the English sheet too.
        package init?(typed: String) {
            switch typed.lowercased().trimmingSpaces {
            case "": self = .empty
            case "?": self = .unreadable
            case "e", "eens", "a", "agree": self = .choice(.agree)
            case "o", "oneens", "d", "disagree": self = .choice(.disagree)
            case "w", "weet ik niet", "n", "do not know": self = .choice(.pass)
            default: return nil
            }
        }

        package var choice: Vote.Choice? { if case .choice(let choice) = self { choice } else { nil } }
    }

    /// By the number of the statement.
    package let fields: [Int: Field]

    package init(_ fields: [Int: Field]) {
        self.fields = fields
    }

    package var choices: [Int: Vote.Choice] { fields.compactMapValues(\.choice) }
    package var unreadable: Int { fields.values.count { $0 == .unreadable } }
}

extension String {
    fileprivate var trimmingSpaces: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

/// A row in which two people who typed the same sheet differ.
package struct SheetDifference: Sendable, Hashable {
    package let statement: Int
    /// As it is counted now; nil: not filled in, or not to be read.
    package let first: Vote.Choice?
    package let second: Vote.Choice?
}

/// What came in on paper, and how well it was typed.
package struct SheetCount: Sendable, Hashable {
    package var sheets = 0
    package var fields = 0
    package var unreadable = 0
    package var checked = 0
    package var checkedFields = 0
    package var differences = 0

    /// Of ten sheets one, but at least twenty, or all there are.
    package var due: Int { min(sheets, max(20, (sheets + 9) / 10)) }

    /// Rows that were typed differently, of all that were typed twice; nil before a second person typed any.
    package var errorRate: Double? { checkedFields > 0 ? Double(differences) / Double(checkedFields) : nil }
}
