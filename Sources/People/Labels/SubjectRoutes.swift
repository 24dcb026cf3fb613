import Core
import HTML
import Hummingbird
import Web

/// Handlers of the pages of labels for everyone: all subjects, and what is about one of them.
struct SubjectRoutes: Sendable {
    let slice: Slice

    private typealias Words = LabelWords

    var table: [Route] {
        [
            Route(.get, "/onderwerpen", name: "subjects.list", summary: Words.both(\.subjects)) { try await list($1) },
            Route(.get, "/onderwerpen/{label}", name: "subjects.subject", summary: Words.both(\.subject)) { try await show($1) },
        ]
    }

    private func list(_ context: WebContext) async throws -> Answer {
        let terms = try await slice.terms.all(), words = Words(context.language)
        return context.page(PageHead(words.subjects, description: words.subjectsLead)) { SubjectListPage(terms: terms, language: context.language) }
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let key = try context.part("label"), terms = try await slice.terms.all(withRetired: true)
        guard let term = terms.first(where: { $0.key == key }) else { throw Problem.notFound }
        let linked = try await context.linked(to: term.reference)
        return context.page(PageHead(term.name[context.language])) { SubjectPage(term: term, terms: terms, linked: linked, language: context.language) }
    }
}

extension Term {
    package var reference: ThingReference { ThingReference(.term, key) }
}

/// All labels that things can have, as a tree.
struct SubjectListPage: Component {
    let terms: [Term]
    let language: Language

    private var words: LabelWords { LabelWords(language) }

    var body: some HTML {
        TextColumn(words.subjects, lead: words.subjectsLead) {
            Each(Term.Vocabulary.allCases) { vocabulary in
                section(.class("sectie").id(vocabulary.rawValue)) {
                    h2 { words.list(vocabulary) }
                    ul {
                        Each(terms.filter { $0.vocabulary == vocabulary && $0.parent == nil }) { term in
                            li {
                                SubjectLink(term: term, language: language)
                                SubjectsBelow(parent: term, terms: terms, language: language)
                            }
                        }
                    }
                }
            }
        }
    }
}

private struct SubjectLink: Component {
    let term: Term
    let language: Language

    var body: some HTML { a(.href(LabelRoute.subject(term.key).address.url(in: language))) { term.name[language] } }
}

private struct SubjectsBelow: Component {
    let parent: Term
    let terms: [Term]
    let language: Language

    var body: some HTML {
        let below = terms.filter { $0.parent == parent.key && $0.retiredAt == nil }
        return Group {
            if !below.isEmpty { ul { Each(below) { term in li { SubjectLink(term: term, language: language) } } } }
        }
    }
}

/// One label: where it stands among the others, and everything that is about it.
struct SubjectPage: Component {
    let term: Term
    let terms: [Term]
    let linked: LinkedThings
    let language: Language

    private var words: LabelWords { LabelWords(language) }

    var body: some HTML {
        Group {
            TitleBand(term.name[language], lead: lead) { trail }
            div(.class("wrap inhoud smal")) {
                if term.retiredAt != nil { Notice(.caution) { p { words.retiredLead } } }
                if terms.contains(where: { $0.parent == term.key && $0.retiredAt == nil }) {
                    section(.class("sectie").id("onder")) {
                        h2 { words.below }
                        SubjectsBelow(parent: term, terms: terms, language: language)
                    }
                }
                LinkedThingsSection(linked, language: language)
                p { a(.href(PageAddress(["zoeken"], query: [.init("label", term.label.key)]).url(in: language))) { words.find } }
            }
        }
    }

    private var lead: String {
        let scales = term.scales.map { $0.name[language].lowercased() }
        return term.vocabulary.name[language] + (scales.isEmpty ? "" : ". " + words.plays(scales) + ".")
    }

    private var trail: some HTML {
        let above = terms.filter { $0.key == term.parent }.map { PlaceTrail.Step($0.name[language], address: LabelRoute.subject($0.key).address) }
        return PlaceTrail(
            [PlaceTrail.Step(words.subjects, address: LabelRoute.subjects.address)] + above + [PlaceTrail.Step(term.name[language])], label: words.place,
            language: language)
    }
}
