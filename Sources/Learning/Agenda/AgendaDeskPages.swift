import Core
import HTML
import People
import Web

/// The fields of an item.
struct AgendaFields: Component {
    let choices: AgendaForm.Choices
    let isProposal: Bool
    let form: Form
    let language: Language

    private typealias Words = AgendaDeskWords

    var body: some HTML {
        Group {
            TextField("naam", Words.both(\.name), form: form, language: language)
            long("tekst", \.words)
            SelectField(
                "thema", Words.both(\.theme), choices: [Choice("", Words.both(\.noTheme))] + choices.themes, isRequired: false, form: form,
                language: language)
            long("onderwerpen", \.subjects, hint: \.onePerLine)
            long("vragen", \.questions, hint: \.onePerLine)
            ChoiceField("domein", Words.both(\.domains), kind: .any, choices: choices.domains, isRequired: false, form: form, language: language)
            long("versterken", \.reinforces)
            tough
            if !isProposal { owners }
            if !choices.issues.isEmpty {
                ChoiceField("vraagstuk", Words.both(\.issues), kind: .any, choices: choices.issues, isRequired: false, form: form, language: language)
            }
        }
    }

    private func long(
        _ name: String, _ label: KeyPath<AgendaDeskWords, String>, hint: KeyPath<AgendaDeskWords, String>? = nil, limit: Int = 2000
    ) -> TextField {
        TextField(
            name, Words.both { $0[keyPath: label] }, kind: .paragraph(limit: limit), hint: hint.map { path in Words.both { $0[keyPath: path] } },
            isRequired: false, form: form, language: language)
    }

    private var tough: some HTML {
        Group {
            SelectField(
                "schaal", Words.both(\.level),
                choices: [Choice("", Words.both(\.everyLevel))] + Term.Scale.allCases.map { Choice($0.rawValue, $0.name) }, isRequired: false, form: form,
                language: language)
            ChoiceField(
                "taai", Words.both(\.toughness), kind: .any, choices: [Choice("ja", Words.both(\.tough))], isRequired: false, form: form, language: language)
            long("waarom-taai", \.whyTough, limit: 1000)
            long("handelen", \.perspective)
        }
    }

    private var owners: some HTML {
        Group {
            SelectField(
                "organisatie", Words.both(\.organisation), choices: [Choice("", Words.both(\.nobody))] + choices.organisations, isRequired: false, form: form,
                language: language)
            TextField("trekker-mail", Words.both(\.person), kind: .email, hint: Words.both(\.personHint), isRequired: false, form: form, language: language)
            long("tussendoor", \.adHoc, hint: \.adHocHint, limit: 500)
        }
    }
}

/// The form of an item, with its next steps and what it does to others.
struct AgendaEditPage: Component {
    /// Nil for a new one.
    let item: AgendaItem?
    let scene: AgendaScene
    let choices: AgendaForm.Choices
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = AgendaDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(item?.facts.title ?? words.add, lead: item == nil ? words.addLead : nil, faults: ErrorSummary(form.errors, language: language)) {
            p { a(.href(AgendaRoute.desk(scene.id).address.url(in: language))) { words.title } }
            if let item, !item.state.next.isEmpty { steps(item) }
            PostForm(to: (item.map { AgendaRoute.edit(scene.id, $0.id) } ?? .new(scene.id)).address, in: language, token: token) {
                AgendaFields(choices: choices, isProposal: false, form: form, language: language)
                button(.type("submit").class("knop")) { words.save }
            }
            if let item { effects(item) }
        }
    }

    private func steps(_ item: AgendaItem) -> some HTML {
        section(.class("sectie").id("stap")) {
            h2 { words.step }
            p { AgendaStateTag(state: item.state, language: language) }
            PostForm(to: AgendaRoute.step(scene.id, item.id).address, in: language, token: token) {
                if item.state.next.contains(.planned) {
                    TextField("maand", Words.both(\.month), hint: Words.both(\.monthHint), isRequired: false, form: form, language: language)
                }
                TextField("reden", Words.both(\.reason), hint: Words.both(\.reasonHint), isRequired: false, form: form, language: language)
                div(.class("knoppen")) {
                    Each(item.state.next) { state in
                        button(.type("submit").name("naar").value(state.rawValue).class("knop", "licht", when: state.needsReason)) { words.step(state) }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func effects(_ item: AgendaItem) -> some HTML {
        let others = scene.agenda.items.filter { $0.id != item.id }
        if !others.isEmpty {
            section(.class("sectie").id("verband")) {
                h2 { words.effect }
                ul { Each(item.effects) { one in li { "\(scene.item(one.other)?.facts.title ?? ""): \(one.words)" } } }
                PostForm(to: AgendaRoute.effect(scene.id, item.id).address, in: language, token: token) {
                    SelectField(
                        "ander", Words.both(\.effectOther), choices: others.map { Choice($0.id.description, Localized($0.facts.title)) }, form: form,
                        language: language)
                    TextField(
                        "hoe", Words.both(\.effectWords), kind: .paragraph(limit: 500), hint: Words.both(\.effectHint), isRequired: false, form: form,
                        language: language)
                    button(.type("submit").class("knop licht")) { words.save }
                }
            }
        }
    }
}

/// The desk of who makes an agenda: the order by hand, proposals, and keeping a version.
struct AgendaDeskPage: Component {
    let scene: AgendaScene
    let organisations: [Choice]
    let versions: [AgendaVersion]
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = AgendaDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead, faults: ErrorSummary(form.errors, language: language)) {
            p { a(.href(AgendaRoute.agenda(scene.id).address.url(in: language))) { AgendaWords(language).title(scene.name) } }
            p { a(.class("knop").href(AgendaRoute.new(scene.id).address.url(in: language))) { words.add } }
            h2 { words.order }
            AgendaOrder(scene: scene, form: form, token: token, language: language)
            list(AgendaWords(language).proposals, id: "voorstellen", scene.agenda.items(in: .proposed))
            list(words.ended, id: "geweest", scene.agenda.items.filter { !$0.state.isLiving && $0.state != .proposed })
            recording
            AgendaVersionList(id: scene.id, versions: versions, language: language)
        }
    }

    @HTMLBuilder private func list(_ heading: String, id: String, _ items: [AgendaItem]) -> some HTML {
        section(.class("sectie").id(id)) {
            h2 { heading }
            if items.isEmpty { p { words.nothing } }
            ul {
                Each(items) { item in
                    li {
                        a(.href(AgendaRoute.edit(scene.id, item.id).address.url(in: language))) { item.facts.title }
                        " "
                        AgendaStateTag(state: item.state, language: language)
                    }
                }
            }
        }
    }

    private var recording: some HTML {
        section(.class("sectie").id("versie")) {
            h2 { words.record }
            p { words.recordLead }
            PostForm(to: AgendaRoute.versions(scene.id).address, in: language, token: token) {
                ChoiceField("eens", Words.both(\.agreed), kind: .any, choices: organisations, isRequired: false, form: form, language: language)
                TextField("bij", Words.both(\.note), kind: .paragraph(limit: 1000), isRequired: false, form: form, language: language)
                button(.type("submit").class("knop")) { words.record }
            }
        }
    }
}

/// The living items with their counts, and buttons to move them.
private struct AgendaOrder: Component {
    let scene: AgendaScene
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = AgendaDeskWords
    private var words: Words { Words(language) }

    var body: some HTML {
        let living = scene.agenda.living
        return Group {
            if living.isEmpty { p { words.nothing } }
            if !living.isEmpty {
                ol { Each(living.enumerated()) { index, item in li { row(item, isFirst: index == 0, isLast: index == living.count - 1) } } }
            }
        }
    }

    private func row(_ item: AgendaItem, isFirst: Bool, isLast: Bool) -> some HTML {
        Group {
            p {
                a(.href(AgendaRoute.edit(scene.id, item.id).address.url(in: language))) { item.facts.title }
                " "
                AgendaStateTag(state: item.state, language: language)
            }
            p(.class("subtiel")) { counted(item).joined(separator: ". ") + "." }
            if !(isFirst && isLast) { moving(item, isFirst: isFirst, isLast: isLast) }
        }
    }

    private func counted(_ item: AgendaItem) -> [String] {
        let words = AgendaWords(language)
        return [words.supports(item.supports.count), scene.inputs(of: item).map { words.inputs($0, isLeast: scene.isLeast(item)) }].compactMap(\.self)
    }

    private func moving(_ item: AgendaItem, isFirst: Bool, isLast: Bool) -> some HTML {
        PostForm(to: AgendaRoute.move(scene.id, item.id).address, in: language, token: token) {
            TextField("reden-\(item.id)", Words.both(\.moveReason), hint: Words.both(\.moveHint), isRequired: false, form: form, language: language)
            div(.class("knoppen")) {
                if !isFirst { turn(.up, words.up(item.facts.title)) }
                if !isLast { turn(.down, words.down(item.facts.title)) }
            }
        }
    }

    private func turn(_ direction: AgendaStore.Direction, _ label: String) -> some HTML {
        button(.type("submit").name("kant").value(direction.rawValue).class("knop licht")) { label }
    }
}
