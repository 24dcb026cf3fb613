import Charts
import Core
import Measures

/// The classes of one map: which colour an area gets, and what the legend says.
struct MapClasses: Sendable {
    let palette: MapPalette
    let legend: [ClassLegend.Row]
    let method: MapQuestion.Method
    /// Classes made; fewer than asked for where values are equal.
    let count: Int
    /// Part of the spread the classes keep, 0 to 1; nil for classes around a middle.
    let fit: Double?
    /// What the areas are compared with, for classes around a middle.
    let reference: Double?
    /// A distance from the reference up to this is no clear difference, where the source gives no margin; 0 where margins decide.
    let tolerance: Double
    private let rule: Rule

    private enum Rule: Sendable {
        case ordered(Classification)
        case diverging(DivergingClasses)
    }

    static let usualClasses = 5

    /// Nil where classes around a middle are asked for and the country has none.
    init?(_ values: MapValues, method: MapQuestion.Method, classes: Int, book: FigureBook, language: Language) {
        let words = FiguresWords(language)
        let decimals = Self.decimals(values.indicator.unit)
        let shape = Self.shape(values, book: book)
        self.method = method
        if method == .diverging {
            guard let reference = shape?.distribution.median else { return nil }
            let estimates = values.items.map { item in item.value.map { Estimate($0, margin: item.interval?.range) } }
            let tolerance = Self.tolerance(values, shape: shape)
            guard
                let made = DivergingClasses(estimates, around: reference, tolerance: tolerance, sides: max(1, (classes - 1) / 2), decimals: decimals)
            else { return nil }
            self.tolerance = tolerance
            rule = .diverging(made)
            palette = .diverging
            fit = nil
            self.reference = reference
            count = made.counts.count
            legend = words.legend(made, values)
            return
        }
        let distribution = Distribution(optional: values.items.map(\.value))
        let made: Classification =
            switch method {
            case .fisherJenks: .fisherJenks(distribution, classes: classes, decimals: decimals)
            case .quantiles: .quantiles(distribution, classes: classes, decimals: decimals)
            case .fixed, .diverging:
                .fixed(
                    upperBounds: Self.fixedBounds(shape?.distribution ?? distribution, classes: classes, decimals: decimals), distribution, decimals: decimals)
            }
        rule = .ordered(made)
        palette = .sequential
        fit = made.fit
        reference = nil
        tolerance = 0
        count = made.upperBounds.count
        legend = words.legend(made, values)
    }

    /// The colour class of an area, from 1; nil without a figure.
    func colour(of item: MapValues.Item) -> Int? {
        guard let value = item.value else { return nil }
        switch rule {
        case .ordered(let made): return made.classify(value).map { Self.shade($0, of: made.upperBounds.count) }
        case .diverging(let made):
            return made.classify(Estimate(value, margin: item.interval?.range)).map { Self.side($0, of: made.steps.count) }
        }
    }

    /// Spreads few classes over the five shades; more than five have shades of their own.
    static func shade(_ index: Int, of count: Int) -> Int {
        switch count {
        case ...1: 3
        case 2: [2, 4][min(index, 1)]
        case 3: [1, 3, 5][min(index, 2)]
        case 4: [1, 2, 4, 5][min(index, 3)]
        default: index + 1
        }
    }

    /// From −steps…steps to the seven colours around a middle.
    static func side(_ step: Int, of steps: Int) -> Int {
        let distance = steps >= 3 ? min(abs(step), 3) : steps == 2 ? [0, 1, 3][min(abs(step), 2)] : min(abs(step), 1) * 2
        return 4 + (step < 0 ? -distance : distance)
    }

    /// Digits a reader sees, counted in the unit of the source.
    static func decimals(_ unit: Unit) -> Int {
        var decimals = unit.decimals, factor = unit.factor
        while factor >= 10 {
            decimals += 1
            factor /= 10
        }
        return decimals
    }

    /// Without margins a tenth of the distance between the areas at a tenth and at nine tenths: small differences then say nothing.
    static func tolerance(_ values: MapValues, shape: NationalShape?) -> Double {
        guard values.items.allSatisfy({ $0.interval == nil }), let low = shape?.distribution.quantile(0.1), let high = shape?.distribution.quantile(0.9)
        else { return 0 }
        return (high - low) / 10
    }

    /// The country's values of the newest period for this level: bounds from it are the same for every municipality and year.
    static func shape(_ values: MapValues, book: FigureBook) -> NationalShape? {
        book.columns(of: values.indicator.key).last { $0.isDelivered(for: values.level) }?.shape(of: values.level)
    }

    /// Bounds at round numbers near the equal parts of the country, as the last value of each class; the last class is open.
    static func fixedBounds(_ country: Distribution, classes: Int, decimals: Int) -> [Double] {
        guard let highest = country.highest, classes > 1, let low = country.quantile(1 / Double(classes)),
            let high = country.quantile(1 - 1 / Double(classes))
        else { return country.highest.map { [$0] } ?? [] }
        var unit = 1.0
        for _ in 0..<decimals { unit /= 10 }
        let step = max(roundStep((high - low) / Double(max(classes - 2, 1)) / 2), unit)
        var starts: [Double] = []
        for part in 1..<classes {
            guard let quantile = country.quantile(Double(part) / Double(classes)) else { continue }
            let start = (quantile / step).rounded() * step
            if start > (starts.last ?? -.infinity), country.lowest.map({ start > $0 }) ?? true { starts.append(start) }
        }
        return starts.map { $0 - unit } + [max(highest, (starts.last ?? highest) + unit)]
    }

    /// The largest 1, 2 or 5 times a power of ten that is not above a width.
    private static func roundStep(_ width: Double) -> Double {
        guard width > 0, width.isFinite else { return 0 }
        var step = 1.0
        while step > width { step /= 10 }
        while step * 10 <= width { step *= 10 }
        return [5.0, 2, 1].map { $0 * step }.first { $0 <= width } ?? step
    }
}
