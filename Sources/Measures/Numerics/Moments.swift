/// Plain summaries of lists of numbers. Lists hold known values only: what is missing stays outside.
package enum Moments {
    /// NaN for an empty list.
    package static func mean(_ values: some Collection<Double>) -> Double {
        values.reduce(0, +) / Double(values.count)
    }

    /// Sum of squared distances from the mean.
    package static func squares(_ values: some Collection<Double>) -> Double {
        let middle = mean(values)
        return values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    }

    /// With n − 1; NaN for fewer than two values.
    package static func variance(_ values: some Collection<Double>) -> Double {
        values.count > 1 ? squares(values) / Double(values.count - 1) : .nan
    }

    package static func standardDeviation(_ values: some Collection<Double>) -> Double { variance(values).squareRoot() }

    /// Pearson's correlation; NaN where one of the lists does not vary.
    package static func correlation(_ left: [Double], _ right: [Double]) -> Double {
        let (a, b) = (mean(left), mean(right))
        let product = zip(left, right).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
        return product / (squares(left) * squares(right)).squareRoot()
    }
}
