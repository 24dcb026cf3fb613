import Core
import HTML
import People
import Web

/// What became of what people said: for everyone, and as a letter on paper.
struct AftermathPage: Component {
    let conversation: Conversation
    let areaName: String
    let lines: [AftermathLine]
    let count: AftermathCount
    let finished: String?
    let language: Language

    private var words: AftermathWords { AftermathWords(language) }

    var body: some HTML {
        ConversationColumn(ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language)) {
            if let finished { p { words.finished(DutchDay(finished)?.written ?? finished) } }
            counts
            p { words.byCode }
            p { a(.href(ModerationRoute.mine().address.url(in: language))) { ModerationWords(language).mine } }
            if lines.isEmpty { p(.role("status")) { words.none } }
            Each(lines) { line in one(line) }
        }
    }

    private var counts: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.counts)) {
            table {
                caption { words.counts }
                ColumnHeads(words.what, words.number)
                tbody {
                    Each(words.rows(count)) { row in
                        tr {
                            th(.scope("row")) { row.name }; td(.class("num")) { row.count }
                        }
                    }
                }
            }
        }
    }

    private func one(_ line: AftermathLine) -> some HTML {
        section(.class("sectie").id("i-" + line.contribution.id.description)) {
            blockquote(.lang(line.contribution.language).dir("auto")) { Paragraphs(line.contribution.shown ?? "") }
            AftermathNotice(aftermath: line.aftermath, language: language)
        }
    }
}

/// What became of one, in words.
struct AftermathNotice: Component {
    let aftermath: Aftermath?
    let language: Language

    private var words: AftermathWords { AftermathWords(language) }

    var body: some HTML {
        if let aftermath {
            p {
                strong { words.name(aftermath.outcome) }
                " (" + (DutchDay(aftermath.toldOn)?.written ?? aftermath.toldOn) + ")"
            }
            Paragraphs(aftermath.reason)
            if let next = aftermath.nextOn { p { words.next(next.written) } }
        } else {
            p { words.notYet }
        }
    }
}

/// The desk: telling givers what became of what they said, one by one or several at once.
struct AftermathDeskPage: Component {
    let conversation: Conversation
    let areaName: String
    let lines: [AftermathLine]
    let count: AftermathCount
    let finished: String?
    let isAll: Bool
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = AftermathWords
    private var words: Words { Words(language) }
    private var id: Identifier { conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.desk, lead: words.deskLead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if isDone { div(.class("melding").role("status")) { p { words.kept } } }
            p { words.stillOpen(count.open) }
            p { a(.href(AftermathRoute.desk(id, isAll: !isAll).address.url(in: language))) { isAll ? words.openOnly : words.all } }
            p { a(.href(AftermathRoute.letters(id).address.url(in: language))) { words.letters } }
            if lines.isEmpty { p { words.noneOpen } } else { telling }
            section(.class("sectie")) {
                h2 { words.finish }
                if let finished { p { words.finished(DutchDay(finished)?.written ?? finished) } } else { finishing }
            }
            p { a(.href(AftermathRoute.results(id).address.url(in: language))) { words.title } }
        }
    }

    private var telling: some HTML {
        PostForm(to: AftermathRoute.desk(id).address, in: language, token: token) {
            fieldset(.id(AftermathForm.chosen).class("veld")) {
                legend { words.choose }
                Each(lines) { line in box(line) }
            }
            ChoiceField(AftermathForm.outcome, Words.both(\.outcome), kind: .one, choices: Self.outcomes, form: form, language: language)
            TextField(
                AftermathForm.reason, Words.both(\.reason), kind: .paragraph(limit: 1000), hint: Words.both(\.reasonHint), form: form, language: language)
            TextField(AftermathForm.next, Words.both(\.nextDay), hint: WorkshopDeskWords.both(\.dayHint), isRequired: false, form: form, language: language)
            button(.type("submit").class("knop")) { words.tell }
        }
    }

    private static let outcomes = Aftermath.Outcome.allCases.map { outcome in Choice(outcome.rawValue, Words.both { $0.name(outcome) }) }

    private func box(_ line: AftermathLine) -> some HTML {
        let value = line.contribution.id.description, name = "\(AftermathForm.chosen)-\(value)", moderation = ModerationWords(language)
        return div(.class("keuze")) {
            input(.type("checkbox").id(name).name(AftermathForm.chosen).value(value).checked(form.has(AftermathForm.chosen, value)))
            label(.for(name)) {
                span(.lang(line.contribution.language).dir("auto")) { String((line.contribution.words ?? "").prefix(300)) }
                span(.class("hint")) {
                    " " + moderation.name(line.contribution.kind) + ", " + moderation.name(line.contribution.channel)
                        + (line.aftermath.map { ", " + words.name($0.outcome).lowercased() } ?? "")
                }
            }
        }
    }

    private var finishing: some HTML {
        Group {
            p { words.finishLead }
            PostForm(to: AftermathRoute.finish(id).address, in: language, token: token) {
                button(.type("submit").class("knop licht")) { words.finish }
            }
        }
    }
}
