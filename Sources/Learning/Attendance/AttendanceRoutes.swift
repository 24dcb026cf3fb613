import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import People
import Web

/// Handlers of the code: typing it, and showing it in the room. No GET changes anything.
struct AttendanceRoutes: Sendable {
    let part: AttendancePart

    private typealias Words = AttendanceWords

    var table: [Route] {
        let screen = "/bijeenkomsten/{bijeenkomst}/aanwezig"
        return [
            Route(.get, "/aanwezig", name: "attendance.form", readsSession: true, summary: Words.both(\.title)) { try await show($1) },
            Route(.post, "/aanwezig", name: "attendance.enter", readsSession: true, summary: Words.both(\.send)) { try await enter($1) },
            Route(.get, "/aanwezig/genoteerd", name: "attendance.entered", summary: Words.both(\.entered)) { entered($1) },
            Route(.get, screen, name: "attendance.screen", access: .person, summary: Words.both(\.screen)) { try await self.screen($1) },
            Route(.post, screen, name: "attendance.make", access: .person, summary: Words.both(\.make)) { try await make($1) },
            Route(.get, screen + "/groepen", name: "attendance.groups", access: .person, summary: Words.both(\.groups)) { try await groups($0, $1) },
            Route(.post, screen + "/groepen", name: "attendance.note", access: .person, summary: Words.both(\.groups)) { try await note($1) },
        ]
    }

    // MARK: Typing it

    private func person(_ context: WebContext) async throws -> Person? {
        guard let id = context.actor.person?.id, let person = try await part.people.persons.find(id), person.isOpen else { return nil }
        return person
    }

    /// The code of the picture stands in the form already; it does nothing before the button.
    private func show(_ context: WebContext) async throws -> Answer {
        let code = context.query["code"].flatMap { AttendanceCode($0) }
        return page(try await person(context) != nil, Form(items: code.map { [.init("code", $0.spaced)] } ?? []), context)
    }

    private func page(_ isSignedIn: Bool, _ form: Form, isTooMany: Bool = false, _ context: WebContext) -> Answer {
        var answer = context.formPage(Words(context.language).title, form) { token in
            AttendanceEnterPage(isSignedIn: isSignedIn, form: form, token: token, language: context.language)
        }
        if isTooMany { answer.status = .tooManyRequests }
        return answer
    }

    private func enter(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        let person = try await person(context), shape = Words.both(\.codeShape)
        let code = form.value("code", as: AttendanceCode.self, required: shape, otherwise: shape)
        guard let subject = subject(person, &form), let code, form.errors.isEmpty else { return page(person != nil, form, context) }
        let outcome = try await part.store.enter(code, subject, client: part.people.client(context), from: part.people.origin(context))
        switch outcome {
        case .present: return done(context)
        // To a stranger it does not say who has a place.
        case .notRegistered where person == nil: return done(context)
        case .notRegistered: form.fail("code", Words.both(\.notRegistered))
        case .unknown: form.fail("code", Words.both(\.codeUnknown))
        case .tooMany: form.fail("code", Words.both(\.tooMany))
        }
        return page(person != nil, form, isTooMany: outcome == .tooMany, context)
    }

    private func subject(_ person: Person?, _ form: inout Form) -> AttendanceStore.Subject? {
        if let person { return AttendanceStore.Subject(person: person) }
        let shape = Words.both(\.mailShape)
        guard let text = form.text("mail", limit: 254, required: shape) else { return nil }
        guard let mail = try? MailAddress(text) else {
            form.fail("mail", shape)
            return nil
        }
        return AttendanceStore.Subject(mail: mail)
    }

    private func done(_ context: WebContext) -> Answer { .redirect(to: AttendanceRoute.entered.address, in: context.language) }

    private func entered(_ context: WebContext) -> Answer {
        context.page(PageHead(Words(context.language).entered, isListed: false), cache: .noStore) { AttendanceEnteredPage(language: context.language) }
    }

    // MARK: Showing it

    /// A meeting as someone leads it.
    private struct Led: Sendable {
        let meeting: Meeting
        let isOrganiser: Bool
        /// Those of its groups that they lead.
        let groups: [Subgroup]
    }

    /// The meeting, for who organises it and for who leads one of its groups; not found for others.
    private func led(_ context: WebContext) async throws -> Led {
        let (meeting, outline) = try await part.meetings.known(context), line = outline.line(to: meeting.part), actor = context.actor
        let isOrganiser = MeetingPolicy.organise(programme: meeting.programme, line: line, by: actor).isAllowed
        let groups = try await part.registration.store.subgroups(of: meeting.id)
            .filter { MeetingPolicy.lead($0, of: meeting, line: line, by: actor).isAllowed }
        guard isOrganiser || (meeting.isPublic && !groups.isEmpty) else { throw Problem.notFound }
        return Led(meeting: meeting, isOrganiser: isOrganiser, groups: groups)
    }

    private func screen(_ context: WebContext) async throws -> Answer {
        let led = try await led(context), meeting = led.meeting, now = part.people.now()
        let sight = AttendanceScreenPage.Sight(
            meeting: meeting, code: try await part.store.code(of: meeting.id), counts: try await part.store.counts(of: meeting.id),
            origin: part.people.installation.origin, list: led.isOrganiser ? RegistrationRoute.participants(meeting.id).address : nil,
            hasGroups: !led.groups.isEmpty, isOver: meeting.publication == .cancelled || now >= AttendanceCode.span(of: meeting.facts).upperBound)
        return context.formPage(Words(context.language).screen, Form(items: [])) { token in
            AttendanceScreenPage(sight: sight, token: token, language: context.language)
        }
    }

    private func make(_ context: WebContext) async throws -> Answer {
        let meeting = try await led(context).meeting
        do { try await part.store.make(for: meeting.id, from: part.people.origin(context)) } catch RegistrationStore.Fault.over {
            throw Problem.conflict(Words.both(\.over))
        }
        return .redirect(to: AttendanceRoute.screen(meeting.id).address, in: context.language)
    }

    // MARK: Groups

    /// Those with a place in the groups that someone leads, and nobody else.
    private func people(_ led: Led) async throws -> [Registration] {
        let groups = Set(led.groups.map(\.id))
        return try await part.registration.store.participants(of: led.meeting.id).filter { one in
            one.standing == .registered && one.draft.subgroup.map(groups.contains) ?? false
        }
    }

    private func groups(_ request: Request, _ context: WebContext) async throws -> Answer {
        let led = try await led(context), people = try await people(led)
        try await part.people.note(.meetings, "attendance.groups", of: people.map { $0.draft.person ?? $0.id }, request, context)
        return context.formPage(Words(context.language).groups, Form(items: [])) { token in
            AttendanceGroupsPage(
                meeting: led.meeting, groups: led.groups, people: people, isSaved: context.query["bewaard"] == "1", token: token, language: context.language)
        }
    }

    private func note(_ context: WebContext) async throws -> Answer {
        let led = try await led(context), form = context.fields
        let pairs = try await people(led).compactMap { one in
            form["was-\(one.id)"].flatMap { Attendance(rawValue: $0) }.map { (one.id, $0) }
        }
        do {
            try await part.registration.store.setAttendance(
                Dictionary(pairs, uniquingKeysWith: { first, _ in first }), of: led.meeting.id, from: part.people.origin(context))
        } catch RegistrationStore.Fault.state { throw Problem.conflict(Words.both(\.tooEarly)) }
        return .redirect(to: AttendanceRoute.groups(led.meeting.id).address.with(.init("bewaard", "1")), in: context.language)
    }
}
