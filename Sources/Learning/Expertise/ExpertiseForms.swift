import Core
import People
import Web

/// Reads the forms of who knows about what, and of asking.
enum ExpertiseForms {
    private typealias Words = ExpertiseWords

    /// One of a list that is made for this page; nil for none.
    static func one(_ name: String, of choices: [Choice], required: Localized? = nil, _ form: inout Form) -> String? {
        guard let sent = form[name], !sent.isEmpty else {
            if let required { form.fail(name, required) }
            return nil
        }
        guard choices.contains(where: { $0.value == sent }) else {
            form.fail(name, Words.both(\.chooseOne))
            return nil
        }
        return sent
    }

    /// Several lines, counted by code points as both engines count.
    static func paragraphs(_ name: String, limit: Int, required: Localized? = nil, _ form: inout Form) -> String? {
        let tooLong = Localized(nl: "Gebruik hoogstens \(limit) tekens", en: "Use at most \(limit) characters")
        guard let text = form.text(name, limit: limit, required: required, tooLong: tooLong) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            form.fail(name, tooLong)
            return nil
        }
        return text
    }

    static func request(_ form: inout Form, labels: [Choice], programmes: [Choice]) -> HelpRequest.Draft? {
        let question = paragraphs("vraag", limit: 2000, required: Words.both(\.questionEmpty), &form)
        let tried = paragraphs("geprobeerd", limit: 2000, &form)
        let label = one("onderwerp", of: labels, required: Words.both(\.chooseOne), &form)
        let wanted = form.choice("wie", of: HelpRequest.Wanted.self, required: Words.both(\.chooseOne))
        let help = form.choice("hulp", of: HelpKind.self, required: Words.both(\.chooseOne))
        let programme = one("programma", of: programmes, &form).flatMap { Identifier($0) }
        guard let question, let label, let wanted, let help, form.errors.isEmpty else { return nil }
        return HelpRequest.Draft(question: question, tried: tried ?? "", label: label, wanted: wanted, help: help, programme: programme)
    }

    static func setting(_ form: inout Form) -> ExpertiseSetting? {
        var setting = ExpertiseSetting()
        let cap = form.whole("aantal", 0...10, required: Words.both(\.capHint), otherwise: Words.both(\.capHint))
        let shape = Words.both(\.dayShape)
        setting.holidayUntil = form.value("weg", as: DutchDay.self, otherwise: shape)?.end
        setting.isOpen = form.has("wil", "open")
        setting.isPaused = form.has("wil", "pauze")
        setting.helps = Set(form.all("hulp").compactMap { HelpKind(rawValue: $0) })
        guard let cap, form.errors.isEmpty else { return nil }
        setting.cap = cap
        return setting
    }

    static func items(_ setting: ExpertiseSetting) -> Form {
        // The last day away is the day before they are back.
        let away = setting.holidayUntil.map { DutchDay(at: $0 - 1).written } ?? ""
        var items = [Form.Item("aantal", String(setting.cap)), Form.Item("weg", away)]
        if setting.isOpen { items.append(Form.Item("wil", "open")) }
        if setting.isPaused { items.append(Form.Item("wil", "pauze")) }
        items += setting.helps.sorted { $0.rawValue < $1.rawValue }.map { Form.Item("hulp", $0.rawValue) }
        return Form(items: items)
    }

    /// What was said of each line: fields are called `regel-` and the id.
    static func decisions(_ form: Form) -> [Identifier: ExpertiseLine.State] {
        var found: [Identifier: ExpertiseLine.State] = [:]
        for item in form.items where item.name.hasPrefix("regel-") {
            guard let id = Identifier(String(item.name.dropFirst(6))) else { continue }
            switch item.value {
            case "ja": found[id] = .approved
            case "nee": found[id] = .refused
            default: continue
            }
        }
        return found
    }

    static func filter(_ query: Form) -> ExpertiseFilter {
        var filter = ExpertiseFilter()
        filter.label = query["onderwerp"].flatMap { $0.isEmpty ? nil : $0 }
        filter.kind = query["soort"].flatMap { ExpertiseLine.Kind(rawValue: $0) }
        filter.role = query["rol"].flatMap { Role(rawValue: $0) }
        filter.region = query["gemeente"].flatMap { AreaCode($0) }
        filter.help = query["hulp"].flatMap { HelpKind(rawValue: $0) }
        filter.programme = query["programma"].flatMap { Identifier($0) }
        return filter
    }
}
