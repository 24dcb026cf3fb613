import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of sessions: planning, and every step while one runs.
struct SessionRoutes: Sendable {
    let part: IntervisionPart

    private typealias Words = SessionWords

    var table: [Route] {
        let session = "/intervisie/sessies/{sessie}"
        return [
            route(.get, "/intervisie/groepen/{groep}/sessies", "intervision.plan.form", GroupWords.both(\.plan)) { try await planForm($1, nil) },
            route(.post, "/intervisie/groepen/{groep}/sessies", "intervision.plan", GroupWords.both(\.plan)) { try await plan($1) },
            route(.get, session, "intervision.session", Words.both(\.title)) { try await read($0, $1) },
            route(.post, session, "intervision.session.move", Words.both(\.run)) { try await move($0, $1) },
            route(.get, session + "/stand", "intervision.session.standing", Words.both(\.timeLeft)) { try await standing($0, $1) },
            route(.post, session + "/rollen", "intervision.session.roles", Words.both(\.roles)) { try await setRoles($1) },
            route(.post, session + "/woorden", "intervision.session.words", Words.both(\.yourWords)) { try await write($0, $1) },
            route(.post, session + "/opbrengst", "intervision.yield.add", Words.both(\.addYield)) { try await addYield($1) },
            route(.post, session + "/opbrengst/{opbrengst}", "intervision.yield.remove", Words.both(\.removeYield)) { try await removeYield($1) },
            route(.post, session + "/akkoord", "intervision.session.consent", Words.both(\.consent)) { try await consent($1) },
        ]
    }

    private func route(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized, handler: @escaping Route.Handler
    ) -> Route {
        Route(method, pattern, name: name, access: .person, summary: summary, handler: handler)
    }

    // MARK: Planning

    private func planForm(_ context: WebContext, _ sent: Form?) async throws -> Answer {
        let group = try await part.facilitated(context), methods = ShippedMethods.all + (try await part.groups.methods(of: group.id))
        let cases = try await part.caseChoices(group.id), names = try await part.people.persons.names(of: group.present.map(\.person))
        let form = sent ?? Form(items: [.init("begeleider", context.actor.person?.id.description ?? "")])
        return context.formPage(GroupWords(context.language).plan, form, styles: ["session.css"]) { token in
            PlanPage(group: group, methods: methods, cases: cases, names: names, form: form, token: token, language: context.language)
        }
    }

    private func plan(_ context: WebContext) async throws -> Answer {
        let group = try await part.facilitated(context), methods = ShippedMethods.all + (try await part.groups.methods(of: group.id))
        let cases = try await part.caseChoices(group.id).map(\.value)
        var form = context.fields
        let day = IntervisionFields.day("dag", from: part.people.now(), &form), minutes = IntervisionFields.time("tijd", &form)
        let method = methods.first { $0.key == form["methode"] }
        if method == nil { form.fail("methode", GroupWords.both(\.choose)) }
        let question = IntervisionFields.line("vraag", limit: 300, &form) ?? ""
        let practiceCase = form.value("casus", as: Identifier.self, otherwise: GroupWords.both(\.choose))
        if let practiceCase, !cases.contains(practiceCase.description) { form.fail("casus", GroupWords.both(\.choose)) }
        let roles = IntervisionForms.roles(&form)
        guard let day, let minutes, let method, let roles, form.errors.isEmpty else { return try await planForm(context, form) }
        do {
            let id = try await part.sessions.plan(
                group, method: method.key, question: question, practiceCase: practiceCase, at: SessionDay.moment(day, minutes: minutes), day: day.written,
                roles: roles, from: part.people.origin(context))
            return .redirect(to: IntervisionRoute.session(id).address, in: context.language)
        } catch let fault as IntervisionSessionStore.Fault {
            form.fail("inbrenger", fault == .sameRole ? GroupWords.both(\.sameRole) : GroupWords.both(\.notMember))
            return try await planForm(context, form)
        } catch IntervisionGroupStore.Fault.unknown {
            throw Problem.conflict(GroupWords.both(\.conflict))
        }
    }

    // MARK: The page

    private func refreshes(_ context: WebContext) -> Bool { context.query["ververs"] == "aan" }

    /// The page of the session.
    private func back(_ session: IntervisionSession, _ context: WebContext) -> Answer {
        .redirect(to: IntervisionRoute.session(session.id).address, in: context.language)
    }

    /// The same, refreshing still where the page that sent the form did: its address tells (`Referrer-Policy` lets a page of this site do so).
    private func stay(_ answer: Answer, _ session: IntervisionSession, _ request: Request, _ context: WebContext) -> Answer {
        guard answer.status == .seeOther, let before = request.headers[.referer], before.hasSuffix("?ververs=aan") else { return answer }
        let page = IntervisionRoute.session(session.id).address.with(.init("ververs", "aan"))
        return .redirect(to: page, in: context.language)
    }

    /// Names with what they wrote: who reads them is noted first.
    private func read(_ request: Request, _ context: WebContext) async throws -> Answer {
        let view = try await part.view(context, refreshes: false)
        try await part.people.note(.groups, "intervision.session", of: view.present + view.notes.map(\.person), request, context)
        return try await show(context, Form(items: []))
    }

    private func show(_ context: WebContext, _ form: Form) async throws -> Answer {
        let view = try await part.view(context, refreshes: refreshes(context)), words = Words(context.language)
        let title = view.session.state.isOnStep ? words.step(view.session.step + 1, view.method.steps.count) : words.title
        var answer = context.formPage(title, form, styles: ["session.css"], scripts: view.session.state == .closed ? [] : ["session.js"]) { token in
            SessionPage(view: view, form: form, token: token, language: context.language)
        }
        // Asked for by who has no script; never where it would take away what is being typed.
        if view.refreshes, view.mayRefresh, form.errors.isEmpty, let refresh = HTTPField.Name("Refresh") { answer.headers[refresh] = "10" }
        return answer
    }

    /// Where it stands, for the script: numbers and no word of anyone. Who has them already gets 304. Nothing that is for one person may be kept by a cache, so
    /// the script itself sends the mark of what it has.
    private func standing(_ request: Request, _ context: WebContext) async throws -> Answer {
        let (session, _, method) = try await part.session(context)
        let present = try await part.sessions.present(in: session.id)
        let ready = try await part.sessions.ready(in: session.id, step: session.step).intersection(present)
        let step = method.steps.indices.contains(session.step) ? method.steps[session.step] : nil
        // The end of the step as a moment, so that the answer stays the same while nothing happens.
        let end = session.state == .running ? session.clock.startedAt.map { $0 + Int64(step?.minutes ?? 0) * 60_000 + session.clock.added } : nil
        let text =
            "{\"versie\":\(session.version),\"woorden\":\(session.words),\"aanwezig\":\(present.count),\"klaar\":\(ready.count),"
            + "\"einde\":\(end.map { "\($0)" } ?? "null")}"
        let mark = "\"\(session.version)-\(session.words)-\(present.count)-\(ready.count)-\(session.step)\""
        let isKnown = request.headers[.ifNoneMatch] == mark
        var answer = Answer(isKnown ? [] : Array(text.utf8), as: .json, status: isKnown ? .notModified : .ok, cache: .noStore)
        answer.headers[.eTag] = mark
        return answer
    }

    // MARK: Moving

    private func move(_ request: Request, _ context: WebContext) async throws -> Answer {
        let (session, group, method) = try await part.session(context), origin = part.people.origin(context)
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        let fields = context.fields
        let answer = try await done(session, context) {
            switch fields["doe"] {
            case "kom": try await part.sessions.join(person, session.id, from: origin)
            case "ga": try await part.sessions.leave(person, session.id, by: method, from: origin)
            case let wanted:
                guard let move = wanted.flatMap({ IntervisionSessionStore.Move(rawValue: $0) }) else { throw Problem.notFound }
                try IntervisionPolicy.run(session, in: group, by: context.actor).orProblem()
                // Pressed on a page of an earlier step, twice for instance: the group is where they wanted to go.
                if let step = fields["stap"].flatMap({ Int($0) }), step != session.step { return }
                try await part.sessions.move(move, session.id, by: method, from: origin)
            }
        }
        return stay(answer, session, request, context)
    }

    /// Does it and goes back to the session; what cannot be done any more is said.
    private func done(_ session: IntervisionSession, _ context: WebContext, _ work: () async throws -> Void) async throws -> Answer {
        do { try await work() } catch let fault as IntervisionSessionStore.Fault { throw Problem.conflict(Self.words(fault)) }
        return back(session, context)
    }

    private static func words(_ fault: IntervisionSessionStore.Fault) -> Localized {
        switch fault {
        case .noBringer: Words.both(\.noBringer)
        case .noYield: Words.both(\.noYield)
        case .sameRole: GroupWords.both(\.sameRole)
        case .notMember: GroupWords.both(\.notMember)
        case .refused(let refusal): Words.both { $0.refusal(refusal) }
        case .unknown: Words.both(\.moved)
        }
    }

    private func setRoles(_ context: WebContext) async throws -> Answer {
        let (session, group, _) = try await part.session(context)
        try IntervisionPolicy.run(session, in: group, by: context.actor).orProblem()
        var form = context.fields
        guard let roles = IntervisionForms.roles(&form) else { return try await show(context, form) }
        do {
            try await part.sessions.setRoles(roles, of: session.id, from: part.people.origin(context))
        } catch let fault as IntervisionSessionStore.Fault {
            form.fail("inbrenger", Self.words(fault))
            return try await show(context, form)
        }
        return back(session, context)
    }

    // MARK: Writing

    private func write(_ request: Request, _ context: WebContext) async throws -> Answer {
        let (session, _, method) = try await part.session(context), origin = part.people.origin(context)
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        var form = context.fields
        guard let kind = form["soort"].flatMap({ SessionNote.Kind(rawValue: $0) }), let step = form["stap"].flatMap({ Int($0) }) else {
            throw Problem.notFound
        }
        let body = IntervisionFields.paragraphs(kind.rawValue, limit: 4000, &form)
        guard form.errors.isEmpty else { return try await show(context, form) }
        do {
            try await part.sessions.write(body, kind, by: person, in: session.id, step: step, method: method, from: origin)
            if kind == .shared, let ready = form["klaar"] {
                try await part.sessions.setReady(ready == "ja", person, session.id, step: step, by: method, from: origin)
            }
        } catch let fault as IntervisionSessionStore.Fault {
            return try await refused(fault, body, person, session, context)
        }
        return stay(back(session, context), session, request, context)
    }

    /// What could not come to the group stays with the writer: it stands in the box for oneself.
    private func refused(
        _ fault: IntervisionSessionStore.Fault, _ body: String?, _ person: Identifier, _ session: IntervisionSession, _ context: WebContext
    ) async throws -> Answer {
        let view = try await part.view(context, refreshes: false)
        let kept = [view.own(.own), body ?? ""].filter { !$0.isEmpty }.joined(separator: "\n")
        var form = Form(items: [.init("eigen", kept)])
        form.fail("eigen", Self.words(fault))
        return try await show(context, form)
    }

    // MARK: What came of it

    private func addYield(_ context: WebContext) async throws -> Answer {
        let (session, _, _) = try await part.session(context)
        guard let person = context.actor.person?.id, try await part.sessions.present(in: session.id).contains(person) else {
            throw Problem.conflict(Words.both { $0.refusal(.notPresent) })
        }
        var form = context.fields
        let kind = form.choice("soort", of: SessionYield.Kind.self, required: GroupWords.both(\.choose))
        let words = IntervisionFields.paragraphs("wat", limit: 1000, required: Words.both(\.whatEmpty), &form)
        let address = IntervisionFields.line("adres", limit: 500, required: kind == .link ? Words.both(\.addressShape) : nil, &form)
        if let address, !address.lowercased().hasPrefix("https://") || address.contains(where: \.isWhitespace) {
            form.fail("adres", Words.both(\.addressShape))
        }
        let owner = form.value("wie", as: Identifier.self, required: GroupWords.both(\.notMember), otherwise: GroupWords.both(\.notMember))
        let due = IntervisionFields.day("voor", from: part.people.now(), &form)
        guard let kind, let words, let owner, let due, form.errors.isEmpty else { return try await show(context, form) }
        return try await done(session, context) {
            try await part.sessions.addYield(
                kind, words: words, address: address, owner: owner, due: due.description, to: session.id, from: part.people.origin(context))
        }
    }

    private func removeYield(_ context: WebContext) async throws -> Answer {
        let (session, _, _) = try await part.session(context), yield = try context.part("opbrengst", as: Identifier.self)
        return try await done(session, context) {
            try await part.sessions.removeYield(yield, from: session.id, origin: part.people.origin(context))
        }
    }

    private func consent(_ context: WebContext) async throws -> Answer {
        let (session, _, _) = try await part.session(context)
        guard let person = context.actor.person?.id, session.bringer == person else { throw Problem.notFound }
        let keeps = context.fields.has("blijft", "ja")
        return try await done(session, context) {
            try await part.sessions.setKeepsYields(keeps, by: person, of: session.id, from: part.people.origin(context))
        }
    }
}
