import Core
import HTML
import People
import Web

/// What participants met with a method, and the form for one's own. Each stands on the page of the method too (TER-04).
struct LookBackExperiences: Component {
    let sight: LookBackSight
    let form: Form
    /// Nil for who is not signed in.
    let token: FormToken?
    let language: Language

    private typealias Words = ExperienceWords
    private var words: LookBackWords { LookBackWords(language) }
    private var page: PageAddress { LookBackRoute.lookBack(sight.meeting.id).address }

    var body: some HTML {
        section(.class("sectie").id("ervaringen")) {
            h2 { words.experiences }
            if sight.experiences.isEmpty { p { Words(language).none } }
            Each(sight.experiences) { one in item(one) }
            if let token {
                own(token)
            } else {
                p { a(.href(PeopleRoute.signIn(back: page.url(in: language)).address.url(in: language))) { Words(language).signIn } }
            }
        }
    }

    private func item(_ one: LookBackSight.Experience) -> some HTML {
        let method = ShippedMethods.all.first { $0.key == one.method }, experience = one.experience
        return div(.class("ervaring")) {
            h3 { a(.href(IntervisionRoute.method(one.method).address.url(in: language))) { method?.name[language] ?? one.method } }
            p { "\(experience.place), \(experience.month.month ?? 1)-\(experience.month.year). \(experience.result.name[language])." }
            Paragraphs(experience.words)
            p(.class("subtiel klein")) { experience.person.flatMap { sight.names[$0] } ?? Words(language).someone }
        }
    }

    private func own(_ token: FormToken) -> some HTML {
        Group {
            h3 { Words(language).add }
            p { Words(language).hint }
            PostForm(to: LookBackRoute.experiences(sight.meeting.id).address, in: language, token: token) {
                SelectField(
                    "methode", LookBackWords.both(\.method),
                    choices: [Choice("", LookBackWords.both(\.choose))] + ShippedMethods.all.map { Choice($0.key, $0.name) }, form: form, language: language)
                TextField("waar", Words.both(\.place), form: form, language: language)
                TextField("wanneer", Words.both(\.month), hint: Words.both(\.monthHint), form: form, language: language)
                ChoiceField(
                    "resultaat", Words.both(\.result), kind: .one, choices: PracticeExperience.Result.allCases.map { Choice($0.rawValue, $0.name) },
                    form: form, language: language)
                TextField("ervaring", Words.both(\.words), kind: .paragraph(limit: 2000), form: form, language: language)
                button(.type("submit").class("knop")) { Words(language).add }
            }
        }
    }
}
