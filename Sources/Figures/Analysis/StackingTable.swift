import Areas
import Core
import HTML
import Measures
import Web

/// Areas with one answer, by name.
struct StackingTable: Component {
    let rows: [StackingOutcome.Row]
    let label: StackingProbability.Label
    let outcome: StackingOutcome
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }

    var body: some HTML {
        table(.class("stapel stapeltabel")) {
            caption(.class("vh")) { words.label(label) + ". " + words.stackingCaption }
            thead {
                tr {
                    th(.scope("col")) { words.area }
                    th(.scope("col")) { words.problemsHead }
                    th(.scope("col")) { words.chanceHead(outcome.least) }
                    th(.scope("col")) { words.whichProblems }
                    th(.scope("col").class("n")) { words.residentsHead }
                }
            }
            tbody { Each(rows) { item in row(item) } }
        }
    }

    private func row(_ item: StackingOutcome.Row) -> some HTML {
        tr(item.area.code == scene.area.code ? .class("hier") : .none) {
            th(.scope("row")) { a(.href(scene.url(of: item.area))) { item.area.name } }
            td(.data("kop", words.problemsHead)) {
                div {
                    StackMarks(chances: item.chances)
                    span { words.problems(item.count, of: item.known, all: item.chances.count) }
                }
            }
            td(.data("kop", words.chanceHead(outcome.least))) { words.chance(item.probability) }
            td(.data("kop", words.whichProblems)) { div { Each(which(item)) { line in p(.class("rij")) { line } } } }
            td(.class("n").data("kop", words.residentsHead)) { item.residents.map { Numbers.text($0, in: scene.language) } ?? "–" }
        }
    }

    private func which(_ item: StackingOutcome.Row) -> [String] {
        func names(_ wanted: (Double) -> Bool) -> String {
            zip(outcome.themes, item.chances).filter { wanted($1) }.map { words.problem($0.0) }.joined(separator: " · ")
        }
        let sure = names { $0 >= 0.9 }, perhaps = names { $0 >= 0.1 && $0 < 0.9 }, unknown = names { $0.isNaN }
        let parts = [sure, perhaps.isEmpty ? "" : words.perhaps(perhaps), unknown.isEmpty ? "" : words.unknownFigures(unknown)].filter { !$0.isEmpty }
        return parts.isEmpty ? [words.noProblems] : parts
    }
}

/// A square per figure, in the order of the list: full beyond the cut-off, half perhaps, open not, dashed unknown. The words beside it say the same.
struct StackMarks: Component {
    let chances: [Double]

    var body: some HTML {
        svg(.class("stapelteken").viewBox(0, 0, Double(chances.count) * 14, 14).width(Double(chances.count) * 14).height(14).ariaHidden().focusable("false")) {
            Each(chances.enumerated()) { index, chance in
                let left = Double(index) * 14 + 2
                rect(.class(chance.isNaN ? "leeg" : "vak").x(left).y(2).width(10).height(10))
                if chance >= 0.9 {
                    rect(.class("vol").x(left).y(2).width(10).height(10))
                } else if chance >= 0.1 {
                    rect(.class("vol").x(left).y(7).width(10).height(5))
                }
            }
        }
    }
}

/// How the answer changes with stricter and looser choices, each with its address.
struct StackingSensitivity: Component {
    let outcome: StackingOutcome
    let question: StackingQuestion
    let scene: AnalysisScene

    private var words: FiguresWords { scene.words }
    private var counts: [Int] { Set(outcome.sensitivity.map(\.least)).sorted() }
    private var shares: [Int] { Set(outcome.sensitivity.map(\.share)).sorted() }

    var body: some HTML {
        Group {
            h3(.id("keuze")) { words.sensitivityTitle }
            div(.class("tabelvak")) {
                table(.class("gevoelig")) {
                    caption { words.sensitivityCaption(scene.level) }
                    thead {
                        tr {
                            th(.scope("col")) { words.worstPart }
                            Each(counts) { count in th(.scope("col").class("n")) { words.orMore(count) } }
                        }
                    }
                    tbody { Each(shares) { share in row(share) } }
                }
            }
        }
    }

    private func row(_ share: Int) -> some HTML {
        tr {
            th(.scope("row")) { "\(share)%" }
            Each(outcome.sensitivity.filter { $0.share == share }) { variant in td(.class("n")) { cell(variant) } }
        }
    }

    /// What is shown now is no link.
    @HTMLBuilder private func cell(_ variant: StackingOutcome.Variant) -> some HTML {
        if variant.share == question.share && variant.least == question.least {
            strong(.ariaCurrent("page")) { String(variant.clearly) }
        } else {
            a(.href(address(variant))) {
                span(.class("vh")) { "\(variant.share)%, \(words.orMore(variant.least)): " }
                String(variant.clearly)
            }
        }
    }

    private func address(_ variant: StackingOutcome.Variant) -> String {
        var other = question
        (other.share, other.least) = (variant.share, variant.least)
        return scene.address(other).url(in: scene.language)
    }
}
