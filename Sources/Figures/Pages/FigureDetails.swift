import Areas
import Core
import HTML

/// "What does this figure not say?": how it was asked, how sure it is, and every period we have.
struct FigureDetails: Component {
    let figure: Figure
    let scene: ProfileScene

    private var indicator: Indicator { figure.indicator }
    private var words: FiguresWords { scene.words }
    private var language: Language { scene.language }

    var body: some HTML {
        details(.class("rustig")) {
            summary {
                words.notSaidSummary
                span(.class("vh")) { " " + indicator.name[language] }
            }
            p { indicator.doesNotSay[language] }
            dl(.class("over")) {
                row(words.question, indicator.question[language])
                row(words.certainty, words.basis(indicator.basis) + " " + words.uncertainty(indicator.uncertainty))
                row(words.referenceDate, indicator.referenceDate[language])
                row(words.rounding, words.rounding(indicator.rounding.rule(for: scene.level)))
                if let rule = indicator.suppression.rule { row(words.suppression, rule[language]) }
                if let derivation = indicator.derivation { row(words.howMade, words.derivation(derivation)) }
            }
            if figure.series.count > 1 { PeriodsTable(figure: figure, scene: scene) }
            p {
                a(.href(scene.url(.indicator(indicator.key)))) {
                    words.aboutFigure
                    span(.class("vh")) { ": " + indicator.name[language] }
                }
            }
        }
    }

    private func row(_ name: String, _ value: String) -> some HTML {
        div {
            dt { name }
            dd { value }
        }
    }
}

/// Every period of a figure with margin and status, the newest first.
struct PeriodsTable: Component {
    let figure: Figure
    let scene: ProfileScene

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        table(.class("jaren")) {
            caption { words.allPeriods }
            thead {
                tr {
                    th(.scope("col")) { words.periodHead }
                    th(.scope("col").class("n")) { words.value }
                    th(.scope("col")) { words.marginHead }
                    th(.scope("col")) { words.statusHead }
                }
            }
            tbody { Each(figure.series.reversed()) { observation in row(observation) } }
        }
    }

    private func row(_ observation: Observation) -> some HTML {
        tr {
            th(.scope("row")) { words.period(observation.period) }
            td(.class("n")) { observation.value.map { scene.text($0, figure.indicator) } ?? words.noFigure }
            td {
                if let interval = observation.interval, let range = words.visibleRange(interval, figure.indicator.unit) {
                    "\(range) (\(words.intervalKind(interval.kind)))"
                }
            }
            td {
                words.status(observation.status)
                if observation.comparable != .same { ", " + words.otherBorders(observation.edition.boundaryYear) }
            }
        }
    }
}

/// The whole profile as one table, with the reason where there is no figure.
struct AllFiguresTable: Component {
    let scene: ProfileScene

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        details {
            summary { words.allFigures(scene.profile.figures.count) }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.allFiguresCaption(scene.area.name))) {
                table {
                    caption { words.allFiguresCaption(scene.area.name) }
                    thead {
                        tr {
                            th(.scope("col")) { words.figure }
                            th(.scope("col").class("n")) { words.value }
                            th(.scope("col")) { words.periodHead }
                            th(.scope("col")) { words.marginHead }
                        }
                    }
                    Each(scene.profile.themes) { part in
                        tbody {
                            tr { th(.scope("rowgroup").custom("colspan", "4")) { part.theme.name[scene.language] } }
                            Each(part.figures) { figure in row(figure) }
                        }
                    }
                }
            }
        }
    }

    private func row(_ figure: Figure) -> some HTML {
        tr {
            th(.scope("row")) { a(.href("#" + figure.indicator.key)) { figure.indicator.name[scene.language] } }
            td(.class("n")) { figure.latest.value.map { scene.text($0, figure.indicator) } ?? words.noFigure }
            td { words.period(figure.latest.period) }
            td { words.visibleRange(figure.latest.interval, figure.indicator.unit) ?? "" }
        }
    }
}
