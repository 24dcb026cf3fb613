import Core
import HTML
import People
import Web

/// What one's own page shows.
struct OwnPlaceSight: Sendable {
    let place: RegistrationStore.OwnPlace
    let proof: String
    /// Other dates with an open door.
    let others: [MeetingDoor]
    let form: Form
    /// What was refused just now; nil for nothing.
    let refusal: RegistrationStore.Fault?
    let isSaved: Bool
    let now: Int64
}

/// One's own place behind the link of a mail: how one stands, and one button for each thing that can be done. Opening it changes nothing (D-13).
struct OwnPlacePage: Component {
    let sight: OwnPlaceSight
    let token: FormToken
    let language: Language

    private var words: OwnPlaceWords { OwnPlaceWords(language) }
    private var place: RegistrationStore.OwnPlace { sight.place }
    private var registration: Registration { place.registration }

    var body: some HTML {
        TextColumn(place.door.facts.title, faults: ErrorSummary(sight.form.errors, language: language)) {
            if let refusal = sight.refusal { Notice(.caution) { p { words.refusal(refusal) } } }
            if sight.isSaved { Notice { p { words.saved } } }
            state
            OwnPlaceFacts(place: place, language: language)
            OwnPlaceDoor(place: place, now: sight.now, language: language)
            if registration.standing == .registered && !place.door.isCancelled {
                p { a(.href(RegistrationRoute.file(sight.proof).address.url(in: language)).download("agenda.ics")) { words.file } }
            }
            buttons
            if registration.standing.isLiving && sight.now < place.door.facts.endsAt && !place.door.isCancelled {
                OwnWordsForm(proof: sight.proof, form: sight.form, token: token, language: language)
                OwnPlaceChanges(sight: sight, token: token, language: language)
            }
            p { a(.href(WorksheetRoute.ownList(sight.proof).address.url(in: language))) { WorksheetWords(language).list } }
            p { a(.href(RegistrationRoute.meeting(place.door.id).url(in: language))) { words.look } }
        }
    }

    @HTMLBuilder private var state: some HTML {
        if place.door.isCancelled {
            Notice(.caution) { p { RegistrationWords(language).shut(.cancelled) } }
        } else {
            p(.class("inleiding")) { strong { words.state(registration.standing) } }
            if registration.isLate { p { words.late } }
            if let ahead = place.ahead {
                p { words.ahead(ahead) }
                p { words.rule(isStrict: place.isStrict) }
            }
            if place.together > 1 { p { words.together(place.together) } }
            if let end = place.offerEnd { p { words.until(MeetingHours.moment(min(end, place.door.facts.closing), language)) } }
        }
    }

    private var buttons: some HTML { Each(steps) { step in button(for: step) } }

    /// What can be done now, the most likely first.
    private var steps: [OwnStep] {
        let facts = place.door.facts
        guard !place.door.isCancelled, sight.now < facts.startsAt else { return [] }
        switch registration.standing {
        case .registered: return [.cancel]
        case .waiting: return (place.canTake ? [.take] : []) + [.leave]
        case .offered:
            let isOpen = place.offerEnd.map { sight.now < min($0, facts.closing) } ?? false
            return isOpen ? [.accept, .decline] : [.decline]
        default: return []
        }
    }

    private func button(for step: OwnStep) -> some HTML {
        PostForm(to: RegistrationRoute.step(sight.proof, step).address, in: language, token: token) {
            p { words.warning(step) }
            HTML::button(.type("submit").class(step == .accept || step == .take ? "knop" : "knop licht")) { words.button(step) }
        }
    }
}

private struct OwnPlaceFacts: Component {
    let place: RegistrationStore.OwnPlace
    let language: Language

    private var words: OwnPlaceWords { OwnPlaceWords(language) }

    var body: some HTML {
        dl {
            dt { words.when }
            dd { MeetingHours.whole(place.door.facts.startsAt, place.door.facts.endsAt, language) }
            if !location.isEmpty {
                dt { words.whereLabel }
                dd { location }
            }
            if let group {
                dt { words.yourGroup }
                dd { group.facts.title }
            }
            if place.door.facts.preparation > 0 {
                dt { words.preparation }
                dd { words.minutes(place.door.facts.preparation) }
            }
        }
    }

    private var group: Subgroup? { place.subgroups.first { $0.id == place.registration.draft.subgroup } }

    private var location: String {
        let facts = place.door.facts
        return place.registration.draft.way == .online ? words.online : [facts.place, facts.address].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// The link to join: for who is registered alone, from 24 hours before the start until the end (MTG-04).
private struct OwnPlaceDoor: Component {
    let place: RegistrationStore.OwnPlace
    let now: Int64
    let language: Language

    private var words: OwnPlaceWords { OwnPlaceWords(language) }

    var body: some HTML {
        if place.registration.standing == .registered && place.registration.draft.way == .online && !place.door.isCancelled && now < place.door.facts.endsAt {
            if place.door.facts.opensDoor(at: now) {
                Each(links) { link in p { a(.class("knop").href(link.1).rel("noreferrer")) { link.0 } } }
            } else {
                p { words.joinLater }
            }
        }
    }

    /// That of the meeting, and that of one's own subgroup where it has one.
    private var links: [(String, String)] {
        let group = place.subgroups.first { $0.id == place.registration.draft.subgroup }
        return [(words.join, place.door.facts.joinLink), (group.map { "\(words.join): \($0.facts.title)" } ?? "", group?.facts.joinLink ?? "")]
            .filter { !$0.1.isEmpty }
    }
}

/// One's own question, and what was asked only afterwards (D-09).
private struct OwnWordsForm: Component {
    let proof: String
    let form: Form
    let token: FormToken
    let language: Language

    private typealias Words = RegistrationWords

    var body: some HTML {
        section(.class("sectie").id("jouw-vraag")) {
            h2 { OwnPlaceWords(language).words }
            PostForm(to: RegistrationRoute.words(proof).address, in: language, token: token) {
                TextField(
                    "vraag", Words.both(\.need), kind: .paragraph(limit: 1000), hint: Words.both(\.needHint), isRequired: false, form: form,
                    language: language)
                TextField(
                    "situatie", Words.both(\.caseText), kind: .paragraph(limit: 4000), hint: Words.both(\.caseHint), isRequired: false, form: form,
                    language: language)
                TextField(
                    "extra", Words.both(\.extra), kind: .paragraph(limit: 1000), hint: Words.both(\.extraHint), isRequired: false, form: form,
                    language: language)
                button(.type("submit").class("knop licht")) { OwnPlaceWords(language).save }
            }
        }
    }
}

/// Another subgroup, another date (MTG-22).
private struct OwnPlaceChanges: Component {
    let sight: OwnPlaceSight
    let token: FormToken
    let language: Language

    private var words: OwnPlaceWords { OwnPlaceWords(language) }
    private var isRegistered: Bool { sight.place.registration.standing == .registered && sight.now < sight.place.door.facts.startsAt }
    private var groups: [Subgroup] { sight.place.subgroups.filter { $0.id != sight.place.registration.draft.subgroup } }

    var body: some HTML {
        Group {
            if isRegistered && sight.place.door.facts.subgroups == .choice && !groups.isEmpty {
                section(.class("sectie").id("andere-groep")) {
                    h2 { words.otherGroup }
                    Each(groups) { group in move(RegistrationRoute.subgroup(sight.proof), "groep", group.id, group.facts.title) }
                }
            }
            if isRegistered && !sight.others.isEmpty {
                section(.class("sectie").id("andere-dag")) {
                    h2 { words.otherDate }
                    p { words.otherDateLead + " " + TaskTime.words(20, language) }
                    Each(sight.others) { other in
                        move(
                            RegistrationRoute.otherDate(sight.proof), "bijeenkomst", other.id,
                            "\(other.facts.title), \(MeetingHours.whole(other.facts.startsAt, other.facts.endsAt, language))")
                    }
                }
            }
        }
    }

    private func move(_ route: RegistrationRoute, _ name: String, _ id: Identifier, _ title: String) -> some HTML {
        PostForm(to: route.address, in: language, token: token) {
            input(.type("hidden").name(name).value(id.description))
            button(.type("submit").class("knop licht")) { title }
        }
    }
}
