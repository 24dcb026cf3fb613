import Core
import HTML
import People
import Web

/// The start of intervision: one's own groups, and the methods for all.
struct IntervisionHomePage: Component {
    /// Nil for who is not signed in.
    let groups: [IntervisionGroup]?
    let person: Identifier?
    /// Whether this person may begin groups somewhere.
    let mayBegin: Bool
    let language: Language

    private var words: MethodWords { MethodWords(language) }
    private var own: GroupWords { GroupWords(language) }

    var body: some HTML {
        TextColumn(words.home, lead: words.homeLead) {
            p { words.closed }
            section(.class("sectie").id("groepen")) {
                h2 { own.groups }
                if let groups {
                    list(groups)
                } else {
                    p { a(.href(PeopleRoute.signIn(back: IntervisionRoute.home.address.url(in: language)).address.url(in: language))) { words.signIn } }
                }
                if mayBegin { p { a(.class("knop").href(IntervisionRoute.newGroup.address.url(in: language))) { own.newGroup } } }
            }
            section(.class("sectie").id("methoden")) {
                h2 { words.methods }
                p { words.methodsLead }
                MethodTable(methods: ShippedMethods.all, language: language)
                p { a(.href(IntervisionRoute.chooser.address.url(in: language))) { words.chooser } }
            }
            p { a(.href(CaseRoute.list().address.url(in: language))) { words.cases } }
        }
    }

    private func list(_ groups: [IntervisionGroup]) -> some HTML {
        Group {
            if groups.isEmpty { p { own.none } }
            if !groups.isEmpty {
                ul {
                    Each(groups) { group in
                        li {
                            a(.href(IntervisionRoute.group(group.id).address.url(in: language))) { group.name }
                            if !group.holds(person) { span(.class("subtiel")) { " (\(own.invitation.lowercased()))" } }
                        }
                    }
                }
            }
        }
    }
}

/// Methods beside each other.
struct MethodTable: Component {
    let methods: [IntervisionMethod]
    let language: Language

    private var words: MethodWords { MethodWords(language) }

    var body: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.caption)) {
            table {
                caption { words.caption }
                ColumnHeads(words.method, words.time, words.people, words.forWhom)
                tbody { Each(methods) { method in row(method) } }
            }
        }
    }

    private func row(_ method: IntervisionMethod) -> some HTML {
        tr {
            th(.scope("row")) { a(.href(IntervisionRoute.method(method.key).address.url(in: language))) { method.name[language] } }
            td { words.time(method) }
            td { words.people(method.people) }
            td { words.level(method.experience) + (method.trust == .high ? ". " + words.highTrust : "") }
        }
    }
}

struct MethodListPage: Component {
    let language: Language

    private var words: MethodWords { MethodWords(language) }

    var body: some HTML {
        TextColumn(words.methods, lead: words.methodsLead) {
            MethodTable(methods: ShippedMethods.all, language: language)
            p { a(.href(IntervisionRoute.chooser.address.url(in: language))) { words.chooser } }
        }
    }
}

/// One method with its steps.
struct MethodPage: Component {
    let method: IntervisionMethod
    let experiences: ExperienceSection?
    let linked: LinkedThings
    let language: Language

    private var words: MethodWords { MethodWords(language) }

    var body: some HTML {
        Group {
            TitleBand(method.name[language], lead: method.lead[language], facts: facts) { trail }
            div(.class("wrap inhoud smal")) {
                p { words.level(method.experience) + (method.trust == .high ? ". " + words.highTrust : "") + "." }
                h2 { words.suits }
                ul { Each(IntervisionMethod.Fit.allCases.filter(method.fits.contains)) { fit in li { fit.name[language] } } }
                section(.class("sectie").id("stappen")) {
                    h2 { words.steps }
                    MethodSteps(method: method, language: language)
                    if !method.source.isEmpty { p(.class("klein subtiel")) { "\(words.source): \(method.source). \(words.minutesOurs)" } }
                }
                experiences
                LinkedThingsSection(linked, language: language)
            }
        }
    }

    private var facts: [TitleBand.Fact] {
        [TitleBand.Fact(words.time, words.time(method)), TitleBand.Fact(words.people, words.people(method.people))]
    }

    private var trail: some HTML {
        PlaceTrail(
            [
                PlaceTrail.Step(words.home, address: IntervisionRoute.home.address), PlaceTrail.Step(words.methods, address: IntervisionRoute.methods.address),
                PlaceTrail.Step(method.name[language]),
            ], language: language)
    }
}

/// The steps of a method as a table.
struct MethodSteps: Component {
    let method: IntervisionMethod
    let language: Language

    private var words: MethodWords { MethodWords(language) }

    var body: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.stepsCaption(method.name[language]))) {
            table {
                caption { words.stepsCaption(method.name[language]) }
                ColumnHeads(words.step, words.part, words.what, words.time)
                tbody {
                    Each(method.steps.enumerated()) { index, step in row(index, step) }
                    tr {
                        th(.scope("row").colspan(3)) { words.total }
                        td { words.minutes(method.minutes) }
                    }
                }
            }
        }
    }

    private func row(_ index: Int, _ step: IntervisionMethod.Step) -> some HTML {
        tr {
            th(.scope("row")) { "\(index + 1)" }
            td { step.band?.name[language] ?? "" }
            td {
                step.text[language]
                if step.isHidden { span(.class("subtiel")) { " " + words.writesHidden } }
                if step.bringer == .silent { span(.class("subtiel")) { " " + words.bringerSilent } }
                if step.bringer == .outside { span(.class("subtiel")) { " " + words.bringerOutside } }
            }
            td { words.minutes(step.minutes) }
        }
    }
}

/// Some questions, and which method fits with the reasons.
struct ChooserPage: Component {
    let answers: Form
    /// Nil while nothing was asked.
    let advice: [MethodAdvice]?
    let language: Language

    private typealias Words = MethodWords
    private var words: MethodWords { MethodWords(language) }

    var body: some HTML {
        TextColumn(words.chooser, lead: words.chooserLead, faults: ErrorSummary(answers.errors, language: language)) {
            questions
            if let advice {
                section(.class("sectie").id("uitkomst")) {
                    h2 { words.fitting }
                    if !advice.contains(where: \.fits) { p { words.nothingFits } }
                    Each(advice.filter(\.fits)) { one in item(one) }
                }
                section(.class("sectie").id("past-minder")) {
                    h2 { words.notFitting }
                    Each(advice.filter { !$0.fits }) { one in item(one) }
                }
            }
        }
    }

    private var questions: some HTML {
        form(.action(IntervisionRoute.chooser.address.url(in: language)).method("get").novalidate()) {
            TextField("minuten", Words.both(\.minutesAsked), kind: .whole, form: answers, language: language)
            ChoiceField(
                "ervaring", Words.both(\.experienceAsked), kind: .one, choices: IntervisionMethod.Experience.allCases.map { Choice($0.rawValue, $0.name) },
                form: answers, language: language)
            ChoiceField(
                "vertrouwen", Words.both(\.trustAsked), kind: .one, choices: IntervisionMethod.Trust.allCases.map { Choice($0.rawValue, $0.name) },
                form: answers, language: language)
            ChoiceField(
                "vraag", Words.both(\.fitAsked), kind: .one, choices: IntervisionMethod.Fit.allCases.map { Choice($0.rawValue, $0.name) },
                form: answers, language: language)
            TextField("aantal", Words.both(\.casesAsked), kind: .whole, form: answers, language: language)
            button(.type("submit").class("knop")) { words.choose }
        }
    }

    private func item(_ advice: MethodAdvice) -> some HTML {
        div(.class("keuzevak")) {
            h3 { a(.href(IntervisionRoute.method(advice.method.key).address.url(in: language))) { advice.method.name[language] } }
            p { advice.method.lead[language] }
            ul(.class("redenen")) {
                Each(advice.reasonsAgainst) { reason in li(.class("tegen")) { words.reason(reason) } }
                Each(advice.reasonsFor) { reason in li(.class("voor")) { words.reason(reason) } }
            }
        }
    }
}
