import Core
import HTML
import Web

/// The form of the one search: a box and a button. Suggestions come while typing where there is a script; without it the button does the same.
struct SearchBox: Component {
    let question: SearchQuestion
    let language: Language

    static let scripts = ["suggest.js"]

    var body: some HTML {
        let words = KnowledgeWords(language)
        return form(.action(KnowledgeRoute.search(SearchQuestion()).address.url(in: language)).method("get").role("search").class("zoekvak")) {
            label(.for("q")) { words.label }
            p(.class("hint").id("q-hint")) { words.hint }
            // Other words are looked for with the same labels.
            Each(question.labels) { label in input(.type("hidden").name(SearchQuestion.Key.label).value(label)) }
            div(.class("zoekrij")) {
                input(
                    .type("search").id("q").name(SearchQuestion.Key.words).value(question.words).ariaDescribedBy("q-hint").autocomplete("off")
                        .spellcheck("false").data("suggesties", KnowledgeRoute.suggestions("").address.url(in: language))
                        .data("voorstel", words.suggestion).data("voorstellen", words.suggestions).data("lijst", words.suggestionList))
                button(.type("submit").class("knop")) { words.button }
            }
        }
    }
}

/// What a question may become, as a short list: areas, then other things.
struct SuggestionList: Component {
    struct Line: Sendable {
        let title: String
        let note: String
        let address: PageAddress
    }

    let lines: [Line]
    let language: Language

    var body: some HTML {
        ol(.class("kaal treffers")) {
            Each(lines) { line in
                li {
                    a(.href(line.address.url(in: language))) { line.title }
                    span(.class("subtiel")) { " " + line.note }
                }
            }
        }
    }
}
