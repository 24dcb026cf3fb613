import Core
import HTML
import People
import Web

/// The worksheets of a meeting.
struct WorksheetListPage: Component {
    let title: String
    let worksheets: [Worksheet]
    /// Where each leads to.
    let target: (Worksheet) -> WorksheetRoute
    let back: PageAddress
    let backWords: String
    /// Where one adds to them; nil for who may not.
    let adding: WorksheetRoute?
    let language: Language

    private var words: WorksheetWords { WorksheetWords(language) }

    var body: some HTML {
        TextColumn(title, lead: words.listLead) {
            if worksheets.isEmpty { p { words.none } }
            ul(.class("kaal")) {
                Each(worksheets) { worksheet in li { a(.href(target(worksheet).address.url(in: language))) { worksheet.facts.title } } }
            }
            if let adding {
                div(.class("knoppen")) { a(.class("knop licht").href(adding.address.url(in: language))) { words.add } }
            }
            p { a(.href(back.url(in: language))) { backWords } }
        }
    }
}

/// One worksheet: its questions, where to fill it in, and what was shared with the reader.
struct WorksheetPage: Component {
    struct Sight: Sendable {
        let worksheet: Worksheet
        /// The title of the item it belongs to.
        let item: String?
        let shared: [FilledSheet]
        /// Where the reader fills it in; nil for who has no place.
        let filling: PageAddress?
        let isSignedIn: Bool
        let mayEdit: Bool
    }

    let sight: Sight
    let address: PageAddress
    let language: Language

    private var words: WorksheetWords { WorksheetWords(language) }
    private var worksheet: Worksheet { sight.worksheet }

    var body: some HTML {
        TextColumn(worksheet.facts.title) {
            if let item = sight.item { p { words.forItem + ": " + item } }
            Paragraphs(worksheet.facts.intro)
            section(.class("sectie").id("vragen")) {
                h2 { words.questions }
                ol { Each(worksheet.facts.questions) { question in li { question } } }
                filling
            }
            SharedSheets(questions: worksheet.facts.questions, sheets: sight.shared, language: language)
            if sight.mayEdit {
                div(.class("knoppen")) {
                    a(.class("knop licht").href(WorksheetRoute.edit(worksheet.meeting, worksheet.id).address.url(in: language))) { words.edit }
                }
            }
            p { a(.href(WorksheetRoute.list(worksheet.meeting).address.url(in: language))) { words.toList } }
        }
    }

    @HTMLBuilder private var filling: some HTML {
        if let filling = sight.filling {
            div(.class("knoppen")) { a(.class("knop").href(filling.url(in: language))) { words.fill } }
        } else if !sight.isSignedIn {
            p { words.fillLead }
            p { a(.href(PeopleRoute.signIn(back: address.path).address.url(in: language))) { words.signIn } }
        }
    }
}

/// What others shared with the reader.
struct SharedSheets: Component {
    let questions: [String]
    let sheets: [FilledSheet]
    let language: Language

    private var words: WorksheetWords { WorksheetWords(language) }

    var body: some HTML {
        section(.class("sectie").id("gedeeld")) {
            h2 { words.sharedTitle }
            if sheets.isEmpty { p { words.sharedNone } }
            Each(sheets) { sheet in shared(sheet) }
        }
    }

    private func shared(_ sheet: FilledSheet) -> some HTML {
        article {
            h3 { sheet.shownName.isEmpty ? words.anonymous : sheet.shownName }
            SheetWords(questions: questions, answers: sheet.answers, language: language)
        }
    }
}

/// What someone wrote, question by question. Also what is printed.
struct SheetWords: Component {
    let questions: [String]
    let answers: [String]
    let language: Language

    var body: some HTML {
        dl {
            Each(Array(zip(questions, answers))) { question, answer in
                dt { question }
                dd { if answer.isEmpty { WorksheetWords(language).nothing } else { Paragraphs(answer) } }
            }
        }
    }
}

/// All sheets of who signed in.
struct MyWorksheetsPage: Component {
    let lines: [(sheet: FilledSheet, worksheet: Worksheet)]
    let language: Language

    private var words: WorksheetWords { WorksheetWords(language) }

    var body: some HTML {
        TextColumn(words.mine) {
            if lines.isEmpty { p { words.mineEmpty } }
            ul(.class("kaal")) {
                Each(lines) { line in
                    li {
                        a(.href(WorksheetRoute.mine(line.worksheet.meeting, line.worksheet.id).address.url(in: language))) { line.worksheet.facts.title }
                        p { words.savedAt(MeetingHours.moment(line.sheet.changedAt, language)) + " " + words.standing(line.sheet.sharing) }
                    }
                }
            }
        }
    }
}
