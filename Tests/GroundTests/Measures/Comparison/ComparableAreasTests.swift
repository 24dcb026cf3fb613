import Foundation
import Measures
import TestSupport
import Testing

@Suite("Comparable areas")
struct ComparableAreasTests {
    private func arrests(_ metric: ComparableAreas.Metric) throws -> (areas: ComparableAreas, names: [String]) {
        let variables = try ["Murder", "Assault", "UrbanPop", "Rape"].map { StructureVariable(try Golden.column($0, of: "usarrests.csv"), scaling: .standard) }
        return (try #require(ComparableAreas(variables, metric: metric)), try RatesFixture.names(0, of: "usarrests.csv"))
    }

    private func check(_ areas: ComparableAreas, _ names: [String], _ name: String, _ expected: [(String, Double)]) throws {
        let index = try #require(names.firstIndex(of: name))
        let result = try #require(areas.nearest(to: index, expected.count))
        #expect(result.neighbours.map { names[$0.area] } == expected.map(\.0))
        for (neighbour, expected) in zip(result.neighbours, expected) { #expect(isClose(neighbour.distance, expected.1, 1e-6)) }
        #expect(result.used == names.count - 1)
    }

    @Test("M12: USArrests: the nearest of California and Iowa, and who has no real comparison", .enabled(if: Golden.isPresent))
    func euclid() throws {
        let (areas, names) = try arrests(.euclidSum)
        try check(
            areas, names, "California", [("Nevada", 1.196826), ("Colorado", 1.287619), ("Arizona", 1.310484), ("Michigan", 1.514674), ("New York", 1.678707)])
        try check(areas, names, "Iowa", [("New Hampshire", 0.205854), ("Wisconsin", 0.631807), ("Maine", 0.645716)])
        let nearest = try areas.nearestDistances()
        let limit = try #require(ComparableAreas.limit(nearest))
        #expect(isClose(limit, 1.218543, 1e-6))
        let alone = names.indices.filter { areas.nearest(to: $0, 1, limit: limit)?.isReal == false }.map { names[$0] }
        #expect(alone == ["Alaska", "Colorado", "Florida"])
        #expect(nearest == (try areas.nearestDistances(Execution(cores: 2))))
    }

    @Test("M12: USArrests by Mahalanobis, without shrinkage for 50 areas and 4 variables", .enabled(if: Golden.isPresent))
    func mahalanobis() throws {
        let (areas, names) = try arrests(.mahalanobis)
        #expect(areas.shrinkage == 0)
        try check(areas, names, "California", [("Colorado", 1.432475), ("Arizona", 1.744076), ("Michigan", 1.793265)])
    }

    @Test("M12: Columbus gives the published neighbours", .enabled(if: Golden.isPresent))
    func columbus() throws {
        let variables = try ["HOVAL", "INC", "OPEN", "PLUMB", "DISCBD"].map { StructureVariable(try Golden.column($0, of: "columbus.csv"), scaling: .standard) }
        let areas = try #require(ComparableAreas(variables, metric: .euclidSum))
        let golden = try #require(
            try Golden.json("statistics_golden_more.json")["columbus_nearest_HOVAL_INC_OPEN_PLUMB_DISCBD_sampleSD"] as? [String: [[Double]]])
        for (key, expected) in golden {
            let found = try #require(areas.nearest(to: Int(key) ?? -1, expected.count))
            #expect(found.neighbours.map { Double($0.area) } == expected.map { $0[0] })
            for (neighbour, row) in zip(found.neighbours, expected) { #expect(isClose(neighbour.distance, row[1], 1e-6)) }
        }
    }

    @Test("M12: the distance is the formula, is rebased to the farthest, and names its three largest differences")
    func explained() throws {
        let variables = [
            StructureVariable([0, 1, 2, 3, 4], weight: 1), StructureVariable([0, 0, 0, 9, 2], weight: 2, scaling: .standard),
            StructureVariable([1, 10, 100, 1000, 10000], scaling: .standard, transform: .logarithm), StructureVariable([5, 5, 5, 5, 5]),
        ]
        let areas = try #require(ComparableAreas(variables))
        // Median 2, deviations 2 1 0 1 2: scores in units of 1.4826.
        #expect(isClose(variables[0].scores[4], 2 / 1.482602218505602, 1e-12) && variables[3].scores.allSatisfy { $0 == 0 })
        #expect(isClose(variables[2].scores[0], variables[2].scores[1] - (variables[2].scores[4] - variables[2].scores[3]), 1e-12))
        func logged(_ values: [Double], _ transform: StructureVariable.Transform) -> [Double] { StructureVariable(values, transform: transform).scores }
        #expect(logged([1, 10, 100, 1000, 9e4], .logarithmIfSkewed) == logged([1, 10, 100, 1000, 9e4], .logarithm))
        #expect(logged([1, 2, 3, 4, 5], .logarithmIfSkewed) == logged([1, 2, 3, 4, 5], .none))
        let scores = variables.map(\.scores), weights = [1.0, 2, 1, 1]
        func distance(_ one: Int, _ other: Int) -> Double {
            (zip(scores, weights).reduce(0) { $0 + $1.1 * pow($1.0[one] - $1.0[other], 2) } / 5).squareRoot()
        }
        let found = try #require(areas.nearest(to: 0, 4))
        #expect(found.neighbours.allSatisfy { isClose($0.distance, distance(0, $0.area), 1e-12) && isClose(areas.distance(0, $0.area), $0.distance, 1e-12) })
        #expect(found.neighbours.last?.rebased == 1 && zip(found.neighbours, found.neighbours.dropFirst()).allSatisfy { $0.distance <= $1.distance })
        let third = try #require(found.neighbours.first { $0.area == 3 })
        #expect(third.largest.first?.variable == 1 && third.largest.count == 3 && isClose(third.largest[0].difference, scores[1][3] - scores[1][0], 1e-12))
        #expect(
            areas.nearest(to: 0, 4, isCandidate: { $0 != 1 })?.used == 3 && areas.nearest(to: 9) == nil && areas.nearest(to: 0, -1)?.neighbours.isEmpty == true)
    }

    @Test("M12: gaps are scaled up, areas that know less than 70 % in common are not compared")
    func missing() throws {
        let variables = [[0.0, 3, 0, .nan], [0, 4, 4, 0], [1, 2, .nan, .nan], [0, 1, 5, 9]].map { StructureVariable($0, scaling: .standard) }
        let areas = try #require(ComparableAreas(variables, metric: .euclidSum))
        let scores = variables.map(\.scores)
        let common = [0, 1, 3].reduce(0) { $0 + pow(scores[$1][0] - scores[$1][2], 2) }
        #expect(isClose(areas.distance(0, 2), (common * 4 / 3).squareRoot(), 1e-12) && areas.distance(0, 3).isNaN)
        #expect(areas.nearest(to: 3)?.used == 0 && areas.nearest(to: 0)?.used == 2)
        let nearest = try areas.nearestDistances()
        #expect(nearest[3].isNaN && nearest[0].isFinite)
    }

    @Test("M12: nothing changes with unit or origin, and Mahalanobis not even when variables are mixed")
    func invariance() throws {
        var random = Chance(41)
        let data = (0..<3).map { _ in (0..<60).map { _ in random.normal() } }
        for metric in [ComparableAreas.Metric.euclid, .euclidSum, .mahalanobis] {
            for scaling in [StructureVariable.Scaling.standard, .robust] {
                let plain = try #require(ComparableAreas(data.map { StructureVariable($0, scaling: scaling) }, metric: metric))
                let moved = try #require(ComparableAreas(data.map { StructureVariable($0.map { 1e4 - 250 * $0 }, scaling: scaling) }, metric: metric))
                for other in 1..<60 { #expect(isClose(plain.distance(0, other), moved.distance(0, other), 1e-9)) }
            }
        }
        let mixed = [data[0], zip(data[0], data[1]).map { $0 + 2 * $1 }, zip(data[1], data[2]).map { $0 - $1 }]
        let plain = try #require(ComparableAreas(data.map { StructureVariable($0, scaling: .standard) }, metric: .mahalanobis))
        let turned = try #require(ComparableAreas(mixed.map { StructureVariable($0, scaling: .standard) }, metric: .mahalanobis))
        for other in 1..<60 { #expect(isClose(plain.distance(0, other), turned.distance(0, other), 1e-9)) }
    }

    @Test("M12: with fewer than ten areas per variable the covariance is shrunk, so that dependent variables still have distances")
    func shrinkage() throws {
        var random = Chance(42)
        let data = (0..<6).map { _ in (0..<20).map { _ in random.normal() } }
        let areas = try #require(ComparableAreas((data + [data[0]]).map { StructureVariable($0, scaling: .standard) }, metric: .mahalanobis))
        #expect(areas.shrinkage > 0 && areas.shrinkage <= 1 && areas.distance(0, 1) > 0)
        let many = (0..<2).map { _ in (0..<200).map { _ in random.normal() } }
        #expect(ComparableAreas((many + [many[0]]).map { StructureVariable($0) }, metric: .mahalanobis) == nil)
    }

    @Test("M12: matching uses no control twice and says how balanced the pairs are")
    func matching() throws {
        var random = Chance(43)
        let treated = Array(0..<20), controls = Array(20..<220)
        let data = (0..<3).map { _ in (0..<220).map { ($0 < 20 ? 0.8 : 0) + random.normal() } }
        let areas = try #require(ComparableAreas(data.map { StructureVariable($0, scaling: .standard) }))
        let matching = areas.match(treated, controls: controls + treated)
        #expect(matching.pairs.map(\.treated) == treated && Set(matching.pairs.map(\.control)).count == 20 && matching.unmatched.isEmpty)
        #expect(matching.pairs.allSatisfy { controls.contains($0.control) && isClose(areas.distance($0.treated, $0.control), $0.distance, 1e-12) })
        #expect(matching.balance.allSatisfy { abs($0.after) < abs($0.before) })
        // The nearest of all pairs is one of them, and the order of the lists does not matter.
        let least = treated.flatMap { one in controls.map { areas.distance(one, $0) } }.min()
        #expect(matching.pairs.map(\.distance).min() == least)
        let turned = areas.match(treated.reversed(), controls: controls.reversed())
        #expect(Set(turned.pairs) == Set(matching.pairs))
        let narrow = areas.match(treated, controls: controls, reach: try #require(least))
        #expect(narrow.pairs.count == 1 && narrow.unmatched.count == 19)
        #expect(areas.match([], controls: controls).pairs.isEmpty && areas.match([999], controls: []).unmatched == [999])
        #expect(areas.match([1, 1], controls: [30, 31]).pairs.count == 1)
    }

    @Test("M12: odd numbers do no harm", arguments: oddValues)
    func odd(values: [Double]) throws {
        for metric in [ComparableAreas.Metric.euclid, .mahalanobis] {
            for transform in [StructureVariable.Transform.none, .logarithm] {
                let variables = [
                    StructureVariable(values, transform: transform), StructureVariable(values.reversed(), scaling: .standard, transform: transform),
                ]
                guard let areas = ComparableAreas(variables, metric: metric) else { continue }
                #expect(try areas.nearestDistances().count == values.count)
                for area in values.indices {
                    #expect(areas.nearest(to: area)?.neighbours.allSatisfy { $0.distance.isFinite && $0.rebased <= 1 } == true)
                }
            }
        }
        #expect(ComparableAreas([]) == nil && ComparableAreas([StructureVariable([1]), StructureVariable([1, 2])]) == nil)
    }
}
