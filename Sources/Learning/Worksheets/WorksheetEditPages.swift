import Core
import HTML
import People
import Web

/// The form of a worksheet, for who organises the meeting.
struct WorksheetEditPage: Component {
    struct Sight: Sendable {
        let meeting: Meeting
        /// Nil for a new one.
        let worksheet: Worksheet?
        /// Whether its questions stay, because someone wrote.
        let isUsed: Bool
        /// Items of guided application.
        let items: [ProgrammeItem]
        /// Of other meetings, to use again.
        let others: [Worksheet]
        let form: Form
    }

    let sight: Sight
    let token: FormToken
    let language: Language

    private typealias Words = WorksheetWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(sight.worksheet == nil ? words.add : words.edit, lead: words.addLead, faults: ErrorSummary(sight.form.errors, language: language)) {
            if sight.isUsed { Notice { p { words.inUse } } }
            fields
            if sight.worksheet == nil && !sight.others.isEmpty { copying }
            if let worksheet = sight.worksheet, !sight.isUsed {
                PostForm(to: WorksheetRoute.removal(sight.meeting.id, worksheet.id).address, in: language, token: token) {
                    button(.type("submit").class("knop licht")) { words.remove }
                }
            }
            p { a(.href(WorksheetRoute.list(sight.meeting.id).address.url(in: language))) { words.toList } }
        }
    }

    private var target: WorksheetRoute { sight.worksheet.map { .edit(sight.meeting.id, $0.id) } ?? .new(sight.meeting.id) }

    private var fields: some HTML {
        PostForm(to: target.address, in: language, token: token) {
            TextField("titel", Words.both(\.title), form: sight.form, language: language)
            TextField(
                "uitleg", Words.both(\.intro), kind: .paragraph(limit: WorksheetRules.introLimit), isRequired: false, form: sight.form, language: language)
            Each(WorksheetRules.questions) { number in
                TextField(
                    WorksheetForm.question(number), Words.both { $0.question(number) }, isRequired: number == 1, form: sight.form, language: language)
            }
            if !sight.items.isEmpty {
                SelectField(
                    "deel", Words.both(\.item),
                    choices: [Choice("", Words.both(\.wholeMeeting))] + sight.items.map { Choice($0.id.description, Localized($0.facts.title)) },
                    isRequired: false, form: sight.form, language: language)
            }
            button(.type("submit").class("knop")) { words.save }
        }
    }

    private var copying: some HTML {
        section(.class("sectie").id("overnemen")) {
            h2 { words.copy }
            p { words.copyLead }
            PostForm(to: WorksheetRoute.copy(sight.meeting.id).address, in: language, token: token) {
                SelectField(
                    "werkblad", Words.both(\.copyWhich), choices: sight.others.map { Choice($0.id.description, Localized($0.facts.title)) },
                    form: sight.form, language: language)
                button(.type("submit").class("knop licht")) { words.copyDo }
            }
        }
    }
}
