import Core
import HTML
import People
import Web

/// What waits for a moderator, oldest day first.
struct ModerationQueuePage: Component {
    let conversation: Conversation
    let areaName: String
    let items: [ModerationItem]
    let today: DutchDay
    let language: Language

    private var words: ModerationWords { ModerationWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.queue, lead: words.queueLead, language: language)
        ) {
            if items.isEmpty {
                p(.role("status")) { words.queueEmpty }
            } else {
                div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.queue)) {
                    table {
                        caption { words.queue }
                        ColumnHeads(words.what, words.waiting, words.channel, words.attention)
                        tbody { Each(items) { item in row(item) } }
                    }
                }
            }
        }
    }

    private func row(_ item: ModerationItem) -> some HTML {
        tr {
            th(.scope("row")) {
                a(.href(ModerationRoute.item(conversation.id, item.contribution.id).address.url(in: language))) { words.name(item.contribution.kind) }
            }
            td { words.days(WorkingDays.count(after: item.contribution.addedOn, upTo: today)) }
            td { words.name(item.contribution.channel) }
            td { notes(item).joined(separator: ", ") }
        }
    }

    private func notes(_ item: ModerationItem) -> [String] {
        var notes: [String] = []
        if MarkedText.found(in: item.contribution.words ?? "") { notes.append(words.personal) }
        if item.objection != nil { notes.append(words.objected) }
        if !item.reports.isEmpty { notes.append("\(words.reported): \(item.reports.count)") }
        return notes
    }
}

/// One contribution, for who decides about it.
struct ModerationItemPage: Component {
    let conversation: Conversation
    let areaName: String
    let item: ModerationItem
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ModerationWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.name(item.contribution.kind), language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            section(.class("sectie").lang(item.contribution.language).dir("auto")) {
                h2(.lang(language.rawValue)) { words.original }
                MarkedText(text: item.contribution.words ?? "", language: language)
            }
            if let place = item.place {
                section(.class("sectie").lang(item.contribution.language).dir("auto")) {
                    h2(.lang(language.rawValue)) { words.place }
                    MarkedText(text: place, language: language)
                }
            }
            if let photo = item.photo {
                section(.class("sectie")) {
                    h2 { words.photo }
                    StoryPhoto(photo: photo, language: language)
                    p { photo.alt }
                }
            }
            if let objection = item.objection {
                section(.class("sectie")) {
                    h2 { words.objection }
                    Paragraphs(objection)
                }
            }
            if !item.reports.isEmpty { reports }
            deciding
        }
    }

    private var reports: some HTML {
        section(.class("sectie")) {
            h2 { words.reports }
            ul { Each(item.reports) { report in li { words.name(report.reason) + (report.words.isEmpty ? "" : ": " + report.words) } } }
        }
    }

    private var deciding: some HTML {
        PostForm(to: ModerationRoute.item(conversation.id, item.contribution.id).address, in: language, token: token) {
            ChoiceField(
                ModerationForm.outcome, Words.both(\.decide), kind: .one,
                choices: Words.outcomes.map { state in Choice(state.rawValue, Words.both { $0.name(state) }) }, form: form, language: language)
            TextField(
                ModerationForm.shown, Words.both(\.shown), kind: .paragraph(limit: Story.limit), hint: Words.both(\.shownHint), isRequired: false,
                form: form, language: language)
            SelectField(
                ModerationForm.reason, Words.both(\.reason), choices: [Choice("", Words.both(\.noReason))] + Words.reasons, isRequired: false, form: form,
                language: language)
            TextField(
                ModerationForm.words, Words.both(\.words), kind: .paragraph(limit: 2000), isRequired: false, form: form, language: language)
            if item.place != nil {
                ChoiceField(
                    ModerationForm.place, Words.both(\.placeAsked), kind: .any, choices: [Choice("weg", Words.both(\.placeAway))], isRequired: false,
                    form: form, language: language)
            }
            if item.photo != nil {
                ChoiceField(
                    ModerationForm.photo, Words.both(\.photoAsked), kind: .any, choices: [Choice("weg", Words.both(\.photoAway))], isRequired: false,
                    form: form, language: language)
            }
            button(.type("submit").class("knop")) { words.save }
        }
    }
}

/// A visitor reports something that was published.
struct ModerationReportPage: Component {
    let conversation: Conversation
    let areaName: String
    let contribution: Contribution
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ModerationWords
    private var words: Words { Words(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.report, lead: isDone ? nil : words.reportLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if isDone {
                p(.role("status")) { words.reportDone }
            } else {
                SafetyNote(language: language)
                blockquote(.lang(contribution.language).dir("auto")) { Paragraphs(contribution.shown ?? "") }
                PostForm(to: ModerationRoute.report(conversation.id, contribution.id).address, in: language, token: token) {
                    TrapField(form, language: language)
                    ChoiceField(ModerationForm.reason, Words.both(\.reason), kind: .one, choices: Words.reasons, form: form, language: language)
                    TextField(
                        ModerationForm.words, Words.both(\.reportWords), kind: .paragraph(limit: 1000), isRequired: false, form: form, language: language)
                    button(.type("submit").class("knop")) { words.send }
                }
            }
        }
    }
}

/// The public numbers of moderation, and the house rules.
struct ModerationLogPage: Component {
    let conversation: Conversation
    let areaName: String
    let log: ModerationLog
    let language: Language

    private var words: ModerationWords { ModerationWords(language) }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.log, lead: words.logLead, language: language)
        ) {
            if log.isLate { Notice(.caution) { p { words.late } } }
            if let median = log.median { p { words.median(median) } }
            counts(words.outcomes, of: words.outcome, ModerationWords.outcomes.map { (words.name($0), log.outcomes[$0] ?? .zero) })
            counts(words.reasons, of: words.reason, Contribution.Reason.allCases.map { (words.name($0), log.reasons[$0] ?? .zero) })
            p(.class("subtiel")) { words.keptWhy }
            section(.class("sectie")) {
                h2 { words.rules }
                Paragraphs(conversation.facts.houseRules)
            }
        }
    }

    private func counts(_ title: String, of head: String, _ rows: [(name: String, count: ModerationLog.Count)]) -> some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(title)) {
            table {
                caption { title }
                ColumnHeads(head, words.number)
                tbody {
                    Each(rows) { row in
                        tr {
                            th(.scope("row")) { row.name }
                            td { text(row.count) }
                        }
                    }
                }
            }
        }
    }

    private func text(_ count: ModerationLog.Count) -> String {
        switch count {
        case .zero: "0"
        case .few: words.few
        case .atLeast(let number): words.atLeast(number)
        }
    }
}
