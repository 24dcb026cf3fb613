/// Looks for protected cells that published ones give away, for one table and many choices of what is hidden.
///
/// It keeps every table that it finds to fit what is published: such a table says of all its cells at once which values they may have, so that most
/// cells need no search of their own, also when a little more or less is hidden.
package struct ExposureCheck: Sendable {
    private let table: CellTable
    private let counts: [Double]
    private let width: Double
    /// Other values of all cells that obey the sums.
    private var worlds: [[Double]] = []
    private static let small = 1e-6

    package init(_ table: CellTable, _ rules: DisclosureRules = DisclosureRules()) {
        self.table = table
        counts = table.counts.map(Double.init)
        width = Double(max(1, rules.threshold)) - Self.small
    }

    /// A protected cell that a reader knows more closely than the threshold when all but the hidden cells are published; nil when there is none.
    ///
    /// - Parameter protected: hidden cells; the lowest exposed one in the first group of connected cells is given
    package mutating func exposed(_ protected: Set<Int>, hidden: Set<Int>) -> Int? {
        var seen = Seen(counts)
        let open = counts.indices.filter { !hidden.contains($0) }
        for world in worlds where open.allSatisfy({ abs(world[$0] - counts[$0]) < Self.small }) { seen.add(world) }
        for group in table.groups(of: hidden) {
            guard let first = group.first(where: { protected.contains($0) && seen.width($0) < width }) else { continue }
            // Without a solution, which only rounding could cause, nothing shows that the group is safe.
            guard let programme = table.programme(for: group) else { return first }
            for (place, cell) in group.enumerated() where protected.contains(cell) {
                for sign in [1.0, -1] where seen.width(cell) < width {
                    let world = world(of: group, programme.point(ofHighest: place, sign: sign))
                    worlds.append(world)
                    seen.add(world)
                }
                if seen.width(cell) < width { return cell }
            }
        }
        return nil
    }

    private func world(of group: [Int], _ values: [Double]) -> [Double] {
        var world = counts
        for (cell, value) in zip(group, values) { world[cell] = value }
        return world
    }

    /// The lowest and highest value of each cell in the tables seen.
    private struct Seen {
        var low: [Double]
        var high: [Double]

        init(_ counts: [Double]) { (low, high) = (counts, counts) }

        mutating func add(_ world: [Double]) {
            for (cell, value) in world.enumerated() {
                if value < low[cell] { low[cell] = max(0, value) }
                if value > high[cell] { high[cell] = value }
            }
        }

        func width(_ cell: Int) -> Double { high[cell] - low[cell] }
    }
}
