import Core

/// Codes of areas, lowest first: each level, and the areas of a municipality within it, stand together.
package struct CodeOrder: Sendable {
    /// Sorted, each once.
    package let codes: [AreaCode]
    /// Every 64th code: a search that starts here touches a few lines of memory instead of one for each halving.
    private let marks: [AreaCode]

    private static let stride = 64

    /// - Parameter codes: sorted, each once
    package init(_ codes: [AreaCode]) {
        self.codes = codes
        self.marks = Swift.stride(from: 0, to: codes.count, by: Self.stride).map { codes[$0] }
    }

    /// Where a code stands; nil when it is not there.
    package func position(of code: AreaCode) -> Int? {
        let index = first { $0 >= code }
        return index < codes.count && codes[index] == code ? index : nil
    }

    /// Where the areas of a level stand.
    package func positions(of level: AreaLevel) -> Range<Int> { positions(prefix: level.codePrefix) }

    /// Where the areas of a level within a municipality or district stand.
    package func positions(of level: AreaLevel, within code: AreaCode) -> Range<Int> {
        positions(prefix: level.codePrefix + code.description.dropFirst(2))
    }

    private func positions(prefix: String) -> Range<Int> {
        let stop = prefix + "\u{7F}"
        let start = first { $0.description >= prefix }
        return start..<max(start, first { $0.description >= stop })
    }

    private func first(where passes: (AreaCode) -> Bool) -> Int {
        let mark = marks.partitioningIndex(where: passes)
        return codes[max(0, (mark - 1) * Self.stride)..<min(codes.count, mark * Self.stride)].partitioningIndex(where: passes)
    }
}
