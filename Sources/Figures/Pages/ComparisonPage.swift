import Areas
import Core
import HTML
import Web

/// Two to five areas beside each other: first the table, then one figure as strips.
struct ComparisonPage: Component {
    let comparison: Comparison
    /// Areas that the words in the form may mean.
    let hits: [AreaSearch.Hit]
    let form: Form
    /// The figure of the strips.
    let chosen: String?
    let newest: Int
    let language: Language

    private var words: FiguresWords { FiguresWords(language) }
    private var areas: [Area] { comparison.profiles.map(\.area) }
    private var codes: [String] { areas.map(\.code.description) }

    var body: some HTML {
        div(.class("wrap inhoud")) {
            ErrorSummary(form.errors, language: language)
            h1 { words.comparisonTitle }
            p(.class("inleiding")) { words.comparisonLead }
            chosenAreas
            if areas.count < ComparisonRoutes.most { adding }
            if areas.count > 1 {
                rules
                figures
                strips
                files
            } else {
                p { words.needTwo }
            }
        }
    }

    @HTMLBuilder private var chosenAreas: some HTML {
        if !areas.isEmpty {
            h2 { words.chosenAreas }
            ul(.class("kaal gekozen")) {
                Each(areas) { area in
                    li {
                        a(.href(area.address(newest: newest).url(in: language))) { area.name }
                        span(.class("subtiel")) { " " + AreasWords(language).kind(area.level) + within(area) }
                        a(.href(url(codes.filter { $0 != area.code.description }))) {
                            words.remove
                            span(.class("vh")) { " " + area.name }
                        }
                    }
                }
            }
        }
    }

    /// The municipality of a neighbourhood or district: names come more than once.
    private func within(_ area: Area) -> String {
        let profile = comparison.profiles.first { $0.area.code == area.code }
        guard area.level > .municipality, let municipality = profile?.lineage.first(where: { $0.level == .municipality }) else { return "" }
        return words.say(" in ", " in ") + municipality.name
    }

    private var adding: some HTML {
        HTML::form(.action(FiguresRoute.comparison([]).address.url(in: language)).method("get").novalidate().class("toevoegen")) {
            Each(codes) { code in input(.type("hidden").name("gebied").value(code)) }
            TextField(
                "gebied", FiguresWords.both(\.addArea), kind: .search, hint: FiguresWords.both(\.addAreaHint), form: form, language: language)
            if !hits.isEmpty {
                p { words.didYouMean }
                ul(.class("kaal treffers")) {
                    Each(hits) { hit in
                        li {
                            a(.href(url(codes + [hit.area.code.description]))) { hit.area.name }
                            span(.class("subtiel")) {
                                " " + AreasWords(language).kind(hit.area.level) + (hit.municipality.map { words.say(" in ", " in ") + $0 } ?? "")
                            }
                        }
                    }
                }
            }
            button(.class("knop").type("submit")) { words.add }
        }
    }

    private func url(_ codes: [String]) -> String { FiguresRoute.comparison(codes).address.url(in: language) }

    private var rules: some HTML {
        Group {
            p { words.comparisonRule(areas[0].name) }
            if Set(areas.map(\.level)).count > 1 { Notice(.caution) { p { words.otherLevels } } }
            if comparison.years.count > 1 { Notice(.caution) { p { words.otherBorderYears } } }
        }
    }

    private var figures: some HTML {
        section(.class("sectie").id("tabel")) {
            h2 { words.figuresSideBySide }
            div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.figuresSideBySide)) {
                table(.class("stapel vergelijking")) {
                    caption(.class("vh")) { words.comparisonCaption(areas.map(\.name)) }
                    thead {
                        tr {
                            th(.scope("col")) { words.figure }
                            Each(areas) { area in th(.scope("col").class("n")) { area.name } }
                            th(.scope("col")) { words.clearDifference }
                        }
                    }
                    Each(themes) { theme in
                        tbody {
                            tr { th(.scope("rowgroup").custom("colspan", String(areas.count + 2))) { theme.theme.name[language] } }
                            Each(theme.rows) { row in line(row) }
                        }
                    }
                }
            }
        }
    }

    private var themes: [(theme: Theme, rows: [Comparison.Row])] {
        Theme.allCases.map { theme in (theme: theme, rows: comparison.rows.filter { $0.indicator.theme == theme }) }.filter { !$0.rows.isEmpty }
    }

    private func line(_ row: Comparison.Row) -> some HTML {
        tr {
            th(.scope("row")) { a(.href(FiguresRoute.indicator(row.indicator.key).address.url(in: language))) { row.indicator.name[language] } }
            Each(row.figures.indices) { index in cell(row.figures[index], row.indicator, areas[index].name) }
            td(.data("kop", words.clearDifference)) { words.finding(row.finding, areas.map(\.name)) }
        }
    }

    private func cell(_ figure: Figure?, _ indicator: Indicator, _ name: String) -> some HTML {
        td(.class("n").data("kop", name)) {
            if let figure, let value = figure.latest.value {
                span {
                    indicator.unit.text(value, in: language)
                    span(.class("jaar")) {
                        words.period(figure.latest.period)
                        if let interval = words.visibleRange(figure.latest.interval, indicator.unit) { ", " + interval }
                    }
                }
            } else {
                span(.class("subtiel")) { words.noFigure }
            }
        }
    }

    @HTMLBuilder private var strips: some HTML {
        let withStrip = comparison.rows.filter { row in row.figures.contains { $0?.strip != nil } }
        if let row = withStrip.first(where: { $0.indicator.key == chosen }) ?? withStrip.first {
            section(.class("sectie").id("stroken")) {
                h2 { words.stripsHeading(row.indicator.name[language]) }
                HTML::form(.class("kies").action(FiguresRoute.comparison([]).address.url(in: language) + "#stroken").method("get")) {
                    Each(codes) { code in input(.type("hidden").name("gebied").value(code)) }
                    GroupedSelect(
                        name: "cijfer", prompt: words.chooseFigure, indicators: withStrip.map(\.indicator), chosen: row.indicator.key, form: form,
                        language: language)
                    button(.class("knop licht").type("submit")) { words.showStrips }
                }
                div(.class("stroken")) { Each(comparison.profiles.indices) { index in strip(row, index) } }
            }
        }
    }

    private func strip(_ row: Comparison.Row, _ index: Int) -> some HTML {
        let profile = comparison.profiles[index]
        return section {
            h3 { profile.area.name }
            if let figure = row.figures[index],
                let strip = FigureStrip(
                    figure, text: figure.latest.value.map { figure.indicator.unit.text($0, in: language) },
                    template: figure.template(profile.area.level, in: language), level: profile.area.level, nearby: profile.nearby, language: language)
            {
                strip
            } else {
                p(.class("subtiel")) { words.noFigure }
            }
        }
    }

    private var files: some HTML {
        section(.class("sectie").id("meenemen")) {
            h2 { words.taking }
            FileButtons(
                csv: FiguresRoute.comparisonFile(codes, .csv).address, json: FiguresRoute.comparisonFile(codes, .json).address, language: language)
            p(.class("klein")) { words.shareComparison }
        }
    }
}
