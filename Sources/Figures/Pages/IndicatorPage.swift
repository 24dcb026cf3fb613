import Areas
import Charts
import Core
import HTML
import Measures
import Web

/// All that is known of one kind of figure: how to read it, what it does not say, how sure it is, and where it comes from (WYK-06).
struct IndicatorPage: Component {
    let indicator: Indicator
    let columns: [FigureColumn]
    let linked: LinkedThings
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        div(.class("wrap inhoud smal")) {
            p(.class("klein")) {
                a(.href(FiguresRoute.catalogue.address.at(indicator.theme.rawValue).url(in: language))) {
                    words.catalogueTitle + ": " + indicator.theme.name[language]
                }
            }
            h1 { indicator.name[language] }
            p(.class("inleiding")) { indicator.question[language] }
            reading
            spread
            facts
            if !indicator.breaks.isEmpty { breaks }
            sources
            LinkedThingsSection(linked, language: language)
        }
    }

    private var reading: some HTML {
        section(.class("sectie").id("lezen")) {
            h2 { words.howToRead }
            p { words.direction(indicator.direction) }
            p { words.basis(indicator.basis) + " " + words.uncertainty(indicator.uncertainty) }
            Notice(.caution) {
                h3 { words.notSaidSummary }
                p { indicator.doesNotSay[language] }
                if !indicator.mayShowEffect { p { words.noEffect } }
                if indicator.sensitivity != .ordinary { p { words.sensitivity(indicator.sensitivity) } }
            }
        }
    }

    @HTMLBuilder private var spread: some HTML {
        let shapes = levels
        if !shapes.isEmpty {
            section(.class("sectie").id("verdeling")) {
                h2 { words.spreadHeading }
                Each(shapes) { shape in distribution(shape) }
                p { a(.href(FiguresRoute.map(.netherlands, MapQuestion(figure: indicator.key)).address.url(in: language))) { words.countryMap } }
            }
        }
    }

    private struct LevelShape {
        let level: AreaLevel
        let period: Period
        let shape: NationalShape
    }

    /// The newest period of each level that has a country to compare with.
    private var levels: [LevelShape] {
        [AreaLevel.neighbourhood, .district, .municipality].compactMap { level in
            columns.last { $0.isDelivered(for: level) }.map { LevelShape(level: level, period: $0.period, shape: $0.shape(of: level)) }
        }.filter { $0.shape.distribution.count > 1 && $0.shape.histogram != nil }
    }

    @HTMLBuilder private func distribution(_ item: LevelShape) -> some HTML {
        let unit = indicator.unit, spread = item.shape.distribution
        if let histogram = item.shape.histogram, let median = spread.median, let low = spread.quantile(0.1), let high = spread.quantile(0.9) {
            h3 { words.kindsAndPeriod(item.level, item.period) }
            Charts.Histogram(
                label: words.spreadLabel(indicator.name[language], spread.count, item.level), bins: histogram.counts, median: median, mark: nil,
                axis: Axis(histogram.lower, histogram.upper), unit: unit.suffix[language]
            ) { unit.prefix + unit.number($0, in: language) }
            p {
                words.spreadSentence(
                    item.level, median: unit.text(median, in: language), low: unit.text(low, in: language), high: unit.text(high, in: language))
            }
            p(.class("klein subtiel")) { words.spreadCount(spread.count, spread.missing, item.level) }
        }
    }

    private var facts: some HTML {
        section(.class("sectie").id("gegevens")) {
            h2 { words.allFacts }
            dl(.class("over")) {
                row(words.kindHead, words.kind(indicator.kind))
                row(words.unitHead, unit)
                row(words.referenceDate, indicator.referenceDate[language])
                row(words.registeredHead, words.registered(indicator.registeredAt))
                row(words.roundingBelow, words.rounding(indicator.rounding.belowMunicipality))
                row(words.roundingMunicipality, words.rounding(indicator.rounding.municipality))
                if let rule = indicator.suppression.rule { row(words.suppression, rule[language]) }
                row(words.adding, words.aggregation(indicator.aggregation))
                if let since = indicator.comparableSince { row(words.comparableHead, String(since)) }
                if let derivation = indicator.derivation { row(words.howMade, words.derivation(derivation)) }
                row(words.keyHead, indicator.key)
            }
        }
    }

    private var unit: String {
        let words = (indicator.unit.prefix + indicator.unit.suffix[language]).split(separator: " ").joined(separator: " ")
        return words.isEmpty ? self.words.noUnit : words
    }

    private func row(_ name: String, _ value: String) -> some HTML {
        div {
            dt { name }
            dd { value }
        }
    }

    private var breaks: some HTML {
        section(.class("sectie").id("breuken")) {
            h2 { words.breaksHeading }
            p { words.breaksLead }
            ul {
                Each(indicator.breaks) { item in li { "\(item.year), \(words.cause(item.cause)): \(item.reason[language])" } }
            }
        }
    }

    private var sources: some HTML {
        section(.class("sectie").id("bronnen")) {
            h2 { words.sourcesHeading }
            p {
                indicator.source.attribution[language] + ". " + words.licence + ": " + indicator.source.licence + ". "
                a(.href(indicator.source.address).rel("external")) { words.atPublisher(indicator.source.publisher) }
            }
            if editions.isEmpty { p { words.notYet } } else { EditionTable(rows: editions, language: language) }
        }
    }

    private var editions: [EditionTable.Row] {
        columns.reversed().map { EditionTable.Row(edition: $0.frame.edition, period: $0.period, status: $0.status) }
    }
}

/// Deliveries in which a figure came, the newest period first.
struct EditionTable: Component {
    struct Row {
        let edition: Edition
        let period: Period
        let status: FigureStatus
    }

    let rows: [Row]
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }

    var body: some HTML {
        table(.class("stapel")) {
            caption { words.deliveries }
            thead {
                tr {
                    th(.scope("col")) { words.periodHead }
                    th(.scope("col")) { words.sourceHead }
                    th(.scope("col")) { words.bordersHead }
                    th(.scope("col")) { words.statusHead }
                }
            }
            tbody {
                Each(rows) { row in
                    tr {
                        th(.scope("row")) { words.period(row.period) }
                        td(.data("kop", words.sourceHead)) {
                            a(.href(FiguresRoute.edition(row.edition.source, row.edition.number).address.url(in: language))) { row.edition.title }
                        }
                        td(.data("kop", words.bordersHead)) { String(row.edition.boundaryYear) }
                        td(.data("kop", words.statusHead)) { words.status(row.status) }
                    }
                }
            }
        }
    }
}
