import Areas
import Core

/// The areas of one edition in the order of its columns.
package final class EditionFrame: Sendable {
    package let edition: Edition
    private let order: CodeOrder

    package var codes: [AreaCode] { order.codes }

    /// - Parameter codes: sorted, each once.
    package init(edition: Edition, codes: [AreaCode]) {
        self.edition = edition
        self.order = CodeOrder(codes)
    }

    /// Position of an area in every column of the edition; nil when the edition does not hold it.
    package func position(of code: AreaCode) -> Int? { order.position(of: code) }

    /// Positions of all areas of a level.
    package func positions(of level: AreaLevel) -> Range<Int> { order.positions(of: level) }

    /// Positions of the areas of a level within a municipality or district.
    package func positions(of level: AreaLevel, within code: AreaCode) -> Range<Int> { order.positions(of: level, within: code) }
}
