import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of writing a look-back: leaders their own part, the facilitator the whole.
struct LookBackDeskRoutes: Sendable {
    let part: LookBacksPart

    private typealias Words = LookBackDeskWords

    var table: [Route] {
        let place = "/bijeenkomsten/{bijeenkomst}/terugblik", piece = place + "/delen/{deel}"
        return [
            Route(.get, "/organiseren/terugblikken", name: "look-backs.waiting", access: .organisers, summary: Words.both(\.waiting)) {
                try await waiting($1)
            },
            // Leaders of a group have a role there and nowhere else: the page decides.
            Route(.get, place + "/schrijven", name: "look-backs.desk", access: .person, summary: Words.both(\.write)) { try await show($1) },
            Route(.get, piece, name: "look-backs.piece", access: .person, summary: Words.both(\.writePiece)) { try await showPiece($1, nil) },
            Route(.post, piece, name: "look-backs.write", access: .person, summary: Words.both(\.writePiece)) { try await writePiece($1) },
            organising(.post, place + "/maken", "look-backs.generate", Words.both(\.generate)) { try await generate($0, $1) },
            organising(.post, place + "/schrijven", "look-backs.change", Words.both(\.save)) { try await change($0, $1) },
            organising(.post, place + "/cijfers", "look-backs.figure", Words.both(\.addFigure)) { try await addFigure($0, $1) },
            organising(.post, place + "/cijfers/{cijfer}/weg", "look-backs.figure-removal", Words.both(\.remove)) { try await removeFigure($0, $1) },
            organising(.post, place + "/punten", "look-backs.add-point", Words.both(\.addPoint)) { try await addPoint($0, $1) },
            organising(.post, place + "/punten/{punt}/weg", "look-backs.point-removal", Words.both(\.remove)) { try await withdrawPoint($0, $1) },
            organising(.post, place + "/samenvoegen", "look-backs.join", Words.both(\.join)) { try await join($0, $1) },
            organising(.post, place + "/publiceren", "look-backs.publish", Words.both(\.publish)) { try await publish($0, $1) },
        ]
    }

    /// For who organises the meeting.
    private func organising(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ summary: Localized,
        _ handler: @escaping @Sendable (LookBackScene, WebContext) async throws -> Answer
    ) -> Route {
        Route(method, pattern, name: name, access: .organisers, summary: summary) { _, context in
            let (meeting, outline) = try await part.meetings.mine(context)
            return try await handler(part.scene(meeting, outline, context.actor), context)
        }
    }

    private func draft(_ scene: LookBackScene) throws -> LookBackDraft {
        guard let draft = scene.draft else { throw Problem.notFound }
        return draft
    }

    // MARK: What waits

    private func waiting(_ context: WebContext) async throws -> Answer {
        let outlines = try await part.people.programmes.outlines(), all = try await part.store.waiting(), now = part.now
        let known = Set(all.map(\.meeting)), past = try await part.meetings.store.list(MeetingFilter(when: .past), at: now)
        var lines: [LookBackWaitingPage.Line] = []
        for meeting in past where meeting.publication != .cancelled && meeting.publication != .lookedBack {
            guard let outline = outlines.first(where: { $0.programme.id == meeting.programme }),
                MeetingPolicy.organise(programme: meeting.programme, line: outline.line(to: meeting.part), by: context.actor).isAllowed
            else { continue }
            let lookBack = known.contains(meeting.id) ? all.first { $0.meeting == meeting.id } : nil
            lines.append(LookBackWaitingPage.Line(meeting: meeting, lookBack: lookBack))
        }
        return context.page(PageHead(Words(context.language).waiting, isListed: false, styles: LookBackRoutes.styles), cache: .noStore) {
            LookBackWaitingPage(lines: lines, now: now, language: context.language)
        }
    }

    // MARK: The desk

    private func show(_ context: WebContext) async throws -> Answer {
        let scene = try await part.scene(context)
        try scene.writing.orProblem()
        return try await page(scene, Form(items: []), context)
    }

    /// - Parameter form: what was sent to one of the forms of the page
    private func page(_ scene: LookBackScene, _ form: Form, _ context: WebContext) async throws -> Answer {
        let author = try await part.name(scene.draft?.lookBack.author), me = context.actor.person?.id
        // What was not sent comes from the look-back: its other forms stand on the same page.
        var head = form.has("morgen") ? form : scene.draft.map { LookBackForm.items($0.lookBack, me: me) } ?? Form(items: [])
        if !form.has("morgen") { for error in form.errors { head.fail(error.field, error.message) } }
        let yields = try await part.yields.yields(of: scene.draft?.lookBack.id)
        return context.formPage(Words(context.language).title(scene.meeting.facts.title), form, styles: LookBackRoutes.styles) { [head] token in
            LookBackDeskPage(
                scene: scene, author: author, yields: yields, head: head, form: form, now: part.now, token: token, language: context.language)
        }
    }

    private func generate(_ scene: LookBackScene, _ context: WebContext) async throws -> Answer {
        try await done(scene, context) { try await part.prepare(scene.meeting, from: part.people.origin(context)) }
    }

    private func change(_ scene: LookBackScene, _ context: WebContext) async throws -> Answer {
        let lookBack = try draft(scene).lookBack, me = context.actor.person?.id
        var form = context.fields
        guard let facts = LookBackForm.facts(&form) else { return try await page(scene, form, context) }
        let author = LookBackForm.author(form, before: lookBack.author, me: me)
        do {
            let version = LookBackForm.version(form)
            try await part.store.change(lookBack.id, to: facts, author: author, version: version, from: part.people.origin(context))
        } catch LookBackStore.Fault.conflict {
            form.fail("morgen", Words.both(\.conflict))
            return try await page(scene, form, context)
        }
        return .redirect(to: LookBackRoute.desk(scene.meeting.id).address, in: context.language)
    }

    // MARK: A part

    private func piece(_ context: WebContext) async throws -> (LookBackScene, LookBackPiece) {
        let scene = try await part.scene(context)
        try scene.writing.orProblem()
        guard let piece = try draft(scene).piece(try context.part("deel", as: Identifier.self)), scene.mayWrite(piece) else { throw Problem.notFound }
        return (scene, piece)
    }

    private func showPiece(_ context: WebContext, _ form: Form?) async throws -> Answer {
        let (scene, piece) = try await piece(context), form = form ?? LookBackForm.items(piece)
        return context.formPage(piece.topic, form, styles: LookBackRoutes.styles) { token in
            LookBackPiecePage(scene: scene, piece: piece, form: form, token: token, language: context.language)
        }
    }

    private func writePiece(_ context: WebContext) async throws -> Answer {
        let (scene, piece) = try await piece(context)
        var form = context.fields
        guard let text = LookBackForm.text(&form) else { return try await showPiece(context, form) }
        do {
            try await part.store.write(
                text, of: piece.id, in: try draft(scene).lookBack.id, version: LookBackForm.version(form), isFacilitator: scene.isFacilitator,
                from: part.people.origin(context))
        } catch LookBackStore.Fault.conflict {
            form.fail("uitkomst", Words.both(\.conflict))
            return try await showPiece(context, form)
        } catch is LookBackStore.Fault { throw Problem.conflict(Words.both(\.changed)) }
        return .redirect(to: LookBackRoute.desk(scene.meeting.id).address.at("delen"), in: context.language)
    }

    // MARK: Figures and points

    private func addFigure(_ scene: LookBackScene, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let facts = LookBackForm.figure(&form) else { return try await page(scene, form, context) }
        return try await done(scene, at: "cijfers", context) {
            try await part.store.addFigure(facts, to: try draft(scene).lookBack.id, from: part.people.origin(context))
        }
    }

    private func removeFigure(_ scene: LookBackScene, _ context: WebContext) async throws -> Answer {
        let figure = try context.part("cijfer", as: Identifier.self)
        return try await done(scene, at: "cijfers", context) {
            try await part.store.removeFigure(figure, of: try draft(scene).lookBack.id, from: part.people.origin(context))
        }
    }

    private func addPoint(_ scene: LookBackScene, _ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let words = LookBackForm.point(&form) else { return try await page(scene, form, context) }
        return try await done(scene, at: "punten", context) {
            try await part.store.addPoint(words, to: try draft(scene).lookBack.id, from: part.people.origin(context))
        }
    }

    private func withdrawPoint(_ scene: LookBackScene, _ context: WebContext) async throws -> Answer {
        let point = try context.part("punt", as: Identifier.self)
        return try await done(scene, at: "punten", context) {
            try await part.store.withdrawPoint(point, of: try draft(scene).lookBack.id, from: part.people.origin(context))
        }
    }

    // MARK: To readers

    private func join(_ scene: LookBackScene, _ context: WebContext) async throws -> Answer {
        try await done(scene, context) { try await part.store.join(try draft(scene).lookBack.id, from: part.people.origin(context)) }
    }

    private func publish(_ scene: LookBackScene, _ context: WebContext) async throws -> Answer {
        let lookBack = try draft(scene).lookBack
        var form = context.fields
        let reason = IntervisionFields.paragraphs("reden", limit: 1000, &form) ?? ""
        guard form.errors.isEmpty else { return try await page(scene, form, context) }
        do {
            try await part.store.publish(lookBack.id, because: reason, from: part.people.origin(context))
        } catch LookBackStore.Fault.reasonMissing {
            form.fail("reden", Words.both(\.reasonEmpty))
        } catch LookBackStore.Fault.tomorrowMissing {
            form.fail("morgen", Words.both(\.tomorrowEmpty))
        } catch LookBackStore.Fault.tooLong(let words) {
            form.fail("tekst", Words.both { $0.tooLong(words) })
        } catch is LookBackStore.Fault { throw Problem.conflict(Words.both(\.changed)) }
        if !form.errors.isEmpty { return try await page(scene, form, context) }
        return .redirect(to: LookBackRoute.lookBack(scene.meeting.id).address, in: context.language)
    }

    /// Does it and goes back to the desk; what cannot be done any more is said.
    private func done(_ scene: LookBackScene, at place: String? = nil, _ context: WebContext, _ work: () async throws -> Void) async throws -> Answer {
        do { try await work() } catch is LookBackStore.Fault { throw Problem.conflict(Words.both(\.changed)) }
        let desk = LookBackRoute.desk(scene.meeting.id).address
        return .redirect(to: place.map { desk.at($0) } ?? desk, in: context.language)
    }
}
