import Core
import Credentials
import HTML
import Hummingbird
import People
import Web

/// Handlers of what became of what someone said: by the code alone, or for who was signed in when they said it.
struct MineRoutes: Sendable {
    let part: ModerationPart

    private typealias Words = ModerationWords
    private var store: ContributionStore { part.contributions }
    private var proofs: OwnProofs { OwnProofs(part.people.installation.key) }

    var table: [Route] {
        let base = "/stemmen/mijn-inbreng"
        return [
            Route(.get, base, name: "voices.mine", readsSession: true, summary: Words.both(\.mine)) { try await show($1, Form(items: [])) },
            Route(.post, base, name: "voices.mine.ask", readsSession: true, summary: Words.both(\.look)) { try await ask($1) },
            Route(.post, base + "/antwoord", name: "voices.mine.answer", readsSession: true, summary: Words.both(\.answer)) { try await answer($1) },
            Route(.post, base + "/bezwaar", name: "voices.mine.object", readsSession: true, summary: Words.both(\.object)) { try await object($1) },
            Route(.post, base + "/terugnemen", name: "voices.mine.end", summary: Words.both(\.end)) { try await end($1) },
        ]
    }

    private func show(_ context: WebContext, _ form: Form) async throws -> Answer {
        let now = part.people.now(), proof = form[ModerationForm.proof] ?? context.query[ModerationForm.proof]
        let state = try await state(proof, at: now)
        var own: [MineOwn] = []
        if state == nil, let person = context.actor.person {
            own = try await store.given(by: person.id).map { MineOwn(contribution: $0, proof: proofs.sign($0.id, at: now)) }
        }
        return context.formPage(Words(context.language).mine, form, styles: ConversationRoutes.styles) { token in
            MinePage(state: state, own: own, isGone: state == nil && proof != nil, form: form, token: token, language: context.language)
        }
    }

    private func state(_ proof: String?, at now: Int64) async throws -> MineState? {
        guard let proof, let id = proofs.open(proof, at: now), let known = try await store.find(id) else { return nil }
        let mayObject = known.state == .refused || known.state == .masked
        return MineState(
            contribution: known, ruling: try await store.rulings(on: id).last?.ruling,
            mayObject: mayObject ? try await !store.hasObjection(id) : false,
            aftermath: try await AftermathStore(database: store.database, journal: store.journal).find(id), proof: proof)
    }

    private func ask(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        guard let code = CodeForm.code(&form, ModerationForm.code) else { return try await show(context, form) }
        guard try await part.mayTry(ContributionStore.codeRule, context) else { throw Problem.tooMany(retryAfter: 900) }
        guard let known = try await store.find(code) else {
            form.fail(ModerationForm.code, Words.both(\.codeUnknown))
            return try await show(context, form)
        }
        return back(known.id, context)
    }

    private func back(_ id: Identifier, _ context: WebContext) -> Answer {
        .redirect(to: ModerationRoute.mine(proof: proofs.sign(id, at: part.people.now())).address, in: context.language)
    }

    /// What a form on the page is about; after an hour the code has to be typed again.
    private func own(_ form: Form) throws -> Identifier {
        guard let id = proofs.open(form[ModerationForm.proof], at: part.people.now()) else { throw Problem.gone }
        return id
    }

    private func writing(_ write: () async throws -> Void) async throws {
        do { try await write() } catch is ContributionStore.Fault { throw Problem.conflict(Words.both(\.changed)) }
    }

    private func answer(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        let id = try own(form)
        guard let words = form.text(ModerationForm.answer, limit: Story.limit, required: Words.both(\.answerEmpty)) else {
            return try await show(context, form)
        }
        try await writing { try await store.answer(id, words: words, at: part.people.now()) }
        return back(id, context)
    }

    private func object(_ context: WebContext) async throws -> Answer {
        var form = context.fields
        let id = try own(form)
        guard let words = form.text(ModerationForm.objection, limit: 1000, required: Words.both(\.answerEmpty)) else { return try await show(context, form) }
        try await writing { try await store.object(id, words: words, at: part.people.now()) }
        return back(id, context)
    }

    private func end(_ context: WebContext) async throws -> Answer {
        let id = try own(context.fields)
        try await store.withdraw(id, at: part.people.now())
        return back(id, context)
    }
}
