import Areas
import Core

/// One import of an own table: what it is, and what was counted. The newest of a key is in force.
package struct OwnRevision: Sendable, Hashable {
    package let id: Int64
    package let key: String
    /// Counted from 1.
    package let number: Int
    package let title: Localized
    package let period: Period
    /// Who counted; empty where nobody said.
    package let source: String
    /// Of the smallest areas.
    package let level: AreaLevel
    /// Whether the rows were records, and not counts that were made elsewhere.
    package let isOfRecords: Bool
    package let boundaryYear: Int
    package let threshold: Int
    package let rows: Int
    package let digest: String
    /// Milliseconds since 1970.
    package let importedAt: Int64
    /// At least two, or none.
    package let categories: [String]
    /// Smallest areas, sorted.
    let leaves: [AreaCode]
}

/// What of a cell is shown.
struct OwnCell: Sendable, Hashable {
    /// Rounded; nil for a hidden cell.
    let shown: Int?
    /// The revision that the number is of: an earlier one where the newer number may not be shown.
    let number: Int?

    static let hidden = OwnCell(shown: nil, number: nil)
}

/// A revision with what may be shown of it. Holds no count that may not.
package struct OwnTable: Sendable {
    package let revision: OwnRevision
    let cells: [OwnPlace: [Int: OwnCell]]
    /// The column of totals.
    static let total = -1
    /// Shown counts are rounded to multiples of this.
    static let roundingBase = 5

    /// Columns in order: the categories, then the total.
    var columns: [Int] { Array(revision.categories.indices) + [Self.total] }

    func cell(_ place: OwnPlace, _ column: Int) -> OwnCell { cells[place]?[column] ?? .hidden }

    /// Whether the place can be added up at all.
    func has(_ place: OwnPlace) -> Bool { cells[place] != nil }

    /// Areas of a level in the table, by code.
    func areas(of level: AreaLevel) -> [AreaCode] {
        cells.keys.compactMap { if case .area(let code) = $0, code.level == level { code } else { nil } }.sorted()
    }

    /// Levels that the table has, from large to small.
    var levels: [AreaLevel] {
        [AreaLevel.municipality, .district, .neighbourhood].filter { level in
            level <= revision.level && cells.keys.contains { if case .area(let code) = $0 { code.level == level } else { false } }
        }
    }
}

/// A union of neighbourhoods in one boundary year. A change makes a new version; versions that were are remembered.
package struct CustomArea: Sendable, Hashable {
    package let id: Int64
    package let key: String
    /// Counted from 1.
    package let version: Int
    package let name: Localized
    package let boundaryYear: Int
    /// Sorted, each once.
    package let members: [AreaCode]
    /// Milliseconds since 1970.
    package let createdAt: Int64
    package let removedAt: Int64?
}
