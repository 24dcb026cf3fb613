import Core
import HTML
import Web

/// Found areas: name, kind and municipality, so that no two look the same.
package struct HitList: Component {
    let hits: [AreaSearch.Hit]
    let language: Language

    package init(hits: [AreaSearch.Hit], language: Language) {
        self.hits = hits
        self.language = language
    }

    package var body: some HTML {
        ol(.class("kaal treffers")) {
            Each(hits) { hit in
                li {
                    a(.href(AreasRoute.area(hit.area.code).address.url(in: language))) { hit.area.name }
                    span(.class("subtiel")) { about(hit) }
                }
            }
        }
    }

    private func about(_ hit: AreaSearch.Hit) -> String { " " + AreasWords(language).about(hit) }
}

/// The search form: one box and a button. Suggestions come while typing where there is a script; without it the button does the same.
package struct AreaSearchBox: Component {
    let question: String
    let language: Language
    let isLarge: Bool

    /// For the head of a page with this box.
    package static let scripts = ["suggest.js"]

    package init(question: String = "", language: Language, isLarge: Bool = false) {
        self.question = question
        self.language = language
        self.isLarge = isLarge
    }

    package var body: some HTML {
        let words = AreasWords(language)
        return form(.action(AreasRoute.search("").address.url(in: language)).method("get").role("search").class("zoekvak", "groot", when: isLarge)) {
            label(.for("q")) { words.searchLabel }
            p(.class("hint").id("q-hint")) { words.searchHint }
            div(.class("zoekrij")) {
                input(
                    .type("search").id("q").name("q").value(question).ariaDescribedBy("q-hint").autocomplete("off").spellcheck("false")
                        .data("suggesties", AreasRoute.suggestions("").address.url(in: language)).data("voorstel", words.suggestion)
                        .data("voorstellen", words.suggestions).data("lijst", words.suggestionList))
                button(.type("submit").class("knop")) { words.searchButton }
            }
        }
    }
}

/// 'Where do you live?': from a postcode or a name to the neighbourhood.
package struct WhereDoYouLivePage: Component {
    let fields: Form
    let hits: [AreaSearch.Hit]
    let isPostcode: Bool
    let language: Language

    private var words: AreasWords { AreasWords(language) }

    package var body: some HTML {
        TextColumn(words.liveTitle, lead: words.liveLead) {
            ErrorSummary(fields.errors, language: language)
            form(.action(AreasRoute.whereDoYouLive(nil).address.url(in: language)).method("get").novalidate()) {
                TextField(
                    "q", Localized(nl: AreasWords(.nl).liveLabel, en: AreasWords(.en).liveLabel), kind: .search,
                    hint: Localized(nl: AreasWords(.nl).liveHint, en: AreasWords(.en).liveHint), form: fields, language: language)
                button(.type("submit").class("knop")) { words.liveButton }
            }
            if let question = fields["q"], !question.isEmpty, fields.errors.isEmpty { results(question) }
        }
    }

    @HTMLBuilder private func results(_ question: String) -> some HTML {
        if hits.isEmpty {
            h2 { words.nothing(question) }
            p { words.nothingHelp }
        } else {
            h2 { hits[0].isGuess ? words.guesses(question) : words.results(hits.count, question) }
            HitList(hits: hits, language: language)
        }
        if isPostcode { p(.class("subtiel")) { words.postcodeNote } }
    }
}
