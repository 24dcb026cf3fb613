import Core
import Foundation
import HTML
import People
import Web

/// Planning a session.
struct PlanPage: Component {
    let group: IntervisionGroup
    let methods: [IntervisionMethod]
    let cases: [Choice]
    let names: [Identifier: String]
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = GroupWords
    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        TextColumn(words.plan, faults: ErrorSummary(form.errors, language: language)) {
            p { a(.href(IntervisionRoute.chooser.address.url(in: language))) { MethodWords(language).chooser } }
            PostForm(to: IntervisionRoute.sessions(group.id).address, in: language, token: token) {
                TextField("dag", Words.both(\.day), form: form, language: language)
                TextField("tijd", Words.both(\.hour), form: form, language: language)
                SelectField("methode", Words.both(\.methodAsked), choices: choices, form: form, language: language)
                TextField("vraag", Words.both(\.question), hint: Words.both(\.questionHint), isRequired: false, form: form, language: language)
                if !cases.isEmpty {
                    SelectField(
                        "casus", Words.both(\.practiceCase), choices: [Choice("", Words.both(\.noCase))] + cases, isRequired: false, form: form,
                        language: language)
                }
                RoleFields(group: group, names: names, form: form, language: language)
                button(.type("submit").class("knop")) { words.plan }
            }
        }
    }

    private var choices: [Choice] {
        methods.map { method in
            Choice(
                method.key,
                Localized(
                    nl: "\(method.name.nl), \(MethodWords(.nl).time(method))", en: "\(method.name.en), \(MethodWords(.en).time(method))"))
        }
    }
}

/// Who does what.
struct RoleFields: Component {
    let group: IntervisionGroup
    let names: [Identifier: String]
    let form: Form
    let language: Language

    private typealias Words = GroupWords

    var body: some HTML {
        SelectField("begeleider", Words.both(\.facilitatorAsked), choices: people, form: form, language: language)
        SelectField("inbrenger", Words.both(\.bringer), choices: nobody + people, isRequired: false, form: form, language: language)
        SelectField("tijdbewaker", Words.both(\.timeKeeper), choices: nobody + people, isRequired: false, form: form, language: language)
        SelectField("notulist", Words.both(\.noteTaker), choices: nobody + people, isRequired: false, form: form, language: language)
    }

    private var nobody: [Choice] { [Choice("", Words.both(\.later))] }
    private var people: [Choice] { group.present.map { Choice($0.person.description, Localized(names[$0.person] ?? "")) } }
}

/// A method of the group's own.
struct OwnMethodPage: Component {
    let group: IntervisionGroup
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = GroupWords
    private var words: GroupWords { GroupWords(language) }

    var body: some HTML {
        TextColumn(words.addMethod, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: IntervisionRoute.groupMethods(group.id).address, in: language, token: token) {
                TextField("methode-naam", Words.both(\.methodName), form: form, language: language)
                TextField("methode-zin", Words.both(\.methodLead), form: form, language: language)
                TextField("methode-mensen", Words.both(\.people), kind: .whole, form: form, language: language)
                ChoiceField(
                    "methode-ervaring", MethodWords.both(\.experienceAsked), kind: .one,
                    choices: IntervisionMethod.Experience.allCases.map { Choice($0.rawValue, $0.name) }, form: form, language: language)
                ChoiceField(
                    "methode-vertrouwen", MethodWords.both(\.trustAsked), kind: .one,
                    choices: IntervisionMethod.Trust.allCases.map { Choice($0.rawValue, $0.name) }, form: form, language: language)
                ChoiceField(
                    "methode-vraag", MethodWords.both(\.fitAsked), kind: .one,
                    choices: IntervisionMethod.Fit.allCases.map { Choice($0.rawValue, $0.name) }, form: form, language: language)
                p(.class("hint")) { words.stepsExample }
                TextField("methode-stappen", Words.both(\.steps), kind: .paragraph(limit: 6000), hint: Words.both(\.stepsHint), form: form, language: language)
                button(.type("submit").class("knop")) { words.addMethod }
            }
        }
    }
}

/// A moment as people in the Netherlands write it.
enum SessionDay {
    /// `31-12-2027 14:30`.
    static func text(_ moment: Int64) -> String {
        let parts = calendar.dateComponents([.hour, .minute], from: Date(timeIntervalSince1970: Double(moment) / 1000))
        let hour = parts.hour ?? 0, minute = parts.minute ?? 0
        return DutchDay(at: moment).written + " \(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    /// - Parameter minutes: after midnight, as the clock on the wall says
    static func moment(_ day: DutchDay, minutes: Int) -> Int64 {
        // On the days that the clock changes, midnight plus hours is not what the clock says.
        let start = Date(timeIntervalSince1970: Double(day.start) / 1000)
        let found = calendar.date(bySettingHour: minutes / 60, minute: minutes % 60, second: 0, of: start)
        return found.map { Int64($0.timeIntervalSince1970 * 1000) } ?? day.start + Int64(minutes) * 60_000
    }

    private static var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
        return calendar
    }
}
