import Areas
import Core
import HTML

/// "What does this figure not say?": how it was asked, how sure it is, and every period we have.
struct FigureDetails: HTML {
    let view: FigureView

    func render(into out: inout HTMLWriter) {
        let words = view.words, language = view.language
        // The same for every area of the level, and a good part of the page: written once where the figure's spread is at hand.
        let written = view.figure.strip?.nation.remark(language) { Fragment { unchanging } } ?? Fragment { unchanging }
        details(.class("rustig")) {
            written
            if view.figure.series.count > 1 { PeriodsTable(view: view) }
            p {
                a(.href(view.scene.url(.indicator(view.key)))) {
                    words.aboutFigure
                    span(.class("vh")) { ": " + view.name }
                }
            }
        }.render(into: &out)
    }

    @HTMLBuilder private var unchanging: some HTML {
        let indicator = view.figure.indicator, words = view.words, language = view.language
        summary {
            words.notSaidSummary
            span(.class("vh")) { " " + view.name }
        }
        p { indicator.doesNotSay[language] }
        dl(.class("over")) {
            Fact(words.question, indicator.question[language])
            Fact(words.certainty, words.basis(indicator.basis) + " " + words.uncertainty(indicator.uncertainty))
            Fact(words.referenceDate, indicator.referenceDate[language])
            Fact(words.rounding, words.rounding(indicator.rounding.rule(for: view.scene.level)))
            if let rule = indicator.suppression.rule { Fact(words.suppression, rule[language]) }
            if let derivation = indicator.derivation { Fact(words.howMade, words.derivation(derivation)) }
        }
    }
}

/// A name and what is said of it, in a list of facts.
struct Fact: HTML {
    let name: String
    let value: String

    init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    func render(into out: inout HTMLWriter) {
        div {
            dt { name }
            dd { value }
        }.render(into: &out)
    }
}

/// Every period of a figure with margin and status, the newest first.
struct PeriodsTable: HTML {
    let view: FigureView

    func render(into out: inout HTMLWriter) {
        let words = view.words
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
            tbody { Each(view.figure.series.reversed()) { observation in row(observation) } }
        }.render(into: &out)
    }

    private func row(_ observation: Observation) -> some HTML {
        let words = view.words
        var status = words.status(observation.status)
        if observation.comparable != .same { status += ", " + words.otherBorders(observation.edition.boundaryYear) }
        return tr {
            th(.scope("row")) { words.period(observation.period) }
            td(.class("n")) { observation.value.map(view.text) ?? words.noFigure }
            td { margin(observation.interval) }
            td { status }
        }
    }

    private func margin(_ interval: Interval?) -> String {
        guard let interval, let range = view.words.visibleRange(interval, view.unit) else { return "" }
        return "\(range) (\(view.words.intervalKind(interval.kind)))"
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
