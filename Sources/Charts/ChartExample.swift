import HTML

/// A named example of a figure: it is documentation, and the tests look at it.
package struct ChartExample {
    package let name: String
    package let figure: AnyHTML

    package init(_ name: String, _ figure: any HTML) {
        self.name = name
        self.figure = AnyHTML(figure)
    }

    /// The examples of every figure in this module.
    package static var all: [ChartExample] {
        StripPlot.examples + StripKey.examples + Histogram.examples + Sparkline.examples + TrendLine.examples + IntervalBar.examples + DivergingBars.examples
            + Choropleth.examples + ClassLegend.examples + FunnelChart.examples
    }
}
