import Core
import HTML
import People
import Web

/// The form of one meeting, for one person or for a group; without an account (MTG-05).
struct RegistrationPage: Component {
    let meeting: Meeting
    let questions: RegistrationForm.Questions
    /// How full it is, in words.
    let places: String
    let isAgain: Bool
    let seal: String
    let form: Form
    let token: FormToken
    let language: Language

    private var words: RegistrationWords { RegistrationWords(language) }

    private var address: PageAddress { (questions.isGroup ? RegistrationRoute.group(meeting.id) : .form(meeting.id)).address }

    var body: some HTML {
        TextColumn(
            words.formTitle(meeting.facts.title), lead: questions.isGroup ? words.groupLead : TaskTime.words(30, language),
            faults: ErrorSummary(form.errors, language: language)
        ) {
            p { strong { MeetingHours.whole(meeting.facts.startsAt, meeting.facts.endsAt, language) } }
            p { places }
            if isAgain { Notice(.caution) { p { words.again } } }
            AudienceNotice(questions: questions, form: form, language: language)
            PostForm(to: address, in: language, token: token) {
                input(.type("hidden").name(RegistrationSeal.field).value(seal))
                TrapField(language: language)
                if questions.isGroup { MemberFields(form: form, language: language) } else { PersonFields(form: form, language: language) }
                RegistrationFields(questions: questions, form: form, language: language)
                p(.class("hint")) { words.privacy }
                button(.type("submit").class("knop")) { words.send }
            }
            p {
                a(.href((questions.isGroup ? RegistrationRoute.form(meeting.id) : .group(meeting.id)).address.url(in: language))) {
                    questions.isGroup ? words.aloneLink : words.groupLink
                }
            }
            p { a(.href(RegistrationRoute.meeting(meeting.id).url(in: language))) { words.back } }
        }
    }
}

/// All meetings of a series in one form (MTG-06).
struct SeriesRegistrationPage: Component {
    let part: Identifier
    let questions: RegistrationForm.Questions
    let isAgain: Bool
    let seal: String
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = RegistrationWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.series, lead: words.seriesLead + " " + TaskTime.words(45, language), faults: ErrorSummary(form.errors, language: language)) {
            if isAgain { Notice(.caution) { p { words.again } } }
            AudienceNotice(questions: questions, form: form, language: language)
            PostForm(to: RegistrationRoute.series(part).address, in: language, token: token) {
                input(.type("hidden").name(RegistrationSeal.field).value(seal))
                TrapField(language: language)
                ChoiceField("bijeenkomst", Words.both(\.meetings), kind: .any, choices: choices, form: form, language: language)
                PersonFields(form: form, language: language)
                RegistrationFields(questions: questions, form: form, language: language)
                p(.class("hint")) { words.privacy }
                button(.type("submit").class("knop")) { words.send }
            }
        }
    }

    private var choices: [Choice] {
        questions.meetings.map { meeting in
            let facts = meeting.facts
            return Choice(
                meeting.id.description, Localized(facts.subject.isEmpty ? facts.title : facts.subject),
                hint: Localized(nl: MeetingHours.whole(facts.startsAt, facts.endsAt, .nl), en: MeetingHours.whole(facts.startsAt, facts.endsAt, .en)))
        }
    }
}

/// Whom it is for; others are told, and may come all the same (MTG-09).
private struct AudienceNotice: Component {
    let questions: RegistrationForm.Questions
    let form: Form
    let language: Language

    private var words: RegistrationWords { RegistrationWords(language) }

    private var isMismatch: Bool { form.errors.contains { $0.field == RegistrationForm.allTheSame } }

    var body: some HTML {
        if !questions.audience.isEmpty {
            p { words.audience(Role.allCases.filter(questions.audience.contains).map { $0.name[language] }) }
            if isMismatch { Notice(.caution) { p { words.mismatch } } }
        }
    }
}

private struct PersonFields: Component {
    let form: Form
    let language: Language

    private typealias Words = RegistrationWords

    var body: some HTML {
        Group {
            TextField("naam", Words.both(\.name), autocomplete: "name", form: form, language: language)
            TextField("mail", Words.both(\.mail), kind: .email, hint: Words.both(\.mailHint), autocomplete: "email", form: form, language: language)
        }
    }
}

private struct MemberFields: Component {
    let form: Form
    let language: Language

    private typealias Words = RegistrationWords

    var body: some HTML { Each(1...RegistrationForm.most) { number in member(number) } }

    private func member(_ number: Int) -> some HTML {
        fieldset {
            legend { Words(language).memberTitle(number) }
            TextField(
                "naam\(number)", Words.both(\.memberName), isRequired: number <= 2, autocomplete: number == 1 ? "name" : "off", form: form, language: language)
            TextField(
                "mail\(number)", Words.both(\.memberMail), kind: .email, isRequired: number <= 2, autocomplete: number == 1 ? "email" : "off", form: form,
                language: language)
        }
    }
}

/// What is asked of everyone: role, municipality, way, subgroup or wishes, need and case.
private struct RegistrationFields: Component {
    let questions: RegistrationForm.Questions
    let form: Form
    let language: Language

    private typealias Words = RegistrationWords

    var body: some HTML {
        Group {
            SelectField("rol", Words.both(\.role), choices: roles, form: form, language: language)
            if form.errors.contains(where: { $0.field == RegistrationForm.allTheSame }) || form.has(RegistrationForm.allTheSame) {
                ChoiceField(
                    RegistrationForm.allTheSame, Words.both(\.allTheSame), kind: .any, choices: [Choice("ja", Words.both(\.allTheSameYes))], form: form,
                    language: language)
            }
            TextField(
                "gemeente", Words.both(\.municipality), hint: Words.both(\.municipalityHint), isRequired: false, autocomplete: "address-level2", form: form,
                language: language)
            if questions.ways.count > 1 { ChoiceField("vorm", Words.both(\.way), kind: .one, choices: ways, form: form, language: language) }
            if questions.asksChoice { ChoiceField("groep", Words.both(\.subgroup), kind: .one, choices: groups, form: form, language: language) }
            if questions.asksWishes { Each(1...3) { number in wish(number) } }
            TextField(
                "vraag", Words.both(\.need), kind: .paragraph(limit: 1000), hint: Words.both(\.needHint), isRequired: false, form: form, language: language)
            TextField(
                "situatie", Words.both(\.caseText), kind: .paragraph(limit: 4000), hint: Words.both(\.caseHint), isRequired: false, form: form,
                language: language)
        }
    }

    private var roles: [Choice] {
        [Choice("", Words.both(\.roleEmpty))] + RegistrationForm.roles(questions.audience).map { Choice($0.rawValue, $0.name) }
    }

    private var ways: [Choice] {
        [Choice(Presence.physical.rawValue, Words.both(\.physical)), Choice(Presence.online.rawValue, Words.both(\.online))]
    }

    private var groups: [Choice] {
        questions.subgroups.map { group in
            let pool = questions.places[group.id]?.main ?? .empty, left = pool.left(of: group.facts.maximum)
            return Choice(group.id.description, Localized(group.facts.title), hint: Words.both { $0.left(left, waiting: pool.waiting) })
        }
    }

    private func wish(_ number: Int) -> some HTML {
        let choices = [Choice("", Words.both(\.noWish))] + questions.subgroups.map { Choice($0.id.description, Localized($0.facts.title)) }
        return SelectField("wens\(number)", Words.both { $0.wish(number) }, choices: choices, isRequired: false, form: form, language: language)
    }
}

/// After sending. The same for who registered and for who stood there already, so that nobody learns who comes.
struct RegistrationSentPage: Component {
    let back: PageAddress
    let language: Language

    private var words: RegistrationWords { RegistrationWords(language) }

    var body: some HTML {
        TextColumn(words.sentTitle, lead: words.sentLead) {
            p { words.sentMissing }
            p { a(.href(back.url(in: language))) { words.back } }
        }
    }
}

/// Why nobody can register now.
struct RegistrationShutPage: Component {
    let title: String
    let reason: String
    let back: PageAddress
    let language: Language

    var body: some HTML {
        TextColumn(title) {
            Notice(.caution) { p { reason } }
            p { a(.href(back.url(in: language))) { RegistrationWords(language).back } }
        }
    }
}
