import Core
import Web

/// Reads the forms of worksheets, and shows them again.
enum WorksheetForm {
    private typealias Words = WorksheetWords

    static func question(_ number: Int) -> String { "vraag-\(number)" }

    static func answer(_ number: Int) -> String { "antwoord-\(number)" }

    /// Lines and paragraphs, counted by code points as both engines count.
    private static func fitting(_ name: String, _ limit: Int, required: Localized? = nil, _ form: inout Form) -> String? {
        guard let text = form.text(name, limit: limit, required: required) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            form.fail(name, Localized(nl: "Gebruik hoogstens \(limit) tekens", en: "Use at most \(limit) characters"))
            return nil
        }
        return text
    }

    // MARK: The worksheet

    /// - Parameter items: of guided application, that it can belong to
    static func facts(_ form: inout Form, items: [ProgrammeItem]) -> Worksheet.Facts? {
        let title = fitting("titel", WorksheetRules.titleLimit, required: Words.both(\.titleEmpty), &form)
        let intro = fitting("uitleg", WorksheetRules.introLimit, &form) ?? ""
        var questions: [String] = []
        for number in WorksheetRules.questions {
            if let text = fitting(question(number), WorksheetRules.questionLimit, &form) { questions.append(text) }
        }
        if questions.isEmpty && !form.errors.contains(where: { $0.field.hasPrefix("vraag-") }) { form.fail(question(1), Words.both(\.questionEmpty)) }
        let item = form.value("deel", as: Identifier.self, otherwise: Words.both(\.itemFault))
        if let item, !items.contains(where: { $0.id == item }) { form.fail("deel", Words.both(\.itemFault)) }
        guard let title, form.errors.isEmpty else { return nil }
        return Worksheet.Facts(title: title, intro: intro, questions: questions, item: item)
    }

    static func items(_ facts: Worksheet.Facts) -> Form {
        Form(
            items: [.init("titel", facts.title), .init("uitleg", facts.intro), .init("deel", facts.item?.description ?? "")]
                + facts.questions.enumerated().map { .init(question($0.offset + 1), $0.element) })
    }

    // MARK: A sheet

    static func answers(_ form: inout Form, count: Int) -> [String]? {
        var answers: [String] = []
        for number in 0..<count { answers.append(fitting(answer(number + 1), WorksheetRules.answerLimit, &form) ?? "") }
        return form.errors.isEmpty ? answers : nil
    }

    static func items(_ sheet: FilledSheet?) -> Form {
        guard let sheet else { return Form(items: []) }
        return Form(items: sheet.answers.enumerated().map { .init(answer($0.offset + 1), $0.element) })
    }

    /// How often the sheet had been saved when the form was made.
    static func version(_ form: Form) -> Int { form["versie"].flatMap { Int($0) } ?? 0 }
}
