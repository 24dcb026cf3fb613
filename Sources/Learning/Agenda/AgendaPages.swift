import Core
import HTML
import People
import Web

/// Every agenda there is.
struct AgendaListPage: Component {
    struct Line: Sendable {
        let id: Identifier
        let name: String
        /// What is on it now.
        let items: [AgendaItem]
    }

    let lines: [Line]
    /// Where who looks may begin one.
    let starts: [Choice]
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }

    var body: some HTML {
        Group {
            TitleBand(words.all, lead: words.listLead)
            div(.class("wrap inhoud smal")) {
                if lines.isEmpty { p { words.none } }
                Each(lines) { line in
                    section(.class("sectie")) {
                        h2 { a(.href(AgendaRoute.agenda(line.id).address.url(in: language))) { line.name } }
                        p { words.count(line.items.count) }
                        ul { Each(line.items.prefix(5)) { item in li { item.facts.title } } }
                    }
                }
                if !starts.isEmpty { beginning }
            }
        }
    }

    private var beginning: some HTML {
        section(.class("sectie").id("begin")) {
            h2 { words.begin }
            ul {
                Each(starts.compactMap { start in Identifier(start.value).map { ($0, start.title[language]) } }) { id, name in
                    li { a(.href(AgendaRoute.desk(id).address.url(in: language))) { words.title(name) } }
                }
            }
        }
    }
}

/// One agenda: what is on it, in the order of its owners.
struct AgendaPage: Component {
    let scene: AgendaScene
    let filter: AgendaFilter
    let domains: [Choice]
    let versions: [AgendaVersion]
    let isSignedIn: Bool
    let mayOrganise: Bool
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }
    private var shown: [AgendaItem] { scene.agenda.items.filter { $0.isPublic && filter.takes($0.facts) } }

    var body: some HTML {
        Group {
            TitleBand(words.title(scene.name), lead: words.lead) { AgendaTrail(scene: scene, steps: [], language: language) }
            div(.class("wrap inhoud")) {
                doing
                AgendaFilterForm(scene: scene, filter: filter, domains: domains, language: language)
                living
                ended(words.done, id: "klaar", shown.filter { $0.state == .done })
                ended(words.other, id: "eraf", shown.filter { $0.state.needsReason })
                departures
                AgendaVersionList(id: scene.id, versions: versions, language: language)
            }
        }
    }

    private var doing: some HTML {
        p(.class("knoppen")) {
            a(.class("knop licht").href(AgendaRoute.calendar(scene.id).address.url(in: language))) { words.calendar }
            a(.class("knop licht").href(AgendaRoute.proposals(scene.id).address.url(in: language))) { isSignedIn ? words.propose : words.proposals }
            if mayOrganise { a(.class("knop").href(AgendaRoute.desk(scene.id).address.url(in: language))) { words.organise } }
        }
    }

    private var living: some HTML {
        let items = shown.filter(\.state.isLiving)
        return section(.class("sectie").id("volgorde")) {
            h2 { words.inOrder }
            p(.role("status")) { items.isEmpty ? words.empty : words.count(items.count) }
            ol { Each(items) { item in li { AgendaLine(item: item, scene: scene, language: language) } } }
        }
    }

    @HTMLBuilder private func ended(_ heading: String, id: String, _ items: [AgendaItem]) -> some HTML {
        if !items.isEmpty {
            section(.class("sectie").id(id)) {
                h2 { heading }
                ul { Each(items) { item in li { AgendaLine(item: item, scene: scene, language: language) } } }
            }
        }
    }

    @HTMLBuilder private var departures: some HTML {
        let known = scene.agenda.departures.compactMap { one -> (String, String, String)? in
            guard let item = scene.item(one.item), let above = scene.item(one.above), item.isPublic, above.isPublic else { return nil }
            return (words.departure(item.facts.title, above.facts.title), one.reason, MeetingHours.date(one.at, language))
        }
        if !known.isEmpty {
            section(.class("sectie").id("redenen")) {
                h2 { words.departures }
                p { words.departuresLead }
                ul { Each(known) { line, reason, day in li { "\(line) (\(day)): \(reason)" } } }
            }
        }
    }
}

/// Where a page of an agenda stands.
struct AgendaTrail: Component {
    let scene: AgendaScene
    let steps: [PlaceTrail.Step]
    let language: Language

    var body: some HTML {
        let own = steps.isEmpty ? nil : AgendaRoute.agenda(scene.id).address
        return PlaceTrail(
            [PlaceTrail.Step(AgendaWords(language).all, address: AgendaRoute.list.address), PlaceTrail.Step(scene.name, address: own)] + steps,
            language: language)
    }
}

/// An item in a list: what it is, its state, and what is counted.
struct AgendaLine: Component {
    let item: AgendaItem
    let scene: AgendaScene
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }

    var body: some HTML {
        Group {
            p {
                a(.href(AgendaRoute.item(scene.id, item.id).address.url(in: language))) { item.facts.title }
                " "
                AgendaStateTag(state: item.state, language: language)
            }
            p(.class("subtiel")) { counted.joined(separator: ". ") + "." }
            if let reason { p { reason } }
        }
    }

    private var counted: [String] {
        [
            item.month.map { "\(words.month) \(words.month($0))" }, item.facts.adHocReason.isEmpty ? nil : words.adHoc, words.supports(item.supports.count),
            scene.inputs(of: item).map { words.inputs($0, isLeast: scene.isLeast(item)) },
        ]
        .compactMap(\.self)
    }

    private var reason: String? { item.state.needsReason ? item.steps.last?.reason : nil }
}

/// The state of an item, with a sign beside the words.
struct AgendaStateTag: Component {
    let state: AgendaItem.State
    let language: Language

    var body: some HTML {
        span(.class("tag", kind, when: !kind.isEmpty)) {
            Icon(state == .done ? .check : state.needsReason ? .warning : .info)
            " "
            state.name[language]
        }
    }

    private var kind: String {
        switch state {
        case .running: "goed"
        case .planned, .agreed: "info"
        case .parked, .dropped: "let-op"
        case .proposed, .done: ""
        }
    }
}

/// The versions of an agenda, the newest first.
struct AgendaVersionList: Component {
    let id: Identifier
    let versions: [AgendaVersion]
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }

    var body: some HTML {
        section(.class("sectie").id("versies")) {
            h2 { words.versions }
            if versions.isEmpty { p { words.noVersion } }
            ul {
                Each(versions.reversed()) { version in
                    li {
                        a(.href(AgendaRoute.version(id, version.number).address.url(in: language))) {
                            words.versionOf(version.number, MeetingHours.date(version.at, language))
                        }
                    }
                }
            }
        }
    }
}

/// The questions that narrow an agenda.
private struct AgendaFilterForm: Component {
    let scene: AgendaScene
    let filter: AgendaFilter
    let domains: [Choice]
    let language: Language

    private typealias Words = AgendaWords

    var body: some HTML {
        let sent = Form(items: filter.items)
        return details(filter == AgendaFilter() ? .none : .open()) {
            summary { Words(language).filter }
            form(.action(AgendaRoute.agenda(scene.id).address.url(in: language)).method("get").novalidate()) {
                SelectField(
                    "schaal", Words.both(\.level),
                    choices: [Choice("", Words.both(\.everything))] + Term.Scale.allCases.map { Choice($0.rawValue, $0.name) }, isRequired: false, form: sent,
                    language: language)
                ChoiceField(
                    "domein", Words.both(\.domains), kind: .any, choices: domains, hint: Words.both(\.domainsHint), isRequired: false, form: sent,
                    language: language)
                button(.type("submit").class("knop")) { Words(language).show }
            }
        }
    }
}
