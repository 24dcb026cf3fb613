import Areas
import Core
import HTML
import Web

/// Qualities, opportunities, bottlenecks and problems (WYK-10): what stands out, each line with the way to its figure.
struct SummaryPanel: Component {
    let scene: ProfileScene

    private var words: FiguresWords { scene.words }
    private var summary: Summary { scene.profile.summary }

    var body: some HTML {
        Group {
            if let edition = scene.edition { oldEdition(edition) }
            p(.class("subtiel")) { words.briefLead }
            div(.class("vier")) {
                block(words.qualities, .quality, summary.qualities)
                block(words.opportunities, .opportunity, summary.opportunities)
                block(words.bottlenecks, .bottleneck, summary.bottlenecks)
                problems
            }
        }
    }

    private func oldEdition(_ edition: Edition) -> some HTML {
        Notice(.caution) {
            p { words.oldEdition(edition.title, edition.number) }
            p { a(.href(scene.url(of: scene.area))) { words.newestEdition } }
        }
    }

    private func block(_ title: String, _ sign: SummarySign.Kind, _ lines: [Summary.Line]) -> some HTML {
        section {
            h3 {
                SummarySign.drawing(of: sign)
                title
            }
            if lines.isEmpty { p(.class("subtiel")) { words.nothingKnown } } else { ul { Part { out in for line in lines { write(line, into: &out) } } } }
        }
    }

    private var problems: some HTML {
        section {
            h3 {
                SummarySign.drawing(of: .problem)
                words.problems
            }
            if summary.problems.isEmpty {
                p(.class("subtiel")) { words.nothingKnown }
            } else {
                ul {
                    Part { out in for problem in summary.problems { write(problem.line, of: problem, into: &out) } }
                }
                p(.class("klein")) { words.whyAsk }
            }
        }
    }

    /// The name leads to the figure; the sentence follows.
    private func write(_ line: Summary.Line, of problem: Summary.Problem? = nil, into out: inout HTMLWriter) {
        let name = line.indicator.name[scene.language], text = line.text(in: scene.language)
        out.raw("<li><a href=\"#")
        out.text(line.indicator.key)
        out.raw("\">")
        out.text(name)
        out.raw("</a>")
        if text.hasPrefix(name) {
            out.text(text.dropFirst(name.count))
        } else {
            out.raw(" ")
            out.text(text)
        }
        if let problem { writeWhereAndWhy(problem, into: &out) }
        out.raw("</li>")
    }

    private func writeWhereAndWhy(_ problem: Summary.Problem, into out: inout HTMLWriter) {
        out.raw("<p class=\"waarwaarom\"><strong>")
        out.text(words.where)
        out.raw("</strong>")
        out.text(problem.places.isEmpty ? words.whereWhole : words.whereMost)
        for (index, place) in problem.places.enumerated() {
            if index > 0 { out.text(index == problem.places.count - 1 ? words.and : ", ") }
            a(.href(scene.url(of: place))) { place.name }.render(into: &out)
        }
        if !problem.places.isEmpty { out.raw(". ") }
        let question = MapQuestion(figure: problem.line.indicator.key, year: scene.year)
        a(.href(scene.url(.map(scene.area.code, question)))) {
            words.seeMap
            span(.class("vh")) { ": " + problem.line.indicator.name[scene.language] }
        }.render(into: &out)
        out.raw(". <strong>")
        out.text(words.why)
        out.raw("</strong>")
        out.text(words.whyUnknown)
        out.raw("</p>")
    }
}

/// The sign before each of the four headings. Decoration: the word says it.
struct SummarySign: Component {
    enum Kind: CaseIterable {
        case quality, opportunity, bottleneck, problem
    }

    private static let drawings = Kept<Kind, Fragment>()

    static func drawing(of kind: Kind) -> Fragment { drawings.value(for: kind) { Fragment { SummarySign(kind: kind) } } }

    let kind: Kind

    var body: some HTML {
        svg(
            .class("i").viewBox(0, 0, 24, 24).ariaHidden().focusable("false").fill("none").stroke("currentColor").strokeWidth(2.4)
                .strokeLinecap("round").strokeLinejoin("round")
        ) {
            switch kind {
            case .quality:
                circle(.cx(12).cy(12).r(9))
                path(.d("M8 12.5l3 3 5.5-6"))
            case .opportunity:
                circle(.cx(12).cy(12).r(9).strokeDasharray("4 3"))
                path(.d("M12 16V8M8.5 11.5L12 8l3.5 3.5"))
            case .bottleneck:
                path(.d("M3 12h6M15 12h6"))
                circle(.cx(12).cy(12).r(3))
                circle(.cx(12).cy(12).r(9))
            case .problem:
                circle(.cx(12).cy(12).r(9))
                path(.d("M12 7v6M12 16.5v.1"))
            }
        }
    }
}
