import Core
import HTML
import Web

/// The vocabulary as a tree, and the form to add a term.
struct LabelListPage: Component {
    let terms: [Term]
    let form: Form
    let token: FormToken
    let language: Language

    private var words: LabelWords { LabelWords(language) }

    var body: some HTML {
        TextColumn(
            words.title, lead: words.lead, faults: ErrorSummary(form.errors, language: language), menu: .administration(LabelRoute.list.address, language)
        ) {
            Each(Term.Vocabulary.allCases) { vocabulary in
                section(.class("sectie").id(vocabulary.rawValue)) {
                    h2 { words.list(vocabulary) }
                    level(nil, vocabulary)
                }
            }
            section(.class("sectie").id("toevoegen")) {
                h2 { words.add }
                PostForm(to: LabelRoute.list.address, in: language, token: token) {
                    SelectField("soort", LabelWords.both(\.vocabulary), choices: Self.vocabularies, form: form, language: language)
                    TermFields(terms: terms, form: form, language: language)
                    button(.type("submit").class("knop")) { words.add }
                }
            }
        }
    }

    private static let vocabularies = [Choice("", LabelWords.both(\.vocabularyEmpty))] + Term.Vocabulary.allCases.map { Choice($0.rawValue, $0.name) }

    private func level(_ parent: String?, _ vocabulary: Term.Vocabulary) -> AnyHTML {
        let here = terms.filter { $0.parent == parent && $0.vocabulary == vocabulary }
        guard !here.isEmpty else { return AnyHTML(Empty()) }
        return AnyHTML(
            ul {
                Each(here) { term in
                    li {
                        a(.href(LabelRoute.term(term.key).address.url(in: language))) { term.name[language] }
                        span(.class("subtiel")) { about(term) }
                        // There are two levels.
                        if parent == nil { level(term.key, vocabulary) }
                    }
                }
            })
    }

    private func about(_ term: Term) -> String {
        let scales = term.scales.map { $0.name[language].lowercased() }
        let notes = scales + (term.retiredAt == nil ? [] : [words.retired])
        return notes.isEmpty ? "" : " (\(notes.joined(separator: ", ")))"
    }
}

/// The fields that a new term and a changed one have in common.
private struct TermFields: Component {
    let terms: [Term]
    let form: Form
    let language: Language

    var body: some HTML {
        Group {
            TextField("naam", LabelWords.both(\.nameDutch), form: form, language: language)
            TextField("naam-en", LabelWords.both(\.nameEnglish), form: form, language: language)
            SelectField("onder", LabelWords.both(\.parent), choices: parents, isRequired: false, form: form, language: language)
            ChoiceField(
                "schaal", LabelWords.both(\.scales), kind: .any, choices: Term.Scale.allCases.map { Choice($0.rawValue, $0.name) },
                hint: LabelWords.both(\.scalesHint), isRequired: false, form: form, language: language)
        }
    }

    private var parents: [Choice] {
        [Choice("", LabelWords.both(\.top))] + terms.filter { $0.parent == nil && $0.retiredAt == nil }.map { Choice($0.key, $0.name) }
    }
}

/// One term, to change, or to take out of use.
struct LabelPage: Component {
    let term: Term
    /// Those of the same vocabulary.
    let terms: [Term]
    let form: Form
    let token: FormToken
    let language: Language

    private var words: LabelWords { LabelWords(language) }

    var body: some HTML {
        TextColumn(
            term.name[language], lead: term.vocabulary.name[language], faults: ErrorSummary(form.errors, language: language),
            menu: .administration(LabelRoute.list.address, language)
        ) {
            if term.retiredAt == nil {
                PostForm(to: LabelRoute.term(term.key).address, in: language, token: token) {
                    TermFields(terms: terms.filter { $0.key != term.key && $0.vocabulary == term.vocabulary }, form: form, language: language)
                    button(.type("submit").class("knop")) { words.save }
                }
                section(.class("sectie").id("einde")) {
                    h2 { words.retire }
                    p { words.retireLead }
                    PostForm(to: LabelRoute.retire(term.key).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) { words.retire }
                    }
                }
            } else {
                Notice(.caution) { p { words.retired.prefix(1).uppercased() + words.retired.dropFirst() + "." } }
                PostForm(to: LabelRoute.resume(term.key).address, in: language, token: token) {
                    button(.type("submit").class("knop licht").id("hervat")) { words.resume }
                }
            }
            p { a(.href(LabelRoute.list.address.url(in: language))) { words.title } }
        }
    }
}
