import Foundation
import Measures
import Testing

/// Check values of methods.md, acceptance tests 1 to 4.
@Suite("Columbus and North Carolina", .enabled(if: Golden.isPresent))
struct ColumbusTests {
    private func field(_ weights: String) throws -> SpatialField {
        try SpatialField(Golden.column("CRIME", of: "columbus.csv"), weights: goldenWeights(weights).rowStandardised)
    }

    private func queen() throws -> [String: Any] {
        try #require(Golden.json("statistics_golden.json")["columbus_crime_queen"] as? [String: Any])
    }

    private func numbers(_ key: String) throws -> [Double] { try #require(try queen()[key] as? [Double]) }

    @Test("M7: Moran and Geary of crime in Columbus, queen")
    func globalQueen() throws {
        let moran = try field("columbus_queen.gal").globalMoran()
        let chance = try #require(moran.randomisation)
        let normal = try #require(moran.normality)
        #expect(isClose(moran.value, 0.500188557183, 1e-9) && isClose(chance.expected, -0.020833333333, 1e-9))
        #expect(isClose(chance.variance, 0.008689289201, 1e-9) && isClose(chance.z, 5.589382675, 1e-8))
        #expect(isClose(chance.z, try #require(try queen()["z_rand"] as? Double), 1e-9))
        #expect(isClose(chance.oneSided, 1.139391e-8, 1e-13) && isClose(chance.twoSided, 2.278783e-8, 1e-13))
        #expect(isClose(normal.variance, 0.008563413, 1e-9) && isClose(normal.z, 5.630313, 1e-6))
        #expect(moran.areas == 49 && moran.islands == 0 && moran.links == 236 && moran.permutation == nil)
        let geary = try field("columbus_queen.gal").globalGeary()
        #expect(isClose(geary.value, 0.540528203, 1e-8))
        // esda 2.9.0
        #expect(isClose(geary.randomisation?.variance ?? 0, 0.009384263776965, 1e-12) && isClose(geary.randomisation?.z ?? 0, -4.743061500504, 1e-9))
        #expect(isClose(geary.normality?.variance ?? 0, 0.009821535433554, 1e-12) && isClose(geary.normality?.z ?? 0, -4.636274756221, 1e-9))
    }

    @Test("M7: Moran and Geary of crime in Columbus, rook")
    func globalRook() throws {
        let field = try field("columbus_rook.gal")
        let moran = try field.globalMoran()
        #expect(isClose(moran.value, 0.523670213, 1e-8) && isClose(moran.randomisation?.z ?? 0, 5.457880, 1e-6))
        #expect(isClose(moran.randomisation?.z ?? 0, 5.4578800459092776, 1e-8))
        #expect(isClose(try field.globalGeary().value, 0.515440806, 1e-8))
    }

    @Test("M7: global G of crime in Columbus, with the variance of the published formula")
    func globalG() throws {
        let weights = try goldenWeights("columbus_queen.gal")
        let result = try SpatialField(Golden.column("CRIME", of: "columbus.csv"), weights: weights).globalGetisOrdG()
        let g = try #require(result)
        #expect(isClose(g.value, 0.12780745738195434, 1e-12) && isClose(g.randomisation?.z ?? 0, 4.638151, 1e-6) && g.normality == nil)
        #expect(isClose(g.randomisation?.expected ?? 0, 0.10034013605, 1e-11) && isClose(g.randomisation?.variance ?? 0, 3.507057303807e-05, 1e-15))
    }

    @Test("M7: local Moran of crime in Columbus: statistics, sum and quadrants")
    func local() throws {
        let local = try field("columbus_queen.gal").localMoran(Permutations(runs: 99, seed: 1)).known
        let golden = try numbers("local_I_esda")
        for (area, expected) in golden.enumerated() { #expect(isClose(local[area].statistic, expected, 1e-6)) }
        for (area, expected) in [0.721781, 0.517986, 0.091935, 0.004723].enumerated() { #expect(isClose(local[area].statistic, expected, 1e-6)) }
        #expect(isClose(local.reduce(0) { $0 + $1.statistic }, 24.00905075, 1e-7))
        #expect(local.map(\.quadrant.rawValue) == (try #require(try queen()["quadrant"] as? [Int])))
        let rook = try field("columbus_rook.gal").localMoran(Permutations(runs: 99, seed: 1)).known
        for (area, expected) in golden.prefix(4).enumerated() { #expect(isClose(rook[area].statistic, expected, 1e-6)) }
    }

    @Test("M7: 99,999 permutations find the published p-values and the five areas that stand after Benjamini-Hochberg")
    func permutations() throws {
        let runs = 99_999
        let result = try field("columbus_queen.gal").localMoran(Permutations(runs: runs, seed: 20260731), execution: Execution(cores: 2))
        let local = result.known
        func margin(_ p: Double) -> Double { 8 * (p * (1 - p / 2) / Double(runs)).squareRoot() }
        for (area, p) in try numbers("p_two_sided_99999").enumerated() { #expect(abs(local[area].significance.p - p) <= margin(p)) }
        for (area, p) in try numbers("p_directed_99999").enumerated() { #expect(abs(local[area].significance.test.directed - p) <= margin(2 * p)) }
        for (area, directed, p) in [(0, 0.184, 0.365), (15, 0.0002, 0.0005), (16, 0.034, 0.068), (23, 0.0002, 0.0003)] {
            #expect(abs(local[area].significance.test.directed - directed) <= margin(p) + 0.0005 && abs(local[area].significance.p - p) <= margin(p) + 0.0005)
        }
        let low = local.indices.filter { local[$0].significance.p < 0.05 }
        let directed = local.indices.filter { local[$0].significance.test.directed < 0.05 }
        #expect((14...16).contains(low.count) && (19...21).contains(directed.count))
        #expect(low.allSatisfy { [.highHigh, .lowLow].contains(local[$0].quadrant) })
        let standing = local.indices.filter { local[$0].significance.isSignificant }
        #expect(standing == [15, 23, 24, 28, 31] && result.discoveries.rejected == 5 && result.discoveries.family == 49)
        #expect(standing.map { local[$0].quadrant } == [.highHigh, .highHigh, .highHigh, .highHigh, .lowLow])
        #expect((8...10).contains(BenjaminiHochberg(local.map(\.significance.test.directed)).rejected))
    }

    @Test("M7: Gi* and Gi of crime in Columbus, all 49")
    func getisOrd() throws {
        let field = try field("columbus_queen.gal")
        let star = try field.getisOrdGiStar(Permutations(runs: 999, seed: 1)).known
        for (area, expected) in try numbers("gi_star_z_binary").enumerated() { #expect(isClose(star[area].score, expected, 1e-6)) }
        for (area, expected) in [-1.432780, -1.340008, -0.771999, -0.131733, 1.285363, 0.068648].enumerated() {
            #expect(isClose(star[area].score, expected, 1e-6))
        }
        #expect(isClose(star.map(\.score).max() ?? 0, 3.475051, 1e-6) && isClose(star.map(\.score).min() ?? 0, -2.851023, 1e-6))
        #expect(star[0].spot == .cold && star[4].spot == .hot)
        let plain = try field.getisOrdGi(Permutations(runs: 999, seed: 1)).known
        for (area, expected) in try numbers("gi_z_binary").enumerated() { #expect(isClose(plain[area].score, expected, 1e-6)) }
        for (area, expected) in [-0.937808, -0.985659, -0.718419].enumerated() { #expect(isClose(plain[area].score, expected, 1e-6)) }
        #expect(star.map(\.significance.test) == plain.map(\.significance.test))
    }

    @Test("M7: Moran of sudden infant deaths in North Carolina, raw and standardised by empirical Bayes")
    func northCarolina() throws {
        let weights = try goldenWeights("nc_sids2.gal").rowStandardised
        let first = try SpatialField(Golden.column("SIDR74", of: "nc_sids.csv"), weights: weights).globalMoran()
        #expect(isClose(first.value, 0.247725193, 1e-9) && isClose(first.normality?.z ?? 0, 3.854781, 1e-6))
        let second = try SpatialField(Golden.column("SIDR79", of: "nc_sids.csv"), weights: weights).globalMoran()
        #expect(isClose(second.value, 0.166557451, 1e-9))
        let rates79 = try SpatialField(standardised("SID79", "BIR79"), weights: weights).globalMoran()
        #expect(isClose(rates79.value, 0.16622343552567403, 1e-9))
        let rates74 = try SpatialField(standardised("SID74", "BIR74"), weights: goldenWeights("nc_cressie_read_1985.gal")).globalMoran()
        #expect(isClose(rates74.value, 0.2294372925209531, 1e-9))
    }

    /// Rates as Assunção and Reis (1999) standardise them; no variance is negative here.
    private func standardised(_ events: String, _ population: String) throws -> [Double] {
        let counts = try Golden.column(events, of: "nc_sids.csv")
        let people = try Golden.column(population, of: "nc_sids.csv")
        let all = people.reduce(0, +)
        let b = counts.reduce(0, +) / all
        let spread = zip(counts, people).reduce(0) { $0 + $1.1 * ($1.0 / $1.1 - b) * ($1.0 / $1.1 - b) } / all
        let a = spread - b / (all / Double(people.count))
        return zip(counts, people).map { ($0 / $1 - b) / (a + b / $1).squareRoot() }
    }
}
