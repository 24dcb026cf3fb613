import Core
import HTML
import People
import Web

/// The desk of surveys: all of them, and a new one.
struct SurveyDeskPage: Component {
    let conversation: Conversation
    let areaName: String
    let surveys: [Survey]
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = SurveyDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if !surveys.isEmpty {
                ul {
                    Each(surveys) { survey in
                        li {
                            a(.href(SurveyRoute.edit(conversation.id, survey: survey.id).address.url(in: language))) { survey.title }
                            ": " + words.name(survey.state)
                        }
                    }
                }
            }
            section(.class("sectie")) {
                h2 { words.add }
                PostForm(to: SurveyRoute.desk(conversation.id).address, in: language, token: token) {
                    TextField(SurveyForm.title, Words.both(\.name), form: form, language: language)
                    TextField(
                        SurveyForm.lead, Words.both(\.explain), kind: .paragraph(limit: 2000), hint: Words.both(\.explainHint), isRequired: false, form: form,
                        language: language)
                    button(.type("submit").class("knop")) { words.add }
                }
            }
        }
    }
}

/// One survey at the desk: its questions, and opening, paper and closing.
struct SurveyEditPage: Component {
    let scene: SurveyScene
    let sets: [SurveySet]
    /// Which form came back.
    let faulty: SurveyRoute.Action?
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = SurveyDeskWords
    private var words: Words { Words(language) }
    private var survey: Survey { scene.survey }
    private var id: Identifier { scene.conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(scene.conversation, areaName: scene.areaName, here: survey.title, lead: words.name(survey.state), language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            questions
            if survey.state == .draft {
                SurveySetSection(survey: survey, conversation: id, sets: sets, token: token, language: language)
                SurveyQuestionSection(
                    survey: survey, conversation: scene.conversation, form: form(.add), token: token, language: language)
            }
            if !survey.questions.isEmpty { keeping }
            step
            if survey.state != .draft {
                p { a(.href(address(.texts))) { words.texts } }
                p { a(.href(SurveyRoute.results(id, survey: survey.id).address.url(in: language))) { SurveyWords(language).results } }
            }
            p { a(.href(SurveyRoute.desk(id).address.url(in: language))) { words.title } }
        }
    }

    private func form(_ action: SurveyRoute.Action) -> Form { faulty == action ? form : Form(items: []) }

    private func address(_ action: SurveyRoute.Action) -> String { SurveyRoute.edit(id, survey: survey.id, action).address.url(in: language) }

    private var questions: some HTML {
        section(.class("sectie")) {
            h2 { words.questions }
            if survey.questions.isEmpty { p { words.questionsNone } }
            ol(.class("kaal")) {
                Each(survey.questions.enumerated()) { place, question in
                    li {
                        p {
                            strong { "\(place + 1). " + SurveyQuestion.text(question.words, language.rawValue) }
                            " (" + words.about(question) + ")"
                        }
                        if survey.state == .draft { moving(place + 1) }
                    }
                }
            }
        }
    }

    private func moving(_ number: Int) -> some HTML {
        div(.class("knoppen")) {
            if number > 1 { small(.raise, number, words.raise) }
            small(.remove, number, words.remove)
        }
    }

    private func small(_ action: SurveyRoute.Action, _ number: Int, _ name: String) -> some HTML {
        PostForm(to: SurveyRoute.edit(id, survey: survey.id, action).address, in: language, token: token) {
            button(.type("submit").class("knop licht").name(SurveyForm.number).value(String(number)).ariaLabel("\(name): \(number)")) { name }
        }
    }

    private var keeping: some HTML {
        section(.class("sectie")) {
            h2 { words.keepSet }
            p { words.keepLead }
            PostForm(to: SurveyRoute.edit(id, survey: survey.id, .keepSet).address, in: language, token: token) {
                TextField(SurveyForm.setTitle, Words.both(\.setName), form: form(.keepSet), language: language)
                button(.type("submit").class("knop licht")) { words.keepSet }
            }
        }
    }

    @HTMLBuilder private var step: some HTML {
        switch survey.state {
        case .draft: stepping(.open, words.open, words.openLead)
        case .open:
            paper
            stepping(.close, words.close, words.closeLead)
        case .closed: Group {}
        }
    }

    private func stepping(_ action: SurveyRoute.Action, _ name: String, _ lead: String) -> some HTML {
        section(.class("sectie")) {
            p { lead }
            PostForm(to: SurveyRoute.edit(id, survey: survey.id, action).address, in: language, token: token) {
                button(.type("submit").class("knop")) { name }
            }
        }
    }

    private var paper: some HTML {
        let languages = SurveyForm.tongues(scene.conversation.facts.languages).map { Choice($0, Localized(ConversationLanguages.name($0))) }
        return section(.class("sectie")) {
            h2 { words.print }
            p { SheetWords(language).printOnce }
            PostForm(to: SurveyRoute.edit(id, survey: survey.id, .print).address, in: language, token: token) {
                TextField(
                    SheetForm.amount, SheetWords.both(\.amount), kind: .whole, hint: SheetWords.both(\.amountHint), form: form(.print), language: language)
                ChoiceField(
                    SheetForm.size, SheetWords.both(\.size), kind: .one,
                    choices: [
                        Choice(SheetForm.Size.normal.rawValue, SheetWords.both(\.normal)), Choice(SheetForm.Size.large.rawValue, SheetWords.both(\.large)),
                    ], form: form(.print), language: language)
                SelectField(GivingForm.spoken, Words.both(\.tongue), choices: languages, form: form(.print), language: language)
                button(.type("submit").class("knop licht")) { words.print }
            }
            p { a(.class("knop licht").href(address(.paper))) { words.paper } }
        }
    }
}

/// Using questions that are there already.
struct SurveySetSection: Component {
    let survey: Survey
    let conversation: Identifier
    let sets: [SurveySet]
    let token: FormToken
    let language: Language

    private var words: SurveyDeskWords { SurveyDeskWords(language) }

    var body: some HTML {
        section(.class("sectie")) {
            h2 { words.useSet }
            PostForm(to: SurveyRoute.edit(conversation, survey: survey.id, .useSet).address, in: language, token: token) {
                SelectField(
                    SurveyForm.chosenSet, SurveyDeskWords.both(\.setName),
                    choices: sets.map { set in Choice(set.key, SurveyDeskWords.both { $0.set(set.title[$0.language], set.questions.count) }) },
                    form: Form(items: []), language: language)
                button(.type("submit").class("knop licht")) { words.useSet }
            }
        }
    }
}

/// A question of one's own, in the languages of the conversation.
struct SurveyQuestionSection: Component {
    let survey: Survey
    let conversation: Conversation
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = SurveyDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        section(.class("sectie")) {
            h2 { words.addQuestion }
            PostForm(to: SurveyRoute.edit(conversation.id, survey: survey.id, .add).address, in: language, token: token) {
                ChoiceField(SurveyForm.kind, Words.both(\.kind), kind: .one, choices: Self.kinds, form: form, language: language)
                Each(SurveyForm.tongues(conversation.facts.languages)) { tongue in texts(tongue) }
                TextField(SurveyForm.least, Words.both(\.least), kind: .whole, hint: Words.both(\.rangeHint), isRequired: false, form: form, language: language)
                TextField(SurveyForm.most, Words.both(\.most), kind: .whole, isRequired: false, form: form, language: language)
                ChoiceField(
                    SurveyForm.required, Words.both(\.required), kind: .any, choices: [Choice("ja", Words.both(\.requiredYes))], isRequired: false,
                    form: form, language: language)
                ChoiceField(
                    SurveyForm.background, Words.both(\.background), kind: .any, choices: [Choice("ja", Words.both(\.backgroundYes))], isRequired: false,
                    form: form, language: language)
                if !survey.questions.isEmpty { branching }
                button(.type("submit").class("knop")) { words.addQuestion }
            }
        }
    }

    private static let kinds = SurveyQuestion.Kind.allCases.map { kind in Choice(kind.rawValue, Words.both { $0.name(kind) }) }

    private func texts(_ tongue: String) -> some HTML {
        let name = ConversationLanguages.name(tongue), isFirst = tongue == "nl"
        return fieldset {
            legend { name }
            TextField(SurveyForm.words(tongue), Words.both(\.question), isRequired: isFirst, form: form, language: language)
            TextField(
                SurveyForm.options(tongue), Words.both(\.options), kind: .paragraph(limit: 5000), hint: Words.both(\.optionsHint), isRequired: false,
                form: form, language: language)
            TextField(SurveyForm.low(tongue), Words.both(\.low), isRequired: false, form: form, language: language)
            TextField(SurveyForm.high(tongue), Words.both(\.high), isRequired: false, form: form, language: language)
        }
    }

    private var branching: some HTML {
        let earlier = survey.questions.enumerated().filter { $0.element.kind != .text }
            .map { Choice(String($0.offset + 1), Localized("\($0.offset + 1). " + SurveyQuestion.text($0.element.words, language.rawValue))) }
        return Group {
            SelectField(
                SurveyForm.after, Words.both(\.after), choices: [Choice("0", Words.both(\.always))] + earlier, isRequired: false, form: form,
                language: language)
            TextField(SurveyForm.value, Words.both(\.value), hint: Words.both(\.valueHint), isRequired: false, form: form, language: language)
        }
    }
}
