import Measures
import TestSupport
import Testing

@Suite("Spatial weights")
struct SpatialWeightsTests {
    @Test("M6: a grid has the links of its sides, with queen those of its corners too, and all are mutual")
    func grid() throws {
        let rook = try SpatialWeights.grid(rows: 118, columns: 119, .rook)
        let queen = try SpatialWeights.grid(rows: 118, columns: 119, .queen)
        #expect(rook.count == 14042 && rook.links == 55694 && queen.links == 110_918)
        #expect(rook.isSymmetric && queen.isSymmetric && rook.islands.isEmpty)
        #expect(Array(try SpatialWeights.grid(rows: 3, columns: 3, .rook).neighbours(of: 4)) == [1, 3, 5, 7])
        #expect(Array(try SpatialWeights.grid(rows: 3, columns: 3, .queen).neighbours(of: 0)) == [1, 3, 4])
        #expect(try SpatialWeights.grid(rows: 0, columns: 9, .rook).count == 0)
        #expect(throws: SpatialWeightsFailure.tooManyLinks) { try SpatialWeights.grid(rows: .max, columns: 2, .rook) }
    }

    @Test("M6: rows are sorted and their standardised weights add up to 1, islands stay")
    func rows() throws {
        let weights = try SpatialWeights(neighbours: [[2, 1], [0], [0], []])
        #expect(weights.starts == [0, 2, 3, 4, 4] && weights.indices == [1, 2, 0, 0] && weights.islands == [3])
        #expect(weights.rowStandardised.weights == [0.5, 0.5, 1, 1] && weights.rowStandardised.binary == weights)
        #expect(weights.isSymmetric && weights.rowStandardised.isSymmetric)
        #expect(try SpatialWeights(starts: [0, 2, 3, 4, 4], neighbours: [2, 1, 0, 0]) == weights)
        #expect(try SpatialWeights(count: 4, links: [(0, 1), (1, 0), (2, 0)]) == weights)
        #expect(try SpatialWeights(neighbours: [[1], [], []]).oneWayLinks == [SpatialLink(from: 0, to: 1)])
    }

    @Test("M6: an impossible neighbour is refused by name")
    func failures() {
        #expect(throws: SpatialWeightsFailure.unknownNeighbour(area: 1, neighbour: 2)) { try SpatialWeights(neighbours: [[1], [2]]) }
        #expect(throws: SpatialWeightsFailure.unknownNeighbour(area: 0, neighbour: -1)) { try SpatialWeights(neighbours: [[-1], []]) }
        #expect(throws: SpatialWeightsFailure.selfNeighbour(area: 1)) { try SpatialWeights(neighbours: [[1], [1]]) }
        #expect(throws: SpatialWeightsFailure.duplicateNeighbour(area: 0, neighbour: 1)) { try SpatialWeights(neighbours: [[1, 1], []]) }
        #expect(throws: SpatialWeightsFailure.unknownNeighbour(area: 1, neighbour: 9)) { try SpatialWeights(count: 2, links: [(1, 9)]) }
        for weight in [0, -1, .nan, .infinity, 1e308, .leastNonzeroMagnitude] {
            #expect(throws: SpatialWeightsFailure.weight(area: 0, neighbour: 1)) { try SpatialWeights(weighted: [[(1, weight)], []]) }
        }
        for starts in [[], [0, 3], [1, 2], [0, 2, 1, 2], [-1, 2]] as [[Int32]] {
            #expect(throws: SpatialWeightsFailure.starts) { try SpatialWeights(starts: starts, neighbours: [0, 0]) }
        }
    }

    @Test("M6: the sums of the network are those of its full matrix")
    func sums() throws {
        var random = Chance(5)
        for _ in 0..<100 {
            let weights = try randomWeights(count: Int.random(in: 1...15, using: &random), &random)
            let range = 0..<weights.count
            var full = range.map { _ in range.map { _ in 0.0 } }
            for area in range { for link in weights.row(area) { full[area][Int(weights.indices[link])] = weights.weights[link] } }
            var (s0, s1, s2) = (0.0, 0.0, 0.0)
            for one in range {
                for other in range {
                    s0 += full[one][other]
                    s1 += (full[one][other] + full[other][one]) * (full[one][other] + full[other][one]) / 2
                }
                let both = range.reduce(0) { $0 + full[one][$1] + full[$1][one] }
                s2 += both * both
            }
            let sums = weights.sums
            #expect(isClose(sums.s0, s0, 1e-9) && isClose(sums.s1, s1, 1e-9) && isClose(sums.s2, s2, 1e-9))
            let oneWay = range.flatMap { one in range.filter { full[one][$0] > 0 && full[$0][one] == 0 }.map { SpatialLink(from: one, to: $0) } }
            #expect(Set(weights.oneWayLinks) == Set(oneWay) && weights.oneWayLinks.count == oneWay.count)
        }
    }

    @Test("M6: nearest neighbours and distance bands are those found by comparing all pairs, also with equal points")
    func points() throws {
        var random = Chance(7)
        for round in 0..<30 {
            let count = Int.random(in: 1...100, using: &random)
            let points = (0..<count).map { _ in
                round % 2 == 0
                    ? SIMD2(random.normal() * 1e5, random.normal() * 1e5)
                    : SIMD2(Double(Int.random(in: 0...6, using: &random)), Double(Int.random(in: 0...6, using: &random)))
            }
            let (near, reach) = (Int.random(in: 0...9, using: &random), round % 2 == 0 ? 5e4 : 2.0)
            let nearest = try SpatialWeights.nearest(near, points: points)
            let band = try SpatialWeights.within(reach, points: points)
            for area in 0..<count {
                let distances = points.map { (($0 - points[area]) * ($0 - points[area])).sum() }
                let others = (0..<count).filter { $0 != area }
                let sorted = others.sorted { (distances[$0], $0) < (distances[$1], $1) }
                #expect(nearest.neighbours(of: area).map { Int($0) } == sorted.prefix(near).sorted())
                #expect(band.neighbours(of: area).map { Int($0) } == others.filter { distances[$0] <= reach * reach })
            }
        }
    }

    @Test("M6: points that are missing are refused by name, far and equal ones are not")
    func oddPoints() throws {
        #expect(throws: SpatialWeightsFailure.point(area: 1)) { try SpatialWeights.nearest(1, points: [.zero, SIMD2(.nan, 0)]) }
        #expect(throws: SpatialWeightsFailure.point(area: 0)) { try SpatialWeights.within(1, points: [SIMD2(0, .infinity)]) }
        let far = [SIMD2(1e308, -1e308), SIMD2(-1e308, 1e308), SIMD2(0, 0), SIMD2(.leastNonzeroMagnitude, 0)]
        #expect(try SpatialWeights.nearest(1, points: far).indices == [2, 2, 3, 2])
        #expect(try SpatialWeights.nearest(3, points: [SIMD2](repeating: .zero, count: 9)).links == 27)
        #expect(try SpatialWeights.nearest(.max, points: far).links == 12 && SpatialWeights.nearest(-1, points: far).links == 0)
        #expect(try SpatialWeights.within(.nan, points: far).links == 0 && SpatialWeights.within(.infinity, points: far).links == 12)
        #expect(try SpatialWeights.nearest(1, points: []).count == 0)
    }

    @Test("M6: 14,000 points find their neighbours")
    func manyPoints() throws {
        var random = Chance(11)
        let points = (0..<14_000).map { _ in SIMD2(random.normal() * 1e5, random.normal() * 1e3) }
        #expect(try SpatialWeights.nearest(8, points: points).links == 8 * 14_000)
    }

    @Test("M6: an island is linked to the nearest area on request, and the link is told")
    func bridges() throws {
        let weights = try SpatialWeights(neighbours: [[1], [0], []]).rowStandardised
        let points = [SIMD2(0.0, 0.0), SIMD2(1.0, 0.0), SIMD2(5.0, 0.0)]
        let (linked, added) = try weights.linkingIslands(points: points)
        #expect(added == [SpatialLink(from: 2, to: 1)] && linked.islands.isEmpty && linked.isSymmetric)
        #expect(linked.style == .rowStandardised && linked.weights == [1, 0.5, 0.5, 1])
        #expect(try linked.linkingIslands(points: points).added.isEmpty)
        let apart = try SpatialWeights(neighbours: [[], []]).linkingIslands(points: Array(points.prefix(2)))
        #expect(apart.added == [SpatialLink(from: 0, to: 1)])
        #expect(try SpatialWeights(neighbours: [[]]).linkingIslands(points: [.zero]).added.isEmpty)
        #expect(throws: SpatialWeightsFailure.point(area: 1)) { try weights.linkingIslands(points: [.zero]) }
    }

    @Test("M6: without some areas the others keep their links, standardised anew")
    func among() throws {
        let weights = try SpatialWeights(neighbours: [[1, 2], [0, 2], [0, 1, 3], [2]])
        let part = weights.rowStandardised.among([0, 2, 3])
        #expect(part.starts == [0, 1, 3, 4] && part.indices == [1, 0, 2, 1] && part.weights == [1, 0.5, 0.5, 1])
        #expect(weights.among([0, 1, 3]).islands == [2] && weights.among([]).count == 0 && weights.among([0, 1, 2, 3]) == weights)
    }
}

/// A network of few links with weights of its own, often one-way.
func randomWeights(count: Int, _ random: inout Chance) throws -> SpatialWeights {
    var rows = [[(area: Int, weight: Double)]](repeating: [], count: count)
    for one in 0..<count {
        for other in 0..<count where other != one && Int.random(in: 0..<3, using: &random) == 0 {
            rows[one].append((other, Double.random(in: 0.1...3, using: &random)))
        }
    }
    return try SpatialWeights(weighted: rows)
}
