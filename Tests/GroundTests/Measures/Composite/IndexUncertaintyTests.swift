import Foundation
import Measures
import TestSupport
import Testing

@Suite("Rank ranges of an index")
struct IndexUncertaintyTests {
    private let still = IndexChoices(scales: [.minMax], means: [.arithmetic], weightSpread: 0, dropsIndicator: false, drawsInputs: false, runs: 50)

    private func data(_ areas: Int, _ indicators: Int, seed: UInt64) -> [[Double]] {
        var random = Chance(seed)
        return (0..<indicators).map { _ in (0..<areas).map { _ in random.normal() } }
    }

    @Test("M10: without noise every run gives the nominal places", arguments: IndexChoices.Scale.allCases, WeightedMean.allCases)
    func still(scale: IndexChoices.Scale, mean: WeightedMean) throws {
        let values = data(1500, 4, seed: 3)
        let framework = try #require(IndexFramework(weights: [1, 2, 3, 4]))
        var choices = still
        (choices.scales, choices.means) = ([scale], [mean])
        let result = try #require(try indexUncertainty(values.map { IndexIndicator($0) }, framework: framework, choices: choices))
        #expect(result.meanShift == 0 && result.used == 1500 && result.runs == 50)
        for area in result.areas.compactMap({ $0 }) {
            #expect(area.range == area.nominalRank...area.nominalRank && area.medianRank == Double(area.nominalRank))
            #expect(area.worstShare == (area.nominalRank > 1350 ? 1 : 0))
        }
        // And the nominal places are those of the index itself.
        let normalisation: Normalisation =
            switch scale {
            case .minMax: .minMax(from: 1, to: 100)
            case .zScore: .zScore(mean: 50, deviation: 10)
            case .rank: .percentileRank
            }
        let scaled = values.map { list in normalisation(list).map { scale == .rank ? 1 + 99 * $0 : $0 } }
        let index = try #require(CompositeIndex(scaled, framework: framework, mean: mean))
        #expect(result.areas.indices.allSatisfy { place in result.areas[place]?.nominalRank == 1 + index.scores.count { $0 > index.scores[place] + 1e-9 } })
    }

    @Test("M10: rescaling an indicator or turning it round changes nothing")
    func rescaling() throws {
        let values = data(200, 4, seed: 5)
        let framework = try #require(IndexFramework(weights: [1, 1, 1, 1]))
        let choices = IndexChoices(runs: 200, seed: 9)
        let plain = try #require(
            try indexUncertainty(
                values.map { list in IndexIndicator(list, bounds: list.map { $0 - 0.1...$0 + 0.1 }) }, framework: framework, choices: choices))
        let moved = try #require(
            try indexUncertainty(
                values.map { list in IndexIndicator(list.map { 300 + 4096 * $0 }, bounds: list.map { 300 + 4096 * ($0 - 0.1)...300 + 4096 * ($0 + 0.1) }) },
                framework: framework, choices: choices))
        #expect(plain == moved)
        let exact = try #require(try indexUncertainty(values.map { IndexIndicator($0) }, framework: framework, choices: choices))
        let turned = try #require(
            try indexUncertainty(
                values.map { IndexIndicator($0.map { 5 - 2 * $0 }, higherIsBetter: false) }, framework: framework, choices: choices))
        #expect(exact == turned)
    }

    @Test("M10: the same seed gives the same result on one core and on two")
    func cores() throws {
        var values = data(300, 6, seed: 6)
        for index in stride(from: 0, to: 300, by: 7) { values[index % 6][index] = .nan }
        let indicators = values.map { list in
            IndexIndicator(list, bounds: list.map { $0.isNaN ? nil : $0 - 0.3...$0 + 0.3 }, draw: .normally)
        }
        let framework = try #require(IndexFramework(indicators: (0..<6).map { .init(parent: $0 / 3) }, groups: [.init(parent: 2), .init(parent: 2)]))
        let choices = IndexChoices(runs: 333, seed: 4)
        let one = try indexUncertainty(indicators, framework: framework, choices: choices)
        let two = try indexUncertainty(indicators, framework: framework, choices: choices, execution: Execution(cores: 2))
        #expect(one == two && one?.used == 300)
        var other = choices
        other.seed = 5
        #expect(try indexUncertainty(indicators, framework: framework, choices: other) != one)
        #expect(throws: Cancelled.self) {
            try indexUncertainty(indicators, framework: framework, choices: choices, execution: Execution(isCancelled: { true }))
        }
    }

    @Test("M10: wider intervals give wider ranges, and a range holds about nine of ten draws")
    func widths() throws {
        let values = data(100, 3, seed: 7)
        let framework = try #require(IndexFramework(weights: [1, 1, 1]))
        var choices = still
        (choices.drawsInputs, choices.runs) = (true, 2000)
        var widths: [Double] = []
        for reach in [0.01, 0.3, 1.0] {
            let indicators = values.map { list in IndexIndicator(list, bounds: list.map { $0 - reach...$0 + reach }) }
            let result = try #require(try indexUncertainty(indicators, framework: framework, choices: choices))
            widths.append(Moments.mean(result.areas.compactMap { $0.map { Double($0.range.count) } }))
            #expect(result.areas.allSatisfy { area in area.map { $0.range.contains(Int($0.medianRank)) } ?? false })
            #expect(isClose(Moments.mean(result.areas.compactMap { $0?.worstShare }), 0.1, 1e-9))
        }
        #expect(widths[0] < widths[1] && widths[1] < widths[2])
    }

    @Test("M10: areas of which less than 70 % of the weight is known are left out, others keep their places among the rest")
    func missing() throws {
        var values = data(40, 4, seed: 8)
        (values[0][3], values[1][3], values[2][5]) = (.nan, .nan, .nan)
        let framework = try #require(IndexFramework(weights: [1, 1, 1, 1]))
        let result = try #require(try indexUncertainty(values.map { IndexIndicator($0) }, framework: framework, choices: still))
        #expect(result.areas[3] == nil && result.areas[5] != nil && result.used == 39)
        #expect(Set(result.areas.compactMap { $0?.nominalRank }) == Set(1...39))
    }

    @Test("M10: ASEM: the Netherlands are 2nd, and lie between the first places over the choices", .enabled(if: Golden.isPresent))
    func asem() throws {
        let asem = try Asem()
        let indicators = zip(asem.imputed, asem.isHigherBetter).map { IndexIndicator(OutlierTreatment($0).values, higherIsBetter: $1) }
        let result = try #require(try indexUncertainty(indicators, framework: asem.framework, choices: IndexChoices(runs: 300)))
        let netherlands = try #require(result.areas[asem.area("NLD")])
        #expect(netherlands.nominalRank == 2 && netherlands.worstShare == 0)
        #expect(netherlands.range.contains(2) && netherlands.range.upperBound <= 10 && netherlands.medianRank <= 5)
        #expect(result.areas[asem.area("CHE")]?.nominalRank == 1)
    }

    @Test("M10: what cannot be run gives nothing, and odd numbers do no harm")
    func odd() throws {
        let framework = try #require(IndexFramework(weights: [1, 1]))
        var choices = still
        #expect(try indexUncertainty([IndexIndicator([1])], framework: framework) == nil)
        #expect(try indexUncertainty([IndexIndicator([1]), IndexIndicator([1, 2])], framework: framework) == nil)
        choices.means = []
        #expect(try indexUncertainty([IndexIndicator([1]), IndexIndicator([1])], framework: framework, choices: choices) == nil)
        choices = IndexChoices(runs: 12)
        for values in oddValues {
            for draw in [IndexIndicator.Draw.evenly, .normally] {
                let bounds = values.map { value in value.isFinite ? Optional(-Double.infinity...max(value, 0)) : nil }
                let indicators = [IndexIndicator(values, bounds: bounds, draw: draw), IndexIndicator(values.map { $0 + 1 })]
                let result = try indexUncertainty(indicators, framework: framework, choices: choices)
                #expect((result?.areas.count ?? values.count) == values.count)
            }
        }
    }
}
