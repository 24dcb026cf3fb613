import Foundation
import Measures
import TestSupport
import Testing

@Suite("Funnel plot")
struct FunnelPlotTests {
    @Test("M3: SIDS 1974 has the published limits, overdispersion and areas outside", .enabled(if: Golden.isPresent))
    func sids() throws {
        let counts = try Golden.column("SID74", of: "nc_sids.csv")
        let births = try Golden.column("BIR74", of: "nc_sids.csv")
        let names = try RatesFixture.names(1, of: "nc_sids.csv")
        let golden = try #require(try Golden.json("statistics_golden_more.json")["nc_sids74_funnel"] as? [String: Any])
        let plain = try #require(FunnelPlot(counts, of: births, correction: .none))
        #expect(isClose(plain.target, 0.0020214448936544207, 1e-15) && plain.used == 100)
        #expect(plain.outside95 == (12, 3) && plain.outside998 == (5, 0))
        let far = plain.areas.indices.filter { plain.areas[$0]?.status == .farAbove }.map { names[$0] }
        #expect(far == golden["high_998"] as? [String])
        let anson = try #require(names.firstIndex(of: "Anson"))
        #expect(isClose(plain.areas[anson]?.z, 6.645209311732621, 1e-9))
        let phi = plain.overdispersion
        #expect(isClose(phi.raw / 2.2602920240878914, 1, 1e-9) && isClose(phi.winsorised / 1.2771725174666004, 1, 1e-9))
        #expect(isClose(phi.limits, -1.4045522610770442, 2.139001085815048, 1e-9))
        #expect(isClose(phi.rawVariance / 7.953074702129753e-07, 1, 1e-9) && isClose(phi.variance / 1.797936569310075e-07, 1, 1e-9))
        let multiplied = try #require(FunnelPlot(counts, of: births))
        let added = try #require(FunnelPlot(counts, of: births, correction: .additive))
        #expect(multiplied.outside95 == (10, 2) && added.outside95 == (11, 1))
    }

    @Test("M3: limits of proportions follow the formula, are clipped to 0 and 1, and widen for small areas")
    func proportions() throws {
        let plot = try #require(FunnelPlot([10, 30, 5, .nan, 3], of: [100, 200, 10, 50, 0], correction: .none))
        #expect(plot.used == 3 && plot.areas[3] == nil && plot.areas[4] == nil)
        let target = 45.0 / 310
        #expect(isClose(plot.target, target, 1e-15))
        let reach = 1.959963984540054 * (target * (1 - target) / 200).squareRoot()
        #expect(isClose(plot.limits(at: 200), target - reach, target + reach, 1e-12))
        #expect(plot.limits(at: 1)?.lowerBound == 0 && plot.limits(at: 0) == nil && plot.limits(at: .infinity) == nil)
        #expect(plot.areas[2]?.status == .farAbove)
    }

    @Test("M3: rates have exact Poisson limits around the expected count, ratios around 1")
    func rates() throws {
        let plot = try #require(FunnelPlot([5, 10, 30, 4], of: [5, 10, 10, 20], kind: .rate, correction: .none, target: 1))
        #expect(isClose(plot.areas[1]?.limits95, 0.479539, 1.839036, 1e-6))
        #expect(isClose(plot.areas[0]?.limits95, 1.62349 / 5, 11.66833 / 5, 1e-6))
        #expect(plot.areas[2]?.status == .farAbove && plot.areas[3]?.status == .farBelow && plot.areas[0]?.status == .within)
        #expect(isClose(plot.areas[2]?.z, 2 * 10.0.squareRoot(), 1e-12))
    }

    @Test("M3: corrections only widen, and chance alone leaves about one in twenty outside")
    func chance() throws {
        var random = Chance(5)
        var outside = 0
        for _ in 0..<50 {
            let populations = (0..<200).map { _ in Double(Int.random(in: 200...2000, using: &random)) }
            let counts = populations.map { size in Double((0..<Int(size / 10)).count { _ in Double.random(in: 0..<1, using: &random) < 0.3 }) }
            let sizes = populations.map { ($0 / 10).rounded(.down) }
            let plain = try #require(FunnelPlot(counts, of: sizes, correction: .none))
            let wide = try #require(FunnelPlot(counts, of: sizes))
            let added = try #require(FunnelPlot(counts, of: sizes, correction: .additive))
            outside += plain.outside95.above + plain.outside95.below
            for size in [10.0, 100, 1000] {
                let inner = try #require(plain.limits(at: size))
                #expect(wide.limits(at: size)?.contains(inner.upperBound) == true && added.limits(at: size)?.contains(inner.lowerBound) == true)
            }
        }
        #expect((400...650).contains(outside))
    }

    @Test("M3: no areas, no events and odd numbers give no funnel or unknown areas, never a crash")
    func odd() {
        #expect(FunnelPlot([], of: []) == nil && FunnelPlot([1], of: [1, 2]) == nil && FunnelPlot([0, 0], of: [5, 5]) == nil)
        #expect(FunnelPlot([5], of: [5]) == nil && FunnelPlot([5, 6], of: [5, 6], kind: .rate) != nil)
        for values in oddValues {
            for kind in [FunnelPlot.Kind.proportion, .rate] {
                for correction in [FunnelPlot.Correction.none, .multiplicative, .additive] {
                    let plot = FunnelPlot(values, of: values.reversed(), kind: kind, correction: correction, target: 0.5)
                    #expect((plot?.areas.count ?? values.count) == values.count)
                }
            }
        }
    }
}
