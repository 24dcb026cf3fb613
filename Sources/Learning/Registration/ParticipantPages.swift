import Core
import HTML
import Mail
import People
import Web

/// What organisers see of who comes.
struct ParticipantSight: Sendable {
    let meeting: Meeting
    let all: [Registration]
    let subgroups: [Identifier: String]
    let lots: [ReservedPlaces]
    let isDone: Bool
    let refusal: RegistrationStore.Fault?
    let now: Int64

    func all(_ standings: RegistrationStanding...) -> [Registration] { all.filter { standings.contains($0.standing) } }

    var hasBegun: Bool { now >= meeting.facts.startsAt }
}

/// Who comes, who waits, and how many places there are; for organisers.
struct ParticipantsPage: Component {
    let sight: ParticipantSight
    let form: Form
    let token: FormToken
    let language: Language

    private var words: ParticipantWords { ParticipantWords(language) }
    private var meeting: Meeting { sight.meeting }

    var body: some HTML {
        TextColumn(words.titleOf(meeting.facts.title), faults: ErrorSummary(form.errors, language: language)) {
            if let refusal = sight.refusal { Notice(.caution) { p { words.refusal(refusal) } } }
            if sight.isDone { Notice { p { words.done } } }
            p { MeetingHours.whole(meeting.facts.startsAt, meeting.facts.endsAt, language) }
            if sight.all.isEmpty { p { words.nobody } } else { p(.class("hint")) { words.logged } }
            ul {
                li { a(.href(RegistrationRoute.adding(meeting.id).address.url(in: language))) { words.add } }
                li { a(.href(RegistrationRoute.participantsFile(meeting.id).address.url(in: language)).download("deelnemers.csv")) { words.file } }
                if meeting.facts.subgroups != .choice {
                    li { a(.href(RegistrationRoute.division(meeting.id).address.url(in: language))) { words.divide } }
                }
                li { a(.href(LiveRoute.desk(meeting.id).address.url(in: language))) { LiveWords(language).desk } }
                li { a(.href(AttendanceRoute.screen(meeting.id).address.url(in: language))) { AttendanceWords(language).screen } }
                li { a(.href(RegistrationRoute.meeting(meeting.id).url(in: language))) { RegistrationWords(language).back } }
            }
            ParticipantTable(title: words.placed, list: sight.all(.registered), sight: sight, token: token, language: language)
            ParticipantTable(title: words.waiting, list: sight.all(.offered, .waiting), sight: sight, token: token, language: language)
            if gone > 0 { p { words.gone(gone) } }
            if sight.hasBegun { AttendanceForm(sight: sight, token: token, language: language) }
            if sight.now < meeting.facts.closing && meeting.cancellation == nil { PlacesForms(sight: sight, form: form, token: token, language: language) }
        }
    }

    private var gone: Int { sight.all.count { !$0.standing.isLiving } }
}

private struct ParticipantTable: Component {
    let title: String
    let list: [Registration]
    let sight: ParticipantSight
    let token: FormToken
    let language: Language

    private var words: ParticipantWords { ParticipantWords(language) }

    var body: some HTML {
        if !list.isEmpty {
            section(.class("sectie")) {
                h2 { "\(title) (\(list.count))" }
                div(.class("tabelvak").tabindex(0).role("region").ariaLabel(title)) {
                    table {
                        caption(.class("vh")) { title }
                        ColumnHeads(
                            words.number, words.name, words.mail, words.role, words.municipality, words.standing, words.group, words.need, words.caseText,
                            words.extra, words.action)
                        tbody { Each(list) { registration in tr { row(registration) } } }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func row(_ registration: Registration) -> some HTML {
        who(registration)
        asked(registration)
        td {
            if sight.now < sight.meeting.facts.startsAt {
                PostForm(to: RegistrationRoute.removing(sight.meeting.id, registration.id).address, in: language, token: token) {
                    button(.type("submit").class("tekstknop")) {
                        words.remove
                        span(.class("vh")) { words.whom(registration.name) }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func who(_ registration: Registration) -> some HTML {
        td { "\(registration.number)" }
        th(.scope("row")) { registration.name }
        td { registration.mail.description == RegistrationStore.forgotten ? "" : registration.mail.description }
        td { registration.draft.role.name[language] }
        td { registration.draft.municipalityName }
    }

    @HTMLBuilder private func asked(_ registration: Registration) -> some HTML {
        td { words.standing(registration.standing) + (sight.meeting.facts.form == .both ? ", " + words.way(registration.draft.way).lowercased() : "") }
        td { registration.draft.subgroup.flatMap { sight.subgroups[$0] } ?? "" }
        td { registration.draft.need }
        td { registration.draft.caseText }
        td { registration.extra }
    }
}

/// Who was there; not known is not absent (5.4).
private struct AttendanceForm: Component {
    let sight: ParticipantSight
    let token: FormToken
    let language: Language

    private var words: ParticipantWords { ParticipantWords(language) }

    var body: some HTML {
        let placed = sight.all(.registered)
        if !placed.isEmpty {
            section(.class("sectie").id("aanwezig")) {
                h2 { words.attendance }
                PostForm(to: RegistrationRoute.attendance(sight.meeting.id).address, in: language, token: token) {
                    Each(placed) { registration in field(registration) }
                    button(.type("submit").class("knop")) { words.save }
                }
            }
        }
    }

    private func field(_ registration: Registration) -> some HTML {
        let chosen = Form(items: [.init("was-\(registration.id)", registration.attendance.rawValue)])
        let choices = Attendance.allCases.map { attendance in Choice(attendance.rawValue, ParticipantWords.both { $0.attendance(attendance) }) }
        return SelectField("was-\(registration.id)", Localized(registration.name), choices: choices, form: chosen, language: language)
    }
}

/// How many places there are, and which are kept for a group (D-06).
private struct PlacesForms: Component {
    let sight: ParticipantSight
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = ParticipantWords
    private var words: Words { Words(language) }
    private var facts: Meeting.Facts { sight.meeting.facts }

    var body: some HTML {
        Group {
            section(.class("sectie").id("plaatsen-vak")) {
                h2 { words.places }
                p { words.lowering }
                PostForm(to: RegistrationRoute.places(sight.meeting.id).address, in: language, token: token) {
                    TextField(
                        "plaatsen", Words.both(\.capacity), kind: .whole, hint: Words.both(\.capacityHint), isRequired: false, form: shown, language: language)
                    if facts.form == .both {
                        TextField("plaatsen-online", Words.both(\.online), kind: .whole, isRequired: false, form: shown, language: language)
                    }
                    button(.type("submit").class("knop licht")) { words.save }
                }
            }
            section(.class("sectie").id("vastgehouden")) {
                h2 { words.kept }
                p { words.keptLead }
                ul(.class("kaal")) { Each(sight.lots) { lot in li { line(lot) } } }
                keeping
            }
        }
    }

    /// What was typed, or what there is.
    private var shown: Form {
        if form.has("plaatsen") { return form }
        return Form(items: [
            .init("plaatsen", facts.capacity.map { "\($0)" } ?? ""), .init("plaatsen-online", facts.onlineCapacity.map { "\($0)" } ?? ""),
        ])
    }

    private func line(_ lot: ReservedPlaces) -> some HTML {
        let group =
            switch lot.group {
            case .role(let role): role.name[language]
            case .municipality(let code): code
            }
        return PostForm(to: RegistrationRoute.unreserving(sight.meeting.id, lot.id).address, in: language, token: token) {
            p { words.lot(lot.number, group, MeetingHours.moment(lot.until, language)) }
            button(.type("submit").class("tekstknop")) { words.release }
        }
    }

    private var keeping: some HTML {
        PostForm(to: RegistrationRoute.reserving(sight.meeting.id).address, in: language, token: token) {
            SelectField("rol", Words.both(\.keepFor), choices: roles, isRequired: false, form: form, language: language)
            TextField("gemeente", Words.both(\.municipality), isRequired: false, form: form, language: language)
            TextField("aantal", Words.both(\.keepCount), kind: .whole, form: form, language: language)
            TextField("tot", Words.both(\.keepUntil), hint: Words.both(\.keepUntilHint), form: form, language: language)
            button(.type("submit").class("knop licht")) { words.keep }
        }
    }

    private var roles: [Choice] { [Choice("", Words.both(\.anyRole))] + RegistrationForm.roles([]).map { Choice($0.rawValue, $0.name) } }
}

/// Someone whom an organiser adds; the same questions as everyone gets.
struct AddingPage: Component {
    let meeting: Meeting
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = RegistrationWords
    private var words: ParticipantWords { ParticipantWords(language) }

    var body: some HTML {
        TextColumn(words.add, lead: words.addLead, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: RegistrationRoute.adding(meeting.id).address, in: language, token: token) {
                TextField("naam", Words.both(\.memberName), form: form, language: language)
                TextField("mail", Words.both(\.memberMail), kind: .email, form: form, language: language)
                SelectField("rol", ParticipantWords.both(\.role), choices: roles, form: form, language: language)
                TextField("gemeente", ParticipantWords.both(\.municipality), isRequired: false, form: form, language: language)
                if meeting.facts.form == .both { ChoiceField("vorm", Words.both(\.way), kind: .one, choices: ways, form: form, language: language) }
                button(.type("submit").class("knop")) { words.add }
            }
            p { a(.href(RegistrationRoute.participants(meeting.id).address.url(in: language))) { words.titleOf(meeting.facts.title) } }
        }
    }

    private var roles: [Choice] { [Choice("", Words.both(\.roleEmpty))] + RegistrationForm.roles(meeting.facts.audience).map { Choice($0.rawValue, $0.name) } }

    private var ways: [Choice] { Presence.allCases.map { way in Choice(way.rawValue, ParticipantWords.both { $0.way(way) }) } }
}

/// A proposal for who is in which subgroup; nothing changes until it is saved (MTG-12).
struct DivisionPage: Component {
    let meeting: Meeting
    let people: [Registration]
    let subgroups: [Subgroup]
    let outcome: SubgroupAssignment.Outcome
    let wishes: [Identifier: [Identifier]]
    let refusal: RegistrationStore.Fault?
    let token: FormToken
    let language: Language

    private var words: ParticipantWords { ParticipantWords(language) }
    private var titles: [Identifier: String] { Dictionary(subgroups.map { ($0.id, $0.facts.title) }, uniquingKeysWith: { first, _ in first }) }

    var body: some HTML {
        TextColumn(words.divide, lead: words.divideLead) {
            if let refusal { Notice(.caution) { p { words.refusal(refusal) } } }
            if subgroups.isEmpty {
                p { words.noGroups }
            } else {
                if !outcome.unplaced.isEmpty { Notice(.caution) { p { words.unplaced(unplaced) } } }
                p { words.moved }
                PostForm(to: RegistrationRoute.division(meeting.id).address, in: language, token: token) {
                    Each(people) { registration in field(registration) }
                    button(.type("submit").class("knop")) { words.confirm }
                }
            }
            p { a(.href(RegistrationRoute.participants(meeting.id).address.url(in: language))) { words.titleOf(meeting.facts.title) } }
        }
    }

    private var unplaced: String { people.filter { outcome.unplaced.contains($0.id) }.map(\.name).joined(separator: ", ") }

    private func field(_ registration: Registration) -> some HTML {
        let id = registration.id
        let form = Form(
            items: [.init("groep-\(id)", outcome.places[id]?.description ?? "")] + (registration.isPinned ? [.init("vast", id.description)] : []))
        let choices = [Choice("", ParticipantWords.both(\.noGroup))] + subgroups.map { Choice($0.id.description, Localized($0.facts.title)) }
        let asked = (wishes[id] ?? []).compactMap { titles[$0] }.joined(separator: ", ")
        return fieldset {
            legend { registration.name }
            if !asked.isEmpty { p(.class("hint")) { "\(words.wish): \(asked)" } }
            SelectField("groep-\(id)", ParticipantWords.both(\.group), choices: choices, isRequired: false, form: form, language: language)
            div(.class("keuze")) {
                input(.type("checkbox").name("vast").value(id.description).id("vast-\(id)").checked(registration.isPinned))
                label(.for("vast-\(id)")) { words.pin }
            }
        }
    }
}
