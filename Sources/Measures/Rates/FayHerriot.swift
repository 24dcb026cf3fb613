/// Survey estimates of areas, steadied by a regression on register figures (Fay and Herriot 1979).
package struct FayHerriot: Sendable, Hashable {
    /// How the variance between areas is estimated.
    package enum Method: Sendable, Hashable {
        /// Restricted maximum likelihood, by Fisher scoring.
        case reml
        /// The moment equation of Fay and Herriot: weighted squares equal to areas minus columns.
        case moment
    }

    package enum Failure: Error, Hashable {
        /// The lists and the rows of the design are not equally long.
        case lengths
        /// Not more areas with an estimate than columns.
        case tooFewAreas(used: Int)
        /// A sampling variance that is not above 0 or a covariate that is not a number, at this area.
        case variance(area: Int)
        case covariate(area: Int)
        /// A column is a sum of others.
        case dependentColumns
        case notConverged
    }

    package struct Area: Sendable, Hashable {
        /// Best linear unbiased prediction with the estimated variance (EBLUP).
        package let estimate: Double
        /// What the regression alone says.
        package let synthetic: Double
        /// Part of the estimate that comes from the survey, 0 to 1.
        package let weight: Double
        /// Estimated mean squared error (Prasad and Rao 1990; Datta and Lahiri 2000).
        package let meanSquaredError: Double
    }

    package let method: Method
    /// Variance between areas that the columns do not explain (A).
    package let variance: Double
    package let coefficients: [Double]
    /// One per row; areas without a survey estimate get what the regression says.
    package let areas: [Area]
    /// How many areas had a survey estimate.
    package let used: Int
}

/// Fits the area-level model y = x'β + v + e, v ~ N(0, A), e ~ N(0, D) with D known.
///
/// - Parameters:
///   - values: direct estimates y; NaN where the survey has none
///   - variances: their sampling variances D, above 0 where there is a value
///   - design: one row per area, one column per covariate, with a column of ones for the intercept; known for every area
package func fayHerriot(
    _ values: [Double], variances: [Double], design: Matrix, method: FayHerriot.Method = .reml
) throws(FayHerriot.Failure) -> FayHerriot {
    let model = try AreaModel(values, variances: variances, design: design)
    let variance =
        switch method {
        case .reml: try model.reml()
        case .moment: try model.moment()
        }
    guard let fit = model.fit(variance) else { throw .dependentColumns }
    // Asymptotic variance of the estimate of A: both in the sums over 1/(A + D).
    let total = model.known.reduce(0) { $0 + fit.weights[$1] * fit.weights[$1] }
    let first = model.known.reduce(0) { $0 + fit.weights[$1] }
    let count = Double(model.known.count)
    let spread = method == .reml ? 2 / total : 2 * count / (first * first)
    // The moment estimate of A is biased upwards by this much (Datta, Rao and Smith 2005); REML is not to this order.
    let bias = method == .reml ? 0 : 2 * (count * total - first * first) / (first * first * first)
    let areas = (0..<values.count).map { index in
        let row = Array(design.row(index))
        let synthetic = zip(row, fit.coefficients).reduce(0) { $0 + $1.0 * $1.1 }
        let regression = zip(row, fit.covariance * row).reduce(0) { $0 + $1.0 * $1.1 }
        guard values[index].isFinite else {
            return FayHerriot.Area(estimate: synthetic, synthetic: synthetic, weight: 0, meanSquaredError: variance + regression)
        }
        let weight = variance * fit.weights[index]
        let (rest, error) = (1 - weight, variances[index])
        let g3 = error * error * fit.weights[index] * fit.weights[index] * fit.weights[index] * spread
        return FayHerriot.Area(
            estimate: synthetic + weight * (values[index] - synthetic), synthetic: synthetic, weight: weight,
            meanSquaredError: weight * error + rest * rest * regression + 2 * g3 - rest * rest * bias)
    }
    return FayHerriot(method: method, variance: variance, coefficients: fit.coefficients, areas: areas, used: model.known.count)
}

/// The data of one fit and weighted least squares on them.
private struct AreaModel {
    let values: [Double]
    let variances: [Double]
    let design: Matrix
    let known: [Int]

    init(_ values: [Double], variances: [Double], design: Matrix) throws(FayHerriot.Failure) {
        guard values.count == variances.count, values.count == design.rows else { throw .lengths }
        let known = values.indices.filter { values[$0].isFinite }
        guard design.columns > 0, known.count > design.columns else { throw .tooFewAreas(used: known.count) }
        for index in known where !(variances[index] > 0 && variances[index].isFinite) { throw .variance(area: index) }
        for index in values.indices where !design.row(index).allSatisfy(\.isFinite) { throw .covariate(area: index) }
        (self.values, self.variances, self.design, self.known) = (values, variances, design, known)
    }

    struct Fit {
        let coefficients: [Double]
        /// (X'V⁻¹X)⁻¹
        let covariance: Matrix
        /// 1/(A + D) per area.
        let weights: [Double]
    }

    /// X'WX with weights to a power, over the areas with an estimate.
    private func cross(_ weights: [Double], power: Int) -> Matrix {
        var sum = Matrix(rows: design.columns, columns: design.columns)
        for index in known {
            let weight = (0..<power).reduce(1.0) { product, _ in product * weights[index] }
            for row in 0..<design.columns {
                for column in 0...row { sum[row, column] += weight * design[index, row] * design[index, column] }
            }
        }
        for row in 0..<design.columns { for column in 0..<row { sum[column, row] = sum[row, column] } }
        return sum
    }

    func fit(_ variance: Double) -> Fit? {
        var weights = [Double](repeating: 0, count: values.count)
        for index in known { weights[index] = 1 / (variance + variances[index]) }
        guard let solver = cross(weights, power: 1).cholesky else { return nil }
        var right = [Double](repeating: 0, count: design.columns)
        for index in known {
            for column in 0..<design.columns { right[column] += weights[index] * values[index] * design[index, column] }
        }
        let coefficients = solver.solve(right)
        return coefficients.allSatisfy(\.isFinite) ? Fit(coefficients: coefficients, covariance: solver.inverse, weights: weights) : nil
    }

    private func residual(_ index: Int, _ fit: Fit) -> Double {
        zip(design.row(index), fit.coefficients).reduce(values[index]) { $0 - $1.0 * $1.1 }
    }

    /// Fisher scoring with P = V⁻¹ − V⁻¹X(X'V⁻¹X)⁻¹X'V⁻¹ never written out: its traces follow from matrices as wide as the design.
    func reml() throws(FayHerriot.Failure) -> Double {
        guard var variance = Distribution(known.map { variances[$0] }).median else { throw .tooFewAreas(used: 0) }
        for _ in 0..<500 {
            guard let fit = fit(variance) else { throw .dependentColumns }
            let inner = fit.covariance * cross(fit.weights, power: 2)
            let third = fit.covariance * cross(fit.weights, power: 3)
            let (first, second) = known.reduce(into: (0.0, 0.0)) { sums, index in
                sums.0 += fit.weights[index]
                sums.1 += fit.weights[index] * fit.weights[index]
            }
            let squares = known.reduce(0.0) { sum, index in
                let scaled = residual(index, fit) * fit.weights[index]
                return sum + scaled * scaled
            }
            let score = (squares - (first - inner.trace)) / 2
            let information = (second - 2 * third.trace + (inner * inner).trace) / 2
            let next = max(0, variance + score / information)
            guard next.isFinite else { throw .notConverged }
            if abs(next - variance) <= 1e-10 * max(next, variance) { return next }
            variance = next
        }
        throw .notConverged
    }

    /// Solves Σ(y − x'β)²/(A + D) = areas − columns by Newton steps from 0; the left side falls and is convex in A.
    func moment() throws(FayHerriot.Failure) -> Double {
        var variance = 0.0
        for _ in 0..<500 {
            guard let fit = fit(variance) else { throw .dependentColumns }
            var (squares, slope) = (0.0, 0.0)
            for index in known {
                let scaled = residual(index, fit) * fit.weights[index]
                squares += scaled * scaled / fit.weights[index]
                slope += scaled * scaled
            }
            let excess = squares - Double(known.count - design.columns)
            if variance == 0, excess <= 0 { return 0 }
            let next = max(0, variance + excess / slope)
            guard next.isFinite else { throw .notConverged }
            if abs(next - variance) <= 1e-12 * max(next, variance) { return next }
            variance = next
        }
        throw .notConverged
    }
}

extension Matrix {
    fileprivate var trace: Double { (0..<rows).reduce(0) { $0 + self[$1, $1] } }
}
