import Areas
import Core
import HTML

/// Every period of a figure with margin and status, the newest first.
struct PeriodsTable: HTML {
    let view: FigureView

    func render(into out: inout HTMLWriter) {
        Self.head(view.language).render(into: &out)
        for observation in view.figure.series.reversed() { write(observation, into: &out) }
        out.raw("</tbody></table>")
    }

    private static let heads = KeptFew<Language, Fragment>()

    /// The same for every figure.
    private static func head(_ language: Language) -> Fragment {
        heads.value(for: language) {
            let words = FiguresWords(language)
            return Fragment { out in
                out.raw("<table class=\"jaren\">")
                caption { words.allPeriods }.render(into: &out)
                thead {
                    tr {
                        th(.scope("col")) { words.periodHead }
                        th(.scope("col").class("n")) { words.value }
                        th(.scope("col")) { words.marginHead }
                        th(.scope("col")) { words.statusHead }
                    }
                }.render(into: &out)
                out.raw("<tbody>")
            }
        }
    }

    private func write(_ observation: Observation, into out: inout HTMLWriter) {
        let words = view.words
        out.raw("<tr><th scope=\"row\">")
        out.text(words.period(observation.period))
        out.raw("</th><td class=\"n\">")
        out.text(observation.value.map(view.text) ?? words.noFigure)
        out.raw("</td><td>")
        if let interval = observation.interval, let range = words.visibleRange(interval, view.unit) {
            out.text(range)
            out.raw(" (")
            out.text(words.intervalKind(interval.kind))
            out.raw(")")
        }
        out.raw("</td><td>")
        out.text(words.status(observation.status))
        if observation.comparable != .same {
            out.raw(", ")
            out.text(words.otherBorders(observation.edition.boundaryYear))
        }
        out.raw("</td></tr>")
    }
}

/// The whole profile as one table, with the reason where there is no figure.
struct AllFiguresTable: Component {
    let scene: ProfileScene
    let themes: [ThemeViews]

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
                    Each(themes) { part in
                        tbody {
                            tr { th(.scope("rowgroup").custom("colspan", "4")) { part.theme.name[scene.language] } }
                            Part { out in for view in part.views { write(view, into: &out) } }
                        }
                    }
                }
            }
        }
    }

    private func write(_ view: FigureView, into out: inout HTMLWriter) {
        view.template.row.render(into: &out)
        out.text(view.value ?? words.noFigure)
        view.template.rowPeriod.render(into: &out)
        if let range = words.visibleRange(view.figure.latest.interval, view.unit) { out.text(range) }
        out.raw("</td></tr>")
    }
}
