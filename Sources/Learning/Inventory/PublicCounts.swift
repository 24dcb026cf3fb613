import Core

/// Numbers as everyone may see them: exact from five, and groups only where neither they nor all others are few (participation.md, 7.2).
package enum PublicCounts {
    /// From this many on a total is shown.
    package static let leastTotal = 5
    /// A group and all who are not in it have at least this many.
    package static let leastGroup = 10

    /// A total; nil stands for fewer than ``leastTotal``.
    package static func total(_ count: Int) -> Int? { count < leastTotal ? nil : count }

    /// Groups that may be shown, and how many are in no shown one.
    package struct Breakdown<Key: Sendable & Hashable>: Sendable, Hashable {
        /// The largest first.
        package let shown: [Cell]
        /// 0 or at least ``PublicCounts/leastGroup``, as everyone can reckon it; nil where nothing is shown.
        package let rest: Int?

        package struct Cell: Sendable, Hashable {
            package let key: Key
            package let count: Int
        }
    }

    /// Groups that someone can be in several of: each stands by itself, with all who are not in it. The largest first.
    package static func several<Key: Sendable & Hashable>(_ counts: [Key: Int], of total: Int, order: (Key, Key) -> Bool) -> [Breakdown<Key>.Cell] {
        counts.filter { $0.value >= leastGroup && total - $0.value >= leastGroup }.map { Breakdown<Key>.Cell(key: $0.key, count: $0.value) }
            .sorted { $0.count == $1.count ? order($0.key, $1.key) : $0.count > $1.count }
    }

    /// Shows what can be shown so that nothing smaller follows by taking away.
    ///
    /// - Parameters:
    ///   - order: of groups that are as large
    ///   - total: of all, also those in no group
    package static func breakdown<Key: Sendable & Hashable>(
        _ counts: [Key: Int], of total: Int, order: (Key, Key) -> Bool
    ) -> Breakdown<Key> {
        let fitting = counts.filter { $0.value >= leastGroup && total - $0.value >= leastGroup }
        var shown = fitting.map { Breakdown<Key>.Cell(key: $0.key, count: $0.value) }
            .sorted { $0.count == $1.count ? order($0.key, $1.key) : $0.count > $1.count }
        func rest() -> Int { total - shown.reduce(0) { $0 + $1.count } }
        // What is left must not be few either: the smallest shown group goes with it.
        while let last = shown.last, (1..<leastGroup).contains(rest()) || rest() < 0 {
            shown.removeAll { $0 == last }
        }
        return Breakdown(shown: shown, rest: shown.isEmpty ? nil : rest())
    }
}
