import HTML

/// The classes of a map with their bounds and how many areas each holds.
package struct ClassLegend: Component {
    package struct Row: Sendable, Hashable {
        /// Class from 1 up; nil for areas without a figure.
        package let colourClass: Int?
        /// `60 tot en met 66%`
        package let text: String
        /// `12 buurten`
        package let count: String

        package init(class colourClass: Int?, text: String, count: String) {
            self.colourClass = colourClass
            self.text = text
            self.count = count
        }
    }

    private let rows: [Row]
    private let palette: MapPalette
    private let prefix: String

    /// - Parameter prefix: begins every id of this legend; may be the prefix of its map
    package init(rows: [Row], palette: MapPalette = .sequential, prefix: String) {
        self.rows = rows
        self.palette = palette
        self.prefix = prefix
    }

    package var body: some HTML {
        ul(.class("klassen")) {
            Each(rows) { row in
                li {
                    svg(.viewBox(0, 0, 36, 22).ariaHidden()) {
                        if row.colourClass == nil { MissingPattern(id: prefix + "-legenda-geen") }
                        if palette == .clusters, let number = row.colourClass { MapHatching.patterns([number], prefix: prefix + "-legenda") }
                        swatch(row.colourClass)
                    }
                    span { row.text }
                    span(.class("subtiel")) { row.count }
                }
            }
        }
    }

    private func swatch(_ number: Int?) -> some HTML {
        let fill = palette.fill(number, prefix: prefix + "-legenda")
        return rect(.class(palette.name(number)).x(1).y(1).width(34).height(20).when(fill != nil, .fill("url(#\(fill ?? ""))")))
    }
}
