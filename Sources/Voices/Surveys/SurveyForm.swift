import Core
import People
import Web

/// Reads answers to a survey, and what who leads a conversation makes of it.
enum SurveyForm {
    static let title = "titel"
    static let lead = "uitleg"
    static let kind = "soort"
    static let least = "van"
    static let most = "tot"
    static let required = "verplicht"
    static let background = "achtergrond"
    static let after = "na"
    static let value = "antwoord"
    static let number = "nummer"
    static let chosenSet = "reeks"
    static let setTitle = "naam"
    static let amount = "aantal"
    static let size = "letters"
    static let code = "papiercode"
    static let step = "stap"
    static func words(_ language: String) -> String { "tekst-\(language)" }
    static func options(_ language: String) -> String { "keuzes-\(language)" }
    static func low(_ language: String) -> String { "laag-\(language)" }
    static func high(_ language: String) -> String { "hoog-\(language)" }
    static func answer(_ number: Int) -> String { "v\(number)" }

    private typealias Words = SurveyDeskWords

    // MARK: Making

    static func survey(_ form: inout Form) -> (title: String, words: String)? {
        let title = form.text(title, limit: 100, required: Words.both(\.titleEmpty)), lead = form.text(lead, limit: 2000) ?? ""
        guard let title, form.errors.isEmpty else { return nil }
        return (title, lead)
    }

    /// - Parameter languages: of the conversation
    static func question(_ form: inout Form, of survey: Survey, languages: [String]) -> SurveyQuestion? {
        let kind = form.choice(kind, of: SurveyQuestion.Kind.self, required: Words.both(\.kindEmpty)), all = tongues(languages)
        var question = SurveyQuestion(kind ?? .one, [:])
        for language in all {
            let isFirst = language == "nl"
            question.words[language] = form.text(words(language), limit: 300, required: isFirst ? Words.both(\.questionEmpty) : nil) ?? ""
            question.low[language] = form.text(low(language), limit: 60) ?? ""
            question.high[language] = form.text(high(language), limit: 60) ?? ""
        }
        if kind == .one || kind == .several { question.options = optionLists(&form, all) }
        if kind == .scale || kind == .number { range(&form, kind == .scale ? 0...10 : -1_000_000...1_000_000, &question) }
        question.isRequired = form.has(required, "ja")
        question.isBackground = form.has(background, "ja") && kind == .one
        question.condition = condition(&form, of: survey)
        return kind != nil && form.errors.isEmpty ? question : nil
    }

    /// Dutch first: other languages fall back to it.
    static func tongues(_ languages: [String]) -> [String] { ["nl"] + languages.filter { $0 != "nl" } }

    private static func optionLists(_ form: inout Form, _ languages: [String]) -> [[String: String]] {
        var options: [[String: String]] = []
        for language in languages {
            let typed = form.text(Self.options(language), limit: 5000, required: language == "nl" ? Words.both(\.optionsWrong) : nil) ?? ""
            let lines = typed.split(whereSeparator: \.isNewline).map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
            if language == "nl" {
                if !typed.isEmpty, !(2...30).contains(lines.count) || lines.contains(where: { $0.count > 140 }) {
                    form.fail(Self.options(language), Words.both(\.optionsWrong))
                }
                options = lines.map { ["nl": $0] }
            } else if !lines.isEmpty {
                if lines.count == options.count {
                    for (place, line) in lines.enumerated() { options[place][language] = line }
                } else {
                    form.fail(Self.options(language), Words.both(\.optionsUneven))
                }
            }
        }
        return options
    }

    private static func range(_ form: inout Form, _ bounds: ClosedRange<Int>, _ question: inout SurveyQuestion) {
        let least = form.whole(least, bounds, required: Words.both(\.rangeWrong), otherwise: Words.both(\.rangeWrong))
        let most = form.whole(most, bounds, required: Words.both(\.rangeWrong), otherwise: Words.both(\.rangeWrong))
        guard let least, let most else { return }
        if most <= least { form.fail(Self.most, Words.both(\.rangeWrong)) }
        (question.least, question.most) = (least, max(most, least))
    }

    /// Only on an earlier question, and on an answer that it has.
    private static func condition(_ form: inout Form, of survey: Survey) -> SurveyQuestion.Condition? {
        guard let number = form[after].flatMap({ Int($0) }), number > 0 else { return nil }
        let value = form.text(value, limit: 60, required: Words.both(\.valueWrong))
        guard let earlier = survey.question(number), earlier.kind != .text else {
            form.fail(after, Words.both(\.afterWrong))
            return nil
        }
        guard let value else { return nil }
        guard earlier.accepts(value) else {
            form.fail(Self.value, Words.both(\.valueWrong))
            return nil
        }
        return SurveyQuestion.Condition(question: number, value: value)
    }

    // MARK: Answering

    /// What a page of the form sent, over what was answered before.
    ///
    /// - Parameter numbers: the questions of that page
    static func answers(_ form: inout Form, _ numbers: [Int], of survey: Survey, before: SurveyAnswers) -> SurveyAnswers {
        var answers = before
        for number in numbers {
            guard let question = survey.question(number) else { continue }
            let name = answer(number), sent = question.kind == .several ? form.all(name) : [form[name] ?? ""]
            let values = sent.map { question.kind == .text ? $0 : $0.filter { !$0.isWhitespace } }.filter { !$0.allSatisfy(\.isWhitespace) }
            if values.allSatisfy(question.accepts) {
                answers.values[number] = Array(Set(values)).sorted()
            } else {
                form.fail(name, SurveyWords.both { $0.wrong(question) })
            }
        }
        for number in survey.missing(answers, in: numbers) { form.fail(answer(number), SurveyWords.both(\.needed)) }
        return answers
    }

    /// A sheet: numbers of answers as they are typed; `?` and nothing are both no answer.
    static func sheet(_ form: inout Form, of survey: Survey) -> (code: VoiceCode, answers: SurveyAnswers)? {
        let code = CodeForm.code(&form, code)
        var answers = SurveyAnswers()
        for (place, question) in survey.questions.enumerated() {
            let name = answer(place + 1), typed = (form[name] ?? "").split(whereSeparator: \.isNewline).joined(separator: " ")
            if typed.allSatisfy(\.isWhitespace) || typed.filter({ !$0.isWhitespace }) == "?" { continue }
            let values = question.kind == .several ? typed.split(separator: ",").map { $0.filter { !$0.isWhitespace } } : [typed]
            let tidy = question.kind == .text ? values : values.map { $0.filter { !$0.isWhitespace } }
            if tidy.allSatisfy(question.accepts) {
                answers.values[place + 1] = Array(Set(tidy)).sorted()
            } else {
                form.fail(name, SurveyWords.both { $0.wrong(question) })
            }
        }
        guard let code, form.errors.isEmpty else { return nil }
        return (code, answers)
    }
}
