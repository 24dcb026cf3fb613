import Core
import HTML
import Web

/// What is known of an area, how old it is, and what is missing and why (WYK-35).
struct PositionPanel: Component {
    let scene: ProfileScene

    private var words: FiguresWords { scene.words }
    private var position: InformationPosition { scene.profile.position }

    var body: some HTML {
        Group {
            p { words.knownCount(position.known, of: position.known + position.missing.count) + " " + words.onlyCounted }
            if !position.ages.isEmpty { ages }
            h3 { words.gaps }
            if position.missing.isEmpty {
                p { words.noGaps }
            } else {
                details {
                    summary { words.gapsSummary(position.missing.count) }
                    gaps
                }
            }
        }
    }

    private var ages: some HTML {
        let most = position.ages.map(\.count).max() ?? 1
        return table(.class("ouderdom")) {
            caption { words.ages }
            thead(.class("vh")) {
                tr {
                    th(.scope("col")) { words.year }
                    th(.scope("col")) { words.number }
                }
            }
            tbody {
                Part { out in
                    for age in position.ages {
                        out.raw("<tr><th scope=\"row\">")
                        out.int(age.year)
                        out.raw("</th><td><svg class=\"balk\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"")
                        out.number(100 * Double(age.count) / Double(max(most, 1)))
                        out.raw("%\" height=\"12\" y=\"4\"/></svg>")
                        out.text(words.agesRow(age.count))
                        out.raw("</td></tr>")
                    }
                }
            }
        }
    }

    private var gaps: some HTML {
        table(.class("stapel")) {
            caption(.class("vh")) { words.gaps }
            thead {
                tr {
                    th(.scope("col")) { words.figure }
                    th(.scope("col")) { words.reason }
                }
            }
            tbody {
                Part { out in for gap in position.missing { write(gap, into: &out) } }
            }
        }
    }

    private func write(_ gap: InformationPosition.Gap, into out: inout HTMLWriter) {
        out.raw("<tr><th scope=\"row\">")
        IndicatorLink.to(gap.indicator, in: scene.language).render(into: &out)
        out.raw("</th><td data-kop=\"")
        out.text(words.reason)
        out.raw("\">")
        out.text(gap.reason[scene.language])
        out.raw("</td></tr>")
    }
}

/// The name of a figure as a link to its page: the same everywhere, and on a profile dozens of times.
private enum IndicatorLink {
    private struct Key: Hashable {
        let indicator: String
        let language: Language
    }

    private static let links = Kept<Key, Fragment>()

    static func to(_ indicator: Indicator, in language: Language) -> Fragment {
        links.value(for: Key(indicator: indicator.key, language: language)) {
            Fragment { a(.href(FiguresRoute.indicator(indicator.key).address.url(in: language))) { indicator.name[language] } }
        }
    }
}
