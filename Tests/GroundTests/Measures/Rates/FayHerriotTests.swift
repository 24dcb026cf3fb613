import Foundation
import Measures
import TestSupport
import Testing

@Suite("Fay–Herriot")
struct FayHerriotTests {
    private func milk() throws -> (values: [Double], variances: [Double], design: Matrix) {
        let values = try Golden.column("direct_est", of: "milk_expenditure.csv")
        let errors = try Golden.column("std_error", of: "milk_expenditure.csv")
        let regions = try Golden.column("major_area", of: "milk_expenditure.csv")
        return (values, errors.map { $0 * $0 }, Matrix(regions.map { region in [1] + [2.0, 3, 4].map { region == $0 ? 1 : 0 } }))
    }

    @Test("M5: milk expenditure gives the published variance, coefficients, estimates and errors", .enabled(if: Golden.isPresent))
    func reml() throws {
        let golden = try #require(try Golden.json("statistics_golden.json")["milk_FH_REML"] as? [String: Any])
        let (values, variances, design) = try milk()
        let fit = try fayHerriot(values, variances: variances, design: design)
        #expect(isClose(fit.variance, 0.01855033, 1e-7) && fit.used == 43)
        for (value, expected) in zip(fit.coefficients, try #require(golden["beta"] as? [Double])) { #expect(isClose(value, expected, 1e-6)) }
        for (area, expected) in zip(fit.areas, try #require(golden["eblup5"] as? [Double])) { #expect(isClose(area.estimate, expected, 1e-6)) }
        for (area, expected) in zip(fit.areas, try #require(golden["mse5"] as? [Double])) { #expect(isClose(area.meanSquaredError, expected, 1e-6)) }
        let moment = try fayHerriot(values, variances: variances, design: design, method: .moment)
        #expect(isClose(moment.variance, 0.01642026, 1e-7))
    }

    @Test("M5: an area without a survey estimate gets what the regression says, with a larger error", .enabled(if: Golden.isPresent))
    func withoutSurvey() throws {
        var (values, variances, design) = try milk()
        values[7] = .nan
        variances[7] = .nan
        let fit = try fayHerriot(values, variances: variances, design: design)
        #expect(fit.used == 42 && fit.areas[7].estimate == fit.areas[7].synthetic && fit.areas[7].weight == 0)
        #expect(fit.areas[7].meanSquaredError > fit.variance)
    }

    @Test("M5: equal sampling variances have a closed form, and areas that agree get the regression")
    func closedForm() throws {
        let values = [3.0, 5, 9, 11, 4, 8]
        let design = Matrix(values.map { _ in [1] })
        let mean = 40.0 / 6
        let spread = Moments.variance(values)
        for method in [FayHerriot.Method.reml, .moment] {
            let fit = try fayHerriot(values, variances: values.map { _ in 2 }, design: design, method: method)
            #expect(isClose(fit.variance, spread - 2, 1e-8) && isClose(fit.coefficients[0], mean, 1e-12))
            for (area, value) in zip(fit.areas, values) { #expect(isClose(area.estimate, mean + (1 - 2 / spread) * (value - mean), 1e-8)) }
            let same = try fayHerriot(values, variances: values.map { _ in 20 }, design: design, method: method)
            #expect(same.variance == 0 && same.areas.allSatisfy { isClose($0.estimate, mean, 1e-12) && $0.weight == 0 })
        }
    }

    @Test("M5: scale and translation of the values carry over to the estimates")
    func equivariance() throws {
        var random = Chance(8)
        let x = (0..<40).map { _ in random.normal() }
        let variances = (0..<40).map { _ in Double.random(in: 0.2...2, using: &random) }
        let values = zip(x, variances).map { 2 + $0 + random.normal() + random.normal() * $1.squareRoot() }
        let design = Matrix(x.map { [1, $0] })
        let plain = try fayHerriot(values, variances: variances, design: design)
        let moved = try fayHerriot(values.map { 7 + 10 * $0 }, variances: variances.map { 100 * $0 }, design: design)
        #expect(isClose(moved.variance, 100 * plain.variance, 1e-6))
        for (one, other) in zip(plain.areas, moved.areas) {
            #expect(isClose(other.estimate, 7 + 10 * one.estimate, 1e-6) && isClose(other.meanSquaredError, 100 * one.meanSquaredError, 1e-6))
        }
    }

    @Test("M5: what cannot be fitted is refused with the reason")
    func refusals() throws {
        let ones = Matrix([[1], [1], [1]])
        #expect(throws: FayHerriot.Failure.lengths) { try fayHerriot([1, 2], variances: [1, 1], design: ones) }
        #expect(throws: FayHerriot.Failure.tooFewAreas(used: 1)) { try fayHerriot([1, .nan, .nan], variances: [1, 1, 1], design: ones) }
        #expect(throws: FayHerriot.Failure.variance(area: 1)) { try fayHerriot([1, 2, 3], variances: [1, 0, 1], design: ones) }
        #expect(throws: FayHerriot.Failure.covariate(area: 2)) { try fayHerriot([1, 2, 3], variances: [1, 1, 1], design: Matrix([[1], [1], [.nan]])) }
        #expect(throws: FayHerriot.Failure.dependentColumns) {
            try fayHerriot([1, 2, 3, 4], variances: [1, 1, 1, 1], design: Matrix([[1, 2], [1, 2], [1, 2], [1, 2]]))
        }
        #expect(throws: FayHerriot.Failure.tooFewAreas(used: 0)) { try fayHerriot([], variances: [], design: Matrix([])) }
        for values in oddValues {
            let fit = try? fayHerriot(values, variances: values.map { abs($0) }, design: Matrix(values.map { _ in [1] }))
            #expect((fit?.areas.count ?? values.count) == values.count)
        }
    }
}
