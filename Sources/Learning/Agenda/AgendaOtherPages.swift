import Core
import HTML
import People
import Web

/// What starts in which month (AGD-04).
struct AgendaCalendarPage: Component {
    let scene: AgendaScene
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }

    var body: some HTML {
        Group {
            TitleBand(words.calendar, lead: words.calendarLead) { AgendaTrail(scene: scene, steps: [PlaceTrail.Step(words.calendar)], language: language) }
            div(.class("wrap inhoud smal")) {
                let months = scene.calendar
                if months.isEmpty { p { words.noCalendar } }
                Each(months) { month in
                    section(.class("sectie").id("m\(month.month)")) {
                        h2 { words.month(month.month) }
                        ul { Each(month.items) { item in li { line(item) } } }
                    }
                }
                section(.class("sectie").id("meenemen")) {
                    h2 { words.take }
                    ul {
                        Each(AgendaRoute.CalendarFile.allCases) { file in
                            li { a(.href(AgendaRoute.file(scene.id, file).address.url(in: language))) { words.file(file) } }
                        }
                    }
                }
            }
        }
    }

    private func line(_ item: AgendaItem) -> some HTML {
        let subjects = item.facts.subjects.split(whereSeparator: \.isNewline).map(String.init)
        return Group {
            a(.href(AgendaRoute.item(scene.id, item.id).address.url(in: language))) { item.facts.title }
            " "
            AgendaStateTag(state: item.state, language: language)
            if !subjects.isEmpty { ul { Each(subjects) { subject in li { subject } } } }
        }
    }
}

/// A version, as it stood.
struct AgendaVersionPage: Component {
    let version: AgendaVersion
    let before: AgendaVersion?
    let scene: AgendaScene
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }

    var body: some HTML {
        Group {
            TitleBand(words.versionOf(version.number, MeetingHours.date(version.at, language)), lead: words.fixed) {
                AgendaTrail(scene: scene, steps: [PlaceTrail.Step(words.version(version.number))], language: language)
            }
            div(.class("wrap inhoud smal")) {
                Paragraphs(version.note)
                AgendaVersionItems(version: version, id: scene.id, language: language)
                section(.class("sectie").id("anders")) {
                    h2 { words.changes }
                    changes
                }
                section(.class("sectie").id("eens")) {
                    h2 { words.agreedBy }
                    if version.agreed.isEmpty { p { words.agreedNone } }
                    ul { Each(version.agreed) { name in li { name } } }
                }
                section(.class("sectie").id("bezwaren")) {
                    h2 { words.objections }
                    if version.objections.isEmpty { p { words.noObjections } }
                    ul { Each(version.objections) { one in li { objection(one) } } }
                }
            }
        }
    }

    @HTMLBuilder private var changes: some HTML {
        if let before {
            let found = version.changes(since: before)
            if found.isEmpty { p { words.noChanges } }
            ul { Each(found) { change in li { words.change(change) } } }
        } else {
            p { words.firstVersion }
        }
    }

    private func objection(_ one: AgendaVersion.Objection) -> String {
        let said = "\(one.organisation) (\(one.title)): \(one.words)"
        return one.answer.map { "\(said) \(words.answer): \($0)" } ?? said
    }
}

/// The items of a version, in its order.
struct AgendaVersionItems: Component {
    let version: AgendaVersion
    let id: Identifier
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }

    var body: some HTML {
        section(.class("sectie").id("volgorde")) {
            h2 { words.inOrder }
            ol {
                Each(version.items) { item in
                    li {
                        p {
                            strong { item.title }
                            " "
                            AgendaStateTag(state: item.state, language: language)
                        }
                        p(.class("subtiel")) { about(item).joined(separator: ". ") + "." }
                        Paragraphs(item.words)
                        lines(item.subjects)
                        lines(item.questions)
                        if !item.adHocReason.isEmpty { p { "\(words.adHoc): \(item.adHocReason)" } }
                    }
                }
            }
        }
    }

    private func about(_ item: AgendaVersion.Item) -> [String] {
        [item.month.map { "\(words.month) \(words.month($0))" }, item.owner.isEmpty ? nil : "\(words.owner): \(item.owner)", words.supports(item.supports)]
            .compactMap(\.self)
    }

    @HTMLBuilder private func lines(_ text: String) -> some HTML {
        if !text.isEmpty { ul { Each(text.split(whereSeparator: \.isNewline).map(String.init)) { line in li { line } } } }
    }
}

/// Proposals, and the form for a new one.
struct AgendaProposalsPage: Component {
    let scene: AgendaScene
    let choices: AgendaForm.Choices
    let maySpeak: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private var words: AgendaWords { AgendaWords(language) }

    var body: some HTML {
        TextColumn(words.proposals, lead: words.proposeLead, faults: ErrorSummary(form.errors, language: language)) {
            let proposals = scene.agenda.items(in: .proposed)
            p { a(.href(AgendaRoute.agenda(scene.id).address.url(in: language))) { words.title(scene.name) } }
            if proposals.isEmpty { p { words.noProposals } }
            ul { Each(proposals) { item in li { AgendaLine(item: item, scene: scene, language: language) } } }
            h2 { words.propose }
            if maySpeak {
                PostForm(to: AgendaRoute.proposals(scene.id).address, in: language, token: token) {
                    AgendaFields(choices: choices, isProposal: true, form: form, language: language)
                    button(.type("submit").class("knop")) { words.send }
                }
            } else {
                p { words.noOrganisation }
            }
        }
    }
}
