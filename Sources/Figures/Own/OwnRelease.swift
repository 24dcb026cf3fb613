import Core
import Measures

/// Which cells of an own table may be shown, so that nothing that was ever shown gives a small count away by subtraction.
///
/// A later revision is judged in layers: its own counts, and against each earlier revision what came and what went. A cell opens only where it may
/// in every layer, so that neither a revision nor the difference between two gives a small count away.
struct OwnRelease: Sendable {
    let model: OwnModel
    let rules: DisclosureRules
    /// The counts now, then what came and what went since each earlier revision.
    let layers: [[[Int]]]
    /// Cells that may be shown.
    var shown: Set<Int> = []

    /// - Parameter earlier: counts of every earlier revision, on the same areas and categories
    init(model: OwnModel, rules: DisclosureRules, atoms: [[Int]], earlier: [[[Int]]] = []) {
        self.model = model
        self.rules = rules
        self.layers =
            [atoms]
            + earlier.flatMap { before in
                [Self.rise(from: before, to: atoms), Self.rise(from: atoms, to: before)]
            }
    }

    private static func rise(from before: [[Int]], to after: [[Int]]) -> [[Int]] {
        zip(before, after).map { zip($0, $1).map { max(0, $1 - $0) } }
    }

    /// Opens what the hierarchy allows: all but the small cells and those that would give them away.
    mutating func openHierarchy() throws(CellTable.Failure) {
        var hidden: Set<Int> = []
        for (index, layer) in layers.enumerated() {
            let table = try model.table(layer, regions: model.hierarchy)
            let also = index == 0 ? model.uniform(layer, rules, regions: model.hierarchy) : [:]
            let found = table.hiding(rules, also: also)
            hidden.formUnion(found.secondary.union(found.primary.keys))
        }
        shown = Set(0..<model.hierarchy * model.columns).subtracting(hidden)
    }

    /// Opens the cells of custom areas that give nothing away together with everything that is open, one by one in the order given.
    mutating func openCustom(_ regions: [Int]) throws(CellTable.Failure) {
        guard !regions.isEmpty else { return }
        var judges: [(check: ExposureCheck, counts: [Int], protected: Set<Int>)] = []
        for (index, layer) in layers.enumerated() {
            let table = try model.table(layer, regions: model.regions.count)
            var protected = Set(table.counts.indices.filter { rules.reason(count: table.counts[$0]) != nil })
            if index == 0 { protected.formUnion(model.uniform(layer, rules, regions: model.hierarchy).keys) }
            judges.append((ExposureCheck(table, rules), table.counts, protected))
        }
        let uniform = model.uniform(layers[0], rules, regions: model.regions.count)
        for region in regions {
            let isUniform = (0..<model.categories).contains { uniform[model.cell(region, $0)] != nil }
            for column in [model.categories] + Array(0..<model.categories) where column == model.categories || !isUniform {
                let cell = model.cell(region, column)
                let hidden = Set(judges[0].counts.indices).subtracting(shown).subtracting([cell])
                let passes = judges.indices.allSatisfy { judge in
                    rules.reason(count: judges[judge].counts[cell]) == nil
                        && judges[judge].check.exposed(judges[judge].protected.intersection(hidden), hidden: hidden) == nil
                }
                if passes { shown.insert(cell) }
            }
        }
    }
}
