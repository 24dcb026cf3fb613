import Areas
import Core

/// All figures that are in force, in memory and read-only: the newest edition of every source.
package struct FigureBook: Sendable {
    /// Newest edition per source, by source key.
    package let editions: [Edition]
    /// Indicators that have a column, in the order of the catalogue.
    package let indicators: [Indicator]
    /// The same with their columns.
    let entries: [Entry]
    /// Indicator -> where it stands in `entries`.
    private let numbers: [String: Int]
    /// The editions with their areas, each once.
    let frames: [EditionFrame]
    /// What figures say of the areas above an area.
    let above = Kept<AreasAbove.Key, AreasAbove>(most: 600)

    /// An indicator with its columns. A class, because every profile goes through all of them.
    final class Entry: Sendable {
        let indicator: Indicator
        /// Where it stands among the entries of the book.
        let number: Int
        /// Oldest period first; several may share a period (levels delivered apart, other borders).
        let columns: [FigureColumn]
        /// Of each column: where its edition stands in `frames`.
        let frames: [Int]

        init(_ indicator: Indicator, number: Int, columns: [FigureColumn], frames: [Int]) {
            self.indicator = indicator
            self.number = number
            self.columns = columns
            self.frames = frames
        }
    }

    /// - Parameter spreads: the country's values of derived figures, where editions hold a part of the country
    package init(_ delivered: [FigureColumn], editions: [Edition], spreads: [SpreadKey: [AreaLevel: NationalSpread]] = [:]) {
        var columns = Dictionary(grouping: delivered, by: \.indicator.key)
        for indicator in Catalogue.all {
            guard let derivation = indicator.derivation else { continue }
            let given = columns[indicator.key] ?? []
            // What a source delivers itself goes before what we compute.
            let made = DerivedColumns.make(indicator, derivation, from: columns, spreads: spreads).filter { column in
                !given.contains {
                    $0.period == column.period && $0.frame.edition.boundaryYear == column.frame.edition.boundaryYear && $0.sharesLevel(with: column)
                }
            }
            columns[indicator.key] = given + made
        }
        self.editions = editions.sorted { $0.source < $1.source }
        self.indicators = Catalogue.all.filter { !(columns[$0.key] ?? []).isEmpty }
        var frames: [EditionFrame] = [], places: [ObjectIdentifier: Int] = [:]
        func place(_ frame: EditionFrame) -> Int {
            if let known = places[ObjectIdentifier(frame)] { return known }
            frames.append(frame)
            places[ObjectIdentifier(frame)] = frames.count - 1
            return frames.count - 1
        }
        self.entries = indicators.enumerated().map { number, indicator in
            let own = (columns[indicator.key] ?? []).sorted { Self.order($0) < Self.order($1) }
            return Entry(indicator, number: number, columns: own, frames: own.map { place($0.frame) })
        }
        self.frames = frames
        self.numbers = Dictionary(uniqueKeysWithValues: entries.map { ($0.indicator.key, $0.number) })
    }

    /// The source's key decides between columns of one period on the same borders, so that every node answers the same.
    private static func order(_ column: FigureColumn) -> (Period, Int, String) {
        (column.period, column.frame.edition.boundaryYear, column.frame.edition.source)
    }

    /// All columns of an indicator, oldest period first; several may share a period (levels delivered apart, other borders).
    package func columns(of key: String) -> [FigureColumn] { entry(of: key)?.columns ?? [] }

    /// Nil for an indicator without a column.
    func entry(of key: String) -> Entry? { numbers[key].map { entries[$0] } }

    /// The column to compare areas of a level with: the newest period on the borders of `year` that was delivered for that level.
    package func column(of key: String, level: AreaLevel, boundaryYear: Int, period: Period? = nil) -> FigureColumn? {
        columns(of: key).last { column in
            column.frame.edition.boundaryYear == boundaryYear && (period == nil || column.period == period) && column.isDelivered(for: level)
        }
    }
}
