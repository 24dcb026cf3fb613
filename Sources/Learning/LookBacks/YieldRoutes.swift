import Core
import HTML
import HTTPTypes
import Hummingbird
import People
import Web

/// Handlers of yields: the list, one, writing it down, sharing it, and telling that one used it.
struct YieldRoutes: Sendable {
    let part: LookBacksPart

    private typealias Words = YieldWords

    var table: [Route] {
        let one = "/opbrengsten/{opbrengst}"
        return [
            Route(.get, "/opbrengsten", name: "yields.list", readsSession: true, summary: Words.both(\.all)) { try await list($1) },
            Route(.get, "/opbrengsten/van-jou", name: "yields.mine", access: .person, summary: Words.both(\.mine)) { try await mine($1) },
            Route(.get, "/opbrengsten/nieuw", name: "yields.new", access: .person, summary: Words.both(\.add)) { try await new($1, nil) },
            Route(.post, "/opbrengsten/nieuw", name: "yields.add", access: .person, summary: Words.both(\.add)) { try await add($1) },
            Route(.get, one, name: "yields.one", readsSession: true, summary: Words.both(\.one)) { try await show($1, Form(items: [])) },
            Route(.get, one + "/bewerken", name: "yields.edit", access: .person, summary: Words.both(\.edit)) { try await edit($1, nil) },
            Route(.post, one + "/bewerken", name: "yields.change", access: .person, summary: Words.both(\.edit)) { try await change($1) },
            Route(.post, one + "/delen", name: "yields.share", access: .person, summary: Words.both(\.share)) { try await share($1) },
            Route(.post, one + "/catalogus", name: "yields.catalogue", access: .organisers, summary: Words.both(\.catalogue)) { try await catalogue($1) },
            Route(.post, one + "/gebruikt", name: "yields.use", access: .person, summary: Words.both(\.use)) { try await use($1) },
        ]
    }

    // MARK: Looking

    private func list(_ context: WebContext) async throws -> Answer {
        guard case .list(let filter)? = YieldRoute(context.address) else { throw Problem.notFound }
        let yields = try await part.yields.shared().filter(filter.takes), words = Words(context.language), person = context.actor.person
        let head = PageHead(words.all, description: words.lead, isListed: filter == YieldFilter(), styles: LookBackRoutes.styles)
        return context.page(head, cache: person == nil ? .personal : .noStore) {
            YieldListPage(yields: yields, filter: filter, isSignedIn: person != nil, language: context.language)
        }
    }

    private func mine(_ context: WebContext) async throws -> Answer {
        guard let person = context.actor.person?.id else { throw Problem.notFound }
        let yields = try await part.yields.yields(of: person), untaken = try await part.yields.untaken(for: person)
        return context.page(PageHead(Words(context.language).mine, isListed: false, styles: LookBackRoutes.styles), cache: .noStore) {
            OwnYieldsPage(
                yields: yields, untaken: untaken.map { OwnYieldsPage.Untaken(source: .session($0.session, yield: $0.yield), words: $0.words) },
                language: context.language)
        }
    }

    /// The yield of the path, for who may see it.
    private func scene(_ context: WebContext) async throws -> YieldScene {
        guard let yield = try await part.yields.find(try context.part("opbrengst", as: Identifier.self)) else { throw Problem.notFound }
        let scene = try await part.scene(of: yield, context.actor)
        if !yield.isPublic { try scene.editing.orProblem() }
        return scene
    }

    private func show(_ context: WebContext, _ form: Form) async throws -> Answer {
        let scene = try await scene(context), token = context.actor.person == nil ? nil : context.formToken(), yield = scene.yield
        let linked = try await context.linked(to: yield.reference)
        let head = PageHead(
            yield.facts.title, description: yield.isPublic ? yield.facts.firstStep : nil, hasErrors: !form.errors.isEmpty, isListed: yield.isPublic,
            styles: LookBackRoutes.styles)
        let cache = context.actor.person == nil ? CachePolicy.personal : .noStore
        return context.page(head, status: form.errors.isEmpty ? .ok : .badRequest, cache: cache, token: token) {
            YieldPage(scene: scene, linked: linked, form: form, token: token, language: context.language)
        }
    }

    // MARK: Writing

    private func source(_ context: WebContext) async throws -> (YieldSource, LearningYield.Facts) {
        guard case .new(let source)? = YieldRoute(context.address) else { throw Problem.notFound }
        try await part.noting(source, context.actor).orProblem()
        guard case .session(let session, let id) = source else { return (source, LearningYield.Facts(title: "")) }
        guard let known = try await part.intervision.sessions.yields(of: session).first(where: { $0.id == id }) else { throw Problem.notFound }
        return (source, LearningYield.Facts(title: String(known.words.prefix(200))))
    }

    private func new(_ context: WebContext, _ form: Form?) async throws -> Answer {
        // A yield comes from somewhere; who did not say where chooses from their own.
        if context.address.query.isEmpty { return .redirect(to: YieldRoute.mine.address, in: context.language) }
        let (source, facts) = try await source(context), form = form ?? YieldForm.items(facts, version: 0)
        return context.formPage(Words(context.language).add, form, styles: LookBackRoutes.styles) { token in
            YieldEditPage(
                title: Words(context.language).add, target: .new(source), isSession: source.lookBack == nil, form: form, token: token,
                language: context.language)
        }
    }

    private func add(_ context: WebContext) async throws -> Answer {
        let (source, _) = try await source(context)
        var form = context.fields
        guard let facts = YieldForm.facts(&form) else { return try await new(context, form) }
        do {
            let id = try await part.yields.note(facts, of: source, from: part.people.origin(context))
            return .redirect(to: YieldRoute.one(id).address, in: context.language)
        } catch is YieldStore.Fault { throw Problem.conflict(Words.both(\.notAgreed)) }
    }

    private func editable(_ context: WebContext) async throws -> YieldScene {
        let scene = try await scene(context)
        try scene.editing.orProblem()
        return scene
    }

    private func edit(_ context: WebContext, _ form: Form?) async throws -> Answer {
        let scene = try await editable(context), form = form ?? YieldForm.items(scene.yield.facts, version: scene.yield.version)
        return context.formPage(scene.yield.facts.title, form, styles: LookBackRoutes.styles) { token in
            YieldEditPage(
                title: scene.yield.facts.title, target: .edit(scene.yield.id), isSession: scene.yield.source.lookBack == nil, form: form, token: token,
                language: context.language)
        }
    }

    private func change(_ context: WebContext) async throws -> Answer {
        let scene = try await editable(context)
        var form = context.fields
        guard let facts = YieldForm.facts(&form) else { return try await edit(context, form) }
        do {
            try await part.yields.change(scene.yield.id, to: facts, version: LookBackForm.version(form), from: part.people.origin(context))
        } catch YieldStore.Fault.conflict {
            form.fail("naam", LookBackDeskWords.both(\.conflict))
        } catch YieldStore.Fault.incomplete {
            form.fail("naam", Words.both(\.incomplete))
        }
        if !form.errors.isEmpty { return try await edit(context, form) }
        return .redirect(to: YieldRoute.one(scene.yield.id).address, in: context.language)
    }

    // MARK: Steps

    private func share(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context)
        try scene.sharing.orProblem()
        do { try await part.yields.share(scene.yield.id, from: part.people.origin(context)) } catch let fault as YieldStore.Fault {
            throw Problem.conflict(fault == .incomplete ? Words.both(\.incomplete) : Words.both(\.notAgreed))
        }
        return .redirect(to: YieldRoute.one(scene.yield.id).address, in: context.language)
    }

    private func catalogue(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context)
        try scene.organising.orProblem()
        var form = context.fields
        let address = IntervisionFields.line("adres", limit: 500, required: Words.both(\.addressEmpty), &form)
        if let address, address.hasPrefix("//") || !(address.hasPrefix("/") || address.hasPrefix("https://")) { form.fail("adres", Words.both(\.addressShape)) }
        guard let address, form.errors.isEmpty else { return try await show(context, form) }
        do { try await part.yields.catalogue(scene.yield.id, at: address, from: part.people.origin(context)) } catch is YieldStore.Fault {
            throw Problem.conflict(LookBackDeskWords.both(\.changed))
        }
        return .redirect(to: YieldRoute.one(scene.yield.id).address, in: context.language)
    }

    private func use(_ context: WebContext) async throws -> Answer {
        let scene = try await scene(context)
        guard scene.yield.isPublic else { throw Problem.notFound }
        guard let organisation = context.actor.person?.organisation else { throw Problem.forbidden(Words.both(\.noOrganisation)) }
        var form = context.fields
        let result = form.choice("resultaat", of: PracticeExperience.Result.self, required: ExperienceWords.both(\.resultEmpty))
        let words = IntervisionFields.paragraphs("verhaal", limit: 1000, required: ExperienceWords.both(\.wordsEmpty), &form)
        guard let result, let words, form.errors.isEmpty else { return try await show(context, form) }
        try await part.yields.use(scene.yield.id, by: organisation, result: result, words: words, from: part.people.origin(context))
        return .redirect(to: YieldRoute.one(scene.yield.id).address.at("gebruikt"), in: context.language)
    }
}
