import Core
import HTML
import People
import Web

/// By which door someone comes to their own sheet.
enum SheetDoor: Sendable, Hashable {
    case signedIn(meeting: Identifier)
    case proof(String)

    func sheet(_ worksheet: Identifier) -> WorksheetRoute {
        switch self {
        case .signedIn(let meeting): .mine(meeting, worksheet)
        case .proof(let proof): .own(proof, worksheet)
        }
    }

    func sharing(_ worksheet: Identifier) -> WorksheetRoute {
        switch self {
        case .signedIn(let meeting): .mineSharing(meeting, worksheet)
        case .proof(let proof): .ownSharing(proof, worksheet)
        }
    }

    var isSignedIn: Bool {
        switch self {
        case .signedIn: true
        case .proof: false
        }
    }
}

/// What the page of one's own sheet shows.
struct SheetSight: Sendable {
    let worksheet: Worksheet
    let door: SheetDoor
    /// As it is kept; nil before the first time.
    let sheet: FilledSheet?
    /// The name that can stand with it.
    let name: String
    /// From when one can write; nil for now.
    let opensAt: Int64?
    let isCancelled: Bool
    let form: Form
    let sharing: Form
    let isSaved: Bool
    let isConflict: Bool
    /// What others shared; nil for who signed in, who reads it with the worksheet.
    let shared: [FilledSheet]?
}

/// One's own sheet: the questions with room to write, who reads it, and how it was saved.
struct SheetPage: Component {
    let sight: SheetSight
    let token: FormToken
    let language: Language

    private var words: WorksheetWords { WorksheetWords(language) }
    private var worksheet: Worksheet { sight.worksheet }

    var body: some HTML {
        TextColumn(worksheet.facts.title, faults: ErrorSummary(sight.form.errors + sight.sharing.errors, language: language)) {
            if sight.isConflict { Notice(.caution) { p { words.conflict } } }
            if sight.isSaved { Notice { p { words.saved } } }
            Paragraphs(worksheet.facts.intro)
            p { words.kept }
            writing
            if let sheet = sight.sheet, !sheet.isEmpty {
                SheetSharing(sight: sight, sheet: sheet, token: token, language: language)
                asSaved(sheet)
            }
            if let shared = sight.shared { SharedSheets(questions: worksheet.facts.questions, sheets: shared, language: language) }
            p { a(.href(back.url(in: language))) { sight.door.isSignedIn ? words.look : words.toList } }
        }
    }

    private var back: PageAddress {
        switch sight.door {
        case .signedIn(let meeting): WorksheetRoute.one(meeting, worksheet.id).address
        case .proof(let proof): WorksheetRoute.ownList(proof).address
        }
    }

    @HTMLBuilder private var writing: some HTML {
        if sight.isCancelled && sight.sheet == nil {
            Notice(.caution) { p { words.cancelled } }
        } else if let opensAt = sight.opensAt, sight.sheet == nil {
            p { words.opens(MeetingHours.moment(opensAt, language)) }
            ol { Each(worksheet.facts.questions) { question in li { question } } }
        } else {
            PostForm(to: sight.door.sheet(worksheet.id).address, in: language, token: token) {
                input(.type("hidden").name("versie").value(String(sight.sheet?.version ?? 0)))
                Each(worksheet.facts.questions.enumerated()) { index, question in
                    TextField(
                        WorksheetForm.answer(index + 1), Localized(question), kind: .paragraph(limit: WorksheetRules.answerLimit),
                        hint: index == 0 ? WorksheetWords.both(\.answerHint) : nil, isRequired: false, form: sight.form, language: language)
                }
                button(.type("submit").class("knop")) { words.save }
            }
        }
    }

    private func asSaved(_ sheet: FilledSheet) -> some HTML {
        section(.class("sectie").id("bewaard")) {
            h2 { words.asSaved }
            p { words.savedAt(MeetingHours.moment(sheet.changedAt, language)) }
            SheetWords(questions: worksheet.facts.questions, answers: sheet.answers, language: language)
        }
    }
}

/// Who reads it, with one button to take it back.
private struct SheetSharing: Component {
    let sight: SheetSight
    let sheet: FilledSheet
    let token: FormToken
    let language: Language

    private typealias Words = WorksheetWords
    private var words: Words { Words(language) }
    private var target: PageAddress { sight.door.sharing(sheet.worksheet).address }

    var body: some HTML {
        section(.class("sectie").id("delen")) {
            h2 { words.share }
            p { words.standing(sheet.sharing) }
            if sheet.sharing != .nobody {
                PostForm(to: target, in: language, token: token) {
                    input(.type("hidden").name("met").value(Worksheet.Sharing.nobody.rawValue))
                    button(.type("submit").class("knop")) { words.takeBack }
                }
            }
            PostForm(to: target, in: language, token: token) {
                ChoiceField("met", Words.both(\.shareWith), kind: .one, choices: choices, form: form, language: language)
                ChoiceField(
                    "naam", Words.both(\.name), kind: .any, choices: [Choice("ja", Words.both(\.withName), hint: Localized(sight.name))],
                    isRequired: false, form: form, language: language)
                button(.type("submit").class("knop licht")) { words.change }
            }
        }
    }

    /// What was sent, or how it is now.
    private var form: Form {
        guard sight.sharing.items.isEmpty else { return sight.sharing }
        return Form(items: [.init("met", sheet.sharing.rawValue)] + (sheet.shownName.isEmpty ? [] : [.init("naam", "ja")]))
    }

    private var choices: [Choice] {
        Worksheet.Sharing.allCases.map { sharing in
            let hint: Localized? =
                switch sharing {
                case .circle: Words.both(\.circleHint)
                case .everyone where !sight.door.isSignedIn: Words.both(\.everyoneHint)
                default: nil
                }
            return Choice(sharing.rawValue, Words.both { $0.sharing(sharing) }, hint: hint)
        }
    }
}
