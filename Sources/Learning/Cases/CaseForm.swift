import Core
import Web

/// Reads what someone says of a case.
enum CaseForm {
    private typealias Words = CaseWords

    /// What may be chosen.
    struct Choices: Sendable {
        /// Codes of municipalities with their names.
        let municipalities: [Choice]
        let domains: [Choice]
        /// Groups of the person; empty for a version.
        let groups: [Choice]
        /// Shared cases.
        let examples: [Choice]
    }

    static func facts(_ form: inout Form, _ choices: Choices) -> PracticeCase.Facts? {
        var words: [PracticeCase.Field: String] = [:]
        for field in PracticeCase.Field.allCases {
            let required = field.isRequired ? Words.both { $0.empty(field) } : nil
            words[field] =
                field == .title
                ? IntervisionFields.line(field.rawValue, limit: field.limit, required: required, &form)
                : IntervisionFields.paragraphs(field.rawValue, limit: field.limit, required: required, &form)
        }
        let area = one("gemeente", of: choices.municipalities, &form).flatMap { AreaCode($0) }
        let size = form.choice("grootte", of: PracticeCase.Size.self), urbanity = form.choice("stedelijk", of: PracticeCase.Urbanity.self)
        let fit = form.choice("soort", of: IntervisionMethod.Fit.self, required: Words.both(\.choose))
        let domains = Set(form.all("domein")), known = Set(choices.domains.map(\.value))
        if !domains.isSubset(of: known) { form.fail("domein", Words.both(\.choose)) }
        let isExternal = form.has("extern", "ja")
        let source = IntervisionFields.line("bron", limit: 500, &form)
        if let source, !source.lowercased().hasPrefix("https://") || source.contains(where: \.isWhitespace) { form.fail("bron", Words.both(\.sourceShape)) }
        let inspired = one("voorbeeld", of: choices.examples, &form).flatMap { Identifier($0) }
        guard let fit, form.errors.isEmpty else { return nil }
        return PracticeCase.Facts(
            words: words, area: area, size: size, urbanity: urbanity, fit: fit, domains: domains, isExternal: isExternal, source: source,
            inspiredBy: inspired)
    }

    /// One of a list that is made for this page; nil for none.
    static func one(_ name: String, of choices: [Choice], _ form: inout Form) -> String? {
        guard let sent = form[name], !sent.isEmpty else { return nil }
        guard choices.contains(where: { $0.value == sent }) else {
            form.fail(name, Words.both(\.choose))
            return nil
        }
        return sent
    }

    static func items(_ one: PracticeCase, names: String) -> Form {
        let facts = one.facts
        var items = PracticeCase.Field.allCases.map { Form.Item($0.rawValue, facts.words[$0] ?? "") }
        items += [
            Form.Item("gemeente", facts.area?.description ?? ""), Form.Item("grootte", facts.size?.rawValue ?? ""),
            Form.Item("stedelijk", facts.urbanity?.rawValue ?? ""), Form.Item("soort", facts.fit.rawValue), Form.Item("bron", facts.source ?? ""),
            Form.Item("voorbeeld", facts.inspiredBy?.description ?? ""), Form.Item("namen", names),
        ]
        items += facts.domains.sorted().map { Form.Item("domein", $0) }
        if facts.isExternal { items.append(Form.Item("extern", "ja")) }
        return Form(items: items)
    }
}
