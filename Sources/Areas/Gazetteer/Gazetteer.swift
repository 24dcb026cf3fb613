import Core

/// All areas of every boundary year, in memory and read-only: lineage, children and names without a query per page.
package struct Gazetteer: Sendable {
    /// Boundary years for which areas are known, oldest first.
    package let years: [Int]
    private let maps: [Int: AreaMap]
    /// The same for copies, another for areas that were read again: tells what was worked out from these areas.
    package let identity = Identity()

    package final class Identity: Sendable, Hashable {
        package init() {}

        package static func == (left: Identity, right: Identity) -> Bool { left === right }

        package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
    }

    package init(_ areas: [Area]) {
        let byYear = Dictionary(grouping: areas, by: \.year)
        self.maps = byYear.mapValues(AreaMap.init)
        self.years = byYear.keys.sorted()
    }

    /// The newest boundary year that has neighbourhoods; else the newest year of all.
    package var latestYear: Int? {
        years.last { maps[$0]?.has(.neighbourhood) ?? false } ?? years.last
    }

    package func map(of year: Int) -> AreaMap? { maps[year] }

    /// The area with this code in that year.
    package func area(_ code: AreaCode, in year: Int) -> Area? { maps[year]?.area(code) }

    /// The newest year in which this code exists, no later than `year` where one is given.
    package func newest(_ code: AreaCode, upTo year: Int? = nil) -> Area? {
        for candidate in years.reversed() where candidate <= year ?? .max {
            if let found = maps[candidate]?.area(code) { return found }
        }
        return nil
    }
}

/// The areas of one boundary year, sorted by code, so that the areas within another stand side by side.
package struct AreaMap: Sendable {
    private let areas: [Area]
    private let order: CodeOrder
    private let provinceMembers: [AreaCode: [Area]]
    private let levels: Set<AreaLevel>

    init(_ unsorted: [Area]) {
        let sorted = unsorted.sorted { $0.code < $1.code }
        self.areas = sorted
        self.order = CodeOrder(sorted.map(\.code))
        self.provinceMembers = Dictionary(
            grouping: sorted.filter { $0.level == .municipality && $0.parent != nil }, by: { $0.parent ?? .netherlands })
        self.levels = Set(sorted.map(\.level))
    }

    package func has(_ level: AreaLevel) -> Bool { levels.contains(level) }

    package func area(_ code: AreaCode) -> Area? {
        order.position(of: code).map { areas[$0] }
    }

    /// All areas of a level, by code.
    package func areas(of level: AreaLevel) -> ArraySlice<Area> {
        areas[order.positions(of: level)]
    }

    /// The areas of `level` that lie within an area, by code.
    package func areas(of level: AreaLevel, within code: AreaCode) -> [Area] {
        guard level > code.level else { return [] }
        switch code.level {
        case .country: return Array(areas(of: level))
        case .province:
            let municipalities = provinceMembers[code] ?? []
            return level == .municipality ? municipalities : municipalities.flatMap { areas(of: level, within: $0.code) }
        case .municipality, .district: return Array(areas[order.positions(of: level, within: code)])
        case .neighbourhood: return []
        }
    }

    /// The areas directly below: the districts of a municipality, or its neighbourhoods where no district is known.
    package func children(of code: AreaCode) -> [Area] {
        for level in AreaLevel.allCases where level > code.level {
            let found = areas(of: level, within: code)
            if !found.isEmpty { return found }
        }
        return []
    }

    /// From the country down to the area itself.
    package func lineage(of code: AreaCode) -> [Area] {
        var line: [Area] = []
        var next: AreaCode? = code
        while let current = next, line.count < AreaLevel.allCases.count, let area = area(current) {
            line.append(area)
            next = area.parent
        }
        return line.reversed()
    }
}

extension AreaLevel {
    /// The letters a code of this level starts with.
    package var codePrefix: String {
        switch self {
        case .country: "NL"
        case .province: "PV"
        case .municipality: "GM"
        case .district: "WK"
        case .neighbourhood: "BU"
        }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index for which the test holds, in a collection where it holds for all after the first that passes.
    @inlinable package func partitioningIndex(where passes: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if passes(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
