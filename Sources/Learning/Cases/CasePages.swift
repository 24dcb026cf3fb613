import Core
import HTML
import People
import Web

/// Shared cases, chosen by municipality and domains, and one's own.
struct CaseListPage: Component {
    let cases: [PracticeCase]
    let filter: CaseFilter
    let domains: [Choice]
    /// Nil for who is not signed in.
    let own: [PracticeCase]?
    let language: Language

    private var words: CaseWords { CaseWords(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead) {
            choosing
            if cases.isEmpty { p { words.none } }
            Each(cases) { one in
                section(.class("geval")) {
                    h2 { a(.href(CaseRoute.practiceCase(one.id).address.url(in: language))) { one.title } }
                    p { one.facts.words[.question] ?? "" }
                    CaseMarks(facts: one.facts, domains: domains, language: language)
                }
            }
            if let own { mine(own) }
        }
    }

    private var choosing: some HTML {
        details(filter == CaseFilter() ? .class("keuzelijst") : Attributes.class("keuzelijst").custom("open", "")) {
            summary { words.filter }
            form(.action(CaseRoute.list().address.url(in: language)).method("get").novalidate()) {
                SelectField(
                    "grootte", CaseWords.both(\.size), choices: CaseFields.sizes(CaseWords.both(\.all)), isRequired: false, form: sent, language: language)
                SelectField(
                    "stedelijk", CaseWords.both(\.urbanity), choices: CaseFields.urbanities(CaseWords.both(\.all)), isRequired: false, form: sent,
                    language: language)
                ChoiceField(
                    "domein", CaseWords.both(\.domains), kind: .any, choices: domains, hint: CaseWords.both(\.domainsHint), isRequired: false, form: sent,
                    language: language)
                button(.type("submit").class("knop")) { words.show }
            }
        }
    }

    private var sent: Form { Form(items: filter.items) }

    private func mine(_ own: [PracticeCase]) -> some HTML {
        section(.class("sectie").id("van-jou")) {
            h2 { words.mine }
            ul {
                Each(own) { one in
                    li {
                        a(.href(CaseRoute.practiceCase(one.id).address.url(in: language))) { one.title }
                        span(.class("subtiel")) { " " + words.state(one.state) }
                    }
                }
            }
            p { a(.class("knop").href(CaseRoute.new.address.url(in: language))) { words.add } }
        }
    }
}

/// What kind of municipality, and what domains.
struct CaseMarks: Component {
    let facts: PracticeCase.Facts
    let domains: [Choice]
    let language: Language

    var body: some HTML {
        ul(.class("tags")) { Each(marks) { mark in li { span(.class("tag")) { mark } } } }
    }

    private var marks: [String] {
        [facts.size?.name[language], facts.urbanity?.name[language]].compactMap { $0 }
            + domains.filter { facts.domains.contains($0.value) }.map { $0.title[language] } + (facts.isExternal ? [CaseWords(language).external] : [])
    }
}

/// One case or version with what is like it.
struct CasePage: Component {
    let one: PracticeCase
    let place: String?
    let domains: [Choice]
    let similar: [SimilarCase]
    let fitting: [FittingMethod]
    /// The shared case it took something over from; nil where it is no longer shared.
    let example: PracticeCase?
    let version: PracticeCase?
    let mayWrite: Bool
    let mayApprove: Bool
    let experiences: ExperienceSection?
    let linked: LinkedThings?
    let token: FormToken?
    let language: Language

    private var words: CaseWords { CaseWords(language) }
    private var facts: PracticeCase.Facts { one.facts }

    var body: some HTML {
        Group {
            TitleBand(one.title, lead: facts.words[.question]) { trail }
            div(.class("wrap inhoud smal")) {
                if !one.isPublic { Notice(.caution) { p { words.state(one.state) } } }
                CaseMarks(facts: facts, domains: domains, language: language)
                if let place { p { "\(words.municipality) \(place)" } }
                CaseText(facts: facts, language: language)
                origin
                CaseLikeness(similar: similar, fitting: fitting, domains: domains, language: language)
                experiences
                if let linked { LinkedThingsSection(linked, language: language) }
                if let token { CaseActions(one: one, version: version, mayWrite: mayWrite, mayApprove: mayApprove, token: token, language: language) }
            }
        }
    }

    private var origin: some HTML {
        Group {
            if let example {
                p {
                    words.inspiredBy + ": "
                    a(.href(CaseRoute.practiceCase(example.id).address.url(in: language))) { example.title }
                }
            }
            if let source = facts.source {
                p {
                    words.sourceLink + ": "
                    a(.href(source).rel("noreferrer")) { source }
                }
            }
        }
    }

    private var trail: some HTML {
        PlaceTrail([PlaceTrail.Step(words.title, address: CaseRoute.list().address), PlaceTrail.Step(one.title)], language: language)
    }
}

/// The words of a case under their questions.
struct CaseText: Component {
    let facts: PracticeCase.Facts
    let language: Language

    var body: some HTML {
        Each(PracticeCase.Field.allCases.filter { $0 != .title && facts.words[$0] != nil }) { field in
            section {
                h2 { CaseWords(language).field(field) }
                Paragraphs(facts.words[field] ?? "")
            }
        }
    }
}

/// What is like a case, and ways to talk about it.
struct CaseLikeness: Component {
    let similar: [SimilarCase]
    let fitting: [FittingMethod]
    let domains: [Choice]
    let language: Language

    private var words: CaseWords { CaseWords(language) }

    var body: some HTML {
        Group {
            section(.class("sectie").id("lijkt-erop")) {
                h2 { words.similar }
                if similar.isEmpty { p { words.noSimilar } }
                if !similar.isEmpty { ul { Each(similar) { one in li { item(one) } } } }
            }
            section(.class("sectie").id("methoden")) {
                h2 { words.fitting }
                ul {
                    Each(fitting) { one in
                        li {
                            a(.href(IntervisionRoute.method(one.method.key).address.url(in: language))) { one.method.name[language] }
                            span(.class("subtiel")) { " " + MethodWords(language).time(one.method) + ". " + words.fits(one.fit) }
                        }
                    }
                }
            }
        }
    }

    private func item(_ one: SimilarCase) -> some HTML {
        let names = Dictionary(domains.map { ($0.value, $0.title) }, uniquingKeysWith: { first, _ in first })
        return Group {
            a(.href(CaseRoute.practiceCase(one.practiceCase.id).address.url(in: language))) { one.practiceCase.title }
            span(.class("subtiel")) { " " + one.reasons.map { words.reason($0, names) }.joined(separator: " ") }
        }
    }
}

/// What its bringer and the group can do with a case.
struct CaseActions: Component {
    let one: PracticeCase
    let version: PracticeCase?
    let mayWrite: Bool
    let mayApprove: Bool
    let token: FormToken
    let language: Language

    private var words: CaseWords { CaseWords(language) }

    var body: some HTML {
        Group {
            if mayWrite { p { a(.href(CaseRoute.edit(one.id).address.url(in: language))) { words.edit } } }
            if one.original == nil && mayApprove { sharing }
            if one.original != nil {
                if mayWrite { p { a(.class("knop").href(CaseRoute.check(one.id).address.url(in: language))) { words.check } } }
                if mayApprove {
                    PostForm(to: CaseRoute.withdraw(one.id).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) { words.withdraw }
                    }
                }
            }
        }
    }

    private var sharing: some HTML {
        section(.class("sectie").id("delen")) {
            h2 { words.share }
            p { words.shareLead }
            if let version {
                p { a(.href(CaseRoute.practiceCase(version.id).address.url(in: language))) { "\(words.toVersion): \(words.state(version.state))" } }
            } else {
                PostForm(to: CaseRoute.share(one.id).address, in: language, token: token) {
                    button(.type("submit").class("knop")) { words.makeVersion }
                }
            }
        }
    }
}
