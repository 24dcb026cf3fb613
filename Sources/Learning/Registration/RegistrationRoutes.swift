import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import People
import Web

/// Handlers of the forms to register with.
struct RegistrationRoutes: Sendable {
    let part: RegistrationPart

    private typealias Words = RegistrationWords

    var table: [Route] {
        [
            Route(.get, "/bijeenkomsten/{bijeenkomst}/inschrijven", name: "registration.form", readsSession: true, summary: Words.both(\.register)) {
                try await show(isGroup: false, $1)
            },
            Route(.post, "/bijeenkomsten/{bijeenkomst}/inschrijven", name: "registration.register", readsSession: true, summary: Words.both(\.register)) {
                try await register(isGroup: false, $1)
            },
            Route(.get, "/bijeenkomsten/{bijeenkomst}/inschrijven/groep", name: "registration.group", readsSession: true, summary: Words.both(\.group)) {
                try await show(isGroup: true, $1)
            },
            Route(
                .post, "/bijeenkomsten/{bijeenkomst}/inschrijven/groep", name: "registration.register-group", readsSession: true, summary: Words.both(\.group)
            ) { try await register(isGroup: true, $1) },
            Route(.get, "/bijeenkomsten/{bijeenkomst}/inschrijven/verstuurd", name: "registration.sent", summary: Words.both(\.sentTitle)) {
                try await sent($1)
            },
            Route(.get, "/reeksen/{onderdeel}/inschrijven", name: "registration.series", readsSession: true, summary: Words.both(\.series)) {
                try await showSeries($1)
            },
            Route(.post, "/reeksen/{onderdeel}/inschrijven", name: "registration.register-series", readsSession: true, summary: Words.both(\.series)) {
                try await registerSeries($1)
            },
            Route(.get, "/reeksen/{onderdeel}/inschrijven/verstuurd", name: "registration.series-sent", summary: Words.both(\.sentTitle)) {
                try seriesSent($1)
            },
        ]
    }

    // MARK: One meeting

    private func show(isGroup: Bool, _ context: WebContext) async throws -> Answer {
        let (meeting, questions) = try await part.questions(isGroup: isGroup, context)
        if let shut = shut(meeting) { return closed(meeting, Words(context.language).shut(shut), context) }
        return try await page(meeting, questions, try await prefilled(questions, context), context)
    }

    /// A form that was sent, with what was asked at the time.
    private struct Sent {
        let meeting: Meeting
        let questions: RegistrationForm.Questions
        var form: Form
        let drafts: [RegistrationDraft]?
        /// Nil where they may register.
        let refusal: (reason: String, status: HTTPResponse.Status)?
    }

    private func sent(_ opening: (Meeting, RegistrationForm.Questions), by person: Person?, _ context: WebContext) -> Sent {
        let (meeting, questions) = opening, words = Words(context.language)
        var form = context.fields, refusal: (String, HTTPResponse.Status)?
        let drafts = RegistrationForm.drafts(&form, questions, person: person, language: context.language)
        if let shut = shut(meeting) {
            refusal = (words.shut(shut), .ok)
        } else if let role = form["rol"].flatMap({ Role(rawValue: $0) }), meeting.facts.isClosedCircle, !meeting.facts.audience.contains(role) {
            refusal = (words.circle, .forbidden)
        }
        return Sent(meeting: meeting, questions: questions, form: form, drafts: drafts, refusal: refusal)
    }

    private func register(isGroup: Bool, _ context: WebContext) async throws -> Answer {
        let words = Words(context.language), person = try await person(context)
        var sent = sent(try await part.recentQuestions(isGroup: isGroup, context), by: person, context)
        // Nobody is turned away for what was so a second ago.
        if sent.drafts == nil || sent.refusal != nil { sent = self.sent(try await part.questions(isGroup: isGroup, context), by: person, context) }
        let meeting = sent.meeting
        if let (reason, status) = sent.refusal { return closed(meeting, reason, status: status, context) }
        guard var drafts = sent.drafts else { return try await page(meeting, sent.questions, sent.form, context) }
        guard isHuman(sent.form) else { return try await page(meeting, sent.questions, sent.form, isAgain: true, context) }
        let code = try await part.municipality(named: drafts[0].municipalityName)
        for index in drafts.indices { drafts[index].municipality = code?.description }
        let outcome = try await part.store.register(
            drafts, for: meeting.id, by: isGroup ? .group : .form, client: part.people.client(context), from: part.people.origin(context))
        switch outcome {
        case .shut(let shut): return closed(meeting, words.shut(shut), context)
        case .tooMany: return closed(meeting, words.tooMany, status: .tooManyRequests, context)
        case .taken(let all), .already(let all): return try await done(all, of: person, meeting, context)
        }
    }

    /// Who signed in and writes of themselves sees their place at once; others look in the mail that only they can read.
    private func done(_ all: [Registration], of person: Person?, _ meeting: Meeting, _ context: WebContext) async throws -> Answer {
        if let own = all.first, let person, own.mail.key == person.mail.key, let door = try await part.store.door(meeting.id) {
            let proof = RegistrationProof.make(own.id, door, part.people.installation.key)
            return .redirect(to: RegistrationRoute.own(proof).address, in: context.language)
        }
        return .redirect(to: RegistrationRoute.sent(meeting.id).address, in: context.language)
    }

    private func sent(_ context: WebContext) async throws -> Answer {
        let meeting = try await part.meeting(context), title = Words(context.language).sentTitle
        return context.page(PageHead(title, isListed: false), cache: .noStore) {
            RegistrationSentPage(back: RegistrationRoute.meeting(meeting.id), language: context.language)
        }
    }

    // MARK: A series

    private func showSeries(_ context: WebContext) async throws -> Answer {
        let (series, questions) = try await series(context)
        let form = try await prefilled(questions, context)
        return seriesPage(series, questions, Form(items: form.items + questions.meetings.map { .init("bijeenkomst", $0.id.description) }), context)
    }

    private func registerSeries(_ context: WebContext) async throws -> Answer {
        let (series, questions) = try await series(context)
        var form = context.fields
        let chosen = questions.meetings.filter { form.has("bijeenkomst", $0.id.description) }
        if chosen.isEmpty { form.fail("bijeenkomst", Words.both(\.meetingsEmpty)) }
        guard var draft = RegistrationForm.drafts(&form, questions, person: try await person(context), language: context.language)?.first else {
            return seriesPage(series, questions, form, context)
        }
        guard isHuman(form) else { return seriesPage(series, questions, form, isAgain: true, context) }
        draft.municipality = try await part.municipality(named: draft.municipalityName)?.description
        if chosen.contains(where: { $0.facts.isClosedCircle && !$0.facts.audience.contains(draft.role) }) {
            return seriesRefused(series, Words(context.language).circle, status: .forbidden, context)
        }
        // Each its own outcome (5.2, rule 9); the first counts for how many come from one network.
        for (index, meeting) in chosen.enumerated() {
            let outcome = try await part.store.register(
                [draft], for: meeting.id, by: .series, client: index == 0 ? part.people.client(context) : nil, from: part.people.origin(context))
            if outcome == .tooMany { return seriesRefused(series, Words(context.language).tooMany, status: .tooManyRequests, context) }
        }
        return .redirect(to: RegistrationRoute.seriesSent(series).address, in: context.language)
    }

    private func seriesRefused(_ series: Identifier, _ reason: String, status: HTTPResponse.Status, _ context: WebContext) -> Answer {
        let title = Words(context.language).series
        return context.page(PageHead(title, isListed: false), status: status, cache: .noStore) {
            RegistrationShutPage(title: title, reason: reason, back: PageAddress("reeksen", series.description), language: context.language)
        }
    }

    private func seriesSent(_ context: WebContext) throws -> Answer {
        let series = try context.part("onderdeel", as: Identifier.self)
        return context.page(PageHead(Words(context.language).sentTitle, isListed: false), cache: .noStore) {
            RegistrationSentPage(back: PageAddress("reeksen", series.description), language: context.language)
        }
    }

    /// What is still open of a series. What all ask together: subgroups belong to one meeting, and are chosen on the page of one's own place.
    private func series(_ context: WebContext) async throws -> (Identifier, RegistrationForm.Questions) {
        let id = try context.part("onderdeel", as: Identifier.self), now = part.now
        let meetings = try await part.store.meetings(ofPart: id, after: now)
        let open = meetings.filter { $0.isPublic && $0.cancellation == nil && now < $0.facts.closing && now >= $0.facts.opensAt ?? .min }
        guard !open.isEmpty else { throw Problem.notFound }
        var questions = RegistrationForm.Questions()
        questions.meetings = open.sorted { ($0.facts.startsAt, $0.id) < ($1.facts.startsAt, $1.id) }
        questions.ways = open.contains { $0.facts.form == .both } ? [.physical, .online] : [open[0].facts.form == .online ? .online : .physical]
        questions.audience = open.contains { $0.facts.audience.isEmpty } ? [] : open.reduce(into: []) { $0.formUnion($1.facts.audience) }
        return (id, questions)
    }

    private func seriesPage(
        _ series: Identifier, _ questions: RegistrationForm.Questions, _ form: Form, isAgain: Bool = false, _ context: WebContext
    ) -> Answer {
        let seal = seal(form, isAgain: isAgain)
        return context.formPage(Words(context.language).series, form) { token in
            SeriesRegistrationPage(part: series, questions: questions, isAgain: isAgain, seal: seal, form: form, token: token, language: context.language)
        }
    }

    // MARK: What both share

    private func shut(_ meeting: Meeting) -> MeetingDoor.Shut? {
        MeetingDoor.Shut(meeting.facts, isPublic: meeting.isPublic, isCancelled: meeting.cancellation != nil, at: part.now)
    }

    private func person(_ context: WebContext) async throws -> Person? {
        guard let id = context.actor.person?.id else { return nil }
        return try await part.people.persons.find(id)
    }

    /// Who signed in need not type what is known.
    private func prefilled(_ questions: RegistrationForm.Questions, _ context: WebContext) async throws -> Form {
        guard let person = try await person(context) else { return Form(items: []) }
        let role = context.actor.grants.map(\.role).first { RegistrationForm.roles(questions.audience).contains($0) }
        let names: [Form.Item] =
            questions.isGroup
            ? [.init("naam1", person.name), .init("mail1", person.mail.description)] : [.init("naam", person.name), .init("mail", person.mail.description)]
        return Form(items: names + (role.map { [.init("rol", $0.rawValue)] } ?? []))
    }

    private func isHuman(_ form: Form) -> Bool {
        RegistrationSeal.isHuman(form[RegistrationSeal.field], hidden: form[TrapField.name], key: part.people.installation.key, at: part.now)
    }

    private func seal(_ form: Form, isAgain: Bool) -> String {
        RegistrationSeal.make(isAgain: isAgain || !form.errors.isEmpty, key: part.people.installation.key, at: part.now)
    }

    private func page(
        _ meeting: Meeting, _ questions: RegistrationForm.Questions, _ form: Form, isAgain: Bool = false, _ context: WebContext
    ) async throws -> Answer {
        var questions = questions
        questions.places = try await part.store.counts([meeting.id] + questions.subgroups.map(\.id), at: part.now)
        let shown = questions, words = Words(context.language), pools = shown.places[meeting.id] ?? .none, seal = seal(form, isAgain: isAgain)
        let left = pools.main.left(of: meeting.facts.capacity)
        let places = words.places(left, waiting: pools.main.waiting + pools.online.waiting)
        return context.formPage(words.formTitle(meeting.facts.title), form) { token in
            RegistrationPage(
                meeting: meeting, questions: shown, places: places, isAgain: isAgain, seal: seal, form: form, token: token, language: context.language)
        }
    }

    private func closed(_ meeting: Meeting, _ reason: String, status: HTTPResponse.Status = .ok, _ context: WebContext) -> Answer {
        context.page(PageHead(meeting.facts.title, isListed: false), status: status, cache: .noStore) {
            RegistrationShutPage(title: meeting.facts.title, reason: reason, back: RegistrationRoute.meeting(meeting.id), language: context.language)
        }
    }
}
