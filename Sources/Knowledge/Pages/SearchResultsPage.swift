import Areas
import Core
import HTML
import Search
import Web

/// The page of the one search: the question, what was found, what it can be narrowed by, and a way on where nothing was.
struct SearchResultsPage: Component {
    let question: SearchQuestion
    /// Nil where nothing was asked.
    let findings: Findings?
    let language: Language

    /// Results on one page.
    static let size = 20

    /// Which results stand on a page.
    static func range(of page: Int) -> Range<Int> { (page - 1) * size..<page * size }

    private var words: KnowledgeWords { KnowledgeWords(language) }

    var body: some HTML {
        TextColumn(words.title) {
            SearchBox(question: question, language: language)
            if let findings { found(findings) } else { examples }
        }
    }

    @HTMLBuilder private func found(_ findings: Findings) -> some HTML {
        if findings.isEmpty {
            nothing
        } else {
            CorrectionNote(question: question, findings: findings, language: language)
            NarrowingList(question: question, findings: findings, language: language)
            if !findings.areas.isEmpty { areas(findings) }
            if !findings.hits.isEmpty {
                h2 { heading(findings) }
                ResultList(hits: findings.hits, language: language)
            }
            PageTurner(question: question, total: findings.total, language: language)
        }
    }

    private func heading(_ findings: Findings) -> String {
        if !question.hasWords { return words.all(findings.otherCount) }
        return findings.areaCount > 0 && question.kind == nil ? words.others(findings.otherCount) : words.results(findings.otherCount, question.words)
    }

    @HTMLBuilder private func areas(_ findings: Findings) -> some HTML {
        let ofAreas = AreasWords(language)
        h2 { findings.areGuesses ? ofAreas.guesses(question.words) : ofAreas.results(findings.areaCount, question.words) }
        HitList(hits: findings.areas, language: language)
        if question.kind == nil, findings.areaCount > Finding.areasFirst {
            p { a(.href(address { $0.kind = .area })) { words.allAreas(findings.areaCount) } }
        }
    }

    @HTMLBuilder private var examples: some HTML {
        h2 { words.examplesTitle }
        ul {
            Each(words.examples) { example in
                li {
                    example.what + ": "
                    a(.href(KnowledgeRoute.search(SearchQuestion(example.words)).address.url(in: language))) { example.words }
                }
            }
        }
        p { a(.href(AreasRoute.browse.address.url(in: language))) { words.browseAreas } }
    }

    @HTMLBuilder private var nothing: some HTML {
        h2 { question.hasWords ? words.nothing(question.words) : words.nothingHere }
        p { words.advice }
        ul {
            Each(words.tips) { tip in li { tip } }
            if question.isNarrowed {
                li { a(.href(KnowledgeRoute.search(SearchQuestion(question.words)).address.url(in: language))) { words.withoutChoices } }
            }
            if question.isLiteral { li { a(.href(address { $0.isLiteral = false })) { words.withCorrections } } }
            li { a(.href(AreasRoute.browse.address.url(in: language))) { words.browseAreas } }
            li { a(.href(PageAddress("cijfers").url(in: language))) { words.allFigures } }
        }
    }

    private func address(_ change: (inout SearchQuestion) -> Void) -> String {
        KnowledgeRoute.search(question.with(change)).address.url(in: language)
    }
}

/// Says which words are not known, and what was looked for instead.
private struct CorrectionNote: Component {
    let question: SearchQuestion
    let findings: Findings
    let language: Language

    var body: some HTML {
        let words = KnowledgeWords(language)
        return Group {
            if !findings.corrections.isEmpty {
                Notice {
                    Each(findings.corrections) { correction in
                        p {
                            words.unknown(correction.asked)
                            Each(correction.nearest.enumerated()) { index, word in
                                if index > 0 { words.or }
                                a(.href(address { $0.words = corrected(correction.asked, word) })) { word }
                            }
                            "?"
                        }
                    }
                    p { a(.href(address { $0.isLiteral = true })) { words.literally } }
                }
            }
        }
    }

    /// The question with one word in the place of another, whatever its capitals.
    private func corrected(_ asked: String, _ word: String) -> String {
        question.words.split(separator: " ").map { $0.lowercased() == asked ? word : String($0) }.joined(separator: " ")
    }

    private func address(_ change: (inout SearchQuestion) -> Void) -> String {
        KnowledgeRoute.search(question.with(change)).address.url(in: language)
    }
}

/// Results with what they are, a stretch of their text, and the words that were found.
private struct ResultList: Component {
    let hits: [Findings.Hit]
    let language: Language

    var body: some HTML {
        ol(.class("kaal resultaten")) { Each(hits) { hit in li { row(hit) } } }
    }

    @HTMLBuilder private func row(_ hit: Findings.Hit) -> some HTML {
        let words = KnowledgeWords(language)
        h3 {
            if let path = hit.entry.path {
                a(.href(PageAddress(path).url(in: language))) { Marked(pieces: hit.title) }
            } else {
                Marked(pieces: hit.title)
            }
        }
        p(.class("subtiel")) { words.about(hit.entry) }
        if !hit.excerpt.isEmpty { p { Marked(pieces: hit.excerpt) } }
        if !(hit.title + hit.excerpt).contains(where: \.isFound), !hit.foundOn.isEmpty { p(.class("subtiel")) { words.foundOn(hit.foundOn) } }
    }
}

/// A text with the words that were found.
private struct Marked: Component {
    let pieces: [WordMarking.Piece]

    var body: some HTML {
        Each(pieces) { piece in
            if piece.isFound { mark { piece.text } } else { piece.text }
        }
    }
}
