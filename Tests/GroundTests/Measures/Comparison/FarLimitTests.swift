import Measures
import TestSupport
import Testing

@Suite("How far the nearest usually are")
struct FarLimitTests {
    /// What a table of areas can look like.
    enum Shape: CaseIterable, Sendable {
        case normal, longTailed, tied, allEqual, clusters, gaps, mostlyGaps, halves

        func value(_ random: inout Chance, area: Int, variable: Int) -> Double {
            let draw = random.normal()
            return switch self {
            case .normal: draw
            case .longTailed: draw * draw * draw * draw * draw
            case .tied: (draw * 0.8).rounded()
            case .allEqual: 7
            case .clusters: Double(area % 5) * 10 + draw * 1e-6
            case .gaps: Double.random(in: 0..<1, using: &random) < 0.08 ? .nan : draw
            case .mostlyGaps: Double.random(in: 0..<1, using: &random) < 0.4 ? .nan : draw
            // The ones know what the others do not: little is known in common.
            case .halves: (area % 2 == 0) == (variable % 5 < 2) && variable % 5 < 4 ? .nan : draw
            }
        }
    }

    private func made(_ shape: Shape, _ metric: ComparableAreas.Metric, count: Int, variables: Int, seed: UInt64) -> ComparableAreas? {
        var random = Chance(seed)
        let columns = (0..<variables).map { variable in (0..<count).map { shape.value(&random, area: $0, variable: variable) } }
        return ComparableAreas(
            columns.enumerated().map { StructureVariable($1, weight: metric == .mahalanobis ? 1 : Double(1 + $0 % 3), scaling: .standard) }, metric: metric)
    }

    private func check(_ areas: ComparableAreas, _ what: String) throws {
        let nearest = try areas.nearestDistances()
        let expected = ComparableAreas.limit(nearest)
        let limit = try areas.limit()
        #expect(limit.distance == expected && limit.used == nearest.count { $0.isFinite }, "\(what)")
        #expect(try areas.limit(Execution(cores: 2)) == limit)
        for distance in Set(nearest) where distance.isFinite {
            let far = expected.map { distance > $0 } ?? false
            if try areas.isFar(distance) != far { Issue.record("\(what): \(distance) beside \(String(describing: expected))") }
        }
    }

    @Test("M12: the limit and who is beyond it are those of computing every distance", arguments: Shape.allCases)
    func same(shape: Shape) throws {
        for metric in [ComparableAreas.Metric.euclid, .euclidSum, .mahalanobis] {
            for (count, variables) in [(1, 2), (2, 1), (3, 3), (20, 2), (21, 5), (41, 9), (150, 12)] {
                for seed in 1...3 as ClosedRange<UInt64> {
                    guard let areas = made(shape, metric, count: count, variables: variables, seed: seed) else { continue }
                    try check(areas, "\(shape) \(metric) \(count) × \(variables), seed \(seed)")
                }
            }
        }
    }

    @Test("M12: the same for hundreds of areas, where most are passed over")
    func many() throws {
        for shape in [Shape.normal, .longTailed, .tied, .gaps] {
            for metric in [ComparableAreas.Metric.euclidSum, .mahalanobis] {
                let areas = try #require(made(shape, metric, count: 700, variables: 10, seed: 5))
                let nearest = try areas.nearestDistances(), expected = ComparableAreas.limit(nearest)
                #expect(try areas.limit().distance == expected)
                let known = nearest.filter(\.isFinite).sorted()
                // Around the limit, and far from it.
                for place in Array(stride(from: 0, to: known.count, by: 90)) + Array((known.count * 94 / 100)..<min(known.count, known.count * 96 / 100)) {
                    #expect(try areas.isFar(known[place]) == (known[place] > (expected ?? .infinity)), "\(shape) \(metric) \(place)")
                }
            }
        }
    }

    @Test("M12: a distance that is not a number is not far, and a computation can be stopped")
    func edges() throws {
        let areas = try #require(made(.normal, .euclid, count: 300, variables: 4, seed: 1))
        #expect(try !areas.isFar(.nan) && !areas.isFar(.infinity) && !areas.isFar(-1) && areas.isFar(1e9))
        #expect(throws: Cancelled.self) { try areas.limit(Execution(isCancelled: { true })) }
        #expect(throws: Cancelled.self) { try areas.isFar(1, Execution(isCancelled: { true })) }
    }

    @Test("M12: odd numbers and weights give the same as computing every distance", arguments: oddValues)
    func odd(values: [Double]) throws {
        for weight in [1e-300, 1, 1e300] {
            for metric in [ComparableAreas.Metric.euclid, .euclidSum] {
                guard let areas = ComparableAreas([StructureVariable(values, weight: weight), StructureVariable(values.reversed())], metric: metric) else {
                    continue
                }
                let nearest = try areas.nearestDistances()
                #expect(try areas.limit().distance == ComparableAreas.limit(nearest))
            }
        }
    }
}
