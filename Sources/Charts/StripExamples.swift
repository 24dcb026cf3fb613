import HTML

/// Made-up values that look like real ones: the same on every machine.
enum ExampleValues {
    /// Values around a middle, with the long tail to the right that most figures of neighbourhoods have.
    static func spread(_ count: Int, middle: Double, width: Double) -> [Double] {
        var state: UInt64 = 7
        return (0..<count).map { _ in
            var sum = 0.0
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                sum += Double(state >> 33) / Double(1 << 31)
            }
            let bell = (sum - 2) / 1.2
            return middle + width * (bell + (bell > 0 ? bell * bell * 0.9 : 0))
        }
    }

    static func whole(_ value: Double) -> String { "\(Int(value + (value < 0 ? -0.5 : 0.5)))" }
}

extension StripPlot {
    /// Counted, estimated, with a margin, beyond the scale, without a figure, and with the 800 dots of a large municipality.
    package static var examples: [ChartExample] {
        let national = ExampleValues.spread(4_000, middle: 12, width: 5)
        let axis = Axis(3, 26)
        func strip(_ count: Int, _ mark: Mark?, _ local: String, _ label: String) -> StripPlot {
            StripPlot(
                label: label, local: ExampleValues.spread(count, middle: 14, width: 5), localCaption: local, bins: axis.bins(national),
                nationalCaption: "Nederland, 11.655 buurten", median: 12.4, mark: mark, axis: axis, unit: "%", format: ExampleValues.whole)
        }
        return [
            ChartExample("strook, geteld", strip(81, Mark(8.3), "Lindenmeer, 81 buurten", "Moeite met rondkomen: deze buurt 8%. Midden van Nederland 12%.")),
            ChartExample(
                "strook, geschat",
                strip(100, Mark(20.9, isEstimate: true), "Lindenmeer, 100 buurten, 3 buiten de schaal", "Moeite met rondkomen: deze buurt 21%, geschat.")),
            ChartExample(
                "strook, met marge",
                strip(40, Mark(15, interval: 12.5...18), "Lindenmeer, 40 buurten", "Moeite met rondkomen: deze buurt 15%, tussen 12 en 18%.")),
            ChartExample("strook, voorbij de schaal", strip(60, Mark(31), "Lindenmeer, 60 buurten", "Moeite met rondkomen: deze buurt 31%, buiten de schaal.")),
            ChartExample("strook, geen cijfer", strip(25, nil, "Lindenmeer, 25 buurten", "Moeite met rondkomen: geen cijfer voor deze buurt.")),
            ChartExample("strook, 800 stippen", strip(800, Mark(11), "Grote stad, 800 buurten", "Moeite met rondkomen: deze buurt 11%.")),
        ]
    }
}

extension StripKey {
    /// The key of a page with every sign.
    package static var examples: [ChartExample] {
        [
            ChartExample(
                "legenda bij de stroken",
                StripKey(
                    label: "Zo lees je de stroken", counted: "deze buurt, geteld", estimated: "deze buurt, geschat met een model",
                    margin: "marge: zo ver kan het toeval gaan", others: "andere buurt in Lindenmeer", distribution: "hoe vaak het voorkomt in Nederland",
                    median: "middelste buurt van Nederland"))
        ]
    }
}

extension Histogram {
    /// A distribution with a mark and a middle.
    package static var examples: [ChartExample] {
        let axis = Axis(0, 40)
        let bins = axis.bins(ExampleValues.spread(4_000, middle: 14, width: 7), count: 40)
        return [
            ChartExample(
                "verdeling",
                Histogram(
                    label: "Verdeling van 4.000 buurten van 0 tot 40%", bins: bins, median: 14, mark: 22, axis: axis, unit: "%", format: ExampleValues.whole))
        ]
    }
}

extension IntervalBar {
    /// Counted, estimated, and a margin that runs off the scale.
    package static var examples: [ChartExample] {
        func bar(_ mark: StripPlot.Mark, _ reference: Double?) -> IntervalBar {
            IntervalBar(
                label: "Deze buurt \(ExampleValues.whole(mark.value))%", mark: mark, reference: reference, referenceName: "Lindenmeer", axis: Axis(20, 60),
                unit: "%", format: ExampleValues.whole)
        }
        return [
            ChartExample("margebalk, geteld", bar(StripPlot.Mark(43, interval: 37...50), 33)),
            ChartExample("margebalk, geschat", bar(StripPlot.Mark(28, isEstimate: true, interval: 26...31), 52)),
            ChartExample("margebalk, voorbij de schaal", bar(StripPlot.Mark(56, interval: 48...66), nil)),
        ]
    }
}

extension DivergingBars {
    /// The five parts of a liveability score, one of them unknown.
    package static var examples: [ChartExample] {
        let rows = [
            Row("Woningen", -0.03, meaning: "minder gunstig dan gemiddeld"), Row("Fysieke omgeving", 0.01, meaning: "rond het gemiddelde"),
            Row("Voorzieningen", 0.06, meaning: "gunstiger dan gemiddeld"), Row("Sociale samenhang", nil, meaning: "niet bekend"),
            Row("Overlast en onveiligheid", -0.12, meaning: "minder gunstig dan gemiddeld"),
        ]
        let heads = Heads(name: "Deel", bar: "Verschil", number: "Getal", meaning: "Betekent")
        return [
            ChartExample(
                "balken naar twee kanten",
                DivergingBars(caption: "Vijf delen van de score", heads: heads, rows: rows, missing: "geen cijfer") { value in
                    (value < 0 ? "−0," : "+0,") + (abs(value) < 0.095 ? "0" : "") + ExampleValues.whole(abs(value) * 100)
                })
        ]
    }
}
