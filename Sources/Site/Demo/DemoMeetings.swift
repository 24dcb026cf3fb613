import Core
import Learning
import Mail
import People

/// The meetings of the demonstration, with who comes.
struct DemoMeetings: Sendable, Decodable {
    struct Talker: Sendable, Decodable {
        /// Key of someone with an account; else a name.
        let person: String?
        let name: String?
        let organisation: String?
    }

    struct Group: Sendable, Decodable {
        let key: String
        let title: String
        let question: String
        let leader: Talker?
        let place: String?
        let maximum: Int?
    }

    struct Part: Sendable, Decodable {
        let kind: DemoWord<ProgrammeItem.Kind>
        let title: String
        let text: String?
        let minutes: Int
        let speakers: [Talker]?
        let subgroups: [Group]?
    }

    struct Place: Sendable, Decodable {
        let person: String
        let way: DemoWord<Presence>?
        let need: String?
        let caseText: String?
        let subgroup: String?
        /// Days before the start on which they cancel.
        let cancels: Int?
        /// Takes the place that is offered to them.
        let accepts: Bool?
        let was: DemoWord<Attendance>?
    }

    struct Gathering: Sendable, Decodable {
        let key: String
        let part: String
        let title: String
        let subject: String
        let purpose: String
        let kind: DemoWord<Meeting.Kind>?
        let form: DemoWord<Meeting.Form>
        let at: DemoMoment
        let minutes: Int
        let place: String?
        let address: String?
        let joinLink: String?
        let capacity: Int?
        let onlineCapacity: Int?
        let audience: [DemoWord<Role>]?
        let preparation: Int?
        let terms: [String]
        /// Days before the start.
        let added: Int
        let announced: Int
        let definitive: Int?
        let cancelled: Int?
        let reason: String?
        let programme: [Part]
        let registrations: [Place]
    }

    let organiser: String
    let meetings: [Gathering]

    func write(_ script: inout DemoScript, _ site: Composition, _ days: DemoDays, _ people: DemoPeople) throws {
        for meeting in meetings {
            let start = try days.working(meeting.at)
            try DemoGathering(meeting, start: start, organiser: organiser, people: people, site: site, now: days.now).write(&script)
        }
    }
}

/// One meeting on its way from draft to held.
private struct DemoGathering {
    let meeting: DemoMeetings.Gathering
    /// Milliseconds since 1970.
    let start: Int64
    let organiser: String
    let people: DemoPeople
    let site: Composition
    let now: Int64

    init(_ meeting: DemoMeetings.Gathering, start: Int64, organiser: String, people: DemoPeople, site: Composition, now: Int64) {
        self.meeting = meeting
        self.start = start
        self.organiser = organiser
        self.people = people
        self.site = site
        self.now = now
    }

    private var end: Int64 { start + Int64(meeting.minutes) * DemoDays.minute }
    private var isOver: Bool { end < now }

    private func before(_ days: Int) -> Int64 { start - Int64(days) * DemoDays.day }

    func write(_ script: inout DemoScript) throws {
        let store = site.learning.meetings.store, key = meeting.key
        script.at(before(meeting.added), by: organiser) { book, origin in
            let facts = try facts(book)
            let made = try await store.add(facts, to: book.programme, terms: Set(meeting.terms.map(book.term)), from: origin)
            book.keep(made.id, .meeting, key)
            try await compose(made.id, &book, from: origin)
        }
        script.at(before(meeting.announced), by: organiser) { book, origin in try await store.announce(book.id(.meeting, key), from: origin) }
        if let definitive = meeting.definitive {
            script.at(before(definitive), by: organiser) { book, origin in try await store.makeDefinitive(book.id(.meeting, key), from: origin) }
        }
        try register(&script)
        if let cancelled = meeting.cancelled {
            script.at(before(cancelled), by: organiser) { book, origin in
                try await store.cancel(book.id(.meeting, key), because: meeting.reason ?? "", from: origin)
            }
        } else if isOver {
            script.at(start + 30 * DemoDays.minute, by: organiser) { book, origin in try await count(book.id(.meeting, key), book, from: origin) }
            script.at(end + 60 * DemoDays.minute, by: organiser) { book, origin in try await store.markHeld(book.id(.meeting, key), from: origin) }
        }
    }

    private func facts(_ book: DemoBook) throws -> Meeting.Facts {
        Meeting.Facts(
            part: try book.id(.part, meeting.part), title: meeting.title, subject: meeting.subject, purpose: meeting.purpose,
            kind: meeting.kind?.value ?? .meeting, form: meeting.form.value, startsAt: start, endsAt: end, place: meeting.place ?? "",
            address: meeting.address ?? "", joinLink: meeting.joinLink ?? "", capacity: meeting.capacity, onlineCapacity: meeting.onlineCapacity,
            audience: Set((meeting.audience ?? []).map(\.value)), preparation: meeting.preparation ?? 0)
    }

    // MARK: The programme

    private func compose(_ id: Identifier, _ book: inout DemoBook, from origin: Origin) async throws {
        let store = site.learning.meetings.store
        for (index, part) in meeting.programme.enumerated() {
            let speakers = try (part.speakers ?? []).map { try speaker($0, book) }
            let facts = ProgrammeItem.Facts(kind: part.kind.value, title: part.title, text: part.text ?? "", minutes: part.minutes)
            let item = try await store.addItem(facts, speakers: speakers, to: id, from: origin.later(minutes: Int64(index)))
            for group in part.subgroups ?? [] {
                let facts = Subgroup.Facts(
                    title: group.title, question: group.question, leader: try group.leader.map { try speaker($0, book) }, place: group.place ?? "",
                    maximum: group.maximum)
                let made = try await store.addSubgroup(facts, to: item, of: id, from: origin.later(minutes: Int64(index)))
                book.keep(made, .subgroup, group.key)
            }
        }
    }

    private func speaker(_ talker: DemoMeetings.Talker, _ book: DemoBook) throws -> Speaker {
        let member = talker.person.flatMap { people.member($0) }
        let organisation = talker.organisation ?? member?.organisation
        return Speaker(
            name: member?.name ?? talker.name ?? "", person: try talker.person.map { try book.person($0) },
            organisation: try organisation.map { try book.id(.organisation, $0) })
    }

    // MARK: Who comes

    /// One after the other, spread over the days that registration is open, as far as these have passed.
    private func register(_ script: inout DemoScript) throws {
        let first = before(meeting.announced) + DemoDays.day / 2
        let last = min(before(meeting.cancelled.map { $0 + 1 } ?? 3), now - DemoDays.day)
        let pace = (last - first) / Int64(meeting.registrations.count + 1)
        for (index, place) in meeting.registrations.enumerated() {
            let time = Self.awake(first + Int64(index + 1) * pace)
            script.at(time, by: place.person) { book, origin in try await register(place, book, from: origin) }
            if let days = place.cancels { script.at(before(days), by: place.person) { book, origin in try await take(.cancel, place, book, from: origin) } }
            // A day after the first who cancelled.
            guard place.accepts == true, let gone = meeting.registrations.compactMap(\.cancels).max() else { continue }
            script.at(before(gone) + DemoDays.minute * 120, by: place.person) { book, origin in try await take(.accept, place, book, from: origin) }
        }
    }

    /// Nobody registers before eight.
    private static func awake(_ time: Int64) -> Int64 { AmsterdamTime(at: time).hour < 8 ? time + 480 * DemoDays.minute : time }

    private func register(_ place: DemoMeetings.Place, _ book: DemoBook, from origin: Origin) async throws {
        guard let member = people.member(place.person) else { return }
        let home = people.place(of: member)
        let draft = RegistrationDraft(
            name: member.name, mail: try MailAddress(member.mail), person: try book.person(member.key), role: member.role.value,
            municipality: home?.code.description, municipalityName: home?.name ?? "",
            way: place.way?.value ?? (meeting.form.value == .online ? .online : .physical), need: place.need ?? "", caseText: place.caseText ?? "",
            subgroup: try place.subgroup.map { try book.id(.subgroup, $0) })
        let outcome = try await site.learning.registration.store.register([draft], for: book.id(.meeting, meeting.key), from: origin)
        guard case .taken = outcome else {
            throw DemoFault.refused("\(meeting.key) \(place.person)", Localized(nl: "kon zich niet inschrijven", en: "could not register"))
        }
    }

    private func registration(_ person: String, _ book: DemoBook) async throws -> Registration {
        let id = try book.person(person)
        let all = try await site.learning.registration.store.participants(of: book.id(.meeting, meeting.key))
        guard let found = all.first(where: { $0.draft.person == id && $0.standing.isLiving }) else {
            throw DemoFault.refused("\(meeting.key) \(person)", Localized(nl: "staat niet op de lijst", en: "is not on the list"))
        }
        return found
    }

    private func take(_ step: OwnStep, _ place: DemoMeetings.Place, _ book: DemoBook, from origin: Origin) async throws {
        try await site.learning.registration.store.take(step, registration(place.person, book).id, from: origin)
    }

    /// Notes who was there.
    private func count(_ id: Identifier, _ book: DemoBook, from origin: Origin) async throws {
        let store = site.learning.registration.store
        var attendance: [Identifier: Attendance] = [:]
        for registration in try await store.participants(of: id) where registration.standing == .registered {
            let place = try meeting.registrations.first { try book.person($0.person) == registration.draft.person }
            attendance[registration.id] = place?.was?.value ?? .present
        }
        try await store.setAttendance(attendance, of: id, from: origin)
    }
}
