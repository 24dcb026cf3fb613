import Foundation
import Measures
import TestSupport
import Testing

@Suite("Map classes")
struct ClassificationTests {
    /// The least sum of squares over every way to cut the values into this many classes.
    private func leastSquares(_ values: [Double], classes: Int) -> Double {
        let distinct = Set(values).sorted()
        func cost(_ part: ArraySlice<Double>) -> Double {
            let all = values.filter { part.contains($0) }
            let mean = all.reduce(0, +) / Double(all.count)
            return all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
        func best(from start: Int, classes: Int) -> Double {
            if classes == 1 { return cost(distinct[start...]) }
            return ((start + 1)...(distinct.count - classes + 1)).map { cost(distinct[start..<$0]) + best(from: $0, classes: classes - 1) }.min() ?? .infinity
        }
        return best(from: 0, classes: min(classes, distinct.count))
    }

    @Test("Fisher–Jenks finds the least squares that trying everything finds")
    func bruteForce() {
        var random = Chance(1)
        for round in 0..<400 {
            let values = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                round % 2 == 0 ? random.normal() * 100 : Double(Int.random(in: 0...9, using: &random))
            }
            let classes = Int.random(in: 1...6, using: &random)
            let result = Classification.fisherJenks(Distribution(values), classes: classes)
            #expect(isClose(result.squaresWithin, leastSquares(values, classes: classes), 1e-9))
            #expect(result.upperBounds.count == min(classes, Set(values).count))
        }
    }

    @Test("Fisher–Jenks finds what the plain quadratic programme finds on hundreds of values, with ties and with a long tail")
    func plainProgramme() {
        var random = Chance(17)
        for round in 0..<30 {
            let values = (0..<Int.random(in: 50...400, using: &random)).map { _ in
                switch round % 3 {
                case 0: exp(2 * random.normal())
                case 1: Double(Int.random(in: 0...60, using: &random))
                default: random.normal()
                }
            }
            let classes = Int.random(in: 2...9, using: &random)
            let result = Classification.fisherJenks(Distribution(values), classes: classes)
            let least = quadratic(values.sorted(), classes: classes)
            #expect(isClose(result.squaresWithin, least, 1e-9 * max(1, least)))
        }
    }

    /// Every start of the last class for every end, with running sums of squares (Welford); ties may be split, which never costs less.
    private func quadratic(_ sorted: [Double], classes: Int) -> Double {
        var before = [Double](repeating: .infinity, count: sorted.count + 1)
        before[0] = 0
        for _ in 0..<classes {
            var now = [Double](repeating: .infinity, count: sorted.count + 1)
            for end in 1...sorted.count {
                var (count, mean, squares) = (0.0, 0.0, 0.0)
                for start in (0..<end).reversed() {
                    count += 1
                    let step = sorted[start] - mean
                    mean += step / count
                    squares += step * (sorted[start] - mean)
                    now[end] = min(now[end], before[start] + squares)
                }
            }
            before = now
        }
        return before[sorted.count]
    }

    @Test(
        "data sets of the literature: objective, bounds and counts", .enabled(if: Golden.isPresent),
        arguments: [
            ("jenks71_k5", "jenks71.csv", "jenks71", 5), ("columbus_crime_k5", "columbus.csv", "CRIME", 5), ("columbus_crime_k7", "columbus.csv", "CRIME", 7),
            ("calemp_k5", "calemp.csv", "employees_per_km2", 5),
        ])
    func golden(key: String, file: String, column: String, classes: Int) throws {
        let sets = try #require(try Golden.json("statistics_golden_more.json")["fisher_jenks"] as? [String: [String: Any]])
        let expected = try #require(sets[key])
        let result = Classification.fisherJenks(Distribution(try Golden.column(column, of: file)), classes: classes)
        #expect(isClose(result.squaresWithin, try #require(expected["ssw"] as? Double), 1e-6))
        #expect(isClose(result.fit, try #require(expected["gvf"] as? Double), 1e-9))
        #expect(result.upperBounds == expected["upper_bounds"] as? [Double])
        #expect(result.counts == expected["counts"] as? [Int])
    }

    @Test("employment density of Californian counties has its published classes")
    func counties() {
        let density = [
            329.92, 0.42, 5.9, 14.03, 2.78, 1.34, 181.27, 1.65, 10.03, 16.7, 1.32, 3.99, 3.16, 0.22, 8.7, 6.56, 3.27, 0.33, 370.5, 4.51, 75.29, 0.99, 2.74,
            8.68, 0.14, 0.92, 12.63, 28.7, 12.02, 722.85, 36.68, 0.74, 29.82, 192.05, 3.38, 11.15, 110.74, 4111.45, 49.47, 10.33, 317.11, 20.47, 264.93,
            66.26, 5.39, 0.13, 0.61, 50.65, 40.48, 36.67, 13.09, 1.81, 0.2, 7.6, 2.51, 57.26, 24.32, 6.97,
        ]
        let result = Classification.fisherJenks(Distribution(density), classes: 5)
        #expect(result.upperBounds == [75.29, 192.05, 370.5, 722.85, 4111.45] && result.counts == [49, 3, 4, 1, 1])
        #expect(isClose(result.squaresWithin, 26654.783967, 1e-6) && isClose(result.fit, 0.9984350906, 1e-9))
        #expect(result.classify(75.29) == 0 && result.classify(75.3) == 1 && result.classify(99_999) == 4 && result.classify(-1) == 0)
    }

    @Test("for every method: equal values share a class, counts hold every known value once, bounds rise", arguments: [nil, 0, 1])
    func properties(decimals: Int?) {
        var random = Chance(5)
        for _ in 0..<150 {
            let values = (0..<Int.random(in: 1...200, using: &random)).map { _ in
                Int.random(in: 0...9, using: &random) == 0 ? .nan : (random.normal() * 20).rounded() / 4
            }
            let distribution = Distribution(values)
            let classes = Int.random(in: 1...9, using: &random)
            for result in all(distribution, classes: classes, decimals: decimals) where !distribution.isEmpty {
                #expect(result.used == distribution.count && result.missing == distribution.missing)
                #expect(result.counts.count == result.upperBounds.count && result.counts.reduce(0, +) == distribution.count)
                #expect(zip(result.upperBounds, result.upperBounds.dropFirst()).allSatisfy { $0 < $1 })
                #expect(result.upperBounds.count <= classes && result.fit > -1e-9 && result.fit <= 1)
                var counts = [Int](repeating: 0, count: result.upperBounds.count)
                for value in values { if let index = result.classify(value) { counts[index] += 1 } }
                #expect(counts == result.counts)
                #expect(result.ranges.map(\.count) == result.counts)
            }
        }
    }

    private func all(_ distribution: Distribution, classes: Int, decimals: Int?) -> [Classification] {
        [
            .fisherJenks(distribution, classes: classes, decimals: decimals), .quantiles(distribution, classes: classes, decimals: decimals),
            .equalIntervals(distribution, classes: classes, decimals: decimals),
            .fixed(upperBounds: Array([2, 0, 5, .nan, 1, 2].prefix(max(1, classes))), distribution, decimals: decimals),
        ]
    }

    @Test("no other method has a smaller sum of squares than Fisher–Jenks")
    func optimal() {
        var random = Chance(9)
        for _ in 0..<60 {
            let distribution = Distribution((0..<500).map { _ in exp(random.normal()) })
            let best = Classification.fisherJenks(distribution, classes: 6)
            for other in [Classification.quantiles(distribution, classes: 6), .equalIntervals(distribution, classes: 6)] {
                #expect(best.squaresWithin <= other.squaresWithin * (1 + 1e-12))
            }
            #expect(best == Classification.fisherJenks(distribution, classes: 6))
        }
    }

    @Test("classes do not depend on the unit or the level of the values")
    func units() {
        var random = Chance(21)
        let values = (0..<800).map { _ in (random.normal() * 1000).rounded() }
        let counts = Classification.fisherJenks(Distribution(values), classes: 5).counts
        #expect(Classification.fisherJenks(Distribution(values.map { $0 * 0x1p-700 }), classes: 5).counts == counts)
        #expect(Classification.fisherJenks(Distribution(values.map { $0 * 0x1p900 }), classes: 5).counts == counts)
        #expect(Classification.fisherJenks(Distribution(values.map { $0 + 1e9 }), classes: 5).counts == counts)
    }

    @Test("one extreme value does not blur the classes of the others", arguments: [1e9, -1e9])
    func extreme(value: Double) {
        let near = [1.0, 1.1, 1.2, 5.0, 5.1, 9.0, 9.1, 9.2]
        let result = Classification.fisherJenks(Distribution(near + [value]), classes: 4)
        #expect(result.counts.sorted() == [1, 2, 3, 3])
    }

    @Test("quantile classes are equal in size without ties and never split ties")
    func quantiles() {
        #expect(Classification.quantiles(Distribution((1...100).map(Double.init)), classes: 5).counts == [20, 20, 20, 20, 20])
        let zeros = Classification.quantiles(Distribution([0, 0, 0, 0, 0, 0, 1, 2, 3, 4]), classes: 5)
        #expect(zeros.upperBounds.first == 0 && zeros.counts.first == 6 && zeros.upperBounds.count == 3)
    }

    @Test("equal intervals have equal widths and can be empty")
    func equalIntervals() {
        let result = Classification.equalIntervals(Distribution([0, 1, 2, 10]), classes: 4)
        #expect(result.upperBounds == [2.5, 5, 7.5, 10] && result.counts == [3, 0, 0, 1])
    }

    @Test("a value is classified as the reader sees it: 66.6 is read as 67 and stands in 67 to 73")
    func readable() {
        let values = Distribution([60.2, 61.9, 66.4, 66.6, 70, 73.4, 73.5, 80])
        let result = Classification.fixed(upperBounds: [66, 73, 80], values, decimals: 0)
        #expect(result.counts == [3, 3, 2])
        #expect(result.classify(66.6) == 1 && result.classify(66.4) == 0 && result.classify(73.5) == 2)
        #expect(result.ranges.map(\.lower) == [60, 67, 74] && result.ranges.map(\.upper) == [66, 73, 80])
        let jenks = Classification.fisherJenks(values, classes: 3).roundedBreaks(decimals: 0, over: values)
        #expect(jenks.upperBounds.allSatisfy { $0 == $0.rounded() } && jenks.counts.reduce(0, +) == 8)
        let tenths = Classification.fixed(upperBounds: [0.1, 0.3], Distribution([0.1, 0.2, 0.3]), decimals: 1)
        #expect(tenths.ranges.map(\.lower) == [0.1, 0.2] && tenths.counts == [1, 2])
    }

    @Test("bounds that read the same become one class")
    func merged() {
        let values = Distribution([1.01, 1.02, 1.03, 2])
        #expect(Classification.quantiles(values, classes: 4).roundedBreaks(decimals: 0, over: values).upperBounds == [1, 2])
    }

    @Test("odd values do no harm", arguments: oddValues)
    func odd(values: [Double]) {
        let distribution = Distribution(values)
        for classes in [Int.min, 0, 1, 3, 7, .max] {
            for result in all(distribution, classes: min(max(classes, 1), 40), decimals: nil) + [
                .fisherJenks(distribution, classes: classes), .quantiles(distribution, classes: classes), .equalIntervals(distribution, classes: classes),
                .fixed(upperBounds: values, distribution), .fisherJenks(distribution, classes: classes, decimals: 400),
            ] {
                #expect(result.upperBounds.count <= Classification.mostClasses && !result.fit.isNaN && !result.squaresWithin.isNaN)
                #expect(result.classify(.nan) == nil)
                #expect(result.counts.reduce(0, +) == (result.upperBounds.isEmpty ? 0 : distribution.count))
            }
        }
    }
}

@Suite("Diverging classes")
struct DivergingClassesTests {
    @Test("around a reference, equally far on both sides, with what is not clearly different in the middle")
    func tolerance() throws {
        let estimates: [Estimate?] = [40, 45, 49.5, 50, 50.5, 52, 58, 60].map { Estimate($0) } + [nil, Estimate(.nan)]
        let classes = try #require(DivergingClasses(estimates, around: 50, tolerance: 1, sides: 2))
        #expect(classes.used == 8 && classes.missing == 2)
        #expect(classes.steps == [8, 10] && classes.counts == [1, 1, 3, 2, 1])
        #expect(classes.classify(Estimate(40)) == -2 && classes.classify(Estimate(49)) == 0 && classes.classify(Estimate(48.9)) == -1)
        #expect(classes.classify(Estimate(1e300)) == 2 && classes.classify(Estimate(.nan)) == nil)
    }

    @Test("an area whose margin holds the reference is in the middle, however far its value")
    func margin() throws {
        let estimates = [Estimate(60, margin: 49...71), Estimate(60, margin: 55...65), Estimate(40, margin: 35...45), Estimate(50)]
        let classes = try #require(DivergingClasses(estimates, around: 50, sides: 1))
        #expect(classes.counts == [1, 2, 1])
        #expect(estimates.map(classes.classify) == [0, 1, -1, 0])
    }

    @Test("with decimals the value the reader sees decides")
    func decimals() throws {
        let estimates = [67.3, 60.1, 60.14, 59.9, 52.9].map { Estimate($0) }
        let classes = try #require(DivergingClasses(estimates, around: 60.12, sides: 2, decimals: 1))
        #expect(classes.reference == 60.1 && classes.classify(Estimate(60.14)) == 0)
        // Distances 7.2, 0.2 and 7.2: two equal halves would split the equal ones, so one step is left.
        #expect(classes.steps == [7.2] && classes.counts == [2, 2, 1])
        #expect(classes.classify(Estimate(67.3)) == 1 && classes.classify(Estimate(52.9)) == -1)
    }

    @Test("odd values do no harm", arguments: oddValues)
    func odd(values: [Double]) throws {
        for reference in [0, 5, 1e308, -1e308] {
            for sides in [Int.min, 1, 3, .max] {
                let classes = try #require(DivergingClasses(values.map { Estimate($0) }, around: reference, tolerance: -.infinity, sides: sides, decimals: nil))
                #expect(classes.counts.reduce(0, +) == classes.used && classes.used + classes.missing == values.count)
            }
        }
        #expect(DivergingClasses([], around: .nan) == nil)
    }
}
