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

    func count(_ region: UInt64) -> Int {
        var (rest, sum) = (region, 0)
        while rest != 0 {
            sum += atoms[rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        return sum
    }

    /// The region that follows from two: the one without the other, or both together where nobody is in both; 0 for none.
    private func follow(_ one: UInt64, _ other: UInt64) -> UInt64 {
        let both = one & other
        if both == 0 { return one | other }
        if both == one { return other & ~one }
        return both == other ? one & ~other : 0
    }

    /// Every region that can be worked out in two rounds.
    func derivable(_ published: Set<UInt64>) -> Set<UInt64> {
        let all = Array(published)
        var known = published
        for one in all { for other in all { known.insert(follow(one, other)) } }
        for one in Array(known) { for other in all { known.insert(follow(one, other)) } }
        known.remove(0)
        return known
    }

    /// Counts from 1 to the threshold that come out.
    func attack(_ published: Set<UInt64>) -> [Find] {
        derivable(published).map { Find(region: $0, count: count($0)) }.filter { $0.count > 0 && $0.count < threshold }.sorted { $0.region < $1.region }
    }
}
