import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of who takes part. No GET changes anything.
struct LiveRoutes: Sendable {
    let part: LivePart

    private typealias Words = LiveWords

    var table: [Route] {
        let session = "/live/{code}"
        return [
            Route(.get, "/live", name: "live.form", summary: Words.both(\.title)) { form($1, Form(items: [])) },
            Route(.post, "/live", name: "live.enter", summary: Words.both(\.enter)) { try await enter($1) },
            Route(.get, session, name: "live.session", summary: Words.both(\.title)) { try await show($1, Form(items: [])) },
            Route(.post, session, name: "live.ask", summary: Words.both(\.ask)) { try await ask($1) },
            Route(.get, session + "/stroom", name: "live.stream", summary: Words.both(\.questions)) { try await stream($1) },
            Route(.get, session + "/scherm", name: "live.screen", summary: Words.both(\.screen)) { try await screen($1) },
            Route(.post, session + "/vragen/{vraag}", name: "live.support", summary: Words.both(\.support)) { try await support($1) },
            Route(.post, session + "/peilingen/{peiling}", name: "live.answer", summary: Words.both(\.keep)) { try await answer($1) },
        ]
    }

    // MARK: Coming in

    private func form(_ context: WebContext, _ form: Form) -> Answer {
        context.formPage(Words(context.language).title, form) { token in LiveEnterPage(form: form, token: token, language: context.language) }
    }

    private func enter(_ context: WebContext) async throws -> Answer {
        var fields = context.fields
        let shape = Words.both(\.codeShape)
        guard let code = fields.value("code", as: AttendanceCode.self, required: shape, otherwise: shape) else { return form(context, fields) }
        guard let session = try await part.store.enter(code, client: part.people.client(context), at: part.people.now()) else {
            fields.fail("code", Words.both(\.codeUnknown))
            return form(context, fields)
        }
        return .redirect(to: LiveRoute.session(session.code).address, in: context.language)
    }

    // MARK: The page

    private func session(_ context: WebContext) async throws -> LiveSession {
        guard let session = try await part.store.session(try context.part("code", as: AttendanceCode.self)) else { throw Problem.notFound }
        return session
    }

    /// Nil for a browser that has no session of forms yet.
    private func mark(_ context: WebContext, _ session: LiveSession) -> String? { context.session.map { part.mark.tag($0, in: session.id) } }

    private func view(_ session: LiveSession, _ context: WebContext, refreshes: Bool) async throws -> LiveView {
        let mark = mark(context, session), now = part.people.now()
        guard let meeting = try await part.meetings.store.find(session.meeting) else { throw Problem.notFound }
        return LiveView(
            session: session, title: meeting.facts.title, questions: try await part.store.questions(of: session.id, mark: mark),
            polls: try await part.store.polls(of: session.id, mark: mark), isOpen: session.isOpen(at: now), refreshes: refreshes, now: now)
    }

    private func show(_ context: WebContext, _ form: Form) async throws -> Answer {
        let session = try await session(context), refreshes = context.query.has("ververs", "1")
        let view = try await view(session, context, refreshes: refreshes && form.errors.isEmpty)
        // Closed, it is not for everyone who still has the code.
        let shown = view.isOpen ? view : LiveView(session: session, title: view.title, questions: [], polls: [], isOpen: false, refreshes: false, now: view.now)
        var answer = context.formPage(view.title, form, styles: ["live.css"], scripts: view.isOpen && !refreshes ? ["live.js"] : []) { token in
            LivePage(view: shown, form: form, token: token, language: context.language)
        }
        if shown.refreshes, let refresh = HTTPField.Name("Refresh") { answer.headers[refresh] = "10" }
        return answer
    }

    private func screen(_ context: WebContext) async throws -> Answer {
        let session = try await session(context)
        guard session.isOpen(at: part.people.now()) else { throw Problem.gone }
        let view = try await view(session, context, refreshes: false)
        return context.formPage(view.title, Form(items: []), styles: ["live.css"], scripts: ["live.js"]) { token in
            LiveScreenPage(view: view, origin: part.people.installation.origin, token: token, language: context.language)
        }
    }

    private func stream(_ context: WebContext) async throws -> Answer {
        let session = try await session(context)
        // 204 tells a browser not to come back (HTML Living Standard, 9.2.3).
        guard session.isOpen(at: part.people.now()) else { return .empty }
        return try part.watch.answer(for: session.id)
    }

    // MARK: Taking part

    private func participant(_ context: WebContext, _ session: LiveSession) throws -> LiveStore.Participant {
        guard let mark = mark(context, session) else { throw Problem.notFound }
        return LiveStore.Participant(mark: mark, client: part.people.client(context))
    }

    private func back(_ session: LiveSession, _ context: WebContext) -> Answer { .redirect(to: LiveRoute.session(session.code).address, in: context.language) }

    private func ask(_ context: WebContext) async throws -> Answer {
        let session = try await session(context), participant = try participant(context, session)
        var form = context.fields
        let body = form.text("vraag", limit: LiveQuestion.limit, required: Words.both(\.askEmpty), tooLong: Words.both(\.askLong))
        guard let body, form.errors.isEmpty else { return try await show(context, form) }
        do {
            try await part.store.ask(body, in: session.id, by: participant, at: part.people.now())
        } catch let fault as LiveStore.Fault {
            form.fail("vraag", LivePart.words(fault))
            return try await show(context, form)
        }
        return back(session, context)
    }

    private func support(_ context: WebContext) async throws -> Answer {
        let session = try await session(context), participant = try participant(context, session)
        let question = try context.part("vraag", as: Identifier.self), wants = !context.fields.has("steun", "nee")
        do {
            try await part.store.support(question, wants, in: session.id, by: participant, at: part.people.now())
        } catch let fault as LiveStore.Fault { throw Problem.conflict(LivePart.words(fault)) }
        return back(session, context)
    }

    private func answer(_ context: WebContext) async throws -> Answer {
        let session = try await session(context), participant = try participant(context, session), id = try context.part("peiling", as: Identifier.self)
        guard let poll = try await part.store.polls(of: session.id, mark: nil).first(where: { $0.id == id }) else { throw Problem.notFound }
        var form = context.fields
        let text = poll.kind == .text ? form.text("keuze", limit: LivePoll.textLimit, tooLong: Words.both(\.yourWordsShape)) : nil
        let answers =
            poll.kind == .text
            ? text.map { [LivePoll.Answer(number: 0, body: $0)] } ?? [] : Set(form.all("keuze")).compactMap { Int($0) }.map { LivePoll.Answer(number: $0) }
        if form.errors.isEmpty, !poll.takes(answers) {
            form.fail("keuze", poll.kind == .text ? Words.both(\.yourWordsShape) : Words.both(\.chooseSomething))
        }
        guard form.errors.isEmpty else { return try await show(context, form) }
        do {
            try await part.store.answer(id, answers, in: session.id, by: participant, at: part.people.now())
        } catch let fault as LiveStore.Fault { throw Problem.conflict(LivePart.words(fault)) }
        return back(session, context)
    }
}

extension LivePart {
    package var routes: [Route] { LiveRoutes(part: self).table + LiveDeskRoutes(part: self).table + [groups.streamRoute(groupWatch)] }

    static func words(_ fault: LiveStore.Fault) -> Localized {
        switch fault {
        case .unknown: LiveWords.both(\.gone)
        case .over: LiveWords.both(\.over)
        case .facts: LiveWords.both(\.chooseSomething)
        case .closed: LiveWords.both(\.pollClosed)
        case .another: LiveWords.both(\.another)
        case .tooMany: LiveWords.both(\.tooMany)
        }
    }
}
