import Core
import HTML
import People
import Web

/// What came of a session, until it is closed and afterwards.
struct SessionEnd: Component {
    let view: SessionView
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = SessionWords
    private var words: SessionWords { SessionWords(language) }
    private var session: IntervisionSession { view.session }

    var body: some HTML {
        Group {
            if session.state == .closed { Notice { p { isEmptied ? words.emptied : words.closedLead } } }
            section(.class("sectie").id("opbrengst")) {
                h2 { words.yields }
                if session.state == .yields { p { words.yieldsLead } }
                if !view.yields.isEmpty {
                    YieldTable(yields: view.yields, view: view, token: session.state == .yields ? token : nil, language: language)
                }
                if session.state == .yields && view.isPresent { adding }
                if session.state == .yields && !view.isPresent {
                    SessionButton(session: session.id, value: "kom", title: words.join, isMain: true, token: token, language: language)
                }
            }
            if view.isBringer { consent }
            SessionWritten(view: view, language: language)
            if session.state == .yields && view.runs { closing }
        }
    }

    /// Half a year later nothing of the notes is left, nor the question.
    private var isEmptied: Bool {
        let past = session.closedAt.map { $0 + IntervisionTerm.notes * IntervisionTerm.day < view.now } ?? false
        return past && session.question.isEmpty && view.notes.isEmpty
    }

    private var adding: some HTML {
        PostForm(to: IntervisionRoute.yields(session.id).address, in: language, token: token) {
            ChoiceField(
                "soort", Words.both(\.kind), kind: .one, choices: SessionYield.Kind.allCases.map { Choice($0.rawValue, $0.name) }, form: form,
                language: language)
            TextField("wat", Words.both(\.what), kind: .paragraph(limit: 1000), form: form, language: language)
            TextField("adres", Words.both(\.address), hint: Words.both(\.addressHint), isRequired: false, form: form, language: language)
            SelectField("wie", Words.both(\.owner), choices: people, form: form, language: language)
            TextField("voor", Words.both(\.due), form: form, language: language)
            button(.type("submit").class("knop")) { words.addYield }
        }
    }

    private var people: [Choice] { view.group.present.map { Choice($0.person.description, Localized(view.names[$0.person] ?? "")) } }

    private var consent: some HTML {
        section(.class("sectie").id("akkoord")) {
            h2 { words.consent }
            p { words.consentLead }
            if let keeps = session.keepsYields { p { strong { keeps ? words.keepsNow : words.dropsNow } } }
            if session.state == .closed && session.keepsYields == true {
                p { a(.href(YieldRoute.mine.address.url(in: language))) { YieldWords(language).take } }
            }
            PostForm(to: IntervisionRoute.consent(session.id).address, in: language, token: token) {
                div(.class("knoppen")) {
                    button(.type("submit").name("blijft").value("ja").class("knop")) { words.keep }
                    button(.type("submit").name("blijft").value("nee").class("knop licht")) { words.dropIt }
                }
            }
        }
    }

    private var closing: some HTML {
        section(.class("sectie").id("begeleiden")) {
            h2 { words.run }
            if view.yields.isEmpty { p { words.noYield } }
            SessionButton(session: session.id, value: "sluit", title: words.close, isMain: true, token: token, language: language)
            SessionButton(session: session.id, value: "terug", title: words.back, token: token, language: language)
        }
    }
}

/// What came of it, as a table.
struct YieldTable: Component {
    let yields: [SessionYield]
    let view: SessionView
    /// For taking one away; nil where that cannot be.
    let token: FormToken?
    let language: Language

    private var words: SessionWords { SessionWords(language) }

    var body: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.caption)) {
            table {
                caption { words.caption }
                ColumnHeads(words.what, words.kind, words.owner, words.dueShort)
                tbody { Each(yields) { yield in row(yield) } }
            }
        }
    }

    private func row(_ yield: SessionYield) -> some HTML {
        tr {
            th(.scope("row")) {
                yield.words
                if let address = yield.address {
                    " "
                    a(.href(address).rel("noreferrer")) { address }
                }
            }
            td { yield.kind.name[language] }
            td { view.name(yield.owner, in: language) }
            td {
                DutchDay(yield.due)?.written ?? yield.due
                if let token {
                    PostForm(to: IntervisionRoute.yieldRemoval(view.session.id, yield.id).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) {
                            words.removeYield
                            span(.class("vh")) { " (" + yield.words + ")" }
                        }
                    }
                }
            }
        }
    }
}
