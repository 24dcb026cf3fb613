import Foundation
import Measures
import TestSupport
import Testing

@Suite("Empirical Bayes")
struct EmpiricalBayesTests {
    @Test("M4: SIDS 1974 gives Marshall's a, b and all hundred values", .enabled(if: Golden.isPresent))
    func sids() throws {
        let golden = try #require(try Golden.json("statistics_golden.json")["nc_sids"] as? [String: Any])
        let (counts, births) = (try Golden.column("SID74", of: "nc_sids.csv"), try Golden.column("BIR74", of: "nc_sids.csv"))
        let bayes = try #require(Rates.empiricalBayes(counts, per: births))
        #expect(isClose(bayes.mean, 0.0020214448936544207, 1e-15) && isClose(bayes.variance / 7.692930647014653e-07, 1, 1e-10))
        #expect(bayes.used == 100)
        let all = try #require(golden["EB"] as? [Double])
        for (value, expected) in zip(bayes.smoothed, all) { #expect(isClose(value, expected, 1e-12)) }
        let names = try RatesFixture.names(1, of: "nc_sids.csv")
        func area(_ name: String) throws -> SmoothedRate { try #require(bayes.areas[names.firstIndex(of: name) ?? 0]) }
        let (ashe, anson) = (try area("Ashe"), try area("Anson"))
        #expect(isClose(ashe.weight, 0.293385, 1e-6) && isClose(ashe.smoothed, 0.0016972973, 1e-10))
        #expect(isClose(anson.weight, 0.374017, 1e-6) && isClose(anson.smoothed, 0.0048388041, 1e-10))
        #expect(isClose(bayes.smoothed.min(), 0.0010570, 1e-7) && isClose(bayes.smoothed.max(), 0.0048388, 1e-7))
    }

    @Test("M4: Auckland gives the global values, and the local ones in both variants", .enabled(if: Golden.isPresent))
    func auckland() throws {
        let golden = try #require(try Golden.json("statistics_golden_more.json")["auckland_eb"] as? [String: Any])
        let deaths = try Golden.column("deaths_1977_85", of: "auckland.csv")
        let children = try Golden.column("under5_1981", of: "auckland.csv").map { 9 * $0 }
        let bayes = try #require(Rates.empiricalBayes(deaths, per: children))
        #expect(isClose(bayes.variance / 7.284172900975149e-07, 1, 1e-10) && isClose(bayes.mean, 0.0026334361931361727, 1e-15))
        for (value, expected) in zip(bayes.smoothed, try #require(golden["first4"] as? [Double])) { #expect(isClose(value, expected, 1e-12)) }
        let lists = try goldenWeights("auckland.gal")
        for (mean, key) in [(LocalMean.own, "local_own_mean"), (.neighbours, "local_neighbours_mean")] {
            let expected = try #require(golden[key] as? [String: Any])
            let local = try #require(
                Rates.localEmpiricalBayes(deaths, per: children, starts: lists.starts, neighbours: lists.indices, mean: mean))
            for (value, first) in zip(local.smoothed, try #require(expected["first10"] as? [Double])) { #expect(isClose(value, first, 1e-11)) }
            #expect(local.clipped == expected["clipped"] as? Int && local.used == 167)
        }
    }

    @Test("M4: EB-standardised rates give the published Moran's I", .enabled(if: Golden.isPresent))
    func standardised() throws {
        let golden = try #require(try Golden.json("statistics_golden_more.json")["nc_sids_moran_eb_standardised"] as? [String: Double])
        func scores(_ counts: String, _ births: String) throws -> [Double] {
            let (counts, births) = (try Golden.column(counts, of: "nc_sids.csv"), try Golden.column(births, of: "nc_sids.csv"))
            return try #require(Rates.empiricalBayesStandardised(counts, per: births))
        }
        func moran(_ scores: [Double], _ weights: SpatialWeights) throws -> Double {
            try SpatialField(scores, weights: weights).globalMoran().value
        }
        let later = try moran(try scores("SID79", "BIR79"), try goldenWeights("nc_sids2.gal").rowStandardised)
        let first = try moran(try scores("SID74", "BIR74"), try goldenWeights("nc_cressie_read_1985.gal").binary)
        #expect(isClose(later, golden["SID79_BIR79_sids2_row"], 1e-9))
        #expect(isClose(first, golden["SID74_BIR74_1985_binary"], 1e-9))
    }

    @Test("M4: where areas differ less than chance makes them everyone gets the mean")
    func clipped() throws {
        let bayes = try #require(Rates.empiricalBayes([10, 20, 30], per: [100, 200, 300]))
        #expect(bayes.unclippedVariance < 0 && bayes.variance == 0)
        #expect(bayes.smoothed.allSatisfy { $0 == 0.1 } && bayes.areas.allSatisfy { $0?.weight == 0 })
        let local = try #require(Rates.localEmpiricalBayes([10, 20, 30], per: [100, 200, 300], starts: [0, 1, 3, 4], neighbours: [1, 0, 2, 1]))
        #expect(local.clipped == 3 && zip(local.smoothed, local.means).allSatisfy { $0 == $1 })
        let scores = try #require(Rates.empiricalBayesStandardised([10, 20, 30], per: [100, 200, 300]))
        #expect(scores.allSatisfy { isClose($0, 0, 1e-12) })
    }

    @Test("M4: a smoothed rate lies between the raw rate and the mean, closer to the raw rate in larger areas, in any order of areas")
    func properties() throws {
        var random = Chance(2)
        for _ in 0..<100 {
            let count = Int.random(in: 2...30, using: &random)
            let populations = (0..<count).map { _ in Double(Int.random(in: 20...3000, using: &random)) }
            let counts = populations.map { ($0 * Double.random(in: 0...0.3, using: &random)).rounded() }
            let bayes = try #require(Rates.empiricalBayes(counts, per: populations))
            for area in bayes.areas.compactMap({ $0 }) {
                #expect(area.smoothed >= min(area.raw, bayes.mean) - 1e-12 && area.smoothed <= max(area.raw, bayes.mean) + 1e-12)
            }
            let order = (0..<count).shuffled(using: &random)
            let turned = try #require(Rates.empiricalBayes(order.map { counts[$0] }, per: order.map { populations[$0] }))
            for (place, index) in order.enumerated() { #expect(isClose(turned.smoothed[place], bayes.smoothed[index], 1e-12)) }
            let sorted = (0..<count).sorted { populations[$0] < populations[$1] }.compactMap { bayes.areas[$0]?.weight }
            #expect(zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 })
            // Everyone a neighbour of everyone: local is global.
            let lists = try SpatialWeights(neighbours: (0..<count).map { area in (0..<count).filter { $0 != area } })
            let local = try #require(Rates.localEmpiricalBayes(counts, per: populations, starts: lists.starts, neighbours: lists.indices))
            for (one, other) in zip(local.smoothed, bayes.smoothed) { #expect(isClose(one, other, 1e-12)) }
        }
    }

    @Test("M4: missing areas take no part, islands keep to themselves, broken lists are refused")
    func missing() throws {
        let bayes = try #require(Rates.empiricalBayes([10, .nan, 30, 4], per: [100, 200, 200, 0]))
        #expect(bayes.used == 2 && bayes.areas[1] == nil && bayes.areas[3] == nil && isClose(bayes.mean, 40.0 / 300, 1e-15))
        let local = try #require(Rates.localEmpiricalBayes([10, .nan, 30], per: [100, 200, 200], starts: [0, 1, 2, 2], neighbours: [1, 0]))
        #expect(local.areas[0]?.smoothed == 0.1 && local.areas[1] == nil && local.areas[2]?.smoothed == 0.15)
        for (starts, neighbours) in [([0, 1], [1]), ([0, 1, 1], [2]), ([0, 1, 1], [-1]), ([0, 2, 1], [1]), ([1, 1, 1], [1]), ([], [])] as [([Int32], [Int32])] {
            #expect(Rates.localEmpiricalBayes([1, 2], per: [10, 10], starts: starts, neighbours: neighbours) == nil)
        }
    }

    @Test("M4: shares drawn to their municipality on the log-odds scale follow the formula")
    func logit() throws {
        let shrunk = try #require(Rates.logitShrinkage([2, 30], of: [20, 100]))
        let odds = [log(2.5 / 18.5), log(30.5 / 70.5)]
        let centre = log(32.5 / 88.5)
        let variance = (pow(odds[0] - centre, 2) + pow(odds[1] - centre, 2))
        let error = 21.0 * 22 / (20 * 3 * 19)
        let weight = (1 / error) / (1 / error + 1 / variance)
        let area = try #require(shrunk.areas[0])
        #expect(isClose(area.weight, weight, 1e-12) && isClose(shrunk.variance, variance, 1e-12))
        #expect(isClose(area.smoothed, 1 / (1 + exp(-(weight * odds[0] + (1 - weight) * centre))), 1e-12))
        #expect(Rates.logitShrinkage([2], of: [20]) == nil)
    }

    @Test("M4: odd numbers give nothing or finite rates", arguments: oddValues)
    func odd(values: [Double]) {
        for populations: [Double] in [values, values.reversed(), values.map { _ in 10 }] {
            let bayes = Rates.empiricalBayes(values, per: populations)
            #expect(bayes?.areas.allSatisfy { $0?.smoothed.isFinite ?? true } ?? true)
            let scores = Rates.empiricalBayesStandardised(values, per: populations)
            #expect((scores?.count ?? values.count) == values.count)
            let starts = [Int32](repeating: 0, count: values.count + 1)
            let local = Rates.localEmpiricalBayes(values, per: populations, starts: starts, neighbours: [])
            #expect((local?.areas.count ?? values.count) == values.count)
            let logit = Rates.logitShrinkage(values, of: populations)
            #expect(logit?.areas.allSatisfy { $0?.smoothed.isFinite ?? true } ?? true)
        }
    }
}
