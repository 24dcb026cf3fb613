import Core
import People
import Web

/// Reads what organisers fill in.
enum CallDeskForms {
    private typealias Words = CallDeskWords

    // MARK: The call

    static func items(_ view: CallView) -> Form {
        var items = [
            Form.Item("titel", view.facts.title), Form.Item("doel", view.facts.goal), Form.Item("wie", view.facts.contact),
            Form.Item("belofte", view.facts.anonymity.rawValue),
        ]
        for field in PersonalField.allCases { items.append(Form.Item("veld-" + field.rawValue, view.facts.rule(field).rawValue)) }
        return Form(items: items + questionItems(view.questions))
    }

    static func questionItems(_ questions: [CallQuestion]) -> [Form.Item] {
        questions.flatMap { question in
            [Form.Item("nl-" + question.kind.rawValue, question.prompt.nl), Form.Item("en-" + question.kind.rawValue, question.prompt.en)]
                + (question.isRequired ? [Form.Item("moet", question.kind.rawValue)] : [])
        }
    }

    /// What a new call begins with.
    static let empty = Form(
        items: [
            Form.Item("belofte", Anonymity.anonymous.rawValue), Form.Item("veld-rol", FieldRule.required.rawValue),
            Form.Item("veld-gemeente", FieldRule.required.rawValue), Form.Item("veld-naam", FieldRule.absent.rawValue),
            Form.Item("veld-mail", FieldRule.absent.rawValue),
        ])

    static func facts(_ form: inout Form) -> Call.Facts? {
        let title = AnswerForm.line(&form, "titel", required: Words.both(\.callTitleEmpty))
        let goal = AnswerForm.text(&form, "doel", limit: 4000, required: Words.both(\.goalEmpty))
        let contact = AnswerForm.line(&form, "wie", required: Words.both(\.contactEmpty))
        let anonymity = form.choice("belofte", of: Anonymity.self, required: Words.both(\.anonymity))
        var fields: [PersonalField: FieldRule] = [:]
        for field in PersonalField.allCases { fields[field] = form.choice("veld-" + field.rawValue, of: FieldRule.self) ?? .absent }
        if anonymity == .anonymous, PersonalField.allCases.contains(where: { $0.tellsWho && fields[$0] != .absent }) {
            form.fail("veld-naam", Words.both(\.nameAnonymous))
        }
        guard let title, let goal, let contact, let anonymity, form.errors.isEmpty else { return nil }
        return Call.Facts(title: title, goal: goal, anonymity: anonymity, fields: fields, contact: contact)
    }

    static func questions(_ form: inout Form) -> [CallQuestion] {
        let required = Set(form.all("moet"))
        let questions = CallQuestion.Kind.allCases.compactMap { kind -> CallQuestion? in
            let nl = AnswerForm.line(&form, "nl-" + kind.rawValue, limit: 300), en = AnswerForm.line(&form, "en-" + kind.rawValue, limit: 300)
            if (nl == nil) != (en == nil) { form.fail("nl-" + kind.rawValue, Words.both(\.questionBoth)) }
            guard let nl, let en else { return nil }
            return CallQuestion(kind, Localized(nl: nl, en: en), isRequired: required.contains(kind.rawValue))
        }
        if questions.isEmpty, form.errors.isEmpty { form.fail("nl-" + CallQuestion.Kind.issue.rawValue, Words.both(\.questionNone)) }
        return questions
    }

    // MARK: Rounds

    /// From the begin of the first day to the end of the last.
    static func period(_ form: inout Form) -> (start: Int64, end: Int64)? {
        let first = day(&form, "van"), last = day(&form, "tot")
        guard let first, let last else { return nil }
        guard first.start < last.end else {
            form.fail("tot", Words.both(\.roundTimes))
            return nil
        }
        return (first.start, last.end)
    }

    static func day(_ form: inout Form, _ name: String) -> DutchDay? {
        form.value(name, as: DutchDay.self, required: Words.both(\.dayShape), otherwise: Words.both(\.dayShape))
    }

    // MARK: Issues

    static func items(_ facts: LearningIssue.Facts) -> Form {
        let items = [
            Form.Item("naam", facts.title), Form.Item("thema", facts.theme ?? ""), Form.Item("tekst", facts.words), Form.Item("vragen", facts.questions),
            Form.Item("schaal", facts.level?.rawValue ?? ""), Form.Item("waarom", facts.whyTough), Form.Item("versterken", facts.reinforces),
            Form.Item("handelen", facts.perspective),
        ]
        return Form(items: items + facts.domains.map { Form.Item("domein", $0) } + (facts.isTough ? [Form.Item("taai", "ja")] : []))
    }

    /// - Parameter terms: labels that can be chosen
    static func issue(_ form: inout Form, title: String, terms: [Term]) -> LearningIssue.Facts? {
        let words = AnswerForm.text(&form, "tekst", limit: 4000) ?? "", questions = AnswerForm.text(&form, "vragen", limit: 2000) ?? ""
        let level = form.choice("schaal", of: Term.Scale.self), isTough = form.has("taai", "ja")
        let why = AnswerForm.text(&form, "waarom", limit: 1000, required: isTough ? Words.both(\.whyToughEmpty) : nil) ?? ""
        let reinforces = AnswerForm.text(&form, "versterken", limit: 2000) ?? "", perspective = AnswerForm.text(&form, "handelen", limit: 2000) ?? ""
        let known = Set(terms.map(\.key))
        guard form.errors.isEmpty else { return nil }
        return LearningIssue.Facts(
            title: title, theme: form["thema"].flatMap { known.contains($0) ? $0 : nil }, domains: form.all("domein").filter(known.contains), words: words,
            questions: questions, level: level, isTough: isTough, whyTough: why, reinforces: reinforces, perspective: perspective)
    }

    // MARK: The workbench

    /// The place that someone gives to words of an answer: an issue, a new one, or aside.
    enum Place {
        case issue(Identifier)
        case new(String)
        case aside(String)
    }

    /// The field of one card on the workbench.
    static func name(_ field: String, _ id: Identifier) -> String { "\(field)-\(id)" }

    static func place(_ form: inout Form, of id: Identifier) -> Place? {
        if let title = AnswerForm.line(&form, name("nieuw", id)) { return .new(title) }
        if let reason = AnswerForm.line(&form, name("reden", id), limit: 500) { return .aside(reason) }
        if let issue = form[name("bij", id)].flatMap({ Identifier($0) }) { return .issue(issue) }
        if form.errors.isEmpty { form.fail(name("bij", id), Words.both(\.placeEmpty)) }
        return nil
    }
}
