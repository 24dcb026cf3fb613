import Core

/// Whoever wants to know a small count: takes everything that was published, and tries every pair, and every pair with every pair.
///
/// It is stronger than a reader: it knows the exact count behind every published number, which is rounded for others.
struct Attacker {
    /// People by smallest area and category, as bits: at most 64 atoms.
    let atoms: [Int]
    let threshold: Int

    struct Find: Hashable, CustomStringConvertible {
        let region: UInt64
        let count: Int

        var description: String { "atoms \((0..<64).filter { region >> $0 & 1 == 1 }) count \(count)" }
    }

    func count(_ region: UInt64) -> Int { atoms.indices.reduce(0) { region >> $1 & 1 == 1 ? $0 + atoms[$1] : $0 } }

    /// Regions that follow from two: the one without the other, or both together where nobody is in both.
    private func follow(_ one: UInt64, _ other: UInt64) -> [UInt64] {
        if one & other == 0 { return [one | other] }
        if one & other == one { return [other & ~one] }
        if one & other == other { return [one & ~other] }
        return []
    }

    /// Every region that can be worked out in two rounds.
    func derivable(_ published: Set<UInt64>) -> Set<UInt64> {
        var known = published
        for one in published { for other in published where one != other { known.formUnion(follow(one, other)) } }
        let first = known
        for one in first { for other in published where one != other { known.formUnion(follow(one, other)) } }
        known.remove(0)
        return known
    }

    /// Counts from 1 to the threshold that come out.
    func attack(_ published: Set<UInt64>) -> [Find] {
        derivable(published).map { Find(region: $0, count: count($0)) }.filter { $0.count > 0 && $0.count < threshold }.sorted { $0.region < $1.region }
    }
}
