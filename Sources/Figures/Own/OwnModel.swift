import Areas
import Core
import Measures

/// A place in an own table: an area of the hierarchy, or a version of a custom area.
package enum OwnPlace: Sendable, Hashable {
    case area(AreaCode)
    case custom(Int64)

    /// As the database keeps it.
    var text: String {
        switch self {
        case .area(let code): code.description
        case .custom(let id): "eigen-\(id)"
        }
    }

    init?(_ text: String) {
        if text.hasPrefix("eigen-") {
            guard let id = Int64(text.dropFirst(6)) else { return nil }
            self = .custom(id)
        } else {
            guard let code = AreaCode(text) else { return nil }
            self = .area(code)
        }
    }
}

/// The cells of an own table as a system of sums: every place counts in each category and in all.
///
/// A cell is a region and a column; the last column is the total.
struct OwnModel: Sendable {
    struct Region: Sendable, Hashable {
        let place: OwnPlace
        /// Positions of the smallest areas that it is made of.
        let leaves: [Int]
        /// Regions that add up to it; empty for a smallest area.
        let parts: [Int]
    }

    /// An area above that cannot be added up, because areas in it were not delivered.
    struct Incomplete: Sendable, Hashable {
        let code: AreaCode
        let present: Int
        let all: Int
    }

    let leaves: [AreaCode]
    /// At least two, or none.
    let categories: Int
    /// The hierarchy from small to large, then custom areas.
    private(set) var regions: [Region] = []
    /// Number of regions that are no custom areas.
    private(set) var hierarchy = 0
    private(set) var incomplete: [Incomplete] = []

    /// - Parameters:
    ///   - leaves: sorted, of one level
    ///   - customs: with their neighbourhoods; those with a neighbourhood that is not counted are left out
    init(leaves: [AreaCode], categories: Int, map: AreaMap, customs: [(id: Int64, members: [AreaCode])]) {
        self.leaves = leaves
        self.categories = categories
        regions = leaves.indices.map { Region(place: .area(leaves[$0]), leaves: [$0], parts: []) }
        let level = leaves.first?.level ?? .neighbourhood
        var below = Array(leaves.indices)
        for parent in [AreaLevel.district, .municipality] where parent < level { below = add(parent, level, map, below: below) }
        hierarchy = regions.count
        let places = Dictionary(uniqueKeysWithValues: leaves.enumerated().map { ($1, $0) })
        for custom in customs {
            let members = custom.members.compactMap { places[$0] }
            guard members.count == custom.members.count, !members.isEmpty else { continue }
            regions.append(Region(place: .custom(custom.id), leaves: members, parts: members))
        }
    }

    /// Adds the areas of a level; gives back the regions that those above are added up from.
    private mutating func add(_ parent: AreaLevel, _ level: AreaLevel, _ map: AreaMap, below: [Int]) -> [Int] {
        func code(_ leaf: Int) -> AreaCode? { parent == .district ? leaves[leaf].district : leaves[leaf].municipality }
        let groups = Dictionary(grouping: leaves.indices) { code($0) }
        var added: [Int] = []
        for (above, members) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
            guard let above else { continue }
            let all = map.areas(of: level, within: above).count
            guard all == members.count else {
                incomplete.append(Incomplete(code: above, present: members.count, all: all))
                continue
            }
            let inside = Set(members)
            added.append(regions.count)
            regions.append(Region(place: .area(above), leaves: members, parts: below.filter { inside.isSuperset(of: regions[$0].leaves) }))
        }
        // A municipality is the sum of its districts where all are there.
        let covered = Set(added.flatMap { regions[$0].leaves })
        return added + below.filter { !covered.isSuperset(of: regions[$0].leaves) }
    }

    var columns: Int { categories + 1 }
    func cell(_ region: Int, _ column: Int) -> Int { region * columns + column }

    /// The count of every cell, of as many regions as asked.
    ///
    /// - Parameter atoms: per smallest area a number for each category, or one
    func counts(_ atoms: [[Int]], regions count: Int) -> [Int] {
        regions.prefix(count).flatMap { region -> [Int] in
            let parts = (0..<max(1, categories)).map { column in region.leaves.reduce(0) { $0 + atoms[$1][column] } }
            return categories > 0 ? parts + [parts.reduce(0, +)] : parts
        }
    }

    func table(_ atoms: [[Int]], regions count: Int) throws(CellTable.Failure) -> CellTable {
        var sums: [CellTable.Sum] = []
        for region in 0..<count {
            if categories > 0 { sums.append(CellTable.Sum(total: cell(region, categories), parts: (0..<categories).map { cell(region, $0) })) }
            let parts = regions[region].parts
            guard !parts.isEmpty else { continue }
            for column in 0..<columns { sums.append(CellTable.Sum(total: cell(region, column), parts: parts.map { cell($0, column) })) }
        }
        return try CellTable(counts: counts(atoms, regions: count), sums: sums)
    }

    /// The largest category of each region where nearly all are in one.
    func uniform(_ atoms: [[Int]], _ rules: DisclosureRules, regions count: Int) -> [Int: DisclosureRules.Reason] {
        guard categories > 0 else { return [:] }
        let counts = counts(atoms, regions: count)
        var found: [Int: DisclosureRules.Reason] = [:]
        for region in 0..<count {
            let row = (0..<categories).map { counts[cell(region, $0)] }
            guard rules.reason(categories: row) == .nearlyAllAlike, let largest = row.indices.max(by: { row[$0] < row[$1] }) else { continue }
            found[cell(region, largest)] = .nearlyAllAlike
        }
        return found
    }

    /// A name for the people that a cell counts: cells that count the same people have the same name, and so the same rounding.
    func name(_ region: Int, _ column: Int, atoms: [[Int]], names: [String]) -> String {
        let wanted = column < categories ? column..<column + 1 : 0..<max(1, categories)
        return regions[region].leaves.sorted().flatMap { leaf in
            wanted.filter { atoms[leaf][$0] > 0 }.map { "\(leaves[leaf].description):\($0 < names.count ? names[$0] : "")" }
        }.joined(separator: "|")
    }
}
