import Core
import Credentials
import HTML
import People
import Web

/// Where people type the code. Who did not sign in says by which address they have a place.
struct AttendanceEnterPage: Component {
    let isSignedIn: Bool
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = AttendanceWords
    private var words: Words { Words(language) }

    var body: some HTML {
        TextColumn(words.title, lead: words.lead, faults: ErrorSummary(form.errors, language: language)) {
            PostForm(to: AttendanceRoute.enter().address, in: language, token: token) {
                TextField("code", Words.both(\.code), hint: Words.both(\.codeHint), autocomplete: "one-time-code", form: form, language: language)
                if !isSignedIn {
                    TextField(
                        "mail", Words.both(\.mail), kind: .email, hint: Words.both(\.mailHint), autocomplete: "email", form: form, language: language)
                }
                button(.type("submit").class("knop")) { words.send }
            }
        }
    }
}

/// After it. Says the same whoever typed it: it does not tell who has a place.
struct AttendanceEnteredPage: Component {
    let language: Language

    private var words: AttendanceWords { AttendanceWords(language) }

    var body: some HTML {
        TextColumn(words.entered, lead: words.enteredLead) { p { words.enteredHelp } }
    }
}

/// The code on a screen in the room, large enough for the last row, with a picture for telephones.
struct AttendanceScreenPage: Component {
    struct Sight: Sendable {
        let meeting: Meeting
        /// Nil where none was made.
        let code: AttendanceCode?
        let counts: [Attendance: Int]
        /// Of the site, as `https://voorbeeld.nl`; nil where it does not know its own.
        let origin: String?
        /// Where the list is; nil for who may not see it.
        let list: PageAddress?
        /// Whether the reader leads groups of it.
        let hasGroups: Bool
        let isOver: Bool
    }

    let sight: Sight
    let token: FormToken
    let language: Language

    private var words: AttendanceWords { AttendanceWords(language) }

    var body: some HTML {
        // As wide as it can be: it is read from the back of a room.
        div(.class("wrap inhoud")) {
            h1 { sight.meeting.facts.title }
            if sight.isOver {
                Notice(.caution) { p { words.over } }
            } else {
                shown
                making
            }
            p { words.counts(present: count(.present), absent: count(.absent), unknown: count(.unknown)) }
            if let list = sight.list { p { a(.href(list.url(in: language))) { words.list } } }
            if sight.hasGroups { p { a(.href(AttendanceRoute.groups(sight.meeting.id).address.url(in: language))) { words.groups } } }
        }
    }

    private func count(_ attendance: Attendance) -> Int { sight.counts[attendance] ?? 0 }

    @HTMLBuilder private var shown: some HTML {
        if let code = sight.code {
            h2 { words.codeIs(code.spaced) }
            large(code)
            p(.class("inleiding")) { site.map(words.screenLead) ?? words.screenPlain }
            picture(code)
            p { works }
        } else {
            p { words.noCode }
        }
    }

    /// The usual letters in a small box, so that they grow with the screen up to the width of the page.
    private func large(_ code: AttendanceCode) -> some HTML {
        svg(.class("code-groot").viewBox(0, 0, 110, 24).ariaHidden().focusable("false")) {
            svgText(.x(55).y(18).textAnchor("middle").fill("currentColor")) { code.spaced }
        }
    }

    private var site: String? {
        sight.origin.map { origin in origin.split(separator: "/").last.map(String.init) ?? origin }.map {
            $0 + AttendanceRoute.enter().address.url(in: language)
        }
    }

    @HTMLBuilder private func picture(_ code: AttendanceCode) -> some HTML {
        if let origin = sight.origin, let picture = QRCode(origin + AttendanceRoute.enter(code: code.description).address.url(in: language)) {
            svg(
                .class("qr").role("img").ariaLabel(words.picture).width(240).height(240).viewBox(0, 0, Double(picture.size), Double(picture.size))
            ) {
                rect(.width(Double(picture.size)).height(Double(picture.size)).fill("#fff"))
                path(.d(picture.path).fill("#000"))
            }
        }
    }

    private var works: String {
        let span = AttendanceCode.span(of: sight.meeting.facts)
        return words.works(MeetingHours.moment(span.lowerBound, language), MeetingHours.moment(span.upperBound, language))
    }

    private var making: some HTML {
        PostForm(to: AttendanceRoute.screen(sight.meeting.id).address, in: language, token: token) {
            if sight.code != nil { p(.class("hint")) { words.againHint } }
            button(.type("submit").class(sight.code == nil ? "knop" : "knop licht")) { sight.code == nil ? words.make : words.again }
        }
    }
}

/// Who of the groups that someone leads was there. Unknown stays unknown until someone says otherwise.
struct AttendanceGroupsPage: Component {
    let meeting: Meeting
    let groups: [Subgroup]
    let people: [Registration]
    let isSaved: Bool
    let token: FormToken
    let language: Language

    private var words: AttendanceWords { AttendanceWords(language) }

    var body: some HTML {
        TextColumn(words.groups, lead: words.groupsLead) {
            if isSaved { Notice { p { words.saved } } }
            if people.isEmpty {
                p { words.groupsEmpty }
            } else {
                PostForm(to: AttendanceRoute.groups(meeting.id).address, in: language, token: token) {
                    Each(groups) { group in section(group) }
                    button(.type("submit").class("knop")) { words.save }
                }
            }
            p { a(.href(AttendanceRoute.screen(meeting.id).address.url(in: language))) { words.toScreen } }
        }
    }

    private func section(_ group: Subgroup) -> some HTML {
        Group {
            h2 { group.facts.title }
            Each(people.filter { $0.draft.subgroup == group.id }) { registration in field(registration) }
        }
    }

    private func field(_ registration: Registration) -> some HTML {
        let name = "was-\(registration.id)", chosen = Form(items: [.init(name, registration.attendance.rawValue)])
        let choices = Attendance.allCases.map { attendance in Choice(attendance.rawValue, ParticipantWords.both { $0.attendance(attendance) }) }
        return SelectField(name, Localized(registration.name), choices: choices, form: chosen, language: language)
    }
}
