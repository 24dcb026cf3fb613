import Core

/// What a source tells about its table.
package struct TableMetadata: Sendable, Hashable {
    package var table: String
    package var title: String
    /// The source's own time of its edition.
    package var modified: String?
    /// Measures, with units and the groups they stand under.
    package var columns: [ColumnDescription]
    package var dimensions: [Dimension]
    /// Status per period code.
    package var statuses: [String: FigureStatus]
    /// Rows of the whole table, where the source tells.
    package var rowCount: Int?

    package struct Dimension: Sendable, Hashable {
        package let name: String
        /// Whether its codes are areas.
        package let isArea: Bool
        package let isPeriod: Bool
    }

    package init(
        table: String = "", title: String = "", modified: String? = nil, columns: [ColumnDescription] = [], dimensions: [Dimension] = [],
        statuses: [String: FigureStatus] = [:], rowCount: Int? = nil
    ) {
        self.table = table
        self.title = title
        self.modified = modified
        self.columns = columns
        self.dimensions = dimensions
        self.statuses = statuses
        self.rowCount = rowCount
        byKey = Dictionary(columns.map { ($0.key.trimmed, $0) }) { first, _ in first }
    }

    private let byKey: [String: ColumnDescription]

    func column(_ key: String) -> ColumnDescription? { byKey[key.trimmed] }

    /// Status of a period that the mapping gives itself.
    func status(of period: Period) -> FigureStatus? {
        statuses.first { Period($0.key) == period }?.value
    }

    /// The words of the period dimension of StatLine.
    static func status(word: String) -> FigureStatus? {
        switch word.lowercased() {
        case "definitief": .definitive
        case "voorlopig": .provisional
        case "naderdefinitief", "naderdefinitieve", "nadervoorlopig", "nader voorlopig": .nearDefinitive
        default: nil
        }
    }
}
