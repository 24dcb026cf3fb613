import Areas
import Core
import HTML
import Measures
import Web

/// What came out of a comparison of two periods: sentences, tables by answer, the worst areas, all other figures.
struct ChangePanel: Component {
    let outcome: ChangeOutcome
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var language: Language { scene.language }

    var body: some HTML {
        Group {
            h3 { "\(outcome.indicator.name[language]), \(words.fromTo(outcome.from, outcome.to))" }
            if !outcome.breaks.isEmpty { broken }
            if let table = outcome.table { found(table) }
            others
        }
    }

    private var broken: some HTML {
        Notice(.caution) {
            p { strong { words.notComparable } }
            ul { Each(outcome.breaks) { item in li { "\(words.cause(item.cause)) (\(item.year)): \(item.reason[language])" } } }
        }
    }

    private func found(_ table: ChangeTable) -> some HTML {
        Group {
            p(.class("kern")) { words.changeSummary(table, scene.level) }
            p { words.changeBasis(table) }
            if let status = status(table) { p { words.notFinal(table.to, status) } }
            if let selected = table.selected { regression(table, selected) }
            part(words.upCaption, table.rows(.up), table)
            part(words.downCaption, table.rows(.down), table)
            part(words.aloneCaption, table.rows(.upAlone, .downAlone), table, help: words.aloneHelp(table.family))
            folded(words.unclearCaption, table.rows(.unclear), table)
            folded(words.cannotSayCaption, table.rows(.cannotSay), table)
            missing(table)
        }
    }

    /// Of the newer period, where its figures may still change.
    private func status(_ table: ChangeTable) -> FigureStatus? {
        scene.book.columns(of: table.indicator.key).last { $0.period == table.to && $0.isDelivered(for: scene.level) }.map(\.status)
            .flatMap { $0 == .definitive ? nil : $0 }
    }

    private func regression(_ table: ChangeTable, _ selected: ChangeTable.Selected) -> some HTML {
        Notice {
            p { strong { words.regressionTitle } }
            p { words.regressionLine(table, selected, scene.level) }
        }
    }

    @HTMLBuilder private func part(_ caption: String, _ rows: [ChangeTable.Row], _ table: ChangeTable, help: String? = nil) -> some HTML {
        if !rows.isEmpty {
            h3 { "\(caption): \(words.count(rows.count, of: scene.level))" }
            if let help { p(.class("klein subtiel")) { help } }
            ChangeRows(rows: rows, caption: caption, table: table, scene: scene)
        }
    }

    @HTMLBuilder private func folded(_ caption: String, _ rows: [ChangeTable.Row], _ table: ChangeTable) -> some HTML {
        if !rows.isEmpty {
            details {
                summary { "\(caption): \(words.count(rows.count, of: scene.level))" }
                ChangeRows(rows: rows, caption: caption, table: table, scene: scene)
            }
        }
    }

    @HTMLBuilder private func missing(_ table: ChangeTable) -> some HTML {
        let rows = table.rows(.missing)
        if !rows.isEmpty {
            details {
                summary { "\(words.missingCaption): \(words.count(rows.count, of: scene.level))" }
                ul { Each(rows) { row in li { "\(row.area.name). \(reason(row))" } } }
            }
        }
    }

    private func reason(_ row: ChangeTable.Row) -> String {
        [row.before, row.after].lazy.compactMap { $0.missing?[language] }.first ?? words.noFigure
    }

    @HTMLBuilder private var others: some HTML {
        let others = outcome.others.filter { $0.basis != .none }
        if !others.isEmpty {
            h3 { words.otherFigures }
            p(.class("klein subtiel")) { words.otherFiguresHelp }
            table(.class("stapel")) {
                caption(.class("vh")) { words.otherFigures }
                thead {
                    tr {
                        th(.scope("col")) { words.figure }
                        th(.scope("col").class("n")) { words.upHead }
                        th(.scope("col").class("n")) { words.downHead }
                        th(.scope("col").class("n")) { words.unclearHead }
                        th(.scope("col").class("n")) { words.cannotSayHead }
                    }
                }
                tbody { Each(others) { other in row(other) } }
            }
        }
        let silent = outcome.others.filter { $0.basis == .none }
        if !silent.isEmpty {
            details {
                summary { words.silentFigures(silent.count) }
                p(.class("klein subtiel")) { words.silentHelp }
                ul(.class("kolommen")) { Each(silent) { other in li { link(other) } } }
            }
        }
    }

    private func link(_ other: ChangeOutcome.Other) -> some HTML {
        Group {
            a(.href(scene.address(ChangeQuestion(figure: other.indicator.key, from: other.from, to: other.to)).url(in: language))) {
                other.indicator.name[language]
            }
            " "
            span(.class("jaar")) { words.fromTo(other.from, other.to) }
        }
    }

    private func row(_ other: ChangeOutcome.Other) -> some HTML {
        tr {
            th(.scope("row")) { link(other) }
            td(.class("n").data("kop", words.upHead)) { other.up }
            td(.class("n").data("kop", words.downHead)) { other.down }
            td(.class("n").data("kop", words.unclearHead)) { other.unclear }
            td(.class("n").data("kop", words.cannotSayHead)) { other.cannotSay }
        }
    }
}

/// Areas with what they were, are, and how they differ; by name.
struct ChangeRows: Component {
    let rows: [ChangeTable.Row]
    let caption: String
    let table: ChangeTable
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var unit: Unit { table.indicator.unit }
    private var hasIntervals: Bool { rows.contains { $0.interval != nil } }

    var body: some HTML {
        HTML::table(.class("stapel verandertabel")) {
            HTML::caption(.class("vh")) { caption }
            thead {
                tr {
                    th(.scope("col")) { words.area }
                    th(.scope("col").class("n")) { words.period(table.from) }
                    th(.scope("col").class("n")) { words.period(table.to) }
                    th(.scope("col").class("n")) { words.differenceHead }
                    if hasIntervals { th(.scope("col").class("n")) { words.marginHead } }
                    th(.scope("col").class("n")) { words.expectedHead }
                }
            }
            tbody { Each(rows) { item in row(item) } }
        }
    }

    private func row(_ item: ChangeTable.Row) -> some HTML {
        tr(item.area.code == scene.area.code ? .class("hier") : .none) {
            th(.scope("row")) { AreaNameLink(area: item.area, scene: scene) }
            td(.class("n").data("kop", words.period(table.from))) { text(item.before.value) }
            td(.class("n").data("kop", words.period(table.to))) { text(item.after.value) }
            td(.class("n").data("kop", words.differenceHead)) { item.difference.map { words.signed($0, unit) } ?? "" }
            if hasIntervals {
                td(.class("n").data("kop", words.marginHead)) { item.interval.map { words.signedRange($0, unit) } ?? words.withoutMargin }
            }
            td(.class("n").data("kop", words.expectedHead)) { item.expected.map { words.signed($0, unit) } ?? words.notKnown }
        }
    }

    private func text(_ value: Double?) -> String { value.map { unit.text($0, in: scene.language) } ?? words.noFigure }
}
