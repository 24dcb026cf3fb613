/// Mean and spread of all values but one, for each of them.
///
/// Put together from the values before and after it (Chan, Golub and LeVeque, 1983), because taking one value away from sums over all loses
/// every digit where that value is far from the others.
struct LeaveOneOut: Sendable {
    private struct Part {
        var count = 0.0
        var mean = 0.0
        var squares = 0.0

        func with(_ other: Part) -> Part {
            guard count > 0, other.count > 0 else { return count > 0 ? self : other }
            let step = other.mean - mean
            let all = count + other.count
            return Part(count: all, mean: mean + step * other.count / all, squares: squares + other.squares + step * step * count * other.count / all)
        }
    }

    /// Mean of the others.
    let means: [Double]
    /// Mean squared distance of the others from their mean.
    let variances: [Double]

    init(_ values: [Double]) {
        var after = [Part](repeating: Part(), count: values.count + 1)
        for index in values.indices.reversed() { after[index] = Part(count: 1, mean: values[index]).with(after[index + 1]) }
        var before = Part()
        var means: [Double] = []
        var variances: [Double] = []
        for (index, value) in values.enumerated() {
            let others = before.with(after[index + 1])
            means.append(others.mean)
            variances.append(others.squares / others.count)
            before = before.with(Part(count: 1, mean: value))
        }
        (self.means, self.variances) = (means, variances)
    }
}
