import Areas
import Core
import Measures
import TestSupport
import Testing

@testable import Figures

@Suite("Release of own cells")
struct OwnReleaseTests {
    /// A made-up municipality of three districts with two to four neighbourhoods.
    private struct Town {
        let leaves: [AreaCode]
        let map: AreaMap
        let categories: Int

        init(_ random: inout Chance) throws {
            var codes = ["GM9999"]
            for district in 0..<3 {
                codes.append("WK99990\(district)")
                codes += (0..<Int.random(in: 2...4, using: &random)).map { "BU99990\(district)0\($0)" }
            }
            let areas = codes.compactMap { text in AreaCode(text).map { Area(year: 2024, code: $0, name: text, parent: nil) } }
            leaves = areas.map(\.code).filter { $0.level == .neighbourhood }.sorted()
            map = try #require(Gazetteer(areas).map(of: 2024))
            categories = [0, 2, 3][Int.random(in: 0...2, using: &random)]
        }

        func atoms(_ random: inout Chance) -> [[Int]] {
            leaves.map { _ in
                (0..<max(1, categories)).map { _ in
                    switch Int.random(in: 0...5, using: &random) {
                    case 0: 0
                    case 1, 2: Int.random(in: 1...12, using: &random)
                    default: Int.random(in: 8...60, using: &random)
                    }
                }
            }
        }

        func changed(_ atoms: [[Int]], _ random: inout Chance) -> [[Int]] {
            atoms.map { row in
                row.map { count in
                    switch Int.random(in: 0...6, using: &random) {
                    case 0: count + Int.random(in: 1...9, using: &random)
                    case 1: max(0, count - Int.random(in: 1...9, using: &random))
                    case 2: count + Int.random(in: 10...40, using: &random)
                    default: count
                    }
                }
            }
        }

        func customs(_ random: inout Chance) -> [(id: Int64, members: [AreaCode])] {
            (1...4).map { id in (id: Int64(id), members: leaves.filter { _ in Bool.random(using: &random) }) }.filter { $0.members.count > 1 }
        }
    }

    /// The people of a cell, as bits.
    private func bits(_ model: OwnModel, _ cell: Int) -> UInt64 {
        let region = model.regions[cell / model.columns], column = cell % model.columns, width = max(1, model.categories)
        let columns = column < model.categories ? [column] : Array(0..<width)
        return region.leaves.reduce(0) { bits, leaf in columns.reduce(bits) { $0 | 1 << UInt64(leaf * width + $1) } }
    }

    @Test("WYK-34: own data: no pair, sum or difference of published cells and custom areas gives a count of 1 to 9", arguments: 0..<24)
    func attack(seed: Int) throws {
        var random = Chance(UInt64(seed) &+ 4_000)
        let town = try Town(&random)
        let atoms = town.atoms(&random)
        let model = OwnModel(leaves: town.leaves, categories: town.categories, map: town.map, customs: town.customs(&random))
        var release = OwnRelease(model: model, rules: DisclosureRules(), atoms: atoms)
        try release.openHierarchy()
        try release.openCustom(Array(model.hierarchy..<model.regions.count))
        let attacker = Attacker(atoms: atoms.flatMap { $0 }, threshold: 10)
        let finds = attacker.attack(Set(release.shown.map { bits(model, $0) }))
        #expect(finds.isEmpty, "\(finds)")
        // The same attacker finds small counts where nothing is hidden, whenever there are any.
        let all = Set((0..<model.regions.count * model.columns).map { bits(model, $0) })
        let isThere = attacker.atoms.contains { (1...9).contains($0) }
        #expect(attacker.attack(all).isEmpty == !isThere)
        #expect(!release.shown.isEmpty)
    }

    @Test("hiding only the small cells themselves is not enough: the attacker finds them by subtraction")
    func primaryOnly() throws {
        var found = 0
        for seed in 0..<20 {
            var random = Chance(UInt64(seed) &+ 4_000)
            let town = try Town(&random)
            let atoms = town.atoms(&random)
            let model = OwnModel(leaves: town.leaves, categories: town.categories, map: town.map, customs: [])
            let counts = model.counts(atoms, regions: model.regions.count)
            let open = counts.indices.filter { counts[$0] == 0 || counts[$0] >= 10 }
            if !Attacker(atoms: atoms.flatMap { $0 }, threshold: 10).attack(Set(open.map { bits(model, $0) })).isEmpty { found += 1 }
        }
        #expect(found > 5)
    }

    @Test("WYK-34: own data: two revisions side by side do not tell how few came or went", arguments: 0..<16)
    func revisions(seed: Int) throws {
        var random = Chance(UInt64(seed) &+ 9_000)
        let town = try Town(&random)
        let before = town.atoms(&random), now = town.changed(before, &random)
        let model = OwnModel(leaves: town.leaves, categories: town.categories, map: town.map, customs: town.customs(&random))
        var release = OwnRelease(model: model, rules: DisclosureRules(), atoms: now, earlier: [before])
        try release.openHierarchy()
        try release.openCustom(Array(model.hierarchy..<model.regions.count))
        let published = Set(release.shown.map { bits(model, $0) })
        for layer in release.layers {
            let finds = Attacker(atoms: layer.flatMap { $0 }, threshold: 10).attack(published)
            #expect(finds.isEmpty, "\(finds)")
        }
        let all = Set((0..<model.regions.count * model.columns).map { bits(model, $0) })
        for layer in release.layers {
            let attacker = Attacker(atoms: layer.flatMap { $0 }, threshold: 10)
            #expect(attacker.attack(all).isEmpty == !attacker.atoms.contains { (1...9).contains($0) })
        }
    }

    @Test("a custom area that comes later is judged with all that is shown, and what was shown stays")
    func later() throws {
        // A district of four neighbourhoods: 40, 30, 6 and 4. With the first two together, the rest of 10 would follow, and that may be known.
        let areas = ["GM9999", "WK999900", "BU99990000", "BU99990001", "BU99990002", "BU99990003"].compactMap { text in
            AreaCode(text).map { Area(year: 2024, code: $0, name: text, parent: nil) }
        }
        let leaves = areas.map(\.code).filter { $0.level == .neighbourhood }, map = try #require(Gazetteer(areas).map(of: 2024))
        func release(_ customs: [[Int]], atoms: [Int], first: Set<Int>? = nil) throws -> (OwnModel, OwnRelease) {
            let members = customs.enumerated().map { (id: Int64($0 + 1), members: $1.map { leaves[$0] }) }
            let model = OwnModel(leaves: leaves, categories: 0, map: map, customs: members)
            var release = OwnRelease(model: model, rules: DisclosureRules(), atoms: atoms.map { [$0] })
            if let first { release.shown = first } else { try release.openHierarchy() }
            try release.openCustom(Array(model.hierarchy..<model.regions.count))
            return (model, release)
        }
        let (model, first) = try release([[0, 1]], atoms: [40, 30, 6, 4])
        #expect(first.shown.contains(model.hierarchy))
        // 40 + 30 + 6 would leave 4.
        let (_, second) = try release([[0, 1], [0, 1, 2]], atoms: [40, 30, 6, 4])
        #expect(second.shown == first.shown)
        // A set of neighbourhoods that is a district already shows what the district shows.
        let (whole, third) = try release([[0, 1, 2, 3]], atoms: [40, 30, 6, 4])
        #expect(third.shown.contains(whole.hierarchy))
    }

    @Test("nearly everyone in one category is hidden, also when the other categories are empty")
    func uniform() throws {
        let areas = ["GM9999", "WK999900", "BU99990000", "BU99990001"].compactMap { text in
            AreaCode(text).map { Area(year: 2024, code: $0, name: text, parent: nil) }
        }
        let leaves = areas.map(\.code).filter { $0.level == .neighbourhood }, map = try #require(Gazetteer(areas).map(of: 2024))
        let model = OwnModel(leaves: leaves, categories: 2, map: map, customs: [])
        var release = OwnRelease(model: model, rules: DisclosureRules(), atoms: [[60, 0], [40, 50]])
        try release.openHierarchy()
        #expect(!release.shown.contains(model.cell(0, 0)) && !release.shown.contains(model.cell(0, 1)))
    }

    @Test("areas above that miss a neighbourhood are not added up")
    func incomplete() throws {
        let areas = ["GM9999", "WK999900", "BU99990000", "BU99990001", "WK999901", "BU99990100"].compactMap { text in
            AreaCode(text).map { Area(year: 2024, code: $0, name: text, parent: nil) }
        }
        let map = try #require(Gazetteer(areas).map(of: 2024))
        let leaves = ["BU99990000", "BU99990100"].compactMap { AreaCode($0) }
        let model = OwnModel(leaves: leaves, categories: 0, map: map, customs: [(id: 1, members: ["BU99990000", "BU99990001"].compactMap { AreaCode($0) })])
        let whole = try #require(AreaCode("WK999901"))
        #expect(model.regions.map(\.place) == [.area(leaves[0]), .area(leaves[1]), .area(whole)])
        #expect(model.incomplete.map(\.present) == [1, 2] && model.incomplete.map(\.all) == [2, 3])
    }

    @Test("cells that count the same people have the same name, whatever area they are in")
    func names() throws {
        let areas = ["GM9999", "WK999900", "BU99990000", "BU99990001"].compactMap { text in
            AreaCode(text).map { Area(year: 2024, code: $0, name: text, parent: nil) }
        }
        let leaves = areas.map(\.code).filter { $0.level == .neighbourhood }, map = try #require(Gazetteer(areas).map(of: 2024))
        let model = OwnModel(leaves: leaves, categories: 2, map: map, customs: [(id: 1, members: leaves)])
        let atoms = [[12, 0], [0, 0]], names = ["a", "b"]
        let all = Set(
            (0..<model.regions.count).filter { model.regions[$0].leaves.contains(0) }.flatMap {
                [model.name($0, 0, atoms: atoms, names: names), model.name($0, 2, atoms: atoms, names: names)]
            })
        #expect(all == ["BU99990000:a"])
    }
}
