import Areas
import Core

/// The areas of one edition in the order of its columns: by code, so that each level, and the areas of a municipality within it, stand together.
package final class EditionFrame: Sendable {
    package let edition: Edition
    package let codes: [AreaCode]

    /// - Parameter codes: sorted, each once.
    package init(edition: Edition, codes: [AreaCode]) {
        self.edition = edition
        self.codes = codes
    }

    /// Position of an area in every column of the edition; nil when the edition does not hold it.
    package func position(of code: AreaCode) -> Int? {
        let index = codes.partitioningIndex { $0 >= code }
        return index < codes.count && codes[index] == code ? index : nil
    }

    /// Positions of all areas of a level.
    package func positions(of level: AreaLevel) -> Range<Int> {
        positions(prefix: level.codePrefix)
    }

    /// Positions of the areas of a level within a municipality or district.
    package func positions(of level: AreaLevel, within code: AreaCode) -> Range<Int> {
        positions(prefix: level.codePrefix + code.description.dropFirst(2))
    }

    private func positions(prefix: String) -> Range<Int> {
        let start = codes.partitioningIndex { $0.description >= prefix }
        let stop = prefix + "\u{7F}"
        let end = codes.partitioningIndex { $0.description >= stop }
        return start..<max(start, end)
    }
}
