import Core
import HTML
import People
import Web

/// How far a yield came, with a sign beside the words.
struct YieldStateTag: Component {
    let state: LearningYield.State
    let language: Language

    var body: some HTML {
        span(.class("tag", state == .reused ? "goed" : "info", when: state != .noted)) {
            Icon(state == .reused ? .check : .info)
            " "
            state.name[language]
        }
    }
}

/// What learning yielded, for everyone to use.
struct YieldListPage: Component {
    let yields: [LearningYield]
    let filter: YieldFilter
    let isSignedIn: Bool
    let language: Language

    private typealias Words = YieldWords
    private var words: Words { Words(language) }

    var body: some HTML {
        Group {
            TitleBand(words.all, lead: words.lead)
            div(.class("wrap inhoud smal")) {
                if isSignedIn { p { a(.class("knop licht").href(YieldRoute.mine.address.url(in: language))) { words.mine } } }
                narrowing
                p(.role("status")) { words.count(yields.count) }
                ul(.class("kaal").id("lijst")) { Each(yields) { one in li { line(one) } } }
            }
        }
    }

    private func line(_ one: LearningYield) -> some HTML {
        Group {
            h2 { a(.href(YieldRoute.one(one.id).address.url(in: language))) { one.facts.title } }
            p {
                YieldStateTag(state: one.state, language: language)
                " " + one.facts.forWhom
            }
        }
    }

    private var narrowing: some HTML {
        let sent = Form(items: filter.items), all = [Choice("", Words.both(\.everything))]
        let states = LearningYield.State.allCases.filter { $0 != .noted }.map { Choice($0.rawValue, $0.name) }
        return form(.action(YieldRoute.list().address.url(in: language)).method("get").novalidate()) {
            TextField("zoek", Words.both(\.search), kind: .search, isRequired: false, form: sent, language: language)
            SelectField("stand", Words.both(\.state), choices: all + states, isRequired: false, form: sent, language: language)
            SelectField(
                "uit", Words.both(\.origin), choices: all + YieldFilter.Origin.allCases.map { Choice($0.rawValue, $0.name) }, isRequired: false,
                form: sent, language: language)
            button(.type("submit").class("knop licht")) { words.show }
        }
    }
}

/// What someone wrote down, and what their groups left them to write down.
struct OwnYieldsPage: Component {
    struct Untaken: Sendable {
        let source: YieldSource
        let words: String
    }

    let yields: [LearningYield]
    let untaken: [Untaken]
    let language: Language

    private var words: YieldWords { YieldWords(language) }

    var body: some HTML {
        TextColumn(words.mine, lead: words.mineLead) {
            if yields.isEmpty { p { words.noneOwn } }
            ul {
                Each(yields) { one in
                    li {
                        a(.href(YieldRoute.one(one.id).address.url(in: language))) { one.facts.title }
                        ", " + one.state.name[language].lowercased()
                    }
                }
            }
            if !untaken.isEmpty {
                section(.class("sectie").id("uit-groepen")) {
                    h2 { words.untaken }
                    p { words.untakenLead }
                    ul {
                        Each(untaken) { one in
                            li {
                                one.words + " "
                                a(.href(YieldRoute.new(one.source).address.url(in: language))) {
                                    words.take
                                    span(.class("vh")) { ": " + one.words }
                                }
                            }
                        }
                    }
                }
            }
            p { a(.href(YieldRoute.list().address.url(in: language))) { words.all } }
        }
    }
}

/// One yield: what to do, under which licence, and who used it.
struct YieldPage: Component {
    let scene: YieldScene
    let linked: LinkedThings
    let form: Form
    /// Nil for who is not signed in.
    let token: FormToken?
    let language: Language

    private typealias Words = YieldWords
    private var words: Words { Words(language) }
    private var yield: LearningYield { scene.yield }
    private var facts: LearningYield.Facts { yield.facts }

    var body: some HTML {
        TextColumn(facts.title, faults: ErrorSummary(form.errors, language: language)) {
            p { YieldStateTag(state: yield.state, language: language) }
            if !yield.isPublic { Notice { p { words.onlyMakers } } }
            said(words.forWhom, facts.forWhom)
            said(words.firstStep, facts.firstStep)
            said(words.steps, facts.steps)
            said(words.works, facts.works)
            said(words.worksNot, facts.worksNot)
            origin
            YieldUses(scene: scene, form: form, token: token, language: language)
            if let token { YieldMakers(scene: scene, form: form, token: token, language: language) }
            if yield.isPublic { LinkedThingsSection(linked, language: language) }
        }
    }

    @HTMLBuilder private func said(_ heading: String, _ text: String) -> some HTML {
        if !text.isEmpty {
            h2 { heading }
            Paragraphs(text)
        }
    }

    private var origin: some HTML {
        section(.class("sectie").id("herkomst")) {
            h2 { words.source }
            Paragraphs(facts.source)
            if let meeting = scene.meeting {
                p { a(.href(LookBackRoute.lookBack(meeting.id).address.url(in: language))) { LookBackWords(language).title(meeting.facts.title) } }
            } else if yield.source.lookBack == nil {
                p { words.fromSession }
            }
            if let licence = facts.licence { p { licence.name[language] } }
            if !yield.catalogue.isEmpty { p { a(.href(yield.catalogue)) { words.inCatalogue } } }
        }
    }
}

/// Who used it and how that went, and the form to say so.
private struct YieldUses: Component {
    let scene: YieldScene
    let form: Form
    let token: FormToken?
    let language: Language

    private typealias Words = YieldWords
    private var words: Words { Words(language) }

    var body: some HTML {
        if scene.yield.isPublic {
            section(.class("sectie").id("gebruikt")) {
                h2 { words.uses }
                if scene.yield.uses.isEmpty { p { words.unused } }
                Each(scene.yield.uses) { use in item(use) }
                if let token { own(token) }
            }
        }
    }

    private func item(_ use: YieldUse) -> some HTML {
        div(.class("ervaring")) {
            h3 { "\(scene.organisations[use.organisation] ?? "?"), \(MeetingHours.date(use.at, language))" }
            p { strong { use.result.name[language] + "." } }
            Paragraphs(use.words)
        }
    }

    @HTMLBuilder private func own(_ token: FormToken) -> some HTML {
        h3 { words.use }
        if let organisation = scene.speaker.flatMap({ scene.organisations[$0] }) {
            p { words.inName(organisation) }
            PostForm(to: YieldRoute.use(scene.yield.id).address, in: language, token: token) {
                ChoiceField(
                    "resultaat", ExperienceWords.both(\.result), kind: .one, choices: PracticeExperience.Result.allCases.map { Choice($0.rawValue, $0.name) },
                    form: form, language: language)
                TextField("verhaal", ExperienceWords.both(\.words), kind: .paragraph(limit: 1000), form: form, language: language)
                button(.type("submit").class("knop")) { words.use }
            }
        } else {
            p { words.noOrganisation }
        }
    }
}

/// What its makers do next: change it, let others see it, say where it stands in the catalogue.
private struct YieldMakers: Component {
    let scene: YieldScene
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = YieldWords
    private var words: Words { Words(language) }
    private var yield: LearningYield { scene.yield }

    var body: some HTML {
        Group {
            if scene.editing.isAllowed {
                p { a(.class("knop licht").href(YieldRoute.edit(yield.id).address.url(in: language))) { words.edit } }
            }
            if scene.sharing.isAllowed && !yield.isPublic { sharing }
            if scene.organising.isAllowed && yield.isPublic && yield.cataloguedAt == nil { cataloguing }
        }
    }

    private var sharing: some HTML {
        section(.class("sectie").id("delen")) {
            h2 { words.share }
            if !scene.marks.isEmpty {
                Notice(.caution) {
                    p { words.marks }
                    ul { Each(scene.marks) { mark in li { mark } } }
                }
            }
            if yield.facts.isWhole {
                p { words.shareLead }
                PostForm(to: YieldRoute.share(yield.id).address, in: language, token: token) {
                    button(.type("submit").class("knop")) { words.share }
                }
            } else {
                p { words.incomplete + "." }
            }
        }
    }

    private var cataloguing: some HTML {
        section(.class("sectie").id("catalogus")) {
            h2 { words.catalogue }
            PostForm(to: YieldRoute.catalogue(yield.id).address, in: language, token: token) {
                TextField("adres", Words.both(\.address), hint: Words.both(\.addressHint), form: form, language: language)
                button(.type("submit").class("knop licht")) { words.catalogue }
            }
        }
    }
}

/// The form of a yield.
struct YieldEditPage: Component {
    let title: String
    let target: YieldRoute
    let isSession: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = YieldWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(title, lead: words.addLead, faults: ErrorSummary(form.errors, language: language)) {
            if isSession { Notice { p { words.noNames } } }
            PostForm(to: target.address, in: language, token: token) {
                input(.type("hidden").name("versie").value(form["versie"] ?? ""))
                TextField("naam", Words.both(\.title), form: form, language: language)
                long("voor-wie", \.forWhom, limit: 500)
                long("eerste-stap", \.firstStep, limit: 500)
                long("stappen", \.steps)
                long("werkt", \.works)
                long("werkt-niet", \.worksNot)
                long("bron", \.sourceQuestion, limit: 500)
                SelectField(
                    "licentie", Words.both(\.licence),
                    choices: [Choice("", Words.both(\.noLicence))] + LearningYield.Licence.allCases.map { Choice($0.rawValue, $0.name) }, isRequired: false,
                    form: form, language: language)
                button(.type("submit").class("knop")) { words.save }
            }
        }
    }

    private func long(_ name: String, _ label: KeyPath<YieldWords, String>, limit: Int = LookBackRules.listLimit) -> TextField {
        TextField(name, Words.both { $0[keyPath: label] }, kind: .paragraph(limit: limit), isRequired: false, form: form, language: language)
    }
}
