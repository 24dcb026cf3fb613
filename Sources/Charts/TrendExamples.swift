import HTML

/// Courses that show every rule of a trend.
enum ExampleCourses {
    static let health = [TrendPoint(2012, 70), TrendPoint(2016, 69.6), TrendPoint(2020, 72), TrendPoint(2022, 64.5), TrendPoint(2024, 67.2, isEstimate: true)]
    static let country = [TrendPoint(2012, 76), TrendPoint(2016, 75.8), TrendPoint(2020, 77.5), TrendPoint(2022, 73), TrendPoint(2024, 73.6)]
    static let broken = [
        TrendPoint(2018, 4_420, method: "a"), TrendPoint(2019, 4_440, method: "a"), TrendPoint(2020, 4_470, method: "a"),
        TrendPoint(2021, 4_890, method: "b"), TrendPoint(2022, 4_910, method: "b"), TrendPoint(2023, nil), TrendPoint(2024, 4_960, method: "b"),
        TrendPoint(2025, 4_990, method: "b"),
    ]
    static let withMargins = [
        TrendPoint(2021, 39, interval: 34...45), TrendPoint(2022, 36, interval: 31...42), TrendPoint(2023, 41, interval: 36...47),
        TrendPoint(2024, nil), TrendPoint(2025, 43, interval: 37...50),
    ]
    static let small = [TrendPoint(2020, 18.8), TrendPoint(2024, 19.2)]
    static let single = [TrendPoint(2024, 43)]

    static func percent(_ value: Double) -> String { ExampleValues.whole(value) + "%" }
}

extension Sparkline {
    /// A fall, a break with a gap, margins, a change too small to matter, and one moment only.
    package static var examples: [ChartExample] {
        func spark(_ name: String, _ points: [TrendPoint], _ height: TrendHeight, _ format: @escaping (Double) -> String) -> ChartExample {
            ChartExample(name, Sparkline(label: "Verloop", points: points, height: height, time: ExampleValues.whole, format: format))
        }
        return [
            spark("vonklijn", ExampleCourses.health, .percentage, ExampleCourses.percent),
            spark("vonklijn, methodebreuk en ontbrekend jaar", ExampleCourses.broken, .number, ExampleValues.whole),
            spark("vonklijn, met marges", ExampleCourses.withMargins, .number, ExampleValues.whole),
            spark("vonklijn, kleine verandering", ExampleCourses.small, .percentage, ExampleCourses.percent),
            spark("vonklijn, één jaar", ExampleCourses.single, .number, ExampleValues.whole),
        ]
    }
}

extension TrendLine {
    /// As the sparklines, and with the country beside it.
    package static var examples: [ChartExample] {
        func trend(
            _ name: String, _ points: [TrendPoint], others: [TrendPoint] = [], _ height: TrendHeight, _ format: @escaping (Double) -> String
        ) -> ChartExample {
            ChartExample(
                name,
                TrendLine(
                    label: "Verloop", points: points, others: others, otherName: "Nederland", height: height, time: ExampleValues.whole, format: format))
        }
        return [
            trend("verloop met Nederland", ExampleCourses.health, others: ExampleCourses.country, .percentage, ExampleCourses.percent),
            trend("verloop, methodebreuk en ontbrekend jaar", ExampleCourses.broken, .number, ExampleValues.whole),
            trend("verloop, met marges", ExampleCourses.withMargins, .number, ExampleValues.whole),
            trend("verloop, één jaar", ExampleCourses.single, .number, ExampleValues.whole),
        ]
    }
}
