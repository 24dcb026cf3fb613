import Core
import HTML
import People
import Web

/// What can be chosen in the form of a meeting.
struct MeetingEditChoices: Sendable {
    let outline: ProgrammeOutline
    let terms: [Term]

    /// The parts that run; the programme itself first.
    var parts: [Choice] {
        [Choice("", MeetingEditWords.both(\.wholeProgramme))]
            + outline.parts.filter { $0.endedAt == nil && $0.kind != .track }.map { part in
                let line = outline.lineage(of: part).map(\.name).joined(separator: " › ")
                return Choice(part.id.description, Localized(nl: "\(part.kind.name.nl): \(line)", en: "\(part.kind.name.en): \(line)"))
            }
    }

    var partIDs: Set<Identifier> { Set(outline.parts.map(\.id)) }
}

/// A new meeting: the programme first, then everything else on one page.
struct MeetingNewPage: Component {
    let outline: ProgrammeOutline
    let choices: MeetingEditChoices
    let form: Form
    let token: FormToken
    let language: Language

    private var words: MeetingEditWords { MeetingEditWords(language) }

    var body: some HTML {
        TextColumn(words.new, lead: words.addLead, faults: ErrorSummary(form.errors, language: language)) {
            p { a(.href(ProgrammeRoute.programme(outline.programme.slug).address.url(in: language))) { outline.programme.name } }
            PostForm(to: MeetingRoute.new(programme: outline.programme.id).address, in: language, token: token) {
                MeetingFields(choices: choices, isNew: true, isPublic: false, form: form, language: language)
                button(.type("submit").class("knop")) { words.add }
            }
        }
    }
}

/// Everything of a meeting but its programme, to be changed; and its steps.
struct MeetingEditPage: Component {
    let meeting: Meeting
    let choices: MeetingEditChoices
    let form: Form
    /// What was sent to the form of the steps or of the next one; nil where it was not.
    let stepForm: Form
    let hasItems: Bool
    let list: PageAddress?
    let now: Int64
    let token: FormToken
    let language: Language

    private var words: MeetingEditWords { MeetingEditWords(language) }

    var body: some HTML {
        TextColumn(
            words.editTitle(meeting.facts.title), lead: words.now(meeting.publication.name[language].lowercased()),
            faults: ErrorSummary(form.errors + stepForm.errors, language: language)
        ) {
            links
            MeetingStepSection(meeting: meeting, form: stepForm, hasItems: hasItems, now: now, token: token, language: language)
            section(.class("sectie").id("over")) {
                h2 { words.about }
                PostForm(to: MeetingRoute.edit(meeting.id).address, in: language, token: token) {
                    MeetingFields(choices: choices, isNew: false, isPublic: meeting.isPublic, form: form, language: language)
                    button(.type("submit").class("knop")) { words.save }
                }
            }
            MeetingNextSection(meeting: meeting, form: stepForm, token: token, language: language)
            MeetingHistory(meeting: meeting, language: language)
        }
    }

    private var links: some HTML {
        div(.class("knoppen")) {
            a(.class("knop licht").href(MeetingRoute.programme(meeting.id).address.url(in: language))) { MeetingProgrammeWords(language).edit }
            a(.class("knop licht").href(MeetingRoute.meeting(meeting.id).address.url(in: language))) { words.meeting }
            if let list { a(.class("knop licht").href(list.url(in: language))) { words.people } }
        }
    }
}

/// What organisers write of a meeting.
private struct MeetingFields: Component {
    let choices: MeetingEditChoices
    let isNew: Bool
    let isPublic: Bool
    let form: Form
    let language: Language

    private typealias Words = MeetingEditWords
    private var words: Words { Words(language) }

    var body: some HTML {
        Group {
            what
            h3 { words.hours }
            hours
            h3 { words.taking }
            taking
            groups
        }
    }

    private var what: some HTML {
        Group {
            TextField("naam", Words.both(\.name), form: form, language: language)
            if isNew { SelectField("reeks", Words.both(\.belongs), choices: choices.parts, form: form, language: language) }
            TextField(
                "nummer", Words.both(\.number), kind: .whole, hint: Words.both(\.numberHint), isRequired: false, form: form, language: language)
            TextField("onderwerp", Words.both(\.subject), isRequired: false, form: form, language: language)
            TextField("doel", Words.both(\.purpose), kind: .paragraph(limit: 4000), isRequired: false, form: form, language: language)
            ChoiceField("soort", Words.both(\.kind), kind: .one, choices: Self.kinds, form: form, language: language)
            ChoiceField("onderwerpen", Words.both(\.terms), kind: .any, choices: terms, isRequired: false, form: form, language: language)
        }
    }

    private static let kinds = Meeting.Kind.allCases.map { Choice($0.rawValue, $0.name) }
    private static let forms = Meeting.Form.allCases.map { Choice($0.rawValue, $0.name) }
    private static let roles = Role.audiences.map { Choice($0.rawValue, $0.name) }
    private static let modes = Meeting.SubgroupMode.allCases.map { Choice($0.rawValue, $0.name) }

    private var terms: [Choice] { MeetingChoices(programmes: [], terms: choices.terms).choices(of: choices.terms, language) }

    private var hours: some HTML {
        Group {
            TextField("dag", Words.both(\.day), hint: Words.both(\.dayHint), form: form, language: language)
            TextField("begin", Words.both(\.start), hint: Words.both(\.clockHint), form: form, language: language)
            TextField("einde", Words.both(\.end), hint: Words.both(\.clockHint), form: form, language: language)
            ChoiceField("vorm", Words.both(\.form), kind: .one, choices: Self.forms, form: form, language: language)
            TextField("plek", Words.both(\.place), hint: Words.both(\.placeHint), isRequired: false, form: form, language: language)
            TextField("adres", Words.both(\.address), kind: .paragraph(limit: 300), isRequired: false, form: form, language: language)
            TextField("link", Words.both(\.link), hint: Words.both(\.linkHint), isRequired: false, form: form, language: language)
            TextField("gebied", Words.both(\.area), hint: Words.both(\.areaHint), isRequired: false, form: form, language: language)
            if isPublic {
                TextField(
                    "reden", Words.both(\.reason), kind: .paragraph(limit: 1000), hint: Words.both(\.reasonHint), isRequired: false, form: form,
                    language: language)
            }
        }
    }

    private var taking: some HTML {
        Group {
            ChoiceField(
                "rol", Words.both(\.audience), kind: .any, choices: Self.roles, hint: Words.both(\.audienceHint), isRequired: false, form: form,
                language: language)
            ChoiceField(
                "gesloten", Words.both(\.circle), kind: .any, choices: [Choice("ja", Words.both(\.circleOnly))], isRequired: false, form: form,
                language: language)
            TextField(
                "plaatsen", Words.both(\.capacity), kind: .whole, hint: Words.both(\.capacityHint), isRequired: false, form: form, language: language)
            TextField(
                "plaatsen-online", Words.both(\.onlineCapacity), kind: .whole, hint: Words.both(\.onlineCapacityHint), isRequired: false, form: form,
                language: language)
            moment("opent", Words.both(\.opens), Words.both(\.opensHint))
            moment("sluit", Words.both(\.closes), Words.both(\.closesHint))
            TextField("prijs", Words.both(\.price), hint: Words.both(\.priceHint), isRequired: false, form: form, language: language)
            TextField("voorbereiding", Words.both(\.preparation), kind: .whole, isRequired: false, form: form, language: language)
        }
    }

    private func moment(_ name: String, _ label: Localized, _ hint: Localized) -> some HTML {
        let clock = Words.both(\.atClock)
        return Group {
            TextField(name + "-dag", label, hint: hint, isRequired: false, form: form, language: language)
            TextField(
                name + "-tijd", Localized(nl: "\(label.nl): \(clock.nl.lowercased())", en: "\(label.en): \(clock.en.lowercased())"),
                hint: Words.both(\.clockHint), isRequired: false, form: form, language: language)
        }
    }

    private var groups: some HTML {
        Group {
            ChoiceField("groepen", Words.both(\.groups), kind: .one, choices: Self.modes, form: form, language: language)
            ChoiceField(
                "spreiden", Words.both(\.balance), kind: .any, choices: [Choice("ja", Words.both(\.balances))], isRequired: false, form: form,
                language: language)
        }
    }
}

/// What can be done with a meeting now, one button each.
private struct MeetingStepSection: Component {
    let meeting: Meeting
    let form: Form
    let hasItems: Bool
    let now: Int64
    let token: FormToken
    let language: Language

    private var words: MeetingEditWords { MeetingEditWords(language) }
    private var next: Set<Publication> { meeting.publication.next }
    private var isOver: Bool { now >= meeting.facts.endsAt }

    var body: some HTML {
        section(.class("sectie").id("stappen")) {
            h2 { words.steps }
            if next.contains(.announced) { step(.announced, words.announceLead, words.announce) }
            if next.contains(.definitive) {
                if hasItems && (meeting.facts.form == .online || !meeting.facts.place.isEmpty) {
                    step(.definitive, words.definitiveLead, words.definitive)
                } else {
                    p { words.definitiveNeeds }
                }
            }
            if next.contains(.held) && isOver { step(.held, words.heldLead, words.held) }
            if next.contains(.cancelled) && !isOver { cancel }
        }
    }

    private func step(_ step: Publication, _ lead: String, _ label: String) -> some HTML {
        Group {
            p { lead }
            PostForm(to: MeetingRoute.steps(meeting.id).address, in: language, token: token) {
                input(.type("hidden").name("stap").value(step.step.rawValue))
                button(.type("submit").class("knop")) { label }
            }
        }
    }

    private var cancel: some HTML {
        Group {
            h3 { words.cancel }
            p { words.cancelLead }
            PostForm(to: MeetingRoute.steps(meeting.id).address, in: language, token: token) {
                input(.type("hidden").name("stap").value(Publication.cancelled.step.rawValue))
                TextField("afgelast", MeetingEditWords.both(\.cancelReason), kind: .paragraph(limit: 1000), form: form, language: language)
                button(.type("submit").class("knop licht")) { words.cancel }
            }
        }
    }
}

/// The next of the series, and throwing a draft away.
private struct MeetingNextSection: Component {
    let meeting: Meeting
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = MeetingEditWords
    private var words: Words { Words(language) }

    var body: some HTML {
        Group {
            section(.class("sectie").id("volgende")) {
                h2 { words.copy }
                p { words.copyLead }
                PostForm(to: MeetingRoute.copy(meeting.id).address, in: language, token: token) {
                    TextField("volgende-dag", Words.both(\.day), hint: Words.both(\.dayHint), form: form, language: language)
                    TextField("volgende-begin", Words.both(\.start), hint: Words.both(\.clockHint), form: form, language: language)
                    button(.type("submit").class("knop licht")) { words.copy }
                }
            }
            if !meeting.isPublic {
                section(.class("sectie").id("weg")) {
                    h2 { words.remove }
                    p { words.removeLead }
                    PostForm(to: MeetingRoute.removal(meeting.id).address, in: language, token: token) {
                        button(.type("submit").class("knop licht")) { words.remove }
                    }
                }
            }
        }
    }
}

/// Every step with its day and reason, the newest first.
private struct MeetingHistory: Component {
    let meeting: Meeting
    let language: Language

    var body: some HTML {
        let words = MeetingEditWords(language)
        return section(.class("sectie").id("stand")) {
            h2 { words.history }
            ul(.class("kaal")) {
                Each(meeting.steps.reversed()) { step in
                    li { "\(MeetingHours.moment(step.at, language)): \(words.step(step.kind).lowercased())\(step.reason.isEmpty ? "" : ". " + step.reason)" }
                }
            }
        }
    }
}
