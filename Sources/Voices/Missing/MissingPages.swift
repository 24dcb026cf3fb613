import Core
import HTML
import Measures
import People
import Web

/// Telling of oneself: every question may stay open.
struct AboutPage: Component {
    let conversation: Conversation
    let areaName: String
    let door: Entrance.Answer
    let questions: [AskedBackground]
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private var words: MissingWords { MissingWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.about, lead: words.aboutLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if let assist = door.assist { AssistBanner(assist, token: token, language: language) }
            if isDone { div(.class("melding").role("status")) { p { words.kept } } }
            if questions.isEmpty {
                p(.role("status")) { words.nothingAsked }
            } else if door.isOpen {
                Notice { p { words.promise } }
                PostForm(to: MissingRoute.about(conversation.id).address, in: language, token: token) {
                    TrapField(form, language: language)
                    Each(questions) { question in
                        ChoiceField(
                            question.question.rawValue, MissingWords.both { $0.question(question.question) }, kind: .one, choices: choices(question),
                            hint: MissingWords.both(\.hint), isRequired: false, form: form, language: language)
                    }
                    button(.type("submit").class("knop")) { words.save }
                }
            } else {
                RefusalNotice(answer: door, conversation: conversation.id, language: language)
            }
            p { a(.href(MissingRoute.results(conversation.id).address.url(in: language))) { words.title } }
        }
    }

    private func choices(_ question: AskedBackground) -> [Choice] {
        question.answers.map { Choice($0.value, $0.name) } + [Choice("", MissingWords.both(\.noAnswer))]
    }
}

/// Who took part beside who lives there.
struct MissingPage: Component {
    let conversation: Conversation
    let areaName: String
    let outcomes: [MissingOutcome]
    let inhabitants: InhabitantCount?
    let language: Language

    private var words: MissingWords { MissingWords(language) }

    var body: some HTML {
        ConversationColumn(ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language)) {
            Notice { p { words.noWeights } }
            if let people = outcomes.compactMap(\.participants).first { p { words.participants(people) } }
            if let inhabitants { p { ResultWords(language).inhabitants(inhabitants) } }
            if outcomes.isEmpty { p(.role("status")) { words.nothingAsked } }
            Each(outcomes) { outcome in MissingSection(outcome: outcome, language: language) }
            if outcomes.contains(where: \.isTold) {
                p { a(.href(MissingRoute.results(conversation.id, isFile: true).address.url(in: language))) { "CSV" } }
            }
        }
    }
}

/// One question: a sentence and a row for each group.
struct MissingSection: Component {
    let outcome: MissingOutcome
    let language: Language

    private var words: MissingWords { MissingWords(language) }

    var body: some HTML {
        section(.class("sectie").id(outcome.question.rawValue)) {
            h2 { words.question(outcome.question) }
            if !outcome.isTold {
                p { words.few }
            } else {
                p { words.answered(outcome.answered, outcome.unanswered) }
                if let population = outcome.population {
                    p { words.source(population, outcome.question) }
                } else {
                    p { words.noPopulation }
                }
                table
            }
        }
    }

    private var table: some HTML {
        let title = words.question(outcome.question)
        return div(.class("tabelvak").tabindex(0).role("region").ariaLabel(title)) {
            HTML::table {
                caption { title }
                ColumnHeads(words.group, words.tookPart, words.lives, words.verdictHead)
                tbody { Each(outcome.groups) { group in row(group) } }
            }
        }
    }

    private func row(_ group: MissingGroup) -> some HTML {
        let isCounted = outcome.counted.contains(group.value)
        return tr {
            th(.scope("row")) { outcome.names[group.value]?[language] ?? group.value }
            td { isCounted ? words.share(group) : words.hidden }
            td { outcome.population == nil ? "–" : words.percent(group.population) }
            td { outcome.population == nil ? "–" : words.verdict(group, isCounted: isCounted) }
        }
    }
}

/// The desk: what is asked, and visits to meet who is missing.
struct MissingDeskPage: Component {
    let conversation: Conversation
    let areaName: String
    let questions: [Background]
    let offered: [Background]
    let outcomes: [MissingOutcome]
    let visits: [Visit]
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = MissingDeskWords
    private var words: Words { Words(language) }
    private var id: Identifier { conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: MissingWords(language).title, lead: words.lead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if isDone { div(.class("melding").role("status")) { p { SheetWords(language).save } } }
            section(.class("sectie")) {
                h2 { words.ask }
                p { words.askLead }
                PostForm(to: MissingRoute.desk(id).address, in: language, token: token) {
                    ChoiceField(
                        MissingForm.questions, Words.both(\.questions), kind: .any,
                        choices: offered.map { question in Choice(question.rawValue, MissingWords.both { $0.question(question) }) },
                        isRequired: false, form: Form(items: questions.map { .init(MissingForm.questions, $0.rawValue) }), language: language)
                    button(.type("submit").class("knop")) { MissingWords(language).save }
                }
            }
            Each(outcomes) { outcome in MissingSection(outcome: outcome, language: language) }
            planned
            planning
            p { a(.href(MissingRoute.results(id).address.url(in: language))) { MissingWords(language).title } }
        }
    }

    private var planned: some HTML {
        section(.class("sectie")) {
            h2 { words.visits }
            if visits.isEmpty { p { words.visitsNone } }
            ul(.class("kaal")) {
                Each(visits) { visit in
                    li {
                        p {
                            strong { visit.people }
                            ", " + visit.day.written + ", " + visit.place + ". " + words.by(visit.visitor)
                        }
                        if visit.isDone { p { words.isDone } } else { finishing(visit) }
                    }
                }
            }
        }
    }

    private func finishing(_ visit: Visit) -> some HTML {
        PostForm(to: MissingRoute.done(id).address, in: language, token: token) {
            button(
                .type("submit").class("knop licht").name(MissingForm.visit).value(visit.id.description).ariaLabel("\(words.done): \(visit.people)")
            ) { words.done }
        }
    }

    private var planning: some HTML {
        section(.class("sectie")) {
            h2 { words.plan }
            PostForm(to: MissingRoute.visits(id).address, in: language, token: token) {
                TextField(MissingForm.people, Words.both(\.people), hint: Words.both(\.peopleHint), form: form, language: language)
                TextField(MissingForm.place, Words.both(\.place), form: form, language: language)
                TextField(MissingForm.visitor, Words.both(\.visitor), hint: Words.both(\.visitorHint), form: form, language: language)
                TextField(MissingForm.day, WorkshopDeskWords.both(\.day), hint: WorkshopDeskWords.both(\.dayHint), form: form, language: language)
                button(.type("submit").class("knop")) { words.plan }
            }
        }
    }
}
