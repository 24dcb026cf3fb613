import Core
import HTML
import People
import Web

/// All groups of synonyms, and the form to add one.
struct SynonymListPage: Component {
    let groups: [SynonymGroup]
    let form: Form
    let token: FormToken
    let language: Language

    private var words: SynonymWords { SynonymWords(language) }

    var body: some HTML {
        TextColumn(
            words.title, lead: words.lead, faults: ErrorSummary(form.errors, language: language), menu: .administration(SynonymRoute.list.address, language)
        ) {
            section(.class("sectie").id("toevoegen")) {
                h2 { words.add }
                PostForm(to: SynonymRoute.list.address, in: language, token: token) {
                    SynonymFields(form: form, language: language)
                    button(.type("submit").class("knop")) { words.add }
                }
            }
            section(.class("sectie").id("groepen")) {
                h2 { words.groups }
                ul { Each(groups) { group in li { line(group) } } }
            }
        }
    }

    private func line(_ group: SynonymGroup) -> some HTML {
        let own = language == .nl ? group.words.nl : group.words.en, other = language == .nl ? group.words.en : group.words.nl
        return Group {
            a(.href(SynonymRoute.group(group.key).address.url(in: language))) { (own.isEmpty ? other : own).joined(separator: ", ") }
            if group.retiredAt != nil { span(.class("subtiel")) { " (\(words.retired))" } }
            if !own.isEmpty, !other.isEmpty {
                div(.class("subtiel klein").lang(language == .nl ? "en" : "nl")) { other.joined(separator: ", ") }
            }
        }
    }
}

private struct SynonymFields: Component {
    let form: Form
    let language: Language

    var body: some HTML {
        Group {
            TextField(
                "woorden", SynonymWords.both(\.dutch), kind: .paragraph(limit: 2_000), hint: SynonymWords.both(\.hint), isRequired: false, form: form,
                language: language)
            TextField("woorden-en", SynonymWords.both(\.english), kind: .paragraph(limit: 2_000), isRequired: false, form: form, language: language)
        }
    }
}

/// One group, to change, or to take out of use.
struct SynonymPage: Component {
    let group: SynonymGroup
    let form: Form
    let token: FormToken
    let language: Language

    private var words: SynonymWords { SynonymWords(language) }

    var body: some HTML {
        TextColumn(
            words.edit, lead: group.words.all.joined(separator: ", "), faults: ErrorSummary(form.errors, language: language),
            menu: .administration(SynonymRoute.list.address, language)
        ) {
            if group.retiredAt == nil {
                PostForm(to: SynonymRoute.group(group.key).address, in: language, token: token) {
                    SynonymFields(form: form, language: language)
                    button(.type("submit").class("knop")) { words.save }
                }
                section(.class("sectie").id("einde")) {
                    h2 { words.retire }
                    p { words.retireLead }
                    PostForm(to: SynonymRoute.retire(group.key).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) { words.retire }
                    }
                }
            } else {
                Notice(.caution) { p { words.retired.prefix(1).uppercased() + words.retired.dropFirst() + "." } }
                PostForm(to: SynonymRoute.resume(group.key).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { words.resume }
                }
            }
            p { a(.href(SynonymRoute.list.address.url(in: language))) { words.title } }
        }
    }
}
