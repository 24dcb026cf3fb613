import Core
import Mail
import People
import Web

/// Reads what someone says of an item.
enum AgendaForm {
    private typealias Words = AgendaDeskWords

    /// What may be chosen.
    struct Choices: Sendable {
        let themes: [Choice]
        let domains: [Choice]
        let organisations: [Choice]
        /// Published issues.
        let issues: [Choice]
    }

    /// - Parameters:
    ///   - isProposal: asks less: no owner, and no reason for coming in between
    ///   - person: the account of the owner; read elsewhere, for only the database knows accounts
    static func facts(_ form: inout Form, _ choices: Choices, isProposal: Bool, person: Identifier?) -> AgendaItem.Facts? {
        let title = form.text("naam", limit: 200, required: Words.both(\.nameEmpty))
        let isTough = form.has("taai", "ja")
        var facts = AgendaItem.Facts(
            title: title ?? "", words: long("tekst", &form), theme: one("thema", of: choices.themes, &form), subjects: long("onderwerpen", &form),
            questions: long("vragen", &form), domains: form.all("domein"), reinforces: long("versterken", &form),
            level: form.choice("schaal", of: Term.Scale.self), isTough: isTough,
            whyTough: long("waarom-taai", limit: 1000, required: isTough ? Words.both(\.whyToughEmpty) : nil, &form), perspective: long("handelen", &form))
        if !Set(facts.domains).isSubset(of: choices.domains.map(\.value)) { form.fail("domein", Words.both(\.choose)) }
        if !isProposal {
            facts.ownerOrganisation = one("organisatie", of: choices.organisations, &form).flatMap { Identifier($0) }
            facts.ownerPerson = person
            facts.adHocReason = long("tussendoor", limit: 500, &form)
        }
        return title == nil || !form.errors.isEmpty ? nil : facts
    }

    private static func long(_ name: String, limit: Int = 2000, required: Localized? = nil, _ form: inout Form) -> String {
        form.text(name, limit: limit, required: required) ?? ""
    }

    static func issues(_ form: inout Form, _ choices: Choices) -> [Identifier] {
        let sent = form.all("vraagstuk")
        if !Set(sent).isSubset(of: choices.issues.map(\.value)) { form.fail("vraagstuk", Words.both(\.choose)) }
        return sent.compactMap { Identifier($0) }
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

    /// - Parameter mail: of the owner, for who may see the form of the owners
    static func items(_ item: AgendaItem, mail: String) -> Form {
        let facts = item.facts
        var items = [
            Form.Item("naam", facts.title), Form.Item("tekst", facts.words), Form.Item("thema", facts.theme ?? ""),
            Form.Item("onderwerpen", facts.subjects), Form.Item("vragen", facts.questions), Form.Item("versterken", facts.reinforces),
            Form.Item("schaal", facts.level?.rawValue ?? ""), Form.Item("waarom-taai", facts.whyTough), Form.Item("handelen", facts.perspective),
            Form.Item("organisatie", facts.ownerOrganisation?.description ?? ""), Form.Item("trekker-mail", mail),
            Form.Item("tussendoor", facts.adHocReason),
        ]
        items += facts.domains.map { Form.Item("domein", $0) } + item.issues.map { Form.Item("vraagstuk", $0.description) }
        if facts.isTough { items.append(Form.Item("taai", "ja")) }
        return Form(items: items)
    }
}
