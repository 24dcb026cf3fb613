import Areas
import Core

/// Everything the profile page, its table, its downloads and the API show of one area: one value, many forms.
package struct Profile: Sendable {
    package let area: Area
    /// From the country down to the area itself.
    package let lineage: [Area]
    package let children: [Area]
    package let themes: [ThemeFigures]
    package let facts: [Fact]
    package let summary: Summary
    package let position: InformationPosition
    /// Years in which this code exists, oldest first.
    package let years: [Int]
    /// Those of all themes in one list.
    package let figures: [Figure]

    package struct ThemeFigures: Sendable {
        package let theme: Theme
        package let figures: [Figure]
    }

    /// A bare fact in the title band: residents, households, hectares, postcode.
    package struct Fact: Sendable {
        package let name: Localized
        package let value: Localized
    }
}

/// One indicator on a profile. A class, because it is large and its readers are many.
package final class Figure: Sendable {
    package let indicator: Indicator
    /// The newest observation for this area that can be used; its value may be missing, with the reason.
    package let latest: Observation
    /// All observations, oldest first, the latest included; those that are not comparable say so.
    package let series: [Observation]
    package let nation: PlaceAmongAreas?
    package let municipality: PlaceAmongAreas?
    /// The same figure for the district of a neighbourhood.
    let district: Reference?
    /// The same figure for municipality, province and country, and for the areas around.
    let ground: FigureGround
    package let strip: Strip?
    package let cautions: [Caution]
    /// The change over the comparable series; nil when there is none.
    package let change: FigureChange?
    /// Where `latest` comes from.
    let column: FigureColumn

    init(
        indicator: Indicator, latest: Observation, series: [Observation], nation: PlaceAmongAreas? = nil, municipality: PlaceAmongAreas? = nil,
        district: Reference?, ground: FigureGround, strip: Strip? = nil, cautions: [Caution] = [], change: FigureChange?, column: FigureColumn
    ) {
        self.indicator = indicator
        self.latest = latest
        self.series = series
        self.nation = nation
        self.municipality = municipality
        self.district = district
        self.ground = ground
        self.strip = strip
        self.cautions = cautions
        self.change = change
        self.column = column
    }

    /// The same figure for the areas around it, the nearest first, as far as published.
    package var references: [Reference] { (district.map { [$0] } ?? []) + ground.references }

    package struct Reference: Sendable {
        package let area: Area
        package let observation: Observation
    }
}

/// What a strip plot needs: the area among those of its municipality and of the country.
package struct Strip: Sendable {
    /// The areas of the same level in the municipality, this one among them.
    package let local: LocalShape
    package let nation: NationalShape
}

/// Something a reader must know before using the number.
package enum Caution: Sendable, Hashable {
    case modelEstimate
    case smallNumbers
    case manyMissing(share: Double)
    case provisional
    case olderThanFiveYears
    case ownCalculation

    /// Shown as a mark with a word.
    package var label: Localized {
        switch self {
        case .modelEstimate: Localized(nl: "Modelschatting: lees met marge", en: "Model estimate: read with a margin")
        case .smallNumbers: Localized(nl: "Kleine aantallen: lees met marge", en: "Small numbers: read with a margin")
        case .manyMissing: Localized(nl: "Veel gebieden zonder cijfer", en: "Many areas without a figure")
        case .provisional: Localized(nl: "Voorlopig cijfer", en: "Provisional figure")
        case .olderThanFiveYears: Localized(nl: "Ouder dan vijf jaar", en: "More than five years old")
        case .ownCalculation: Localized(nl: "Eigen berekening", en: "Own calculation")
        }
    }
}

/// The four sections that open a profile (WYK-10). Each line leads to its figure.
package struct Summary: Sendable {
    package let qualities: [Line]
    package let opportunities: [Line]
    package let bottlenecks: [Line]
    package let problems: [Problem]

    /// The words are made in the language of a page, when it writes them.
    package struct Line: Sendable {
        enum Kind: Sendable {
            /// Where the figure stands.
            case standing(AreaLevel)
            /// How it got better.
            case improvement(FigureChange, AreaLevel)
        }

        let figure: Figure
        let kind: Kind

        package var indicator: Indicator { figure.indicator }

        package func text(in language: Language) -> String {
            switch kind {
            case .standing(let level): FigureWords.summaryLine(figure, level: level, in: language)
            case .improvement(let change, let level): FigureWords.improvement(figure, change, level: level, in: language)
            }
        }
    }

    /// A problem says where and why, as far as known (WYK-32).
    package struct Problem: Sendable {
        package let line: Line
        /// The areas below this one where it is most unfavourable; empty for a neighbourhood.
        package let places: [Area]
    }
}

/// What is known of an area, how old it is, and what is missing (WYK-35).
package struct InformationPosition: Sendable {
    package let known: Int
    package let missing: [Gap]
    /// Year of the newest figure -> number of figures from that year, newest first.
    package let ages: [(year: Int, count: Int)]

    package struct Gap: Sendable {
        package let indicator: Indicator
        package let reason: Localized
    }
}
