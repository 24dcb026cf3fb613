import Core
import HTML
import HTTPTypes
import Hummingbird
import Mail
import People
import Web

/// Handlers of who asks. A look at the answers leaves lines in the read log.
struct DatePollDeskRoutes: Sendable {
    let part: DatePollPart

    private typealias Words = DatePollWords

    var table: [Route] {
        let all = "/organiseren/datumprikkers", one = all + "/{prikker}"
        return [
            route(.get, all, "date-polls.list", Words.both(\.polls)) { try await list($1) },
            route(.get, all + "/nieuw", "date-polls.new", Words.both(\.new)) { try await new(DatePollForm.empty(at: part.now), $1) },
            route(.post, all + "/nieuw", "date-polls.ask", Words.both(\.ask)) { try await ask($1) },
            route(.get, one, "date-polls.one", Words.both(\.results)) { try await show($0, $1) },
            route(.post, one + "/mensen", "date-polls.add", Words.both(\.addPeople)) { try await add($0, $1) },
            route(.post, one + "/mensen/{genodigde}/weg", "date-polls.remove", Words.both(\.remove)) { try await remove($0, $1) },
            route(.post, one + "/sluiten", "date-polls.close", Words.both(\.close)) { try await close($0, $1) },
            route(.post, one + "/kiezen", "date-polls.choose", Words.both(\.chooseDo)) { try await choose($0, $1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, _ handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .organisers, summary: summary, handler: handler)
    }

    // MARK: Asking

    private func list(_ context: WebContext) async throws -> Answer {
        var polls: [DatePoll] = []
        for poll in try await part.store.all() where try await part.organises(poll.place, context.actor) { polls.append(poll) }
        let shown = polls
        return context.page(PageHead(Words(context.language).polls, isListed: false), cache: .noStore) {
            DatePollListPage(polls: shown, now: part.now, language: context.language)
        }
    }

    private func new(_ form: Form, _ context: WebContext) async throws -> Answer {
        let places = try await part.places(context.actor).map { Choice($0.value, Localized($0.name)) }
        return context.formPage(Words(context.language).new, form) { token in
            DatePollNewPage(places: places, form: form, token: token, language: context.language)
        }
    }

    private func ask(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        let places = try await part.places(context.actor)
        let sent = DatePollForm.read(&form, places: Dictionary(places.map { ($0.value, $0.place) }, uniquingKeysWith: { first, _ in first }), at: part.now)
        // People are looked up where it belongs; without that place only what is wrong with the rest can be said.
        guard let sent, let guests = try await part.guests(&form, at: sent.place) else { return try await new(form, context) }
        do {
            let id = try await part.store.ask(
                sent.facts, sent.options, guests, at: sent.place, site: try await part.siteName(), from: part.people.origin(context))
            return .redirect(to: DatePollRoute.poll(id).address, in: context.language)
        } catch let fault as DatePollStore.Fault {
            form.fail(fault == .place ? "waar" : "momenten", fault == .place ? Words.both(\.placeEmpty) : Words.both(\.momentsEmpty))
            return try await new(form, context)
        }
    }

    // MARK: One poll

    private func show(_ request: Request, _ context: WebContext) async throws -> Answer {
        try await page(try await part.poll(context), Form(items: []), request, context)
    }

    private func page(_ poll: DatePoll, _ form: Form, isOver: Bool = false, _ request: Request, _ context: WebContext) async throws -> Answer {
        let invitees = try await part.store.invitees(of: poll.id)
        try await part.people.note(.meetings, "date-polls.one", of: invitees.map { $0.guest.person ?? $0.id }, request, context)
        let sight = DatePollPage.Sight(poll: poll, invitees: invitees, form: form, isOver: isOver, now: part.now)
        var answer = context.formPage(poll.facts.title, form) { DatePollPage(sight: sight, token: $0, language: context.language) }
        if isOver { answer.status = .conflict }
        return answer
    }

    /// Does it and shows the poll; says that it is over where someone or something was faster.
    private func act(_ request: Request, _ context: WebContext, _ body: (DatePoll) async throws -> Void) async throws -> Answer {
        let poll = try await part.poll(context)
        do { try await body(poll) } catch let fault as DatePollStore.Fault {
            guard fault == .over || fault == .place, let now = try await part.store.find(poll.id) else { throw Problem.notFound }
            return try await page(now, Form(items: []), isOver: true, request, context)
        }
        return .redirect(to: DatePollRoute.poll(poll.id).address, in: context.language)
    }

    private func add(_ request: Request, _ context: WebContext) async throws -> Answer {
        let poll = try await part.poll(context)
        var form = context.fields
        guard let guests = try await part.guests(&form, at: poll.place) else { return try await page(poll, form, request, context) }
        do {
            try await part.store.add(guests, to: poll.id, site: try await part.siteName(), from: part.people.origin(context))
        } catch DatePollStore.Fault.facts {
            form.fail("nodig", Words.both(\.peopleMany))
            return try await page(poll, form, request, context)
        } catch DatePollStore.Fault.over {
            return try await page(poll, Form(items: []), isOver: true, request, context)
        }
        return .redirect(to: DatePollRoute.poll(poll.id).address.at("mensen"), in: context.language)
    }

    private func remove(_ request: Request, _ context: WebContext) async throws -> Answer {
        let invitee = try context.part("genodigde", as: Identifier.self)
        return try await act(request, context) { try await part.store.remove(invitee, from: $0.id, origin: part.people.origin(context)) }
    }

    private func close(_ request: Request, _ context: WebContext) async throws -> Answer {
        try await act(request, context) { try await part.store.close($0.id, from: part.people.origin(context)) }
    }

    private func choose(_ request: Request, _ context: WebContext) async throws -> Answer {
        guard let number = context.fields["moment"].flatMap({ Int($0) }) else { throw Problem.notFound }
        let site = try await part.siteName()
        return try await act(request, context) { poll in
            _ = try await part.store.choose(number, of: poll.id, site: site, from: part.people.origin(context))
        }
    }
}

/// Handlers of who was asked, behind the link in their mail. No GET changes anything (D-13).
struct DatePollAnswerRoutes: Sendable {
    let part: DatePollPart

    private typealias Words = DatePollWords

    var table: [Route] {
        let one = "/datumprikker/{bewijs}"
        return [
            Route(.get, one, name: "date-polls.asked", summary: Words.both(\.when)) { try await show($1) },
            Route(.post, one, name: "date-polls.answer", summary: Words.both(\.send)) { try await answer($1) },
            Route(.get, one + "/agenda.ics", name: "date-polls.file", summary: Words.both(\.calendar)) { try await file($1) },
        ]
    }

    private func asked(_ context: WebContext) async throws -> (url: String, asked: DatePollStore.Asked) {
        let url = try context.part("bewijs")
        guard let asked = try await part.store.find(token: url, at: part.now) else { throw Problem.notFound }
        return (url, asked)
    }

    private func show(_ context: WebContext) async throws -> Answer {
        let (url, asked) = try await asked(context)
        return page(url, asked, DatePollForm.items(asked.invitee.answers), isSaved: context.query["bewaard"] == "1", context)
    }

    private func page(
        _ url: String, _ asked: DatePollStore.Asked, _ form: Form, isSaved: Bool = false, isLate: Bool = false, _ context: WebContext
    ) -> Answer {
        let sight = DatePollAnswerPage.Sight(asked: asked, url: url, form: form, isSaved: isSaved, isLate: isLate, now: part.now)
        var answer = context.formPage(Words(context.language).when, form) { DatePollAnswerPage(sight: sight, token: $0, language: context.language) }
        if isLate { answer.status = .conflict }
        return answer
    }

    private func answer(_ context: WebContext) async throws -> Answer {
        let (url, asked) = try await asked(context)
        var form = context.fields
        guard asked.poll.isOpen(at: part.now) else { return page(url, asked, Form(items: []), isLate: true, context) }
        guard let answers = DatePollForm.answers(&form, asked.poll) else { return page(url, asked, form, context) }
        do {
            // Whose link it is, not who happens to be signed in.
            let origin = Origin(person: asked.invitee.guest.person, request: context.requestID, channel: .web, time: part.now)
            try await part.store.answer(answers, token: url, from: origin)
        } catch let fault as DatePollStore.Fault {
            let (url, asked) = try await self.asked(context)
            guard case .full(let number) = fault, let option = asked.poll.option(number) else {
                return page(url, asked, Form(items: []), isLate: true, context)
            }
            form.fail(
                DatePollForm.option(number), Words.both { $0.fullFault(MeetingHours.moment(option.startsAt, $0.language)) })
            return page(url, asked, form, context)
        }
        return .redirect(to: DatePollRoute.asked(url).address.with(.init("bewaard", "1")), in: context.language)
    }

    /// The moment that it became, to keep.
    private func file(_ context: WebContext) async throws -> Answer {
        let (_, asked) = try await asked(context)
        guard let option = asked.poll.option(asked.poll.chosen), let meeting = asked.poll.meeting else { throw Problem.notFound }
        let event = DatePollPost.event(asked.poll, option, meeting, at: asked.poll.addedAt, context.language)
        return Answer(CalendarFile(event).bytes, as: .calendarFile, cache: .noStore).asDownload(named: "agenda.ics")
    }
}
