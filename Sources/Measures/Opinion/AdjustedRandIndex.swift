/// How far two divisions of the same people agree (Hubert and Arabie, 1985): 1 the same, 0 as by chance; can be below 0.
///
/// - Parameter one: group of each person; as many as in the other
package func adjustedRandIndex(_ one: [Int], _ other: [Int]) -> Double {
    struct Pair: Hashable { let one: Int, other: Int }
    var both: [Pair: Int] = [:], first: [Int: Int] = [:], second: [Int: Int] = [:]
    for (a, b) in zip(one, other) {
        both[Pair(one: a, other: b), default: 0] += 1
        first[a, default: 0] += 1
        second[b, default: 0] += 1
    }
    // Whole numbers: the sum does not depend on the order of a dictionary.
    func pairs(_ counts: some Sequence<Int>) -> Double { Double(counts.reduce(0) { $0 + $1 * ($1 - 1) / 2 }) }
    let u = pairs(first.values), v = pairs(second.values), together = pairs(both.values)
    let all = pairs([min(one.count, other.count)])
    let expected = all > 0 ? u * v / all : 0
    let middle = (u + v) / 2
    return middle == expected ? 1 : (together - expected) / (middle - expected)
}
