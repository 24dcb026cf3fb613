import Core
import HTML
import People
import Web

/// A survey on paper: the same questions, one block each, with a code and a strip to tear off.
struct SurveyPrintPage: Component {
    let scene: SurveyScene
    let issue: CodeIssue
    let size: SheetForm.Size
    /// Of the site: `https://buurt.example.nl`; nil where it is not set.
    let origin: String?
    /// In which the questions are printed.
    let tongue: String
    let language: Language

    private var sheet: SheetWords { SheetWords(tongue == "en" ? .en : .nl) }
    private var words: SurveyWords { SurveyWords(tongue == "en" ? .en : .nl) }

    var body: some HTML {
        TextColumn(SurveyDeskWords(language).print, lead: scene.survey.title) {
            Notice(.caution) { p { SheetWords(language).printOnce } }
            Each(issue.prints) { print in one(print) }
            p { a(.href(SurveyRoute.edit(scene.conversation.id, survey: scene.survey.id).address.url(in: language))) { scene.survey.title } }
        }
    }

    private func one(_ print: CodeBatch.Print) -> some HTML {
        section(.class("vel", "groot", when: size == .large)) {
            h2 { scene.survey.title }
            Paragraphs(scene.survey.words)
            div(.class("velkop")) {
                div {
                    p { sheet.sheetCode }
                    p { strong { HTML::code { print.code.spaced } } }
                    p(.class("subtiel")) { sheet.sheetNumber(print.number, tongue) }
                }
                CodePicture(code: print.code, origin: origin, language: language)
            }
            p { words.promise }
            Each(scene.survey.questions.enumerated()) { place, question in block(place + 1, question) }
            p { sheet.sheetReturn(scene.conversation.facts.contact, scene.conversation.facts.lastDay.written) }
            div(.class("strook")) {
                p { words.strip }
                p { strong { print.code.spaced } }
                p { sheet.stripWhere(SurveyRoute.results(scene.conversation.id, survey: scene.survey.id).address.url(in: language), origin) }
            }
        }
    }

    private func block(_ number: Int, _ question: SurveyQuestion) -> some HTML {
        div(.class("vraagblok").lang(SurveyQuestion.tongue(question.words, tongue)).dir("auto")) {
            h3 { "\(number). " + SurveyQuestion.text(question.words, tongue) }
            if let condition = question.condition { p { words.onlyAfter(condition.question, condition.value) } }
            switch question.kind {
            case .one, .several, .scale:
                ul(.class("kaal")) { Each(question.outcomes(tongue)) { outcome in li { "☐ " + label(outcome.value, outcome.words, question.kind) } } }
            case .number: p { words.range(question.least, question.most) + " ________" }
            case .text: p(.class("schrijfruimte")) { " " }
            }
        }
    }

    /// The number that is typed stands before the words.
    private func label(_ value: String, _ text: String, _ kind: SurveyQuestion.Kind) -> String { kind == .scale ? text : "\(value). \(text)" }
}

/// Typing a survey from paper by keyboard alone.
struct SurveyPaperPage: Component {
    let scene: SurveyScene
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = SurveyDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.paper, lead: scene.survey.title, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if isDone { div(.class("melding").role("status")) { p { SheetWords(language).entered } } }
            p { words.typing }
            PostForm(to: SurveyRoute.edit(scene.conversation.id, survey: scene.survey.id, .paper).address, in: language, token: token) {
                TextField(SurveyForm.code, CodeWords.both(\.code), hint: CodeWords.both(\.codeHint), autocomplete: "off", form: form, language: language)
                Each(scene.survey.questions.enumerated()) { place, question in
                    TextField(
                        SurveyForm.answer(place + 1), Localized("\(place + 1). " + SurveyQuestion.text(question.words, language.rawValue)),
                        hint: Words.both { $0.typed(question) }, isRequired: false, autocomplete: "off", form: form, language: language)
                }
                button(.type("submit").class("knop")) { SheetWords(language).save }
            }
            p { a(.href(SurveyRoute.edit(scene.conversation.id, survey: scene.survey.id).address.url(in: language))) { scene.survey.title } }
        }
    }
}

/// What people wrote in their own words, for who leads the conversation.
struct SurveyTextsPage: Component {
    let scene: SurveyScene
    let texts: [Int: [String]]
    let language: Language

    private var words: SurveyDeskWords { SurveyDeskWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.texts, lead: words.textsLead, language: language)
        ) {
            if texts.isEmpty { p(.role("status")) { words.textsNone } }
            Each(texts.keys.sorted()) { number in
                section(.class("sectie")) {
                    h2 { "\(number). " + (scene.survey.question(number).map { SurveyQuestion.text($0.words, language.rawValue) } ?? "") }
                    ul { Each(texts[number] ?? []) { text in li(.dir("auto")) { text } } }
                }
            }
            p { a(.href(SurveyRoute.edit(scene.conversation.id, survey: scene.survey.id).address.url(in: language))) { scene.survey.title } }
        }
    }
}
