import Core
import People
import Web

/// Reads what an organiser says of a conversation, and shows it again. Every fault is said at once, and nothing that was typed is lost.
enum ConversationForm {
    private typealias Words = ConversationDeskWords

    static let area = "gebied", owner = "eigenaar", until = "langer"

    // MARK: Reading

    /// - Parameters:
    ///   - themes: keys that can be chosen
    static func facts(_ form: inout Form, themes: Set<String>) -> Conversation.Facts? {
        let empty = Words.both(\.empty), choose = Words.both(\.choose)
        let title = line("titel", 150, required: empty, &form), question = line("vraag", 300, required: empty, &form)
        let decided = text("wel", 2000, required: empty, &form), notDecided = text("niet", 2000, required: empty, &form)
        let influence = form.choice("invloed", of: Conversation.Influence.self, required: choose)
        let decider = line("beslist", 200, required: empty, &form), afterwards = text("daarna", 2000, required: empty, &form)
        let days = days(&form), ways = ways(&form)
        let invitation = text("uitnodiging", 2000, &form) ?? "", languages = languages(&form)
        let rules = text("huisregels", 4000, &form) ?? "", contact = line("contact", 300, required: empty, &form)
        let level = form.choice("niveau", of: Conversation.Level.self, required: choose)
        let moderation = form.choice("moderatie", of: Conversation.Moderation.self, required: choose)
        let theme = form["thema"].flatMap { $0.isEmpty ? nil : $0 }
        if let theme, !themes.contains(theme) { form.fail("thema", choose) }
        guard let title, let question, let decided, let notDecided, let influence, let decider, let afterwards, let days, let contact, let level,
            let moderation, form.errors.isEmpty
        else { return nil }
        return Conversation.Facts(
            title: title, question: question, decided: decided, notDecided: notDecided, influence: influence, decider: decider, decidedBy: days.decision,
            afterwards: afterwards, firstDay: days.first, lastDay: days.last, ways: ways, invitation: invitation, languages: languages, houseRules: rules,
            contact: contact, level: level, moderation: moderation, theme: theme, isAboutHome: form.has("thuis", "ja"))
    }

    static func day(_ name: String, _ form: inout Form) -> DutchDay? {
        form.value(name, as: DutchDay.self, required: Words.both(\.dayShape), otherwise: Words.both(\.dayShape))
    }

    /// In the order of time: nobody decides before people could say something.
    private static func days(_ form: inout Form) -> (first: DutchDay, last: DutchDay, decision: DutchDay)? {
        let first = day("van", &form), last = day("tot", &form), decision = day("beslisdag", &form)
        if let first, let last, last.start < first.start { form.fail("tot", Words.both(\.lastFirst)) }
        if let last, let decision, decision.start < last.start { form.fail("beslisdag", Words.both(\.decisionLast)) }
        guard let first, let last, let decision else { return nil }
        return (first, last, decision)
    }

    private static func ways(_ form: inout Form) -> Set<Conversation.Way> {
        let ways = Set(form.all("wegen").compactMap { Conversation.Way(rawValue: $0) })
        if ways.isEmpty { form.fail("wegen", Words.both(\.waysEmpty)) }
        return ways
    }

    /// In the order of the list, each once.
    private static func languages(_ form: inout Form) -> [String] {
        let sent = Set(form.all("talen")), chosen = ConversationLanguages.all.map(\.code).filter(sent.contains)
        if chosen.isEmpty { form.fail("talen", Words.both(\.languagesEmpty)) }
        return chosen
    }

    /// Counted by code points, as both engines count.
    private static func text(_ name: String, _ limit: Int, required: Localized? = nil, _ form: inout Form) -> String? {
        let tooLong = Words.both { $0.tooLong(limit) }
        guard let text = form.text(name, limit: limit, required: required, tooLong: tooLong) else { return nil }
        guard text.unicodeScalars.count <= limit else {
            form.fail(name, tooLong)
            return nil
        }
        return text
    }

    private static func line(_ name: String, _ limit: Int, required: Localized, _ form: inout Form) -> String? {
        text(name, limit, required: required, &form)?.split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    // MARK: Showing

    static func items(_ facts: Conversation.Facts) -> Form {
        let fields = [
            ("titel", facts.title), ("vraag", facts.question), ("wel", facts.decided), ("niet", facts.notDecided), ("invloed", facts.influence.rawValue),
            ("beslist", facts.decider), ("beslisdag", facts.decidedBy.written), ("daarna", facts.afterwards), ("van", facts.firstDay.written),
            ("tot", facts.lastDay.written), ("uitnodiging", facts.invitation), ("huisregels", facts.houseRules), ("contact", facts.contact),
            ("niveau", facts.level.rawValue), ("moderatie", facts.moderation.rawValue), ("thema", facts.theme ?? ""),
        ]
        let chosen = facts.ways.map { ("wegen", $0.rawValue) } + facts.languages.map { ("talen", $0) } + (facts.isAboutHome ? [("thuis", "ja")] : [])
        return Form(items: (fields + chosen).map { Form.Item($0.0, $0.1) })
    }

    /// What a new conversation begins with: open to all, read before others do, and not on screen alone.
    static func fresh(_ language: Language) -> Form {
        let fields = [
            ("invloed", Conversation.Influence.advise.rawValue), ("niveau", Conversation.Level.open.rawValue),
            ("moderatie", Conversation.Moderation.before.rawValue), ("huisregels", Words(language).usualRules), ("talen", "nl"),
        ]
        let ways: [Conversation.Way] = [.screen, .paper, .help]
        return Form(items: (fields + ways.map { ("wegen", $0.rawValue) }).map { Form.Item($0.0, $0.1) })
    }
}
