import Core
import HTML
import People
import Web

/// What came of workshops, for everyone.
struct WorkshopPage: Component {
    let conversation: Conversation
    let areaName: String
    let outcomes: [WorkshopOutcome]
    let language: Language

    private var words: WorkshopWords { WorkshopWords(language) }

    var body: some HTML {
        ConversationColumn(ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language)) {
            if outcomes.isEmpty {
                p(.role("status")) { words.none }
            } else {
                Notice { p { words.dotsAreNoVotes } }
                Each(outcomes) { outcome in WorkshopSection(outcome: outcome, language: language) }
                p { a(.href(WorkshopRoute.results(conversation.id, isFile: true).address.url(in: language))) { "CSV" } }
            }
        }
    }
}

/// One workshop: its dots in all, and by table where that tells of nobody.
struct WorkshopSection: Component {
    let outcome: WorkshopOutcome
    let language: Language

    private var words: WorkshopWords { WorkshopWords(language) }
    private var workshop: Workshop { outcome.workshop }

    var body: some HTML {
        section(.class("sectie").id("werkplaats-\(workshop.number)")) {
            h2 { workshop.facts.title }
            p { words.place(workshop.facts.day.written, workshop.facts.place) }
            p { workshop.facts.question }
            if outcome.isHidden {
                p { words.few }
            } else {
                p { words.people(outcome.people, workshop.tables.count) }
                bars
                table
                if !outcome.showsTables { p(.class("subtiel")) { words.noTables } }
            }
        }
    }

    private var bars: some HTML {
        let most = Double(max(outcome.lines.compactMap(\.dots).max() ?? 0, 1))
        return div(.class("balken stippen")) {
            Each(outcome.lines) { line in
                div {
                    span { line.words }
                    svg(.role("img").ariaLabel(words.bar(line))) {
                        rect(.class("v-pas").width(percent: 100).height(percent: 100))
                        rect(.class("v-eens").width(percent: 100 * Double(line.dots ?? 0) / most).height(percent: 100))
                    }
                    span(.class("n")) { line.dots.map { String($0) } ?? "–" }
                }
            }
        }
    }

    private var table: some HTML {
        div(.class("tabelvak").tabindex(0).role("region").ariaLabel(words.table)) {
            HTML::table {
                caption { words.table }
                thead {
                    tr {
                        th(.scope("col")) { words.option }
                        th(.scope("col")) { words.dots }
                        th(.scope("col")) { words.tables }
                        if outcome.showsTables { Each(outcome.tables) { number in th(.scope("col")) { words.tableName(number) } } }
                    }
                }
                tbody { Each(outcome.lines) { line in row(line) } }
            }
        }
    }

    private func row(_ line: WorkshopOutcome.Line) -> some HTML {
        tr {
            th(.scope("row")) { line.words }
            td(.class("num")) { line.dots.map { String($0) } ?? "–" }
            td(.class("num")) { words.of(line.tables, workshop.tables.count) }
            if outcome.showsTables {
                Each(outcome.tables) { number in
                    td(.class("num")) { (workshop.tables[number]?.dots[line.option] ?? nil).map { String($0) } ?? "–" }
                }
            }
        }
    }
}

/// The desk of workshops: all of them, typing in by the code of a sheet, and a new one.
struct WorkshopDeskPage: Component {
    let conversation: Conversation
    let areaName: String
    let workshops: [Workshop]
    let isDone: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = WorkshopDeskWords
    private var words: Words { Words(language) }
    private var id: Identifier { conversation.id }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(conversation, areaName: areaName, here: words.title, lead: words.lead, language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if isDone { div(.class("melding").role("status")) { p { words.kept } } }
            if !workshops.isEmpty {
                finding
                Each(workshops) { workshop in one(workshop) }
            }
            adding
        }
    }

    private var finding: some HTML {
        section(.class("sectie")) {
            h2 { words.enter }
            HTML::form(.method("get").action(WorkshopRoute.find(id).address.url(in: language))) {
                TextField(
                    WorkshopForm.sheet, Words.both(\.sheet), hint: Words.both(\.sheetHint), autocomplete: "off", form: form, language: language)
                button(.type("submit").class("knop")) { words.toTable }
            }
        }
    }

    private func one(_ workshop: Workshop) -> some HTML {
        section(.class("sectie")) {
            h2 { workshop.facts.title }
            p { words.standing(workshop) }
            ul {
                li { a(.href(WorkshopRoute.print(id, workshop: workshop.id).address.url(in: language))) { words.print } }
                Each(1...workshop.facts.tables) { number in
                    li {
                        a(.href(WorkshopRoute.table(id, workshop: workshop.id, table: number).address.url(in: language))) {
                            words.tableState(number, workshop.tables[number])
                        }
                    }
                }
            }
            if workshop.isClosed {
                p { a(.href(WorkshopRoute.results(id).address.url(in: language))) { words.toResults } }
            } else if !workshop.tables.isEmpty {
                PostForm(to: WorkshopRoute.close(id, workshop: workshop.id).address, in: language, token: token) {
                    p { words.closeLead }
                    button(.type("submit").class("knop licht")) { words.close }
                }
            }
        }
    }

    private var adding: some HTML {
        section(.class("sectie")) {
            h2 { words.add }
            PostForm(to: WorkshopRoute.desk(id).address, in: language, token: token) {
                TextField(WorkshopForm.title, Words.both(\.name), form: form, language: language)
                TextField(WorkshopForm.day, Words.both(\.day), hint: Words.both(\.dayHint), form: form, language: language)
                TextField(WorkshopForm.place, Words.both(\.place), form: form, language: language)
                TextField(WorkshopForm.question, Words.both(\.question), kind: .paragraph(limit: 300), form: form, language: language)
                TextField(WorkshopForm.tables, Words.both(\.tables), kind: .whole, form: form, language: language)
                TextField(
                    WorkshopForm.options, Words.both(\.options), kind: .paragraph(limit: 5000), hint: Words.both(\.optionsHint), form: form, language: language)
                button(.type("submit").class("knop")) { words.add }
            }
        }
    }
}

/// The sheet of each table on paper.
struct WorkshopPrintPage: Component {
    let conversation: Conversation
    let workshop: Workshop
    let language: Language

    private var words: WorkshopDeskWords { WorkshopDeskWords(language) }

    var body: some HTML {
        TextColumn(workshop.facts.title, lead: words.print) {
            Each(1...workshop.facts.tables) { number in sheet(number) }
            p { a(.href(WorkshopRoute.desk(conversation.id).address.url(in: language))) { words.title } }
        }
    }

    private func sheet(_ number: Int) -> some HTML {
        section(.class("vel")) {
            h2 { words.table(number) + ": " + workshop.facts.title }
            p {
                words.sheet + ": "
                strong { HTML::code { workshop.code(of: number) } }
            }
            p { workshop.facts.question }
            p { words.peopleBox }
            table {
                caption { words.dotsLead }
                ColumnHeads(words.option, words.dotsSpace, words.dotsCount)
                tbody {
                    Each(workshop.options.enumerated()) { place, option in
                        tr {
                            th(.scope("row")) { "\(place + 1). \(option)" }
                            td(.class("stipruimte")) { " " }
                            td(.class("hokje")) { " " }
                        }
                    }
                }
            }
            h3 { words.quote }
            Each(1...3) { _ in p(.class("schrijfruimte")) { words.quoteBox } }
            p { words.sheetReturn(conversation.facts.contact) }
        }
    }
}

/// Typing in the sheet of one table, reading it back to them, and what was said there.
struct WorkshopTablePage: Component {
    let conversation: Conversation
    let areaName: String
    let workshop: Workshop
    let number: Int
    let isDone: Bool
    /// Of what was just said; told once.
    let code: VoiceCode?
    let seal: String
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = WorkshopDeskWords
    private var words: Words { Words(language) }
    private var id: Identifier { conversation.id }
    private var known: TableYield? { workshop.tables[number] }

    var body: some HTML {
        ConversationColumn(
            ConversationBand(
                conversation, areaName: areaName, here: workshop.facts.title + ", " + words.table(number), lead: workshop.code(of: number), language: language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            if isDone { div(.class("melding").role("status")) { p { words.readBack } } }
            if let code { CodeStrip(code: code, isWaiting: conversation.facts.moderation == .before, language: language) }
            if let known { readBack(known) }
            if workshop.isClosed { p { words.isClosed } } else { entry }
            if known != nil { quoting }
            p { a(.href(WorkshopRoute.desk(id).address.url(in: language))) { words.title } }
        }
    }

    private func readBack(_ yield: TableYield) -> some HTML {
        section(.class("sectie")) {
            h2 { words.kept }
            p { words.present(yield.people) }
            ul {
                Each(workshop.options.enumerated()) { place, option in
                    li { option + ": " + ((yield.dots[place + 1] ?? nil).map(words.dots) ?? words.unread) }
                }
            }
            if yield.version > 1 { p(.class("subtiel")) { words.corrected(yield.version - 1) } }
        }
    }

    private var entry: some HTML {
        let plain = Form(
            items: known.map { yield in
                [.init(WorkshopForm.people, String(yield.people))]
                    + workshop.options.indices.map { place in
                        .init(WorkshopForm.dots(place + 1), (yield.dots[place + 1] ?? nil).map { String($0) } ?? "")
                    }
            } ?? [])
        let shown = form.has(WorkshopForm.people) ? form : plain
        return section(.class("sectie")) {
            h2 { known == nil ? words.enter : words.correct }
            PostForm(to: WorkshopRoute.table(id, workshop: workshop.id, table: number).address, in: language, token: token) {
                TextField(WorkshopForm.people, Words.both(\.people), kind: .whole, form: shown, language: language)
                p { words.dotsTyping }
                Each(workshop.options.enumerated()) { place, option in
                    TextField(
                        WorkshopForm.dots(place + 1), Localized("\(place + 1). \(option)"), isRequired: false, autocomplete: "off", form: shown,
                        language: language)
                }
                button(.type("submit").class("knop")) { words.save }
            }
        }
    }

    private var quoting: some HTML {
        section(.class("sectie")) {
            h2 { words.quote }
            p { words.quoteLead }
            PostForm(to: WorkshopRoute.quote(id, workshop: workshop.id, table: number).address, in: language, token: token) {
                input(.type("hidden").name(GivingForm.seal).value(seal))
                TextField(WorkshopForm.words, Words.both(\.quote), kind: .paragraph(limit: 2000), form: form, language: language)
                ChoiceField(
                    WorkshopForm.quotable, Words.both(\.consent), kind: .any, choices: [Choice("ja", Words.both(\.consentYes))], form: form,
                    language: language)
                button(.type("submit").class("knop licht")) { words.save }
            }
        }
    }
}
