import Foundation

/// The gamma distribution, which turns a counted number into exact limits for its Poisson mean.
enum Gamma {
    /// The x at which the distribution with this shape (scale 1) has the given part below it, and the complement above.
    ///
    /// Newton steps kept inside a bracket, on the smaller of the two tails.
    ///
    /// - Parameters:
    ///   - below: part below x, between 0 and 1
    ///   - start: a first guess above 0
    static func quantile(shape: Double, below: Double, start: Double) -> Double {
        var low = 0.0
        var high = Double.infinity
        var x = start
        let scale = logGamma(shape)
        for _ in 0..<100 {
            let tails = tails(shape: shape, x: x)
            let excess = below < 0.5 ? tails.lower - below : (1 - below) - tails.upper
            if excess > 0 { high = x } else { low = x }
            let density = exp((shape - 1) * log(x) - x - scale)
            var next = x - excess / density
            if !(next > low && next < high) { next = high.isFinite ? (low + high) / 2 : x * 2 }
            if abs(next - x) <= 1e-13 * x { return next }
            x = next
        }
        return x
    }

    /// Parts of the distribution below and above x: the regularised incomplete gamma functions P and Q.
    ///
    /// Series below the mean, continued fraction (Lentz) above it: each converges fast on its own side.
    static func tails(shape: Double, x: Double) -> (lower: Double, upper: Double) {
        guard x > 0 else { return (0, 1) }
        let front = exp(shape * log(x) - x - logGamma(shape))
        if x < shape + 1 {
            let lower = front * series(shape: shape, x: x)
            return (lower, 1 - lower)
        }
        let upper = front * fraction(shape: shape, x: x)
        return (1 - upper, upper)
    }

    private static let mostTerms = 400_000

    private static func series(shape: Double, x: Double) -> Double {
        var term = 1 / shape
        var sum = term
        var divisor = shape
        for _ in 0..<mostTerms {
            divisor += 1
            term *= x / divisor
            sum += term
            if term < sum * 1e-17 { break }
        }
        return sum
    }

    private static func fraction(shape: Double, x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - shape
        var c = 1 / tiny
        var d = 1 / b
        var value = d
        for step in 1...mostTerms {
            let a = -Double(step) * (Double(step) - shape)
            b += 2
            d = a * d + b
            d = 1 / (abs(d) < tiny ? tiny : d)
            c = b + a / c
            c = abs(c) < tiny ? tiny : c
            value *= c * d
            if abs(c * d - 1) < 1e-16 { break }
        }
        return value
    }

    /// Natural logarithm of the gamma function for x above 0 (Stirling's series from 15 upwards).
    ///
    /// The C library's `lgamma` writes its sign to a global, so it is not used from several threads.
    static func logGamma(_ x: Double) -> Double {
        var x = x
        var shift = 1.0
        while x < 15 {
            shift *= x
            x += 1
        }
        let inverse = 1 / (x * x)
        let series = (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188)))) / x
        return (x - 0.5) * log(x) - x + 0.5 * log(2 * Double.pi) + series - log(shift)
    }
}
