import Core
import HTML
import People
import Web

/// Everything a page of a session shows to one person, and nothing they may not read.
struct SessionView: Sendable {
    let session: IntervisionSession
    let group: IntervisionGroup
    let method: IntervisionMethod
    let names: [Identifier: String]
    let person: Identifier
    /// Facilitates this session or the group.
    let runs: Bool
    let present: [Identifier]
    let ready: Set<Identifier>
    let revealed: Set<Int>
    /// As far as this person may read them.
    let notes: [SessionNote]
    let yields: [SessionYield]
    /// Of the session before this one.
    let earlier: [SessionYield]
    let now: Int64
    /// Whether the page comes again by itself, without script.
    let refreshes: Bool

    var isPresent: Bool { present.contains(person) }
    var step: IntervisionMethod.Step? { method.steps.indices.contains(session.step) ? method.steps[session.step] : nil }
    var isOpen: Bool { revealed.contains(session.step) }
    var isBringer: Bool { session.bringer == person }

    /// Why this person cannot write for the group in this step; nil where they can.
    var refusal: SessionRules.Refusal? {
        step.flatMap { SessionRules.refusal(of: person, in: session, on: $0, isPresent: isPresent, isOpen: isOpen) }
    }

    /// Where a page that comes again by itself would take words away, it does not.
    var mayRefresh: Bool {
        guard let step, session.state.isOnStep, isPresent else { return true }
        return !step.isHidden || isOpen || ready.contains(person)
    }

    func own(_ kind: SessionNote.Kind) -> String { notes.first { $0.step == session.step && $0.person == person && $0.kind == kind }?.body ?? "" }

    func name(_ person: Identifier?, in language: Language) -> String {
        guard let person else { return SessionWords(language).nobody }
        return names[person] ?? SessionWords(language).someone
    }
}

/// A session, one step on each screen.
struct SessionPage: Component {
    let view: SessionView
    let form: Form
    let token: FormToken
    let language: Language

    private var words: SessionWords { SessionWords(language) }
    private var session: IntervisionSession { view.session }

    var body: some HTML {
        TextColumn(heading, lead: session.question.isEmpty ? words.noQuestion : session.question, faults: ErrorSummary(form.errors, language: language)) {
            div(marks) {
                refreshing
                if let practiceCase = session.practiceCase {
                    p { a(.href(CaseRoute.practiceCase(practiceCase).address.url(in: language))) { words.practiceCase } }
                }
                switch session.state {
                case .planned, .lobby: AnyHTML(SessionLobby(view: view, form: form, token: token, language: language))
                case .running, .paused: AnyHTML(SessionStep(view: view, form: form, token: token, language: language))
                case .yields, .closed: AnyHTML(SessionEnd(view: view, form: form, token: token, language: language))
                }
                if session.state != .closed && view.runs {
                    AnyHTML(SessionRoles(view: view, form: form, token: token, language: language))
                }
                p { a(.href(IntervisionRoute.group(view.group.id).address.url(in: language))) { view.group.name } }
            }
        }
    }

    private var heading: String {
        session.state.isOnStep ? words.step(session.step + 1, view.method.steps.count) : "\(words.title) \(SessionDay.text(session.plannedAt))"
    }

    /// What the script needs: where to ask, and what is on this page.
    private var marks: Attributes {
        Attributes.id("sessie").class("sessie").data("stand", IntervisionRoute.standing(session.id).address.url(in: language))
            .data("versie", "\(session.version)").data("woorden", "\(session.words)").data("stap", "\(session.step)")
            .data("sleutel", session.id.description)
    }

    private var refreshing: some HTML {
        let here = IntervisionRoute.session(session.id).address
        return Group {
            if session.state != .closed {
                if view.refreshes {
                    p(.class("verversen")) {
                        words.refreshing + " "
                        a(.href(here.url(in: language))) { words.stopRefresh }
                    }
                } else {
                    noscript { p(.class("verversen")) { a(.href(here.with(.init("ververs", "aan")).url(in: language))) { words.refresh } } }
                }
                p(.class("nieuw").id("nieuw").hidden()) {
                    words.something + " "
                    a(.href(here.url(in: language))) { words.showNew }
                }
            }
        }
    }
}

/// A button that does one thing with a session.
struct SessionButton: Component {
    let session: Identifier
    let value: String
    let title: String
    var isMain = false
    let token: FormToken
    let language: Language

    var body: some HTML {
        PostForm(to: IntervisionRoute.session(session).address, in: language, token: token) {
            button(.type("submit").name("doe").value(value).class(isMain ? "knop" : "knop licht")) { title }
        }
    }
}

/// Before it begins: what it is about, who is there, what was agreed last time.
struct SessionLobby: Component {
    let view: SessionView
    let form: Form
    let token: FormToken
    let language: Language

    private var words: SessionWords { SessionWords(language) }
    private var session: IntervisionSession { view.session }

    var body: some HTML {
        Group {
            p { "\(view.method.name[language]), \(MethodWords(language).time(view.method)). \(view.method.lead[language])" }
            if session.state == .lobby { here }
            if view.runs { begin }
            SessionWho(view: view, language: language)
            if !view.earlier.isEmpty {
                section(.class("sectie").id("vorige-keer")) {
                    h2 { words.lastTime }
                    p { words.lastTimeLead }
                    YieldTable(yields: view.earlier, view: view, token: nil, language: language)
                }
            }
            section(.class("sectie").id("afspraken")) {
                h2 { GroupWords(language).agreements }
                AgreementList(agreements: view.group.agreements, language: language)
            }
        }
    }

    private var here: some HTML {
        section(.class("sectie").id("aanwezig")) {
            h2 { words.present }
            p(.id("aantal").role("status")) { words.presentCount(view.present.count) }
            ul { Each(view.present) { person in li { view.name(person, in: language) } } }
            if view.isPresent {
                if !view.runs { p { words.waitBegin } }
                SessionButton(session: session.id, value: "ga", title: words.leave, token: token, language: language)
            } else {
                SessionButton(session: session.id, value: "kom", title: words.join, isMain: true, token: token, language: language)
            }
        }
    }

    private var begin: some HTML {
        section(.class("sectie").id("begeleiden")) {
            h2 { words.run }
            if session.state == .planned {
                SessionButton(session: session.id, value: "lobby", title: words.openLobby, isMain: true, token: token, language: language)
            } else {
                if session.bringer == nil { p { words.noBringer } }
                if view.present.count < view.method.people.lowerBound { p { words.fewPeople } }
                if session.bringer != nil {
                    SessionButton(session: session.id, value: "begin", title: words.begin, isMain: true, token: token, language: language)
                }
            }
        }
    }
}

/// Who does what this time.
struct SessionWho: Component {
    let view: SessionView
    let language: Language

    private var words: SessionWords { SessionWords(language) }

    var body: some HTML {
        section(.class("sectie").id("wie")) {
            h2 { words.who }
            dl(.class("over")) {
                one(words.bringer, view.session.bringer)
                one(words.facilitator, view.session.facilitator)
                one(words.timeKeeper, view.session.roles.timeKeeper)
                one(words.noteTaker, view.session.roles.noteTaker)
            }
        }
    }

    private func one(_ role: String, _ person: Identifier?) -> some HTML {
        div {
            dt { role }
            dd { view.name(person, in: language) }
        }
    }
}

/// Dividing the roles, at any time.
struct SessionRoles: Component {
    let view: SessionView
    let form: Form
    let token: FormToken
    let language: Language

    private var words: SessionWords { SessionWords(language) }

    var body: some HTML {
        details(form.has("begeleider") ? Attributes.id("rollen").custom("open", "") : .id("rollen")) {
            summary { words.roles }
            PostForm(to: IntervisionRoute.roles(view.session.id).address, in: language, token: token) {
                RoleFields(
                    group: view.group, names: view.names, form: form.has("begeleider") ? form : IntervisionForms.items(view.session.roles), language: language)
                button(.type("submit").class("knop")) { words.saveRoles }
            }
        }
    }
}
