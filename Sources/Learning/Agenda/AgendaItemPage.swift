import Core
import HTML
import People
import Web

/// One item: what it is, where it comes from, who supports it and what is said against it.
struct AgendaItemPage: Component {
    let item: AgendaItem
    let scene: AgendaScene
    /// Name of the owner, for who signed in.
    let owner: String?
    let meetings: [MeetingLine]
    /// The organisation of who looks; nil for none.
    let speaker: Identifier?
    let mayOrganise: Bool
    let form: Form
    let token: FormToken?
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }

    var body: some HTML {
        Group {
            TitleBand(item.facts.title, lead: item.facts.perspective.isEmpty ? nil : item.facts.perspective) {
                AgendaTrail(scene: scene, steps: [PlaceTrail.Step(item.facts.title)], language: language)
            }
            div(.class("wrap inhoud smal")) {
                ErrorSummary(form.errors, language: language)
                AgendaItemFacts(item: item, scene: scene, owner: owner, language: language)
                AgendaItemText(item: item, scene: scene, language: language)
                AgendaItemOrigin(item: item, scene: scene, language: language)
                AgendaSupports(item: item, scene: scene, speaker: speaker, form: form, token: token, language: language)
                AgendaObjections(item: item, scene: scene, speaker: speaker, mayAnswer: mayOrganise, form: form, token: token, language: language)
                if !meetings.isEmpty {
                    section(.class("sectie").id("bijeenkomsten")) {
                        h2 { words.meetings }
                        MeetingCards(lines: meetings, language: language, isBelowSection: true)
                    }
                }
                history
                if mayOrganise {
                    p { a(.class("knop").href(AgendaRoute.edit(scene.id, item.id).address.url(in: language))) { AgendaDeskWords(language).edit } }
                }
            }
        }
    }

    private var history: some HTML {
        section(.class("sectie").id("verloop")) {
            h2 { words.history }
            ol {
                Each(item.steps) { step in
                    li {
                        "\(MeetingHours.date(step.at, language)): \(step.state.name[language].lowercased())"
                        if let month = step.month { " (\(words.month(month)))" }
                        if !step.reason.isEmpty { ". \(step.reason)" }
                    }
                }
            }
        }
    }
}

/// The short facts of an item.
struct AgendaItemFacts: Component {
    let item: AgendaItem
    let scene: AgendaScene
    let owner: String?
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }

    var body: some HTML {
        dl(.class("bijeenfeiten")) {
            Each(lines) { name, value in
                div {
                    dt { name }
                    dd { value }
                }
            }
        }
    }

    private var lines: [(String, String)] {
        let facts = item.facts
        let owners = [facts.ownerOrganisation.map(scene.organisation), owner].compactMap(\.self)
        let adHoc = facts.adHocReason.isEmpty ? nil : (words.adHoc(MeetingHours.date(item.addedAt, language)), facts.adHocReason)
        let all: [(String, String)?] = [
            (words.state, item.state.name[language]), (words.month, item.month.map(words.month) ?? words.noMonth),
            (words.owner, owners.isEmpty ? words.noOwner : owners.joined(separator: ", ")),
            item.proposer.map { (words.proposer, scene.organisation($0)) },
            facts.theme.map { (words.theme, scene.term($0, language)) },
            facts.domains.isEmpty ? nil : (words.domains, facts.domains.map { scene.term($0, language) }.joined(separator: ", ")),
            facts.level.map { (words.level, $0.name[language]) }, adHoc,
        ]
        return all.compactMap(\.self)
    }
}

/// What an item says, under its headings.
struct AgendaItemText: Component {
    let item: AgendaItem
    let scene: AgendaScene
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }
    private var facts: AgendaItem.Facts { item.facts }

    var body: some HTML {
        Group {
            Paragraphs(facts.words)
            lines(words.subjects, facts.subjects)
            lines(words.questions, facts.questions)
            if !facts.reinforces.isEmpty { part(words.reinforces, facts.reinforces) }
            if facts.isTough { part(words.whyTough, facts.whyTough) }
            if !facts.perspective.isEmpty { part(words.perspective, facts.perspective) }
            effects(words.effects, item.effects.map { ($0.other, $0.words) })
            effects(
                words.affected,
                scene.agenda.items.flatMap { other in other.effects.filter { $0.other == item.id }.map { (other.id, $0.words) } })
        }
    }

    private func part(_ heading: String, _ text: String) -> some HTML {
        section {
            h2 { heading }
            Paragraphs(text)
        }
    }

    @HTMLBuilder private func lines(_ heading: String, _ text: String) -> some HTML {
        if !text.isEmpty {
            section {
                h2 { heading }
                ul { Each(text.split(whereSeparator: \.isNewline).map(String.init)) { line in li { line } } }
            }
        }
    }

    @HTMLBuilder private func effects(_ heading: String, _ all: [(Identifier, String)]) -> some HTML {
        // A proposal stays among who signed in, also where another item leads to it.
        let known = all.compactMap { id, words in scene.item(id).flatMap { $0.isPublic ? ($0, words) : nil } }
        if !known.isEmpty {
            section {
                h2 { heading }
                ul {
                    Each(known) { other, effect in
                        li {
                            a(.href(AgendaRoute.item(scene.id, other.id).address.url(in: language))) { other.facts.title }
                            ": \(effect)"
                        }
                    }
                }
            }
        }
    }
}

/// The issues that an item comes from, with how many people named them (INV-10).
struct AgendaItemOrigin: Component {
    let item: AgendaItem
    let scene: AgendaScene
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }

    var body: some HTML {
        let issues = scene.issues(of: item)
        return section(.class("sectie").id("herkomst")) {
            h2 { words.origin }
            if issues.isEmpty { p { words.noOrigin } }
            if !issues.isEmpty { p { scene.inputs(of: item).map { words.inputs($0, isLeast: scene.isLeast(item)) } ?? words.fewInputs } }
            if !issues.isEmpty {
                ul {
                    Each(issues) { one in
                        li {
                            a(.href(InventoryRoute.issue(one.issue.id).address.url(in: language))) { one.issue.title }
                            ", \(words.people(one.givers))"
                        }
                    }
                }
            }
        }
    }
}

/// Who supports an item with what, and the form to do so.
struct AgendaSupports: Component {
    let item: AgendaItem
    let scene: AgendaScene
    let speaker: Identifier?
    let form: Form
    let token: FormToken?
    let language: Language

    private typealias Words = AgendaWords
    private var words: Words { Words(language) }

    var body: some HTML {
        section(.class("sectie").id("steun")) {
            h2 { words.supports }
            p { words.supports(item.supports.count) }
            if !item.supports.isEmpty {
                ul { Each(item.supports) { one in li { "\(scene.organisation(one.organisation)): \(one.brings)" } } }
            }
            if let token, isOpen {
                if let speaker { own(speaker, token) } else { p { words.noOrganisation } }
            }
        }
    }

    private var isOpen: Bool { item.state != .done && item.state != .dropped }

    private func own(_ speaker: Identifier, _ token: FormToken) -> some HTML {
        let mine = item.supports.first { $0.organisation == speaker }, address = AgendaRoute.support(scene.id, item.id).address
        let sent = form.has("inbreng") ? form : Form(items: [Form.Item("inbreng", mine?.brings ?? "")])
        return Group {
            PostForm(to: address, in: language, token: token) {
                TextField("inbreng", Words.both(\.brings), kind: .paragraph(limit: 500), hint: Words.both(\.bringsHint), form: sent, language: language)
                button(.type("submit").name("doe").value("steun").class("knop")) { mine == nil ? words.support : words.changeSupport }
                if mine != nil { button(.type("submit").name("doe").value("intrekken").class("knop licht")) { words.withdraw } }
            }
        }
    }
}

/// What is said against an item, with what the owners say to it.
struct AgendaObjections: Component {
    let item: AgendaItem
    let scene: AgendaScene
    let speaker: Identifier?
    let mayAnswer: Bool
    let form: Form
    let token: FormToken?
    let language: Language

    private typealias Words = AgendaWords
    private var words: Words { Words(language) }

    var body: some HTML {
        section(.class("sectie").id("bezwaren")) {
            h2 { words.objections }
            if item.objections.isEmpty { p { words.noObjections } }
            Each(item.objections) { one in
                div {
                    p { "\(scene.organisation(one.organisation)), \(MeetingHours.date(one.at, language)): \(one.words)" }
                    if let answer = one.answer { p { "\(words.answer): \(answer)" } }
                    if let token, mayAnswer, one.answer == nil { answering(one, token) }
                }
            }
            if let token, speaker != nil, item.state != .done, item.state != .dropped { objecting(token) }
        }
    }

    private func answering(_ one: AgendaObjection, _ token: FormToken) -> some HTML {
        PostForm(to: AgendaRoute.answer(scene.id, item.id).address, in: language, token: token) {
            input(.type("hidden").name("op").value(one.id.description))
            TextField(
                "antwoord-\(one.id)", AgendaDeskWords.both(\.answer), kind: .paragraph(limit: 1000), form: form, language: language)
            button(.type("submit").class("knop licht")) { AgendaDeskWords(language).save }
        }
    }

    private func objecting(_ token: FormToken) -> some HTML {
        PostForm(to: AgendaRoute.objection(scene.id, item.id).address, in: language, token: token) {
            TextField(
                "bezwaar", Words.both(\.objection), kind: .paragraph(limit: 1000), hint: Words.both(\.objectionHint), form: form, language: language)
            button(.type("submit").class("knop licht")) { words.object }
        }
    }
}
