import Foundation
import Measures
import TestSupport
import Testing

@Suite("Composite index")
struct CompositeTests {
    private let unit = Normalisation.minMax(from: 0, to: 100)

    private func areClose(_ one: [Double], _ other: [Double], _ tolerance: Double = 1e-6) -> Bool {
        one.count == other.count && zip(one, other).allSatisfy { abs($0 - $1) <= tolerance || ($0.isNaN && $1.isNaN) }
    }

    @Test("M10: skewness, kurtosis and winsorising are those of the published row")
    func outliers() throws {
        let row = (1...10).map(Double.init) + [30, 100]
        let shape = try #require(Shape(row))
        #expect(isClose(shape.skewness, 3.0632410342, 1e-9) && isClose(shape.kurtosis, 9.7413908346, 1e-9))
        let treated = OutlierTreatment(row)
        #expect(treated.values == (1...10).map(Double.init) + [30, 30] && treated.action == .winsorised(highest: 1, lowest: 0))
        let turned = OutlierTreatment(row.map { -$0 } + [.nan])
        #expect(turned.values.dropLast().elementsEqual(treated.values.map { -$0 }) && turned.action == .winsorised(highest: 0, lowest: 1))
        #expect(turned.values.last?.isNaN == true)
        let plain = OutlierTreatment([1, 2, 3, 4, 5])
        #expect(plain.action == .none && plain.values == [1, 2, 3, 4, 5])
        let steep = (0..<100).map { pow(2, Double($0)) }
        let logged = OutlierTreatment(steep)
        #expect(logged.action == .logarithm && isClose(logged.values[0], log(0.01 * (steep[99] - 1)), 1e-9))
    }

    @Test("M10: normalising gives the published rows")
    func normalise() {
        #expect(areClose(unit([1, 2, 3, 10]), [0, 11.11111111111111, 22.22222222222222, 100]))
        #expect(areClose(Normalisation.zScore(mean: 10, deviation: 2)([1, 2, 3, 10]), [8.530306, 9.020204, 9.510102, 12.939388]))
        #expect(areClose(Normalisation.percentileRank([1, 2, 2, 10]), [0, 1.0 / 3, 1.0 / 3, 1]))
        #expect(areClose(Normalisation.borda([1, 2, 2, 10]), [0, 1, 1, 3]))
        #expect(areClose(Normalisation.reference(50)([25, .nan, 100]), [50, .nan, 200]))
        #expect(areClose(Normalisation.goalposts(from: 10, to: 30)([10, 20, 40], higherIsBetter: false), [100, 50, -50]))
        #expect(areClose(unit([1, .nan, 3, 10], higherIsBetter: false), [100, .nan, 700.0 / 9, 0]))
        #expect(areClose(unit([4, 4]), [0, 0]) && areClose(Normalisation.zScore(mean: 5, deviation: 1)([4, 4]), [5, 5]))
    }

    @Test("M10: means are those of the published rows, renormalise what is missing and refuse below 70 %")
    func means() {
        #expect(isClose(WeightedMean.arithmetic([1, 2, 3], weights: [1, 1, 2]).mean, 2.25, 1e-12))
        #expect(isClose(WeightedMean.geometric([1, 2, 4], weights: [1, 1, 2]).mean, 2.378414, 1e-6))
        #expect(isClose(WeightedMean.harmonic([1, 2, 4], weights: [1, 1, 2]).mean, 2, 1e-12))
        let known = WeightedMean.arithmetic([.nan, 2, 4], weights: [3, 2, 5])
        #expect(isClose(known.mean, 24.0 / 7, 1e-12) && isClose(known.known, 0.7, 1e-12))
        let refused = WeightedMean.arithmetic([.nan, 2, 4], weights: [3.01, 2, 5])
        #expect(refused.mean.isNaN && refused.known < 0.7)
        #expect(WeightedMean.geometric([0, 2], weights: [1, 1]).mean.isNaN && WeightedMean.arithmetic([], weights: []).mean.isNaN)
    }

    @Test("M10: weights multiply down the levels, and missing parts are made up for within their group")
    func framework() throws {
        let framework = try #require(
            IndexFramework(
                indicators: [.init(parent: 0), .init(parent: 0), .init(parent: 1), .init(weight: 2, parent: 3)],
                groups: [.init(parent: 2), .init(weight: 3, parent: 2), .init(weight: 1, parent: 3)]))
        #expect(areClose(framework.nominalWeights, [1.0 / 24, 1.0 / 24, 0.25, 2.0 / 3], 1e-12))
        #expect(areClose(framework.weights { $0 != 0 }, [0, 1.0 / 12, 0.25, 2.0 / 3], 1e-12))
        #expect(areClose(framework.weights { $0 == 2 || $0 == 3 }, [0, 0, 1.0 / 3, 2.0 / 3], 1e-12))
        #expect(framework.members(of: 2) == [0, 1, 2] && framework.members(of: 3) == [0, 1, 2, 3] && framework.members(of: 9) == [])
        #expect(IndexFramework(weights: []) == nil && IndexFramework(weights: [1, 0]) == nil)
        #expect(IndexFramework(indicators: [.init(parent: 0)], groups: [.init(parent: 0)]) == nil)
        #expect(IndexFramework(indicators: [.init(parent: 2)], groups: [.init(parent: 1)]) == nil)
    }

    @Test("M10: ASEM in three builds gives the published scores and places", .enabled(if: Golden.isPresent))
    func asem() throws {
        let golden = try #require(try Golden.json("statistics_golden_more.json")["asem"] as? [String: [String: Any]])
        let asem = try Asem()
        func check(_ scores: [Double], _ key: String) throws {
            let expected = try #require(golden[key])
            for (code, value) in expected where code != "rank" { #expect(isClose(scores[asem.area(code)], value as? Double, 1e-6), "\(key) \(code)") }
            for (code, rank) in expected["rank"] as? [String: Int] ?? [:] {
                #expect(1 + scores.count { $0 > scores[asem.area(code)] } == rank, "\(key) \(code)")
            }
        }
        let raw = asem.normalised(asem.raw, unit)
        try check(try #require(CompositeIndex(raw, framework: asem.framework)).scores, "raw_minmax_0_100_arithmetic")
        let positive = asem.normalised(asem.raw, .minMax(from: 1, to: 100))
        try check(try #require(CompositeIndex(positive, framework: asem.framework, mean: .geometric)).scores, "raw_minmax_1_100_geometric")
        let treated = asem.imputed.map { OutlierTreatment($0).values }
        let full = try #require(CompositeIndex(asem.normalised(treated, unit), framework: asem.framework))
        try check(full.scores, "full_build")
        #expect(full.used == 51 && full.known.allSatisfy { isClose($0, 1, 1e-12) } && full.groups.count == 10)
        #expect(isClose(full.nominalWeights.reduce(0, +), 1, 1e-12) && full.effectiveWeights.allSatisfy { abs($0) <= 1 })
    }

    @Test("M10: a duplicated indicator is warned of and raises the weight of its concept")
    func duplicates() throws {
        let one = [1.0, 5, 2, 9, 4], other = [7.0, 1, 8, 3, 3]
        let framework = try #require(IndexFramework(weights: [1, 1]))
        let single = try #require(CompositeIndex([unit(one), unit(other)], framework: framework))
        let three = try #require(IndexFramework(weights: [1, 1, 1]))
        let double = try #require(CompositeIndex([unit(one), unit(one), unit(other)], framework: three))
        #expect(double.overlaps.count == 1 && double.overlaps[0].first == 0 && double.overlaps[0].second == 1 && double.overlaps[0].correlation > 0.999)
        #expect(double.effectiveWeights[0] > single.effectiveWeights[0])
    }

    @Test("M10: rescaling an indicator changes nothing, odd numbers do no harm")
    func rescaling() throws {
        var random = Chance(21)
        let framework = try #require(IndexFramework(weights: [1, 2, 3]))
        let data = (0..<3).map { _ in (0..<50).map { _ in random.normal() } }
        for normalisation in [unit, .zScore(mean: 0, deviation: 1), .percentileRank, .borda] {
            let plain = try #require(CompositeIndex(data.map { normalisation($0) }, framework: framework))
            let moved = try #require(CompositeIndex(data.map { list in normalisation(list.map { 40 - 8 * $0 }, higherIsBetter: false) }, framework: framework))
            #expect(areClose(plain.scores, moved.scores, 1e-9))
        }
        for values in oddValues {
            #expect(OutlierTreatment(values).values.count == values.count)
            for normalisation in [unit, .zScore(mean: 0, deviation: 1), .percentileRank, .borda, .reference(0), .goalposts(from: 1, to: 1)] {
                #expect(normalisation(values).count == values.count)
                let index = CompositeIndex([normalisation(values), values, values], framework: framework, mean: .geometric)
                #expect(index?.scores.count == values.count)
            }
        }
        #expect(CompositeIndex([[1], [2]], framework: framework) == nil)
    }
}

/// Sustainable connectivity of 51 countries in 49 indicators and four levels (European Commission, JRC).
struct Asem {
    let codes: [String]
    /// Divided by their denominator; NaN for missing.
    let raw: [[Double]]
    /// Missing values filled with the mean of Europe or Asia.
    let imputed: [[Double]]
    let isHigherBetter: [Bool]
    let framework: IndexFramework

    init() throws {
        func table(_ file: String) throws -> [[String: String]] {
            let lines = try String(contentsOf: Golden.folder!.appending(path: file), encoding: .utf8).split(whereSeparator: \.isNewline).map(Self.cells)
            return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
        }
        let data = try table("asem_data.csv"), meta = try table("asem_meta.csv")
        let indicators = meta.filter { $0["Type"] == "Indicator" }
        let groups = meta.filter { $0["Type"] == "Aggregate" && $0["Parent"] != "NA" }
        codes = data.map { $0["uCode"] ?? "" }
        func column(_ name: String) -> [Double] { data.map { Double($0[name] ?? "") ?? .nan } }
        let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1["iCode"] ?? "", $0) })
        func entry(_ row: [String: String]) -> IndexFramework.Entry {
            .init(weight: Double(row["Weight"] ?? "") ?? 1, parent: places[row["Parent"] ?? ""] ?? groups.count)
        }
        framework = try #require(IndexFramework(indicators: indicators.map(entry), groups: groups.map(entry)))
        isHigherBetter = indicators.map { $0["Direction"] == "1" }
        raw = indicators.map { column($0["iCode"] ?? "") }
        let divided = indicators.map { row -> [Double] in
            let values = column(row["iCode"] ?? "")
            guard let denominator = row["Denominator"], denominator != "NA" else { return values }
            return zip(values, column(denominator)).map { $0 / $1 }
        }
        let continents = data.map { $0["EurAsia_group"] ?? "" }
        imputed = divided.map { values in
            values.indices.map { index in
                guard values[index].isNaN else { return values[index] }
                return Moments.mean(values.indices.filter { !values[$0].isNaN && continents[$0] == continents[index] }.map { values[$0] })
            }
        }
    }

    func area(_ code: String) -> Int { codes.firstIndex(of: code)! }

    func normalised(_ values: [[Double]], _ normalisation: Normalisation) -> [[Double]] {
        zip(values, isHigherBetter).map { normalisation($0, higherIsBetter: $1) }
    }

    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == ",", !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
