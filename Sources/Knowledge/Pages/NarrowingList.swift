import Core
import HTML
import People
import Web

/// What the results can be narrowed by, with how many there would be; a choice that was made can be taken back.
struct NarrowingList: Component {
    let question: SearchQuestion
    let findings: Findings
    let language: Language

    private var words: KnowledgeWords { KnowledgeWords(language) }

    private struct Line {
        let name: String
        let count: Int
        let isChosen: Bool
        let question: SearchQuestion
    }

    private struct Part {
        let heading: String
        let lines: [Line]

        /// One value says nothing, unless it was chosen.
        var isUseful: Bool { lines.count > 1 || lines.contains(where: \.isChosen) }
    }

    var body: some HTML {
        let parts = parts.filter(\.isUseful)
        return Group {
            if !parts.isEmpty {
                nav(.class("verfijn").ariaLabel(words.narrow)) {
                    Each(parts) { part in
                        details(.open(parts.count == 1 || part.lines.contains(where: \.isChosen) || part.heading == words.byKind)) {
                            summary { part.heading }
                            ul(.class("kaal")) { Each(part.lines) { line in li { link(line) } } }
                        }
                    }
                }
            }
        }
    }

    private func link(_ line: Line) -> some HTML {
        a(.href(KnowledgeRoute.search(line.question).address.url(in: language)).ariaCurrent(line.isChosen ? "true" : nil)) {
            if line.isChosen { span(.class("vh")) { words.chosen } }
            line.name
            span(.class("subtiel")) { " (\(Numbers.text(Double(line.count), in: language)))" }
        }
    }

    private var parts: [Part] {
        [byKind] + byLabel + [
            Part(
                heading: words.byMunicipality,
                lines: findings.municipalities.map { choice in
                    line(choice, isChosen: question.municipality == choice.value) {
                        $0.municipality = $0.municipality == choice.value ? nil : choice.value
                    }
                })
        ]
    }

    private var byKind: Part {
        Part(
            heading: words.byKind,
            lines: findings.kinds.map { choice in
                line(choice, isChosen: question.kind == choice.value) { $0.kind = $0.kind == choice.value ? nil : choice.value }
            })
    }

    /// A list for each vocabulary; several labels may be chosen, and a thing has them all (AGD-13, AGD-19).
    private var byLabel: [Part] {
        Term.Vocabulary.allCases.map { vocabulary in
            Part(
                heading: vocabulary.name[language],
                lines: findings.labels.filter { $0.value.hasPrefix(vocabulary.rawValue + ":") }.map { choice in
                    Line(
                        name: choice.name[language], count: choice.count, isChosen: question.labels.contains(choice.value),
                        question: question.toggling(choice.value))
                })
        }
    }

    private func line<Value>(_ choice: Findings.Choice<Value>, isChosen: Bool, _ change: (inout SearchQuestion) -> Void) -> Line {
        Line(name: choice.name[language], count: choice.count, isChosen: isChosen, question: question.with(change))
    }
}

/// The way to the other pages of the results.
struct PageTurner: Component {
    let question: SearchQuestion
    let total: Int
    let language: Language

    var body: some HTML {
        let words = KnowledgeWords(language)
        let size = SearchResultsPage.size
        let last = min((total + size - 1) / size, SearchQuestion.pages.upperBound)
        return Group {
            if last > 1 {
                nav(.class("bladeren").ariaLabel(words.pages)) {
                    if question.page > 1 { a(.href(address(min(question.page - 1, last))).rel("prev")) { words.previous } }
                    span { words.page(question.page, of: last) }
                    if question.page < last { a(.href(address(question.page + 1)).rel("next")) { words.next } }
                }
            }
        }
    }

    private func address(_ page: Int) -> String {
        KnowledgeRoute.search(question.with { $0.page = page }).address.url(in: language)
    }
}
