import Core
import HTML
import People
import Web

/// All surveys of a conversation.
struct SurveyListPage: Component {
    let conversation: Conversation
    let areaName: String
    let surveys: [Survey]
    let language: Language

    private var words: SurveyWords { SurveyWords(language) }

    var body: some HTML {
        ConversationColumn(ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language)) {
            if surveys.isEmpty { p(.role("status")) { words.none } }
            Each(surveys) { survey in
                section(.class("sectie")) {
                    h2 { survey.title }
                    Paragraphs(survey.words)
                    if survey.state == .open {
                        p { a(.class("knop").href(SurveyRoute.answer(conversation.id, survey: survey.id).address.url(in: language))) { words.fill } }
                    }
                    p { a(.href(SurveyRoute.results(conversation.id, survey: survey.id).address.url(in: language))) { words.results } }
                }
            }
        }
    }
}

/// One page of the form.
struct SurveyPage: Component {
    let scene: SurveyScene
    let door: Entrance.Answer
    /// From 1.
    let step: Int
    let answers: SurveyAnswers
    let isSent: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private var words: SurveyWords { SurveyWords(language) }
    private var survey: Survey { scene.survey }
    private var id: Identifier { scene.conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(
                scene.conversation, areaName: scene.areaName, here: survey.title, lead: words.step(step, of: survey.steps.count), language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if let assist = door.assist { AssistBanner(assist, token: token, language: language) }
            if survey.state == .closed {
                p(.role("status")) { words.closed }
                toResults
            } else if isSent {
                div(.class("melding").role("status")) { p { words.sent } }
                toResults
                p { a(.href(SurveyRoute.withdraw(id, survey: survey.id).address.url(in: language))) { words.takeBack } }
            } else if door.isOpen {
                asking
            } else {
                RefusalNotice(answer: door, conversation: id, language: language)
            }
        }
    }

    private var toResults: some HTML {
        p { a(.href(SurveyRoute.results(id, survey: survey.id).address.url(in: language))) { words.results } }
    }

    private var asking: some HTML {
        let numbers = survey.steps[step - 1].filter { survey.isAsked($0, answers) }
        return Group {
            if step == 1 {
                Paragraphs(survey.words)
                Notice { p { words.promise } }
            } else {
                p { a(.href(SurveyRoute.answer(id, survey: survey.id, step: step - 1).address.url(in: language))) { words.back } }
            }
            PostForm(to: SurveyRoute.answer(id, survey: survey.id).address, in: language, token: token) {
                TrapField(form, language: language)
                input(.type("hidden").name(SurveyForm.step).value(String(step)))
                Each(numbers) { number in
                    SurveyField(
                        number: number, question: survey.questions[number - 1], given: answers[number], tongue: language.rawValue, form: form,
                        language: language)
                }
                button(.type("submit").class("knop")) { step == survey.steps.count ? words.send : words.next }
            }
        }
    }
}

/// One question with its field.
struct SurveyField: Component {
    let number: Int
    let question: SurveyQuestion
    /// What was answered before.
    let given: [String]
    /// In which the question is read.
    let tongue: String
    let form: Form
    let language: Language

    private var words: SurveyWords { SurveyWords(language) }
    private var name: String { SurveyForm.answer(number) }
    private var title: Localized { Localized("\(number). " + SurveyQuestion.text(question.words, tongue)) }
    /// What stood there comes back, also after a fault elsewhere on the page.
    private var shown: Form {
        let items = form.items.isEmpty ? given.map { Form.Item(name, $0) } : form.items
        var shown = Form(items: items)
        for error in form.errors where error.field == name { shown.fail(name, error.message) }
        return shown
    }

    @HTMLBuilder var body: some HTML {
        let hint = question.isBackground ? SurveyWords.both(\.backgroundHint) : question.kind == .text ? SurveyWords.both(\.textHint) : nil
        switch question.kind {
        case .one, .scale:
            ChoiceField(
                name, title, kind: .one, choices: choices, hint: hint, isRequired: question.isRequired, form: shown, language: language)
        case .several:
            ChoiceField(name, title, kind: .any, choices: choices, hint: hint, isRequired: question.isRequired, form: shown, language: language)
        case .number:
            TextField(
                name, title, kind: .whole, hint: SurveyWords.both { $0.range(question.least, question.most) }, isRequired: question.isRequired, form: shown,
                language: language)
        case .text:
            TextField(
                name, title, kind: .paragraph(limit: SurveyQuestion.textLimit), hint: hint, isRequired: question.isRequired, form: shown, language: language)
        }
    }

    private var choices: [Choice] { question.outcomes(tongue).map { Choice($0.value, Localized($0.words)) } }
}

/// After sending: the code, once.
struct SurveyThanksPage: Component {
    let scene: SurveyScene
    let code: VoiceCode?
    let language: Language

    private var words: SurveyWords { SurveyWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.thanks, lead: scene.survey.title, language: language)
        ) {
            if let code {
                section(.class("sectie strook")) {
                    p { words.code }
                    p { strong { code.spaced } }
                    p { words.codeUse }
                }
            } else {
                Notice(.caution) { p { words.proofGone } }
            }
            p { a(.href(SurveyRoute.withdraw(scene.conversation.id, survey: scene.survey.id).address.url(in: language))) { words.takeBack } }
            p { a(.href(SurveyRoute.results(scene.conversation.id, survey: scene.survey.id).address.url(in: language))) { words.results } }
        }
    }
}

/// Taking an answer back with its code.
struct SurveyBackPage: Component {
    let scene: SurveyScene
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private var words: SurveyWords { SurveyWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.takeBack, lead: scene.survey.title, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if isDone {
                div(.class("melding").role("status")) { p { words.gone } }
            } else {
                p { words.takeBackLead }
                PostForm(to: SurveyRoute.withdraw(scene.conversation.id, survey: scene.survey.id).address, in: language, token: token) {
                    TextField(CodeForm.code, CodeWords.both(\.code), hint: CodeWords.both(\.codeHint), autocomplete: "off", form: form, language: language)
                    button(.type("submit").class("knop")) { words.takeBack }
                }
            }
            p { a(.href(SurveyRoute.results(scene.conversation.id, survey: scene.survey.id).address.url(in: language))) { words.results } }
        }
    }
}

/// What came of a survey, question by question.
struct SurveyResultPage: Component {
    let scene: SurveyScene
    let shown: SurveyShown
    let language: Language

    private var words: SurveyWords { SurveyWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: words.results, lead: scene.survey.title, language: language)
        ) {
            p { words.people(shown.people) }
            if shown.people > 0 {
                ul { Each(shown.channels.map { "\(ModerationWords(language).name($0.way)): \($0.people)" }) { line in li { line } } }
                p { words.moves }
            }
            Notice { p { ResultWords(language).noSample } }
            Each(scene.survey.questions.enumerated()) { place, question in
                SurveyResult(number: place + 1, question: question, survey: scene.survey, shown: shown, language: language)
            }
            if shown.people > 0 {
                p { a(.href(SurveyRoute.results(scene.conversation.id, survey: scene.survey.id, isFile: true).address.url(in: language))) { "CSV" } }
            }
        }
    }
}

/// One question: bars with numbers, and split where that tells of nobody.
struct SurveyResult: Component {
    let number: Int
    let question: SurveyQuestion
    let survey: Survey
    let shown: SurveyShown
    let language: Language

    private var words: SurveyWords { SurveyWords(language) }
    private var people: Int { shown.people(number) }
    private var title: String { "\(number). " + SurveyQuestion.text(question.words, language.rawValue) }

    var body: some HTML {
        section(.class("sectie").id("vraag-\(number)")) {
            h2(.lang(SurveyQuestion.tongue(question.words, language.rawValue))) { title }
            if question.kind == .text {
                p { words.ownWords }
            } else if people == 0 {
                p { words.few }
            } else {
                p { words.answered(people) }
                table
                Each(shown.splits.filter { $0.question == number }) { split in splitTable(split) }
            }
        }
    }

    private var table: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(title)) {
            HTML::table {
                caption { title }
                ColumnHeads(words.answer, words.bar, words.count, words.share)
                tbody {
                    Each(question.outcomes(language.rawValue)) { outcome in
                        let count = shown.count(number, outcome.value)
                        tr {
                            th(.scope("row")) { outcome.words }
                            td {
                                svg(.class("staafje").ariaHidden()) {
                                    rect(.class("v-pas").width(percent: 100).height(percent: 100))
                                    rect(.class("v-eens").width(percent: 100 * Double(count) / Double(max(people, 1))).height(percent: 100))
                                }
                            }
                            td(.class("num")) { String(count) }
                            td { words.share(count, of: people) }
                        }
                    }
                }
            }
        }
    }

    private func splitTable(_ split: SurveySplit) -> some HTML {
        let groups = survey.questions[split.background - 1].outcomes(language.rawValue).filter { split.cells[$0.value] != nil }
        let name = words.splitBy(SurveyQuestion.text(survey.questions[split.background - 1].words, language.rawValue))
        return div(.class("tabelvak").tabindex(0).role("region").ariaLabel(title + ", " + name)) {
            HTML::table {
                caption { name }
                thead {
                    tr {
                        th(.scope("col")) { words.answer }
                        Each(groups) { group in th(.scope("col")) { group.words } }
                    }
                }
                tbody {
                    Each(question.outcomes(language.rawValue)) { outcome in
                        tr {
                            th(.scope("row")) { outcome.words }
                            Each(groups) { group in td(.class("num")) { words.about(split.cells[group.value]?[outcome.value] ?? 0) } }
                        }
                    }
                }
            }
        }
    }
}
