import Core
import HTML
import People
import Web

/// All that the page of a meeting shows, gathered for one reader.
struct MeetingSight: Sendable {
    let meeting: Meeting
    let items: [ProgrammeItem]
    /// Slides, by item.
    let files: [Identifier: [Attachment]]
    let outline: ProgrammeOutline
    /// Of the meeting and of its subgroups.
    let places: [Identifier: Places]
    let state: RegistrationState
    /// The meetings of its part that the reader may see, by number.
    let series: [Meeting]
    let organisations: [Identifier: String]
    let terms: [Term]
    let linked: LinkedThings
    let form: PageAddress?

    var part: ProgrammePart? { meeting.part.flatMap { outline.part($0) } }

    var organisers: [Identifier] { meeting.organisers(in: outline) }

    /// The meeting so many places further in its series.
    func beside(_ step: Int) -> Meeting? {
        guard let here = series.firstIndex(where: { $0.id == meeting.id }), series.indices.contains(here + step) else { return nil }
        return series[here + step]
    }
}

/// The page of a meeting: when, where, for whom, what happens, and one clear call (MTG-24).
struct MeetingPage: Component {
    let sight: MeetingSight
    let language: Language

    private var words: MeetingWords { MeetingWords(language) }
    private var meeting: Meeting { sight.meeting }
    private var facts: Meeting.Facts { meeting.facts }

    var body: some HTML {
        Group {
            TitleBand(facts.title, lead: lead) { trail }
            div(.class("wrap inhoud smal")) {
                MeetingNotices(meeting: meeting, language: language)
                Paragraphs(facts.purpose)
                MeetingCall(sight: sight, language: language)
                if meeting.publication == .lookedBack {
                    p { a(.class("knop").href(LookBackRoute.lookBack(meeting.id).address.url(in: language))) { LookBackWords(language).title(facts.title) } }
                }
                section(.class("sectie").id("feiten")) {
                    h2 { words.facts }
                    MeetingFactList(facts: facts, language: language)
                    if meeting.isPublic {
                        p { a(.class("knop licht").href(MeetingRoute.calendar(meeting.id).address.url(in: language))) { words.calendar } }
                    }
                }
                section(.class("sectie").id("programma")) {
                    h2 { words.programme }
                    ProgrammeTable(sight: sight, language: language)
                    p { a(.href(WorksheetRoute.list(meeting.id).address.url(in: language))) { WorksheetWords(language).list } }
                }
                MeetingSurroundings(sight: sight, language: language)
            }
        }
    }

    private var lead: String {
        let day = MeetingHours.whole(facts.startsAt, facts.endsAt, language)
        return facts.subject.isEmpty ? day : "\(facts.subject). " + day.prefix(1).uppercased() + day.dropFirst()
    }

    private var trail: some HTML {
        let slug = sight.outline.programme.slug, programme = sight.outline.programme
        let parts = sight.part.map { sight.outline.lineage(of: $0) } ?? []
        let above = parts.map { part in
            PlaceTrail.Step(
                part.name, kind: part.kind.name[language].lowercased(),
                address: part.id == meeting.part ? MeetingRoute.series(part.id).address : ProgrammeRoute.part(slug, part.id).address)
        }
        return PlaceTrail(
            [PlaceTrail.Step(programme.name, address: ProgrammeRoute.programme(slug).address)] + above + [PlaceTrail.Step(facts.title)],
            label: words.place, language: language)
    }
}

/// What stands above everything: a draft, cancelled with the reason, moved, provisional.
private struct MeetingNotices: Component {
    let meeting: Meeting
    let language: Language

    private var words: MeetingWords { MeetingWords(language) }

    var body: some HTML {
        Group {
            if !meeting.isPublic { Notice(.caution) { p { words.draftNotice } } }
            if let cancelled = meeting.cancellation {
                Notice(.fault) { p { strong { words.cancelled(cancelled.reason) } } }
            } else {
                if let move = meeting.lastMove { Notice(.caution) { p { words.moved(MeetingHours.date(move.at, language), move.reason) } } }
                if meeting.publication == .announced { Notice { p { words.provisional } } }
            }
        }
    }
}

/// The call to action with the state: open, few places, full with the list, closed, past (MTG-24, D-05).
struct MeetingCall: Component {
    let sight: MeetingSight
    let language: Language

    private var words: MeetingWords { MeetingWords(language) }
    private var facts: Meeting.Facts { sight.meeting.facts }

    var body: some HTML {
        section(.class("sectie oproep").id("meedoen")) {
            h2 { words.join }
            p { StateTag(state: sight.state, language: language) }
            p { Each(sentences) { sentence in sentence + " " } }
            if let form = sight.form, let label {
                div(.class("knoppen")) { a(.class("knop").href(form.url(in: language))) { label } }
            }
        }
    }

    private var label: String? {
        switch sight.state {
        case .open, .few: words.register
        case .full: words.wait
        case .cancelled, .past, .closed, .notYetOpen: nil
        }
    }

    private var sentences: [String] {
        switch sight.state {
        case .cancelled, .past: []
        case .closed: [words.closed(MeetingHours.moment(facts.closing, language))] + room
        case .notYetOpen: facts.opensAt.map { [words.opens(MeetingHours.moment($0, language))] } ?? []
        case .open, .few, .full: room + [words.closes(MeetingHours.moment(facts.closing, language))]
        }
    }

    /// Places left and the length of the list, of each way to come.
    private var room: [String] {
        guard let places = sight.places[sight.meeting.id] else { return [] }
        var lines: [String] = []
        if let capacity = facts.capacity, let left = places.main.left(of: capacity) { lines.append(words.left(left, of: capacity)) }
        if facts.form == .both, let capacity = facts.onlineCapacity, let left = places.online.left(of: capacity) {
            lines.append(words.leftOnline(left, of: capacity))
        }
        if lines.isEmpty { lines.append(words.noLimit) }
        let waiting = places.main.waiting + places.online.waiting
        return sight.state == .full || waiting > 0 ? lines + [words.waiting(waiting)] : lines
    }
}

/// When, where, for whom, what it costs.
private struct MeetingFactList: Component {
    let facts: Meeting.Facts
    let language: Language

    private var words: MeetingWords { MeetingWords(language) }

    var body: some HTML {
        dl(.class("bijeenfeiten")) {
            div {
                dt { words.time }
                dd {
                    HTML::time(.datetime(MeetingHours.stamp(facts.startsAt))) { MeetingHours.whole(facts.startsAt, facts.endsAt, language) }
                    span(.class("subtiel")) { ". \(words.timeZone)." }
                }
            }
            div {
                dt { words.whereField }
                dd {
                    MeetingFacts.placeLine(facts, language)
                    if !facts.address.isEmpty { ", " + facts.address.split(whereSeparator: \.isNewline).joined(separator: ", ") }
                    if facts.form != .physical { span(.class("subtiel")) { ". \(words.onlineHint)" } }
                }
            }
            div {
                dt { words.forWhom }
                dd {
                    MeetingFacts.audience(facts, language)
                    if !facts.audience.isEmpty { span(.class("subtiel")) { ". \(facts.isClosedCircle ? words.closedHint : words.audienceHint)" } }
                }
            }
            pair(words.price, facts.isFree ? words.free : facts.price)
            pair(words.preparation, facts.preparation == 0 ? words.nothing : words.minutes(facts.preparation))
        }
    }

    private func pair(_ name: String, _ value: String) -> some HTML {
        div {
            dt { name }
            dd { value }
        }
    }
}

/// Around the meeting: who organise it, what it is about, the series, what hangs together with it, whom to ask.
private struct MeetingSurroundings: Component {
    let sight: MeetingSight
    let language: Language

    private var words: MeetingWords { MeetingWords(language) }

    var body: some HTML {
        Group {
            if !sight.terms.isEmpty {
                section(.class("sectie").id("onderwerpen")) {
                    h2 { words.subjects }
                    ul(.class("tags")) {
                        Each(sight.terms) { term in
                            li { a(.class("tag").href(LabelRoute.subject(term.key).address.url(in: language))) { term.name[language] } }
                        }
                    }
                }
            }
            if let part = sight.part { series(part) }
            organisers
            LinkedThingsSection(sight.linked, language: language)
            ContactBlock(
                points: sight.outline.contacts.filter { $0.details.kind != .desk }, form: ContactRoute.programme(sight.outline.programme.slug).address,
                language: language)
            p(.class("subtiel")) {
                words.team
                " "
                a(.href(MeetingRoute.edit(sight.meeting.id).address.url(in: language))) { words.edit }
            }
        }
    }

    private func series(_ part: ProgrammePart) -> some HTML {
        section(.class("sectie").id("reeks")) {
            h2 { words.series }
            p {
                a(.href(MeetingRoute.series(part.id).address.url(in: language))) { part.name }
                sight.meeting.facts.number.map { ". " + words.number($0, part.name) + "." } ?? ""
            }
            ul(.class("kaal")) {
                if let before = sight.beside(-1) { li { step(words.before, before) } }
                if let after = sight.beside(1) { li { step(words.after, after) } }
            }
        }
    }

    private func step(_ name: String, _ meeting: Meeting) -> some HTML {
        Group {
            "\(name): "
            a(.href(MeetingRoute.meeting(meeting.id).address.url(in: language))) { meeting.facts.title }
            ", " + MeetingHours.date(meeting.facts.startsAt, language)
        }
    }

    @HTMLBuilder private var organisers: some HTML {
        if !sight.organisers.isEmpty {
            section(.class("sectie").id("organisatoren")) {
                h2 { words.organisers }
                ul {
                    Each(sight.organisers) { id in
                        li { a(.href(OrganisationRoute.organisation(id).address.url(in: language))) { sight.organisations[id] ?? id.description } }
                    }
                }
            }
        }
    }
}
