import Core
import HTML
import People
import Web

/// The polls of who organises.
struct DatePollListPage: Component {
    let polls: [DatePoll]
    let now: Int64
    let language: Language

    private var words: DatePollWords { DatePollWords(language) }

    var body: some HTML {
        TextColumn(words.polls, lead: words.pollsLead) {
            div(.class("knoppen")) { a(.class("knop").href(DatePollRoute.new.address.url(in: language))) { words.new } }
            if polls.isEmpty { p { words.none } }
            ul(.class("kaal")) {
                Each(polls) { poll in
                    li {
                        a(.href(DatePollRoute.poll(poll.id).address.url(in: language))) { poll.facts.title }
                        ": " + words.state(poll, at: now)
                    }
                }
            }
        }
    }
}

/// The form of a new one: everything on one page, so that asking takes a minute.
struct DatePollNewPage: Component {
    let places: [Choice]
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = DatePollWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.new, lead: words.pollsLead + " " + words.effort, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: DatePollRoute.new.address, in: language, token: token) {
                what
                when
                DatePollPeopleFields(form: form, language: language)
                p(.class("hint")) { words.privacy + " " + words.kept }
                button(.type("submit").class("knop")) { words.ask }
            }
        }
    }

    private var what: some HTML {
        Group {
            TextField("titel", Words.both(\.title), form: form, language: language)
            SelectField("waar", Words.both(\.place), choices: places, form: form, language: language)
            TextField(
                "over", Words.both(\.about), kind: .paragraph(limit: DatePollRules.aboutLimit), isRequired: false, form: form, language: language)
            TextField("minuten", Words.both(\.minutesField), kind: .whole, form: form, language: language)
            ChoiceField(
                "vorm", Words.both(\.form), kind: .one, choices: Meeting.Form.allCases.map { Choice($0.rawValue, $0.name) }, form: form, language: language)
            TextField("plek", Words.both(\.locationField), isRequired: false, form: form, language: language)
        }
    }

    private var when: some HTML {
        Group {
            TextField("momenten", Words.both(\.moments), kind: .paragraph(limit: 2000), hint: Words.both(\.momentsHint), form: form, language: language)
            TextField("hoogste", Words.both(\.maximumField), kind: .whole, isRequired: false, form: form, language: language)
            TextField("sluit-dag", Words.both(\.deadlineDay), form: form, language: language)
            TextField("sluit-tijd", Words.both(\.deadlineClock), form: form, language: language)
        }
    }
}

/// Whom to ask: who must be there, and who may.
struct DatePollPeopleFields: Component {
    let form: Form
    let language: Language

    private typealias Words = DatePollWords

    var body: some HTML {
        Group {
            TextField(
                "nodig", Words.both(\.required), kind: .paragraph(limit: 10_000), hint: Words.both(\.peopleHint), isRequired: false, form: form,
                language: language)
            TextField(
                "erbij", Words.both(\.optional), kind: .paragraph(limit: 10_000), hint: Words.both(\.peopleHint), isRequired: false, form: form,
                language: language)
        }
    }
}
